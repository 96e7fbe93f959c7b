//! Start-up: arguments decide between a verb of the command line and the window.

use std::process::ExitCode;

use rds_proxy_wizard::accounts::{Accounts, Source};
use rds_proxy_wizard::cli;
use rds_proxy_wizard::cli::args::{Args, Renderer};
use rds_proxy_wizard::domain::outside::one_line;
use rds_proxy_wizard::gui;
use rds_proxy_wizard::gui::command::Command;
use rds_proxy_wizard::gui::launch::LaunchError;
use rds_proxy_wizard::practice::Speed;
use rds_proxy_wizard::settings::Settings;
use rds_proxy_wizard::support;
use rds_proxy_wizard::t;
use rds_proxy_wizard::text::{self, Language};

/// A walk is watched: a proxy that takes six minutes is there in three seconds.
const WALK: Speed = Speed::Times(120);

/// The command as the log names it.
fn verb(args: &Args) -> String {
    let said = args.verb.as_ref().map_or_else(|| "window".to_owned(), |verb| format!("{verb:?}"));
    said.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned()
}

fn main() -> ExitCode {
    let folder = Accounts::standard_folder();
    let settings = Settings::load(&folder);
    let given: Vec<_> = std::env::args_os().collect();
    text::speak(cli::language::choose(&given, &settings));
    let args = Args::given();
    if args.is_read_by_programs() {
        text::speak(Language::English);
    }
    let mut accounts = Accounts::in_folder(folder);
    accounts.endpoint_url.clone_from(&args.globals.endpoint_url);
    if let Some(times) = args.globals.practice_speed {
        accounts.practice_speed = if times == 0 { Speed::Instant } else { Speed::Times(times) };
    }
    accounts.tidy();
    support::log::start(&accounts.folder, settings.log);
    support::crash::report_to(&accounts.folder, |said| eprintln!("{}", one_line(said)));
    tracing::info!(version = env!("CARGO_PKG_VERSION"), verb = verb(&args), "started");
    if args.verb.is_some() {
        if args.file.is_some() {
            cli::misused::refuse(t!("cli-file-and-command"), args.globals.color);
        }
        return cli::run(&accounts, &args);
    }
    let renderer = args.renderer.map(|renderer| match renderer {
        Renderer::Glow => gui::Renderer::Glow,
        Renderer::Wgpu => gui::Renderer::Wgpu,
    });
    let opening = match cli::opening(&accounts, &args.globals) {
        Ok(opening) => opening.map(|(source, region)| match source {
            Source::Practice { scenario } => Command::Practise(scenario),
            source => Command::Open { source, region },
        }),
        Err(exit) => return exit,
    };
    let file = args.file.map(|path| Command::OpenProject(std::path::absolute(&path).unwrap_or(path)));
    match gui::start(accounts.clone(), opening.into_iter().chain(file).collect(), renderer) {
        Ok(()) => ExitCode::SUCCESS,
        Err(LaunchError::Broke(why)) => {
            eprintln!("{} {}", t!("report-error"), one_line(&why.to_string()));
            ExitCode::FAILURE
        }
        Err(why) => {
            if args.globals.practice_speed.is_none() {
                accounts.practice_speed = WALK;
            }
            cli::walk(&accounts, &why.to_string())
        }
    }
}
