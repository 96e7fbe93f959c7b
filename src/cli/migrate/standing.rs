//! `migrate` without `--to`: where the path stands, where it may go, and which old ways are left. Changes
//! nothing.

use serde::Serialize;

use super::args::MigrateArgs;
use crate::cli::output::{self, Ended, Exit};
use crate::cli::session::Session;
use crate::discover;
use crate::domain::observed::Observed;
use crate::plan::{Course, Migration, Moves, NewLogin, OldWay, moves, suggested_user};
use crate::rules::Verdict;
use crate::text::{padded, t};
use crate::words::migration::{CourseState, course_head, goal_text, stands};

/// Prints it.
pub async fn tell(session: &Session, args: &MigrateArgs, observed: &Observed, verdict: &Verdict) -> Ended {
    let others = discover::callers(session.reader()).await.ok();
    let user = args.user.clone().or_else(|| suggested_user(observed)).unwrap_or_default();
    let moves = moves(observed, verdict.causes(), others.as_deref(), &user);
    if session.is_json() {
        output::json(&MigrationDocument::new(&moves, &args.proxy, verdict.function.as_deref()));
        return Ok(Exit::Done);
    }
    let mut lines = vec![stands(moves.from, verdict.function.as_deref(), &args.proxy)];
    lines.push(String::new());
    lines.push(t!("cli-migrate-goals").to_owned());
    lines.extend(moves.goals.iter().flat_map(|course| course_lines(&moves, course)));
    if !moves.finishes.is_empty() || !moves.logins_read {
        lines.push(String::new());
        lines.push(t!("cli-migrate-finishes").to_owned());
        lines.extend(moves.finishes.iter().flat_map(|course| course_lines(&moves, course)));
        lines.extend((!moves.logins_read).then(|| format!("  {}", t!("migrate-finish-unread"))));
    }
    if others.is_none() {
        lines.push(format!("\n{}", t!("cli-migrate-others-unread")));
    }
    lines.push(format!(
        "\n{}",
        t!("head-and-text", head = t!("migrate-meanwhile"), text = t!("migrate-meanwhile-text"))
    ));
    output::line(&lines.join("\n"));
    Ok(Exit::Done)
}

fn course_lines(moves: &Moves, course: &Course) -> Vec<String> {
    let state = CourseState::new(moves.from, course);
    let word = match state {
        CourseState::Here | CourseState::Nothing => t!("cli-migrate-here"),
        CourseState::May(_) => t!("cli-migrate-can"),
        CourseState::Blocked(_) => t!("cli-migrate-cannot"),
    };
    let mut lines = vec![format!("  {}{}", padded(word, 8), course_head(&course.wish))];
    let text = goal_text(&course.wish);
    lines.extend((!text.is_empty()).then(|| format!("          {text}")));
    lines.extend(state.lines(&course.wish).into_iter().map(|line| format!("          {line}")));
    lines
}

#[derive(Serialize)]
struct MigrationDocument<'a> {
    schema: &'static str,
    proxy: &'a str,
    function: Option<&'a str>,
    /// `direct`, `password`, `standard-iam`, `end-to-end-iam`; `null` where it is not known.
    from: Option<String>,
    goals: Vec<CourseLine<'a>>,
    finishes: Vec<CourseLine<'a>>,
    /// Else logins may be missing among `finishes`.
    logins_read: bool,
}

/// A goal, or an old way that could go.
#[derive(Serialize)]
struct CourseLine<'a> {
    /// `proxy`, `standard-iam`, `end-to-end-iam`, `close-direct` or `end-login`.
    to: &'static str,
    /// The new user, or the old one.
    user: Option<&'a str>,
    /// It is there already.
    is_there: bool,
    /// How many changes it takes; `null` where something is in the way.
    changes: Option<usize>,
    in_the_way: Vec<&'a str>,
}

impl<'a> MigrationDocument<'a> {
    fn new(moves: &'a Moves, proxy: &'a str, function: Option<&'a str>) -> Self {
        let from = match moves.from {
            OldWay::Direct => Some("direct".to_owned()),
            OldWay::Login(mode) => serde_json::to_value(mode).ok().and_then(|mode| Some(mode.as_str()?.to_owned())),
            OldWay::Unknown => None,
        };
        let lines = |all: &'a [Course]| all.iter().map(|course| CourseLine::new(moves.from, course)).collect();
        Self {
            schema: "rds-proxy-wizard/migrations/v1",
            proxy,
            function,
            from,
            goals: lines(&moves.goals),
            finishes: lines(&moves.finishes),
            logins_read: moves.logins_read,
        }
    }
}

impl<'a> CourseLine<'a> {
    fn new(from: OldWay, course: &'a Course) -> Self {
        let (to, user) = match &course.wish {
            Migration::ThroughProxy => ("proxy", None),
            Migration::Login { login: NewLogin::StandardIam, user } => ("standard-iam", Some(user.as_str())),
            Migration::Login { login: NewLogin::EndToEndIam, user } => ("end-to-end-iam", Some(user.as_str())),
            Migration::CloseDirect => ("close-direct", None),
            Migration::EndLogin { old } => ("end-login", Some(old.as_str())),
        };
        let in_the_way = match &course.planned {
            Err(conflicts) if !from.is_at(&course.wish) => conflicts.iter().map(|found| found.title.as_str()).collect(),
            _ => Vec::new(),
        };
        Self {
            to,
            user,
            is_there: from.is_at(&course.wish),
            changes: course.planned.as_ref().ok().map(|plan| plan.changes().count()),
            in_the_way,
        }
    }
}
