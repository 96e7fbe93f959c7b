//! A role with every policy that counts for it.

use futures::future::{OptionFuture, join_all};

use super::unless_denied;
use crate::cloud::{CloudResult, Reader};
use crate::domain::role::{AttachedPolicy, Role};

/// By name, without path. A document of a managed policy that may not be read is left out; the rules say so.
///
/// # Errors
/// The role or the list of its policies could not be read.
pub async fn role(reader: &dyn Reader, name: &str) -> CloudResult<Option<Role>> {
    let bounded = async {
        let Some(mut role) = reader.role(name).await? else { return Ok(None) };
        let boundary = role.permissions_boundary.as_deref().map(|arn| reader.managed_policy(arn));
        role.boundary = OptionFuture::from(boundary).await.map(unless_denied).transpose()?.flatten();
        CloudResult::Ok(Some(role))
    };
    let (role, inline, attached) = futures::join!(bounded, reader.role_policies(name), attached(reader, name));
    let Some(role) = role? else { return Ok(None) };
    Ok(Some(Role { inline: inline?.unwrap_or_default(), attached: attached?, ..role }))
}

async fn attached(reader: &dyn Reader, role: &str) -> CloudResult<Vec<AttachedPolicy>> {
    let mut policies = reader.attached_policies(role).await?.unwrap_or_default();
    let documents = join_all(policies.iter().map(|policy| reader.managed_policy(&policy.arn))).await;
    for (policy, document) in policies.iter_mut().zip(documents) {
        policy.document = unless_denied(document)?;
    }
    Ok(policies)
}
