//! What puts the role right, and how sure a fault is.

use crate::domain::finding::Confidence;
use crate::domain::observed::Observed;
use crate::domain::policy::{Document, OneOrMany, Principal, Statement};
use crate::domain::proxy::{Proxy, TargetHealth};
use crate::domain::role::Role;
use crate::domain::secret::KmsKey;

use crate::rules::command::aws;
use crate::rules::connect::grants::{policy_name, put_policy};
use crate::rules::iam::{By, DECRYPT, READ, via_service};
use crate::rules::rule::Cure;

/// The policy that the proxy's role should have: the secrets, and the keys that are the customer's own.
fn wanted(observed: &Observed, proxy: &Proxy) -> Document {
    let secrets: Vec<String> = proxy.auth.iter().map(|auth| auth.secret_arn.clone()).collect();
    let via = secrets.first().map(|secret| via_service(observed, secret));
    let mut statements = vec![Statement::allow(None, READ, OneOrMany(secrets))];
    let keys = observed.proxy_secrets.iter().filter_map(|secret| secret.key.present());
    let mut keys: Vec<String> = keys.filter(|key| key.customer_managed).map(|key| key.arn.clone()).collect();
    keys.sort();
    keys.dedup();
    if let Some(via) = via.filter(|_| !keys.is_empty()) {
        let decrypt = Statement::allow(None, DECRYPT, OneOrMany(keys));
        statements.push(decrypt.when("StringEquals", "kms:ViaService", &via));
    }
    Document::new(statements)
}

/// Writes the policy that the role should have. `None` where an entry of `Auth` is not understood:
/// what the role needs for it is not known.
pub fn write_policy(observed: &Observed, proxy: &Proxy, role: &Role) -> Option<Cure> {
    let whole = proxy.unclear_auth().is_none();
    let document = wanted(observed, proxy);
    whole.then(|| put_policy(observed, &role.name, &policy_name(role, proxy, "secret", &document), &document))
}

/// The key's policy with a statement for the role. `None` where it cannot be written anew without loss.
pub fn write_key_policy(
    observed: &Observed,
    role: &Role,
    secret_arn: &str,
    key: &KmsKey,
    policy: &Document,
) -> Option<String> {
    if !policy.is_understood() {
        return None;
    }
    let mut whole = policy.clone();
    let decrypt = Statement::allow(None, DECRYPT, "*");
    whole.statement.push(Statement {
        principal: Some(Principal::Kinds([("AWS".to_owned(), OneOrMany::from(role.arn.as_str()))].into())),
        ..decrypt.when("StringEquals", "kms:ViaService", &via_service(observed, secret_arn))
    });
    let command = aws(observed, "kms put-key-policy").with("key-id", &key.arn).with("policy-name", "default");
    Some(command.with("policy", &whole.to_json_line()).line())
}

/// Shows the policy that is in the way.
pub fn show_policy(observed: &Observed, role: &Role, by: &By) -> String {
    let attached = role.attached.iter().find(|policy| policy.name == by.policy).map(|policy| policy.arn.as_str());
    match attached.or_else(|| by.policy.starts_with("arn:").then_some(by.policy.as_str())) {
        Some(arn) => aws(observed, "iam list-policy-versions").with("policy-arn", arn).line(),
        None => {
            let command = aws(observed, "iam get-role-policy").with("role-name", &role.name);
            command.with("policy-name", &by.policy).line()
        }
    }
}

/// A proxy that is logged in with its only secret says that something lets it in; perhaps a password
/// that it read before.
pub fn certainty(observed: &Observed, proxy: &Proxy) -> Confidence {
    let up =
        observed.targets.items().iter().any(|target| target.health.as_ref().is_some_and(TargetHealth::is_available));
    if up && proxy.auth.len() == 1 { Confidence::Medium } else { Confidence::High }
}

/// The less sure of two.
pub fn less(one: Confidence, other: Confidence) -> Confidence {
    one.min(other)
}
