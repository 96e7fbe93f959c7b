//! A function in another VPC than the endpoint it uses: joined, or not.

use crate::domain::finding::{Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::proxy::name_beside;

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::network::sg_chain::to_itself;
use crate::rules::path::hop;
use crate::rules::path::link::{Link, link};
use crate::rules::rule::{Check, Rule, Seen, passed};
use crate::text::t;

pub const OTHER_VPC: Rule = Rule {
    code: "lambda-vpc-differs-from-proxy",
    severity: Severity::Error,
    hop: Hop::FunctionToProxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-endpoints.html",
    needs: &[
        Need::Proxy,
        Need::ProxyEndpoints,
        Need::Function,
        Need::RouteTables,
        Need::Peerings,
        Need::FunctionNetwork,
        Need::Subnets,
    ],
    check,
};

fn check(observed: &Observed) -> Check {
    let hop = hop::to_proxy(observed)?;
    let proxy = facts::proxy(observed)?;
    let Link::Refused(reasons) = link(observed, hop.from, hop.to, hop.network)? else { return passed() };
    let mut seen = Seen::at("function", hop.from.name)
        .because(t!("seen-vpc", name = hop.from.name, vpc = hop.from.vpc_id))
        .because(t!("seen-vpc", name = hop.to.name, vpc = hop.to.vpc_id));
    for reason in reasons {
        seen = seen.because(reason);
    }
    let create = aws(observed, "rds create-db-proxy-endpoint")
        .with("db-proxy-name", &proxy.name)
        .with("db-proxy-endpoint-name", &name_beside(&proxy.name, hop.from.name))
        .each("vpc-subnet-ids", hop.from.subnets)
        .each("vpc-security-group-ids", hop.from.groups);
    // Without a group of its own it gets the VPC's default one, which lets no function in.
    Ok(vec![match to_itself(observed, hop.from, hop.port) {
        Ok(rules) => seen.cures(rules).cure(create.line()),
        Err(_) => seen,
    }])
}
