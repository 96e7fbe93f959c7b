//! What the value of a secret is made of: only with consent, and never the value itself.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::secret::{ProxySecret, Secret, SecretShape};

use super::each::{SECRETS, each, shape};
use crate::rules::command::aws;
use crate::rules::facts::Need;
use crate::rules::rule::{Check, Rule, Seen, Stop};
use crate::text::{series, t};

const NEEDS: &[Need] = &[Need::Proxy, Need::Secrets, Need::SecretShapes];

pub const BINARY: Rule = Rule {
    code: "secret-binary-only",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: SECRETS,
    needs: NEEDS,
    check: binary,
};

pub const NOT_JSON: Rule = Rule {
    code: "secret-not-json",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: SECRETS,
    needs: NEEDS,
    check: not_json,
};

pub const MISSING_KEYS: Rule = Rule {
    code: "secret-missing-username-or-password",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: SECRETS,
    needs: NEEDS,
    check: missing_keys,
};

// The catalogue counts JSON inside a JSON string as stray characters. The proxy can read nothing
// of such a value, so it is an error here and belongs to `secret-not-json`.
pub const STRAY: Rule = Rule {
    code: "secret-password-stray-whitespace",
    severity: Severity::Warning,
    hop: Hop::RoleAndSecret,
    source: SECRETS,
    needs: NEEDS,
    check: stray,
};

pub const SPECIAL: Rule = Rule {
    code: "secret-special-characters",
    severity: Severity::Info,
    hop: Hop::RoleAndSecret,
    source: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html",
    needs: NEEDS,
    check: special,
};

fn binary(observed: &Observed) -> Check {
    each(observed, |secret| {
        let (metadata, shape) = shape(secret)?;
        Ok(shape.is_binary.then(|| rewrite(observed, metadata, t!("seen-secret-no-string", secret = &metadata.name))))
    })
}

fn not_json(observed: &Observed) -> Check {
    each(observed, |secret| {
        let (metadata, shape) = shape(secret)?;
        // `secret-binary-only` says it already.
        if shape.is_binary {
            return Err(Stop::NotApplicable);
        }
        let name = &metadata.name;
        Ok(match (shape.is_json_object, shape.double_encoded) {
            (true, _) => None,
            (false, true) => Some(rewrite(observed, metadata, t!("seen-secret-json-in-string", secret = name))),
            (false, false) => Some(rewrite(observed, metadata, t!("seen-secret-not-object", secret = name))),
        })
    })
}

fn missing_keys(observed: &Observed) -> Check {
    each(observed, |secret| {
        let (metadata, shape) = object(secret)?;
        let absent = [("username", shape.username.is_none()), ("password", !shape.has_password)];
        let mut seen = None;
        for (key, _) in absent.into_iter().filter(|(_, absent)| *absent) {
            let fact = t!("seen-secret-has-no", secret = &metadata.name, key = key);
            seen = Some(match seen {
                None => rewrite(observed, metadata, fact),
                Some(seen) => Seen::because(seen, fact),
            });
        }
        // A key of another name is the likeliest reason.
        Ok(seen.map(|seen| if shape.keys.is_empty() { seen } else { seen.because(fields(&shape.keys)) }))
    })
}

fn stray(observed: &Observed) -> Check {
    each(observed, |secret| {
        let (metadata, shape) = object(secret)?;
        let fact = || t!("seen-secret-spaces", secret = &metadata.name);
        Ok(shape.stray_whitespace.then(|| rewrite(observed, metadata, fact()).sure(Confidence::Medium)))
    })
}

fn special(observed: &Observed) -> Check {
    each(observed, |secret| {
        let (metadata, shape) = object(secret)?;
        Ok(shape.special_characters.then(|| {
            Seen::at("secret", &metadata.name)
                .because(t!("seen-secret-characters", secret = &metadata.name))
                .sure(Confidence::Low)
        }))
    })
}

/// The shape of a value that is an object; `secret-not-json` speaks of the others.
fn object(secret: &ProxySecret) -> Result<(&Secret, &SecretShape), Stop> {
    shape(secret).and_then(
        |(metadata, shape)| {
            if shape.is_json_object { Ok((metadata, shape)) } else { Err(Stop::NotApplicable) }
        },
    )
}

fn fields(keys: &[String]) -> String {
    t!("seen-secret-fields", fields = series(keys))
}

fn rewrite(observed: &Observed, secret: &Secret, fact: String) -> Seen {
    let put = aws(observed, "secretsmanager put-secret-value")
        .with("secret-id", &secret.arn)
        .with("secret-string", "file://secret.json");
    Seen::at("secret", &secret.name).because(fact).cure(put.line())
}
