//! A proxy that nobody here designed, made by hand in an emulator, is read back as it was made.

use std::collections::BTreeMap;

use rds_proxy_wizard::cloud::{DatabaseRef, FunctionChange, GroupRule, NewProxy, NewRole, NewSecret, NewSecurityGroup};
use rds_proxy_wizard::design::adopted;
use rds_proxy_wizard::discover::{Existing, observe_to_adopt};
use rds_proxy_wizard::domain::Tags;
use rds_proxy_wizard::domain::database::{DatabaseKind, EngineFamily};
use rds_proxy_wizard::domain::network::Direction;
use rds_proxy_wizard::domain::policy::{Document, Statement};
use rds_proxy_wizard::domain::proxy::{AuthMode, IamAuth, NetworkType, PoolSettings, ProxyAuth};
use rds_proxy_wizard::domain::setup::{GroupPart, SecretSetup};
use rds_proxy_wizard::export::live;
use secrecy::SecretString;

use crate::seed::{PLANTED, World, seed};
use crate::services::service;

async fn secret(world: &World, name: &str, user: &str) -> String {
    let value = format!(r#"{{"username":"{user}","password":"planted-password"}}"#);
    let new = NewSecret {
        name: name.to_owned(),
        description: format!("Login of {user}"),
        kms_key_id: None,
        value: SecretString::from(value),
        tags: Tags::from([("team".to_owned(), "shop".to_owned())]),
        token: format!("a-token-of-a-test-0123456789-{user}"),
    };
    world.connection.writer.create_secret(new).await.unwrap()
}

/// What stands there after somebody's work by hand.
pub struct ByHand {
    pub name: String,
    first: String,
    cashier: String,
    auditor: String,
    role: NewRole,
    role_arn: String,
    reads: Document,
    group_id: String,
    pool: PoolSettings,
    prx: String,
    host: String,
}

/// Two logins of unlike kinds, an hour of idling, a role under a path, a pool of its own.
pub async fn make_by_hand(world: &World) -> ByHand {
    let (seeded, cloud, account) = (&world.seeded, &world.connection.writer, &world.connection.account);
    let name = format!("till-{}", seeded.mark);
    let (first, second) = (format!("till/{}/cashier", seeded.mark), format!("till/{}/auditor", seeded.mark));
    let cashier = secret(world, &first, "cashier").await;
    let auditor = secret(world, &second, "auditor").await;
    let role = NewRole {
        name: format!("till-door-{}", seeded.mark),
        path: "/shop/doors/".into(),
        description: "Opens the till".into(),
        trust: Document::trust("rds.amazonaws.com"),
        permissions_boundary: None,
        tags: Tags::new(),
    };
    let role_arn = cloud.create_role(role.clone()).await.unwrap();
    let iam = aws_sdk_iam::Client::new(&world.config);
    iam.update_role().role_name(&role.name).max_session_duration(7200).send().await.unwrap();
    let reads = Document::new(vec![
        Statement::allow(Some("Cashier"), "secretsmanager:GetSecretValue", cashier.as_str()),
        Statement::allow(Some("Auditor"), "secretsmanager:GetSecretValue", auditor.as_str()),
    ]);
    cloud.put_role_policy(&role.name, "both-logins", &reads).await.unwrap();
    let group = NewSecurityGroup {
        name: format!("till-{}", seeded.mark),
        description: "The till".into(),
        vpc_id: seeded.vpc_id.clone(),
        tags: Tags::new(),
    };
    let group_id = cloud.create_security_group(group).await.unwrap();
    let rule = GroupRule {
        group_id: group_id.clone(),
        direction: Direction::Ingress,
        port: 3306,
        peer_group_id: seeded.function_group_id.clone(),
        description: "tills".into(),
    };
    cloud.authorize(&rule).await.unwrap();
    let login = |secret_arn: &String, iam_auth| ProxyAuth {
        secret_arn: secret_arn.clone(),
        iam_auth,
        client_password_auth_type: None,
        description: None,
    };
    let new = NewProxy {
        name: name.clone(),
        family: EngineFamily::Mysql,
        auth: vec![login(&cashier, IamAuth::Required), login(&auditor, IamAuth::Disabled)],
        default_iam_auth: false,
        role_arn: role_arn.clone(),
        subnet_ids: seeded.subnet_ids.clone(),
        security_group_ids: vec![group_id.clone()],
        require_tls: true,
        idle_client_timeout_secs: 3600,
        debug_logging: true,
        endpoint_network_type: NetworkType::Ipv4,
        target_connection_network_type: NetworkType::Ipv4,
        tags: Tags::from([("team".to_owned(), "shop".to_owned())]),
    };
    cloud.create_proxy(new.clone()).await.unwrap();
    let host = loop {
        let there = cloud.proxy(&name).await.unwrap().unwrap();
        if let (Some(host), "available") = (&there.endpoint, there.status.as_str()) {
            break host.clone();
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    };
    let pool = PoolSettings {
        max_connections_percent: 40,
        max_idle_connections_percent: 7,
        borrow_timeout_secs: 9,
        exclude_variable_sets: true,
        init_query: Some("SET time_zone = '+00:00'".into()),
    };
    cloud.modify_pool(&name, &pool).await.unwrap();
    let database = DatabaseRef { kind: DatabaseKind::Instance, id: seeded.mysql.clone() };
    cloud.register_target(&name, &database).await.unwrap();
    let prx = cloud.proxy(&name).await.unwrap().unwrap().resource_id().to_owned();
    let may = account.arn("rds-db", &format!("dbuser:{prx}/cashier"));
    let connects = Document::new(vec![Statement::allow(Some("Till"), "rds-db:connect", may)]);
    cloud.put_role_policy(&seeded.function_role, "open-the-till", &connects).await.unwrap();
    let variables = [("TILL_DB_HOST", host.as_str()), ("TILL_DB_USER", "cashier"), ("TILL_DB_NAME", "sales")];
    let change = FunctionChange {
        set_environment: variables.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
        ..FunctionChange::default()
    };
    cloud.update_function(&seeded.function_in_vpc, &change).await.unwrap();
    ByHand { name, first, cashier, auditor, role, role_arn, reads, group_id, pool, prx, host }
}

#[tokio::test]
async fn what_was_made_by_hand_is_adopted_as_it_was_made() {
    let Some(url) = service("RPW_MINISTACK_URL") else { return };
    let world = seed(&url).await;
    let (seeded, account) = (&world.seeded, &world.connection.account);
    let ByHand { name, first, cashier, auditor, role, role_arn, reads, group_id, pool, prx, host } =
        make_by_hand(&world).await;

    // Nobody says which function it is.
    let asked = Existing { proxy: name.clone(), function: None, read_secrets: true };
    let observed = observe_to_adopt(world.connection.reader(), world.connection.clock.as_ref(), account, &asked).await;
    let observed = observed.unwrap_or_else(|obstacles| panic!("{obstacles:#?}"));
    let setup = adopted(&observed, None).unwrap_or_else(|obstacles| panic!("{obstacles:#?}"));

    assert_eq!(
        (setup.name.as_str(), setup.auth_mode, setup.db_user.as_str()),
        (&*name, AuthMode::StandardIam, "cashier")
    );
    // Who clients are checked as is AWS's to fill in.
    let logins: Vec<_> = setup.proxy.auth.iter().map(|auth| (&auth.secret_arn, &auth.iam_auth)).collect();
    assert_eq!(logins, [(&cashier, &IamAuth::Required), (&auditor, &IamAuth::Disabled)]);
    assert_eq!((setup.proxy.idle_client_timeout_secs, setup.proxy.debug_logging), (3600, true));
    assert!(setup.proxy.require_tls && !setup.proxy.default_iam_auth);
    assert_eq!(setup.pool, pool);
    assert_eq!((setup.database.id.as_str(), setup.database.database_name.as_deref()), (&*seeded.mysql, Some("sales")));
    assert_eq!((&setup.role.name, &setup.role.arn, &setup.proxy.role_arn), (&role.name, &role_arn, &role_arn));
    assert_eq!((setup.role.path.as_str(), setup.role.description.as_str()), ("/shop/doors/", "Opens the till"));
    assert_eq!(setup.role.max_session_secs, Some(7200));
    assert_eq!((setup.role.policy_name.as_str(), &setup.role.policy), ("both-logins", &reads));
    assert!(setup.role.owned, "{:#?}", setup.notes);
    let SecretSetup::Used { name: of, arn, rds_managed: false, .. } = &setup.secret else {
        panic!("{:?}", setup.secret)
    };
    assert_eq!((of, arn), (&first, &cashier));
    assert_eq!(setup.network.group_ids(GroupPart::Proxy), std::slice::from_ref(&group_id));
    assert_eq!(setup.network.group_ids(GroupPart::Function), std::slice::from_ref(&seeded.function_group_id));
    assert_eq!(setup.network.group_ids(GroupPart::Database), std::slice::from_ref(&seeded.database_group_id));
    assert!(setup.network.rules.is_empty() && setup.network.groups.iter().all(|group| !group.owned));
    let mut subnets = setup.network.chosen_subnet_ids();
    subnets.sort();
    let mut made = seeded.subnet_ids.clone();
    made.sort();
    assert_eq!(subnets, made);
    let access = &setup.access;
    assert_eq!((&access.function_name, access.moves), (&seeded.function_in_vpc, false));
    assert_eq!((access.policy_name.as_str(), access.policy_owned), ("open-the-till", true));
    assert!(access.policy.to_json().contains("dbuser:${PROXY_ID}/cashier"), "{}", access.policy.to_json());
    let wanted: BTreeMap<String, String> =
        [("TILL_DB_HOST", "${PROXY_HOST}"), ("TILL_DB_USER", "cashier"), ("TILL_DB_NAME", "sales")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into();
    assert_eq!(access.environment, wanted);
    assert_eq!(access.kept_variables, ["LOG_LEVEL", "STRIPE_KEY"]);
    assert_eq!(setup.tags.get("team").map(String::as_str), Some("shop"));
    let text = serde_json::to_string(&setup).unwrap();
    assert!(!text.contains(PLANTED) && !text.contains("planted-password"));

    let live = live(&setup, &observed).unwrap();
    let there = live.proxy.unwrap();
    assert_eq!((there.id, there.host), (prx, Some(host)));
    assert!(live.role && live.role_policy && live.function_policy && live.target);
    assert!(live.secret_arn.is_none() && live.proxy_group.is_none());
}
