//! What stands around the proxy, switched on or off.

use eframe::egui::{Ui, vec2};

use crate::domain::export_part::ExportPart;
use crate::domain::setup::Setup;
use crate::export;
use crate::gui::rich::{Rich, label};
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::switch;
use crate::text::t;

/// A switch for each part; one that does not fit is off and says why.
pub fn switches(ui: &mut Ui, state: &mut State) {
    let Some(setup) = state.exported().map(|exported| exported.setup) else { return };
    let chosen = export::parts(setup);
    let rows = ExportPart::ALL.map(|part| (part, part.fits(setup).map(|()| about(part, setup))));
    let colors = tokens(ui);
    ui.spacing_mut().item_spacing.y = 8.0;
    for (part, fits) in rows {
        let mut on = chosen.contains(&part);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing = vec2(10.0, 0.0);
            let flipped = ui.add_enabled_ui(fits.is_ok(), |ui| switch(ui, title(part), &mut on).changed()).inner;
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                // The switch says it already.
                Rich::new().add(title(part), Font::Dense, colors.text).line(ui, 0.0);
                let words = fits.as_deref().unwrap_or_else(|why| why);
                label(ui, words, Font::Small, colors.text_muted);
            });
            if flipped {
                state.choose_export(|export| {
                    export.parts.retain(|chosen| *chosen != part);
                    if on {
                        export.parts.push(part);
                        export.parts.sort();
                    }
                });
            }
        });
    }
}

fn title(part: ExportPart) -> &'static str {
    match part {
        ExportPart::Api => t!("part-api"),
        ExportPart::RestApi => t!("part-rest-api"),
        ExportPart::Schedule => t!("part-schedule"),
        ExportPart::Function => t!("part-function"),
        ExportPart::Network => t!("part-network"),
        ExportPart::Database => t!("part-database"),
        ExportPart::Rotation => t!("part-rotation"),
        ExportPart::Alarms => t!("part-alarms"),
        ExportPart::ConfigRules => t!("part-config-rules"),
    }
}

fn about(part: ExportPart, setup: &Setup) -> String {
    let function = setup.access.function_name.as_str();
    match part {
        ExportPart::Api => t!("part-api-about", function = function),
        ExportPart::RestApi => t!("part-rest-api-about", function = function),
        ExportPart::Schedule => t!("part-schedule-about", function = function),
        ExportPart::Function => t!("part-function-about").to_owned(),
        ExportPart::Network => t!("part-network-about").to_owned(),
        ExportPart::Database => t!("part-database-about").to_owned(),
        ExportPart::Rotation => t!("part-rotation-about").to_owned(),
        ExportPart::Alarms => t!("part-alarms-about").to_owned(),
        ExportPart::ConfigRules => t!("part-config-rules-about").to_owned(),
    }
}
