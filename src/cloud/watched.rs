//! A [`Writer`] with somebody watching every call: for the log, and to make calls fail in tests.

use async_trait::async_trait;
use secrecy::SecretString;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::change::*;
use super::reads::{Read, each_read};
use super::{CloudError, CloudResult, DbCluster, DbSubnetGroup, Reader, Writer};
use crate::domain::account::Caller;
use crate::domain::alarm::MetricAlarm;
use crate::domain::database::{BlueGreen, Database, DatabaseKind, GlobalMembership, Parameter};
use crate::domain::function::{AccountConcurrency, Alias, CapacityProvider, Function, ProvisionedConcurrency};
use crate::domain::monitoring::{Alarm, AlarmRing, Event, EventSubscription, LogGroup, LogLine, MetricQuery, Series};
use crate::domain::network::{
    Direction, NetworkAcl, NetworkAclEntry, PrefixList, RouteTable, SecurityGroup, SecurityGroupRule, Subnet, Vpc,
    VpcAttribute, VpcEndpoint, VpcPeering,
};
use crate::domain::observed::Permission;
use crate::domain::organization::MemberAccount;
use crate::domain::policy::Document;
use crate::domain::proxy::{PoolSettings, Proxy, ProxyEndpoint, Target};
use crate::domain::recorded_change::RecordedChange;
use crate::domain::role::{AttachedPolicy, Role, Simulated};
use crate::domain::secret::{KeyGrant, KmsKey, Secret, SecretShape, SecretVersion};
use crate::domain::trace::TracedCall;
use crate::domain::{Tags, UnixSeconds};

/// One call: its IAM name and the resource it names, never its content.
#[derive(Debug, Clone, Copy)]
pub struct Call<'a> {
    /// `rds:CreateDBProxy`.
    pub operation: &'a str,
    /// Empty for lists.
    pub resource: &'a str,
    /// It may change the account.
    pub writes: bool,
}

/// Is told of every call.
#[async_trait]
pub trait Watch: Send + Sync {
    /// The call waits until this ends.
    async fn hold(&self, _call: Call<'_>) {}

    /// Before the call goes out. An error is what the caller gets instead.
    fn before(&self, _call: Call<'_>) -> CloudResult<()> {
        Ok(())
    }

    /// After the answer came. An error is what the caller gets instead of a good answer.
    fn after(&self, _call: Call<'_>, _took: Duration, _error: Option<&CloudError>) -> CloudResult<()> {
        Ok(())
    }
}

/// A [`Writer`] whose calls are watched.
#[derive(Clone)]
pub struct Watched {
    inner: Arc<dyn Writer>,
    watch: Arc<dyn Watch>,
}

impl Watched {
    /// `inner`, watched by `watch`.
    pub fn new(inner: Arc<dyn Writer>, watch: Arc<dyn Watch>) -> Self {
        Self { inner, watch }
    }

    async fn watched<T: Send>(
        &self,
        call: Call<'_>,
        answer: impl Future<Output = CloudResult<T>> + Send,
    ) -> CloudResult<T> {
        self.watch.hold(call).await;
        self.watch.before(call)?;
        let started = Instant::now();
        let answer = answer.await;
        self.watch.after(call, started.elapsed(), answer.as_ref().err())?;
        answer
    }
}

fn authorize_way(direction: Direction) -> &'static str {
    match direction {
        Direction::Ingress => "ec2:AuthorizeSecurityGroupIngress",
        Direction::Egress => "ec2:AuthorizeSecurityGroupEgress",
    }
}

fn revoke_way(direction: Direction) -> &'static str {
    match direction {
        Direction::Ingress => "ec2:RevokeSecurityGroupIngress",
        Direction::Egress => "ec2:RevokeSecurityGroupEgress",
    }
}

fn modify_call(database: &DatabaseRef) -> &'static str {
    match database.kind {
        DatabaseKind::Instance => "rds:ModifyDBInstance",
        DatabaseKind::Cluster => "rds:ModifyDBCluster",
    }
}

fn retention_call(days: Option<u32>) -> &'static str {
    if days.is_some() { "logs:PutRetentionPolicy" } else { "logs:DeleteRetentionPolicy" }
}

/// Implements a trait by passing each call on: `method(arguments) -> answer, operation, resource;`
macro_rules! pass_on {
    ($trait:ident, writes: $writes:literal, $({ $($own:tt)* })?
     $($method:ident($($arg:ident: $type:ty),*) -> $answer:ty, $operation:expr, $resource:expr;)*) => {
        #[async_trait]
        impl $trait for Watched {
            $($($own)*)?
            $(async fn $method(&self, $($arg: $type),*) -> CloudResult<$answer> {
                let resource = String::from($resource);
                let call = Call { operation: $operation, resource: &resource, writes: $writes };
                self.watched(call, self.inner.$method($($arg),*)).await
            })*
        }
    };
}

macro_rules! pass_on_reads {
    ($($(#[$doc:meta])* $read:ident: $method:ident($($arg:ident: $type:ty),*) -> $answer:ty,
       $needs:tt, $beside:tt, $resource:expr;)*) => {
        pass_on! { Reader, writes: false,
            $($method($($arg: $type),*) -> $answer, Read::$read.operation(), $resource;)*
        }
    };
}

each_read!(pass_on_reads);

pass_on! { Writer, writes: true,
    { fn as_reader(&self) -> &dyn Reader { self } }
    random_password(length: u32, exclude: &str) -> SecretString, "secretsmanager:GetRandomPassword", "";
    create_secret(new: NewSecret) -> String, "secretsmanager:CreateSecret", &new.name;
    delete_secret(arn: &str, recovery_days: u32) -> (), "secretsmanager:DeleteSecret", arn;
    restore_secret(arn: &str) -> (), "secretsmanager:RestoreSecret", arn;
    tag_secret(arn: &str, tags: &Tags) -> (), "secretsmanager:TagResource", arn;
    put_secret_value(arn: &str, value: SecretString, version: &str) -> (), "secretsmanager:PutSecretValue", arn;
    create_role(new: NewRole) -> String, "iam:CreateRole", &new.name;
    delete_role(name: &str) -> (), "iam:DeleteRole", name;
    put_role_policy(role: &str, policy_name: &str, document: &Document) -> (), "iam:PutRolePolicy", policy_name;
    delete_role_policy(role: &str, policy_name: &str) -> (), "iam:DeleteRolePolicy", policy_name;
    attach_role_policy(role: &str, policy_arn: &str) -> (), "iam:AttachRolePolicy", policy_arn;
    detach_role_policy(role: &str, policy_arn: &str) -> (), "iam:DetachRolePolicy", policy_arn;
    create_security_group(new: NewSecurityGroup) -> String, "ec2:CreateSecurityGroup", &new.name;
    delete_security_group(id: &str) -> (), "ec2:DeleteSecurityGroup", id;
    authorize(rule: &GroupRule) -> String, authorize_way(rule.direction), &rule.group_id;
    revoke(rule: &GroupRule, rule_id: Option<&str>) -> (), revoke_way(rule.direction), &rule.group_id;
    revoke_rule(group: &str, rule: &SecurityGroupRule) -> (), revoke_way(rule.direction), group;
    restore_rule(group: &str, rule: &SecurityGroupRule) -> String, authorize_way(rule.direction), group;
    create_acl_entry(acl: &str, entry: &NetworkAclEntry) -> (), "ec2:CreateNetworkAclEntry", acl;
    delete_acl_entry(acl: &str, number: u16, direction: Direction) -> (), "ec2:DeleteNetworkAclEntry", acl;
    set_vpc_attribute(vpc: &str, attribute: VpcAttribute, on: bool) -> (), "ec2:ModifyVpcAttribute", vpc;
    create_vpc_endpoint(new: NewVpcEndpoint) -> EndpointRef, "ec2:CreateVpcEndpoint", &new.service_name;
    delete_vpc_endpoint(id: &str) -> (), "ec2:DeleteVpcEndpoints", id;
    create_proxy(new: NewProxy) -> Proxy, "rds:CreateDBProxy", &new.name;
    modify_proxy(name: &str, change: ProxyChange) -> (), "rds:ModifyDBProxy", name;
    delete_proxy(name: &str) -> (), "rds:DeleteDBProxy", name;
    create_proxy_endpoint(new: NewProxyEndpoint) -> ProxyEndpoint, "rds:CreateDBProxyEndpoint", &new.name;
    delete_proxy_endpoint(name: &str) -> (), "rds:DeleteDBProxyEndpoint", name;
    modify_pool(proxy: &str, pool: &PoolSettings) -> (), "rds:ModifyDBProxyTargetGroup", proxy;
    register_target(proxy: &str, database: &DatabaseRef) -> (), "rds:RegisterDBProxyTargets", &database.id;
    deregister_target(proxy: &str, database: &DatabaseRef) -> (), "rds:DeregisterDBProxyTargets", &database.id;
    set_iam_auth(database: &DatabaseRef, enabled: bool) -> (), modify_call(database), &database.id;
    update_function(name: &str, change: &FunctionChange) -> (), "lambda:UpdateFunctionConfiguration", name;
    publish_version(function: &str) -> String, "lambda:PublishVersion", function;
    delete_version(function: &str, version: &str) -> (), "lambda:DeleteFunction", version;
    update_alias(function: &str, alias: &str, version: &str) -> (), "lambda:UpdateAlias", alias;
    create_function(new: NewFunction) -> String, "lambda:CreateFunction", &new.name;
    delete_function(name: &str) -> (), "lambda:DeleteFunction", name;
    invoke(name: &str, qualifier: Option<&str>, payload: &str) -> Invocation, "lambda:InvokeFunction", name;
    create_log_group(name: &str, tags: &Tags) -> (), "logs:CreateLogGroup", name;
    delete_log_group(name: &str) -> (), "logs:DeleteLogGroup", name;
    set_log_retention(group: &str, days: Option<u32>) -> (), retention_call(days), group;
    put_alarm(alarm: &MetricAlarm, tags: &Tags) -> (), "cloudwatch:PutMetricAlarm", &alarm.name;
    delete_alarm(name: &str) -> (), "cloudwatch:DeleteAlarms", name;
    set_log_export(database: &DatabaseRef, log: &str, enabled: bool) -> (), modify_call(database), &database.id;
}
