//! From `main` to a window: the runtime that works behind it, and the app in it.

use std::rc::Rc;
use std::time::Duration;

use super::app::App;
use super::command::Command;
use super::launch::{self, LaunchError};
use crate::accounts::Accounts;
use crate::settings::Settings;

/// Unfinished reading is cut off after this when the window closes; a run has been stopped and
/// recorded by then.
const GRACE: Duration = Duration::from_secs(2);

/// Opens the window and returns when it is closed. It begins with what is in `opening`.
pub fn start(accounts: Accounts, opening: Vec<Command>, renderer: Option<eframe::Renderer>) -> Result<(), LaunchError> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| LaunchError::Broke(error.to_string()))?;
    let handle = runtime.handle().clone();
    let settings = Settings::load(&accounts.folder);
    let make = move |creation: &eframe::CreationContext<'_>| -> Box<dyn eframe::App> {
        let mut app = App::new(&creation.egui_ctx, accounts.clone(), handle.clone());
        opening.clone().into_iter().for_each(|command| app.ask(command));
        Box::new(app)
    };
    let ended = launch::run(renderer, &settings, Rc::new(make));
    runtime.shutdown_timeout(GRACE);
    ended
}
