//! Every question that is asked of an account, as one table: what it is called, what it answers, what it must be
//! allowed and what it asks about. The port ([`super::Reader`]), what wraps it, the denials of the practice account
//! and the policies for reading follow from it.

/// Hands the table to the macro `$then`, a row a question:
///
/// `Name: method(arguments) -> answer, [actions it needs], [actions without which the answer lacks something],
/// what it asks about;`
///
/// The first action is the one that errors name.
#[rustfmt::skip] // a line each
macro_rules! each_read {
    ($then:ident) => {
        $then! {
            /// `sts:GetCallerIdentity`.
            Caller: caller() -> Caller, ["sts:GetCallerIdentity"], [], "";
            /// `iam:ListAccountAliases`; the first one.
            AccountAlias: account_alias() -> Option<String>, ["iam:ListAccountAliases"], [], "";
            /// `rds:DescribeDBInstances`. Members of clusters are listed too; they are told apart by
            /// being named in a cluster.
            DbInstances: db_instances() -> Vec<Database>, ["rds:DescribeDBInstances"], [], "";
            /// `rds:DescribeDBClusters`.
            DbClusters: db_clusters() -> Vec<DbCluster>, ["rds:DescribeDBClusters"], [], "";
            /// `rds:DescribeDBSubnetGroups`.
            DbSubnetGroups: db_subnet_groups() -> Vec<DbSubnetGroup>, ["rds:DescribeDBSubnetGroups"], [], "";
            /// `rds:DescribeGlobalClusters`: cluster ARN → its place in a global database.
            GlobalMemberships: global_memberships() -> BTreeMap<String, GlobalMembership>, ["rds:DescribeGlobalClusters"], [], "";
            /// `rds:DescribeBlueGreenDeployments`, all.
            BlueGreenDeployments: blue_green_deployments() -> Vec<BlueGreen>, ["rds:DescribeBlueGreenDeployments"], [], "";
            /// `lambda:ListFunctions`.
            Functions: functions() -> Vec<Function>, ["lambda:ListFunctions"], [], "";
            /// `lambda:GetFunctionConfiguration` of `$LATEST`.
            Function: function(name: &str) -> Option<Function>, ["lambda:GetFunctionConfiguration"], [], name;
            /// `lambda:GetFunctionConfiguration` of an alias or a version.
            FunctionAt: function_at(name: &str, qualifier: &str) -> Option<Function>, ["lambda:GetFunctionConfiguration"], [], name;
            /// `lambda:GetCapacityProvider`, by ARN.
            CapacityProvider: capacity_provider(arn: &str) -> Option<CapacityProvider>, ["lambda:GetCapacityProvider"], [], arn;
            /// `lambda:ListProvisionedConcurrencyConfigs`; empty where none is set.
            ProvisionedConcurrency: provisioned_concurrency(function: &str) -> Vec<ProvisionedConcurrency>, ["lambda:ListProvisionedConcurrencyConfigs"], [], function;
            /// `lambda:GetAccountSettings`: how many calls the account takes at once.
            AccountConcurrency: account_concurrency() -> AccountConcurrency, ["lambda:GetAccountSettings"], [], "";
            /// `lambda:ListTags`, by the function's ARN.
            FunctionTags: function_tags(arn: &str) -> Option<Tags>, ["lambda:ListTags"], [], arn;
            /// `lambda:ListAliases`.
            Aliases: aliases(function: &str) -> Vec<Alias>, ["lambda:ListAliases"], [], function;
            /// `lambda:GetFunctionConcurrency`: reserved concurrency, if any.
            ReservedConcurrency: reserved_concurrency(function: &str) -> Option<u32>, ["lambda:GetFunctionConcurrency"], [], function;
            /// `secretsmanager:ListSecrets`.
            Secrets: secrets() -> Vec<Secret>, ["secretsmanager:ListSecrets"], [], "";
            /// `secretsmanager:DescribeSecret`, by name or ARN. A secret scheduled for deletion is found,
            /// with `deleted` set.
            Secret: secret(name_or_arn: &str) -> Option<Secret>, ["secretsmanager:DescribeSecret"], [], name_or_arn;
            /// `secretsmanager:GetSecretValue`, only ever called with the person's consent. The password
            /// does not leave the implementation.
            SecretShape: secret_shape(name_or_arn: &str) -> SecretShape, ["secretsmanager:GetSecretValue"], [], name_or_arn;
            /// `secretsmanager:ListSecretVersionIds`.
            SecretVersions: secret_versions(arn: &str) -> Vec<SecretVersion>, ["secretsmanager:ListSecretVersionIds"], [], arn;
            /// `secretsmanager:GetResourcePolicy`; `None` where the secret has none.
            SecretPolicy: secret_policy(arn: &str) -> Option<Document>, ["secretsmanager:GetResourcePolicy"], [], arn;
            /// `kms:GetKeyPolicy`, the `default` one.
            KeyPolicy: key_policy(key: &str) -> Option<Document>, ["kms:GetKeyPolicy"], [], key;
            /// `kms:ListGrants`.
            KeyGrants: key_grants(key: &str) -> Vec<KeyGrant>, ["kms:ListGrants"], [], key;
            /// `kms:ListAliases` and `kms:DescribeKey`: the keys that carry an alias of the customer's.
            KmsKeys: kms_keys() -> Vec<KmsKey>, ["kms:ListAliases", "kms:DescribeKey"], [], "";
            /// `kms:DescribeKey`, by id, ARN or alias; `kms:ListAliases` for its aliases, unless denied.
            KmsKey: kms_key(id: &str) -> Option<KmsKey>, ["kms:DescribeKey"], ["kms:ListAliases"], id;
            /// `iam:ListRoles`: name and ARN of roles that `rds.amazonaws.com` may assume, without their
            /// policies.
            ProxyRoles: proxy_roles() -> Vec<Role>, ["iam:ListRoles"], [], "";
            /// `iam:GetRole`, by name, without path: the role without its policies.
            Role: role(name: &str) -> Option<Role>, ["iam:GetRole"], [], name;
            /// `iam:ListRolePolicies` and `GetRolePolicy`: the role's own policies by name; `None` without the role.
            RolePolicies: role_policies(role: &str) -> Option<BTreeMap<String, Document>>, ["iam:ListRolePolicies", "iam:GetRolePolicy"], [], role;
            /// `iam:ListAttachedRolePolicies`, without documents; `None` without the role.
            AttachedPolicies: attached_policies(role: &str) -> Option<Vec<AttachedPolicy>>, ["iam:ListAttachedRolePolicies"], [], role;
            /// `iam:GetPolicy` and `GetPolicyVersion`: the version in force.
            ManagedPolicy: managed_policy(arn: &str) -> Option<Document>, ["iam:GetPolicyVersion", "iam:GetPolicy"], [], arn;
            /// `iam:GetAccountAuthorizationDetails`: every role of the account with its policies, in a few pages
            /// however many there are.
            Roles: roles() -> Vec<Role>, ["iam:GetAccountAuthorizationDetails"], [], "";
            /// `iam:SimulatePrincipalPolicy` for each action on its resource.
            Simulate: simulate(principal_arn: &str, asked: &[(String, String)]) -> Vec<Permission>, ["iam:SimulatePrincipalPolicy"], [], principal_arn;
            /// `iam:SimulatePrincipalPolicy`, as the second opinion about a role.
            SimulateRole: simulate_role(role_arn: &str, asked: &[(String, String)]) -> Vec<Simulated>, ["iam:SimulatePrincipalPolicy"], [], role_arn;
            /// `ec2:DescribeVpcs`, `DescribeVpcAttribute` for the DNS settings, `DescribeDhcpOptions` for
            /// the name servers.
            Vpc: vpc(id: &str) -> Option<Vpc>, ["ec2:DescribeVpcs"], ["ec2:DescribeVpcAttribute", "ec2:DescribeDhcpOptions"], id;
            /// `ec2:DescribeVpcs`, all, without DNS settings.
            Vpcs: vpcs() -> Vec<Vpc>, ["ec2:DescribeVpcs"], [], "";
            /// `ec2:DescribeSubnets`.
            Subnets: subnets(vpc_id: &str) -> Vec<Subnet>, ["ec2:DescribeSubnets"], [], vpc_id;
            /// `ec2:DescribeRouteTables`.
            RouteTables: route_tables(vpc_id: &str) -> Vec<RouteTable>, ["ec2:DescribeRouteTables"], [], vpc_id;
            /// `ec2:DescribeSecurityGroups` and `DescribeSecurityGroupRules`, or the former's own rules
            /// where the latter is denied.
            SecurityGroups: security_groups(vpc_id: &str) -> Vec<SecurityGroup>, ["ec2:DescribeSecurityGroups"], ["ec2:DescribeSecurityGroupRules"], vpc_id;
            /// `ec2:DescribeVpcEndpoints`.
            VpcEndpoints: vpc_endpoints(vpc_id: &str) -> Vec<VpcEndpoint>, ["ec2:DescribeVpcEndpoints"], [], vpc_id;
            /// `ec2:DescribeNetworkAcls`.
            NetworkAcls: network_acls(vpc_id: &str) -> Vec<NetworkAcl>, ["ec2:DescribeNetworkAcls"], [], vpc_id;
            /// `ec2:GetManagedPrefixListEntries`, and `DescribeManagedPrefixLists` for the names.
            PrefixLists: prefix_lists(ids: &[String]) -> Vec<PrefixList>, ["ec2:GetManagedPrefixListEntries"], ["ec2:DescribeManagedPrefixLists"], ids.join(",");
            /// `ec2:DescribeVpcPeeringConnections` with this VPC on either side.
            Peerings: peerings(vpc_id: &str) -> Vec<VpcPeering>, ["ec2:DescribeVpcPeeringConnections"], [], vpc_id;
            /// `rds:DescribeDBParameters` of the group of this name: those with a value.
            DbParameters: db_parameters(group: &str) -> Vec<Parameter>, ["rds:DescribeDBParameters"], [], group;
            /// `rds:DescribeDBClusterParameters`, the same of a cluster's group.
            DbClusterParameters: db_cluster_parameters(group: &str) -> Vec<Parameter>, ["rds:DescribeDBClusterParameters"], [], group;
            /// `rds:DescribeDBProxyEndpoints`: the extra endpoints, and the default one where AWS lists it.
            ProxyEndpoints: proxy_endpoints(proxy: &str) -> Vec<ProxyEndpoint>, ["rds:DescribeDBProxyEndpoints"], [], proxy;
            /// `rds:DescribeDBProxyEndpoints` of all proxies, by the proxy's name.
            EndpointsByProxy: endpoints_by_proxy() -> BTreeMap<String, Vec<ProxyEndpoint>>, ["rds:DescribeDBProxyEndpoints"], [], "";
            /// The endpoint of this name, whichever proxy has it, with its tags where they may be read.
            ProxyEndpoint: proxy_endpoint(name: &str) -> Option<ProxyEndpoint>, ["rds:DescribeDBProxyEndpoints"], ["rds:ListTagsForResource"], name;
            /// `servicequotas:GetServiceQuota` of `rds` / `L-D94C7EA3`: proxies per region.
            ProxyQuota: proxy_quota() -> Option<u32>, ["servicequotas:GetServiceQuota"], [], "";
            /// `rds:DescribeEvents` with `SourceType=db-proxy`, the last 14 days.
            ProxyEvents: proxy_events(proxy: &str) -> Vec<Event>, ["rds:DescribeEvents"], [], proxy;
            /// The same of all proxies.
            EventsOfProxies: events_of_proxies() -> Vec<Event>, ["rds:DescribeEvents"], [], "";
            /// `rds:DescribeEventSubscriptions`.
            EventSubscriptions: event_subscriptions() -> Vec<EventSubscription>, ["rds:DescribeEventSubscriptions"], [], "";
            /// `cloudwatch:GetMetricData`: one call for all queries of the same window, which ends now. Answers
            /// are in the order of the queries.
            Series: series(queries: &[MetricQuery], now: UnixSeconds) -> Vec<Series>, ["cloudwatch:GetMetricData"], [], "";
            /// `cloudwatch:DescribeAlarms`: metric alarms that read a metric of `AWS/RDS`.
            Alarms: alarms() -> Vec<Alarm>, ["cloudwatch:DescribeAlarms"], [], "";
            /// `cloudwatch:DescribeAlarms`, by exact name: all of it.
            Alarm: alarm(name: &str) -> Option<MetricAlarm>, ["cloudwatch:DescribeAlarms"], [], name;
            /// `cloudwatch:DescribeAlarmHistory` of each of these since then: when it went off, the oldest first.
            /// CloudWatch keeps 30 days of it.
            AlarmRings: alarm_rings(names: &[String], since: UnixSeconds) -> Vec<AlarmRing>, ["cloudwatch:DescribeAlarmHistory"], [], names.join(",");
            /// `organizations:ListAccounts`, from the management account or one that the organization has delegated
            /// it to.
            OrganizationAccounts: organization_accounts() -> Vec<MemberAccount>, ["organizations:ListAccounts"], [], "";
            /// `cloudtrail:LookupEvents` in this region, which need not be the account's: the last calls that changed
            /// the thing of this name, the newest first; a few.
            Changes: changes(resource: &str, region: &str) -> Vec<RecordedChange>, ["cloudtrail:LookupEvents"], [], resource;
            /// `sns:ListTopics`: ARNs of the region's topics; at most a few hundred.
            Topics: topics() -> Vec<String>, ["sns:ListTopics"], [], "";
            /// `xray:GetTraceSummaries`: ids of finished traces through this function; at most a hundred.
            TraceIds: trace_ids(function: &str, from: UnixSeconds, until: UnixSeconds) -> Vec<String>, ["xray:GetTraceSummaries"], [], function;
            /// `xray:BatchGetTraces`. Those that are not there are left out.
            Traces: traces(ids: &[String]) -> Vec<TracedCall>, ["xray:BatchGetTraces"], [], "";
            /// `logs:DescribeLogGroups`, by exact name.
            LogGroup: log_group(name: &str) -> Option<LogGroup>, ["logs:DescribeLogGroups"], [], name;
            /// `logs:DescribeLogGroups`: those of these names that are there.
            LogGroups: log_groups(names: &[String]) -> Vec<LogGroup>, ["logs:DescribeLogGroups"], [], "";
            /// `logs:FilterLogEvents` since then: the newest lines that hold any of these texts, or all
            /// where none is given; at most a few hundred.
            LogLines: log_lines(group: &str, texts: &[&str], since: UnixSeconds) -> Vec<LogLine>, ["logs:FilterLogEvents"], [], group;
            /// `rds:DescribeDBProxies`, all.
            Proxies: proxies() -> Vec<Proxy>, ["rds:DescribeDBProxies"], [], "";
            /// `rds:DescribeDBProxies`, by name.
            Proxy: proxy(name: &str) -> Option<Proxy>, ["rds:DescribeDBProxies"], ["rds:ListTagsForResource"], name;
            /// `rds:DescribeDBProxyTargetGroups`: the settings of the `default` group.
            Pool: pool(proxy: &str) -> Option<PoolSettings>, ["rds:DescribeDBProxyTargetGroups"], [], proxy;
            /// `rds:DescribeDBProxyTargets`; empty when none is registered.
            Targets: targets(proxy: &str) -> Vec<Target>, ["rds:DescribeDBProxyTargets"], [], proxy;
        }
    };
}
pub(super) use each_read;

/// Makes [`Read`] of the table.
macro_rules! name_reads {
    ($($(#[$doc:meta])* $read:ident: $method:ident($($arg:ident: $type:ty),*) -> $answer:ty,
       [$($needs:literal),+], [$($beside:literal),*], $resource:expr;)*) => {
        /// A question that is asked of an account, named after its method of [`super::Reader`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Read {
            $($read,)*
        }

        impl Read {
            /// Every question.
            pub const ALL: &[Self] = &[$(Self::$read,)*];

            /// The IAM actions that it cannot do without; the first names it in errors.
            #[must_use]
            pub fn needs(self) -> &'static [&'static str] {
                match self {
                    $(Self::$read => &[$($needs),+],)*
                }
            }

            /// The IAM actions without which its answer lacks something.
            #[must_use]
            pub fn beside(self) -> &'static [&'static str] {
                match self {
                    $(Self::$read => &[$($beside),*],)*
                }
            }
        }
    };
}

each_read!(name_reads);

impl Read {
    /// Everything that it asks AWS for.
    pub fn actions(self) -> impl Iterator<Item = &'static str> {
        self.needs().iter().chain(self.beside()).copied()
    }

    /// The action that names it in errors.
    #[must_use]
    pub fn operation(self) -> &'static str {
        self.needs().first().copied().unwrap_or_default()
    }
}
