//! A database to begin with, whose master password RDS makes, keeps and rotates.

use super::super::super::draft::StackDraft;
use super::super::super::{Expression, Resource, Stack, attribute, properties};
use crate::domain::database::{DatabaseKind, EngineFamily};
use crate::domain::setup::{GroupPart, Setup};

const ID: &str = "Database";
const SUBNETS: &str = "DatabaseSubnets";
const ABOUT: &str = "Subnets of the database";
const MASTER: &str = "master_user";
const GIGABYTES: u8 = 20;

pub(in crate::export::resources::parts) fn cloudformation(draft: &mut StackDraft<'_>) {
    let setup = draft.setup;
    let (subnets, group) = (draft.subnets(), draft.group_id(GroupPart::Database));
    draft.stack.make(
        SUBNETS,
        "AWS::RDS::DBSubnetGroup",
        [("DBSubnetGroupDescription", Some(ABOUT.into())), ("SubnetIds", Some(subnets)), ("Tags", draft.tags())],
    );
    let database = database_name(setup);
    let cluster = setup.database.kind == DatabaseKind::Cluster;
    let port = setup.database.port;
    let mut all = properties([
        ("Engine", Some(engine(setup))),
        (if cluster { "DatabaseName" } else { "DBName" }, database),
        ("Port", Some(if cluster { port.into() } else { port.to_string().as_str().into() })),
        ("MasterUsername", Some(MASTER.into())),
        ("ManageMasterUserPassword", Some(true.into())),
        ("EnableIAMDatabaseAuthentication", Some(setup.database.needs_iam_auth.into())),
        ("StorageEncrypted", Some(true.into())),
        ("DBSubnetGroupName", Some(attribute(SUBNETS, ""))),
    ]);
    let groups = Some(Expression::List(vec![group]));
    if cluster {
        let scaling = properties([("MinCapacity", Some(1_u8.into())), ("MaxCapacity", Some(2_u8.into()))]);
        all.extend(properties([
            ("VpcSecurityGroupIds", groups),
            ("ServerlessV2ScalingConfiguration", Some(Expression::Map(scaling))),
        ]));
    } else {
        all.extend(properties([
            ("VPCSecurityGroups", groups),
            ("DBInstanceClass", Some(class(setup).into())),
            ("LicenseModel", license(setup)),
            ("AllocatedStorage", Some(GIGABYTES.to_string().as_str().into())),
            ("PubliclyAccessible", Some(false.into())),
        ]));
    }
    all.extend(draft.tags().map(|tags| ("Tags".to_owned(), tags)));
    let kind = if cluster { "AWS::RDS::DBCluster" } else { "AWS::RDS::DBInstance" };
    let mut made = Resource::new(ID, kind, all).because("It outlives the stack, with what is in it.");
    made.kept = true;
    draft.stack.resources.push(made);
    if cluster {
        draft.stack.make(
            "DatabaseInstance",
            "AWS::RDS::DBInstance",
            [
                ("DBClusterIdentifier", Some(attribute(ID, ""))),
                ("Engine", Some(engine(setup))),
                ("DBInstanceClass", Some("db.serverless".into())),
                ("PubliclyAccessible", Some(false.into())),
                ("Tags", draft.tags()),
            ],
        );
        wait(&mut draft.stack, "DatabaseInstance");
    }
    draft.stack.answer("DatabaseId", &attribute(ID, ""));
}

pub(in crate::export::resources::parts) fn terraform(draft: &mut StackDraft<'_>) {
    let setup = draft.setup;
    let (subnets, group) = (draft.subnets(), draft.group_id(GroupPart::Database));
    draft.stack.make(
        SUBNETS,
        "aws_db_subnet_group",
        [("description", Some(ABOUT.into())), ("subnet_ids", Some(subnets)), ("tags", draft.tags())],
    );
    let database = database_name(setup);
    let cluster = setup.database.kind == DatabaseKind::Cluster;
    let (name, user) = if cluster { ("database_name", "master_username") } else { ("db_name", "username") };
    let mut all = properties([
        ("engine", Some(engine(setup))),
        (name, database),
        ("port", Some(setup.database.port.into())),
        (user, Some(MASTER.into())),
        ("manage_master_user_password", Some(true.into())),
        ("iam_database_authentication_enabled", Some(setup.database.needs_iam_auth.into())),
        ("storage_encrypted", Some(true.into())),
        ("db_subnet_group_name", Some(attribute(SUBNETS, "name"))),
        ("vpc_security_group_ids", Some(vec![group].into())),
        ("final_snapshot_identifier", Some(format!("{}-last", setup.name).as_str().into())),
    ]);
    if cluster {
        let scaling = properties([("min_capacity", Some(1_u8.into())), ("max_capacity", Some(2_u8.into()))]);
        all.push(("serverlessv2_scaling_configuration".to_owned(), Expression::Block(scaling)));
    } else {
        all.extend(properties([
            ("instance_class", Some(class(setup).into())),
            ("license_model", license(setup)),
            ("allocated_storage", Some(GIGABYTES.into())),
            ("publicly_accessible", Some(false.into())),
        ]));
    }
    all.extend(draft.tags().map(|tags| ("tags".to_owned(), tags)));
    let kind = if cluster { "aws_rds_cluster" } else { "aws_db_instance" };
    draft.stack.resources.push(Resource::new(ID, kind, all));
    if cluster {
        draft.stack.make(
            "DatabaseInstance",
            "aws_rds_cluster_instance",
            [
                ("cluster_identifier", Some(attribute(ID, "id"))),
                ("engine", Some(engine(setup))),
                ("instance_class", Some("db.serverless".into())),
                ("publicly_accessible", Some(false.into())),
                ("tags", draft.tags()),
            ],
        );
        wait(&mut draft.stack, "DatabaseInstance");
    }
    draft.stack.answer("DatabaseId", &attribute(ID, if cluster { "id" } else { "identifier" }));
}

fn engine(setup: &Setup) -> Expression {
    String::from(setup.database.engine.clone()).as_str().into()
}

/// SQL Server makes none with the instance.
fn database_name(setup: &Setup) -> Option<Expression> {
    let name = setup.database.database_name.as_deref().filter(|_| setup.database.family != EngineFamily::Sqlserver);
    name.map(Expression::from)
}

/// The smallest; SQL Server has none on Graviton.
fn class(setup: &Setup) -> &'static str {
    if setup.database.family == EngineFamily::Sqlserver { "db.t3.small" } else { "db.t4g.micro" }
}

fn license(setup: &Setup) -> Option<Expression> {
    (setup.database.family == EngineFamily::Sqlserver).then(|| "license-included".into())
}

/// A cluster without an instance is no target.
fn wait(stack: &mut Stack, id: &str) {
    let targets = stack
        .resources
        .iter_mut()
        .filter(|resource| ["ProxyTargetGroup", "ProxyTarget"].contains(&resource.id.as_str()));
    targets.for_each(|target| target.after.push(id.to_owned()));
}
