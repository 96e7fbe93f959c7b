//! One proxy of the fleet: its facts in a row, and the verdict they come from.

use time::Date;

use crate::baseline::Baseline;
use crate::design;
use crate::domain::UnixSeconds;
use crate::domain::database::EngineFamily;
use crate::domain::finding::{Finding, Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::outside::one_line;
use crate::domain::proxy_at::ProxyAt;
use crate::rules::{self, Passage, Picture, Verdict};
use crate::text::{Language, speaking, spoken};

/// What was judged. The facts behind it are let go, so that a fleet of thousands fits into memory.
#[derive(Debug, Clone)]
pub struct Judged {
    pub at: ProxyAt,
    /// The account's name in words.
    pub account_name: String,
    pub engine: Option<EngineFamily>,
    /// Of the proxy, where the size of its database is known.
    pub usd_per_month: Option<f64>,
    /// When its facts were read.
    pub read_at: UnixSeconds,
    pub picture: Picture,
    pub verdict: Verdict,
    /// The same in the words of each other language, where it may change while the fleet is shown.
    told: Vec<(Language, Verdict, Picture)>,
}

/// How a proxy stands, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProxyStanding {
    /// An error was found.
    Broken,
    /// A warning was found.
    WorksBut,
    /// Nothing is wrong in what was read, and something decisive was not read.
    NotReadable,
    /// Findings were accepted, and there are no others.
    Accepted,
    Clean,
}

impl ProxyStanding {
    pub const ALL: [Self; 5] = [Self::Broken, Self::WorksBut, Self::NotReadable, Self::Accepted, Self::Clean];
}

impl Judged {
    /// A proxy as it was read, and what the rules make of it. `account_name` is the account in words.
    pub fn new(observed: &Observed, verdict: Verdict, account_name: &str) -> Self {
        let region = &observed.account.region;
        let cost = observed.database.present().and_then(|database| design::of_proxy(database, region));
        Self {
            at: verdict.at(),
            account_name: one_line(account_name).into_owned(),
            engine: observed.proxy.present().map(|proxy| proxy.engine_family),
            usd_per_month: cost.and_then(|line| line.usd_per_month),
            read_at: observed.at.unwrap_or_default(),
            picture: rules::picture(observed, &verdict),
            verdict,
            told: Vec::new(),
        }
    }

    /// What was judged in English is said in every other language too, while its facts are at hand.
    #[must_use]
    pub fn in_every_language(mut self, observed: &Observed, judge: impl Fn(&Observed) -> Verdict) -> Self {
        let told = |language| {
            speaking(language, || {
                let verdict = judge(observed);
                let picture = rules::picture(observed, &verdict);
                (language, verdict, picture)
            })
        };
        let others = Language::ALL.into_iter().filter(|language| *language != Language::English);
        self.told = others.map(told).collect();
        self
    }

    /// As people read it now.
    pub fn for_people(&self) -> (&Verdict, &Picture) {
        let now = self.told.iter().find(|(language, ..)| *language == spoken());
        now.map_or((&self.verdict, &self.picture), |(_, verdict, picture)| (verdict, picture))
    }

    /// What is accepted on this day no longer counts, in the verdict and in the picture.
    pub fn accept(&mut self, baseline: &Baseline, today: Date) {
        let told = self.told.iter_mut().map(|(_, verdict, picture)| (verdict, picture));
        for (verdict, picture) in told.chain([(&mut self.verdict, &mut self.picture)]) {
            baseline.apply(verdict, today);
            picture.recount(verdict);
        }
    }

    /// The verdict on each part of the path, in its order; `None` for what is not there.
    pub fn strip(&self) -> [(Hop, Option<Passage>); 6] {
        let picture = &self.picture;
        [
            (Hop::Function, picture.function.as_ref().map(|part| part.passage)),
            (Hop::FunctionToProxy, picture.to_proxy.as_ref().map(|way| way.passage)),
            (Hop::Proxy, Some(picture.proxy.passage)),
            (Hop::RoleAndSecret, picture.role_and_secret.as_ref().map(|part| part.passage)),
            (Hop::ProxyToDatabase, Some(picture.to_database.passage)),
            (Hop::Database, Some(picture.database.passage)),
        ]
    }

    pub fn standing(&self) -> ProxyStanding {
        let tally = self.verdict.tally();
        let unread = self.verdict.proxy.is_none() || tally.decisive > 0;
        match self.verdict.worst() {
            Some(Severity::Error) => ProxyStanding::Broken,
            Some(Severity::Warning) => ProxyStanding::WorksBut,
            _ if unread => ProxyStanding::NotReadable,
            _ if tally.accepted > 0 => ProxyStanding::Accepted,
            _ => ProxyStanding::Clean,
        }
    }

    /// The finding that is shown first: an error that follows from no other, else the first warning.
    pub fn foremost(&self) -> Option<&Finding> {
        self.for_people().0.causes().find(|finding| finding.severity > Severity::Info)
    }

    pub(super) fn order(&self) -> (&str, &ProxyAt) {
        (&self.account_name, &self.at)
    }
}
