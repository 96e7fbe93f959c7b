//! Questions to the person at the terminal: yes or no, and a password.

use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};
use std::io::{BufRead, IsTerminal, Read, Write};

use super::output::{Exit, Failure};
use crate::domain::outside::one_line;
use crate::report::{Kind, Report};
use crate::text::t;

/// Bytes read at once, and the longest password there can be.
const PIECE: usize = 8192;

/// Asks, unless `yes` says it already; without a terminal it cannot be asked.
pub fn confirm(question: &str, yes: bool) -> Result<bool, Failure> {
    if yes {
        return Ok(true);
    }
    if !can_ask() {
        return Err(Failure::usage(t!("cli-cannot-ask"), t!("cli-cannot-ask-hint")));
    }
    let mut error = std::io::stderr().lock();
    let _ = write!(error, "{} [y/N] ", one_line(question));
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
    let password = if at_terminal {
        typed(prompt).map_err(unheard)?
    } else if from_stdin {
        first_line(&mut std::io::stdin().lock()).map_err(unheard)?
    } else {
        return Err(Failure::usage(t!("cli-no-password"), t!("cli-no-password-hint")));
    };
    if password.expose_secret().is_empty() {
        return Err(Failure::usage(t!("cli-empty-password"), t!("cli-empty-password-hint")));
    }
    Ok(password)
}

/// Read key by key into a buffer that is wiped.
fn typed(prompt: &str) -> std::io::Result<SecretString> {
    let text = Zeroizing::new(rpassword::prompt_password(format!("{}: ", one_line(prompt)))?);
    Ok(SecretString::from(text.as_str()))
}

/// The first line without its end. Read in pieces as large as standard input's own buffer, which lets
/// such reads pass by it: what is in that buffer stays there until the program ends.
fn first_line(input: &mut impl Read) -> std::io::Result<SecretString> {
    let mut piece = Zeroizing::new(vec![0; PIECE]);
    // Never grows, because growing leaves copies behind.
    let mut line = Zeroizing::new(Vec::with_capacity(2 * PIECE));
    loop {
        let read = input.read(&mut piece)?;
        let piece = piece.get(..read).unwrap_or_default();
        let end = piece.iter().position(|byte| *byte == b'\n');
        line.extend_from_slice(piece.get(..end.unwrap_or(read)).unwrap_or_default());
        if line.len() > PIECE {
            return Err(std::io::Error::other(t!("cli-long-password", limit = PIECE)));
        }
        if read == 0 || end.is_some() {
            break;
        }
    }
    let text = std::str::from_utf8(&line).map_err(std::io::Error::other)?;
    Ok(SecretString::from(text.trim_end_matches('\r')))
}

fn unheard(error: std::io::Error) -> Failure {
    Failure::new(Exit::Usage, Report::new(Kind::Input, t!("cli-no-answer")).because(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_the_first_line_in_however_many_pieces_it_comes() {
        let line = |text: &str| first_line(&mut text.as_bytes()).unwrap();
        assert_eq!(line("hunter2\r\nmore").expose_secret(), "hunter2");
        assert_eq!(line("no end").expose_secret(), "no end");
        assert_eq!(line("").expose_secret(), "");
        let mut pieces = "hun".as_bytes().chain("ter".as_bytes()).chain("2\n".as_bytes());
        assert_eq!(first_line(&mut pieces).unwrap().expose_secret(), "hunter2");
        assert!(first_line(&mut std::io::repeat(b'x')).is_err());
    }
}
