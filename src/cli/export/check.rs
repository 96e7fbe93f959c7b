//! `export --check`: a folder against what would be written into it. Writes nothing.

use serde::Serialize;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::super::output::{self, Ended, Exit, Failure};
use crate::disk::there;
use crate::export::{Compared, File, FileStanding, StandingId, compare};
use crate::report::{Kind, Report};
use crate::text::t;

#[derive(Serialize)]
struct Checked<'a> {
    schema: &'static str,
    folder: &'a Path,
    equal: bool,
    files: Vec<FileRow<'a>>,
}

#[derive(Serialize)]
struct FileRow<'a> {
    path: &'a str,
    state: StandingId,
    #[serde(skip_serializing_if = "Option::is_none")]
    diff: Option<&'a str>,
}

/// Says how the folder differs; that it does is exit code 1.
pub fn run(files: &[File], others: &BTreeSet<String>, folder: &Path, is_json: bool) -> Ended {
    let paths = files.iter().map(|file| &file.path).chain(others).map(String::as_str);
    let there = there::in_folder(folder, paths).map_err(unreadable)?;
    let rows = compare(files, &there);
    let equal = count(&rows, StandingId::New) + count(&rows, StandingId::Differs) == 0;
    if is_json {
        let files = rows.iter().map(row).collect();
        output::json(&Checked { schema: "rds-proxy-wizard/export-check/v1", folder, equal, files });
    } else {
        output::line(&text(&rows, folder));
    }
    Ok(if equal { Exit::Done } else { Exit::Failed })
}

fn count(rows: &[Compared], state: StandingId) -> usize {
    rows.iter().filter(|row| row.standing.id() == state).count()
}

fn row(row: &Compared) -> FileRow<'_> {
    let diff = match &row.standing {
        FileStanding::Differs(Some(difference)) => Some(difference.unified.as_str()),
        _ => None,
    };
    FileRow { path: &row.path, state: row.standing.id(), diff }
}

/// What is not equal, then how many there are of each.
fn text(rows: &[Compared], folder: &Path) -> String {
    let mut text = String::new();
    for Compared { path, standing } in rows {
        let place = folder.join(path).display().to_string();
        match standing {
            FileStanding::Equal => continue,
            FileStanding::New => text.push_str(&t!("cli-check-new", path = path.as_str())),
            FileStanding::Left => text.push_str(&t!("cli-check-left", path = path.as_str())),
            FileStanding::Differs(Some(difference)) => {
                text.push_str(&format!("--- {place}\n+++ {place}\n{}", difference.unified.trim_end()));
            }
            FileStanding::Differs(None) => text.push_str(&t!("cli-save-no-diff", path = place)),
        }
        text.push('\n');
    }
    let [equal, new, differ] =
        [StandingId::Equal, StandingId::New, StandingId::Differs].map(|state| count(rows, state));
    text + &t!("cli-check-counts", folder = folder.display().to_string(), equal = equal, new = new, differ = differ)
}

fn unreadable((path, error): (PathBuf, std::io::Error)) -> Failure {
    let report = Report::new(Kind::Input, t!("cli-check-unreadable", path = path.display().to_string()));
    Failure::new(Exit::Usage, report.because(error.to_string()))
}
