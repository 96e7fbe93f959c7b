//! IAM, reading: all roles of an account at once.

use aws_sdk_iam::Client;
use aws_sdk_iam::types::{EntityType, ManagedPolicyDetail, PolicyDetail, RoleDetail};
use std::collections::BTreeMap;

use crate::aws::error::failed;
use crate::aws::iam::read::decoded;
use crate::cloud::CloudResult;
use crate::domain::Tags;
use crate::domain::policy::Document;
use crate::domain::role::{AttachedPolicy, Role};

const OPERATION: &str = "iam:GetAccountAuthorizationDetails";
/// Roles and policies on a page; AWS takes no more.
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html>
const A_PAGE: i32 = 1000;

/// With every policy that counts. One whose documents cannot be understood is left out.
pub async fn roles(iam: &Client) -> CloudResult<Vec<Role>> {
    let pages: Vec<_> = iam
        .get_account_authorization_details()
        .filter(EntityType::Role)
        .filter(EntityType::AwsManagedPolicy)
        .filter(EntityType::LocalManagedPolicy)
        .max_items(A_PAGE)
        .into_paginator()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed(OPERATION))?;
    let (mut roles, mut policies) = (Vec::new(), BTreeMap::new());
    for page in pages {
        roles.extend(page.role_detail_list.unwrap_or_default());
        policies.extend(page.policies.unwrap_or_default().into_iter().filter_map(in_force));
    }
    Ok(roles.into_iter().filter_map(|found| role(found, &policies)).collect())
}

/// ARN and document of the version in force.
fn in_force(policy: ManagedPolicyDetail) -> Option<(String, Document)> {
    let arn = policy.arn?;
    let version = policy.policy_version_list?.into_iter().find(|version| version.is_default_version)?;
    let document = decoded(OPERATION, &arn, version.document.as_deref()).ok()?;
    Some((arn, document))
}

fn role(found: RoleDetail, policies: &BTreeMap<String, Document>) -> Option<Role> {
    let name = found.role_name?;
    let boundary = found.permissions_boundary.and_then(|boundary| boundary.permissions_boundary_arn);
    let own = |policy: PolicyDetail| {
        let name = policy.policy_name?;
        let document = decoded(OPERATION, &name, policy.policy_document.as_deref()).ok()?;
        Some((name, document))
    };
    let attached = |policy: aws_sdk_iam::types::AttachedPolicy| {
        let arn = policy.policy_arn?;
        let name = policy.policy_name.unwrap_or_else(|| arn.clone());
        Some(AttachedPolicy { document: policies.get(&arn).cloned(), name, arn })
    };
    Some(Role {
        trust: decoded(OPERATION, &name, found.assume_role_policy_document.as_deref()).ok()?,
        name,
        arn: found.arn?,
        path: found.path.unwrap_or_else(|| "/".to_owned()),
        // This call gives neither description nor longest session.
        description: None,
        inline: found.role_policy_list.unwrap_or_default().into_iter().map(own).collect::<Option<_>>()?,
        attached: found
            .attached_managed_policies
            .unwrap_or_default()
            .into_iter()
            .map(attached)
            .collect::<Option<_>>()?,
        boundary: boundary.as_ref().and_then(|arn| policies.get(arn).cloned()),
        permissions_boundary: boundary,
        tags: found.tags.unwrap_or_default().into_iter().map(|tag| (tag.key, tag.value)).collect::<Tags>(),
        created: found.create_date.map(|date| date.secs()),
        max_session_secs: None,
    })
}
