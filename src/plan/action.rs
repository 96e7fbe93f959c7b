//! What every action can do: describe itself, run, settle, undo, settle the undoing.
//!
//! The engine in [`crate::apply`] drives them like this: `run` once (again after
//! `ErrorKind::NotYet`), then `settled` until it is [`Settled::Ready`], pausing as
//! [`Patience`] says. A receipt entry is written before `run` and after each of these.
//!
//! `run` is safe to repeat after a crash: with [`Context::again`] set, a thing that already
//! exists and carries this run's tag (or, for things without tags, exactly this content) is
//! taken over as made; without it, something that appeared since the plan was made is an error.
//!
//! `undo` looks before it touches: what is gone is [`Undone::AlreadyGone`], what somebody else
//! made or changed since is [`Undone::Kept`].

use async_trait::async_trait;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};

use super::describe::{Description, Leftover};
use crate::cloud::{CloudError, CloudResult, ErrorKind, Writer};
use crate::domain::account::Account;
use crate::domain::output::{Output, Outputs};
use crate::domain::setup::Setup;
use crate::domain::{TAG_RUN, Tags};
use crate::text::t;

/// What an action is given to work with.
pub struct Context<'a> {
    /// The account's calls.
    pub cloud: &'a dyn Writer,
    /// Whose they are.
    pub account: &'a Account,
    /// Known so far, from earlier steps.
    pub outputs: &'a Outputs,
    /// Tags for everything made, this run's among them.
    pub tags: &'a Tags,
    /// The typed password; only creating a secret with one needs it.
    pub password: Option<&'a SecretString>,
    /// The step was begun before and its end is unknown.
    pub again: bool,
}

impl Context<'_> {
    /// A text with its tokens filled in.
    pub fn fill(&self, text: &str) -> CloudResult<String> {
        Ok(self.outputs.fill(text)?)
    }

    /// Texts with their tokens filled in.
    pub fn fill_all(&self, texts: &[String]) -> CloudResult<Vec<String>> {
        Ok(self.outputs.fill_all(texts)?)
    }

    /// Whether a thing with these tags was made by this run.
    pub fn made_by_this_run(&self, tags: &Tags) -> bool {
        self.tags.get(TAG_RUN).is_some_and(|run| tags.get(TAG_RUN) == Some(run))
    }
}

/// What running an action brought.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Done {
    /// Names that AWS gave.
    pub outputs: Vec<(Output, String)>,
    /// What undo needs to know beyond the action itself: a rule's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Done {
    /// Done, and one name is known now.
    pub fn with(output: Output, value: impl Into<String>) -> Self {
        Self { outputs: vec![(output, value.into())], note: None }
    }
}

/// Whether the effect has arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settled {
    /// It has.
    Ready {
        /// Names that are known only now, such as the proxy's endpoint.
        outputs: Vec<(Output, String)>,
        /// Something worth saying although it is done: `the target is AUTH_FAILURE`.
        remark: Option<String>,
    },
    /// Not yet: the state in AWS's own word, and what is being waited for.
    Waiting {
        /// `creating`.
        state: String,
        /// `AWS is starting proxy hosts`.
        what: String,
    },
}

impl Settled {
    /// Arrived, nothing more to say.
    pub fn ready() -> Self {
        Self::Ready { outputs: Vec::new(), remark: None }
    }
}

/// What became of an undone step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "undone")]
pub enum Undone {
    /// What was made is gone.
    Removed,
    /// The previous value is back.
    Restored,
    /// There was nothing left to undo.
    AlreadyGone,
    /// Somebody changed it since; it is left alone.
    Kept {
        /// Who or what is in the way, as a sentence.
        why: String,
    },
}

/// What happens when a step has not settled in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtLimit {
    /// The step has failed; the receipt says where it stands.
    Fail,
    /// The step counts as done, with the state as its remark: the check will say more.
    Done,
}

/// How long a step usually takes and how the engine waits for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// Seconds it usually takes.
    pub usual_secs: u64,
    /// The longer end of the usual time.
    pub usual_max_secs: u64,
    /// Seconds after which waiting ends.
    pub limit_secs: u64,
    /// Seconds between two questions.
    pub poll_secs: u64,
    /// What then.
    pub at_limit: AtLimit,
}

impl Patience {
    /// A call whose effect is there when it returns.
    pub const CALL: Self =
        Self { usual_secs: 1, usual_max_secs: 3, limit_secs: 120, poll_secs: 2, at_limit: AtLimit::Fail };

    /// A wait of minutes.
    pub const fn minutes(usual: u64, usual_max: u64, limit: u64, poll_secs: u64) -> Self {
        Self {
            usual_secs: usual * 60,
            usual_max_secs: usual_max * 60,
            limit_secs: limit * 60,
            poll_secs,
            at_limit: AtLimit::Fail,
        }
    }
}

/// What each action's file implements; [`super::Action`] calls it.
#[async_trait]
pub(super) trait Act: Send + Sync {
    /// The action in words, as if it were to be done.
    fn describe(&self, setup: &Setup) -> Description;

    /// IAM actions on resources that the caller needs for it.
    fn needed(&self, account: &Account) -> Vec<(String, String)>;

    /// Outputs that it brings to light.
    fn brings(&self) -> Vec<Output> {
        Vec::new()
    }

    /// How long running and settling takes.
    fn patience(&self) -> Patience {
        Patience::CALL
    }

    /// How long undoing may take, the wait for others to let go included.
    fn undo_patience(&self) -> Patience {
        Patience::CALL
    }

    /// Makes the change.
    async fn run(&self, context: &Context<'_>) -> CloudResult<Done>;

    /// Looks whether the effect has arrived.
    async fn settled(&self, _context: &Context<'_>) -> CloudResult<Settled> {
        Ok(Settled::ready())
    }

    /// Takes the change back. `done` is absent when the run's end is unknown.
    async fn undo(&self, context: &Context<'_>, done: Option<&Done>) -> CloudResult<Undone>;

    /// Looks whether the undoing has arrived.
    async fn undo_settled(&self, _context: &Context<'_>) -> CloudResult<Settled> {
        Ok(Settled::ready())
    }

    /// Where to look and what to type when undo could not take it back.
    fn leftover(&self, account: &Account, outputs: &Outputs, why: String) -> Leftover;
}

/// The account is not as the plan found it.
pub(super) fn moved_on(operation: &str, resource: &str, what: impl Into<String>) -> CloudError {
    CloudError::new(ErrorKind::Changed, operation, what).on(resource)
}

/// Why something of our name that others made is left alone.
pub(super) fn not_ours() -> Undone {
    Undone::Kept { why: t!("undo-kept-not-ours").to_owned() }
}
