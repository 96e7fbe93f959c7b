//! What a proof from where the function stands needs beyond setting up and validating: a function for a moment,
//! asked and removed, and a call of the function itself. Derived from the acts that do it.

use std::collections::BTreeMap;

use crate::domain::policy::{Document, OneOrMany, Statement};
use crate::domain::setup::Setup;
use crate::plan::{PROBE_PREFIX, probe_actions};

pub(super) fn document(setup: &Setup) -> Document {
    let account = &setup.account;
    let access = &setup.access;
    let any = format!("{PROBE_PREFIX}*");
    let made = probe_actions(&any, &access.function_name, &access.role_arn, Some(&access.vpc), "");
    let needed = made.iter().flat_map(|action| [action.needed(account), action.needed_to_undo(account)].concat());
    let called = ("lambda:InvokeFunction".to_owned(), access.function_arn.clone());
    let mut by_resource: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (action, resource) in needed.chain([called]) {
        by_resource.entry(resource).or_default().push(action);
    }
    let statements = by_resource.into_iter().map(|(resource, mut actions)| {
        actions.sort();
        actions.dedup();
        let sid = (resource == "*").then_some("WhatCannotBeLimited");
        Statement::allow(sid, OneOrMany(actions), resource)
    });
    Document::new(statements.collect())
}
