//! The secret the proxy reads, and the key it is encrypted with.

use super::{Draft, Problem, names};
use crate::domain::choices::{Choices, IfDeleted, SecretSource};
use crate::domain::database::EngineFamily;
use crate::domain::observed::Part;
use crate::domain::proxy::AuthMode;
use crate::domain::secret::{KeyState, Secret};
use crate::domain::setup::{KeyRef, Page, SecretSetup};
use crate::domain::stored;
use crate::text::{said, t};

pub(super) fn design(draft: &mut Draft<'_>, family: EngineFamily) -> SecretSetup {
    check_mode(draft, family);
    check_user(draft, family);
    if !draft.mode.needs_secret() {
        draft.reason("SecretArn", said!("design-secret-none-why"));
        return SecretSetup::None;
    }
    let choices = draft.choices;
    match choices.secret.source {
        SecretSource::Create => create(draft, choices),
        SecretSource::Reuse => reuse(draft, choices),
        SecretSource::RdsManaged => managed(draft),
    }
}

fn check_mode(draft: &mut Draft<'_>, family: EngineFamily) {
    let why = match draft.mode {
        AuthMode::StandardIam => said!("design-mode-standard-why"),
        AuthMode::Password => said!("design-mode-password-why"),
        AuthMode::EndToEndIam => said!("design-mode-end-to-end-why"),
    };
    draft.reason("IAMAuth", why);
    if draft.mode == AuthMode::EndToEndIam && family == EngineFamily::Sqlserver {
        draft.problem(
            Problem::new(Page::Secret, "auth_mode", t!("design-mode-sqlserver"), t!("design-mode-sqlserver-cure"))
                .suggesting("standard-iam"),
        );
    }
}

fn check_user(draft: &mut Draft<'_>, family: EngineFamily) {
    // MySQL user names have 32 characters, PostgreSQL identifiers 63, SQL Server logins 128.
    let limit = match family {
        EngineFamily::Mysql => 32,
        EngineFamily::Postgresql => 63,
        EngineFamily::Sqlserver => 128,
    };
    let user = draft.db_user.clone();
    if user.is_empty() || user.len() > limit {
        draft.problem(Problem::new(
            Page::Secret,
            "secret.user",
            t!("design-user-length", limit = limit),
            t!("design-user-length-cure"),
        ));
    } else if let Some(odd) = user.chars().find(|c| !(c.is_ascii_alphanumeric() || "_-.@".contains(*c))) {
        // Such a name would need quoting in SQL and in the rds-db ARN.
        draft.problem(Problem::new(
            Page::Secret,
            "secret.user",
            t!("design-user-character", character = odd.to_string()),
            t!("design-user-character-cure"),
        ));
    }
    if draft.database.master_username.as_deref() == Some(user.as_str()) {
        draft.warn(
            Page::Secret,
            said!("design-user-is-master"),
            said!("design-user-is-master-text", user = user.as_str()),
        );
    }
}

fn create(draft: &mut Draft<'_>, choices: &Choices) -> SecretSetup {
    let name = names::secret(choices).unwrap_or_default();
    let allowed = |c: char| c.is_ascii_alphanumeric() || "/_+=.@-".contains(c);
    if name.is_empty() || name.len() > 512 || !name.chars().all(allowed) {
        let clean: String = name.chars().map(|c| if allowed(c) { c } else { '-' }).collect();
        draft.problem(
            Problem::new(Page::Secret, "secret.name", t!("design-secret-name"), t!("design-secret-name-cure"))
                .suggesting(clean),
        );
    }
    if looks_like_suffix(&name) {
        // AWS appends six characters itself; a name that seems to end in them confuses partial ARNs.
        draft.warn(Page::Secret, said!("design-secret-suffix"), said!("design-secret-suffix-text"));
    }
    let observed = draft.observed;
    let still_there = observed.secret.present().filter(|secret| secret.deleted);
    if choices.secret.if_deleted == IfDeleted::Restore
        && let Some(secret) = observed.deleted_secrets.first().or(still_there)
    {
        return restored(draft, secret);
    }
    let passed = observed.deleted_secrets.len();
    let next = passed.checked_sub(1).and_then(|before| names::following(&name).nth(before));
    if let Some(next) = &next {
        let text = said!("design-secret-next-text", name = name.as_str());
        draft.note(Page::Secret, said!("design-secret-next", name = next.as_str()), text);
    }
    let name = next.unwrap_or(name);
    match &observed.secret {
        Part::Present(secret) if secret.deleted => {
            draft.problem(Problem::new(
                Page::Secret,
                "secret.name",
                t!("design-secret-deleted", name = name.as_str()),
                t!("design-secret-all-deleted-cure"),
            ));
        }
        // From an earlier run: the setup is applied again.
        Part::Present(secret) if draft.owns(&secret.tags) => {
            let key = existing_key(draft, secret);
            return owned(draft, secret.name.clone(), key);
        }
        Part::Present(_) => {
            draft.problem(Problem::new(
                Page::Secret,
                "secret.name",
                t!("design-secret-taken", name = name.as_str()),
                t!("design-secret-taken-cure"),
            ));
        }
        _ => {}
    }
    let key = chosen_key(draft);
    owned(draft, name, key)
}

fn owned(draft: &mut Draft<'_>, name: String, key: Option<KeyRef>) -> SecretSetup {
    draft.reason("SecretString", said!("design-secret-password-why"));
    let choice = &draft.choices.secret;
    SecretSetup::Owned {
        description: stored::secret_description(draft.db_user.as_str(), draft.name.as_str()),
        name,
        password: choice.password,
        key,
        if_deleted: choice.if_deleted,
    }
}

/// Only what an earlier run of this setup made: of any other secret nobody here knows who reads it.
fn restored(draft: &mut Draft<'_>, secret: &Secret) -> SecretSetup {
    let name = secret.name.clone();
    if !draft.owns(&secret.tags) {
        draft.problem(
            Problem::new(
                Page::Secret,
                "secret.if_deleted",
                t!("design-secret-not-ours", name = name.as_str()),
                t!("design-secret-not-ours-cure"),
            )
            .suggesting("next-name"),
        );
    }
    draft.note(
        Page::Secret,
        said!("design-secret-restored", name = name.as_str()),
        said!("design-secret-restored-text"),
    );
    let key = existing_key(draft, secret);
    owned(draft, name, key)
}

fn looks_like_suffix(name: &str) -> bool {
    name.rsplit_once('-').is_some_and(|(_, end)| {
        end.len() == 6
            && end.chars().all(|c| c.is_ascii_alphanumeric())
            && end.chars().any(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
    })
}

fn reuse(draft: &mut Draft<'_>, choices: &Choices) -> SecretSetup {
    let Some(name) = choices.secret.name.clone().filter(|name| !name.is_empty()) else {
        draft.problem(Problem::new(
            Page::Secret,
            "secret.name",
            t!("design-secret-which"),
            t!("design-secret-which-cure"),
        ));
        return SecretSetup::None;
    };
    match &draft.observed.secret {
        Part::Present(secret) if !secret.deleted => {
            let secret = secret.clone();
            check_shape(draft);
            let key = existing_key(draft, &secret);
            SecretSetup::Used { name: secret.name, arn: secret.arn, rds_managed: false, key }
        }
        Part::Present(_) => {
            draft.problem(Problem::new(
                Page::Secret,
                "secret.name",
                t!("design-secret-deleted", name = name.as_str()),
                t!("design-secret-restore-cure", name = name.as_str()),
            ));
            SecretSetup::None
        }
        Part::Unreadable(why) => {
            let title = t!("design-unreadable", name = name.as_str(), operation = why.operation.as_str());
            let cure = t!("design-unreadable-cure", because = why.because.as_str());
            draft.problem(Problem::new(Page::Secret, "secret.name", title, cure));
            SecretSetup::None
        }
        Part::Absent | Part::NotAsked => {
            draft.problem(Problem::new(
                Page::Secret,
                "secret.name",
                t!("design-not-here", name = name.as_str()),
                t!("design-not-here-cure"),
            ));
            SecretSetup::None
        }
    }
}

/// Only when the person let us look.
fn check_shape(draft: &mut Draft<'_>) {
    match &draft.observed.secret_shape {
        Part::Present(shape) => {
            let title = if !shape.is_json_object {
                t!("design-secret-not-json")
            } else if shape.username.is_none() || !shape.has_password {
                t!("design-secret-missing-keys")
            } else if shape.username.as_deref() != Some(draft.db_user.as_str()) {
                t!("design-secret-other-user")
            } else {
                return;
            };
            draft.problem(Problem::new(Page::Secret, "secret.name", title, t!("design-secret-shape-cure")));
        }
        _ => draft.note(Page::Secret, said!("design-secret-unchecked"), said!("design-secret-unchecked-text")),
    }
}

fn managed(draft: &mut Draft<'_>) -> SecretSetup {
    let Some(master) = draft.database.master_secret.clone() else {
        draft.problem(
            Problem::new(
                Page::Secret,
                "secret.source",
                t!("design-secret-not-managed", database = draft.database.id.as_str()),
                t!("design-secret-not-managed-cure"),
            )
            .suggesting("create"),
        );
        return SecretSetup::None;
    };
    draft.warn(Page::Secret, said!("design-secret-managed"), said!("design-secret-managed-text"));
    let key = match &draft.observed.kms_key {
        Part::Present(key) => {
            Some(KeyRef { arn: key.arn.clone(), label: key.key_id.clone(), customer_managed: key.customer_managed })
        }
        _ => None,
    };
    let name = master.arn.rsplit_once(":secret:").map_or(master.arn.as_str(), |(_, name)| name).to_owned();
    SecretSetup::Used { name, arn: master.arn, rds_managed: true, key }
}

/// The key the person named for a new secret.
fn chosen_key(draft: &mut Draft<'_>) -> Option<KeyRef> {
    let label = draft.choices.secret.kms_key.clone()?;
    match &draft.observed.kms_key {
        // The one that is taken where none is named, and that asks for no permission.
        Part::Present(key) if !key.customer_managed => None,
        Part::Present(key) if key.state == KeyState::Enabled => {
            Some(KeyRef { arn: key.arn.clone(), label, customer_managed: key.customer_managed })
        }
        Part::Present(key) => {
            let state = key.state.clone();
            draft.problem(Problem::new(
                Page::Secret,
                "secret.kms_key",
                t!("design-key-state", key = label.as_str(), state = state.as_str()),
                t!("design-key-state-cure"),
            ));
            None
        }
        Part::Unreadable(why) => {
            let title = t!("design-unreadable", name = label.as_str(), operation = why.operation.as_str());
            let cure = t!("design-unreadable-cure", because = why.because.as_str());
            draft.problem(Problem::new(Page::Secret, "secret.kms_key", title, cure));
            None
        }
        Part::Absent | Part::NotAsked => {
            draft.problem(Problem::new(
                Page::Secret,
                "secret.kms_key",
                t!("design-not-here", name = label.as_str()),
                t!("design-not-here-cure"),
            ));
            None
        }
    }
}

/// The key an existing secret is encrypted with; `None` for the AWS managed one.
fn existing_key(draft: &mut Draft<'_>, secret: &Secret) -> Option<KeyRef> {
    let id = secret.kms_key_id.clone()?;
    match &draft.observed.kms_key {
        Part::Present(key) => Some(KeyRef { arn: key.arn.clone(), label: id, customer_managed: key.customer_managed }),
        // An alias is no resource that a policy could name, so only a full key ARN will do.
        _ if id.starts_with("arn:") && id.contains(":key/") => {
            draft.warn(Page::Role, said!("design-key-unread"), said!("design-key-unread-text", key = id.as_str()));
            Some(KeyRef { arn: id.clone(), label: id, customer_managed: true })
        }
        _ => {
            draft.problem(Problem::new(
                Page::Secret,
                "secret.name",
                t!("design-key-unknown", key = id.as_str()),
                t!("design-key-unknown-cure"),
            ));
            None
        }
    }
}
