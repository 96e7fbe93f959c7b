//! What a proof needs beyond setting up and validating: a function for a moment, asked and removed, and a call
//! of the function itself, derived from the acts that do it; and a tunnel from a laptop.

use std::collections::BTreeMap;

use crate::domain::account::Account;
use crate::domain::policy::{Document, OneOrMany, Statement};
use crate::domain::setup::Setup;
use crate::plan::{PROBE_PREFIX, probe_actions};

/// Forwards a port of this machine to a host that the managed node can reach.
pub const FORWARDING: &str = "AWS-StartPortForwardingSessionToRemoteHost";

pub(super) fn document(setup: &Setup) -> Document {
    let account = &setup.account;
    let access = &setup.access;
    let any = format!("{PROBE_PREFIX}*");
    let made = probe_actions(&any, &access.function_name, &access.role_arn, Some(&access.vpc), "");
    let needed = made.iter().flat_map(|action| [action.needed(account), action.needed_to_undo(account)].concat());
    let called = ("lambda:InvokeFunction".to_owned(), access.function_arn.clone());
    let looked = LOOK.iter().map(|action| ((*action).to_owned(), "*".to_owned()));
    let tasks = [("ecs:ListTasks", "container-instance/*"), ("ecs:DescribeTasks", "task/*")]
        .map(|(action, resource)| (action.to_owned(), account.arn("ecs", resource)));
    let mut by_resource: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (action, resource) in needed.chain([called]).chain(tasks).chain(looked) {
        by_resource.entry(resource).or_default().push(action);
    }
    let statements = by_resource.into_iter().map(|(resource, mut actions)| {
        actions.sort();
        actions.dedup();
        let sid = (resource == "*").then_some("WhatCannotBeLimited");
        let passes = actions.iter().any(|action| action == "iam:PassRole");
        let allow = Statement::allow(sid, OneOrMany(actions), resource);
        if passes { allow.when("StringEquals", "iam:PassedToService", "lambda.amazonaws.com") } else { allow }
    });
    Document::new(statements.chain(tunnel(account)).collect())
}

/// Reads what could carry a tunnel. None of these can be limited to a resource.
const LOOK: [&str; 4] =
    ["ssm:DescribeInstanceInformation", "ec2:DescribeInstances", "ec2:DescribeSubnets", "ecs:ListClusters"];

/// A session that forwards a port and does nothing else, on what the person picks: the document is checked, so
/// that no shell comes with it. Their own sessions can be ended and taken up again.
/// <https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-specify-session-document.html>
/// <https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-quickstart.html>
fn tunnel(account: &Account) -> Vec<Statement> {
    let document = format!("arn:{}:ssm:{}::document/{FORWARDING}", account.partition, account.region);
    let carriers = [
        account.arn("ec2", "instance/*"),
        account.arn("ssm", "managed-instance/*"),
        account.arn("ecs", "task/*"),
        document,
    ];
    let checked = BTreeMap::from([("ssm:SessionDocumentAccessCheck".to_owned(), OneOrMany(vec!["true".to_owned()]))]);
    let actions = |names: &[&str]| OneOrMany(names.iter().map(|name| (*name).to_owned()).collect());
    let own = account.arn("ssm", "session/${aws:userid}-*");
    let mut start = Statement::allow(Some("OpenATunnel"), actions(&["ssm:StartSession"]), OneOrMany(carriers.to_vec()));
    start.condition.insert("BoolIfExists".to_owned(), checked);
    let end = actions(&["ssm:ResumeSession", "ssm:TerminateSession", "ssmmessages:OpenDataChannel"]);
    vec![start, Statement::allow(Some("EndOnesOwnTunnel"), end, own)]
}
