//! The two doors, told apart by their paths: everything to make, or each hop with a verdict.

use eframe::egui::{Rect, Sense, Ui, UiBuilder, pos2, vec2};

use crate::gui::icon::Icon;
use crate::gui::rich::{Fit, Rich, galley, label};
use crate::gui::route::Door;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{choice_card, door_path, icon_cell};
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
        ui.allocate_ui(vec2(ui.available_width(), TEXT), |ui| {
            ui.set_min_size(ui.available_size());
            Rich::new().add(text, Font::Body, colors.text_muted).draw(ui);
        });
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            for (icon, words) in facts {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 6.0;
                    icon_cell(ui, icon, 14.0, 16.0, colors.text_muted);
                    Rich::new().add(words, Font::Small, colors.text_muted).line(ui, 16.0);
                });
            }
        });
    })
    .clicked()
}

/// Function, proxy, database: to be made, or checked.
fn path(ui: &mut Ui, door: Door) {
    let colors = tokens(ui);
    let ways = match door {
        Door::SetUp => [(Icon::Plus, colors.accent), (Icon::Plus, colors.accent)],
        Door::Validate => [(Icon::CircleCheck, colors.ok), (Icon::CircleX, colors.error)],
    };
    door_path(ui, ways, door == Door::SetUp);
}
