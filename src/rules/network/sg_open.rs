//! Groups that let the whole world in on the path's ports.

use crate::domain::finding::{Hop, Severity};
use crate::domain::network::{Direction, Peer};
use crate::domain::observed::Observed;

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::network::sg_chain::words;
use crate::rules::path::{self, End};
use crate::rules::rule::{Check, Rule, Seen};

pub const OPEN_TO_WORLD: Rule = Rule {
    code: "sg-open-to-world",
    severity: Severity::Warning,
    hop: Hop::ProxyToDatabase,
    title: "A group on the path is open to every address",
    why: "Whoever gets a foothold in the network, or in a peered one, may knock at the database. A rule that \
          refers to a group admits its members only.",
    fix: "Revoke the open rule once the rule that refers to the group is in place.",
    source: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
    needs: &[Need::Proxy, Need::Database, Need::SecurityGroups],
    check,
};

fn check(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let database = facts::database(observed)?;
    let ports = [proxy.engine_family.proxy_port(), facts::database_port(database)?];
    let mut found: Vec<Seen> = Vec::new();
    for (end, port) in [End::proxy(proxy), End::database(database)].into_iter().zip(ports) {
        for group in path::groups(observed, end)? {
            let open = group.rules(Direction::Ingress).filter(|rule| rule.covers_tcp(port) && rule.open_to_world());
            for rule in open {
                let Peer::Cidr(range) = &rule.peer else { continue };
                let revoke = aws(observed, "ec2 revoke-security-group-ingress").with("group-id", &group.id);
                let revoke = match &rule.id {
                    Some(id) => revoke.with("security-group-rule-ids", id),
                    None => revoke.with("protocol", &rule.protocol).with("port", &port.to_string()).with("cidr", range),
                };
                found.push(
                    Seen::at("security-group", &group.id)
                        .because(format!("{} {} of {}, inbound", group.id, group.name, end.name))
                        .because(words(observed, rule))
                        .cure(revoke.line()),
                );
            }
        }
    }
    found.dedup();
    Ok(found)
}
