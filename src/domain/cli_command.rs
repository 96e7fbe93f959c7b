//! `aws …` command lines, as people paste them and scripts run them. Nothing here is run.

use std::fmt;

use super::account::Account;
use super::output::Output;
use super::shell::{word, word_with_variables};

/// Columns a line may have before it is continued.
const WIDTH: usize = 76;

/// One `aws` command in the making: its options in the order in which they are written.
#[derive(Debug, Clone)]
pub struct CliCommand {
    head: String,
    options: Vec<(String, Vec<String>)>,
    region: Option<String>,
}

impl CliCommand {
    /// `aws <call>`; the call is this program's own text: `rds modify-db-proxy`.
    pub fn new(call: &str) -> Self {
        Self { head: format!("aws {call}"), options: Vec::new(), region: None }
    }

    /// `--name value`.
    pub fn with(self, name: &str, value: &str) -> Self {
        self.each(name, &[value.to_owned()])
    }

    /// `--name one two three`: each value its own word.
    pub fn each(mut self, name: &str, values: &[String]) -> Self {
        self.options.push((name.to_owned(), values.to_vec()));
        self
    }

    /// `--name` alone.
    pub fn flag(self, name: &str) -> Self {
        self.each(name, &[])
    }

    /// `--name` or `--no-name`.
    pub fn switch(self, name: &str, on: bool) -> Self {
        self.flag(&format!("{}{name}", if on { "" } else { "no-" }))
    }

    /// `--region`, after all else.
    pub fn region(mut self, account: &Account) -> Self {
        self.region = Some(account.region.clone());
        self
    }

    /// All in one line. Its values are facts of an account: a `${PROXY_SG}` among them is quoted.
    pub fn line(&self) -> String {
        let mut line = self.head.clone();
        for option in self.written(word) {
            line.push(' ');
            line.push_str(&option);
        }
        line
    }

    /// The command with its answer put into the variable of an output.
    pub fn into_variable(self, output: Output, query: &str) -> String {
        format!("{}=$({})", output.variable(), self.text_of(query))
    }

    /// Answers with this part alone, as text.
    pub fn text_of(self, query: &str) -> Self {
        self.with("query", query).with("output", "text")
    }

    fn written(&self, word: fn(&str) -> String) -> impl Iterator<Item = String> {
        let option = move |name: &str, values: &[String]| {
            let words = values.iter().map(|value| format!(" {}", word(value)));
            format!("--{name}") + &words.collect::<String>()
        };
        let region = self.region.iter().map(move |region| option("region", std::slice::from_ref(region)));
        self.options.iter().map(move |(name, values)| option(name, values)).chain(region)
    }
}

/// Broken at options. Tokens of outputs are shell variables, so that the commands of a whole plan, one
/// after another, are a script.
impl fmt::Display for CliCommand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.head)?;
        let mut column = self.head.len();
        for option in self.written(word_with_variables) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_continued_at_options() {
        let command = CliCommand::new("ec2 authorize-security-group-ingress")
            .with("group-id", "sg-0d41c0aa")
            .with("protocol", "tcp")
            .with("port", "3306");
        assert_eq!(
            command.to_string(),
            "aws ec2 authorize-security-group-ingress --group-id sg-0d41c0aa \\\n  --protocol tcp --port 3306"
        );
    }

    #[test]
    fn only_a_plan_has_variables() {
        let command = CliCommand::new("iam get-role").with("role-name", "${PROXY_SG}").flag("debug");
        assert_eq!(command.line(), "aws iam get-role --role-name '${PROXY_SG}' --debug");
        assert_eq!(command.to_string(), "aws iam get-role --role-name \"${PROXY_SG}\" --debug");
    }
}
