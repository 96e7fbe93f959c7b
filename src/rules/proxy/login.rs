//! What the proxy asks of clients: TLS, and a token rather than a password.

use crate::domain::finding::{Hop, Severity};
use crate::domain::mend::Mend;
use crate::domain::observed::Observed;
use crate::domain::proxy::{IamAuth, Proxy, ProxyAuth};

use crate::rules::command::aws;
use crate::rules::connect::grants::allows_action;
use crate::rules::facts::{self, Need};
use crate::rules::iam;
use crate::rules::rule::{Check, Cure, Rule, Seen, Stop, passed};
use crate::rules::secret::modify_auth;

pub const TLS: Rule = Rule {
    code: "proxy-require-tls-false",
    severity: Severity::Warning,
    hop: Hop::Proxy,
    title: "TLS is not required",
    why: "A client that does not ask for TLS is let in all the same, and its password and data cross the network \
          in the clear.",
    fix: "Require TLS on the proxy. Clients that already use it notice nothing.",
    source: "https://docs.aws.amazon.com/config/latest/developerguide/rds-proxy-tls-encryption.html",
    needs: &[Need::Proxy],
    check: |observed| {
        let proxy = facts::proxy(observed)?;
        if proxy.require_tls {
            return passed();
        }
        Seen::at("db-proxy", &proxy.name)
            .because(format!("RequireTLS of {}: false", proxy.name))
            .cure(Cure::mending(
                aws(observed, "rds modify-db-proxy").with("db-proxy-name", &proxy.name).flag("require-tls").line(),
                Mend::RequireTls,
            ))
            .found()
    },
};

pub const IAM_DISABLED: Rule = Rule {
    code: "proxy-iam-auth-disabled",
    severity: Severity::Error,
    hop: Hop::Proxy,
    title: "The proxy does not take tokens",
    why: "IAM authentication is off for every secret, so the proxy compares the function's token with the stored \
          password and refuses it.",
    fix: "Set IAMAuth to REQUIRED on the proxy's secrets, or let the function send the password.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-connecting.html",
    needs: &[Need::Proxy, Need::Function, Need::FunctionRole],
    check: iam_disabled,
};

pub const IAM_MIXED: Rule = Rule {
    code: "proxy-iam-auth-mixed",
    severity: Severity::Warning,
    hop: Hop::Proxy,
    title: "Some users may still come with a password",
    why: "IAMAuth is set for each secret by itself. The console sets all of them, the CLI only those it is given.",
    fix: "Set IAMAuth to REQUIRED on every secret of the proxy.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_UserAuthConfig.html",
    needs: &[Need::Proxy],
    check: iam_mixed,
};

pub const LEFTOVER_SECRETS: Rule = Rule {
    code: "proxy-e2e-leftover-secrets",
    severity: Severity::Info,
    hop: Hop::RoleAndSecret,
    title: "Secrets are left over beside end-to-end IAM",
    why: "DefaultAuthScheme=IAM_AUTH decides for the users that no entry of Auth names; users with an entry still \
          log in with their secret. After a migration the entries, the passwords and the role's right to read them \
          are often left behind.",
    fix: "When all users have moved to IAM, remove the Auth entries, then the role's right to read the secrets.",
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
        let mut seen = Seen::at("db-proxy", &proxy.name).because("DefaultAuthScheme: IAM_AUTH");
        for auth in &proxy.auth {
            seen = seen.because(format!("in Auth: {}", auth.secret_arn));
        }
        seen.found()
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
    facts::function(observed)?;
    let role = facts::function_role(observed)?;
    // That the function means to send tokens shows in a policy for this very proxy.
    let meant = iam::allows(role).find(|(_, statement)| {
        allows_action(statement) && statement.resource.iter().any(|resource| resource.contains(proxy.resource_id()))
    });
    match meant {
        Some((policy, _)) => {
            let mut seen = Seen::at("db-proxy", &proxy.name).because(format!(
                "{policy} lets {} send tokens to {}",
                role.name,
                proxy.resource_id()
            ));
            for auth in &proxy.auth {
                seen = seen.because(format!("IAMAuth of {}: {}", auth.secret_arn, auth.iam_auth.api_name()));
            }
            seen.cures(require_iam(observed, proxy)).found()
        }
        None if role.partly_unreadable() => {
            Err(Stop::unknown("some attached policies could not be read", &["iam:GetPolicy", "iam:GetPolicyVersion"]))
        }
        // A password setup is meant to have it off.
        None => passed(),
    }
}

fn iam_mixed(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let takes = |wanted: IamAuth| proxy.auth.iter().any(|auth| auth.iam_auth == wanted);
    if !takes(IamAuth::Disabled) || !takes(IamAuth::Required) {
        return facts::auth(proxy).and(passed());
    }
    let mut seen = Seen::at("db-proxy", &proxy.name);
    for auth in &proxy.auth {
        seen = seen.because(format!("IAMAuth of {}: {}", auth.secret_arn, auth.iam_auth.api_name()));
    }
    seen.cures(require_iam(observed, proxy)).found()
}

fn require_iam(observed: &Observed, proxy: &Proxy) -> Option<Cure> {
    let command = modify_auth(observed, proxy, |auth| Some(ProxyAuth { iam_auth: IamAuth::Required, ..auth }))?;
    Some(Cure::mending(command.flag("require-tls").line(), Mend::SetIamAuth(IamAuth::Required)))
}
