//! `plan`: what would be created and changed, and what could stop it.

use serde::Serialize;

use super::args::Globals;
use super::output::{self, Ended, Exit};
use super::prepare::{Picks, Prepared, UsedProxy, choices, prepare};
use super::session::Session;
use super::show;
use crate::accounts::Accounts;
use crate::domain::observed::Unreadable;
use crate::domain::setup::Setup;
use crate::plan::preflight::Check;
use crate::plan::{Change, Description, Notice, NumberedStep};

/// `plan`
#[derive(Debug, Clone, clap::Args)]
pub struct PlanArgs {
    /// What to set up
    #[command(flatten)]
    pub picks: Picks,
    /// The proxy that is used, where none is to be made
    #[command(flatten)]
    pub used: UsedProxy,
    /// Show for every step its reason, its AWS CLI line, its changes and what undo does
    #[arg(long)]
    pub details: bool,
}

/// Shows the plan; changes nothing.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &PlanArgs) -> Ended {
    let choices = choices(&args.picks, &args.used)?;
    let session = Session::open(accounts, globals, Some(&choices)).await?;
    let (setup, prepared) = prepare(&session, &choices).await?;
    if session.is_json() {
        let words: Vec<Description> = prepared.plan.steps.iter().map(|step| prepared.plan.describe(step)).collect();
        output::json(&PlanDocument::new(&setup, &prepared, &words));
    } else {
        output::line(&show::plan(&prepared, args.details));
    }
    Ok(if prepared.would_fail() { Exit::Failed } else { Exit::Done })
}

/// The plan as `plan --format json` prints it.
#[derive(Serialize)]
struct PlanDocument<'a> {
    schema: &'static str,
    name: &'a str,
    create: usize,
    change: usize,
    already_so: usize,
    usual_secs: u64,
    needs_password: bool,
    usd_per_month: Option<f64>,
    steps: Vec<NumberedStep<'a>>,
    notices: Vec<Notice>,
    preflight: &'a [Check],
    safety: &'a [Check],
    unreadable: Vec<&'a Unreadable>,
    setup: &'a Setup,
}

impl<'a> PlanDocument<'a> {
    fn new(setup: &'a Setup, prepared: &'a Prepared, words: &'a [Description]) -> Self {
        let plan = &prepared.plan;
        let lines = plan.steps.iter().zip(words).zip(1..);
        Self {
            schema: "rds-proxy-wizard/plan/v1",
            name: plan.name(),
            create: plan.count(Change::Create),
            change: plan.count(Change::Change),
            already_so: plan.count(Change::AlreadySo),
            usual_secs: plan.usual_secs(),
            needs_password: plan.needs_password(),
            usd_per_month: setup.cost.usd_per_month(),
            steps: lines.map(|((step, description), number)| NumberedStep { number, step, description }).collect(),
            notices: prepared.notices(),
            preflight: &prepared.preflight,
            safety: &prepared.safety,
            unreadable: prepared.observed.unreadable(),
            setup,
        }
    }
}
