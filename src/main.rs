//! Start-up: arguments decide between a verb of the command line and the window.

use clap::Parser;
use std::process::ExitCode;

use rds_proxy_wizard::accounts::{Accounts, Source};
use rds_proxy_wizard::cli;
use rds_proxy_wizard::cli::args::{Args, Renderer};
use rds_proxy_wizard::domain::outside::one_line;
use rds_proxy_wizard::gui;
use rds_proxy_wizard::gui::command::Command;
use rds_proxy_wizard::gui::launch::LaunchError;
use rds_proxy_wizard::practice::Speed;

/// A walk is watched: a proxy that takes six minutes is there in three seconds.
const WALK: Speed = Speed::Times(120);

fn main() -> ExitCode {
    let args = Args::parse();
    let mut accounts = Accounts::in_folder(Accounts::standard_folder());
    accounts.endpoint_url.clone_from(&args.globals.endpoint_url);
    if let Some(times) = args.globals.practice_speed {
        accounts.practice_speed = if times == 0 { Speed::Instant } else { Speed::Times(times) };
    }
    accounts.tidy();
    if args.verb.is_some() {
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
    match gui::start(accounts.clone(), opening, renderer) {
        Ok(()) => ExitCode::SUCCESS,
        Err(LaunchError::Broke(why)) => {
            eprintln!("error: {}", one_line(&why.to_string()));
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
