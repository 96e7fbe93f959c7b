//! The least that whoever makes this setup, and whoever takes it back, must be allowed beyond reading it.
//!
//! Derived: what is changed is what the steps of a plan from nothing say they need, to be made and to be
//! undone; what the policy for reading allows is not said again. Actions and their resources are as the
//! Service Authorization Reference lists them.

use std::collections::{BTreeMap, BTreeSet};

use super::read_policy;
use crate::cloud::ProxyChange;
use crate::domain::account::Caller;
use crate::domain::choices::IfDeleted;
use crate::domain::observed::Observed;
use crate::domain::policy::{Conditions, Document, OneOrMany, Statement};
use crate::domain::setup::{SecretSetup, Setup};
use crate::plan::actions::put_role_policy::Purpose;
use crate::plan::actions::{ModifyProxy, PutRolePolicy, RestoreSecret};
use crate::plan::{Action, Change, build};

/// To apply it and to go on with what was interrupted. What may be done is asked before anything is.
pub(super) fn create(setup: &Setup) -> Document {
    let caller = Caller { account: setup.account.id.clone(), arn: setup.account.principal.clone() };
    let asked = Statement::allow(Some("WhatYouMayDo"), "iam:SimulatePrincipalPolicy", caller.policy_source_arn());
    let needed = |action: &Action| (purpose(action).to_owned(), action.needed(&setup.account));
    document(setup, vec![asked], needed)
}

/// To take it back, whoever made it.
pub(super) fn undo(setup: &Setup) -> Document {
    document(setup, Vec::new(), |action| (format!("Undo{}", purpose(action)), action.needed_to_undo(&setup.account)))
}

/// What each step needs, under the name of its statement.
fn document(
    setup: &Setup,
    mut statements: Vec<Statement>,
    needed: impl Fn(&Action) -> (String, Vec<(String, String)>),
) -> Document {
    let read = read_policy::of_setup(setup);
    for action in actions(setup) {
        let (sid, needed) = needed(&action);
        for (resources, actions) in by_resources(setup, needed) {
            add(&mut statements, &read, &sid, setup, actions, resources);
        }
    }
    for statement in &mut statements {
        statement.action.0.sort();
        statement.action.0.dedup();
    }
    Document::new(statements)
}

/// What a plan from nothing does, and what brings a proxy that is there already to the setup.
fn actions(setup: &Setup) -> Vec<Action> {
    let nothing = Observed::nothing(setup.account.clone());
    // Only what is there can be in the way of a plan.
    let steps = build(&nothing, setup).map(|plan| plan.steps).unwrap_or_default();
    let changes = steps.into_iter().filter(|step| step.change != Change::AlreadySo).map(|step| step.action);
    let change = ProxyChange { role_arn: Some(setup.role.arn.clone()), ..ProxyChange::default() };
    let changed = Action::ModifyProxy(ModifyProxy {
        name: setup.proxy.name.clone(),
        arn: setup.account.arn("rds", "db-proxy:*"),
        before: change.clone(),
        change,
    });
    // Of a proxy that is used nothing but the plan's own is changed.
    let changed = setup.proxy.used.is_none().then_some(changed);
    changes.flat_map(with_what_was_there).chain(changed).chain(restored(setup)).collect()
}

/// A policy that stood under the name before is put back, where one that did not is deleted.
fn with_what_was_there(action: Action) -> Vec<Action> {
    match action {
        Action::PutRolePolicy(put) => {
            let over = PutRolePolicy { current: Some(put.document.clone()), ..put.clone() };
            vec![Action::PutRolePolicy(put), Action::PutRolePolicy(over)]
        }
        action => vec![action],
    }
}

/// Asked for is a deleted secret's return; a plan from nothing knows of none.
fn restored(setup: &Setup) -> Option<Action> {
    match &setup.secret {
        SecretSetup::Owned { name, password, key, if_deleted: IfDeleted::Restore, .. } => {
            Some(Action::RestoreSecret(RestoreSecret {
                name: name.clone(),
                arn: setup.account.arn("secretsmanager", &format!("secret:{name}-??????")),
                made_by: None,
                username: setup.db_user.clone(),
                password: *password,
                kms_key_id: key.as_ref().map(|key| key.arn.clone()),
            }))
        }
        _ => None,
    }
}

type Resources = BTreeSet<String>;

/// The actions of a step by all that each is checked against.
fn by_resources(setup: &Setup, needed: Vec<(String, String)>) -> BTreeMap<Resources, Vec<String>> {
    let mut resources: BTreeMap<String, Resources> = BTreeMap::new();
    for (action, resource) in needed {
        resources.entry(action).or_default().insert(resource);
    }
    let mut actions: BTreeMap<Resources, Vec<String>> = BTreeMap::new();
    for (action, mut on) in resources {
        if action.starts_with("secretsmanager:") && !on.contains("*") {
            // Where the name is a deleted secret's, it gets one that follows.
            on = read_policy::secrets(setup).into_iter().collect();
        }
        actions.entry(on).or_default().push(action);
    }
    actions
}

/// To the statement about the same resources, or to one of its own; those that are allowed already
/// are left out.
fn add(
    statements: &mut Vec<Statement>,
    read: &[Statement],
    purpose: &str,
    setup: &Setup,
    actions: Vec<String>,
    resources: Resources,
) {
    let purpose = if resources.iter().eq(["*"]) { "WhatCannotBeLimited" } else { purpose };
    for action in actions {
        let conditions = conditions(&action, setup);
        let covers = |statement: &Statement, resource: &String| {
            statement.condition == conditions && statement.covers(&action, resource)
        };
        let allowed = |resource| statements.iter().chain(read).any(|statement| covers(statement, resource));
        if resources.iter().all(allowed) {
            continue;
        }
        let same = |statement: &&mut Statement| {
            statement.condition == conditions && statement.resource.iter().eq(resources.iter().map(String::as_str))
        };
        match statements.iter_mut().find(same) {
            Some(statement) => statement.action.0.push(action),
            None => {
                let alike = |statement: &&Statement| {
                    let sid = statement.sid.as_deref().unwrap_or_default();
                    sid.trim_end_matches(|c: char| c.is_ascii_digit()) == purpose
                };
                let sid = match statements.iter().filter(alike).count() {
                    0 => purpose.to_owned(),
                    there => format!("{purpose}{}", there + 1),
                };
                let resources = OneOrMany(resources.iter().cloned().collect());
                let mut statement = Statement::allow(Some(&sid), action, resources);
                statement.condition = conditions;
                statements.push(statement);
            }
        }
    }
}

/// Becomes the statement's `Sid`.
fn purpose(action: &Action) -> &'static str {
    match action {
        Action::CreateSecret(_) | Action::RestoreSecret(_) => "MakeTheSecret",
        Action::CreateRole(_) => "MakeTheProxyRole",
        Action::PutRolePolicy(put) => match put.purpose {
            Purpose::ProxyReadsSecret | Purpose::ProxyLogsIn => "MakeTheProxyRole",
            Purpose::FunctionConnects | Purpose::FunctionReadsSecret => "LetTheFunctionConnect",
        },
        Action::CreateSecurityGroup(_) => "MakeGroups",
        Action::AuthorizeRule(_) | Action::RevokeRule(_) | Action::AllowInAcl(_) => "WriteTheRules",
        Action::SetVpcAttribute(_) => "ResolveNames",
        Action::CreateVpcEndpoint(_) => "MakeTheEndpoint",
        Action::CreateProxy(_) | Action::ModifyProxy(_) => "MakeTheProxy",
        Action::CreateProxyEndpoint(_) => "MakeFurtherEndpoints",
        Action::DeleteProxyEndpoint(_) => "RemoveAnEndpoint",
        Action::AddLogin(_) => "AddALogin",
        Action::ModifyPool(_) => "SizeThePool",
        Action::RegisterTarget(_) => "RegisterTheDatabase",
        Action::EnableDatabaseIamAuth(_) => "TurnOnIamAuthentication",
        Action::AttachVpcPolicy(_) => "LetTheFunctionJoinTheVpc",
        Action::UpdateFunction(_) | Action::PublishAndMoveAlias(_) => "ChangeTheFunction",
        Action::CreateLogGroup(_) | Action::CreateFunction(_) => "ProveFromInside",
        Action::PutAlarm(_) => "WatchTheProxy",
        Action::KeepLog(_) | Action::ExportLog(_) => "KeepLogs",
    }
}

fn conditions(action: &str, setup: &Setup) -> Conditions {
    let account = &setup.account;
    let (operator, key, value) = match action {
        "iam:PassRole" => ("StringEquals", "iam:PassedToService", "rds.amazonaws.com".to_owned()),
        "iam:AttachRolePolicy" | "iam:DetachRolePolicy" => {
            let policy = account.managed_policy_arn("service-role/AWSLambdaVPCAccessExecutionRole");
            ("ArnEquals", "iam:PolicyARN", policy)
        }
        "kms:Decrypt" | "kms:GenerateDataKey" => {
            let service = format!("secretsmanager.{}.{}", account.region, account.dns_suffix());
            ("StringEquals", "kms:ViaService", service)
        }
        _ => return Conditions::new(),
    };
    Conditions::from([(operator.to_owned(), BTreeMap::from([(key.to_owned(), OneOrMany::from(value))]))])
}
