//! A setup in the words of CloudFormation's resource types.

use serde_json::json;

use super::lower::tag_list;
use super::{
    Expression, Lower, Parameter, ParameterKind, Resource, SECRETS_ENDPOINT, Stack, attribute, parts, properties,
    service, texts,
};
use crate::domain::account::Account;
use crate::domain::database::DatabaseKind;
use crate::domain::network::Direction;
use crate::domain::output::Output;
use crate::domain::secret::{NOT_IN_PASSWORDS, PASSWORD_LENGTH};
use crate::domain::setup::{GroupPart, GroupSetup, RuleSetup, SecretSetup, Setup};

/// Everything that the setup owns.
pub(in crate::export) fn stack(setup: &Setup) -> Stack {
    let mut draft = Draft { setup, lower: lower(&setup.account), stack: Stack::default() };
    draft.secret();
    draft.role();
    draft.groups();
    draft.endpoint();
    draft.proxy();
    draft.function();
    parts::cloudformation(&mut draft);
    draft.stack
}

/// How texts of a setup are read in this language.
pub(in crate::export) fn lower(account: &Account) -> Lower<'_> {
    Lower { account, output }
}

/// What stands for what AWS names.
fn output(output: Output) -> Expression {
    match output {
        Output::SecretArn => attribute("Secret", ""),
        Output::FunctionGroup => attribute("FunctionGroup", "GroupId"),
        Output::ProxyGroup => attribute("ProxyGroup", "GroupId"),
        Output::EndpointGroup => attribute("EndpointGroup", "GroupId"),
        Output::VpcEndpoint => attribute("SecretsEndpoint", "Id"),
        Output::ProxyId => Expression::PartOfArn(Box::new(attribute("Proxy", "DBProxyArn")), 6),
        Output::ProxyHost => attribute("Proxy", "Endpoint"),
        Output::FunctionVersion => attribute("FunctionVersion", "Version"),
    }
}

/// A list in the making.
pub(super) struct Draft<'a> {
    pub setup: &'a Setup,
    pub lower: Lower<'a>,
    pub stack: Stack,
}

impl Draft<'_> {
    /// A parameter with the setup's value; each is asked for once.
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
        (!self.setup.tags.is_empty()).then(|| tag_list(&self.setup.tags))
    }

    fn secret(&mut self) {
        let SecretSetup::Owned { name, description, key, .. } = &self.setup.secret else { return };
        let template = json!({ "username": self.setup.db_user }).to_string();
        let generated = properties([
            ("SecretStringTemplate", Some(template.as_str().into())),
            ("GenerateStringKey", Some("password".into())),
            ("PasswordLength", Some(PASSWORD_LENGTH.into())),
            ("ExcludeCharacters", Some(NOT_IN_PASSWORDS.into())),
        ]);
        let properties = properties([
            ("Name", Some(name.as_str().into())),
            ("Description", Some(description.as_str().into())),
            ("KmsKeyId", key.as_ref().map(|key| self.lower.text(&key.arn))),
            ("GenerateSecretString", Some(Expression::Map(generated))),
            ("Tags", self.tags()),
        ]);
        let mut secret = Resource::new("Secret", "AWS::SecretsManager::Secret", properties)
            .because("It outlives the stack: nobody can make its password again.");
        secret.kept = true;
        self.stack.resources.push(secret);
        self.stack.show("SecretArn", attribute("Secret", ""), "The secret of the database user");
    }

    fn role(&mut self) {
        let role = &self.setup.role;
        if !role.owned {
            return;
        }
        let policy = properties([
            ("PolicyName", Some(role.policy_name.as_str().into())),
            ("PolicyDocument", Some(self.lower.document(&role.policy))),
        ]);
        let properties = properties([
            ("RoleName", Some(role.name.as_str().into())),
            ("Path", Some(role.path.as_str().into())),
            ("Description", Some(role.description.as_str().into())),
            ("PermissionsBoundary", role.permissions_boundary.as_ref().map(|arn| self.lower.text(arn))),
            ("AssumeRolePolicyDocument", Some(self.lower.document(&role.trust))),
            ("Policies", Some(Expression::List(vec![Expression::Map(policy)]))),
            ("Tags", self.tags()),
        ]);
        self.stack.resources.push(Resource::new("ProxyRole", "AWS::IAM::Role", properties));
    }

    /// A group of the chain, its own or the one that is used.
    pub(super) fn group_id(&mut self, part: GroupPart) -> Expression {
        let id = self.setup.network.group(part).filter(|group| !group.owned).map(|group| group.id.as_str().into());
        match id {
            None => attribute(group_names(part).0, "GroupId"),
            Some(id) => self.parameter(group_names(part).1, ParameterKind::Group, id, group_names(part).2),
        }
    }

    pub(super) fn vpc(&mut self) -> Expression {
        let vpc = self.setup.network.vpc_id.as_str().into();
        self.parameter("VpcId", ParameterKind::Vpc, vpc, "The VPC of the proxy and the database")
    }

    /// Rules that let traffic out stand in their own group, those that let it in beside it: else two
    /// groups would wait for each other.
    fn groups(&mut self) {
        let network = &self.setup.network;
        for group in network.groups.iter().filter(|group| group.owned && network.group(group.part) == Some(group)) {
            let out: Vec<Expression> = network
                .rules
                .iter()
                .filter(|rule| rule.group == group.part && rule.direction == Direction::Egress)
                .map(|rule| Expression::Map(self.rule(rule)))
                .collect();
            let closed = out.is_empty();
            let made = self.group(group, if closed { vec![nowhere()] } else { out });
            self.stack.resources.push(if closed {
                made.because("A group without rules that let traffic out gets one from EC2 that lets all of it out.")
            } else {
                made
            });
        }
        for rule in &network.rules {
            let owned = network.group(rule.group).is_none_or(|group| group.owned);
            if owned && rule.direction == Direction::Egress {
                continue;
            }
            let kind = match rule.direction {
                Direction::Ingress => "AWS::EC2::SecurityGroupIngress",
                Direction::Egress => "AWS::EC2::SecurityGroupEgress",
            };
            let mut properties = vec![("GroupId".to_owned(), self.group_id(rule.group))];
            properties.extend(self.rule(rule));
            self.stack.resources.push(Resource::new(&rule_id(rule), kind, properties));
        }
        if network.group(GroupPart::Function).is_some_and(|group| group.owned) {
            self.stack.show(
                "FunctionGroupId",
                attribute("FunctionGroup", "GroupId"),
                "The security group for the function",
            );
        }
    }

    fn group(&mut self, group: &GroupSetup, out: Vec<Expression>) -> Resource {
        let vpc = self.vpc();
        let properties = properties([
            ("GroupName", Some(group.name.as_str().into())),
            ("GroupDescription", Some(group.description.as_str().into())),
            ("VpcId", Some(vpc)),
            ("SecurityGroupEgress", Some(Expression::List(out))),
            ("Tags", self.tags()),
        ]);
        Resource::new(group_names(group.part).0, "AWS::EC2::SecurityGroup", properties)
    }

    fn rule(&mut self, rule: &RuleSetup) -> Vec<(String, Expression)> {
        let peer = match rule.direction {
            Direction::Ingress => "SourceSecurityGroupId",
            Direction::Egress => "DestinationSecurityGroupId",
        };
        properties([
            ("Description", Some(rule.description.as_str().into())),
            ("IpProtocol", Some("tcp".into())),
            ("FromPort", Some(rule.port.into())),
            ("ToPort", Some(rule.port.into())),
            (peer, Some(self.group_id(rule.peer))),
        ])
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
            ("VpcEndpointType", Some("Interface".into())),
            ("VpcId", Some(self.vpc())),
            ("ServiceName", Some(service(&endpoint.service_name, &self.setup.account.region))),
            ("SubnetIds", Some(subnets)),
            ("SecurityGroupIds", group),
            ("PrivateDnsEnabled", Some(true.into())),
            ("Tags", self.tags()),
        ]);
        let mut made = Resource::new("SecretsEndpoint", "AWS::EC2::VPCEndpoint", properties);
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
            attribute("ProxyRole", "Arn")
        } else {
            let arn = self.lower.text(&proxy.role_arn);
            self.parameter("ProxyRoleArn", ParameterKind::Text, arn, "The role that the proxy assumes")
        };
        let auth: Vec<Expression> = proxy
            .auth
            .iter()
            .map(|auth| {
                Expression::Map(properties([
                    ("AuthScheme", Some("SECRETS".into())),
                    ("SecretArn", Some(self.lower.text(&auth.secret_arn))),
                    ("IAMAuth", Some(auth.iam_auth.api_name().into())),
                    ("ClientPasswordAuthType", auth.client_password_auth_type.as_deref().map(Expression::from)),
                ]))
            })
            .collect();
        let subnets = self.subnets();
        let groups = self.proxy_groups();
        let properties_of_proxy = properties([
            ("DBProxyName", Some(proxy.name.as_str().into())),
            ("EngineFamily", Some(proxy.family.api_name().into())),
            ("DefaultAuthScheme", proxy.default_iam_auth.then(|| "IAM_AUTH".into())),
            // An empty list is refused: without logins there is none.
            ("Auth", (!auth.is_empty()).then_some(auth.into())),
            ("RoleArn", Some(role)),
            ("VpcSubnetIds", Some(subnets)),
            ("VpcSecurityGroupIds", Some(groups)),
            ("RequireTLS", Some(proxy.require_tls.into())),
            ("IdleClientTimeout", Some(proxy.idle_client_timeout_secs.into())),
            ("DebugLogging", Some(proxy.debug_logging.into())),
            ("EndpointNetworkType", Some(proxy.endpoint_network_type.api_name().into())),
            ("TargetConnectionNetworkType", Some(proxy.target_connection_network_type.api_name().into())),
            ("Tags", self.tags()),
        ]);
        self.stack.resources.push(Resource::new("Proxy", "AWS::RDS::DBProxy", properties_of_proxy));

        let pool = &self.setup.pool;
        let pool = properties([
            ("MaxConnectionsPercent", Some(pool.max_connections_percent.into())),
            ("MaxIdleConnectionsPercent", Some(pool.max_idle_connections_percent.into())),
            ("ConnectionBorrowTimeout", Some(pool.borrow_timeout_secs.into())),
            ("SessionPinningFilters", pool.exclude_variable_sets.then(|| vec!["EXCLUDE_VARIABLE_SETS".into()].into())),
            ("InitQuery", pool.init_query.as_deref().map(Expression::from)),
        ]);
        let id = database.id.as_str().into();
        let id = self.parameter("DatabaseId", ParameterKind::Text, id, "Identifier of the database behind the proxy");
        let target = match database.kind {
            DatabaseKind::Cluster => "DBClusterIdentifiers",
            DatabaseKind::Instance => "DBInstanceIdentifiers",
        };
        let properties = properties([
            ("DBProxyName", Some(attribute("Proxy", ""))),
            ("TargetGroupName", Some("default".into())),
            (target, Some(vec![id].into())),
            ("ConnectionPoolConfigurationInfo", Some(Expression::Map(pool))),
        ]);
        self.stack.resources.push(Resource::new("ProxyTargetGroup", "AWS::RDS::DBProxyTargetGroup", properties));
        self.stack.show("ProxyEndpoint", attribute("Proxy", "Endpoint"), "The host that the function connects to");
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
        let properties = properties([
            ("RoleName", Some(role)),
            ("PolicyName", Some(access.policy_name.as_str().into())),
            ("PolicyDocument", Some(self.lower.document(&access.policy))),
        ]);
        self.stack.resources.push(Resource::new("FunctionPolicy", "AWS::IAM::RolePolicy", properties));
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
    }
}

/// `ProxyFromFunction`, `FunctionToProxy`.
pub(in crate::export) fn rule_id(rule: &RuleSetup) -> String {
    let word = |part| match part {
        GroupPart::Function => "Function",
        GroupPart::Proxy => "Proxy",
        GroupPart::Database => "Database",
        GroupPart::Endpoint => "Endpoint",
    };
    let way = match rule.direction {
        Direction::Ingress => "From",
        Direction::Egress => "To",
    };
    format!("{}{way}{}", word(rule.group), word(rule.peer))
}

/// Lets nothing out: no host has this address. The CDK writes the same rule.
/// <https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-ec2/lib/security-group.ts>
pub(super) fn nowhere() -> Expression {
    Expression::Map(properties([
        ("Description", Some("Disallow all traffic".into())),
        ("IpProtocol", Some("icmp".into())),
        ("FromPort", Some(252_u16.into())),
        ("ToPort", Some(86_u16.into())),
        ("CidrIp", Some("255.255.255.255/32".into())),
    ]))
}
