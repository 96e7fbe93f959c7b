//! The settings in the window: each takes effect at once, and what is changed by key or by hand (theme,
//! zoom, size) is taken from the window as it is.

use eframe::egui::{Context, ThemePreference, Vec2};

use super::theme;
use crate::load::Bounds;
use crate::settings::{LogLevel, Settings, ThemeChoice};
use crate::support;
use crate::text::{self, Language};

/// egui itself zooms no further.
const ZOOM: std::ops::RangeInclusive<f32> = 0.2..=5.0;

/// One change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Setting {
    Theme(ThemeChoice),
    /// `None` is the system's.
    Language(Option<Language>),
    Zoom(f32),
    HighContrast(bool),
    ReducedMotion(bool),
    Load(Bounds),
    Log(LogLevel),
    /// All of them as at first.
    Defaults,
}

/// Carries one change out.
pub fn set(settings: &mut Settings, context: &Context, change: Setting) {
    let before = settings.language;
    match change {
        Setting::Theme(theme) => settings.theme = theme,
        Setting::Language(language) => settings.language = language,
        Setting::Zoom(zoom) => settings.zoom = zoom,
        Setting::HighContrast(on) => settings.high_contrast = on,
        Setting::ReducedMotion(on) => settings.reduced_motion = on,
        Setting::Load(bounds) => settings.load = bounds,
        Setting::Log(level) => settings.log = level,
        Setting::Defaults => settings.reset(),
    }
    context.set_theme(preference(settings.theme));
    context.set_zoom_factor(settings.zoom);
    theme::high_contrast(context, settings.high_contrast);
    theme::reduce_motion(context, settings.reduced_motion);
    support::log::set_level(settings.log);
    // What the command line asked for holds until somebody changes the language.
    if settings.language != before {
        text::speak(settings.language.unwrap_or_else(Language::of_system));
    }
}

/// Gives the window the look of the last time.
pub fn apply(settings: &Settings, context: &Context) {
    if settings.theme != ThemeChoice::System {
        context.set_theme(preference(settings.theme));
    }
    if settings.zoom != 1.0 && ZOOM.contains(&settings.zoom) {
        context.set_zoom_factor(settings.zoom);
    }
    if settings.high_contrast {
        theme::high_contrast(context, true);
    }
    if settings.reduced_motion {
        theme::reduce_motion(context, true);
    }
}

/// Takes the look from the window as it is.
pub fn observe(settings: &mut Settings, context: &Context) {
    settings.theme = match context.options(|options| options.theme_preference) {
        ThemePreference::System => ThemeChoice::System,
        ThemePreference::Light => ThemeChoice::Light,
        ThemePreference::Dark => ThemeChoice::Dark,
    };
    settings.zoom = context.zoom_factor();
    let (size, maximized, covered) = context.input(|input| {
        let window = input.viewport();
        let maximized = window.maximized.unwrap_or_default();
        let covered = maximized || window.fullscreen.unwrap_or_default() || window.minimized.unwrap_or_default();
        // Not `inner_rect`, which is of the zoom before this frame.
        (input.viewport_rect().size(), maximized, covered)
    });
    settings.maximized = maximized;
    if !covered && size.min_elem() > 0.0 {
        let Vec2 { x, y } = size * settings.zoom;
        settings.size = Some([x.round(), y.round()]);
    }
}

const fn preference(theme: ThemeChoice) -> ThemePreference {
    match theme {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark => ThemePreference::Dark,
    }
}
