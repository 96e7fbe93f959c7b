//! The two doors, told apart by their paths: everything to make, or each hop with a verdict.

use eframe::egui::{Rect, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, galley, label};
use crate::gui::route::Door;
use crate::gui::state::State;
use crate::gui::theme::{Font, RADIUS, tokens};
use crate::gui::widgets::choice_card;
use crate::text::t;

/// Two lines of text.
const TEXT: f32 = 42.0;
/// On either side of what a card holds.
const CARD_PADDING: f32 = 14.0;

pub fn doors(ui: &mut Ui, state: &mut State) {
    let gap = 16.0;
    let width = ((ui.available_width() - gap) / 2.0).floor();
    // What was begun comes before what could be begun: the doors make room for it.
    // They are low as well where their text would need a third line.
    let low = !state.setups.is_empty() || !texts_fit(ui, width - 2.0 * CARD_PADDING);
    let top = ui.next_widget_position();
    let mut bottom = top.y;
    for (nth, door) in [Door::SetUp, Door::Validate].into_iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "two doors")]
        let left = top.x + nth as f32 * (width + gap);
        let area = Rect::from_min_size(pos2(left, top.y), vec2(width, 190.0));
        let mut child = ui.new_child(UiBuilder::new().max_rect(area).id_salt(("door", nth)));
        if show(&mut child, door, state.pages.account.door == door, low) {
            state.pages.account.door = door;
        }
        bottom = bottom.max(child.min_rect().bottom());
    }
    ui.allocate_rect(Rect::from_min_max(top, pos2(top.x + width * 2.0 + gap, bottom)), Sense::hover());
}

fn texts_fit(ui: &Ui, width: f32) -> bool {
    [t!("door-set-up-text"), t!("door-validate-text")].into_iter().all(|text| {
        let words = galley(ui, text, Font::Body, tokens(ui).text_muted, Fit::Wrap(width));
        words.size().y <= TEXT
    })
}

fn show(ui: &mut Ui, door: Door, chosen: bool, low: bool) -> bool {
    let (head, text, short, facts) = match door {
        Door::SetUp => (
            t!("door-set-up"),
            t!("door-set-up-text"),
            t!("door-set-up-short"),
            [(Icon::Clock, t!("door-set-up-time")), (Icon::Undo2, t!("door-set-up-undo"))],
        ),
        Door::Validate => (
            t!("door-validate"),
            t!("door-validate-text"),
            t!("door-validate-short"),
            [(Icon::Timer, t!("door-validate-time")), (Icon::Eye, t!("door-validate-reads"))],
        ),
    };
    choice_card(ui, head, chosen, |ui| {
        let colors = tokens(ui);
        ui.spacing_mut().item_spacing = vec2(16.0, 2.0);
        if low {
            path(ui, door);
            ui.add_space(4.0);
            label(ui, head, Font::Heading, colors.text);
            label(ui, short, Font::Dense, colors.text_muted);
            return;
        }
        ui.add_space(8.0);
        path(ui, door);
        ui.add_space(14.0);
        label(ui, head, Font::Heading, colors.text);
        // Both doors are as high as two lines of text, so that their last lines stand level.
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), TEXT), Sense::hover());
        let words = galley(ui, text, Font::Body, colors.text_muted, Fit::Wrap(rect.width()));
        ui.painter().galley(rect.min, words, colors.text_muted);
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            for (icon, words) in facts {
                let words = galley(ui, words, Font::Small, colors.text_muted, Fit::Line);
                let (rect, _) = ui.allocate_exact_size(vec2(20.0 + words.size().x, 16.0), Sense::hover());
                paint::icon(ui.painter(), icon, rect.left_center() + vec2(7.0, 0.0), 14.0, colors.text_muted);
                paint::text_at(ui.painter(), rect.left() + 20.0, rect.center().y, words);
            }
        });
    })
    .clicked()
}

/// Function, proxy, database: to be made, or checked.
fn path(ui: &mut Ui, door: Door) {
    let colors = tokens(ui);
    // The mark of the chosen door stands in the corner.
    let room = (ui.available_width() - 24.0).min(268.0);
    let (rect, _) = ui.allocate_exact_size(vec2(room, 32.0), Sense::hover());
    let step = (room - 32.0) / 2.0;
    let y = rect.center().y;
    let xs = [rect.left() + 16.0, rect.left() + 16.0 + step, rect.left() + 16.0 + step * 2.0];
    let hops = match door {
        Door::SetUp => [(Icon::Plus, colors.accent), (Icon::Plus, colors.accent)],
        Door::Validate => [(Icon::CircleCheck, colors.ok), (Icon::CircleX, colors.error)],
    };
    for (from, (icon, ink)) in xs.iter().zip(hops) {
        let middle = from + step / 2.0;
        let line = Stroke::new(1.0, ink);
        ui.painter().hline(from + 17.0..=middle - 9.0, y, line);
        ui.painter().hline(middle + 9.0..=from + step - 17.0, y, line);
        paint::icon(ui.painter(), icon, pos2(middle, y), 16.0, ink);
    }
    for (x, icon) in xs.into_iter().zip([Icon::SquareFunction, Icon::Proxy, Icon::Database]) {
        let made = icon == Icon::Proxy && door == Door::SetUp;
        let (fill, edge, ink) = if made {
            (colors.accent_soft, colors.accent, colors.accent)
        } else {
            (colors.surface, colors.border_control, colors.text)
        };
        let square = Rect::from_center_size(pos2(x, y), vec2(32.0, 32.0));
        paint::panel(ui.painter(), square, RADIUS, fill, Stroke::new(1.0, edge));
        paint::icon(ui.painter(), icon, square.center(), 16.0, ink);
    }
}
