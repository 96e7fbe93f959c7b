//! Secrets that already have the name of one to create.

use crate::cloud::{CloudResult, Reader};
use crate::design::names;
use crate::domain::secret::Secret;

/// Those under this name and the names that follow it, up to the first that is free. A deleted secret keeps
/// its name for a week and longer.
///
/// # Errors
/// One of them could not be read.
pub async fn secrets_named(reader: &dyn Reader, name: &str) -> CloudResult<Vec<Secret>> {
    let mut taken = Vec::new();
    for name in std::iter::once(name.to_owned()).chain(names::following(name)) {
        match reader.secret(&name).await? {
            Some(secret) => taken.push(secret),
            None => break,
        }
    }
    Ok(taken)
}
