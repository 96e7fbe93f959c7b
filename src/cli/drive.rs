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
use super::progress::{RunProgress, Style};
use super::session::Session;
use super::show;
use crate::apply::{ApplyError, At, Direction, End, Engine, Outcome, Receipt, Standing, Stop, StopAt};
use crate::plan::{Leftover, Plan};
use crate::text::t;

/// How often elapsed times are drawn anew.
const TICK: Duration = Duration::from_millis(250);

/// What to do.
pub enum RunWork {
    /// Carry this plan out.
    Run(Plan),
    /// Go on with this run.
    Resume(Receipt),
    /// Take this run back.
    Undo(Receipt),
}

impl RunWork {
    /// What is known of it before it begins.
    fn record(&self) -> Receipt {
        match self {
            Self::Run(plan) => Receipt::new(plan.clone(), String::new(), 0),
            Self::Resume(receipt) | Self::Undo(receipt) => receipt.clone(),
        }
    }
}

/// Works until the end, or until it is stopped; then says what comes next.
pub async fn drive(session: &Session, style: Style, work: RunWork, password: Option<SecretString>) -> Ended {
    let outcome = carry_out(session, style, work, password).await?;
    close(session, style, &outcome);
    // Stopped counts as failed: whatever waits for this run must not go on.
    Ok(if outcome.end == End::Finished { Exit::Done } else { Exit::Failed })
}

/// Works until the end, or until it is stopped.
pub async fn carry_out(
    session: &Session,
    style: Style,
    work: RunWork,
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
    let mut progress = RunProgress::new(style, work.record());
    let mut interrupts = Interrupts::listen();
    let mut tick = interval(TICK);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut working = pin!(async {
        match work {
            RunWork::Run(plan) => engine.run(plan).await,
            RunWork::Resume(receipt) => engine.resume(receipt).await,
            RunWork::Undo(receipt) => engine.undo(receipt).await,
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

/// Reads the path that was made, and says what stands in its way.
fn check_command(session: &Session, plan: &Plan) -> String {
    let of_function = plan.function().map(|function| ["--function", function]);
    let words: Vec<&str> =
        ["validate", "--proxy", plan.name()].into_iter().chain(of_function.into_iter().flatten()).collect();
    session.command(&words)
}

fn close(session: &Session, style: Style, outcome: &Outcome) {
    let receipt = &outcome.receipt;
    let path = outcome.path.display().to_string();
    let command = |verb: &str| session.command(&[verb, &path]);
    let standing = Standing::count(receipt);
    let goes_on = !matches!(standing.at, At::Finished | At::NothingToDo);
    let resume = (standing.direction() == Direction::Apply && goes_on).then(|| command("resume"));
    let check = (standing.at == At::NotWorking).then(|| check_command(session, &receipt.plan));
    let undo = (standing.to_undo > 0).then(|| command("undo"));

    let say = if style == Style::Json { output::aside } else { output::line };
    say(&show::ended(receipt));
    if !receipt.leftovers.is_empty() {
        say(&show::leftovers(&receipt.leftovers));
    }
    say(&t!("cli-receipt", path = path.as_str()));
    if let Some(check) = &check {
        say(&t!("cli-to-check", command = check.as_str()));
    }
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
