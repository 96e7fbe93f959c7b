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
    Ok(passwords(&[prompt.to_owned()], from_stdin)?.into_iter().next().unwrap_or_default())
}

/// The same for several, a line each.
pub fn passwords(prompts: &[String], from_stdin: bool) -> Result<Vec<SecretString>, Failure> {
    let passwords: Vec<SecretString> = if std::io::stdin().is_terminal() {
        prompts.iter().map(|prompt| typed(prompt)).collect::<Result<_, _>>().map_err(unheard)?
    } else if from_stdin {
        first_lines(&mut std::io::stdin().lock(), prompts.len()).map_err(unheard)?
    } else {
        return Err(Failure::usage(t!("cli-no-password"), t!("cli-no-password-hint")));
    };
    if passwords.len() < prompts.len() || passwords.iter().any(|password| password.expose_secret().is_empty()) {
        return Err(Failure::usage(t!("cli-empty-password"), t!("cli-empty-password-hint")));
    }
    Ok(passwords)
}

/// Read key by key into a buffer that is wiped.
fn typed(prompt: &str) -> std::io::Result<SecretString> {
    let text = Zeroizing::new(rpassword::prompt_password(format!("{}: ", one_line(prompt)))?);
    Ok(SecretString::from(text.as_str()))
}

/// The first lines without their ends. Read in pieces as large as standard input's own buffer, which lets
/// such reads pass by it: what is in that buffer stays there until the program ends.
fn first_lines(input: &mut impl Read, count: usize) -> std::io::Result<Vec<SecretString>> {
    let mut piece = Zeroizing::new(vec![0; PIECE]);
    // Never grows, because growing leaves copies behind.
    let mut text = Zeroizing::new(Vec::with_capacity((count + 1) * PIECE));
    loop {
        let read = input.read(&mut piece)?;
        text.extend_from_slice(piece.get(..read).unwrap_or_default());
        let ends = text.iter().filter(|byte| **byte == b'\n').count();
        if text.split(|byte| *byte == b'\n').take(count).any(|line| line.len() > PIECE) {
            return Err(std::io::Error::other(t!("cli-long-password", limit = PIECE)));
        }
        if read == 0 || ends >= count || text.len() + PIECE > text.capacity() {
            break;
        }
    }
    let lines = text.split(|byte| *byte == b'\n').take(count);
    lines
        .map(|line| {
            let line = std::str::from_utf8(line).map_err(std::io::Error::other)?;
            Ok(SecretString::from(line.trim_end_matches('\r')))
        })
        .collect()
}

fn unheard(error: std::io::Error) -> Failure {
    Failure::new(Exit::Usage, Report::new(Kind::Input, t!("cli-no-answer")).because(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(input: &mut impl Read, count: usize) -> std::io::Result<Vec<String>> {
        Ok(first_lines(input, count)?.iter().map(|line| line.expose_secret().to_owned()).collect())
    }

    #[test]
    fn a_password_is_a_line_in_however_many_pieces_it_comes() {
        let first = |text: &str| read(&mut text.as_bytes(), 1).unwrap();
        assert_eq!(first("hunter2\r\nmore"), ["hunter2"]);
        assert_eq!(first("no end"), ["no end"]);
        assert_eq!(first(""), [""]);
        let mut pieces = "hun".as_bytes().chain("ter".as_bytes()).chain("2\n".as_bytes());
        assert_eq!(read(&mut pieces, 1).unwrap(), ["hunter2"]);
        assert_eq!(read(&mut "one\r\ntwo\nthree".as_bytes(), 2).unwrap(), ["one", "two"]);
        assert_eq!(read(&mut "one\n".as_bytes(), 2).unwrap(), ["one", ""]);
        assert!(read(&mut std::io::repeat(b'x'), 1).is_err());
    }
}
