//! Whether the function verifies the proxy's certificate, and against which roots. What only its
//! code says (`tls-verification-disabled-code`, `tls-mysql2-profile-old`,
//! `tls-insecure-cleartext-driver`) cannot be told from outside.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;

use crate::rules::environment::Fact;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::t;

use super::driver::{TLS_OPTIONS, keeps_tls_off};
use super::reading::Reading;
use super::signs;

pub const NOT_VERIFIED: Rule = Rule {
    code: "tls-verification-disabled-env",
    severity: Severity::Warning,
    hop: Hop::FunctionToProxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.howitworks.html",
    needs: &[Need::Proxy, Need::Function],
    check: not_verified,
};

pub const RDS_BUNDLE: Rule = Rule {
    code: "tls-rds-bundle-used-for-proxy",
    severity: Severity::Warning,
    hop: Hop::FunctionToProxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.howitworks.html",
    needs: &[Need::Proxy, Need::Function, Need::FunctionLog],
    check: rds_bundle,
};

/// A host of the database beside the proxy's is no fault by itself, so the error has to be in
/// the log as well.
pub const DATABASE_CA: Rule = Rule {
    code: "tls-direct-db-ca-missing",
    severity: Severity::Warning,
    hop: Hop::Function,
    source: "https://dev.classmethod.jp/articles/node-extra-ca-certs-influence-cold-start",
    needs: &[Need::Proxy, Need::Function, Need::FunctionLog],
    check: database_ca,
};

pub const OLD_DRIVER: Rule = Rule {
    code: "tls-old-driver",
    severity: Severity::Warning,
    hop: Hop::FunctionToProxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.troubleshooting.html",
    needs: &[Need::Proxy, Need::Function, Need::FunctionLog],
    check: |observed| signs::in_function_log(observed, &["tls-handshake"], Confidence::Medium),
};

const NODE_SWITCH: &str = "NODE_TLS_REJECT_UNAUTHORIZED";

fn not_verified(observed: &Observed) -> Check {
    let reading = Reading::new(observed)?;
    let mut found = Vec::new();
    let node = reading.function.environment.get(NODE_SWITCH).and_then(|value| value.shown());
    // Only Node.js reads it; an image may have Node.js in it.
    let node = node.filter(|_| reading.function.runtime.as_deref().is_none_or(|name| name.starts_with("nodejs")));
    if node == Some("0") {
        found.push(reading.seen(
            Confidence::High,
            [t!("seen-setting", setting = NODE_SWITCH, owner = &reading.function.name, value = "0")],
        ));
    }
    const SWITCHES: [&str; 7] = [
        "rejectunauthorized",
        "sslaccept",
        "trustservercertificate",
        "verifyservercertificate",
        "sslverifycert",
        "sslverifyidentity",
        "sslrootcert",
    ];
    let mut options =
        reading.environment.options(&TLS_OPTIONS).chain(reading.environment.options(&SWITCHES)).peekable();
    if node.is_none() && options.peek().is_none() {
        return Err(Stop::NotApplicable);
    }
    for fact in options {
        // Without any TLS where it is required nothing works, and `driver-no-tls-with-iam` says so.
        let none =
            TLS_OPTIONS.iter().any(|name| is_option(fact, name)) && keeps_tls_off(fact) && reading.proxy.require_tls;
        let off = is_off(fact) || (only_encrypts(fact) && !has_roots(&reading, fact));
        if let Some(sure) = reading.concerns(fact).filter(|_| off && !none) {
            found.push(reading.seen(sure.min(Confidence::Medium), [reading.evidence(fact)]));
        }
    }
    Ok(found)
}

fn is_option(fact: &Fact, name: &str) -> bool {
    fact.what == crate::rules::environment::What::Option(name.to_owned())
}

fn is_off(fact: &Fact) -> bool {
    let value = fact.lower();
    let no = ["false", "0", "no", "off"].contains(&value.as_str());
    match () {
        () if is_option(fact, "sslaccept") => value == "accept_invalid_certs",
        () if is_option(fact, "trustservercertificate") => value == "true",
        () if is_option(fact, "tls") || is_option(fact, "ssl") => {
            ["skip-verify", "preferred", "no-verify"].contains(&value.as_str())
        }
        () if is_option(fact, "sslmode") => ["no-verify", "disable", "disabled"].contains(&value.as_str()),
        () if is_option(fact, "sslrootcert") => false,
        () if is_option(fact, "encrypt") || is_option(fact, "usessl") => false,
        () => no,
    }
}

/// Modes that encrypt and look at no certificate, unless they are given roots.
fn only_encrypts(fact: &Fact) -> bool {
    is_option(fact, "sslmode")
        && ["require", "required", "prefer", "preferred", "allow"].contains(&fact.lower().as_str())
}

fn has_roots(reading: &Reading<'_>, mode: &Fact) -> bool {
    reading.environment.options(&["sslrootcert", "sslca"]).any(|roots| roots.whole == mode.whole)
}

fn rds_bundle(observed: &Observed) -> Check {
    let reading = Reading::new(observed)?;
    let failing = signs::among(&observed.function_log, &["local-issuer"])?;
    const BUNDLES: [&str; 4] = ["rds-combined-ca", "global-bundle", "rds-ca-", "-bundle.pem"];
    let is_bundle = |text: &str| BUNDLES.iter().any(|bundle| text.contains(bundle));
    let function = reading.function;
    let variables = function.environment.iter().filter_map(|(name, value)| Some((name, value.readable()?)));
    let mut evidence: Vec<String> = variables
        // Node.js adds these to its own roots, so they do no harm.
        .filter(|(name, value)| *name != "NODE_EXTRA_CA_CERTS" && is_bundle(value))
        .map(|(name, value)| t!("seen-setting", setting = name, owner = &function.name, value = value))
        .collect();
    evidence
        .extend(function.layers.iter().filter(|arn| is_bundle(arn)).map(|arn| t!("seen-function-layer", arn = arn)));
    let sure = if evidence.is_empty() || failing.is_empty() { Confidence::Low } else { Confidence::Medium };
    evidence.extend(failing.into_iter().map(signs::evidence));
    if evidence.is_empty() { passed() } else { Ok(vec![reading.seen(sure, evidence)]) }
}

fn database_ca(observed: &Observed) -> Check {
    facts::proxy(observed)?;
    let function = facts::function(observed)?;
    let Some(failing) = signs::among(&observed.function_log, &["self-signed"])?.first().copied() else {
        return passed();
    };
    let mut seen = Seen::at("function", &function.name).because(signs::evidence(failing)).sure(Confidence::Low);
    if let Some(host) = observed.database.present().and_then(|database| database.host.as_ref()) {
        let variables = function.environment.iter().filter_map(|(name, value)| Some((name, value.readable()?)));
        for (name, value) in variables.filter(|(_, value)| value.contains(host.as_str())) {
            seen = seen
                .because(t!("seen-setting", setting = name, owner = &function.name, value = value))
                .sure(Confidence::Medium);
        }
    }
    seen.flagged()
}
