//! Settings of proxy and pool that work, but not well.

use crate::domain::finding::{Hop, Severity};
use crate::domain::mend::Mend;
use crate::domain::observed::Observed;
use crate::domain::proxy::{Proxy, borrow_timeout_within};

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Cure, Rule, Seen, passed};
use crate::text::t;

pub const BORROW_TIMEOUT: Rule = Rule {
    code: "proxy-borrow-timeout-exceeds-lambda-timeout",
    severity: Severity::Warning,
    hop: Hop::Proxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-connections.html",
    needs: &[Need::Proxy, Need::Pool, Need::Function],
    check: |observed| {
        let proxy = facts::proxy(observed)?;
        let function = facts::function(observed)?;
        let pool = facts::pool(observed)?;
        if pool.borrow_timeout_secs < function.timeout_secs {
            return passed();
        }
        let within = borrow_timeout_within(function.timeout_secs);
        let seen = Seen::at("db-proxy", &proxy.name)
            .because(t!(
                "seen-setting-seconds",
                setting = "ConnectionBorrowTimeout",
                owner = &proxy.name,
                seconds = pool.borrow_timeout_secs.to_string()
            ))
            .because(t!("seen-timeout", function = &function.name, seconds = &function.timeout_secs));
        // Into one second nothing fits: there the function's timeout is at fault.
        seen.cures((within < function.timeout_secs).then(|| set_borrow(observed, proxy, within))).flagged()
    },
};

pub const BORROW_EXTREME: Rule = Rule {
    code: "proxy-borrow-timeout-extreme",
    severity: Severity::Info,
    hop: Hop::Proxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-connections.html",
    needs: &[Need::Proxy, Need::Pool],
    check: |observed| {
        let proxy = facts::proxy(observed)?;
        let is = facts::pool(observed)?.borrow_timeout_secs;
        if (1..240).contains(&is) {
            return passed();
        }
        let function = observed.function.present().map(|function| borrow_timeout_within(function.timeout_secs));
        let seconds = function.map_or(30, |within| within.min(30));
        Seen::at("db-proxy", &proxy.name)
            .because(t!(
                "seen-setting-seconds",
                setting = "ConnectionBorrowTimeout",
                owner = &proxy.name,
                seconds = is.to_string()
            ))
            .cure(set_borrow(observed, proxy, seconds))
            .flagged()
    },
};

fn set_borrow(observed: &Observed, proxy: &Proxy, seconds: u32) -> Cure {
    let command = aws(observed, "rds modify-db-proxy-target-group")
        .with("db-proxy-name", &proxy.name)
        .with("target-group-name", "default")
        .with("connection-pool-config", &format!("ConnectionBorrowTimeout={seconds}"))
        .line();
    Cure::mending(command, Mend::BorrowTimeout(seconds))
}

pub const IDLE_CLIENT: Rule = Rule {
    code: "proxy-idle-client-timeout",
    severity: Severity::Info,
    hop: Hop::Proxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-connections.html",
    needs: &[Need::Proxy],
    check: |observed| {
        let proxy = facts::proxy(observed)?;
        let seconds = proxy.idle_client_timeout_secs;
        if (60..=7200).contains(&seconds) {
            return passed();
        }
        Seen::at("db-proxy", &proxy.name)
            .because(t!(
                "seen-setting-seconds",
                setting = "IdleClientTimeout",
                owner = &proxy.name,
                seconds = seconds.to_string()
            ))
            .cure(Cure::mending(
                aws(observed, "rds modify-db-proxy")
                    .with("db-proxy-name", &proxy.name)
                    .with("idle-client-timeout", "1800")
                    .line(),
                Mend::IdleClientTimeout(1800),
            ))
            .flagged()
    },
};

pub const DEBUG_LOGGING: Rule = Rule {
    code: "proxy-debug-logging-on",
    severity: Severity::Warning,
    hop: Hop::Proxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBProxy.html",
    needs: &[Need::Proxy],
    check: |observed| {
        let proxy = facts::proxy(observed)?;
        if !proxy.debug_logging {
            return passed();
        }
        Seen::at("db-proxy", &proxy.name)
            .because(t!("seen-setting", setting = "DebugLogging", owner = &proxy.name, value = "true"))
            .cure(Cure::mending(
                aws(observed, "rds modify-db-proxy").with("db-proxy-name", &proxy.name).flag("no-debug-logging").line(),
                Mend::DebugLoggingOff,
            ))
            .flagged()
    },
};
