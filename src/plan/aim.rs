//! What a plan is for.

use serde::{Deserialize, Serialize};

use super::{Action, Plan, Step};
use crate::domain::account::Account;
use crate::domain::observed::Observed;
use crate::domain::output::Outputs;
use crate::domain::proxy_at::ProxyAt;
use crate::domain::setup::Setup;
use crate::domain::{PROGRAM, TAG_MADE_BY, TAG_SETUP, Tags};

/// What a plan is for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Aim {
    /// A path is made as designed: account, names, tags, reasons and cost.
    #[serde(rename = "setup")]
    SetUp(Box<Setup>),
    /// A path that is there is mended or watched.
    #[serde(rename = "repair")]
    Repair(AsFound),
    /// Something is made for a moment, to look at a path from inside its VPC.
    #[serde(rename = "probe")]
    Probe(AsFound),
}

/// Which path a plan works on that it did not design.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AsFound {
    /// Whose it is.
    pub account: Account,
    /// The proxy's name.
    pub proxy: String,
    /// ARN of the function, where one was asked about and is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub function: Option<String>,
}

impl AsFound {
    /// From what was read of it.
    pub fn new(observed: &Observed) -> Self {
        Self {
            account: observed.account.clone(),
            proxy: observed.proxy.present().map(|proxy| proxy.name.clone()).unwrap_or_default(),
            function: observed.function.present().map(|function| function.arn.clone()),
        }
    }

    /// Which proxy of all accounts and regions it is.
    pub fn at(&self) -> ProxyAt {
        ProxyAt::new(&self.account.id, &self.account.region, &self.proxy)
    }

    pub(super) fn tags(&self) -> Tags {
        Tags::from([(TAG_MADE_BY.to_owned(), PROGRAM.to_owned()), (TAG_SETUP.to_owned(), self.proxy.clone())])
    }
}

/// A plan in a file. Earlier versions wrote a setup into every plan, and told a probe by a mark and a
/// repair by its lack of a target.
#[derive(Deserialize)]
pub(super) struct Written {
    #[serde(flatten)]
    aim: Aim,
    steps: Vec<Step>,
    known: Outputs,
    #[serde(default)]
    temporary: bool,
}

impl From<Written> for Plan {
    fn from(written: Written) -> Self {
        let Written { aim, steps, known, temporary } = written;
        let registers = steps.iter().any(|step| matches!(step.action, Action::RegisterTarget(_)));
        let aim = match aim {
            Aim::SetUp(setup) if temporary => Aim::Probe(as_found(*setup)),
            Aim::SetUp(setup) if !registers => Aim::Repair(as_found(*setup)),
            aim => aim,
        };
        Self { aim, steps, known }
    }
}

fn as_found(setup: Setup) -> AsFound {
    let function = setup.access.function_arn;
    AsFound { account: setup.account, proxy: setup.name, function: (!function.is_empty()).then_some(function) }
}
