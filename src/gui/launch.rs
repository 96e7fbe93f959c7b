//! Opens the window: which renderer, which size, which icon, and what to say when it cannot.
//!
//! Linux starts with glow (half the memory and start-up time of wgpu there), macOS and Windows
//! with wgpu (OpenGL is old or missing there, as over Remote Desktop). The other one is tried in
//! the same process when the first does not start.

use std::cell::Cell;
use std::rc::Rc;

use eframe::egui::{ViewportBuilder, vec2};
use eframe::{App, CreationContext, NativeOptions, Renderer};

use super::theme;
use crate::settings::Settings;
use crate::text::t;

/// Name of the window class.
const APP_ID: &str = "rds-proxy-wizard";

/// Makes the app once a window is there. May be called again when the first renderer fails later
/// than that.
pub type MakeApp = Rc<dyn Fn(&CreationContext<'_>) -> Box<dyn App>>;

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum LaunchError {
    /// There is no display to open a window on.
    #[error("{}", t!("error-no-display", why = .0))]
    NoDisplay(String),
    /// Neither renderer starts here.
    #[error("{}", t!(
        "error-no-renderer",
        first = .first_name.to_string(), why = .first, second = .second_name.to_string(), too = .second
    ))]
    NoRenderer {
        /// The renderer tried first.
        first_name: Renderer,
        /// What it said.
        first: String,
        /// The renderer tried second.
        second_name: Renderer,
        /// What it said.
        second: String,
    },
    /// The window opened and broke later.
    #[error("{}", t!("error-window-broke", why = .0))]
    Broke(String),
}

/// Runs the window until it is closed, in the size of the last time. `preferred` overrides the renderer
/// of the platform.
pub fn run(preferred: Option<Renderer>, settings: &Settings, make_app: MakeApp) -> Result<(), LaunchError> {
    let first = preferred.unwrap_or(if cfg!(target_os = "linux") { Renderer::Glow } else { Renderer::Wgpu });
    let second = match first {
        Renderer::Glow => Renderer::Wgpu,
        Renderer::Wgpu => Renderer::Glow,
    };
    let failed = match attempt(first, settings, &make_app) {
        Ok(()) => return Ok(()),
        Err(Attempt::Opened(error)) => return Err(LaunchError::Broke(error)),
        Err(Attempt::NoEventLoop(error)) => return Err(LaunchError::NoDisplay(error)),
        Err(Attempt::NotOpened(error)) => error,
    };
    match attempt(second, settings, &make_app) {
        Ok(()) => Ok(()),
        Err(Attempt::Opened(error)) => Err(LaunchError::Broke(error)),
        Err(Attempt::NotOpened(error) | Attempt::NoEventLoop(error)) => {
            Err(LaunchError::NoRenderer { first_name: first, first: failed, second_name: second, second: error })
        }
    }
}

enum Attempt {
    /// There is nothing to make a window on: another renderer would not help.
    NoEventLoop(String),
    /// The renderer did not start.
    NotOpened(String),
    /// The app was made, and then it failed.
    Opened(String),
}

fn attempt(renderer: Renderer, settings: &Settings, make_app: &MakeApp) -> Result<(), Attempt> {
    let opened = Rc::new(Cell::new(false));
    let (make_app, mark) = (Rc::clone(make_app), Rc::clone(&opened));
    let create = move |creation: &CreationContext<'_>| {
        theme::apply(&creation.egui_ctx);
        mark.set(true);
        Ok(make_app(creation))
    };
    eframe::run_native(APP_ID, options(renderer, settings), Box::new(create)).map_err(|error| match error {
        eframe::Error::WinitEventLoop(error) => Attempt::NoEventLoop(without_place(&error.to_string())),
        error if opened.get() => Attempt::Opened(error.to_string()),
        error => Attempt::NotOpened(error.to_string()),
    })
}

/// winit says where in its own source an error came from: noise to anyone else.
fn without_place(error: &str) -> String {
    match error.strip_prefix("os error at ").and_then(|rest| rest.split_once(": ")) {
        Some((_, words)) => words.trim_end_matches(['.', '。']).to_owned(),
        None => error.to_owned(),
    }
}

fn options(renderer: Renderer, settings: &Settings) -> NativeOptions {
    let [width, height] = settings.size.unwrap_or([1280.0, 800.0]);
    let mut viewport = ViewportBuilder::default()
        .with_title(t!("app-name"))
        .with_app_id(APP_ID)
        .with_inner_size(vec2(width, height))
        .with_maximized(settings.maximized)
        .with_min_inner_size(vec2(900.0, 600.0));
    // A window without its icon is better than no window.
    if let Ok(icon) = eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon/icon.png")) {
        viewport = viewport.with_icon(icon);
    }
    // eframe would keep the size in points of the zoomed window, and give them to a window that is not
    // zoomed yet: it would shrink with every start.
    NativeOptions { viewport, renderer, persist_window: false, ..NativeOptions::default() }
}

#[cfg(test)]
mod tests {
    use super::without_place;

    #[test]
    fn a_place_in_somebody_elses_source_is_left_out() {
        let error = "os error at /registry/winit/src/linux/mod.rs:788: Failed to open connection to X server";
        assert_eq!(without_place(error), "Failed to open connection to X server");
        assert_eq!(without_place("exit failure: 1"), "exit failure: 1");
    }
}
