//! The pool bar and the four numbers under it, by their names in the API.

use eframe::egui::{Ui, vec2};

use super::{cure, line};
use crate::domain::choices::{Choices, ProxyChoice};
use crate::domain::setup::Setup;
use crate::gui::designed::Designed;
use crate::gui::rich::label;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Field, PoolBar, Share, card};
use crate::text::t;

/// What stands in the four fields while it is typed.
#[derive(Default)]
pub struct Typed {
    most: Number,
    idle: Number,
    borrow: Number,
    client: Number,
}

/// A number field's text, and the choice it was last in step with.
#[derive(Default)]
struct Number {
    text: String,
    of: Option<u32>,
}

impl Number {
    /// Takes over a value that came from elsewhere. A field that was emptied stays empty: its default
    /// stands there as a hint.
    fn sync(&mut self, chosen: Option<u32>, default: u32) {
        let value = chosen.unwrap_or(default);
        let emptied = chosen.is_none() && self.text.is_empty() && self.of.is_some();
        if self.of != Some(value) && !emptied {
            self.text = value.to_string();
        }
        self.of = Some(value);
    }

    /// The number as it is typed, at most `most`; `None` for the default.
    fn read(&mut self, most: u32) -> Option<u32> {
        self.text.retain(|c| c.is_ascii_digit());
        // More digits than a number holds are a number that is too large, and are refused as one.
        let value = (!self.text.is_empty()).then(|| self.text.parse::<u32>().unwrap_or(u32::MAX).min(most));
        self.of = value.or(self.of);
        value
    }
}

/// One of the four numbers: its name in the API, its place in the choices file, its unit.
struct Shape {
    api: &'static str,
    field: &'static str,
    unit: &'static str,
    /// What the choice can hold; the design refuses less than that.
    most: u32,
}

const SHAPES: [Shape; 4] = [
    Shape { api: "MaxConnectionsPercent", field: "proxy.max_connections_percent", unit: "%", most: u8::MAX as u32 },
    Shape {
        api: "MaxIdleConnectionsPercent",
        field: "proxy.max_idle_connections_percent",
        unit: "%",
        most: u8::MAX as u32,
    },
    Shape { api: "ConnectionBorrowTimeout", field: "proxy.borrow_timeout_secs", unit: "s", most: u32::MAX },
    Shape { api: "IdleClientTimeout", field: "proxy.idle_client_timeout_secs", unit: "s", most: u32::MAX },
];

pub fn show(ui: &mut Ui, designed: &Designed, setup: &Setup, choices: &mut Choices, typed: &mut Typed) {
    let colors = tokens(ui);
    label(ui, t!("proxy-pool"), Font::Strong, colors.text);
    bar(ui, setup, designed);
    let defaults = [
        u32::from(setup.pool.max_connections_percent),
        u32::from(setup.pool.max_idle_connections_percent),
        setup.pool.borrow_timeout_secs,
        setup.proxy.idle_client_timeout_secs,
    ];
    let chosen = chosen(&choices.proxy);
    let numbers = [&mut typed.most, &mut typed.idle, &mut typed.borrow, &mut typed.client];
    let mut answers = Vec::new();
    for (nth, ((shape, number), (chosen, default))) in
        SHAPES.iter().zip(numbers).zip(chosen.into_iter().zip(defaults)).enumerate()
    {
        number.sync(chosen, default);
        answers.push((nth, shape, number, default));
    }
    ui.spacing_mut().item_spacing = vec2(16.0, 12.0);
    let mut answers = answers.into_iter();
    for _ in 0..2 {
        let pair: Vec<_> = answers.by_ref().take(2).collect();
        ui.columns(2, |columns| {
            for (column, (nth, shape, number, default)) in columns.iter_mut().zip(pair) {
                if let Some(answer) = field(column, designed, shape, number, default) {
                    choose(&mut choices.proxy, nth, answer);
                }
            }
        });
    }
}

fn chosen(proxy: &ProxyChoice) -> [Option<u32>; 4] {
    [
        proxy.max_connections_percent.map(u32::from),
        proxy.max_idle_connections_percent.map(u32::from),
        proxy.borrow_timeout_secs,
        proxy.idle_client_timeout_secs,
    ]
}

fn choose(proxy: &mut ProxyChoice, nth: usize, value: Option<u32>) {
    let percent = value.map(|value| u8::try_from(value).unwrap_or(u8::MAX));
    match nth {
        0 => proxy.max_connections_percent = percent,
        1 => proxy.max_idle_connections_percent = percent,
        2 => proxy.borrow_timeout_secs = value,
        _ => proxy.idle_client_timeout_secs = value,
    }
}

/// Shows one number; the answer is the new choice, where it was changed.
fn field(ui: &mut Ui, designed: &Designed, shape: &Shape, number: &mut Number, default: u32) -> Option<Option<u32>> {
    let problem = designed.problem_with(shape.field);
    let words = cure(problem);
    let hint = default.to_string();
    let reply = Field::new(shape.api)
        .input(|input| input.after(shape.unit).hint(&hint))
        .note(line(problem, &words, &designed.reason(shape.api)))
        .show(ui, &mut number.text);
    if reply.cured {
        return Some(problem.and_then(|problem| problem.suggestion.as_ref()?.parse().ok()));
    }
    reply.response.changed().then(|| number.read(shape.most))
}

fn bar(ui: &mut Ui, setup: &Setup, designed: &Designed) {
    let Some(limit) = designed.max_connections else { return };
    let of = |percent: u8| limit * u32::from(percent.min(100)) / 100;
    let (most, idle) = (of(setup.pool.max_connections_percent), of(setup.pool.max_idle_connections_percent));
    let (most_words, idle_words) = (t!("proxy-bar-most", count = most), t!("proxy-bar-idle", count = idle));
    let left = t!("proxy-bar-left", count = limit.saturating_sub(most));
    let limit_words = t!("proxy-bar-limit", count = limit);
    let demand = designed
        .reserved_concurrency
        .map(|count| (count, t!("proxy-bar-demand", function = setup.function_names().as_str(), count = count)));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_emptied_field_is_the_default_and_stays_empty() {
        let mut number = Number::default();
        number.sync(None, 80);
        assert_eq!(number.text, "80");
        number.text = String::new();
        assert_eq!(number.read(255), None);
        number.sync(None, 40);
        assert_eq!(number.text, "");
        number.text = "3".into();
        assert_eq!(number.read(255), Some(3));
        number.sync(Some(3), 40);
        assert_eq!(number.text, "3");
    }

    #[test]
    fn what_is_too_large_stays_in_view() {
        let mut number = Number::default();
        number.sync(Some(80), 80);
        number.text = "8000".into();
        assert_eq!(number.read(255), Some(255));
        number.sync(Some(255), 80);
        assert_eq!(number.text, "8000");
    }
}
