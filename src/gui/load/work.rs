//! The work of the load lab: each function starts a task that answers.

use std::sync::{Arc, OnceLock};
use std::time::Instant;

use tokio::sync::Notify;

use super::{LoadAnswer, LoadAsk, Running, picture};
use crate::accounts::Accounts;
use crate::discover;
use crate::domain::observed::Part;
use crate::gui::state::State;
use crate::gui::tasks::{self, Tasks};
use crate::load::{self, Beside, Limits, LoadCall, Plan, Record};
use crate::report::{Kind, Report};
use crate::text::{Sentence, said, t};

/// Carries out what the page asked for.
pub fn carry_out(state: &mut State, tasks: &Tasks, accounts: &Arc<Accounts>, ask: LoadAsk) {
    match ask {
        LoadAsk::Start { plan, payload } => start(state, tasks, accounts, plan, payload),
        LoadAsk::Stop => state.load.stop(),
        LoadAsk::FailOver => fail_over(state, tasks),
        LoadAsk::ReadBeside => read_beside(state, tasks, accounts),
        LoadAsk::SavePicture => save_picture(state, tasks, accounts),
        LoadAsk::Show(name) => {
            state.load.shown = state.load.kept_one(&name);
            state.load.redraw();
        }
        LoadAsk::Under(name) => {
            state.load.under = name.and_then(|name| state.load.kept_one(&name));
            state.load.redraw();
        }
    }
}

/// What the page needs before a load begins; asked once for an account.
pub fn open(state: &mut State, tasks: &Tasks, accounts: &Arc<Accounts>, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    if state.load.account.is_unasked() {
        let generation = state.load.account.ask(now);
        let reader = connection.clone();
        tasks.answer(async move {
            answer(LoadAnswer::Account(generation, discover::part(reader.reader().account_concurrency().await)))
        });
    }
    let records = accounts.loads();
    tasks.answer(async move {
        let own = |record: &Record| record.account.is_same_place(&connection.account);
        answer(LoadAnswer::Kept(records.list().into_iter().filter(own).collect()))
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
    let (number, started_at) = (state.load.loads, connection.clock.now());
    let failover_ms = Arc::new(OnceLock::new());
    state.load.running = Some(Running {
        number,
        plan: plan.clone(),
        limits: limits.clone(),
        calls: Vec::new(),
        beside: Beside::default(),
        started_at,
        failover_ms: Arc::clone(&failover_ms),
        asked_minute: 0,
        stopping: false,
        stop: Arc::clone(&stop),
    });
    state.load.redraw();
    let (outbox, records) = (tasks.outbox(), accounts.loads());
    tasks.answer(async move {
        let mut tell = |calls: &[LoadCall]| outbox.send(answer(LoadAnswer::Calls(number, calls.to_vec())));
        let ran = load::run(&connection, &plan, &payload, stop.notified(), &mut tell).await;
        let new = Record::new(&connection.account, started_at, plan, limits, ran);
        let failover_ms = failover_ms.get().copied();
        let mut record = Record { name: records.free(&new.name), failover_ms, ..new };
        load::look(connection.reader(), Some(&proxy), &mut record, connection.clock.now()).await;
        let error = records.save(&record).err().map(|error| Report::new(Kind::Input, Sentence::from_error(error)));
        answer(LoadAnswer::Ended(number, Box::new((record, error))))
    });
}

fn fail_over(state: &State, tasks: &Tasks) {
    let (Some(running), Some(connection)) = (&state.load.running, state.connection()) else { return };
    let Some(drill) = connection.drill.clone() else { return };
    let (clock, proxy) = (Arc::clone(&connection.clock), state.validation.question.proxy.trim().to_owned());
    let (started_at, at) = (running.started_at, Arc::clone(&running.failover_ms));
    tasks.answer(async move {
        let since_ms = clock.now().saturating_sub(started_at) * 1000;
        let set_off = drill.fail_over(&proxy).await.map(|()| {
            // The first one counts.
            let _ = at.set(since_ms);
        });
        answer(LoadAnswer::FailedOver(set_off.map_err(Report::from)))
    });
}

/// Of the load under way what CloudWatch shows so far; of the one shown also what X-Ray kept.
fn read_beside(state: &mut State, tasks: &Tasks, accounts: &Arc<Accounts>) {
    let Some(connection) = state.connection().cloned() else { return };
    let proxy = state.validation.question.proxy.trim().to_owned();
    if let Some(running) = &mut state.load.running {
        running.asked_minute = running.minute();
        let (number, function, from) = (running.number, running.plan.function.clone(), running.started_at);
        tasks.answer(async move {
            let (reader, now) = (connection.reader(), connection.clock.now());
            answer(LoadAnswer::Measured(number, load::read_beside(reader, Some(&proxy), &function, from, now).await))
        });
        return;
    }
    let Some(mut record) = state.load.shown.clone() else { return };
    let records = accounts.loads();
    tasks.answer(async move {
        let proxy = record.limits.pool.present().map(|pool| pool.proxy.clone());
        load::look(connection.reader(), proxy.as_deref(), &mut record, connection.clock.now()).await;
        // What is on screen is newer than the file where it cannot be written.
        let _ = records.save(&record);
        answer(LoadAnswer::Beside(Box::new(record)))
    });
}

fn save_picture(state: &mut State, tasks: &Tasks, accounts: &Arc<Accounts>) {
    let (Some(record), Some(on_screen)) = (&state.load.shown, &state.load.on_screen) else { return };
    let title = state.load.title().unwrap_or_default().to_owned();
    let (name, charts) = (record.name.clone(), on_screen.charts.clone());
    let records = accounts.loads();
    state.load.pictured = None;
    tasks.answer(async move {
        let title = t!("load-picture-title", name = name.as_str(), title = title);
        let written = match picture::png(&title, &charts) {
            Some(png) => {
                records.save_picture(&name, &png).map_err(|error| Report::new(Kind::Input, Sentence::from_error(error)))
            }
            None => Err(Report::new(Kind::Internal, said!("load-no-picture"))),
        };
        answer(LoadAnswer::Pictured(written))
    });
}

fn answer(answer: LoadAnswer) -> tasks::TaskAnswer {
    tasks::TaskAnswer::Load(Box::new(answer))
}
