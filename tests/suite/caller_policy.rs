//! The exported policies for whoever does it are each enough for what they are for, and for nothing else:
//! observe and validate run under the first alone, apply and resume with the one to create, undo with the
//! one to undo.
//!
//! On the practice account, which enforces no policies, a guard refuses every call that the policy
//! does not cover; `emulated` has an emulator refuse them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod emulated;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use rds_proxy_wizard::apply::{End, Stop, StopAt};
use rds_proxy_wizard::cloud::watched::{Call, Watch, Watched};
use rds_proxy_wizard::cloud::{CloudError, CloudResult, ErrorKind, Writer};
use rds_proxy_wizard::design::{design, names};
use rds_proxy_wizard::discover::{self, Existing, observe_proxy};
use rds_proxy_wizard::domain::choices::{Choices, EndpointChoice, IfDeleted};
use rds_proxy_wizard::domain::observed::Observed;
use rds_proxy_wizard::domain::policy::{Document, Statement};
use rds_proxy_wizard::domain::proxy::AuthMode;
use rds_proxy_wizard::domain::setup::{GroupPart, SecretSetup, Setup};
use rds_proxy_wizard::export;
use rds_proxy_wizard::plan::preflight::{asked, preflight};
use rds_proxy_wizard::plan::{Plan, build};
use rds_proxy_wizard::practice::SCENARIOS;

use crate::flow::{Heard, Journey, cases, choices};
use crate::read_only::behind;

pub const VALIDATE: &str = "you-validate.json";
pub const CREATE: &str = "you-create.json";
pub const UNDO: &str = "you-undo.json";

/// What these files allow together.
pub fn allowed(setup: &Setup, names: &[&str]) -> Document {
    let files = export::files(setup).unwrap();
    let statements = |name: &&str| {
        let file = files.iter().find(|file| file.name() == *name).unwrap();
        serde_json::from_str::<Document>(&file.text).unwrap().statement
    };
    Document::new(names.iter().flat_map(statements).collect())
}

/// Refuses what the files do not cover, and notes what was asked.
struct Guard {
    setup: Setup,
    policy: Document,
    asked: Mutex<BTreeSet<String>>,
    refused: Mutex<Vec<String>>,
}

impl Guard {
    fn new(setup: &Setup, policy: Document) -> Arc<Self> {
        Arc::new(Self { setup: setup.clone(), policy, asked: Mutex::default(), refused: Mutex::default() })
    }

    fn asked(&self) -> BTreeSet<String> {
        self.asked.lock().unwrap().clone()
    }

    fn covers(&self, action: &str, resource: &str) -> bool {
        let tied = |statement: &&Statement| {
            statement.condition.values().any(|keys| keys.contains_key("secretsmanager:SecretId"))
        };
        let statements = self.policy.statement.iter().filter(|statement| !tied(statement));
        statements.into_iter().any(|statement| statement.covers(action, resource))
    }

    /// Secrets of other logins, on a proxy that was there before: nobody who sets this up must see them.
    fn is_none_of_ours(&self, call: Call<'_>) -> bool {
        let secret = call.resource.contains(":secret:") && !call.writes;
        secret && !self.covers("secretsmanager:DescribeSecret", call.resource)
    }
}

impl Watch for Guard {
    fn before(&self, call: Call<'_>) -> CloudResult<()> {
        if self.is_none_of_ours(call) {
            return Err(CloudError::new(ErrorKind::Denied, call.operation, "the policy does not cover it"));
        }
        for (action, resources) in needed(&self.setup, call) {
            self.asked.lock().unwrap().insert(action.clone());
            let lacking: Vec<&String> = resources.iter().filter(|resource| !self.covers(&action, resource)).collect();
            if !lacking.is_empty() {
                self.refused.lock().unwrap().push(format!("{action} on {lacking:?}"));
                return Err(CloudError::new(ErrorKind::Denied, action, "the policy does not cover it"));
            }
        }
        Ok(())
    }
}

/// The IAM actions behind a call, each with every resource it is checked against.
fn needed(setup: &Setup, call: Call<'_>) -> Vec<(String, Vec<String>)> {
    let mut actions = vec![call.operation];
    actions.extend(behind(call.operation));
    actions.extend(beside(call.operation));
    let action = |action: &str| (action.to_owned(), resources(setup, action, call));
    actions.into_iter().map(action).collect()
}

/// What AWS checks beside the action a write is named after.
fn beside(operation: &str) -> &'static [&'static str] {
    match operation {
        "secretsmanager:CreateSecret" => &["secretsmanager:TagResource"],
        "iam:CreateRole" => &["iam:TagRole"],
        "ec2:CreateSecurityGroup" => &["ec2:CreateTags", "ec2:RevokeSecurityGroupEgress"],
        "ec2:CreateVpcEndpoint" => &["ec2:CreateTags", "route53:AssociateVPCWithHostedZone"],
        "rds:CreateDBProxy" => &["iam:PassRole", "rds:AddTagsToResource"],
        "rds:CreateDBProxyEndpoint" => &["rds:AddTagsToResource"],
        "rds:ModifyDBProxy" => &["iam:PassRole"],
        _ => &[],
    }
}

fn resources(setup: &Setup, action: &str, call: Call<'_>) -> Vec<String> {
    let (account, named) = (&setup.account, call.resource);
    let of = |service: &str, kinds: &[&str]| kinds.iter().map(|kind| account.arn(service, kind)).collect();
    let function = &setup.access.function_arn;
    let unlimited = vec!["*".to_owned()];
    match action {
        "secretsmanager:ListSecrets" | "secretsmanager:GetRandomPassword" => unlimited,
        _ if action.starts_with("secretsmanager:") && named.starts_with("arn:") => vec![named.to_owned()],
        _ if action.starts_with("secretsmanager:") => match &setup.secret {
            SecretSetup::Used { name, arn, .. } if name == named => vec![arn.clone()],
            _ => of("secretsmanager", &[&format!("secret:{named}-AbCdEf")]),
        },
        "kms:ListAliases" => unlimited,
        _ if action.starts_with("kms:") => vec![setup.secret.key().unwrap().arn.clone()],
        "iam:ListRoles" | "iam:ListAccountAliases" | "sts:GetCallerIdentity" => unlimited,
        "iam:SimulatePrincipalPolicy" | "iam:GetPolicy" | "iam:GetPolicyVersion" => vec![named.to_owned()],
        "iam:PassRole" => vec![setup.role.arn.clone()],
        "iam:GetRole" if named != setup.role.name && named != setup.access.role_name => {
            vec![account.global_arn("iam", &format!("role/{named}"))]
        }
        // The call names the policy: that of one role, or of the other.
        _ if action.starts_with("iam:") => {
            let of_proxy = named == setup.role.name || named == setup.role.policy_name;
            vec![if of_proxy { setup.role.arn.clone() } else { setup.access.role_arn.clone() }]
        }
        "lambda:ListFunctions" => unlimited,
        "lambda:GetCapacityProvider" => vec![named.to_owned()],
        "lambda:UpdateAlias" | "lambda:DeleteFunction" => vec![format!("{function}:{named}")],
        _ if action.starts_with("lambda:") => vec![function.clone()],
        "rds:CreateDBProxy" | "rds:DescribeEvents" => unlimited,
        "rds:ModifyDBInstance" | "rds:ModifyDBCluster" => vec![setup.database.arn.clone()],
        "rds:DescribeDBProxyTargets" => of("rds", &["db-proxy:prx-1", "target-group:prx-tg-1"]),
        "rds:DescribeDBProxyTargetGroups" | "rds:ModifyDBProxyTargetGroup" => of("rds", &["target-group:prx-tg-1"]),
        "rds:RegisterDBProxyTargets" => {
            [of("rds", &["target-group:prx-tg-1"]), vec![setup.database.arn.clone()]].concat()
        }
        "rds:DeregisterDBProxyTargets" => {
            [of("rds", &["db-proxy:prx-1", "target-group:prx-tg-1"]), vec![setup.database.arn.clone()]].concat()
        }
        "rds:DescribeDBInstances" => of("rds", &["db:any"]),
        "rds:DescribeDBClusters" => of("rds", &["cluster:any"]),
        "rds:DescribeDBSubnetGroups" => of("rds", &["subgrp:any"]),
        "rds:DescribeGlobalClusters" => vec![account.global_arn("rds", "global-cluster:any")],
        "rds:DescribeBlueGreenDeployments" => of("rds", &["deployment:any"]),
        "rds:DescribeEventSubscriptions" => of("rds", &["es:any"]),
        "rds:DescribeDBProxyEndpoints" => of("rds", &["db-proxy-endpoint:prx-endpoint-1"]),
        "rds:CreateDBProxyEndpoint" => of("rds", &["db-proxy:prx-1", "db-proxy-endpoint:prx-endpoint-1"]),
        "rds:DeleteDBProxyEndpoint" => of("rds", &["db-proxy-endpoint:prx-endpoint-1"]),
        "rds:AddTagsToResource" if call.operation == "rds:CreateDBProxyEndpoint" => {
            of("rds", &["db-proxy-endpoint:prx-endpoint-1"])
        }
        "rds:DescribeDBParameters" => of("rds", &[&format!("pg:{named}")]),
        "rds:DescribeDBClusterParameters" => of("rds", &[&format!("cluster-pg:{named}")]),
        _ if action.starts_with("rds:") => of("rds", &["db-proxy:prx-1"]),
        // The list of all is asked for beside it, and its DNS is not.
        "ec2:DescribeVpcAttribute" if named.is_empty() => of("ec2", &[&format!("vpc/{}", setup.network.vpc_id)]),
        "ec2:DescribeVpcAttribute" => of("ec2", &[&format!("vpc/{named}")]),
        "ec2:GetManagedPrefixListEntries" => of("ec2", &["prefix-list/pl-1"]),
        _ if action.starts_with("ec2:Describe") => unlimited,
        "ec2:CreateSecurityGroup" => {
            let group = setup.network.groups.iter().find(|group| group.name == named).unwrap();
            of("ec2", &["security-group/sg-new", &format!("vpc/{}", setup.network.vpc_of(group.part))])
        }
        "ec2:CreateVpcEndpoint" => {
            let endpoint = setup.network.endpoint.as_ref().unwrap();
            let subnets = endpoint.subnet_ids.iter().map(|id| account.arn("ec2", &format!("subnet/{id}")));
            let vpc = format!("vpc/{}", setup.network.vpc_of(GroupPart::Endpoint));
            let rest: Vec<String> = of("ec2", &["vpc-endpoint/vpce-new", "security-group/sg-new", &vpc]);
            subnets.chain(rest).collect()
        }
        "ec2:CreateTags" if call.operation == "ec2:CreateVpcEndpoint" => of("ec2", &["vpc-endpoint/vpce-new"]),
        "ec2:DeleteVpcEndpoints" => of("ec2", &[&format!("vpc-endpoint/{named}")]),
        "ec2:CreateTags" | "ec2:RevokeSecurityGroupEgress" if call.operation == "ec2:CreateSecurityGroup" => {
            of("ec2", &["security-group/sg-new"])
        }
        _ if action.starts_with("ec2:") => of("ec2", &[&format!("security-group/{named}")]),
        "route53:AssociateVPCWithHostedZone" => vec!["arn:aws:route53:::hostedzone/Z1".into()],
        "logs:FilterLogEvents" => of("logs", &[&format!("log-group:{named}")]),
        "cloudwatch:DescribeAlarms" => of("cloudwatch", &["alarm:any"]),
        _ => unlimited,
    }
}

/// The account as those see it who have these policies alone.
struct Guest {
    journey: Journey,
    setup: Setup,
    reading: Arc<Guard>,
    creating: Arc<Guard>,
    undoing: Arc<Guard>,
}

impl Guest {
    async fn new(scenario: &str, choices: Choices) -> Option<Self> {
        Self::without("", scenario, choices).await
    }

    /// With all of the policies but this action.
    async fn without(action: &str, scenario: &str, choices: Choices) -> Option<Self> {
        let journey = Journey::new(scenario, choices);
        let setup = design(&journey.choices, &journey.observe().await).ok()?;
        let guard = |names: &[&str]| {
            let mut policy = allowed(&setup, names);
            for statement in &mut policy.statement {
                statement.action.0.retain(|allowed| allowed != action);
            }
            Guard::new(&setup, policy)
        };
        let (reading, creating, undoing) = (guard(&[VALIDATE]), guard(&[VALIDATE, CREATE]), guard(&[VALIDATE, UNDO]));
        Some(Self { journey, setup, reading, creating, undoing })
    }

    fn under(&self, guard: &Arc<Guard>) -> Arc<dyn Writer> {
        Arc::new(Watched::new(self.journey.practice.clone(), guard.clone()))
    }

    fn refused(&self) -> Vec<String> {
        let guards = [&self.reading, &self.creating, &self.undoing];
        guards.iter().flat_map(|guard| guard.refused.lock().unwrap().clone()).collect()
    }

    async fn observe(&self) -> Observed {
        let account = self.journey.connection().account;
        let mut observed =
            discover::observe(self.under(&self.reading).as_reader(), &account, &self.journey.choices).await;
        let plan = self.planned(&observed);
        observed.permissions = discover::permissions(self.under(&self.creating).as_reader(), &asked(&plan)).await;
        preflight(&observed, plan.setup().unwrap(), &plan);
        observed
    }

    fn planned(&self, observed: &Observed) -> Plan {
        let setup = design(&self.journey.choices, observed).unwrap_or_else(|problems| panic!("{problems:#?}"));
        build(observed, &setup).unwrap_or_else(|conflicts| panic!("{conflicts:#?}"))
    }

    async fn validate(&self) {
        let choices = &self.journey.choices;
        let existing = Existing {
            proxy: names::proxy(choices),
            function: Some(choices.function.parse().unwrap()),
            read_secrets: false,
        };
        let connection = self.journey.connection();
        observe_proxy(self.under(&self.reading).as_reader(), connection.clock.as_ref(), &connection.account, &existing)
            .await;
    }

    /// Everything there is to do about a setup, twice over, the second time after its undo. Stops
    /// where a scenario lets nobody go on.
    async fn do_everything(&self) {
        let writer = self.under(&self.reading);
        discover::pickers(writer.as_reader()).await;
        let (secrets, keys, roles, caller) =
            futures::join!(writer.secrets(), writer.kms_keys(), writer.proxy_roles(), writer.caller());
        drop((secrets, keys, roles, caller));
        for _ in 0..2 {
            let plan = self.planned(&self.observe().await);
            let stop = Stop::default();
            stop.ask(StopAt::AfterStep);
            let heard = Heard::default();
            let stopped =
                self.journey.engine(Some(self.under(&self.creating)), heard.emit(), stop).run(plan).await.unwrap();
            assert_eq!(stopped.end, End::Stopped);
            let engine = |guard| self.journey.engine(Some(self.under(guard)), heard.emit(), Stop::default());
            let outcome = engine(&self.creating).resume(stopped.receipt).await.unwrap();
            self.observe().await;
            self.validate().await;
            let undone = engine(&self.undoing).undo(outcome.receipt).await.unwrap();
            assert_eq!(self.refused(), [""; 0]);
            if outcome.end == End::Finished {
                assert_eq!(undone.end, End::Finished, "{:#?}", undone.receipt);
            }
        }
    }
}

fn with_key(database: &str, mode: AuthMode) -> Choices {
    let mut choices = choices(database, "billing-pdf", mode);
    choices.secret.kms_key = Some("alias/orders".into());
    choices
}

fn all_cases() -> Vec<(&'static str, Choices)> {
    let mut all = cases();
    for mode in AuthMode::ALL {
        let mut endpoint = choices("orders-prod", "orders-api", mode);
        endpoint.network.secrets_endpoint = EndpointChoice::Create;
        all.push(("default", endpoint));
    }
    let mut restored = choices("crm", "billing-pdf", AuthMode::StandardIam);
    restored.secret.if_deleted = IfDeleted::Restore;
    all.push(("default", restored));
    all.push(("default", with_key("crm", AuthMode::StandardIam)));
    all.extend(
        SCENARIOS
            .iter()
            .flat_map(|scenario| AuthMode::ALL.map(|mode| (scenario.name, choices("crm", "billing-pdf", mode)))),
    );
    all
}

#[tokio::test]
async fn they_are_enough_for_everything_in_every_mode_and_scenario_and_for_nothing_else() {
    let (mut made, mut made_to) = (BTreeSet::new(), BTreeMap::<_, BTreeSet<String>>::new());
    let mut may = BTreeMap::<_, BTreeSet<String>>::new();
    for (scenario, choices) in all_cases() {
        let what = format!("{scenario}: {} {} {}", choices.database, choices.function, choices.auth_mode);
        let Some(guest) = Guest::new(scenario, choices).await else { continue };
        guest.do_everything().await;
        assert_eq!(guest.refused(), [""; 0], "{what}");
        let (read, created, undone) = (guest.reading.asked(), guest.creating.asked(), guest.undoing.asked());
        made.extend([&read, &created, &undone].into_iter().flatten().cloned());
        made_to.entry(VALIDATE).or_default().extend([&read, &created, &undone].into_iter().flatten().cloned());
        made_to.entry(CREATE).or_default().extend(created);
        made_to.entry(UNDO).or_default().extend(undone);
        for file in [VALIDATE, CREATE, UNDO] {
            let policy = allowed(&guest.setup, &[file]);
            let actions = policy.statement.iter().flat_map(|statement| statement.action.iter().map(str::to_owned));
            may.entry(file).or_default().extend(actions.collect::<Vec<_>>());
        }
    }
    // Made by services in the caller's name, or only where the account has what it is about.
    let unseen = [
        "kms:Decrypt",
        "kms:GenerateDataKey",
        "lambda:ListTags",
        "secretsmanager:ListSecretVersionIds",
        "lambda:GetCapacityProvider",
        "ec2:GetManagedPrefixListEntries",
        "ec2:DescribeManagedPrefixLists",
        "ec2:DescribeVpcPeeringConnections",
        "iam:ListAccountAliases",
    ];
    // A step whose end is unknown is taken back by asking which version it published, with the call that
    // publishes: nothing here is cut off.
    let of_unknown_end = |file: &str, action: &str| file == UNDO && action == "lambda:PublishVersion";
    for (file, may) in &may {
        let never: Vec<&String> = may
            .difference(&made_to[file])
            .filter(|action| !unseen.contains(&action.as_str()) && !of_unknown_end(file, action))
            .collect();
        assert!(never.is_empty(), "{file} allows what is never needed: {never:?}");
    }
    let may: BTreeSet<String> = may.into_values().flatten().collect();
    assert!(made.is_subset(&may), "{:?}", made.difference(&may));
}

/// A guard that lets everything pass would pass every test.
#[tokio::test]
async fn what_the_policy_lacks_is_refused() {
    for (action, mode) in [
        ("rds:ListTagsForResource", AuthMode::StandardIam),
        ("lambda:DeleteFunction", AuthMode::StandardIam),
        ("ec2:DescribeDhcpOptions", AuthMode::EndToEndIam),
        ("rds:DeregisterDBProxyTargets", AuthMode::Password),
    ] {
        let mut choices = choices("orders-prod", "orders-mailer", mode);
        choices.access.publish_to_alias = Some("live".into());
        let guest = Guest::without(action, "default", choices).await.unwrap();
        let plan = guest.journey.plan().await;
        let engine = |guard| guest.journey.engine(Some(guest.under(guard)), Heard::default().emit(), Stop::default());
        let outcome = engine(&guest.creating).run(plan).await.unwrap();
        guest.validate().await;
        engine(&guest.undoing).undo(outcome.receipt).await.unwrap();
        let refused = guest.refused();
        assert!(refused.iter().any(|refused| refused.starts_with(action)), "{action}: {refused:?}");
    }
}

/// No statement speaks of everything but one whose actions know no resource, and each right that can be
/// turned to other ends is tied to its end.
#[tokio::test]
async fn rights_are_tied_to_what_they_are_for() {
    let guest = Guest::new("default", with_key("crm", AuthMode::StandardIam)).await.unwrap();
    let conditioned = |file: &str, action: &str, key: &str| {
        let policy = allowed(&guest.setup, &[file]);
        let statements: Vec<_> = policy.statement.iter().filter(|statement| statement.has_action(action)).collect();
        assert!(!statements.is_empty(), "{file} {action}");
        let tied = |keys: &BTreeMap<_, _>| keys.contains_key(key);
        assert!(statements.iter().all(|statement| statement.condition.values().any(tied)), "{file} {action}");
    };
    conditioned(CREATE, "iam:PassRole", "iam:PassedToService");
    conditioned("you-prove.json", "iam:PassRole", "iam:PassedToService");
    conditioned(CREATE, "iam:AttachRolePolicy", "iam:PolicyARN");
    conditioned(UNDO, "iam:DetachRolePolicy", "iam:PolicyARN");
    conditioned(CREATE, "kms:GenerateDataKey", "kms:ViaService");
    conditioned(CREATE, "kms:Decrypt", "kms:ViaService");
}

/// Reading changes nothing, and who takes back makes nothing.
#[tokio::test]
async fn each_is_for_its_own_end() {
    let guest = Guest::new("default", choices("orders-prod", "orders-mailer", AuthMode::Password)).await.unwrap();
    let makes = ["secretsmanager:CreateSecret", "iam:CreateRole", "ec2:CreateSecurityGroup", "rds:CreateDBProxy"];
    let takes_back = ["secretsmanager:DeleteSecret", "iam:DeleteRole", "rds:DeleteDBProxy", "ec2:DeleteSecurityGroup"];
    for (file, has, has_not) in [(CREATE, makes, takes_back), (UNDO, takes_back, makes)] {
        let policy = allowed(&guest.setup, &[file]);
        let may = |action: &&str| policy.statement.iter().any(|statement| statement.has_action(action));
        assert!(has.iter().all(may), "{file} lacks one of {has:?}");
        assert!(!has_not.iter().any(may), "{file} has one of {has_not:?}");
        let reads = allowed(&guest.setup, &[VALIDATE]);
        let read = |action: &&str| reads.statement.iter().any(|statement| statement.has_action(action));
        assert!(!has.iter().any(read), "{VALIDATE} has one of {has:?}");
    }
}

/// The files are the same before an apply and after it: what is owned is taken back, there or not.
#[tokio::test]
async fn an_owned_secret_may_be_deleted_before_and_after_it_is_made() {
    let choices = choices("orders-prod", "orders-mailer", AuthMode::StandardIam);
    let journey = Journey::new("default", choices);
    let before = design(&journey.choices, &journey.observe().await).unwrap();
    let engine = journey.engine(None, Heard::default().emit(), Stop::default());
    assert_eq!(engine.run(journey.plan().await).await.unwrap().end, End::Finished);
    let after = design(&journey.choices, &journey.observe().await).unwrap();
    for setup in [&before, &after] {
        let policy = allowed(setup, &[UNDO]);
        assert!(policy.statement.iter().any(|statement| statement.has_action("secretsmanager:DeleteSecret")));
    }
    for file in [VALIDATE, CREATE, UNDO] {
        assert_eq!(allowed(&before, &[file]), allowed(&after, &[file]), "{file}");
    }
}

/// AWS's limit on a managed policy: 6,144 characters, white space not counted.
#[tokio::test]
async fn each_fits_a_managed_policy() {
    for (scenario, choices) in all_cases() {
        let Some(guest) = Guest::new(scenario, choices).await else { continue };
        for file in export::files(&guest.setup).unwrap().iter().filter(|file| file.name().starts_with("you-")) {
            let length = file.text.chars().filter(|c| !c.is_whitespace()).count();
            assert!(length <= 6144, "{scenario}: {} has {length} characters", file.name());
        }
    }
}
