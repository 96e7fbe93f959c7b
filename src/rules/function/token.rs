//! Tokens that are old, empty or signed by somebody else: hints only, for the code that signs them
//! is not read. That a URL holds a token without percent-encoding (`token-url-encoding`) cannot be
//! told from outside at all.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;

use crate::rules::facts::{self, Need};
use crate::rules::login::Login;
use crate::rules::metrics::{self, FAILED_AUTH, SUCCEEDED};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::t;

use super::reading::Reading;
use super::signs;

pub const EXPIRED: Rule = Rule {
    code: "token-expired-cached",
    severity: Severity::Warning,
    hop: Hop::FunctionToProxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.Connecting.html",
    needs: &[Need::Proxy, Need::Metrics],
    check: expired,
};

pub const SNAP_START: Rule = Rule {
    code: "token-in-snapstart-snapshot",
    severity: Severity::Warning,
    hop: Hop::Function,
    source: "https://docs.aws.amazon.com/lambda/latest/dg/snapstart-best-practices.html",
    needs: &[Need::Proxy, Need::Function],
    check: snap_start,
};

pub const EMPTY: Rule = Rule {
    code: "token-empty-password-overwritten",
    severity: Severity::Warning,
    hop: Hop::FunctionToProxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.troubleshooting.html",
    needs: &[Need::Proxy, Need::ProxyLog, Need::FunctionLog],
    check: empty,
};

/// Lambda itself refuses `AWS_ACCESS_KEY_ID` and its like as variables, so what the catalogue
/// looks for cannot be there; names of one's own and profiles can.
pub const OTHER_CREDENTIALS: Rule = Rule {
    code: "token-signed-with-expired-or-other-credentials",
    severity: Severity::Warning,
    hop: Hop::Function,
    source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
    needs: &[Need::Proxy, Need::Function],
    check: other_credentials,
};

fn expired(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    if !Login::from_proxy(proxy).takes_tokens() {
        return Err(Stop::NotApplicable);
    }
    let failed = metrics::total(observed, FAILED_AUTH)?;
    let succeeded = metrics::total(observed, SUCCEEDED)?;
    // A stray attempt is no pattern, and where nothing succeeds other rules say why.
    let share = failed / (failed + succeeded).max(1.0);
    if failed < 5.0 || succeeded < 5.0 || share < 0.05 {
        return passed();
    }
    Seen::at("db-proxy", &proxy.name)
        .because(t!("seen-function-logins", proxy = &proxy.name, refused = failed, accepted = succeeded))
        .sure(Confidence::Low)
        .flagged()
}

fn snap_start(observed: &Observed) -> Check {
    let reading = Reading::new(observed)?;
    if !reading.sends_token()? {
        return Err(Stop::NotApplicable);
    }
    let function = reading.function;
    if !function.snap_start {
        return passed();
    }
    let mut seen = Seen::at("function", &function.name)
        .because(t!("seen-setting", setting = "SnapStart", owner = &function.name, value = "PublishedVersions"))
        .sure(Confidence::Low);
    let refused = signs::among(&observed.function_log, &["iam-failed"]).unwrap_or_default();
    seen.evidence.extend(refused.into_iter().map(signs::evidence));
    seen.flagged()
}

fn empty(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let mut found = signs::among(&observed.proxy_log, &["token-empty"])?;
    found.extend(signs::among(&observed.function_log, &["empty-password"])?);
    if found.is_empty() {
        return passed();
    }
    let mut seen = Seen::at("db-proxy", &proxy.name).sure(Confidence::Medium);
    seen.evidence.extend(found.into_iter().map(signs::evidence));
    seen.flagged()
}

fn other_credentials(observed: &Observed) -> Check {
    let reading = Reading::new(observed)?;
    let variables = &reading.function.environment;
    if variables.is_empty() || !reading.sends_token()? {
        return Err(Stop::NotApplicable);
    }
    const CHAIN: [&str; 6] = [
        "AWS_PROFILE",
        "AWS_DEFAULT_PROFILE",
        "AWS_SHARED_CREDENTIALS_FILE",
        "AWS_CONFIG_FILE",
        "AWS_ROLE_ARN",
        "AWS_WEB_IDENTITY_TOKEN_FILE",
    ];
    let strange = |name: &&String| CHAIN.contains(&name.as_str()) || name.to_uppercase().contains("ACCESS_KEY_ID");
    // Names only: the values of keys are nobody's business.
    let names: Vec<String> = variables
        .keys()
        .filter(strange)
        .map(|name| t!("seen-function-variable", function = &reading.function.name, variable = name))
        .collect();
    if names.is_empty() { passed() } else { Ok(vec![reading.seen(Confidence::Low, names)]) }
}
