//! The accounts one can practise on, by name: the company, and what is different about it.

mod broken;
mod large;
mod moves;

use std::sync::LazyLock;

use super::company::{COMPANY, Company, ORDERS_PROXY, ORDERS_REPORTS};
use super::fault;
use super::founding;
use super::organization::{self, Member};
use super::state::State;
use super::store::StoreError;
use super::users;
use crate::domain::account::{Account, Mode};
use crate::domain::finding::Severity;
use crate::text;

/// The scenario that is opened unless another is named.
pub const DEFAULT: &str = "default";

/// The one whose account is the management account of an organization.
pub const ORGANIZATION: &str = "organization";

/// The practice account's alias.
pub const ALIAS: &str = "acme-practice";

/// An account to practise on.
#[derive(Debug, Clone, Copy)]
pub struct Scenario {
    /// What `--practice=NAME` takes.
    pub name: &'static str,
    /// Where the fault is.
    pub group: ScenarioGroup,
    /// What to validate in it, where something is broken.
    pub broken: Option<Broken>,
    region: &'static str,
    /// The company has the finished setup of `orders-proxy` as well.
    finished: bool,
    /// And a second user of that proxy.
    shared: bool,
    /// Changes the company into this scenario.
    shape: fn(&mut State),
}

/// Scenarios that belong together, by where the fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ScenarioGroup {
    /// The company is as it should be, or something else than a setup is the matter.
    Start,
    Network,
    Connect,
    Role,
    Secret,
    Function,
    Proxy,
    Database,
}

/// What a validation of a broken setup shows.
#[derive(Debug, Clone, Copy)]
pub struct Broken {
    pub proxy: &'static str,
    /// With `:alias` where that is what callers invoke.
    pub function: &'static str,
    /// Codes of the rules that see the fault, and how bad it is.
    pub shows: &'static [(&'static str, Severity)],
    /// Codes of further errors, which follow from the fault.
    pub follows: &'static [&'static str],
}

const fn scenario(name: &'static str, shape: fn(&mut State)) -> Scenario {
    Scenario {
        name,
        group: ScenarioGroup::Start,
        broken: None,
        region: "eu-west-1",
        finished: false,
        shared: false,
        shape,
    }
}

const fn broken(name: &'static str, shows: &'static [(&'static str, Severity)], shape: fn(&mut State)) -> Scenario {
    let broken = Broken { proxy: "orders-proxy", function: "orders-checkout", shows, follows: &[] };
    Scenario { broken: Some(broken), finished: true, ..scenario(name, shape) }
}

impl Scenario {
    /// What it is called.
    pub fn title(&self) -> &'static str {
        text::named(&format!("scenario-{}", self.name)).unwrap_or(self.name)
    }

    /// What one sees, in a sentence.
    pub fn about(&self) -> &'static str {
        text::named(&format!("scenario-{}.about", self.name)).unwrap_or(self.name)
    }

    /// The same, with another function or qualifier to validate.
    const fn invoking(self, function: &'static str) -> Self {
        match self.broken {
            Some(broken) => Self { broken: Some(Broken { function, ..broken }), ..self },
            None => self,
        }
    }

    /// The same, with errors that the fault brings along.
    const fn followed_by(self, follows: &'static [&'static str]) -> Self {
        match self.broken {
            Some(broken) => Self { broken: Some(Broken { follows, ..broken }), ..self },
            None => self,
        }
    }
}

/// All scenarios, the default first.
pub static SCENARIOS: LazyLock<Vec<Scenario>> = LazyLock::new(|| {
    let broken = broken::GROUPS
        .iter()
        .flat_map(|(group, scenarios)| scenarios.iter().map(|scenario| Scenario { group: *group, ..*scenario }));
    // The place in the list is the account's number: what is new comes last.
    WHOLE.iter().copied().chain(broken).chain([SEVERAL]).chain(moves::SCENARIOS.iter().copied()).collect()
});

/// Those in which the company is as it should be, and something else is the matter, if anything.
const WHOLE: &[Scenario] = &[
    scenario(DEFAULT, |_| {}),
    scenario("no-permissions", |state| {
        deny(
            state,
            &[
                "rds:DescribeGlobalClusters",
                "secretsmanager:ListSecrets",
                "kms:DescribeKey",
                "kms:ListAliases",
                "iam:SimulatePrincipalPolicy",
                "ec2:DescribeRouteTables",
            ],
        )
    }),
    scenario("denied-write", |state| deny(state, &["rds:CreateDBProxy"])),
    scenario("throttled", |state| {
        state.knobs.throttles = 2;
    }),
    scenario("expired", |state| {
        state.knobs.expired = true;
    }),
    scenario("slow", slow),
    scenario("quota-reached", quota_reached),
    scenario("no-nat", no_nat),
    Scenario { region: "us-east-1", ..scenario("unsupported-zone", |_| {}) },
    scenario("stuck-target", |state| state.knobs.no_capacity_since = Some(state.now)),
    Scenario { finished: true, ..scenario("all-well", |_| {}) },
    scenario("large", large::grow),
];

const SEVERAL: Scenario = scenario(ORGANIZATION, |state| state.organization = organization::accounts());

/// The scenario with this name.
pub fn find(name: &str) -> Result<&'static Scenario, StoreError> {
    let unknown = || StoreError::NoSuchScenario {
        name: name.to_owned(),
        known: SCENARIOS.iter().map(|scenario| scenario.name).collect(),
    };
    SCENARIOS.iter().find(|scenario| scenario.name == name).ok_or_else(unknown)
}

/// The account number of a scenario. Each is an account of its own: a receipt of one must not fit
/// another.
pub fn account_id(name: &str) -> String {
    let number = SCENARIOS.iter().position(|scenario| scenario.name == name).unwrap_or_default();
    format!("{number:012}")
}

/// A scenario's account at its beginning, which is `now`.
pub fn state(name: &str, now: u64) -> Result<State, StoreError> {
    let scenario = find(name)?;
    filled(scenario, account(&account_id(name), ALIAS, scenario.region), now)
}

/// An account of the practice organization at its beginning.
pub fn member_state(member: &Member, region: &str, now: u64) -> Result<State, StoreError> {
    let account = account(member.id, member.name, region);
    match member.scenario(region) {
        Some(name) => filled(find(name)?, account, now),
        None => Ok(State::empty(ORGANIZATION, account, now)),
    }
}

fn account(id: &str, alias: &str, region: &str) -> Account {
    Account {
        id: id.to_owned(),
        alias: Some(alias.into()),
        partition: "aws".into(),
        region: region.to_owned(),
        principal: fault::principal(id),
        mode: Mode::Practice,
    }
}

fn filled(scenario: &Scenario, account: Account, now: u64) -> Result<State, StoreError> {
    let mut state = State::empty(scenario.name, account, now);
    founding::add(&mut state, &rows(COMPANY)?);
    if scenario.finished {
        founding::add(&mut state, &rows(ORDERS_PROXY)?);
        broken::finished(&mut state);
    }
    if scenario.shared {
        founding::add(&mut state, &rows(ORDERS_REPORTS)?);
    }
    (scenario.shape)(&mut state);
    users::add(&mut state);
    Ok(state)
}

fn rows(text: &str) -> Result<Company, StoreError> {
    Ok(toml::from_str(text)?)
}

fn deny(state: &mut State, actions: &[&str]) {
    state.knobs.denied.extend(actions.iter().map(|action| String::from(*action)));
}

/// Only lists: what apply polls stays quick.
fn slow(state: &mut State) {
    let lists = [
        ("lambda:ListFunctions", 400),
        ("rds:DescribeDBInstances", 300),
        ("rds:DescribeDBClusters", 150),
        ("secretsmanager:ListSecrets", 150),
        ("iam:ListRoles", 200),
        ("ec2:DescribeVpcs", 60),
    ];
    state.knobs.slow = lists.into_iter().map(|(operation, secs)| (operation.to_owned(), secs)).collect();
}

fn quota_reached(state: &mut State) {
    let Some(pattern) = state.proxies.first().cloned() else { return };
    for number in state.proxies.len()..super::proxies::PROXY_QUOTA {
        let mut record = pattern.clone();
        record.proxy.name = format!("team-{number:02}-proxy");
        let id = state.new_id("prx", &record.proxy.name);
        record.proxy.arn = state.account.arn("rds", &format!("db-proxy:{id}"));
        state.proxies.push(record);
    }
}

fn no_nat(state: &mut State) {
    state.endpoints.clear();
    for table in &mut state.route_tables {
        table.routes.retain(|route| !route.target.starts_with("nat-"));
    }
}
