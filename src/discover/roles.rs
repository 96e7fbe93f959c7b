//! A role with the documents of the managed policies that count for it.

use futures::future::{OptionFuture, join_all};

use super::unless_denied;
use crate::cloud::{CloudResult, Reader};
use crate::domain::role::Role;

/// By name, without path. A document that may not be read is left out; the rules say so.
pub(super) async fn role(reader: &dyn Reader, name: &str) -> CloudResult<Option<Role>> {
    let Some(mut role) = reader.role(name).await? else { return Ok(None) };
    let boundary = role.permissions_boundary.clone();
    let (attached, boundary) = futures::join!(
        join_all(role.attached.iter().map(|policy| reader.managed_policy(&policy.arn))),
        OptionFuture::from(boundary.as_deref().map(|arn| reader.managed_policy(arn)))
    );
    for (policy, document) in role.attached.iter_mut().zip(attached) {
        policy.document = unless_denied(document)?;
    }
    role.boundary = boundary.map(unless_denied).transpose()?.flatten();
    Ok(Some(role))
}
