//! `licences`: what this program is made of.

use super::output::{self, Ended, Exit, Failure};
use crate::report::{Kind, Report};
use crate::support::licences;
use crate::text::t;

/// Prints the program's own licences, then the libraries', their texts, and the fonts'.
pub fn run() -> Ended {
    let all = licences::all().map_err(|error| {
        let report = Report::new(Kind::Internal, t!("cli-no-licences")).because(error.to_string());
        Failure::new(Exit::Failed, report)
    })?;
    output::code(&all);
    Ok(Exit::Done)
}
