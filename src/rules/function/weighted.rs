//! An alias that sends some of the calls to a second version: that one is looked at as well.

use crate::domain::finding::{Hop, Severity};
use crate::domain::function::{Alias, Function};
use crate::domain::observed::{Observed, Part};

use crate::rules::RULES;
use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::t;

pub const WEIGHTED: Rule = Rule {
    code: "lambda-alias-weighted",
    severity: Severity::Warning,
    hop: Hop::Function,
    source: "https://docs.aws.amazon.com/lambda/latest/dg/configuring-alias-routing.html",
    needs: &[Need::Proxy, Need::Function, Need::Aliases, Need::SecondVersion],
    check: weighted,
};

fn weighted(observed: &Observed) -> Check {
    facts::proxy(observed)?;
    let function = facts::function(observed)?;
    let aliases = facts::read(&observed.aliases)?.map_or(&[][..], Vec::as_slice);
    let Some(invoked) = &function.qualifier else { return unnamed(function, aliases) };
    let Some(alias) = aliases.iter().find(|alias| alias.name == *invoked) else { return Err(Stop::NotApplicable) };
    let Some((version, share)) = alias.second() else { return passed() };
    let second = with_second(observed, function, facts::there(&observed.second_version)?);
    let mut seen = Seen::at("alias", format!("{}:{}", function.name, alias.name));
    let mut gap = None;
    for rule in RULES.iter().filter(|rule| rule.needs.contains(&Need::Function) && rule.code != WEIGHTED.code) {
        let first = (rule.check)(observed);
        match (rule.check)(&second) {
            Ok(faults) if first.as_ref().map_or_else(|stop| *stop == Stop::NotApplicable, Vec::is_empty) => {
                for fault in faults.into_iter().filter(|_| rule.severity > Severity::Info) {
                    seen.evidence.push(t!(
                        "seen-function-version-fault",
                        version = version,
                        title = rule.title(),
                        code = rule.code
                    ));
                    seen.evidence.extend(fault.evidence);
                    seen.confidence = seen.confidence.min(fault.confidence);
                }
            }
            Err(Stop::Unknown(unknown)) if !matches!(first, Err(Stop::Unknown(_))) => gap = gap.or(Some(unknown)),
            _ => {}
        }
    }
    match gap {
        Some(unknown) if seen.evidence.is_empty() => return Err(Stop::Unknown(unknown)),
        None if seen.evidence.is_empty() => return passed(),
        _ => {}
    }
    let percent = share * 100.0;
    seen.evidence.insert(
        0,
        t!(
            "seen-function-weights",
            alias = &alias.name,
            version = &alias.version,
            second = version,
            percent = format!("{percent:.0}")
        ),
    );
    let without = aws(observed, "lambda update-alias").with("function-name", &function.name).with("name", &alias.name);
    seen.cure(without.with("routing-config", r#"{"AdditionalVersionWeights":{}}"#).line()).flagged()
}

/// `$LATEST` was looked at, which no alias need call.
fn unnamed(function: &Function, aliases: &[Alias]) -> Check {
    let Some(alias) = aliases.iter().find(|alias| alias.second().is_some()) else { return Err(Stop::NotApplicable) };
    let because = t!(
        "seen-function-alias-not-looked",
        alias = &alias.name,
        versions = alias.versions(),
        function = &function.name
    );
    Err(Stop::unknown(because, &[]))
}

/// The same account with the second version in the place of the first.
fn with_second(observed: &Observed, first: &Function, second: &Function) -> Observed {
    let mut account = observed.clone();
    account.function = Part::Present(second.clone());
    account.second_version = Part::NotAsked;
    if second.role_arn != first.role_arn {
        account.function_role = observed.second_role.clone();
    }
    // Only the network of the first was read.
    let vpc = |function: &Function| function.vpc.as_ref().map(|vpc| vpc.vpc_id.clone());
    if vpc(second) != vpc(first) {
        account.function_network = Part::NotAsked;
    }
    account
}
