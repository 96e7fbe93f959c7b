//! One hop of the path, all its walls together: open and by which rule, closed and by which wall,
//! or not known.

use crate::domain::network::Direction;
use crate::domain::observed::Observed;
use crate::domain::proxy::NetworkType;

use crate::rules::facts;
use crate::rules::path::acl::{self, AclFilter};
use crate::rules::path::dns::{Dns, dns};
use crate::rules::path::groups::{Reach, name_of, preposition, reach};
use crate::rules::path::host::endpoint_used;
use crate::rules::path::link::{Link, link};
use crate::rules::path::place::{End, VpcFacts};
use crate::rules::rule::{Gap, Stop};
use crate::text::{series, t};

/// The way over one hop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HopWay {
    /// What let it through, the receiving side's rule first.
    Open(Vec<String>),
    /// The wall that stops it, in one line: `missing: tcp 3306 from sg-1 …`.
    Closed(String),
    Unknown(Gap),
}

/// A hop and what is asked of it.
#[derive(Clone, Copy)]
pub struct Hop<'a> {
    pub from: End<'a>,
    pub to: End<'a>,
    pub port: u16,
    pub network: NetworkType,
}

/// Function → the endpoint it uses.
///
/// # Errors
/// Not applicable without function, its network or proxy; unknown where they could not be read.
pub fn to_proxy(observed: &Observed) -> Result<Hop<'_>, Stop> {
    let proxy = facts::proxy(observed)?;
    let from = End::function(facts::function(observed)?)?;
    let to = endpoint_used(observed, proxy)?.end;
    Ok(Hop { from, to, port: proxy.engine_family.proxy_port(), network: proxy.endpoint_network_type })
}

/// Function → each further endpoint that its variables name beside the one of [`to_proxy`], with a line that says
/// which variable does; in a VPC that was read for it.
///
/// # Errors
/// As [`to_proxy`]; unknown too where the endpoints could not be read.
pub fn to_further_endpoints(observed: &Observed) -> Result<Vec<(Hop<'_>, String)>, Stop> {
    let main = to_proxy(observed)?;
    let (proxy, function) = (facts::proxy(observed)?, facts::function(observed)?);
    let mut hops: Vec<(Hop<'_>, String)> = Vec::new();
    let further = facts::there(&observed.proxy_endpoints)?.iter().filter(|endpoint| !endpoint.is_default);
    for endpoint in further.filter(|endpoint| endpoint.name != main.to.name) {
        let Some(host) = &endpoint.host else { continue };
        let Some(variable) = function.variables_naming(host).next() else { continue };
        if endpoint.vpc_id != proxy.vpc_id && endpoint.vpc_id != main.from.vpc_id {
            continue;
        }
        let said = t!("seen-names", variable = variable, function = &function.name, value = &endpoint.name);
        hops.push((Hop { to: End::endpoint(endpoint), network: endpoint.network_type, ..main }, said));
    }
    Ok(hops)
}

/// Proxy → database. The proxy's own groups and subnets count, whichever endpoint is used.
///
/// # Errors
/// Not applicable without proxy or database; unknown where they could not be read.
pub fn to_database(observed: &Observed) -> Result<Hop<'_>, Stop> {
    let proxy = facts::proxy(observed)?;
    let database = facts::database(observed)?;
    let (from, to) = (End::proxy(proxy), End::database(database, proxy));
    let (port, network) = (facts::database_port(database)?, proxy.target_connection_network_type);
    Ok(Hop { from, to, port, network })
}

/// The way over a hop. A wall that nobody asked to read is left out; one that could not be read
/// makes it unknown, unless another is closed for certain.
pub fn way(observed: &Observed, hop: Hop<'_>) -> HopWay {
    let walls: [fn(&Observed, Hop<'_>) -> Wall; 5] = [
        |observed, hop| group_wall(observed, hop, Direction::Ingress),
        |observed, hop| group_wall(observed, hop, Direction::Egress),
        link_wall,
        acl_wall,
        dns_wall,
    ];
    let (mut by, mut gap) = (Vec::new(), None);
    for wall in walls {
        match wall(observed, hop) {
            Ok(Ok(rule)) => by.extend(rule),
            Ok(Err(missing)) => return HopWay::Closed(missing),
            Err(Stop::Unknown(why)) => gap = gap.or(Some(why)),
            Err(Stop::NotApplicable | Stop::NoConsent | Stop::Organization(_)) => {}
        }
    }
    match gap {
        Some(gap) => HopWay::Unknown(gap),
        None => HopWay::Open(by),
    }
}

/// What let it through, if it is worth a word, or what is missing.
type Wall = Result<Result<Option<String>, String>, Stop>;

fn group_wall(observed: &Observed, hop: Hop<'_>, direction: Direction) -> Wall {
    let (own, other) = hop.sides(direction);
    Ok(match reach(observed, own, direction, hop.port, other, hop.network)? {
        Reach::Open(rule) => Ok(Some(rule)),
        Reach::Partly(closed) => {
            let because = t!("seen-left-out", subnets = series(&closed), name = other.name);
            return Err(Stop::unknown(because, &["ec2:DescribeNetworkInterfaces"]));
        }
        Reach::Closed => Err(missing(observed, hop, direction)),
    })
}

/// `missing: tcp 3306 from sg-1 orders-api-sg in sg-2 orders-proxy-sg`.
fn missing(observed: &Observed, hop: Hop<'_>, direction: Direction) -> String {
    let (own, other) = hop.sides(direction);
    let name = |end: End<'_>| end.groups.first().map_or_else(|| end.name.to_owned(), |id| name_of(observed, id));
    let (port, side) = (hop.port.to_string(), preposition(direction));
    t!("seen-path-missing", port = port, side = side, other = name(other), own = name(own))
}

fn link_wall(observed: &Observed, hop: Hop<'_>) -> Wall {
    Ok(match link(observed, hop.from, hop.to, hop.network)? {
        Link::Same => Ok(None),
        Link::Peered(id) => Ok(Some(t!("seen-path-peering", peering = id))),
        Link::Refused(reasons) => Err(reasons.into_iter().next().unwrap_or_default()),
    })
}

fn acl_wall(observed: &Observed, hop: Hop<'_>) -> Wall {
    Ok(match acl::filter(observed, hop.from, hop.to, hop.port, hop.network)? {
        AclFilter::Open => Ok(None),
        AclFilter::Closed(blocks) => Err(blocks.first().map(acl::Block::sentence).unwrap_or_default()),
        AclFilter::Partly(blocks) => {
            let because = blocks.first().map(acl::Block::sentence).unwrap_or_default();
            return Err(Stop::unknown(because, &["ec2:DescribeNetworkInterfaces"]));
        }
    })
}

/// Only clients look the other end up; where the proxy resolves names is AWS's own business.
fn dns_wall(observed: &Observed, hop: Hop<'_>) -> Wall {
    let is_function = observed.function.present().is_some_and(|function| function.name == hop.from.name);
    if !is_function {
        return Ok(Ok(None));
    }
    Ok(match dns(VpcFacts::find(observed, hop.from.vpc_id)?)? {
        Dns::Off => Err(t!("seen-path-no-names", vpc = hop.from.vpc_id)),
        Dns::Amazon | Dns::Own(_) => Ok(None),
    })
}

impl<'a> Hop<'a> {
    /// The end whose groups decide, and the other.
    pub fn sides(&self, direction: Direction) -> (End<'a>, End<'a>) {
        if direction == Direction::Egress { (self.from, self.to) } else { (self.to, self.from) }
    }
}
