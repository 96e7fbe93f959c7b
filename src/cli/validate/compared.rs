//! What came, went and stayed since an earlier validation, as text and as JSON.

use serde::Serialize;

use crate::domain::finding::Severity;
use crate::domain::proxy_at::ProxyAt;
use crate::earlier::{Difference, Drift, Earlier, Sighting};
use crate::rules::{self, Rule, Verdict};
use crate::text::t;

/// See the module.
pub struct Compared<'a> {
    proxies: Vec<(&'a Verdict, Difference)>,
    /// Proxies that are not there any more, with what was found of them.
    gone: Vec<(ProxyAt, Vec<Sighting>)>,
}

#[derive(Serialize)]
struct Since {
    came: Vec<Told>,
    /// Nobody could tell of them before.
    not_read_before: Vec<Told>,
    went: Vec<Told>,
    in_doubt: Vec<Told>,
    stayed: usize,
}

#[derive(Serialize)]
struct Told {
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
        struct With<T> {
            #[serde(flatten)]
            document: T,
            since: Since,
        }
        With { document, since: self.since() }
    }

    fn since(&self) -> Since {
        let told = |of: fn(&Difference) -> &Vec<Sighting>| {
            let each = self.proxies.iter().flat_map(move |(verdict, difference)| {
                of(difference)
                    .iter()
                    .map(|sighting| Told { proxy: verdict.at().to_string(), sighting: sighting.clone() })
            });
            each.collect::<Vec<_>>()
        };
        let mut went = told(|difference| &difference.went);
        for (at, sightings) in &self.gone {
            went.extend(sightings.iter().map(|sighting| Told { proxy: at.to_string(), sighting: sighting.clone() }));
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

impl Told {
    fn line(&self) -> String {
        let Sighting { code, kind, id } = &self.sighting;
        let title = rules::rule(code).map_or("", Rule::title);
        format!("{}: {title} [{code}] {kind} {id}", self.proxy)
    }
}

/// What is different of one proxy since the last time: a heading, then a line each. Nothing where all is as
/// it was.
pub fn drift_lines(verdict: &Verdict, drift: &Drift) -> Vec<String> {
    let Some(words) = drift.words() else { return Vec::new() };
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
