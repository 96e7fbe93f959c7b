//! Network ACLs between the subnets of two ends, there and back. Stateless: the answer needs its
//! own way, to a port the client chose.
//!
//! The lowest-numbered entry that matches decides
//! (<https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html>). Inside one subnet no ACL
//! is asked.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::network::{Direction, MOST_ACL_ENTRIES, NetworkAclEntry, is_protocol};
use crate::domain::observed::Observed;
use crate::domain::proxy::NetworkType;

use crate::rules::facts;
use crate::rules::path::cidr::Cidr;
use crate::rules::path::groups::preposition;
use crate::rules::path::place::{End, VpcFacts};
use crate::rules::rule::Stop;
use crate::text::t;

/// Ports that any client may be answered on.
const EPHEMERAL: (u16, u16) = (1024, 65535);
/// Those that Linux, and so Lambda and RDS, picks from (`net.ipv4.ip_local_port_range`).
const LINUX: (u16, u16) = (32768, 60999);
/// Lambda takes 16 subnets and a DB subnet group 20; more are a broken file, not an account.
const MOST_SUBNETS: usize = 20;
/// Entries that cut a range into more pieces than this are not followed.
const MOST_PIECES: usize = 64;
/// The number of the closing deny that every ACL ends with.
const CLOSING: u16 = 32767;

/// What the ACLs leave of the way between two ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AclFilter {
    Open,
    /// Between some subnets, or for some addresses or ports.
    Partly(Vec<Block>),
    Closed(Vec<Block>),
}

/// One ACL that stops packets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    pub acl: String,
    pub direction: Direction,
    /// The other side.
    pub cidr: Cidr,
    pub ports: (u16, u16),
    /// The entry that denies it; `None` where none allows it.
    pub entry: Option<u16>,
    /// Everything is stopped, not some addresses or ports.
    whole: bool,
}

impl Block {
    /// `acl-1 denies tcp 3306 from 10.0.1.0/24 with entry 90`.
    pub fn sentence(&self) -> String {
        let ports = if self.ports.0 == self.ports.1 {
            self.ports.0.to_string()
        } else {
            format!("{}\u{2013}{}", self.ports.0, self.ports.1)
        };
        t!(
            "seen-path-acl-denies",
            acl = &self.acl,
            part = if self.whole { "all" } else { "some" },
            ports = ports,
            side = preposition(self.direction),
            cidr = self.cidr.to_string(),
            entry = self.entry.map_or("none".to_owned(), |entry| entry.to_string())
        )
    }
}

/// What the ACLs make of TCP from `from` to `port` of `to`, and of the answers.
///
/// # Errors
/// Unknown where the ACL or the range of a subnet was not read.
pub fn filter(
    observed: &Observed,
    from: End<'_>,
    to: End<'_>,
    port: u16,
    network: NetworkType,
) -> Result<AclFilter, Stop> {
    let (here, there) = (VpcFacts::find(observed, from.vpc_id)?, VpcFacts::find(observed, to.vpc_id)?);
    let (own, other) = (Acls::read(here)?, Acls::read(there)?);
    let (mut pairs, mut shut) = (0_usize, 0_usize);
    let mut blocks: Vec<Block> = Vec::new();
    for source in from.subnets.iter().take(MOST_SUBNETS) {
        for target in to.subnets.iter().take(MOST_SUBNETS) {
            pairs += 1;
            if source == target {
                continue;
            }
            let (near, far) = (here.range(source, network)?, there.range(target, network)?);
            let (near_acl, far_acl) = (own.around(source)?, other.around(target)?);
            let found: Vec<Block> = [
                (near_acl, Direction::Egress, far, (port, port)),
                (far_acl, Direction::Ingress, near, (port, port)),
                (far_acl, Direction::Egress, near, EPHEMERAL),
                (near_acl, Direction::Ingress, far, EPHEMERAL),
            ]
            .into_iter()
            .map(|(acl, direction, peer, ports)| acl.block(direction, peer, ports))
            .collect::<Result<Vec<_>, _>>()?
            .into_iter()
            .flatten()
            .collect();
            shut += usize::from(found.iter().any(|block| block.whole));
            for block in found {
                if !blocks.contains(&block) {
                    blocks.push(block);
                }
            }
        }
    }
    Ok(if blocks.is_empty() {
        AclFilter::Open
    } else if shut == pairs {
        AclFilter::Closed(blocks)
    } else {
        AclFilter::Partly(blocks)
    })
}

/// The ACLs of a VPC, by subnet.
struct Acls<'a> {
    all: Vec<Acl<'a>>,
    by_subnet: BTreeMap<&'a str, usize>,
}

/// One ACL, its entries about TCP in the order in which they are asked.
struct Acl<'a> {
    id: &'a str,
    entries: Vec<AclEntry>,
}

#[derive(Clone, Copy)]
struct AclEntry {
    number: u16,
    direction: Direction,
    /// `None` where what it does with TCP is not understood.
    allow: Option<bool>,
    /// `None` where its range is not understood: it may be of either family.
    v6: Option<bool>,
    /// The most that it may be about.
    area: Area,
}

impl AclEntry {
    /// `None` for one that is surely not about TCP.
    fn read(entry: &NetworkAclEntry) -> Option<Self> {
        let cidr = Cidr::parse(&entry.cidr);
        let ports = (entry.from_port.unwrap_or(0), entry.to_port.unwrap_or(u16::MAX));
        let (ports, known) = match entry.protocol.as_str() {
            "-1" => ((0, u16::MAX), true),
            "6" | "tcp" => (ports, true),
            other if is_protocol(other) => return None,
            _ => ((0, u16::MAX), false),
        };
        let addresses = cidr.map_or((0, u128::MAX), Cidr::bounds);
        Some(Self {
            number: entry.number,
            direction: entry.direction,
            allow: entry.allow.filter(|_| known && cidr.is_some()),
            v6: cidr.map(Cidr::is_v6),
            area: Area { addresses, ports },
        })
    }
}

impl<'a> Acls<'a> {
    fn read(place: VpcFacts<'a>) -> Result<Self, Stop> {
        let mut acls = Self { all: Vec::new(), by_subnet: BTreeMap::new() };
        for acl in facts::there(place.network_acls)? {
            acls.by_subnet.extend(acl.subnet_ids.iter().map(|id| (id.as_str(), acls.all.len())));
            let mut entries: Vec<AclEntry> = acl.entries.iter().filter_map(AclEntry::read).collect();
            entries.sort_by_key(|entry| entry.number);
            acls.all.push(Acl { id: &acl.id, entries });
        }
        Ok(acls)
    }

    fn around(&self, subnet_id: &str) -> Result<&Acl<'a>, Stop> {
        self.by_subnet
            .get(subnet_id)
            .and_then(|at| self.all.get(*at))
            .ok_or_else(|| Stop::unknown(t!("seen-path-acl-unknown", subnet = subnet_id), &["ec2:DescribeNetworkAcls"]))
    }
}

impl Acl<'_> {
    /// The block, if packets on `ports` to or from `peer` are stopped in a way that matters.
    fn block(&self, direction: Direction, peer: Cidr, ports: (u16, u16)) -> Result<Option<Block>, Stop> {
        let mut open = vec![Area { addresses: peer.bounds(), ports }];
        let mut denied: Vec<(Area, Option<u16>)> = Vec::new();
        let mut doubtful: Option<u16> = None;
        let mut some_pass = false;
        // The clients of both hops, Lambda and the proxy, are Linux.
        let matters = |area: &Area| ports != EPHEMERAL || overlap(area.ports, LINUX).is_some();
        let lines = || {
            self.entries
                .iter()
                .filter(|entry| entry.direction == direction && entry.v6.is_none_or(|v6| v6 == peer.is_v6()))
        };
        for entry in lines() {
            let mut left = Vec::new();
            for area in open {
                let Some(common) = area.common(entry.area) else {
                    left.push(area);
                    continue;
                };
                left.extend(area.without(common));
                match entry.allow {
                    Some(true) => some_pass |= matters(&common),
                    Some(false) => denied.push((common, Some(entry.number))),
                    None if matters(&common) => doubtful = doubtful.or(Some(entry.number)),
                    None => {}
                }
            }
            open = left;
            if open.len() + denied.len() > MOST_PIECES {
                return Err(Stop::unknown(t!("seen-path-acl-too-many", acl = self.id), &[]));
            }
            if open.is_empty() {
                break;
            }
        }
        // Whatever no entry speaks about is denied.
        denied.extend(open.into_iter().map(|area| (area, None)));
        let denied = denied.into_iter().find(|(area, _)| matters(area));
        if let Some(number) = doubtful {
            let because = t!("seen-path-acl-entry-unclear", entry = number.to_string(), acl = self.id);
            return Err(Stop::unknown(because, &[]));
        }
        let Some((_, entry)) = denied else { return Ok(None) };
        let entry = entry.filter(|number| *number < CLOSING);
        Ok(Some(Block { acl: self.id.to_owned(), direction, cidr: peer, ports, entry, whole: !some_pass }))
    }
}

/// Rule numbers that are free, each given to one block only.
pub struct FreeNumbers {
    taken: BTreeMap<(String, Direction), BTreeSet<u16>>,
    given: Vec<(Block, u16)>,
}

impl FreeNumbers {
    /// Of all ACLs that were read. Whatever an entry is about, its number is taken.
    pub fn read(observed: &Observed) -> Self {
        let mut taken: BTreeMap<(String, Direction), BTreeSet<u16>> = BTreeMap::new();
        let other = observed.function_network.present().map_or(&[][..], |other| other.network_acls.items());
        for acl in observed.network_acls.items().iter().chain(other) {
            for entry in &acl.entries {
                taken.entry((acl.id.clone(), entry.direction)).or_default().insert(entry.number);
            }
        }
        Self { taken, given: Vec::new() }
    }

    /// The highest one in front of the entry that denies; `None` where all are taken.
    pub fn in_front_of(&mut self, block: &Block) -> Option<u16> {
        if let Some((_, number)) = self.given.iter().find(|(given, _)| given == block) {
            return Some(*number);
        }
        let taken = self.taken.entry((block.acl.clone(), block.direction)).or_default();
        let free = (1..block.entry.unwrap_or(CLOSING)).rev().find(|number| !taken.contains(number))?;
        taken.insert(free);
        self.given.push((block.clone(), free));
        Some(free)
    }
}

impl FreeNumbers {
    /// ACLs that would have more entries than AWS allows with all numbers that were given.
    pub fn full(&self) -> BTreeSet<&str> {
        let entries = |taken: &BTreeSet<u16>| taken.iter().filter(|number| **number < CLOSING).count();
        let given = |acl: &str| self.given.iter().any(|(block, _)| block.acl == acl);
        let full = self.taken.iter().filter(|(_, taken)| entries(taken) > MOST_ACL_ENTRIES);
        full.map(|((acl, _), _)| acl.as_str()).filter(|acl| given(acl)).collect()
    }
}

/// Addresses × ports, ends included.
#[derive(Clone, Copy)]
struct Area {
    addresses: (u128, u128),
    ports: (u16, u16),
}

impl Area {
    fn common(self, other: Self) -> Option<Self> {
        Some(Self { addresses: overlap(self.addresses, other.addresses)?, ports: overlap(self.ports, other.ports)? })
    }

    /// The up to four areas around `part`, which lies inside.
    fn without(self, part: Self) -> impl Iterator<Item = Self> {
        let [below, above] = around(self.addresses, part.addresses, u128::checked_sub, u128::checked_add, 1);
        let [under, over] = around(self.ports, part.ports, u16::checked_sub, u16::checked_add, 1);
        let by_address = [below, above].into_iter().flatten();
        let by_port = [under, over].into_iter().flatten();
        by_address
            .map(move |addresses| Self { addresses, ports: self.ports })
            .chain(by_port.map(move |ports| Self { addresses: part.addresses, ports }))
    }
}

fn overlap<T: Ord + Copy>(one: (T, T), other: (T, T)) -> Option<(T, T)> {
    let (from, to) = (one.0.max(other.0), one.1.min(other.1));
    (from <= to).then_some((from, to))
}

/// What is left of a span below and above a part of it.
fn around<T: Ord + Copy>(
    span: (T, T),
    part: (T, T),
    minus: fn(T, T) -> Option<T>,
    plus: fn(T, T) -> Option<T>,
    one: T,
) -> [Option<(T, T)>; 2] {
    let below = minus(part.0, one).map(|last| (span.0, last)).filter(|(from, to)| from <= to);
    let above = plus(part.1, one).map(|first| (first, span.1)).filter(|(from, to)| from <= to);
    [below, above]
}
