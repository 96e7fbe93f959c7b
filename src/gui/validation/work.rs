//! The work of this door: each function starts a task that answers, or takes one back. All of it
//! reads; nothing here can change an account.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures::future::join_all;

use super::{
    Adoption, Part, Progress, Reading, ShownMonitoring, Suggested, Validation, ValidationAnswer, ValidationAsk,
};
use crate::baseline::day_of;
use crate::cloud::shared::Shared;
use crate::cloud::watched::Watched;
use crate::cloud::{Connection, Reader};
use crate::discover;
use crate::discover::Existing;
use crate::domain::finding::Subject;
use crate::domain::observed::{Observed, Part as Observing};
use crate::domain::proxy_at::ProxyAt;
use crate::gui::checked::{Checked, PathChecked, SetupChecked};
use crate::gui::state::State;
use crate::gui::tasks::{self, Tasks};
use crate::migration;
use crate::plan::Migration;
use crate::plan::preflight::asked;
use crate::report::Report;
use crate::rules;

/// How long the databases of the proxies may be read for the list.
const PATIENCE: Duration = Duration::from_secs(30);

/// Carries out what a page asked for.
pub fn carry_out(state: &mut State, tasks: &Tasks, ask: ValidationAsk, now: Instant) {
    // A run is watched to its end.
    if state.is_running() {
        return;
    }
    // A bundle answers nothing but what is in it.
    let looks = matches!(
        ask,
        ValidationAsk::Open
            | ValidationAsk::About(_)
            | ValidationAsk::Judge(_)
            | ValidationAsk::Leave
            | ValidationAsk::Pick(_)
            | ValidationAsk::Show(Part::Findings)
    );
    if state.validation.bundle.is_some() && !looks {
        match ask {
            ValidationAsk::Show(Part::Question | Part::Fleet) => state.validation.close_bundle(),
            _ => return,
        }
    }
    match ask {
        ValidationAsk::Open => {
            if state.connection().is_none() {
                return;
            }
            state.enter_validation();
            list(state, tasks, now);
            show(state, tasks, state.validation.part, now);
        }
        ValidationAsk::About(existing) => {
            if state.connection().is_none() {
                return;
            }
            state.enter_validation();
            state.validation.ask_about(existing);
            list(state, tasks, now);
        }
        ValidationAsk::Judge(existing) => {
            if state.connection().is_none() {
                return;
            }
            state.enter_validation();
            state.validation.ask_about(existing);
            list(state, tasks, now);
            run(state, tasks, now);
        }
        ValidationAsk::Leave => {
            state.leave_validation();
        }
        ValidationAsk::Show(part) => show(state, tasks, part, now),
        ValidationAsk::Pick(proxy) => pick(state, tasks, proxy, now),
        ValidationAsk::Run => run(state, tasks, now),
        ValidationAsk::Stop => {
            state.validation.stop();
            if state.validation.result().is_none() {
                state.validation.part = Part::Question;
            }
        }
        ValidationAsk::Recheck(code) => recheck(state, tasks, code, now),
        ValidationAsk::History(subject) => history(state, tasks, subject, now),
        ValidationAsk::Repair(wish) => {
            if state.validation.review(&wish) {
                state.pages.begin_repair();
                may_repair(state, tasks, now);
            }
        }
        ValidationAsk::MayRepair => may_repair(state, tasks, now),
        ValidationAsk::Monitor => monitor(state, tasks, now),
        ValidationAsk::MonitorSince(since) => {
            state.validation.monitoring.since = since;
            monitor(state, tasks, now);
        }
        ValidationAsk::ReadLog => read_log(state, tasks, now),
        ValidationAsk::Adopt => adopt(state, tasks, now),
        ValidationAsk::PlanAlarms => {
            let Some(observed) = observed_proxy(state) else { return };
            if state.validation.review_alarms(observed) {
                state.pages.begin_repair();
                may_repair(state, tasks, now);
            }
        }
        ValidationAsk::ReadHere => drop(read_here(state, tasks, now)),
        ValidationAsk::ReadSecretsHere => {
            state.validation.question.read_secrets = true;
            read_here(state, tasks, now);
        }
        ValidationAsk::Endpoints => endpoints(state, tasks, now),
        ValidationAsk::RemoveEndpoint { name, even_if_used } => remove_endpoint(state, tasks, name, even_if_used, now),
        ValidationAsk::ReviewRemoval => {
            if state.validation.review_removal() {
                state.pages.begin_repair();
                may_repair(state, tasks, now);
            }
        }
        ValidationAsk::Callers => callers(state, tasks, now),
        ValidationAsk::Migrate(wish) => migrate(state, tasks, wish, now),
        ValidationAsk::MakeUser(user) => {
            state.pages.user.wants(user);
            show(state, tasks, Part::User, now);
        }
        ValidationAsk::ReviewMigration => {
            if state.validation.review_migration() {
                state.pages.begin_repair();
                may_repair(state, tasks, now);
            }
        }
    }
}

/// Takes one answer in; says what follows from it.
pub fn receive(validation: &mut Validation, answer: ValidationAnswer, now: Instant) -> Option<ValidationAsk> {
    match answer {
        ValidationAnswer::Databases(generation, databases) => {
            validation.databases.answer(generation, Ok(databases), now);
        }
        ValidationAnswer::Permissions(generation, permissions) => {
            validation.receive_permissions(generation, permissions, now)
        }
        ValidationAnswer::Suggested(generation, suggested) => validation.receive_suggested(generation, suggested, now),
        ValidationAnswer::Read { number, checked, took, drift } => {
            validation.receive_read(number, *checked, took, drift, now);
        }
        ValidationAnswer::History(at, generation, history) => {
            validation.receive_history(&at, generation, *history, now)
        }
        ValidationAnswer::Monitored(generation, read) => {
            validation.monitoring.shown.answer(generation, read.map(ShownMonitoring::from_read), now);
        }
        ValidationAnswer::Log(generation, lines) => {
            validation.monitoring.log.answer(generation, lines, now);
        }
        ValidationAnswer::Adopted(generation, adoption) => {
            validation.adoption.answer(generation, *adoption, now);
        }
        ValidationAnswer::Topics(generation, topics) => validation.monitoring.receive_topics(generation, topics, now),
        ValidationAnswer::Callers(generation, callers) => {
            validation.moving.callers.answer(generation, callers, now);
        }
        ValidationAnswer::Endpoints(generation, read) => {
            validation.endpoints.read.answer(generation, *read, now);
        }
        ValidationAnswer::Removal(generation, removal) => {
            return validation.endpoints.receive(generation, removal, now).then_some(ValidationAsk::ReviewRemoval);
        }
        ValidationAnswer::Planned(generation, planned) => {
            return validation.moving.receive(generation, *planned, now).then_some(ValidationAsk::ReviewMigration);
        }
    }
    None
}

/// What the list of proxies needs beside the proxies themselves. The only one there is is picked.
pub fn list(state: &mut State, tasks: &Tasks, now: Instant) {
    let Some(proxies) = state.lists.value().map(|lists| lists.proxies.clone()) else { return };
    if let [only] = proxies.as_slice()
        && state.validation.question.proxy.is_empty()
    {
        pick(state, tasks, only.name.clone(), now);
    }
    let Some(connection) = state.connection().cloned() else { return };
    let at: Vec<ProxyAt> = proxies.iter().map(|proxy| state.validation.at(&proxy.name)).collect();
    let generation = state.validation.databases.ask(now);
    tasks.answer(async move {
        let reader = Shared::new(connection.reader(), connection.clock.as_ref(), PATIENCE);
        let targets = join_all(proxies.iter().map(|proxy| reader.targets(&proxy.name))).await;
        let known = at.into_iter().zip(targets).filter_map(|(at, targets)| {
            // Without the permission the row goes without its database; validating says why.
            Some((at, discover::database_of(&targets.ok()?)?.1))
        });
        answer(ValidationAnswer::Databases(generation, known.collect::<BTreeMap<_, _>>()))
    });
}

fn pick(state: &mut State, tasks: &Tasks, proxy: String, now: Instant) {
    let own = Some(state.own_question()).filter(|own| own.proxy == proxy && own.function.is_some());
    if !state.validation.pick(proxy.clone(), own) {
        return;
    }
    let known = state.lists.value().and_then(|lists| lists.proxies.iter().find(|known| known.name == proxy));
    let (Some(proxy), Some(connection)) = (known.cloned(), state.connection().cloned()) else { return };
    let generation = state.validation.suggested.ask(now);
    tasks.answer(async move {
        let (functions, unreadable) = discover::suggest_functions(connection.reader(), &proxy).await;
        answer(ValidationAnswer::Suggested(generation, Suggested { functions, unreadable }))
    });
}

/// A page of this door. What is not there any more leads to the findings, and findings from before a
/// run are read again.
fn show(state: &mut State, tasks: &Tasks, part: Part, now: Instant) {
    let there = match part {
        Part::Repair => state.validation.repair.is_some(),
        Part::Run => state.run.as_ref().is_some_and(|run| run.plan().setup().is_none()),
        Part::Fleet
        | Part::Question
        | Part::Findings
        | Part::Connect
        | Part::Load
        | Part::Monitor
        | Part::User
        | Part::Migrate
        | Part::Endpoints
        | Part::Export => true,
    };
    state.validation.part = if there { part } else { Part::Findings };
    let door = &state.validation;
    let outdated = door.result().is_some_and(|result| result.outdated);
    if matches!(door.part, Part::Findings | Part::Migrate) && outdated && door.reading.is_none() {
        read_here(state, tasks, now);
    }
    if state.validation.part == Part::Export && state.validation.adoption.is_unasked() {
        adopt(state, tasks, now);
    }
}

/// Reads the proxy as it was asked about last, to write it down.
fn adopt(state: &mut State, tasks: &Tasks, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    let asked = state.validation.result().map(|result| result.question.clone());
    let Some(asked) = asked.or_else(|| state.validation.question.complete().ok()) else { return };
    let generation = state.validation.adoption.ask(now);
    tasks.answer(async move {
        let read = Adoption::read(&connection, &asked).await;
        answer(ValidationAnswer::Adopted(generation, Box::new(read)))
    });
}

/// Whose records the monitor shows.
fn watched(state: &State) -> Option<discover::Watched> {
    let door = &state.validation;
    let proxy = door.question.proxy.trim();
    let function = door.question.complete().ok().and_then(|asked| asked.function).map(|invoked| invoked.name);
    (!proxy.is_empty()).then(|| discover::Watched { proxy: proxy.to_owned(), function, since: door.monitoring.since })
}

fn monitor(state: &mut State, tasks: &Tasks, now: Instant) {
    let (Some(connection), Some(asked)) = (state.connection().cloned(), watched(state)) else { return };
    let generation = state.validation.monitoring.ask(now);
    tasks.answer(async move {
        let clock = connection.clock.as_ref();
        let reader = Shared::new(connection.reader(), clock, PATIENCE);
        let read = discover::monitored(&reader, clock, &asked).await.map_err(Report::from);
        answer(ValidationAnswer::Monitored(generation, Box::new(read)))
    });
    list_topics(state, tasks, now);
}

/// Whom an alarm can tell: asked once for an account.
fn list_topics(state: &mut State, tasks: &Tasks, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    let topics = &mut state.validation.monitoring.topics;
    if topics.is_unasked() {
        let generation = topics.ask(now);
        tasks.answer(async move {
            answer(ValidationAnswer::Topics(generation, discover::part(connection.reader().topics().await)))
        });
    }
}

fn read_log(state: &mut State, tasks: &Tasks, now: Instant) {
    let (Some(connection), Some(asked)) = (state.connection().cloned(), watched(state)) else { return };
    let monitoring = &mut state.validation.monitoring;
    let text = monitoring.log_text.trim().to_owned();
    let generation = monitoring.log.ask(now);
    tasks.answer(async move {
        let clock = connection.clock.as_ref();
        let reader = Shared::new(connection.reader(), clock, PATIENCE);
        let lines = discover::proxy_log(&reader, clock, &asked, &text).await.map_err(Report::from);
        answer(ValidationAnswer::Log(generation, lines))
    });
}

/// What is known of the picked proxy without a validation: enough for what is only added to it.
fn observed_proxy(state: &State) -> Option<Observed> {
    let connection = state.connection()?;
    let proxy = state.validation.question.proxy.trim();
    let known = state.lists.value()?.proxies.iter().find(|known| known.name == proxy)?;
    Some(Observed { proxy: Observing::Present(known.clone()), ..Observed::nothing(connection.account.clone()) })
}

/// Asks whether the caller may do what the repair needs.
fn may_repair(state: &mut State, tasks: &Tasks, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    let Some(asked) = state.validation.repair.as_ref().map(|repair| asked(&repair.plan)) else { return };
    let generation = state.validation.permissions.ask(now);
    tasks.answer(async move {
        let permissions = discover::permissions(connection.reader(), &asked).await;
        answer(ValidationAnswer::Permissions(generation, permissions))
    });
}

fn run(state: &mut State, tasks: &Tasks, now: Instant) {
    if read_here(state, tasks, now) {
        state.validation.part = Part::Findings;
    }
}

/// Reads what the question names; false where it is not complete, or there is no account.
fn read_here(state: &mut State, tasks: &Tasks, now: Instant) -> bool {
    state.validation.question.complete().is_ok_and(|question| read(state, tasks, question, None, now))
}

fn callers(state: &mut State, tasks: &Tasks, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    let generation = state.validation.moving.callers.ask(now);
    tasks.answer(async move {
        let callers = discover::callers(connection.reader()).await.map_err(Report::from);
        answer(ValidationAnswer::Callers(generation, callers))
    });
}

fn endpoints(state: &mut State, tasks: &Tasks, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    let proxy = state.validation.picked().name;
    if proxy.is_empty() {
        return;
    }
    let generation = state.validation.endpoints.read.ask(now);
    tasks.answer(async move {
        answer(ValidationAnswer::Endpoints(generation, Box::new(super::endpoints::read(&connection, &proxy).await)))
    });
}

fn remove_endpoint(state: &mut State, tasks: &Tasks, name: String, even_if_used: bool, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    let proxy = state.validation.picked().name;
    let generation = state.validation.endpoints.refused.ask(now);
    state.validation.endpoints.asked = Some(name.clone());
    tasks.answer(async move {
        let removal = super::endpoints::removal(&connection, &proxy, &name, even_if_used).await;
        answer(ValidationAnswer::Removal(generation, removal))
    });
}

/// Plans from what was read of the path; what is of the past is no ground for a plan.
fn migrate(state: &mut State, tasks: &Tasks, wish: Migration, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    let result = state.validation.result().filter(|result| !result.outdated);
    let Some(checked) = result.map(|result| result.checked.clone()) else { return };
    state.validation.moving.asked = Some(wish.clone());
    let generation = state.validation.moving.refused.ask(now);
    tasks.answer(async move {
        let Checked { observed, verdict } = checked;
        let planned = migration::plan(connection.reader(), observed, &verdict, wish).await.map_err(Report::from);
        answer(ValidationAnswer::Planned(generation, Box::new(planned)))
    });
}

fn recheck(state: &mut State, tasks: &Tasks, code: String, now: Instant) {
    if state.validation.reading.is_some() {
        return;
    }
    if let Some(question) = state.validation.result().map(|result| result.question.clone()) {
        read(state, tasks, question, Some(code), now);
    }
}

/// Asks who changed the thing last. The answer is kept as long as the result is.
fn history(state: &mut State, tasks: &Tasks, subject: Subject, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    let at = state.validation.picked();
    let Some(result) = state.validation.results.get_mut(&at) else { return };
    let generation = result.histories.entry(subject.id.clone()).or_default().ask(now);
    tasks.answer(async move {
        let history = discover::history(connection.reader(), &connection.account, &subject).await;
        answer(ValidationAnswer::History(at, generation, Box::new(history)))
    });
}

/// Starts to read; false without an account.
fn read(state: &mut State, tasks: &Tasks, question: Existing, only: Option<String>, now: Instant) -> bool {
    let Some(connection) = state.connection().cloned() else { return false };
    let validation = &mut state.validation;
    validation.stop();
    validation.readings += 1;
    let number = validation.readings;
    let progress = Arc::new(Progress::default());
    let asked = question.clone();
    let watch = Arc::clone(&progress);
    let verdicts = validation.verdicts.clone();
    let baseline = state.accepted.baseline.clone();
    let task = tasks.answer(async move {
        let began = Instant::now();
        let mut checked = Box::new(judge(&connection, watch, &asked).await);
        let read_at = checked.observed.at.unwrap_or_default();
        // What cannot be kept is only a comparison the less; compared is what was seen, accepted or not.
        let drift = verdicts.and_then(|verdicts| verdicts.renew(&checked.verdict, read_at).ok().flatten());
        baseline.apply(&mut checked.verdict, day_of(read_at));
        answer(ValidationAnswer::Read { number, checked, took: began.elapsed(), drift })
    });
    let at = validation.at(&question.proxy);
    validation.reading = Some(Reading { number, at, question, only, since: now, progress, task: task.abort_handle() });
    true
}

/// Reads what the question names, and holds it against every rule.
pub async fn judge(connection: &Connection, watch: Arc<Progress>, question: &Existing) -> Checked {
    let watched = Watched::new(Arc::clone(&connection.writer), watch);
    let reader: &dyn Reader = &watched;
    let observed = discover::observe_proxy(reader, connection.clock.as_ref(), &connection.account, question).await;
    let verdict = rules::check_all(&observed);
    Checked { observed, verdict }
}

/// The same for each function of a set-up; what their paths share is read once.
pub async fn judge_paths(connection: &Connection, first: &Existing, further: &[Existing]) -> SetupChecked {
    let (reader, clock) = (connection.reader(), connection.clock.as_ref());
    let (of_first, of_further) = discover::observe_several(reader, clock, &connection.account, first, further).await;
    let path = |(question, observed): (&Existing, Observed)| PathChecked {
        function: question.function.as_ref().map(|function| function.name.clone()).unwrap_or_default(),
        checked: Checked { verdict: rules::check_all(&observed), observed },
    };
    SetupChecked::new(path((first, of_first)), further.iter().zip(of_further).map(path).collect())
}

fn answer(answer: ValidationAnswer) -> tasks::TaskAnswer {
    tasks::TaskAnswer::Validation(Box::new(answer))
}
