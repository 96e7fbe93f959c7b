//! The chain function → proxy → database through security groups: one rule per wall.
//!
//! Where both ends have the same group, a missing inbound rule is said once, by
//! [`SHARED_WITHOUT_SELF`].

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::mend::Mend;
use crate::domain::network::{Direction, Peer, SecurityGroupRule};
use crate::domain::observed::Observed;
use crate::domain::proxy::NetworkType;

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::path::{self, End, Reach};
use crate::rules::rule::{Check, Cure, Rule, Seen, Stop, passed};

const SOURCE: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-network-prereqs.html";

pub const LAMBDA_EGRESS: Rule = Rule {
    code: "sg-lambda-egress-proxy",
    severity: Severity::Error,
    hop: Hop::FunctionToProxy,
    title: "The function's group does not let it out to the proxy",
    why: "Packets to the proxy are dropped at the function's own interface, so connecting times out. \
          Someone replaced the outbound rule that a new group has by default.",
    fix: "Add an outbound rule on the proxy's port that refers to the proxy's group.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    needs: &[Need::Proxy, Need::Function, Need::SecurityGroups, Need::Subnets],
    check: |observed| to_proxy(observed, Direction::Egress),
};

pub const PROXY_INGRESS: Rule = Rule {
    code: "sg-proxy-ingress-lambda",
    severity: Severity::Error,
    hop: Hop::FunctionToProxy,
    title: "The proxy does not let the function in",
    why: "Packets of the function reach the proxy's group and are dropped there, so connecting times out.",
    fix: "Add an inbound rule on the proxy's port that refers to the function's group.",
    source: SOURCE,
    needs: &[Need::Proxy, Need::Function, Need::SecurityGroups, Need::Subnets],
    check: |observed| to_proxy(observed, Direction::Ingress),
};

pub const PROXY_EGRESS: Rule = Rule {
    code: "sg-proxy-egress-db",
    severity: Severity::Error,
    hop: Hop::ProxyToDatabase,
    title: "The proxy's group does not let it out to the database",
    why: "The proxy cannot reach the database and reports its target as unavailable. The port is the \
          database's own, which need not be the proxy's.",
    fix: "Add an outbound rule on the database's port that refers to the database's group.",
    source: SOURCE,
    needs: &[Need::Proxy, Need::Database, Need::SecurityGroups, Need::Subnets],
    check: |observed| to_database(observed, Direction::Egress),
};

pub const DB_INGRESS: Rule = Rule {
    code: "sg-db-ingress-proxy",
    severity: Severity::Error,
    hop: Hop::ProxyToDatabase,
    title: "The database does not let the proxy in",
    why: "The proxy's packets reach the database's group and are dropped. AWS reports this as \
          \u{201c}internal error\u{201d}; recreating the proxy does not help.",
    fix: "Add an inbound rule on the database's port that refers to the proxy's group.",
    source: SOURCE,
    needs: &[Need::Proxy, Need::Database, Need::SecurityGroups, Need::Subnets],
    check: |observed| to_database(observed, Direction::Ingress),
};

pub const SHARED_WITHOUT_SELF: Rule = Rule {
    code: "sg-shared-without-self-rule",
    severity: Severity::Error,
    hop: Hop::ProxyToDatabase,
    title: "Both ends have one group, and it does not let its own members in",
    why: "Members of a security group cannot talk to each other unless a rule refers to the group itself. \
          The target stays unavailable with \u{201c}internal error\u{201d} for ever.",
    fix: "Add an inbound rule to the shared group that refers to the group itself.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    needs: &[Need::Proxy, Need::Database, Need::SecurityGroups, Need::Subnets],
    check: shared,
};

/// One wall between two ends, from the side whose groups decide.
struct Wall<'a> {
    own: End<'a>,
    other: End<'a>,
    direction: Direction,
    port: u16,
    network: NetworkType,
}

fn to_proxy(observed: &Observed, direction: Direction) -> Check {
    let proxy = facts::proxy(observed)?;
    let function = facts::function(observed)?;
    let vpc = facts::function_vpc(function)?;
    // In another VPC its groups mean nothing here: `lambda-vpc-differs-from-proxy` says so.
    if vpc.vpc_id != proxy.vpc_id {
        return Err(Stop::NotApplicable);
    }
    let (function, proxy_end) = (End::function(&function.name, vpc), End::proxy(proxy));
    let (own, other) = if direction == Direction::Egress { (function, proxy_end) } else { (proxy_end, function) };
    let network = proxy.endpoint_network_type;
    wall(observed, &Wall { own, other, direction, port: proxy.engine_family.proxy_port(), network })
}

fn to_database(observed: &Observed, direction: Direction) -> Check {
    let proxy = facts::proxy(observed)?;
    let database = facts::database(observed)?;
    let (proxy_end, database_end) = (End::proxy(proxy), End::database(database));
    let (own, other) =
        if direction == Direction::Egress { (proxy_end, database_end) } else { (database_end, proxy_end) };
    let (port, network) = (facts::database_port(database)?, proxy.target_connection_network_type);
    wall(observed, &Wall { own, other, direction, port, network })
}

fn wall(observed: &Observed, wall: &Wall<'_>) -> Check {
    let reach = path::reach(observed, wall.own, wall.direction, wall.port, wall.other, wall.network)?;
    let shared = wall.direction == Direction::Ingress && wall.own.shares(&wall.other).is_some();
    match reach {
        Reach::Open => passed(),
        Reach::Closed if shared => Err(Stop::NotApplicable),
        Reach::Closed => seen(observed, wall)?.found(),
        Reach::Partly(closed) => {
            let fact = format!("rules by address leave out {} of {}", closed.join(", "), wall.other.name);
            // Which subnets carry the interfaces is not read, so it may work by luck.
            seen(observed, wall)?.because(fact).sure(Confidence::Medium).found()
        }
    }
}

fn seen(observed: &Observed, wall: &Wall<'_>) -> Result<Seen, Stop> {
    let groups = path::groups(observed, wall.own)?;
    let (Some(group), Some(other)) = (groups.first(), wall.other.groups.first()) else {
        return Err(Stop::unknown(format!("{} or {} has no security group", wall.own.name, wall.other.name), &[]));
    };
    let mut seen = Seen::at("security-group", &group.id);
    for group in &groups {
        seen = seen.because(format!("{} {}, {}", group.id, group.name, side(wall.direction)));
        for rule in group.rules(wall.direction) {
            seen = seen.because(words(observed, rule));
        }
    }
    let (verb, missing) = (preposition(wall.direction), name_of(observed, other));
    seen = seen.because(format!("missing: tcp {} {verb} {missing}", wall.port));
    Ok(seen.cure(allow(observed, &group.id, wall.direction, wall.port, other)))
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

fn side(direction: Direction) -> &'static str {
    if direction == Direction::Ingress { "inbound" } else { "outbound" }
}

fn preposition(direction: Direction) -> &'static str {
    if direction == Direction::Ingress { "from" } else { "to" }
}

/// `tcp 3306 from sg-09f2b1d7 orders-api-sg`.
pub fn words(observed: &Observed, rule: &SecurityGroupRule) -> String {
    let what = match (rule.protocol.as_str(), rule.from_port, rule.to_port) {
        ("-1", ..) => "everything".to_owned(),
        (protocol, Some(from), Some(to)) if from == to => format!("{protocol} {from}"),
        (protocol, Some(from), Some(to)) => format!("{protocol} {from}\u{2013}{to}"),
        (protocol, ..) => format!("{protocol}, any port"),
    };
    let who = match &rule.peer {
        Peer::Group(id) => name_of(observed, id),
        Peer::Cidr(text) | Peer::PrefixList(text) => text.clone(),
    };
    format!("{what} {} {who}", preposition(rule.direction))
}

fn name_of(observed: &Observed, id: &str) -> String {
    observed.security_group(id).map_or_else(|| id.to_owned(), |group| format!("{id} {}", group.name))
}

fn shared(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let database = facts::database(observed)?;
    let function = observed.function.present().and_then(|function| Some((function, function.vpc.as_ref()?)));
    let proxy_end = End::proxy(proxy);
    let mut pairs = vec![(
        End::database(database),
        proxy_end,
        facts::database_port(database)?,
        proxy.target_connection_network_type,
    )];
    if let Some((function, vpc)) = function.filter(|(_, vpc)| vpc.vpc_id == proxy.vpc_id) {
        let port = proxy.engine_family.proxy_port();
        pairs.push((proxy_end, End::function(&function.name, vpc), port, proxy.endpoint_network_type));
    }
    let mut found = Vec::new();
    let mut any = false;
    for (own, other, port, network) in pairs {
        let Some(group) = own.shares(&other) else { continue };
        any = true;
        if path::reach(observed, own, Direction::Ingress, port, other, network)? == Reach::Closed {
            let mut seen = Seen::at("security-group", group).because(format!(
                "{} is on both {} and {}",
                name_of(observed, group),
                other.name,
                own.name
            ));
            for rule in observed.security_group(group).into_iter().flat_map(|group| group.rules(Direction::Ingress)) {
                seen = seen.because(words(observed, rule));
            }
            seen = seen.because(format!("missing: tcp {port} from {group} itself"));
            found.push(seen.cure(allow(observed, group, Direction::Ingress, port, group)));
        }
    }
    if any { Ok(found) } else { Err(Stop::NotApplicable) }
}
