//! The work of it: each function starts a task that answers.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use super::here;
use super::{Left, Phase, ProvingAnswer, ProvingAsk, Reviewed};
use crate::accounts::Accounts;
use crate::apply::{End, Engine, Receipt, Stop, StopAt, Typed};
use crate::cloud::Connection;
use crate::discover::{self, Existing};
use crate::disk::given;
use crate::gui::fetched::Generation;
use crate::gui::state::State;
use crate::gui::tasks::{self, Outbox, Tasks};
use crate::probe::Trust;
use crate::prove::{self, ChosenTarget, Deed, Planned, PlannedUser, Unproven};
use crate::report::{Kind, Report};
use crate::text::{Sentence, said};

/// Carries out what the page asked for.
pub fn carry_out(state: &mut State, tasks: &Tasks, accounts: &Accounts, ask: ProvingAsk, now: Instant) {
    if state.is_running() {
        return;
    }
    match ask {
        ProvingAsk::Review => review(state, tasks, now),
        ProvingAsk::ReviewUser(deed) => review_user(state, tasks, deed, now),
        ProvingAsk::VisitUser(deed) => here::visit_user(state, tasks, deed, now),
        ProvingAsk::Leave => state.proving.reviewing = false,
        ProvingAsk::Go => go(state, tasks, accounts, now),
        ProvingAsk::Call => call(state, tasks, now),
    }
}

fn answer(answer: ProvingAnswer) -> tasks::TaskAnswer {
    tasks::TaskAnswer::Proving(Box::new(answer))
}

/// Reads proxy and function anew, so that the probe stands where the function stands now.
fn review(state: &mut State, tasks: &Tasks, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    let question = state.seen_question();
    let wanted = state.pages.connect.wanted();
    let ca = state.pages.connect.ca();
    (state.proving.reviewing, state.proving.for_user) = (true, false);
    state.proving.left = None;
    let generation = state.proving.reviewed.ask(now);
    tasks.answer(async move {
        let planned = plan(&connection, &question, &wanted, ca.as_deref()).await;
        answer(ProvingAnswer::Reviewed(generation, Box::new(planned)))
    });
}

async fn plan(
    connection: &Connection,
    question: &Existing,
    wanted: &ChosenTarget,
    ca: Option<&Path>,
) -> Result<Reviewed, Report> {
    let ca = pem(ca)?;
    let reader = connection.reader();
    let mut observed = discover::observe_proxy(reader, connection.clock.as_ref(), &connection.account, question).await;
    let unread = [observed.proxy.unreadable(), observed.function.unreadable()].into_iter().flatten().next().cloned();
    let planned = Planned::new(connection, &mut observed, wanted, ca).await.map_err(|why| match unread {
        Some(unread) => Report::new(Kind::Aws, Sentence::from_error(why)).because(unread.because),
        None => Report::new(Kind::Input, Sentence::from_error(why)).hint(said!("lane-no-target-hint")),
    })?;
    Ok(Reviewed::Connect(Box::new(planned)))
}

/// Certificates of a file, which must be some.
fn pem(path: Option<&Path>) -> Result<Option<String>, Report> {
    let Some(path) = path else { return Ok(None) };
    let refused = |why: Sentence| Report::new(Kind::Input, why).hint(said!("connect-ca-hint"));
    Trust::read(path).map_err(|why| refused(Sentence::from_error(why)))?;
    given::text(path).map(Some).map_err(|why| refused(Sentence::from_error(why)))
}

/// Reads proxy, database and function anew, and plans the function that visits the database's user.
fn review_user(state: &mut State, tasks: &Tasks, deed: Deed, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    let question = state.seen_question();
    let inside = state.seen().map(|observed| state.pages.user.inside(observed, deed));
    let ca = state.pages.user.ca();
    state.proving.is_about(state.seen_at(), question.clone());
    (state.proving.reviewing, state.proving.for_user) = (true, true);
    state.proving.left = None;
    let generation = state.proving.reviewed.ask(now);
    let Some(inside) = inside else { return };
    tasks.answer(async move {
        let planned = async {
            let (inside, ca) = (inside?, pem(ca.as_deref())?);
            let (reader, clock) = (connection.reader(), connection.clock.as_ref());
            let mut observed = discover::observe_proxy(reader, clock, &connection.account, &question).await;
            let planned = PlannedUser::new(&connection, &mut observed, inside, ca).await;
            planned
                .map(|planned| Reviewed::User(Box::new(planned)))
                .map_err(|why| Report::new(Kind::Input, Sentence::from_error(why)).hint(said!("user-inside-hint")))
        };
        answer(ProvingAnswer::Reviewed(generation, Box::new(planned.await)))
    });
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
        answer(ProvingAnswer::Called(generation, Box::new(called)))
    });
}

fn go(state: &mut State, tasks: &Tasks, accounts: &Accounts, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    let Some(reviewed) = state.proving.reviewed.ready().cloned() else { return };
    let stop = Stop::default();
    let proving = &mut state.proving;
    proving.reviewing = false;
    proving.stop = stop.clone();
    proving.enter(Phase::Making, Some(Receipt::new(reviewed.planned().plan.clone(), String::new(), 0)));
    let generation = match &reviewed {
        Reviewed::Connect(_) => proving.proof.ask(now),
        Reviewed::User(_) => proving.visited.ask(now),
    };
    let outbox = tasks.outbox();
    let store = accounts.store();
    let engine = move |stop: Stop| {
        let outbox = outbox.clone();
        let emit = Arc::new(move |event| outbox.send(answer(ProvingAnswer::Heard(event))));
        Engine { connection: connection.clone(), store: store.clone(), emit, stop, password: Typed::default() }
    };
    let outbox = tasks.outbox();
    tasks.answer(
        async move { answer(ProvingAnswer::Ended(prove(&engine, stop, &reviewed, &outbox, generation).await)) },
    );
}

/// Makes it, asks it, and removes it whatever came.
async fn prove(
    engine: &(impl Fn(Stop) -> Engine + Send + Sync),
    stop: Stop,
    reviewed: &Reviewed,
    outbox: &Outbox,
    generation: Generation,
) -> Option<Left> {
    let maker = engine(stop.clone());
    let made = maker.run(reviewed.planned().plan.clone()).await;
    let (told, made) = match made {
        Ok(made) if matches!(made.end, End::Finished | End::NotWorking) && stop.asked() == StopAt::Never => {
            outbox.send(answer(ProvingAnswer::Entered(Phase::Asking, None)));
            (ask(&maker.connection, &stop, reviewed, generation).await, Some(made))
        }
        Ok(made) => (untold(reviewed, generation, unmade(&made.receipt)), Some(made)),
        Err(error) => {
            let report = Report::new(Kind::Aws, said!("lane-not-made")).because(Sentence::from_error(error));
            (untold(reviewed, generation, report), None)
        }
    };
    outbox.send(answer(told));
    let made = made.filter(|made| !made.receipt.to_undo().is_empty())?;
    outbox.send(answer(ProvingAnswer::Entered(Phase::Removing, Some(Box::new(made.receipt.clone())))));
    let receipt = made.path;
    match engine(Stop::default()).undo(made.receipt).await {
        Ok(gone) if gone.end == End::Finished => None,
        Ok(gone) => Some(Left { receipt, leftovers: gone.receipt.leftovers }),
        Err(_) => Some(Left { receipt, leftovers: Vec::new() }),
    }
}

/// What the function tells, or that it was stopped before it did.
async fn ask(connection: &Connection, stop: &Stop, reviewed: &Reviewed, generation: Generation) -> ProvingAnswer {
    let name = reviewed.planned().name.as_str();
    let told = async {
        match reviewed {
            Reviewed::Connect(planned) => {
                let proven = planned.ask(connection).await.map_err(|why| no_answer(name, why));
                ProvingAnswer::Proven(generation, Box::new(proven))
            }
            Reviewed::User(user) => {
                let visit = user.ask(connection).await.map_err(|why| no_answer(name, why));
                ProvingAnswer::Visited(generation, Box::new(visit))
            }
        }
    };
    tokio::select! {
        told = told => told,
        () = stop.now() => untold(reviewed, generation, stopped()),
    }
}

fn no_answer(name: &str, why: Unproven) -> Report {
    match why {
        Unproven::Cloud(error) => Report::from(error),
        why @ (Unproven::NoAnswer(_) | Unproven::NotOpened) => {
            Report::new(Kind::Aws, said!("prove-no-answer", name = name)).because(Sentence::from_error(why))
        }
    }
}

fn untold(reviewed: &Reviewed, generation: Generation, report: Report) -> ProvingAnswer {
    match reviewed {
        Reviewed::Connect(_) => ProvingAnswer::Proven(generation, Box::new(Err(report))),
        Reviewed::User(_) => ProvingAnswer::Visited(generation, Box::new(Err(report))),
    }
}

fn stopped() -> Report {
    Report::new(Kind::Input, said!("lane-stopped")).hint(said!("lane-stopped-hint"))
}

/// Why it was not made: the first step that failed, else that it was stopped.
fn unmade(receipt: &Receipt) -> Report {
    let error = receipt.steps.iter().find_map(|entry| entry.error.clone());
    error.map_or_else(stopped, Report::from)
}
