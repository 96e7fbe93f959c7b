//! A setup's texts as expressions: what AWS names later refers to the resource that brings it, and the
//! account, region and partition of an ARN are those of the deployment.

use serde_json::Value;

use super::{Expression, Scope};
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::output::Output;
use crate::domain::policy::Document;

/// How texts of a setup are read.
pub(in crate::export) struct Lower<'a> {
    pub account: &'a Account,
    /// What stands for an output.
    pub output: fn(Output) -> Expression,
}

impl Lower<'_> {
    /// A text with its tokens, and with ARNs of the account.
    pub fn text(&self, text: &str) -> Expression {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((at, output)) = first_token(rest) {
            let (before, after) = rest.split_at(at);
            self.plain(before, &mut parts);
            parts.push((self.output)(output));
            rest = after.strip_prefix(&output.token()).unwrap_or(after);
        }
        self.plain(rest, &mut parts);
        match parts.len() {
            0 => Expression::Text(String::new()),
            1 => parts.remove(0),
            _ => Expression::Joined(parts),
        }
    }

    /// A policy, as the format wants a document.
    pub fn document(&self, document: &Document) -> Expression {
        let value = serde_json::to_value(document).unwrap_or_default();
        Expression::Document(Box::new(self.json(&value)))
    }

    fn json(&self, value: &Value) -> Expression {
        match value {
            Value::String(text) => self.text(text),
            Value::Bool(on) => Expression::Bool(*on),
            Value::Number(number) => Expression::Number(number.as_u64().unwrap_or_default()),
            Value::Array(items) => Expression::List(items.iter().map(|item| self.json(item)).collect()),
            Value::Object(members) => {
                Expression::Map(members.iter().map(|(name, value)| (name.clone(), self.json(value))).collect())
            }
            Value::Null => Expression::Text(String::new()),
        }
    }

    /// A piece without tokens.
    fn plain(&self, text: &str, parts: &mut Vec<Expression>) {
        if let Some(mine) = self.own_arn(text) {
            parts.extend(mine);
        } else if let Some(service) = text.strip_suffix(&self.suffix()) {
            parts.extend([
                Expression::Text(format!("{service}.")),
                Expression::Scope(Scope::Region),
                ".".into(),
                Expression::Scope(Scope::DnsSuffix),
            ]);
        } else if !text.is_empty() {
            parts.push(text.into());
        }
    }

    /// `.eu-west-1.amazonaws.com`
    fn suffix(&self) -> String {
        format!(".{}.{}", self.account.region, self.account.dns_suffix())
    }

    /// `arn:PARTITION:service:REGION:ACCOUNT:` and what follows. An AWS managed policy is of no account.
    fn own_arn(&self, text: &str) -> Option<Vec<Expression>> {
        let account = self.account;
        let rest = text.strip_prefix("arn:")?.strip_prefix(account.partition.as_str())?.strip_prefix(':')?;
        let (service, rest) = rest.split_once(':')?;
        let (region, rest) = rest.split_once(':')?;
        let (id, resource) = rest.split_once(':')?;
        let mut parts =
            vec!["arn:".into(), Expression::Scope(Scope::Partition), format!(":{service}:").as_str().into()];
        if region == account.region {
            parts.push(Expression::Scope(Scope::Region));
        } else if !region.is_empty() {
            parts.push(region.into());
        }
        parts.push(":".into());
        if id == account.id {
            parts.push(Expression::Scope(Scope::Account));
        } else if !id.is_empty() {
            parts.push(id.into());
        }
        parts.push(format!(":{resource}").as_str().into());
        Some(parts)
    }
}

fn first_token(text: &str) -> Option<(usize, Output)> {
    Output::in_text(text)
        .into_iter()
        .filter_map(|output| Some((text.find(&output.token())?, output)))
        .min_by_key(|at| at.0)
}

/// Tags as a list of keys and values, as most of CloudFormation has them.
pub(super) fn tag_list(tags: &Tags) -> Expression {
    let tag = |(key, value): (&String, &String)| {
        Expression::Map(vec![("Key".into(), key.as_str().into()), ("Value".into(), value.as_str().into())])
    };
    Expression::List(tags.iter().map(tag).collect())
}

/// Tags by their keys.
pub(in crate::export) fn tag_map(tags: &Tags) -> Expression {
    Expression::Map(tags.iter().map(|(key, value)| (key.clone(), value.as_str().into())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arn_of_the_account_is_that_of_the_deployment() {
        let account = Account {
            id: "123456789012".into(),
            region: "eu-west-1".into(),
            partition: "aws".into(),
            ..Account::default()
        };
        let lower = Lower { account: &account, output: |_| Expression::Attribute("Proxy".into(), "Id") };
        let text = lower.text("arn:aws:rds-db:eu-west-1:123456789012:dbuser:${PROXY_ID}/app");
        let wanted = vec![
            "arn:".into(),
            Expression::Scope(Scope::Partition),
            ":rds-db:".into(),
            Expression::Scope(Scope::Region),
            ":".into(),
            Expression::Scope(Scope::Account),
            ":dbuser:".into(),
            Expression::Attribute("Proxy".into(), "Id"),
            "/app".into(),
        ];
        assert_eq!(text, Expression::Joined(wanted));
        assert_eq!(lower.text("${aws:username}"), "${aws:username}".into());
        let other = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole";
        assert!(matches!(lower.text(other), Expression::Joined(parts) if parts.contains(&"aws".into())));
    }
}
