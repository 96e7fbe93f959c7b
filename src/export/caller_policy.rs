//! The least that whoever sets this up, goes on with it, takes it back and validates it must be
//! allowed.
//!
//! Derived: what is read is what the policy for reading allows, of this setup; what is changed is
//! what the steps of a plan from nothing say they need, to be made and to be undone. Actions and
//! their resources are as the Service Authorization Reference lists them.

use std::collections::{BTreeMap, BTreeSet};

use super::read_policy;
use crate::cloud::ProxyChange;
use crate::domain::account::Caller;
use crate::domain::observed::Observed;
use crate::domain::policy::{Document, OneOrMany, Statement};
use crate::domain::setup::Setup;
use crate::plan::actions::ModifyProxy;
use crate::plan::actions::put_role_policy::Purpose;
use crate::plan::{Action, build};

pub(super) fn document(setup: &Setup) -> Document {
    let caller = Caller { account: setup.account.id.clone(), arn: setup.account.principal.clone() };
    let mut statements = read_policy::of_setup(setup);
    // What the caller may do is asked before anything is done.
    statements.push(allow("AskWhatYouMay", ["iam:SimulatePrincipalPolicy".into()], [caller.policy_source_arn()]));
    for (purpose, needed) in by_purpose(setup) {
        statements.extend(writes(purpose, setup, needed));
    }
    Document::new(statements)
}

fn allow(
    sid: &str,
    actions: impl IntoIterator<Item = String>,
    resources: impl IntoIterator<Item = String>,
) -> Statement {
    Statement::allow(Some(sid), OneOrMany(actions.into_iter().collect()), OneOrMany(resources.into_iter().collect()))
}

/// Action and resource, as steps name them.
type Needed = BTreeSet<(String, String)>;

/// What the steps need, by what they are for, in the order of the plan.
fn by_purpose(setup: &Setup) -> Vec<(&'static str, Needed)> {
    let nothing = Observed::nothing(setup.account.clone());
    // Only what is there already can be in the way of a plan.
    let steps = build(&nothing, setup).map(|plan| plan.steps).unwrap_or_default();
    let steps = steps.into_iter().filter(|step| step.change != crate::plan::Change::AlreadySo).map(|step| step.action);
    let mut all: Vec<(&'static str, Needed)> = Vec::new();
    for action in steps.chain([as_changed(setup)]) {
        let account = &setup.account;
        let needed = action.needed(account).into_iter().chain(action.needed_to_undo(account));
        match all.iter_mut().find(|(there, _)| *there == purpose(&action)) {
            Some((_, there)) => there.extend(needed),
            None => all.push((purpose(&action), needed.collect())),
        }
    }
    all
}

/// A proxy that is there already is brought to the setup, and back.
fn as_changed(setup: &Setup) -> Action {
    let change = ProxyChange { role_arn: Some(setup.role.arn.clone()), ..ProxyChange::default() };
    Action::ModifyProxy(ModifyProxy {
        name: setup.proxy.name.clone(),
        arn: setup.account.arn("rds", "db-proxy:*"),
        before: change.clone(),
        change,
    })
}

/// Becomes the statement's `Sid`.
fn purpose(action: &Action) -> &'static str {
    match action {
        Action::CreateSecret(_) => "MakeTheSecret",
        Action::RestoreSecret(_) => "RestoreTheSecret",
        Action::CreateRole(_) => "MakeTheProxyRole",
        Action::PutRolePolicy(put) => match put.purpose {
            Purpose::ProxyReadsSecret | Purpose::ProxyLogsIn => "MakeTheProxyRole",
            Purpose::FunctionConnects | Purpose::FunctionReadsSecret => "LetTheFunctionConnect",
        },
        Action::CreateSecurityGroup(_) => "MakeGroups",
        Action::AuthorizeRule(_) => "WriteTheRules",
        Action::CreateVpcEndpoint(_) => "MakeTheEndpoint",
        Action::CreateProxy(_) | Action::ModifyProxy(_) => "MakeTheProxy",
        Action::ModifyPool(_) => "SizeThePool",
        Action::RegisterTarget(_) => "RegisterTheDatabase",
        Action::EnableDatabaseIamAuth(_) => "TurnOnIamAuthentication",
        Action::AttachVpcPolicy(_) => "LetTheFunctionJoinTheVpc",
        Action::UpdateFunction(_) | Action::PublishAndMoveAlias(_) => "ChangeTheFunction",
    }
}

/// Operator, key and value of a condition.
type Condition = (&'static str, &'static str, String);

/// One statement for all actions on the same resources.
fn writes(purpose: &str, setup: &Setup, needed: Needed) -> Vec<Statement> {
    let mut resources: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (action, resource) in needed {
        resources.entry(action).or_default().insert(resource);
    }
    let mut alike: BTreeMap<(BTreeSet<String>, Option<Condition>), Vec<String>> = BTreeMap::new();
    for (action, on) in resources {
        // The secret may get one of the names that follow its own.
        let on = if action.starts_with("secretsmanager:") && !on.contains("*") {
            read_policy::secrets(setup).into_iter().collect()
        } else {
            on
        };
        alike.entry((on, condition(&action, setup))).or_default().push(action);
    }
    let numbered = alike.into_iter().enumerate().map(|(at, ((resources, condition), actions))| {
        let sid = if at == 0 { purpose.to_owned() } else { format!("{purpose}{}", at + 1) };
        let allow = allow(&sid, actions, resources);
        match condition {
            Some((operator, key, value)) => allow.when(operator, key, &value),
            None => allow,
        }
    });
    numbered.collect()
}

fn condition(action: &str, setup: &Setup) -> Option<Condition> {
    let account = &setup.account;
    Some(match action {
        "iam:PassRole" => ("StringEquals", "iam:PassedToService", "rds.amazonaws.com".to_owned()),
        "iam:AttachRolePolicy" | "iam:DetachRolePolicy" => {
            let policy = account.managed_policy_arn("service-role/AWSLambdaVPCAccessExecutionRole");
            ("ArnEquals", "iam:PolicyARN", policy)
        }
        "kms:Decrypt" | "kms:GenerateDataKey" => {
            let service = format!("secretsmanager.{}.{}", account.region, account.dns_suffix());
            ("StringEquals", "kms:ViaService", service)
        }
        _ => return None,
    })
}
