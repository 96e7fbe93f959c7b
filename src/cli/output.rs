//! What every verb prints through, and the exit codes.
//!
//! Nobody reading is no error here: `plan | head` ends quietly, and a run goes on.

use anstream::{AutoStream, ColorChoice};
use serde::Serialize;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::sync::OnceLock;

use super::args::{Color, Format};
use super::paint::painted;
use crate::cloud::CloudError;
use crate::domain::json::{on_one_line, pretty};
use crate::domain::outside::lines;
use crate::report::{Kind, Report};
use crate::text::Sentence;

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
    pub fn usage(title: impl Into<Sentence>, hint: impl Into<Sentence>) -> Self {
        Self::new(Exit::Usage, Report::new(Kind::Input, title).hint(hint))
    }

    /// AWS could not be read.
    pub fn unreadable(error: CloudError) -> Self {
        Self::new(Exit::Unreadable, Report::from(error))
    }

    /// The same, with this question before all other hints.
    pub fn asking(mut self, question: String) -> Self {
        if let Some(report) = self.reports.first_mut() {
            *report = report.clone().hint_first(question);
        }
        self
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

/// Which of the two streams takes colour.
struct Colored {
    out: bool,
    error: bool,
}

static COLORED: OnceLock<Colored> = OnceLock::new();

/// Decides about colour, once: what was asked for, else `NO_COLOR`, `CLICOLOR_FORCE`, `CLICOLOR`, `TERM` and
/// whether a terminal shows it. What is printed for programs and reports has none.
pub fn color(asked: Color, format: Option<Format>) {
    let choice = match asked {
        Color::Auto => ColorChoice::Auto,
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    };
    choice.write_global();
    let is_text = matches!(format, None | Some(Format::Text));
    let out = is_text && AutoStream::choice(&std::io::stdout()) != ColorChoice::Never;
    let error = AutoStream::choice(&std::io::stderr()) != ColorChoice::Never;
    COLORED.get_or_init(|| Colored { out, error });
}

/// Laid-out text fit for standard output, in colour where it takes colour.
pub fn for_out(text: &str) -> String {
    let text = lines(text);
    if COLORED.get().is_some_and(|colored| colored.out) { painted(&text) } else { text.into_owned() }
}

/// A line of text on standard output, or several that are laid out.
pub fn line(text: &str) {
    let _ = writeln!(AutoStream::always(std::io::stdout().lock()), "{}", for_out(text));
}

/// The same of what is for a program: SQL, a policy, a script. It has no colour.
pub fn code(text: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{}", lines(text));
}

/// Text that has its own line breaks, as it is.
pub fn raw(text: &str) {
    let _ = write!(std::io::stdout().lock(), "{text}");
}

/// A line of text beside the output, on standard error.
pub fn aside(text: &str) {
    let text = lines(text);
    let text = if COLORED.get().is_some_and(|colored| colored.error) { painted(&text) } else { text.into_owned() };
    let _ = writeln!(AutoStream::always(std::io::stderr().lock()), "{text}");
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
    code(&pretty(document));
}

/// A JSON document on one line.
pub fn json_line(document: &impl Serialize) {
    code(&on_one_line(document));
}

/// Somebody is there to read what is drawn on standard output.
pub fn is_terminal() -> bool {
    std::io::stdout().is_terminal()
}
