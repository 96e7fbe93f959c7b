//! A small company in an account of its own, and the line to it on which faults strike.

use std::sync::Arc;
use std::time::Duration;

use aws_config::SdkConfig;
use aws_sdk_lambda::primitives::Blob;
use aws_sdk_lambda::types::{FunctionCode, Runtime, VpcConfig};
use aws_smithy_async::rt::sleep::{AsyncSleep, SharedAsyncSleep, Sleep};
use rds_proxy_wizard::apply::{Engine, Stop, Store, Typed};
use rds_proxy_wizard::aws::Aws;
use rds_proxy_wizard::aws::session::{Opening, configure};
use rds_proxy_wizard::cloud::{
    Connection, DatabaseRef, FunctionChange, NewProxy, NewRole, NewSecret, NewSecurityGroup, Reader, Writer,
};
use rds_proxy_wizard::design::names;
use rds_proxy_wizard::discover::{Existing, observe_proxy};
use rds_proxy_wizard::domain::choices::{Choices, SecretSource};
use rds_proxy_wizard::domain::database::{DatabaseKind, EngineFamily};
use rds_proxy_wizard::domain::function::{FunctionState, UpdateStatus};
use rds_proxy_wizard::domain::policy::{Document, Statement};
use rds_proxy_wizard::domain::proxy::{AuthMode, IamAuth, NetworkType, ProxyAuth};
use rds_proxy_wizard::domain::{PROGRAM, TAG_MADE_BY, TAG_SETUP, Tags};
use rds_proxy_wizard::migration;
use rds_proxy_wizard::plan::{Migration, NewLogin, Plan, Wish, repair};
use rds_proxy_wizard::rules::check_all;
use secrecy::SecretString;
use serde_json::Value;

use super::picture;
use super::strike::Line;
use crate::between::Between;
use crate::emulated::{Hasty, assert_read, choices, look, planned};
use crate::seed::{Seeded, seed};

/// What is set up, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flow {
    /// Standard IAM for a function in the VPC.
    StandardIam,
    /// A password for a function outside.
    Password,
    /// End-to-end IAM on a cluster.
    EndToEndIam,
    /// Standard IAM, the secret under a key of the customer.
    CustomerKey,
    /// A version is published and the alias moved to it.
    Alias,
    /// Standard IAM on a cluster with a reader, whose reads have an endpoint of their own.
    ReadOnlyEndpoint,
    /// A proxy that is there and differs: its settings and its pool are changed.
    ExistingProxy,
    /// A broken proxy, mended from its findings.
    Repair,
    /// Two functions and a user more on the proxy of others.
    UsedProxy,
    /// The proxy of others has no database yet: it gets this one.
    EmptyProxy,
    /// A function that comes to the database directly moves to the proxy of others.
    ThroughProxy,
    /// On the proxy of others: a function moves to a login of its own, in end-to-end IAM.
    OwnLogin,
}

impl Flow {
    pub const ALL: [Self; 12] = [
        Self::StandardIam,
        Self::Password,
        Self::EndToEndIam,
        Self::CustomerKey,
        Self::Alias,
        Self::ReadOnlyEndpoint,
        Self::ExistingProxy,
        Self::Repair,
        Self::UsedProxy,
        Self::EmptyProxy,
        Self::ThroughProxy,
        Self::OwnLogin,
    ];

    /// Its proxy is there before, with secret, role and group.
    fn finds_the_proxy(self) -> bool {
        matches!(self, Self::ExistingProxy | Self::Repair) || self.is_on_anothers_proxy()
    }

    /// The secret that its choices name is there before.
    fn keeps_the_secret(self) -> bool {
        self.finds_the_proxy() && !matches!(self, Self::UsedProxy | Self::EmptyProxy)
    }

    /// That proxy is not the setup's: nothing but what is added to it goes with an undo.
    fn is_on_anothers_proxy(self) -> bool {
        matches!(self, Self::UsedProxy | Self::EmptyProxy | Self::ThroughProxy | Self::OwnLogin)
    }

    /// What is planned from findings, and not from choices.
    fn migration(self) -> Option<Migration> {
        match self {
            Self::ThroughProxy => Some(Migration::ThroughProxy),
            Self::OwnLogin => {
                Some(Migration::Login { login: NewLogin::EndToEndIam, user: "orders_app_iam".to_owned() })
            }
            _ => None,
        }
    }
}

/// The SDK's own pauses forty times as short, and its limits six times: a call that hangs is given up
/// after five seconds, one that is slow on a busy machine is not.
#[derive(Debug)]
struct Hurried;

impl AsyncSleep for Hurried {
    fn sleep(&self, duration: Duration) -> Sleep {
        let is_limit = duration >= Duration::from_secs(4);
        let hurried = if is_limit { (duration / 6).max(Duration::from_secs(2)) } else { duration / 40 };
        Sleep::new(tokio::time::sleep(hurried))
    }
}

/// The company and the ways in.
pub struct World {
    pub flow: Flow,
    pub line: Arc<Line>,
    seeded: Seeded,
    /// Without the line.
    config: SdkConfig,
    direct: Connection,
    through: Connection,
    store: tempfile::TempDir,
    _between: Between,
}

impl World {
    /// A new one, at rest; nothing of a setup is there.
    pub async fn open(url: &str, flow: Flow) -> Self {
        let seeded = seed(url).await;
        let line = Arc::new(Line::default());
        let between = Between::scripted(url, Duration::ZERO, line.clone()).await;
        let opening = Opening {
            region: Some(seeded.connection.account.region.clone()),
            endpoint_url: Some(between.url.clone()),
            ..Opening::default()
        };
        // As the program opens an account, but for the credentials and the hurry.
        let config = configure(&opening).await.unwrap().into_builder();
        let config = config
            .credentials_provider(seeded.config.credentials_provider().unwrap())
            .sleep_impl(SharedAsyncSleep::new(Hurried))
            .build();
        let clock = Arc::new(Hasty::default());
        let through = Connection { writer: Arc::new(Aws::new(&config)), clock, ..seeded.connection.clone() };
        if flow == Flow::ReadOnlyEndpoint {
            reader(&seeded.config, &seeded.seeded).await;
        }
        if flow.finds_the_proxy() {
            existing_proxy(seeded.connection.writer.as_ref(), &seeded.seeded, flow).await;
        }
        match flow {
            Flow::UsedProxy => {
                second_function(&seeded.config, &seeded.seeded).await;
                settled(seeded.connection.reader(), &second_name(&seeded.seeded)).await;
            }
            Flow::ThroughProxy => direct_function(&seeded.connection, &seeded.seeded).await,
            Flow::OwnLogin => function_on_the_proxy(&seeded.connection, &seeded.seeded).await,
            _ => {}
        }
        Self {
            flow,
            line,
            seeded: seeded.seeded,
            config: seeded.config,
            direct: seeded.connection,
            through,
            store: in_memory_where_there_is_one(),
            _between: between,
        }
    }

    /// What a person picks.
    pub fn choices(&self) -> Choices {
        let seeded = &self.seeded;
        let mut picked = match self.flow {
            Flow::StandardIam => choices(&seeded.mysql, &seeded.function_in_vpc, AuthMode::StandardIam),
            Flow::Password => choices(&seeded.postgres, &seeded.function_outside, AuthMode::Password),
            Flow::EndToEndIam => choices(&seeded.cluster, &seeded.function_in_vpc, AuthMode::EndToEndIam),
            Flow::ReadOnlyEndpoint => choices(&seeded.cluster, &seeded.function_in_vpc, AuthMode::StandardIam),
            Flow::CustomerKey | Flow::Alias => choices(&seeded.mysql, &seeded.function_outside, AuthMode::StandardIam),
            Flow::ExistingProxy
            | Flow::Repair
            | Flow::UsedProxy
            | Flow::EmptyProxy
            | Flow::ThroughProxy
            | Flow::OwnLogin => choices(&seeded.mysql, &seeded.function_in_vpc, AuthMode::StandardIam),
        };
        picked.access.database_name = Some("orders".into());
        picked.secret.user = Some("orders_app".into());
        picked.proxy.name = Some(format!("setup-{}", seeded.mark));
        match self.flow {
            Flow::CustomerKey => picked.secret.kms_key = Some(seeded.key_alias.clone()),
            Flow::ReadOnlyEndpoint => picked.proxy.read_only_endpoint = true,
            Flow::Alias => picked.access.publish_to_alias = Some("live".into()),
            Flow::UsedProxy | Flow::EmptyProxy => {
                picked.proxy.name = Some(existing_name(seeded));
                picked.proxy.existing = true;
                picked.secret.user = Some("reports_app".into());
                let second = (self.flow == Flow::UsedProxy).then(|| second_name(seeded));
                picked.more_functions = second.into_iter().collect();
            }
            Flow::ExistingProxy | Flow::Repair | Flow::ThroughProxy | Flow::OwnLogin => {
                picked.proxy.name = Some(existing_name(seeded));
                picked.secret.source = SecretSource::Reuse;
                picked.secret.name = Some(existing_name(seeded));
                picked.role.name = Some(existing_name(seeded));
                picked.role.existing = true;
                picked.proxy.idle_client_timeout_secs = Some(600);
                picked.proxy.max_connections_percent = Some(70);
            }
            _ => {}
        }
        picked
    }

    /// Read through the line, so that the line knows how everything was.
    pub async fn plan(&self, choices: &Choices) -> Plan {
        let wish = self.flow.migration();
        if self.flow != Flow::Repair && wish.is_none() {
            let observed = look(&self.through, choices).await;
            assert_read(&observed);
            return planned(&observed, choices);
        }
        let existing = Existing {
            proxy: existing_name(&self.seeded),
            function: Some(self.seeded.function_in_vpc.parse().unwrap()),
            read_secrets: wish.is_some(),
        };
        let (reader, clock) = (self.through.reader(), self.through.clock.as_ref());
        let observed = observe_proxy(reader, clock, &self.through.account, &existing).await;
        let verdict = check_all(&observed);
        if let Some(wish) = wish {
            let planned = migration::plan(reader, observed, &verdict, wish).await.unwrap();
            return planned.unwrap_or_else(|conflicts| panic!("{conflicts:#?}")).plan;
        }
        repair(&observed, verdict.causes(), &Wish::Safe).plan
    }

    pub fn engine(&self) -> Engine {
        Engine {
            connection: Connection { clock: Arc::new(Hasty::default()), ..self.through.clone() },
            store: Store::new(self.store.path()),
            emit: Arc::new(|_| {}),
            stop: Stop::default(),
            password: Typed::default(),
        }
    }

    /// A deleted secret keeps its name for a week, which the next setup needs.
    pub async fn free_names(&self) {
        let secrets = aws_sdk_secretsmanager::Client::new(&self.config);
        if let Some(name) = names::secret(&self.choices()).filter(|_| !self.flow.keeps_the_secret()) {
            let delete = secrets.delete_secret().secret_id(name).force_delete_without_recovery(true);
            // It is not there in the flows that failed before they made it.
            drop(delete.send().await);
        }
    }

    /// The account now, field by field and thing by thing, seen without the line.
    pub async fn picture(&self, choices: &Choices) -> Value {
        let observed = look(&self.direct, choices).await;
        assert_read(&observed);
        let things = picture::things(&self.direct, &self.config, &self.seeded).await;
        picture::comparable(&observed, &things, choices)
    }
}

/// A receipt is on disk before each write; thousands of runs need not wait for a real one.
fn in_memory_where_there_is_one() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

fn existing_name(seeded: &Seeded) -> String {
    format!("existing-{}", seeded.mark)
}

fn second_name(seeded: &Seeded) -> String {
    format!("second-{}", seeded.mark)
}

/// Beside the function in the VPC, with its role and network.
async fn second_function(config: &SdkConfig, seeded: &Seeded) {
    let lambda = aws_sdk_lambda::Client::new(config);
    let like = lambda.get_function_configuration().function_name(&seeded.function_in_vpc).send().await.unwrap();
    let code = Blob::new(include_bytes!("../../data/aws/function.zip").as_slice());
    let network = VpcConfig::builder()
        .set_subnet_ids(Some(seeded.subnet_ids.clone()))
        .security_group_ids(&seeded.function_group_id)
        .build();
    lambda
        .create_function()
        .function_name(second_name(seeded))
        .runtime(Runtime::Python312)
        .handler("index.handler")
        .set_role(like.role)
        .vpc_config(network)
        .code(FunctionCode::builder().zip_file(code).build())
        .send()
        .await
        .unwrap();
}

/// The function in the VPC comes to this host.
async fn comes_to(connection: &Connection, seeded: &Seeded, host: String) {
    let set = [("DB_HOST", host), ("DB_USER", "orders_app".to_owned()), ("DB_NAME", "orders".to_owned())];
    let change = FunctionChange {
        set_environment: set.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        ..FunctionChange::default()
    };
    connection.writer.update_function(&seeded.function_in_vpc, &change).await.unwrap();
    settled(connection.reader(), &seeded.function_in_vpc).await;
}

async fn settled(reader: &dyn Reader, function: &str) {
    for _ in 0..200 {
        let now = reader.function(function).await.unwrap().unwrap();
        let made = now.state != Some(FunctionState::Pending);
        if made && now.last_update_status != Some(UpdateStatus::InProgress) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("`{function}` does not come to rest");
}

async fn direct_function(connection: &Connection, seeded: &Seeded) {
    let databases = connection.reader().db_instances().await.unwrap();
    let database = databases.into_iter().find(|database| database.id == seeded.mysql).unwrap();
    comes_to(connection, seeded, database.host.unwrap()).await;
}

async fn function_on_the_proxy(connection: &Connection, seeded: &Seeded) {
    let proxy = connection.reader().proxy(&existing_name(seeded)).await.unwrap().unwrap();
    comes_to(connection, seeded, proxy.endpoint.unwrap()).await;
}

/// A proxy of the MySQL database with its secret, role and group. Broken: nothing lets it through and
/// its role may not read the secret.
async fn existing_proxy(cloud: &dyn Writer, seeded: &Seeded, flow: Flow) {
    let name = existing_name(seeded);
    let secret = NewSecret {
        name: name.clone(),
        description: "made by a test".into(),
        kms_key_id: None,
        value: SecretString::from(r#"{"username":"orders_app","password":"planted-password"}"#),
        tags: Tags::new(),
        token: format!("existing-{name}-0123456789abcdef0123"),
    };
    let secret_arn = cloud.create_secret(secret).await.unwrap();
    let role = NewRole {
        name: name.clone(),
        path: "/".into(),
        description: "made by a test".into(),
        trust: Document::trust("rds.amazonaws.com"),
        permissions_boundary: None,
        tags: Tags::new(),
    };
    let role_arn = cloud.create_role(role).await.unwrap();
    if flow != Flow::Repair {
        let read = Statement::allow(None, "secretsmanager:GetSecretValue", secret_arn.as_str());
        cloud.put_role_policy(&name, "read-secret", &Document::new(vec![read])).await.unwrap();
    }
    let group = NewSecurityGroup {
        name: name.clone(),
        description: "made by a test".into(),
        vpc_id: seeded.vpc_id.clone(),
        tags: Tags::new(),
    };
    let group = cloud.create_security_group(group).await.unwrap();
    let tags: Tags = match flow.is_on_anothers_proxy() {
        true => [("team".to_owned(), "orders".to_owned())].into(),
        // An earlier run of the setup made it: on another's proxy nothing would be changed.
        false => [(TAG_MADE_BY.to_owned(), PROGRAM.to_owned()), (TAG_SETUP.to_owned(), name.clone())].into(),
    };
    let proxy = NewProxy {
        name: name.clone(),
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
        security_group_ids: vec![group],
        require_tls: true,
        idle_client_timeout_secs: 1800,
        debug_logging: true,
        endpoint_network_type: NetworkType::Ipv4,
        target_connection_network_type: NetworkType::Ipv4,
        tags,
    };
    cloud.create_proxy(proxy).await.unwrap();
    if flow == Flow::EmptyProxy {
        return;
    }
    let database = DatabaseRef { kind: DatabaseKind::Instance, id: seeded.mysql.clone() };
    cloud.register_target(&name, &database).await.unwrap();
}

/// A second instance of the cluster, which reads.
async fn reader(config: &SdkConfig, seeded: &Seeded) {
    aws_sdk_rds::Client::new(config)
        .create_db_instance()
        .db_instance_identifier(format!("reader-{}", seeded.mark))
        .db_cluster_identifier(&seeded.cluster)
        .engine("aurora-mysql")
        .db_instance_class("db.r6g.large")
        .send()
        .await
        .unwrap();
}
