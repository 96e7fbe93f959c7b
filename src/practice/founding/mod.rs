//! Makes an account of the company's rows: names become ids, ARNs and host names.

mod data;
mod functions;
mod network;

use super::company::Company;
use super::state::State;
use crate::domain::monitoring::EventSubscription;

pub use network::{add_group, add_rules, group_id, subnet_ids, vpc_id};

/// Since when everything has been there, in seconds before the account's start.
const LONG_AGO: u64 = 30 * 86_400;

/// Adds the rows to the account. A name that no row has is left standing where its id belongs.
pub fn add(state: &mut State, company: &Company) {
    company.vpc.iter().for_each(|row| network::add_vpc(state, row));
    for row in &company.group {
        add_group(state, &row.vpc, &row.name, &row.description);
    }
    company.group.iter().for_each(|row| add_rules(state, &row.name, &row.rules));
    company.key.iter().for_each(|row| data::add_key(state, row));
    company.secret.iter().for_each(|row| data::add_secret(state, row));
    company.database.iter().for_each(|row| data::add_database(state, row));
    company.secret.iter().for_each(|row| data::point_secret(state, row));
    company.proxy.iter().for_each(|row| data::add_proxy(state, row));
    company.role.iter().for_each(|row| {
        functions::add_role(state, &row.name, &row.path, &row.service, functions::reading(state, &row.reads))
    });
    company.function.iter().for_each(|row| functions::add_function(state, row));
    if state.recorded.subscriptions.is_empty() {
        let (name, source_type) = ("acme-proxies".to_owned(), Some("db-proxy".to_owned()));
        state.recorded.subscriptions.push(EventSubscription {
            name,
            source_type,
            source_ids: Vec::new(),
            enabled: true,
        });
    }
}
