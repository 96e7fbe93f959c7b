//! KMS: the keys that secrets are encrypted with.

use std::collections::BTreeMap;

use super::state::State;
use crate::domain::policy::{Document, Principal, Statement};
use crate::domain::secret::KmsKey;

/// `kms:DescribeKey`, by id, ARN or alias (name or ARN).
pub fn key<'a>(state: &'a State, id: &str) -> Option<&'a KmsKey> {
    state.keys.iter().find(|key| {
        key.arn == id
            || key.key_id == id
            || key
                .aliases
                .iter()
                .any(|alias| alias == id || (id.starts_with("arn:") && id.ends_with(&format!(":{alias}"))))
    })
}

/// `kms:GetKeyPolicy`: unless somebody changed it, whoever IAM allows may use the key.
pub fn policy(state: &State, id: &str) -> Option<Document> {
    let key = key(state, id)?;
    Some(state.key_policies.get(&key.arn).cloned().unwrap_or_else(|| {
        let mut statement = Statement::allow(Some("EnableIAMUserPermissions"), "kms:*", "*");
        let root = state.account.global_arn("iam", "root");
        statement.principal = Some(Principal::Kinds(BTreeMap::from([("AWS".to_owned(), root.into())])));
        Document::new(vec![statement])
    }))
}

/// Keys with an alias of the customer's own.
pub fn customer_keys(state: &State) -> Vec<KmsKey> {
    let own = |key: &&KmsKey| key.aliases.iter().any(|alias| !alias.starts_with("alias/aws/"));
    state.keys.iter().filter(own).cloned().collect()
}
