//! `list`: what there is to choose from, as the window's pickers show it. What could not be read is said, and is
//! never an empty list.

use futures::future::join_all;
use serde::Serialize;

use super::args::Globals;
use super::meant::Thing;
use super::output::{self, Ended, Exit, Failure};
use super::session::{Session, known_scenario};
use super::show;
use super::validate::unread;
use crate::accounts::Accounts;
use crate::design::served;
use crate::discover::{self, Pickers, pickers};
use crate::domain::account::ProfileKind;
use crate::domain::database::Database;
use crate::domain::function::Function;
use crate::domain::observed::{Part, Unreadable};
use crate::domain::outside::one_line;
use crate::domain::proxy::{Proxy, Target};
use crate::text::t;
use crate::words::listed::{
    self, FunctionPlace, ListedRow, database_sources, function_sources, place, profile_kind, proxy_facts,
};

/// `list`
#[derive(Debug, Clone, clap::Subcommand)]
pub enum ListVerb {
    /// The databases of account and region, and why some cannot have a proxy
    Databases,
    /// The functions of account and region, and why some cannot use a proxy
    Functions {
        /// As seen from this database: who names it already comes first
        #[arg(long, value_name = "ID")]
        database: Option<String>,
    },
    /// The proxies of account and region, with the database behind each
    Proxies,
    /// The profiles of the AWS configuration; with --practice=organization, its own
    Profiles,
}

/// Lists them; that there is none is an answer.
pub async fn run(accounts: &Accounts, globals: &Globals, verb: &ListVerb) -> Ended {
    if let ListVerb::Profiles = verb {
        return profiles(accounts, globals).await;
    }
    let session = Session::open(accounts, globals, None).await?;
    let lists = pickers(session.reader()).await;
    match verb {
        ListVerb::Databases => Ok(databases(&session, &lists)),
        ListVerb::Functions { database } => functions(&session, &lists, database.as_deref()).await,
        ListVerb::Proxies | ListVerb::Profiles => Ok(proxies(&session, &lists).await),
    }
}

/// A line of the text: name, facts, what is special about it, why it cannot be chosen, and under which head.
struct ListLine<'a> {
    name: &'a str,
    facts: String,
    mark: Option<&'static str>,
    blocked: Option<&'a str>,
    head: &'a str,
}

impl<'a> ListLine<'a> {
    fn new<T>(name: &'a str, row: &'a ListedRow<'_, T>, head: &'a str) -> Self {
        let facts = [row.facts.as_str(), &row.size].into_iter().filter(|words| !words.is_empty());
        Self {
            name,
            facts: facts.collect::<Vec<_>>().join(" · "),
            mark: row.recommended.then(|| t!("recommended")),
            blocked: row.blocked.as_deref(),
            head,
        }
    }
}

/// Under each of these heads its own, those that cannot be chosen with the reason.
fn text(lines: &[ListLine<'_>], heads: &[&str]) -> Vec<String> {
    let width = lines.iter().map(|line| line.name.chars().count()).max().unwrap_or_default();
    let shown = |line: &ListLine<'_>| {
        let mark = line.mark.map(|mark| format!("  ({mark})")).unwrap_or_default();
        let why = line.blocked.map(|why| format!("\n{:1$}{why}", "", width + 4)).unwrap_or_default();
        format!("  {:width$}  {}{mark}{why}", one_line(line.name), one_line(&line.facts))
    };
    let mut text = Vec::new();
    for head in heads {
        let mut own = lines.iter().filter(|line| line.head == *head).map(shown).peekable();
        if own.peek().is_some() && !head.is_empty() {
            text.push(format!("\n{head}"));
        }
        text.extend(own);
    }
    text
}

/// One document for each list.
#[derive(Serialize)]
struct ListDocument<'a, T> {
    schema: &'static str,
    account: &'a str,
    region: &'a str,
    #[serde(flatten)]
    list: T,
    unreadable: &'a [&'a Unreadable],
}

/// Prints the list, and says what of it could not be read: then it is not all there is.
fn print<T: Serialize>(
    session: &Session,
    list: T,
    (head, none): (&str, String),
    lines: Vec<String>,
    sources: &[&Unreadable],
) -> Exit {
    let account = &session.connection.account;
    if session.is_json() {
        let schema = "rds-proxy-wizard/list/v1";
        output::json(&ListDocument {
            schema,
            account: &account.id,
            region: &account.region,
            list,
            unreadable: sources,
        });
    } else if !lines.is_empty() {
        output::line(&format!("{head} · {}", show::account(account)));
        output::line(&lines.join("\n"));
    } else if sources.is_empty() {
        output::line(&none);
    }
    for source in sources {
        // A program has it in the document; a person reads it either way.
        Failure::unreadable(unread(source, None)).print(None);
    }
    if sources.is_empty() { Exit::Done } else { Exit::Unreadable }
}

#[derive(Serialize)]
struct Databases<'a> {
    databases: Vec<DatabaseEntry<'a>>,
}

#[derive(Serialize)]
struct DatabaseEntry<'a> {
    name: &'a str,
    arn: &'a str,
    kind: String,
    engine: &'a str,
    engine_version: &'a str,
    vpc_id: Option<&'a str>,
    status: &'a str,
    recommended: bool,
    can_be_used: bool,
    why_not: Option<&'a str>,
}

impl<'a> DatabaseEntry<'a> {
    fn new(row: &'a ListedRow<'_, Database>) -> Self {
        let database = row.thing;
        Self {
            name: &database.id,
            arn: &database.arn,
            kind: database.kind.to_string(),
            engine: database.engine.api_name(),
            engine_version: &database.engine_version,
            vpc_id: database.vpc_id.as_deref(),
            status: database.status.as_str(),
            recommended: row.recommended,
            can_be_used: row.blocked.is_none(),
            why_not: row.blocked.as_deref(),
        }
    }
}

fn databases(session: &Session, lists: &Pickers) -> Exit {
    let rows = listed::databases(lists, |_| true);
    let heads = ["", t!("database-cannot")];
    let head = |row: &ListedRow<'_, Database>| if row.blocked.is_none() { "" } else { t!("database-cannot") };
    let lines: Vec<ListLine<'_>> = rows.iter().map(|row| ListLine::new(&row.thing.id, row, head(row))).collect();
    let list = Databases { databases: rows.iter().map(DatabaseEntry::new).collect() };
    let region = session.connection.account.region.as_str();
    let whole = (t!("list-databases"), t!("database-none", region = region));
    print(session, list, whole, text(&lines, &heads), &database_sources(&lists.unreadable))
}

#[derive(Serialize)]
struct Functions<'a> {
    functions: Vec<FunctionEntry<'a>>,
}

#[derive(Serialize)]
struct FunctionEntry<'a> {
    name: &'a str,
    arn: &'a str,
    runtime: Option<&'a str>,
    vpc_id: Option<&'a str>,
    /// Whether it is in the database's network, in none, or in another; `null` where it is seen from no database.
    place: Option<&'static str>,
    recommended: bool,
    can_be_used: bool,
    why_not: Option<&'a str>,
}

impl<'a> FunctionEntry<'a> {
    fn new(row: &'a ListedRow<'_, Function>, seen_from: Option<&Database>) -> Self {
        let function = row.thing;
        Self {
            name: &function.name,
            arn: &function.arn,
            runtime: function.runtime.as_deref(),
            vpc_id: function.vpc.as_ref().map(|vpc| vpc.vpc_id.as_str()),
            place: seen_from.map(|database| match place(function, Some(database)) {
                FunctionPlace::Inside => "inside",
                FunctionPlace::Outside => "outside",
                FunctionPlace::Elsewhere => "elsewhere",
            }),
            recommended: row.recommended,
            can_be_used: row.blocked.is_none(),
            why_not: row.blocked.as_deref(),
        }
    }
}

async fn functions(session: &Session, lists: &Pickers, database: Option<&str>) -> Ended {
    let seen_from = database.map(|id| (id, lists.databases.iter().find(|found| found.id.eq_ignore_ascii_case(id))));
    let seen_from = match seen_from {
        Some((id, None)) => {
            if let Some(source) = lists.unreadable.iter().find(|source| source.operation.starts_with("rds:")) {
                return Err(Failure::unreadable(unread(source, Some(id))));
            }
            let failure = Failure::usage(t!("proxies-no-such-database", id = id), t!("design-not-here-cure"));
            return Err(session.unknown(failure, Thing::Database, id).await);
        }
        Some((_, found)) => found,
        None => None,
    };
    let rows = listed::functions(lists, seen_from, |_| true);
    let vpc = seen_from.and_then(|database| database.vpc_id.as_deref()).unwrap_or_default();
    let vpc = lists.vpcs.iter().find(|known| known.id == vpc).map_or(vpc, |known| known.label());
    let (inside, moved) = (t!("function-inside", vpc = vpc), t!("function-moved", vpc = vpc));
    let (elsewhere, cannot) = (t!("function-elsewhere-group"), t!("function-cannot"));
    let head = |row: &ListedRow<'_, Function>| match (&row.blocked, seen_from, place(row.thing, seen_from)) {
        (Some(_), ..) => cannot,
        (None, None, _) => "",
        (None, _, FunctionPlace::Inside) => inside.as_str(),
        (None, _, FunctionPlace::Outside) => &moved,
        (None, _, FunctionPlace::Elsewhere) => elsewhere,
    };
    let lines: Vec<ListLine<'_>> = rows.iter().map(|row| ListLine::new(&row.thing.name, row, head(row))).collect();
    let list = Functions { functions: rows.iter().map(|row| FunctionEntry::new(row, seen_from)).collect() };
    let region = session.connection.account.region.as_str();
    let whole = (t!("list-functions"), t!("function-none", region = region));
    let heads = ["", &inside, &moved, elsewhere, cannot];
    Ok(print(session, list, whole, text(&lines, &heads), &function_sources(&lists.unreadable)))
}

#[derive(Serialize)]
struct Proxies<'a> {
    proxies: Vec<ProxyEntry<'a>>,
}

#[derive(Serialize)]
struct ProxyEntry<'a> {
    name: &'a str,
    arn: &'a str,
    engine_family: &'static str,
    vpc_id: &'a str,
    status: &'a str,
    /// `null` where none is registered, or its targets could not be read.
    database: Option<&'a str>,
}

impl<'a> ProxyEntry<'a> {
    fn new(proxy: &'a Proxy, targets: &'a Part<Vec<Target>>) -> Self {
        Self {
            name: &proxy.name,
            arn: &proxy.arn,
            engine_family: proxy.engine_family.api_name(),
            vpc_id: &proxy.vpc_id,
            status: proxy.status.as_str(),
            database: served(targets.items()),
        }
    }
}

async fn proxies(session: &Session, lists: &Pickers) -> Exit {
    let reader = session.reader();
    let targets = join_all(lists.proxies.iter().map(|proxy| reader.targets(&proxy.name))).await;
    let targets: Vec<Part<Vec<Target>>> = targets.into_iter().map(discover::part).collect();
    let entries: Vec<ProxyEntry<'_>> =
        lists.proxies.iter().zip(&targets).map(|(proxy, targets)| ProxyEntry::new(proxy, targets)).collect();
    let lines: Vec<ListLine<'_>> = lists
        .proxies
        .iter()
        .zip(&entries)
        .map(|(proxy, entry)| {
            let facts = format!("{} · {}", proxy_facts(proxy, entry.database), proxy.status);
            ListLine { name: &proxy.name, facts, mark: None, blocked: None, head: "" }
        })
        .collect();
    let list = Proxies { proxies: entries };
    let mut sources: Vec<&Unreadable> =
        lists.unreadable.iter().filter(|source| source.operation == "rds:DescribeDBProxies").collect();
    // Denied for one, it is denied for all: said once.
    sources.extend(targets.iter().find_map(Part::unreadable));
    let region = session.connection.account.region.as_str();
    let heads = (t!("validate-proxies"), t!("validate-none", region = region));
    print(session, list, heads, text(&lines, &[""]), &sources)
}

#[derive(Serialize)]
struct Profiles {
    schema: &'static str,
    profiles: Vec<ProfileEntry>,
}

#[derive(Serialize)]
struct ProfileEntry {
    name: String,
    /// `null` in the practice organization.
    kind: Option<ProfileKind>,
    region: Option<String>,
    /// The command that signs in, where one does.
    sign_in: Option<String>,
}

impl ProfileEntry {
    fn line(&self, width: usize) -> String {
        let kind = self.kind.map_or(t!("cli-mode-practice"), profile_kind);
        let region = self.region.as_deref().unwrap_or(t!("account-profile-no-region"));
        let facts = match self.kind {
            Some(_) => format!("{kind} · {region}"),
            None => kind.to_owned(),
        };
        format!("{:width$}  {}", one_line(&self.name), one_line(&facts))
    }
}

/// Read from the configuration alone: whether a profile's credentials work is known when it is used.
async fn profiles(accounts: &Accounts, globals: &Globals) -> Ended {
    let (profiles, none) = match &globals.practice {
        Some(scenario) => {
            known_scenario(scenario)?;
            let entry = |name: &str| ProfileEntry { name: name.to_owned(), kind: None, region: None, sign_in: None };
            let profiles = Accounts::practice_profiles(scenario).into_iter().map(entry).collect::<Vec<_>>();
            (profiles, t!("cli-no-practice-profiles-hint"))
        }
        None => {
            let profiles = accounts.profiles().await.map_err(Failure::unreadable)?;
            let entries = profiles.into_iter().map(|profile| ProfileEntry {
                sign_in: profile.login_command(),
                kind: Some(profile.kind),
                region: profile.region,
                name: profile.name,
            });
            (entries.collect(), t!("cli-no-profiles-hint"))
        }
    };
    if globals.format == Some(super::args::Format::Json) {
        output::json(&Profiles { schema: "rds-proxy-wizard/profiles/v1", profiles });
    } else if profiles.is_empty() {
        output::line(none);
    } else {
        let width = profiles.iter().map(|profile| profile.name.chars().count()).max().unwrap_or_default();
        profiles.iter().for_each(|profile| output::line(&profile.line(width)));
    }
    Ok(Exit::Done)
}
