//! Every function that may come to a proxy: as it is now, and as its published versions keep it.

use futures::stream::{self, StreamExt, TryStreamExt};

use crate::cloud::{CloudResult, Reader};
use crate::domain::function::Function;

/// Functions asked about at once.
const AT_ONCE: usize = 4;

/// The functions of account and region. Of those in a VPC also what their aliases call, for a published
/// version goes on logging in as it did.
///
/// # Errors
/// One of them could not be read: then nobody knows who else there is.
pub async fn callers(reader: &dyn Reader) -> CloudResult<Vec<Function>> {
    let functions = reader.functions().await?;
    let inside: Vec<String> = functions.iter().filter(|one| one.vpc.is_some()).map(|one| one.name.clone()).collect();
    let frozen: Vec<Vec<Function>> =
        stream::iter(inside).map(|name| published(reader, name)).buffered(AT_ONCE).try_collect().await?;
    Ok(functions.into_iter().chain(frozen.into_iter().flatten()).collect())
}

/// What the aliases of a function call, each named `FUNCTION:ALIAS`.
async fn published(reader: &dyn Reader, name: String) -> CloudResult<Vec<Function>> {
    let aliases = reader.aliases(&name).await?;
    let mut found = Vec::new();
    for alias in aliases {
        let second = alias.second().map(|(version, _)| version.to_owned());
        for qualifier in [Some(alias.name.clone()), second].into_iter().flatten() {
            if let Some(function) = reader.function_at(&name, &qualifier).await? {
                found.push(Function { name: format!("{name}:{qualifier}"), ..function });
            }
        }
    }
    Ok(found)
}
