//! IAM: what the policy simulator says.

use aws_sdk_iam::Client;
use aws_sdk_iam::types::EvaluationResult;
use futures::stream::{self, StreamExt, TryStreamExt};
use std::collections::BTreeMap;

use crate::aws::error::failed_on;
use crate::cloud::CloudResult;
use crate::domain::observed::Permission;
use crate::domain::role::Simulated;

/// Calls at once: IAM throttles early, for the whole account.
const AT_ONCE: usize = 4;

pub async fn permissions(
    iam: &Client,
    principal_arn: &str,
    asked: &[(String, String)],
) -> CloudResult<Vec<Permission>> {
    let answers = simulated(iam, principal_arn, asked).await?;
    Ok(answers
        .into_iter()
        .map(|answer| Permission {
            allowed: answer.decision == "allowed",
            action: answer.action,
            resource: answer.resource,
        })
        .collect())
}

/// In the order asked. One call per resource: actions are simulated on every resource of a call,
/// and not in pairs.
pub async fn simulated(iam: &Client, principal_arn: &str, asked: &[(String, String)]) -> CloudResult<Vec<Simulated>> {
    let mut by_resource: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (action, resource) in asked {
        by_resource.entry(resource.clone()).or_default().push(action.clone());
    }
    let answers: Vec<Vec<Simulated>> = stream::iter(by_resource)
        .map(|(resource, actions)| on_resource(iam, principal_arn, resource, actions))
        .buffer_unordered(AT_ONCE)
        .try_collect()
        .await?;
    let answers: Vec<Simulated> = answers.into_iter().flatten().collect();
    Ok(asked
        .iter()
        .filter_map(|(action, resource)| {
            let same = |answer: &&Simulated| answer.action.eq_ignore_ascii_case(action) && answer.resource == *resource;
            let answer = answers.iter().find(same)?.clone();
            Some(Simulated { action: action.clone(), ..answer })
        })
        .collect())
}

async fn on_resource(
    iam: &Client,
    principal_arn: &str,
    resource: String,
    actions: Vec<String>,
) -> CloudResult<Vec<Simulated>> {
    let results: Vec<_> = iam
        .simulate_principal_policy()
        .policy_source_arn(principal_arn)
        .set_action_names(Some(actions))
        // `?` stands for a character that AWS will choose, and the simulator knows no patterns.
        .resource_arns(resource.replace('?', "a"))
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed_on("iam:SimulatePrincipalPolicy", principal_arn))?;
    Ok(results.into_iter().map(|result| answer(principal_arn, &resource, result)).collect())
}

fn answer(principal: &str, resource: &str, result: EvaluationResult) -> Simulated {
    let matched = result.matched_statements.unwrap_or_default();
    Simulated {
        principal: principal.to_owned(),
        action: result.eval_action_name,
        resource: resource.to_owned(),
        decision: result.eval_decision.as_str().to_owned(),
        allowed_by_organizations: result.organizations_decision_detail.map(|detail| detail.allowed_by_organizations),
        allowed_by_boundary: result
            .permissions_boundary_decision_detail
            .map(|detail| detail.allowed_by_permissions_boundary),
        matched: matched.into_iter().filter_map(|statement| statement.source_policy_id).collect(),
    }
}
