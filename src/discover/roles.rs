//! A role with every policy that counts for it.

use futures::future::{OptionFuture, join_all};

use super::unless_denied;
use crate::cloud::{CloudResult, Reader};
use crate::domain::policy::Document;
use crate::domain::role::{AttachedPolicy, Role};

/// By name, without path. A document of a managed policy that may not be read is left out; the rules say so.
///
/// # Errors
/// The role or the list of its policies could not be read.
pub async fn role(reader: &dyn Reader, name: &str) -> CloudResult<Option<Role>> {
    let itself = async {
        let Some(mut role) = reader.role(name).await? else { return Ok(None) };
        role.boundary = boundary(reader, &role).await?;
        CloudResult::Ok(Some(role))
    };
    let attached = async {
        let mut policies = reader.attached_policies(name).await?.unwrap_or_default();
        documents(reader, &mut policies).await?;
        CloudResult::Ok(policies)
    };
    let (role, inline, attached) = futures::join!(itself, reader.role_policies(name), attached);
    let Some(role) = role? else { return Ok(None) };
    Ok(Some(Role { inline: inline?.unwrap_or_default(), attached: attached?, ..role }))
}

/// A role out of a list, with the documents that the list has not given.
pub(super) async fn completed(reader: &dyn Reader, listed: &Role) -> CloudResult<Role> {
    let mut role = listed.clone();
    if role.boundary.is_none() {
        role.boundary = boundary(reader, listed).await?;
    }
    documents(reader, &mut role.attached).await?;
    Ok(role)
}

async fn boundary(reader: &dyn Reader, role: &Role) -> CloudResult<Option<Document>> {
    let document = role.permissions_boundary.as_deref().map(|arn| reader.managed_policy(arn));
    Ok(OptionFuture::from(document).await.map(unless_denied).transpose()?.flatten())
}

async fn documents(reader: &dyn Reader, policies: &mut [AttachedPolicy]) -> CloudResult<()> {
    let missing: Vec<&mut AttachedPolicy> = policies.iter_mut().filter(|policy| policy.document.is_none()).collect();
    let answers = join_all(missing.iter().map(|policy| reader.managed_policy(&policy.arn))).await;
    for (policy, answer) in missing.into_iter().zip(answers) {
        policy.document = unless_denied(answer)?;
    }
    Ok(())
}
