//! A temporary function before it is made: what it will be, what it will be asked, what could stop it.

use super::target::{ChosenTarget, NoTarget, target};
use super::{probe_name, through};
use crate::cloud::Connection;
use crate::discover;
use crate::domain::observed::Observed;
use crate::plan::preflight::{self, Check, CheckVerdict};
use crate::plan::{self, Plan};
use crate::probe::inside::{LogInWith, SOURCE};
use crate::probe::{Attempt, ProbeTarget};

/// A temporary function that can be made.
#[derive(Debug, Clone)]
pub struct Planned {
    /// What is made; all of it is taken back.
    pub plan: Plan,
    /// What could stop it, worst first.
    pub checks: Vec<Check>,
    /// The function whose place it takes.
    pub like: String,
    /// Its own name.
    pub name: String,
    /// Where it connects to.
    pub target: ProbeTarget,
    /// How it logs in.
    pub login: LogInWith,
    /// PEM text, where the public roots do not do.
    pub ca: Option<String>,
}

impl Planned {
    /// From what was read of a proxy and a function. Asks whether the caller may; changes nothing.
    ///
    /// # Errors
    /// Where it is not known what to connect to, or which function's place to take.
    pub async fn new(
        connection: &Connection,
        observed: &mut Observed,
        wanted: &ChosenTarget,
        ca: Option<String>,
    ) -> Result<Self, NoTarget> {
        let (target, login) = target(observed, wanted)?;
        Self::to(connection, observed, target, login, ca).await
    }

    /// The same to another place than the proxy.
    ///
    /// # Errors
    /// Where it is not known which function's place to take.
    pub async fn to(
        connection: &Connection,
        observed: &mut Observed,
        target: ProbeTarget,
        login: LogInWith,
        ca: Option<String>,
    ) -> Result<Self, NoTarget> {
        let like = observed.function.present().map(|function| function.name.clone()).ok_or(NoTarget::NoFunction)?;
        let name = probe_name(connection.clock.now());
        let plan = plan::probe(observed, &name, SOURCE).ok_or(NoTarget::NoFunction)?;
        observed.permissions = discover::permissions(connection.reader(), &preflight::asked(&plan)).await;
        let checks = preflight::of_repair(observed, &plan);
        Ok(Self { plan, checks, like, name, target, login, ca })
    }

    /// A check says that it would fail.
    pub fn would_fail(&self) -> bool {
        self.checks.iter().any(|check| check.verdict == CheckVerdict::Error)
    }

    /// Asks the function, which has been made by now.
    ///
    /// # Errors
    /// Where it could not be asked or did not answer.
    pub async fn ask(&self, connection: &Connection) -> Result<Attempt, super::Unproven> {
        through(connection.writer.as_ref(), &self.name, &self.target, &self.login, self.ca.as_deref()).await
    }
}
