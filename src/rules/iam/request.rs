//! One request as IAM sees it: who, what, on what, and the condition keys whose values are known.
//!
//! A key that is not known here is unknown to every verdict; it is never taken for absent.
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>

use std::collections::BTreeMap;

use crate::domain::arn::Arn;
use crate::domain::role::Role;
use crate::domain::{Tags, UnixSeconds};

/// What is known of a condition key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// The request carries it, with these values.
    Is(Vec<String>),
    /// The request does not carry it.
    Absent,
    /// Wherever the call comes from, it is not a network of the customer's.
    Elsewhere,
    Unknown,
}

/// A session of `role` asks for `action` on `resource`.
#[derive(Debug, Clone)]
pub struct Request<'a> {
    pub role: &'a Role,
    pub action: &'a str,
    pub resource: &'a str,
    keys: BTreeMap<String, Value>,
    /// The proxy makes the call, from the network of RDS.
    from_rds: bool,
}

/// Keys about the network a call comes from.
const NETWORK: [&str; 8] = [
    "aws:sourcevpc",
    "aws:sourcevpcarn",
    "aws:sourcevpce",
    "aws:sourceip",
    "aws:vpcsourceip",
    "aws:vpceaccount",
    "aws:vpceorgid",
    "aws:vpceorgpaths",
];

impl<'a> Request<'a> {
    pub fn new(role: &'a Role, action: &'a str, resource: &'a str) -> Self {
        let mut request = Self { role, action, resource, keys: BTreeMap::new(), from_rds: false };
        // Neither RDS Proxy nor the login of RDS promises any global key.
        // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html#rds-proxy.limitations
        if action.starts_with("rds-db:") {
            return request;
        }
        let home = Request::account_of(&role.arn);
        request.set("aws:PrincipalArn", &role.arn);
        request.set("aws:PrincipalType", "AssumedRole");
        request.set("aws:PrincipalIsAWSService", "false");
        request.set("aws:SecureTransport", "true");
        // False with a role of one's own; true where a service passes the caller's session on.
        request.set("aws:ViaAWSService", "false");
        for key in ["aws:username", "aws:CalledVia", "aws:CalledViaFirst", "aws:CalledViaLast"] {
            request.lacks(key);
        }
        for key in ["aws:PrincipalServiceName", "aws:PrincipalServiceNamesList", "aws:FederatedProvider"] {
            request.lacks(key);
        }
        if let Some(account) = home {
            request.set("aws:PrincipalAccount", &account);
        }
        if let Ok(Arn { region, account, .. }) = resource.parse::<Arn>() {
            if !region.is_empty() {
                request.set("aws:RequestedRegion", &region);
            }
            if !account.is_empty() {
                request.set("aws:ResourceAccount", &account);
            }
        }
        for (name, value) in &role.tags {
            request.set(&format!("aws:PrincipalTag/{name}"), value);
        }
        request
    }

    /// The key has this value.
    pub fn with(mut self, key: &str, value: &str) -> Self {
        self.set(key, value);
        self
    }

    /// The tags of the resource, all of them.
    pub fn tagged(mut self, prefixes: &[&str], tags: &Tags) -> Self {
        for prefix in prefixes {
            self.keys.insert(format!("{}/", prefix.to_ascii_lowercase()), Value::Absent);
            for (name, value) in tags {
                self.set(&format!("{prefix}/{name}"), value);
            }
        }
        self
    }

    /// When it was looked at.
    pub fn at(mut self, at: Option<UnixSeconds>) -> Self {
        if let Some(at) = at {
            for key in ["aws:CurrentTime", "aws:EpochTime"] {
                self.set(key, &at.to_string());
            }
        }
        self
    }

    /// Secrets Manager asks KMS in the caller's name.
    pub fn via(mut self, service: &str) -> Self {
        for key in ["aws:CalledVia", "aws:CalledViaFirst", "aws:CalledViaLast"] {
            self.set(key, service);
        }
        self.with("aws:ViaAWSService", "true")
    }

    /// The proxy asks, and not from an endpoint, a VPC or an address of the customer's.
    pub fn sent_by_rds(mut self) -> Self {
        self.from_rds = true;
        self
    }

    pub fn value(&self, key: &str) -> Value {
        let key = key.to_ascii_lowercase();
        if self.from_rds && NETWORK.contains(&key.as_str()) {
            return Value::Elsewhere;
        }
        // The tags of a resource are known as a whole.
        let family = || key.split_once('/').and_then(|(family, _)| self.keys.get(&format!("{family}/")));
        self.keys.get(&key).or_else(family).cloned().unwrap_or(Value::Unknown)
    }

    /// The account of an ARN, where it names one.
    pub fn account_of(arn: &str) -> Option<String> {
        arn.parse::<Arn>().ok().map(|arn| arn.account).filter(|account| !account.is_empty())
    }

    fn set(&mut self, key: &str, value: &str) {
        self.keys.insert(key.to_ascii_lowercase(), Value::Is(vec![value.to_owned()]));
    }

    fn lacks(&mut self, key: &str) {
        self.keys.insert(key.to_ascii_lowercase(), Value::Absent);
    }
}
