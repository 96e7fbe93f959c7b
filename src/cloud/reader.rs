//! Everything the program reads.

use async_trait::async_trait;
use std::collections::BTreeMap;

use super::CloudResult;
use crate::domain::account::Caller;
use crate::domain::alarm::MetricAlarm;
use crate::domain::database::{BlueGreen, Database, GlobalMembership, Parameter, ParameterGroup};
use crate::domain::function::{AccountConcurrency, Alias, CapacityProvider, Function, ProvisionedConcurrency};
use crate::domain::monitoring::{Alarm, AlarmRing, Event, EventSubscription, LogGroup, LogLine, MetricQuery, Series};
use crate::domain::network::{NetworkAcl, PrefixList, RouteTable, SecurityGroup, Subnet, Vpc, VpcEndpoint, VpcPeering};
use crate::domain::observed::Permission;
use crate::domain::organization::MemberAccount;
use crate::domain::policy::Document;
use crate::domain::proxy::{PoolSettings, Proxy, ProxyEndpoint, Target};
use crate::domain::recorded_change::RecordedChange;
use crate::domain::role::{AttachedPolicy, Role, Simulated};
use crate::domain::secret::{KeyGrant, KmsKey, Secret, SecretShape, SecretVersion};
use crate::domain::trace::TracedCall;
use crate::domain::{Tags, UnixSeconds};

/// A cluster as `rds:DescribeDBClusters` gives it: it names its subnet group and members, whose
/// details come from two other calls that may be denied separately.
#[derive(Debug, Clone)]
pub struct DbCluster {
    /// Without VPC and subnets, and with member classes absent.
    pub database: Database,
    pub subnet_group: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DbSubnetGroup {
    pub name: String,
    pub vpc_id: String,
    pub subnet_ids: Vec<String>,
}

#[async_trait]
pub trait Reader: Send + Sync {
    /// `sts:GetCallerIdentity`.
    async fn caller(&self) -> CloudResult<Caller>;

    /// `iam:ListAccountAliases`; the first one.
    async fn account_alias(&self) -> CloudResult<Option<String>>;

    /// `rds:DescribeDBInstances`. Members of clusters are listed too; they are told apart by
    /// being named in a cluster.
    async fn db_instances(&self) -> CloudResult<Vec<Database>>;

    /// `rds:DescribeDBClusters`.
    async fn db_clusters(&self) -> CloudResult<Vec<DbCluster>>;

    /// `rds:DescribeDBSubnetGroups`.
    async fn db_subnet_groups(&self) -> CloudResult<Vec<DbSubnetGroup>>;

    /// `rds:DescribeGlobalClusters`: cluster ARN → its place in a global database.
    async fn global_memberships(&self) -> CloudResult<BTreeMap<String, GlobalMembership>>;

    /// `rds:DescribeBlueGreenDeployments`, all.
    async fn blue_green_deployments(&self) -> CloudResult<Vec<BlueGreen>>;

    /// `lambda:ListFunctions`.
    async fn functions(&self) -> CloudResult<Vec<Function>>;

    /// `lambda:GetFunctionConfiguration` of `$LATEST`.
    async fn function(&self, name: &str) -> CloudResult<Option<Function>>;

    /// `lambda:GetFunctionConfiguration` of an alias or a version.
    async fn function_at(&self, name: &str, qualifier: &str) -> CloudResult<Option<Function>>;

    /// `lambda:GetCapacityProvider`, by ARN.
    async fn capacity_provider(&self, arn: &str) -> CloudResult<Option<CapacityProvider>>;

    /// `lambda:ListProvisionedConcurrencyConfigs`; empty where none is set.
    async fn provisioned_concurrency(&self, function: &str) -> CloudResult<Vec<ProvisionedConcurrency>>;

    /// `lambda:GetAccountSettings`: how many calls the account takes at once.
    async fn account_concurrency(&self) -> CloudResult<AccountConcurrency>;

    /// `lambda:ListTags`, by the function's ARN.
    async fn function_tags(&self, arn: &str) -> CloudResult<Option<Tags>>;

    /// `lambda:ListAliases`.
    async fn aliases(&self, function: &str) -> CloudResult<Vec<Alias>>;

    /// `lambda:GetFunctionConcurrency`: reserved concurrency, if any.
    async fn reserved_concurrency(&self, function: &str) -> CloudResult<Option<u32>>;

    /// `secretsmanager:ListSecrets`.
    async fn secrets(&self) -> CloudResult<Vec<Secret>>;

    /// `secretsmanager:DescribeSecret`, by name or ARN. A secret scheduled for deletion is found,
    /// with `deleted` set.
    async fn secret(&self, name_or_arn: &str) -> CloudResult<Option<Secret>>;

    /// `secretsmanager:GetSecretValue`, only ever called with the person's consent. The password
    /// does not leave the implementation.
    async fn secret_shape(&self, name_or_arn: &str) -> CloudResult<SecretShape>;

    /// `secretsmanager:ListSecretVersionIds`.
    async fn secret_versions(&self, arn: &str) -> CloudResult<Vec<SecretVersion>>;

    /// `secretsmanager:GetResourcePolicy`; `None` where the secret has none.
    async fn secret_policy(&self, arn: &str) -> CloudResult<Option<Document>>;

    /// `kms:GetKeyPolicy`, the `default` one.
    async fn key_policy(&self, key: &str) -> CloudResult<Option<Document>>;

    /// `kms:ListGrants`.
    async fn key_grants(&self, key: &str) -> CloudResult<Vec<KeyGrant>>;

    /// `kms:ListAliases` and `kms:DescribeKey`: the keys that carry an alias of the customer's.
    async fn kms_keys(&self) -> CloudResult<Vec<KmsKey>>;

    /// `kms:DescribeKey`, by id, ARN or alias; `kms:ListAliases` for its aliases, unless denied.
    async fn kms_key(&self, id: &str) -> CloudResult<Option<KmsKey>>;

    /// `iam:ListRoles`: name and ARN of roles that `rds.amazonaws.com` may assume, without their
    /// policies.
    async fn proxy_roles(&self) -> CloudResult<Vec<Role>>;

    /// `iam:GetRole`, by name, without path: the role without its policies.
    async fn role(&self, name: &str) -> CloudResult<Option<Role>>;

    /// `iam:ListRolePolicies` and `GetRolePolicy`: the role's own policies by name; `None` without the role.
    async fn role_policies(&self, role: &str) -> CloudResult<Option<BTreeMap<String, Document>>>;

    /// `iam:ListAttachedRolePolicies`, without documents; `None` without the role.
    async fn attached_policies(&self, role: &str) -> CloudResult<Option<Vec<AttachedPolicy>>>;

    /// `iam:GetPolicy` and `GetPolicyVersion`: the version in force.
    async fn managed_policy(&self, arn: &str) -> CloudResult<Option<Document>>;

    /// `iam:GetAccountAuthorizationDetails`: every role of the account with its policies, in a few pages
    /// however many there are.
    async fn roles(&self) -> CloudResult<Vec<Role>>;

    /// `iam:SimulatePrincipalPolicy` for each action on its resource.
    async fn simulate(&self, principal_arn: &str, asked: &[(String, String)]) -> CloudResult<Vec<Permission>>;

    /// `iam:SimulatePrincipalPolicy`, as the second opinion about a role.
    async fn simulate_role(&self, role_arn: &str, asked: &[(String, String)]) -> CloudResult<Vec<Simulated>>;

    /// `ec2:DescribeVpcs`, `DescribeVpcAttribute` for the DNS settings, `DescribeDhcpOptions` for
    /// the name servers.
    async fn vpc(&self, id: &str) -> CloudResult<Option<Vpc>>;

    /// `ec2:DescribeVpcs`, all, without DNS settings.
    async fn vpcs(&self) -> CloudResult<Vec<Vpc>>;

    async fn subnets(&self, vpc_id: &str) -> CloudResult<Vec<Subnet>>;

    async fn route_tables(&self, vpc_id: &str) -> CloudResult<Vec<RouteTable>>;

    /// `ec2:DescribeSecurityGroups` and `DescribeSecurityGroupRules`, or the former's own rules
    /// where the latter is denied.
    async fn security_groups(&self, vpc_id: &str) -> CloudResult<Vec<SecurityGroup>>;

    async fn vpc_endpoints(&self, vpc_id: &str) -> CloudResult<Vec<VpcEndpoint>>;

    /// `ec2:DescribeNetworkAcls`.
    async fn network_acls(&self, vpc_id: &str) -> CloudResult<Vec<NetworkAcl>>;

    /// `ec2:GetManagedPrefixListEntries`, and `DescribeManagedPrefixLists` for the names.
    async fn prefix_lists(&self, ids: &[String]) -> CloudResult<Vec<PrefixList>>;

    /// `ec2:DescribeVpcPeeringConnections` with this VPC on either side.
    async fn peerings(&self, vpc_id: &str) -> CloudResult<Vec<VpcPeering>>;

    /// `rds:DescribeDBParameters` or `DescribeDBClusterParameters`: those with a value.
    async fn parameters(&self, group: &ParameterGroup) -> CloudResult<Vec<Parameter>>;

    /// `rds:DescribeDBProxyEndpoints`: the extra endpoints, and the default one where AWS lists it.
    async fn proxy_endpoints(&self, proxy: &str) -> CloudResult<Vec<ProxyEndpoint>>;

    /// `rds:DescribeDBProxyEndpoints` of all proxies, by the proxy's name.
    async fn endpoints_by_proxy(&self) -> CloudResult<BTreeMap<String, Vec<ProxyEndpoint>>>;

    /// The endpoint of this name, whichever proxy has it, with its tags where they may be read.
    async fn proxy_endpoint(&self, name: &str) -> CloudResult<Option<ProxyEndpoint>>;

    /// `servicequotas:GetServiceQuota` of `rds` / `L-D94C7EA3`: proxies per region.
    async fn proxy_quota(&self) -> CloudResult<Option<u32>>;

    /// `rds:DescribeEvents` with `SourceType=db-proxy`, the last 14 days.
    async fn proxy_events(&self, proxy: &str) -> CloudResult<Vec<Event>>;

    /// The same of all proxies.
    async fn events_of_proxies(&self) -> CloudResult<Vec<Event>>;

    /// `rds:DescribeEventSubscriptions`.
    async fn event_subscriptions(&self) -> CloudResult<Vec<EventSubscription>>;

    /// `cloudwatch:GetMetricData`: one call for all queries of the same window, which ends now. Answers
    /// are in the order of the queries.
    async fn series(&self, queries: &[MetricQuery], now: UnixSeconds) -> CloudResult<Vec<Series>>;

    /// `cloudwatch:DescribeAlarms`: metric alarms that read a metric of `AWS/RDS`.
    async fn alarms(&self) -> CloudResult<Vec<Alarm>>;

    /// `cloudwatch:DescribeAlarms`, by exact name: all of it.
    async fn alarm(&self, name: &str) -> CloudResult<Option<MetricAlarm>>;

    /// `cloudwatch:DescribeAlarmHistory` of each of these since then: when it went off, the oldest first.
    /// CloudWatch keeps 30 days of it.
    async fn alarm_rings(&self, names: &[String], since: UnixSeconds) -> CloudResult<Vec<AlarmRing>>;

    /// `organizations:ListAccounts`, from the management account or one that the organization has delegated
    /// it to.
    async fn organization_accounts(&self) -> CloudResult<Vec<MemberAccount>>;

    /// `cloudtrail:LookupEvents` in this region, which need not be the account's: the last calls that changed
    /// the thing of this name, the newest first; a few.
    async fn changes(&self, resource: &str, region: &str) -> CloudResult<Vec<RecordedChange>>;

    /// `sns:ListTopics`: ARNs of the region's topics; at most a few hundred.
    async fn topics(&self) -> CloudResult<Vec<String>>;

    /// `xray:GetTraceSummaries`: ids of finished traces through this function; at most a hundred.
    async fn trace_ids(&self, function: &str, from: UnixSeconds, until: UnixSeconds) -> CloudResult<Vec<String>>;

    /// `xray:BatchGetTraces`. Those that are not there are left out.
    async fn traces(&self, ids: &[String]) -> CloudResult<Vec<TracedCall>>;

    /// `logs:DescribeLogGroups`, by exact name.
    async fn log_group(&self, name: &str) -> CloudResult<Option<LogGroup>>;

    /// `logs:DescribeLogGroups`: those of these names that are there.
    async fn log_groups(&self, names: &[String]) -> CloudResult<Vec<LogGroup>>;

    /// `logs:FilterLogEvents` since then: the newest lines that hold any of these texts, or all
    /// where none is given; at most a few hundred.
    async fn log_lines(&self, group: &str, texts: &[&str], since: UnixSeconds) -> CloudResult<Vec<LogLine>>;

    /// `rds:DescribeDBProxies`, all.
    async fn proxies(&self) -> CloudResult<Vec<Proxy>>;

    /// `rds:DescribeDBProxies`, by name.
    async fn proxy(&self, name: &str) -> CloudResult<Option<Proxy>>;

    /// `rds:DescribeDBProxyTargetGroups`: the settings of the `default` group.
    async fn pool(&self, proxy: &str) -> CloudResult<Option<PoolSettings>>;

    /// `rds:DescribeDBProxyTargets`; empty when none is registered.
    async fn targets(&self, proxy: &str) -> CloudResult<Vec<Target>>;
}
