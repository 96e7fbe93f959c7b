//! Choices + Observed → Setup. Pure: picks every default, each with its reason.
//!
//! One file per concern. What makes a setup impossible is a [`Problem`] with its page, its cure
//! and, where there is one, the value that would work; what is merely worth knowing is a note on
//! the Setup. A part of the account that could not be read never becomes a silent guess: either
//! the design does without it and says so in a note, or it is a problem.

mod access;
mod adopted;
pub mod alarms;
mod candidates;
mod capacity;
mod choices_of;
mod connections;
mod cost;
pub mod eligibility;
mod endpoint_place;
mod endpoints;
pub(crate) mod engine_versions;
pub mod names;
mod network;
mod pool;
mod proxy;
pub(crate) mod regions;
mod reuse;
mod role;
mod secret;
mod services;
mod several;
mod subnets;
mod tags;
mod used;

use std::collections::BTreeMap;

use crate::domain::choices::Choices;
use crate::domain::database::Database;
use crate::domain::function::Function;
use crate::domain::observed::{Observed, Part};
use crate::domain::proxy::AuthMode;
use crate::domain::setup::{DatabaseSetup, Note, NoteLevel, Page, Setup};
use crate::domain::{Tags, is_owned};
use crate::text::{Sentence, said, t};

pub use access::{VPC_ACCESS_POLICY, lets_into_vpc};
pub use adopted::{Obstacle, adopted};
pub use candidates::{Unusable, served, unusable};
pub use capacity::{addresses_needed, vcpus};
pub use choices_of::choices_of;
pub use connections::max_connections;
pub use cost::{lambda_prices, of_alarms, of_proxy, price_date};
pub use endpoint_place::offered;
pub use endpoints::{IN_FUNCTION_VPC, no_reader};
pub use pool::{FORWARDING_SHARE, forwarding_share, least_percent, reserved_together};
pub use reuse::reused;
pub use subnets::UNSUPPORTED_ZONE_IDS;

/// Something that must be chosen differently before there can be a setup.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Problem {
    pub page: Page,
    /// The choice it is about, as its path in the choices file: `proxy.name`.
    pub field: &'static str,
    /// What is wrong, without a final period.
    pub title: String,
    /// What to do about it.
    pub cure: String,
    /// A value that would be accepted.
    pub suggestion: Option<String>,
}

impl Problem {
    fn new(page: Page, field: &'static str, title: impl Into<String>, cure: impl Into<String>) -> Self {
        Self { page, field, title: title.into(), cure: cure.into(), suggestion: None }
    }

    fn suggesting(mut self, value: impl Into<String>) -> Self {
        self.suggestion = Some(value.into());
        self
    }
}

/// What the concerns share while they are designed: the inputs, and what they have to say.
struct Draft<'a> {
    choices: &'a Choices,
    observed: &'a Observed,
    database: &'a Database,
    function: &'a Function,
    mode: AuthMode,
    name: String,
    /// What the setup's own things are marked with.
    label: String,
    db_user: String,
    reasons: BTreeMap<String, Sentence>,
    notes: Vec<Note>,
    problems: Vec<Problem>,
}

impl Draft<'_> {
    fn reason(&mut self, field: &str, text: impl Into<Sentence>) {
        self.reasons.insert(field.to_owned(), text.into());
    }

    fn note(&mut self, page: Page, title: impl Into<Sentence>, text: impl Into<Sentence>) {
        self.notes.push(Note { level: NoteLevel::Note, page, title: title.into(), text: text.into() });
    }

    fn warn(&mut self, page: Page, title: impl Into<Sentence>, text: impl Into<Sentence>) {
        self.notes.push(Note { level: NoteLevel::Warning, page, title: title.into(), text: text.into() });
    }

    fn problem(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Whether a thing that is there is the setup's own.
    fn owns(&self, tags: &Tags) -> bool {
        is_owned(tags, &self.label)
    }
}

/// Designs the whole setup, or says everything that stands in its way.
pub fn design(choices: &Choices, observed: &Observed) -> Result<Setup, Vec<Problem>> {
    let (setup, problems) = sketch(choices, observed);
    match setup {
        Some(setup) if problems.is_empty() => Ok(setup),
        _ => Err(problems),
    }
}

/// The setup as far as it can be drawn, with everything that stands in its way: one wrong answer hides
/// none of the others. Only [`design`]'s may be planned and exported.
pub fn sketch(choices: &Choices, observed: &Observed) -> (Option<Setup>, Vec<Problem>) {
    let database = chosen(&observed.database, Page::Database, "database", &choices.database);
    let function = chosen(&observed.function, Page::Function, "function", &choices.function);
    let (database, function) = match (database, function) {
        (Ok(database), Ok(function)) => (database, function),
        (database, function) => return (None, database.err().into_iter().chain(function.err()).collect()),
    };
    let (Some(family), Some(host), Some(port)) = (database.engine.family(), database.host.clone(), database.port)
    else {
        return (None, vec![ineligible(database, observed)]);
    };

    let db_user = names::db_user(choices, Some(database), observed.secret_shape.present());
    let mut draft = Draft {
        choices,
        observed,
        database,
        function,
        mode: choices.auth_mode,
        name: names::proxy(choices),
        label: names::label(choices, &db_user),
        db_user,
        reasons: BTreeMap::new(),
        notes: Vec::new(),
        problems: Vec::new(),
    };
    if eligibility::of_database(database, observed.vpc.present()).is_err() {
        draft.problem(ineligible(database, observed));
    }
    if let Err(why) = eligibility::of_function(function) {
        draft.problem(Problem::new(Page::Function, "function", why, t!("design-function-pick-another")));
    }
    worth_knowing(&mut draft);
    let used = used::look(&mut draft);

    let secret = secret::design(&mut draft, family);
    let role = match used {
        Some(proxy) => used::role(&mut draft, proxy, &secret),
        None => role::design(&mut draft, &secret),
    };
    let (network, endpoints) = network::design(&mut draft);
    let proxy = proxy::design(&mut draft, family, &secret, &role, &network, endpoints);
    let pool = pool::design(&mut draft, family);
    let access = access::design(&mut draft, &secret, &network, &proxy);
    let cost = cost::estimate(&observed.account.region, database, &secret, &network, &proxy, draft.reused().is_some());
    draft.note_reuse();
    draft.recommend();
    note_unreadable(&mut draft);

    let tags = tags::design(&mut draft);
    let mut kept = choices.clone();
    // Once it is made nobody can tell any more whose it is.
    kept.proxy.register_database = used::registers(&draft);
    let setup = Setup {
        account: observed.account.clone(),
        name: draft.name.clone(),
        auth_mode: draft.mode,
        db_user: draft.db_user.clone(),
        database: DatabaseSetup {
            kind: database.kind,
            id: database.id.clone(),
            arn: database.arn.clone(),
            resource_id: database.resource_id.clone(),
            engine: database.engine.clone(),
            family,
            host,
            port,
            database_name: access::database_name(choices, database),
            needs_iam_auth: draft.mode == AuthMode::EndToEndIam,
        },
        secret,
        role,
        network,
        proxy,
        pool,
        access,
        more: Vec::new(),
        cost,
        tags,
        reasons: draft.reasons,
        notes: draft.notes,
        choices: Some(kept),
    };
    // Without a database and a function that fit there is nothing to draw.
    let founded = !draft.problems.iter().any(|problem| matches!(problem.page, Page::Database | Page::Function));
    let mut problems = draft.problems;
    let setup = founded.then(|| several::with_further(choices, observed, setup, &mut problems));
    (setup, problems)
}

fn ineligible(database: &Database, observed: &Observed) -> Problem {
    let why = match eligibility::of_database(database, observed.vpc.present()) {
        Err(reason) => reason.to_string(),
        Ok(()) => t!("design-database-no-endpoint").to_owned(),
    };
    Problem::new(
        Page::Database,
        "database",
        t!("design-database-cannot", id = database.id.as_str(), why = why),
        t!("design-database-pick-another"),
    )
}

/// What database and function are, where that decides how the proxy can be used.
fn worth_knowing(draft: &mut Draft<'_>) {
    let (database, function) = (draft.database, draft.function);
    if let Some(global) = database.global.as_ref().filter(|_| database.is_global_secondary()) {
        let names = global.global_cluster.as_str();
        let text = if global.write_forwarding {
            said!("design-global-forwards-text", global = names)
        } else {
            said!("design-global-secondary-text", global = names, proxy = draft.name.as_str())
        };
        draft.warn(Page::Database, said!("design-global-secondary", database = database.id.as_str()), text);
    }
    if let Some(runtime) = eligibility::deprecated(function) {
        let (name, ended) = (runtime.name.as_str(), runtime.deprecated.to_string());
        let text = match runtime.update_block {
            Some(day) => {
                said!("design-runtime-deprecated-blocked", runtime = name, ended = ended, day = day.to_string())
            }
            None => said!("design-runtime-deprecated-text", runtime = name, ended = ended),
        };
        draft.warn(Page::Function, said!("design-runtime-deprecated"), text);
    }
    if function.managed_instances.is_some() {
        draft.note(Page::Function, said!("design-managed-instances"), said!("design-managed-instances-text"));
    }
}

/// The thing the choices name, or why there is none.
fn chosen<'a, T>(part: &'a Part<T>, page: Page, field: &'static str, name: &str) -> Result<&'a T, Problem> {
    let (title, cure) = match part {
        Part::Present(value) => return Ok(value),
        _ if name.is_empty() => match page {
            Page::Database => (t!("design-no-database").to_owned(), t!("design-no-database-cure").to_owned()),
            _ => (t!("design-no-function").to_owned(), t!("design-no-function-cure").to_owned()),
        },
        Part::Absent | Part::NotAsked => (t!("design-not-here", name = name), t!("design-not-here-cure").to_owned()),
        Part::Unreadable(why) => (
            t!("design-unreadable", name = name, operation = why.operation.as_str()),
            t!("design-unreadable-cure", because = why.because.as_str()),
        ),
    };
    Err(Problem::new(page, field, title, cure))
}

/// What could not be read is said as loudly as what could; whether the caller may do it all is preflight's.
fn note_unreadable(draft: &mut Draft<'_>) {
    let simulation = draft.observed.permissions.unreadable().map(|part| part.operation.as_str());
    let unreadable: Vec<(String, String)> = draft
        .observed
        .unreadable()
        .into_iter()
        .filter(|part| Some(part.operation.as_str()) != simulation)
        .map(|part| (part.operation.clone(), part.because.clone()))
        .collect();
    for (operation, because) in unreadable {
        draft.warn(
            Page::Account,
            said!("design-part-unreadable", operation = operation),
            said!("design-part-unreadable-text", because = because),
        );
    }
}
