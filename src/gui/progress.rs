//! What the stepper says of each step: where it stands, what was chosen, why it is locked.

use super::run::Run;
use super::state::State;
use super::steps::WizardStep;
use super::widgets::StepperState;
use crate::apply::At;
use crate::domain::finding::Severity;
use crate::domain::proxy::AuthMode;
use crate::domain::setup::Setup;
use crate::plan::Plan;
use crate::plan::actions::Action;
use crate::text::t;

/// The value under a step's title, and why it cannot be opened.
pub struct Words {
    pub value: String,
    pub locked: Option<&'static str>,
}

pub fn step_words(state: &State, step: WizardStep) -> Words {
    Words { value: value(state, step), locked: locked(state, step) }
}

fn locked(state: &State, step: WizardStep) -> Option<&'static str> {
    if state.is_running() && step != WizardStep::Apply {
        return Some(t!("locked-running"));
    }
    match step {
        WizardStep::Account => None,
        _ if state.connection().is_none() => Some(t!("locked-account")),
        WizardStep::Database => None,
        _ if state.choices.database.is_empty() => Some(t!("locked-database")),
        WizardStep::Function => None,
        _ if state.choices.function.is_empty() => Some(t!("locked-function")),
        WizardStep::Apply if set_up_run(state).is_none() => Some(t!("locked-apply")),
        WizardStep::Check if set_up_run(state).is_none() && !plan_is_done(state) => Some(t!("locked-check")),
        _ => None,
    }
}

/// The run of a set-up; one of a repair is shown in its own door.
fn set_up_run(state: &State) -> Option<&Run> {
    state.run.as_ref().filter(|run| run.plan().setup().is_some())
}

/// The account already is as the setup wants it.
fn plan_is_done(state: &State) -> bool {
    state.designed.current_plan().is_some_and(|plan| plan.is_empty())
}

pub fn state_of(state: &State, step: WizardStep) -> StepperState {
    if let Some(page) = step.page()
        && state.can_design()
        && state.designed.trouble_on(page).is_some()
    {
        return StepperState::NeedsAttention;
    }
    if is_stale(state, step) {
        return StepperState::Stale;
    }
    match step {
        WizardStep::Apply => match set_up_run(state) {
            Some(run) if run.is_working() => StepperState::Running,
            Some(run) => match run.standing().at {
                At::Finished | At::NothingToDo => StepperState::Done,
                At::Failed => StepperState::Failed,
                At::NotWorking | At::Stopped | At::Applying | At::Undoing | At::LeftBehind => {
                    StepperState::NeedsAttention
                }
                At::NotBegun | At::Undone => StepperState::ToDo,
            },
            None => StepperState::ToDo,
        },
        WizardStep::Check => match state.checked.value() {
            Some(checked) if checked.count(Severity::Error) > 0 => StepperState::Failed,
            Some(_) => StepperState::Done,
            None => StepperState::ToDo,
        },
        _ if step < state.reached => StepperState::Done,
        _ => StepperState::ToDo,
    }
}

/// A page seen before, whose values await a new reading of the account.
fn is_stale(state: &State, step: WizardStep) -> bool {
    let designed = step > WizardStep::Function && step <= WizardStep::Review;
    designed && step <= state.reached && state.can_design() && state.designed.stale && !state.is_running()
}

fn value(state: &State, step: WizardStep) -> String {
    if let Some(page) = step.page()
        && state.can_design()
        && let Some(trouble) = state.designed.trouble_on(page)
    {
        return t!("step-trouble", trouble = trouble.replace('`', ""));
    }
    if is_stale(state, step) {
        return t!("step-stale-value").to_owned();
    }
    match step {
        WizardStep::Account => state
            .connection()
            .map(|connection| format!("{} · {}", connection.account.label(), connection.account.region))
            .unwrap_or_default(),
        WizardStep::Database => database(state),
        WizardStep::Function => function(state),
        WizardStep::Apply => set_up_run(state).map(|run| run.in_words().badge).unwrap_or_default(),
        WizardStep::Check => state
            .checked
            .value()
            .map(|checked| {
                let errors = checked.count(Severity::Error);
                let warnings = checked.count(Severity::Warning);
                if errors + warnings == 0 {
                    t!("step-check-clean").to_owned()
                } else {
                    t!("step-check-found", errors = errors, warnings = warnings)
                }
            })
            .unwrap_or_default(),
        WizardStep::Export => state.pages.export.state_words(),
        WizardStep::Review => state
            .designed
            .shown_plan()
            .filter(|_| step <= state.reached || state.reached > WizardStep::Function)
            .map(|plan| {
                let changes = t!("step-review-changes", count = plan.changes().count());
                let to_read = state.designed.notices().iter().filter(|notice| notice.is_to_be_read()).count();
                match to_read {
                    0 => changes,
                    count => format!("{changes} · {}", t!("step-review-read", count = count)),
                }
            })
            .unwrap_or_default(),
        _ => match &state.designed.setup {
            Some(setup) if state.reached >= WizardStep::Secret => of_setup(state, setup, step),
            _ => String::new(),
        },
    }
}

fn database(state: &State) -> String {
    let id = &state.choices.database;
    let found = state.lists.value().and_then(|lists| lists.databases.iter().find(|database| database.id == *id));
    match found {
        Some(database) => format!("{id} · {}", database.engine),
        None => id.clone(),
    }
}

fn function(state: &State) -> String {
    let name = &state.choices.function;
    let found = state.lists.value().and_then(|lists| lists.functions.iter().find(|function| function.name == *name));
    match found.and_then(|function| function.runtime.as_deref()) {
        Some(runtime) => format!("{name} · {runtime}"),
        None => name.clone(),
    }
}

/// How many groups and rules the plan makes.
fn new_in_network(plan: &Plan) -> String {
    let count = |made: fn(&Action) -> bool| plan.changes().filter(|step| made(&step.action)).count();
    let groups = count(|action| matches!(action, Action::CreateSecurityGroup(_)));
    t!("step-network-value", groups = groups, rules = count(|action| matches!(action, Action::AuthorizeRule(_))))
}

fn of_setup(state: &State, setup: &Setup, step: WizardStep) -> String {
    match step {
        WizardStep::Secret => {
            let mode = match setup.auth_mode {
                AuthMode::StandardIam => t!("mode-short-standard"),
                AuthMode::Password => t!("mode-short-password"),
                AuthMode::EndToEndIam => t!("mode-short-end-to-end"),
            };
            format!("{} · {mode}", setup.secret.name().unwrap_or(&setup.db_user))
        }
        WizardStep::Role => setup.role.name.clone(),
        WizardStep::Network => state.designed.shown_plan().map(new_in_network).unwrap_or_default(),
        WizardStep::Proxy if state.designed.shown_plan().is_some_and(Plan::reuses_proxy) => {
            t!("step-proxy-reused", name = setup.proxy.name.as_str())
        }
        WizardStep::Proxy => setup.proxy.name.clone(),
        WizardStep::Access => setup.db_user.clone(),
        _ => String::new(),
    }
}
