//! `validate --all`: every proxy of an account and region, or of many.

use std::sync::{Mutex, PoisonError};

use super::args::ValidateArgs;
use super::compared::Compared;
use super::given::Given;
use super::{fails, is_whole, no_report, nothing_checked, tell_drift};
use crate::accounts::{Accounts, Source};
use crate::cli::args::{Format, Globals};
use crate::cli::code;
use crate::cli::output::{self, Ended, Exit, Failure};
use crate::cli::session::{known_profile, known_scenario, possible_region, source};
use crate::cloud::Gate;
use crate::domain::UnixSeconds;
use crate::domain::finding::Severity;
use crate::fleet::{self, Fleet};
use crate::rules::{self, Verdict};
use crate::sweep::{SweepNews, SweepScope, sweep};
use crate::text::{series, t};

/// Reads, judges and reports.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &ValidateArgs, given: &Given) -> Ended {
    let wanted = SweepScope {
        sources: sources(accounts, globals, args).await?,
        regions: regions(globals, args)?,
        role: args.organization_role.clone(),
        read_secrets: args.read_secrets,
        every_language: false,
        gate: Gate::default(),
    };
    for source in &wanted.sources {
        code::ask(accounts, source, wanted.regions.first().map(String::as_str)).await?;
    }
    let gathered = Mutex::new(Fleet::default());
    let judge = |observed: &_| given.judge(observed);
    sweep(accounts, &wanted, &judge, &|told| hear(&gathered, told)).await;
    output::in_place("");
    let fleet = gathered.into_inner().unwrap_or_else(PoisonError::into_inner);
    if !is_several(args)
        && let ([], [unread]) = (fleet.read.as_slice(), fleet.unread.as_slice())
    {
        return Err(Failure::unreadable(unread.error.clone()));
    }
    let verdicts: Vec<&Verdict> = fleet.proxies.iter().map(|row| &row.verdict).collect();
    let whole: Vec<(&str, &str)> =
        fleet.read.iter().map(|place| (place.account.id.as_str(), place.account.region.as_str())).collect();
    let compared = given.compare(&verdicts, &whole);
    print(&fleet, compared.as_ref(), globals.format.unwrap_or(Format::Text), is_several(args))?;
    if given.is_whole() {
        let judged: Vec<(&Verdict, UnixSeconds)> =
            fleet.proxies.iter().map(|row| (&row.verdict, row.read_at)).collect();
        tell_drift(&accounts.verdicts(), &judged, globals.format.unwrap_or(Format::Text));
    }
    given.tell_unfitted(&verdicts, &whole);
    let failed = fails(&verdicts, compared.as_ref(), args);
    if fleet.proxies.is_empty() || verdicts.iter().any(|verdict| verdict.says_nothing()) {
        return Ok(nothing_checked(args, fleet.proxies.is_empty(), failed));
    }
    let whole = is_whole(&verdicts) && fleet.unread.is_empty();
    Ok(match (failed, whole) {
        (true, _) => Exit::Failed,
        (false, true) => Exit::Done,
        (false, false) => Exit::Unreadable,
    })
}

/// More than one account and region is meant.
fn is_several(args: &ValidateArgs) -> bool {
    !args.profiles.is_empty() || !args.regions.is_empty() || args.organization_role.is_some()
}

async fn sources(accounts: &Accounts, globals: &Globals, args: &ValidateArgs) -> Result<Vec<Source>, Failure> {
    if let Some(scenario) = &globals.practice {
        known_scenario(scenario)?;
        if args.profiles.is_empty() {
            return Ok(vec![source(globals, None)]);
        }
        let named = |name: &String| {
            Accounts::practice_profile(scenario, name).ok_or_else(|| {
                let known = Accounts::practice_profiles(scenario);
                let hint = match known.as_slice() {
                    [] => t!("cli-no-practice-profiles-hint").to_owned(),
                    known => t!("cli-no-profile-hint", known = series(known)),
                };
                Failure::usage(t!("cli-no-profile", name = name.as_str()), hint).meant(name, known)
            })
        };
        return args.profiles.iter().map(named).collect();
    }
    if args.profiles.is_empty() {
        known_profile(accounts, globals.profile.as_deref()).await?;
        return Ok(vec![source(globals, None)]);
    }
    for name in &args.profiles {
        known_profile(accounts, Some(name)).await?;
    }
    Ok(args.profiles.iter().map(|name| Source::Profile { name: Some(name.clone()) }).collect())
}

fn regions(globals: &Globals, args: &ValidateArgs) -> Result<Vec<String>, Failure> {
    for region in &args.regions {
        possible_region(globals, Some(region))?;
    }
    if !args.regions.is_empty() {
        return Ok(args.regions.clone());
    }
    // A scenario of the practice account has a region of its own.
    let one = globals.region.clone().filter(|_| globals.practice.is_none());
    Ok(one.into_iter().collect())
}

fn hear(gathered: &Mutex<Fleet>, told: SweepNews) {
    let mut fleet = gathered.lock().unwrap_or_else(PoisonError::into_inner);
    match told {
        SweepNews::Planned(_) => return,
        SweepNews::Listed { place, .. } => fleet.add_read(place),
        SweepNews::Unread(place) => fleet.add_unread(place),
        SweepNews::Same(place) => fleet.add_same(place),
        SweepNews::Judged(row) => fleet.add(*row),
    }
    let totals = fleet.totals();
    output::in_place(&t!("cli-fleet-progress", read = totals.proxies, listed = totals.listed));
}

fn print(fleet: &Fleet, compared: Option<&Compared>, format: Format, several: bool) -> Result<(), Failure> {
    match format {
        Format::Text => text(fleet, compared, several),
        Format::Json if several => match compared {
            Some(compared) => output::json(&compared.with(fleet::document(fleet))),
            None => output::json(&fleet::document(fleet)),
        },
        Format::Json => {
            let (account, region) =
                fleet.read.first().map_or(("", ""), |place| (place.account.id.as_str(), place.account.region.as_str()));
            let list = rules::list_value(account, region, fleet.proxies.iter().map(|row| &row.verdict));
            match compared {
                Some(compared) => output::json(&compared.with(list)),
                None => output::json(&list),
            }
        }
        Format::Markdown => output::line(&fleet::markdown(fleet)),
        Format::Html => output::line(&fleet::html(fleet).map_err(|error| no_report(&error))?),
        Format::Sarif => output::line(&match compared {
            Some(compared) => compared.sarif(|earlier| fleet::sarif(fleet, Some(earlier))),
            None => fleet::sarif(fleet, None),
        }),
        Format::Csv => output::raw(&compared.map_or_else(|| fleet::csv(fleet), |compared| compared.csv(fleet))),
    }
    if let Some(compared) = compared
        && !matches!(format, Format::Text | Format::Json)
    {
        output::aside(&compared.text().join("\n"));
    }
    Ok(())
}

/// The table; of one account and region, then those with something to say, in full.
fn text(fleet: &Fleet, compared: Option<&Compared>, several: bool) {
    output::line(&fleet::text(fleet).join("\n"));
    if let Some(compared) = compared {
        output::line(&format!("\n{}", compared.text().join("\n")));
    }
    if several {
        return;
    }
    for row in fleet.proxies.iter().filter(|row| row.verdict.worst() >= Some(Severity::Warning)) {
        let findings = rules::text(&row.verdict, &row.picture).join("\n");
        output::line(&format!("\n== {}\n{findings}", row.at.name));
    }
}
