//! Whether this database can be behind a proxy at all. The API refuses to register one that
//! cannot, but an upgrade path, a restore or a stack may leave one there.

use crate::design::engine_versions::{Served, as_of, served};
use crate::domain::arn::short_name;
use crate::domain::database::{Database, DatabaseKind};
use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;
use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::t;

const LIMITS: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html";
const NEEDS: &[Need] = &[Need::Proxy, Need::Database];

pub const SERVERLESS_V1: Rule = Rule {
    code: "proxy-aurora-serverless-v1",
    severity: Severity::Error,
    hop: Hop::Database,
    source: "https://github.com/hashicorp/terraform-provider-aws/issues/15486",
    needs: NEEDS,
    check: |observed| {
        facts::proxy(observed)?;
        let database = facts::database(observed)?;
        if database.kind != DatabaseKind::Cluster {
            return Err(Stop::NotApplicable);
        }
        match database.engine_mode.as_deref() {
            Some("serverless") => Seen::at("database", &database.id)
                .because(t!("seen-setting", setting = "EngineMode", owner = &database.id, value = "serverless"))
                .flagged(),
            _ => passed(),
        }
    },
};

// Only what is certainly too old, or named as unsupported, is flagged. The table is that by which
// `design::eligibility` offers databases.
pub const VERSION: Rule = Rule {
    code: "proxy-unsupported-engine-version",
    severity: Severity::Error,
    hop: Hop::Database,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.RDS_Fea_Regions_DB-eng.Feature.RDSProxy.html",
    needs: NEEDS,
    check: |observed| {
        facts::proxy(observed)?;
        let database = facts::database(observed)?;
        let version = format!("{} {}", database.engine, database.engine_version);
        match served(database) {
            Served::Yes => return passed(),
            // It serves, whatever the table knows.
            Served::Unknown if unless_it_serves(observed) == Confidence::Medium => return passed(),
            Served::Unknown => {
                let because = match as_of() {
                    Some(day) => t!("seen-database-versions-of-day", day = day.to_string(), version = version),
                    None => t!("seen-database-versions", version = version),
                };
                return Err(Stop::unknown(because, &[]));
            }
            Served::No => {}
        }
        let fact = t!("seen-database-version", database = &database.id, version = version);
        Seen::at("database", &database.id).because(fact).sure(unless_it_serves(observed)).flagged()
    },
};

pub const READ_REPLICA: Rule = Rule {
    code: "proxy-target-is-read-replica",
    severity: Severity::Error,
    hop: Hop::Database,
    source: LIMITS,
    needs: NEEDS,
    check: read_replica,
};

/// A target that is available contradicts a finding that it cannot work.
fn unless_it_serves(observed: &Observed) -> Confidence {
    let serves =
        |target: &crate::domain::proxy::Target| target.health.as_ref().is_some_and(|health| health.is_available());
    if observed.targets.items().iter().any(serves) { Confidence::Medium } else { Confidence::High }
}

fn read_replica(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let database: &Database = facts::database(observed)?;
    // A secondary cluster may have a proxy, for reading.
    if database.kind != DatabaseKind::Instance {
        return Err(Stop::NotApplicable);
    }
    let Some(source) = &database.replica_of else { return passed() };
    let mut seen = Seen::at("database", &database.id).because(t!(
        "seen-database-replicates",
        database = &database.id,
        source = source
    ));
    // A source in another region is named by its ARN and cannot be registered here.
    if !source.starts_with("arn:") || source.contains(&format!(":{}:", observed.account.region)) {
        let on = |call: &str, id: &str| {
            aws(observed, call).with("db-proxy-name", &proxy.name).with("db-instance-identifiers", id).line()
        };
        seen = seen
            .cure(on("rds deregister-db-proxy-targets", &database.id))
            .cure(on("rds register-db-proxy-targets", short_name(source)));
    }
    seen.sure(unless_it_serves(observed)).flagged()
}
