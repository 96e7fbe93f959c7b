//! The proxies that are there.

use crate::domain::proxy::Proxy;
use crate::rules::Login;

/// Its protocol, how clients log in, and the database behind it where that is known.
pub fn proxy_facts(proxy: &Proxy, database: Option<&str>) -> String {
    let mut facts = vec![proxy.engine_family.title().to_owned(), Login::from_proxy(proxy).to_string()];
    facts.extend(database.map(str::to_owned));
    facts.join(" · ")
}
