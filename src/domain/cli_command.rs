//! `aws …` command lines as people paste them, broken at options.
//!
//! Tokens of outputs are shell variables, so that the lines of a whole plan, one after another,
//! are a script.

use std::fmt;

use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::output::Output;
use crate::domain::shell::word_with_variables as word;

/// Columns a line may have before it is continued.
const WIDTH: usize = 76;

/// One `aws` command.
#[derive(Debug, Clone)]
pub(super) struct Command {
    head: String,
    options: Vec<String>,
}

impl Command {
    pub(super) fn new(service: &str, operation: &str) -> Self {
        Self { head: format!("aws {service} {operation}"), options: Vec::new() }
    }

    pub(super) fn option(mut self, name: &str, value: &str) -> Self {
        self.options.push(format!("{name} {}", word(value)));
        self
    }

    /// An option with several values, each its own word.
    pub(super) fn list(mut self, name: &str, values: &[String]) -> Self {
        let words: Vec<String> = values.iter().map(|value| word(value)).collect();
        self.options.push(format!("{name} {}", words.join(" ")));
        self
    }

    pub(super) fn flag(mut self, name: &str) -> Self {
        self.options.push(name.to_owned());
        self
    }

    /// `--name` or `--no-name`.
    pub(super) fn switch(self, name: &str, on: bool) -> Self {
        self.flag(&format!("--{}{name}", if on { "" } else { "no-" }))
    }

    pub(super) fn region(self, account: &Account) -> Self {
        self.option("--region", &account.region)
    }

    /// The command with its answer put into the variable of an output.
    pub(super) fn into_variable(self, output: Output, query: &str) -> String {
        let command = self.option("--query", query).option("--output", "text");
        format!("{}=$({command})", output.variable())
    }
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.head)?;
        let mut column = self.head.len();
        for option in &self.options {
            if column + 1 + option.len() > WIDTH {
                write!(f, " \\\n  {option}")?;
                column = 2 + option.len();
            } else {
                write!(f, " {option}")?;
                column += 1 + option.len();
            }
        }
        Ok(())
    }
}

/// Tags as AWS's JSON list, in key order.
pub(super) fn tag_list(tags: &Tags) -> serde_json::Value {
    tags.iter().map(|(key, value)| serde_json::json!({ "Key": key, "Value": value })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_continued_at_options() {
        let command = Command::new("ec2", "authorize-security-group-ingress")
            .option("--group-id", "sg-0d41c0aa")
            .option("--protocol", "tcp")
            .option("--port", "3306");
        assert_eq!(
            command.to_string(),
            "aws ec2 authorize-security-group-ingress --group-id sg-0d41c0aa \\\n  --protocol tcp --port 3306"
        );
    }
}
