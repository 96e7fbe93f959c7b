//! A small word with an icon on a soft fill.

use eframe::egui::{Color32, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::Sign;
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, galley, spoken};
use crate::gui::theme::{Font, RADIUS_SMALL, Tokens, tokens};

/// What a fill says. Green, amber and red are verdicts; accent is what we would make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// To create: accent fill.
    New,
    /// To change: accent outline.
    Changed,
    /// To remove: red outline.
    Removed,
    /// Passed.
    Ok,
    /// Works, but.
    Warn,
    /// Wrong.
    Error,
    /// Could not be read: dashed.
    Unknown,
    /// Under way: accent, no fill.
    Running,
    /// Anything that is no verdict.
    Neutral,
}

impl Tone {
    /// Colour of icon and word.
    #[must_use]
    pub const fn ink(self, colors: &Tokens) -> Color32 {
        match self {
            Self::New | Self::Changed | Self::Running => colors.accent,
            Self::Removed | Self::Error => colors.error,
            Self::Ok => colors.ok,
            Self::Warn => colors.warn,
            Self::Unknown | Self::Neutral => colors.text_muted,
        }
    }

    /// Fill behind the word.
    #[must_use]
    pub const fn fill(self, colors: &Tokens) -> Color32 {
        match self {
            Self::New => colors.accent_soft,
            Self::Ok => colors.ok_soft,
            Self::Warn => colors.warn_soft,
            Self::Error => colors.error_soft,
            Self::Neutral => colors.raised,
            Self::Changed | Self::Removed | Self::Unknown | Self::Running => Color32::TRANSPARENT,
        }
    }

    const fn outline(self, colors: &Tokens) -> Color32 {
        match self {
            Self::Changed => colors.accent_border,
            Self::Removed => colors.error_border,
            _ => Color32::TRANSPARENT,
        }
    }
}

/// A badge is a word or two; a name in it is cut.
const WIDEST: f32 = 220.0;

/// A badge, 20 high.
#[derive(Debug, Clone, Copy)]
#[must_use = "call `show`"]
pub struct Badge<'a> {
    icon: Icon,
    text: &'a str,
    tone: Tone,
    width: Option<f32>,
}

impl<'a> Badge<'a> {
    /// A badge with its own word.
    pub const fn new(icon: Icon, text: &'a str, tone: Tone) -> Self {
        Self { icon, text, tone, width: None }
    }

    /// The badge of a state.
    pub fn for_sign(sign: Sign) -> Badge<'static> {
        Badge::new(sign.icon(), sign.word(), sign.tone())
    }

    /// As wide as this: in plan rows all badges are as wide as the widest.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Width that it takes when nothing else is asked.
    #[must_use]
    pub fn natural_width(&self, ui: &Ui) -> f32 {
        galley(ui, self.text, Font::Small, Color32::PLACEHOLDER, Fit::Elide(WIDEST)).size().x.ceil() + 27.0
    }

    /// Shows it as a widget.
    pub fn show(self, ui: &mut Ui) -> Response {
        let width = self.width.unwrap_or_else(|| self.natural_width(ui));
        let (rect, response) = ui.allocate_exact_size(vec2(width, 20.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken(self.text)));
        self.paint(ui, rect);
        response
    }

    /// Paints it into a row that is one widget as a whole; `rect` is 20 high.
    pub fn paint(self, ui: &Ui, rect: Rect) {
        let colors = tokens(ui);
        let ink = self.tone.ink(colors);
        if self.tone == Tone::Unknown {
            paint::dashed(ui.painter(), rect, 4.0, Stroke::new(1.0, colors.border_control));
        } else {
            let outline = Stroke::new(1.0, self.tone.outline(colors));
            paint::panel(ui.painter(), rect, RADIUS_SMALL, self.tone.fill(colors), outline);
        }
        let middle = pos2(rect.left() + 11.0, rect.center().y);
        if self.icon == Icon::LoaderCircle {
            paint::ticking(ui, middle, 12.0, ink);
        } else {
            paint::icon(ui.painter(), self.icon, middle, 12.0, ink);
        }
        let words = galley(ui, self.text, Font::Small, ink, Fit::Elide(rect.width() - 26.0));
        paint::text_at(ui.painter(), rect.left() + 21.0, rect.center().y, words);
    }
}

/// Width of the widest plan word, so that sentences in plan rows start on one line.
#[must_use]
pub fn plan_badge_width(ui: &Ui) -> f32 {
    [Sign::Create, Sign::Change, Sign::AlreadySo, Sign::Remove]
        .into_iter()
        .map(|sign| Badge::for_sign(sign).natural_width(ui))
        .fold(88.0, f32::max)
}
