//! The command that gives a proxy another `Auth` list. It always names all of the entries, because
//! `ModifyDBProxy` replaces the list.

use serde_json::Value;

use crate::domain::cli_command::CliCommand;
use crate::domain::observed::Observed;
use crate::domain::proxy::{Proxy, ProxyAuth};
use crate::rules::command::aws;

/// With each entry as `new` makes it; one for which it makes none is dropped. `None` where an entry
/// is not understood: it could not be named again.
pub fn modify_auth(
    observed: &Observed,
    proxy: &Proxy,
    new: impl Fn(ProxyAuth) -> Option<ProxyAuth>,
) -> Option<CliCommand> {
    if proxy.unclear_auth().is_some() {
        return None;
    }
    let entries: Value = proxy.auth.iter().cloned().filter_map(new).map(|entry| entry.input()).collect();
    Some(aws(observed, "rds modify-db-proxy").with("db-proxy-name", &proxy.name).with("auth", &entries.to_string()))
}
