//! The side of this door in words: the proxy, its pages, and the other proxies with what was found.

use crate::domain::finding::Severity;
use crate::domain::proxy_at::ProxyAt;
use crate::gui::command::Command;
use crate::gui::fleet as all_proxies;
use crate::gui::icon::Icon;
use crate::gui::pages::fleet::{self, FleetAccount};
use crate::gui::pages::{migrate, user};
use crate::gui::state::State;
use crate::gui::validation::{Part, ValidationAsk};
use crate::gui::widgets::{OtherPlace, Place, Places, PlacesClick, Sign};
use crate::probe::{Attempt, StageVerdict as Reached};
use crate::rules::{Tally, Verdict};
use crate::text::{series, t};

/// A page in words.
struct PartRow {
    part: Part,
    icon: Icon,
    title: &'static str,
    value: String,
    locked: Option<&'static str>,
}

/// Owns the words that [`Places`] borrows.
pub struct ProxySide {
    head: String,
    facts: String,
    rows: Vec<PartRow>,
    current: usize,
    others_head: String,
    others: Vec<Other>,
}

/// What stands below the pages.
struct Other {
    sign: Sign,
    name: String,
    value: String,
    /// What a click shows.
    leads_to: Leads,
    current: bool,
}

enum Leads {
    /// Another proxy of the account that is open.
    Proxy,
    /// The rows of this account on the page over all proxies; of all.
    Account(Option<String>),
}

impl PartRow {
    fn new(part: Part, value: String, locked: Option<&'static str>) -> Self {
        let (icon, title) = match part {
            Part::Fleet => (Icon::Network, t!("fleet-page-title")),
            Part::Question => (Icon::Proxy, t!("validate-part-question")),
            Part::Findings => (Icon::Stethoscope, t!("validate-part-findings")),
            Part::Repair => (Icon::ListChecks, t!("validate-part-repair")),
            Part::Run => (Icon::Play, t!("validate-part-run")),
            Part::Connect => (Icon::PlugZap, t!("validate-part-connect")),
            Part::Load => (Icon::Activity, t!("validate-part-load")),
            Part::Monitor => (Icon::ChartLine, t!("validate-part-monitor")),
            Part::User => (Icon::CircleUserRound, t!("validate-part-user")),
            Part::Migrate => (Icon::Route, t!("validate-part-migrate")),
            Part::Endpoints => (Icon::Network, t!("validate-part-endpoints")),
            Part::Export => (Icon::FileCode, t!("step-export")),
        };
        Self { part, icon, title, value, locked }
    }
}

impl ProxySide {
    pub fn now(state: &State) -> Self {
        let door = &state.validation;
        let proxy = door.question.proxy.trim();
        let known = state.lists.value().map(|lists| lists.proxies.as_slice()).unwrap_or_default();
        let (head, facts) = match known.iter().find(|known| known.name == proxy) {
            Some(known) => {
                let facts = format!("{} · {}", known.engine_family.title(), crate::rules::Login::from_proxy(known));
                (proxy.to_owned(), facts)
            }
            None if proxy.is_empty() => (t!("validate-side-head").to_owned(), t!("validate-side-facts").to_owned()),
            None => (proxy.to_owned(), t!("validate-side-facts").to_owned()),
        };
        let result = door.result();
        let at = door.picked();
        let reading = door.reading.as_ref().is_some_and(|reading| reading.at == at);
        let found = match result {
            _ if reading => t!("validate-reading-short").to_owned(),
            Some(result) if result.outdated => t!("validate-outdated").to_owned(),
            Some(result) => verdict_words(&result.checked.verdict),
            None => t!("validate-not-read").to_owned(),
        };
        let asked = result.and_then(|result| result.question.function.as_ref()).map(ToString::to_string);
        let unread = result.is_none().then(|| t!("validate-locked"));
        let mut rows = vec![
            PartRow::new(Part::Fleet, fleet_words(state), None),
            PartRow::new(Part::Question, asked.unwrap_or_default(), None),
            PartRow::new(Part::Findings, found, unread.filter(|_| !reading)),
        ];
        if let Some(repair) = door.repair.as_ref().filter(|repair| repair.is_of(&at)) {
            let changes = t!("step-review-changes", count = repair.plan.changes().count());
            let row = PartRow::new(Part::Repair, changes, None);
            let title = match (repair.from, &repair.migration) {
                (Part::Endpoints, _) => t!("endpoints-review"),
                (_, Some(_)) => t!("migrate-review"),
                (_, None) => row.title,
            };
            rows.push(PartRow { title, ..row });
        }
        if let Some(run) = state.run.as_ref().filter(|run| run.plan().as_found().is_some_and(|found| found.at() == at))
        {
            rows.push(PartRow::new(Part::Run, run.in_words().badge, None));
        }
        rows.push(PartRow::new(Part::Connect, connect_words(state, &at), unread));
        rows.push(PartRow::new(Part::Load, load_words(state), unread));
        let monitor = door.monitoring.shown.value().map(|shown| shown.value.clone()).unwrap_or_default();
        rows.push(PartRow::new(Part::Monitor, monitor, proxy.is_empty().then(|| t!("monitor-locked"))));
        let user = result.and_then(|result| user::known(&result.checked.observed)).unwrap_or_default();
        rows.push(PartRow::new(Part::User, user, unread));
        rows.push(PartRow::new(Part::Migrate, result.map(migrate::from_words).unwrap_or_default(), unread));
        let endpoints = door.endpoints.read.value().map(|read| read.observed.proxy_endpoints.items().len());
        let endpoints = endpoints.map(|count| t!("endpoints-side", count = count)).unwrap_or_default();
        rows.push(PartRow::new(Part::Endpoints, endpoints, proxy.is_empty().then(|| t!("monitor-locked"))));
        let files = door.adoption.ready().map(|_| t!("adopt-side", count = state.pages.export.files().len()));
        rows.push(PartRow::new(Part::Export, files.unwrap_or_default(), unread));
        // A run is watched to its end.
        let watched = match (state.proving.is_working(), state.proving.for_user) {
            (true, true) => Part::User,
            (true, false) => Part::Connect,
            (false, _) => Part::Run,
        };
        if door.bundle.is_some() {
            let away = |part| !matches!(part, Part::Fleet | Part::Question | Part::Findings);
            for row in rows.iter_mut().filter(|row| away(row.part)) {
                row.locked = Some(t!("bundle-locked"));
            }
        }
        for row in rows.iter_mut().filter(|row| state.is_running() && row.part != watched) {
            row.locked = Some(t!("locked-running"));
        }
        let region = state.connection().map_or("", |connection| connection.account.region.as_str());
        let not_read = || (Sign::ToDo, t!("validate-not-read").to_owned());
        let others: Vec<Other> = match door.part {
            Part::Fleet => accounts(state),
            // The list beside it shows them all.
            Part::Question => Vec::new(),
            // They are of the account that is open, and the bundle may be of another one.
            _ if door.bundle.is_some() => Vec::new(),
            _ => known
                .iter()
                .filter(|known| known.name != proxy)
                .map(|known| {
                    let (sign, value) = known_of(state, &door.at(&known.name)).unwrap_or_else(not_read);
                    Other { sign, name: known.name.clone(), value, leads_to: Leads::Proxy, current: false }
                })
                .collect(),
        };
        let others_head = match door.part {
            Part::Fleet => t!("fleet-side-accounts").to_owned(),
            _ => t!("validate-others", region = region),
        };
        Self {
            head,
            facts,
            current: rows.iter().position(|row| row.part == door.part).unwrap_or_default(),
            rows,
            others_head,
            others,
        }
    }

    pub fn show<R>(&self, with: impl FnOnce(&Places<'_>) -> R) -> R {
        let places: Vec<Place<'_>> = self
            .rows
            .iter()
            .map(|row| Place { icon: row.icon, title: row.title, value: &row.value, locked: row.locked })
            .collect();
        let others: Vec<OtherPlace<'_>> = self
            .others
            .iter()
            .map(|Other { sign, name, value, current, .. }| OtherPlace { sign: *sign, name, value, current: *current })
            .collect();
        with(&Places {
            leave: t!("places-leave"),
            icon: Icon::Proxy,
            head: &self.head,
            facts: &self.facts,
            places: &places,
            current: self.current,
            others_head: &self.others_head,
            others: &others,
        })
    }
}

/// The accounts of the page over all proxies, once something was read of them.
fn accounts(state: &State) -> Vec<Other> {
    let all = &state.all_proxies;
    if !all.is_begun {
        return Vec::new();
    }
    let picked = &state.pages.fleet.account;
    fleet::accounts(&all.fleet, all.reading_since().is_some())
        .into_iter()
        .map(|FleetAccount { id, sign, name, words }| {
            let current = id == *picked && (id.is_some() || sign != Sign::Unknown);
            Other { sign, name, value: words, current, leads_to: Leads::Account(id) }
        })
        .collect()
}

/// How many of all proxies are broken, once one was read.
fn fleet_words(state: &State) -> String {
    let all = &state.all_proxies;
    let totals = all.fleet.totals();
    match all.is_begun && totals.proxies > 0 {
        false => t!("fleet-side-none").to_owned(),
        true => t!("fleet-side", broken = totals.broken, count = totals.proxies),
    }
}

/// A load under way, or what the one on screen came to.
fn load_words(state: &State) -> String {
    match (&state.load.running, state.load.title()) {
        (Some(_), _) => t!("load-side-running").to_owned(),
        (None, Some(title)) => title.to_owned(),
        (None, None) => t!("load-side-none").to_owned(),
    }
}

/// How far a connection came, from the function or from here.
fn connect_words(state: &State, at: &ProxyAt) -> String {
    let proving = &state.proving;
    let Some((_, about)) = proving.about().filter(|(about, _)| about == at) else {
        return t!("validate-connect-value").to_owned();
    };
    let name = about.function.as_ref().map_or("", |function| function.name.as_str());
    match (proving.proof.ready().map(Attempt::stopped_at), state.attempt.ready().map(Attempt::stopped_at)) {
        (Some(None), _) => t!("side-connect-through", name = name),
        (None, Some(None)) => t!("side-connect-here").to_owned(),
        (Some(Some(stop)), _) | (None, Some(Some(stop))) if stop.verdict == Reached::Failed => {
            t!("side-connect-stops", stage = stop.stage.title())
        }
        (_, Some(_)) => t!("side-connect-not-here").to_owned(),
        (_, None) => t!("validate-connect-value").to_owned(),
    }
}

/// What a click at the side asks for. Another proxy shows its findings where there are some.
pub fn click(side: &ProxySide, state: &State, click: PlacesClick) -> Vec<Command> {
    match click {
        PlacesClick::Leave => vec![Command::Validate(ValidationAsk::Leave)],
        PlacesClick::Place(index) => {
            let part = side.rows.get(index).map(|row| row.part).unwrap_or_default();
            vec![Command::Validate(ValidationAsk::Show(part))]
        }
        PlacesClick::Other(index) => {
            let Some(other) = side.others.get(index) else { return Vec::new() };
            let name = match &other.leads_to {
                Leads::Account(id) => return vec![Command::Fleet(all_proxies::FleetAsk::Only(id.clone()))],
                Leads::Proxy => other.name.as_str(),
            };
            let judged = state.validation.result_of(&state.validation.at(name)).is_some();
            let part = if judged { Part::Findings } else { Part::Question };
            vec![Command::Validate(ValidationAsk::Pick(name.to_owned())), Command::Validate(ValidationAsk::Show(part))]
        }
    }
}

/// What is known of a proxy, as a sign and in words: that it is being read, the worst that was found, by
/// this door or by the check of a set-up. `None` before the first reading.
pub fn known_of(state: &State, at: &ProxyAt) -> Option<(Sign, String)> {
    let door = &state.validation;
    if door.reading.as_ref().is_some_and(|reading| reading.only.is_none() && reading.at == *at) {
        return Some((Sign::Running, t!("validate-reading-short").to_owned()));
    }
    let own = door.result_of(at);
    let of_set_up = state.checked.ready().map(|paths| &paths.worst_path().checked.verdict);
    let current = own.filter(|result| !result.outdated).map(|result| &result.checked.verdict);
    match current.or(of_set_up.filter(|verdict| verdict.at() == *at)) {
        Some(verdict) => Some((sign_of(verdict), verdict_words(verdict))),
        None => own.map(|_| (Sign::ToDo, t!("validate-outdated").to_owned())),
    }
}

fn sign_of(verdict: &Verdict) -> Sign {
    let tally = verdict.tally();
    match verdict.worst() {
        Some(Severity::Error) => Sign::Error,
        Some(Severity::Warning) => Sign::Warning,
        _ if tally.decisive > 0 || verdict.auth_mode.is_none() => Sign::Unknown,
        _ => Sign::Passed,
    }
}

/// What was found; where that is nothing, what is not known.
pub fn verdict_words(verdict: &Verdict) -> String {
    let Tally { errors, warnings, unknown, decisive, .. } = verdict.tally();
    let mut parts = Vec::new();
    if errors > 0 {
        parts.push(t!("validate-errors", count = errors));
    }
    if warnings > 0 {
        parts.push(t!("validate-warnings", count = warnings));
    }
    match (parts.is_empty(), unknown) {
        (false, _) => series(&parts),
        (true, _) if verdict.auth_mode.is_none() => t!("validate-unreadable").to_owned(),
        (true, 0) => t!("validate-clean").to_owned(),
        (true, _) if decisive > 0 => t!("validate-unknowns", count = unknown),
        // Secrets that nobody allowed to look into are the normal case.
        (true, _) => t!("validate-clean-but", count = unknown),
    }
}
