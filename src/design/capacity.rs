//! Sizes of DB instance classes, from the table in `assets/data/instance-classes.toml`.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::domain::database::Database;

#[derive(Deserialize)]
struct Classes {
    vcpu: BTreeMap<String, u32>,
    gib_per_vcpu: BTreeMap<String, f64>,
    small_gib: BTreeMap<String, f64>,
    addresses: BTreeMap<String, u32>,
}

// The table is part of the program and read by the test below; an empty one would mean "unknown".
static CLASSES: LazyLock<Option<Classes>> =
    LazyLock::new(|| toml::from_str(include_str!("../../assets/data/instance-classes.toml")).ok());

/// The parts of `db.r6g.2xlarge`: family and size. `db.serverless` has none.
fn parts(class: &str) -> Option<(&str, &str)> {
    class.strip_prefix("db.")?.split_once('.')
}

/// vCPUs of a class, `None` for `db.serverless` and classes the table does not know.
pub fn vcpus(class: &str) -> Option<u32> {
    let (_, size) = parts(class)?;
    CLASSES.as_ref()?.vcpu.get(size).copied()
}

/// GiB of memory of a class, `None` as for [`vcpus`].
pub(super) fn memory_gib(class: &str) -> Option<f64> {
    let (family, size) = parts(class)?;
    let classes = CLASSES.as_ref()?;
    if let Some(gib) = classes.small_gib.get(size) {
        return Some(*gib);
    }
    let per_vcpu = classes.gib_per_vcpu.get(family.get(..1)?)?;
    Some(f64::from(*classes.vcpu.get(size)?) * per_vcpu)
}

/// Free addresses the proxy may take in its subnets; 10 is the least.
pub fn addresses_needed(database: &Database) -> u32 {
    database
        .billed_classes()
        .into_iter()
        .filter_map(|class| CLASSES.as_ref()?.addresses.get(parts(class)?.1).copied())
        .max()
        .unwrap_or(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_readable_and_knows_the_usual_classes() {
        assert!(CLASSES.is_some());
        for (class, expected) in
            [("db.t4g.micro", Some(2)), ("db.r6g.large", Some(2)), ("db.m7g.2xlarge", Some(8)), ("db.serverless", None)]
        {
            assert_eq!(vcpus(class), expected, "{class}");
        }
    }
}
