//! Buttons: one primary per page, secondary, quiet, and two that destroy.

use eframe::egui::{self, Color32, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, Rich, on_hover, spoken};
use crate::gui::theme::{self, CONTROL, CONTROL_COMPACT, Font, tokens};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ButtonKind {
    Primary,
    Secondary,
    Quiet,
    /// Leads to something that destroys.
    Destroying,
    /// Destroys, inside the modal that asked.
    Destroy,
}

/// A button: verb and object, maybe an icon, maybe a shortcut.
#[derive(Debug, Clone)]
#[must_use = "call `show`"]
pub struct Button<'a> {
    text: &'a str,
    kind: ButtonKind,
    icon: Option<Icon>,
    trailing: Option<Icon>,
    shortcut: Option<&'a str>,
    compact: bool,
    enabled: bool,
    name: Option<&'a str>,
    width: Option<f32>,
}

impl<'a> Button<'a> {
    const fn new(text: &'a str, kind: ButtonKind) -> Self {
        Self {
            text,
            kind,
            icon: None,
            trailing: None,
            shortcut: None,
            compact: false,
            enabled: true,
            name: None,
            width: None,
        }
    }

    /// The one act of a page.
    pub const fn primary(text: &'a str) -> Self {
        Self::new(text, ButtonKind::Primary)
    }

    /// Any other act.
    pub const fn secondary(text: &'a str) -> Self {
        Self::new(text, ButtonKind::Secondary)
    }

    /// An act without a frame: back, cancel.
    pub const fn quiet(text: &'a str) -> Self {
        Self::new(text, ButtonKind::Quiet)
    }

    /// Opens the question before something is destroyed.
    pub const fn destroying(text: &'a str) -> Self {
        Self::new(text, ButtonKind::Destroying)
    }

    /// Destroys. Only inside the confirming modal.
    pub const fn destroy(text: &'a str) -> Self {
        Self::new(text, ButtonKind::Destroy)
    }

    /// A square secondary button with an icon; `name` is what is read aloud and shown on hover.
    pub const fn only_icon(icon: Icon, name: &'a str) -> Self {
        let mut button = Self::new("", ButtonKind::Secondary);
        button.icon = Some(icon);
        button.name = Some(name);
        button
    }

    /// The same without a frame.
    pub const fn quiet_icon(icon: Icon, name: &'a str) -> Self {
        let mut button = Self::only_icon(icon, name);
        button.kind = ButtonKind::Quiet;
        button
    }

    /// What is read aloud instead of the words: "Continue orders-proxy", where several buttons of a
    /// page say "Continue".
    pub const fn named(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// An icon before the words.
    pub const fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// An icon after the words: `arrow-up-right` for what opens the console.
    pub const fn trailing(mut self, icon: Icon) -> Self {
        self.trailing = Some(icon);
        self
    }

    /// The shortcut shown in mono at the right, such as `Ctrl ↵`.
    pub const fn shortcut(mut self, keys: &'a str) -> Self {
        self.shortcut = Some(keys);
        self
    }

    /// 28 high instead of 32.
    pub const fn compact(mut self) -> Self {
        self.compact = true;
        self
    }

    /// As wide as this, words in the middle.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// A button that waits. Never as a way to validate.
    pub const fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Shows it. Click, Enter and Space on the focused button all count as a click.
    pub fn show(self, ui: &mut Ui) -> Response {
        let colors = tokens(ui);
        let height = if self.compact { CONTROL_COMPACT } else { CONTROL };
        let enabled = self.enabled && ui.is_enabled();
        let ink = self.ink(ui, enabled);
        let font = match self.kind {
            ButtonKind::Primary | ButtonKind::Destroy => Font::Strong,
            _ if self.compact => Font::Dense,
            _ => Font::Body,
        };
        let text = || Rich::new().add(self.text, font, ink);
        let icon_room = |icon: Option<Icon>| if icon.is_some() { 24.0 } else { 0.0 };
        // In a row that wraps the next line is as wide as the whole.
        let room = if ui.layout().main_wrap { ui.max_rect().width() } else { ui.available_width() };
        let padding = match (self.kind, self.compact) {
            (ButtonKind::Primary, false) => 14.0,
            (_, true) => 10.0,
            _ => 12.0,
        };
        // What is as wide as a button was must be room enough for it.
        let room = (room - icon_room(self.icon) - icon_room(self.trailing) - 2.0 * padding).ceil();
        // Where there is little room the shortcut goes first, and the words before the icon does.
        let keyed = self.shortcut.map(|keys| text().gap(10.0, font).exact(keys, Font::Code, ink).galley(ui, Fit::Line));
        let words = match keyed.filter(|words| words.size().x <= room) {
            Some(words) => words,
            None => text().galley(ui, Fit::Elide(room.max(28.0))),
        };
        let cut = words.elided;
        let bare = self.text.is_empty() || (cut && self.icon.is_some());

        let natural = if bare {
            height
        } else {
            words.size().x + icon_room(self.icon) + icon_room(self.trailing) + 2.0 * padding
        };
        let sense = if enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(self.width.unwrap_or(natural).ceil(), height), sense);
        let name = self.name.map_or_else(|| spoken(self.text), str::to_owned);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, &name));

        if ui.is_rect_visible(rect) {
            let (fill, outline) = self.skin(ui, &response, enabled);
            paint::panel(ui.painter(), rect, theme::RADIUS, fill, Stroke::new(1.0, outline));
            let painter = ui.painter();
            if bare {
                if let Some(icon) = self.icon {
                    let quiet = self.kind == ButtonKind::Quiet && !response.hovered();
                    let ink = if quiet && enabled { colors.text_muted } else { ink };
                    paint::icon(painter, icon, rect.center(), 16.0, ink);
                }
            } else {
                let content = words.size().x + icon_room(self.icon) + icon_room(self.trailing);
                let mut x = rect.center().x - content / 2.0;
                if let Some(icon) = self.icon {
                    paint::icon(painter, icon, egui::pos2(x + 8.0, rect.center().y), 16.0, ink);
                    x += 24.0;
                }
                x = paint::text_at(painter, x, rect.center().y, words);
                if let Some(icon) = self.trailing {
                    paint::icon(painter, icon, egui::pos2(x + 16.0, rect.center().y), 16.0, ink);
                }
            }
            paint::focus_ring(ui, &response, theme::RADIUS);
        }
        match self.name {
            Some(name) if self.text.is_empty() => on_hover(response, name),
            _ if cut => on_hover(response, &name),
            _ => response,
        }
    }

    fn ink(&self, ui: &Ui, enabled: bool) -> Color32 {
        let colors = tokens(ui);
        match self.kind {
            _ if !enabled => colors.text_disabled,
            ButtonKind::Primary => colors.on_accent,
            ButtonKind::Secondary | ButtonKind::Quiet => colors.text,
            ButtonKind::Destroying => colors.error,
            ButtonKind::Destroy => colors.bg,
        }
    }

    fn skin(&self, ui: &Ui, response: &Response, enabled: bool) -> (Color32, Color32) {
        let colors = tokens(ui);
        let under_pointer = response.hovered() || response.is_pointer_button_down_on();
        match self.kind {
            ButtonKind::Quiet if under_pointer && enabled => (colors.raised, Color32::TRANSPARENT),
            ButtonKind::Quiet => (Color32::TRANSPARENT, Color32::TRANSPARENT),
            _ if !enabled => (Color32::TRANSPARENT, colors.border),
            ButtonKind::Primary if under_pointer => (colors.accent_hover, colors.accent_hover),
            ButtonKind::Primary => (colors.accent_fill, colors.accent_fill),
            ButtonKind::Destroying if under_pointer => (colors.error_soft, colors.error_border),
            ButtonKind::Destroying => (colors.surface, colors.error_border),
            ButtonKind::Destroy => (colors.error, colors.error),
            ButtonKind::Secondary if under_pointer => (colors.raised, colors.border_strong),
            ButtonKind::Secondary => (colors.surface, colors.border_strong),
        }
    }
}
