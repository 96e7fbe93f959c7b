//! Hosts in the environment that are not the proxy's own name.
//!
//! A custom domain name for the proxy breaks two things. Where clients log in with tokens the
//! token is signed for the wrong host, and [`TOKEN`] says so; with passwords the certificate does
//! not match, and [`TLS`] says so. It is one mistake, so the other one does not apply.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;

use crate::rules::environment::is_rds;
use crate::rules::facts::Need;
use crate::rules::rule::{Check, Rule, Stop, passed};
use crate::text::t;

use super::reading::Reading;

const LIMITS: &str =
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.Connecting.AWSCLI.html";

/// Not applicable with passwords: [`TLS`] is the one then.
pub const TOKEN: Rule = Rule {
    code: "token-cname-or-custom-domain",
    severity: Severity::Warning,
    hop: Hop::FunctionToProxy,
    source: LIMITS,
    needs: &[Need::Proxy, Need::Function],
    check: |observed| custom(observed, true),
};

/// Not applicable with tokens: [`TOKEN`] is the one then.
pub const TLS: Rule = Rule {
    code: "tls-hostname-cname",
    severity: Severity::Warning,
    hop: Hop::FunctionToProxy,
    source: "https://github.com/sidorares/node-mysql2/issues/2172",
    needs: &[Need::Proxy, Need::Function],
    check: |observed| custom(observed, false),
};

/// Contested: one report, of one endpoint. So it is said as a thing to try, and never as a fault.
pub const EXTRA_ENDPOINT: Rule = Rule {
    code: "tls-custom-endpoint-wildcard",
    severity: Severity::Info,
    hop: Hop::FunctionToProxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-endpoints.html",
    needs: &[Need::Proxy, Need::Function],
    check: extra_endpoint,
};

fn custom(observed: &Observed, with_tokens: bool) -> Check {
    let reading = Reading::new(observed)?;
    if reading.sends_token()? != with_tokens {
        return Err(Stop::NotApplicable);
    }
    reading.names_host()?;
    if reading.proxy_hosts().next().is_some() {
        return passed();
    }
    let Some(host) = reading.environment.hosts().find(|host| is_custom(&host.value)) else { return passed() };
    // With an RDS host beside it, the name is perhaps another database's.
    if reading.environment.hosts().any(|host| is_rds(&host.value)) {
        let because = t!("seen-function-leads-unknown", fact = reading.evidence(host), proxy = &reading.proxy.name);
        return Err(Stop::unknown(because, &[]));
    }
    let mut evidence = vec![reading.evidence(host)];
    if let Some(endpoint) = &reading.proxy.endpoint {
        evidence.push(t!("seen-endpoint", proxy = &reading.proxy.name, endpoint = endpoint));
    }
    // Nothing says that the name leads to the proxy.
    Ok(vec![reading.seen(Confidence::Medium, evidence)])
}

/// A domain name of one's own. Names of load balancers and VPC endpoints are the business of
/// `privatelink-nlb-host-mismatch`; an address is no name.
fn is_custom(host: &str) -> bool {
    let lower = host.trim_end_matches('.').to_ascii_lowercase();
    let amazons = lower.ends_with(".amazonaws.com") || lower.ends_with(".amazonaws.com.cn");
    let address = lower.parse::<std::net::IpAddr>().is_ok();
    lower.contains('.') && !amazons && !address && !lower.ends_with(".localhost")
}

fn extra_endpoint(observed: &Observed) -> Check {
    let reading = Reading::new(observed)?;
    let mut hosts = reading.proxy_hosts().peekable();
    if hosts.peek().is_none() {
        return Err(Stop::NotApplicable);
    }
    let extra = hosts.find(|host| host.value.contains(".endpoint.proxy-"));
    Ok(extra.map(|host| reading.seen(Confidence::Low, [reading.evidence(host)])).into_iter().collect())
}
