//! Every question of [`super::Reader`] with its IAM action and the resource it names, as a table for
//! what wraps a reader.

use crate::domain::database::ParameterGroup;

/// Hands the table to the macro `$then`: `method(arguments) -> answer, action, resource;`
macro_rules! each_read {
    ($then:ident) => {
        $then! {
            caller() -> Caller, "sts:GetCallerIdentity", "";
            account_alias() -> Option<String>, "iam:ListAccountAliases", "";
            db_instances() -> Vec<Database>, "rds:DescribeDBInstances", "";
            db_clusters() -> Vec<DbCluster>, "rds:DescribeDBClusters", "";
            db_subnet_groups() -> Vec<DbSubnetGroup>, "rds:DescribeDBSubnetGroups", "";
            global_memberships() -> BTreeMap<String, GlobalMembership>, "rds:DescribeGlobalClusters", "";
            blue_green_deployments() -> Vec<BlueGreen>, "rds:DescribeBlueGreenDeployments", "";
            functions() -> Vec<Function>, "lambda:ListFunctions", "";
            function(name: &str) -> Option<Function>, "lambda:GetFunctionConfiguration", name;
            function_at(name: &str, qualifier: &str) -> Option<Function>, "lambda:GetFunctionConfiguration", name;
            capacity_provider(arn: &str) -> Option<CapacityProvider>, "lambda:GetCapacityProvider", arn;
            provisioned_concurrency(function: &str) -> Vec<ProvisionedConcurrency>, "lambda:ListProvisionedConcurrencyConfigs", function;
            account_concurrency() -> AccountConcurrency, "lambda:GetAccountSettings", "";
            function_tags(arn: &str) -> Option<Tags>, "lambda:ListTags", arn;
            aliases(function: &str) -> Vec<Alias>, "lambda:ListAliases", function;
            reserved_concurrency(function: &str) -> Option<u32>, "lambda:GetFunctionConcurrency", function;
            secrets() -> Vec<Secret>, "secretsmanager:ListSecrets", "";
            secret(name_or_arn: &str) -> Option<Secret>, "secretsmanager:DescribeSecret", name_or_arn;
            secret_shape(name_or_arn: &str) -> SecretShape, "secretsmanager:GetSecretValue", name_or_arn;
            secret_versions(arn: &str) -> Vec<SecretVersion>, "secretsmanager:ListSecretVersionIds", arn;
            secret_policy(arn: &str) -> Option<Document>, "secretsmanager:GetResourcePolicy", arn;
            key_policy(key: &str) -> Option<Document>, "kms:GetKeyPolicy", key;
            key_grants(key: &str) -> Vec<KeyGrant>, "kms:ListGrants", key;
            kms_keys() -> Vec<KmsKey>, "kms:ListAliases", "";
            kms_key(id: &str) -> Option<KmsKey>, "kms:DescribeKey", id;
            proxy_roles() -> Vec<Role>, "iam:ListRoles", "";
            role(name: &str) -> Option<Role>, "iam:GetRole", name;
            role_policies(role: &str) -> Option<BTreeMap<String, Document>>, "iam:ListRolePolicies", role;
            attached_policies(role: &str) -> Option<Vec<AttachedPolicy>>, "iam:ListAttachedRolePolicies", role;
            managed_policy(arn: &str) -> Option<Document>, "iam:GetPolicyVersion", arn;
            roles() -> Vec<Role>, "iam:GetAccountAuthorizationDetails", "";
            simulate(principal_arn: &str, asked: &[(String, String)]) -> Vec<Permission>, "iam:SimulatePrincipalPolicy", principal_arn;
            simulate_role(role_arn: &str, asked: &[(String, String)]) -> Vec<Simulated>, "iam:SimulatePrincipalPolicy", role_arn;
            vpc(id: &str) -> Option<Vpc>, "ec2:DescribeVpcs", id;
            vpcs() -> Vec<Vpc>, "ec2:DescribeVpcs", "";
            subnets(vpc_id: &str) -> Vec<Subnet>, "ec2:DescribeSubnets", vpc_id;
            route_tables(vpc_id: &str) -> Vec<RouteTable>, "ec2:DescribeRouteTables", vpc_id;
            security_groups(vpc_id: &str) -> Vec<SecurityGroup>, "ec2:DescribeSecurityGroups", vpc_id;
            vpc_endpoints(vpc_id: &str) -> Vec<VpcEndpoint>, "ec2:DescribeVpcEndpoints", vpc_id;
            network_acls(vpc_id: &str) -> Vec<NetworkAcl>, "ec2:DescribeNetworkAcls", vpc_id;
            prefix_lists(ids: &[String]) -> Vec<PrefixList>, "ec2:GetManagedPrefixListEntries", ids.join(",");
            peerings(vpc_id: &str) -> Vec<VpcPeering>, "ec2:DescribeVpcPeeringConnections", vpc_id;
            parameters(group: &ParameterGroup) -> Vec<Parameter>, parameters_call(group), &group.name;
            proxy_endpoints(proxy: &str) -> Vec<ProxyEndpoint>, "rds:DescribeDBProxyEndpoints", proxy;
            endpoints_by_proxy() -> BTreeMap<String, Vec<ProxyEndpoint>>, "rds:DescribeDBProxyEndpoints", "";
            proxy_endpoint(name: &str) -> Option<ProxyEndpoint>, "rds:DescribeDBProxyEndpoints", name;
            proxy_quota() -> Option<u32>, "servicequotas:GetServiceQuota", "";
            proxy_events(proxy: &str) -> Vec<Event>, "rds:DescribeEvents", proxy;
            events_of_proxies() -> Vec<Event>, "rds:DescribeEvents", "";
            event_subscriptions() -> Vec<EventSubscription>, "rds:DescribeEventSubscriptions", "";
            series(queries: &[MetricQuery], now: UnixSeconds) -> Vec<Series>, "cloudwatch:GetMetricData", "";
            alarms() -> Vec<Alarm>, "cloudwatch:DescribeAlarms", "";
            alarm(name: &str) -> Option<MetricAlarm>, "cloudwatch:DescribeAlarms", name;
            alarm_rings(names: &[String], since: UnixSeconds) -> Vec<AlarmRing>, "cloudwatch:DescribeAlarmHistory", names.join(",");
            organization_accounts() -> Vec<MemberAccount>, "organizations:ListAccounts", "";
            changes(resource: &str, region: &str) -> Vec<RecordedChange>, "cloudtrail:LookupEvents", resource;
            topics() -> Vec<String>, "sns:ListTopics", "";
            trace_ids(function: &str, from: UnixSeconds, until: UnixSeconds) -> Vec<String>, "xray:GetTraceSummaries", function;
            traces(ids: &[String]) -> Vec<TracedCall>, "xray:BatchGetTraces", "";
            log_group(name: &str) -> Option<LogGroup>, "logs:DescribeLogGroups", name;
            log_groups(names: &[String]) -> Vec<LogGroup>, "logs:DescribeLogGroups", "";
            log_lines(group: &str, texts: &[&str], since: UnixSeconds) -> Vec<LogLine>, "logs:FilterLogEvents", group;
            proxies() -> Vec<Proxy>, "rds:DescribeDBProxies", "";
            proxy(name: &str) -> Option<Proxy>, "rds:DescribeDBProxies", name;
            pool(proxy: &str) -> Option<PoolSettings>, "rds:DescribeDBProxyTargetGroups", proxy;
            targets(proxy: &str) -> Vec<Target>, "rds:DescribeDBProxyTargets", proxy;
        }
    };
}

pub(super) use each_read;

/// Instances and clusters have parameter groups of their own kind.
pub(super) fn parameters_call(group: &ParameterGroup) -> &'static str {
    if group.of_cluster { "rds:DescribeDBClusterParameters" } else { "rds:DescribeDBParameters" }
}
