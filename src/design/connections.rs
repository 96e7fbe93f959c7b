//! How many connections a database takes: its parameter `max_connections`, which is a number or a
//! formula over the memory of the instance.

use serde::Deserialize;
use std::sync::LazyLock;

use super::capacity::memory_gib;
use crate::domain::database::{Database, EngineFamily, Parameter, ServerlessV2};
use crate::domain::observed::Part;

const GIB: f64 = 1024.0 * 1024.0 * 1024.0;

/// `max_connections` of the smallest instance that may be the target, "about": AWS takes what its
/// own processes need from the memory first. `None` where it is not known.
pub fn max_connections(database: &Database, parameters: &Part<Vec<Parameter>>) -> Option<u32> {
    let value = effective(database, parameters.present()?)?;
    let classes = database.billed_classes().into_iter();
    let connections = classes.map(|class| of_class(database, class, value)).collect::<Option<Vec<f64>>>()?;
    let least = connections.into_iter().min_by(f64::total_cmp)?;
    // A positive number far below u32::MAX.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Some(least.clamp(1.0, 1_000_000.0) as u32)
}

/// The parameter in force: an instance's own group comes before its cluster's, and what somebody set
/// before what is the default.
fn effective<'a>(database: &Database, parameters: &'a [Parameter]) -> Option<&'a Parameter> {
    let of_cluster = |name: &str| database.parameter_groups.iter().any(|group| group.of_cluster && group.name == name);
    let own = parameters.iter().filter(|parameter| parameter.name == "max_connections");
    own.min_by_key(|parameter| (!parameter.set_by_user, of_cluster(&parameter.group)))
}

fn of_class(database: &Database, class: &str, parameter: &Parameter) -> Option<f64> {
    if class != "db.serverless" {
        return evaluate(&parameter.value, memory_gib(class)? * GIB);
    }
    let range = database.serverless_v2?;
    if parameter.set_by_user {
        // Two GiB an ACU.
        return evaluate(&parameter.value, range.max_acu * 2.0 * GIB);
    }
    serverless(database.engine.family()?, range)
}

#[derive(Deserialize)]
struct Serverless {
    postgresql_cap_below_one_acu: u32,
    row: Vec<ClassRow>,
}

#[derive(Deserialize)]
struct ClassRow {
    acu: f64,
    mysql: u32,
    postgresql: u32,
}

// The table is part of the program and read by the test below; an empty one would mean "unknown".
static SERVERLESS: LazyLock<Option<Serverless>> =
    LazyLock::new(|| toml::from_str(include_str!("../../assets/data/serverless-connections.toml")).ok());

fn serverless(family: EngineFamily, range: ServerlessV2) -> Option<f64> {
    let table = SERVERLESS.as_ref()?;
    let row = table.row.iter().rev().find(|row| row.acu <= range.max_acu)?;
    let connections = match family {
        EngineFamily::Mysql => row.mysql,
        EngineFamily::Postgresql if range.min_acu < 1.0 => row.postgresql.min(table.postgresql_cap_below_one_acu),
        EngineFamily::Postgresql => row.postgresql,
        EngineFamily::Sqlserver => return None,
    };
    Some(f64::from(connections))
}

/// A number, or a formula of the forms that AWS's own parameter groups use. Another is not
/// understood.
/// <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ParamValuesRef.html>
fn evaluate(value: &str, memory: f64) -> Option<f64> {
    let value = value.trim();
    if let Ok(number) = value.parse::<f64>() {
        return Some(number);
    }
    for (name, pick) in [("LEAST(", f64::min as fn(f64, f64) -> f64), ("GREATEST(", f64::max)] {
        if let Some(arguments) = value.strip_prefix(name).and_then(|rest| rest.strip_suffix(')')) {
            let values = arguments.split(',').map(|argument| evaluate(argument, memory));
            return values.collect::<Option<Vec<f64>>>()?.into_iter().reduce(pick);
        }
    }
    let formula = value.strip_prefix('{')?.strip_suffix('}')?;
    let share = |text: &str| {
        let divisor: f64 = text.strip_prefix("DBInstanceClassMemory/")?.parse().ok()?;
        (divisor > 0.0).then_some(memory / divisor)
    };
    match formula.strip_prefix("log(").and_then(|rest| rest.split_once(")*")) {
        // To the base of two.
        Some((inner, factor)) => Some(share(inner)?.log2() * factor.parse::<f64>().ok()?),
        None => share(formula),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn formulas_of_parameter_groups_are_understood_and_others_are_not() {
        let large = 16.0 * GIB;
        let aurora = "GREATEST({log(DBInstanceClassMemory/805306368)*45},{log(DBInstanceClassMemory/8187281408)*1000})";
        for (value, expected) in [
            ("400", Some(400)),
            ("{DBInstanceClassMemory/12582880}", Some(1365)),
            ("LEAST({DBInstanceClassMemory/9531392},5000)", Some(1802)),
            ("LEAST({DBInstanceClassMemory/9531392}, 500)", Some(500)),
            (aurora, Some(1069)),
            ("{DBInstanceClassMemory/0}", None),
            ("SUM({DBInstanceClassMemory/12582880},10)", None),
            ("", None),
        ] {
            #[allow(clippy::cast_possible_truncation)]
            let found = evaluate(value, large).map(|number| number as i64);
            assert_eq!(found, expected, "{value}");
        }
    }

    #[test]
    fn a_serverless_instance_has_what_its_range_gives() {
        let of = |family, min_acu, max_acu| serverless(family, ServerlessV2 { min_acu, max_acu });
        use EngineFamily::{Mysql, Postgresql};
        assert_eq!(of(Mysql, 0.5, 16.0), Some(2000.0));
        assert_eq!(of(Mysql, 1.0, 20.5), Some(2000.0), "at least");
        assert_eq!(of(Mysql, 0.5, 256.0), Some(6000.0));
        assert_eq!(of(Postgresql, 0.5, 16.0), Some(2000.0), "capped");
        assert_eq!(of(Postgresql, 1.0, 16.0), Some(3360.0));
        assert_eq!(of(Mysql, 0.5, 0.5), None);
    }
}
