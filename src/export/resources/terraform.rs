//! A setup in the words of Terraform's AWS provider.

use super::cloudformation::{group_names, rule_id};
use super::lower::tag_map;
use super::{
    Expression, Lower, Parameter, ParameterKind, Resource, SECRETS_ENDPOINT, Stack, attribute, parts, properties,
    service, texts,
};
use crate::domain::account::Account;
use crate::domain::database::DatabaseKind;
use crate::domain::network::Direction;
use crate::domain::output::Output;
use crate::domain::proxy::NetworkType;
use crate::domain::secret::{NOT_IN_PASSWORDS, PASSWORD_LENGTH, RECOVERY_DAYS};
use crate::domain::setup::{GroupPart, RuleSetup, SecretSetup, Setup};

/// Marks a resource that lives only while Terraform runs, so that no state holds its value.
pub(in crate::export) const EPHEMERAL: &str = "ephemeral.";

/// Everything that the setup owns.
pub(in crate::export) fn stack(setup: &Setup) -> Stack {
    let mut draft = Draft { setup, lower: lower(&setup.account), stack: Stack::default() };
    draft.secret();
    draft.role();
    draft.groups();
    draft.endpoint();
    draft.proxy();
    draft.function();
    parts::terraform(&mut draft);
    draft.stack
}

/// How texts of a setup are read in this language.
pub(in crate::export) fn lower(account: &Account) -> Lower<'_> {
    Lower { account, output }
}

/// What stands for what AWS names.
fn output(output: Output) -> Expression {
    match output {
        Output::SecretArn => attribute("Secret", "arn"),
        Output::FunctionGroup => attribute("FunctionGroup", "id"),
        Output::ProxyGroup => attribute("ProxyGroup", "id"),
        Output::EndpointGroup => attribute("EndpointGroup", "id"),
        Output::VpcEndpoint => attribute("SecretsEndpoint", "id"),
        Output::ProxyId => Expression::PartOfArn(Box::new(attribute("Proxy", "arn")), 6),
        Output::ProxyHost => attribute("Proxy", "endpoint"),
        Output::FunctionVersion => attribute("Function", "version"),
    }
}

/// A list in the making.
pub(super) struct Draft<'a> {
    pub setup: &'a Setup,
    pub lower: Lower<'a>,
    pub stack: Stack,
}

impl Draft<'_> {
    /// A variable with the setup's value; each is asked for once.
    pub(super) fn parameter(
        &mut self,
        name: &'static str,
        kind: ParameterKind,
        value: Expression,
        about: &'static str,
    ) -> Expression {
        self.stack.ask(Parameter { name, kind, value, about })
    }

    pub(super) fn tags(&self) -> Option<Expression> {
        (!self.setup.tags.is_empty()).then(|| tag_map(&self.setup.tags))
    }

    fn secret(&mut self) {
        let SecretSetup::Owned { name, description, key, .. } = &self.setup.secret else { return };
        self.stack.resources.push(Resource::new(
            "Secret",
            "aws_secretsmanager_secret",
            properties([
                ("name", Some(name.as_str().into())),
                ("description", Some(description.as_str().into())),
                ("kms_key_id", key.as_ref().map(|key| self.lower.text(&key.arn))),
                ("recovery_window_in_days", Some(RECOVERY_DAYS.into())),
                ("tags", self.tags()),
            ]),
        ));
        self.stack.resources.push(
            Resource::new(
                "Password",
                "ephemeral.aws_secretsmanager_random_password",
                properties([
                    ("password_length", Some(PASSWORD_LENGTH.into())),
                    ("exclude_characters", Some(NOT_IN_PASSWORDS.into())),
                ]),
            )
            .because("Neither the plan nor the state holds the password: it is made and written in one run."),
        );
        let value = vec![
            ("username".to_owned(), self.setup.db_user.as_str().into()),
            ("password".to_owned(), attribute("Password", "random_password")),
        ];
        self.stack.resources.push(Resource::new(
            "SecretValue",
            "aws_secretsmanager_secret_version",
            properties([
                ("secret_id", Some(attribute("Secret", "id"))),
                ("secret_string_wo", Some(Expression::Document(Box::new(Expression::Map(value))))),
                ("secret_string_wo_version", Some(1_u8.into())),
            ]),
        ));
        self.stack.show("SecretArn", attribute("Secret", "arn"), "The secret of the database user");
    }

    fn role(&mut self) {
        let role = &self.setup.role;
        if !role.owned {
            return;
        }
        self.stack.resources.push(Resource::new(
            "ProxyRole",
            "aws_iam_role",
            properties([
                ("name", Some(role.name.as_str().into())),
                ("path", Some(role.path.as_str().into())),
                ("description", Some(role.description.as_str().into())),
                ("permissions_boundary", role.permissions_boundary.as_ref().map(|arn| self.lower.text(arn))),
                ("assume_role_policy", Some(self.lower.document(&role.trust))),
                ("tags", self.tags()),
            ]),
        ));
        self.stack.resources.push(Resource::new(
            "ProxyRolePolicy",
            "aws_iam_role_policy",
            properties([
                ("name", Some(role.policy_name.as_str().into())),
                ("role", Some(attribute("ProxyRole", "name"))),
                ("policy", Some(self.lower.document(&role.policy))),
            ]),
        ));
    }

    /// A group of the chain, its own or the one that is used.
    pub(super) fn group_id(&mut self, part: GroupPart) -> Expression {
        let (resource, parameter, about) = group_names(part);
        let used = self.setup.network.group(part).filter(|group| !group.owned).map(|group| group.id.as_str().into());
        match used {
            None => attribute(resource, "id"),
            Some(id) => self.parameter(parameter, ParameterKind::Group, id, about),
        }
    }

    pub(super) fn vpc(&mut self) -> Expression {
        let vpc = self.setup.network.vpc_id.as_str().into();
        self.parameter("VpcId", ParameterKind::Vpc, vpc, "The VPC of the proxy and the database")
    }

    fn groups(&mut self) {
        let network = &self.setup.network;
        for group in network.groups.iter().filter(|group| group.owned && network.group(group.part) == Some(group)) {
            let vpc = self.vpc();
            let properties = properties([
                ("name", Some(group.name.as_str().into())),
                ("description", Some(group.description.as_str().into())),
                ("vpc_id", Some(vpc)),
                ("tags", self.tags()),
            ]);
            let id = group_names(group.part).0;
            self.stack.resources.push(Resource::new(id, "aws_security_group", properties));
        }
        for rule in &network.rules {
            self.rule(rule);
        }
        if network.group(GroupPart::Function).is_some_and(|group| group.owned) {
            self.stack.show("FunctionGroupId", attribute("FunctionGroup", "id"), "The security group for the function");
        }
    }

    fn rule(&mut self, rule: &RuleSetup) {
        let kind = match rule.direction {
            Direction::Ingress => "aws_vpc_security_group_ingress_rule",
            Direction::Egress => "aws_vpc_security_group_egress_rule",
        };
        let (group, peer) = (self.group_id(rule.group), self.group_id(rule.peer));
        let properties = properties([
            ("security_group_id", Some(group)),
            ("description", Some(rule.description.as_str().into())),
            ("ip_protocol", Some("tcp".into())),
            ("from_port", Some(rule.port.into())),
            ("to_port", Some(rule.port.into())),
            ("referenced_security_group_id", Some(peer)),
        ]);
        self.stack.resources.push(Resource::new(&rule_id(rule), kind, properties));
    }

    fn endpoint(&mut self) {
        let Some(endpoint) = self.setup.network.endpoint.as_ref().filter(|endpoint| endpoint.owned) else { return };
        let subnets = if endpoint.subnet_ids == self.setup.network.chosen_subnet_ids() {
            self.subnets()
        } else {
            let ids = texts(&endpoint.subnet_ids);
            self.parameter(
                "EndpointSubnetIds",
                ParameterKind::Subnets,
                ids,
                "Subnets of the endpoint, one in each zone",
            )
        };
        let about = "false where the VPC has an endpoint of Secrets Manager already";
        self.parameter(SECRETS_ENDPOINT, ParameterKind::Switch, true.into(), about);
        // An endpoint that was there may have groups that are not known.
        let group = self.setup.network.group(GroupPart::Endpoint).is_some();
        let group = group.then(|| vec![self.group_id(GroupPart::Endpoint)].into());
        let properties = properties([
            ("vpc_endpoint_type", Some("Interface".into())),
            ("vpc_id", Some(self.vpc())),
            ("service_name", Some(service(&endpoint.service_name, &self.setup.account.region))),
            ("subnet_ids", Some(subnets)),
            ("security_group_ids", group),
            ("private_dns_enabled", Some(true.into())),
            ("tags", self.tags()),
        ]);
        let mut made = Resource::new("SecretsEndpoint", "aws_vpc_endpoint", properties);
        made.only_if = Some(SECRETS_ENDPOINT);
        self.stack.resources.push(made);
    }

    pub(super) fn subnets(&mut self) -> Expression {
        let ids = texts(&self.setup.network.chosen_subnet_ids());
        self.parameter("ProxySubnetIds", ParameterKind::Subnets, ids, "Subnets of the proxy, in two zones at least")
    }

    /// A proxy that was there may have further groups; their ids are what they are.
    fn proxy_groups(&mut self) -> Expression {
        let further = self.setup.network.group_ids(GroupPart::Proxy).into_iter().skip(1);
        let further: Vec<Expression> = further.map(|id| self.lower.text(&id)).collect();
        let mut groups = vec![self.group_id(GroupPart::Proxy)];
        groups.extend(further);
        groups.into()
    }

    fn proxy(&mut self) {
        let (proxy, database) = (&self.setup.proxy, &self.setup.database);
        let role = if self.setup.role.owned {
            attribute("ProxyRole", "arn")
        } else {
            let arn = proxy.role_arn.as_str().into();
            self.parameter("ProxyRoleArn", ParameterKind::Text, arn, "The role that the proxy assumes")
        };
        // What provider 5 does not know is named only where it is not the default.
        let other = |kind: NetworkType| (kind != NetworkType::default()).then(|| kind.api_name().into());
        let (subnets, groups) = (self.subnets(), self.proxy_groups());
        let mut settings = properties([
            ("name", Some(proxy.name.as_str().into())),
            ("engine_family", Some(proxy.family.api_name().into())),
            ("role_arn", Some(role)),
            ("vpc_subnet_ids", Some(subnets)),
            ("vpc_security_group_ids", Some(groups)),
            ("default_auth_scheme", proxy.default_iam_auth.then(|| "IAM_AUTH".into())),
            ("require_tls", Some(proxy.require_tls.into())),
            ("idle_client_timeout", Some(proxy.idle_client_timeout_secs.into())),
            ("debug_logging", Some(proxy.debug_logging.into())),
            ("endpoint_network_type", other(proxy.endpoint_network_type)),
            ("target_connection_network_type", other(proxy.target_connection_network_type)),
        ]);
        settings.extend(proxy.auth.iter().map(|auth| {
            let block = Expression::Block(properties([
                ("auth_scheme", Some("SECRETS".into())),
                ("iam_auth", Some(auth.iam_auth.api_name().into())),
                ("secret_arn", Some(self.lower.text(&auth.secret_arn))),
                ("client_password_auth_type", auth.client_password_auth_type.as_deref().map(Expression::from)),
            ]));
            ("auth".to_owned(), block)
        }));
        settings.extend(properties([("tags", self.tags())]));
        self.stack.resources.push(Resource::new("Proxy", "aws_db_proxy", settings));

        let pool = &self.setup.pool;
        let pool = properties([
            ("max_connections_percent", Some(pool.max_connections_percent.into())),
            ("max_idle_connections_percent", Some(pool.max_idle_connections_percent.into())),
            ("connection_borrow_timeout", Some(pool.borrow_timeout_secs.into())),
            (
                "session_pinning_filters",
                pool.exclude_variable_sets.then(|| vec!["EXCLUDE_VARIABLE_SETS".into()].into()),
            ),
            ("init_query", pool.init_query.as_deref().map(Expression::from)),
        ]);
        self.stack.resources.push(Resource::new(
            "ProxyTargetGroup",
            "aws_db_proxy_default_target_group",
            properties([
                ("db_proxy_name", Some(attribute("Proxy", "name"))),
                ("connection_pool_config", Some(Expression::Block(pool))),
            ]),
        ));
        let id = database.id.as_str().into();
        let id = self.parameter("DatabaseId", ParameterKind::Text, id, "Identifier of the database behind the proxy");
        let target = match database.kind {
            DatabaseKind::Cluster => "db_cluster_identifier",
            DatabaseKind::Instance => "db_instance_identifier",
        };
        self.stack.resources.push(Resource::new(
            "ProxyTarget",
            "aws_db_proxy_target",
            properties([
                ("db_proxy_name", Some(attribute("Proxy", "name"))),
                ("target_group_name", Some(attribute("ProxyTargetGroup", "name"))),
                (target, Some(id)),
            ]),
        ));
        self.stack.show("ProxyEndpoint", attribute("Proxy", "endpoint"), "The host that the function connects to");
        self.stack.show("ProxyId", output(Output::ProxyId), "The id that rds-db:connect names the proxy by");
    }

    pub(super) fn function_role(&mut self) -> Expression {
        let name = self.setup.access.role_name.as_str().into();
        let about = "Name of the function's own role, without its path";
        self.parameter("FunctionRoleName", ParameterKind::Text, name, about)
    }

    fn function(&mut self) {
        let access = &self.setup.access;
        if !access.policy_owned {
            return;
        }
        let role = self.function_role();
        self.stack.resources.push(Resource::new(
            "FunctionPolicy",
            "aws_iam_role_policy",
            properties([
                ("role", Some(role)),
                ("name", Some(access.policy_name.as_str().into())),
                ("policy", Some(self.lower.document(&access.policy))),
            ]),
        ));
    }
}
