//! The layers of the AWS Parameters and Secrets Lambda extension, from the table in
//! `assets/data/secrets-extension.toml`.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The layers of a region.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ExtensionLayers {
    /// For functions on Intel and AMD processors.
    pub x86_64: String,
    /// For functions on Graviton; some regions have none.
    pub arm64: Option<String>,
}

/// The table.
#[derive(Debug, Deserialize)]
struct LayerTable {
    as_of: toml::value::Datetime,
    region: BTreeMap<String, ExtensionLayers>,
}

// The table is part of the program and read by the test below; an empty one would mean "unknown".
static TABLE: LazyLock<Option<LayerTable>> =
    LazyLock::new(|| toml::from_str(include_str!("../../assets/data/secrets-extension.toml")).ok());

/// The layers of a region with the day of the table; `None` where the table has none.
pub fn extension_layers(region: &str) -> Option<(&'static ExtensionLayers, String)> {
    let table = TABLE.as_ref()?;
    Some((table.region.get(region)?, table.as_of.to_string()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_layer_is_in_its_region_and_for_its_processor() {
        let table = TABLE.as_ref().unwrap();
        assert!(table.region.len() > 25);
        for (region, layers) in &table.region {
            let of_region = |arn: &str| arn.split(':').nth(3) == Some(region);
            assert!(of_region(&layers.x86_64) && layers.x86_64.contains("Extension:"), "{region}");
            let arm64 = layers.arm64.as_deref();
            assert!(arm64.is_none_or(|arn| of_region(arn) && arn.contains("Extension-Arm64:")), "{region}");
        }
    }

    #[test]
    fn a_region_that_is_not_in_the_table_has_none() {
        assert_eq!(extension_layers("eu-west-1").unwrap().1, "2026-11-29");
        assert!(extension_layers("mars-north-1").is_none());
    }
}
