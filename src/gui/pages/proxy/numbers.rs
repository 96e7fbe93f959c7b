//! The pool bar and the four numbers under it.

use eframe::egui::{Ui, vec2};

use super::{cure, line};
use crate::domain::choices::Choices;
use crate::domain::setup::Setup;
use crate::gui::designed::Designed;
use crate::gui::rich::label;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Field, PoolBar, Share, card};
use crate::text::t;

/// What stands in the four fields while it is typed; a field that holds no number keeps its text.
#[derive(Default)]
pub struct Typed {
    most: Number,
    idle: Number,
    borrow: Number,
    client: Number,
}

/// A number field's text, and the value it was last in step with.
#[derive(Default)]
struct Number {
    text: String,
    of: Option<u32>,
}

impl Number {
    fn sync(&mut self, value: u32) {
        if self.of != Some(value) {
            self.of = Some(value);
            self.text = value.to_string();
        }
    }

    fn read(&mut self) -> Option<u32> {
        self.text.retain(|c| c.is_ascii_digit());
        let value = self.text.parse().ok();
        self.of = value.or(self.of);
        value
    }
}

pub fn show(ui: &mut Ui, designed: &Designed, setup: &Setup, choices: &mut Choices, typed: &mut Typed) {
    let colors = tokens(ui);
    label(ui, t!("proxy-pool"), Font::Strong, colors.text);
    bar(ui, setup, designed);
    let pool = &setup.pool;
    let proxy = &choices.proxy;
    // What was typed stays in view even while the design refuses it.
    typed.most.sync(proxy.max_connections_percent.unwrap_or(pool.max_connections_percent).into());
    typed.idle.sync(proxy.max_idle_connections_percent.unwrap_or(pool.max_idle_connections_percent).into());
    typed.borrow.sync(proxy.borrow_timeout_secs.unwrap_or(pool.borrow_timeout_secs));
    typed.client.sync(proxy.idle_client_timeout_secs.unwrap_or(setup.proxy.idle_client_timeout_secs));
    let percent = |value: u32| u8::try_from(value).unwrap_or(u8::MAX);
    ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
    ui.columns(4, |columns| {
        let fields: [(&str, &str, &str, &str, &mut Number); 4] = [
            (t!("proxy-most"), "%", "proxy.max_connections_percent", "MaxConnectionsPercent", &mut typed.most),
            (t!("proxy-idle"), "%", "proxy.max_idle_connections_percent", "MaxIdleConnectionsPercent", &mut typed.idle),
            (t!("proxy-borrow"), "s", "proxy.borrow_timeout_secs", "ConnectionBorrowTimeout", &mut typed.borrow),
            (t!("proxy-client"), "s", "proxy.idle_client_timeout_secs", "IdleClientTimeout", &mut typed.client),
        ];
        for (column, (name, unit, field, api, number)) in columns.iter_mut().zip(fields) {
            let problem = designed.problem_with(field);
            let words = cure(problem);
            let reply = Field::new(name)
                .input(|input| input.after(unit))
                .note(line(problem, &words, designed.reason(api)))
                .show(column, &mut number.text);
            let suggested = problem.and_then(|problem| problem.suggestion.as_ref()?.parse::<u32>().ok());
            let value = if reply.cured { suggested } else { number.read().filter(|_| reply.response.changed()) };
            if let Some(value) = value {
                match api {
                    "MaxConnectionsPercent" => choices.proxy.max_connections_percent = Some(percent(value)),
                    "MaxIdleConnectionsPercent" => choices.proxy.max_idle_connections_percent = Some(percent(value)),
                    "ConnectionBorrowTimeout" => choices.proxy.borrow_timeout_secs = Some(value),
                    _ => choices.proxy.idle_client_timeout_secs = Some(value),
                }
            }
        }
    });
}

fn bar(ui: &mut Ui, setup: &Setup, designed: &Designed) {
    let Some(limit) = designed.max_connections else { return };
    let of = |percent: u8| limit * u32::from(percent) / 100;
    let (most, idle) = (of(setup.pool.max_connections_percent), of(setup.pool.max_idle_connections_percent));
    let (most_words, idle_words) = (t!("proxy-bar-most", count = most), t!("proxy-bar-idle", count = idle));
    let left = t!("proxy-bar-left", count = limit.saturating_sub(most));
    let limit_words = t!("proxy-bar-limit", count = limit);
    let demand = designed
        .reserved_concurrency
        .map(|count| (count, t!("proxy-bar-demand", function = setup.access.function_name.as_str(), count = count)));
    #[allow(clippy::cast_precision_loss)] // connections are far below 2^24
    let part = |count: u32| count as f32 / limit.max(1) as f32;
    card(ui, |ui| {
        PoolBar {
            idle: Share { part: part(idle), label: &idle_words },
            most: Share { part: part(most), label: &most_words },
            left: &left,
            limit: &limit_words,
            demand: demand
                .as_ref()
                .map(|(count, words)| (Share { part: part(*count), label: words }, t!("proxy-bar-reserved"))),
        }
        .show(ui);
    });
}
