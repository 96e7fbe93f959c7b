//! What a proxy costs at least, where that is more than the database's size would cost.

use crate::design;
use crate::domain::database::Database;
use crate::domain::finding::{Hop, Severity};
use crate::domain::observed::Observed;

use super::metrics;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Seen, passed};
use crate::text::{grouped, money, t};

pub const MINIMUM: Rule = Rule {
    code: "proxy-cost-minimum",
    severity: Severity::Info,
    hop: Hop::Proxy,
    source: "https://aws.amazon.com/rds/proxy/pricing/",
    needs: &[Need::Proxy, Need::Database, Need::Metrics],
    check: minimum,
};

/// What is billed at least (<https://aws.amazon.com/rds/proxy/pricing/>).
const LEAST_ACU: f64 = 8.0;

fn minimum(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let database = facts::database(observed)?;
    let Some(fact) = (match database.serverless_v2.filter(|_| is_serverless(database)) {
        Some(range) if range.max_acu < LEAST_ACU => {
            Some(t!("seen-operation-few-units", database = &database.id, most = &range.max_acu, billed = LEAST_ACU))
        }
        Some(range) if range.min_acu < LEAST_ACU => {
            metrics::highest(observed, metrics::CAPACITY)?.filter(|used| *used < LEAST_ACU).map(|used| {
                t!(
                    "seen-operation-used-units",
                    database = &database.id,
                    used = grouped(format!("{used:.1}")),
                    billed = LEAST_ACU
                )
            })
        }
        // The smallest class of today has the 2 vCPU.
        Some(_) | None => None,
    }) else {
        return passed();
    };
    let seen = Seen::at("db-proxy", &proxy.name).because(fact);
    let price = design::of_proxy(database, &observed.account.region).and_then(|line| line.usd_per_month);
    match price {
        Some(usd) => seen.because(t!("seen-operation-cost", usd = money(usd))).flagged(),
        None => seen.flagged(),
    }
}

fn is_serverless(database: &Database) -> bool {
    database.billed_classes().iter().all(|class| *class == "db.serverless")
}
