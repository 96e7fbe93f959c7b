//! Aurora Serverless v2 and a proxy in front of it.

use crate::domain::database::{Database, ServerlessV2};
use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::proxy::TargetReason;
use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Rule, Seen, Stop, passed};
use crate::rules::targets::explain::PATIENCE_MINUTES;
use crate::rules::targets::signs::unchanged_for;
use crate::rules::targets::waiting::age_words;
use crate::text::t;

pub const AUTOPAUSE: Rule = Rule {
    code: "proxy-aurora-autopause-blocked",
    severity: Severity::Info,
    hop: Hop::Database,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-auto-pause.html",
    needs: &[Need::Proxy, Need::Database],
    check: |observed| {
        facts::proxy(observed)?;
        let (database, capacity) = serverless(observed)?;
        if capacity.min_acu > 0.0 {
            return passed();
        }
        Seen::at("database", &database.id)
            .because(t!("seen-database-min-capacity-zero", database = &database.id))
            .flagged()
    },
};

// One report, two regions: a hint.
pub const MIN_ACU: Rule = Rule {
    code: "proxy-aurora-min-acu-low",
    severity: Severity::Warning,
    hop: Hop::Database,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.troubleshooting.html",
    needs: &[Need::Proxy, Need::Database, Need::Targets],
    check: |observed| {
        facts::proxy(observed)?;
        let (database, capacity) = serverless(observed)?;
        if capacity.min_acu >= 1.0 {
            return passed();
        }
        let waits = facts::targets(observed)?
            .iter()
            .filter_map(|target| target.health.as_ref())
            .any(|health| !health.is_available() && health.reason == Some(TargetReason::PendingProxyCapacity));
        if !waits {
            return passed();
        }
        let Some(age) = unchanged_for(observed) else {
            return Err(Stop::unknown(t!("seen-database-wait-unknown"), &["rds:DescribeEvents"]));
        };
        if age <= PATIENCE_MINUTES * 60 {
            return passed();
        }
        let range = format!("MinCapacity=1,MaxCapacity={}", capacity.max_acu.max(1.0));
        Seen::at("database", &database.id)
            .because(t!("seen-database-min-capacity", database = &database.id, acu = &capacity.min_acu))
            .because(t!("seen-database-waits", age = age_words(age)))
            .cure(
                aws(observed, "rds modify-db-cluster")
                    .with("db-cluster-identifier", &database.id)
                    .with("serverless-v2-scaling-configuration", &range)
                    .line(),
            )
            .sure(Confidence::Low)
            .flagged()
    },
};

fn serverless(observed: &Observed) -> Result<(&Database, ServerlessV2), Stop> {
    let database = facts::database(observed)?;
    Ok((database, database.serverless_v2.ok_or(Stop::NotApplicable)?))
}
