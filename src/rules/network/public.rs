//! Public addresses: on the database, and in the function's subnets.

use crate::domain::database::DatabaseKind;
use crate::domain::finding::{Hop, Severity};
use crate::domain::network::table_of;
use crate::domain::observed::Observed;

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::path::{End, VpcFacts};
use crate::rules::rule::{Check, Rule, Seen, passed};
use crate::text::t;

pub const DATABASE: Rule = Rule {
    code: "db-publicly-accessible",
    severity: Severity::Warning,
    hop: Hop::Database,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
    needs: &[Need::Proxy, Need::Database],
    check: database,
};

pub const FUNCTION: Rule = Rule {
    code: "lambda-in-public-subnet",
    severity: Severity::Warning,
    hop: Hop::Function,
    source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html",
    needs: &[Need::Proxy, Need::Function, Need::RouteTables],
    check: function,
};

fn database(observed: &Observed) -> Check {
    facts::proxy(observed)?;
    let database = facts::database(observed)?;
    if !database.publicly_accessible {
        return passed();
    }
    let mut seen = Seen::at("database", &database.id).because(t!(
        "seen-setting",
        setting = "PubliclyAccessible",
        owner = &database.id,
        value = "true"
    ));
    let instances: Vec<&str> = match database.kind {
        DatabaseKind::Instance => vec![&database.id],
        DatabaseKind::Cluster => database.members.iter().map(|member| member.id.as_str()).collect(),
    };
    for instance in instances {
        seen = seen.cure(
            aws(observed, "rds modify-db-instance")
                .with("db-instance-identifier", instance)
                .flag("no-publicly-accessible")
                .flag("apply-immediately")
                .line(),
        );
    }
    seen.flagged()
}

fn function(observed: &Observed) -> Check {
    facts::proxy(observed)?;
    let function = facts::function(observed)?;
    let end = End::function(function)?;
    let tables = facts::there(VpcFacts::find(observed, end.vpc_id)?.route_tables)?;
    let mut seen = Seen::at("function", end.name);
    for subnet in end.subnets {
        if let Some(table) = table_of(subnet, tables).filter(|table| table.is_public()) {
            seen = seen.because(t!("seen-network-public-route", subnet = subnet, table = &table.id));
        }
    }
    if seen.evidence.is_empty() { passed() } else { seen.flagged() }
}
