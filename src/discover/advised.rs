//! What decides whether a proxy is worth it in front of a database: its limit, its load of two weeks,
//! and the functions that use it.

use futures::future::join_all;

use super::{database_of, observe, part_read};
use crate::advise::{DATABASE, Facts, FunctionFacts, PINNED, function_id, pinned_query, queries};
use crate::cloud::{Clock, CloudError, CloudResult, ErrorKind, Reader};
use crate::design::max_connections;
use crate::domain::UnixSeconds;
use crate::domain::account::Account;
use crate::domain::choices::Choices;
use crate::domain::database::{Database, DatabaseKind, EngineFamily, Parameter};
use crate::domain::function::Function;
use crate::domain::monitoring::{Point, Series};
use crate::domain::observed::Part;

/// Functions that are looked at where none is named.
const FUNCTIONS: usize = 20;

/// Reads it once. What could not be read is told by its own part.
///
/// # Errors
/// The database is not there, or could not be read; or the named function is not.
pub async fn advised(
    reader: &dyn Reader,
    clock: &dyn Clock,
    account: &Account,
    database: &str,
    named: &[&str],
) -> CloudResult<Facts> {
    let now = UnixSeconds::try_from(clock.now()).unwrap_or_default();
    let mut choices = Choices { database: database.to_owned(), ..Choices::default() };
    if let Some((first, further)) = named.split_first() {
        choices.function = (*first).to_owned();
        choices.more_functions = further.iter().map(|name| (*name).to_owned()).collect();
    }
    let observed = observe(reader, account, &choices).await;
    let found = present(&observed.database, "rds:DescribeDBInstances", database)?.clone();
    let further = observed.more_functions.iter().map(|parts| &parts.function);
    let read = std::iter::once(&observed.function).chain(further);
    let functions: Vec<Function> = match named {
        [] => users(reader, &found).await,
        named => named
            .iter()
            .zip(read)
            .map(|(name, function)| present(function, "lambda:GetFunctionConfiguration", name).cloned())
            .collect::<CloudResult<_>>()?,
    };
    let names: Vec<&str> = functions.iter().map(|function| function.name.as_str()).collect();
    let dimension = match found.kind {
        DatabaseKind::Instance => "DBInstanceIdentifier",
        DatabaseKind::Cluster => "DBClusterIdentifier",
    };
    let asked = queries((dimension, &found.id), &names);
    let (series, proxies, reserved) = futures::join!(
        reader.series(&asked, now),
        proxies(reader, &found),
        join_all(names.iter().map(|name| reader.reserved_concurrency(name)))
    );
    let series = part_read(series.map(Some));
    let functions = functions.iter().zip(reserved).enumerate().map(|(nth, (function, reserved))| FunctionFacts {
        runtime: function.runtime.clone(),
        reserved: part_read(reserved),
        concurrency: points(&series, &function_id(nth)),
    });
    let functions = functions.collect();
    let pinned = match proxies.present().and_then(|proxies| proxies.first()) {
        Some(proxy) => points(&part_read(reader.series(&[pinned_query(proxy)], now).await.map(Some)), PINNED),
        None => Part::Absent,
    };
    let max_connections = match &observed.parameters {
        Part::Unreadable(why) => Part::Unreadable(why.clone()),
        _ => max_connections(&found, &observed.parameters).map_or(Part::Absent, Part::Present),
    };
    Ok(Facts {
        region: account.region.clone(),
        max_connections,
        connections: points(&series, DATABASE),
        functions,
        pinned,
        prepares_sessions: prepares_sessions(&found, &observed.parameters),
        proxies,
        database: found,
    })
}

/// Whether MySQL's `init_connect` is set; what it holds is not looked at.
fn prepares_sessions(database: &Database, parameters: &Part<Vec<Parameter>>) -> Part<bool> {
    match parameters {
        _ if database.engine.family() != Some(EngineFamily::Mysql) => Part::Absent,
        Part::Present(all) => {
            let set = |one: &Parameter| one.name == "init_connect" && !one.value.trim().is_empty();
            Part::Present(all.iter().any(set))
        }
        Part::Unreadable(why) => Part::Unreadable(why.clone()),
        Part::Absent | Part::NotAsked => Part::NotAsked,
    }
}

fn present<'a, T>(part: &'a Part<T>, operation: &str, name: &str) -> CloudResult<&'a T> {
    match part {
        Part::Present(value) => Ok(value),
        Part::Unreadable(why) => {
            let kind = if why.denied { ErrorKind::Denied } else { ErrorKind::Unexpected };
            Err(CloudError::new(kind, &why.operation, &why.because).on(name))
        }
        Part::Absent | Part::NotAsked => Err(CloudError::not_found(operation, name)),
    }
}

/// Functions whose environment names the database's host. A list that cannot be read names none.
async fn users(reader: &dyn Reader, database: &Database) -> Vec<Function> {
    let Some(host) = database.host.as_deref() else { return Vec::new() };
    let mut functions = reader.functions().await.unwrap_or_default();
    functions.retain(|function| {
        function.environment.values().any(|value| value.shown().is_some_and(|value| value.contains(host)))
    });
    functions.truncate(FUNCTIONS);
    functions
}

/// The proxies in front of it.
async fn proxies(reader: &dyn Reader, database: &Database) -> Part<Vec<String>> {
    let all = match reader.proxies().await {
        Ok(all) => all,
        Err(error) => return part_read(Err(error)),
    };
    let targets = join_all(all.iter().map(|proxy| reader.targets(&proxy.name))).await;
    let in_front = all.into_iter().zip(targets).filter_map(|(proxy, targets)| {
        let (_, id) = database_of(&targets.ok()?)?;
        (id == database.id).then_some(proxy.name)
    });
    Part::Present(in_front.collect())
}

/// Nothing measured is no measurement of nothing.
fn points(series: &Part<Vec<Series>>, id: &str) -> Part<Vec<Point>> {
    match series {
        Part::Present(all) => match all.iter().find(|series| series.id == id) {
            Some(series) if !series.points.is_empty() => Part::Present(series.points.clone()),
            _ => Part::Absent,
        },
        Part::Unreadable(why) => Part::Unreadable(why.clone()),
        Part::Absent | Part::NotAsked => Part::NotAsked,
    }
}
