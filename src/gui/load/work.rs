//! The work of the load lab: each function starts a task that answers.

use std::sync::Arc;
use std::time::Instant;

use tokio::sync::Notify;

use super::{Answer, Ask, Running};
use crate::accounts::Accounts;
use crate::discover;
use crate::domain::observed::Part;
use crate::gui::state::State;
use crate::gui::tasks::{self, Tasks};
use crate::load::{self, Call, Limits, Plan, Record};
use crate::report::{Kind, Report};

/// Carries out what the page asked for.
pub fn carry_out(state: &mut State, tasks: &Tasks, accounts: &Arc<Accounts>, ask: Ask) {
    match ask {
        Ask::Start { plan, payload } => start(state, tasks, accounts, plan, payload),
        Ask::Stop => state.load.stop(),
        Ask::FailOver => fail_over(state, tasks),
        Ask::ReadBeside => read_beside(state, tasks, accounts),
        Ask::Show(name) => state.load.shown = state.load.kept_one(&name),
        Ask::Under(name) => state.load.under = name.and_then(|name| state.load.kept_one(&name)),
    }
}

/// What the page needs before a load begins; asked once for an account.
pub fn open(state: &mut State, tasks: &Tasks, accounts: &Arc<Accounts>, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    if state.load.account.is_unasked() {
        let generation = state.load.account.ask(now);
        let reader = connection.clone();
        tasks.answer(async move {
            answer(Answer::Account(generation, discover::part(reader.reader().account_concurrency().await)))
        });
    }
    let records = accounts.loads();
    tasks.answer(async move {
        let own = |record: &Record| record.account.is_same_place(&connection.account);
        answer(Answer::Kept(records.list().into_iter().filter(own).collect()))
    });
}

/// What the load meets, from what was read of the proxy.
pub fn limits(state: &State) -> Limits {
    let account = state.load.account.value().cloned().unwrap_or(Part::NotAsked);
    state.validation.result().map_or_else(Limits::default, |result| Limits::new(&result.checked.observed, account))
}

fn start(state: &mut State, tasks: &Tasks, accounts: &Arc<Accounts>, plan: Plan, payload: String) {
    let Some(connection) = state.connection().cloned().filter(|_| state.load.running.is_none()) else { return };
    let (limits, proxy) = (limits(state), state.validation.question.proxy.trim().to_owned());
    let stop = Arc::new(Notify::new());
    state.load.loads += 1;
    state.load.error = None;
    let number = state.load.loads;
    state.load.running = Some(Running {
        number,
        plan: plan.clone(),
        limits: limits.clone(),
        calls: Vec::new(),
        failover_ms: None,
        stopping: false,
        stop: Arc::clone(&stop),
    });
    let (outbox, records) = (tasks.outbox(), accounts.loads());
    tasks.answer(async move {
        let started_at = connection.clock.now();
        let mut tell = |calls: &[Call]| outbox.send(answer(Answer::Calls(number, calls.to_vec())));
        let ran = load::run(&connection, &plan, &payload, stop.notified(), &mut tell).await;
        let (reader, now) = (connection.reader(), connection.clock.now());
        let beside = load::read_beside(reader, Some(&proxy), &plan.function, started_at, now).await;
        let new = Record::new(&connection.account, started_at, plan, limits, ran);
        let record = Record { name: records.free(&new.name), beside, ..new };
        let error = records.save(&record).err().map(|error| Report::new(Kind::Input, error.to_string()));
        answer(Answer::Ended(number, Box::new((record, error))))
    });
}

fn fail_over(state: &State, tasks: &Tasks) {
    let (Some(running), Some(connection)) = (&state.load.running, state.connection()) else { return };
    let Some(drill) = connection.drill.clone() else { return };
    let (number, proxy) = (running.number, state.validation.question.proxy.trim().to_owned());
    tasks
        .answer(async move { answer(Answer::FailedOver(number, drill.fail_over(&proxy).await.map_err(Report::from))) });
}

fn read_beside(state: &State, tasks: &Tasks, accounts: &Arc<Accounts>) {
    let (Some(mut record), Some(connection)) = (state.load.shown.clone(), state.connection().cloned()) else { return };
    let records = accounts.loads();
    tasks.answer(async move {
        let proxy = record.limits.pool.present().map(|pool| pool.proxy.clone());
        let (reader, now) = (connection.reader(), connection.clock.now());
        // Minutes long after its end are not its own.
        let last = record.calls.iter().map(|call| call.at_ms).max().unwrap_or_default();
        let until = now.min(record.started_at + last / 1000 + 60);
        let (function, from) = (record.plan.function.clone(), record.started_at);
        record.beside = load::read_beside(reader, proxy.as_deref(), &function, from, until).await;
        // What is on screen is newer than the file where it cannot be written.
        let _ = records.save(&record);
        answer(Answer::Beside(Box::new(record)))
    });
}

fn answer(answer: Answer) -> tasks::Answer {
    tasks::Answer::Load(Box::new(answer))
}
