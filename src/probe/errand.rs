//! What is done over a login beside connecting: statements, then queries for one value each.

use serde::{Deserialize, Serialize};

use super::execute::{NotRun, Opened};
use super::stage::Attempt;
use secrecy::SecretString;

/// Statements to run and queries to ask, in this order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Errand {
    /// Run until one fails. No password is in them.
    pub run: Vec<String>,
    /// Each asks for one value.
    pub ask: Vec<String>,
    /// The password that belongs into the statements, where it is read inside the VPC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password: Option<SecretPassword>,
}

/// A password that a function reads by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SecretPassword {
    /// ARN of the secret.
    pub secret: String,
    /// Who must be in it.
    pub user: String,
    /// What stands in the statements where the password belongs.
    pub place: String,
}

/// What came of an errand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    /// The connection; where it stopped, nothing was run or asked.
    pub attempt: Attempt,
    /// Of each statement up to the first that failed, what the server said against it.
    pub ran: Vec<Option<String>>,
    /// Of each query its value, where there is a row, or what the server said against it.
    pub answers: Vec<Result<Option<String>, String>>,
}

/// The probe's part of it.
#[derive(Debug, Default, Deserialize)]
pub(super) struct ErrandReply {
    #[serde(default)]
    ran: Vec<ToldRun>,
    #[serde(default)]
    answers: Vec<ToldAnswer>,
}

#[derive(Debug, Deserialize)]
struct ToldRun {
    error: Option<String>,
}

#[derive(Debug, Deserialize)]
struct ToldAnswer {
    value: Option<String>,
    error: Option<String>,
}

impl ErrandReply {
    pub(super) fn returned(self, attempt: Attempt) -> Returned {
        let answer = |told: ToldAnswer| told.error.map_or(Ok(told.value), Err);
        Returned {
            attempt,
            ran: self.ran.into_iter().map(|told| told.error).collect(),
            answers: self.answers.into_iter().map(answer).collect(),
        }
    }
}

impl Opened {
    /// Carries it out over this session. `complete` puts the password into a statement.
    pub async fn carry_out(
        &mut self,
        errand: &Errand,
        attempt: Attempt,
        complete: &(dyn Fn(&str) -> SecretString + Sync),
    ) -> Returned {
        let words = |why: NotRun| why.to_string();
        let (mut ran, mut answers) = (Vec::new(), Vec::new());
        for statement in &errand.run {
            let error = self.run(&complete(statement)).await.err().map(words);
            let failed = error.is_some();
            ran.push(error);
            if failed {
                break;
            }
        }
        for query in &errand.ask {
            answers.push(self.ask(query).await.map_err(words));
        }
        Returned { attempt, ran, answers }
    }
}
