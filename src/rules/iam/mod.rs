//! The policy evaluator: may this role do this action on this resource?
//!
//! Reads identity policies, inline and attached. Not read, and therefore unknown where they
//! could matter: permissions boundaries, resource policies, service control policies.

mod questions;

pub use questions::simulated_questions;

use crate::domain::policy::{Conditions, Document, Effect, OneOrMany, Statement, glob};
use crate::domain::role::Role;

use crate::rules::rule::{Gap, Stop};

/// Reading a secret, using its key, logging in to a database with a token.
pub const READ: &str = "secretsmanager:GetSecretValue";
pub const DECRYPT: &str = "kms:Decrypt";
pub const CONNECT: &str = "rds-db:connect";

/// What the role's policies amount to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Allowed,
    /// By an explicit statement of this policy.
    Denied(String),
    /// No statement allows it.
    NotAllowed,
    /// It hangs on something that was not read.
    Unknown(Gap),
}

/// What is known of the request beside action and resource: condition key → value.
pub type Context<'a> = &'a [(&'a str, &'a str)];

/// Whether `role` may do `action` on `resource`.
pub fn may(role: &Role, action: &str, resource: &str, context: Context<'_>) -> Answer {
    let mut allowed = false;
    let (mut perhaps_allowed, mut perhaps_denied) = (None, None);
    for (policy, document) in role.policies() {
        for statement in &document.statement {
            let applies = match covers(statement, action, resource) {
                Some(true) => holds(&statement.condition, context),
                Some(false) => Some(false),
                None => holds(&statement.condition, context).filter(|holds| !holds),
            };
            match (statement.effect, applies) {
                (_, Some(false)) => {}
                (Effect::Deny, Some(true)) => return Answer::Denied(policy.to_owned()),
                (Effect::Allow, Some(true)) => allowed = true,
                (Effect::Deny, None) => perhaps_denied = Some(policy),
                (Effect::Allow, None) => perhaps_allowed = Some(policy),
            }
        }
    }
    let unread = role.attached.iter().find(|policy| policy.document.is_none());
    if !allowed {
        return match (perhaps_allowed, unread) {
            (Some(policy), _) => in_doubt(policy, "allows", action),
            (None, Some(unread)) => unread_policy(&unread.name),
            (None, None) => Answer::NotAllowed,
        };
    }
    if let Some(policy) = perhaps_denied {
        return in_doubt(policy, "denies", action);
    }
    // A policy of the customer's own may deny; AWS's never do.
    if let Some(unread) = unread.filter(|policy| !policy.arn.contains(":iam::aws:")) {
        return unread_policy(&unread.name);
    }
    match &role.permissions_boundary {
        Some(boundary) => unknown(
            format!("the permissions boundary {boundary} of {} was not read", role.name),
            &["iam:GetPolicy", "iam:GetPolicyVersion"],
        ),
        None => Answer::Allowed,
    }
}

fn in_doubt(policy: &str, verb: &str, action: &str) -> Answer {
    unknown(format!("{policy} {verb} {action} on a condition that cannot be known from here"), &[])
}

fn unread_policy(name: &str) -> Answer {
    unknown(format!("the policy {name} could not be read"), &["iam:GetPolicy", "iam:GetPolicyVersion"])
}

fn unknown(because: String, needs: &[&str]) -> Answer {
    Answer::Unknown(Gap { because, needs: needs.iter().map(|need| (*need).to_owned()).collect() })
}

/// Whether the statement speaks about it; `None` where a policy variable decides.
fn covers(statement: &Statement, action: &str, resource: &str) -> Option<bool> {
    let variable = |patterns: &OneOrMany| patterns.iter().any(|pattern| pattern.contains("${"));
    if !variable(&statement.resource) && !variable(&statement.not_resource) {
        return Some(statement.covers(action, resource));
    }
    // With every variable taken for anything, a miss is certain and a hit is not.
    let mut widest = statement.clone();
    widest.resource = OneOrMany(statement.resource.iter().map(without_variables).collect());
    if statement.not_resource.is_empty() && !widest.covers(action, resource) { Some(false) } else { None }
}

fn without_variables(pattern: &str) -> String {
    let mut out = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once("${") {
        out.push_str(before);
        out.push('*');
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    out + rest
}

/// Whether all conditions hold; `None` where a key's value cannot be known.
fn holds(conditions: &Conditions, context: Context<'_>) -> Option<bool> {
    let mut all = Some(true);
    for (operator, keys) in conditions {
        for (key, wanted) in keys {
            let value = context.iter().find(|(known, _)| known.eq_ignore_ascii_case(key)).map(|(_, value)| *value);
            match value.and_then(|value| compare(operator, value, wanted)) {
                Some(true) => {}
                Some(false) => return Some(false),
                None => all = None,
            }
        }
    }
    all
}

fn compare(operator: &str, value: &str, wanted: &OneOrMany) -> Option<bool> {
    let operator = operator.trim_end_matches("IfExists");
    let operator = operator.rsplit(':').next().unwrap_or(operator);
    let any = |matches: fn(&str, &str) -> bool| wanted.iter().any(|wanted| matches(wanted, value));
    match operator {
        "StringEquals" => Some(any(|wanted, value| wanted == value)),
        "StringNotEquals" => Some(!any(|wanted, value| wanted == value)),
        "StringEqualsIgnoreCase" => Some(any(str::eq_ignore_ascii_case)),
        "StringLike" => Some(any(glob)),
        "StringNotLike" => Some(!any(glob)),
        _ => None,
    }
}

impl Answer {
    /// The unknown as the reason why a rule stops.
    pub fn known(self) -> Result<Self, Stop> {
        match self {
            Self::Unknown(gap) => Err(Stop::Unknown(gap)),
            known => Ok(known),
        }
    }
}

/// Every allow statement of the role, with the name of its policy.
pub fn allows(role: &Role) -> impl Iterator<Item = (&str, &Statement)> {
    role.policies().flat_map(|(name, document): (&str, &Document)| {
        document
            .statement
            .iter()
            .filter(|statement| statement.effect == Effect::Allow)
            .map(move |statement| (name, statement))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::domain::role::AttachedPolicy;

    const SECRET: &str = "arn:aws:secretsmanager:eu-west-1:1:secret:a-AbCdEf";
    const READ: &str = "secretsmanager:GetSecretValue";

    fn role(policies: &[&str]) -> Role {
        Role {
            name: "r".into(),
            arn: "arn:aws:iam::1:role/r".into(),
            path: "/".into(),
            trust: Document::new(Vec::new()),
            inline: policies
                .iter()
                .enumerate()
                .map(|(i, text)| {
                    let text = format!(r#"{{"Statement":{text}}}"#);
                    (format!("p{i}"), serde_json::from_str(&text).unwrap())
                })
                .collect(),
            attached: Vec::new(),
            permissions_boundary: None,
            tags: BTreeMap::new(),
            boundary: None,
            created: None,
        }
    }

    fn ask(policies: &[&str]) -> Answer {
        may(&role(policies), READ, SECRET, &[("kms:ViaService", "secretsmanager.eu-west-1.amazonaws.com")])
    }

    const ALLOW: &str = r#"{"Effect":"Allow","Action":"secretsmanager:*","Resource":"*"}"#;

    #[test]
    fn an_explicit_deny_wins_whatever_the_order() {
        let deny = r#"{"Effect":"Deny","Action":["secretsmanager:get*"],"Resource":"arn:aws:secretsmanager:*"}"#;
        assert_eq!(ask(&[ALLOW, deny]), Answer::Denied("p1".into()));
        assert_eq!(ask(&[deny, ALLOW]), Answer::Denied("p0".into()));
    }

    #[test]
    fn not_action_and_not_resource_speak_about_the_rest() {
        let all_but_iam = r#"{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}"#;
        assert_eq!(ask(&[all_but_iam]), Answer::Allowed);
        let all_but_this = format!(r#"{{"Effect":"Allow","Action":"*","NotResource":"{SECRET}"}}"#);
        assert_eq!(ask(&[&all_but_this]), Answer::NotAllowed);
    }

    #[test]
    fn known_conditions_decide_and_unknown_ones_do_not() {
        let with = |condition: &str| {
            ask(&[&format!(r#"{{"Effect":"Allow","Action":"*","Resource":"*","Condition":{condition}}}"#)])
        };
        assert_eq!(with(r#"{"StringLike":{"kms:viaservice":"secretsmanager.*.amazonaws.com"}}"#), Answer::Allowed);
        assert_eq!(with(r#"{"StringEquals":{"kms:ViaService":"rds.eu-west-1.amazonaws.com"}}"#), Answer::NotAllowed);
        assert!(matches!(with(r#"{"StringEquals":{"aws:SourceVpc":"vpc-1"}}"#), Answer::Unknown(_)));
    }

    #[test]
    fn a_policy_variable_leaves_it_open_only_where_it_could_match() {
        let own = r#"{"Effect":"Allow","Action":"*","Resource":"arn:aws:secretsmanager:*:*:secret:${aws:PrincipalTag/app}-*"}"#;
        assert!(matches!(ask(&[own]), Answer::Unknown(_)));
        let other = r#"{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::${aws:username}/*"}"#;
        assert_eq!(ask(&[other]), Answer::NotAllowed);
    }

    #[test]
    fn an_unread_policy_or_a_boundary_makes_it_unknown() {
        let mut own = role(&[]);
        own.attached.push(AttachedPolicy {
            name: "own".into(),
            arn: "arn:aws:iam::1:policy/own".into(),
            document: None,
        });
        assert!(matches!(may(&own, READ, SECRET, &[]), Answer::Unknown(gap) if gap.because.contains("own")));
        let mut bounded = role(&[ALLOW]);
        bounded.permissions_boundary = Some("arn:aws:iam::1:policy/edge".into());
        assert!(matches!(may(&bounded, READ, SECRET, &[]), Answer::Unknown(gap) if gap.because.contains("edge")));
    }
}
