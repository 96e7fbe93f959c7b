//! The reading half of the account: each question with the permissions it needs.

use async_trait::async_trait;
use std::collections::BTreeMap;

use super::account::Practice;
use super::{endpoints, fault, iam, kms, lambda, rds, secrets};
use crate::cloud::{CloudError, CloudResult, DbCluster, DbSubnetGroup, ErrorKind, Reader};
use crate::domain::account::Caller;
use crate::domain::database::{Database, GlobalMembership};
use crate::domain::function::{Alias, Function};
use crate::domain::network::{RouteTable, SecurityGroup, Subnet, Vpc, VpcEndpoint};
use crate::domain::observed::Permission;
use crate::domain::proxy::{PoolSettings, Proxy, Target};
use crate::domain::role::Role;
use crate::domain::secret::{KmsKey, Secret, SecretShape};

const GROUP_RULES: &str = "ec2:DescribeSecurityGroupRules";
const VPC_ATTRIBUTE: &str = "ec2:DescribeVpcAttribute";
const POLICY_VERSION: &str = "iam:GetPolicyVersion";

fn without_dns(vpc: &Vpc) -> Vpc {
    Vpc { dns_support: None, dns_hostnames: None, ..vpc.clone() }
}

#[async_trait]
impl Reader for Practice {
    async fn caller(&self) -> CloudResult<Caller> {
        let caller = |state: &super::state::State| Caller {
            account: state.account.id.clone(),
            arn: fault::principal(&state.account.id),
        };
        self.ask(&["sts:GetCallerIdentity"], |state, _| caller(state)).await
    }

    async fn account_alias(&self) -> CloudResult<Option<String>> {
        self.ask(&["iam:ListAccountAliases"], |state, _| state.account.alias.clone()).await
    }

    async fn db_instances(&self) -> CloudResult<Vec<Database>> {
        self.ask(&["rds:DescribeDBInstances"], rds::instances).await
    }

    async fn db_clusters(&self) -> CloudResult<Vec<DbCluster>> {
        self.ask(&["rds:DescribeDBClusters"], rds::clusters).await
    }

    async fn db_subnet_groups(&self) -> CloudResult<Vec<DbSubnetGroup>> {
        self.ask(&["rds:DescribeDBSubnetGroups"], |state, _| rds::subnet_groups(state)).await
    }

    async fn global_memberships(&self) -> CloudResult<BTreeMap<String, GlobalMembership>> {
        self.ask(&["rds:DescribeGlobalClusters"], |state, _| rds::global_memberships(state)).await
    }

    async fn functions(&self) -> CloudResult<Vec<Function>> {
        let list = |state: &super::state::State| state.functions.iter().map(lambda::listed).collect();
        self.ask(&["lambda:ListFunctions"], |state, _| list(state)).await
    }

    async fn function(&self, name: &str) -> CloudResult<Option<Function>> {
        self.ask(&["lambda:GetFunctionConfiguration"], |state, now| {
            lambda::find(state, name).map(|record| lambda::configuration(record, now))
        })
        .await
    }

    async fn aliases(&self, function: &str) -> CloudResult<Vec<Alias>> {
        self.ask(&["lambda:ListAliases"], |state, _| {
            lambda::find(state, function).map(|record| record.aliases.clone()).unwrap_or_default()
        })
        .await
    }

    async fn reserved_concurrency(&self, function: &str) -> CloudResult<Option<u32>> {
        self.ask(&["lambda:GetFunctionConcurrency"], |state, _| lambda::find(state, function)?.reserved).await
    }

    async fn secrets(&self) -> CloudResult<Vec<Secret>> {
        // Secrets scheduled for deletion are listed only where one asks for them.
        self.ask(&["secretsmanager:ListSecrets"], |state, _| {
            state.secrets.iter().map(|record| record.secret.clone()).filter(|secret| !secret.deleted).collect()
        })
        .await
    }

    async fn secret(&self, name_or_arn: &str) -> CloudResult<Option<Secret>> {
        self.ask(&["secretsmanager:DescribeSecret"], |state, _| {
            secrets::find(state, name_or_arn).map(|record| record.secret.clone())
        })
        .await
    }

    async fn secret_shape(&self, name_or_arn: &str) -> CloudResult<SecretShape> {
        self.ask(&["secretsmanager:GetSecretValue"], |state, _| secrets::shape(state, name_or_arn)).await?
    }

    async fn kms_keys(&self) -> CloudResult<Vec<KmsKey>> {
        self.ask(&["kms:ListAliases", "kms:DescribeKey"], |state, _| kms::customer_keys(state)).await
    }

    async fn kms_key(&self, id: &str) -> CloudResult<Option<KmsKey>> {
        self.ask(&["kms:DescribeKey"], |state, _| kms::key(state, id).cloned()).await
    }

    async fn proxy_roles(&self) -> CloudResult<Vec<Role>> {
        let bare = |role: &Role| Role { inline: BTreeMap::new(), attached: Vec::new(), ..role.clone() };
        self.ask(&["iam:ListRoles"], |state, _| {
            let roles = state.roles.iter().map(|record| &record.role);
            roles.filter(|role| iam::trusts(role, "rds.amazonaws.com")).map(bare).collect()
        })
        .await
    }

    async fn role(&self, name: &str) -> CloudResult<Option<Role>> {
        const NEEDED: [&str; 4] =
            ["iam:GetRole", "iam:ListRolePolicies", "iam:GetRolePolicy", "iam:ListAttachedRolePolicies"];
        let documents = self.may(POLICY_VERSION) && self.may("iam:GetPolicy");
        self.ask(&NEEDED, |state, _| {
            let mut role = iam::find(state, name)?.role.clone();
            for policy in role.attached.iter_mut().filter(|_| !documents) {
                policy.document = None;
            }
            Some(role)
        })
        .await
    }

    async fn simulate(&self, principal_arn: &str, asked: &[(String, String)]) -> CloudResult<Vec<Permission>> {
        const OPERATION: &str = "iam:SimulatePrincipalPolicy";
        self.ask(&[OPERATION], |state, _| {
            let own = Caller { account: state.account.id.clone(), arn: fault::principal(&state.account.id) };
            let person = principal_arn == own.policy_source_arn() || principal_arn == own.arn;
            let role = iam::by_arn(state, principal_arn).map(|record| &record.role);
            if !person && role.is_none() {
                return Err(CloudError::not_found(OPERATION, principal_arn).with_code("NoSuchEntity"));
            }
            let allowed = |action: &str, resource: &str| match role {
                Some(role) => iam::allows(role, action, resource, &[]),
                None => !state.knobs.denied.contains(action),
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

    async fn vpc(&self, id: &str) -> CloudResult<Option<Vpc>> {
        let dns = self.may(VPC_ATTRIBUTE);
        self.ask(&["ec2:DescribeVpcs"], |state, _| {
            let vpc = state.vpcs.iter().find(|vpc| vpc.id == id)?;
            Some(if dns { vpc.clone() } else { without_dns(vpc) })
        })
        .await
    }

    async fn vpcs(&self) -> CloudResult<Vec<Vpc>> {
        self.ask(&["ec2:DescribeVpcs"], |state, _| state.vpcs.iter().map(without_dns).collect()).await
    }

    async fn subnets(&self, vpc_id: &str) -> CloudResult<Vec<Subnet>> {
        self.ask(&["ec2:DescribeSubnets"], |state, _| {
            state.subnets.iter().filter(|subnet| subnet.vpc_id == vpc_id).cloned().collect()
        })
        .await
    }

    async fn route_tables(&self, vpc_id: &str) -> CloudResult<Vec<RouteTable>> {
        self.ask(&["ec2:DescribeRouteTables"], |state, _| {
            state.route_tables.iter().filter(|table| table.vpc_id == vpc_id).cloned().collect()
        })
        .await
    }

    async fn security_groups(&self, vpc_id: &str) -> CloudResult<Vec<SecurityGroup>> {
        let ids = self.may(GROUP_RULES);
        self.ask(&["ec2:DescribeSecurityGroups"], |state, _| {
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
        self.ask(&["ec2:DescribeVpcEndpoints"], |state, now| {
            let own = state.endpoints.iter().filter(|record| record.endpoint.vpc_id == vpc_id);
            own.map(|record| endpoints::at(record, now)).collect()
        })
        .await
    }

    async fn proxies(&self) -> CloudResult<Vec<Proxy>> {
        self.ask(&["rds:DescribeDBProxies"], |state, now| {
            state.proxies.iter().map(|record| rds::proxy_at(record, now)).collect()
        })
        .await
    }

    async fn proxy(&self, name: &str) -> CloudResult<Option<Proxy>> {
        self.ask(&["rds:DescribeDBProxies"], |state, now| {
            let record = state.proxies.iter().find(|record| record.proxy.name == name)?;
            Some(rds::proxy_at(record, now))
        })
        .await
    }

    async fn pool(&self, proxy: &str) -> CloudResult<Option<PoolSettings>> {
        self.ask(&["rds:DescribeDBProxyTargetGroups"], |state, _| {
            let record = state.proxies.iter().find(|record| record.proxy.name == proxy)?;
            Some(record.pool.clone())
        })
        .await
    }

    async fn targets(&self, proxy: &str) -> CloudResult<Vec<Target>> {
        const OPERATION: &str = "rds:DescribeDBProxyTargets";
        self.ask(&[OPERATION], |state, now| {
            let record = state.proxies.iter().find(|record| record.proxy.name == proxy);
            record.map(|record| rds::targets(state, record, now)).ok_or_else(|| {
                fault::error(ErrorKind::NotFound, OPERATION, proxy, "DBProxyNotFoundFault", "The proxy does not exist.")
            })
        })
        .await?
    }
}
