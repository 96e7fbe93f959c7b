//! `man`: the manual, a page for the program and one for each command.

use clap::Command;
use clap_mangen::Man;
use std::path::PathBuf;

use super::help;
use super::output::{self, Ended, Exit, Failure};
use super::save::{self, typed};
use crate::disk::saved::NewFile;
use crate::domain::PROGRAM;
use crate::report::{Kind, Report};
use crate::text::t;

/// `man`
#[derive(Debug, Clone, clap::Args)]
pub struct ManArgs {
    /// The command whose page is printed; without it, the page of the whole program
    #[arg(value_name = "COMMAND", conflicts_with = "out")]
    pub words: Vec<String>,
    /// Folder to write every page into
    #[arg(long, value_name = "FOLDER")]
    pub out: Option<PathBuf>,
    /// Write over files that are there and differ, without asking
    #[arg(long, short, visible_alias = "force", requires = "out")]
    pub yes: bool,
}

/// A page, and the command that it is about: `rds-proxy-wizard-plan`.
struct Page {
    name: String,
    text: Vec<u8>,
}

/// Prints one page, or writes them all into a folder.
pub fn run(args: &ManArgs) -> Ended {
    let mut command = help::command();
    command.build();
    let mut pages = Vec::new();
    collect(&command, &mut pages).map_err(|error| {
        let report = Report::new(Kind::Internal, t!("cli-no-page")).because(error.to_string());
        Failure::new(Exit::Failed, report)
    })?;
    let Some(folder) = &args.out else { return print(&pages, &args.words) };
    let folder = typed(folder);
    let files: Vec<NewFile> = pages
        .into_iter()
        .map(|page| NewFile { path: folder.join(format!("{}.1", page.name)), bytes: page.text, executable: false })
        .collect();
    save::write(&files, args.yes)?;
    Ok(Exit::Done)
}

/// The page of the command and those of its own, each under its whole name.
fn collect(command: &Command, pages: &mut Vec<Page>) -> std::io::Result<()> {
    let name = command.get_display_name().unwrap_or(command.get_name()).to_owned();
    let mut text = Vec::new();
    Man::new(command.clone().disable_help_subcommand(true)).render(&mut text)?;
    pages.push(Page { name, text });
    command.get_subcommands().filter(|below| below.get_name() != "help").try_for_each(|below| collect(below, pages))
}

fn print(pages: &[Page], words: &[String]) -> Ended {
    let name = std::iter::once(PROGRAM).chain(words.iter().map(String::as_str)).collect::<Vec<_>>().join("-");
    let Some(page) = pages.iter().find(|page| page.name == name) else {
        let words = words.join(" ");
        let known: Vec<String> = pages
            .iter()
            .filter_map(|page| page.name.strip_prefix(&format!("{PROGRAM}-")))
            .map(|name| name.replacen("practice-", "practice ", 1).replacen("list-", "list ", 1))
            .collect();
        let failure = Failure::usage(t!("cli-man-no-command", name = words.as_str()), t!("cli-see-help"));
        return Err(failure.meant(&words, known.iter().map(String::as_str)));
    };
    output::raw(&String::from_utf8_lossy(&page.text));
    Ok(Exit::Done)
}
