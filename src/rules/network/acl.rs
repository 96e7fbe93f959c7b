//! Network ACLs between the subnets of the path.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::mend::Mend;
use crate::domain::network::{Direction, NetworkAclEntry};
use crate::domain::observed::Observed;

use crate::rules::command::aws;
use crate::rules::facts::Need;
use crate::rules::network::shared::by_owner;
use crate::rules::path::acl::{AclFilter, Block, FreeNumbers, filter};
use crate::rules::path::hop;
use crate::rules::rule::{Check, Cure, Rule, Seen, Stop, together};
use crate::text::t;

/// Of the blocks between all the pairs of subnets.
const MOST_SHOWN: usize = 12;

pub const BLOCKS: Rule = Rule {
    code: "nacl-blocks-db-port",
    severity: Severity::Error,
    hop: Hop::ProxyToDatabase,
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html",
    needs: &[Need::Proxy, Need::Database, Need::Subnets, Need::NetworkAcls, Need::Function, Need::ProxyEndpoints],
    check,
};

fn check(observed: &Observed) -> Check {
    let mut numbers = FreeNumbers::read(observed);
    let mut hops =
        vec![(Hop::FunctionToProxy, hop::to_proxy(observed)), (Hop::ProxyToDatabase, hop::to_database(observed))];
    let used = hop::to_proxy(observed).map(|hop| hop.to.subnets);
    let elsewhere = |hop: &hop::Hop<'_>| used != Ok(hop.to.subnets);
    match hop::to_further_endpoints(observed) {
        Ok(further) => {
            let further = further.into_iter().map(|(hop, _)| hop).filter(elsewhere);
            hops.extend(further.map(|hop| (Hop::FunctionToProxy, Ok(hop))));
        }
        Err(stop) => hops.push((Hop::FunctionToProxy, Err(stop))),
    }
    together(hops.into_iter().map(|(place, hop)| {
        let seen = hop.and_then(|hop| judge(observed, place, hop, &mut numbers))?;
        Ok(seen.into_iter().collect())
    }))
}

fn judge(observed: &Observed, place: Hop, hop: hop::Hop<'_>, numbers: &mut FreeNumbers) -> Result<Option<Seen>, Stop> {
    // Another VPC is the business of the rules about VPCs.
    if hop.from.vpc_id != hop.to.vpc_id {
        return Err(Stop::NotApplicable);
    }
    let (blocks, sure) = match filter(observed, hop.from, hop.to, hop.port, hop.network)? {
        AclFilter::Open => return Ok(None),
        AclFilter::Partly(blocks) => (blocks, Confidence::Medium),
        AclFilter::Closed(blocks) => (blocks, Confidence::High),
    };
    let Some(first) = blocks.first() else { return Ok(None) };
    let mut seen = Seen::at("network-acl", &first.acl)
        .on(place)
        .because(t!("seen-network-from-to", from = hop.from.name, to = hop.to.name))
        .sure(sure);
    for block in blocks.iter().take(MOST_SHOWN) {
        seen = seen.because(block.sentence());
    }
    if blocks.len() > MOST_SHOWN {
        seen = seen.because(t!("seen-network-more-blocks", count = blocks.len() - MOST_SHOWN));
    }
    if sure < Confidence::High {
        seen = seen.because(t!("seen-network-others-pass"));
    }
    let mut cures = Vec::new();
    for block in &blocks {
        match numbers.in_front_of(block) {
            Some(number) => cures.push(allow(observed, block, number)),
            None => seen = seen.because(t!("seen-network-no-number-free", acl = &block.acl)),
        }
    }
    let full = numbers.full();
    for acl in &full {
        seen = seen.because(t!("seen-network-acl-full", acl = *acl));
    }
    // A part of them would let nothing through, and AWS refuses what is one too many.
    if cures.len() < blocks.len() || !full.is_empty() {
        cures.iter_mut().for_each(|cure| cure.mend = None);
    }
    Ok(Some(by_owner(observed, hop.from.vpc_id, seen, cures)))
}

fn allow(observed: &Observed, block: &Block, number: u16) -> Cure {
    let entry = NetworkAclEntry {
        number,
        direction: block.direction,
        allow: Some(true),
        protocol: "6".to_owned(),
        cidr: block.cidr.to_string(),
        from_port: Some(block.ports.0),
        to_port: Some(block.ports.1),
    };
    let command = aws(observed, "ec2 create-network-acl-entry")
        .with("network-acl-id", &block.acl)
        .flag(if block.direction == Direction::Ingress { "ingress" } else { "egress" })
        .with("rule-number", &number.to_string())
        .with("protocol", "tcp")
        .with("port-range", &format!("From={},To={}", block.ports.0, block.ports.1))
        .with(if block.cidr.is_v6() { "ipv6-cidr-block" } else { "cidr-block" }, &block.cidr.to_string())
        .with("rule-action", "allow")
        .line();
    Cure::mending(command, Mend::AllowInAcl { acl: block.acl.clone(), entry })
}
