//! Rules of AWS Config that hold the setup.
//!
//! Config records no configuration item of a proxy, so a rule of one's own would never see one: the rule
//! on it is AWS's own, which asks RDS by itself once a day. The proxy's role is recorded.
//! <https://docs.aws.amazon.com/config/latest/developerguide/rds-proxy-tls-encryption.html>

use super::super::draft::StackDraft;
use super::super::{Expression, attribute, properties};
use crate::domain::setup::Setup;
use crate::export::config_rules::role_policy;

const TLS: &str = "RDS_PROXY_TLS_ENCRYPTION";
const DAILY: &str = "TwentyFour_Hours";
const ROLE: &str = "AWS::IAM::Role";
const RUNTIME: &str = "guard-2.x.x";
const CHANGES: [&str; 2] = ["ConfigurationItemChangeNotification", "OversizedConfigurationItemChangeNotification"];

pub(super) fn cloudformation(draft: &mut StackDraft<'_>) {
    let setup = draft.setup;
    let source = properties([("Owner", Some("AWS".into())), ("SourceIdentifier", Some(TLS.into()))]);
    draft.stack.make(
        "RequireTlsRule",
        "AWS::Config::ConfigRule",
        [
            ("ConfigRuleName", Some(name(setup, "require-tls"))),
            ("MaximumExecutionFrequency", Some(DAILY.into())),
            ("Source", Some(Expression::Map(source))),
        ],
    );
    if !setup.role.owned {
        return;
    }
    let detail = |message: &str| {
        let members = properties([("EventSource", Some("aws.config".into())), ("MessageType", Some(message.into()))]);
        Expression::Map(members)
    };
    let policy = properties([
        ("PolicyRuntime", Some(RUNTIME.into())),
        ("PolicyText", Some(role_policy(setup).as_str().into())),
        ("EnableDebugLogDelivery", Some(false.into())),
    ]);
    let source = properties([
        ("Owner", Some("CUSTOM_POLICY".into())),
        ("SourceDetails", Some(Expression::List(CHANGES.map(detail).to_vec()))),
        ("CustomPolicyDetails", Some(Expression::Map(policy))),
    ]);
    let scope = properties([
        ("ComplianceResourceTypes", Some(vec![ROLE.into()].into())),
        ("ComplianceResourceId", Some(attribute("ProxyRole", "RoleId"))),
    ]);
    draft.stack.make(
        "RoleRule",
        "AWS::Config::ConfigRule",
        [
            ("ConfigRuleName", Some(name(setup, "role"))),
            ("Scope", Some(Expression::Map(scope))),
            ("Source", Some(Expression::Map(source))),
        ],
    );
}

pub(super) fn terraform(draft: &mut StackDraft<'_>) {
    let setup = draft.setup;
    let source = properties([("owner", Some("AWS".into())), ("source_identifier", Some(TLS.into()))]);
    draft.stack.make(
        "RequireTlsRule",
        "aws_config_config_rule",
        [
            ("name", Some(name(setup, "require-tls"))),
            ("maximum_execution_frequency", Some(DAILY.into())),
            ("source", Some(Expression::Block(source))),
        ],
    );
    if !setup.role.owned {
        return;
    }
    let detail = |message: &str| {
        let detail = Expression::Block(properties([("message_type", Some(message.into()))]));
        ("source_detail".to_owned(), detail)
    };
    let policy = properties([
        ("policy_runtime", Some(RUNTIME.into())),
        ("policy_text", Some(role_policy(setup).as_str().into())),
        ("enable_debug_log_delivery", Some(false.into())),
    ]);
    let mut source = properties([("owner", Some("CUSTOM_POLICY".into()))]);
    source.extend(CHANGES.map(detail));
    source.push(("custom_policy_details".to_owned(), Expression::Block(policy)));
    let scope = properties([
        ("compliance_resource_types", Some(vec![ROLE.into()].into())),
        ("compliance_resource_id", Some(attribute("ProxyRole", "unique_id"))),
    ]);
    draft.stack.make(
        "RoleRule",
        "aws_config_config_rule",
        [
            ("name", Some(name(setup, "role"))),
            ("scope", Some(Expression::Block(scope))),
            ("source", Some(Expression::Block(source))),
        ],
    );
}

fn name(setup: &Setup, rule: &str) -> Expression {
    format!("{}-{rule}", setup.name).as_str().into()
}
