//! The work of the page over all proxies: it starts the reading, and finds the way to one of them. All of it
//! reads.

use std::sync::Arc;
use std::time::Instant;

use super::{FleetAnswer, FleetAsk, FleetReading, names};
use crate::accounts::{Accounts, Source};
use crate::baseline::day_of;
use crate::cloud::Gate;
use crate::discover::Existing;
use crate::domain::observed::Observed;
use crate::fleet::Fleet;
use crate::gui::state::State;
use crate::gui::tasks::{self, Tasks};
use crate::gui::validation::Part;
use crate::rules;
use crate::sweep::{SweepScope, sweep};

/// An account to be opened for one of its proxies.
pub struct FleetAccountToOpen {
    pub source: Source,
    pub region: String,
    pub existing: Existing,
    /// It is open already.
    pub is_here: bool,
}

/// Carries out what the page asked for; gives the account that it leads to.
pub fn carry_out(
    state: &mut State,
    tasks: &Tasks,
    accounts: &Arc<Accounts>,
    ask: FleetAsk,
    now: Instant,
) -> Option<FleetAccountToOpen> {
    // A run is watched to its end.
    if state.is_running() {
        return None;
    }
    match ask {
        FleetAsk::Open => {
            state.enter_validation();
            state.validation.part = Part::Fleet;
        }
        FleetAsk::Read => read(state, tasks, accounts, now),
        FleetAsk::Stop => state.all_proxies.stop(),
        FleetAsk::Pause => state.all_proxies.hold(true),
        FleetAsk::GoOn => state.all_proxies.hold(false),
        FleetAsk::Only(account) => state.pages.fleet.account = account,
        FleetAsk::Show(at) => {
            let (source, existing) = state.all_proxies.way_to(&at)?;
            let here = state.connection().map(|connection| &connection.account);
            let is_here = here.is_some_and(|account| account.id == at.account && account.region == at.region);
            return Some(FleetAccountToOpen { source, region: at.region, existing, is_here });
        }
    }
    None
}

fn read(state: &mut State, tasks: &Tasks, accounts: &Arc<Accounts>, now: Instant) {
    let Some(opened) = state.source.clone() else { return };
    let region = state.region.clone();
    let all = &mut state.all_proxies;
    all.stop();
    all.fleet = Fleet::default();
    all.sources.clear();
    all.planned = None;
    state.pages.fleet.account = None;
    all.is_begun = true;
    let mut regions = names(&all.asked.regions);
    if regions.is_empty() && !matches!(opened, Source::Practice { .. }) {
        // The region that was picked over the profile's own.
        regions.extend(region.filter(|_| all.asked.profiles.trim().is_empty()));
    }
    let mut sources = Vec::new();
    for name in names(&all.asked.profiles) {
        match profile(&opened, &name) {
            Some(source) => sources.push(source),
            None => all.no_profile(&name),
        }
    }
    if all.asked.profiles.trim().is_empty() {
        sources.push(opened);
    }
    let role = Some(all.asked.role.trim().to_owned()).filter(|role| !role.is_empty());
    let gate = Gate::default();
    let wanted = SweepScope { sources, regions, role, read_secrets: false, every_language: true, gate: gate.clone() };
    let baseline = state.accepted.baseline.clone();
    all.readings += 1;
    let number = all.readings;
    let (outbox, accounts) = (tasks.outbox(), Arc::clone(accounts));
    let task = tasks.answer(async move {
        let tell = |told| outbox.send(answer(FleetAnswer::Told(number, Box::new(told))));
        let judge = |observed: &Observed| {
            let mut verdict = rules::check_all(observed);
            baseline.apply(&mut verdict, day_of(observed.at.unwrap_or_default()));
            verdict
        };
        sweep(&accounts, &wanted, &judge, &tell).await;
        answer(FleetAnswer::Ended(number))
    });
    all.reading = Some(FleetReading { number, since: now, gate, task: task.abort_handle() });
}

/// The profile with this name: of the practice organization where that is open.
fn profile(opened: &Source, name: &str) -> Option<Source> {
    match opened {
        Source::Practice { scenario } => Accounts::practice_profile(scenario, name),
        Source::Member { through, .. } => profile(through, name),
        Source::Profile { .. } => Some(Source::Profile { name: Some(name.to_owned()) }),
    }
}

fn answer(answer: FleetAnswer) -> tasks::TaskAnswer {
    tasks::TaskAnswer::Fleet(Box::new(answer))
}
