//! Whether a proxy is worth it, in words.

use crate::advise::{Advice, Figure, FigureKind, Instead, Pinning, Worth};
use crate::text::{Sentence, grouped, money, t};

/// The verdict.
pub fn title(advice: &Advice) -> String {
    let database = advice.database.as_str();
    match &advice.worth {
        Worth::Yes => t!("advise-yes", database = database),
        Worth::Perhaps => t!("advise-perhaps", database = database),
        Worth::No => t!("advise-no", database = database),
        Worth::HasOne { proxy } => t!("advise-has", database = database, proxy = proxy.as_str()),
        Worth::NotPossible { .. } => t!("advise-not-possible", database = database),
        Worth::Unknown => t!("advise-unknown", database = database),
    }
}

/// Why.
pub fn sentence(advice: &Advice) -> String {
    match &advice.worth {
        Worth::Yes => t!("advise-yes-why").to_owned(),
        Worth::Perhaps => t!("advise-perhaps-why").to_owned(),
        Worth::No => t!("advise-no-why").to_owned(),
        Worth::HasOne { .. } => t!("advise-has-why").to_owned(),
        Worth::NotPossible { why } => format!("{}.", capital(why)),
        Worth::Unknown => t!("advise-unknown-why").to_owned(),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A figure's name, its value and where it comes from.
pub fn figure(figure: &Figure) -> (&'static str, String, &Sentence) {
    let name = match figure.kind {
        FigureKind::PeakConnections => t!("advise-peak"),
        FigureKind::MaxConnections => t!("advise-max"),
        FigureKind::AboveHalf => t!("advise-half"),
        FigureKind::AboveFourFifths => t!("advise-four-fifths"),
        FigureKind::Concurrency => t!("advise-concurrency"),
        FigureKind::Reserved => t!("advise-reserved"),
        FigureKind::Pinned => t!("advise-pinned"),
        FigureKind::Cost => t!("advise-cost"),
    };
    let value = match (figure.kind, figure.value) {
        (FigureKind::Reserved, None) => t!("advise-not-reserved").to_owned(),
        (_, None) => t!("advise-not-known").to_owned(),
        (FigureKind::Cost, Some(dollars)) => t!("advise-dollars", dollars = money(dollars)),
        (FigureKind::AboveHalf | FigureKind::AboveFourFifths, Some(percent)) => {
            t!("advise-of-time", percent = grouped(format!("{percent:.1}")))
        }
        (FigureKind::MaxConnections, Some(value)) => t!("advise-about", value = grouped(format!("{value:.0}"))),
        (_, Some(value)) => grouped(format!("{value:.0}")),
    };
    (name, value, &figure.source)
}

/// What to do.
pub fn instead(instead: &Instead) -> String {
    match instead {
        Instead::ConnectOutsideTheHandler => t!("advise-outside").to_owned(),
        Instead::ReserveConcurrency { at_most } => t!("advise-reserve", count = *at_most),
        Instead::DataApi => t!("advise-data-api").to_owned(),
        Instead::IamLogin => t!("advise-iam").to_owned(),
        Instead::MindPinning { risk } => pinning(*risk),
        Instead::MindInitConnect => t!("advise-init-connect").to_owned(),
        Instead::MindPausing => t!("advise-pausing").to_owned(),
        Instead::NameAFunction => t!("advise-name-function").to_owned(),
    }
}

/// What to do about pinning, and what the risk was read from.
fn pinning(risk: Pinning) -> String {
    let what = match risk {
        Pinning::OnPrepare => t!("advise-pinning-prepare"),
        Pinning::ByDefault => t!("advise-pinning-default"),
        Pinning::OnSet => t!("advise-pinning-set"),
        Pinning::NotKnown => return t!("advise-pinning-unknown").to_owned(),
    };
    format!("{what} {}", t!("advise-pinning-source"))
}

#[cfg(test)]
mod tests;
