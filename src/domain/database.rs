//! RDS instances and Aurora clusters: what a proxy can stand in front of.

use serde::{Deserialize, Serialize};
use std::fmt;

use super::Tags;
use super::api_words::api_words;

/// The protocol a proxy speaks; `EngineFamily` of `CreateDBProxy`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum EngineFamily {
    Mysql,
    Postgresql,
    Sqlserver,
}

impl EngineFamily {
    /// The value the RDS API takes.
    pub fn api_name(self) -> &'static str {
        match self {
            Self::Mysql => "MYSQL",
            Self::Postgresql => "POSTGRESQL",
            Self::Sqlserver => "SQLSERVER",
        }
    }

    /// The engine as people write it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Mysql => "MySQL",
            Self::Postgresql => "PostgreSQL",
            Self::Sqlserver => "SQL Server",
        }
    }

    /// The port every proxy of the family listens on, whatever the database's own port is.
    pub fn proxy_port(self) -> u16 {
        match self {
            Self::Mysql => 3306,
            Self::Postgresql => 5432,
            Self::Sqlserver => 1433,
        }
    }
}

/// The database engine, from the API's `Engine` string.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Engine {
    Mysql,
    Mariadb,
    Postgres,
    AuroraMysql,
    AuroraPostgresql,
    /// `sqlserver-ee`, `-se`, `-ex` or `-web`.
    Sqlserver(String),
    /// Anything else, by its API name: Oracle, Db2, Neptune, DocumentDB.
    Other(String),
}

impl From<String> for Engine {
    fn from(name: String) -> Self {
        match name.as_str() {
            "mysql" => Self::Mysql,
            "mariadb" => Self::Mariadb,
            "postgres" => Self::Postgres,
            // `aurora` is Aurora MySQL 5.6, long closed; the version check refuses it.
            "aurora" | "aurora-mysql" => Self::AuroraMysql,
            "aurora-postgresql" => Self::AuroraPostgresql,
            _ if name.starts_with("sqlserver-") => Self::Sqlserver(name),
            _ => Self::Other(name),
        }
    }
}

impl From<Engine> for String {
    fn from(engine: Engine) -> Self {
        engine.api_name().to_owned()
    }
}

impl Engine {
    pub fn api_name(&self) -> &str {
        match self {
            Self::Mysql => "mysql",
            Self::Mariadb => "mariadb",
            Self::Postgres => "postgres",
            Self::AuroraMysql => "aurora-mysql",
            Self::AuroraPostgresql => "aurora-postgresql",
            Self::Sqlserver(name) | Self::Other(name) => name,
        }
    }

    /// The proxy family that serves this engine, or `None` where RDS Proxy does not.
    pub fn family(&self) -> Option<EngineFamily> {
        match self {
            Self::Mysql | Self::Mariadb | Self::AuroraMysql => Some(EngineFamily::Mysql),
            Self::Postgres | Self::AuroraPostgresql => Some(EngineFamily::Postgresql),
            Self::Sqlserver(_) => Some(EngineFamily::Sqlserver),
            Self::Other(_) => None,
        }
    }

    pub fn is_aurora(&self) -> bool {
        matches!(self, Self::AuroraMysql | Self::AuroraPostgresql)
    }
}

/// The product's name as AWS writes it: `Aurora MySQL`, `RDS PostgreSQL`.
impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mysql => f.write_str("RDS MySQL"),
            Self::Mariadb => f.write_str("RDS MariaDB"),
            Self::Postgres => f.write_str("RDS PostgreSQL"),
            Self::AuroraMysql => f.write_str("Aurora MySQL"),
            Self::AuroraPostgresql => f.write_str("Aurora PostgreSQL"),
            Self::Sqlserver(_) => f.write_str("RDS SQL Server"),
            Self::Other(name) if name.starts_with("oracle") => f.write_str("RDS Oracle"),
            Self::Other(name) if name.starts_with("db2") => f.write_str("RDS Db2"),
            Self::Other(name) => f.write_str(name),
        }
    }
}

/// What a proxy's target is registered as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DatabaseKind {
    Instance,
    Cluster,
}

impl fmt::Display for DatabaseKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Instance => "instance",
            Self::Cluster => "cluster",
        })
    }
}

/// One instance inside an Aurora cluster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClusterMember {
    pub id: String,
    pub writer: bool,
    /// `None` when the instance list could not be read.
    pub class: Option<String>,
}

/// Aurora Serverless v2 capacity range, in ACUs.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct ServerlessV2 {
    pub min_acu: f64,
    pub max_acu: f64,
}

/// The master user's secret that RDS keeps in Secrets Manager (`MasterUserSecret`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MasterSecret {
    pub arn: String,
    pub kms_key_id: Option<String>,
}

api_words! {
    /// `DBInstanceStatus`, or `Status` of a cluster: the words that this program tells apart.
    /// <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/accessing-monitoring.html>
    DatabaseStatus {
        Available = "available",
        BackingUp = "backing-up",
        ConfiguringIamAuth = "configuring-iam-database-auth",
        Creating = "creating",
        Deleting = "deleting",
        Failed = "failed",
        Modifying = "modifying",
        Rebooting = "rebooting",
        Starting = "starting",
        Stopped = "stopped",
        Stopping = "stopping",
        StorageConfigUpgrade = "storage-config-upgrade",
        StorageFull = "storage-full",
        StorageOptimization = "storage-optimization",
    }
}

/// An RDS instance outside any cluster, or an Aurora cluster with its members.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Database {
    pub kind: DatabaseKind,
    /// `DBInstanceIdentifier` or `DBClusterIdentifier`.
    pub id: String,
    pub arn: String,
    /// `DbiResourceId` (`db-…`) or `DbClusterResourceId` (`cluster-…`): what `rds-db:connect` names.
    pub resource_id: String,
    pub engine: Engine,
    pub engine_version: String,
    /// `EngineMode` of a cluster: `serverless` is Serverless v1, `provisioned` everything current.
    pub engine_mode: Option<String>,
    pub status: DatabaseStatus,
    /// Absent while the database is being created.
    pub host: Option<String>,
    pub port: Option<u16>,
    pub vpc_id: Option<String>,
    /// The subnets of its DB subnet group.
    pub subnet_ids: Vec<String>,
    pub security_group_ids: Vec<String>,
    pub iam_auth: bool,
    /// `DBInstanceClass` of an instance; a cluster has it per member.
    pub class: Option<String>,
    pub members: Vec<ClusterMember>,
    pub serverless_v2: Option<ServerlessV2>,
    /// The source, when this is a read replica.
    pub replica_of: Option<String>,
    /// The global database it belongs to, and whether it is that database's writer.
    pub global: Option<GlobalMembership>,
    pub publicly_accessible: bool,
    pub master_username: Option<String>,
    pub master_secret: Option<MasterSecret>,
    /// The initial database's name (`DBName` / `DatabaseName`), if one was made.
    pub database_name: Option<String>,
    /// Other names a client may use for it: a cluster's reader and custom endpoints.
    #[serde(default)]
    pub other_hosts: Vec<String>,
    /// Its parameter groups and, of a cluster, those of its members.
    #[serde(default)]
    pub parameter_groups: Vec<ParameterGroup>,
    /// `EnabledCloudwatchLogsExports`.
    #[serde(default)]
    pub log_exports: Vec<String>,
    /// `NetworkType` is `DUAL`: it has IPv6 addresses too.
    #[serde(default)]
    pub dual_stack: bool,
    /// `InternetAccessGatewayEnabled` of an express cluster: it is reached over the internet, and is in
    /// no VPC.
    #[serde(default)]
    pub internet_gateway: bool,
    pub tags: Tags,
}

api_words! {
    /// `ParameterApplyStatus`: the words that this program tells apart.
    ParameterStatus {
        InSync = "in-sync",
        PendingReboot = "pending-reboot",
    }
}

/// A parameter group in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParameterGroup {
    pub name: String,
    /// A DB cluster parameter group, read by another call.
    pub of_cluster: bool,
    pub status: ParameterStatus,
    /// The instance or cluster that has it.
    pub used_by: String,
}

/// One database parameter with a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parameter {
    pub group: String,
    pub name: String,
    pub value: String,
    /// `Source` is `user`: somebody set it.
    pub set_by_user: bool,
}

/// A cluster's place in an Aurora global database.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GlobalMembership {
    pub global_cluster: String,
    pub writer: bool,
    /// Write forwarding takes connections of this cluster: a secondary one forwards, or is the
    /// writer that others forward to.
    #[serde(default)]
    pub write_forwarding: bool,
}

api_words! {
    /// `Status` of a blue/green deployment.
    /// <https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_BlueGreenDeployment.html>
    DeploymentStatus {
        Provisioning = "PROVISIONING",
        Available = "AVAILABLE",
        SwitchoverInProgress = "SWITCHOVER_IN_PROGRESS",
        SwitchoverCompleted = "SWITCHOVER_COMPLETED",
        InvalidConfiguration = "INVALID_CONFIGURATION",
        SwitchoverFailed = "SWITCHOVER_FAILED",
        Deleting = "DELETING",
    }
}

/// A blue/green deployment: a database, and the copy of it that is to take its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlueGreen {
    /// `bgd-…`.
    pub id: String,
    pub name: String,
    /// ARN of the database that serves now (blue).
    pub source: String,
    /// ARN of its copy (green), once there is one.
    pub target: Option<String>,
    pub status: DeploymentStatus,
}

impl BlueGreen {
    /// The database is one side of it. After the switchover it has the place and the name of the copy.
    pub fn is_about(&self, database: &Database) -> bool {
        self.source == database.arn || self.target.as_ref() == Some(&database.arn)
    }

    /// It is about this database, and is not over.
    pub fn is_under_way(&self, database: &Database) -> bool {
        self.is_about(database)
            && !matches!(self.status, DeploymentStatus::SwitchoverCompleted | DeploymentStatus::Deleting)
    }
}

impl Database {
    /// A cluster of a global database whose writer is elsewhere: it serves readers.
    pub fn is_global_secondary(&self) -> bool {
        self.global.as_ref().is_some_and(|global| !global.writer)
    }

    /// The classes a proxy is billed for: the instance's own, or those of all cluster members.
    pub fn billed_classes(&self) -> Vec<&str> {
        match self.kind {
            DatabaseKind::Instance => self.class.iter().map(String::as_str).collect(),
            DatabaseKind::Cluster => self.members.iter().filter_map(|member| member.class.as_deref()).collect(),
        }
    }
}
