//! A function of another account or region, or one that comes through a load balancer.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::function::Reading;
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::t;

pub const ACCOUNT: Rule = Rule {
    code: "cross-account-direct-policy",
    severity: Severity::Warning,
    hop: Hop::FunctionToProxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html",
    needs: &[Need::Proxy, Need::Function],
    check: account,
};

pub const REGION: Rule = Rule {
    code: "region-mismatch",
    severity: Severity::Warning,
    hop: Hop::FunctionToProxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.Connecting.html",
    needs: &[Need::Proxy, Need::Function],
    check: region,
};

pub const BALANCER: Rule = Rule {
    code: "privatelink-nlb-host-mismatch",
    severity: Severity::Warning,
    hop: Hop::FunctionToProxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-endpoints.html",
    needs: &[Need::Proxy, Need::Function],
    check: balancer,
};

/// A field of an ARN: 3 is the region, 4 the account.
fn field(arn: &str, at: usize) -> Option<&str> {
    arn.split(':').nth(at).filter(|text| !text.is_empty())
}

/// The same field of two ARNs.
///
/// # Errors
/// Unknown where one of them has none.
fn fields<'a>(proxy: &'a str, function: &'a str, at: usize) -> Result<(&'a str, &'a str), Stop> {
    field(proxy, at).zip(field(function, at)).ok_or_else(|| {
        let odd = if field(proxy, at).is_none() { proxy } else { function };
        Stop::unknown(t!("seen-network-odd-arn", arn = odd), &[])
    })
}

fn account(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let function = facts::function(observed)?;
    if !crate::rules::login::Login::from_proxy(proxy).takes_tokens() {
        return Err(Stop::NotApplicable);
    }
    let (own, other) = fields(&proxy.arn, &function.role_arn, 4)?;
    if own == other {
        return passed();
    }
    // It may assume a role of the proxy's account already; its code is not read.
    Seen::at("function", &function.name)
        .because(t!("seen-role-of", name = &function.name, role = &function.role_arn))
        .because(t!("seen-account-of", name = &proxy.name, account = own))
        .sure(Confidence::Medium)
        .flagged()
}

fn region(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let function = facts::function(observed)?;
    let (own, other) = fields(&proxy.arn, &function.arn, 3)?;
    if own == other {
        return passed();
    }
    Seen::at("function", &function.name)
        .because(t!("seen-network-region-of", name = &function.name, region = other))
        .because(t!("seen-network-region-of", name = &proxy.name, region = own))
        .sure(Confidence::Medium)
        .flagged()
}

fn balancer(observed: &Observed) -> Check {
    let reading = Reading::new(observed)?;
    let (proxy, function) = (reading.proxy, reading.function);
    reading.names_host()?;
    // Whoever names the proxy as well signs for it.
    if reading.proxy_hosts().next().is_some() {
        return passed();
    }
    let balanced = |value: &str| {
        let value = value.to_ascii_lowercase();
        value.contains(".vpce.amazonaws.com") || (value.contains(".elb.") && value.contains(".amazonaws.com"))
    };
    let Some(named) = reading.environment.hosts().find(|host| balanced(&host.value)) else { return passed() };
    Seen::at("function", &function.name)
        .because(reading.evidence(named))
        .because(t!(
            "seen-endpoint",
            proxy = &proxy.name,
            endpoint = proxy.endpoint.as_deref().unwrap_or(t!("seen-network-no-endpoint-yet"))
        ))
        .sure(Confidence::Medium)
        .cure(aws(observed, "rds describe-db-proxy-endpoints").with("db-proxy-name", &proxy.name).line())
        .flagged()
}
