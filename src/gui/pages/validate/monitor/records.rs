//! What was written down beside the measures: events of RDS, and the proxy's own log with a filter.

use std::time::Instant;

use eframe::egui::{Frame, Key, Margin, Ui};

use crate::domain::observed::Part;
use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::pages::failure::failure;
use crate::gui::rich::{Rich, label};
use crate::gui::theme::{Font, tokens};
use crate::gui::validation::{Monitoring, ValidationAsk};
use crate::gui::widgets::{Button, Input, card_frame};
use crate::monitor::Monitored;
use crate::text::t;
use crate::words::monitor as words;

/// Lines of the log that are shown; a filter finds the others.
const LINES: usize = 200;

pub fn events(ui: &mut Ui, read: &Monitored) {
    let colors = tokens(ui);
    let none = t!("monitor-no-events", range = read.since.to_string());
    let (about, events) = match &read.events {
        Part::Present(events) if !events.is_empty() => (String::new(), events.as_slice()),
        Part::Unreadable(why) => (t!("monitor-events-unread", why = why.because.as_str()), [].as_slice()),
        Part::Present(_) | Part::Absent | Part::NotAsked => (none, [].as_slice()),
    };
    section(ui, |ui| {
        head(ui, t!("monitor-events"), &about);
        for event in events {
            let at = event.at.map(|at| words::moment(at, read.at)).unwrap_or_default();
            Rich::new()
                .exact(&at, Font::Code, colors.text_muted)
                .gap(12.0, Font::Code)
                .exact(&event.message, Font::Dense, colors.text)
                .show(ui);
        }
    });
}

/// The log is read when somebody asks for it: it may be long, and holds SQL with its values hidden.
pub fn log(ui: &mut Ui, monitoring: &mut Monitoring, commands: &mut Commands) {
    let colors = tokens(ui);
    let Some(read) = monitoring.shown.value().map(|shown| (words::log(&shown.read), shown.read.at)) else { return };
    let (about, now) = read;
    section(ui, |ui| {
        head(ui, t!("monitor-log"), &about);
        let mut ask = false;
        ui.horizontal(|ui| {
            let input =
                Input::new(t!("monitor-log-filter")).icon(Icon::Search).hint(t!("monitor-log-hint")).width(260.0);
            let typed = input.show(ui, &mut monitoring.log_text);
            ask = typed.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let waiting = monitoring.log.waiting(Instant::now()).is_some();
            let button = Button::secondary(t!("monitor-log-read")).icon(Icon::FileText).enabled(!waiting);
            ask |= button.show(ui).clicked();
        });
        if ask {
            commands.push(Command::Validate(ValidationAsk::ReadLog));
        }
        if let Some(error) = monitoring.log.error() {
            failure(ui, error, |_| ());
        }
        match monitoring.log.value() {
            Some(lines) if lines.is_empty() => {
                label(ui, t!("monitor-log-empty"), Font::Dense, colors.text_muted);
            }
            Some(lines) => {
                for line in lines.iter().take(LINES) {
                    let at = line.at.map(|at| words::moment(at, now)).unwrap_or_default();
                    Rich::new()
                        .exact(&at, Font::Code, colors.syn_comment)
                        .gap(12.0, Font::Code)
                        .exact(line.message.trim_end(), Font::Code, colors.text)
                        .show(ui);
                }
                if lines.len() > LINES {
                    let more = t!("monitor-log-more", count = lines.len() - LINES);
                    label(ui, &more, Font::Small, colors.text_muted);
                }
            }
            None => {}
        }
    });
}

fn section(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    card_frame(ui).show(ui, |ui| {
        Frame::NONE.inner_margin(Margin::symmetric(14, 12)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 6.0;
            content(ui);
        });
    });
}

fn head(ui: &mut Ui, title: &str, about: &str) {
    let colors = tokens(ui);
    Rich::new()
        .add(title, Font::DenseStrong, colors.text)
        .gap(8.0, Font::Small)
        .add(about, Font::Small, colors.text_muted)
        .show(ui);
}
