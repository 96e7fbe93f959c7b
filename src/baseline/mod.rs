//! What people have accepted: a file in a repository that says which finding, by whom, why and until when.
//!
//! Pure. An entry that has run out accepts nothing: its finding is reported again, with words. One that
//! matches nothing any more is told, so that the file does not grow for ever.

mod read;
mod write;

use time::Date;

pub use read::{BadBaseline, read};
pub use write::Acceptance;

use crate::domain::UnixSeconds;
use crate::domain::finding::{Accepted, Finding};
use crate::rules::Verdict;
use crate::text::t;

/// One exception. A field that is left out fits anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// Code of the rule.
    pub rule: String,
    pub account: Option<String>,
    pub region: Option<String>,
    pub proxy: Option<String>,
    /// Id of what the finding is about.
    pub subject: Option<String>,
    pub by: String,
    pub why: String,
    /// The last day on which it holds.
    pub until: Date,
    /// Where it stands in the file.
    pub line: usize,
}

/// All of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Baseline {
    pub exceptions: Vec<Exception>,
}

/// A field of an exception that is left out fits anything.
fn fits_field(wanted: Option<&str>, there: &str) -> bool {
    wanted.is_none_or(|wanted| wanted == there)
}

impl Exception {
    fn is_about(&self, account: &str, region: &str, proxy: &str) -> bool {
        self.is_in(account, region) && fits_field(self.proxy.as_deref(), proxy)
    }

    fn is_in(&self, account: &str, region: &str) -> bool {
        fits_field(self.account.as_deref(), account) && fits_field(self.region.as_deref(), region)
    }

    fn fits(&self, verdict: &Verdict, finding: &Finding) -> bool {
        let proxy = verdict.proxy.as_deref().unwrap_or_default();
        self.rule == finding.code
            && self.is_about(&verdict.account, &verdict.region, proxy)
            && fits_field(self.subject.as_deref(), &finding.subject.id)
    }

    /// The place in words: `123456789012/eu-west-1/orders-proxy`, with `*` for what is left open.
    pub fn place(&self) -> String {
        [&self.account, &self.region, &self.proxy].map(|part| part.as_deref().unwrap_or("*")).join("/")
    }
}

impl Baseline {
    /// Takes what is accepted on this day out of the findings that count, and says of what has run out that
    /// it was accepted.
    pub fn apply(&self, verdict: &mut Verdict, today: Date) {
        let about = verdict.clone();
        verdict.accept(|mut finding| {
            let fits: Vec<&Exception> = self.exceptions.iter().filter(|one| one.fits(&about, &finding)).collect();
            if let Some(holds) = fits.iter().find(|exception| exception.until >= today) {
                let Exception { by, why, until, .. } = holds;
                return Ok(Accepted { finding, by: by.clone(), why: why.clone(), until: until.to_string() });
            }
            finding.evidence.extend(fits.first().map(|exception| run_out(exception)));
            Err(finding)
        });
    }

    /// Exceptions that fitted nothing although their proxies were judged, and their rules could tell.
    /// `whole` are accounts and regions whose every proxy was judged.
    pub fn unfitted<'a>(&'a self, verdicts: &[&Verdict], whole: &[(&str, &str)]) -> Vec<&'a Exception> {
        let judged = |exception: &Exception| {
            let about: Vec<&&Verdict> = verdicts
                .iter()
                .filter(|verdict| {
                    let proxy = verdict.proxy.as_deref().unwrap_or_default();
                    exception.is_about(&verdict.account, &verdict.region, proxy)
                })
                .collect();
            let told = about.iter().all(|verdict| tells(verdict, &exception.rule));
            let gone = || whole.iter().any(|(account, region)| exception.is_in(account, region));
            told && (!about.is_empty() || gone())
        };
        let fitted = |exception: &Exception| {
            verdicts.iter().any(|verdict| verdict.seen().any(|finding| exception.fits(verdict, finding)))
        };
        self.exceptions.iter().filter(|exception| !fitted(exception) && judged(exception)).collect()
    }
}

/// The rule was asked and came to an answer.
fn tells(verdict: &Verdict, code: &str) -> bool {
    verdict.passed.contains(&code)
        || verdict.not_applicable.contains(&code)
        || verdict.seen().any(|finding| finding.code == code)
}

fn run_out(exception: &Exception) -> String {
    let Exception { by, why, until, .. } = exception;
    t!("baseline-run-out", by = by.as_str(), until = until.to_string(), why = why.as_str())
}

/// The day of a time, in UTC.
pub fn day_of(at: UnixSeconds) -> Date {
    time::OffsetDateTime::from_unix_timestamp(at).map_or(Date::MIN, time::OffsetDateTime::date)
}

#[cfg(test)]
mod tests;
