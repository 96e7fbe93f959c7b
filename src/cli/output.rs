//! What every verb prints through, and the exit codes.
//!
//! Nobody reading is no error here: `plan | head` ends quietly, and a run goes on.

use serde::Serialize;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use super::args::Format;
use crate::cloud::CloudError;
use crate::domain::json::{on_one_line, pretty};
use crate::domain::outside::lines;
use crate::report::{Kind, Report};

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done, or nothing found.
    Done,
    /// A finding of severity error, a failed apply, no connection.
    Failed,
    /// Wrong use: an argument, a file, a name.
    Usage,
    /// AWS could not be read.
    Unreadable,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Failed => 1,
            Exit::Usage => 2,
            Exit::Unreadable => 3,
        })
    }
}

/// Why a verb could not do its work.
#[derive(Debug, Clone)]
pub struct Failure {
    /// How the program ends.
    pub exit: Exit,
    /// What to say, one report or more.
    pub reports: Vec<Report>,
}

/// How a verb ended.
pub type Ended = Result<Exit, Failure>;

impl Failure {
    /// One report.
    pub fn new(exit: Exit, report: Report) -> Self {
        Self { exit, reports: vec![report] }
    }

    /// An argument, a file or a name is wrong.
    pub fn usage(title: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new(Exit::Usage, Report::new(Kind::Input, title).hint(hint))
    }

    /// AWS could not be read.
    pub fn unreadable(error: CloudError) -> Self {
        Self::new(Exit::Unreadable, Report::from(error))
    }

    /// Says it: as JSON on standard output where JSON is asked for, else on standard error.
    pub fn print(&self, format: Option<Format>) {
        #[derive(Serialize)]
        struct Errors<'a> {
            schema: &'static str,
            errors: &'a [Report],
        }
        if format == Some(Format::Json) {
            return json_line(&Errors { schema: "rds-proxy-wizard/errors/v1", errors: &self.reports });
        }
        for report in &self.reports {
            aside(&report.to_string());
        }
    }
}

/// A line of text on standard output, or several that are laid out.
pub fn line(text: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{}", lines(text));
}

/// Text that has its own line breaks, as it is.
pub fn raw(text: &str) {
    let _ = write!(std::io::stdout().lock(), "{text}");
}

/// A line of text beside the output, on standard error.
pub fn aside(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{}", lines(text));
}

/// A line beside the output in the place of the one before it; nothing where no terminal shows it.
pub fn in_place(text: &str) {
    let mut err = std::io::stderr().lock();
    if err.is_terminal() {
        let _ = write!(err, "\r\x1b[K{}", lines(text));
        let _ = err.flush();
    }
}

/// A JSON document.
pub fn json(document: &impl Serialize) {
    line(&pretty(document));
}

/// A JSON document on one line.
pub fn json_line(document: &impl Serialize) {
    line(&on_one_line(document));
}

/// Somebody is there to read what is drawn on standard output.
pub fn is_terminal() -> bool {
    std::io::stdout().is_terminal()
}
