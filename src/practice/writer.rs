//! The changing half of the account: each change with the permissions it needs.

use async_trait::async_trait;
use secrecy::SecretString;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;

use super::account::Practice;
use super::{acls, ec2, endpoints, iam, lambda, proxies, proxy_endpoints, runs, secrets, targets, watching};
use crate::cloud::{
    Clock, CloudResult, DatabaseRef, EndpointRef, FunctionChange, GroupRule, Invocation, NewFunction, NewProxy,
    NewProxyEndpoint, NewRole, NewSecret, NewSecurityGroup, NewVpcEndpoint, ProxyChange, Reader, Writer,
};
use crate::domain::Tags;
use crate::domain::alarm::MetricAlarm;
use crate::domain::network::{Direction, NetworkAclEntry, SecurityGroupRule, VpcAttribute};
use crate::domain::policy::Document;
use crate::domain::proxy::{PoolSettings, Proxy, ProxyEndpoint};

/// What Secrets Manager does with a key of one's own, in the caller's name.
const ENCRYPTING: [&str; 2] = ["kms:GenerateDataKey", "kms:Decrypt"];

#[async_trait]
impl Writer for Practice {
    fn as_reader(&self) -> &dyn Reader {
        self
    }

    async fn random_password(&self, length: u32, exclude: &str) -> CloudResult<SecretString> {
        self.answer(&["secretsmanager:GetRandomPassword"], |_, _| {
            let alphabet: Vec<char> = ('!'..='~').filter(|c| !exclude.contains(*c)).collect();
            // Each `RandomState` is keyed anew; good enough for a password that opens nothing.
            let pick = |_| {
                let number = usize::try_from(RandomState::new().hash_one(0_u8) >> 1).unwrap_or_default();
                alphabet.get(number % alphabet.len().max(1)).copied()
            };
            SecretString::from((0..length).filter_map(pick).collect::<String>())
        })
        .await
    }

    async fn create_secret(&self, new: NewSecret) -> CloudResult<String> {
        let mut needed = vec!["secretsmanager:CreateSecret", "secretsmanager:TagResource"];
        needed.extend(new.kms_key_id.iter().flat_map(|_| ENCRYPTING));
        self.change(&needed, &new.name, |state, now| secrets::create(state, &new, now)).await
    }

    async fn delete_secret(&self, arn: &str, recovery_days: u32) -> CloudResult<()> {
        self.change(&["secretsmanager:DeleteSecret"], arn, |state, _| secrets::delete(state, arn, recovery_days)).await
    }

    async fn restore_secret(&self, arn: &str) -> CloudResult<()> {
        self.change(&["secretsmanager:RestoreSecret"], arn, |state, _| secrets::restore(state, arn)).await
    }

    async fn tag_secret(&self, arn: &str, tags: &Tags) -> CloudResult<()> {
        self.change(&["secretsmanager:TagResource"], arn, |state, _| secrets::tag(state, arn, tags)).await
    }

    async fn put_secret_value(&self, arn: &str, value: SecretString, version: &str) -> CloudResult<()> {
        let mut needed = vec!["secretsmanager:PutSecretValue"];
        needed.extend(secrets::own_key(&self.state(), arn).iter().flat_map(|_| ENCRYPTING));
        self.change(&needed, arn, |state, now| secrets::put_value(state, arn, &value, version, now)).await
    }

    async fn create_role(&self, new: NewRole) -> CloudResult<String> {
        self.change(&["iam:CreateRole", "iam:TagRole"], &new.name, |state, now| iam::create_role(state, &new, now))
            .await
    }

    async fn delete_role(&self, name: &str) -> CloudResult<()> {
        self.change(&["iam:DeleteRole"], name, |state, _| iam::delete_role(state, name)).await
    }

    async fn put_role_policy(&self, role: &str, policy_name: &str, document: &Document) -> CloudResult<()> {
        self.change(&["iam:PutRolePolicy"], role, |state, _| iam::put_role_policy(state, role, policy_name, document))
            .await
    }

    async fn delete_role_policy(&self, role: &str, policy_name: &str) -> CloudResult<()> {
        self.change(&["iam:DeleteRolePolicy"], role, |state, _| iam::delete_role_policy(state, role, policy_name)).await
    }

    async fn attach_role_policy(&self, role: &str, policy_arn: &str) -> CloudResult<()> {
        self.change(&["iam:AttachRolePolicy"], role, |state, now| iam::attach(state, role, policy_arn, now)).await
    }

    async fn detach_role_policy(&self, role: &str, policy_arn: &str) -> CloudResult<()> {
        self.change(&["iam:DetachRolePolicy"], role, |state, _| iam::detach(state, role, policy_arn)).await
    }

    async fn create_security_group(&self, new: NewSecurityGroup) -> CloudResult<String> {
        let needed = ["ec2:CreateSecurityGroup", "ec2:CreateTags", "ec2:RevokeSecurityGroupEgress"];
        self.change(&needed, &new.name, |state, _| ec2::create_group(state, &new)).await
    }

    async fn delete_security_group(&self, id: &str) -> CloudResult<()> {
        self.change(&["ec2:DeleteSecurityGroup"], id, |state, _| ec2::delete_group(state, id)).await
    }

    async fn authorize(&self, rule: &GroupRule) -> CloudResult<String> {
        self.change(&[ec2::action_to_authorize(rule.direction)], &rule.group_id, |state, _| ec2::authorize(state, rule))
            .await
    }

    async fn revoke(&self, rule: &GroupRule, rule_id: Option<&str>) -> CloudResult<()> {
        self.change(&[ec2::action_to_revoke(rule.direction)], &rule.group_id, |state, _| {
            ec2::revoke(state, rule, rule_id)
        })
        .await
    }

    async fn revoke_rule(&self, group: &str, rule: &SecurityGroupRule) -> CloudResult<()> {
        self.change(&[ec2::action_to_revoke(rule.direction)], group, |state, _| ec2::revoke_rule(state, group, rule))
            .await
    }

    async fn restore_rule(&self, group: &str, rule: &SecurityGroupRule) -> CloudResult<String> {
        self.change(&[ec2::action_to_authorize(rule.direction)], group, |state, _| {
            ec2::restore_rule(state, group, rule)
        })
        .await
    }

    async fn create_acl_entry(&self, acl: &str, entry: &NetworkAclEntry) -> CloudResult<()> {
        self.change(&["ec2:CreateNetworkAclEntry"], acl, |state, _| acls::create_entry(state, acl, entry)).await
    }

    async fn delete_acl_entry(&self, acl: &str, number: u16, direction: Direction) -> CloudResult<()> {
        self.change(&["ec2:DeleteNetworkAclEntry"], acl, |state, _| acls::delete_entry(state, acl, number, direction))
            .await
    }

    async fn set_vpc_attribute(&self, vpc: &str, attribute: VpcAttribute, on: bool) -> CloudResult<()> {
        self.change(&["ec2:ModifyVpcAttribute"], vpc, |state, _| endpoints::set_attribute(state, vpc, attribute, on))
            .await
    }

    async fn create_vpc_endpoint(&self, new: NewVpcEndpoint) -> CloudResult<EndpointRef> {
        let needed = ["ec2:CreateVpcEndpoint", "ec2:CreateTags", "route53:AssociateVPCWithHostedZone"];
        self.change(&needed, &new.vpc_id, |state, now| endpoints::create(state, &new, now)).await
    }

    async fn delete_vpc_endpoint(&self, id: &str) -> CloudResult<()> {
        self.change(&["ec2:DeleteVpcEndpoints"], id, |state, now| endpoints::delete(state, id, now)).await
    }

    async fn create_proxy(&self, new: NewProxy) -> CloudResult<Proxy> {
        let needed = ["rds:CreateDBProxy", "iam:PassRole", "rds:AddTagsToResource"];
        self.change(&needed, &new.name, |state, now| proxies::create_proxy(state, &new, now)).await
    }

    async fn modify_proxy(&self, name: &str, change: ProxyChange) -> CloudResult<()> {
        let mut needed = vec!["rds:ModifyDBProxy"];
        needed.extend(change.role_arn.as_ref().map(|_| "iam:PassRole"));
        self.change(&needed, name, |state, now| proxies::modify_proxy(state, name, change, now)).await
    }

    async fn delete_proxy(&self, name: &str) -> CloudResult<()> {
        self.change(&["rds:DeleteDBProxy"], name, |state, now| proxies::delete_proxy(state, name, now)).await
    }

    async fn create_proxy_endpoint(&self, new: NewProxyEndpoint) -> CloudResult<ProxyEndpoint> {
        let needed = ["rds:CreateDBProxyEndpoint", "rds:AddTagsToResource"];
        self.change(&needed, &new.name, |state, now| proxy_endpoints::create(state, &new, now)).await
    }

    async fn delete_proxy_endpoint(&self, name: &str) -> CloudResult<()> {
        self.change(&["rds:DeleteDBProxyEndpoint"], name, |state, now| proxy_endpoints::delete(state, name, now)).await
    }

    async fn modify_pool(&self, proxy: &str, pool: &PoolSettings) -> CloudResult<()> {
        self.change(&["rds:ModifyDBProxyTargetGroup"], proxy, |state, now| {
            proxies::modify_pool(state, proxy, pool, now)
        })
        .await
    }

    async fn register_target(&self, proxy: &str, database: &DatabaseRef) -> CloudResult<()> {
        self.change(&["rds:RegisterDBProxyTargets"], proxy, |state, now| {
            targets::register_target(state, proxy, database, now)
        })
        .await
    }

    async fn deregister_target(&self, proxy: &str, database: &DatabaseRef) -> CloudResult<()> {
        self.change(&["rds:DeregisterDBProxyTargets"], proxy, |state, now| {
            targets::deregister_target(state, proxy, database, now)
        })
        .await
    }

    async fn set_iam_auth(&self, database: &DatabaseRef, enabled: bool) -> CloudResult<()> {
        self.change(&[targets::modify_action(database)], &database.id, |state, now| {
            targets::set_iam_auth(state, database, enabled, now)
        })
        .await
    }

    async fn update_function(&self, name: &str, change: &FunctionChange) -> CloudResult<()> {
        self.change(&["lambda:UpdateFunctionConfiguration"], name, |state, now| {
            lambda::update(state, name, change, now)
        })
        .await
    }

    async fn publish_version(&self, function: &str) -> CloudResult<String> {
        self.change(&["lambda:PublishVersion"], function, |state, now| lambda::publish(state, function, now)).await
    }

    async fn delete_version(&self, function: &str, version: &str) -> CloudResult<()> {
        self.change(&["lambda:DeleteFunction"], function, |state, now| {
            lambda::delete_version(state, function, version, now)
        })
        .await
    }

    async fn create_function(&self, new: NewFunction) -> CloudResult<String> {
        let name = new.name.clone();
        let needed = ["lambda:CreateFunction", "iam:PassRole", "lambda:TagResource"];
        self.change(&needed, &name, |state, now| runs::create(state, new, now)).await
    }

    async fn delete_function(&self, name: &str) -> CloudResult<()> {
        self.change(&["lambda:DeleteFunction"], name, |state, _| runs::delete(state, name)).await
    }

    async fn invoke(&self, function: &str, qualifier: Option<&str>, payload: &str) -> CloudResult<Invocation> {
        let begun = self.answer(&["lambda:InvokeFunction"], |state, now| {
            let call = runs::Incoming { function, qualifier, payload, at_ms: self.now_ms() };
            runs::invoke(state, &mut self.environments(), &call, now)
        });
        let begun = begun.await??;
        self.keep_users(begun.users)?;
        self.clock().sleep(begun.takes).await;
        Ok(begun.answer)
    }

    async fn create_log_group(&self, name: &str, tags: &Tags) -> CloudResult<()> {
        let needed = ["logs:CreateLogGroup", "logs:TagResource"];
        self.change(&needed, name, |state, _| runs::create_log_group(state, name, tags)).await
    }

    async fn delete_log_group(&self, name: &str) -> CloudResult<()> {
        self.change(&["logs:DeleteLogGroup"], name, |state, _| runs::delete_log_group(state, name)).await
    }

    async fn set_log_retention(&self, group: &str, days: Option<u32>) -> CloudResult<()> {
        let operation = if days.is_some() { "logs:PutRetentionPolicy" } else { "logs:DeleteRetentionPolicy" };
        self.change(&[operation], group, |state, _| watching::keep_log(state, operation, group, days)).await
    }

    async fn put_alarm(&self, alarm: &MetricAlarm, _tags: &Tags) -> CloudResult<()> {
        self.change(&["cloudwatch:PutMetricAlarm"], &alarm.name, |state, _| watching::put(state, alarm)).await
    }

    async fn delete_alarm(&self, name: &str) -> CloudResult<()> {
        self.change(&["cloudwatch:DeleteAlarms"], name, |state, _| watching::delete(state, name)).await
    }

    async fn set_log_export(&self, database: &DatabaseRef, log: &str, enabled: bool) -> CloudResult<()> {
        self.change(&[targets::modify_action(database)], &database.id, |state, now| {
            targets::set_log_export(state, database, log, enabled, now)
        })
        .await
    }

    async fn update_alias(&self, function: &str, alias: &str, version: &str) -> CloudResult<()> {
        self.change(&["lambda:UpdateAlias"], function, |state, _| lambda::update_alias(state, function, alias, version))
            .await
    }
}
