//! A migration in words, for the window and the command line alike.

use crate::domain::proxy::AuthMode;
use crate::plan::{Conflict, Course, Migration, NewLogin, OldWay, Plan, Switchover, Turn};
use crate::text::{series, t};

/// Where the function stands, as a title.
pub fn stands(from: OldWay, function: Option<&str>, proxy: &str) -> String {
    let Some(function) = function else { return t!("migrate-title-no-function", proxy = proxy) };
    match from {
        OldWay::Direct => t!("migrate-title-direct", function = function),
        OldWay::Login(AuthMode::Password) => t!("migrate-title-password", function = function),
        OldWay::Login(AuthMode::StandardIam) => t!("migrate-title-standard-iam", function = function),
        OldWay::Login(AuthMode::EndToEndIam) => t!("migrate-title-end-to-end-iam", function = function),
        OldWay::Unknown => t!("migrate-title-unknown", function = function),
    }
}

/// Where the function stands, in a word or two.
pub fn way_word(from: OldWay) -> String {
    match from {
        OldWay::Direct => t!("migrate-way-direct").to_owned(),
        OldWay::Login(mode) => mode.title().to_owned(),
        OldWay::Unknown => t!("migrate-way-unknown").to_owned(),
    }
}

/// The goal, or the old way that goes, as a head.
pub fn course_head(wish: &Migration) -> String {
    match wish {
        Migration::ThroughProxy => t!("migrate-goal-proxy").to_owned(),
        Migration::Login { login: NewLogin::StandardIam, .. } => t!("migrate-goal-standard-iam").to_owned(),
        Migration::Login { login: NewLogin::EndToEndIam, .. } => t!("migrate-goal-end-to-end-iam").to_owned(),
        Migration::CloseDirect => t!("migrate-end-direct").to_owned(),
        Migration::EndLogin { old } => t!("migrate-end-login", user = old.as_str()),
    }
}

/// What the first plan of a goal does; nothing for a second one.
pub fn goal_text(wish: &Migration) -> &'static str {
    match wish {
        Migration::ThroughProxy => t!("migrate-goal-proxy-text"),
        Migration::Login { login: NewLogin::StandardIam, .. } => t!("migrate-goal-standard-iam-text"),
        Migration::Login { login: NewLogin::EndToEndIam, .. } => t!("migrate-goal-end-to-end-iam-text"),
        Migration::CloseDirect | Migration::EndLogin { .. } => "",
    }
}

/// How a course stands: it is there, it may be taken, or what is in the way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CourseState<'a> {
    Here,
    Nothing,
    May(&'a Plan),
    Blocked(&'a [Conflict]),
}

impl<'a> CourseState<'a> {
    pub fn new(from: OldWay, course: &'a Course) -> Self {
        match &course.planned {
            _ if from.is_at(&course.wish) => Self::Here,
            Ok(plan) if plan.is_empty() => Self::Nothing,
            Ok(plan) => Self::May(plan),
            Err(conflicts) => Self::Blocked(conflicts),
        }
    }

    /// In a line each; of a second plan, what it takes away and that nobody is left.
    pub fn lines(self, wish: &Migration) -> Vec<String> {
        match self {
            Self::Here => vec![t!("migrate-here").to_owned()],
            Self::Nothing => vec![t!("migrate-nothing").to_owned()],
            Self::May(plan) if wish.ends_old_way() => {
                let titles: Vec<String> = plan.changes().map(|step| plan.describe(step).title).collect();
                vec![t!("migrate-takes", what = series(titles)), t!("migrate-nobody").to_owned()]
            }
            Self::May(plan) => vec![t!("migrate-may", count = plan.changes().count())],
            Self::Blocked(conflicts) => conflicts
                .iter()
                .map(|conflict| t!("head-and-text", head = conflict.title.as_str(), text = conflict.cure.as_str()))
                .collect(),
        }
    }
}

/// Whether it is a step's turn, in a word.
pub fn turn_word(turn: Turn) -> &'static str {
    match turn {
        Turn::Done => t!("switchover-done"),
        Turn::Now => t!("switchover-now"),
        Turn::Later => t!("switchover-later"),
        Turn::Unknown => t!("switchover-unknown"),
    }
}

/// How far a deployment is, in a sentence.
pub fn deployment_words(list: &Switchover) -> String {
    let database = list.database.as_str();
    match &list.deployment {
        Some(found) => t!(
            "switchover-deployment",
            database = database,
            name = found.name.as_str(),
            id = found.id.as_str(),
            status = found.status.as_str()
        ),
        None if list.steps.iter().any(|step| step.turn == Turn::Unknown) => {
            t!("switchover-no-word", database = database)
        }
        None => t!("switchover-no-deployment", database = database),
    }
}
