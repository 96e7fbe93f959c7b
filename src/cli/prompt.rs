//! Questions to the person at the terminal: yes or no, and a password.

use secrecy::SecretString;
use std::io::{BufRead, IsTerminal, Write};

use super::output::{Exit, Failure};
use crate::report::{Kind, Report};
use crate::text::t;

/// Asks, unless `yes` says it already; without a terminal it cannot be asked.
pub fn confirm(question: &str, yes: bool) -> Result<bool, Failure> {
    if yes {
        return Ok(true);
    }
    if !can_ask() {
        return Err(Failure::usage(t!("cli-cannot-ask"), t!("cli-cannot-ask-hint")));
    }
    let mut error = std::io::stderr().lock();
    let _ = write!(error, "{question} [y/N] ");
    let _ = error.flush();
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer).map_err(unheard)?;
    Ok(matches!(answer.trim().to_ascii_lowercase().as_str(), "y" | "yes"))
}

/// Somebody is there to answer.
pub fn can_ask() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// The password: from standard input where that was asked for, else typed at the terminal.
pub fn password(prompt: &str, from_stdin: bool) -> Result<SecretString, Failure> {
    let at_terminal = std::io::stdin().is_terminal();
    let text = if at_terminal {
        rpassword::prompt_password(format!("{prompt}: ")).map_err(unheard)?
    } else if from_stdin {
        let mut text = String::new();
        std::io::stdin().lock().read_line(&mut text).map_err(unheard)?;
        text.trim_end_matches(['\r', '\n']).to_owned()
    } else {
        return Err(Failure::usage(t!("cli-no-password"), t!("cli-no-password-hint")));
    };
    if text.is_empty() {
        return Err(Failure::usage(t!("cli-empty-password"), t!("cli-empty-password-hint")));
    }
    Ok(SecretString::from(text))
}

fn unheard(error: std::io::Error) -> Failure {
    Failure::new(Exit::Usage, Report::new(Kind::Input, t!("cli-no-answer")).because(error.to_string()))
}
