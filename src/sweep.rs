//! Reads and judges the proxies of many accounts and regions, and tells as it goes.
//!
//! An account that cannot be opened or listed is told with its reason and holds up no other. The facts of an
//! account and region are read once for all its proxies; each proxy is judged as its own facts arrive, and then
//! they are let go. Changes nothing.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use futures::StreamExt;
use futures::future::BoxFuture;

use crate::accounts::{Accounts, Source};
use crate::cloud::{CloudError, CloudResult, Connection, ErrorKind, Gate};
use crate::discover::{self, Heard};
use crate::domain::account::{Account, Mode};
use crate::domain::observed::Observed;
use crate::fleet::{Judged, ReadPlace, SamePlace, Through, UnreadPlace};
use crate::rules::Verdict;
use crate::text::{in_english, said};

/// Accounts and regions read at a time; each of them makes several calls at once.
const AT_ONCE: usize = 4;

/// Whose proxies are wanted.
#[derive(Debug, Clone, Default)]
pub struct SweepScope {
    /// Each is a profile, an account of an organization, or the practice account.
    pub sources: Vec<Source>,
    /// Empty means each account's own.
    pub regions: Vec<String>,
    /// Name of a role: the organization of each source is listed, and the role assumed in its accounts.
    pub role: Option<String>,
    /// The person allows `secretsmanager:GetSecretValue`.
    pub read_secrets: bool,
    /// It is shown where the language may change; what is saved of it for programs is in English.
    pub every_language: bool,
    /// Holds it between one account or proxy and the next.
    pub gate: Gate,
}

/// What is told.
#[derive(Debug, Clone)]
pub enum SweepNews {
    /// So many accounts and regions will be read.
    Planned(usize),
    /// The proxies of one were listed.
    Listed {
        place: ReadPlace,
        source: Source,
    },
    Unread(UnreadPlace),
    /// Another source leads there too.
    Same(SamePlace),
    Judged(Box<Judged>),
}

/// Holds the facts of a proxy against the rules.
pub type Judge<'a> = dyn Fn(&Observed) -> Verdict + Send + Sync + 'a;
/// Is told.
pub type Tell<'a> = dyn Fn(SweepNews) + Send + Sync + 'a;

/// One account and region to be read.
struct PlaceToRead {
    source: Source,
    through: Through,
    region: Option<String>,
}

/// Reads what is wanted.
pub async fn sweep(accounts: &Accounts, wanted: &SweepScope, judge: &Judge<'_>, tell: &Tell<'_>) {
    let stops = stops(accounts, wanted, tell).await;
    tell(SweepNews::Planned(stops.len()));
    // Two profiles may lead to one account.
    let claimed = Mutex::new(BTreeSet::new());
    let mut visits: Vec<BoxFuture<'_, ()>> = Vec::new();
    for stop in &stops {
        visits.push(Box::pin(visit(accounts, wanted, stop, &claimed, judge, tell)));
    }
    futures::stream::iter(visits).buffer_unordered(AT_ONCE).collect::<()>().await;
}

/// Every account in every region.
async fn stops(accounts: &Accounts, wanted: &SweepScope, tell: &Tell<'_>) -> Vec<PlaceToRead> {
    let mut stops = Vec::new();
    for source in &wanted.sources {
        let through = Through { profile: profile_of(source), member: None };
        let mut found = vec![(source.clone(), through.clone())];
        if let Some(role) = &wanted.role {
            match members(accounts, source, wanted.regions.first().map(String::as_str), role).await {
                Ok(members) => found.extend(
                    members
                        .into_iter()
                        .map(|(member, name)| (member, Through { member: Some(name), ..through.clone() })),
                ),
                Err(error) => tell(SweepNews::Unread(UnreadPlace { through, account: None, region: None, error })),
            }
        }
        for (source, through) in found {
            let stop = |region| PlaceToRead { source: source.clone(), through: through.clone(), region };
            match wanted.regions.as_slice() {
                [] => stops.push(stop(None)),
                regions => stops.extend(regions.iter().map(|region| stop(Some(region.clone())))),
            }
        }
    }
    stops
}

/// The other active accounts of the source's organization, each through the role, with their names.
async fn members(
    accounts: &Accounts,
    source: &Source,
    region: Option<&str>,
    role: &str,
) -> CloudResult<Vec<(Source, String)>> {
    let connection = accounts.open(source, region).await?;
    let listed = connection.reader().organization_accounts().await?;
    let others = listed.into_iter().filter(|member| member.is_active() && member.id != connection.account.id);
    let member =
        |id: String| Source::Member { through: Box::new(source.clone()), account: id, role: Some(role.to_owned()) };
    Ok(others.map(|other| (member(other.id), other.name)).collect())
}

async fn visit(
    accounts: &Accounts,
    wanted: &SweepScope,
    stop: &PlaceToRead,
    claimed: &Mutex<BTreeSet<(String, String)>>,
    judge: &Judge<'_>,
    tell: &Tell<'_>,
) {
    let unread = |error: CloudError| {
        let account = match &stop.source {
            Source::Member { account, .. } => Some(account.clone()),
            _ => None,
        };
        tell(SweepNews::Unread(UnreadPlace {
            through: stop.through.clone(),
            account,
            region: stop.region.clone(),
            error,
        }));
    };
    wanted.gate.pass().await;
    let connection = match open(accounts, stop).await {
        Ok(connection) => connection,
        Err(error) => return unread(error),
    };
    let mut account = connection.account.clone();
    let elsewhere = elsewhere(stop, &account);
    if let Some(region) = elsewhere {
        account.region = region.to_owned();
    }
    let place = (account.id.clone(), account.region.clone());
    if !claimed.lock().unwrap_or_else(PoisonError::into_inner).insert(place) {
        let (account, region) = (account.id, account.region);
        return tell(SweepNews::Same(SamePlace { through: stop.through.clone(), account, region }));
    }
    let listed = |proxies: usize| {
        let place = ReadPlace { account: account.clone(), through: stop.through.clone(), proxies };
        let name = place.name().to_owned();
        tell(SweepNews::Listed { place, source: stop.source.clone() });
        name
    };
    if elsewhere.is_some() {
        listed(0);
        return;
    }
    let name = Mutex::new(String::new());
    let hear = |heard| match heard {
        Heard::Listed(names) => *name.lock().unwrap_or_else(PoisonError::into_inner) = listed(names.len()),
        Heard::Read(_, observed) => {
            let name = name.lock().unwrap_or_else(PoisonError::into_inner);
            let judged = || Judged::new(&observed, judge(&observed), &name);
            let judged = match wanted.every_language {
                true => in_english(judged).in_every_language(&observed, judge),
                false => judged(),
            };
            tell(SweepNews::Judged(Box::new(judged)));
        }
    };
    let (reader, clock) = (connection.reader(), connection.clock.as_ref());
    let read = discover::observe_each(reader, clock, &account, wanted.read_secrets, &wanted.gate, &hear);
    if let Err(error) = read.await {
        unread(error);
    }
}

async fn open(accounts: &Accounts, stop: &PlaceToRead) -> CloudResult<Connection> {
    let connection = accounts.open(&stop.source, stop.region.as_deref()).await;
    let connection = connection.map_err(|error| in_region(error, stop.region.as_deref()))?;
    if connection.account.mode == Mode::Practice {
        // A real account has been asked this while it was opened.
        connection.reader().caller().await?;
    }
    Ok(connection)
}

/// A region that an account has not opted into knows nobody's keys.
/// <https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html>
fn in_region(mut error: CloudError, region: Option<&str>) -> CloudError {
    if let Some(region) = region
        && error.has_kind(ErrorKind::NoCredentials)
        && matches!(error.code.as_deref(), Some("InvalidClientTokenId" | "UnrecognizedClientException"))
    {
        error.message = said!("error-region-maybe-off", message = &error.message, region = region);
    }
    error
}

/// A scenario of the practice account has one region, and nothing in any other: the one that is asked about.
fn elsewhere<'a>(stop: &'a PlaceToRead, account: &Account) -> Option<&'a str> {
    let asked = stop.region.as_deref().filter(|region| *region != account.region);
    asked.filter(|_| matches!(stop.source, Source::Practice { .. }))
}

fn profile_of(source: &Source) -> Option<String> {
    match source {
        Source::Profile { name } => name.clone(),
        Source::Member { through, account, role: None } => {
            Accounts::practice_name(account).map(str::to_owned).or_else(|| profile_of(through))
        }
        Source::Member { through, .. } => profile_of(through),
        Source::Practice { .. } => None,
    }
}
