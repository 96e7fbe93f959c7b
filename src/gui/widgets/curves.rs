//! Lines and bars over a common axis: each line is named at its end in its own colour, and there is no legend.

use eframe::egui::{
    Align2, Color32, FontFamily, FontId, Frame, Margin, Role, Stroke, TextStyle, Ui, Vec2b, WidgetInfo, vec2,
};
use egui_plot::{Bar, BarChart, Line, Plot, PlotPoint, Points, Text};

use crate::gui::rich::{Rich, label, spoken};
use crate::gui::theme::{Font, RADIUS_LARGE, tokens};

/// Height of a name.
const LINE: f32 = 14.0;

/// What a line or bar is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// The first series.
    Accent,
    /// The second.
    Text,
    /// What lies under them.
    Quiet,
    Warn,
    Error,
}

/// A line.
#[derive(Debug, Clone)]
pub struct Trace {
    /// Its words, at its end.
    pub name: String,
    pub ink: Ink,
    pub points: Vec<[f64; 2]>,
    /// Counts stay until the next one.
    pub steps: bool,
    /// Each point is a call of its own.
    pub dots: bool,
}

/// A bar: where, how high, and in which colour.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    pub at: f64,
    pub width: f64,
    pub height: f64,
    pub ink: Ink,
}

/// A plot in its card.
#[derive(Debug, Clone)]
#[must_use = "call `show`"]
pub struct Curves<'a> {
    /// Its head, and what is beside it.
    pub title: &'a str,
    pub note: &'a str,
    /// What is to be seen, in a sentence, for those who do not see it.
    pub said: String,
    pub height: f32,
    /// The end of the axis below, and the unit of its marks.
    pub across: f64,
    pub unit: &'a str,
    /// Each mark is ten times the one below.
    pub log: bool,
    pub curves: Vec<Trace>,
    pub columns: Vec<Column>,
}

impl Curves<'_> {
    /// Shows it over the width there is.
    pub fn show(self, ui: &mut Ui) {
        let colors = tokens(ui);
        let card = Frame::NONE
            .fill(colors.code_bg)
            .stroke(Stroke::new(1.0, colors.border))
            .corner_radius(RADIUS_LARGE)
            .inner_margin(Margin::same(12));
        card.show(ui, |ui| {
            ui.set_width(ui.available_width());
            Rich::new()
                .add(self.title, Font::Strong, colors.text)
                .gap(8.0, Font::Small)
                .add(self.note, Font::Small, colors.text_muted)
                .show(ui);
            let small = FontId::new(12.0, FontFamily::Proportional);
            ui.style_mut().text_styles.insert(TextStyle::Body, small);
            self.plot(ui);
        });
    }

    fn plot(self, ui: &mut Ui) {
        let colors = tokens(ui);
        let Self { title, said, height, across, unit, log, curves, columns, .. } = self;
        let most = top(&curves, &columns, log);
        // Names stand right of the lines.
        let room = curves.iter().map(|curve| curve.name.len()).max().unwrap_or(0);
        #[expect(clippy::cast_precision_loss, reason = "a few words")]
        let room = (room as f32 * 7.0 + 12.0).min(ui.available_width() / 3.0);
        let end = across * f64::from(ui.available_width() / (ui.available_width() - room).max(1.0));
        let plot = Plot::new(title)
            .height(height)
            .show_background(false)
            .allow_zoom(false)
            .allow_drag(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .allow_double_click_reset(false)
            .show_grid(Vec2b::new(false, true))
            .set_margin_fraction(vec2(0.0, 0.0))
            .grid_color(colors.border)
            .show_crosshair(false)
            .default_x_bounds(0.0, end.max(1.0))
            .default_y_bounds(0.0, most)
            .auto_bounds(Vec2b::FALSE)
            .y_axis_min_width(36.0)
            .x_axis_formatter(move |mark, _| match mark.value {
                // In the corner stands the mark of the other axis.
                value if value <= 0.0 || value > across => String::new(),
                value => format!("{value:.0}{unit}"),
            })
            .y_axis_formatter(move |mark, _| match log {
                true if mark.value.fract().abs() > 0.01 => String::new(),
                true => format!("{:.0}", 10_f64.powf(mark.value)),
                false => format!("{}", (mark.value * 100.0).round() / 100.0),
            });
        let ink = |ink: Ink| match ink {
            Ink::Accent => colors.accent,
            Ink::Text => colors.text,
            Ink::Quiet => colors.border_control,
            Ink::Warn => colors.warn,
            Ink::Error => colors.error,
        };
        let shown = plot.show(ui, |plot| {
            plot.set_plot_bounds_x(0.0..=end.max(1.0));
            plot.set_plot_bounds_y(0.0..=most);
            for column in &columns {
                let bar = Bar::new(column.at + column.width / 2.0, column.height).width(column.width * 0.9);
                plot.bar_chart(BarChart::new("", vec![bar.fill(ink(column.ink)).stroke(Stroke::NONE)]));
            }
            let gap = most * f64::from(LINE / height);
            for (curve, name_at) in names_apart(curves, log, gap) {
                draw(plot, curve, name_at, log, &ink);
            }
        });
        shown.response.widget_info(|| WidgetInfo::labeled(Role::Image, true, spoken(&said)));
    }
}

fn high(value: f64, log: bool) -> f64 {
    if log { value.max(1.0).log10() } else { value }
}

/// Each line with the height of its name: where it ends, but below the name above it.
fn names_apart(curves: Vec<Trace>, log: bool, gap: f64) -> Vec<(Trace, f64)> {
    let end = |curve: &Trace| curve.points.last().map_or(0.0, |[_, value]| high(*value, log));
    let mut placed: Vec<(Trace, f64)> =
        curves.into_iter().map(|curve| (end(&curve), curve)).map(|(at, curve)| (curve, at)).collect();
    placed.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    let mut above = f64::INFINITY;
    for (_, at) in &mut placed {
        *at = at.min(above - gap);
        above = *at;
    }
    // What went below the axis pushes the others up again.
    let mut below = -gap / 2.0;
    for (_, at) in placed.iter_mut().rev() {
        *at = at.max(below + gap);
        below = *at;
    }
    placed
}

fn draw<'a>(plot: &mut egui_plot::PlotUi<'a>, curve: Trace, name_at: f64, log: bool, ink: &dyn Fn(Ink) -> Color32) {
    let color = ink(curve.ink);
    let mut points: Vec<[f64; 2]> = Vec::with_capacity(curve.points.len() * 2);
    for [at, value] in &curve.points {
        if curve.steps
            && let Some([_, before]) = points.last().copied()
        {
            points.push([*at, before]);
        }
        points.push([*at, high(*value, log)]);
    }
    // Two points in one place have no direction to draw a line in.
    points.dedup();
    if let Some([at, _]) = points.last().copied() {
        let words = eframe::egui::RichText::new(format!("  {}", curve.name)).size(12.0).color(color);
        plot.text(Text::new("", PlotPoint::new(at, name_at), words).anchor(Align2::LEFT_CENTER));
    }
    if curve.dots {
        plot.points(Points::new("", points.clone()).color(color).radius(2.5));
    }
    if curve.steps {
        // Piece by piece: in one line the corners of steps are drawn as surfaces.
        for pair in points.windows(2) {
            plot.line(Line::new("", pair.to_vec()).color(color).width(1.5));
        }
    } else {
        plot.line(Line::new("", points).color(color).width(1.5));
    }
}

/// The end of the axis at the left: the next of 1, 2, 5, 10 … or the next power of ten.
fn top(curves: &[Trace], columns: &[Column], log: bool) -> f64 {
    let most = curves.iter().flat_map(|curve| &curve.points).map(|[_, value]| *value);
    let most = most.chain(columns.iter().map(|column| column.height)).fold(1.0, f64::max);
    if log { most.log10().ceil().max(1.0) } else { crate::load::nice(most * 1.05) }
}

/// A head with figures under it, side by side: name, figure, and what it means.
pub struct Tile<'a> {
    pub name: &'a str,
    pub figure: String,
    pub note: String,
    pub wrong: bool,
}

/// Tiles in one card.
pub fn tiles(ui: &mut Ui, tiles: &[Tile<'_>]) {
    let colors = tokens(ui);
    super::card_frame(ui).inner_margin(Margin::symmetric(14, 10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.columns(tiles.len().max(1), |cells| {
            for (cell, tile) in cells.iter_mut().zip(tiles) {
                cell.spacing_mut().item_spacing.y = 0.0;
                label(cell, tile.name, Font::Small, colors.text_muted);
                let ink = if tile.wrong { colors.error } else { colors.text };
                label(cell, &tile.figure, Font::Figure, ink);
                label(cell, &tile.note, Font::Small, colors.text_muted);
            }
        });
    });
}
