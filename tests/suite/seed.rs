//! A small company in an emulator, made with raw SDK calls: what must be there before a setup.
//!
//! Every call of [`seed`] makes its own, with names and (where the emulator knows accounts) an
//! account of its own, so that tests run side by side.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_config::retry::RetryConfig;
use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_credential_types::Credentials;
use aws_sdk_ec2::types::{AttributeBooleanValue, ResourceType, Tag, TagSpecification};
use aws_sdk_lambda::primitives::Blob;
use aws_sdk_lambda::types::{Environment, FunctionCode, Runtime, State, VpcConfig};
use rds_proxy_wizard::aws::Aws;
use rds_proxy_wizard::aws::token::SdkTokens;
use rds_proxy_wizard::cloud::{Connection, Reader, SystemClock, Wire};
use rds_proxy_wizard::domain::account::{Account, Mode};
use rds_proxy_wizard::domain::policy::Document;

const REGION: &str = "us-east-1";
/// A value of the functions' environment that must never leave the adapter.
pub const PLANTED: &str = "sk_live_planted_value";

/// What is there, by the names and ids a test needs.
#[derive(Debug, Clone)]
pub struct Seeded {
    /// Ends every name, so that two seeds in one account do not meet.
    pub mark: String,
    pub vpc_id: String,
    /// Private, in two zones.
    pub subnet_ids: Vec<String>,
    pub subnet_group: String,
    pub database_group_id: String,
    pub function_group_id: String,
    pub mysql: String,
    pub postgres: String,
    pub cluster: String,
    pub cluster_member: String,
    pub function_in_vpc: String,
    /// Has version 1 and the alias `live` on it.
    pub function_outside: String,
    pub function_role: String,
    /// `alias/…` of a customer managed key.
    pub key_alias: String,
}

/// The seeded company and the way into it.
pub struct World {
    /// For what the program itself never makes.
    pub config: SdkConfig,
    pub connection: Connection,
    pub seeded: Seeded,
}

/// Fills an account of the emulator at this address.
pub async fn seed(endpoint_url: &str) -> World {
    let mark = mark();
    let config = config(endpoint_url, &format!("{:012}", mark % 1_000_000_000_000)).await;
    let mark = format!("{:x}", mark % 0xffff_ffff);
    let vpc_id = vpc(&config, &mark).await;
    let (subnet_ids, database_group_id, function_group_id, function_role, key_alias) = futures::join!(
        subnets(&config, &vpc_id),
        group(&config, &vpc_id, format!("db-{mark}")),
        group(&config, &vpc_id, format!("function-{mark}")),
        role(&config, &mark),
        key(&config, &mark),
    );
    let (names, (function_in_vpc, function_outside)) = futures::join!(
        databases(&config, &mark, &subnet_ids, &database_group_id),
        functions(&config, &mark, &function_role, &subnet_ids, &function_group_id),
    );
    let [subnet_group, mysql, postgres, cluster, cluster_member] = names;
    let seeded = Seeded {
        mark,
        vpc_id,
        subnet_ids,
        subnet_group,
        database_group_id,
        function_group_id,
        mysql,
        postgres,
        cluster,
        cluster_member,
        function_in_vpc,
        function_outside,
        function_role,
        key_alias,
    };
    World { connection: connection(&config).await, config, seeded }
}

/// The way in with this configuration.
pub async fn connection(config: &SdkConfig) -> Connection {
    let aws = Aws::new(config);
    let caller = aws.caller().await.unwrap();
    Connection {
        account: Account {
            id: caller.account,
            alias: None,
            partition: "aws".into(),
            region: REGION.into(),
            principal: caller.arn,
            mode: Mode::Live,
        },
        profile: None,
        sign_in: None,
        writer: Arc::new(aws),
        clock: Arc::new(SystemClock),
        wire: Wire::Network(Arc::new(SdkTokens::new(config))),
        drill: None,
    }
}

/// Different for every seed on this machine.
fn mark() -> u64 {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let process = u64::from(std::process::id());
    now.as_millis() as u64 * 1000 + process * 7 + COUNT.fetch_add(1, Ordering::Relaxed)
}

/// Configuration for an account of an emulator at this address, as its root.
pub async fn config(endpoint_url: &str, account: &str) -> SdkConfig {
    config_with(endpoint_url, account, "test").await
}

/// Configuration for an emulator at this address, with these keys.
pub async fn config_with(endpoint_url: &str, key_id: &str, secret_key: &str) -> SdkConfig {
    aws_config::defaults(BehaviorVersion::latest())
        .region(Region::new(REGION))
        .credentials_provider(Credentials::new(key_id, secret_key, None, None, "test"))
        .endpoint_url(endpoint_url)
        .retry_config(RetryConfig::standard().with_max_attempts(2))
        .load()
        .await
}

async fn vpc(config: &SdkConfig, mark: &str) -> String {
    let ec2 = aws_sdk_ec2::Client::new(config);
    let name = Tag::builder().key("Name").value(format!("shop-{mark}")).build();
    let tags = TagSpecification::builder().resource_type(ResourceType::Vpc).tags(name).build();
    let made = ec2.create_vpc().cidr_block("10.20.0.0/16").tag_specifications(tags).send().await.unwrap();
    let id = made.vpc.unwrap().vpc_id.unwrap();
    let on = AttributeBooleanValue::builder().value(true).build();
    ec2.modify_vpc_attribute().vpc_id(&id).enable_dns_support(on.clone()).send().await.unwrap();
    ec2.modify_vpc_attribute().vpc_id(&id).enable_dns_hostnames(on).send().await.unwrap();
    id
}

async fn subnets(config: &SdkConfig, vpc_id: &str) -> Vec<String> {
    let ec2 = aws_sdk_ec2::Client::new(config);
    let mut ids = Vec::new();
    for (cidr, zone) in [("10.20.1.0/24", "us-east-1a"), ("10.20.2.0/24", "us-east-1b")] {
        let call = ec2.create_subnet().vpc_id(vpc_id).cidr_block(cidr).availability_zone(zone);
        ids.push(call.send().await.unwrap().subnet.unwrap().subnet_id.unwrap());
    }
    ids
}

async fn group(config: &SdkConfig, vpc_id: &str, name: String) -> String {
    let ec2 = aws_sdk_ec2::Client::new(config);
    let call = ec2.create_security_group().group_name(&name).description(name).vpc_id(vpc_id);
    call.send().await.unwrap().group_id.unwrap()
}

async fn role(config: &SdkConfig, mark: &str) -> String {
    let iam = aws_sdk_iam::Client::new(config);
    let name = format!("function-{mark}");
    let trust = Document::trust("lambda.amazonaws.com").to_json_line();
    iam.create_role().role_name(&name).assume_role_policy_document(trust).send().await.unwrap();
    let basic = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
    iam.attach_role_policy().role_name(&name).policy_arn(basic).send().await.unwrap();
    name
}

async fn key(config: &SdkConfig, mark: &str) -> String {
    let kms = aws_sdk_kms::Client::new(config);
    let key = kms.create_key().description("orders").send().await.unwrap().key_metadata.unwrap();
    let alias = format!("alias/orders-{mark}");
    kms.create_alias().alias_name(&alias).target_key_id(key.key_id).send().await.unwrap();
    alias
}

/// Subnet group, MySQL and PostgreSQL instances, an Aurora cluster and its one member.
async fn databases(config: &SdkConfig, mark: &str, subnets: &[String], group: &str) -> [String; 5] {
    let rds = aws_sdk_rds::Client::new(config);
    let subnet_group = format!("shop-{mark}");
    rds.create_db_subnet_group()
        .db_subnet_group_name(&subnet_group)
        .db_subnet_group_description("shop")
        .set_subnet_ids(Some(subnets.to_vec()))
        .send()
        .await
        .unwrap();
    let instance = |name: String, engine: &str, version: &str| {
        rds.create_db_instance()
            .db_instance_identifier(name)
            .engine(engine)
            .engine_version(version)
            .db_instance_class("db.t4g.micro")
            .allocated_storage(20)
            .master_username("master")
            .master_user_password("not-used-anywhere")
            .db_subnet_group_name(&subnet_group)
            .vpc_security_group_ids(group)
            .send()
    };
    let (mysql, postgres) = (format!("orders-{mark}"), format!("ledger-{mark}"));
    instance(mysql.clone(), "mysql", "8.0.39").await.unwrap();
    instance(postgres.clone(), "postgres", "16.3").await.unwrap();
    let cluster = format!("carts-{mark}");
    rds.create_db_cluster()
        .db_cluster_identifier(&cluster)
        .engine("aurora-mysql")
        .engine_version("8.0.mysql_aurora.3.08.0")
        .master_username("master")
        .master_user_password("not-used-anywhere")
        .db_subnet_group_name(&subnet_group)
        .vpc_security_group_ids(group)
        .send()
        .await
        .unwrap();
    let member = format!("carts-{mark}-1");
    rds.create_db_instance()
        .db_instance_identifier(&member)
        .db_cluster_identifier(&cluster)
        .engine("aurora-mysql")
        .db_instance_class("db.r6g.large")
        .send()
        .await
        .unwrap();
    [subnet_group, mysql, postgres, cluster, member]
}

/// One function in the VPC, one outside with a version and an alias.
async fn functions(config: &SdkConfig, mark: &str, role: &str, subnets: &[String], group: &str) -> (String, String) {
    let lambda = aws_sdk_lambda::Client::new(config);
    let role = aws_sdk_iam::Client::new(config).get_role().role_name(role).send().await.unwrap().role.unwrap().arn;
    let create = |name: &str| {
        let code = Blob::new(include_bytes!("../data/aws/function.zip").as_slice());
        let environment = Environment::builder().variables("LOG_LEVEL", "info").variables("STRIPE_KEY", PLANTED);
        lambda
            .create_function()
            .function_name(name)
            .runtime(Runtime::Python312)
            .handler("index.handler")
            .role(&role)
            .environment(environment.build())
            .code(FunctionCode::builder().zip_file(code).build())
    };
    let (inside, outside) = (format!("checkout-{mark}"), format!("report-{mark}"));
    let network = VpcConfig::builder().set_subnet_ids(Some(subnets.to_vec())).security_group_ids(group).build();
    create(&inside).vpc_config(network).send().await.unwrap();
    create(&outside).send().await.unwrap();
    for name in [&inside, &outside] {
        active(&lambda, name).await;
    }
    lambda.publish_version().function_name(&outside).send().await.unwrap();
    lambda.create_alias().function_name(&outside).name("live").function_version("1").send().await.unwrap();
    (inside, outside)
}

async fn active(lambda: &aws_sdk_lambda::Client, name: &str) {
    for _ in 0..200 {
        let now = lambda.get_function_configuration().function_name(name).send().await.unwrap();
        if now.state.is_none_or(|state| state == State::Active) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("`{name}` does not become active");
}
