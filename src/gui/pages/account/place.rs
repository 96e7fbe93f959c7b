//! The card that says where in the account: the region, or the scenario of the practice account.

use eframe::egui::{Rect, Role, Sense, Ui, WidgetInfo};

use super::choose;
use crate::accounts::Source;
use crate::domain::region::{REGIONS, place_of};
use crate::gui::command::Commands;
use crate::gui::icon::Icon;
use crate::gui::rich::{Fit, galley, label, on_hover, spoken};
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Input, Note, PickerItem, PickerItems, PickerState, Select, Selected, grid_card, note};
use crate::text::t;

/// What the card keeps.
#[derive(Default)]
pub struct PlaceLook {
    /// A region being typed.
    typed: Option<String>,
    regions: Option<PickerItems>,
    picker: PickerState,
}

pub fn card(ui: &mut Ui, area: Rect, state: &mut State, commands: &mut Commands) {
    let mut inside = grid_card(ui, area, "place");
    inside.spacing_mut().item_spacing.y = 6.0;
    match state.source.clone() {
        Some(Source::Practice { scenario }) => scenario_of(&mut inside, &scenario, state),
        source => regions(&mut inside, source, state, commands),
    }
}

/// What is practised, in full.
fn scenario_of(ui: &mut Ui, chosen: &str, state: &State) {
    let colors = tokens(ui);
    let offer = state.scenarios.iter().find(|offer| offer.name == chosen);
    ui.spacing_mut().item_spacing.y = 2.0;
    label(ui, t!("scenario"), Font::Small, colors.text_muted);
    label(ui, offer.map_or(chosen, |offer| offer.title), Font::Strong, colors.text);
    clipped(ui, offer.map_or("", |offer| offer.about));
}

/// As many lines as the card has room for; the whole stands in the tooltip.
fn clipped(ui: &mut Ui, text: &str) {
    let ink = tokens(ui).text_muted;
    let room = ui.available_size();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few lines")]
    let rows = (room.y / Font::Small.line()).floor().max(1.0) as usize;
    let words = galley(ui, text, Font::Small, ink, Fit::Rows(room.x, rows));
    let (rect, response) = ui.allocate_exact_size(words.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken(text)));
    let cut = words.elided;
    ui.painter().galley(rect.min, words, ink);
    if cut {
        on_hover(response, text);
    }
}

fn regions(ui: &mut Ui, source: Option<Source>, state: &mut State, commands: &mut Commands) {
    let color = tokens(ui).text;
    label(ui, t!("region"), Font::Strong, color);
    let shown = state.connection().map(|connection| connection.account.region.clone());
    let look = &mut state.pages.account.place;
    let shown = state.region.clone().or(shown).unwrap_or_default();
    let mut picked = None;
    if let Some(typed) = &mut look.typed {
        let id = ui.unique_id().with("typed region");
        let response = Input::new(t!("region")).hint("eu-west-1").id(id).show(ui, typed);
        if response.lost_focus() {
            picked = Some(typed.trim().to_owned()).filter(|region| !region.is_empty());
            look.typed = None;
        } else if !response.has_focus() {
            response.request_focus();
        }
        note(ui, Note::Why(t!("region-type")));
    } else {
        let items = look.regions.get_or_insert_with(|| {
            let row = |region: &crate::domain::region::Region| PickerItem {
                name: region.id.to_owned(),
                facts: region.place.to_owned(),
                ..PickerItem::default()
            };
            PickerItems::new(Icon::Globe, Vec::new(), REGIONS.iter().map(row).collect(), 1)
        });
        let place = place_of(&shown).unwrap_or_default();
        let select =
            Select::new(t!("region"), &shown).aside(place).hint(t!("region-hint")).by_hand(t!("region-by-hand"));
        match select.show(ui, items, &mut look.picker) {
            Some(Selected::Row(row)) => picked = items.get(row).map(|item| item.name.clone()),
            Some(Selected::ByHand) => look.typed = Some(shown.clone()),
            None => {}
        }
        let why = if state.region.is_some() { t!("region-chosen") } else { t!("region-why") };
        note(ui, Note::Icon(Icon::Info, why));
    }
    if let Some(region) = picked {
        state.region = Some(region.clone());
        if let Some(source) = source {
            choose(state, commands, source, Some(region));
        }
    }
}
