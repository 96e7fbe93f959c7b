//! Groups that let the whole world in on the path's ports.

use crate::domain::finding::{Hop, Severity};
use crate::domain::network::Direction;
use crate::domain::observed::Observed;

use crate::rules::facts::{self, Need};
use crate::rules::network::sg_care::revoke;
use crate::rules::path::{self, End, words};
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
    for (end, port) in [End::proxy(proxy), End::database(database, proxy)].into_iter().zip(ports) {
        for group in path::groups(observed, end)? {
            let open = group.rules(Direction::Ingress).filter(|rule| rule.covers_tcp(port) && rule.open_to_world());
            for rule in open {
                found.push(
                    Seen::at("security-group", &group.id)
                        .because(format!("{} {} of {}, inbound", group.id, group.name, end.name))
                        .because(words(observed, rule))
                        .cure(revoke(observed, group, rule, port)),
                );
            }
        }
    }
    found.dedup();
    Ok(found)
}
