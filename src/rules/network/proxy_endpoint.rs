//! The proxy's endpoints: status, reading only, and the port the function asks for.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::proxy::{ProxyEndpoint, ProxyStatus, TargetRole};

use crate::rules::command::aws;
use crate::rules::environment::What;
use crate::rules::facts::{self, Need};
use crate::rules::function::Reading;
use crate::rules::path::host::endpoint_used;
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::t;

const ENDPOINTS: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-endpoints.html";

pub const NOT_AVAILABLE: Rule = Rule {
    code: "proxy-endpoint-not-available",
    severity: Severity::Error,
    hop: Hop::Proxy,
    source: ENDPOINTS,
    needs: &[Need::Proxy, Need::ProxyEndpoints],
    check: not_available,
};

pub const FOR_WRITES: Rule = Rule {
    code: "proxy-readonly-endpoint-used-for-writes",
    severity: Severity::Warning,
    hop: Hop::FunctionToProxy,
    source: ENDPOINTS,
    needs: &[Need::Proxy, Need::ProxyEndpoints, Need::Function],
    check: for_writes,
};

pub const WITHOUT_READER: Rule = Rule {
    code: "proxy-readonly-endpoint-without-reader",
    severity: Severity::Error,
    hop: Hop::Proxy,
    source: ENDPOINTS,
    needs: &[Need::Proxy, Need::ProxyEndpoints, Need::Targets],
    check: without_reader,
};

pub const CUSTOM_PORT: Rule = Rule {
    code: "proxy-client-uses-db-custom-port",
    severity: Severity::Error,
    hop: Hop::FunctionToProxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-connecting.html",
    needs: &[Need::Proxy, Need::Database, Need::Function, Need::ProxyEndpoints],
    check: custom_port,
};

fn endpoints(observed: &Observed) -> Result<&[ProxyEndpoint], Stop> {
    facts::proxy(observed)?;
    facts::there(&observed.proxy_endpoints).map(Vec::as_slice)
}

fn describe(observed: &Observed, endpoint: &ProxyEndpoint) -> String {
    aws(observed, "rds describe-db-proxy-endpoints").with("db-proxy-endpoint-name", &endpoint.name).line()
}

fn not_available(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let used = endpoint_used(observed, proxy)?.extra.map(|endpoint| endpoint.arn.as_str());
    let mut found = Vec::new();
    // The default endpoint goes with the proxy, whose status has rules of its own.
    for endpoint in endpoints(observed)?.iter().filter(|endpoint| !endpoint.is_default) {
        if endpoint.status == ProxyStatus::Available {
            continue;
        }
        let passing = matches!(endpoint.status, ProxyStatus::Creating | ProxyStatus::Modifying | ProxyStatus::Deleting);
        let certain = used == Some(endpoint.arn.as_str()) && !passing;
        found.push(
            Seen::at("db-proxy-endpoint", &endpoint.name)
                .because(t!("seen-status", name = &endpoint.name, status = endpoint.status.as_str()))
                .sure(if certain { Confidence::High } else { Confidence::Medium })
                .cure(describe(observed, endpoint)),
        );
    }
    Ok(found)
}

fn for_writes(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    facts::function(observed)?;
    let used = endpoint_used(observed, proxy)?;
    let (Some(endpoint), Some(variable)) = (used.extra.filter(|endpoint| endpoint.is_read_only()), used.variable)
    else {
        return passed();
    };
    // `DB_READER_HOST` says that reading is all it is for.
    let meant = |word: &str| matches!(word, "READ" | "READER" | "READONLY" | "RO" | "REPLICA" | "REPORTING");
    if variable.to_ascii_uppercase().split('_').any(meant) {
        return passed();
    }
    let mut seen = Seen::at("function", used_name(observed))
        .because(t!("seen-names", variable = variable, function = used_name(observed), value = &endpoint.name))
        .because(t!("seen-setting", setting = "TargetRole", owner = &endpoint.name, value = endpoint.role.as_str()))
        .sure(Confidence::Medium);
    if let Some(host) = &proxy.endpoint {
        seen = seen.because(t!("seen-network-default-endpoint", proxy = &proxy.name, host = host));
    }
    seen.flagged()
}

fn used_name(observed: &Observed) -> &str {
    observed.function.present().map_or("", |function| function.name.as_str())
}

fn without_reader(observed: &Observed) -> Check {
    let endpoints: Vec<&ProxyEndpoint> =
        endpoints(observed)?.iter().filter(|endpoint| endpoint.is_read_only()).collect();
    let Some(first) = endpoints.first() else { return passed() };
    let targets = facts::targets(observed)?;
    let readers: Vec<_> = targets.iter().filter(|target| target.role == Some(TargetRole::ReadOnly)).collect();
    let available = |health: &crate::domain::proxy::TargetHealth| health.is_available();
    if readers.iter().any(|target| target.health.as_ref().is_some_and(available)) {
        return passed();
    }
    let mut seen = Seen::at("db-proxy-endpoint", &first.name);
    for endpoint in &endpoints {
        seen = seen.because(t!(
            "seen-setting",
            setting = "TargetRole",
            owner = &endpoint.name,
            value = endpoint.role.as_str()
        ));
    }
    for reader in &readers {
        let state = reader.health.as_ref().map_or(t!("not-known"), |health| health.state.as_str());
        seen = seen.because(t!("seen-network-reader", reader = &reader.id, state = state));
    }
    if readers.is_empty() {
        seen = seen.because(t!("seen-network-no-reader"));
    }
    // A target without a role yet may become one.
    let undecided = targets.iter().any(|target| target.role == Some(TargetRole::Unknown));
    seen.sure(if undecided { Confidence::Medium } else { Confidence::High }).cure(describe(observed, first)).flagged()
}

fn custom_port(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let database = facts::database(observed)?;
    let reading = Reading::new(observed)?;
    let (own, other) = (proxy.engine_family.proxy_port(), facts::database_port(database)?);
    let used = endpoint_used(observed, proxy)?;
    let ports = || reading.environment.about(What::Port);
    let Some(named) = ports().find(|fact| fact.value == other.to_string()).filter(|_| own != other) else {
        return passed();
    };
    // Who connects to the database itself uses its port rightly; `lambda-env-host-is-db` speaks.
    let is_database = |host: &str| database.host.as_deref().is_some_and(|known| known.eq_ignore_ascii_case(host));
    let direct = reading.environment.hosts().any(|host| is_database(&host.value));
    let usual = ports().any(|fact| fact.value == own.to_string());
    if (direct && used.variable.is_none()) || usual {
        return Err(Stop::NotApplicable);
    }
    let certain = used.variable.is_some() && !direct;
    Seen::at("function", &reading.function.name)
        .because(reading.evidence(named))
        .because(t!(
            "seen-network-ports",
            proxy = &proxy.name,
            port = own.to_string(),
            database = &database.id,
            database_port = other.to_string()
        ))
        .sure(if certain { Confidence::High } else { Confidence::Medium })
        .flagged()
}
