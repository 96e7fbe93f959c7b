//! Carries a run out: starts the engine, shows its events, listens for Ctrl-C, and says at the
//! end where the receipt is and which command comes next.

use secrecy::SecretString;
use serde::Serialize;
use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{MissedTickBehavior, interval};

use super::interrupt::Interrupts;
use super::output::{self, Ended, Exit, Failure};
use super::progress::{Progress, Style, Titles};
use super::session::Session;
use super::show;
use crate::apply::{ApplyError, Direction, End, Engine, Outcome, Receipt, RunState, StepState, Stop, StopAt};
use crate::plan::{Leftover, Plan};
use crate::text::t;

/// How often elapsed times are drawn anew.
const TICK: Duration = Duration::from_millis(250);

/// What to do.
pub enum Work {
    /// Carry this plan out.
    Run(Plan),
    /// Go on with this run.
    Resume(Receipt),
    /// Take this run back.
    Undo(Receipt),
}

impl Work {
    fn plan(&self) -> &Plan {
        match self {
            Self::Run(plan) => plan,
            Self::Resume(receipt) | Self::Undo(receipt) => &receipt.plan,
        }
    }

    fn direction(&self) -> Direction {
        match self {
            Self::Run(_) | Self::Resume(_) => Direction::Apply,
            Self::Undo(_) => Direction::Undo,
        }
    }
}

/// Works until the end, or until it is stopped; then says what comes next.
pub async fn drive(session: &Session, style: Style, work: Work, password: Option<SecretString>) -> Ended {
    let direction = work.direction();
    let outcome = carry_out(session, style, work, password).await?;
    close(session, style, direction, &outcome);
    // Stopped counts as failed: whatever waits for this run must not go on.
    Ok(if outcome.end == End::Finished { Exit::Done } else { Exit::Failed })
}

/// Works until the end, or until it is stopped.
pub async fn carry_out(
    session: &Session,
    style: Style,
    work: Work,
    password: Option<SecretString>,
) -> Result<Outcome, Failure> {
    let (sender, mut events) = mpsc::unbounded_channel();
    let engine = Engine {
        connection: session.connection.clone(),
        store: session.accounts.store(),
        emit: Arc::new(move |event| {
            // Nobody is left to tell only when the program ends.
            let _ = sender.send(event);
        }),
        stop: Stop::default(),
        password: password.into(),
    };
    let clock = Arc::clone(&session.connection.clock);
    let mut progress = Progress::new(style, Titles::of(work.plan()));
    let mut interrupts = Interrupts::listen();
    let mut tick = interval(TICK);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut working = pin!(async {
        match work {
            Work::Run(plan) => engine.run(plan).await,
            Work::Resume(receipt) => engine.resume(receipt).await,
            Work::Undo(receipt) => engine.undo(receipt).await,
        }
    });
    let ended = loop {
        tokio::select! {
            biased;
            Some(event) = events.recv() => progress.tell(&event, clock.now()),
            () = interrupts.next() => {
                let again = engine.stop.asked() != StopAt::Never;
                engine.stop.ask(if again { StopAt::Now } else { StopAt::AfterStep });
                progress.stopping(again);
            }
            _ = tick.tick() => progress.tick(clock.now()),
            ended = &mut working => break ended,
        }
    };
    while let Ok(event) = events.try_recv() {
        progress.tell(&event, clock.now());
    }
    progress.end();
    ended.map_err(not_begun)
}

/// Why a run did not begin or go on.
pub fn not_begun(error: ApplyError) -> Failure {
    let exit = match &error {
        ApplyError::NotSaved { .. } | ApplyError::Busy { .. } => Exit::Failed,
        _ => Exit::Usage,
    };
    Failure::new(exit, error.into())
}

/// The last line of `--format json`.
#[derive(Serialize)]
struct RunEnded<'a> {
    event: &'static str,
    end: &'static str,
    name: &'a str,
    receipt: &'a PathBuf,
    resume: Option<String>,
    undo: Option<String>,
    leftovers: &'a [Leftover],
}

fn close(session: &Session, style: Style, direction: Direction, outcome: &Outcome) {
    let receipt = &outcome.receipt;
    let path = outcome.path.display().to_string();
    let command = |verb: &str| session.command(&[verb, &path]);
    let resume = (direction == Direction::Apply && !matches!(outcome.end, End::Finished | End::NotWorking))
        .then(|| command("resume"));
    let undo = (receipt.state != RunState::Undone).then(|| command("undo"));

    let say = if style == Style::Json { output::aside } else { output::line };
    let done = receipt.count(StepState::Done);
    let left = receipt.count(StepState::Pending);
    say(&match (direction, outcome.end) {
        (Direction::Apply, End::Finished) => t!("cli-applied", count = done),
        (Direction::Apply, End::NotWorking) => t!("cli-applied-not-working", count = done),
        (_, End::SignedOut) => t!("cli-signed-out").to_owned(),
        (Direction::Apply, End::Stopped) => t!("cli-stopped", done = done, left = left),
        (Direction::Apply, End::Failed) => {
            t!("cli-apply-failed", failed = receipt.count(StepState::Failed), done = done, left = left)
        }
        (Direction::Undo, End::Finished | End::NotWorking) => t!("cli-undone").to_owned(),
        (Direction::Undo, End::Stopped) => t!("cli-undo-stopped").to_owned(),
        (Direction::Undo, End::Failed) => t!("cli-undo-failed").to_owned(),
    });
    if !receipt.leftovers.is_empty() {
        say(&show::leftovers(&receipt.leftovers));
    }
    say(&t!("cli-receipt", path = path.as_str()));
    if let Some(resume) = &resume {
        say(&t!("cli-to-resume", command = resume.as_str()));
    }
    if let Some(undo) = &undo {
        say(&t!("cli-to-undo", command = undo.as_str()));
    }
    if style == Style::Json {
        output::json_line(&RunEnded {
            event: "run-ended",
            end: match outcome.end {
                End::Finished => "finished",
                End::Stopped => "stopped",
                End::Failed => "failed",
                End::NotWorking => "not-working",
                End::SignedOut => "signed-out",
            },
            name: receipt.name(),
            receipt: &outcome.path,
            resume,
            undo,
            leftovers: &receipt.leftovers,
        });
    }
}
