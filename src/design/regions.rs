//! Regions without RDS Proxy, from the table in `assets/data/regions.toml`.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use time::Date;

use crate::domain::runtime::date;

#[derive(Deserialize)]
struct RegionTable {
    #[serde(deserialize_with = "date")]
    as_of: Date,
    without_rds_proxy: BTreeMap<String, String>,
}

// The table is part of the program and read by the test below.
static TABLE: LazyLock<Option<RegionTable>> =
    LazyLock::new(|| toml::from_str(include_str!("../../assets/data/regions.toml")).ok());

/// The name of a region in which RDS Proxy was not available, and the day on which that was so.
pub fn without_rds_proxy(region: &str) -> Option<(&'static str, Date)> {
    let table = TABLE.as_ref()?;
    table.without_rds_proxy.get(region).map(|name| (name.as_str(), table.as_of))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_names_the_regions_without() {
        assert_eq!(without_rds_proxy("ap-east-2").map(|(name, _)| name), Some("Asia Pacific (Taipei)"));
        assert_eq!(without_rds_proxy("ap-southeast-6").map(|(name, _)| name), Some("Asia Pacific (New Zealand)"));
        assert_eq!(without_rds_proxy("eu-west-1"), None);
    }
}
