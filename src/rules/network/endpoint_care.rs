//! The interface endpoint for Secrets Manager beyond its groups: private DNS, policy, zones.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::mend::Mend;
use crate::domain::network::{VpcAttribute, VpcEndpoint};
use crate::domain::observed::Observed;
use crate::domain::policy::{Document, OneOrMany, Principal, Statement};
use crate::domain::role::Role;

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::iam::{self, PolicyAnswer, READ};
use crate::rules::network::secret_endpoint::{closed_subnets, endpoints, meant, reader};
use crate::rules::network::shared::by_owner;
use crate::rules::path::VpcFacts;
use crate::rules::rule::{Check, Cure, Rule, Seen, Stop, passed};
use crate::text::{series, t};

pub const PRIVATE_DNS: Rule = Rule {
    code: "vpce-private-dns-disabled",
    severity: Severity::Warning,
    hop: Hop::Function,
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html",
    needs: &[Need::Proxy, Need::Function, Need::VpcEndpoints, Need::RouteTables, Need::Vpc],
    check: private_dns,
};

pub const POLICY: Rule = Rule {
    code: "vpce-policy-denies",
    severity: Severity::Error,
    hop: Hop::Function,
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
    needs: &[Need::Proxy, Need::Function, Need::FunctionRole, Need::VpcEndpoints],
    check: policy,
};

pub const ZONES: Rule = Rule {
    code: "vpce-subnet-az-missing",
    severity: Severity::Info,
    hop: Hop::Function,
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/interface-endpoints.html",
    needs: &[Need::Proxy, Need::Function, Need::VpcEndpoints, Need::Subnets],
    check: zones,
};

fn private_dns(observed: &Observed) -> Check {
    let function = reader(observed)?;
    let endpoints: Vec<&VpcEndpoint> = endpoints(observed, function)?.collect();
    let Some(endpoint) = endpoints.iter().find(|endpoint| endpoint.private_dns).or_else(|| endpoints.first()) else {
        return Err(Stop::NotApplicable);
    };
    // Where the calls get out by NAT they need no endpoint.
    if closed_subnets(observed, function)?.is_empty() {
        return passed();
    }
    let vpc = facts::there(VpcFacts::find(observed, function.vpc_id)?.vpc)?;
    let (mut seen, mut commands) = (Seen::at("vpc-endpoint", &endpoint.id), Vec::new());
    // Before the endpoint's own switch: EC2 refuses that one in a VPC without names.
    for (name, option, attribute) in [
        ("enableDnsSupport", "enable-dns-support", VpcAttribute::DnsSupport),
        ("enableDnsHostnames", "enable-dns-hostnames", VpcAttribute::DnsHostnames),
    ] {
        if attribute.value_in(vpc) == Some(false) {
            seen = seen.because(t!("seen-setting", setting = name, owner = &vpc.id, value = "false"));
            let modify = aws(observed, "ec2 modify-vpc-attribute").with("vpc-id", &vpc.id);
            // The endpoint's own switch is for a person.
            let mend = endpoint.private_dns.then(|| Mend::VpcAttribute { vpc: vpc.id.clone(), attribute });
            commands.push(Cure { command: modify.with(option, r#"{"Value":true}"#).line(), mend });
        }
    }
    if !endpoint.private_dns {
        seen = seen.because(t!("seen-setting", setting = "PrivateDnsEnabled", owner = &endpoint.id, value = "false"));
        let modify = aws(observed, "ec2 modify-vpc-endpoint").with("vpc-endpoint-id", &endpoint.id);
        commands.push(modify.flag("private-dns-enabled").line().into());
    }
    let seen = by_owner(observed, &vpc.id, seen, commands);
    if seen.evidence.is_empty() { passed() } else { seen.flagged() }
}

fn policy(observed: &Observed) -> Check {
    let function = reader(observed)?;
    let Some(endpoint) = meant(observed, function)? else { return Err(Stop::NotApplicable) };
    // An endpoint without a policy of its own lets everything through.
    let Some(document) = &endpoint.policy else { return passed() };
    let role = facts::function_role(observed)?;
    if document.statement.iter().any(|statement| statement.not_principal.is_some()) {
        return Err(Stop::unknown(t!("seen-network-policy-all-but", endpoint = &endpoint.id), &[]));
    }
    let asked = limited_to(role, &endpoint.id, document);
    let mut seen = Seen::at("vpc-endpoint", &endpoint.id);
    let (mut refused, mut denied) = (Vec::new(), false);
    for secret in &observed.proxy_secrets {
        match iam::may(&asked, READ, &secret.arn, &[]).known()? {
            PolicyAnswer::Denied(_) => {
                seen = seen.because(t!("seen-denies-on", policy = &endpoint.id, action = READ, resource = &secret.arn));
                denied = true;
            }
            PolicyAnswer::NotAllowed(_) => {
                seen = seen.because(t!(
                    "seen-network-policy-not-on",
                    endpoint = &endpoint.id,
                    action = READ,
                    resource = &secret.arn
                ));
            }
            _ => continue,
        }
        refused.push(secret.arn.clone());
    }
    if refused.is_empty() {
        return passed();
    }
    // Which of several secrets the function reads is not known.
    let sure = if refused.len() == observed.proxy_secrets.len() { Confidence::High } else { Confidence::Medium };
    let seen = seen.because(t!("seen-role-of", name = function.name, role = &role.arn)).sure(sure);
    // No allow statement outweighs a denial, and what is not understood is not written anew.
    if denied || !document.is_understood() {
        return seen.flagged();
    }
    let mut wider = document.clone();
    wider.statement.push(Statement {
        principal: Some(Principal::Kinds(BTreeMap::from([("AWS".to_owned(), role.arn.as_str().into())]))),
        ..Statement::allow(None, READ, OneOrMany(refused))
    });
    let modify = aws(observed, "ec2 modify-vpc-endpoint").with("vpc-endpoint-id", &endpoint.id);
    let command = modify.with("policy-document", &wider.to_json_line()).line();
    by_owner(observed, function.vpc_id, seen, [command]).flagged()
}

/// The role as if the endpoint's policy were all it has: statements for other principals left out.
fn limited_to(role: &Role, endpoint: &str, document: &Document) -> Role {
    let account = role.arn.split(':').nth(4).unwrap_or_default();
    let is_meant = |id: &str| id == "*" || id == role.arn || id == account || id.ends_with(&format!(":{account}:root"));
    let meant = |statement: &Statement| match &statement.principal {
        Some(Principal::Kinds(kinds)) => kinds.get("AWS").is_some_and(|ids| ids.iter().any(is_meant)),
        Some(Principal::Anyone(_)) | None => true,
    };
    // What could not be understood in it stays, and makes the answer unknown.
    let mut document = document.clone();
    document.statement.retain(meant);
    let mut asked = role.clone();
    asked.inline = BTreeMap::from([(endpoint.to_owned(), document)]);
    asked.attached = Vec::new();
    asked.permissions_boundary = None;
    asked.boundary = None;
    asked
}

fn zones(observed: &Observed) -> Check {
    let function = reader(observed)?;
    let Some(endpoint) = meant(observed, function)? else { return Err(Stop::NotApplicable) };
    let subnets = facts::there(VpcFacts::find(observed, function.vpc_id)?.subnets)?;
    let of = |ids: &[String]| -> BTreeSet<&str> {
        subnets.iter().filter(|subnet| ids.contains(&subnet.id)).map(|subnet| subnet.zone.as_str()).collect()
    };
    let (own, there) = (of(function.subnets), of(&endpoint.subnet_ids));
    let missing: Vec<&str> = own.difference(&there).copied().collect();
    if missing.is_empty() || there.is_empty() {
        return passed();
    }
    let lacks =
        |subnet: &&String| subnets.iter().any(|known| &known.id == *subnet && missing.contains(&known.zone.as_str()));
    let add: Vec<String> = function.subnets.iter().filter(lacks).take(missing.len()).cloned().collect();
    let seen = Seen::at("vpc-endpoint", &endpoint.id)
        .because(t!("seen-network-endpoint-in", endpoint = &endpoint.id, zones = series(there)))
        .because(t!("seen-network-function-in-too", function = function.name, zones = series(&missing)));
    let modify = aws(observed, "ec2 modify-vpc-endpoint").with("vpc-endpoint-id", &endpoint.id);
    by_owner(observed, function.vpc_id, seen, [modify.each("add-subnet-ids", &add).line()]).flagged()
}
