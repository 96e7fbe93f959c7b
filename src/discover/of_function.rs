//! A function by itself, and the proxy that its variables name.

use super::{Invoked, part_read};
use crate::cloud::{CloudResult, Reader};
use crate::domain::account::Account;
use crate::domain::observed::Observed;

/// The proxy whose endpoint a variable of the function names; `None` where none does.
///
/// # Errors
/// The function or the proxies could not be read.
pub async fn proxy_of_function(reader: &dyn Reader, function: &Invoked) -> CloudResult<Option<String>> {
    let (function, proxies) = futures::join!(configuration(reader, function), reader.proxies());
    let (Some(function), proxies) = (function?, proxies?) else { return Ok(None) };
    let values: Vec<&str> = function.environment.values().filter_map(|value| value.readable()).collect();
    let named = proxies
        .into_iter()
        .find(|proxy| proxy.endpoint.as_deref().is_some_and(|host| values.iter().any(|value| value.contains(host))));
    Ok(named.map(|proxy| proxy.name))
}

/// What is known of a function without a proxy.
pub async fn observe_function(reader: &dyn Reader, account: &Account, function: &Invoked) -> Observed {
    let name = function.name.as_str();
    let (configuration, reserved, provisioned) = futures::join!(
        configuration(reader, function),
        reader.reserved_concurrency(name),
        reader.provisioned_concurrency(name)
    );
    Observed {
        function: part_read(configuration),
        reserved_concurrency: part_read(reserved),
        provisioned_concurrency: part_read(provisioned.map(Some)),
        ..Observed::nothing(account.clone())
    }
}

async fn configuration(
    reader: &dyn Reader,
    function: &Invoked,
) -> CloudResult<Option<crate::domain::function::Function>> {
    match &function.qualifier {
        Some(qualifier) => reader.function_at(&function.name, qualifier).await,
        None => reader.function(&function.name).await,
    }
}
