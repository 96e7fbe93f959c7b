//! How password clients prove themselves to the proxy. A client with a token never does.

use crate::domain::database::Engine;
use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::proxy::{IamAuth, Proxy, ProxyAuth};
use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::login::takes_password;
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::rules::secret::modify_auth;
use crate::text::t;

const SHA2: &str = "MYSQL_CACHING_SHA2_PASSWORD";

pub const UNSUPPORTED: Rule = Rule {
    code: "proxy-client-password-auth-type-unsupported",
    severity: Severity::Error,
    hop: Hop::Proxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_UserAuthConfig.html",
    needs: &[Need::Proxy, Need::Database],
    check: unsupported,
};

pub const MD5: Rule = Rule {
    code: "proxy-client-password-auth-md5",
    severity: Severity::Warning,
    hop: Hop::Proxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_UserAuthConfig.html",
    needs: &[Need::Proxy],
    check: |observed| {
        let proxy = facts::proxy(observed)?;
        let Some(auth) = with_type(proxy, "POSTGRES_MD5")? else { return passed() };
        seen(auth).cures(set_type(observed, proxy, "POSTGRES_SCRAM_SHA_256")).flagged()
    },
};

/// The first entry whose user may come with a password, and must do it in this way.
fn with_type<'a>(proxy: &'a Proxy, kind: &str) -> Result<Option<&'a ProxyAuth>, Stop> {
    let understood = |auth: &&ProxyAuth| !matches!(auth.iam_auth, IamAuth::Other(_));
    let mut known = proxy.auth.iter().filter(understood);
    let found = known.find(|auth| takes_password(auth) && auth.client_password_auth_type.as_deref() == Some(kind));
    if found.is_none() {
        facts::auth(proxy)?;
    }
    Ok(found)
}

fn unsupported(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let database = facts::database(observed)?;
    let Some(auth) = with_type(proxy, SHA2)? else { return passed() };
    let mariadb = database.engine == Engine::Mariadb;
    let seen = if mariadb {
        seen(auth)
            .because(t!("seen-engine", database = &database.id, engine = database.engine.api_name()))
            .cures(set_type(observed, proxy, "MYSQL_NATIVE_PASSWORD"))
    } else if !proxy.require_tls {
        seen(auth)
            .because(t!("seen-setting", setting = "RequireTLS", owner = &proxy.name, value = "false"))
            .cure(aws(observed, "rds modify-db-proxy").with("db-proxy-name", &proxy.name).flag("require-tls").line())
    } else {
        return passed();
    };
    // One source only; and a client that brings TLS of its own accord is served.
    seen.sure(Confidence::Medium).flagged()
}

fn seen(auth: &ProxyAuth) -> Seen {
    let kind = auth.client_password_auth_type.as_deref().unwrap_or_default();
    Seen::at("secret", &auth.secret_arn).because(t!(
        "seen-setting",
        setting = "ClientPasswordAuthType",
        owner = &auth.secret_arn,
        value = kind
    ))
}

fn set_type(observed: &Observed, proxy: &Proxy, kind: &str) -> Option<String> {
    let kind = Some(kind.to_owned());
    let set = |auth| Some(ProxyAuth { client_password_auth_type: kind.clone(), ..auth });
    modify_auth(observed, proxy, set).map(|command| command.line())
}
