//! Start-up: arguments decide between a verb of the command line and the window.

use clap::Parser;
use std::process::ExitCode;

use rds_proxy_wizard::accounts::Accounts;
use rds_proxy_wizard::cli;
use rds_proxy_wizard::cli::args::{Args, Renderer};
use rds_proxy_wizard::gui;

fn main() -> ExitCode {
    let args = Args::parse();
    let accounts = Accounts { endpoint_url: args.globals.endpoint_url.clone(), folder: Accounts::standard_folder() };
    if args.verb.is_some() {
        return cli::run(&accounts, &args);
    }
    let renderer = args.renderer.map(|renderer| match renderer {
        Renderer::Glow => eframe::Renderer::Glow,
        Renderer::Wgpu => eframe::Renderer::Wgpu,
    });
    match gui::start(accounts, renderer) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            cli::aside(&error.to_string());
            ExitCode::FAILURE
        }
    }
}
