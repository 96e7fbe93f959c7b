//! Complete AWS CLI lines for fixes. Nothing here is run.

use crate::domain::observed::Observed;

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
        self.line.push_str(&format!(" --{name} {}", quoted(value)));
        self
    }

    /// `--name one two three`.
    pub fn each(mut self, name: &str, values: &[String]) -> Self {
        self.line.push_str(&format!(" --{name}"));
        for value in values {
            self.line.push_str(&format!(" {}", quoted(value)));
        }
        self
    }

    /// `--name` alone.
    pub fn flag(mut self, name: &str) -> Self {
        self.line.push_str(&format!(" --{name}"));
        self
    }

    /// The whole line.
    pub fn line(self) -> String {
        match self.region {
            Some(region) => format!("{} --region {region}", self.line),
            None => self.line,
        }
    }
}

/// As one word of a POSIX shell.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=,@%+".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_a_shell_would_touch_are_quoted() {
        assert_eq!(quoted("sg-0d41c0aa"), "sg-0d41c0aa");
        assert_eq!(quoted("it's"), r"'it'\''s'");
        assert_eq!(quoted(r#"{"a":1}"#), r#"'{"a":1}'"#);
    }
}
