//! What the VPC must be like for a proxy: tenancy, encryption controls, address families.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::network::Vpc;
use crate::domain::observed::Observed;
use crate::domain::proxy::NetworkType;

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::network::shared::by_owner;
use crate::rules::path::VpcFacts;
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::t;

const LIMITS: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html";

pub const TENANCY: Rule = Rule {
    code: "proxy-vpc-dedicated-tenancy",
    severity: Severity::Error,
    hop: Hop::Proxy,
    source: LIMITS,
    needs: &[Need::Proxy, Need::Vpc],
    check: tenancy,
};

pub const ENCRYPTION: Rule = Rule {
    code: "proxy-vpc-encryption-controls-enforced",
    severity: Severity::Error,
    hop: Hop::Proxy,
    source: LIMITS,
    needs: &[Need::Proxy, Need::Vpc],
    check: encryption,
};

pub const NETWORK_TYPE: Rule = Rule {
    code: "proxy-network-type-mismatch",
    severity: Severity::Warning,
    hop: Hop::FunctionToProxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-network-prereqs.html",
    needs: &[Need::Proxy, Need::Database, Need::Subnets, Need::Function],
    check: network_type,
};

fn vpc(observed: &Observed) -> Result<&Vpc, Stop> {
    let proxy = facts::proxy(observed)?;
    facts::there(VpcFacts::find(observed, &proxy.vpc_id)?.vpc)
}

/// A proxy that serves its database shows that it runs there after all.
fn certainty(observed: &Observed) -> Confidence {
    let serves =
        |target: &crate::domain::proxy::Target| target.health.as_ref().is_some_and(|health| health.is_available());
    if observed.targets.items().iter().any(serves) { Confidence::Medium } else { Confidence::High }
}

fn tenancy(observed: &Observed) -> Check {
    let vpc = vpc(observed)?;
    if vpc.tenancy != "dedicated" {
        return passed();
    }
    let seen = Seen::at("vpc", &vpc.id)
        .because(t!("seen-setting", setting = "InstanceTenancy", owner = &vpc.id, value = &vpc.tenancy))
        .sure(certainty(observed));
    let modify = aws(observed, "ec2 modify-vpc-tenancy").with("vpc-id", &vpc.id);
    by_owner(observed, &vpc.id, seen, [modify.with("instance-tenancy", "default").line()]).flagged()
}

fn encryption(observed: &Observed) -> Check {
    let vpc = vpc(observed)?;
    let Some(mode) = vpc.encryption_control.as_deref().filter(|mode| *mode == "enforce") else { return passed() };
    Seen::at("vpc", &vpc.id)
        .because(t!("seen-network-encryption", vpc = &vpc.id, mode = mode))
        .sure(certainty(observed))
        .cure(aws(observed, "ec2 describe-vpc-encryption-controls").with("vpc-ids", &vpc.id).line())
        .flagged()
}

fn network_type(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let database = facts::database(observed)?;
    let function = match facts::function(observed) {
        Ok(function) => Some(function),
        // There is one hop less to compare.
        Err(Stop::NotApplicable) => None,
        Err(unknown) => return Err(unknown),
    };
    let mut seen = Seen::at("db-proxy", &proxy.name).sure(Confidence::Medium);
    if proxy.endpoint_network_type != NetworkType::Ipv4 {
        let name = proxy.endpoint_network_type.api_name();
        let subnets = facts::there(VpcFacts::find(observed, &proxy.vpc_id)?.subnets)?;
        for subnet in subnets.iter().filter(|subnet| proxy.subnet_ids.contains(&subnet.id)) {
            if subnet.ipv6_cidr.is_none() {
                seen = seen.because(t!("seen-network-type-no-ipv6", type = name, subnet = &subnet.id));
            } else if proxy.endpoint_network_type == NetworkType::Ipv6 && !subnet.is_ipv6_only() {
                seen = seen.because(t!("seen-network-type-not-ipv6-only", type = name, subnet = &subnet.id));
            }
        }
    }
    if proxy.endpoint_network_type == NetworkType::Ipv6
        && let Some(function) = function
        && function.vpc.as_ref().is_some_and(|vpc| !vpc.ipv6_allowed)
    {
        seen = seen.because(t!("seen-network-type-ipv4-function", function = &function.name)).cure(
            aws(observed, "lambda update-function-configuration")
                .with("function-name", &function.name)
                .with("vpc-config", "Ipv6AllowedForDualStack=true")
                .line(),
        );
    }
    if proxy.target_connection_network_type == NetworkType::Ipv6 && !database.dual_stack {
        seen = seen.because(t!("seen-network-type-ipv4-database", database = &database.id));
    }
    if seen.evidence.is_empty() { passed() } else { seen.flagged() }
}
