//! How clients log in to a proxy that is there. Decided before anything else, for it reverses
//! several rules. What the wizard offers is [`crate::domain::proxy::AuthMode`], which knows no mix.

use std::fmt;

use serde::Serialize;

use crate::domain::observed::{Observed, Part};
use crate::domain::proxy::{IamAuth, Proxy, ProxyAuth};
use crate::text::t;

use super::facts;
use super::rule::Stop;
use super::user::database_user;

/// What a proxy's `DefaultAuthScheme` and `Auth` amount to, over all of its users.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Login {
    /// Every user comes with a password.
    Password,
    /// Every user comes with a token, and the proxy logs in with a secret.
    StandardIam,
    /// Tokens on both sides.
    EndToEndIam,
    /// It depends on the user: entries of `Auth` disagree, or stand beside
    /// `DefaultAuthScheme=IAM_AUTH`, which decides for the users that no entry names. So it is with an
    /// entry that is not understood.
    Mixed,
}

impl fmt::Display for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Password => t!("seen-login-password"),
            Self::StandardIam => t!("seen-login-standard-iam"),
            Self::EndToEndIam => t!("seen-login-end-to-end"),
            Self::Mixed => t!("seen-login-either"),
        })
    }
}

impl Login {
    pub fn from_proxy(proxy: &Proxy) -> Self {
        let all = |wanted: IamAuth| proxy.auth.iter().all(|auth| auth.iam_auth == wanted);
        match (proxy.default_iam_auth, proxy.auth.is_empty()) {
            (true, true) => Self::EndToEndIam,
            (true, false) => Self::Mixed,
            (false, _) if all(IamAuth::Disabled) => Self::Password,
            (false, _) if all(IamAuth::Required) => Self::StandardIam,
            (false, _) => Self::Mixed,
        }
    }

    /// Some user comes with a token.
    pub fn takes_tokens(self) -> bool {
        self != Self::Password
    }
}

/// Whether this entry's user may come with a password.
pub fn takes_password(auth: &ProxyAuth) -> bool {
    auth.iam_auth != IamAuth::Required
}

/// Whether the function logs in with a token, which in a mixed proxy hangs on its user.
///
/// # Errors
/// Where the proxy is mixed: not applicable without a function, unknown where the entry of the
/// function's user is not known.
pub fn function_sends_token(observed: &Observed, proxy: &Proxy) -> Result<bool, Stop> {
    let mixed = Login::from_proxy(proxy) == Login::Mixed;
    if !mixed || !proxy.auth.iter().any(takes_password) {
        return Ok(Login::from_proxy(proxy).takes_tokens());
    }
    facts::function(observed)?;
    let all_read = observed.proxy_secrets.iter().all(|secret| secret.shape.present().is_some());
    let not_known = |because: &str| {
        let because = t!("seen-login-mixed", proxy = &proxy.name, because = because);
        Stop::unknown(because, if all_read { &[] } else { &["secretsmanager:GetSecretValue"] })
    };
    // The values of the secrets say whose each is.
    let unasked = observed.proxy_secrets.iter().any(|secret| matches!(secret.shape, Part::NotAsked));
    let or_consent = |because: &str| if unasked { Stop::NoConsent } else { not_known(because) };
    let user = database_user(observed, proxy).ok_or_else(|| or_consent(t!("seen-login-user-unknown")))?;
    let named = |secret: &&crate::domain::secret::ProxySecret| {
        secret.shape.present().is_some_and(|shape| shape.username.as_deref() == Some(user.name.as_str()))
    };
    if let Some(secret) = observed.proxy_secrets.iter().find(named) {
        let entry = proxy.auth.iter().find(|auth| auth.secret_arn == secret.arn);
        return match entry.map(|auth| &auth.iam_auth) {
            Some(IamAuth::Required) => Ok(true),
            Some(IamAuth::Disabled) => Ok(false),
            Some(IamAuth::Enabled) | None => Err(not_known(t!("seen-login-user-either"))),
            Some(IamAuth::Other(_)) => facts::auth(proxy).map(|_| true),
        };
    }
    facts::auth(proxy)?;
    if proxy.default_iam_auth && all_read && !observed.proxy_secrets.is_empty() {
        return Ok(true);
    }
    Err(or_consent(t!("seen-login-secret-unknown")))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The proxy's own settings, whatever else is in the account.
    fn observed(default_iam_auth: bool, auth: &[(&str, IamAuth)]) -> Observed {
        let text = r#"{ "name": "p", "arn": "arn:aws:rds:eu-west-1:1:db-proxy:prx-1", "status": "available",
            "engine_family": "MYSQL", "vpc_id": "vpc-1", "subnet_ids": [], "security_group_ids": [], "auth": [],
            "default_iam_auth": false, "role_arn": "r", "endpoint": null, "require_tls": true,
            "idle_client_timeout_secs": 1800, "debug_logging": false, "endpoint_network_type": "IPV4",
            "target_connection_network_type": "IPV4", "tags": {} }"#;
        let mut proxy: Proxy = serde_json::from_str(text).unwrap();
        proxy.default_iam_auth = default_iam_auth;
        proxy.auth = auth
            .iter()
            .map(|(arn, iam_auth)| ProxyAuth {
                secret_arn: (*arn).to_owned(),
                iam_auth: iam_auth.clone(),
                client_password_auth_type: None,
                description: None,
            })
            .collect();
        Observed { proxy: Part::Present(proxy), ..Observed::default() }
    }

    fn login(default_iam_auth: bool, auth: &[(&str, IamAuth)]) -> Login {
        Login::from_proxy(observed(default_iam_auth, auth).proxy.present().unwrap())
    }

    #[test]
    fn entries_that_disagree_or_stand_beside_the_default_scheme_are_a_mix() {
        use IamAuth::{Disabled, Enabled, Required};
        assert_eq!(login(true, &[]), Login::EndToEndIam);
        assert_eq!(login(false, &[("a", Required), ("b", Required)]), Login::StandardIam);
        assert_eq!(login(false, &[("a", Disabled)]), Login::Password);
        assert_eq!(login(false, &[("a", Required), ("b", Disabled)]), Login::Mixed);
        assert_eq!(login(false, &[("a", Enabled)]), Login::Mixed);
        assert_eq!(login(true, &[("a", Required)]), Login::Mixed);
        assert_eq!(login(false, &[("a", Required), ("b", IamAuth::Other("OPTIONAL".into()))]), Login::Mixed);
    }

    #[test]
    fn in_a_mix_the_functions_user_decides() {
        use IamAuth::{Disabled, Required};
        let sends = |seen: &Observed| function_sends_token(seen, seen.proxy.present().unwrap());
        // Every entry and the default take tokens: no user could come with a password.
        assert_eq!(sends(&observed(true, &[("a", Required)])), Ok(true));
        let mut seen = observed(false, &[("a", Required), ("b", Disabled)]);
        assert_eq!(sends(&seen), Err(Stop::NotApplicable), "no function is asked about");
        let function = r#"{ "name": "f", "arn": "f", "runtime": null, "architecture": "arm64", "role_arn": "r", "vpc": null,
            "environment": { "DB_USER": { "shown": "report" } }, "timeout_secs": 3, "memory_mb": 128, "state": null,
            "last_update_status": null, "last_update_reason": null, "revision_id": null, "edge_master_arn": null }"#;
        seen.function = Part::Present(serde_json::from_str(&function.replace("DB_USER", "STAGE")).unwrap());
        assert!(matches!(sends(&seen), Err(Stop::Unknown(_))), "nobody knows the user");
        seen.function = Part::Present(serde_json::from_str(function).unwrap());
        let secret = |arn: &str, user: &str| {
            let mut secret = crate::domain::secret::ProxySecret::unread(arn);
            secret.shape = Part::Present(crate::domain::secret::SecretShape {
                username: Some(user.to_owned()),
                ..Default::default()
            });
            secret
        };
        seen.proxy_secrets = vec![secret("a", "app"), secret("b", "report")];
        assert_eq!(sends(&seen), Ok(false));
        seen.proxy_secrets = vec![secret("a", "report"), secret("b", "app")];
        assert_eq!(sends(&seen), Ok(true));
    }
}
