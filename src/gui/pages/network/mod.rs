//! The chain of security groups, the subnets, and the endpoint where one is needed.

mod picture;
mod rules;
mod subnets;

use eframe::egui::Ui;

use super::{absent, shared};
use crate::domain::setup::Page;
use crate::gui::command::Commands;
use crate::gui::frame::{page_head, page_scroll};
use crate::gui::state::State;
use crate::gui::widgets::PathPart;
use crate::text::t;

pub use rules::pane;

/// What the page keeps about looking.
#[derive(Default)]
pub struct NetworkPage {
    tab: usize,
}

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    page_head(ui, t!("network-title"), t!("network-sentence"), &[PathPart::FirstHop, PathPart::SecondHop]);
    page_scroll(ui, |ui| {
        shared::problems(ui, state, Page::Network, &[]);
        let State { designed, choices, .. } = state;
        let Some(setup) = &designed.setup else {
            absent::setup(ui, state, commands);
            return;
        };
        picture::show(ui, setup, designed.plan.as_ref(), choices);
        ui.add_space(8.0);
        subnets::show(ui, setup, designed.plan.as_ref(), choices);
        shared::notes(ui, state, Page::Network);
    });
}
