//! Alarms that should watch a proxy and do not exist. An alarm that reads no metric by name (a
//! Metrics Insights query) is not seen here, which is why these are only worth knowing.

use serde_json::json;

use crate::domain::finding::{Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::proxy::Proxy;

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Seen, passed};

const MONITORING: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.monitoring.html";
const NEEDS: &[Need] = &[Need::Proxy, Need::Alarms];
const PUT: &str = "cloudwatch put-metric-alarm";

pub const AUTH: Rule = Rule {
    code: "no-alarm-auth-failures",
    severity: Severity::Info,
    hop: Hop::Proxy,
    title: "No alarm tells of refused logins",
    why: "When a policy, a token or a secret breaks, the proxy refuses clients and only its metric shows it.",
    fix: "Make an alarm that goes off with the first refused login in 5 minutes.",
    source: MONITORING,
    needs: NEEDS,
    check: |observed| unwatched(observed, "ClientConnectionsSetupFailedAuth", refused_logins),
};

pub const BORROW: Rule = Rule {
    code: "no-alarm-borrow-latency",
    severity: Severity::Info,
    hop: Hop::Proxy,
    title: "No alarm tells of clients that wait for a database connection",
    why: "The wait grows before requests begin to fail, so it is the early warning of a pool that is too small.",
    fix: "Make an alarm on an average above 100 milliseconds.",
    source: MONITORING,
    needs: NEEDS,
    check: |observed| unwatched(observed, "DatabaseConnectionsBorrowLatency", slow_borrows),
};

pub const POOL: Rule = Rule {
    code: "no-alarm-pool-usage",
    severity: Severity::Info,
    hop: Hop::ProxyToDatabase,
    title: "No alarm tells when the proxy's pool fills up",
    why: "With every allowed database connection taken, clients wait and then fail.",
    fix: "Make an alarm on more than 80 % of the connections that the proxy may open.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-connections.html",
    needs: NEEDS,
    check: |observed| {
        unwatched(observed, "DatabaseConnections", |observed, proxy| {
            share(observed, proxy, "pool-usage", "MaxDatabaseConnectionsAllowed", "DatabaseConnections", 80)
        })
    },
};

pub const PINNING: Rule = Rule {
    code: "no-alarm-pinning",
    severity: Severity::Info,
    hop: Hop::ProxyToDatabase,
    title: "No alarm tells of pinned sessions",
    why: "A pinned session keeps its database connection for itself, so the pool stops being shared.",
    fix: "Make an alarm on more than 30 % of the database connections being pinned.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-pinning.html",
    needs: NEEDS,
    check: |observed| {
        let metric = "DatabaseConnectionsCurrentlySessionPinned";
        unwatched(observed, metric, |observed, proxy| {
            share(observed, proxy, "pinning", "DatabaseConnections", "DatabaseConnectionsCurrentlySessionPinned", 30)
        })
    },
};

pub const AVAILABILITY: Rule = Rule {
    code: "no-alarm-availability",
    severity: Severity::Info,
    hop: Hop::ProxyToDatabase,
    title: "No alarm tells when the database is out of the proxy's reach",
    why: "The proxy measures for how much of the time it could reach its target.",
    fix: "Make an alarm on less than 100 % in 5 minutes.",
    source: MONITORING,
    needs: NEEDS,
    check: |observed| unwatched(observed, "AvailabilityPercentage", unavailable),
};

fn unwatched(observed: &Observed, metric: &str, cure: fn(&Observed, &Proxy) -> String) -> Check {
    let proxy = facts::proxy(observed)?;
    let alarms = facts::read(&observed.alarms)?.map_or(&[][..], Vec::as_slice);
    let watches = alarms.iter().flat_map(|alarm| &alarm.metrics).any(|watched| {
        watched.namespace == "AWS/RDS"
            && watched.name == metric
            && watched.dimensions.iter().any(|(name, value)| name == "ProxyName" && *value == proxy.name)
    });
    if watches {
        return passed();
    }
    Seen::at("db-proxy", &proxy.name)
        .because(format!("no alarm reads {metric} of {}", proxy.name))
        .cure(cure(observed, proxy))
        .found()
}

fn refused_logins(observed: &Observed, proxy: &Proxy) -> String {
    aws(observed, PUT)
        .with("alarm-name", &format!("{}-auth-failures", proxy.name))
        .with("namespace", "AWS/RDS")
        .with("metric-name", "ClientConnectionsSetupFailedAuth")
        .with("dimensions", &format!("Name=ProxyName,Value={}", proxy.name))
        .with("statistic", "Sum")
        .with("period", "300")
        .with("evaluation-periods", "1")
        .with("threshold", "0")
        .with("comparison-operator", "GreaterThanThreshold")
        .with("treat-missing-data", "notBreaching")
        .line()
}

fn slow_borrows(observed: &Observed, proxy: &Proxy) -> String {
    aws(observed, PUT)
        .with("alarm-name", &format!("{}-borrow-latency", proxy.name))
        .with("namespace", "AWS/RDS")
        .with("metric-name", "DatabaseConnectionsBorrowLatency")
        .with("dimensions", &format!("Name=ProxyName,Value={}", proxy.name))
        .with("statistic", "Average")
        .with("period", "300")
        .with("evaluation-periods", "1")
        .with("threshold", "100000")
        .with("comparison-operator", "GreaterThanThreshold")
        .with("treat-missing-data", "notBreaching")
        .line()
}

fn unavailable(observed: &Observed, proxy: &Proxy) -> String {
    let name = format!("Name=ProxyName,Value={}", proxy.name);
    aws(observed, PUT)
        .with("alarm-name", &format!("{}-availability", proxy.name))
        .with("namespace", "AWS/RDS")
        .with("metric-name", "AvailabilityPercentage")
        .each("dimensions", &[name, "Name=TargetGroup,Value=default".into(), "Name=TargetRole,Value=READ_WRITE".into()])
        .with("statistic", "Average")
        .with("period", "300")
        .with("evaluation-periods", "1")
        .with("threshold", "100")
        .with("comparison-operator", "LessThanThreshold")
        .with("treat-missing-data", "notBreaching")
        .line()
}

/// An alarm on how many per cent one metric is of another.
fn share(observed: &Observed, proxy: &Proxy, name: &str, whole: &str, part: &str, percent: u32) -> String {
    let metric = |id: &str, name: &str| {
        let dimensions = json!([{ "Name": "ProxyName", "Value": proxy.name }]);
        let metric = json!({ "Namespace": "AWS/RDS", "MetricName": name, "Dimensions": dimensions });
        json!({ "Id": id, "ReturnData": false, "MetricStat": { "Metric": metric, "Period": 60, "Stat": "Sum" } })
    };
    let share = json!({ "Id": "share", "Expression": "100 * part / whole", "ReturnData": true });
    aws(observed, PUT)
        .with("alarm-name", &format!("{}-{name}", proxy.name))
        .with("metrics", &json!([metric("part", part), metric("whole", whole), share]).to_string())
        .with("evaluation-periods", "5")
        .with("threshold", &percent.to_string())
        .with("comparison-operator", "GreaterThanThreshold")
        .with("treat-missing-data", "notBreaching")
        .line()
}
