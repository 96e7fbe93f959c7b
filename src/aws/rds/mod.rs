//! RDS: databases, proxies and what belongs to them.

pub mod blue_green;
pub mod databases;
pub mod events;
pub mod parameters;
pub mod proxies;
pub mod proxy_changes;
pub mod proxy_endpoints;
