//! Settings of the function that work, but not well.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::function::{EnvValue, Function};
use crate::domain::mend::Mend;
use crate::domain::observed::Observed;

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::metrics;
use crate::rules::rule::{Check, Cure, Rule, Seen, passed};
use crate::text::t;

use super::reading::Reading;

pub const TIMEOUT: Rule = Rule {
    code: "lambda-timeout-default",
    severity: Severity::Warning,
    hop: Hop::Function,
    source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html",
    needs: &[Need::Proxy, Need::Function],
    check: |observed| {
        facts::proxy(observed)?;
        let function = facts::function(observed)?;
        if function.timeout_secs > 5 {
            return passed();
        }
        let update = aws(observed, "lambda update-function-configuration").with("function-name", &function.name);
        Seen::at("function", &function.name)
            .because(t!("seen-timeout", function = &function.name, seconds = &function.timeout_secs))
            .cure(Cure {
                command: update.with("timeout", "15").line(),
                mend: of_latest(function, Mend::FunctionTimeout(15)),
            })
            .flagged()
    },
};

/// A published version cannot be changed: there a person publishes a new one.
fn of_latest(function: &Function, mend: Mend) -> Option<Mend> {
    function.qualifier.is_none().then_some(mend)
}

/// The name of a secret is often kept in a variable like `DB_SECRET`, so only names that mean a
/// password count.
pub const PLAIN_PASSWORD: Rule = Rule {
    code: "lambda-env-plaintext-password",
    severity: Severity::Warning,
    hop: Hop::Function,
    source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
    needs: &[Need::Proxy, Need::Function],
    check: plain_password,
};

pub const NO_RESERVED: Rule = Rule {
    code: "lambda-reserved-concurrency-unset",
    severity: Severity::Info,
    hop: Hop::Function,
    source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html",
    needs: &[Need::Proxy, Need::Function, Need::ReservedConcurrency],
    check: |observed| {
        facts::proxy(observed)?;
        let function = facts::function(observed)?;
        if facts::read(&observed.reserved_concurrency)?.is_some() {
            return passed();
        }
        let mut seen =
            Seen::at("function", &function.name).because(t!("seen-function-reserved-none", function = &function.name));
        // Without the metric the number is for the reader to choose.
        if let Ok(Some(pool)) = metrics::highest(observed, metrics::POOL) {
            seen = seen.because(t!("seen-function-pool", pool = format!("{pool:.0}"))).cure(
                aws(observed, "lambda put-function-concurrency")
                    .with("function-name", &function.name)
                    .with("reserved-concurrent-executions", &format!("{pool:.0}"))
                    .line(),
            );
        }
        seen.flagged()
    },
};

pub const PROVISIONED: Rule = Rule {
    code: "lambda-provisioned-idle-connections",
    severity: Severity::Info,
    hop: Hop::Function,
    source: "https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html",
    needs: &[Need::Proxy, Need::Function, Need::ProvisionedConcurrency],
    check: |observed| {
        facts::proxy(observed)?;
        let function = facts::function(observed)?;
        let kept = facts::read(&observed.provisioned_concurrency)?.map_or(&[][..], Vec::as_slice);
        if kept.is_empty() {
            return passed();
        }
        let mut seen = Seen::at("function", &function.name);
        for one in kept {
            let name = &function.name;
            seen = seen.because(t!(
                "seen-function-provisioned",
                function = name,
                qualifier = &one.qualifier,
                count = &one.requested
            ));
        }
        seen.flagged()
    },
};

fn plain_password(observed: &Observed) -> Check {
    let reading = Reading::new(observed)?;
    let found = reading.environment.passwords().map(|name| {
        let owner = &reading.function.name;
        match reading.function.environment.get(name).and_then(EnvValue::readable) {
            Some(masked) => {
                reading.seen(Confidence::High, [t!("seen-setting", setting = name, owner = owner, value = masked)])
            }
            // It could also be the name of a parameter that holds the password.
            None => reading.seen(Confidence::Medium, [t!("seen-setting-unread", setting = name, owner = owner)]),
        }
    });
    Ok(found.collect())
}
