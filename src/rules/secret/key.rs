//! The keys that encrypt the secrets. What the proxy's role is missing for them is in `role`.

use crate::domain::finding::{Hop, Severity};
use crate::domain::observed::Observed;

use super::each::each;
use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Seen, Stop};

pub const UNUSABLE: Rule = Rule {
    code: "secret-kms-key-unusable",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    title: "The secret's key cannot be used",
    why: "Nobody can decrypt the secret while its key is disabled or waits to be deleted.",
    fix: "Enable the key, or encrypt the secret with another one.",
    source: "https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html",
    needs: &[Need::Proxy, Need::Secrets, Need::Keys],
    check: unusable,
};

fn unusable(observed: &Observed) -> Check {
    each(observed, |secret| {
        let metadata = facts::there(&secret.secret)?;
        let Some(id) = &metadata.kms_key_id else { return Err(Stop::NotApplicable) };
        let Some(key) = facts::read(&secret.key)? else {
            let seen = Seen::at("key", id).because(format!("{} is encrypted with {id}", metadata.name));
            return Ok(Some(seen.because("kms:DescribeKey finds no such key")));
        };
        let seen = Seen::at("key", &key.arn).because(format!("state of {}: {}", key.arn, key.state));
        let enable = || aws(observed, "kms enable-key").with("key-id", &key.arn).line();
        Ok(match key.state.as_str() {
            // While a multi-Region key changes its primary region it decrypts as ever.
            "Enabled" | "Updating" => None,
            "Disabled" => Some(seen.cure(enable())),
            "PendingDeletion" => {
                Some(seen.cure(aws(observed, "kms cancel-key-deletion").with("key-id", &key.arn).line()).cure(enable()))
            }
            _ => Some(seen),
        })
    })
}
