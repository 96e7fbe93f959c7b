//! The work of it: each function starts a task that answers.

use std::sync::Arc;
use std::time::Instant;

use super::{Answer, Ask, Left, Phase};
use crate::accounts::Accounts;
use crate::apply::{End, Engine, Receipt, Stop, StopAt, Typed};
use crate::cloud::Connection;
use crate::discover::{self, Existing};
use crate::disk::given;
use crate::gui::fetched::Generation;
use crate::gui::state::State;
use crate::gui::tasks::{self, Outbox, Tasks};
use crate::probe::{Attempt, Trust};
use crate::prove::{self, Planned, Wanted};
use crate::report::{Kind, Report};
use crate::text::t;

/// Carries out what the page asked for.
pub fn carry_out(state: &mut State, tasks: &Tasks, accounts: &Accounts, ask: Ask, now: Instant) {
    if state.is_running() {
        return;
    }
    match ask {
        Ask::Review => review(state, tasks, now),
        Ask::Leave => state.proving.reviewing = false,
        Ask::Go => go(state, tasks, accounts, now),
        Ask::Call => call(state, tasks, now),
    }
}

fn answer(answer: Answer) -> tasks::Answer {
    tasks::Answer::Proving(Box::new(answer))
}

/// Reads proxy and function anew, so that the probe stands where the function stands now.
fn review(state: &mut State, tasks: &Tasks, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    let question = state.seen_question();
    let wanted = state.pages.connect.wanted();
    let ca = state.pages.connect.ca();
    state.proving.reviewing = true;
    state.proving.left = None;
    let generation = state.proving.reviewed.ask(now);
    tasks.answer(async move {
        let planned = plan(&connection, &question, &wanted, ca.as_deref()).await;
        answer(Answer::Reviewed(generation, Box::new(planned)))
    });
}

async fn plan(
    connection: &Connection,
    question: &Existing,
    wanted: &Wanted,
    ca: Option<&std::path::Path>,
) -> Result<Planned, Report> {
    let refused = |why: &dyn std::error::Error, hint: &str| Report::new(Kind::Input, why.to_string()).hint(hint);
    let ca = match ca {
        Some(path) => {
            Trust::read(path).map_err(|why| refused(&why, t!("connect-ca-hint")))?;
            Some(given::text(path).map_err(|why| refused(&why, t!("connect-ca-hint")))?)
        }
        None => None,
    };
    let reader = connection.reader();
    let mut observed = discover::observe_proxy(reader, connection.clock.as_ref(), &connection.account, question).await;
    let unread = [observed.proxy.unreadable(), observed.function.unreadable()].into_iter().flatten().next().cloned();
    Planned::new(connection, &mut observed, wanted, ca).await.map_err(|why| match unread {
        Some(unread) => Report::new(Kind::Aws, why.to_string()).because(unread.because),
        None => refused(&why, t!("lane-no-target-hint")),
    })
}

/// Calls the function with the payload that was typed.
fn call(state: &mut State, tasks: &Tasks, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    let Some(function) = state.seen_question().function else { return };
    let payload = state.pages.connect.payload();
    let generation = state.proving.called.ask(now);
    tasks.answer(async move {
        let (name, qualifier) = (&function.name, function.qualifier.as_deref());
        let called = prove::call(connection.writer.as_ref(), name, qualifier, &payload).await.map_err(Report::from);
        answer(Answer::Called(generation, Box::new(called)))
    });
}

fn go(state: &mut State, tasks: &Tasks, accounts: &Accounts, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    let Some(planned) = state.proving.reviewed.ready().cloned() else { return };
    let stop = Stop::default();
    let proving = &mut state.proving;
    proving.reviewing = false;
    proving.stop = stop.clone();
    proving.enter(Phase::Making, Some(Receipt::new(planned.plan.clone(), String::new(), 0)));
    let generation = proving.proof.ask(now);
    let outbox = tasks.outbox();
    let store = accounts.store();
    let engine = move |stop: Stop| {
        let outbox = outbox.clone();
        let emit = Arc::new(move |event| outbox.send(answer(Answer::Heard(event))));
        Engine { connection: connection.clone(), store: store.clone(), emit, stop, password: Typed::default() }
    };
    let outbox = tasks.outbox();
    tasks.answer(async move { answer(Answer::Ended(prove(&engine, stop, &planned, &outbox, generation).await)) });
}

/// Makes it, asks it, and removes it whatever came.
async fn prove(
    engine: &(impl Fn(Stop) -> Engine + Send + Sync),
    stop: Stop,
    planned: &Planned,
    outbox: &Outbox,
    generation: Generation,
) -> Option<Left> {
    let maker = engine(stop.clone());
    let made = maker.run(planned.plan.clone()).await;
    let proven = match &made {
        Ok(made) if matches!(made.end, End::Finished | End::NotWorking) && stop.asked() == StopAt::Never => {
            outbox.send(answer(Answer::Entered(Phase::Asking, None)));
            ask(&maker.connection, &stop, planned).await
        }
        Ok(made) => Err(unmade(&made.receipt)),
        Err(error) => Err(Report::new(Kind::Aws, t!("lane-not-made")).because(error.to_string())),
    };
    outbox.send(answer(Answer::Proven(generation, Box::new(proven))));
    let made = made.ok().filter(|made| !made.receipt.to_undo().is_empty())?;
    outbox.send(answer(Answer::Entered(Phase::Removing, Some(Box::new(made.receipt.clone())))));
    let receipt = made.path;
    match engine(Stop::default()).undo(made.receipt).await {
        Ok(gone) if gone.end == End::Finished => None,
        Ok(gone) => Some(Left { receipt, leftovers: gone.receipt.leftovers }),
        Err(_) => Some(Left { receipt, leftovers: Vec::new() }),
    }
}

async fn ask(connection: &Connection, stop: &Stop, planned: &Planned) -> Result<Attempt, Report> {
    tokio::select! {
        proven = planned.ask(connection) => proven.map_err(|why| match why {
            prove::Unproven::Cloud(error) => Report::from(error),
            prove::Unproven::NoAnswer(why) => {
                Report::new(Kind::Aws, t!("prove-no-answer", name = planned.name.as_str())).because(why.to_string())
            }
        }),
        () = stop.now() => Err(stopped()),
    }
}

fn stopped() -> Report {
    Report::new(Kind::Input, t!("lane-stopped")).hint(t!("lane-stopped-hint"))
}

/// Why it was not made: the first step that failed, else that it was stopped.
fn unmade(receipt: &Receipt) -> Report {
    let error = receipt.steps.iter().find_map(|entry| entry.error.clone());
    error.map_or_else(stopped, Report::from)
}
