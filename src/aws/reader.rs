//! Which service answers which question of [`Reader`].

use async_trait::async_trait;
use std::collections::BTreeMap;

use super::{
    Aws, cloudtrail, cloudwatch, ec2, iam, kms, lambda, logs, organizations, quotas, rds, secrets, sns, sts, xray,
};
use crate::cloud::{CloudResult, DbCluster, DbSubnetGroup, Reader};
use crate::domain::account::Caller;
use crate::domain::alarm::MetricAlarm;
use crate::domain::database::{BlueGreen, Database, GlobalMembership, Parameter};
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

#[async_trait]
impl Reader for Aws {
    async fn caller(&self) -> CloudResult<Caller> {
        sts::caller(&self.sts).await
    }

    async fn account_alias(&self) -> CloudResult<Option<String>> {
        iam::read::account_alias(&self.iam).await
    }

    async fn db_instances(&self) -> CloudResult<Vec<Database>> {
        rds::databases::instances(&self.rds).await
    }

    async fn db_clusters(&self) -> CloudResult<Vec<DbCluster>> {
        rds::databases::clusters(&self.rds).await
    }

    async fn db_subnet_groups(&self) -> CloudResult<Vec<DbSubnetGroup>> {
        rds::databases::subnet_groups(&self.rds).await
    }

    async fn global_memberships(&self) -> CloudResult<BTreeMap<String, GlobalMembership>> {
        rds::databases::global_memberships(&self.rds).await
    }

    async fn blue_green_deployments(&self) -> CloudResult<Vec<BlueGreen>> {
        rds::blue_green::deployments(&self.rds).await
    }

    async fn functions(&self) -> CloudResult<Vec<Function>> {
        lambda::functions(&self.lambda).await
    }

    async fn function(&self, name: &str) -> CloudResult<Option<Function>> {
        lambda::function(&self.lambda, name).await
    }

    async fn function_at(&self, name: &str, qualifier: &str) -> CloudResult<Option<Function>> {
        lambda::function_at(&self.lambda, name, qualifier).await
    }

    async fn capacity_provider(&self, arn: &str) -> CloudResult<Option<CapacityProvider>> {
        lambda::facts::capacity_provider(&self.lambda, arn).await
    }

    async fn provisioned_concurrency(&self, function: &str) -> CloudResult<Vec<ProvisionedConcurrency>> {
        lambda::facts::provisioned_concurrency(&self.lambda, function).await
    }

    async fn account_concurrency(&self) -> CloudResult<AccountConcurrency> {
        lambda::facts::account_concurrency(&self.lambda).await
    }

    async fn function_tags(&self, arn: &str) -> CloudResult<Option<Tags>> {
        lambda::facts::tags(&self.lambda, arn).await
    }

    async fn aliases(&self, function: &str) -> CloudResult<Vec<Alias>> {
        lambda::aliases(&self.lambda, function).await
    }

    async fn reserved_concurrency(&self, function: &str) -> CloudResult<Option<u32>> {
        lambda::reserved_concurrency(&self.lambda, function).await
    }

    async fn secrets(&self) -> CloudResult<Vec<Secret>> {
        secrets::secrets(&self.secrets).await
    }

    async fn secret(&self, name_or_arn: &str) -> CloudResult<Option<Secret>> {
        secrets::secret(&self.secrets, name_or_arn).await
    }

    async fn secret_shape(&self, name_or_arn: &str) -> CloudResult<SecretShape> {
        secrets::shape::shape(&self.secrets, name_or_arn).await
    }

    async fn secret_versions(&self, arn: &str) -> CloudResult<Vec<SecretVersion>> {
        secrets::history::versions(&self.secrets, arn).await
    }

    async fn secret_policy(&self, arn: &str) -> CloudResult<Option<Document>> {
        secrets::history::policy(&self.secrets, arn).await
    }

    async fn key_policy(&self, key: &str) -> CloudResult<Option<Document>> {
        kms::access::policy(&self.kms, key).await
    }

    async fn key_grants(&self, key: &str) -> CloudResult<Vec<KeyGrant>> {
        kms::access::grants(&self.kms, key).await
    }

    async fn kms_keys(&self) -> CloudResult<Vec<KmsKey>> {
        kms::keys(&self.kms).await
    }

    async fn kms_key(&self, id: &str) -> CloudResult<Option<KmsKey>> {
        kms::key(&self.kms, id).await
    }

    async fn proxy_roles(&self) -> CloudResult<Vec<Role>> {
        iam::read::proxy_roles(&self.iam).await
    }

    async fn role(&self, name: &str) -> CloudResult<Option<Role>> {
        iam::read::role(&self.iam, name).await
    }

    async fn role_policies(&self, role: &str) -> CloudResult<Option<BTreeMap<String, Document>>> {
        iam::read::inline(&self.iam, role).await
    }

    async fn attached_policies(&self, role: &str) -> CloudResult<Option<Vec<AttachedPolicy>>> {
        iam::read::attached(&self.iam, role).await
    }

    async fn managed_policy(&self, arn: &str) -> CloudResult<Option<Document>> {
        iam::read::managed_policy(&self.iam, arn).await
    }

    async fn roles(&self) -> CloudResult<Vec<Role>> {
        iam::details::roles(&self.iam).await
    }

    async fn simulate(&self, principal_arn: &str, asked: &[(String, String)]) -> CloudResult<Vec<Permission>> {
        iam::simulate::permissions(&self.iam, principal_arn, asked).await
    }

    async fn simulate_role(&self, role_arn: &str, asked: &[(String, String)]) -> CloudResult<Vec<Simulated>> {
        iam::simulate::simulated(&self.iam, role_arn, asked).await
    }

    async fn vpc(&self, id: &str) -> CloudResult<Option<Vpc>> {
        ec2::network::vpc(&self.ec2, id).await
    }

    async fn vpcs(&self) -> CloudResult<Vec<Vpc>> {
        ec2::network::vpcs(&self.ec2).await
    }

    async fn subnets(&self, vpc_id: &str) -> CloudResult<Vec<Subnet>> {
        ec2::network::subnets(&self.ec2, vpc_id).await
    }

    async fn route_tables(&self, vpc_id: &str) -> CloudResult<Vec<RouteTable>> {
        ec2::network::route_tables(&self.ec2, vpc_id).await
    }

    async fn security_groups(&self, vpc_id: &str) -> CloudResult<Vec<SecurityGroup>> {
        ec2::groups::groups(&self.ec2, vpc_id).await
    }

    async fn vpc_endpoints(&self, vpc_id: &str) -> CloudResult<Vec<VpcEndpoint>> {
        ec2::network::endpoints(&self.ec2, vpc_id).await
    }

    async fn network_acls(&self, vpc_id: &str) -> CloudResult<Vec<NetworkAcl>> {
        ec2::acls::acls(&self.ec2, vpc_id).await
    }

    async fn prefix_lists(&self, ids: &[String]) -> CloudResult<Vec<PrefixList>> {
        ec2::peers::prefix_lists(&self.ec2, ids).await
    }

    async fn peerings(&self, vpc_id: &str) -> CloudResult<Vec<VpcPeering>> {
        ec2::peers::peerings(&self.ec2, vpc_id).await
    }

    async fn db_parameters(&self, group: &str) -> CloudResult<Vec<Parameter>> {
        rds::parameters::of_instance(&self.rds, group).await
    }

    async fn db_cluster_parameters(&self, group: &str) -> CloudResult<Vec<Parameter>> {
        rds::parameters::of_cluster(&self.rds, group).await
    }

    async fn proxy_endpoints(&self, proxy: &str) -> CloudResult<Vec<ProxyEndpoint>> {
        rds::proxy_endpoints::endpoints(&self.rds, Some(proxy)).await
    }

    async fn endpoints_by_proxy(&self) -> CloudResult<BTreeMap<String, Vec<ProxyEndpoint>>> {
        rds::proxy_endpoints::by_proxy(&self.rds).await
    }

    async fn proxy_endpoint(&self, name: &str) -> CloudResult<Option<ProxyEndpoint>> {
        rds::proxy_endpoints::endpoint(&self.rds, name).await
    }

    async fn proxy_quota(&self) -> CloudResult<Option<u32>> {
        quotas::proxies(&self.quotas).await
    }

    async fn proxy_events(&self, proxy: &str) -> CloudResult<Vec<Event>> {
        rds::events::of_proxies(&self.rds, Some(proxy)).await
    }

    async fn events_of_proxies(&self) -> CloudResult<Vec<Event>> {
        rds::events::of_proxies(&self.rds, None).await
    }

    async fn event_subscriptions(&self) -> CloudResult<Vec<EventSubscription>> {
        rds::events::subscriptions(&self.rds).await
    }

    async fn series(&self, queries: &[MetricQuery], now: UnixSeconds) -> CloudResult<Vec<Series>> {
        cloudwatch::series(&self.cloudwatch, queries, now).await
    }

    async fn alarms(&self) -> CloudResult<Vec<Alarm>> {
        cloudwatch::alarms(&self.cloudwatch).await
    }

    async fn alarm(&self, name: &str) -> CloudResult<Option<MetricAlarm>> {
        cloudwatch::alarm(&self.cloudwatch, name).await
    }

    async fn alarm_rings(&self, names: &[String], since: UnixSeconds) -> CloudResult<Vec<AlarmRing>> {
        cloudwatch::history::rings(&self.cloudwatch, names, since).await
    }

    async fn organization_accounts(&self) -> CloudResult<Vec<MemberAccount>> {
        organizations::accounts(&self.organizations).await
    }

    async fn changes(&self, resource: &str, region: &str) -> CloudResult<Vec<RecordedChange>> {
        cloudtrail::changes(&self.cloudtrail, resource, region).await
    }

    async fn topics(&self) -> CloudResult<Vec<String>> {
        sns::topics(&self.sns).await
    }

    async fn trace_ids(&self, function: &str, from: UnixSeconds, until: UnixSeconds) -> CloudResult<Vec<String>> {
        xray::ids(&self.xray, function, from, until).await
    }

    async fn traces(&self, ids: &[String]) -> CloudResult<Vec<TracedCall>> {
        xray::traces(&self.xray, ids).await
    }

    async fn log_group(&self, name: &str) -> CloudResult<Option<LogGroup>> {
        logs::group(&self.logs, name).await
    }

    async fn log_groups(&self, names: &[String]) -> CloudResult<Vec<LogGroup>> {
        logs::groups(&self.logs, names).await
    }

    async fn log_lines(&self, group: &str, texts: &[&str], since: UnixSeconds) -> CloudResult<Vec<LogLine>> {
        logs::lines(&self.logs, group, texts, since).await
    }

    async fn proxies(&self) -> CloudResult<Vec<Proxy>> {
        rds::proxies::proxies(&self.rds).await
    }

    async fn proxy(&self, name: &str) -> CloudResult<Option<Proxy>> {
        rds::proxies::proxy(&self.rds, name).await
    }

    async fn pool(&self, proxy: &str) -> CloudResult<Option<PoolSettings>> {
        rds::proxies::pool(&self.rds, proxy).await
    }

    async fn targets(&self, proxy: &str) -> CloudResult<Vec<Target>> {
        rds::proxies::targets(&self.rds, proxy).await
    }
}
