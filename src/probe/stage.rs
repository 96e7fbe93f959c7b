//! The stages of a connection and what each came to: the values a front end renders.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::time::Duration;

use super::certificate::Certificate;
use super::fact::Learnt;
use super::target::ProbeTarget;
use crate::domain::outside::one_line;
use crate::text::t;

/// One step of a connection, in the order in which they are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// The host's name to addresses.
    Resolve,
    /// A TCP connection to one of them.
    Tcp,
    /// TLS in the database's own protocol, with chain and host name checked.
    Tls,
    /// An IAM token signed for the endpoint; or, with a password, the password made ready.
    Token,
    /// The login.
    Login,
    /// `SELECT 1`: the first moment at which a proxy needs a database connection.
    Query,
}

impl Stage {
    /// All of them, in order.
    pub const ALL: [Self; 6] = [Self::Resolve, Self::Tcp, Self::Tls, Self::Token, Self::Login, Self::Query];

    /// The longest this stage may take. All together: 55 s.
    pub fn limit(self) -> Duration {
        Duration::from_secs(match self {
            Self::Resolve | Self::Tcp | Self::Tls => 5,
            // Credentials may come from a slow `credential_process` or an SSO refresh.
            Self::Token => 15,
            Self::Login => 10,
            // A proxy holds the query back while it waits for a free database connection.
            Self::Query => 15,
        })
    }

    /// The stage's name in a list.
    pub fn title(self) -> &'static str {
        match self {
            Self::Resolve => t!("stage-resolve"),
            Self::Tcp => "TCP",
            Self::Tls => "TLS",
            Self::Token => t!("stage-credential"),
            Self::Login => t!("stage-login"),
            Self::Query => "SELECT 1",
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.title())
    }
}

/// What a stage, or the whole attempt, came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StageVerdict {
    /// It worked.
    Passed,
    /// Something is wrong and can be put right.
    Failed,
    /// There is no way there from this machine: for a proxy the normal answer, and no fault.
    NotReachable,
    /// An earlier stage did not pass.
    NotTried,
}

/// One stage's result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StageOutcome {
    /// Which stage.
    pub stage: Stage,
    /// What it came to.
    pub verdict: StageVerdict,
    /// How long it took, in milliseconds.
    pub elapsed_ms: u64,
    /// What was learnt: addresses, TLS version and certificate, what the token is for.
    pub fact: Option<String>,
    /// The same in the few words that a column has room for.
    #[serde(skip)]
    pub(super) brief: Option<String>,
    /// The error as it came, with its causes.
    pub error: Option<String>,
    /// What that error means here, in whole sentences.
    pub means: Option<String>,
    /// The next act, in whole sentences.
    pub next: Option<String>,
    /// Command lines that belong to the next act, ready to copy.
    pub commands: Vec<String>,
}

impl StageOutcome {
    pub(super) fn passed(stage: Stage, elapsed: Duration, learnt: Learnt) -> Self {
        Self {
            verdict: StageVerdict::Passed,
            elapsed_ms: milliseconds(elapsed),
            // A server says its version and a certificate its names.
            fact: Some(one_line(&learnt.words).into_owned()),
            brief: Some(one_line(&learnt.brief).into_owned()),
            ..Self::not_tried(stage)
        }
    }

    /// What was learnt, in the few words that a column has room for.
    pub fn brief(&self) -> Option<String> {
        self.brief.clone()
    }

    pub(super) fn not_tried(stage: Stage) -> Self {
        Self {
            stage,
            verdict: StageVerdict::NotTried,
            elapsed_ms: 0,
            fact: None,
            brief: None,
            error: None,
            means: None,
            next: None,
            commands: Vec::new(),
        }
    }
}

pub(super) fn milliseconds(elapsed: Duration) -> u64 {
    u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX)
}

/// What happens while an attempt runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum StageEvent {
    /// A stage is under way.
    Began {
        /// Which stage.
        stage: Stage,
    },
    /// A stage is over, or will not be tried.
    Ended(StageOutcome),
}

/// A whole attempt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attempt {
    /// What was connected to.
    pub target: ProbeTarget,
    /// [`StageVerdict::Passed`] when all stages passed, else that of the first that did not.
    pub verdict: StageVerdict,
    /// What the server showed and was believed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certificate: Option<Certificate>,
    /// All six stages, in order.
    pub stages: Vec<StageOutcome>,
}

impl Attempt {
    /// Of stages in their order; those that are missing were not tried.
    pub(super) fn of_stages(target: ProbeTarget, mut stages: Vec<StageOutcome>) -> Self {
        stages.extend(Stage::ALL.into_iter().skip(stages.len()).map(StageOutcome::not_tried));
        let unpassed = stages.iter().map(|outcome| outcome.verdict).find(|verdict| *verdict != StageVerdict::Passed);
        Self { target, verdict: unpassed.unwrap_or(StageVerdict::Passed), certificate: None, stages }
    }

    /// The stage at which it ended early, if it did.
    pub fn stopped_at(&self) -> Option<&StageOutcome> {
        self.stages.iter().find(|outcome| outcome.verdict != StageVerdict::Passed)
    }
}
