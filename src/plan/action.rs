//! What every action can do: describe itself, run, settle, undo, settle the undoing.
//!
//! The engine in [`crate::apply`] drives them like this: `run` once (again after
//! `ErrorKind::NotYet` and the like), then `settled` until it is [`Settled::Ready`], pausing as
//! [`Patience`] says. A receipt entry is written before `run` and after each of these.
//!
//! The engine alone repeats writes, and looks before it does: a write that was sent has happened
//! until the account says otherwise. The AWS adapter sends each write once, because a repeat that
//! nobody sees answers "already exists" for what the lost first one made.
//!
//! `look` tells it what to do: what is there and carries this run's tag (or, for things without
//! tags, exactly this content) is taken over as made. To `run`, which is called only after that,
//! something that appeared since the plan was made is an error.
//!
//! `undo` looks before it touches: what is gone is [`Undone::AlreadyGone`], what somebody else
//! made or changed since is [`Undone::Kept`].

use std::time::Duration;

use async_trait::async_trait;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};

use super::describe::{Description, Leftover};
use crate::cloud::{CloudError, CloudResult, ErrorKind, Writer};
use crate::domain::account::Account;
use crate::domain::output::{Output, Outputs};
use crate::domain::{TAG_RUN, Tags};
use crate::text::{Sentence, said};

/// What an action is given to work with.
pub struct Context<'a> {
    /// The account's calls.
    pub cloud: &'a dyn Writer,
    /// Known so far, from earlier steps.
    pub outputs: &'a Outputs,
    /// Tags for everything made, this run's among them.
    pub tags: &'a Tags,
    /// The typed password; only creating a secret with one needs it.
    pub password: Option<&'a SecretString>,
    /// The same for every repeat of this step in this run, and no other: AWS makes a thing once
    /// per token where a call takes one.
    pub token: &'a str,
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

/// How the account stands to an act, by one look.
#[derive(Debug, Clone, PartialEq)]
pub enum Presence {
    /// Nothing of it is there: the account is as before the act.
    Absent,
    /// What it makes is there.
    There {
        /// What its write would have brought.
        done: Done,
        /// This run's tag is on it. What bears no tag is known by its content.
        ours: bool,
    },
    /// Something else is in its place: it was changed meanwhile.
    Other,
}

impl Presence {
    /// There, and known by its content alone.
    pub fn by_content(there: bool) -> Self {
        if there { Self::There { done: Done::default(), ours: true } } else { Self::Absent }
    }
}

/// Whether the effect has arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settled {
    /// It has.
    Ready {
        /// Names that are known only now, such as the proxy's endpoint.
        outputs: Vec<(Output, String)>,
    },
    /// Waiting does not help: it is made, and works once something else is mended.
    Stuck {
        /// `AUTH_FAILURE`.
        state: String,
    },
    /// Not yet: the state in AWS's own word, and what is being waited for.
    Waiting {
        /// `creating`.
        state: String,
        /// `AWS is starting proxy hosts`.
        what: Sentence,
    },
}

impl Settled {
    /// Arrived, nothing more to say.
    pub fn ready() -> Self {
        Self::Ready { outputs: Vec::new() }
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
        why: Sentence,
        /// It may use what was made before it, which then stays too.
        #[serde(default)]
        in_use: bool,
    },
}

/// Nothing is left to take back. If the thing still changes, an earlier call may have taken it back and its
/// answer was lost; the undoing is over only when the thing has settled.
pub(super) async fn taken_back_before<A: Act + ?Sized>(action: &A, context: &Context<'_>) -> Undone {
    match action.undo_settled(context).await {
        Ok(Settled::Waiting { .. }) => Undone::Restored,
        _ => Undone::AlreadyGone,
    }
}

/// What happens when a step has not settled in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtLimit {
    /// The step has failed; the receipt says where it stands.
    Fail,
    /// It is made and does not work yet: the check will say more.
    Unsettled,
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
    /// Seconds between two questions, once it has taken a while.
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

    /// How long to wait after the question with this number, from 0: what is ready soon is seen soon.
    pub fn pause(&self, question: usize) -> Duration {
        const FIRST_MS: [u64; 9] = [100, 200, 300, 500, 1_000, 2_000, 3_000, 5_000, 10_000];
        let longest = Duration::from_secs(self.poll_secs);
        FIRST_MS.get(question).map_or(longest, |ms| longest.min(Duration::from_millis(*ms)))
    }
}

/// What each action's file implements; [`super::Action`] calls it.
#[async_trait]
pub(super) trait Act: Send + Sync {
    /// The action in words, as if it were to be done.
    fn describe(&self, account: &Account, tags: &Tags) -> Description;

    /// IAM actions on resources that the caller needs for it: for `run` and `settled`.
    fn needed(&self, account: &Account) -> Vec<(String, String)>;

    /// The same for `undo` and `undo_settled`.
    fn needed_to_undo(&self, account: &Account) -> Vec<(String, String)>;

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

    /// Looks how the account stands to it.
    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence>;

    /// AWS's answer to the write names what it made. Where it is empty, any answer with status 200
    /// looks like one, and the account is asked.
    fn answer_is_proof(&self) -> bool {
        true
    }

    /// Makes the change.
    async fn run(&self, context: &Context<'_>) -> CloudResult<Done>;

    /// Looks whether the effect has arrived.
    async fn settled(&self, _context: &Context<'_>) -> CloudResult<Settled> {
        Ok(Settled::ready())
    }

    /// Takes the change back. `done` is absent when the run's end is unknown.
    async fn undo(&self, context: &Context<'_>, done: Option<&Done>) -> CloudResult<Undone>;

    /// Undoing it is nothing of its own: it goes when another step's thing goes.
    fn goes_with_another(&self) -> bool {
        false
    }

    /// Looks whether the undoing has arrived.
    async fn undo_settled(&self, _context: &Context<'_>) -> CloudResult<Settled> {
        Ok(Settled::ready())
    }

    /// Where to look and what to type when undo could not take it back.
    fn leftover(&self, account: &Account, outputs: &Outputs, why: Sentence) -> Leftover;
}

/// The account is not as the plan found it.
pub(super) fn moved_on(operation: &str, resource: &str, what: impl Into<Sentence>) -> CloudError {
    CloudError::new(ErrorKind::Changed, operation, what).on(resource)
}

/// Why something of our name that others made is left alone.
pub(super) fn not_ours() -> Undone {
    Undone::Kept { why: said!("undo-kept-not-ours"), in_use: true }
}
