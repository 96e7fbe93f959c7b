//! What of a setup is there already, by the ids that an import asks for. Pure.
//!
//! Only what the setup owns counts: what it uses is referenced by every export, there or not.

use serde::Serialize;

use crate::design::Obstacle;
use crate::domain::is_owned;
use crate::domain::network::{SecurityGroup, VpcEndpoint};
use crate::domain::observed::{Observed, Part, Unreadable};
use crate::domain::output::Outputs;
use crate::domain::proxy::Proxy;
use crate::domain::role::Role;
use crate::domain::secret::Secret;
use crate::domain::setup::{GroupPart, RuleSetup, SecretSetup, Setup};
use crate::text::t;

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Live {
    pub secret_arn: Option<String>,
    pub role: bool,
    pub role_policy: bool,
    /// `sg-…`, as the other groups.
    pub function_group: Option<String>,
    pub proxy_group: Option<String>,
    pub endpoint_group: Option<String>,
    /// In the order of the setup's rules.
    pub rules: Vec<Option<LiveRule>>,
    /// `vpce-…`
    pub endpoint: Option<String>,
    pub proxy: Option<LiveProxy>,
    /// Names of the proxy's further endpoints.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub proxy_endpoints: Vec<String>,
    pub proxy_endpoint_group: Option<String>,
    /// The database is registered with the proxy.
    pub target: bool,
    /// The function role's inline policy.
    pub function_policy: bool,
    /// `AWSLambdaVPCAccessExecutionRole` is attached to the function's role.
    pub vpc_policy: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LiveRule {
    /// `sgr-…`
    pub id: String,
    /// The group it is written into.
    pub group: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LiveProxy {
    pub arn: String,
    /// `prx-…`
    pub id: String,
    /// Absent for the first seconds.
    pub host: Option<String>,
}

impl Live {
    /// Nothing of the setup is there.
    pub fn is_empty(&self) -> bool {
        let rules = self.rules.iter().any(Option::is_some);
        let none = Self { rules: Vec::new(), ..self.clone() };
        !rules && none == Self::default()
    }
}

/// What of the setup is there.
///
/// # Errors
/// Everything of it that could not be read: an import that leaves a thing out would make it twice.
pub fn live(setup: &Setup, observed: &Observed) -> Result<Live, Vec<Obstacle>> {
    let mut look = AccountLook { setup, observed, known: Outputs::default(), unread: Vec::new() };
    let role = look.role();
    let function_role = look.function_role();
    let [function_group, proxy_group, endpoint_group, proxy_endpoint_group] =
        [GroupPart::Function, GroupPart::Proxy, GroupPart::Endpoint, GroupPart::ProxyEndpoint]
            .map(|part| look.group(part));
    let access = &setup.access;
    let live = Live {
        secret_arn: look.secret(),
        role: role.is_some(),
        role_policy: role.is_some_and(|role| role.inline.contains_key(&setup.role.policy_name)),
        function_group,
        proxy_group,
        endpoint_group,
        rules: setup.network.rules.iter().map(|rule| look.rule(rule)).collect(),
        endpoint: look.endpoint(),
        proxy: look.proxy().map(|proxy| LiveProxy {
            arn: proxy.arn.clone(),
            id: proxy.resource_id().to_owned(),
            host: proxy.endpoint.clone(),
        }),
        proxy_endpoints: look.proxy_endpoints(),
        proxy_endpoint_group,
        target: look.target(),
        function_policy: access.policy_owned
            && function_role.is_some_and(|role| role.inline.contains_key(&access.policy_name)),
        vpc_policy: access.attach_vpc_policy
            && function_role.is_some_and(|role| {
                let arn = setup.account.managed_policy_arn(crate::design::VPC_ACCESS_POLICY);
                role.attached.iter().any(|policy| policy.arn == arn)
            }),
    };
    if look.unread.is_empty() { Ok(live) } else { Err(look.unread) }
}

struct AccountLook<'a> {
    setup: &'a Setup,
    observed: &'a Observed,
    /// Ids of the groups that are there.
    known: Outputs,
    unread: Vec<Obstacle>,
}

impl<'a> AccountLook<'a> {
    fn read<T>(&mut self, part: &'a Part<T>, of: &str) -> Option<&'a T> {
        if let Part::Unreadable(why) = part {
            self.unread(of, why);
        }
        part.present()
    }

    /// One read that failed is said once, however much hangs on it.
    fn unread(&mut self, of: &str, why: &Unreadable) {
        let obstacle = Obstacle::Unread { of: of.to_owned(), why: why.clone() };
        if !self.unread.contains(&obstacle) {
            self.unread.push(obstacle);
        }
    }

    fn secret(&mut self) -> Option<String> {
        let SecretSetup::Owned { name, .. } = &self.setup.secret else { return None };
        // From a set-up it is the one of its name; from a proxy, one of those that the proxy names.
        let of_proxy = self.observed.proxy_secrets.iter().map(|facts| &facts.secret);
        let all: Vec<&'a Part<Secret>> = std::iter::once(&self.observed.secret).chain(of_proxy).collect();
        let there = all.into_iter().filter_map(|part| self.read(part, name)).find(|secret| secret.name == *name);
        there.filter(|secret| !secret.deleted).map(|secret| secret.arn.clone())
    }

    fn role(&mut self) -> Option<&'a Role> {
        let role = &self.setup.role;
        if !role.owned {
            return None;
        }
        self.read(&self.observed.proxy_role, &role.name).filter(|there| there.arn == role.arn)
    }

    fn function_role(&mut self) -> Option<&'a Role> {
        let access = &self.setup.access;
        if !access.policy_owned && !access.attach_vpc_policy {
            return None;
        }
        self.read(&self.observed.function_role, &access.role_name).filter(|there| there.arn == access.role_arn)
    }

    fn groups(&mut self) -> Vec<&'a SecurityGroup> {
        let network = &self.setup.network;
        let mut groups: Vec<&'a SecurityGroup> =
            self.read(&self.observed.security_groups, &network.vpc_id).into_iter().flatten().collect();
        if let (Some(vpc), Some(there)) = (&network.function_vpc, self.observed.function_network.present()) {
            groups.extend(self.read(&there.security_groups, &vpc.vpc_id).into_iter().flatten());
        }
        groups
    }

    fn group(&mut self, part: GroupPart) -> Option<String> {
        let network = &self.setup.network;
        let group = network.group(part).filter(|group| group.owned)?;
        let is_it = |there: &&&SecurityGroup| {
            there.name == group.name
                && there.vpc_id == network.vpc_of(part)
                && is_owned(&there.tags, self.setup.label())
        };
        let groups = self.groups();
        let there = groups.iter().find(is_it)?;
        if let Some(output) = part.output() {
            self.known.set(output, &there.id);
        }
        Some(there.id.clone())
    }

    fn rule(&mut self, rule: &RuleSetup) -> Option<LiveRule> {
        let network = &self.setup.network;
        let id = |part: GroupPart| network.group(part).map(|group| self.known.fill_known(&group.id));
        let (group_id, peer_id) = (id(rule.group)?, id(rule.peer)?);
        let group = self.groups().into_iter().find(|group| group.id == group_id)?;
        let there = group.rule_between(rule.direction, rule.port, &peer_id)?;
        match &there.id {
            Some(id) => Some(LiveRule { id: id.clone(), group: group_id }),
            // Read from the group itself, which does not say it.
            None => {
                let why = Unreadable {
                    operation: "ec2:DescribeSecurityGroupRules".to_owned(),
                    because: t!("adopt-rule-ids-unread").to_owned(),
                    denied: true,
                    signed_out: false,
                    unanswered: false,
                };
                self.unread(&network.vpc_id, &why);
                None
            }
        }
    }

    fn endpoint(&mut self) -> Option<String> {
        let network = &self.setup.network;
        let endpoint = network.endpoint.as_ref().filter(|endpoint| endpoint.owned)?;
        let all = match (&network.function_vpc, self.observed.function_network.present()) {
            (Some(vpc), Some(there)) => self.read(&there.vpc_endpoints, &vpc.vpc_id)?,
            _ => self.read(&self.observed.vpc_endpoints, &network.vpc_id)?,
        };
        let is_it = |there: &&VpcEndpoint| {
            there.service_name == endpoint.service_name && there.is_alive() && is_owned(&there.tags, self.setup.label())
        };
        all.iter().find(is_it).map(|there| there.id.clone())
    }

    fn proxy(&mut self) -> Option<&'a Proxy> {
        if self.setup.proxy.used.is_some() {
            return None;
        }
        self.read(&self.observed.proxy, &self.setup.name).filter(|there| there.name == self.setup.name)
    }

    fn proxy_endpoints(&mut self) -> Vec<String> {
        let wanted: Vec<_> = self.setup.proxy.endpoints.iter().filter(|endpoint| endpoint.owned()).collect();
        if wanted.is_empty() {
            return Vec::new();
        }
        let there = self.read(&self.observed.named_endpoints, &self.setup.name).map_or(&[][..], Vec::as_slice);
        let is_there = |name: &str| {
            there
                .iter()
                .any(|one| one.name == name && one.tags.as_ref().is_some_and(|tags| is_owned(tags, self.setup.label())))
        };
        wanted.into_iter().map(|endpoint| endpoint.name.clone()).filter(|name| is_there(name)).collect()
    }

    fn target(&mut self) -> bool {
        if self.proxy().is_none() {
            return false;
        }
        let id = self.setup.database.id.as_str();
        let targets = self.read(&self.observed.targets, &self.setup.name).map_or(&[][..], Vec::as_slice);
        targets.iter().any(|target| target.id == id || target.tracked_cluster.as_deref() == Some(id))
    }
}
