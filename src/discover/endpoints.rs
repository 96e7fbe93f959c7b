//! The endpoints that a set-up gives a proxy, by the names they are to have.

use futures::future::join_all;

use super::one;
use crate::cloud::Reader;
use crate::domain::observed::Part;
use crate::domain::proxy::ProxyEndpoint;

/// Those that are there, whichever proxy they are of; one that cannot be read leaves all unknown.
pub(super) async fn named(reader: &dyn Reader, names: &[String]) -> Part<Vec<ProxyEndpoint>> {
    let mut all = Vec::new();
    for answer in join_all(names.iter().map(|name| reader.proxy_endpoint(name))).await {
        match one(answer) {
            Part::Present(endpoint) => all.push(endpoint),
            Part::Unreadable(why) => return Part::Unreadable(why),
            Part::Absent | Part::NotAsked => {}
        }
    }
    Part::Present(all)
}
