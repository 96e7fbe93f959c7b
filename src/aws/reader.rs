//! Which service answers which question of [`Reader`].

use async_trait::async_trait;
use std::collections::BTreeMap;

use super::{Aws, ec2_groups, ec2_network, iam_read, kms, lambda, rds_databases, rds_proxies, secrets, sts};
use crate::cloud::{CloudResult, DbCluster, DbSubnetGroup, Reader};
use crate::domain::account::Caller;
use crate::domain::database::{Database, GlobalMembership};
use crate::domain::function::{Alias, Function};
use crate::domain::network::{RouteTable, SecurityGroup, Subnet, Vpc, VpcEndpoint};
use crate::domain::observed::Permission;
use crate::domain::proxy::{PoolSettings, Proxy, Target};
use crate::domain::role::Role;
use crate::domain::secret::{KmsKey, Secret, SecretShape};

#[async_trait]
impl Reader for Aws {
    async fn caller(&self) -> CloudResult<Caller> {
        sts::caller(&self.sts).await
    }

    async fn account_alias(&self) -> CloudResult<Option<String>> {
        iam_read::account_alias(&self.iam).await
    }

    async fn db_instances(&self) -> CloudResult<Vec<Database>> {
        rds_databases::instances(&self.rds).await
    }

    async fn db_clusters(&self) -> CloudResult<Vec<DbCluster>> {
        rds_databases::clusters(&self.rds).await
    }

    async fn db_subnet_groups(&self) -> CloudResult<Vec<DbSubnetGroup>> {
        rds_databases::subnet_groups(&self.rds).await
    }

    async fn global_memberships(&self) -> CloudResult<BTreeMap<String, GlobalMembership>> {
        rds_databases::global_memberships(&self.rds).await
    }

    async fn functions(&self) -> CloudResult<Vec<Function>> {
        lambda::functions(&self.lambda).await
    }

    async fn function(&self, name: &str) -> CloudResult<Option<Function>> {
        lambda::function(&self.lambda, name).await
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
        secrets::shape(&self.secrets, name_or_arn).await
    }

    async fn kms_keys(&self) -> CloudResult<Vec<KmsKey>> {
        kms::keys(&self.kms).await
    }

    async fn kms_key(&self, id: &str) -> CloudResult<Option<KmsKey>> {
        kms::key(&self.kms, id).await
    }

    async fn proxy_roles(&self) -> CloudResult<Vec<Role>> {
        iam_read::proxy_roles(&self.iam).await
    }

    async fn role(&self, name: &str) -> CloudResult<Option<Role>> {
        iam_read::role(&self.iam, name).await
    }

    async fn simulate(&self, principal_arn: &str, asked: &[(String, String)]) -> CloudResult<Vec<Permission>> {
        iam_read::simulate(&self.iam, principal_arn, asked).await
    }

    async fn vpc(&self, id: &str) -> CloudResult<Option<Vpc>> {
        ec2_network::vpc(&self.ec2, id).await
    }

    async fn vpcs(&self) -> CloudResult<Vec<Vpc>> {
        ec2_network::vpcs(&self.ec2).await
    }

    async fn subnets(&self, vpc_id: &str) -> CloudResult<Vec<Subnet>> {
        ec2_network::subnets(&self.ec2, vpc_id).await
    }

    async fn route_tables(&self, vpc_id: &str) -> CloudResult<Vec<RouteTable>> {
        ec2_network::route_tables(&self.ec2, vpc_id).await
    }

    async fn security_groups(&self, vpc_id: &str) -> CloudResult<Vec<SecurityGroup>> {
        ec2_groups::groups(&self.ec2, vpc_id).await
    }

    async fn vpc_endpoints(&self, vpc_id: &str) -> CloudResult<Vec<VpcEndpoint>> {
        ec2_network::endpoints(&self.ec2, vpc_id).await
    }

    async fn proxies(&self) -> CloudResult<Vec<Proxy>> {
        rds_proxies::proxies(&self.rds).await
    }

    async fn proxy(&self, name: &str) -> CloudResult<Option<Proxy>> {
        rds_proxies::proxy(&self.rds, name).await
    }

    async fn pool(&self, proxy: &str) -> CloudResult<Option<PoolSettings>> {
        rds_proxies::pool(&self.rds, proxy).await
    }

    async fn targets(&self, proxy: &str) -> CloudResult<Vec<Target>> {
        rds_proxies::targets(&self.rds, proxy).await
    }
}
