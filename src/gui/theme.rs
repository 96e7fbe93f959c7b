//! How the window looks: applies the colour tables and type sizes to egui's two styles.
//!
//! Colours live in `tokens`, fonts and type sizes in `font`. Widgets ask [`tokens`] for colours
//! and [`Font`] for type; nothing else in the window names a colour or a point size.

mod font;
mod tokens;

use std::collections::BTreeMap;

use eframe::egui::style::{HandleShape, ScrollStyle, WidgetVisuals};
use eframe::egui::{
    self, Color32, Context, CornerRadius, Margin, Shadow, Stroke, Style, TextStyle, Theme, Ui, Vec2, Visuals,
};

pub use font::{Font, ICON_FAMILY};
pub use tokens::Tokens;
use tokens::{DARK, HIGH_DARK, HIGH_LIGHT, LIGHT};

/// Corner radius of badges and tiny code.
pub const RADIUS_SMALL: u8 = 4;
/// Corner radius of controls and row highlights.
pub const RADIUS: u8 = 6;
/// Corner radius of cards, popups, modals and callouts.
pub const RADIUS_LARGE: u8 = 8;
/// Height of a control.
pub const CONTROL: f32 = 32.0;
/// Height of a compact control.
pub const CONTROL_COMPACT: f32 = 28.0;

/// The colours of the theme that `ui` is shown in.
#[must_use]
pub fn tokens(ui: &Ui) -> &'static Tokens {
    tokens_of(ui.visuals())
}

/// The colours of this theme; which table it was set from is told by the page's ground.
#[must_use]
pub fn tokens_of(visuals: &Visuals) -> &'static Tokens {
    let (usual, high) = if visuals.dark_mode { (&DARK, &HIGH_DARK) } else { (&LIGHT, &HIGH_LIGHT) };
    if visuals.panel_fill == high.bg { high } else { usual }
}

/// Installs the embedded fonts and both styles. Call once, when the window is made.
pub fn apply(ctx: &Context) {
    font::install(ctx);
    ctx.style_mut_of(Theme::Dark, |style| set(style, &DARK));
    ctx.style_mut_of(Theme::Light, |style| set(style, &LIGHT));
}

/// Sets the fonts for the language that is spoken now: Japanese and Korean write some signs differently.
pub fn speak(ctx: &Context) {
    font::install(ctx);
}

/// Stronger outlines and darker or lighter text, for people who see little difference.
pub fn high_contrast(ctx: &Context, on: bool) {
    let (dark, light) = if on { (&HIGH_DARK, &HIGH_LIGHT) } else { (&DARK, &LIGHT) };
    ctx.style_mut_of(Theme::Dark, |style| set_colors(style, dark));
    ctx.style_mut_of(Theme::Light, |style| set_colors(style, light));
}

/// Stops all animation, for people whom motion disturbs.
pub fn reduce_motion(ctx: &Context, on: bool) {
    ctx.all_styles_mut(|style| style.animation_time = if on { 0.0 } else { POPUP_FADE });
}

/// Seconds that a popup takes to fade in.
const POPUP_FADE: f32 = 0.1;

fn set(style: &mut Style, colors: &Tokens) {
    style.text_styles = text_styles();
    style.animation_time = POPUP_FADE;
    style.explanation_tooltips = false;
    style.interaction.tooltip_delay = 0.3;
    set_spacing(style);
    set_colors(style, colors);
}

fn text_styles() -> BTreeMap<TextStyle, egui::FontId> {
    let mut styles: BTreeMap<_, _> = Font::ALL.iter().map(|font| (font.style(), font.id())).collect();
    styles.insert(TextStyle::Button, Font::Body.id());
    styles
}

fn set_spacing(style: &mut Style) {
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::new(8.0, 8.0);
    spacing.button_padding = Vec2::new(12.0, 6.0);
    // The least height of a `horizontal`; our controls bring their own.
    spacing.interact_size = Vec2::new(40.0, 16.0);
    spacing.icon_width = 16.0;
    spacing.icon_spacing = 8.0;
    spacing.window_margin = Margin::same(18);
    spacing.menu_margin = Margin::same(6);
    spacing.tooltip_width = 360.0;
    spacing.scroll = ScrollStyle {
        bar_width: 6.0,
        floating_width: 6.0,
        bar_inner_margin: 2.0,
        bar_outer_margin: 4.0,
        dormant_handle_opacity: 1.0,
        active_handle_opacity: 1.0,
        interact_handle_opacity: 1.0,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.0,
        foreground_color: false,
        ..ScrollStyle::floating()
    };
}

fn set_colors(style: &mut Style, c: &Tokens) {
    let visuals = &mut style.visuals;
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(c.text_muted);
    visuals.hyperlink_color = c.accent;
    visuals.faint_bg_color = c.surface;
    visuals.extreme_bg_color = c.surface;
    visuals.text_edit_bg_color = Some(c.surface);
    visuals.code_bg_color = c.raised;
    visuals.warn_fg_color = c.warn;
    visuals.error_fg_color = c.error;
    visuals.panel_fill = c.bg;
    visuals.window_fill = c.popup;
    visuals.window_stroke = Stroke::new(1.0, c.border_strong);
    visuals.window_corner_radius = CornerRadius::same(RADIUS_LARGE);
    visuals.menu_corner_radius = CornerRadius::same(RADIUS_LARGE);
    visuals.window_shadow = popup_shadow(c);
    visuals.popup_shadow = popup_shadow(c);
    visuals.handle_shape = HandleShape::Circle;
    visuals.indent_has_left_vline = false;
    visuals.selection.bg_fill = c.accent_soft;
    visuals.selection.stroke = Stroke::new(2.0, c.accent);
    visuals.text_cursor.stroke = Stroke::new(1.0, c.accent);
    // A blinking cursor repaints twice a second for as long as a field has the focus.
    visuals.text_cursor.blink = false;
    visuals.interact_cursor = None;

    let widgets = &mut visuals.widgets;
    widgets.noninteractive = state(c.surface, c.border, c.text);
    widgets.inactive = state(c.surface, c.border_strong, c.text);
    widgets.hovered = state(c.raised, c.border_strong, c.text);
    widgets.active = state(c.raised, c.border_control, c.text);
    widgets.open = state(c.raised, c.border_strong, c.text);
    // The scroll handle takes its colour from here.
    widgets.inactive.bg_fill = c.border_strong;
    widgets.hovered.bg_fill = c.border_control;
    widgets.active.bg_fill = c.border_control;
}

fn state(fill: Color32, outline: Color32, text: Color32) -> WidgetVisuals {
    WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, outline),
        corner_radius: CornerRadius::same(RADIUS),
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    }
}

/// The one shadow there is: under popups, toasts and modals.
#[must_use]
pub fn popup_shadow(colors: &Tokens) -> Shadow {
    Shadow { offset: [0, 8], blur: 24, spread: 0, color: colors.shadow }
}

/// What lies over the window behind a modal: half black in both themes.
pub const BACKDROP: Color32 = Color32::from_black_alpha(128);
