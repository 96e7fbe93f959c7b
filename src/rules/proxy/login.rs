//! What the proxy asks of clients: TLS, and a token rather than a password.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::mend::Mend;
use crate::domain::observed::Observed;
use crate::domain::proxy::{IamAuth, Proxy, ProxyAuth};

use crate::rules::command::aws;
use crate::rules::connect::grants::allows_action;
use crate::rules::facts::{self, Need};
use crate::rules::function::{Reading, signs};
use crate::rules::iam;
use crate::rules::password::has_password;
use crate::rules::rule::{Check, Cure, Rule, Seen, Stop, passed};
use crate::rules::secret::modify_auth;
use crate::text::t;

pub const TLS: Rule = Rule {
    code: "proxy-require-tls-false",
    severity: Severity::Warning,
    hop: Hop::Proxy,
    source: "https://docs.aws.amazon.com/config/latest/developerguide/rds-proxy-tls-encryption.html",
    needs: &[Need::Proxy],
    check: |observed| {
        let proxy = facts::proxy(observed)?;
        if proxy.require_tls {
            return passed();
        }
        Seen::at("db-proxy", &proxy.name)
            .because(t!("seen-setting", setting = "RequireTLS", owner = &proxy.name, value = "false"))
            .cure(Cure::mending(
                aws(observed, "rds modify-db-proxy").with("db-proxy-name", &proxy.name).flag("require-tls").line(),
                Mend::RequireTls,
            ))
            .flagged()
    },
};

pub const IAM_DISABLED: Rule = Rule {
    code: "proxy-iam-auth-disabled",
    severity: Severity::Error,
    hop: Hop::Proxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-connecting.html",
    needs: &[Need::Proxy, Need::Function, Need::FunctionRole, Need::SecretPolicies],
    check: iam_disabled,
};

pub const IAM_MIXED: Rule = Rule {
    code: "proxy-iam-auth-mixed",
    severity: Severity::Warning,
    hop: Hop::Proxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_UserAuthConfig.html",
    needs: &[Need::Proxy],
    check: iam_mixed,
};

pub const LEFTOVER_SECRETS: Rule = Rule {
    code: "proxy-e2e-leftover-secrets",
    severity: Severity::Info,
    hop: Hop::RoleAndSecret,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-iam-migration.html",
    needs: &[Need::Proxy],
    check: |observed| {
        let proxy = facts::proxy(observed)?;
        if !proxy.default_iam_auth {
            return Err(Stop::NotApplicable);
        }
        if proxy.auth.is_empty() {
            return passed();
        }
        let mut seen = Seen::at("db-proxy", &proxy.name).because(t!("seen-proxy-default-scheme"));
        for auth in &proxy.auth {
            seen = seen.because(t!("seen-proxy-in-auth", secret = &auth.secret_arn));
        }
        seen.flagged()
    },
};

/// No entry of `Auth` takes tokens.
fn none_takes_tokens(proxy: &Proxy) -> bool {
    !proxy.default_iam_auth && proxy.auth.iter().all(|auth| auth.iam_auth == IamAuth::Disabled)
}

fn iam_disabled(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    if !none_takes_tokens(proxy) {
        return facts::auth(proxy).and(passed());
    }
    let reading = Reading::new(observed)?;
    let role = facts::function_role(observed)?;
    let allowed = iam::allows(role).find(|(_, statement)| {
        allows_action(statement) && statement.resource.iter().any(|resource| resource.contains(proxy.resource_id()))
    });
    let Some((policy, _)) = allowed else {
        return if role.partly_unreadable() {
            Err(Stop::unknown(t!("seen-policies-unread"), &["iam:GetPolicy", "iam:GetPolicyVersion"]))
        } else {
            // A password setup is meant to have it off.
            passed()
        };
    };
    // Such a grant is often left behind. Without any way to a password it means tokens; with one, only
    // where the function is refused all the same.
    let refused = signs::among(&observed.function_log, &["password-wrong", "access-denied"]).unwrap_or_default();
    let password = has_password(&reading)?;
    let mut seen = Seen::at("db-proxy", &proxy.name).because(t!(
        "seen-proxy-lets-send",
        policy = policy,
        role = &role.name,
        proxy = proxy.resource_id()
    ));
    match &password {
        Some(_) if refused.is_empty() => return passed(),
        Some(password) => seen = seen.because(password.clone()).sure(Confidence::Low),
        None => {
            seen = seen.because(t!(
                "seen-proxy-no-password",
                function = &reading.function.name,
                role = &role.name,
                proxy = &proxy.name
            ))
        }
    }
    seen.evidence.extend(refused.into_iter().map(signs::evidence));
    for auth in &proxy.auth {
        seen = seen.because(t!(
            "seen-setting",
            setting = "IAMAuth",
            owner = &auth.secret_arn,
            value = auth.iam_auth.api_name()
        ));
    }
    // What it would do to other users of the proxy, or to a function with a password, is not for a command.
    let alone = proxy.auth.len() == 1 && password.is_none();
    if alone { seen.cures(require_iam(observed, proxy)).flagged() } else { seen.flagged() }
}

fn iam_mixed(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let takes = |wanted: IamAuth| proxy.auth.iter().any(|auth| auth.iam_auth == wanted);
    if !takes(IamAuth::Disabled) || !takes(IamAuth::Required) {
        return facts::auth(proxy).and(passed());
    }
    let mut seen = Seen::at("db-proxy", &proxy.name);
    for auth in &proxy.auth {
        seen = seen.because(t!(
            "seen-setting",
            setting = "IAMAuth",
            owner = &auth.secret_arn,
            value = auth.iam_auth.api_name()
        ));
    }
    seen.cures(require_iam(observed, proxy)).flagged()
}

fn require_iam(observed: &Observed, proxy: &Proxy) -> Option<Cure> {
    let command = modify_auth(observed, proxy, |auth| Some(ProxyAuth { iam_auth: IamAuth::Required, ..auth }))?;
    Some(Cure::mending(command.flag("require-tls").line(), Mend::SetIamAuth(IamAuth::Required)))
}
