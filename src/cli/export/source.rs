//! What an export is made from: what is to be set up, or a proxy that is there.

use super::super::args::Globals;
use super::super::output::{Exit, Failure};
use super::super::prepare::{UsedProxy, choices, prepare};
use super::super::session::Session;
use super::super::validate::looked_at;
use super::args::{ALL_LANGUAGES, ExportArgs};
use crate::accounts::Accounts;
use crate::design::{Obstacle, adopted, choices_of};
use crate::discover::{self, Existing, Invoked};
use crate::domain::choices::{Choices, ExportChoice};
use crate::domain::handler_language::HandlerLanguage;
use crate::domain::observed::Observed;
use crate::domain::setup::Setup;
use crate::export::{self, Live};
use crate::report::{Kind, Report};
use crate::text::t;

/// What is exported, and what it was made from.
pub(super) struct Source {
    pub session: Session,
    pub setup: Setup,
    observed: Observed,
}

impl Source {
    /// The source that the arguments name.
    pub async fn open(accounts: &Accounts, globals: &Globals, args: &ExportArgs) -> Result<Self, Failure> {
        match &args.proxy {
            Some(proxy) => of_proxy(accounts, globals, args, proxy).await,
            None => of_choices(accounts, globals, args).await,
        }
    }

    /// What is taken over: of a proxy that is there, whatever the setup owns; else only where it is asked
    /// for.
    pub fn live(&self, args: &ExportArgs) -> Result<Option<Live>, Failure> {
        if !args.adopt && args.proxy.is_none() {
            return Ok(None);
        }
        let live = export::live(&self.setup, &self.observed).map_err(obstructed)?;
        Ok(Some(live).filter(|live| !live.is_empty()))
    }
}

/// What is to be set up.
async fn of_choices(accounts: &Accounts, globals: &Globals, args: &ExportArgs) -> Result<Source, Failure> {
    let mut choices = choices(&args.picks, &UsedProxy::default())?;
    choices.export = wanted(args, choices.export);
    let session = Session::open(accounts, globals, Some(&choices)).await?;
    let (setup, prepared) = prepare(&session, &choices).await?;
    refuse_parts_that_do_not_fit(&choices.export, &setup)?;
    Ok(Source { session, setup, observed: prepared.observed })
}

/// What is there.
async fn of_proxy(accounts: &Accounts, globals: &Globals, args: &ExportArgs, proxy: &str) -> Result<Source, Failure> {
    if args.picks.function.len() > 1 {
        return Err(Failure::usage(t!("several-not-there"), t!("several-not-there-hint")));
    }
    let function = args.picks.function.first().map(|name| name.parse::<Invoked>()).transpose();
    let function = function.map_err(|error| Failure::usage(error.to_string(), t!("cli-export-function-hint")))?;
    let session = Session::open(accounts, globals, None).await?;
    let existing = Existing { proxy: proxy.to_owned(), function, read_secrets: args.read_secrets };
    let connection = &session.connection;
    let (clock, account) = (connection.clock.as_ref(), &connection.account);
    let observed = discover::observe_to_adopt(session.reader(), clock, account, &existing).await.map_err(obstructed)?;
    looked_at(&session, &observed, &existing).await?;
    let mut setup = adopted(&observed, args.user.as_deref()).map_err(obstructed)?;
    let export = wanted(args, ExportChoice::default());
    refuse_parts_that_do_not_fit(&export, &setup)?;
    setup.choices = Some(Choices { export, ..choices_of(&setup) });
    Ok(Source { session, setup, observed })
}

/// What the choices say of the export, with what the command line says of it.
fn wanted(args: &ExportArgs, mut export: ExportChoice) -> ExportChoice {
    if let Some(languages) = languages(&args.language) {
        export.languages = languages;
    }
    if !args.with.is_empty() {
        export.parts.clone_from(&args.with);
    }
    export
}

/// The languages that were named, in the order of the list; `None` where none was.
fn languages(named: &[String]) -> Option<Vec<HandlerLanguage>> {
    let is_named = |language: &HandlerLanguage| named.iter().any(|id| id == ALL_LANGUAGES || id == language.id());
    let languages: Vec<HandlerLanguage> = HandlerLanguage::ALL.into_iter().filter(is_named).collect();
    (!languages.is_empty()).then_some(languages)
}

/// A part that was asked for and is not exported would be missed later.
fn refuse_parts_that_do_not_fit(export: &ExportChoice, setup: &Setup) -> Result<(), Failure> {
    for part in &export.parts {
        if let Err(why) = part.fits(setup) {
            let report = Report::new(Kind::Input, t!("cli-part-does-not-fit", part = part.id())).because(why);
            return Err(Failure::new(Exit::Usage, report.hint(t!("cli-part-does-not-fit-hint", part = part.id()))));
        }
    }
    Ok(())
}

/// What was not read is AWS's to give; all else is asked of the person.
fn obstructed(obstacles: Vec<Obstacle>) -> Failure {
    let unread = obstacles.iter().any(|obstacle| matches!(obstacle, Obstacle::Unread { .. }));
    let exit = if unread { Exit::Unreadable } else { Exit::Usage };
    Failure { exit, reports: obstacles.into_iter().map(Report::from).collect() }
}
