//! A validation only reads, and `read-policy` allows exactly what it reads.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

pub mod emulated;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};

use rds_proxy_wizard::cloud::watched::{Call, Watch, Watched};
use rds_proxy_wizard::cloud::{CloudResult, Connection, Writer};
use rds_proxy_wizard::discover::{Existing, observe_all, observe_proxy};
use rds_proxy_wizard::domain::database::{ParameterGroup, ParameterStatus};
use rds_proxy_wizard::domain::function::ManagedInstances;
use rds_proxy_wizard::domain::network::{Direction, Peer, PrefixList, SecurityGroupRule};
use rds_proxy_wizard::domain::observed::Observed;
use rds_proxy_wizard::domain::policy::Document;
use rds_proxy_wizard::export::read_policy;
use rds_proxy_wizard::practice::state::State;
use rds_proxy_wizard::practice::{self, Practice, Speed};

use super::services::service;

const PROXY: &str = "orders-proxy";
const FUNCTION: &str = "orders-checkout";
const OFFICE: &str = "pl-0123456789abcdef0";

/// Notes every call, and lets none pass that may change something.
#[derive(Default)]
struct Witness(Mutex<BTreeSet<String>>);

impl Watch for Witness {
    fn before(&self, call: Call<'_>) -> CloudResult<()> {
        assert!(!call.writes, "{} is no reading", call.operation);
        self.0.lock().unwrap().insert(call.operation.to_owned());
        Ok(())
    }
}

/// The AWS calls behind one question of the port, beside the one it is named after.
pub fn behind(question: &str) -> &'static [&'static str] {
    match question {
        "rds:DescribeDBProxies" => &["rds:ListTagsForResource"],
        "ec2:DescribeVpcs" => &["ec2:DescribeVpcAttribute", "ec2:DescribeDhcpOptions"],
        "ec2:DescribeSecurityGroups" => &["ec2:DescribeSecurityGroupRules"],
        "ec2:GetManagedPrefixListEntries" => &["ec2:DescribeManagedPrefixLists"],
        "iam:ListRolePolicies" => &["iam:GetRolePolicy"],
        "iam:GetPolicyVersion" => &["iam:GetPolicy"],
        "kms:DescribeKey" => &["kms:ListAliases"],
        _ => &[],
    }
}

fn company(scenario: &str, change: impl FnOnce(&mut State)) -> Connection {
    let account = Arc::new(Practice::open(None, scenario, Speed::Instant).unwrap());
    account.tamper(|state| {
        // Versions are listed only where one waits: here one does in every secret.
        for record in &mut state.secrets {
            let stages = record.secret.version_stages.get_or_insert_default();
            stages.insert("waiting".into(), vec!["AWSPENDING".into()]);
        }
        change(state);
    });
    practice::connection(account)
}

fn existing(function: Option<&str>, read_secrets: bool) -> Existing {
    Existing { proxy: PROXY.into(), function: function.map(|name| name.parse().unwrap()), read_secrets }
}

/// What is found, and the AWS calls that it took, those of opening the account among them.
async fn watched(connection: &Connection, asked: Option<&Existing>) -> (Vec<Observed>, BTreeSet<String>) {
    let witness = Arc::new(Witness::default());
    let reader = Watched::new(connection.writer.clone(), witness.clone());
    let (clock, account) = (connection.clock.as_ref(), &connection.account);
    let observed = match asked {
        Some(existing) => vec![observe_proxy(reader.as_reader(), clock, account, existing).await],
        None => observe_all(reader.as_reader(), clock, account, true).await.unwrap(),
    };
    let mut calls = BTreeSet::from(["sts:GetCallerIdentity".to_owned(), "iam:ListAccountAliases".to_owned()]);
    for question in witness.0.lock().unwrap().iter() {
        calls.extend(behind(question).iter().map(|call| (*call).to_owned()));
        calls.insert(question.clone());
    }
    // Secrets Manager decrypts with a key of the customer in the caller's name.
    if calls.contains("secretsmanager:GetSecretValue") && calls.contains("kms:DescribeKey") {
        calls.insert("kms:Decrypt".to_owned());
    }
    (observed, calls)
}

fn actions(policy: &Document) -> BTreeSet<String> {
    policy.statement.iter().flat_map(|statement| statement.action.iter()).map(str::to_owned).collect()
}

/// Everything that a reading may come across: a customer's key, rotation, a prefix list, parameter
/// groups of both kinds, a function in another VPC, others on managed instances.
fn rich(state: &mut State) {
    let rotation = state.account.arn("lambda", "function:rotate-orders");
    for record in &mut state.secrets {
        record.secret.rotation_lambda_arn = Some(rotation.clone());
    }
    for record in &mut state.databases {
        let group = |name: &str, of_cluster: bool| ParameterGroup {
            name: name.into(),
            of_cluster,
            status: ParameterStatus::InSync,
            used_by: record.database.id.clone(),
        };
        record.database.parameter_groups = vec![group("orders-pg", false), group("orders-cluster-pg", true)];
    }
    let proxy = state.proxies.iter().find(|record| record.proxy.name == PROXY).unwrap().proxy.clone();
    let to_office = SecurityGroupRule {
        id: None,
        direction: Direction::Egress,
        protocol: "tcp".into(),
        from_port: Some(443),
        to_port: Some(443),
        peer: Peer::PrefixList(OFFICE.into()),
        description: None,
    };
    for group in state.groups.iter_mut().filter(|group| proxy.security_group_ids.contains(&group.id)) {
        group.rules.push(to_office.clone());
    }
    let office = PrefixList { id: OFFICE.into(), name: "office".into(), cidrs: vec!["198.51.100.0/24".into()] };
    state.prefix_lists.push(office);
    let other = state.vpcs.iter().find(|vpc| vpc.id != proxy.vpc_id).unwrap().id.clone();
    for record in state.functions.iter_mut().filter(|record| record.function.name == FUNCTION) {
        record.function.vpc.as_mut().unwrap().vpc_id.clone_from(&other);
    }
    let fleet = state.account.arn("lambda", "capacity-provider:fleet");
    for record in state.functions.iter_mut().filter(|record| record.function.name != FUNCTION) {
        record.function.managed_instances = Some(ManagedInstances { capacity_provider: fleet.clone(), at_once: None });
    }
}

#[tokio::test]
async fn the_policy_holds_the_calls_that_are_made_and_no_other() {
    for (what, connection, asked) in [
        ("a proxy alone", company("broken-key", |_| ()), existing(None, false)),
        ("with a function", company("broken-key", |_| ()), existing(Some(FUNCTION), false)),
        ("with consent", company("broken-key", |_| ()), existing(Some(FUNCTION), true)),
        ("everything", company("broken-key", rich), existing(Some(FUNCTION), true)),
        ("without secrets", company("broken-key", end_to_end), existing(Some(FUNCTION), true)),
    ] {
        let (observed, calls) = watched(&connection, Some(&asked)).await;
        assert!(observed[0].proxy.present().is_some(), "{what}");
        let policy = read_policy(&connection.account, Some(&observed[0]), asked.read_secrets);
        assert_eq!(actions(&policy), calls, "{what}");
        let everything = read_policy(&connection.account, None, asked.read_secrets);
        assert!(actions(&everything).is_superset(&calls), "{what}");
    }
}

fn end_to_end(state: &mut State) {
    for record in state.proxies.iter_mut().filter(|record| record.proxy.name == PROXY) {
        record.proxy.auth.clear();
        record.proxy.default_iam_auth = true;
    }
}

#[tokio::test]
async fn the_policy_for_all_proxies_holds_every_call_of_any() {
    let connection = company("broken-key", rich);
    let (_, of_one) = watched(&connection, Some(&existing(Some(FUNCTION), true))).await;
    let (_, of_all) = watched(&connection, None).await;
    let calls: BTreeSet<String> = of_one.union(&of_all).cloned().collect();
    assert_eq!(actions(&read_policy(&connection.account, None, true)), calls);
}

#[tokio::test]
async fn secrets_are_looked_into_only_with_consent() {
    let inside = ["secretsmanager:GetSecretValue", "kms:Decrypt"];
    let connection = company("broken-key", |_| ());
    let (observed, calls) = watched(&connection, Some(&existing(Some(FUNCTION), false))).await;
    for policy in [None, Some(&observed[0])].map(|one| read_policy(&connection.account, one, false)) {
        assert!(inside.iter().all(|action| !calls.contains(*action) && !actions(&policy).contains(*action)));
    }
    for policy in [None, Some(&observed[0])].map(|one| read_policy(&connection.account, one, true)) {
        assert!(inside.iter().all(|action| actions(&policy).contains(*action)));
        let decrypt = policy.statement.iter().find(|statement| statement.action.iter().eq([inside[1]])).unwrap();
        assert!(decrypt.condition["StringEquals"].contains_key("kms:ViaService"));
    }
}

/// No action of the policy does more than read, by the verb that AWS gives it.
#[tokio::test]
async fn the_policy_reads() {
    let connection = company("default", |_| ());
    let reads = ["Describe", "Get", "List", "Filter", "Simulate", "Decrypt"];
    for action in actions(&read_policy(&connection.account, None, true)) {
        let name = action.split(':').nth(1).unwrap();
        assert!(reads.iter().any(|verb| name.starts_with(verb)), "{action}");
    }
}

#[tokio::test]
async fn one_proxy_is_named_exactly() {
    let connection = company("broken-key", |_| ());
    let (observed, _) = watched(&connection, Some(&existing(Some(FUNCTION), true))).await;
    let observed = &observed[0];
    let policy = read_policy(&connection.account, Some(observed), true);
    let of = |action: &str| -> BTreeSet<&str> {
        let allowing = policy.statement.iter().filter(|statement| statement.action.iter().any(|one| one == action));
        allowing.flat_map(|statement| statement.resource.iter()).collect()
    };
    let secret = observed.proxy_secrets[0].arn.as_str();
    let key = observed.proxy_secrets[0].key.present().unwrap().arn.as_str();
    assert_eq!(of("secretsmanager:DescribeSecret"), [secret].into());
    assert_eq!(of("secretsmanager:GetSecretValue"), [secret].into());
    assert_eq!((of("kms:GetKeyPolicy"), of("kms:Decrypt")), ([key].into(), [key].into()));
    let roles = [&observed.proxy_role, &observed.function_role].map(|role| role.present().unwrap().arn.as_str());
    assert_eq!(of("iam:GetRolePolicy"), roles.into());
    let function = connection.account.arn("lambda", &format!("function:{FUNCTION}"));
    // The function that rotates the secret is read too.
    let rotation = connection.account.arn("lambda", "function:orders-rotation");
    assert_eq!(of("lambda:GetFunctionConfiguration"), [function.as_str(), &format!("{function}:*"), &rotation].into());
    assert_eq!(of("ec2:DescribeVpcs"), ["*"].into());
    assert!(!of("rds:DescribeDBInstances").contains("*"));
}

/// Every action exists, every resource fits its action, and `*` stands only where it must.
#[tokio::test]
async fn parliament_finds_nothing_wrong() {
    let Some(python) = service("RPW_TEST_PYTHON") else { return };
    let connection = company("broken-key", rich);
    let (observed, _) = watched(&connection, Some(&existing(Some(FUNCTION), true))).await;
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for (name, one) in [("all", None), ("one", Some(&observed[0]))] {
        let path = folder.path().join(format!("{name}.json"));
        std::fs::write(&path, read_policy(&connection.account, one, true).to_json()).unwrap();
        files.push(path);
    }
    let check = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/export/lint_policies.py");
    let output = Command::new(python).args(["-W", "ignore"]).arg(check).args(files).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}
