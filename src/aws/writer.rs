//! Which service makes which change of [`Writer`]: each is sent once.

use async_trait::async_trait;
use secrecy::SecretString;

use super::{Aws, cloudwatch, ec2, iam, lambda, logs, rds, secrets};
use crate::cloud::{
    CloudResult, DatabaseRef, EndpointRef, FunctionChange, GroupRule, Invocation, NewFunction, NewProxy,
    NewProxyEndpoint, NewRole, NewSecret, NewSecurityGroup, NewVpcEndpoint, ProxyChange, Reader, Writer,
};
use crate::domain::Tags;
use crate::domain::alarm::MetricAlarm;
use crate::domain::network::{Direction, NetworkAclEntry, SecurityGroupRule, VpcAttribute};
use crate::domain::policy::Document;
use crate::domain::proxy::{PoolSettings, Proxy, ProxyEndpoint};

#[async_trait]
impl Writer for Aws {
    fn as_reader(&self) -> &dyn Reader {
        self
    }

    async fn random_password(&self, length: u32, exclude: &str) -> CloudResult<SecretString> {
        secrets::random_password(&self.secrets, length, exclude).await
    }

    async fn create_secret(&self, new: NewSecret) -> CloudResult<String> {
        secrets::create(&self.once.secrets, new).await
    }

    async fn delete_secret(&self, arn: &str, recovery_days: u32) -> CloudResult<()> {
        secrets::delete(&self.once.secrets, arn, recovery_days).await
    }

    async fn restore_secret(&self, arn: &str) -> CloudResult<()> {
        secrets::restore(&self.secrets, arn).await
    }

    async fn tag_secret(&self, arn: &str, tags: &Tags) -> CloudResult<()> {
        secrets::tag(&self.secrets, arn, tags).await
    }

    async fn put_secret_value(&self, arn: &str, value: SecretString, version: &str) -> CloudResult<()> {
        secrets::put_value(&self.secrets, arn, value, version).await
    }

    async fn create_role(&self, new: NewRole) -> CloudResult<String> {
        iam::create_role(&self.once.iam, new).await
    }

    async fn delete_role(&self, name: &str) -> CloudResult<()> {
        iam::delete_role(&self.once.iam, name).await
    }

    async fn put_role_policy(&self, role: &str, policy_name: &str, document: &Document) -> CloudResult<()> {
        iam::put_policy(&self.once.iam, role, policy_name, document).await
    }

    async fn delete_role_policy(&self, role: &str, policy_name: &str) -> CloudResult<()> {
        iam::delete_policy(&self.once.iam, role, policy_name).await
    }

    async fn attach_role_policy(&self, role: &str, policy_arn: &str) -> CloudResult<()> {
        iam::attach(&self.once.iam, role, policy_arn).await
    }

    async fn detach_role_policy(&self, role: &str, policy_arn: &str) -> CloudResult<()> {
        iam::detach(&self.once.iam, role, policy_arn).await
    }

    async fn create_security_group(&self, new: NewSecurityGroup) -> CloudResult<String> {
        ec2::groups::create(&self.ec2, &self.once.ec2, new).await
    }

    async fn delete_security_group(&self, id: &str) -> CloudResult<()> {
        ec2::groups::delete(&self.once.ec2, id).await
    }

    async fn authorize(&self, rule: &GroupRule) -> CloudResult<String> {
        ec2::groups::authorize(&self.once.ec2, rule).await
    }

    async fn revoke(&self, rule: &GroupRule, rule_id: Option<&str>) -> CloudResult<()> {
        ec2::groups::revoke(&self.once.ec2, rule, rule_id).await
    }

    async fn revoke_rule(&self, group: &str, rule: &SecurityGroupRule) -> CloudResult<()> {
        ec2::groups::revoke_rule(&self.once.ec2, group, rule).await
    }

    async fn restore_rule(&self, group: &str, rule: &SecurityGroupRule) -> CloudResult<String> {
        ec2::groups::restore_rule(&self.once.ec2, group, rule).await
    }

    async fn create_acl_entry(&self, acl: &str, entry: &NetworkAclEntry) -> CloudResult<()> {
        ec2::acls::create_entry(&self.once.ec2, acl, entry).await
    }

    async fn delete_acl_entry(&self, acl: &str, number: u16, direction: Direction) -> CloudResult<()> {
        ec2::acls::delete_entry(&self.once.ec2, acl, number, direction).await
    }

    async fn set_vpc_attribute(&self, vpc: &str, attribute: VpcAttribute, on: bool) -> CloudResult<()> {
        ec2::network::set_attribute(&self.once.ec2, vpc, attribute, on).await
    }

    async fn create_vpc_endpoint(&self, new: NewVpcEndpoint) -> CloudResult<EndpointRef> {
        ec2::network::create_endpoint(&self.once.ec2, new).await
    }

    async fn delete_vpc_endpoint(&self, id: &str) -> CloudResult<()> {
        ec2::network::delete_endpoint(&self.once.ec2, id).await
    }

    async fn create_proxy(&self, new: NewProxy) -> CloudResult<Proxy> {
        rds::proxy_changes::create(&self.once.rds, new).await
    }

    async fn modify_proxy(&self, name: &str, change: ProxyChange) -> CloudResult<()> {
        rds::proxy_changes::modify(&self.once.rds, name, change).await
    }

    async fn delete_proxy(&self, name: &str) -> CloudResult<()> {
        rds::proxy_changes::delete(&self.once.rds, name).await
    }

    async fn create_proxy_endpoint(&self, new: NewProxyEndpoint) -> CloudResult<ProxyEndpoint> {
        rds::proxy_endpoints::create(&self.once.rds, new).await
    }

    async fn delete_proxy_endpoint(&self, name: &str) -> CloudResult<()> {
        rds::proxy_endpoints::delete(&self.once.rds, name).await
    }

    async fn modify_pool(&self, proxy: &str, pool: &PoolSettings) -> CloudResult<()> {
        rds::proxy_changes::modify_pool(&self.rds, &self.once.rds, proxy, pool).await
    }

    async fn register_target(&self, proxy: &str, database: &DatabaseRef) -> CloudResult<()> {
        rds::proxy_changes::register(&self.once.rds, proxy, database).await
    }

    async fn deregister_target(&self, proxy: &str, database: &DatabaseRef) -> CloudResult<()> {
        rds::proxy_changes::deregister(&self.once.rds, proxy, database).await
    }

    async fn set_iam_auth(&self, database: &DatabaseRef, enabled: bool) -> CloudResult<()> {
        rds::databases::set_iam_auth(&self.once.rds, database, enabled).await
    }

    async fn update_function(&self, name: &str, change: &FunctionChange) -> CloudResult<()> {
        lambda::update(&self.lambda, &self.once.lambda, name, change).await
    }

    async fn publish_version(&self, function: &str) -> CloudResult<String> {
        lambda::publish(&self.once.lambda, function).await
    }

    async fn delete_version(&self, function: &str, version: &str) -> CloudResult<()> {
        lambda::delete_version(&self.once.lambda, function, version).await
    }

    async fn create_function(&self, new: NewFunction) -> CloudResult<String> {
        lambda::runs::create(&self.once.lambda, new).await
    }

    async fn delete_function(&self, name: &str) -> CloudResult<()> {
        lambda::runs::delete(&self.once.lambda, name).await
    }

    async fn invoke(&self, name: &str, qualifier: Option<&str>, payload: &str) -> CloudResult<Invocation> {
        lambda::runs::invoke(&self.once.lambda, name, qualifier, payload).await
    }

    async fn create_log_group(&self, name: &str, tags: &Tags) -> CloudResult<()> {
        logs::create(&self.once.logs, name, tags).await
    }

    async fn delete_log_group(&self, name: &str) -> CloudResult<()> {
        logs::delete(&self.once.logs, name).await
    }

    async fn set_log_retention(&self, group: &str, days: Option<u32>) -> CloudResult<()> {
        logs::set_retention(&self.once.logs, group, days).await
    }

    async fn put_alarm(&self, alarm: &MetricAlarm, tags: &Tags) -> CloudResult<()> {
        cloudwatch::put(&self.once.cloudwatch, alarm, tags).await
    }

    async fn delete_alarm(&self, name: &str) -> CloudResult<()> {
        cloudwatch::delete(&self.once.cloudwatch, name).await
    }

    async fn set_log_export(&self, database: &DatabaseRef, log: &str, enabled: bool) -> CloudResult<()> {
        rds::databases::set_log_export(&self.once.rds, database, log, enabled).await
    }

    async fn update_alias(&self, function: &str, alias: &str, version: &str) -> CloudResult<()> {
        lambda::update_alias(&self.once.lambda, function, alias, version).await
    }
}
