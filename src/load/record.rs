//! A load that has ended, as it is kept: facts only, no answer of the function and no payload.

use serde::{Deserialize, Serialize};

use super::beside::Beside;
use super::call::LoadCall;
use super::limits::Limits;
use super::plan::Plan;
use super::run::Ran;
use super::summary::Summary;
use super::traced::Traced;
use crate::cloud::CloudError;
use crate::domain::account::Account;
use crate::domain::observed::Part;

/// The form of a record; raised when older programs could not read it.
pub const VERSION: u32 = 1;

/// One load.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    pub version: u32,
    /// What its files are called.
    pub name: String,
    pub account: Account,
    /// Seconds since 1970-01-01 UTC, in the account's time.
    pub started_at: u64,
    pub plan: Plan,
    pub limits: Limits,
    pub calls: Vec<LoadCall>,
    /// Calls that had not answered when it ended.
    pub not_awaited: u32,
    pub ended: Ended,
    /// When a failover was set off, milliseconds since the beginning; in the practice account only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failover_ms: Option<u64>,
    /// What CloudWatch recorded meanwhile.
    #[serde(default)]
    pub beside: Beside,
    /// What X-Ray kept of its calls; absent where tracing is off.
    #[serde(default)]
    pub traced: Part<Traced>,
}

/// How a load ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ended {
    /// As planned.
    Finished,
    /// Somebody stopped it.
    Stopped,
    /// No further call could have succeeded.
    GaveUp(CloudError),
}

impl Record {
    /// Of a load that began then; CloudWatch has not been asked yet.
    pub fn new(account: &Account, started_at: u64, plan: Plan, limits: Limits, ran: Ran) -> Self {
        Self {
            version: VERSION,
            name: name(&plan, started_at),
            account: account.clone(),
            started_at,
            plan,
            limits,
            calls: ran.calls,
            not_awaited: ran.not_awaited,
            ended: ran.ended,
            failover_ms: None,
            beside: Beside::default(),
            traced: Part::NotAsked,
        }
    }

    pub fn summary(&self) -> Summary {
        Summary::new(&self.calls)
    }
}

/// `orders-api-20261120-090000`: a file's name, whatever the function is called.
fn name(plan: &Plan, started_at: u64) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() || "-_".contains(c) { c } else { '-' };
    let function: String = plan.function.chars().map(safe).take(64).collect();
    let at = i64::try_from(started_at).ok().and_then(|at| time::OffsetDateTime::from_unix_timestamp(at).ok());
    let format = time::macros::format_description!("[year][month][day]-[hour][minute][second]");
    let at = at.and_then(|at| at.format(format).ok()).unwrap_or_else(|| started_at.to_string());
    format!("{function}-{at}")
}
