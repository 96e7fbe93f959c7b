//! How often and how: numbers as they are typed, and what is wrong with them.

use eframe::egui::Ui;

use crate::discover::Invoked;
use crate::gui::widgets::{Field, Note, field_label, segmented};
use crate::load::{Pattern, Plan};
use crate::text::t;

/// What is typed.
pub struct LoadForm {
    in_turn: bool,
    calls: String,
    from: String,
    to: String,
    ramp: String,
    hold: String,
    pub payload: String,
    /// Why the last attempt to begin did not.
    wrong: Option<String>,
}

impl Default for LoadForm {
    fn default() -> Self {
        Self {
            in_turn: false,
            calls: "20".into(),
            from: "5".into(),
            to: "30".into(),
            ramp: "30".into(),
            hold: "30".into(),
            payload: "{}".into(),
            wrong: None,
        }
    }
}

impl LoadForm {
    /// The plan, where everything is right and it keeps to what may be asked for; else what is wrong is said.
    pub fn plan(&mut self, function: &Invoked, hold: impl FnOnce(&Plan) -> Result<(), String>) -> Option<Plan> {
        match self.read(function).and_then(|plan| hold(&plan).map(|()| plan)) {
            Ok(plan) => {
                self.wrong = None;
                Some(plan)
            }
            Err(why) => {
                self.wrong = Some(why);
                None
            }
        }
    }

    fn read(&self, function: &Invoked) -> Result<Plan, String> {
        let number = |text: &str| text.trim().parse::<u32>().map_err(|_| t!("load-no-number", text = text.trim()));
        let pattern = match self.in_turn {
            true => Pattern::InTurn { calls: number(&self.calls)? },
            false => Pattern::AtOnce {
                from: number(&self.from)?,
                to: number(&self.to)?,
                ramp_secs: number(&self.ramp)?,
                hold_secs: number(&self.hold)?,
            },
        };
        serde_json::from_str::<serde_json::Value>(&self.payload)
            .map_err(|why| t!("load-bad-payload", why = why.to_string()))?;
        Plan::new(function, pattern).map_err(|why| why.to_string())
    }

    /// The plan as it is typed, where it is one.
    pub fn preview(&self, function: &Invoked) -> Option<Plan> {
        self.read(function).ok()
    }

    /// Shows the fields.
    pub fn show(&mut self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 8.0;
        let ways = [t!("load-way-at-once"), t!("load-way-in-turn")];
        if let Some(at) = segmented(ui, t!("load-way"), &ways, usize::from(self.in_turn)) {
            self.in_turn = at == 1;
        }
        if self.in_turn {
            Field::new(t!("load-field-calls")).show(ui, &mut self.calls);
        } else {
            ui.columns(2, |cells| {
                let [left, right] = cells else { return };
                let calls = t!("load-unit-calls");
                Field::new(t!("load-field-from")).input(|input| input.after(calls)).show(left, &mut self.from);
                Field::new(t!("load-field-to")).input(|input| input.after(calls)).show(right, &mut self.to);
                Field::new(t!("load-field-ramp")).input(|input| input.after("s")).show(left, &mut self.ramp);
                Field::new(t!("load-field-hold")).input(|input| input.after("s")).show(right, &mut self.hold);
            });
        }
        let payload = Field::new(t!("load-field-payload"));
        let payload = match &self.wrong {
            Some(why) => payload.note(Note::Wrong(why, None)),
            None => payload,
        };
        payload.show(ui, &mut self.payload);
    }
}

/// A head for fields of the card.
pub fn head(ui: &mut Ui, words: &str) {
    field_label(ui, words, false);
}
