//! The practice account beside the page: every scenario, in groups by where the fault is, to be searched.
//! One press opens it; a broken one at its proxy.

use eframe::egui::{Align, Frame, Id, Layout, Margin, Ui, vec2};

use super::drop_zone::{HEIGHT, drop_zone};
use crate::accounts::{ScenarioOffer, Source};
use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{
    Mode, PickerItem, PickerItems, PickerLook, PickerState, hairline, mode_pill, picker_filter, picker_list,
};
use crate::text::t;

/// What the list keeps.
#[derive(Default)]
pub struct PracticeLook {
    items: Option<PickerItems>,
    picker: PickerState,
}

/// Names of the groups, in the order of [`ScenarioOffer::group`].
fn groups() -> Vec<String> {
    [
        t!("scenario-start"),
        t!("scenario-network"),
        t!("scenario-connect"),
        t!("scenario-role"),
        t!("scenario-secret"),
        t!("scenario-function"),
        t!("scenario-proxy"),
    ]
    .map(str::to_owned)
    .to_vec()
}

fn row(offer: &ScenarioOffer) -> PickerItem {
    PickerItem {
        name: offer.title.to_owned(),
        facts: offer.about.to_owned(),
        also: offer.name.to_owned(),
        group: offer.group as usize,
        ..PickerItem::default()
    }
}

/// How fast its time runs, in words.
fn speed(state: &State) -> String {
    state.practice_times.map_or_else(|| t!("practice-at-once").to_owned(), |times| t!("practice-faster", times = times))
}

pub fn pane(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let colors = tokens(ui);
    let speed = speed(state);
    let look = &mut state.pages.account.practice;
    let offers = &state.scenarios;
    let items = look
        .items
        .get_or_insert_with(|| PickerItems::new(Icon::FlaskConical, groups(), offers.iter().map(row).collect(), 1));
    let shape = |height| PickerLook {
        name: t!("scenario-filter"),
        hint: t!("scenario-hint"),
        height,
        row: 48.0,
        filter_id: Id::unique("filter scenarios"),
    };
    let mut picked = None;
    Frame::NONE.inner_margin(Margin { left: 16, right: 16, top: 18, bottom: 12 }).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 24.0), Layout::right_to_left(Align::Center), |ui| {
            mode_pill(ui, Mode::Practice);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                label(ui, t!("practice-name"), Font::Heading, colors.text);
            });
        });
        label(ui, &t!("practice-about", speed = speed.as_str()), Font::Small, colors.text_muted);
        ui.add_space(4.0);
        picked = picker_filter(ui, shape(0.0), items, &mut look.picker);
    });
    hairline(ui);
    let open = match &state.source {
        Some(Source::Practice { scenario }) => offers.iter().find(|offer| offer.name == scenario),
        _ => None,
    };
    let selected = open.and_then(|offer| items.position(offer.title));
    let room = ui.available_height();
    // In a low window the list comes first: a file is opened by the palette as well.
    let zone = room > 2.5 * HEIGHT;
    let height = if zone { room - HEIGHT - 1.0 } else { room };
    picked = picked.or(picker_list(ui, shape(height), items, &mut look.picker, selected, ""));
    if zone {
        hairline(ui);
        drop_zone(ui, commands);
    }
    // Rows are sorted by group: the name that is searched for with them says which it is.
    if let Some(item) = picked.and_then(|row| items.get(row)) {
        let scenario = item.also.clone();
        state.pages.account.practise();
        commands.push(Command::Practise(scenario));
    }
}
