//! Writing files the person asked for: to a typed place always, and through a native dialog where
//! there is one. What is there is written over only after its difference was seen.

use std::path::{Path, PathBuf};

use super::checked::Checked;
use super::state::State;
use super::tasks::{TaskAnswer, Tasks};
use crate::disk::saved::{self, Changed, NewFile};
use crate::domain::json::pretty;
use crate::domain::observed::Part;
use crate::export::{File, archive};
use crate::fleet::{self, Fleet};
use crate::monitor::MonitorDocument;
use crate::report::{Kind, Report};
use crate::rules;
use crate::support::diagnostics;
use crate::text::{in_english, said, t};
use crate::words::{ConnectionReport, ReportedLane, Standpoint};

/// What is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The file of the export that is shown, by its place.
    Export(usize),
    /// The files of every target, into one folder.
    AllExports,
    /// The same as one archive.
    Archive,
    /// The choices as TOML.
    Choices,
    /// The log of the run.
    Log,
    /// The check that is shown.
    Report(ReportFormat),
    /// The table of all proxies.
    Fleet(FleetFormat),
    /// What the monitor shows, as JSON.
    Monitor,
    /// Both lanes of a connection.
    Connection(ReportFormat),
    /// Log, reports of crashes, settings and versions in one archive.
    Diagnostics,
}

impl What {
    /// The format that it is saved in, and those that there are, where that is a choice.
    pub const fn formats(self) -> Option<(ReportFormat, &'static [ReportFormat])> {
        match self {
            Self::Report(format) => Some((format, &ReportFormat::ALL)),
            Self::Connection(format) => Some((format, &[ReportFormat::Markdown, ReportFormat::Json])),
            Self::Export(_)
            | Self::AllExports
            | Self::Archive
            | Self::Choices
            | Self::Log
            | Self::Monitor
            | Self::Diagnostics
            | Self::Fleet(_) => None,
        }
    }

    /// It is one text, which can be copied where no file can be written.
    pub const fn is_text(self) -> bool {
        !matches!(self, Self::AllExports | Self::Archive | Self::Diagnostics)
    }

    const fn in_format(self, format: ReportFormat) -> Self {
        match self {
            Self::Report(_) => Self::Report(format),
            Self::Connection(_) => Self::Connection(format),
            other => other,
        }
    }
}

/// Saving, from the question where to until it is written.
#[derive(Debug, Clone, PartialEq)]
pub struct Saving {
    pub what: What,
    /// The typed file or folder.
    pub place: String,
    pub stage: Stage,
    /// What may be written over, because its difference was seen.
    pub seen: Vec<Changed>,
    /// It was not there on the frame before: the keyboard goes to it.
    pub fresh: bool,
}

/// How far saving is.
#[derive(Debug, Clone, PartialEq)]
pub enum Stage {
    /// Where to is the question.
    Asking,
    /// The disk is at work.
    Writing,
    /// These files are there and would change: that is the question.
    Differs(Vec<Changed>),
    /// Why nothing, or not everything, was written.
    Failed(Report),
}

/// What the disk said.
#[derive(Debug, Clone, PartialEq)]
pub enum Saved {
    Written(PathBuf),
    Differs(Vec<Changed>),
    Failed(Report),
    /// The native dialog's answer; `None` when there is no such dialog or it was closed.
    Picked(Option<PathBuf>),
}

/// Begins: with a place where one was typed already, else with the question.
pub fn begin(state: &mut State, tasks: &Tasks, what: What, place: Option<String>) {
    let asked = place.is_none();
    let place = place.unwrap_or_else(|| suggested(state, what));
    let seen = if what == What::AllExports { state.pages.export.against.agreed(&place) } else { Vec::new() };
    state.saving = Some(Saving { what, place, stage: Stage::Asking, seen, fresh: true });
    if !asked {
        carry_on(state, tasks);
    }
}

/// Where something was saved last, else in the home folder; under the name that says what it is.
fn suggested(state: &State, what: What) -> String {
    match &state.settings.save_folder {
        Some(folder) => Path::new(folder).join(name(state, what)).display().to_string(),
        None => format!("~/{}", name(state, what)),
    }
}

/// The name of the file, or of the folder for many.
fn name(state: &State, what: What) -> String {
    match what {
        What::Export(index) => {
            let path = state.pages.export.files().get(index).map(|file| file.path.as_str()).unwrap_or_default();
            Path::new(path).file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
        }
        What::Archive => format!("{}.zip", name(state, What::AllExports)),
        What::AllExports => state.exported().map(|exported| exported.setup.name.clone()).unwrap_or_default(),
        What::Fleet(format) => format!("all-proxies.{}", format.extension()),
        What::Choices => "choices.toml".to_owned(),
        What::Log => "rds-proxy-wizard.log".to_owned(),
        What::Diagnostics => diagnostics::NAME.to_owned(),
        What::Monitor => {
            let shown = state.validation.monitoring.shown.value();
            format!("{}-monitor.json", shown.map_or("rds-proxy", |shown| shown.read.proxy.as_str()))
        }
        What::Report(format) => {
            let proxy = state.shown_check().and_then(|checked| checked.verdict.proxy.as_deref());
            format!("{}-findings.{}", proxy.unwrap_or("rds-proxy"), format.extension())
        }
        What::Connection(format) => format!("{}-connection.{}", state.seen_question().proxy, format.extension()),
    }
}

/// Another format has another name: the typed place follows where it ends in the old one.
pub fn choose_format(state: &mut State, format: ReportFormat) {
    if let Some(saving) = &state.saving {
        let what = saving.what.in_format(format);
        rename(state, what);
    }
}

fn rename(state: &mut State, what: What) {
    let Some(saving) = state.saving.clone() else { return };
    let (old, new) = (name(state, saving.what), name(state, what));
    let place = match saving.place.strip_suffix(&old) {
        Some(folder) => format!("{folder}{new}"),
        None => saving.place,
    };
    state.saving = Some(Saving { what, place, ..saving });
}

/// The text of the one file, for copying where no file can be written.
pub fn text(state: &State, what: What) -> Option<Result<String, Report>> {
    match what {
        What::AllExports | What::Archive | What::Diagnostics => None,
        What::Export(index) => state.pages.export.files().get(index).map(|file| Ok(file.text.clone())),
        What::Choices => Some(
            toml::to_string_pretty(&state.choices)
                .map_err(|error| Report::new(Kind::Internal, said!("choices-unwritten")).because(error.to_string())),
        ),
        What::Log => state.run.as_ref().map(|run| Ok(run.log_text())),
        What::Fleet(format) => Some(fleet_text(&state.all_proxies.fleet, format)),
        What::Monitor => {
            let shown = state.validation.monitoring.shown.value()?;
            Some(Ok(pretty(&MonitorDocument::new(&shown.read, Part::NotAsked))))
        }
        What::Report(format) => state.shown_check().map(|checked| report_text(checked, format)),
        What::Connection(format) => Some(Ok(connection_text(state, format))),
    }
}

/// What was tried, from this machine and from where the function stands.
fn connection_text(state: &State, format: ReportFormat) -> String {
    let about = state.seen_question();
    let function = about.function.as_ref().map(|function| function.name.as_str());
    let here =
        state.attempt.ready().map(|attempt| ReportedLane { from: Standpoint::ThisMachine, function: None, attempt });
    let there =
        state.proving.proof.ready().map(|attempt| ReportedLane { from: Standpoint::Function, function, attempt });
    let report = ConnectionReport { proxy: &about.proxy, lanes: here.into_iter().chain(there).collect() };
    if format == ReportFormat::Json { report.json() } else { report.markdown() }
}

/// What is to be written where: at the typed file, in the typed folder under its own name.
fn new_files(state: &State, saving: &Saving) -> Result<Vec<NewFile>, Report> {
    let place = saved::typed(&saving.place);
    if saving.what == What::AllExports {
        let look = &state.pages.export;
        let written = look.files().iter().filter(|file| !look.against.is_kept(&saving.place, &file.path));
        let placed = |file: &File| NewFile {
            path: place.join(&file.path),
            bytes: file.text.clone().into_bytes(),
            executable: file.executable,
        };
        return Ok(written.map(placed).collect());
    }
    let executable = match saving.what {
        What::Export(index) => state.pages.export.files().get(index).is_some_and(|file| file.executable),
        _ => false,
    };
    let path = if place.is_dir() { place.join(name(state, saving.what)) } else { place };
    let bytes = match saving.what {
        What::Diagnostics => Some(diagnostics::packed(&state.folder)?),
        What::Archive => Some(archive(state.pages.export.files()).map_err(unpacked)?),
        what => text(state, what).transpose()?.map(String::into_bytes),
    };
    Ok(bytes.map(|bytes| NewFile { path, bytes, executable }).into_iter().collect())
}

/// Writes, unless something there would change that was not shown yet.
pub fn carry_on(state: &mut State, tasks: &Tasks) {
    let Some(saving) = state.saving.clone() else { return };
    if saving.place.trim().is_empty() || saving.stage == Stage::Writing {
        return;
    }
    let new = new_files(state, &saving);
    let mut seen = saving.seen;
    if let Stage::Differs(changed) = saving.stage {
        seen.extend(changed);
    }
    let folder = saved::typed(&saving.place);
    let many = saving.what == What::AllExports;
    if let Some(saving) = &mut state.saving {
        saving.stage = Stage::Writing;
    }
    tasks.answer(async move {
        let written = new.and_then(|new| {
            // It may have changed again since it was shown.
            let changed = saved::compare(&new).map_err(unwritable)?;
            if !changed.iter().all(|file| seen.contains(file)) {
                return Ok(Saved::Differs(changed));
            }
            saved::write(&new).map_err(unwritable)?;
            let one = new.into_iter().next().map(|file| file.path).filter(|_| !many);
            Ok(Saved::Written(one.unwrap_or(folder)))
        });
        TaskAnswer::Saved(written.unwrap_or_else(Saved::Failed))
    });
}

/// Asks the system's own dialog where to. Where there is none the typed place stays.
pub fn browse(state: &State, tasks: &Tasks) {
    let Some(saving) = &state.saving else { return };
    let (many, name) = (saving.what == What::AllExports, name(state, saving.what));
    let dialog = rfd::AsyncFileDialog::new();
    let dialog = match &state.settings.save_folder {
        Some(folder) => dialog.set_directory(folder),
        None => dialog,
    };
    tasks.answer(async move {
        let picked = if many {
            dialog.set_title(t!("dialog-folder")).pick_folder().await
        } else {
            dialog.set_title(t!("dialog-file")).set_file_name(name).save_file().await
        };
        TaskAnswer::Saved(Saved::Picked(picked.map(|picked| picked.path().to_owned())))
    });
}

/// Takes in what the disk said; gives the place that was written to.
pub fn receive(state: &mut State, saved: Saved) -> Option<PathBuf> {
    let saving = state.saving.as_mut();
    match (saved, saving) {
        (Saved::Written(place), saving) => {
            let folder = saving.filter(|saving| saving.what == What::AllExports).map(|saving| saving.place.clone());
            state.saving = None;
            if let Some(folder) = folder {
                state.pages.export.go_to(folder);
            }
            state.pages.export.against.read_again();
            return Some(place);
        }
        (Saved::Differs(changed), Some(saving)) => saving.stage = Stage::Differs(changed),
        (Saved::Failed(report), Some(saving)) => saving.stage = Stage::Failed(report),
        (Saved::Picked(Some(place)), Some(saving)) => {
            saving.place = place.display().to_string();
            saving.stage = Stage::Asking;
        }
        (Saved::Picked(None), _) | (_, None) => {}
    }
    None
}

/// What a report is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ReportFormat {
    #[default]
    Markdown,
    Html,
    Json,
}

impl ReportFormat {
    pub const ALL: [Self; 3] = [Self::Markdown, Self::Html, Self::Json];

    const fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Json => "json",
        }
    }
}

/// What the table of all proxies is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FleetFormat {
    #[default]
    Html,
    Csv,
    Json,
    Sarif,
}

impl FleetFormat {
    pub const ALL: [Self; 4] = [Self::Html, Self::Csv, Self::Json, Self::Sarif];

    const fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Sarif => "sarif",
        }
    }
}

fn fleet_text(fleet: &Fleet, format: FleetFormat) -> Result<String, Report> {
    match format {
        FleetFormat::Csv => Ok(in_english(|| fleet::csv(fleet))),
        FleetFormat::Json => Ok(in_english(|| format!("{}\n", fleet::json(fleet)))),
        FleetFormat::Sarif => Ok(in_english(|| format!("{}\n", fleet::sarif(fleet, None)))),
        FleetFormat::Html => fleet::html(fleet)
            .map_err(|error| Report::new(Kind::Input, said!("report-unwritten")).because(error.to_string())),
    }
}

/// Another format of the table: the typed place follows where it ends in the old name.
pub fn choose_fleet_format(state: &mut State, format: FleetFormat) {
    rename(state, What::Fleet(format));
}

/// A check as a file: for people, or the findings schema for programs.
fn report_text(checked: &Checked, format: ReportFormat) -> Result<String, Report> {
    let picture = || rules::picture(&checked.observed, &checked.verdict);
    match format {
        ReportFormat::Markdown => Ok(rules::markdown(&checked.verdict, &picture())),
        ReportFormat::Json => Ok(in_english(|| format!("{}\n", rules::json(&checked.in_english())))),
        ReportFormat::Html => rules::html(&checked.verdict, &picture())
            .map_err(|error| Report::new(Kind::Input, said!("report-unwritten")).because(error.to_string())),
    }
}

fn unpacked(error: impl std::fmt::Display) -> Report {
    Report::new(Kind::Internal, said!("save-not-packed")).because(error.to_string())
}

fn unwritable((path, error): (PathBuf, std::io::Error)) -> Report {
    Report::new(Kind::Input, said!("save-failed", path = path.display().to_string()))
        .because(error.to_string())
        .hint(said!("save-failed-hint"))
}
