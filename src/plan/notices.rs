//! Everything that design, plan and preflight noticed, as one list: what the window and the CLI show
//! under "Good to know". Pure.

use serde::Serialize;

use super::preflight::{Check, CheckVerdict};
use crate::domain::setup::{Note, NoteLevel, Page, Setup};

/// How much a notice matters, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// The plan would fail.
    Error,
    /// It will work, but.
    Warning,
    /// Could not be decided.
    Unknown,
    /// Worth knowing.
    Note,
}

/// Something that a person should know before anything is changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// How much it matters.
    pub weight: Weight,
    /// The check that says it, by its stable name; none where the design does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check: Option<String>,
    /// A short sentence without a final period, names in backticks.
    pub title: String,
    /// What follows from it; may have several lines, or none.
    pub text: String,
    /// The page where it can be changed.
    pub page: Option<Page>,
    /// The permission that would decide what is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permission: Option<String>,
}

impl Notice {
    /// It is to be acknowledged before Apply.
    pub fn is_to_be_read(&self) -> bool {
        matches!(self.weight, Weight::Error | Weight::Warning)
    }

    fn of_note(note: &Note) -> Self {
        Self {
            weight: match note.level {
                NoteLevel::Warning => Weight::Warning,
                NoteLevel::Note => Weight::Note,
            },
            check: None,
            title: note.title.to_string(),
            text: note.text.to_string(),
            page: Some(note.page),
            permission: None,
        }
    }

    /// None for a check that passed.
    fn of_check(check: &Check) -> Option<Self> {
        let (weight, permission) = match &check.verdict {
            CheckVerdict::Error => (Weight::Error, None),
            CheckVerdict::Warning => (Weight::Warning, None),
            CheckVerdict::Unknown { permission } => (Weight::Unknown, permission.clone()),
            CheckVerdict::Passed => return None,
        };
        Some(Self {
            weight,
            check: Some(check.id.clone()),
            title: check.title.clone(),
            text: check.detail.clone(),
            page: check.page,
            permission,
        })
    }
}

/// What the setup's notes and the checks say, the worst first. What a note and a check say in the same
/// words is said once, by the check, which knows the way out.
pub fn notices<'a>(setup: &Setup, checks: impl IntoIterator<Item = &'a Check>) -> Vec<Notice> {
    let mut notices: Vec<Notice> = checks.into_iter().filter_map(Notice::of_check).collect();
    for note in &setup.notes {
        if !notices.iter().any(|said| said.title == note.title.to_string()) {
            notices.push(Notice::of_note(note));
        }
    }
    notices.sort_by_key(|notice| notice.weight);
    notices
}

/// What the checks of a plan say that sets nothing up, the worst first.
pub fn notices_of_checks<'a>(checks: impl IntoIterator<Item = &'a Check>) -> Vec<Notice> {
    let mut notices: Vec<Notice> = checks.into_iter().filter_map(Notice::of_check).collect();
    notices.sort_by_key(|notice| notice.weight);
    notices
}
