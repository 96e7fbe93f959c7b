//! A blue/green deployment of the database behind the proxy.

use crate::domain::finding::{Hop, Severity};
use crate::domain::observed::Observed;
use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Seen, passed};
use crate::text::t;

pub const UNDER_WAY: Rule = Rule {
    code: "db-blue-green-under-way",
    severity: Severity::Warning,
    hop: Hop::Database,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-blue-green.html",
    needs: &[Need::Proxy, Need::Database, Need::BlueGreen],
    check: under_way,
};

fn under_way(observed: &Observed) -> Check {
    facts::proxy(observed)?;
    let database = facts::database(observed)?;
    let deployments = facts::there(&observed.blue_green)?;
    let Some(found) = deployments.iter().find(|deployment| deployment.is_under_way(database)) else {
        return passed();
    };
    let side = if found.source == database.arn { t!("seen-database-blue") } else { t!("seen-database-green") };
    let mut seen = Seen::at("database", &database.id)
        .because(t!("seen-database-deployment", name = &found.name, id = &found.id, status = found.status.as_str()))
        .because(t!("seen-database-side", database = &database.id, side = side));
    if let Some(global) = &database.global {
        seen = seen.because(t!("seen-database-global", database = &database.id, global = &global.global_cluster));
    }
    if observed.targets.items().is_empty() {
        seen = seen.because(t!("seen-database-no-target", database = &database.id));
    }
    seen.cure(
        aws(observed, "rds describe-blue-green-deployments").with("blue-green-deployment-identifier", &found.id).line(),
    )
    .flagged()
}
