//! `export`: writes the setup down as files.

use serde::Serialize;
use std::path::{Path, PathBuf};

use super::args::{ALL_LANGUAGES, ExportArgs, Globals};
use super::output::{self, Ended, Exit, Failure};
use super::prepare::{choices, prepare};
use super::save::{self, typed};
use super::session::Session;
use super::validate::looked_at;
use crate::accounts::Accounts;
use crate::design::{Obstacle, adopted, choices_of};
use crate::discover::{self, Existing, Invoked};
use crate::disk::saved::NewFile;
use crate::domain::choices::{Choices, ExportChoice};
use crate::domain::handler_language::HandlerLanguage;
use crate::domain::observed::Observed;
use crate::domain::setup::{Note, Setup};
use crate::export::{self, File, Live, TemplateError};
use crate::report::{Kind, Report};
use crate::text::t;

/// Renders and writes the files, and lists them.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &ExportArgs) -> Ended {
    if let Some(id) = &args.target
        && export::target(id).is_none()
    {
        let known: Vec<&str> = export::targets().map(|target| target.id).collect();
        let hint = t!("cli-no-export-target-hint", known = known.join(", "));
        return Err(Failure::usage(t!("cli-no-export-target", id = id.as_str()), hint));
    }
    let source = match &args.proxy {
        Some(proxy) => of_proxy(accounts, globals, args, proxy).await?,
        None => of_choices(accounts, globals, args).await?,
    };
    let live = live(args, &source)?;
    let files = render(&source.setup, live.as_ref(), args.target.as_deref())?;
    let out = typed(&args.out);
    let Some(written) = save::write(&placed(files, &out), args.yes)? else { return Ok(Exit::Done) };
    if source.session.is_json() {
        let notes = args.proxy.is_some().then_some(source.setup.notes.as_slice());
        output::json(&Written { schema: "rds-proxy-wizard/export/v1", folder: &out, files: &written, notes });
    } else {
        output::line(&list(&written, &out));
        if args.proxy.is_some() {
            source.setup.notes.iter().for_each(|note| output::line(&said(note)));
        } else {
            output::line(t!("cli-exported-of-plan"));
        }
    }
    Ok(Exit::Done)
}

/// What is exported, and what it was made from.
struct Source {
    session: Session,
    setup: Setup,
    observed: Observed,
}

/// What is to be set up.
async fn of_choices(accounts: &Accounts, globals: &Globals, args: &ExportArgs) -> Result<Source, Failure> {
    let mut choices = choices(&args.picks)?;
    if let Some(languages) = languages(&args.language) {
        choices.export.languages = languages;
    }
    let session = Session::open(accounts, globals, Some(&choices)).await?;
    let (setup, prepared) = prepare(&session, &choices).await?;
    Ok(Source { session, setup, observed: prepared.observed })
}

/// What is there.
async fn of_proxy(accounts: &Accounts, globals: &Globals, args: &ExportArgs, proxy: &str) -> Result<Source, Failure> {
    let function = args.picks.function.as_deref().map(str::parse::<Invoked>).transpose();
    let function = function.map_err(|error| Failure::usage(error.to_string(), t!("cli-export-function-hint")))?;
    let session = Session::open(accounts, globals, None).await?;
    let existing = Existing { proxy: proxy.to_owned(), function, read_secrets: args.read_secrets };
    let connection = &session.connection;
    let (clock, account) = (connection.clock.as_ref(), &connection.account);
    let observed = discover::observe_to_adopt(session.reader(), clock, account, &existing).await.map_err(obstructed)?;
    looked_at(&observed, &existing)?;
    let mut setup = adopted(&observed, args.user.as_deref()).map_err(obstructed)?;
    if let Some(languages) = languages(&args.language) {
        setup.choices = Some(Choices { export: ExportChoice { languages }, ..choices_of(&setup) });
    }
    Ok(Source { session, setup, observed })
}

/// What is taken over: of a proxy that is there, whatever the setup owns; else only where it is asked for.
fn live(args: &ExportArgs, source: &Source) -> Result<Option<Live>, Failure> {
    if !args.adopt && args.proxy.is_none() {
        return Ok(None);
    }
    let live = export::live(&source.setup, &source.observed).map_err(obstructed)?;
    Ok(Some(live).filter(|live| !live.is_empty()))
}

/// What was not read is AWS's to give; all else is asked of the person.
fn obstructed(obstacles: Vec<Obstacle>) -> Failure {
    let unread = obstacles.iter().any(|obstacle| matches!(obstacle, Obstacle::Unread { .. }));
    let exit = if unread { Exit::Unreadable } else { Exit::Usage };
    Failure { exit, reports: obstacles.into_iter().map(Report::from).collect() }
}

fn said(note: &Note) -> String {
    format!("{}\n    {}", note.title, note.text)
}

/// The languages that were named, in the order of the list; `None` where none was.
fn languages(named: &[String]) -> Option<Vec<HandlerLanguage>> {
    let is_named = |language: &HandlerLanguage| named.iter().any(|id| id == ALL_LANGUAGES || id == language.id());
    let languages: Vec<HandlerLanguage> = HandlerLanguage::ALL.into_iter().filter(is_named).collect();
    (!languages.is_empty()).then_some(languages)
}

#[derive(Serialize)]
struct Written<'a> {
    schema: &'static str,
    folder: &'a Path,
    files: &'a [PathBuf],
    /// What was left out of a proxy that is there, and why.
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<&'a [Note]>,
}

/// The files of one target, or of all.
pub fn render(setup: &Setup, live: Option<&Live>, target: Option<&str>) -> Result<Vec<File>, Failure> {
    let rendered = match target.and_then(export::target) {
        Some(target) => (target.render)(setup),
        None => export::files_of(setup, live),
    };
    rendered.map_err(|error: TemplateError| Failure::new(Exit::Failed, Report::new(Kind::Internal, error.to_string())))
}

/// The files at their places in the folder.
pub fn placed(files: Vec<File>, folder: &Path) -> Vec<NewFile> {
    let placed = |file: File| NewFile { path: folder.join(&file.path), text: file.text, executable: file.executable };
    files.into_iter().map(placed).collect()
}

/// What was written, one file a line.
pub fn list(written: &[PathBuf], folder: &Path) -> String {
    let mut text = t!("cli-exported", count = written.len(), folder = folder.display().to_string());
    for path in written {
        text.push_str(&format!("\n  {}", path.strip_prefix(folder).unwrap_or(path).display()));
    }
    text
}
