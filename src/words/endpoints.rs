//! Who may come by an endpoint of a proxy, in words.

use crate::discover::EndpointsRead;
use crate::domain::proxy::ProxyEndpoint;
use crate::text::{series, t};

/// The functions whose variables name its host, or which call would tell.
pub fn used_by(endpoint: &ProxyEndpoint, read: &EndpointsRead) -> String {
    match read.users(endpoint) {
        Some(users) if users.is_empty() => t!("endpoints-unused").to_owned(),
        Some(users) => {
            let named = users.iter().map(|user| format!("{} ({})", user.function, series(&user.by_variable)));
            series(named)
        }
        None => {
            let operation = read.callers.unreadable().map_or("lambda:ListFunctions", |why| why.operation.as_str());
            t!("proxies-unknown", operation = operation)
        }
    }
}

/// Of which functions that is not known; `None` where it is known of all.
pub fn not_known(read: &EndpointsRead) -> Option<String> {
    let hidden = read.hidden();
    (!hidden.is_empty()).then(|| t!("endpoints-hidden", functions = series(&hidden)))
}
