//! The help of the command line in the language that is spoken: what each argument and each verb is told by in
//! [`super::args`] stands in the catalogue as well, by its place.

use clap::{Arg, ArgAction, Command, CommandFactory};

use super::args::Args;
use crate::text::{Language, labelled, named, series, spoken, t};

/// The command line with its help.
pub fn command() -> Command {
    let command = said(Args::command(), "usage");
    if spoken() == Language::English { command } else { headed(command) }
}

/// With the heads that clap has in English.
fn headed(command: Command) -> Command {
    let (options, arguments) = (t!("misused-options"), t!("misused-arguments"));
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help(t!("misused-print-help"));
    let usage = t!("misused-usage");
    command
        .disable_help_flag(true)
        .arg(help)
        .mut_args(|arg| {
            let head = if arg.is_positional() { arguments } else { options };
            with_values(arg.help_heading(head))
        })
        .subcommand_help_heading(t!("misused-commands"))
        .help_template(format!(
            "{{before-help}}{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"
        ))
        .mut_subcommands(headed)
}

fn said(command: Command, id: &str) -> Command {
    let own = id.to_owned();
    let mut command = command.mut_args(|arg| argument(arg, &own));
    if let Some(about) = named(id) {
        command = command.about(about);
    }
    if let Some(long) = named(&format!("{id}.long")) {
        command = command.long_about(long);
    }
    command.mut_subcommands(|verb| {
        let id = format!("{id}-{}", verb.get_name());
        said(verb, &id)
    })
}

/// With what it takes behind its help, which clap would say in English.
fn with_values(arg: Arg) -> Arg {
    let values: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    if values.is_empty() || !arg.get_action().takes_values() {
        return arg;
    }
    let values = labelled!(t!("misused-values"), series(&values));
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let long = arg.get_long_help().map(|long| format!("{long}\n\n[{values}]"));
    let arg = arg.hide_possible_values(true).help(format!("{help} [{values}]"));
    match long {
        Some(long) => arg.long_help(long),
        None => arg,
    }
}

/// What several verbs share is said once.
fn argument(arg: Arg, verb: &str) -> Arg {
    let ids = [format!("{verb}-arg-{}", name(&arg)), format!("usage-arg-{}", name(&arg))];
    let Some((id, help)) = ids.iter().find_map(|id| Some((id, named(id)?))) else { return arg };
    let arg = arg.help(help);
    match named(&format!("{id}.long")) {
        Some(long) => arg.long_help(long),
        None => arg,
    }
}

/// The argument's name as an id of the catalogue may have it.
fn name(arg: &Arg) -> String {
    arg.get_id().as_str().replace('_', "-").to_lowercase()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fmt::Write as _;

    use super::*;

    /// Everything that the arguments tell of themselves, by its place.
    fn told(command: &Command, id: &str, all: &mut BTreeMap<String, (String, Option<String>)>) {
        let text = |short: Option<&clap::builder::StyledStr>, long: Option<&clap::builder::StyledStr>| {
            let (short, long) = (short?.to_string(), long.map(ToString::to_string));
            let long = long.filter(|long| *long != short);
            Some((short, long))
        };
        if let Some(text) = text(command.get_about(), command.get_long_about()) {
            all.insert(id.to_owned(), text);
        }
        for arg in command.get_arguments() {
            if let Some(text) = text(arg.get_help(), arg.get_long_help()) {
                all.insert(format!("{id}-arg-{}", name(arg)), text);
            }
        }
        for verb in command.get_subcommands() {
            told(verb, &format!("{id}-{}", verb.get_name()), all);
        }
    }

    #[test]
    fn the_catalogue_says_in_english_what_the_arguments_say() {
        let (mut source, mut catalogue) = (BTreeMap::new(), BTreeMap::new());
        told(&Args::command(), "usage", &mut source);
        told(&command(), "usage", &mut catalogue);
        if let Some(path) = std::env::var_os("RPW_WRITE_HELP") {
            let mut text = String::new();
            for (id, (short, long)) in &source {
                writeln!(text, "{id} = {short}").unwrap_or_default();
                if let Some(long) = long {
                    writeln!(text, "    .long =\n        {}", long.replace('\n', "\n        ")).unwrap_or_default();
                }
            }
            let _ = std::fs::write(path, text);
            return;
        }
        assert_eq!(source, catalogue);
    }
}
