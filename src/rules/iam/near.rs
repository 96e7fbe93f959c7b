//! Near misses: statements that look meant for a request, and by what they miss it.

use crate::domain::arn::Arn;
use crate::domain::policy::{Statement, glob};
use crate::domain::proxy::Proxy;
use crate::domain::role::Role;
use crate::text::{series, t};

use super::condition;
use super::known::Known;
use super::request::Request;
use super::{CONNECT, allows};

/// What is like the resource and is another thing, with a word for it.
type Instead<'a> = (String, &'a str);

/// One line for each statement of the role that looks meant for the request. `marks`: names that only
/// the resource has, told in a text of any form.
pub fn near_misses(request: &Request<'_>, marks: &[&str], instead: &[Instead<'_>]) -> Vec<String> {
    allows(request.role).filter_map(|(policy, statement)| near(request, marks, instead, policy, statement)).collect()
}

/// Near misses of `rds-db:connect`; `resource` is what the role must be allowed it on.
pub fn near_logins(role: &Role, resource: &str, proxy: &Proxy, database: Option<&str>) -> Vec<String> {
    let id = proxy.resource_id();
    let by = |other: &str| resource.replacen(id, other, 1);
    let mut instead = vec![(by(&proxy.name), t!("seen-iam-near-proxy-name"))];
    instead.extend(database.map(|id| (by(id), t!("seen-iam-near-database-id"))));
    near_misses(&Request::new(role, CONNECT, resource), &[id, &proxy.name], &instead)
}

fn near(
    request: &Request<'_>,
    marks: &[&str],
    instead: &[Instead<'_>],
    policy: &str,
    statement: &Statement,
) -> Option<String> {
    let wanted = request.resource;
    let action = misspelt(statement, request.action);
    let resources = || statement.resource.iter();
    if resources().any(|resource| glob(resource, wanted)) {
        if let Some(action) = action {
            return Some(t!("seen-iam-near-action", policy = policy, action = action, wanted = request.action));
        }
        let failing = statement.has_action(request.action).then(|| fails(request, statement)).flatten();
        return failing.map(|condition| t!("seen-iam-near-only", policy = policy, condition = condition));
    }
    if action.is_none() && !statement.has_action(request.action) {
        return None;
    }
    resources().find_map(|resource| {
        let miss = miss(resource, wanted, marks, instead)?;
        Some(match action {
            None => t!("seen-iam-near-resource", policy = policy, resource = resource, miss = miss),
            Some(action) => t!(
                "seen-iam-near-both",
                policy = policy,
                resource = resource,
                miss = miss,
                action = action,
                wanted = request.action
            ),
        })
    })
}

/// An action that is a letter or two from the wanted one: the service is misspelt, or the end of the name.
fn misspelt<'a>(statement: &'a Statement, wanted: &str) -> Option<&'a str> {
    if statement.has_action(wanted) {
        return None;
    }
    let (service, name) = wanted.split_once(':')?;
    statement.action.iter().find(|action| {
        let Some((its_service, its_name)) = action.split_once(':') else { return false };
        let same = |a: &str, b: &str| a.eq_ignore_ascii_case(b);
        // `PutSecretValue` is two letters from `GetSecretValue`, and another action.
        let verb = |text: &str| text.get(..3).map(str::to_ascii_lowercase);
        let other_service = same(name, its_name) && letters_apart(service, its_service) <= 2;
        let other_name =
            same(service, its_service) && verb(name) == verb(its_name) && letters_apart(name, its_name) <= 2;
        other_service || other_name
    })
}

/// By what a resource misses the wanted one; `None` where nothing says that it was meant.
fn miss(resource: &str, wanted: &str, marks: &[&str], instead: &[Instead<'_>]) -> Option<String> {
    let squeezed = |text: &str| text.replace(':', "");
    if let Some((_, what)) = instead.iter().find(|(other, _)| glob(resource, other)) {
        return Some((*what).to_owned());
    }
    if resource.matches("arn:").count() > 1 && marks.iter().any(|mark| resource.contains(mark)) {
        return Some(t!("seen-iam-near-nested").to_owned());
    }
    if glob(resource.trim(), wanted) {
        return Some(t!("seen-iam-near-space").to_owned());
    }
    if glob(&squeezed(resource), &squeezed(wanted)) {
        let missing = resource.matches(':').count() < wanted.matches(':').count();
        return Some(
            if missing { t!("seen-iam-near-colon-missing") } else { t!("seen-iam-near-colon-more") }.to_owned(),
        );
    }
    if glob(&resource.to_ascii_lowercase(), &wanted.to_ascii_lowercase()) {
        return Some(t!("seen-iam-near-case").to_owned());
    }
    let (its, own) = (resource.parse::<Arn>().ok()?, wanted.parse::<Arn>().ok()?);
    if !glob(&its.resource, &own.resource) {
        return None;
    }
    let parts = [
        ("partition", its.partition, own.partition),
        ("service", its.service, own.service),
        ("region", its.region, own.region),
        ("account", its.account, own.account),
    ];
    let wrong = parts.into_iter().find(|(_, its, own)| !glob(its, own));
    wrong.map(|(part, its, own)| t!("seen-iam-near-part", part = part, its = its, wanted = own))
}

/// The first condition that does not hold.
fn fails(request: &Request<'_>, statement: &Statement) -> Option<String> {
    statement.condition.iter().find_map(|(operator, keys)| {
        keys.iter().find_map(|(key, values)| {
            let alone = [(operator.clone(), [(key.clone(), values.clone())].into())].into();
            let holds = condition::hold(&alone, request, true);
            let values: Vec<&str> = values.iter().collect();
            (holds == Known::No).then(|| {
                let (operator, values) = (operator.as_str(), series(values.iter().map(|value| format!("`{value}`"))));
                if key.to_ascii_lowercase().contains("encryptioncontext") {
                    t!("seen-iam-where-other-secret", operator = operator, key = key.as_str(), values = values)
                } else {
                    t!("seen-iam-where", operator = operator, key = key.as_str(), values = values)
                }
            })
        })
    })
}

/// Letters to add, drop or change to make one text of the other.
fn letters_apart(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.to_ascii_lowercase().chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.to_ascii_lowercase().chars().enumerate() {
        let mut next = vec![at + 1];
        for (across, (there, pair)) in other.iter().zip(row.windows(2)).enumerate() {
            let &[diagonal, above] = pair else { continue };
            let left = next.get(across).copied().unwrap_or_default();
            next.push((diagonal + usize::from(letter != *there)).min(above + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::policy::Document;

    const SECRET: &str = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders/app-AbCdEf";
    const KEY: &str = "arn:aws:kms:eu-west-1:123456789012:key/1111-2222";
    const READ: &str = "secretsmanager:GetSecretValue";

    fn role(action: &str, resource: &str, condition: &str) -> Role {
        let text = format!(r#"{{ "Effect": "Allow", "Action": "{action}", "Resource": "{resource}" {condition} }}"#);
        let policy = Document::read(&format!(r#"{{ "Version": "2012-10-17", "Statement": {text} }}"#));
        Role {
            name: "r".into(),
            arn: "arn:aws:iam::123456789012:role/r".into(),
            path: "/".into(),
            description: None,
            trust: Document::trust("lambda.amazonaws.com"),
            inline: [("p".to_owned(), policy)].into(),
            attached: Vec::new(),
            permissions_boundary: None,
            max_session_secs: None,
            boundary: None,
            created: None,
            tags: Default::default(),
        }
    }

    #[test]
    fn a_read_that_misses_is_told_by_what() {
        for (action, resource, expected) in [
            (
                "secretmanager:GetSecretValue",
                SECRET,
                "p allows `secretmanager:GetSecretValue`, where `secretsmanager:GetSecretValue` is wanted",
            ),
            (
                "secretsmanager:GetSecretsValue",
                "*",
                "p allows `secretsmanager:GetSecretsValue`, where `secretsmanager:GetSecretValue` is wanted",
            ),
            ("secretsmanager:PutSecretValue", SECRET, ""),
            ("secretsmanager:DescribeSecret", SECRET, ""),
            (READ, "arn:aws:secretsmanager:eu-west-1:123456789012:secret:other-AbCdEf", ""),
            (READ, "orders/app", "the secret's name, where its whole ARN belongs"),
            (READ, "arn:aws:secretsmanager:eu-west-1:123456789012secret:orders/app-AbCdEf", "a colon is missing"),
            (
                READ,
                "arn:aws:secretsmanager:eu-west-1::123456789012:secret:orders/app-AbCdEf",
                "there is a colon too many",
            ),
            (
                READ,
                "arn:aws:secretsmanager:eu-west-1:123456789012:secret:arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders/app-AbCdEf",
                "an ARN inside an ARN",
            ),
            (
                READ,
                "arn:aws:secretsmanager:eu-west-1:123456789012:secret:Orders/App-*",
                "it differs in upper and lower case",
            ),
            (
                READ,
                "arn:aws:secretsmanager:us-east-1:123456789012:secret:orders/app-AbCdEf",
                "its region is `us-east-1`, where `eu-west-1` is wanted",
            ),
            (
                READ,
                " arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders/app-AbCdEf",
                "there is white space around it",
            ),
        ] {
            let role = role(action, resource, "");
            let request = Request::new(&role, READ, SECRET);
            let instead = [("orders/app".to_owned(), "the secret's name, where its whole ARN belongs")];
            let told = near_misses(&request, &["orders/app"], &instead).join("; ");
            assert!(told.ends_with(expected) && told.is_empty() == expected.is_empty(), "{action} {resource}: {told}");
        }
    }

    #[test]
    fn a_condition_that_is_of_another_secret_is_named() {
        let condition = r#", "Condition": { "StringEquals": { "kms:EncryptionContext:SecretARN": "arn:other" } }"#;
        let role = role("kms:Decrypt", KEY, condition);
        let request = Request::new(&role, "kms:Decrypt", KEY).with("kms:EncryptionContext:SecretARN", SECRET);
        assert_eq!(
            near_misses(&request, &[], &[]),
            [
                "p allows it only where StringEquals kms:EncryptionContext:SecretARN `arn:other`, which is another secret"
            ]
        );
        let request = request.with("kms:EncryptionContext:SecretARN", "arn:other");
        assert_eq!(near_misses(&request, &[], &[]), Vec::<String>::new());
    }
}
