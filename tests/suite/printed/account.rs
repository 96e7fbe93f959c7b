//! What AWS calls change in an account, as far as it is observed.

use rds_proxy_wizard::domain::database::{Database, DatabaseStatus, Parameter, ParameterStatus, ServerlessV2};
use rds_proxy_wizard::domain::monitoring::{Alarm, AlarmMetric, EventSubscription};
use rds_proxy_wizard::domain::network::{
    Direction, NetworkAclEntry, Peer, Route, SecurityGroupRule, Vpc, VpcEndpoint, VpcEndpointState,
};
use rds_proxy_wizard::domain::observed::{Observed, Part};
use rds_proxy_wizard::domain::policy::Document;
use rds_proxy_wizard::domain::proxy::{Proxy, Target, TargetHealth, TargetKind, TargetRole, TargetState};
use rds_proxy_wizard::domain::role::{AttachedPolicy, Role};
use rds_proxy_wizard::domain::secret::{KeyGrant, KeyState, KmsKey, ProxySecret, SecretShape, SecretVersion};
use serde_json::Value;

use super::Call;

/// What became of a call.
#[derive(Debug, PartialEq, Eq)]
pub enum Effect {
    Done,
    /// It only shows something.
    Shows,
    /// What it does is not in what is observed: at another time, or by a person.
    Elsewhere,
}

/// Carries a call out.
pub fn carry_out(account: &mut Observed, call: &Call) -> Effect {
    let input = &call.input;
    match call.operation.as_str() {
        name if ["Describe", "Get", "List"].iter().any(|verb| name.starts_with(verb)) => return Effect::Shows,
        "CreateNetworkAclEntry" => acl_entry(account, input),
        "AuthorizeSecurityGroupIngress" => authorize(account, input, Direction::Ingress),
        "AuthorizeSecurityGroupEgress" => authorize(account, input, Direction::Egress),
        "RevokeSecurityGroupIngress" | "RevokeSecurityGroupEgress" => revoke(account, input),
        "CreateVpcEndpoint" => vpc_endpoint(account, input),
        "ModifyVpcEndpoint" => modify_endpoint(account, input),
        "ModifyVpcAttribute" => modify_vpc(account, input),
        "ModifyVpcTenancy" => vpc(account, input).tenancy = text(input, "InstanceTenancy"),
        "AttachRolePolicy" => attach(account, input),
        "PutRolePolicy" => {
            let (name, document) = (text(input, "PolicyName"), document(input, "PolicyDocument"));
            role(account, input).inline.insert(name, document);
        }
        "DeleteRolePolicy" => {
            let name = text(input, "PolicyName");
            assert!(role(account, input).inline.remove(&name).is_some(), "{name}");
        }
        "UpdateAssumeRolePolicy" => {
            let trust = document(input, "PolicyDocument");
            role(account, input).trust = trust;
        }
        "CreateGrant" => secrets_of_key(account, input, |secret| {
            let grant = KeyGrant { grantee: text(input, "GranteePrincipal"), operations: texts(input, "Operations") };
            match &mut secret.key_grants {
                Part::Present(grants) => grants.push(grant),
                part => *part = Part::Present(vec![grant]),
            }
        }),
        "EnableKey" => secrets_of_key(account, input, |secret| key(secret).state = KeyState::Enabled),
        "CancelKeyDeletion" => secrets_of_key(account, input, |secret| key(secret).state = KeyState::Disabled),
        "PutKeyPolicy" => {
            secrets_of_key(account, input, |secret| secret.key_policy = Part::Present(document(input, "Policy")));
        }
        "ModifyDBProxy" => modify_proxy(account, input),
        "ModifyDBProxyTargetGroup" => modify_pool(account, input),
        "DeregisterDBProxyTargets" => account.targets = Part::Present(Vec::new()),
        "RegisterDBProxyTargets" => register(account, input),
        "ModifyDBInstance" | "ModifyDBCluster" => modify_database(account, input),
        "ModifyDBParameterGroup" => parameters(account, input),
        "RebootDBInstance" => {
            database(account).parameter_groups.iter_mut().for_each(|group| group.status = ParameterStatus::InSync)
        }
        "StartDBCluster" | "StartDBInstance" => database(account).status = DatabaseStatus::Available,
        "UpdateFunctionConfiguration" => function(account, input),
        "PutFunctionConcurrency" => {
            account.reserved_concurrency = Part::Present(number(input, "ReservedConcurrentExecutions"));
        }
        "PutSecretValue" => new_value(account, input),
        "RestoreSecret" => secret(account, input, |secret| present(&mut secret.secret).deleted = false),
        "PutMetricAlarm" => alarm(account, input),
        "CreateTopic" => {}
        "CreateEventSubscription" => push(
            &mut account.event_subscriptions,
            EventSubscription {
                name: text(input, "SubscriptionName"),
                source_type: Some(text(input, "SourceType")),
                source_ids: texts(input, "SourceIds"),
                enabled: true,
            },
        ),
        "PutRetentionPolicy" => {
            let (name, days) = (text(input, "logGroupName"), number(input, "retentionInDays"));
            let mut groups = present(&mut account.log_groups).iter_mut();
            groups.find(|group| group.name == name).unwrap().retention_days = Some(days);
        }
        "RotateSecret" | "RequestServiceQuotaIncrease" | "UpdateAlias" | "CreateDBProxyEndpoint" => {
            return Effect::Elsewhere;
        }
        other => panic!("what {other} changes is not known here: add it"),
    }
    Effect::Done
}

fn text(input: &Value, name: &str) -> String {
    input[name].as_str().unwrap_or_else(|| panic!("{name} in {input}")).to_owned()
}

fn texts(input: &Value, name: &str) -> Vec<String> {
    input[name].as_array().into_iter().flatten().map(|text| text.as_str().unwrap().to_owned()).collect()
}

fn number(input: &Value, name: &str) -> u32 {
    input[name].as_u64().unwrap().try_into().unwrap()
}

fn port(value: &Value) -> Option<u16> {
    value.as_u64().map(|port| port.try_into().unwrap())
}

fn document(input: &Value, name: &str) -> Document {
    let read = Document::read(&text(input, name));
    assert!(read.is_understood(), "{input}");
    read
}

fn present<T>(part: &mut Part<T>) -> &mut T {
    match part {
        Part::Present(value) => value,
        _ => panic!("a command about a part that is not there"),
    }
}

fn push<T>(part: &mut Part<Vec<T>>, item: T) {
    match part {
        Part::Present(items) => items.push(item),
        part => *part = Part::Present(vec![item]),
    }
}

fn acl_entry(account: &mut Observed, input: &Value) {
    let id = text(input, "NetworkAclId");
    let acl = present(&mut account.network_acls).iter_mut().find(|acl| acl.id == id).unwrap();
    let egress = input["Egress"].as_bool().unwrap();
    let entry = NetworkAclEntry {
        number: input["RuleNumber"].as_u64().unwrap().try_into().unwrap(),
        direction: if egress { Direction::Egress } else { Direction::Ingress },
        allow: Some(input["RuleAction"] == "allow"),
        protocol: text(input, "Protocol"),
        cidr: input["CidrBlock"].as_str().or(input["Ipv6CidrBlock"].as_str()).unwrap().to_owned(),
        from_port: port(&input["PortRange"]["From"]),
        to_port: port(&input["PortRange"]["To"]),
    };
    let taken = acl.entries.iter().any(|there| (there.number, there.direction) == (entry.number, entry.direction));
    assert!(!taken, "NetworkAclEntryAlreadyExists: {entry:?}");
    acl.entries.push(entry);
}

fn rules<'a>(account: &'a mut Observed, input: &Value) -> &'a mut Vec<SecurityGroupRule> {
    let id = text(input, "GroupId");
    let other = match &mut account.function_network {
        Part::Present(other) => Some(&mut other.security_groups),
        _ => None,
    };
    let groups = [Some(&mut account.security_groups), other].into_iter().flatten();
    let mut groups =
        groups.filter_map(|part| if let Part::Present(groups) = part { Some(groups) } else { None }).flatten();
    &mut groups.find(|group| group.id == id).unwrap_or_else(|| panic!("InvalidGroup.NotFound: {id}")).rules
}

fn authorize(account: &mut Observed, input: &Value, direction: Direction) {
    for permission in input["IpPermissions"].as_array().unwrap() {
        let peer = Peer::Group(text(&permission["UserIdGroupPairs"][0], "GroupId"));
        let rule = SecurityGroupRule {
            id: None,
            direction,
            protocol: text(permission, "IpProtocol"),
            from_port: port(&permission["FromPort"]),
            to_port: port(&permission["ToPort"]),
            peer,
            description: None,
        };
        let rules = rules(account, input);
        assert!(!rules.contains(&rule), "InvalidPermission.Duplicate: {rule:?}");
        rules.push(rule);
    }
}

fn revoke(account: &mut Observed, input: &Value) {
    let ids = texts(input, "SecurityGroupRuleIds");
    let rules = rules(account, input);
    let before = rules.len();
    rules.retain(|rule| rule.id.as_ref().is_none_or(|id| !ids.contains(id)));
    assert_eq!(before - rules.len(), ids.len(), "InvalidSecurityGroupRuleId.NotFound: {ids:?}");
}

/// The networks that were read: the database's and the function's own.
fn endpoints(account: &mut Observed) -> Vec<&mut Part<Vec<VpcEndpoint>>> {
    let other = match &mut account.function_network {
        Part::Present(other) => Some(&mut other.vpc_endpoints),
        _ => None,
    };
    [Some(&mut account.vpc_endpoints), other].into_iter().flatten().collect()
}

fn vpc<'a>(account: &'a mut Observed, input: &Value) -> &'a mut Vpc {
    let id = text(input, "VpcId");
    let other = match &mut account.function_network {
        Part::Present(other) => Some(&mut other.vpc),
        _ => None,
    };
    let vpcs = [Some(&mut account.vpc), other].into_iter().flatten();
    let mut vpcs = vpcs.filter_map(|part| if let Part::Present(vpc) = part { Some(vpc) } else { None });
    vpcs.find(|vpc| vpc.id == id).unwrap_or_else(|| panic!("InvalidVpcID.NotFound: {id}"))
}

fn modify_vpc(account: &mut Observed, input: &Value) {
    let vpc = vpc(account, input);
    let value = |name: &str| input[name]["Value"].as_bool();
    vpc.dns_support = value("EnableDnsSupport").or(vpc.dns_support);
    vpc.dns_hostnames = value("EnableDnsHostnames").or(vpc.dns_hostnames);
}

fn vpc_endpoint(account: &mut Observed, input: &Value) {
    let gateway = input["VpcEndpointType"] == "Gateway";
    assert!(gateway || vpc(account, input).dns_hostnames == Some(true), "private DNS takes DNS hostnames");
    let security_group_ids = texts(input, "SecurityGroupIds");
    assert!(gateway || !security_group_ids.is_empty(), "the default group would be on it, which lets nobody else in");
    let endpoint = VpcEndpoint {
        id: "vpce-made".to_owned(),
        vpc_id: text(input, "VpcId"),
        service_name: text(input, "ServiceName"),
        kind: text(input, "VpcEndpointType"),
        state: VpcEndpointState::Available,
        subnet_ids: texts(input, "SubnetIds"),
        security_group_ids,
        private_dns: input["PrivateDnsEnabled"].as_bool().unwrap_or(false),
        policy: None,
        tags: Default::default(),
    };
    let ids = texts(input, "RouteTableIds");
    let other = match &mut account.function_network {
        Part::Present(other) => Some(&mut other.route_tables),
        _ => None,
    };
    for part in [Some(&mut account.route_tables), other].into_iter().flatten() {
        let Part::Present(tables) = part else { continue };
        for table in tables.iter_mut().filter(|table| ids.contains(&table.id)) {
            let destination = "pl-of-the-service".to_owned();
            table.routes.push(Route { destination, target: endpoint.id.clone(), active: true });
        }
    }
    // Where two networks were read, the function's is the second.
    push(endpoints(account).pop().unwrap(), endpoint);
}

fn modify_endpoint(account: &mut Observed, input: &Value) {
    let id = text(input, "VpcEndpointId");
    let mut all = endpoints(account).into_iter().flat_map(present);
    let endpoint = all.find(|endpoint| endpoint.id == id).unwrap();
    endpoint.private_dns = input["PrivateDnsEnabled"].as_bool().unwrap_or(endpoint.private_dns);
    endpoint.subnet_ids.extend(texts(input, "AddSubnetIds"));
    if input.get("PolicyDocument").is_some() {
        endpoint.policy = Some(document(input, "PolicyDocument"));
    }
}

fn role<'a>(account: &'a mut Observed, input: &Value) -> &'a mut Role {
    let name = text(input, "RoleName");
    let roles = [&mut account.function_role, &mut account.proxy_role].into_iter();
    let mut roles = roles.filter_map(|part| if let Part::Present(role) = part { Some(role) } else { None });
    roles.find(|role| role.name == name).unwrap_or_else(|| panic!("NoSuchEntity: {name}"))
}

fn attach(account: &mut Observed, input: &Value) {
    let arn = text(input, "PolicyArn");
    let name = arn.rsplit('/').next().unwrap().to_owned();
    role(account, input).attached.push(AttachedPolicy { name, arn, document: None });
}

fn secret(account: &mut Observed, input: &Value, change: impl FnOnce(&mut ProxySecret)) {
    let id = text(input, "SecretId");
    let secret = account.proxy_secrets.iter_mut().find(|secret| secret.arn == id);
    change(secret.unwrap_or_else(|| panic!("ResourceNotFoundException: {id}")));
}

fn secrets_of_key(account: &mut Observed, input: &Value, change: impl Fn(&mut ProxySecret)) {
    let id = text(input, "KeyId");
    let mut known = false;
    for secret in &mut account.proxy_secrets {
        if secret.key.present().is_some_and(|key| key.arn == id) {
            change(secret);
            known = true;
        }
    }
    assert!(known, "NotFoundException: {id}");
}

fn key(secret: &mut ProxySecret) -> &mut KmsKey {
    present(&mut secret.key)
}

fn new_value(account: &mut Observed, input: &Value) {
    let value: Value = serde_json::from_str(&text(input, "SecretString")).unwrap();
    secret(account, input, |secret| {
        secret.shape = Part::Present(SecretShape {
            is_json_object: true,
            username: value["username"].as_str().map(str::to_owned),
            has_password: value["password"].is_string(),
            keys: value.as_object().unwrap().keys().cloned().collect(),
            ..SecretShape::default()
        });
        let stages = vec!["AWSCURRENT".to_owned()];
        push(&mut secret.versions, SecretVersion { id: "new".to_owned(), stages: stages.clone(), created: None });
        present(&mut secret.secret).version_stages = Some([("new".to_owned(), stages)].into());
    });
}

fn proxy<'a>(account: &'a mut Observed, input: &Value) -> &'a mut Proxy {
    let proxy = present(&mut account.proxy);
    assert_eq!(proxy.name, text(input, "DBProxyName"));
    proxy
}

fn modify_proxy(account: &mut Observed, input: &Value) {
    let proxy = proxy(account, input);
    let flag = |name: &str, is: bool| input[name].as_bool().unwrap_or(is);
    proxy.require_tls = flag("RequireTLS", proxy.require_tls);
    proxy.debug_logging = flag("DebugLogging", proxy.debug_logging);
    if let Some(seconds) = input["IdleClientTimeout"].as_u64() {
        proxy.idle_client_timeout_secs = seconds.try_into().unwrap();
    }
    let Some(auth) = input["Auth"].as_array() else { return };
    proxy.auth = auth
        .iter()
        .map(|entry| {
            assert_eq!(entry["AuthScheme"], "SECRETS");
            serde_json::from_value(serde_json::json!({
                "secret_arn": entry["SecretArn"],
                "iam_auth": entry["IAMAuth"],
                "client_password_auth_type": entry["ClientPasswordAuthType"],
            }))
            .unwrap()
        })
        .collect();
    let named: Vec<String> = proxy.auth.iter().map(|auth| auth.secret_arn.clone()).collect();
    let known = std::mem::take(&mut account.proxy_secrets);
    // Of a secret that nobody read nothing is known afterwards either.
    account.proxy_secrets =
        named.iter().filter_map(|arn| known.iter().find(|secret| secret.arn == *arn).cloned()).collect();
}

fn modify_pool(account: &mut Observed, input: &Value) {
    assert_eq!(text(input, "TargetGroupName"), "default");
    proxy(account, input);
    let config = &input["ConnectionPoolConfig"];
    let pool = present(&mut account.pool);
    let number = |name: &str| config[name].as_u64();
    if let Some(seconds) = number("ConnectionBorrowTimeout") {
        pool.borrow_timeout_secs = seconds.try_into().unwrap();
    }
    if let Some(percent) = number("MaxConnectionsPercent") {
        let percent: u8 = percent.try_into().unwrap();
        let grows = f64::from(percent) / f64::from(pool.max_connections_percent);
        pool.max_connections_percent = percent;
        // An hour later the metric is of the pool as it is now.
        if let Part::Present(metrics) = &mut account.metrics {
            let allowed = metrics.iter_mut().filter(|metric| metric.id == "pool");
            allowed.flat_map(|metric| &mut metric.values).for_each(|value| *value *= grows);
        }
    }
    if let Some(filters) = config["SessionPinningFilters"].as_array() {
        pool.exclude_variable_sets = !filters.is_empty();
    }
}

fn register(account: &mut Observed, input: &Value) {
    assert!(account.targets.items().is_empty(), "DBProxyTargetAlreadyRegisteredFault");
    let ids = [texts(input, "DBInstanceIdentifiers"), texts(input, "DBClusterIdentifiers")].concat();
    let database = database(account);
    if ids != [database.id.clone()] {
        // What else is registered has its own place in the account.
        database.id.clone_from(&ids[0]);
        database.replica_of = None;
    }
    let target = Target {
        kind: TargetKind::RdsInstance,
        id: ids[0].clone(),
        tracked_cluster: None,
        endpoint: database.host.clone(),
        port: database.port,
        role: Some(TargetRole::ReadWrite),
        health: Some(TargetHealth { state: TargetState::Available, reason: None, description: None }),
    };
    account.targets = Part::Present(vec![target]);
}

fn database(account: &mut Observed) -> &mut Database {
    present(&mut account.database)
}

fn modify_database(account: &mut Observed, input: &Value) {
    let database = database(account);
    database.iam_auth = input["EnableIAMDatabaseAuthentication"].as_bool().unwrap_or(database.iam_auth);
    database.publicly_accessible = input["PubliclyAccessible"].as_bool().unwrap_or(database.publicly_accessible);
    database.log_exports.extend(texts(&input["CloudwatchLogsExportConfiguration"], "EnableLogTypes"));
    let scaling = &input["ServerlessV2ScalingConfiguration"];
    if let (Some(min_acu), Some(max_acu)) = (scaling["MinCapacity"].as_f64(), scaling["MaxCapacity"].as_f64()) {
        database.serverless_v2 = Some(ServerlessV2 { min_acu, max_acu });
    }
}

fn parameters(account: &mut Observed, input: &Value) {
    let group = text(input, "DBParameterGroupName");
    for new in input["Parameters"].as_array().unwrap() {
        let (name, value) = (text(new, "ParameterName"), text(new, "ParameterValue"));
        let there = present(&mut account.parameters);
        there.retain(|parameter| (&parameter.group, &parameter.name) != (&group, &name));
        there.push(Parameter { group: group.clone(), name, value, set_by_user: true });
    }
}

fn function(account: &mut Observed, input: &Value) {
    let function = present(&mut account.function);
    assert_eq!(function.name, text(input, "FunctionName"));
    if let Some(seconds) = input["Timeout"].as_u64() {
        function.timeout_secs = seconds.try_into().unwrap();
    }
    if let Some(runtime) = input["Runtime"].as_str() {
        function.runtime = Some(runtime.to_owned());
    }
    if let (Some(vpc), Some(allowed)) = (&mut function.vpc, input["VpcConfig"]["Ipv6AllowedForDualStack"].as_bool()) {
        vpc.ipv6_allowed = allowed;
    }
}

fn alarm(account: &mut Observed, input: &Value) {
    let metric = |of: &Value| AlarmMetric {
        namespace: text(of, "Namespace"),
        name: text(of, "MetricName"),
        dimensions: of["Dimensions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|dimension| (text(dimension, "Name"), text(dimension, "Value")))
            .collect(),
    };
    let metrics = match input["Metrics"].as_array() {
        Some(all) => all.iter().filter_map(|one| one.get("MetricStat")).map(|stat| metric(&stat["Metric"])).collect(),
        None => vec![metric(input)],
    };
    push(&mut account.alarms, Alarm { name: text(input, "AlarmName"), metrics });
}
