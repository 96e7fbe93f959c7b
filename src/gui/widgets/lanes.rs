//! Connect: one lane for each place that one connects from, its stages in columns.

use eframe::egui::{Rect, Role, Sense, Shape, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::Sign;
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, galley, label, spoken};
use crate::gui::theme::{Font, RADIUS_LARGE, tokens};
use crate::text::series;

const PLACE: f32 = 166.0;
const HEAD: f32 = 56.0;
const LANE: f32 = 98.0;

/// A stage, as named over its column.
#[derive(Debug, Clone, Copy)]
pub struct Stage<'a> {
    /// Its name.
    pub name: &'a str,
    /// What it asks.
    pub asks: &'a str,
}

/// What came of a stage.
#[derive(Debug, Clone, Copy)]
pub struct StageResult<'a> {
    /// [`Sign::Passed`], [`Sign::Warning`], [`Sign::Failed`], [`Sign::NotFromHere`],
    /// [`Sign::Running`].
    pub sign: Sign,
    /// How long it took.
    pub time: &'a str,
    /// What was found.
    pub fact: &'a str,
}

/// One place to connect from.
#[derive(Debug, Clone, Copy)]
pub struct Lane<'a> {
    /// What the place is.
    pub icon: Icon,
    /// Its name.
    pub place: &'a str,
    /// The outcome in words.
    pub outcome: &'a str,
    /// What came of the stages that were tried, in order.
    pub results: &'a [StageResult<'a>],
    /// What is said in the room of the stages that were not: head and text.
    pub rest: Option<(&'a str, &'a str)>,
}

/// The heads of the columns.
pub fn lane_heads(ui: &mut Ui, stages: &[Stage<'_>]) {
    let colors = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
    response.widget_info(|| {
        let said: Vec<String> = stages.iter().map(|stage| format!("{}, {}", stage.name, stage.asks)).collect();
        WidgetInfo::labeled(Role::Label, true, series(said))
    });
    for (index, stage) in stages.iter().enumerate() {
        let own = column(rect, stages.len(), index);
        let (x, fit) = (own.center().x, Fit::Elide(own.width() - 8.0));
        let name = galley(ui, stage.name, Font::Strong, colors.text, fit);
        let asks = galley(ui, stage.asks, Font::Small, colors.text_muted, fit);
        paint::text_centered(ui.painter(), pos2(x, rect.top() + 20.0), name);
        paint::text_centered(ui.painter(), pos2(x, rect.top() + 39.0), asks);
    }
}

/// One lane under [`lane_heads`] with as many columns; `act` fills the room after `rest`'s words.
pub fn lane(ui: &mut Ui, columns: usize, lane: &Lane<'_>, act: impl FnOnce(&mut Ui)) {
    let colors = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LANE), Sense::hover());
    response.widget_info(|| {
        let stages: Vec<String> = lane
            .results
            .iter()
            .map(|result| format!("{} {} {}", result.sign.word(), result.time, result.fact))
            .collect();
        WidgetInfo::labeled(
            Role::ListItem,
            true,
            format!("{}: {}. {}", lane.place, spoken(lane.outcome), series(&stages)),
        )
    });
    let painter = ui.painter();
    painter.hline(rect.x_range(), rect.top(), Stroke::new(1.0, colors.border));
    let y = rect.top() + 33.0;
    paint::icon(painter, lane.icon, pos2(rect.left() + 24.0, y), 16.0, colors.text_muted);
    let place = galley(ui, lane.place, Font::Strong, colors.text, Fit::Elide(PLACE - 46.0));
    paint::text_at(painter, rect.left() + 40.0, y, place);
    let ok = lane.results.len() == columns && lane.results.iter().all(|result| result.sign == Sign::Passed);
    let outcome_ink = if ok { colors.ok } else { colors.text_muted };
    let outcome = galley(ui, lane.outcome, Font::Small, outcome_ink, Fit::Wrap(PLACE - 46.0));
    painter.galley(pos2(rect.left() + 40.0, y + 12.0), outcome, outcome_ink);

    for (index, result) in lane.results.iter().enumerate() {
        let center = pos2(column(rect, columns, index).center().x, y);
        if index > 0 {
            let before = column(rect, columns, index - 1).center().x;
            hop(ui, before + 13.0, center.x - 13.0, y, result.sign);
        }
        stage(ui, center, result, column(rect, columns, index).width());
    }
    if let Some((head, text)) = lane.rest
        && lane.results.len() < columns
    {
        let from = column(rect, columns, lane.results.len()).left();
        let room =
            Rect::from_min_max(pos2(from + 4.0, rect.top() + 9.0), pos2(rect.right() - 10.0, rect.bottom() - 9.0));
        paint::dashed(ui.painter(), room, f32::from(RADIUS_LARGE), Stroke::new(1.0, colors.border_control));
        let mut inside = ui.new_child(UiBuilder::new().max_rect(room.shrink2(vec2(14.0, 8.0))));
        inside.with_layout(eframe::egui::Layout::right_to_left(eframe::egui::Align::Center), |ui| {
            act(ui);
            ui.with_layout(eframe::egui::Layout::top_down(eframe::egui::Align::Min), |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                label(ui, head, Font::Strong, colors.text);
                label(ui, text, Font::Dense, colors.text_muted);
            });
        });
    }
}

fn column(rect: Rect, columns: usize, index: usize) -> Rect {
    #[expect(clippy::cast_precision_loss, reason = "six stages or so")]
    let (count, nth) = (columns.max(1) as f32, index as f32);
    let width = (rect.width() - PLACE) / count;
    Rect::from_min_size(pos2(rect.left() + PLACE + width * nth, rect.top()), vec2(width, rect.height()))
}

fn hop(ui: &Ui, left: f32, right: f32, y: f32, sign: Sign) {
    let colors = tokens(ui);
    if sign == Sign::NotFromHere {
        let line = Stroke::new(1.5, colors.border_control);
        ui.painter().extend(Shape::dashed_line(&[pos2(left, y), pos2(right, y)], line, 4.0, 4.0));
    } else {
        ui.painter().hline(left..=right, y, Stroke::new(1.5, sign.ink(colors)));
    }
}

fn stage(ui: &Ui, center: eframe::egui::Pos2, result: &StageResult<'_>, width: f32) {
    let colors = tokens(ui);
    let ink = result.sign.ink(colors);
    if result.sign == Sign::NotFromHere {
        let ring = Rect::from_center_size(center, vec2(24.0, 24.0));
        paint::dashed(ui.painter(), ring, 12.0, Stroke::new(1.0, colors.border_control));
        paint::icon(ui.painter(), Icon::Unplug, center, 14.0, colors.text_muted);
    } else if result.sign == Sign::Running {
        paint::ticking(ui, center, 16.0, ink);
    } else {
        let icon = if result.sign == Sign::Passed { Icon::CircleCheck } else { result.sign.icon() };
        paint::icon(ui.painter(), icon, center, 16.0, ink);
    }
    let time = galley(ui, result.time, Font::Code, colors.text, Fit::Line);
    paint::text_centered(ui.painter(), center + vec2(0.0, 25.0), time);
    let fact = galley(ui, result.fact, Font::Small, colors.text_muted, Fit::Elide(width - 8.0));
    paint::text_centered(ui.painter(), center + vec2(0.0, 43.0), fact);
}
