//! A list of resources in the making: what it asks of the setup, in whosever words the list is.

use super::{Expression, Lower, Parameter, ParameterKind, Resource, SECRETS_ENDPOINT, Stack, attribute, texts};
use crate::domain::Tags;
use crate::domain::network::Direction;
use crate::domain::output::Output;
use crate::domain::proxy::EndpointRole;
use crate::domain::setup::{AccessSetup, EndpointSetup, GroupPart, GroupSetup, ProxyEndpointSetup, RuleSetup, Setup};

/// What the lists call differently: attributes of a resource, what stands for an output, and tags.
pub(super) struct Dialect {
    pub output: fn(Output) -> Expression,
    pub tags: fn(&Tags) -> Expression,
    pub group_id: &'static str,
    pub role_name: &'static str,
    pub role_arn: &'static str,
    pub function_name: &'static str,
    pub function_arn: &'static str,
}

pub(super) struct StackDraft<'a> {
    pub setup: &'a Setup,
    pub lower: Lower<'a>,
    pub dialect: &'static Dialect,
    pub stack: Stack,
}

impl<'a> StackDraft<'a> {
    pub fn new(setup: &'a Setup, dialect: &'static Dialect) -> Self {
        let lower = Lower { account: &setup.account, output: dialect.output };
        Self { setup, lower, dialect, stack: Stack::default() }
    }

    /// A parameter with the setup's value; each is asked for once.
    pub fn parameter(
        &mut self,
        name: &'static str,
        kind: ParameterKind,
        value: Expression,
        about: &'static str,
    ) -> Expression {
        self.stack.ask(Parameter { name, kind, value, about })
    }

    pub fn tags(&self) -> Option<Expression> {
        (!self.setup.tags.is_empty()).then(|| (self.dialect.tags)(&self.setup.tags))
    }

    /// The groups to be made. Of a proxy that was there, a further group is known by its id.
    pub fn owned_groups(&self) -> impl Iterator<Item = &'a GroupSetup> + use<'a> {
        let network = &self.setup.network;
        network.groups.iter().filter(|group| group.owned && network.group(group.part) == Some(group))
    }

    /// A group of the chain, its own or the one that is used.
    pub fn group_id(&mut self, part: GroupPart) -> Expression {
        let (resource, parameter, about) = group_names(part);
        let used = self.setup.network.group(part).filter(|group| !group.owned).map(|group| group.id.as_str().into());
        match used {
            None => attribute(resource, self.dialect.group_id),
            Some(id) => self.parameter(parameter, ParameterKind::Group, id, about),
        }
    }

    /// Who attaches the function needs its group.
    pub fn show_function_group(&mut self) {
        if self.setup.network.group(GroupPart::Function).is_some_and(|group| group.owned) {
            let id = attribute("FunctionGroup", self.dialect.group_id);
            self.stack.show("FunctionGroupId", id, "The security group for the function");
        }
    }

    /// Rules of further functions, each with the id of its resource, its group and the group it refers to. A
    /// function that shares the first one's group has none of its own.
    pub fn further_rules(&mut self) -> Vec<(String, &'a RuleSetup, Expression, Expression)> {
        let setup = self.setup;
        let mut all = Vec::new();
        for further in setup.more.iter().filter(|further| !further.group.owned) {
            for rule in &further.rules {
                let mut id = |part| match part {
                    GroupPart::Function => further.group.id.as_str().into(),
                    part => self.group_id(part),
                };
                let (group, peer) = (id(rule.group), id(rule.peer));
                let name = format!("{}{}", rule_id(rule), camel(&further.access.function_name));
                all.push((name, rule, group, peer));
            }
        }
        all
    }

    /// Policies of further functions, each with the id of its resource; those that share a role share one.
    pub fn further_policies(&self) -> Vec<(String, &'a AccessSetup)> {
        let setup = self.setup;
        let mut written = vec![(&setup.access.role_arn, &setup.access.policy_name)];
        let mut all = Vec::new();
        for access in setup.more.iter().map(|further| &further.access).filter(|access| access.policy_owned) {
            let key = (&access.role_arn, &access.policy_name);
            if !written.contains(&key) {
                written.push(key);
                all.push((format!("FunctionPolicy{}", camel(&access.function_name)), access));
            }
        }
        all
    }

    pub fn vpc(&mut self) -> Expression {
        let vpc = self.setup.network.vpc_id.as_str().into();
        self.parameter("VpcId", ParameterKind::Vpc, vpc, "The VPC of the proxy and the database")
    }

    /// The VPC of a group of this part: most often the proxy's.
    pub fn vpc_of(&mut self, part: GroupPart) -> Expression {
        let network = &self.setup.network;
        let vpc = network.vpc_of(part);
        if vpc == network.vpc_id {
            return self.vpc();
        }
        self.parameter("FunctionVpcId", ParameterKind::Vpc, vpc.into(), "The VPC of the function")
    }

    /// Name of the proxy: its own, or the one that is used.
    pub fn proxy_name(&mut self, own: &'static str) -> Expression {
        match self.setup.proxy.used {
            None => attribute("Proxy", own),
            Some(_) => {
                let name = self.setup.proxy.name.as_str().into();
                self.parameter("ProxyName", ParameterKind::Text, name, "Name of the proxy that is used")
            }
        }
    }

    /// The proxy's further endpoints that are to be made.
    pub fn owned_proxy_endpoints(&self) -> impl Iterator<Item = &'a ProxyEndpointSetup> + use<'a> {
        self.setup.proxy.endpoints.iter().filter(|endpoint| endpoint.owned())
    }

    /// The subnets of such an endpoint.
    pub fn proxy_endpoint_subnets(&mut self, endpoint: &ProxyEndpointSetup) -> Expression {
        if self.setup.network.function_vpc.is_none() && endpoint.subnet_ids == self.setup.network.chosen_subnet_ids() {
            return self.subnets();
        }
        let about = "Subnets of the further endpoints of the proxy, in two zones at least";
        self.parameter("ProxyEndpointSubnetIds", ParameterKind::Subnets, texts(&endpoint.subnet_ids), about)
    }

    /// Its groups.
    pub fn proxy_endpoint_groups(&mut self, endpoint: &ProxyEndpointSetup) -> Expression {
        match endpoint.groups {
            GroupPart::Proxy => self.proxy_groups(),
            part => {
                let further = self.setup.network.group_ids(part).into_iter().skip(1);
                let further: Vec<Expression> = further.map(|id| self.lower.text(&id)).collect();
                std::iter::once(self.group_id(part)).chain(further).collect::<Vec<_>>().into()
            }
        }
    }

    /// Adds it, after the database stands behind the proxy: one for reads is refused before.
    pub fn add_proxy_endpoint(&mut self, endpoint: &ProxyEndpointSetup, target: &str, made: Resource) {
        let made = if self.setup.proxy.used.is_none() { made.after(target) } else { made };
        self.stack.resources.push(made);
        // Not named as the resource is: a program declares both.
        let (name, about) = match endpoint.role {
            EndpointRole::ReadOnly => ("ReadOnlyHost", "The host that leads to the readers"),
            EndpointRole::ReadWrite => ("FunctionVpcHost", "The host in the VPC of the function"),
        };
        self.stack.show(name, (self.dialect.output)(endpoint.output()), about);
    }

    pub fn subnets(&mut self) -> Expression {
        let ids = texts(&self.setup.network.chosen_subnet_ids());
        self.parameter("ProxySubnetIds", ParameterKind::Subnets, ids, "Subnets of the proxy, in two zones at least")
    }

    /// The endpoint of Secrets Manager, if it is the setup's own.
    pub fn owned_endpoint(&self) -> Option<&'a EndpointSetup> {
        self.setup.network.endpoint.as_ref().filter(|endpoint| endpoint.owned)
    }

    /// The subnets of the endpoint, most often those of the proxy.
    pub fn endpoint_subnets(&mut self, endpoint: &EndpointSetup) -> Expression {
        if endpoint.subnet_ids == self.setup.network.chosen_subnet_ids() {
            return self.subnets();
        }
        let about = "Subnets of the endpoint, one in each zone";
        self.parameter("EndpointSubnetIds", ParameterKind::Subnets, texts(&endpoint.subnet_ids), about)
    }

    /// The groups of the endpoint. One that was there may have groups that are not known.
    pub fn endpoint_groups(&mut self) -> Option<Expression> {
        let known = self.setup.network.group(GroupPart::Endpoint).is_some();
        known.then(|| vec![self.group_id(GroupPart::Endpoint)].into())
    }

    /// Where the VPC has an endpoint already, none is made.
    pub fn if_asked(&mut self, mut endpoint: Resource) {
        let about = "false where the VPC has an endpoint of Secrets Manager already";
        self.parameter(SECRETS_ENDPOINT, ParameterKind::Switch, true.into(), about);
        endpoint.only_if = Some(SECRETS_ENDPOINT);
        self.stack.resources.push(endpoint);
    }

    /// A proxy that was there may have further groups; their ids are what they are.
    pub fn proxy_groups(&mut self) -> Expression {
        let further = self.setup.network.group_ids(GroupPart::Proxy).into_iter().skip(1);
        let further: Vec<Expression> = further.map(|id| self.lower.text(&id)).collect();
        let mut groups = vec![self.group_id(GroupPart::Proxy)];
        groups.extend(further);
        groups.into()
    }

    pub fn proxy_role_arn(&mut self) -> Expression {
        if self.setup.role.owned {
            return attribute("ProxyRole", self.dialect.role_arn);
        }
        let arn = self.setup.proxy.role_arn.as_str().into();
        self.parameter("ProxyRoleArn", ParameterKind::Text, arn, "The role that the proxy assumes")
    }

    /// The name of the role of a proxy that is used.
    pub fn proxy_role_name(&mut self) -> Expression {
        let name = self.setup.role.name.as_str().into();
        let about = "Name of the role of the proxy that is used, without its path";
        self.parameter("ProxyRoleName", ParameterKind::Text, name, about)
    }

    pub fn database_id(&mut self) -> Expression {
        let id = self.setup.database.id.as_str().into();
        self.parameter("DatabaseId", ParameterKind::Text, id, "Identifier of the database behind the proxy")
    }

    pub fn show_proxy(&mut self) {
        let output = self.dialect.output;
        self.stack.show("ProxyEndpoint", output(Output::ProxyHost), "Host of the proxy, its own endpoint");
        self.stack.show("ProxyId", output(Output::ProxyId), "The id that rds-db:connect names the proxy by");
    }

    /// The name of the role of the function that is there.
    pub fn function_role(&mut self) -> Expression {
        let name = self.setup.access.role_name.as_str().into();
        let about = "Name of the function's own role, without its path";
        self.parameter("FunctionRoleName", ParameterKind::Text, name, about)
    }
}

/// `orders-api_2` as a part of a resource's id: `OrdersApi2`.
fn camel(name: &str) -> String {
    let mut words = String::new();
    for word in name.split(|c: char| !c.is_ascii_alphanumeric()) {
        let mut letters = word.chars();
        words.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        words.extend(letters);
    }
    words
}

/// Id of the resource of a further endpoint of the proxy.
pub(in crate::export) fn proxy_endpoint_id(role: EndpointRole) -> &'static str {
    match role {
        EndpointRole::ReadOnly => "ReadOnlyEndpoint",
        EndpointRole::ReadWrite => "FunctionVpcEndpoint",
    }
}

/// Id of the resource, name of the parameter, and what the parameter is.
pub(super) fn group_names(part: GroupPart) -> (&'static str, &'static str, &'static str) {
    match part {
        GroupPart::Function => ("FunctionGroup", "FunctionGroupId", "Security group of the function"),
        GroupPart::Proxy => ("ProxyGroup", "ProxyGroupId", "Security group of the proxy"),
        GroupPart::Database => ("DatabaseGroup", "DatabaseGroupId", "Security group of the database"),
        GroupPart::Endpoint => {
            ("EndpointGroup", "EndpointGroupId", "Security group of the endpoint of Secrets Manager")
        }
        GroupPart::ProxyEndpoint => {
            ("ProxyEndpointGroup", "ProxyEndpointGroupId", "Security group of the further endpoints of the proxy")
        }
    }
}

/// `ProxyFromFunction`, `FunctionToProxy`.
pub(in crate::export) fn rule_id(rule: &RuleSetup) -> String {
    let word = |part| match part {
        GroupPart::Function => "Function",
        GroupPart::Proxy => "Proxy",
        GroupPart::Database => "Database",
        GroupPart::Endpoint => "Endpoint",
        GroupPart::ProxyEndpoint => "ProxyEndpoint",
    };
    let way = match rule.direction {
        Direction::Ingress => "From",
        Direction::Egress => "To",
    };
    format!("{}{way}{}", word(rule.group), word(rule.peer))
}
