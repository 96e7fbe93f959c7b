//! What came, went and stayed since an earlier validation, as text and as JSON.

use serde::Serialize;

use crate::domain::finding::Severity;
use crate::domain::proxy_at::ProxyAt;
use crate::earlier::{Difference, Drift, Earlier, Sighting};
use crate::fleet::{self, Beyond, Fleet, Judged};
use crate::rules::{self, Absent, EarlierRun, Reported, Rule, Verdict};
use crate::text::t;

/// See the module.
pub struct Compared<'a> {
    proxies: Vec<(&'a Verdict, Difference)>,
    /// Proxies that are not there any more, with what was found of them.
    gone: Vec<(ProxyAt, Vec<Sighting>)>,
}

#[derive(Serialize)]
struct Since {
    came: Vec<ComparedReport>,
    /// Nobody could tell of them before.
    not_read_before: Vec<ComparedReport>,
    went: Vec<ComparedReport>,
    in_doubt: Vec<ComparedReport>,
    stayed: usize,
}

#[derive(Serialize)]
struct ComparedReport {
    proxy: String,
    #[serde(flatten)]
    sighting: Sighting,
}

impl<'a> Compared<'a> {
    /// Of these rules only, where any is named.
    pub fn new(earlier: &Earlier, verdicts: &[&'a Verdict], whole: &[(&str, &str)], only: &[String]) -> Self {
        let earlier = earlier.only(only);
        let gone = earlier.gone(verdicts, whole).into_iter().map(|proxy| (proxy.at.clone(), proxy.findings.clone()));
        Self {
            gone: gone.collect(),
            proxies: verdicts.iter().map(|verdict| (*verdict, earlier.until(verdict))).collect(),
        }
    }

    pub fn worst_that_came(&self) -> Option<Severity> {
        self.proxies.iter().filter_map(|(verdict, difference)| difference.worst(verdict)).max()
    }

    /// A heading, then a line each.
    pub fn text(&self) -> Vec<String> {
        let since = self.since();
        let (came, went, stayed) = (since.came.len(), since.went.len(), since.stayed);
        let mut lines = vec![t!("cli-since", came = came, went = went, stayed = stayed)];
        for (words, told) in [
            (t!("cli-since-came"), since.came),
            (t!("cli-since-not-read"), since.not_read_before),
            (t!("cli-since-went"), since.went),
            (t!("cli-since-in-doubt"), since.in_doubt),
        ] {
            lines.extend(told.iter().map(|told| format!("  {words}: {}", told.line())));
        }
        lines
    }

    /// A document with what is different in it.
    pub fn with(&self, document: impl Serialize) -> impl Serialize {
        #[derive(Serialize)]
        struct WithDrift<T> {
            #[serde(flatten)]
            document: T,
            since: Since,
        }
        WithDrift { document, since: self.since() }
    }

    /// The verdicts as SARIF, each result with its `baselineState`.
    pub fn sarif(&self, with: impl FnOnce(&EarlierRun<'_>) -> String) -> String {
        let state = |verdict: &Verdict, reported: Reported<'_>| {
            let of = self.proxies.iter().find(|(of, _)| std::ptr::eq(*of, verdict)).map(|(_, difference)| difference);
            of.map_or("new", |difference| baseline_state(difference, reported))
        };
        let places: Vec<ProxyAt> = self.proxies.iter().map(|(verdict, _)| verdict.at()).collect();
        let went = self
            .proxies
            .iter()
            .zip(&places)
            .flat_map(|((_, difference), at)| difference.went.iter().map(move |sighting| absent(at, sighting)));
        let gone =
            self.gone.iter().flat_map(|(at, sightings)| sightings.iter().map(move |sighting| absent(at, sighting)));
        with(&EarlierRun { state: &state, absent: went.chain(gone).collect() })
    }

    /// The fleet as CSV, with the codes of what came, stayed and went in columns of their own.
    pub fn csv(&self, fleet: &Fleet) -> String {
        let nothing = Difference::default();
        let of = |row: &Judged| {
            let found = self.proxies.iter().find(|(verdict, _)| verdict.at() == row.at);
            let Difference { came, not_read_before, stayed, went, in_doubt, .. } =
                found.map_or(&nothing, |(_, difference)| difference);
            [came, not_read_before, stayed, went, in_doubt].map(|sightings| codes(sightings)).to_vec()
        };
        let gone = self.gone.iter().map(|(at, sightings)| {
            let none = String::new;
            (at, t!("cli-since-gone"), vec![none(), none(), none(), codes(sightings), none()])
        });
        let heads = ["came", "not_read_before", "same", "went", "in_doubt"];
        fleet::csv_with(fleet, &Beyond { heads: &heads, cells: &of, lines: gone.collect() })
    }

    fn since(&self) -> Since {
        let told = |of: fn(&Difference) -> &Vec<Sighting>| {
            let each = self.proxies.iter().flat_map(move |(verdict, difference)| {
                of(difference)
                    .iter()
                    .map(|sighting| ComparedReport { proxy: verdict.at().to_string(), sighting: sighting.clone() })
            });
            each.collect::<Vec<_>>()
        };
        let mut went = told(|difference| &difference.went);
        for (at, sightings) in &self.gone {
            went.extend(
                sightings.iter().map(|sighting| ComparedReport { proxy: at.to_string(), sighting: sighting.clone() }),
            );
        }
        Since {
            came: told(|difference| &difference.came),
            not_read_before: told(|difference| &difference.not_read_before),
            went,
            in_doubt: told(|difference| &difference.in_doubt),
            stayed: self.proxies.iter().map(|(_, difference)| difference.stayed.len()).sum(),
        }
    }
}

/// In SARIF's words. What could not be read before is new to whoever reads the file.
fn baseline_state(difference: &Difference, reported: Reported<'_>) -> &'static str {
    let Difference { stayed, went, in_doubt, open_before, accepted_before, accepted_since, .. } = difference;
    match reported {
        Reported::Failed(finding) if stayed.contains(&Sighting::from(finding)) => "unchanged",
        Reported::Failed(_) => "new",
        Reported::Accepted(finding) if accepted_before.contains(&Sighting::from(finding)) => "unchanged",
        Reported::Accepted(finding) if accepted_since.contains(&Sighting::from(finding)) => "updated",
        Reported::Accepted(_) => "new",
        Reported::Open(code) if in_doubt.iter().chain(went).any(|sighting| sighting.code == code) => "updated",
        Reported::Open(code) if open_before.iter().any(|before| before == code) => "unchanged",
        Reported::Open(_) => "new",
    }
}

fn absent<'a>(at: &'a ProxyAt, sighting: &'a Sighting) -> Absent<'a> {
    let Sighting { code, kind, id } = sighting;
    Absent { at, code, kind, id }
}

/// Each once, in their order.
fn codes(sightings: &[Sighting]) -> String {
    let mut codes: Vec<&str> = sightings.iter().map(|sighting| sighting.code.as_str()).collect();
    codes.dedup();
    codes.join(" ")
}

impl ComparedReport {
    fn line(&self) -> String {
        let Sighting { code, kind, id } = &self.sighting;
        let title = rules::rule(code).map_or("", Rule::title);
        format!("{}: {title} [{code}] {kind} {id}", self.proxy)
    }
}

/// What is different of one proxy since the last time: a heading, then a line each. Nothing where all is as
/// it was.
pub fn drift_lines(verdict: &Verdict, drift: &Drift) -> Vec<String> {
    let Some(words) = drift.summary() else { return Vec::new() };
    let mut lines = vec![t!("cli-drift", proxy = verdict.at().to_string(), words = words)];
    let Difference { came, not_read_before, went, in_doubt, .. } = &drift.difference;
    for (words, sightings) in [
        (t!("cli-since-came"), came),
        (t!("cli-since-not-read"), not_read_before),
        (t!("cli-since-went"), went),
        (t!("cli-since-in-doubt"), in_doubt),
    ] {
        lines.extend(sightings.iter().map(|sighting| {
            let Sighting { code, kind, id } = sighting;
            let title = rules::rule(code).map_or("", Rule::title);
            format!("  {words}: {title} [{code}] {kind} {id}")
        }));
    }
    lines
}
