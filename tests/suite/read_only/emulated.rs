//! The policy at work: a user who has nothing else validates through the real SDK, on an emulator
//! that enforces IAM, and everything that goes over the wire is held against the policy.

use std::collections::BTreeSet;
use std::time::Duration;

use rds_proxy_wizard::aws::Aws;
use rds_proxy_wizard::cloud::{Connection, DatabaseRef, NewProxy, NewRole, NewSecret, Reader};
use rds_proxy_wizard::discover::{Existing, observe_proxy};
use rds_proxy_wizard::domain::Tags;
use rds_proxy_wizard::domain::account::Account;
use rds_proxy_wizard::domain::database::{DatabaseKind, EngineFamily};
use rds_proxy_wizard::domain::observed::Observed;
use rds_proxy_wizard::domain::policy::{Document, OneOrMany, Statement};
use rds_proxy_wizard::domain::proxy::{IamAuth, NetworkType, ProxyAuth};
use rds_proxy_wizard::export::read_policy;
use secrecy::SecretString;

use super::actions;
use crate::between::Between;
use crate::seed::{World, config, config_with, seed};
use crate::services::service;

/// A proxy with a secret under a key of the customer, which a function rotates.
async fn set_up(world: &World) -> Existing {
    let (cloud, seeded) = (world.connection.writer.as_ref(), &world.seeded);
    let secret = NewSecret {
        name: format!("orders-{}", seeded.mark),
        description: "made by a test".into(),
        kms_key_id: Some(cloud.kms_key(&seeded.key_alias).await.unwrap().unwrap().arn),
        value: SecretString::from(r#"{"username":"app","password":"planted-password"}"#),
        tags: Tags::new(),
        token: "a-token-of-a-test-0123456789abcdef".into(),
    };
    let secret_arn = cloud.create_secret(secret).await.unwrap();
    let waiting = aws_sdk_secretsmanager::Client::new(&world.config).put_secret_value().secret_id(&secret_arn);
    waiting.secret_string("{}").version_stages("AWSPENDING").send().await.unwrap();
    let rotation = cloud.function(&seeded.function_outside).await.unwrap().unwrap().arn;
    let rotate = aws_sdk_secretsmanager::Client::new(&world.config).rotate_secret().secret_id(&secret_arn);
    rotate.rotation_lambda_arn(rotation).rotate_immediately(false).send().await.unwrap();
    let role = NewRole {
        name: format!("proxy-{}", seeded.mark),
        path: "/".into(),
        description: "made by a test".into(),
        trust: Document::trust("rds.amazonaws.com"),
        permissions_boundary: None,
        tags: Tags::new(),
    };
    let role_arn = cloud.create_role(role.clone()).await.unwrap();
    let read = Statement::allow(None, "secretsmanager:GetSecretValue", secret_arn.as_str());
    cloud.put_role_policy(&role.name, "read", &Document::new(vec![read])).await.unwrap();
    let proxy = NewProxy {
        name: format!("orders-{}", seeded.mark),
        family: EngineFamily::Mysql,
        auth: vec![ProxyAuth {
            secret_arn,
            iam_auth: IamAuth::Required,
            client_password_auth_type: None,
            description: None,
        }],
        default_iam_auth: false,
        role_arn,
        subnet_ids: seeded.subnet_ids.clone(),
        security_group_ids: vec![seeded.database_group_id.clone()],
        require_tls: true,
        idle_client_timeout_secs: 1800,
        debug_logging: false,
        endpoint_network_type: NetworkType::Ipv4,
        target_connection_network_type: NetworkType::Ipv4,
        tags: Tags::new(),
    };
    let made = cloud.create_proxy(proxy).await.unwrap();
    let database = DatabaseRef { kind: DatabaseKind::Instance, id: seeded.mysql.clone() };
    cloud.register_target(&made.name, &database).await.unwrap();
    let function = seeded.function_in_vpc.parse().unwrap();
    Existing { proxy: made.name, function: Some(function), read_secrets: true }
}

/// Actions for which ministack 1.5.33 does not find out which resource is meant: it takes only `*`.
const BLIND: &[&str] = &["rds:", "cloudwatch:DescribeAlarms", "iam:SimulatePrincipalPolicy"];

/// Parts that ministack guards by the permission of another action, which is not a reading one.
pub const MISNAMED: &[(&str, &str)] =
    &[("reserved_concurrency", "lambda:PutFunctionConcurrency"), ("provisioned_concurrency", "lambda:GetFunction ")];

/// The same policy, with `*` where ministack can check the action and not the resource.
pub fn as_ministack_reads(policy: &Document) -> Document {
    let split = |statement: &Statement| {
        let is_blind = |action: &&str| BLIND.iter().any(|blind| action.starts_with(blind));
        let (blind, rest): (Vec<&str>, Vec<&str>) = statement.action.iter().partition(is_blind);
        let owned = |actions: Vec<&str>| OneOrMany(actions.into_iter().map(str::to_owned).collect());
        let loose = Statement { action: owned(blind), resource: "*".into(), sid: None, ..statement.clone() };
        [loose, Statement { action: owned(rest), ..statement.clone() }]
    };
    let statements = policy.statement.iter().flat_map(split).filter(|statement| !statement.action.is_empty());
    Document::new(statements.collect())
}

/// A user of the account with this policy, whose calls go to `url`.
pub async fn user(world: &World, upstream: &str, url: &str, name: &str, policy: &Document) -> Aws {
    let iam = aws_sdk_iam::Client::new(&config(upstream, &world.connection.account.id).await);
    iam.create_user().user_name(name).send().await.unwrap();
    let made = iam.create_policy().policy_name(name).policy_document(policy.to_json_line()).send().await.unwrap();
    let arn = made.policy.unwrap().arn.unwrap();
    iam.attach_user_policy().user_name(name).policy_arn(arn).send().await.unwrap();
    let key = iam.create_access_key().user_name(name).send().await.unwrap().access_key.unwrap();
    Aws::new(&config_with(url, key.access_key_id(), key.secret_access_key()).await)
}

async fn look(reader: &dyn Reader, connection: &Connection, existing: &Existing) -> Observed {
    let observed = observe_proxy(reader, connection.clock.as_ref(), &connection.account, existing).await;
    Observed { at: None, account: Account::default(), ..observed }
}

/// The IAM action of a call as [`Between`] notes it.
fn action(call: &str) -> String {
    let (service, operation) = call.split_once(':').unwrap();
    let rest = |path: &str| match path.rsplit('/').next().unwrap() {
        "functions" => "ListFunctions",
        "configuration" => "GetFunctionConfiguration",
        "aliases" => "ListAliases",
        "concurrency" => "GetFunctionConcurrency",
        "provisioned-concurrency" => "ListProvisionedConcurrencyConfigs",
        _ if path.contains("/tags/") => "ListTags",
        other => panic!("{call}: {other}"),
    };
    match service {
        "lambda" => format!("lambda:{}", rest(operation)),
        "monitoring" => format!("cloudwatch:{}", operation.rsplit('/').next().unwrap()),
        _ => call.to_owned(),
    }
}

#[tokio::test]
async fn a_user_with_nothing_else_sees_what_root_sees() {
    let Some(upstream) = service("RPW_MINISTACK_AUTH_URL") else { return };
    let world = seed(&upstream).await;
    let existing = set_up(&world).await;
    let connection = &world.connection;
    let expected = look(connection.reader(), connection, &existing).await;
    assert!(expected.proxy.present().is_some() && expected.proxy_secrets[0].shape.present().is_some());

    for (name, one) in [("one", Some(&expected)), ("all", None)] {
        let policy = read_policy(&connection.account, one, true);
        let between = Between::start(&upstream, Duration::ZERO, Vec::new()).await;
        let guest = user(&world, &upstream, &between.url, name, &as_ministack_reads(&policy)).await;
        let (caller, alias) = futures::join!(guest.caller(), guest.account_alias());
        assert!(caller.unwrap().arn.ends_with(&format!(":user/{name}")));
        alias.unwrap();

        let seen = look(&guest, connection, &existing).await;
        let (seen, root) = (serde_json::to_value(&seen).unwrap(), serde_json::to_value(&expected).unwrap());
        let mut differ: Vec<String> = Vec::new();
        for (part, was) in root.as_object().unwrap() {
            let now = seen[part].to_string();
            let misnamed = MISNAMED.iter().any(|(of, asked)| of == part && now.contains(asked));
            if seen[part] != *was && !misnamed {
                differ.push(format!("{part}: {was} → {now}"));
            }
        }
        assert!(differ.is_empty(), "{name}: {differ:#?}");

        let calls: BTreeSet<String> = between.calls().iter().map(|call| action(call)).collect();
        let mut allowed = actions(&policy);
        // Secrets Manager's own call, in the user's name.
        assert!(allowed.remove("kms:Decrypt"));
        match one {
            Some(_) => assert_eq!(calls, allowed),
            None => assert!(calls.is_subset(&allowed), "{calls:?}"),
        }
    }
}
