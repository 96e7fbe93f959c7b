//! Where the window is. Pages, panes, footers and keys follow from one value, and so does what egui keeps of
//! a page.

use super::state::State;
use super::steps::WizardStep;
use super::validation::Part;
use crate::domain::proxy_at::ProxyAt;

/// What the window was opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Door {
    #[default]
    SetUp,
    /// Validate an existing proxy.
    Validate,
}

/// A page of the window.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Route {
    SetUp(WizardStep),
    /// A page of the second door. It is about the proxy that is picked, except where one is to be picked.
    Proxy(Option<ProxyAt>, Part),
    /// They lie over the page that they were opened from.
    Settings,
}

impl Route {
    /// The page cannot lead to a change.
    pub fn only_reads(&self) -> bool {
        matches!(self, Self::Proxy(_, part) if !matches!(part, Part::Repair | Part::Run))
    }
}

impl State {
    /// The page on screen.
    pub fn route(&self) -> Route {
        if self.settings_open { Route::Settings } else { self.beneath() }
    }

    /// The page on screen, or the one that the settings lie over.
    pub fn beneath(&self) -> Route {
        match self.door {
            Door::SetUp => Route::SetUp(self.step),
            Door::Validate => {
                let part = self.validation.part;
                let about_one = !matches!(part, Part::Question | Part::Fleet);
                Route::Proxy(about_one.then(|| self.validation.picked()), part)
            }
        }
    }

    /// The step of the set-up that is shown, or was last.
    pub fn step(&self) -> WizardStep {
        self.step
    }

    /// The page of the second door that is on screen.
    pub fn part(&self) -> Option<Part> {
        match self.route() {
            Route::Proxy(_, part) => Some(part),
            Route::SetUp(_) | Route::Settings => None,
        }
    }

    /// The second door is open; the settings may lie over it.
    pub fn is_validating(&self) -> bool {
        self.door == Door::Validate
    }

    /// Shows this page of the set-up.
    pub fn go(&mut self, step: WizardStep) {
        self.leave_validation();
        self.settings_open = false;
        self.step = step;
        self.reached = self.reached.max(step);
    }

    /// Shows the second door, where it was left; settings that lie over the page stay.
    pub fn enter_validation(&mut self) {
        self.door = Door::Validate;
    }

    /// Shows the set-up, where it was left. A bundle is let go of.
    pub fn leave_validation(&mut self) {
        self.validation.close_bundle();
        self.door = Door::SetUp;
    }
}
