//! Modules that the function's package lacks, told by its log.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;

use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::t;

use super::signs;

pub const SDK_V2: Rule = Rule {
    code: "lambda-sdk-v2-missing",
    severity: Severity::Warning,
    hop: Hop::Function,
    source: "https://github.com/aws-samples/s3-to-lambda-patterns/issues/40",
    needs: &[Need::Proxy, Need::Function, Need::FunctionLog],
    check: |observed| signs::in_function_log(observed, &["sdk-v2"], Confidence::Medium),
};

/// Not applicable where the missing module is the SDK: [`SDK_V2`] says so.
pub const DRIVER: Rule = Rule {
    code: "lambda-driver-missing",
    severity: Severity::Warning,
    hop: Hop::Function,
    source: "https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-deployment.html",
    needs: &[Need::Proxy, Need::Function, Need::FunctionLog],
    check: driver,
};

fn driver(observed: &Observed) -> Check {
    facts::proxy(observed)?;
    let function = facts::function(observed)?;
    let drivers = signs::among(&observed.function_log, &["driver-missing"])?;
    let any = signs::among(&observed.function_log, &["import-module"])?;
    let Some(sign) = drivers.first().or(any.first()) else { return passed() };
    if drivers.is_empty() && !signs::among(&observed.function_log, &["sdk-v2"])?.is_empty() {
        return Err(Stop::NotApplicable);
    }
    // The text names a driver, or just any module.
    let sure = if drivers.is_empty() { Confidence::Low } else { Confidence::Medium };
    let layers = function.layers.len();
    Seen::at("function", &function.name)
        .because(signs::evidence(sign))
        .because(t!(
            "seen-function-code",
            function = &function.name,
            architecture = &function.architecture,
            bytes = &function.code_size,
            layers = layers
        ))
        .sure(sure)
        .flagged()
}
