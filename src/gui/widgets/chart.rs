//! Curves and bars over a common axis: a title, lines, dashed limits, and what stands out shaded. Names
//! stand at the right end of what they name, so there is no legend to look up.

use std::ops::RangeInclusive;

use eframe::egui::{Color32, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use egui_plot::{
    Bar, BarChart, GridMark, HLine, HoverPosition, Line, LineStyle, Plot, PlotPoint, PlotPoints, Points, Span,
};

use crate::gui::paint;
use crate::gui::rich::{Fit, Rich, galley, spoken};
use crate::gui::theme::{Font, RADIUS_LARGE, Tokens, tokens};

/// The colour of a curve or a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CurveInk {
    /// The first series.
    Accent,
    /// The second.
    Text,
    /// What lies under them.
    Quiet,
    Warn,
    Error,
}

/// One curve. Where nothing was measured it has a gap.
#[derive(Debug, Clone)]
pub struct Curve {
    /// Where on the axis, and the value.
    pub segments: Vec<Vec<PlotPoint>>,
    pub ink: CurveInk,
    /// Each point is a thing of its own, and gets a dot.
    pub dots: bool,
    /// At its right end: `47 clients`.
    pub label: String,
    /// Below that: `peak 87`.
    pub below: String,
}

/// A bar, from zero up. Of two in the same place the higher one comes first: it stands behind.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    pub at: f64,
    pub width: f64,
    pub height: f64,
    pub ink: CurveInk,
}

/// A dashed line across.
#[derive(Debug, Clone)]
pub struct Limit {
    pub at: f64,
    pub label: String,
}

/// What stands out.
#[derive(Debug, Clone)]
pub struct Shade {
    pub span: RangeInclusive<f64>,
    pub label: String,
    /// Where its words stand, a value.
    pub at: f64,
}

/// The chart, made once for what was read.
#[derive(Debug, Clone)]
pub struct Chart {
    pub title: &'static str,
    /// What a point is: `most in each minute`.
    pub about: String,
    pub curves: Vec<Curve>,
    pub columns: Vec<Column>,
    /// Each mark is ten times the one below; what is less than one is drawn as one.
    pub log: bool,
    pub limit: Option<Limit>,
    pub shade: Option<Shade>,
    pub from: f64,
    pub until: f64,
    /// Marks of the axis below.
    pub times: Vec<(f64, String)>,
    /// Everything in words, for those who do not see it.
    pub said: String,
    /// A point in words, for the pointer.
    pub tell: fn(f64, f64) -> String,
}

const HEAD: f32 = 38.0;
const LEFT: f32 = 52.0;
const RIGHT: f32 = 104.0;
const BELOW: f32 = 26.0;
/// Below this width the names at the right have no room.
const ROOMY: f32 = 300.0;

impl Chart {
    /// Shows it over the width there is.
    pub fn show(&self, ui: &mut Ui, height: f32) {
        let colors = tokens(ui);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, spoken(&self.said)));
        if !ui.is_rect_visible(rect) {
            return;
        }
        paint::panel(ui.painter(), rect, RADIUS_LARGE, colors.code_bg, Stroke::new(1.0, colors.border));
        let head = Rich::new().add(self.title, Font::DenseStrong, colors.text).gap(8.0, Font::Small).add(
            &self.about,
            Font::Small,
            colors.text_muted,
        );
        let head = head.galley(ui, Fit::Elide(rect.width() - 24.0));
        paint::text_at(ui.painter(), rect.left() + 12.0, rect.top() + 19.0, head);
        let named = self.limit.is_some() || self.curves.iter().any(|curve| !curve.label.is_empty());
        let right = if named && rect.width() >= ROOMY { RIGHT } else { 12.0 };
        let inner = Rect::from_min_max(
            pos2(rect.left() + LEFT, rect.top() + HEAD),
            pos2(rect.right() - right, rect.bottom() - BELOW),
        );
        let highest = self.high(self.highest());
        let step = if self.log { 1.0 } else { step(highest) };
        let top = ((highest / step).ceil() * step).max(step);
        self.axes(ui, inner, step, top);
        self.plot(ui, inner, step, top);
        if right >= RIGHT {
            self.names(ui, inner, top);
        }
        self.shade_label(ui, inner, top);
    }

    fn highest(&self) -> f64 {
        let points = self.curves.iter().flat_map(|curve| curve.segments.iter().flatten()).map(|point| point.y);
        let columns = self.columns.iter().map(|column| column.height);
        points.chain(columns).chain(self.limit.iter().map(|limit| limit.at)).fold(0.0, f64::max)
    }

    /// How high a value stands.
    fn high(&self, value: f64) -> f64 {
        if self.log { value.max(1.0).log10() } else { value }
    }

    /// What stands so high.
    fn value(&self, high: f64) -> f64 {
        if self.log { 10f64.powf(high) } else { high }
    }

    fn axes(&self, ui: &Ui, inner: Rect, step: f64, top: f64) {
        let colors = tokens(ui);
        let mut value = 0.0;
        while value <= top {
            let words = galley(ui, &mark(self.value(value), step), Font::Code, colors.text_muted, Fit::Line);
            paint::text_to(ui.painter(), inner.left() - 8.0, y_of(inner, value, top), words);
            value += step;
        }
        let mut free = f32::NEG_INFINITY;
        for (at, words) in &self.times {
            let words = galley(ui, words, Font::Code, colors.text_muted, Fit::Line);
            let left = self.x_of(inner, *at) - words.size().x / 2.0;
            if left > free {
                free = paint::text_at(ui.painter(), left, inner.bottom() + 13.0, words) + 8.0;
            }
        }
    }

    fn x_of(&self, inner: Rect, at: f64) -> f32 {
        let share = (at - self.from) / (self.until - self.from).max(1.0);
        inner.left() + inner.width() * narrow(share)
    }

    fn plot(&self, ui: &mut Ui, inner: Rect, step: f64, top: f64) {
        let colors = tokens(ui);
        let (tell, log) = (self.tell, self.log);
        // Inside what is allocated already: the place of what comes next stays below it.
        let ui = &mut ui.new_child(UiBuilder::new().max_rect(inner));
        let plot = Plot::new(self.title)
            .width(inner.width())
            .height(inner.height())
            .show_axes(false)
            .show_background(false)
            .show_grid([false, true])
            .grid_color(colors.border)
            .grid_fade(0.0)
            .y_grid_spacer(move |input| {
                let mut marks = Vec::new();
                let mut value = 0.0;
                while value <= input.bounds.1 {
                    marks.push(GridMark { value, step_size: step });
                    value += step;
                }
                marks
            })
            .allow_zoom(false)
            .allow_drag(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .allow_double_click_reset(false)
            .allow_axis_zoom_drag(false)
            .set_margin_fraction(vec2(0.0, 0.0))
            .default_x_bounds(self.from, self.until)
            .default_y_bounds(0.0, top)
            .cursor_color(colors.border_strong)
            .sense(Sense::hover())
            .label_formatter(move |position| match position {
                HoverPosition::NearDataPoint { position, .. } => {
                    Some(tell(position.x, if log { 10f64.powf(position.y) } else { position.y }))
                }
                HoverPosition::Elsewhere { .. } => None,
            });
        plot.show(ui, |plot| {
            plot.set_plot_bounds_x(self.from..=self.until);
            plot.set_plot_bounds_y(0.0..=top);
            if let Some(shade) = &self.shade {
                plot.span(Span::new("", shade.span.clone()).fill(colors.warn_soft).border(Stroke::NONE));
            }
            let bars = self.columns.iter().map(|column| {
                let bar = Bar::new(column.at + column.width / 2.0, column.height).width(column.width * 0.9);
                bar.fill(column.ink.color(colors)).stroke(Stroke::NONE)
            });
            plot.bar_chart(BarChart::new("", bars.collect()).allow_hover(false));
            if let Some(limit) = &self.limit {
                let line = HLine::new("", self.high(limit.at)).color(colors.border_control).width(1.5);
                plot.hline(line.style(LineStyle::Dashed { length: 5.0 }).allow_hover(false));
            }
            for curve in &self.curves {
                let ink = curve.ink.color(colors);
                for segment in &curve.segments {
                    let points = || match self.log {
                        false => PlotPoints::Borrowed(segment),
                        true => segment.iter().map(|point| [point.x, self.high(point.y)]).collect(),
                    };
                    // A band joins what lies within a pixel across, as the two ends of a step do, to a surface.
                    plot.line(Line::new("", points()).color(ink).width(1.75).allow_band(false));
                    if curve.dots {
                        plot.points(Points::new("", points()).color(ink).radius(2.5));
                    }
                }
            }
        });
    }

    /// Names at the right end of what they name, moved apart where they would meet.
    fn names(&self, ui: &Ui, inner: Rect, top: f64) {
        let colors = tokens(ui);
        let left = inner.right() + 8.0;
        let fit = || Fit::Elide(RIGHT - 16.0);
        let mut lines = Vec::new();
        if let Some(limit) = &self.limit {
            let words = galley(ui, &limit.label, Font::Small, colors.text_muted, fit());
            lines.push((y_of(inner, self.high(limit.at), top), vec![words]));
        }
        for curve in &self.curves {
            let Some(end) = curve.segments.last().and_then(|segment| segment.last()) else { continue };
            let mut words = vec![galley(ui, &curve.label, Font::SmallStrong, curve.ink.color(colors), fit())];
            if !curve.below.is_empty() {
                words.push(galley(ui, &curve.below, Font::Small, colors.text_muted, fit()));
            }
            lines.push((y_of(inner, self.high(end.y), top), words));
        }
        lines.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        let height: f32 = lines.iter().map(|(_, words)| 15.0 * rows(words)).sum();
        let mut free = inner.top() - 8.0;
        let mut rest = height;
        for (at, words) in lines {
            let own = 15.0 * rows(&words);
            // Room is left for those that come below.
            let y = (at - 7.0).min(inner.bottom() + 8.0 - rest).max(free);
            rest -= own;
            free = y + own;
            for (row, words) in (0u8..).zip(words) {
                paint::text_at(ui.painter(), left, y + 7.0 + 15.0 * f32::from(row), words);
            }
        }
    }

    fn shade_label(&self, ui: &Ui, inner: Rect, top: f64) {
        let Some(shade) = &self.shade else { return };
        let words = galley(ui, &shade.label, Font::SmallStrong, tokens(ui).warn, Fit::Line);
        let (from, until) = (self.x_of(inner, *shade.span.start()), self.x_of(inner, *shade.span.end()));
        let y = y_of(inner, self.high(shade.at), top).max(inner.top() + 8.0);
        if from - words.size().x - 6.0 >= inner.left() {
            paint::text_to(ui.painter(), from - 6.0, y, words);
        } else {
            paint::text_to(ui.painter(), until - 6.0, inner.top() + 10.0, words);
        }
    }
}

impl CurveInk {
    const fn color(self, colors: &Tokens) -> Color32 {
        match self {
            Self::Accent => colors.accent,
            Self::Text => colors.text,
            Self::Quiet => colors.border_control,
            Self::Warn => colors.warn,
            Self::Error => colors.error,
        }
    }
}

fn rows<T>(words: &[T]) -> f32 {
    f32::from(u8::try_from(words.len()).unwrap_or(u8::MAX))
}

/// From 0 to 1: nothing is lost.
#[allow(clippy::cast_possible_truncation)]
fn narrow(share: f64) -> f32 {
    share.clamp(0.0, 1.0) as f32
}

fn y_of(inner: Rect, value: f64, top: f64) -> f32 {
    inner.bottom() - inner.height() * narrow(value / top)
}

/// The distance of the marks of an axis that goes up to `highest`: 1, 2 or 5 of a power of ten, so
/// that there are two to five of them.
fn step(highest: f64) -> f64 {
    if highest <= 0.0 {
        return 1.0;
    }
    let least = highest / 4.0;
    let power = 10f64.powf(least.log10().floor());
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|factor| factor * power).find(|step| *step >= least).unwrap_or(power)
}

fn mark(value: f64, step: f64) -> String {
    if step < 1.0 { crate::text::grouped(format!("{value:.1}")) } else { crate::text::grouped(format!("{value:.0}")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_has_two_to_five_even_marks() {
        for (highest, expected) in [
            (0.0, 1.0),
            (1.0, 0.5),
            (12.0, 5.0),
            (23.0, 10.0),
            (87.0, 50.0),
            (300.0, 100.0),
            (800.0, 200.0),
            (1001.0, 500.0),
        ] {
            assert_eq!(step(highest), expected, "{highest}");
        }
    }
}
