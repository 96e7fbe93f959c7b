//! The side of the monitor: each alarm that should be there, what rings it, and whether it would have
//! rung. Those that are missing can be planned.

use eframe::egui::{Frame, Margin, Panel, ScrollArea, Ui};

use crate::design::of_alarms;
use crate::domain::arn::short_name;
use crate::domain::observed::Part;
use crate::gui::command::Commands;
use crate::gui::icon::Icon;
use crate::gui::rich::{Rich, label};
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::validation::{Monitoring, ShownMonitoring};
use crate::gui::widgets::{Field, Note, Select, Selected, check, field_label, hairline, icon_cell, icon_line, note};
use crate::monitor::Suggested;
use crate::text::{money, t};
use crate::words::monitor as words;

pub fn pane(ui: &mut Ui, state: &mut State, _commands: &mut Commands) {
    let monitoring = &mut state.validation.monitoring;
    let missing = monitoring.shown.value().is_some_and(|shown| shown.alarms.iter().any(Suggested::is_missing));
    if missing {
        foot(ui, monitoring);
    }
    let Some(shown) = monitoring.shown.value() else { return };
    let mut left_out = monitoring.left_out.clone();
    ScrollArea::vertical().id_salt("alarms").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        Frame::NONE.inner_margin(Margin { left: 16, right: 16, top: 16, bottom: 10 }).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let colors = tokens(ui);
            Rich::new()
                .add(t!("monitor-alarms"), Font::Strong, colors.text)
                .gap(8.0, Font::Small)
                .add(&words::alarms_set(&shown.alarms), Font::Small, colors.text_muted)
                .show(ui);
            if missing {
                let range = shown.read.since.to_string();
                label(ui, &t!("monitor-alarms-about", range = range), Font::Small, colors.text_muted);
            }
        });
        for suggested in &shown.alarms {
            hairline(ui);
            Frame::NONE.inner_margin(Margin::symmetric(16, 11)).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 2.0;
                let mut on = !left_out.contains(&suggested.kind);
                alarm(ui, shown, suggested, &mut on);
                if on {
                    left_out.remove(&suggested.kind);
                } else {
                    left_out.insert(suggested.kind);
                }
            });
        }
        hairline(ui);
    });
    monitoring.left_out = left_out;
}

/// A check box where it can be made, a mark where it is there or not known.
fn alarm(ui: &mut Ui, shown: &ShownMonitoring, suggested: &Suggested, on: &mut bool) {
    let colors = tokens(ui);
    let name = words::alarm_name(suggested.kind);
    if suggested.is_missing() {
        check(ui, name, on).on_hover_text(words::alarm_why(suggested.kind));
    } else {
        let (icon, ink) = match suggested.there.present() {
            Some(_) => (Icon::CircleCheck, colors.ok),
            None => (Icon::CircleQuestionMark, colors.text_muted),
        };
        ui.horizontal(|ui| {
            icon_cell(ui, icon, 16.0, 20.0, ink);
            label(ui, name, Font::Body, colors.text);
        });
    }
    Frame::NONE.inner_margin(Margin { left: 24, ..Margin::ZERO }).show(ui, |ui| {
        ui.set_width(ui.available_width());
        label(ui, &words::threshold(&suggested.alarm), Font::Code, colors.text);
        let rang = suggested.is_missing() && suggested.rang.as_ref().is_some_and(|rang| !rang.is_empty());
        let history = words::alarm_history(suggested, &shown.read);
        if rang {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                icon_cell(ui, Icon::TriangleAlert, 12.0, 16.0, colors.warn);
                label(ui, &history, Font::Small, colors.warn);
            });
        } else {
            label(ui, &history, Font::Small, colors.text_muted);
        }
    });
}

/// Who is told, and what it costs.
fn foot(ui: &mut Ui, monitoring: &mut Monitoring) {
    let wanted = monitoring.wanted();
    let (count, dollars) = (wanted.len(), of_alarms(&wanted));
    Panel::bottom("alarms foot").resizable(false).show_separator_line(false).frame(Frame::NONE).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        hairline(ui);
        Frame::NONE.inner_margin(Margin::symmetric(16, 12)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 6.0;
            topic(ui, monitoring);
            if let Some(dollars) = dollars {
                let dollars = money(dollars);
                icon_line(ui, Icon::Coins, &t!("monitor-alarms-cost", count = count, dollars = dollars));
            }
        });
    });
}

/// Whom the alarms tell: a topic of the account, or one that is typed.
fn topic(ui: &mut Ui, monitoring: &mut Monitoring) {
    let why = monitoring
        .topics
        .value()
        .and_then(Part::unreadable)
        .map(|why| t!("monitor-topics-unread", operation = why.operation.as_str()));
    let known = monitoring.topics.value().and_then(Part::present).filter(|_| !monitoring.topic_by_hand);
    let Some(items) = known else {
        let note = match monitoring.is_topic_wrong() {
            true => Note::Wrong(t!("monitor-topic-wrong"), None),
            false => Note::Why(why.as_deref().unwrap_or(t!("monitor-topic-why"))),
        };
        let hint = "arn:aws:sns:eu-west-1:123456789012:ops-alerts";
        let field = Field::new(t!("monitor-topic")).optional().input(|input| input.hint(hint)).note(note);
        field.show(ui, &mut monitoring.topic);
        return;
    };
    field_label(ui, t!("monitor-topic"), true);
    let shown = match monitoring.topic.is_empty() {
        true => t!("monitor-topic-nobody"),
        false => short_name(&monitoring.topic),
    };
    let select = Select::new(t!("monitor-topic"), shown).hint(t!("monitor-topic-hint"));
    match select.by_hand(t!("monitor-topic-by-hand")).show(ui, items, &mut monitoring.topic_picker) {
        // The first row has no ARN: nobody.
        Some(Selected::Row(row)) => {
            monitoring.topic = items.get(row).map(|item| item.also.clone()).unwrap_or_default();
        }
        Some(Selected::ByHand) => monitoring.topic_by_hand = true,
        None => {}
    }
    note(ui, Note::Why(t!("monitor-topic-why")));
}
