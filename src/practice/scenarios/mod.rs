//! The accounts one can practise on, by name: the company, and what is different about it.

mod broken;
mod large;

use super::company::{COMPANY, Company, ORDERS_PROXY};
use super::fault;
use super::founding;
use super::state::State;
use super::store::StoreError;
use crate::domain::account::{Account, Mode};

/// The scenario that is opened unless another is named.
pub const DEFAULT: &str = "default";

/// The practice account's alias.
const ALIAS: &str = "acme-practice";

/// An account to practise on.
#[derive(Debug)]
pub struct Scenario {
    /// What `--practice=NAME` takes.
    pub name: &'static str,
    pub title: &'static str,
    /// What one sees, in a sentence.
    pub about: &'static str,
    region: &'static str,
    /// Changes the company into this scenario.
    shape: fn(&mut State),
}

const fn scenario(name: &'static str, title: &'static str, about: &'static str, shape: fn(&mut State)) -> Scenario {
    Scenario { name, title, about, region: "eu-west-1", shape }
}

/// All scenarios, the default first.
pub const SCENARIOS: &[Scenario] = &[
    scenario(DEFAULT, "A company", "Everything works: pick a database and a function.", |_| {}),
    scenario(
        "no-permissions",
        "Some reads denied",
        "Parts of the account cannot be read; each says which permission would decide it.",
        |state| {
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
        },
    ),
    scenario(
        "denied-write",
        "Denied midway",
        "Creating the proxy is denied after half of the steps are done: fix and resume, or undo.",
        |state| deny(state, &["rds:CreateDBProxy"]),
    ),
    scenario("throttled", "Throttled", "AWS answers `Rate exceeded` before every change gets through.", |state| {
        state.knobs.throttles = 2;
    }),
    scenario("expired", "An expired session", "No call is answered until you sign in again.", |state| {
        state.knobs.expired = true;
    }),
    scenario("slow", "Slow answers", "Long lists take long to read.", slow),
    scenario("quota-reached", "No proxy left", "The account has all the 20 proxies it may have.", quota_reached),
    scenario(
        "no-nat",
        "No way out",
        "No subnet reaches the internet: a function moved in reaches nothing else.",
        no_nat,
    ),
    Scenario {
        name: "unsupported-zone",
        title: "A zone without proxies",
        about: "Virginia, where the zone use1-az3 has no RDS Proxy.",
        region: "us-east-1",
        shape: |_| {},
    },
    scenario(
        "stuck-target",
        "A target that never gets ready",
        "The proxy is made, but its target waits for capacity and does not become available.",
        |state| state.knobs.no_capacity_since = Some(state.now),
    ),
    scenario(
        "broken-closed-door",
        "A closed door",
        "The database's group does not let the proxy in.",
        broken::closed_door,
    ),
    scenario(
        "broken-no-connect",
        "No permission to connect",
        "The function's role lacks `rds-db:connect`.",
        broken::no_connect,
    ),
    scenario(
        "broken-name-for-id",
        "Name instead of id",
        "The connect policy names the proxy by its name, where AWS wants `prx-…`.",
        broken::name_for_id,
    ),
    scenario(
        "broken-tls-off",
        "TLS not required",
        "The proxy takes unencrypted clients and passwords.",
        broken::tls_off,
    ),
    scenario(
        "broken-unreadable-secret",
        "A secret it may not read",
        "The proxy's role may not read the secret, so the proxy cannot log in.",
        broken::unreadable_secret,
    ),
    scenario("broken-key", "A key it may not use", "The proxy's role may not decrypt the secret.", broken::key),
    scenario(
        "broken-secret-text",
        "A secret without fields",
        "The secret is a bare password, not JSON.",
        broken::secret_text,
    ),
    scenario("broken-waiting", "Waiting for capacity", "The proxy's target is not ready.", broken::waiting),
    scenario(
        "broken-outside",
        "Outside the network",
        "The function is in no VPC and cannot reach the proxy.",
        broken::outside,
    ),
    scenario(
        "broken-frozen-alias",
        "A frozen alias",
        "The alias `live` calls a version from before the proxy.",
        broken::frozen_alias,
    ),
    scenario("all-well", "All is well", "A finished setup, to compare the broken ones with.", broken::finished),
    scenario("large", "A large company", "5,000 functions, 200 databases, 300 security groups.", large::grow),
];

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
    let id = account_id(name);
    let account = Account {
        alias: Some(ALIAS.into()),
        partition: "aws".into(),
        region: scenario.region.into(),
        principal: fault::principal(&id),
        mode: Mode::Practice,
        id,
    };
    let mut state = State::empty(name, account, now);
    founding::add(&mut state, &rows(COMPANY)?);
    if name.starts_with("broken-") || name == "all-well" {
        founding::add(&mut state, &rows(ORDERS_PROXY)?);
    }
    (scenario.shape)(&mut state);
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
