//! What a load may ask for at most, as it is typed: in effect as soon as every number is one.

use eframe::egui::{Margin, Ui};

use crate::gui::command::{Command, Commands};
use crate::gui::settings::Setting;
use crate::gui::state::State;
use crate::gui::widgets::{Field, Note, card_frame, note};
use crate::load::Bounds;
use crate::text::t;

/// What is typed.
pub struct BoundsForm {
    at_once: String,
    secs: String,
    calls: String,
    usd: String,
}

impl BoundsForm {
    fn new(bounds: &Bounds) -> Self {
        Self {
            at_once: bounds.at_once.to_string(),
            secs: bounds.secs.to_string(),
            calls: bounds.calls.to_string(),
            usd: format!("{:.2}", bounds.usd),
        }
    }

    /// What is typed, where it is numbers that a load could keep to.
    fn read(&self) -> Option<Bounds> {
        let whole = |text: &str| text.trim().parse::<u32>().ok();
        let bounds = Bounds {
            at_once: whole(&self.at_once)?,
            secs: whole(&self.secs)?,
            calls: whole(&self.calls)?,
            usd: self.usd.trim().parse().ok()?,
        };
        (bounds.clamped() == bounds).then_some(bounds)
    }
}

pub fn fields(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let kept = state.settings.load;
    let form = state.pages.settings.bounds.get_or_insert_with(|| BoundsForm::new(&kept));
    card_frame(ui).inner_margin(Margin::symmetric(14, 12)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let narrow = ui.available_width() < 420.0;
        let calls = t!("load-unit-calls");
        let parts: [(&str, &str, &mut String); 4] = [
            (t!("bounds-at-once"), calls, &mut form.at_once),
            (t!("bounds-secs"), "s", &mut form.secs),
            (t!("bounds-calls"), calls, &mut form.calls),
            (t!("bounds-usd"), "$", &mut form.usd),
        ];
        ui.columns(if narrow { 2 } else { 4 }, |cells| {
            let count = cells.len().max(1);
            for (nth, (name, unit, text)) in parts.into_iter().enumerate() {
                if let Some(cell) = cells.get_mut(nth % count) {
                    Field::new(name).input(|input| input.after(unit)).show(cell, text);
                }
            }
        });
        if form.read().is_none() {
            let most = Bounds::default();
            let words = t!("bounds-wrong", at_once = most.at_once, secs = most.secs, calls = most.calls);
            note(ui, Note::Wrong(&words, None));
        }
    });
    if let Some(bounds) = form.read().filter(|bounds| *bounds != kept) {
        commands.push(Command::Set(Setting::Load(bounds)));
    }
}
