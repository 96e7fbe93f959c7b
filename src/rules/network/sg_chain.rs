//! The chain function → proxy → database through security groups: one rule per wall.
//!
//! Where both ends have the same group, a missing inbound rule is said once, by
//! [`SHARED_WITHOUT_SELF`].

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::mend::Mend;
use crate::domain::network::Direction;
use crate::domain::observed::Observed;
use crate::domain::proxy::NetworkType;

use crate::rules::command::aws;
use crate::rules::facts::Need;
use crate::rules::path::link::{Link, link};
use crate::rules::path::place::group;
use crate::rules::path::{self, End, Reach, hop, name_of, preposition, rule_words};
use crate::rules::rule::{Check, Cure, Rule, Seen, Stop, passed, together};
use crate::text::{series, t};

const SOURCE: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-network-prereqs.html";

const TO_PROXY: &[Need] = &[
    Need::Proxy,
    Need::ProxyEndpoints,
    Need::Function,
    Need::SecurityGroups,
    Need::Subnets,
    Need::PrefixLists,
    Need::FunctionNetwork,
    Need::Peerings,
    Need::RouteTables,
];
const TO_DATABASE: &[Need] = &[Need::Proxy, Need::Database, Need::SecurityGroups, Need::Subnets, Need::PrefixLists];
/// Of a group's rules in the evidence.
const MOST_SHOWN: usize = 20;

pub const LAMBDA_EGRESS: Rule = Rule {
    code: "sg-lambda-egress-proxy",
    severity: Severity::Error,
    hop: Hop::FunctionToProxy,
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    needs: TO_PROXY,
    check: |observed| to_proxy(observed, Direction::Egress),
};

pub const PROXY_INGRESS: Rule = Rule {
    code: "sg-proxy-ingress-lambda",
    severity: Severity::Error,
    hop: Hop::FunctionToProxy,
    source: SOURCE,
    needs: TO_PROXY,
    check: |observed| to_proxy(observed, Direction::Ingress),
};

pub const PROXY_EGRESS: Rule = Rule {
    code: "sg-proxy-egress-db",
    severity: Severity::Error,
    hop: Hop::ProxyToDatabase,
    source: SOURCE,
    needs: TO_DATABASE,
    check: |observed| to_database(observed, Direction::Egress),
};

pub const DB_INGRESS: Rule = Rule {
    code: "sg-db-ingress-proxy",
    severity: Severity::Error,
    hop: Hop::ProxyToDatabase,
    source: SOURCE,
    needs: TO_DATABASE,
    check: |observed| to_database(observed, Direction::Ingress),
};

pub const SHARED_WITHOUT_SELF: Rule = Rule {
    code: "sg-shared-without-self-rule",
    severity: Severity::Error,
    hop: Hop::ProxyToDatabase,
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    needs: &[
        Need::Proxy,
        Need::ProxyEndpoints,
        Need::Database,
        Need::Function,
        Need::SecurityGroups,
        Need::Subnets,
        Need::PrefixLists,
    ],
    check: shared,
};

fn to_proxy(observed: &Observed, direction: Direction) -> Check {
    let main = hop::to_proxy(observed)?;
    let joined = |hop: hop::Hop<'_>| {
        // Where nothing joins the two VPCs, `lambda-vpc-differs-from-proxy` says so.
        match link(observed, hop.from, hop.to, hop.network)? {
            Link::Refused(_) => Err(Stop::NotApplicable),
            _ => wall(observed, hop, direction),
        }
    };
    // Behind the same groups is the same wall.
    let mut judged = vec![main.to.groups];
    let mut checks = vec![joined(main)];
    for (hop, said) in hop::to_further_endpoints(observed)? {
        if judged.contains(&hop.to.groups) {
            continue;
        }
        judged.push(hop.to.groups);
        let seen = joined(hop);
        checks.push(seen.map(|seen| seen.into_iter().map(|seen| seen.because(said.clone())).collect()));
    }
    together(checks)
}

fn to_database(observed: &Observed, direction: Direction) -> Check {
    let hop = hop::to_database(observed)?;
    // `proxy-vpc-differs-from-db` says so.
    if hop.from.vpc_id != hop.to.vpc_id {
        return Err(Stop::NotApplicable);
    }
    wall(observed, hop, direction)
}

fn wall(observed: &Observed, hop: hop::Hop<'_>, direction: Direction) -> Check {
    let (own, other) = hop.sides(direction);
    let shared = direction == Direction::Ingress && own.shares(&other).is_some();
    match path::reach(observed, own, direction, hop.port, other, hop.network)? {
        Reach::Open(_) => passed(),
        Reach::Closed if shared => Err(Stop::NotApplicable),
        Reach::Closed => seen(observed, hop, direction)?.flagged(),
        Reach::Partly(closed) => {
            let fact = t!("seen-left-out", subnets = series(&closed), name = other.name);
            // Which subnets carry the interfaces is not read, so it may work by luck.
            seen(observed, hop, direction)?.because(fact).sure(Confidence::Medium).flagged()
        }
    }
}

fn seen(observed: &Observed, hop: hop::Hop<'_>, direction: Direction) -> Result<Seen, Stop> {
    let (own, other) = hop.sides(direction);
    let groups = path::groups(observed, own)?;
    let (Some(group), Some(peer)) = (groups.first(), other.groups.first()) else {
        return Err(Stop::unknown(t!("seen-network-no-group", own = own.name, other = other.name), &[]));
    };
    let mut seen = Seen::at("security-group", &group.id);
    for group in &groups {
        let (id, name, side) = (&group.id, &group.name, preposition(direction));
        seen = seen.because(t!("seen-network-group-rules", id = id, name = name, side = side));
        let shown = group.rules(direction).take(MOST_SHOWN);
        for rule in shown {
            seen = seen.because(rule_words(observed, rule));
        }
        let more = group.rules(direction).count().saturating_sub(MOST_SHOWN);
        if more > 0 {
            seen = seen.because(t!("seen-network-more-rules", count = more));
        }
    }
    let (port, side, peer_name) = (hop.port.to_string(), preposition(direction), name_of(observed, peer));
    seen = seen.because(t!("seen-network-missing-rule", port = port, side = side, peer = peer_name));
    Ok(seen.cure(allow(observed, &group.id, direction, hop.port, peer)))
}

/// What lets an end in at an interface that gets the end's own groups: rules between their members,
/// as far as they are missing.
///
/// # Errors
/// Unknown where the groups were not read, or have rules that are not understood.
pub fn to_itself(observed: &Observed, end: End<'_>, port: u16) -> Result<Vec<String>, Stop> {
    let mut commands = Vec::new();
    for direction in [Direction::Egress, Direction::Ingress] {
        let open = matches!(path::reach(observed, end, direction, port, end, NetworkType::Ipv4)?, Reach::Open(_));
        if let (false, Some(group)) = (open, end.groups.first()) {
            commands.push(allow(observed, group, direction, port, group).command);
        }
    }
    Ok(commands)
}

/// The command that adds the missing rule.
pub fn allow(observed: &Observed, group: &str, direction: Direction, port: u16, peer: &str) -> Cure {
    let command = match direction {
        Direction::Ingress => aws(observed, "ec2 authorize-security-group-ingress")
            .with("group-id", group)
            .with("protocol", "tcp")
            .with("port", &port.to_string())
            .with("source-group", peer)
            .line(),
        // The short form takes no group for outbound rules.
        Direction::Egress => aws(observed, "ec2 authorize-security-group-egress")
            .with("group-id", group)
            .with(
                "ip-permissions",
                &format!("IpProtocol=tcp,FromPort={port},ToPort={port},UserIdGroupPairs=[{{GroupId={peer}}}]"),
            )
            .line(),
    };
    let (group, peer) = (group.to_owned(), peer.to_owned());
    Cure::mending(command, Mend::AllowGroup { group, direction, port, peer })
}

fn shared(observed: &Observed) -> Check {
    let mut hops = vec![(Hop::ProxyToDatabase, hop::to_database(observed)?)];
    match hop::to_proxy(observed) {
        Ok(hop) => {
            hops.push((Hop::FunctionToProxy, hop));
            let further = hop::to_further_endpoints(observed)?.into_iter().map(|(further, _)| further);
            let others = further.filter(|further| further.to.groups != hop.to.groups);
            hops.extend(others.map(|other| (Hop::FunctionToProxy, other)));
        }
        Err(Stop::NotApplicable) => {}
        Err(unknown) => return Err(unknown),
    }
    let mut found = Vec::new();
    let mut any = false;
    for (place, hop) in hops {
        let (own, other) = hop.sides(Direction::Ingress);
        let Some(id) = own.shares(&other) else { continue };
        any = true;
        if path::reach(observed, own, Direction::Ingress, hop.port, other, hop.network)? != Reach::Closed {
            continue;
        }
        let mut seen = Seen::at("security-group", id).on(place).because(t!(
            "seen-network-on-both",
            group = name_of(observed, id),
            other = other.name,
            own = own.name
        ));
        for rule in group(observed, id).into_iter().flat_map(|group| group.rules(Direction::Ingress)).take(MOST_SHOWN) {
            seen = seen.because(rule_words(observed, rule));
        }
        seen = seen.because(t!("seen-network-missing-self", port = hop.port.to_string(), group = id));
        found.push(seen.cure(allow(observed, id, Direction::Ingress, hop.port, id)));
    }
    if any { Ok(found) } else { Err(Stop::NotApplicable) }
}
