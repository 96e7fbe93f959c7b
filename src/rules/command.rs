//! Complete AWS CLI lines for fixes. Nothing here is run.

use crate::domain::observed::Observed;
use crate::domain::shell::word;

/// A command line in the making.
pub struct Command {
    line: String,
    region: Option<String>,
}

/// `aws <call>`, in the account's region; IAM has none.
pub fn aws(observed: &Observed, call: &str) -> Command {
    let region = (!call.starts_with("iam ")).then(|| observed.account.region.clone());
    Command { line: format!("aws {call}"), region }
}

impl Command {
    /// `--name value`.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.line.push_str(&format!(" --{name} {}", word(value)));
        self
    }

    /// `--name one two three`.
    pub fn each(mut self, name: &str, values: &[String]) -> Self {
        self.line.push_str(&format!(" --{name}"));
        for value in values {
            self.line.push_str(&format!(" {}", word(value)));
        }
        self
    }

    /// `--name` alone.
    pub fn flag(mut self, name: &str) -> Self {
        self.line.push_str(&format!(" --{name}"));
        self
    }

    /// The whole line.
    pub fn line(mut self) -> String {
        match self.region.take() {
            Some(region) => self.with("region", &region).line,
            None => self.line,
        }
    }
}
