//! The monthly estimate, with its floors, from the dated table in `assets/data/prices.toml`.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::capacity;
use crate::domain::alarm::MetricAlarm;
use crate::domain::database::{Database, DatabaseKind};
use crate::domain::setup::{Cost, CostLine, NetworkSetup, ProxySetup, SecretSetup};
use crate::text::{Filling, said};

#[derive(Deserialize)]
struct Prices {
    as_of: String,
    hours_per_month: f64,
    min_vcpu: u32,
    min_acu: f64,
    alarm_metric_month: f64,
    regions: BTreeMap<String, Region>,
    /// By the architecture of the function.
    lambda: BTreeMap<String, LambdaPrices>,
}

/// What Lambda charges, US dollars.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct LambdaPrices {
    /// For a call.
    pub request: f64,
    /// For a second of a call, by GiB of memory.
    pub gib_second: f64,
    /// For a second that an environment is kept started, by GiB of memory.
    pub provisioned_gib_second: f64,
}

#[derive(Deserialize)]
struct Region {
    rds_proxy_vcpu_hour: f64,
    rds_proxy_acu_hour: f64,
    interface_endpoint_zone_hour: f64,
    secret_month: f64,
}

/// The region whose prices stand in where the table has none of its own.
const REFERENCE: &str = "us-east-1";

static PRICES: LazyLock<Option<Prices>> =
    LazyLock::new(|| toml::from_str(include_str!("../../assets/data/prices.toml")).ok());

/// The date of the price table, `YYYY-MM-DD`.
pub fn price_date() -> &'static str {
    PRICES.as_ref().map_or("", |prices| prices.as_of.as_str())
}

/// Lambda's prices in the reference region.
pub fn lambda_prices(arm: bool) -> Option<LambdaPrices> {
    PRICES.as_ref()?.lambda.get(if arm { "arm64" } else { "x86_64" }).copied()
}

/// What a proxy in front of `database` costs a month, before anything else is chosen.
pub fn of_proxy(database: &Database, region: &str) -> Option<CostLine> {
    let prices = PRICES.as_ref()?;
    let own = prices.regions.get(region);
    let region_prices = own.or_else(|| prices.regions.get(REFERENCE))?;
    Some(proxy_line(database, prices, region_prices, own.is_none()))
}

/// What alarms cost a month, about: the first ten metrics of an account are free, which is not known here.
pub fn of_alarms(alarms: &[MetricAlarm]) -> Option<f64> {
    let metrics: u32 = alarms.iter().map(MetricAlarm::metrics_read).sum();
    Some(f64::from(metrics) * PRICES.as_ref()?.alarm_metric_month)
}

/// `paid`: the proxy is there already.
pub(super) fn estimate(
    region: &str,
    database: &Database,
    secret: &SecretSetup,
    network: &NetworkSetup,
    proxy: &ProxySetup,
    paid: bool,
) -> Cost {
    let mut lines = Vec::new();
    if let Some(prices) = PRICES.as_ref()
        && let Some(region_prices) = prices.regions.get(region).or_else(|| prices.regions.get(REFERENCE))
    {
        let foreign = !prices.regions.contains_key(region);
        lines.push(CostLine { paid, ..proxy_line(database, prices, region_prices, foreign) });
        if let SecretSetup::Owned { .. } = secret {
            lines.push(CostLine {
                what: said!("design-cost-secret"),
                usd_per_month: Some(region_prices.secret_month),
                how: said!(
                    "design-cost-secret-how",
                    price = Filling::decimal(format!("{:.2}", region_prices.secret_month))
                ),
                paid: false,
            });
        }
        if let Some(endpoint) = network.endpoint.as_ref().filter(|endpoint| endpoint.owned) {
            let zones = endpoint.subnet_ids.len();
            #[allow(clippy::cast_precision_loss)]
            let usd = zones as f64 * region_prices.interface_endpoint_zone_hour * prices.hours_per_month;
            lines.push(CostLine {
                what: said!("design-cost-endpoint"),
                usd_per_month: Some(usd),
                how: said!(
                    "design-cost-endpoint-how",
                    zones = zones,
                    price = Filling::decimal(region_prices.interface_endpoint_zone_hour)
                ),
                paid: false,
            });
        }
        // The default endpoint costs nothing of its own; each further one is a PrivateLink endpoint.
        for endpoint in proxy.endpoints.iter().filter(|endpoint| endpoint.owned()) {
            let zones = endpoint.subnet_ids.len();
            #[allow(clippy::cast_precision_loss)]
            let usd = zones as f64 * region_prices.interface_endpoint_zone_hour * prices.hours_per_month;
            let price = Filling::decimal(region_prices.interface_endpoint_zone_hour);
            lines.push(CostLine {
                what: said!("design-cost-proxy-endpoint", name = endpoint.name.as_str()),
                usd_per_month: Some(usd),
                how: said!("design-cost-endpoint-how", zones = zones, price = price),
                paid: false,
            });
        }
    }
    Cost { lines, prices_of: price_date().to_owned() }
}

/// Provisioned instances cost by vCPU, Serverless v2 by ACU; both have a floor.
fn proxy_line(database: &Database, prices: &Prices, region: &Region, foreign: bool) -> CostLine {
    let what = said!("design-cost-proxy");
    let serverless = database.serverless_v2.filter(|_| {
        database.kind == DatabaseKind::Cluster
            && database.billed_classes().iter().all(|class| *class == "db.serverless")
    });
    let (usd, how) = if let Some(capacity) = serverless {
        let acu = capacity.min_acu.max(prices.min_acu);
        let usd = acu * region.rds_proxy_acu_hour * prices.hours_per_month;
        let price = Filling::decimal(region.rds_proxy_acu_hour);
        (Some(usd), said!("design-cost-proxy-acu", acu = acu, price = price))
    } else {
        let known: Vec<Option<u32>> = database.billed_classes().into_iter().map(capacity::vcpus).collect();
        let sum: u32 = known.iter().flatten().sum();
        if known.is_empty() || known.iter().any(Option::is_none) {
            (None, said!("design-cost-unknown-class"))
        } else {
            let vcpus = sum.max(prices.min_vcpu);
            let usd = f64::from(vcpus) * region.rds_proxy_vcpu_hour * prices.hours_per_month;
            let price = Filling::decimal(region.rds_proxy_vcpu_hour);
            (Some(usd), said!("design-cost-proxy-vcpu", vcpus = vcpus, price = price))
        }
    };
    let how = if foreign { said!("design-cost-foreign-region", how = how, region = REFERENCE) } else { how };
    CostLine { what, usd_per_month: usd, how, paid: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_the_reference_region_and_a_date() {
        let prices = PRICES.as_ref().unwrap();
        assert!(prices.regions.contains_key(REFERENCE));
        assert_eq!(price_date().len(), 10);
        assert!(lambda_prices(true).is_some() && lambda_prices(false).is_some());
    }
}
