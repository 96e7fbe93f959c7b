//! What each button of the footer would do: one card in equal parts. Explains, does not act.

use eframe::egui::{Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, galley, spoken};
use crate::gui::theme::{Font, RADIUS_LARGE, tokens};
use crate::text::labelled;

/// One part: the button's own words, and what it does and how long that takes.
#[derive(Debug, Clone, Copy)]
pub struct ChoiceText<'a> {
    /// The icon of the button.
    pub icon: Icon,
    /// The words of the button.
    pub head: &'a str,
    /// What it does.
    pub text: &'a str,
}

/// Shows the parts side by side.
pub fn choice_strip(ui: &mut Ui, choices: &[ChoiceText<'_>]) {
    let colors = tokens(ui);
    #[expect(clippy::cast_precision_loss, reason = "three choices or so")]
    let part = (ui.available_width() / choices.len().max(1) as f32).floor();
    let room = part - 52.0;
    let texts: Vec<_> = choices
        .iter()
        .map(|choice| {
            let head = galley(ui, choice.head, Font::Strong, colors.text, Fit::Wrap(room));
            let text = galley(ui, choice.text, Font::Small, colors.text_muted, Fit::Wrap(room));
            (head, text)
        })
        .collect();
    let height = texts.iter().map(|(head, text)| head.size().y + text.size().y).fold(0.0, f32::max) + 24.0;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    paint::panel(ui.painter(), rect, RADIUS_LARGE, colors.surface, Stroke::new(1.0, colors.border));
    let mut left = rect.left();
    for (choice, (head, text)) in choices.iter().zip(texts) {
        let area = Rect::from_min_size(pos2(left, rect.top()), vec2(part, height));
        let response = ui.interact(area, ui.unique_id().with(("choice", choice.head)), Sense::hover());
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Label, true, labelled!(spoken(choice.head), spoken(choice.text)))
        });
        if left > rect.left() {
            ui.painter().vline(left, rect.y_range(), Stroke::new(1.0, colors.border));
        }
        paint::icon(ui.painter(), choice.icon, pos2(left + 22.0, rect.top() + 21.0), 16.0, colors.text_muted);
        let below = rect.top() + 11.0 + head.size().y;
        ui.painter().galley(pos2(left + 40.0, rect.top() + 11.0), head, colors.text);
        ui.painter().galley(pos2(left + 40.0, below + 1.0), text, colors.text_muted);
        left += part;
    }
}
