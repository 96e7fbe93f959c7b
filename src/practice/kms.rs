//! KMS: the keys that secrets are encrypted with.

use super::state::State;
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

/// Keys with an alias of the customer's own.
pub fn customer_keys(state: &State) -> Vec<KmsKey> {
    let own = |key: &&KmsKey| key.aliases.iter().any(|alias| !alias.starts_with("alias/aws/"));
    state.keys.iter().filter(own).cloned().collect()
}
