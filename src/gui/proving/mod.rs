//! Proof from where a function stands: what the window knows of it. Shown by the Connect page of both doors.
//!
//! The function itself is called, or one that takes its place for a moment: reviewed, made, asked, and
//! always removed. Nothing here awaits; `work` starts what does.

mod here;
pub mod work;

use std::path::PathBuf;
use std::time::Instant;

use super::fetched::{Fetched, Generation};
use super::run::Run;
use crate::apply::{Direction, Event, Receipt, Stop, StopAt};
use crate::discover::Existing;
use crate::domain::proxy_at::ProxyAt;
use crate::plan::Leftover;
use crate::probe::Attempt;
use crate::prove::{Called, Deed, Planned, PlannedUser, UserVisit};
use crate::report::Report;

/// What the Connect page asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum ProvingAsk {
    /// Plans a temporary function and puts it up for review; only reads.
    Review,
    /// The same for a visit to the database's user.
    ReviewUser(Deed),
    /// Visits the database's user from this machine.
    VisitUser(Deed),
    /// Back from the review.
    Leave,
    /// Makes what is reviewed, asks it, removes it.
    Go,
    /// Calls the function itself.
    Call,
}

/// What is being done with a temporary function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    Making,
    Asking,
    Removing,
}

/// What a temporary function is to do.
#[derive(Debug, Clone)]
pub enum Reviewed {
    Connect(Box<Planned>),
    User(Box<PlannedUser>),
}

impl Reviewed {
    pub fn planned(&self) -> &Planned {
        match self {
            Self::Connect(planned) => planned,
            Self::User(user) => &user.planned,
        }
    }
}

/// Something of it is still there.
#[derive(Debug, Clone, PartialEq)]
pub struct Left {
    /// The receipt, from which it can be removed.
    pub receipt: PathBuf,
    pub leftovers: Vec<Leftover>,
}

/// What the tasks answer.
pub enum ProvingAnswer {
    Reviewed(Generation, Box<Result<Reviewed, Report>>),
    Entered(Phase, Option<Box<Receipt>>),
    Heard(Event),
    Proven(Generation, Box<Result<Attempt, Report>>),
    Visited(Generation, Box<Result<UserVisit, Report>>),
    Ended(Option<Left>),
    Called(Generation, Box<Result<Called, Report>>),
}

/// Proof from where a function stands.
#[derive(Default)]
pub struct Proving {
    /// The plan is shown in the place of the lanes.
    pub reviewing: bool,
    /// It is about the database's user, and shown on that page.
    pub for_user: bool,
    pub reviewed: Fetched<Reviewed, Report>,
    pub proof: Fetched<Attempt, Report>,
    /// The last visit to the database's user, from wherever.
    pub visited: Fetched<UserVisit, Report>,
    pub called: Fetched<Called, Report>,
    pub left: Option<Left>,
    /// What is being made or removed.
    pub run: Option<Run>,
    phase: Option<Phase>,
    stop: Stop,
    /// The proxy and the function that all of it is about.
    about: Option<(ProxyAt, Existing)>,
}

impl Proving {
    /// The proxy and the function that all of it is about.
    pub const fn about(&self) -> Option<&(ProxyAt, Existing)> {
        self.about.as_ref()
    }

    /// What is being done now.
    pub const fn phase(&self) -> Option<Phase> {
        self.phase
    }

    /// A temporary function is there, or about to be.
    pub const fn is_working(&self) -> bool {
        self.phase.is_some()
    }

    /// Makes no more, asks no more; what was made is removed.
    pub fn stop(&self, when: StopAt) {
        self.stop.ask(when);
    }

    /// Forgets what was about another proxy or function.
    pub fn is_about(&mut self, at: ProxyAt, question: Existing) {
        let about = Some((at, question));
        if self.about != about && !self.is_working() {
            self.forget();
            self.about = about;
        }
    }

    pub fn forget(&mut self) {
        (self.reviewing, self.for_user) = (false, false);
        self.reviewed.clear();
        self.proof.clear();
        self.visited.clear();
        self.called.clear();
        (self.left, self.run, self.about) = (None, None, None);
    }

    fn enter(&mut self, phase: Phase, receipt: Option<Receipt>) {
        self.phase = Some(phase);
        let direction = if phase == Phase::Removing { Direction::Undo } else { Direction::Apply };
        if let Some(receipt) = receipt {
            self.run = Some(Run::new(receipt, direction, self.stop.clone()));
        }
    }

    /// Takes one answer in; true where the work has ended.
    pub fn receive(&mut self, answer: ProvingAnswer, now: Instant) -> bool {
        match answer {
            ProvingAnswer::Reviewed(generation, reviewed) => drop(self.reviewed.answer(generation, *reviewed, now)),
            ProvingAnswer::Entered(phase, receipt) => self.enter(phase, receipt.map(|receipt| *receipt)),
            ProvingAnswer::Heard(event) => {
                if let Some(run) = &mut self.run {
                    run.receive(event);
                }
            }
            ProvingAnswer::Proven(generation, attempt) => drop(self.proof.answer(generation, *attempt, now)),
            ProvingAnswer::Visited(generation, visit) => drop(self.visited.answer(generation, *visit, now)),
            ProvingAnswer::Called(generation, called) => drop(self.called.answer(generation, *called, now)),
            ProvingAnswer::Ended(left) => {
                (self.phase, self.run, self.left) = (None, None, left);
                return true;
            }
        }
        false
    }
}
