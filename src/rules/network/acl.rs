//! Network ACLs between the subnets of the path.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::network::Direction;
use crate::domain::observed::Observed;

use crate::rules::command::aws;
use crate::rules::facts::Need;
use crate::rules::path::acl::{Block, Filter, filter};
use crate::rules::path::hop;
use crate::rules::rule::{Check, Rule, Seen, Stop};

/// Of the blocks between all the pairs of subnets.
const MOST_SHOWN: usize = 12;

pub const BLOCKS: Rule = Rule {
    code: "nacl-blocks-db-port",
    severity: Severity::Error,
    hop: Hop::ProxyToDatabase,
    title: "A network ACL stops packets on the path",
    why: "Network ACLs know nothing of connections: the way there needs the database's port and the way back the \
          ephemeral ports of the client. What one of them stops times out, and where only some subnets are hit, only \
          now and then.",
    fix: "Add an allow entry in front of the one that denies, in each ACL and direction that is named.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html",
    needs: &[Need::Proxy, Need::Database, Need::Subnets, Need::NetworkAcls, Need::Function, Need::ProxyEndpoints],
    check,
};

fn check(observed: &Observed) -> Check {
    let mut found = Vec::new();
    let mut asked = false;
    for (place, hop) in
        [(Hop::FunctionToProxy, hop::to_proxy(observed)), (Hop::ProxyToDatabase, hop::to_database(observed))]
    {
        let hop = match hop {
            Ok(hop) => hop,
            Err(Stop::NotApplicable) => continue,
            Err(unknown) => return Err(unknown),
        };
        // Another VPC is the business of the rules about VPCs.
        if hop.from.vpc_id != hop.to.vpc_id {
            continue;
        }
        asked = true;
        let (blocks, sure) = match filter(observed, hop.from, hop.to, hop.port, hop.network)? {
            Filter::Open => continue,
            Filter::Partly(blocks) => (blocks, Confidence::Medium),
            Filter::Closed(blocks) => (blocks, Confidence::High),
        };
        let Some(first) = blocks.first() else { continue };
        let mut seen = Seen::at("network-acl", &first.acl)
            .on(place)
            .because(format!("from {} to {}", hop.from.name, hop.to.name))
            .sure(sure);
        for block in blocks.iter().take(MOST_SHOWN) {
            seen = seen.because(block.words());
            if let Some(command) = allow(observed, block) {
                seen = seen.cure(command);
            }
        }
        if sure < Confidence::High {
            seen = seen.because("other subnets, addresses or ports of the two get through");
        }
        found.push(seen);
    }
    if asked { Ok(found) } else { Err(Stop::NotApplicable) }
}

fn allow(observed: &Observed, block: &Block) -> Option<String> {
    let command = aws(observed, "ec2 create-network-acl-entry")
        .with("network-acl-id", &block.acl)
        .flag(if block.direction == Direction::Ingress { "ingress" } else { "egress" })
        .with("rule-number", &block.free_number?.to_string())
        .with("protocol", "tcp")
        .with("port-range", &format!("From={},To={}", block.ports.0, block.ports.1))
        .with(if block.cidr.is_v6() { "ipv6-cidr-block" } else { "cidr-block" }, &block.cidr.to_string())
        .with("rule-action", "allow");
    Some(command.line())
}
