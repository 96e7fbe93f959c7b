//! The reading half of the account: each question with the permissions it needs.

use async_trait::async_trait;
use std::collections::BTreeMap;

use super::account::Practice;
use super::{
    acls, endpoints, fault, iam, kms, lambda, measured, parameters, person, proxies, proxy_endpoints, rds, records,
    secrets, trail, watching,
};
use crate::cloud::{CloudError, CloudResult, DbCluster, DbSubnetGroup, ErrorKind, Read, Reader};
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

const GROUP_RULES: &str = "ec2:DescribeSecurityGroupRules";
const VPC_ATTRIBUTE: &str = "ec2:DescribeVpcAttribute";

fn without_dns(vpc: &Vpc) -> Vpc {
    Vpc { dns_support: None, dns_hostnames: None, dns_servers: None, ..vpc.clone() }
}

fn no_proxy(operation: &str, name: &str) -> CloudError {
    fault::error(ErrorKind::NotFound, operation, name, "DBProxyNotFoundFault", "The proxy does not exist.")
}

#[async_trait]
impl Reader for Practice {
    async fn caller(&self) -> CloudResult<Caller> {
        let caller = |state: &super::state::State| Caller {
            account: state.account.id.clone(),
            arn: fault::principal(&state.account.id),
        };
        self.ask(Read::Caller, |state, _| caller(state)).await
    }

    async fn account_alias(&self) -> CloudResult<Option<String>> {
        self.ask(Read::AccountAlias, |state, _| state.account.alias.clone()).await
    }

    async fn db_instances(&self) -> CloudResult<Vec<Database>> {
        self.ask(Read::DbInstances, rds::instances).await
    }

    async fn db_clusters(&self) -> CloudResult<Vec<DbCluster>> {
        self.ask(Read::DbClusters, rds::clusters).await
    }

    async fn db_subnet_groups(&self) -> CloudResult<Vec<DbSubnetGroup>> {
        self.ask(Read::DbSubnetGroups, |state, _| rds::subnet_groups(state)).await
    }

    async fn global_memberships(&self) -> CloudResult<BTreeMap<String, GlobalMembership>> {
        self.ask(Read::GlobalMemberships, |state, _| rds::global_memberships(state)).await
    }

    async fn blue_green_deployments(&self) -> CloudResult<Vec<BlueGreen>> {
        self.ask(Read::BlueGreenDeployments, |state, _| state.blue_green.clone()).await
    }

    async fn functions(&self) -> CloudResult<Vec<Function>> {
        let list = |state: &super::state::State| state.functions.iter().map(lambda::listed).collect();
        self.ask(Read::Functions, |state, _| list(state)).await
    }

    async fn function(&self, name: &str) -> CloudResult<Option<Function>> {
        self.ask(Read::Function, |state, now| {
            lambda::find(state, name).map(|record| lambda::configuration(record, now))
        })
        .await
    }

    async fn function_at(&self, name: &str, qualifier: &str) -> CloudResult<Option<Function>> {
        self.ask(Read::FunctionAt, |state, now| lambda::configuration_at(lambda::find(state, name)?, qualifier, now))
            .await
    }

    async fn capacity_provider(&self, arn: &str) -> CloudResult<Option<CapacityProvider>> {
        self.ask(Read::CapacityProvider, |state, _| {
            state.capacity_providers.iter().find(|provider| provider.arn == arn).cloned()
        })
        .await
    }

    async fn provisioned_concurrency(&self, function: &str) -> CloudResult<Vec<ProvisionedConcurrency>> {
        self.ask(Read::ProvisionedConcurrency, |state, _| {
            lambda::find(state, function).map(|record| record.provisioned.clone()).unwrap_or_default()
        })
        .await
    }

    async fn account_concurrency(&self) -> CloudResult<AccountConcurrency> {
        self.ask(Read::AccountConcurrency, |state, _| lambda::account_concurrency(state)).await
    }

    async fn function_tags(&self, arn: &str) -> CloudResult<Option<Tags>> {
        self.ask(Read::FunctionTags, |state, _| {
            let record = state.functions.iter().find(|record| record.function.arn == arn)?;
            Some(record.tags.clone())
        })
        .await
    }

    async fn aliases(&self, function: &str) -> CloudResult<Vec<Alias>> {
        self.ask(Read::Aliases, |state, _| {
            lambda::find(state, function).map(|record| record.aliases.clone()).unwrap_or_default()
        })
        .await
    }

    async fn reserved_concurrency(&self, function: &str) -> CloudResult<Option<u32>> {
        self.ask(Read::ReservedConcurrency, |state, _| lambda::find(state, function)?.reserved).await
    }

    async fn secrets(&self) -> CloudResult<Vec<Secret>> {
        // Secrets scheduled for deletion are listed only where one asks for them.
        self.ask(Read::Secrets, |state, now| {
            let listed = state.secrets.iter().filter(|record| !record.secret.deleted);
            listed.map(|record| secrets::described(record, now)).collect()
        })
        .await
    }

    async fn secret(&self, name_or_arn: &str) -> CloudResult<Option<Secret>> {
        self.ask(Read::Secret, |state, now| {
            secrets::find(state, name_or_arn).map(|record| secrets::described(record, now))
        })
        .await
    }

    async fn secret_shape(&self, name_or_arn: &str) -> CloudResult<SecretShape> {
        self.ask(Read::SecretShape, |state, _| secrets::shape(state, name_or_arn)).await?
    }

    async fn secret_versions(&self, arn: &str) -> CloudResult<Vec<SecretVersion>> {
        self.ask(Read::SecretVersions, |state, now| {
            secrets::existing(state, Read::SecretVersions.operation(), arn).map(|record| secrets::versions(record, now))
        })
        .await?
    }

    async fn secret_policy(&self, arn: &str) -> CloudResult<Option<Document>> {
        self.ask(Read::SecretPolicy, |state, _| {
            secrets::existing(state, Read::SecretPolicy.operation(), arn).map(|record| record.policy.clone())
        })
        .await?
    }

    async fn key_policy(&self, key: &str) -> CloudResult<Option<Document>> {
        self.ask(Read::KeyPolicy, |state, _| kms::policy(state, key)).await
    }

    async fn key_grants(&self, _key: &str) -> CloudResult<Vec<KeyGrant>> {
        // Nobody in the company uses grants.
        self.ask(Read::KeyGrants, |_, _| Vec::new()).await
    }

    async fn kms_keys(&self) -> CloudResult<Vec<KmsKey>> {
        self.ask(Read::KmsKeys, |state, _| kms::customer_keys(state)).await
    }

    async fn kms_key(&self, id: &str) -> CloudResult<Option<KmsKey>> {
        self.ask(Read::KmsKey, |state, _| kms::key(state, id).cloned()).await
    }

    async fn proxy_roles(&self) -> CloudResult<Vec<Role>> {
        let bare = |role: &Role| Role { inline: BTreeMap::new(), attached: Vec::new(), ..role.clone() };
        self.ask(Read::ProxyRoles, |state, _| {
            let roles = state.roles.iter().map(|record| &record.role);
            roles.filter(|role| iam::trusts(role, "rds.amazonaws.com")).map(bare).collect()
        })
        .await
    }

    async fn role(&self, name: &str) -> CloudResult<Option<Role>> {
        self.ask(Read::Role, |state, _| iam::find(state, name).map(iam::described)).await
    }

    async fn role_policies(&self, role: &str) -> CloudResult<Option<BTreeMap<String, Document>>> {
        self.ask(Read::RolePolicies, |state, _| iam::find(state, role).map(|record| record.role.inline.clone())).await
    }

    async fn attached_policies(&self, role: &str) -> CloudResult<Option<Vec<AttachedPolicy>>> {
        let named = |policy: &AttachedPolicy| AttachedPolicy { document: None, ..policy.clone() };
        let listed = |record: &super::state::RoleRecord| record.role.attached.iter().map(named).collect();
        self.ask(Read::AttachedPolicies, |state, _| iam::find(state, role).map(listed)).await
    }

    async fn managed_policy(&self, arn: &str) -> CloudResult<Option<Document>> {
        self.ask(Read::ManagedPolicy, |state, _| iam::managed_policy(state, arn)).await
    }

    async fn roles(&self) -> CloudResult<Vec<Role>> {
        let listed = |state: &super::state::State| state.roles.iter().map(iam::detailed).collect();
        self.ask(Read::Roles, |state, _| listed(state)).await
    }

    async fn simulate(&self, principal_arn: &str, asked: &[(String, String)]) -> CloudResult<Vec<Permission>> {
        self.ask(Read::Simulate, |state, _| {
            let own = Caller { account: state.account.id.clone(), arn: fault::principal(&state.account.id) };
            let person = principal_arn == own.policy_source_arn() || principal_arn == own.arn;
            let role = iam::by_arn(state, principal_arn).map(|record| &record.role);
            if !person && role.is_none() {
                return Err(CloudError::not_found(Read::Simulate.operation(), principal_arn).with_code("NoSuchEntity"));
            }
            let allowed = |action: &str, resource: &str| match role {
                Some(role) => iam::simulated(role, action, resource).decision == "allowed",
                None => person::may(state, action),
            };
            let answer = |(action, resource): &(String, String)| Permission {
                action: action.clone(),
                resource: resource.clone(),
                allowed: allowed(action, resource),
            };
            Ok(asked.iter().map(answer).collect())
        })
        .await?
    }

    async fn simulate_role(&self, role_arn: &str, asked: &[(String, String)]) -> CloudResult<Vec<Simulated>> {
        self.ask(Read::SimulateRole, |state, _| {
            let record = iam::by_arn(state, role_arn).ok_or_else(|| {
                CloudError::not_found(Read::SimulateRole.operation(), role_arn).with_code("NoSuchEntity")
            })?;
            Ok(asked.iter().map(|(action, resource)| iam::simulated(&record.role, action, resource)).collect())
        })
        .await?
    }

    async fn vpc(&self, id: &str) -> CloudResult<Option<Vpc>> {
        let (dns, servers) = (self.may(VPC_ATTRIBUTE), self.may("ec2:DescribeDhcpOptions"));
        self.ask(Read::Vpc, |state, _| {
            let vpc = state.vpcs.iter().find(|vpc| vpc.id == id)?;
            let mut vpc =
                if dns { vpc.clone() } else { Vpc { dns_servers: vpc.dns_servers.clone(), ..without_dns(vpc) } };
            vpc.dns_servers = vpc.dns_servers.filter(|_| servers);
            Some(vpc)
        })
        .await
    }

    async fn vpcs(&self) -> CloudResult<Vec<Vpc>> {
        self.ask(Read::Vpcs, |state, _| state.vpcs.iter().map(without_dns).collect()).await
    }

    async fn subnets(&self, vpc_id: &str) -> CloudResult<Vec<Subnet>> {
        self.ask(Read::Subnets, |state, _| {
            state.subnets.iter().filter(|subnet| subnet.vpc_id == vpc_id).cloned().collect()
        })
        .await
    }

    async fn route_tables(&self, vpc_id: &str) -> CloudResult<Vec<RouteTable>> {
        self.ask(Read::RouteTables, |state, _| {
            state.route_tables.iter().filter(|table| table.vpc_id == vpc_id).cloned().collect()
        })
        .await
    }

    async fn security_groups(&self, vpc_id: &str) -> CloudResult<Vec<SecurityGroup>> {
        let ids = self.may(GROUP_RULES);
        self.ask(Read::SecurityGroups, |state, _| {
            let mut groups: Vec<SecurityGroup> =
                state.groups.iter().filter(|group| group.vpc_id == vpc_id).cloned().collect();
            for rule in groups.iter_mut().flat_map(|group| &mut group.rules).filter(|_| !ids) {
                rule.id = None;
            }
            groups
        })
        .await
    }

    async fn vpc_endpoints(&self, vpc_id: &str) -> CloudResult<Vec<VpcEndpoint>> {
        self.ask(Read::VpcEndpoints, |state, now| {
            let own = state.endpoints.iter().filter(|record| record.endpoint.vpc_id == vpc_id);
            own.map(|record| endpoints::at(record, now)).collect()
        })
        .await
    }

    async fn network_acls(&self, vpc_id: &str) -> CloudResult<Vec<NetworkAcl>> {
        self.ask(Read::NetworkAcls, |state, _| acls::of_vpc(state, vpc_id)).await
    }

    async fn prefix_lists(&self, ids: &[String]) -> CloudResult<Vec<PrefixList>> {
        self.ask(Read::PrefixLists, |state, _| {
            state.prefix_lists.iter().filter(|list| ids.contains(&list.id)).cloned().collect()
        })
        .await
    }

    async fn peerings(&self, vpc_id: &str) -> CloudResult<Vec<VpcPeering>> {
        self.ask(Read::Peerings, |state, _| {
            let ours = |one: &&VpcPeering| one.requester_vpc == vpc_id || one.accepter_vpc == vpc_id;
            state.peerings.iter().filter(ours).cloned().collect()
        })
        .await
    }

    async fn db_parameters(&self, group: &str) -> CloudResult<Vec<Parameter>> {
        self.ask(Read::DbParameters, |state, _| parameters::of_group(state, group)).await
    }

    async fn db_cluster_parameters(&self, group: &str) -> CloudResult<Vec<Parameter>> {
        self.ask(Read::DbClusterParameters, |state, _| parameters::of_group(state, group)).await
    }

    async fn proxy_endpoints(&self, proxy: &str) -> CloudResult<Vec<ProxyEndpoint>> {
        self.ask(Read::ProxyEndpoints, |state, now| {
            let record =
                proxies::find(state, proxy).ok_or_else(|| no_proxy(Read::ProxyEndpoints.operation(), proxy))?;
            Ok(rds::proxy_endpoints(record, now))
        })
        .await?
    }

    async fn endpoints_by_proxy(&self) -> CloudResult<BTreeMap<String, Vec<ProxyEndpoint>>> {
        self.ask(Read::EndpointsByProxy, |state, now| {
            let named =
                |record: &super::state::ProxyRecord| (record.proxy.name.clone(), rds::proxy_endpoints(record, now));
            state.proxies.iter().map(named).collect()
        })
        .await
    }

    async fn proxy_endpoint(&self, name: &str) -> CloudResult<Option<ProxyEndpoint>> {
        let tags = self.may("rds:ListTagsForResource");
        self.ask(Read::ProxyEndpoint, |state, now| {
            let endpoint = proxy_endpoints::named(state, name, now)?;
            Some(if tags { endpoint } else { ProxyEndpoint { tags: None, ..endpoint } })
        })
        .await
    }

    async fn proxy_quota(&self) -> CloudResult<Option<u32>> {
        self.ask(Read::ProxyQuota, |_, _| u32::try_from(proxies::PROXY_QUOTA).ok()).await
    }

    async fn proxy_events(&self, proxy: &str) -> CloudResult<Vec<Event>> {
        self.ask(Read::ProxyEvents, |state, _| {
            state.recorded.events.iter().filter(|event| event.source == proxy).cloned().collect()
        })
        .await
    }

    async fn events_of_proxies(&self) -> CloudResult<Vec<Event>> {
        self.ask(Read::EventsOfProxies, |state, _| state.recorded.events.clone()).await
    }

    async fn event_subscriptions(&self) -> CloudResult<Vec<EventSubscription>> {
        self.ask(Read::EventSubscriptions, |state, _| state.recorded.subscriptions.clone()).await
    }

    async fn series(&self, queries: &[MetricQuery], now: UnixSeconds) -> CloudResult<Vec<Series>> {
        let mut series = self.ask(Read::Series, |state, _| measured::series(state, queries, now)).await?;
        self.environments().over(queries, &mut series);
        Ok(series)
    }

    async fn alarms(&self) -> CloudResult<Vec<Alarm>> {
        self.ask(Read::Alarms, |state, _| watching::outlines(state)).await
    }

    async fn alarm(&self, name: &str) -> CloudResult<Option<MetricAlarm>> {
        self.ask(Read::Alarm, |state, _| watching::alarm(state, name)).await
    }

    async fn alarm_rings(&self, names: &[String], since: UnixSeconds) -> CloudResult<Vec<AlarmRing>> {
        self.ask(Read::AlarmRings, |state, _| watching::rings(state, names, since)).await
    }

    async fn organization_accounts(&self) -> CloudResult<Vec<MemberAccount>> {
        let accounts = self.ask(Read::OrganizationAccounts, |state, _| state.organization.clone()).await?;
        if accounts.is_empty() {
            return Err(fault::no_organization(Read::OrganizationAccounts.operation()));
        }
        Ok(accounts)
    }

    async fn changes(&self, resource: &str, _region: &str) -> CloudResult<Vec<RecordedChange>> {
        self.ask(Read::Changes, |state, now| trail::changes(state, resource, now)).await
    }

    async fn topics(&self) -> CloudResult<Vec<String>> {
        self.ask(Read::Topics, |state, _| watching::topics(state)).await
    }

    async fn trace_ids(&self, function: &str, from: UnixSeconds, until: UnixSeconds) -> CloudResult<Vec<String>> {
        self.ask(Read::TraceIds, |_, _| ()).await?;
        Ok(self.environments().traced(function, from, until))
    }

    async fn traces(&self, ids: &[String]) -> CloudResult<Vec<TracedCall>> {
        self.ask(Read::Traces, |_, _| ()).await?;
        Ok(self.environments().traces(ids))
    }

    async fn log_group(&self, name: &str) -> CloudResult<Option<LogGroup>> {
        self.ask(Read::LogGroup, |state, _| records::log_group(state, name)).await
    }

    async fn log_groups(&self, names: &[String]) -> CloudResult<Vec<LogGroup>> {
        self.ask(Read::LogGroups, |state, _| names.iter().filter_map(|name| records::log_group(state, name)).collect())
            .await
    }

    async fn log_lines(&self, group: &str, texts: &[&str], since: UnixSeconds) -> CloudResult<Vec<LogLine>> {
        self.ask(Read::LogLines, |state, now| records::lines(state, group, texts, since, now)).await
    }

    async fn proxies(&self) -> CloudResult<Vec<Proxy>> {
        self.ask(Read::Proxies, |state, now| state.proxies.iter().map(|record| rds::proxy_at(record, now)).collect())
            .await
    }

    async fn proxy(&self, name: &str) -> CloudResult<Option<Proxy>> {
        let tags = self.may("rds:ListTagsForResource");
        self.ask(Read::Proxy, |state, now| {
            let proxy = proxies::find(state, name).map(|record| rds::proxy_at(record, now))?;
            Some(if tags { proxy } else { Proxy { tags: None, ..proxy } })
        })
        .await
    }

    async fn pool(&self, proxy: &str) -> CloudResult<Option<PoolSettings>> {
        self.ask(Read::Pool, |state, _| proxies::find(state, proxy).map(|record| record.pool.clone())).await
    }

    async fn targets(&self, proxy: &str) -> CloudResult<Vec<Target>> {
        self.ask(Read::Targets, |state, now| {
            let record = proxies::find(state, proxy).ok_or_else(|| no_proxy(Read::Targets.operation(), proxy))?;
            Ok(rds::targets(state, record, now))
        })
        .await?
    }
}
