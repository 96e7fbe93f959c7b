//! The database itself: does it run, in the same network, and with the login the mode needs?

use crate::domain::database::{Database, DatabaseKind, DatabaseStatus};
use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::mend::Mend;
use crate::domain::observed::Observed;

use crate::domain::cli_command::CliCommand;
use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Cure, Rule, Seen, Stop, passed};
use crate::text::t;

const LIMITS: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html";

pub const NOT_AVAILABLE: Rule = Rule {
    code: "db-not-available",
    severity: Severity::Error,
    hop: Hop::Database,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/accessing-monitoring.html",
    needs: &[Need::Proxy, Need::Database],
    check: not_available,
};

pub const OTHER_VPC: Rule = Rule {
    code: "proxy-vpc-differs-from-db",
    severity: Severity::Error,
    hop: Hop::ProxyToDatabase,
    source: LIMITS,
    needs: &[Need::Proxy, Need::Database],
    check: other_vpc,
};

pub const ENGINE_FAMILY: Rule = Rule {
    code: "proxy-engine-family-mismatch",
    severity: Severity::Error,
    hop: Hop::Database,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBProxy.html",
    needs: &[Need::Proxy, Need::Database],
    check: engine_family,
};

pub const NO_IAM: Rule = Rule {
    code: "proxy-default-auth-scheme-without-db-iam",
    severity: Severity::Error,
    hop: Hop::Database,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.Enabling.html",
    needs: &[Need::Proxy, Need::Database],
    check: no_iam,
};

/// `aws rds <verb>-db-instance` or `-cluster`, with its identifier.
fn on(observed: &Observed, verb: &str, database: &Database) -> CliCommand {
    let kind = match database.kind {
        DatabaseKind::Instance => "instance",
        DatabaseKind::Cluster => "cluster",
    };
    aws(observed, &format!("rds {verb}-db-{kind}")).with(&format!("db-{kind}-identifier"), &database.id)
}

fn not_available(observed: &Observed) -> Check {
    facts::proxy(observed)?;
    let database = facts::database(observed)?;
    let status = &database.status;
    let begins = |stem: &str| status.as_str().starts_with(stem);
    // It serves during these.
    let serves = begins("configuring-")
        || matches!(
            status,
            DatabaseStatus::Available
                | DatabaseStatus::BackingUp
                | DatabaseStatus::Modifying
                | DatabaseStatus::StorageOptimization
                | DatabaseStatus::StorageConfigUpgrade
        );
    if serves {
        return passed();
    }
    let seen =
        Seen::at("database", &database.id).because(t!("seen-status", name = &database.id, status = status.as_str()));
    match status {
        DatabaseStatus::Stopped => seen.cure(on(observed, "start", database).line()).flagged(),
        DatabaseStatus::Stopping
        | DatabaseStatus::Starting
        | DatabaseStatus::Rebooting
        | DatabaseStatus::Failed
        | DatabaseStatus::StorageFull
        | DatabaseStatus::Creating
        | DatabaseStatus::Deleting => seen.flagged(),
        _ if begins("incompatible-") || begins("inaccessible-") => seen.flagged(),
        // Statuses come and go with the API: one that is new need not be bad.
        _ => seen.sure(Confidence::Medium).flagged(),
    }
}

fn other_vpc(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let database = facts::database(observed)?;
    let Some(vpc) = &database.vpc_id else {
        return Err(Stop::unknown(
            t!("seen-database-vpc-unknown", database = &database.id),
            &["rds:DescribeDBSubnetGroups"],
        ));
    };
    if *vpc == proxy.vpc_id {
        return passed();
    }
    Seen::at("db-proxy", &proxy.name)
        .because(t!("seen-vpc", name = &proxy.name, vpc = &proxy.vpc_id))
        .because(t!("seen-vpc", name = &database.id, vpc = vpc))
        .flagged()
}

fn engine_family(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let database = facts::database(observed)?;
    let Some(family) = database.engine.family() else {
        let engine = database.engine.api_name();
        return Err(Stop::unknown(t!("seen-database-protocol-unknown", database = &database.id, engine = engine), &[]));
    };
    if family == proxy.engine_family {
        return passed();
    }
    Seen::at("db-proxy", &proxy.name)
        .because(t!("seen-database-engine-family", proxy = &proxy.name, family = proxy.engine_family.api_name()))
        .because(t!("seen-engine", database = &database.id, engine = database.engine.api_name()))
        .flagged()
}

fn no_iam(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    if !proxy.default_iam_auth {
        return Err(Stop::NotApplicable);
    }
    let database = facts::database(observed)?;
    if database.iam_auth {
        return passed();
    }
    Seen::at("database", &database.id)
        .because(t!("seen-setting", setting = "DefaultAuthScheme", owner = &proxy.name, value = "IAM_AUTH"))
        .because(t!(
            "seen-setting",
            setting = "IAMDatabaseAuthenticationEnabled",
            owner = &database.id,
            value = "false"
        ))
        // With entries in Auth, perhaps no user is left for the default scheme.
        .sure(if proxy.auth.is_empty() { Confidence::High } else { Confidence::Medium })
        .cure(Cure::mending(
            on(observed, "modify", database)
                .flag("enable-iam-database-authentication")
                .flag("apply-immediately")
                .line(),
            Mend::EnableDatabaseIamAuth,
        ))
        .flagged()
}
