//! Which service makes which change of [`Writer`].

use async_trait::async_trait;
use secrecy::SecretString;

use super::{Aws, ec2_groups, ec2_network, iam, lambda, rds_databases, rds_proxy_changes, secrets};
use crate::cloud::{
    CloudResult, DatabaseRef, EndpointRef, FunctionChange, GroupRule, NewProxy, NewRole, NewSecret, NewSecurityGroup,
    NewVpcEndpoint, ProxyChange, Reader, Writer,
};
use crate::domain::policy::Document;
use crate::domain::proxy::{PoolSettings, Proxy};

#[async_trait]
impl Writer for Aws {
    fn as_reader(&self) -> &dyn Reader {
        self
    }

    async fn random_password(&self, length: u32, exclude: &str) -> CloudResult<SecretString> {
        secrets::random_password(&self.secrets, length, exclude).await
    }

    async fn create_secret(&self, new: NewSecret) -> CloudResult<String> {
        secrets::create(&self.secrets, new).await
    }

    async fn delete_secret(&self, arn: &str, recovery_days: u32) -> CloudResult<()> {
        secrets::delete(&self.secrets, arn, recovery_days).await
    }

    async fn create_role(&self, new: NewRole) -> CloudResult<String> {
        iam::create_role(&self.iam, new).await
    }

    async fn delete_role(&self, name: &str) -> CloudResult<()> {
        iam::delete_role(&self.iam, name).await
    }

    async fn put_role_policy(&self, role: &str, policy_name: &str, document: &Document) -> CloudResult<()> {
        iam::put_policy(&self.iam, role, policy_name, document).await
    }

    async fn delete_role_policy(&self, role: &str, policy_name: &str) -> CloudResult<()> {
        iam::delete_policy(&self.iam, role, policy_name).await
    }

    async fn attach_role_policy(&self, role: &str, policy_arn: &str) -> CloudResult<()> {
        iam::attach(&self.iam, role, policy_arn).await
    }

    async fn detach_role_policy(&self, role: &str, policy_arn: &str) -> CloudResult<()> {
        iam::detach(&self.iam, role, policy_arn).await
    }

    async fn create_security_group(&self, new: NewSecurityGroup) -> CloudResult<String> {
        ec2_groups::create(&self.ec2, new).await
    }

    async fn delete_security_group(&self, id: &str) -> CloudResult<()> {
        ec2_groups::delete(&self.ec2, id).await
    }

    async fn authorize(&self, rule: &GroupRule) -> CloudResult<String> {
        ec2_groups::authorize(&self.ec2, rule).await
    }

    async fn revoke(&self, rule: &GroupRule, rule_id: Option<&str>) -> CloudResult<()> {
        ec2_groups::revoke(&self.ec2, rule, rule_id).await
    }

    async fn create_vpc_endpoint(&self, new: NewVpcEndpoint) -> CloudResult<EndpointRef> {
        ec2_network::create_endpoint(&self.ec2, new).await
    }

    async fn delete_vpc_endpoint(&self, id: &str) -> CloudResult<()> {
        ec2_network::delete_endpoint(&self.ec2, id).await
    }

    async fn create_proxy(&self, new: NewProxy) -> CloudResult<Proxy> {
        rds_proxy_changes::create(&self.rds, new).await
    }

    async fn modify_proxy(&self, name: &str, change: ProxyChange) -> CloudResult<()> {
        rds_proxy_changes::modify(&self.rds, name, change).await
    }

    async fn delete_proxy(&self, name: &str) -> CloudResult<()> {
        rds_proxy_changes::delete(&self.rds, name).await
    }

    async fn modify_pool(&self, proxy: &str, pool: &PoolSettings) -> CloudResult<()> {
        rds_proxy_changes::modify_pool(&self.rds, proxy, pool).await
    }

    async fn register_target(&self, proxy: &str, database: &DatabaseRef) -> CloudResult<()> {
        rds_proxy_changes::register(&self.rds, proxy, database).await
    }

    async fn deregister_target(&self, proxy: &str, database: &DatabaseRef) -> CloudResult<()> {
        rds_proxy_changes::deregister(&self.rds, proxy, database).await
    }

    async fn set_iam_auth(&self, database: &DatabaseRef, enabled: bool) -> CloudResult<()> {
        rds_databases::set_iam_auth(&self.rds, database, enabled).await
    }

    async fn update_function(&self, name: &str, change: &FunctionChange) -> CloudResult<()> {
        lambda::update(&self.lambda, name, change).await
    }

    async fn publish_version(&self, function: &str) -> CloudResult<String> {
        lambda::publish(&self.lambda, function).await
    }

    async fn delete_version(&self, function: &str, version: &str) -> CloudResult<()> {
        lambda::delete_version(&self.lambda, function, version).await
    }

    async fn update_alias(&self, function: &str, alias: &str, version: &str) -> CloudResult<()> {
        lambda::update_alias(&self.lambda, function, alias, version).await
    }
}
