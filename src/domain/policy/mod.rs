//! IAM policy documents: written by us, and read from accounts in whatever shape they have.
//!
//! How an odd document is read stands in [`read`], wildcards in [`pattern`]; what a policy amounts to
//! is decided in `rules::iam`.

mod pattern;
mod read;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

use super::json;

pub use pattern::{Token, fits, glob, tokens};

/// What was read and is not of the policy language, under its own name; written back unchanged.
pub type Other = BTreeMap<String, Value>;

/// A policy or trust document. Written with a fixed key order, read leniently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Value", rename_all = "PascalCase")]
pub struct Document {
    /// A document without one is of the version before policy variables.
    pub version: String,
    pub statement: Vec<Statement>,
    #[serde(flatten)]
    pub other: Other,
}

/// The version of every document that we write.
const CURRENT: &str = "2012-10-17";

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Effect {
    Allow,
    Deny,
    /// Missing, or neither of the two: it may be either.
    #[serde(other)]
    Unclear,
}

/// Condition operator → key → accepted values.
pub type Conditions = BTreeMap<String, BTreeMap<String, OneOrMany>>;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Value", rename_all = "PascalCase")]
pub struct Statement {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sid: Option<String>,
    pub effect: Effect,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub principal: Option<Principal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_principal: Option<Principal>,
    #[serde(skip_serializing_if = "OneOrMany::is_empty")]
    pub action: OneOrMany,
    #[serde(skip_serializing_if = "OneOrMany::is_empty")]
    pub not_action: OneOrMany,
    #[serde(skip_serializing_if = "OneOrMany::is_empty")]
    pub resource: OneOrMany,
    #[serde(skip_serializing_if = "OneOrMany::is_empty")]
    pub not_resource: OneOrMany,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub condition: Conditions,
    /// Not empty: the statement means more than the fields above say.
    #[serde(flatten)]
    pub other: Other,
}

/// `"*"` or a map of principal kind to ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Principal {
    Anyone(String),
    Kinds(BTreeMap<String, OneOrMany>),
}

/// IAM writes one value as a string and several as a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OneOrMany(pub Vec<String>);

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

impl Document {
    pub fn new(statement: Vec<Statement>) -> Self {
        Self { version: CURRENT.to_owned(), statement, other: Other::new() }
    }

    /// The trust document that lets one AWS service assume a role.
    pub fn trust(service: &str) -> Self {
        let mut statement = Statement::allow(None, "sts:AssumeRole", OneOrMany::default());
        statement.principal =
            Some(Principal::Kinds(BTreeMap::from([("Service".to_owned(), OneOrMany::from(service))])));
        Self::new(vec![statement])
    }

    /// `${aws:username}` and the like are filled in; before this version they are plain text.
    pub fn has_variables(&self) -> bool {
        self.version == CURRENT
    }

    /// A part beside the statements that the policy language does not have: who knows what it says.
    pub fn unclear(&self) -> Option<&str> {
        self.other.keys().map(String::as_str).find(|key| !key.eq_ignore_ascii_case("Id"))
    }

    /// All of it is of the policy language, so that writing it anew loses nothing.
    pub fn is_understood(&self) -> bool {
        let plain = |statement: &Statement| statement.other.is_empty() && statement.effect != Effect::Unclear;
        self.unclear().is_none() && self.statement.iter().all(plain)
    }

    /// Indented as AWS consoles show it, with two spaces.
    pub fn to_json(&self) -> String {
        json::pretty(self)
    }

    /// Without line breaks, for API calls and command lines.
    pub fn to_json_line(&self) -> String {
        json::on_one_line(self)
    }
}

impl Statement {
    pub fn allow(sid: Option<&str>, action: impl Into<OneOrMany>, resource: impl Into<OneOrMany>) -> Self {
        Self {
            sid: sid.map(str::to_owned),
            effect: Effect::Allow,
            action: action.into(),
            resource: resource.into(),
            ..Self::unclear(Other::new())
        }
    }

    /// Nothing is known of it but what could not be understood.
    fn unclear(other: Other) -> Self {
        Self {
            sid: None,
            effect: Effect::Unclear,
            principal: None,
            not_principal: None,
            action: OneOrMany::default(),
            not_action: OneOrMany::default(),
            resource: OneOrMany::default(),
            not_resource: OneOrMany::default(),
            condition: Conditions::new(),
            other,
        }
    }

    pub fn when(mut self, operator: &str, key: &str, value: &str) -> Self {
        self.condition.entry(operator.to_owned()).or_default().insert(key.to_owned(), OneOrMany::from(value));
        self
    }

    /// Whether the statement's actions include this one, whatever the case of its letters.
    pub fn has_action(&self, action: &str) -> bool {
        let action = action.to_ascii_lowercase();
        let named = |list: &OneOrMany| list.iter().any(|pattern| glob(&pattern.to_ascii_lowercase(), &action));
        if self.not_action.is_empty() { named(&self.action) } else { !named(&self.not_action) }
    }

    /// Whether the statement speaks about `action` on `resource`, conditions and variables left aside.
    pub fn covers(&self, action: &str, resource: &str) -> bool {
        let named = |list: &OneOrMany| list.iter().any(|pattern| glob(pattern, resource));
        let by_resource = if self.not_resource.is_empty() { named(&self.resource) } else { !named(&self.not_resource) };
        by_resource && self.has_action(action)
    }
}
