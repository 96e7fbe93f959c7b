//! A cluster of an Aurora global database behind the proxy.
//!
//! Any of its clusters may have a proxy. A secondary one has readers only: its proxy serves reads,
//! at a read-only endpoint.

use crate::design::{FORWARDING_SHARE, forwarding_share};
use crate::domain::database::Engine;
use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::mend::Mend;
use crate::domain::observed::Observed;
use crate::domain::proxy::EndpointRole;
use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::path::host::endpoint_used;
use crate::rules::rule::{Check, Cure, Rule, Seen, Stop, passed};
use crate::text::t;

const SOURCE: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-gdb.html";

pub const FORWARDING: Rule = Rule {
    code: "global-write-forwarding-pool",
    severity: Severity::Warning,
    hop: Hop::Database,
    source: SOURCE,
    needs: &[Need::Proxy, Need::Pool, Need::Database, Need::Parameters],
    check: forwarding,
};

pub const WRITE_ENDPOINT: Rule = Rule {
    code: "global-secondary-write-endpoint",
    severity: Severity::Warning,
    hop: Hop::FunctionToProxy,
    source: SOURCE,
    needs: &[Need::Proxy, Need::Database, Need::Function, Need::ProxyEndpoints],
    check: write_endpoint,
};

fn forwarding(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let database = facts::database(observed)?;
    let percent = facts::pool(observed)?.max_connections_percent;
    if database.engine != Engine::AuroraMysql || database.global.is_none() {
        return Err(Stop::NotApplicable);
    }
    let parameters = facts::there(&observed.parameters)?;
    let Some(share) = forwarding_share(database, &observed.parameters) else { return passed() };
    if u32::from(percent) + u32::from(share) <= 100 {
        return passed();
    }
    let set = parameters.iter().any(|parameter| parameter.name == FORWARDING_SHARE);
    let room = 100_u8.saturating_sub(share).max(1);
    let command = aws(observed, "rds modify-db-proxy-target-group")
        .with("db-proxy-name", &proxy.name)
        .with("target-group-name", "default")
        .with("connection-pool-config", &format!("MaxConnectionsPercent={room}"))
        .line();
    Seen::at("db-proxy", &proxy.name)
        .because(t!(
            "seen-setting",
            setting = "MaxConnectionsPercent",
            owner = &proxy.name,
            value = percent.to_string()
        ))
        .because(match (&database.id, share.to_string()) {
            (owner, value) if set => t!("seen-setting", setting = FORWARDING_SHARE, owner = owner, value = value),
            (owner, value) => t!("seen-setting-default", setting = FORWARDING_SHARE, owner = owner, value = value),
        })
        .sure(if set { Confidence::High } else { Confidence::Medium })
        .cure(Cure::mending(command, Mend::MaxConnectionsPercent(room)))
        .flagged()
}

fn write_endpoint(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let database = facts::database(observed)?;
    let function = facts::function(observed)?;
    let Some(global) = database.global.as_ref().filter(|global| !global.writer) else {
        return Err(Stop::NotApplicable);
    };
    let endpoints = facts::there(&observed.proxy_endpoints)?;
    let used = endpoint_used(observed, proxy)?;
    let read_only = used.extra.is_some_and(|endpoint| endpoint.is_read_only());
    let Some(variable) = used.variable.filter(|_| !read_only) else { return passed() };
    // What forwards writes may take them, which the guide leaves open.
    if global.write_forwarding {
        return passed();
    }
    let mut seen = Seen::at("function", &function.name)
        .because(t!(
            "seen-database-write-endpoint",
            variable = variable,
            function = &function.name,
            proxy = &proxy.name
        ))
        .because(t!("seen-database-secondary", database = &database.id, global = &global.global_cluster))
        .sure(Confidence::Medium);
    match endpoints.iter().find(|endpoint| endpoint.is_read_only()) {
        Some(there) => {
            let host = there.host.as_deref().unwrap_or(&there.name);
            seen = seen.because(t!("seen-database-read-endpoint", proxy = &proxy.name, host = host));
        }
        None => {
            let command = aws(observed, "rds create-db-proxy-endpoint")
                .with("db-proxy-name", &proxy.name)
                .with("db-proxy-endpoint-name", &format!("{}-read", proxy.name))
                .with("target-role", EndpointRole::ReadOnly.api_name())
                .each("vpc-subnet-ids", &proxy.subnet_ids)
                .each("vpc-security-group-ids", &proxy.security_group_ids);
            seen = seen.cure(command.line());
        }
    }
    seen.flagged()
}
