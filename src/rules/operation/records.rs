//! What is kept of the proxy's doings, and who hears of them: logs and event subscriptions.

use crate::domain::database::DatabaseKind;
use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::mend::Mend;
use crate::domain::observed::Observed;

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Cure, Rule, Seen, Stop, passed};
use crate::text::{series, t};

pub const NO_SUBSCRIPTION: Rule = Rule {
    code: "no-rds-event-subscription",
    severity: Severity::Info,
    hop: Hop::Proxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.events.html",
    needs: &[Need::Proxy, Need::EventSubscriptions],
    check: no_subscription,
};

pub const NO_RETENTION: Rule = Rule {
    code: "proxy-log-retention-unset",
    severity: Severity::Info,
    hop: Hop::Proxy,
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
    needs: &[Need::Proxy, Need::LogGroups],
    check: no_retention,
};

pub const NO_IAM_LOG: Rule = Rule {
    code: "iam-db-auth-error-log-off",
    severity: Severity::Info,
    hop: Hop::Database,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.Troubleshooting.html",
    needs: &[Need::Proxy, Need::Database],
    check: no_iam_log,
};

/// A month to look back on, where nobody has chosen another time.
const KEPT_DAYS: u32 = 30;

fn no_subscription(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let subscriptions = facts::read(&observed.event_subscriptions)?.map_or(&[][..], Vec::as_slice);
    let hears = subscriptions.iter().any(|one| {
        one.enabled
            && one.source_type.as_deref().is_none_or(|kind| kind == "db-proxy")
            && (one.source_ids.is_empty() || one.source_ids.contains(&proxy.name))
    });
    if hears {
        return passed();
    }
    let account = &observed.account;
    let topic = "rds-proxy-events";
    let arn = format!("arn:{}:sns:{}:{}:{topic}", account.partition, account.region, account.id);
    Seen::at("db-proxy", &proxy.name)
        .because(t!("seen-operation-no-subscription", proxy = &proxy.name))
        .cure(aws(observed, "sns create-topic").with("name", topic).line())
        .cure(
            aws(observed, "rds create-event-subscription")
                .with("subscription-name", &format!("{}-events", proxy.name))
                .with("sns-topic-arn", &arn)
                .with("source-type", "db-proxy")
                .with("source-ids", &proxy.name)
                .line(),
        )
        .sure(Confidence::Medium)
        .flagged()
}

fn no_retention(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let name = format!("/aws/rds/proxy/{}", proxy.name);
    let groups = facts::read(&observed.log_groups)?.map_or(&[][..], Vec::as_slice);
    // A proxy that has nothing to say has no log group.
    let group = groups.iter().find(|group| group.name == name).ok_or(Stop::NotApplicable)?;
    if group.retention_days.is_some() {
        return passed();
    }
    Seen::at("log-group", &name)
        .because(t!("seen-operation-never-expires", group = &name))
        .cure(Cure::mending(
            aws(observed, "logs put-retention-policy")
                .with("log-group-name", &name)
                .with("retention-in-days", &KEPT_DAYS.to_string())
                .line(),
            Mend::KeepLog { group: name.clone(), days: KEPT_DAYS },
        ))
        .flagged()
}

fn no_iam_log(observed: &Observed) -> Check {
    let log = "iam-db-auth-error";
    if !facts::proxy(observed)?.default_iam_auth {
        return Err(Stop::NotApplicable);
    }
    let database = facts::database(observed)?;
    if database.log_exports.iter().any(|export| export == log) {
        return passed();
    }
    let modify = match database.kind {
        DatabaseKind::Instance => aws(observed, "rds modify-db-instance").with("db-instance-identifier", &database.id),
        DatabaseKind::Cluster => aws(observed, "rds modify-db-cluster").with("db-cluster-identifier", &database.id),
    };
    Seen::at("database", &database.id)
        .because(t!("seen-operation-exports", database = &database.id, logs = listed(&database.log_exports)))
        .cure(Cure::mending(
            modify.with("cloudwatch-logs-export-configuration", &format!("EnableLogTypes={log}")).line(),
            Mend::ExportLog { log: log.to_owned() },
        ))
        .flagged()
}

fn listed(exports: &[String]) -> String {
    if exports.is_empty() { t!("seen-operation-no-log").to_owned() } else { series(exports) }
}
