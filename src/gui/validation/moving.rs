//! A migration in the window: who else comes by an old way, and the plan that was asked for.

use crate::domain::function::Function;
use crate::gui::fetched::{Fetched, Generation};
use crate::migration::Migrating;
use crate::plan::{Conflict, Migration};
use crate::report::Report;

/// What was asked of the account for migrations.
#[derive(Default)]
pub struct Moving {
    /// The functions of account and region, and what their aliases call.
    pub callers: Fetched<Vec<Function>, Report>,
    /// The plan that was asked for last.
    pub asked: Option<Migration>,
    /// What stood in its way; empty where nothing did.
    pub refused: Fetched<Vec<Conflict>, Report>,
    /// To be reviewed with the next command.
    pub(super) planned: Option<Box<Migrating>>,
}

impl Moving {
    /// The account is another one, or has changed.
    pub fn forget(&mut self) {
        self.callers.clear();
        self.refused.clear();
        (self.asked, self.planned) = (None, None);
    }

    /// Takes a plan in; true where there is one to be reviewed.
    pub(super) fn receive(
        &mut self,
        generation: Generation,
        planned: Result<Result<Migrating, Vec<Conflict>>, Report>,
        now: std::time::Instant,
    ) -> bool {
        if !self.refused.is_current(generation) {
            return false;
        }
        let refused = match planned {
            Ok(Ok(migrating)) => {
                self.planned = Some(Box::new(migrating));
                Ok(Vec::new())
            }
            Ok(Err(conflicts)) => Ok(conflicts),
            Err(report) => Err(report),
        };
        self.refused.answer(generation, refused, now);
        self.planned.is_some()
    }
}
