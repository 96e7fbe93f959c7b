//! The keys that encrypt the secrets. Where only the role's policies or only the key's lack
//! something, `role` says so.

use crate::domain::finding::{Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::secret::KeyState;

use super::each::each;
use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::iam::{Caller, KeyFault, customer_key, key_fault};
use crate::rules::rule::{Check, Rule, Seen, Stop};
use crate::text::t;

pub const UNUSABLE: Rule = Rule {
    code: "secret-kms-key-unusable",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: "https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html",
    needs: &[Need::Proxy, Need::Secrets, Need::Keys],
    check: unusable,
};

pub const NO_DECRYPT: Rule = Rule {
    code: "secret-kms-cmk-no-decrypt",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: "https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html",
    needs: &[Need::Proxy, Need::ProxyRole, Need::Secrets, Need::Keys, Need::KeyPolicies, Need::KeyGrants],
    check: no_decrypt,
};

fn no_decrypt(observed: &Observed) -> Check {
    each(observed, |secret| {
        let key = customer_key(secret)?;
        let role = facts::proxy_role(observed)?;
        let Some((fault, confidence)) = key_fault(observed, secret)? else { return Ok(None) };
        let seen = Seen::at("key", &key.arn).sure(confidence);
        let near = Caller::Proxy(role).near_decrypts(observed, secret)?;
        Ok(match fault {
            KeyFault::Both => Some(
                near.into_iter()
                    .fold(seen, Seen::because)
                    .because(t!("seen-secret-no-decrypt", role = &role.name, key = &key.arn))
                    .because(t!("seen-secret-nor-key"))
                    .cure(
                        aws(observed, "kms create-grant")
                            .with("key-id", &key.arn)
                            .with("grantee-principal", &role.arn)
                            .with("operations", "Decrypt")
                            .line(),
                    ),
            ),
            KeyFault::KeyDenies => {
                Some(seen.because(t!("seen-secret-key-denies-decrypt", key = &key.arn, role = &role.name)))
            }
            // One mistake, one finding: these have rules of their own.
            KeyFault::Role | KeyFault::Key | KeyFault::RoleDenies | KeyFault::Boundary => {
                return Err(Stop::NotApplicable);
            }
        })
    })
}

fn unusable(observed: &Observed) -> Check {
    each(observed, |secret| {
        let metadata = facts::there(&secret.secret)?;
        let Some(id) = &metadata.kms_key_id else { return Err(Stop::NotApplicable) };
        let Some(key) = facts::read(&secret.key)? else {
            let seen = Seen::at("key", id).because(t!("seen-encrypted-with", secret = &metadata.name, key = id));
            return Ok(Some(seen.because(t!("seen-secret-key-gone"))));
        };
        let seen = Seen::at("key", &key.arn).because(t!("seen-state", name = &key.arn, state = key.state.as_str()));
        let enable = || aws(observed, "kms enable-key").with("key-id", &key.arn).line();
        Ok(match key.state {
            // While a multi-Region key changes its primary region it decrypts as ever.
            KeyState::Enabled | KeyState::Updating => None,
            KeyState::Disabled => Some(seen.cure(enable())),
            KeyState::PendingDeletion => {
                Some(seen.cure(aws(observed, "kms cancel-key-deletion").with("key-id", &key.arn).line()).cure(enable()))
            }
            _ => Some(seen),
        })
    })
}
