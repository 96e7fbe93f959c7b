//! An action in words: what the review page, the CLI and an export show of it.

use serde::{Deserialize, Serialize};

use crate::domain::json;
use crate::domain::output::Outputs;
use crate::domain::outside::{lines, one_line};
use crate::text::Sentence;

/// An action in words, complete enough for the review page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Description {
    /// What is made or changed, names in backticks.
    pub title: String,
    /// The API call in IAM form: `iam:CreateRole`.
    pub call: String,
    /// The resource the call names.
    pub resource: String,
    /// The call's input as pretty JSON; secrets as dots, tokens for what is not known yet.
    pub input: String,
    /// Complete `aws …` commands, long ones continued with `\`.
    pub cli: String,
    /// Why it is needed.
    pub why: String,
    /// What is there and what it becomes, line by line.
    pub diff: Vec<DiffLine>,
    /// What undo does, as one sentence.
    pub undo: String,
}

impl Description {
    /// Of a step that is already so: what it would bring is there, what it would take is not.
    pub(super) fn settled(mut self) -> Self {
        self.diff.retain(|line| line.kind != DiffKind::Removed);
        for line in &mut self.diff {
            line.kind = DiffKind::Kept;
        }
        self
    }

    /// Known outputs in the place of their tokens; and as words, which names in it may not break.
    pub(super) fn filled(self, outputs: &Outputs) -> Self {
        let fill = |text: String| one_line(&outputs.fill_known(&text)).into_owned();
        let fill_lines = |text: String| lines(&outputs.fill_known(&text)).into_owned();
        Self {
            title: fill(self.title),
            call: self.call,
            resource: fill(self.resource),
            input: fill_lines(self.input),
            cli: fill_lines(self.cli),
            why: fill(self.why),
            diff: self.diff.into_iter().map(|line| DiffLine { text: fill(line.text), ..line }).collect(),
            undo: fill(self.undo),
        }
    }
}

/// One line of a before-and-after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiffLine {
    /// Whether it stays, comes or goes.
    pub kind: DiffKind,
    /// `tcp 3306 from sg-09f2b1d7`.
    pub text: String,
}

impl DiffLine {
    pub(super) fn kept(text: impl Into<String>) -> Self {
        Self { kind: DiffKind::Kept, text: text.into() }
    }

    pub(super) fn added(text: impl Into<String>) -> Self {
        Self { kind: DiffKind::Added, text: text.into() }
    }

    pub(super) fn removed(text: impl Into<String>) -> Self {
        Self { kind: DiffKind::Removed, text: text.into() }
    }
}

/// What becomes of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DiffKind {
    /// It stays.
    Kept,
    /// It comes.
    Added,
    /// It goes.
    Removed,
}

/// Something left behind by undo, with where to look and how to remove it by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leftover {
    /// What it is, names in backticks.
    pub title: Sentence,
    /// Why it is still there.
    pub why: Sentence,
    /// Its page in the AWS console.
    pub console_url: String,
    /// The commands that take it away.
    pub cli: String,
}

/// A call's input as people read it.
pub(super) fn pretty(input: &serde_json::Value) -> String {
    json::pretty(input)
}

/// What stands for a secret value wherever a call is shown.
pub(super) const DOTS: &str = "••••";
