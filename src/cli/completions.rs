//! `completions`: the words of this program for a shell's tab key.

use clap_complete::{Shell, generate};

use super::help;
use super::output::{self, Ended, Exit};
use crate::domain::PROGRAM;

/// Prints the script for the shell.
pub fn run(shell: Shell) -> Ended {
    let mut script = Vec::new();
    generate(shell, &mut help::command(), PROGRAM, &mut script);
    output::raw(&String::from_utf8_lossy(&script));
    Ok(Exit::Done)
}
