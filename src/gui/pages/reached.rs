//! Which proxies and databases a function reaches, and how: asked for on request, as a list whose rows lead to
//! the validation of their path.

use std::time::Instant;

use eframe::egui::Ui;

use super::failure::failure;
use super::listing;
use crate::discover::{Existing, Invoked, Reached};
use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::validation::ValidationAsk;
use crate::gui::widgets::{Button, Sign, running_line, sign_line};
use crate::text::t;
use crate::words::reached::{behind, by_variables, how};

/// The list of a function, or the button that asks for it.
pub fn section(ui: &mut Ui, state: &State, function: &str, commands: &mut Commands) {
    let asked = state.reaching.asked_of(function);
    ui.spacing_mut().item_spacing.y = 6.0;
    let Some(asked) = asked.filter(|asked| !asked.is_unasked() && !asked.is_given_up()) else {
        return ask(ui, t!("reached-ask"), function, commands);
    };
    if asked.waiting(Instant::now()).is_some() {
        return running_line(ui, &t!("reached-asking", function = format!("`{function}`")));
    }
    if let Some(report) = asked.error() {
        failure(ui, report, |ui| ask(ui, t!("retry"), function, commands));
        return;
    }
    match asked.ready() {
        Some(Some(reached)) => list(ui, reached, function, commands),
        Some(None) => sign_line(ui, Sign::Unknown, t!("reached-gone")),
        None => {}
    }
    ask(ui, t!("reached-again"), function, commands);
}

fn ask(ui: &mut Ui, words: &str, function: &str, commands: &mut Commands) {
    if Button::secondary(words).icon(Icon::Route).compact().show(ui).clicked() {
        commands.push(Command::Reached(function.to_owned()));
    }
}

fn list(ui: &mut Ui, reached: &Reached, function: &str, commands: &mut Commands) {
    let colors = tokens(ui);
    label(ui, t!("reached-head"), Font::Strong, colors.text);
    for reach in &reached.proxies {
        let proxy = reach.proxy.name.as_str();
        label(ui, &t!("reached-through", proxy = proxy, database = behind(reach)), Font::Dense, colors.text);
        label(ui, &how(&reach.how), Font::Small, colors.text_muted);
        let open = ui.push_id(proxy, |ui| Button::quiet(t!("reached-open")).icon(Icon::Stethoscope).compact().show(ui));
        if open.inner.clicked() {
            let function = Invoked { name: function.to_owned(), qualifier: None };
            let existing = Existing { proxy: proxy.to_owned(), function: Some(function), read_secrets: false };
            commands.push(Command::Validate(ValidationAsk::Judge(existing)));
        }
    }
    for direct in &reached.direct {
        let words = t!("reached-direct", database = direct.database.as_str());
        label(ui, &words, Font::Dense, colors.text);
        label(ui, &by_variables(direct), Font::Small, colors.text_muted);
    }
    if reached.proxies.is_empty() && reached.direct.is_empty() {
        label(ui, t!("reached-none"), Font::Dense, colors.text_muted);
    }
    listing::unreadable(ui, &reached.unread.iter().collect::<Vec<_>>());
}
