//! The exported minimum policy is enough for everything the program does about a setup, and for
//! nothing else: observe, plan with its checks, apply, resume, undo and validate run under it.
//!
//! On the practice account, which enforces no policies, a guard refuses every call that the policy
//! does not cover; `emulated` has an emulator refuse them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod emulated;

use std::collections::BTreeSet;
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
use rds_proxy_wizard::domain::setup::{SecretSetup, Setup};
use rds_proxy_wizard::export;
use rds_proxy_wizard::plan::preflight::{asked, preflight};
use rds_proxy_wizard::plan::{Plan, build};
use rds_proxy_wizard::practice::SCENARIOS;

use crate::flow::{Heard, Journey, cases, choices};
use crate::read_only::behind;

pub fn minimum(setup: &Setup) -> Document {
    let files = export::files(setup).unwrap();
    let file = files.iter().find(|file| file.name() == "your-own-minimum.json").unwrap();
    serde_json::from_str(&file.text).unwrap()
}

/// Refuses what the policy does not cover, and notes what was asked.
struct Guard {
    setup: Setup,
    policy: Document,
    asked: Mutex<BTreeSet<String>>,
    refused: Mutex<Vec<String>>,
}

impl Guard {
    fn of(setup: &Setup) -> Arc<Self> {
        let policy = minimum(setup);
        Arc::new(Self { setup: setup.clone(), policy, asked: Mutex::default(), refused: Mutex::default() })
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
        "iam:SimulatePrincipalPolicy" => vec![named.to_owned()],
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
        "rds:DescribeDBParameters" => of("rds", &[&format!("pg:{named}")]),
        "rds:DescribeDBClusterParameters" => of("rds", &[&format!("cluster-pg:{named}")]),
        _ if action.starts_with("rds:") => of("rds", &["db-proxy:prx-1"]),
        "ec2:DescribeVpcAttribute" => of("ec2", &[&format!("vpc/{}", setup.network.vpc_id)]),
        "ec2:GetManagedPrefixListEntries" => of("ec2", &["prefix-list/pl-1"]),
        _ if action.starts_with("ec2:Describe") => unlimited,
        "ec2:CreateSecurityGroup" => of("ec2", &["security-group/sg-new", &format!("vpc/{}", setup.network.vpc_id)]),
        "ec2:CreateVpcEndpoint" => {
            let endpoint = setup.network.endpoint.as_ref().unwrap();
            let subnets = endpoint.subnet_ids.iter().map(|id| account.arn("ec2", &format!("subnet/{id}")));
            let vpc = format!("vpc/{}", setup.network.vpc_id);
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

/// The account as one sees it who has this policy alone.
struct Guest {
    journey: Journey,
    guard: Arc<Guard>,
}

impl Guest {
    async fn new(scenario: &str, choices: Choices) -> Option<Self> {
        let journey = Journey::new(scenario, choices);
        let setup = design(&journey.choices, &journey.observe().await).ok()?;
        Some(Self { journey, guard: Guard::of(&setup) })
    }

    fn writer(&self) -> Arc<dyn Writer> {
        Arc::new(Watched::new(self.journey.practice.clone(), self.guard.clone()))
    }

    async fn observe(&self) -> Observed {
        let writer = self.writer();
        let account = self.journey.connection().account;
        let mut observed = discover::observe(writer.as_reader(), &account, &self.journey.choices).await;
        let plan = self.planned(&observed);
        observed.permissions = discover::permissions(writer.as_reader(), &asked(&plan)).await;
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
        observe_proxy(self.writer().as_reader(), connection.clock.as_ref(), &connection.account, &existing).await;
    }

    /// Everything there is to do about a setup, twice over, the second time after its undo. Stops
    /// where a scenario lets nobody go on.
    async fn do_everything(&self) {
        discover::pickers(self.writer().as_reader()).await;
        let writer = self.writer();
        let (secrets, keys, roles, caller) =
            futures::join!(writer.secrets(), writer.kms_keys(), writer.proxy_roles(), writer.caller());
        drop((secrets, keys, roles, caller));
        for _ in 0..2 {
            let plan = self.planned(&self.observe().await);
            let stop = Stop::default();
            stop.ask(StopAt::AfterStep);
            let heard = Heard::default();
            let stopped = self.journey.engine(Some(self.writer()), heard.emit(), stop).run(plan).await.unwrap();
            assert_eq!(stopped.end, End::Stopped);
            let engine = || self.journey.engine(Some(self.writer()), heard.emit(), Stop::default());
            let outcome = engine().resume(stopped.receipt).await.unwrap();
            self.observe().await;
            self.validate().await;
            let undone = engine().undo(outcome.receipt).await.unwrap();
            assert!(self.guard.refused.lock().unwrap().is_empty(), "{:#?}", self.guard.refused);
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
async fn it_is_enough_for_everything_in_every_mode_and_scenario_and_for_nothing_else() {
    let (mut made, mut allowed) = (BTreeSet::new(), BTreeSet::new());
    for (scenario, choices) in all_cases() {
        let what = format!("{scenario}: {} {} {}", choices.database, choices.function, choices.auth_mode);
        let Some(guest) = Guest::new(scenario, choices).await else { continue };
        guest.do_everything().await;
        assert!(guest.guard.refused.lock().unwrap().is_empty(), "{what}: {:#?}", guest.guard.refused);
        made.extend(guest.guard.asked.lock().unwrap().clone());
        let actions = guest.guard.policy.statement.iter().flat_map(|statement| statement.action.iter());
        allowed.extend(actions.map(str::to_owned));
    }
    // Made by services in the caller's name, or only where the account has what it is about.
    let unseen = [
        "iam:GetPolicy",
        "iam:GetPolicyVersion",
        "kms:Decrypt",
        "kms:GenerateDataKey",
        "lambda:ListTags",
        "lambda:GetCapacityProvider",
        "ec2:GetManagedPrefixListEntries",
        "ec2:DescribeManagedPrefixLists",
        "ec2:DescribeVpcPeeringConnections",
        "iam:ListAccountAliases",
    ];
    let never: Vec<&String> = allowed.difference(&made).filter(|action| !unseen.contains(&action.as_str())).collect();
    assert!(never.is_empty(), "allowed, and never needed: {never:?}");
    assert!(made.is_subset(&allowed), "{:?}", made.difference(&allowed));
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
        let guest = Guest::new("default", choices).await.unwrap();
        let mut policy = guest.guard.policy.clone();
        for statement in &mut policy.statement {
            statement.action.0.retain(|allowed| allowed != action);
        }
        let setup = guest.guard.setup.clone();
        let guard = Guard { setup, policy, asked: Mutex::default(), refused: Mutex::default() };
        let guest = Guest { guard: Arc::new(guard), ..guest };
        let plan = guest.journey.plan().await;
        let engine = || guest.journey.engine(Some(guest.writer()), Heard::default().emit(), Stop::default());
        let outcome = engine().run(plan).await.unwrap();
        guest.validate().await;
        engine().undo(outcome.receipt).await.unwrap();
        let refused = guest.guard.refused.lock().unwrap().clone();
        assert!(refused.iter().any(|refused| refused.starts_with(action)), "{action}: {refused:?}");
    }
}

/// No statement speaks of everything but one whose actions know no resource, and each right that can be
/// turned to other ends is tied to its end.
#[tokio::test]
async fn rights_are_tied_to_what_they_are_for() {
    let guest = Guest::new("default", with_key("crm", AuthMode::StandardIam)).await.unwrap();
    let conditioned = |action: &str, key: &str| {
        let of = |statement: &&Statement| statement.has_action(action);
        let statements: Vec<_> = guest.guard.policy.statement.iter().filter(of).collect();
        assert!(!statements.is_empty(), "{action}");
        let tied = |keys: &std::collections::BTreeMap<_, _>| keys.contains_key(key);
        assert!(statements.iter().all(|statement| statement.condition.values().any(tied)), "{action}");
    };
    conditioned("iam:PassRole", "iam:PassedToService");
    conditioned("iam:AttachRolePolicy", "iam:PolicyARN");
    conditioned("iam:DetachRolePolicy", "iam:PolicyARN");
    conditioned("kms:GenerateDataKey", "kms:ViaService");
    conditioned("kms:Decrypt", "kms:ViaService");
}
