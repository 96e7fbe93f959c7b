//! IAM policy documents: written by us, and read from accounts in whatever shape they have.

use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;

/// A policy or trust document. Written with a fixed key order, read leniently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Document {
    #[serde(default = "current_version")]
    pub version: String,
    #[serde(deserialize_with = "one_or_many")]
    pub statement: Vec<Statement>,
}

fn current_version() -> String {
    "2012-10-17".into()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Effect {
    Allow,
    Deny,
}

/// Condition operator → key → accepted values.
pub type Conditions = BTreeMap<String, BTreeMap<String, OneOrMany>>;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Statement {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sid: Option<String>,
    pub effect: Effect,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub principal: Option<Principal>,
    #[serde(default, skip_serializing_if = "OneOrMany::is_empty")]
    pub action: OneOrMany,
    #[serde(default, skip_serializing_if = "OneOrMany::is_empty")]
    pub not_action: OneOrMany,
    #[serde(default, skip_serializing_if = "OneOrMany::is_empty")]
    pub resource: OneOrMany,
    #[serde(default, skip_serializing_if = "OneOrMany::is_empty")]
    pub not_resource: OneOrMany,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub condition: Conditions,
}

/// `"*"` or a map of principal kind to ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Principal {
    Anyone(String),
    Kinds(BTreeMap<String, OneOrMany>),
}

/// IAM writes one value as a string and several as a list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(from = "Loose")]
pub struct OneOrMany(pub Vec<String>);

#[derive(Deserialize)]
#[serde(untagged)]
enum Loose {
    One(String),
    Many(Vec<String>),
    /// Numbers and booleans turn up in conditions.
    Other(serde_json::Value),
}

impl From<Loose> for OneOrMany {
    fn from(loose: Loose) -> Self {
        Self(match loose {
            Loose::One(one) => vec![one],
            Loose::Many(many) => many,
            Loose::Other(serde_json::Value::Array(items)) => items.iter().map(plain).collect(),
            Loose::Other(value) => vec![plain(&value)],
        })
    }
}

fn plain(value: &serde_json::Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

impl Serialize for OneOrMany {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [one] => serializer.serialize_str(one),
            many => many.serialize(serializer),
        }
    }
}

impl OneOrMany {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

impl From<&str> for OneOrMany {
    fn from(one: &str) -> Self {
        Self(vec![one.to_owned()])
    }
}

impl From<String> for OneOrMany {
    fn from(one: String) -> Self {
        Self(vec![one])
    }
}

fn one_or_many<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Statement>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Statements {
        Many(Vec<Statement>),
        One(Box<Statement>),
    }
    Ok(match Statements::deserialize(deserializer)? {
        Statements::Many(many) => many,
        Statements::One(one) => vec![*one],
    })
}

impl Document {
    pub fn new(statement: Vec<Statement>) -> Self {
        Self { version: current_version(), statement }
    }

    /// The trust document that lets one AWS service assume a role.
    pub fn trust(service: &str) -> Self {
        let mut statement = Statement::allow(None, "sts:AssumeRole", OneOrMany::default());
        statement.principal =
            Some(Principal::Kinds(BTreeMap::from([("Service".to_owned(), OneOrMany::from(service))])));
        Self::new(vec![statement])
    }

    /// Indented as AWS consoles show it, with two spaces.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Without line breaks, for API calls and command lines.
    pub fn to_json_line(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Statement {
    pub fn allow(sid: Option<&str>, action: impl Into<OneOrMany>, resource: impl Into<OneOrMany>) -> Self {
        Self {
            sid: sid.map(str::to_owned),
            effect: Effect::Allow,
            principal: None,
            action: action.into(),
            not_action: OneOrMany::default(),
            resource: resource.into(),
            not_resource: OneOrMany::default(),
            condition: Conditions::new(),
        }
    }

    pub fn when(mut self, operator: &str, key: &str, value: &str) -> Self {
        self.condition.entry(operator.to_owned()).or_default().insert(key.to_owned(), OneOrMany::from(value));
        self
    }

    /// Whether the statement speaks about `action` on `resource`, conditions left aside.
    pub fn covers(&self, action: &str, resource: &str) -> bool {
        let action = action.to_ascii_lowercase();
        let by_action = if self.not_action.is_empty() {
            self.action.iter().any(|pattern| glob(&pattern.to_ascii_lowercase(), &action))
        } else {
            !self.not_action.iter().any(|pattern| glob(&pattern.to_ascii_lowercase(), &action))
        };
        let by_resource = if self.not_resource.is_empty() {
            self.resource.iter().any(|pattern| glob(pattern, resource))
        } else {
            !self.not_resource.iter().any(|pattern| glob(pattern, resource))
        };
        by_action && by_resource
    }
}

/// IAM's wildcards: `*` stands for any run of characters, `?` for one.
pub fn glob(pattern: &str, text: &str) -> bool {
    let (pattern, text): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
    let (mut p, mut t) = (0, 0);
    // Where the last `*` stood and how much text it has swallowed: on a mismatch it takes one more.
    let mut star: Option<(usize, usize)> = None;
    while let Some(&c) = text.get(t) {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p, t));
                p += 1;
            }
            Some(&want) if want == '?' || want == c => {
                p += 1;
                t += 1;
            }
            _ => match star {
                Some((at, taken)) => {
                    star = Some((at, taken + 1));
                    p = at + 1;
                    t = taken + 1;
                }
                None => return false,
            },
        }
    }
    pattern.iter().skip(p).all(|c| *c == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wildcards_match_as_iam_says() {
        for (pattern, text, expected) in [
            ("*", "", true),
            ("rds-db:*", "rds-db:connect", true),
            ("arn:*:dbuser:prx-?/app", "arn:aws:dbuser:prx-1/app", true),
            ("a*b*c", "aXbXbXc", true),
            ("a*b", "aXc", false),
            ("abc", "abcd", false),
        ] {
            assert_eq!(glob(pattern, text), expected, "{pattern} {text}");
        }
    }

    #[test]
    fn reads_single_values_and_lists_and_writes_single_values_as_strings() {
        let text =
            r#"{"Statement":{"Effect":"Allow","Action":["a:b"],"Resource":"*","Condition":{"Bool":{"x":true}}}}"#;
        let document: Document = serde_json::from_str(text).unwrap();
        assert_eq!(
            document.to_json_line(),
            r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a:b","Resource":"*","Condition":{"Bool":{"x":"true"}}}]}"#
        );
    }
}
