//! Everything the program changes. Only `apply` calls these.

use async_trait::async_trait;
use secrecy::SecretString;

use super::change::*;
use super::{CloudResult, Reader};
use crate::domain::Tags;
use crate::domain::alarm::MetricAlarm;
use crate::domain::network::{Direction, NetworkAclEntry, SecurityGroupRule, VpcAttribute};
use crate::domain::policy::Document;
use crate::domain::proxy::{PoolSettings, Proxy, ProxyEndpoint};

#[async_trait]
pub trait Writer: Reader {
    /// The reading half, for what must not write.
    fn as_reader(&self) -> &dyn Reader;

    /// `secretsmanager:GetRandomPassword`, `length` characters without those in `exclude`.
    async fn random_password(&self, length: u32, exclude: &str) -> CloudResult<SecretString>;

    /// Returns the full ARN.
    async fn create_secret(&self, new: NewSecret) -> CloudResult<String>;

    /// Schedules deletion; restorable for `recovery_days` (7–30). One that is scheduled stays so.
    async fn delete_secret(&self, arn: &str, recovery_days: u32) -> CloudResult<()>;

    /// Takes back the deletion that it is scheduled for.
    async fn restore_secret(&self, arn: &str) -> CloudResult<()>;

    /// Adds tags, or gives those that are there another value.
    async fn tag_secret(&self, arn: &str, tags: &Tags) -> CloudResult<()>;

    /// Makes `value` the current version, under this id of 32 to 64 characters. The one before becomes
    /// the previous version.
    async fn put_secret_value(&self, arn: &str, value: SecretString, version: &str) -> CloudResult<()>;

    /// Returns the ARN.
    async fn create_role(&self, new: NewRole) -> CloudResult<String>;

    async fn delete_role(&self, name: &str) -> CloudResult<()>;

    /// Creates or replaces an inline policy.
    async fn put_role_policy(&self, role: &str, policy_name: &str, document: &Document) -> CloudResult<()>;

    async fn delete_role_policy(&self, role: &str, policy_name: &str) -> CloudResult<()>;

    async fn attach_role_policy(&self, role: &str, policy_arn: &str) -> CloudResult<()>;

    async fn detach_role_policy(&self, role: &str, policy_arn: &str) -> CloudResult<()>;

    /// Creates the group and revokes the allow-all egress rule that EC2 gives every new one.
    /// Returns the id.
    async fn create_security_group(&self, new: NewSecurityGroup) -> CloudResult<String>;

    /// `ErrorKind::InUse` while an interface or another group's rule refers to it.
    async fn delete_security_group(&self, id: &str) -> CloudResult<()>;

    /// Returns the rule's id (`sgr-…`).
    async fn authorize(&self, rule: &GroupRule) -> CloudResult<String>;

    /// Revokes this one rule: by id where there is one, else by its content.
    async fn revoke(&self, rule: &GroupRule, rule_id: Option<&str>) -> CloudResult<()>;

    /// Takes away a rule that somebody else wrote, by its id where it has one. `ErrorKind::Refused` for a
    /// peer that is not understood.
    async fn revoke_rule(&self, group: &str, rule: &SecurityGroupRule) -> CloudResult<()>;

    /// Writes a rule again as it was; returns its new id.
    async fn restore_rule(&self, group: &str, rule: &SecurityGroupRule) -> CloudResult<String>;

    /// `ErrorKind::AlreadyExists` where the number is taken.
    async fn create_acl_entry(&self, acl: &str, entry: &NetworkAclEntry) -> CloudResult<()>;

    async fn delete_acl_entry(&self, acl: &str, number: u16, direction: Direction) -> CloudResult<()>;

    /// `ec2:ModifyVpcAttribute`, one attribute a call.
    async fn set_vpc_attribute(&self, vpc: &str, attribute: VpcAttribute, on: bool) -> CloudResult<()>;

    /// An interface endpoint with private DNS.
    async fn create_vpc_endpoint(&self, new: NewVpcEndpoint) -> CloudResult<EndpointRef>;

    async fn delete_vpc_endpoint(&self, id: &str) -> CloudResult<()>;

    /// Returns the proxy as it is while being created.
    async fn create_proxy(&self, new: NewProxy) -> CloudResult<Proxy>;

    async fn modify_proxy(&self, name: &str, change: ProxyChange) -> CloudResult<()>;

    async fn delete_proxy(&self, name: &str) -> CloudResult<()>;

    /// An endpoint beside the default one; returns it as it is while being created.
    async fn create_proxy_endpoint(&self, new: NewProxyEndpoint) -> CloudResult<ProxyEndpoint>;

    async fn delete_proxy_endpoint(&self, name: &str) -> CloudResult<()>;

    /// `rds:ModifyDBProxyTargetGroup` of the `default` group.
    async fn modify_pool(&self, proxy: &str, pool: &PoolSettings) -> CloudResult<()>;

    async fn register_target(&self, proxy: &str, database: &DatabaseRef) -> CloudResult<()>;

    async fn deregister_target(&self, proxy: &str, database: &DatabaseRef) -> CloudResult<()>;

    /// `ModifyDBInstance` or `ModifyDBCluster`: IAM database authentication on or off, at once.
    async fn set_iam_auth(&self, database: &DatabaseRef, enabled: bool) -> CloudResult<()>;

    async fn update_function(&self, name: &str, change: &FunctionChange) -> CloudResult<()>;

    /// Publishes `$LATEST`; returns the version's number.
    async fn publish_version(&self, function: &str) -> CloudResult<String>;

    async fn delete_version(&self, function: &str, version: &str) -> CloudResult<()>;

    /// Returns the ARN. `ErrorKind::NotYet` while Lambda may not assume the role.
    async fn create_function(&self, new: NewFunction) -> CloudResult<String>;

    /// The function with all its versions.
    async fn delete_function(&self, name: &str) -> CloudResult<()>;

    /// Calls a function, or its alias or version, and waits for the answer. What it does there is its own.
    async fn invoke(&self, name: &str, qualifier: Option<&str>, payload: &str) -> CloudResult<Invocation>;

    async fn create_log_group(&self, name: &str, tags: &Tags) -> CloudResult<()>;

    async fn delete_log_group(&self, name: &str) -> CloudResult<()>;

    /// Sets for how many days a log is kept; `None` keeps it for ever.
    async fn set_log_retention(&self, group: &str, days: Option<u32>) -> CloudResult<()>;

    /// Makes the alarm, or replaces the one of this name: look first.
    async fn put_alarm(&self, alarm: &MetricAlarm, tags: &Tags) -> CloudResult<()>;

    async fn delete_alarm(&self, name: &str) -> CloudResult<()>;

    /// `ModifyDBInstance` or `ModifyDBCluster`: exports one of its logs to CloudWatch, or no longer.
    async fn set_log_export(&self, database: &DatabaseRef, log: &str, enabled: bool) -> CloudResult<()>;

    async fn update_alias(&self, function: &str, alias: &str, version: &str) -> CloudResult<()>;
}
