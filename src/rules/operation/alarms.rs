//! Alarms that should watch a proxy and do not exist. An alarm that reads no metric by name (a
//! Metrics Insights query) is not seen here, which is why these are only worth knowing.

use crate::design::alarms::{AlarmKind, alarm};
use crate::domain::call::Call;
use crate::domain::finding::{Hop, Severity};
use crate::domain::mend::Mend;
use crate::domain::observed::Observed;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Cure, Rule, Seen, passed};
use crate::text::t;

const MONITORING: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.monitoring.html";
const NEEDS: &[Need] = &[Need::Proxy, Need::Alarms];

pub const AUTH: Rule = Rule {
    code: "no-alarm-auth-failures",
    severity: Severity::Info,
    hop: Hop::Proxy,
    source: MONITORING,
    needs: NEEDS,
    check: |observed| unwatched(observed, AlarmKind::Refused),
};

pub const BORROW: Rule = Rule {
    code: "no-alarm-borrow-latency",
    severity: Severity::Info,
    hop: Hop::Proxy,
    source: MONITORING,
    needs: NEEDS,
    check: |observed| unwatched(observed, AlarmKind::Waiting),
};

pub const POOL: Rule = Rule {
    code: "no-alarm-pool-usage",
    severity: Severity::Info,
    hop: Hop::ProxyToDatabase,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-connections.html",
    needs: NEEDS,
    check: |observed| unwatched(observed, AlarmKind::PoolFull),
};

pub const PINNING: Rule = Rule {
    code: "no-alarm-pinning",
    severity: Severity::Info,
    hop: Hop::ProxyToDatabase,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-pinning.html",
    needs: NEEDS,
    check: |observed| unwatched(observed, AlarmKind::Pinned),
};

pub const AVAILABILITY: Rule = Rule {
    code: "no-alarm-availability",
    severity: Severity::Info,
    hop: Hop::ProxyToDatabase,
    source: MONITORING,
    needs: NEEDS,
    check: |observed| unwatched(observed, AlarmKind::Unavailable),
};

fn unwatched(observed: &Observed, kind: AlarmKind) -> Check {
    let proxy = facts::proxy(observed)?;
    let wanted = alarm(kind, &proxy.name);
    let alarms = facts::read(&observed.alarms)?.map_or(&[][..], Vec::as_slice);
    if alarms.iter().any(|there| there.reads(wanted.metric(), &proxy.name)) {
        return passed();
    }
    let put = Call::new("cloudwatch", "PutMetricAlarm", wanted.input()).command(&observed.account);
    Seen::at("db-proxy", &proxy.name)
        .because(t!("seen-operation-no-alarm", metric = wanted.metric(), proxy = &proxy.name))
        .cure(Cure::mending(put.line(), Mend::PutAlarm(wanted)))
        .flagged()
}
