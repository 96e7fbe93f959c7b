//! Loads on disk: of each its record in JSON, its calls as CSV and its plots as SVG, for their owner only.

use serde::Deserialize;
use std::io;
use std::path::{Path, PathBuf};

use super::call::LoadCall;
use super::record::{Record, VERSION};
use super::svg;
use crate::disk::private;
use crate::text::t;

const DRAFT: &str = ".load-";

/// A folder of loads.
#[derive(Debug, Clone)]
pub struct Records {
    folder: PathBuf,
}

/// A record was not written or read.
#[derive(Debug, thiserror::Error)]
pub enum KeptError {
    #[error("{}", t!("load-not-kept", path = .path.display().to_string(), why = .source.to_string()))]
    NotKept { path: PathBuf, source: io::Error },
    #[error("{}", t!("load-not-a-record", path = .path.display().to_string(), why = .why.as_str()))]
    NotARecord { path: PathBuf, why: String },
    #[error("{}", t!("load-newer-record", path = .0.display().to_string()))]
    Newer(PathBuf),
}

impl Records {
    /// Loads in `folder`, which is made when it is needed.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// The file of a name, or the path that was given.
    pub fn path(&self, name_or_path: &str) -> PathBuf {
        let given = Path::new(name_or_path);
        if given.extension().is_some() || given.components().count() > 1 {
            return given.to_owned();
        }
        self.folder.join(format!("{name_or_path}.json"))
    }

    /// The name, or the next after it that no kept load has.
    pub fn free(&self, name: &str) -> String {
        let next = (2_u32..).map(|number| format!("{name}-{number}"));
        std::iter::once(name.to_owned()).chain(next).find(|name| !self.path(name).exists()).unwrap_or_default()
    }

    /// Writes the record, its calls and its plots; returns the record's file.
    ///
    /// # Errors
    /// The folder or a file cannot be written.
    pub fn save(&self, record: &Record) -> Result<PathBuf, KeptError> {
        let path = self.path(&record.name);
        let write = || -> io::Result<()> {
            private::folder(&self.folder)?;
            private::replace(&path.with_extension("csv"), DRAFT, csv(&record.calls).as_bytes())?;
            private::replace(&path.with_extension("svg"), DRAFT, svg::draw(record).as_bytes())?;
            private::replace(&path, DRAFT, &serde_json::to_vec(record)?)
        };
        write().map_err(|source| KeptError::NotKept { path: path.clone(), source })?;
        Ok(path)
    }

    /// Writes a picture of the load of this name beside its record; returns its file.
    ///
    /// # Errors
    /// The folder or the file cannot be written.
    pub fn save_picture(&self, name: &str, png: &[u8]) -> Result<PathBuf, KeptError> {
        let path = self.path(name).with_extension("png");
        let write = || private::folder(&self.folder).and_then(|()| private::replace(&path, DRAFT, png));
        write().map_err(|source| KeptError::NotKept { path: path.clone(), source })?;
        Ok(path)
    }

    /// # Errors
    /// It is no record, or one of a newer form.
    pub fn load(path: &Path) -> Result<Record, KeptError> {
        #[derive(Deserialize)]
        struct Form {
            version: u32,
        }
        let not = |why: String| KeptError::NotARecord { path: path.to_owned(), why };
        let bytes = private::read(path).map_err(|error| not(error.to_string()))?;
        let form: Form = serde_json::from_slice(&bytes).map_err(|error| not(error.to_string()))?;
        if form.version > VERSION {
            return Err(KeptError::Newer(path.to_owned()));
        }
        serde_json::from_slice(&bytes).map_err(|error| not(error.to_string()))
    }

    /// Every record that can be read, the newest first.
    pub fn list(&self) -> Vec<Record> {
        let Ok(entries) = std::fs::read_dir(&self.folder) else { return Vec::new() };
        let paths = entries.flatten().map(|entry| entry.path());
        let json = paths.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
        let mut records: Vec<Record> = json.filter_map(|path| Self::load(&path).ok()).collect();
        records.sort_by_key(|record| std::cmp::Reverse(record.started_at));
        records
    }
}

/// One call a line, in the order in which they came back.
fn csv(calls: &[LoadCall]) -> String {
    let mut text = "at_ms,at_once,outcome,ms,handler_ms,init_ms,billed_ms,round_trip_ms,connection,error\n".to_owned();
    for call in calls {
        let number = |value: Option<f64>| value.map(|value| format!("{value:.2}")).unwrap_or_default();
        // A spreadsheet takes what begins with such a sign for a formula.
        let error = call.error.as_deref().unwrap_or_default().replace('"', "\"\"");
        let guard = if error.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
        text.push_str(&format!(
            "{},{},{},{:.2},{},{},{},{:.2},{},\"{guard}{error}\"\n",
            call.at_ms,
            call.at_once,
            call.outcome.word(),
            call.ms(),
            number(call.handler_ms),
            number(call.init_ms),
            number(call.billed_ms),
            call.round_trip_ms,
            call.connection.as_deref().unwrap_or_default(),
        ));
    }
    text
}
