//! Signs that a client does not send what the proxy asks for.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;
use crate::rules::connect::grants::allows_action;
use crate::rules::facts::{self, Need};
use crate::rules::function::Reading;
use crate::rules::iam;
use crate::rules::login::function_sends_token;
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::t;

pub const SENDS_PASSWORD: Rule = Rule {
    code: "proxy-iam-required-but-password-sent",
    severity: Severity::Error,
    hop: Hop::Function,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.troubleshooting.html",
    needs: &[Need::Proxy, Need::Function, Need::FunctionRole],
    check: sends_password,
};

fn sends_password(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    if !function_sends_token(observed, proxy)? {
        return Err(Stop::NotApplicable);
    }
    let reading = Reading::new(observed)?;
    let function = reading.function;
    let role = facts::function_role(observed)?;
    if iam::allows(role).any(|(_, statement)| allows_action(statement)) {
        return passed();
    }
    let named = reading.environment.secrets().iter().map(|secret| secret.variable.as_str());
    let Some(name) = reading.environment.passwords().chain(named).next() else { return passed() };
    if role.partly_unreadable() {
        return Err(Stop::unknown(t!("seen-policies-unread"), &["iam:GetPolicy", "iam:GetPolicyVersion"]));
    }
    Seen::at("function", &function.name)
        .because(t!("seen-proxy-has-variable", function = &function.name, variable = name))
        .because(t!("seen-proxy-no-connect-at-all", role = &role.name))
        .sure(Confidence::Low)
        .flagged()
}
