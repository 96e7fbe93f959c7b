//! Groups that let the whole world in on the path's ports.

use crate::domain::finding::{Hop, Severity};
use crate::domain::mend::Mend;
use crate::domain::network::{Direction, Peer, SecurityGroup, SecurityGroupRule};
use crate::domain::observed::Observed;

use crate::rules::facts::{self, Need};
use crate::rules::network::sg_care::revoke;
use crate::rules::network::sg_chain::allow;
use crate::rules::path::{self, End, hop, rule_words};
use crate::rules::rule::{Check, Cure, Rule, Seen};
use crate::text::t;

pub const OPEN_TO_WORLD: Rule = Rule {
    code: "sg-open-to-world",
    severity: Severity::Warning,
    hop: Hop::ProxyToDatabase,
    source: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
    needs: &[Need::Proxy, Need::Database, Need::SecurityGroups],
    check,
};

fn check(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let database = facts::database(observed)?;
    let to_database = hop::to_database(observed)?;
    let port = proxy.engine_family.proxy_port();
    let from_function = hop::to_proxy(observed).ok();
    let doors = [
        (End::proxy(proxy), port, from_function.filter(|hop| hop.from.vpc_id == proxy.vpc_id).map(|hop| hop.from)),
        (End::database(database, proxy), to_database.port, Some(to_database.from)),
    ];
    let (mut found, mut gap): (Vec<Seen>, _) = (Vec::new(), None);
    for (end, port, client) in doors {
        gap = gap.or(path::understood(observed, end, Direction::Ingress, port).err());
        for group in path::groups(observed, end)? {
            let open: Vec<&SecurityGroupRule> =
                group.rules(Direction::Ingress).filter(|rule| rule.covers_tcp(port) && rule.open_to_world()).collect();
            for rule in &open {
                let seen = Seen::at("security-group", &group.id)
                    .because(t!("seen-network-inbound", id = &group.id, name = &group.name, end = end.name))
                    .because(rule_words(observed, rule));
                let seen = seen.cures(narrowed(observed, group, rule, client, port));
                if !found.contains(&seen) {
                    found.push(seen);
                }
            }
        }
    }
    match gap {
        Some(unknown) if found.is_empty() => Err(unknown),
        _ => Ok(found),
    }
}

/// The narrow rule first, where there is none yet, and then the open one away. Nothing where nobody
/// is known who comes in by it.
fn narrowed(
    observed: &Observed,
    group: &SecurityGroup,
    rule: &SecurityGroupRule,
    client: Option<End<'_>>,
    port: u16,
) -> Vec<Cure> {
    let Some(peer) = client.and_then(|client| client.groups.first()) else { return Vec::new() };
    let refers = |other: &SecurityGroupRule| other.covers_tcp(port) && other.peer == Peer::Group(peer.clone());
    let narrow = (!group.rules(Direction::Ingress).any(refers))
        .then(|| allow(observed, &group.id, Direction::Ingress, port, peer));
    let mend = || Mend::RevokeRule { group: group.id.clone(), rule: rule.clone() };
    let away = revoke(observed, group, rule).map(|command| Cure::mending(command, mend()));
    narrow.into_iter().chain(away).collect()
}
