//! The second door: an existing proxy is picked, read and judged. What the window knows about it.
//!
//! Independent of the set-up: it has its own question and its own results. Nothing here awaits;
//! `work` starts what does.

mod adoption;
mod bundled;
mod charts;
mod endpoints;
mod gone;
mod monitoring;
mod moving;
mod progress;
mod question;
mod repairing;
mod result;
pub mod work;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use time::Date;
use tokio::task::AbortHandle;

pub use adoption::Adoption;
pub use bundled::Bundled;
pub use endpoints::{Endpoints, Refused, Removal};
pub use gone::{Gone, gone_words};
pub use monitoring::{Monitoring, ShownMonitoring};
pub use moving::Moving;
pub use progress::Progress;
pub use question::{FunctionChoice, Incomplete, Question};
pub use repairing::{Mendable, Repairing, Stays};
pub use result::Validated;

use super::checked::Checked;
use super::fetched::{Fetched, Generation};
use crate::baseline::Baseline;
use crate::discover::{EndpointsRead, Existing, History, Invoked, Suggestion};
use crate::disk::verdicts::Verdicts;
use crate::domain::account::Account;
use crate::domain::finding::Subject;
use crate::domain::function::Function;
use crate::domain::monitoring::LogLine;
use crate::domain::observed::{Observed, Part as Observing, Permission, Unreadable};
use crate::domain::proxy_at::ProxyAt;
use crate::earlier::Drift;
use crate::migration::Migrating;
use crate::monitor::{Monitored, Since};
use crate::plan::{AsFound, Conflict, Migration, Wish};
use crate::report::Report;

/// What a page of this door asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum ValidationAsk {
    /// Opens the door, at its list of proxies.
    Open,
    /// Opens the door at this question.
    About(Existing),
    /// Opens the door at the findings of this question, which is read for them.
    Judge(Existing),
    /// Back to the set-up.
    Leave,
    Show(Part),
    Pick(String),
    /// Reads and judges what the question names.
    Run,
    Stop,
    /// Reads again and takes only this rule's answer.
    Recheck(String),
    /// Asks CloudTrail who changed this thing last.
    History(Subject),
    /// Plans what mends these findings, and shows the plan.
    Repair(Wish),
    /// Asks again whether the caller may do what the repair needs.
    MayRepair,
    /// Reads what the monitor shows.
    Monitor,
    /// Another range of it.
    MonitorSince(Since),
    /// Reads the proxy's log, as it is filtered.
    ReadLog,
    /// Reads the proxy again, to write it down as files.
    Adopt,
    /// Plans the alarms that are missing and wanted, and shows the plan.
    PlanAlarms,
    /// Reads again what the question names; the page stays.
    ReadHere,
    /// The same, into the secrets' values too.
    ReadSecretsHere,
    /// Reads who comes to the databases of account and region.
    Callers,
    /// Plans this migration, and shows the plan.
    Migrate(Migration),
    /// Shows the migration that was planned.
    ReviewMigration,
    /// Reads the endpoints of the proxy, and who may use them.
    Endpoints,
    /// Plans the removal of the endpoint of this name, and shows the plan.
    RemoveEndpoint {
        name: String,
        even_if_used: bool,
    },
    /// Shows the removal that was planned.
    ReviewRemoval,
    /// Shows the page of the database user, filled in with this one.
    MakeUser(String),
}

/// The pages of this door.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Part {
    /// All proxies of many accounts and regions.
    Fleet,
    /// Which proxy, which function.
    #[default]
    Question,
    Findings,
    /// The plan that mends some of them.
    Repair,
    /// That plan being carried out.
    Run,
    /// A connection, from this machine and from where the function stands.
    Connect,
    /// Its function called many times.
    Load,
    /// What was measured.
    Monitor,
    /// The database user that the proxy logs in as.
    User,
    /// Where the function stands, and where it may move.
    Migrate,
    /// The hosts that its functions connect to.
    Endpoints,
    /// All of it as files.
    Export,
}

/// Which functions seem to use the picked proxy, and what could not be read to tell.
#[derive(Debug, Clone, Default)]
pub struct Suggested {
    pub functions: Vec<Suggestion>,
    pub unreadable: Vec<Unreadable>,
}

/// A validation that is under way.
pub struct Reading {
    number: u64,
    /// Whose answers it brings.
    pub at: ProxyAt,
    pub question: Existing,
    /// Only this rule's answer is wanted.
    pub only: Option<String>,
    pub since: Instant,
    pub progress: Arc<Progress>,
    task: AbortHandle,
}

/// What the tasks of this door answer.
pub enum ValidationAnswer {
    /// The database of each proxy.
    Databases(Generation, BTreeMap<ProxyAt, String>),
    Suggested(Generation, Suggested),
    Permissions(Generation, Observing<Vec<Permission>>),
    Read {
        number: u64,
        checked: Box<Checked>,
        took: Duration,
        /// What is different since the last time, where that is known.
        drift: Option<Drift>,
    },
    /// Of a thing at fault in the result of this proxy.
    History(ProxyAt, Generation, Box<History>),
    Monitored(Generation, Box<Result<Monitored, Report>>),
    Log(Generation, Result<Vec<LogLine>, Report>),
    Topics(Generation, Observing<Vec<String>>),
    Callers(Generation, Result<Vec<Function>, Report>),
    /// A migration's plan, or what stands in its way.
    Planned(Generation, Box<Result<Result<Migrating, Vec<Conflict>>, Report>>),
    Endpoints(Generation, Box<Result<EndpointsRead, Report>>),
    /// The removal of an endpoint, or what stands in its way.
    Removal(Generation, Result<Removal, Report>),
    Adopted(Generation, Box<Result<Adoption, Vec<Report>>>),
}

#[derive(Default)]
pub struct Validation {
    /// The page that is shown, or was last.
    pub part: Part,
    pub question: Question,
    /// What is looked at instead of an account.
    pub bundle: Option<Bundled>,
    /// The database of each proxy.
    pub databases: Fetched<BTreeMap<ProxyAt, String>, Report>,
    pub suggested: Fetched<Suggested, Report>,
    pub reading: Option<Reading>,
    /// What is reviewed on its page.
    pub repair: Option<Repairing>,
    /// The repair that was carried out last: the page of its run says what it leaves.
    pub carried_out: Option<Repairing>,
    /// Whether the caller may do what the repair needs.
    pub permissions: Fetched<Observing<Vec<Permission>>, Report>,
    pub monitoring: Monitoring,
    pub moving: Moving,
    pub endpoints: Endpoints,
    /// The picked proxy as a setup, or everything that keeps it from being one.
    pub adoption: Fetched<Adoption, Vec<Report>>,
    /// Where the last verdicts are kept; `None` keeps none.
    pub verdicts: Option<Verdicts>,
    /// Account and region that are open.
    place: (String, String),
    /// By account, region and name: names alone collide between accounts.
    results: BTreeMap<ProxyAt, Validated>,
    readings: u64,
}

impl Validation {
    /// The last result of the picked proxy, or what a bundle shows.
    pub fn result(&self) -> Option<&Validated> {
        if let Some(bundle) = &self.bundle {
            return Some(&bundle.result);
        }
        self.result_of(&self.picked())
    }

    /// The last result of this proxy.
    pub fn result_of(&self, at: &ProxyAt) -> Option<&Validated> {
        self.results.get(at)
    }

    /// This account and region are open.
    pub fn enter(&mut self, account: &Account) {
        self.place = (account.id.clone(), account.region.clone());
    }

    /// The picked proxy.
    pub fn picked(&self) -> ProxyAt {
        self.at(self.question.proxy.trim())
    }

    /// The proxy of this name in the open account and region.
    pub fn at(&self, proxy: &str) -> ProxyAt {
        let (account, region) = &self.place;
        ProxyAt::new(account, region, proxy)
    }

    /// The function is still being guessed, and nobody has chosen one.
    pub fn is_guessing(&self) -> bool {
        !self.question.touched && self.suggested.waiting(Instant::now()).is_some()
    }

    /// Picks a proxy; false when it is the one that was picked before. It is asked about as the last
    /// time, or else as the set-up asks about its `own`.
    pub fn pick(&mut self, proxy: String, own: Option<Existing>) -> bool {
        self.close_bundle();
        if self.question.proxy == proxy {
            return false;
        }
        let before = self.result_of(&self.at(&proxy)).map(|result| result.question.clone()).or(own);
        let read_secrets = before.as_ref().is_some_and(|asked| asked.read_secrets);
        self.question = Question::about(proxy, before.map(|asked| asked.function), read_secrets);
        self.monitoring.forget();
        self.moving.forget();
        self.endpoints.forget();
        self.adoption.clear();
        self.drop_repair();
        if self.part == Part::Run {
            self.part = Part::Question;
        }
        self.suggested.clear();
        true
    }

    /// Asks exactly this.
    pub fn ask_about(&mut self, asked: Existing) {
        self.bundle = None;
        self.drop_repair();
        self.suggested.clear();
        self.monitoring.forget();
        self.moving.forget();
        self.endpoints.forget();
        self.adoption.clear();
        self.question = Question::about(asked.proxy, Some(asked.function), asked.read_secrets);
        self.part = Part::Question;
    }

    /// Takes the functions that seem to use the proxy. The surest is chosen in advance, unless
    /// the person has chosen already.
    pub fn receive_suggested(&mut self, generation: Generation, suggested: Suggested, now: Instant) {
        let first = suggested.functions.first().map(|suggestion| suggestion.function.name.clone());
        if self.suggested.answer(generation, Ok(suggested), now) && !self.question.touched {
            self.question.function = first.map_or(FunctionChoice::Without, FunctionChoice::Suggested);
        }
    }

    /// Takes what a reading brought, unless it was stopped or another one has begun since. Says
    /// whether it was taken.
    pub fn receive_read(
        &mut self,
        number: u64,
        checked: Checked,
        took: Duration,
        drift: Option<Drift>,
        now: Instant,
    ) -> bool {
        let Some(reading) = self.reading.take_if(|reading| reading.number == number) else { return false };
        let proxy = reading.at;
        self.drop_repair();
        self.moving.forget();
        self.endpoints.forget();
        self.adoption.clear();
        match &reading.only {
            Some(code) => {
                if let Some(result) = self.results.get_mut(&proxy) {
                    result.take_over(code, checked.verdict, now);
                }
            }
            None => {
                let calls = reading.progress.answered();
                let mut result = Validated::new(number, reading.question, checked, now, took, calls);
                result.drift = drift;
                if let Some(before) = self.results.get(&proxy) {
                    result.compare(before);
                }
                self.results.insert(proxy, result);
            }
        }
        true
    }

    /// Puts a repair up for review; false when there is nothing to change, or what was found is of
    /// the past.
    pub fn review(&mut self, wish: &Wish) -> bool {
        let result = self.result().filter(|result| !result.outdated);
        let Some(repair) = result.and_then(|result| Repairing::planned(&result.checked, wish)) else { return false };
        self.put_up(repair);
        true
    }

    fn put_up(&mut self, repair: Repairing) {
        self.repair = Some(repair);
        self.permissions.clear();
        self.part = Part::Repair;
    }

    /// Puts the wanted alarms of this proxy up for review; false where there is none.
    pub fn review_alarms(&mut self, observed: Observed) -> bool {
        let alarms = self.monitoring.wanted();
        if alarms.is_empty() || self.monitoring.is_topic_wrong() {
            return false;
        }
        self.put_up(Repairing::alarms(observed, alarms));
        true
    }

    /// Puts the removal that was planned up for review, unless its page was left meanwhile.
    pub fn review_removal(&mut self) -> bool {
        let Some(planned) = self.endpoints.planned.take().filter(|_| self.part == Part::Endpoints) else {
            return false;
        };
        self.put_up(*planned);
        true
    }

    /// Puts the migration that was planned up for review, unless its page was left meanwhile.
    pub fn review_migration(&mut self) -> bool {
        let Some(planned) = self.moving.planned.take().filter(|_| self.part == Part::Migrate) else { return false };
        if planned.plan.is_empty() {
            return false;
        }
        self.put_up(Repairing::migration(*planned));
        true
    }

    /// Judges every result again, in the language that is spoken now.
    pub fn say_again(&mut self, baseline: &Baseline, today: Date) {
        let bundled = self.bundle.as_mut().map(|bundle| &mut bundle.result);
        for result in self.results.values_mut().chain(bundled) {
            result.say_again();
        }
        self.accept(baseline, today);
    }

    /// What is accepted on this day no longer counts in any result.
    pub fn accept(&mut self, baseline: &Baseline, today: Date) {
        for result in self.results.values_mut() {
            baseline.apply(&mut result.checked.verdict, today);
            result.mendable = if result.outdated { Mendable::default() } else { Mendable::in_checked(&result.checked) };
        }
    }

    /// The plan under review is of the past.
    fn drop_repair(&mut self) {
        let back = self.repair.take().map_or(Part::Findings, |repair| repair.from);
        self.permissions.clear();
        if self.part == Part::Repair {
            self.part = back;
        }
    }

    /// A run changes the account: what was found has to be read again.
    pub fn account_changes(&mut self) {
        self.stop();
        self.carried_out = self.repair.take().or(self.carried_out.take());
        self.drop_repair();
        self.monitoring.outdate();
        self.moving.forget();
        self.endpoints.forget();
        self.adoption.clear();
        for result in self.results.values_mut() {
            result.outdated = true;
            result.mendable = Mendable::default();
        }
    }

    /// Shows the run of a repair: its proxy, as its function uses it.
    pub fn show_run(&mut self, found: &AsFound) {
        let function = found.function.as_deref().and_then(|arn| arn.parse::<Invoked>().ok());
        let proxy = found.proxy.clone();
        self.pick(proxy.clone(), Some(Existing { proxy, function, read_secrets: false }));
        self.part = Part::Run;
    }

    /// Takes the history of a thing, unless its result has been replaced since.
    pub fn receive_history(&mut self, at: &ProxyAt, generation: Generation, history: History, now: Instant) {
        let asked = self.results.get_mut(at).and_then(|result| result.histories.get_mut(&history.subject.id));
        if let Some(asked) = asked {
            asked.answer(generation, Ok(history), now);
        }
    }

    /// Takes whether the caller may do what the repair needs.
    pub fn receive_permissions(
        &mut self,
        generation: Generation,
        permissions: Observing<Vec<Permission>>,
        now: Instant,
    ) {
        if self.permissions.answer(generation, Ok(permissions.clone()), now)
            && let Some(repair) = &mut self.repair
        {
            repair.receive_permissions(permissions);
        }
    }

    /// Gives up what is being read; what was read before stays.
    pub fn stop(&mut self) {
        if let Some(reading) = self.reading.take() {
            reading.task.abort();
        }
    }

    /// Forgets what belonged to the account before.
    pub fn forget(&mut self) {
        self.stop();
        // Their generations go on, so that no answer from before is taken for one to a question of now.
        let (monitoring, adoption) = (std::mem::take(&mut self.monitoring), std::mem::take(&mut self.adoption));
        let (moving, databases) = (std::mem::take(&mut self.moving), std::mem::take(&mut self.databases));
        let (suggested, permissions) = (std::mem::take(&mut self.suggested), std::mem::take(&mut self.permissions));
        let bundle = self.bundle.take();
        let kept = bundle.as_ref().map(|_| std::mem::take(&mut self.question));
        let part = if self.part == Part::Fleet || bundle.is_some() { self.part } else { Part::default() };
        // They are of other accounts by now, and shown again when those are open: read anew.
        let (verdicts, mut results) = (self.verdicts.take(), std::mem::take(&mut self.results));
        let place = std::mem::take(&mut self.place);
        for result in results.values_mut() {
            result.outdated = true;
            result.mendable = Mendable::default();
        }
        *self = Self {
            part,
            question: kept.unwrap_or_default(),
            bundle,
            readings: self.readings,
            monitoring,
            moving,
            databases,
            suggested,
            permissions,
            adoption,
            verdicts,
            place,
            results,
            ..Self::default()
        };
        self.databases.clear();
        self.suggested.clear();
        self.permissions.clear();
        self.monitoring.forget();
        self.moving.forget();
        self.endpoints.forget();
        self.adoption.clear();
    }
}
