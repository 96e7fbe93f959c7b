//! A function that is in no VPC goes into the proxy's: the group, the two rules, the right to make network
//! interfaces, the move. As a set-up does it, around a proxy that is there.

use super::{attach, step};
use crate::cloud::GroupRule;
use crate::design::{VPC_ACCESS_POLICY, lets_into_vpc, names};
use crate::domain::function::{Function, FunctionVpc};
use crate::domain::network::{Direction, SecurityGroup};
use crate::domain::observed::Observed;
use crate::domain::output::Output;
use crate::domain::proxy::Proxy;
use crate::domain::role::AttachedPolicy;
use crate::domain::setup::{GroupPart, Page};
use crate::domain::stored;
use crate::plan::actions::authorize_rule::line;
use crate::plan::actions::update_function::Move;
use crate::plan::actions::{AuthorizeRule, CreateSecurityGroup};
use crate::plan::{Action, Change, Step, StepId};
use crate::text::said;

/// Subnets that Lambda takes. <https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html>
const MOST_SUBNETS: usize = 16;

const GROUP: &str = "create-group-function";

/// Everything that has to be known for it was read, and the function is one that can move.
pub fn can(observed: &Observed) -> bool {
    ends(observed).is_some() && observed.function_role.present().is_some()
}

struct Ends<'a> {
    function: &'a Function,
    proxy: &'a Proxy,
    /// The proxy's group that lets the function in.
    group: &'a SecurityGroup,
}

fn ends(observed: &Observed) -> Option<Ends<'_>> {
    let (function, proxy) = (observed.function.present()?, observed.proxy.present()?);
    let stays = function.managed_instances.is_some() || function.edge_master_arn.is_some();
    if stays || function.vpc.is_some() || function.qualifier.is_some() || proxy.subnet_ids.is_empty() {
        return None;
    }
    let groups = proxy.security_group_ids.iter().filter_map(|id| observed.security_group(id));
    // Rules in the VPC's default group reach further.
    let group = groups.min_by_key(|group| group.name == "default")?;
    Some(Ends { function, proxy, group })
}

/// Where the function goes; its group is yet to be made.
pub fn network(observed: &Observed) -> Option<Move> {
    let Ends { proxy, .. } = ends(observed)?;
    let to = FunctionVpc {
        vpc_id: proxy.vpc_id.clone(),
        subnet_ids: proxy.subnet_ids.iter().take(MOST_SUBNETS).cloned().collect(),
        security_group_ids: vec![Output::FunctionGroup.token()],
        ipv6_allowed: false,
    };
    Some(Move { from: None, to })
}

/// What the move needs before it.
pub fn extend(observed: &Observed, steps: &mut Vec<Step>) {
    let Some(Ends { function, proxy, group }) = ends(observed) else { return };
    let name = free_name(observed, function);
    let create = CreateSecurityGroup {
        part: GroupPart::Function,
        name: name.clone(),
        description: stored::function_group_description(function.name.as_str()),
        vpc_id: proxy.vpc_id.clone(),
    };
    let first = step(GROUP, Page::Network, Action::CreateSecurityGroup(create));
    steps.push(Step { change: Change::Create, ..first });
    let own = (Output::FunctionGroup.token(), name);
    let theirs = (group.id.clone(), group.name.clone());
    let port = proxy.engine_family.proxy_port();
    for (direction, written, peer) in [(Direction::Egress, &own, &theirs), (Direction::Ingress, &theirs, &own)] {
        let others =
            if direction == Direction::Ingress { group.rules(direction).map(line).collect() } else { Vec::new() };
        let authorize = AuthorizeRule {
            vpc_id: proxy.vpc_id.clone(),
            rule: GroupRule {
                group_id: written.0.clone(),
                direction,
                port,
                peer_group_id: peer.0.clone(),
                description: stored::repair_rule_description(proxy.name.as_str()),
            },
            group_name: written.1.clone(),
            peer_name: peer.1.clone(),
            reason: said!("repair-rule-reason"),
            others,
            covered_by: None,
        };
        let way = if direction == Direction::Egress { "egress" } else { "ingress" };
        let step = step(format!("authorize-function-{way}"), Page::Network, Action::AuthorizeRule(authorize));
        steps.push(Step { change: Change::Create, needs: vec![StepId::from(GROUP)], ..step });
    }
    let role = observed.function_role.present().filter(|role| !lets_into_vpc(role));
    let attaches = steps.iter().any(|step| matches!(step.action, Action::AttachVpcPolicy(_)));
    if let Some(role) = role.filter(|role| !attaches && !role.attached.iter().any(is_vpc_access)) {
        steps.extend(attach(observed, &role.name));
    }
}

fn is_vpc_access(policy: &AttachedPolicy) -> bool {
    policy.arn.ends_with(VPC_ACCESS_POLICY)
}

/// A name that no group of the VPC has.
fn free_name(observed: &Observed, function: &Function) -> String {
    let first = names::function_group_of(&function.name);
    let taken = |name: &String| observed.security_groups.items().iter().any(|group| group.name == *name);
    if !taken(&first) {
        return first;
    }
    let next = names::following(&first).find(|name| !taken(name));
    next.unwrap_or(first)
}
