//! The visit from inside the VPC: a function is made for a moment, asked, and taken back whatever came.

use serde::Serialize;

use super::super::apply;
use super::super::args::Format;
use super::super::connect;
use super::super::drive::{RunWork, carry_out};
use super::super::interrupt::Interrupts;
use super::super::output::{self, Ended, Exit, Failure};
use super::super::prepare::Prepared;
use super::super::probe::{pem, take_back};
use super::super::progress::Style;
use super::super::session::Session;
use super::args::UserArgs;
use crate::apply::End;
use crate::discover::Invoked;
use crate::domain::json;
use crate::domain::observed::Observed;
use crate::probe::inside::NoAnswer;
use crate::prove::{Deed, InsideUser, LoginRead, NoSecret, NoTarget, PlannedUser, Unproven, UserVisit, WantedUser};
use crate::report::{Kind, Report};
use crate::text::t;

pub async fn run(
    session: &Session,
    format: Option<Format>,
    mut observed: Observed,
    wanted: WantedUser,
    deed: Deed,
    function: &Invoked,
    args: &UserArgs,
) -> Ended {
    let way = &args.way;
    let ca = way.ca.as_deref().map(pem).transpose()?;
    let (login, password) = (way.login_secret.as_deref(), way.password_secret.as_deref());
    let inside = InsideUser::new(&observed, wanted, deed, login, password).map_err(|why| refused(&why))?;
    let planned =
        PlannedUser::new(&session.connection, &mut observed, inside, ca).await.map_err(|why| refused(&why))?;
    let style = Style::choose(format);
    match style {
        Style::Json => output::json_line(&Visiting::new(&planned)),
        _ => tell_before(&planned, &function.name),
    }
    let (plan, preflight) = (planned.planned.plan.clone(), planned.planned.checks.clone());
    let prepared = Prepared { observed, plan, preflight, safety: Vec::new() };
    if !apply::agreed(session, style, &prepared, args.yes, args.ignore_preflight)? {
        return Ok(Exit::Done);
    }
    let made = carry_out(session, style, RunWork::Run(prepared.plan), None).await?;
    let answer = match made.end {
        End::Finished | End::NotWorking => Some(ask(session, &planned).await),
        End::Stopped | End::Failed | End::SignedOut => None,
    };
    let taken_back = take_back(session, style, made.receipt).await;
    let answered = match answer {
        None => Ok(Exit::Failed),
        Some(Ok(visit)) => Ok(tell(&planned, &function.name, visit, session.is_json())),
        Some(Err(Unproven::Cloud(error))) => Err(Failure::unreadable(error)),
        Some(Err(why @ (Unproven::NoAnswer(_) | Unproven::NotOpened))) => {
            let report = Report::new(Kind::Aws, t!("prove-no-answer", name = planned.planned.name.as_str()));
            Err(Failure::new(Exit::Failed, report.because(why.to_string())))
        }
    };
    let (answered, taken_back) = (answered?, taken_back?);
    Ok(if taken_back == Exit::Done { answered } else { taken_back })
}

/// What will be run, where, and whether the role may read the secrets.
fn tell_before(planned: &PlannedUser, function: &str) {
    let target = &planned.planned.target;
    let endpoint = format!("{}:{}", target.host, target.port);
    let (visit, user) = (&planned.visit, planned.visit.wanted.user.as_str());
    super::show_statements(&visit.wanted, visit.deed);
    output::line(&match visit.deed {
        Deed::Look => t!("make-user-inside-look", user = user, endpoint = endpoint),
        Deed::Make => t!("make-user-inside-make", endpoint = endpoint),
        Deed::Drop => t!("make-user-inside-drop", user = user, endpoint = endpoint),
    });
    output::line(&t!("make-user-inside-beside", function = function));
    for read in &planned.reads {
        output::line(&read.sentence(&planned.role));
    }
}

fn refused(why: &NoSecret) -> Failure {
    let hint = match why {
        NoSecret::Login => t!("make-user-no-login-secret-hint"),
        NoSecret::Password(_) => t!("make-user-no-password-secret-hint"),
        NoSecret::Database(_) => t!("make-user-no-database-hint"),
        NoSecret::Target(NoTarget::NoFunction) => t!("prove-no-function-hint"),
        NoSecret::Target(_) => t!("prove-no-target-hint"),
    };
    Failure::usage(why.to_string(), hint)
}

/// What it came to; being asked to stop is as good as no answer.
async fn ask(session: &Session, planned: &PlannedUser) -> Result<UserVisit, Unproven> {
    let mut interrupts = Interrupts::listen();
    tokio::select! {
        answer = planned.ask(&session.connection) => answer,
        () = interrupts.next() => Err(NoAnswer::Failed(t!("prove-stopped").to_owned()).into()),
    }
}

/// The first line of `--format json`.
#[derive(Serialize)]
struct Visiting<'a> {
    event: &'static str,
    deed: Deed,
    statements: Vec<String>,
    reads: &'a [LoginRead],
}

impl<'a> Visiting<'a> {
    fn new(planned: &'a PlannedUser) -> Self {
        let (deed, statements) = (planned.visit.deed, planned.statements());
        Self { event: "visiting", deed, statements, reads: &planned.reads }
    }
}

/// The last line of `--format json`.
#[derive(Serialize)]
struct Visited<'a> {
    event: &'static str,
    /// The function whose place was taken.
    like: &'a str,
    #[serde(flatten)]
    visit: UserVisit,
}

fn tell(planned: &PlannedUser, like: &str, visit: UserVisit, is_json: bool) -> Exit {
    if is_json {
        let exit = super::exit(&visit);
        output::line(&json::on_one_line(&Visited { event: "visited", like, visit }));
        return exit;
    }
    output::line(&t!("prove-from", name = like));
    for outcome in &visit.attempt.stages {
        output::line(&connect::stage(outcome));
    }
    if visit.attempt.stopped_at().is_some() {
        return Exit::Failed;
    }
    super::tell(&planned.visit.wanted, &visit)
}
