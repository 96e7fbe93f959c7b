//! A run in words, from its receipt alone: how it ended, how far it is, and what continuing or
//! undoing it would do.

use super::unsettled::NotYet;
use crate::apply::{At, Receipt, Standing};
use crate::text::{sentences, t};

/// What is said of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunWords {
    /// How it stands, as a head.
    pub title: String,
    /// What that means, as a sentence or two.
    pub sentence: String,
    /// How it stands, in a few words beside its name.
    pub badge: String,
    /// `6 of 11`
    pub progress: String,
    /// What was done to so many: `done`, `taken back`.
    pub progress_of: &'static str,
}

impl RunWords {
    /// Of a run as its receipt has it; `working` while somebody carries it out.
    pub fn new(receipt: &Receipt, working: bool) -> Self {
        let standing = Standing::count(receipt);
        let (done, all) = standing.progress();
        let progress = t!("run-progress", done = done, all = all);
        let undoing = matches!(standing.at, At::Undoing | At::LeftBehind | At::Undone);
        let progress_of = if undoing { t!("run-progress-undone") } else { t!("run-progress-done") };
        let (title, sentence) = if working { working_head(undoing) } else { head(receipt, &standing) };
        let badge = if working { format!("{progress} {progress_of}") } else { badge(receipt, &standing) };
        Self { title, sentence, badge, progress, progress_of }
    }
}

fn working_head(undoing: bool) -> (String, String) {
    let (title, sentence) = if undoing {
        (t!("run-undoing"), t!("run-undoing-sentence"))
    } else {
        (t!("run-applying"), t!("run-applying-sentence"))
    };
    (title.to_owned(), sentence.to_owned())
}

fn head(receipt: &Receipt, standing: &Standing) -> (String, String) {
    let Standing { all, done, failed, .. } = *standing;
    match standing.at {
        _ if is_to_be_removed(receipt, standing) => {
            (t!("run-probe-left").to_owned(), t!("run-probe-left-sentence").to_owned())
        }
        At::NotBegun => (t!("run-could-not").to_owned(), t!("run-could-not-sentence").to_owned()),
        At::NothingToDo => (t!("run-nothing").to_owned(), t!("run-nothing-sentence").to_owned()),
        At::Finished if receipt.plan.setup().is_none() => {
            (t!("run-repaired", count = done), t!("run-repaired-sentence").into())
        }
        At::Finished => (t!("run-finished").to_owned(), t!("run-finished-sentence", count = done)),
        At::NotWorking => {
            let not_yet: Vec<NotYet> = NotYet::all(receipt);
            let title = match not_yet.as_slice() {
                [one] => one.title.clone(),
                more => t!("run-not-working", count = more.len()),
            };
            let what: Vec<&str> = not_yet.iter().map(|not_yet| not_yet.sentence.as_str()).collect();
            (title, sentences([t!("run-made-sentence", count = done)].iter().map(String::as_str).chain(what)))
        }
        At::Stopped => (t!("run-stopped-title", done = done, all = all), what_is_left(standing)),
        At::Applying => (t!("run-cut-off", done = done, all = all), what_is_left(standing)),
        At::Failed if standing.signed_out => (t!("run-signed-out", done = done, all = all), what_is_left(standing)),
        At::Failed => (t!("run-failed", failed = failed, done = done, all = all), what_is_left(standing)),
        At::Undoing => {
            let (back, begun) = standing.progress();
            let left = t!("run-undo-left", count = standing.to_undo);
            let left = if standing.signed_out { sentences([t!("run-sign-in"), left.as_str()]) } else { left };
            (t!("run-undo-stopped", done = back, all = begun), left)
        }
        At::LeftBehind => (t!("run-left-behind", count = standing.to_undo), t!("run-left-behind-sentence").to_owned()),
        At::Undone => (t!("run-undone").to_owned(), undone(standing)),
    }
}

/// It served for a moment, and its run was cut off before it was taken back.
fn is_to_be_removed(receipt: &Receipt, standing: &Standing) -> bool {
    receipt.plan.is_temporary()
        && matches!(standing.at, At::Applying | At::Stopped | At::Failed | At::NotWorking | At::Finished)
        && standing.to_undo > 0
}

/// What waits to be done, and whether something is half done.
fn what_is_left(standing: &Standing) -> String {
    let unbegun = standing.left.saturating_sub(standing.failed + standing.cut_off);
    let mut said = Vec::new();
    if standing.signed_out {
        said.push(t!("run-sign-in").to_owned());
    }
    if standing.cut_off > 0 {
        said.push(t!("run-cut-off-steps", count = standing.cut_off));
    }
    if unbegun > 0 {
        said.push(t!("run-not-begun", count = unbegun));
    }
    said.push(t!("run-kept", count = standing.done));
    sentences(said)
}

fn undone(standing: &Standing) -> String {
    match (standing.removed, standing.restored) {
        (0, 0) => t!("run-undone-nothing").to_owned(),
        (removed, 0) => t!("run-undone-removed", removed = removed),
        (0, restored) => t!("run-undone-restored", restored = restored),
        (removed, restored) => t!("run-undone-both", removed = removed, restored = restored),
    }
}

fn badge(receipt: &Receipt, standing: &Standing) -> String {
    let Standing { all, done, failed, .. } = *standing;
    match standing.at {
        _ if is_to_be_removed(receipt, standing) => t!("run-badge-probe-left").to_owned(),
        At::NotBegun => t!("run-badge-not-begun").to_owned(),
        At::NothingToDo => t!("run-badge-nothing").to_owned(),
        At::Finished => t!("run-badge-done", done = done, all = all),
        At::NotWorking => match NotYet::all(receipt).as_slice() {
            [one] => one.badge.clone(),
            more => t!("run-badge-not-working", count = more.len()),
        },
        At::Stopped => t!("run-badge-stopped", done = done, all = all),
        At::Applying => t!("run-badge-cut-off", done = done, all = all),
        At::Failed => t!("run-badge-failed", failed = failed, done = done, all = all),
        At::Undoing => {
            let (back, begun) = standing.progress();
            t!("run-badge-undoing", done = back, all = begun)
        }
        At::LeftBehind => t!("run-badge-left", count = standing.to_undo),
        At::Undone => t!("run-badge-undone").to_owned(),
    }
}

/// A confirmation: the question, what yes does, and the words of yes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmation {
    /// The question, with its object.
    pub question: String,
    /// What happens on yes.
    pub text: String,
    /// Verb and object.
    pub yes: String,
}

/// The question before a run is undone.
pub fn ask_to_undo(receipt: &Receipt, account: &str) -> Confirmation {
    let Standing { to_undo, uncertain, .. } = Standing::count(receipt);
    let mut text = t!("run-undo-text", count = to_undo, account = account);
    if uncertain > 0 {
        text = format!("{text} {}", t!("run-undo-uncertain", count = uncertain, all = to_undo));
    }
    Confirmation {
        question: t!("run-undo-question", count = to_undo, name = receipt.name()),
        text,
        yes: t!("run-undo-yes", count = to_undo),
    }
}

/// The question before a run is continued.
pub fn ask_to_resume(receipt: &Receipt, account: &str) -> Confirmation {
    let Standing { at, done, left, .. } = Standing::count(receipt);
    let name = receipt.name();
    if at == At::NotWorking {
        let count = NotYet::all(receipt).len();
        return Confirmation {
            question: t!("run-wait-question", name = name),
            text: t!("run-wait-text", count = count, account = account),
            yes: t!("run-wait-yes").to_owned(),
        };
    }
    Confirmation {
        question: t!("run-resume-question", name = name, count = left),
        text: t!("run-resume-text", done = done, left = left, account = account),
        yes: t!("run-resume-yes", count = left),
    }
}
