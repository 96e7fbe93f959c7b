//! The verdict picture: boxes in a row, and between them hops with what was found out about each.

use eframe::egui::{
    Align, Color32, Galley, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, galley, on_hover, spoken};
use crate::gui::theme::{Font, RADIUS_LARGE, Tokens, tokens};
use crate::gui::widgets::Sign;
use crate::text::t;

const BOX_HEIGHT: f32 = 66.0;

/// What was found out about a box or a hop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Passes.
    Passes,
    /// Works, but.
    WorksBut,
    /// Blocked.
    Blocked,
    /// Could not be read.
    Unknown,
}

impl Verdict {
    const ALL: [Self; 4] = [Self::Passes, Self::WorksBut, Self::Blocked, Self::Unknown];

    /// The icon of this verdict.
    #[must_use]
    pub const fn icon(self) -> Icon {
        match self {
            Self::Passes => Icon::CircleCheck,
            Self::WorksBut => Sign::Warning.icon(),
            Self::Blocked => Sign::Error.icon(),
            Self::Unknown => Sign::Unknown.icon(),
        }
    }

    /// The word of this verdict.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Passes => t!("verdict-passes"),
            Self::WorksBut => t!("verdict-works-but"),
            Self::Blocked => t!("verdict-blocked"),
            Self::Unknown => t!("verdict-unknown"),
        }
    }

    /// The colour of this verdict.
    #[must_use]
    pub const fn ink(self, colors: &Tokens) -> Color32 {
        match self {
            Self::Passes => colors.ok,
            Self::WorksBut => colors.warn,
            Self::Blocked => colors.error,
            Self::Unknown => colors.text_muted,
        }
    }
}

/// One box.
#[derive(Debug, Clone, Copy)]
pub struct PathThing<'a> {
    /// What kind of thing it is.
    pub icon: Icon,
    /// Its name.
    pub name: &'a str,
    /// A fact or two.
    pub facts: &'a str,
    /// What was found out about it.
    pub verdict: Verdict,
}

/// What lies between two boxes.
#[derive(Debug, Clone, Copy)]
pub struct PathWay<'a> {
    /// What was found out about it.
    pub verdict: Verdict,
    /// The finding, above the line.
    pub above: &'a str,
    /// Port and state, below it.
    pub below: &'a str,
    /// What lets it through or is missing, on hover. Empty when nothing is known.
    pub more: &'a str,
}

/// What was clicked in a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathClick {
    /// The box with this index.
    Box(usize),
    /// The hop with this index.
    Hop(usize),
    /// The box below.
    Below,
}

/// The picture. `boxes` has one more than `hops`.
#[derive(Debug, Clone, Copy)]
#[must_use = "call `show`"]
pub struct PathPicture<'a> {
    /// The boxes from left to right.
    pub boxes: &'a [PathThing<'a>],
    /// What lies between them.
    pub hops: &'a [PathWay<'a>],
    /// A box below the one with this index, and what is said beside it.
    pub below: Option<(usize, PathThing<'a>, &'a str)>,
    /// What stands out because it is being looked at.
    pub selected: Option<PathClick>,
    /// Said at the right of the legend.
    pub aside: &'a str,
}

impl PathPicture<'_> {
    /// Shows it over the width there is, on the code ground.
    pub fn show(self, ui: &mut Ui) -> Option<PathClick> {
        let colors = tokens(ui);
        let below = if self.below.is_some() { 48.0 } else { 0.0 };
        let size = vec2(ui.available_width(), 50.0 + BOX_HEIGHT + below + 10.0);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        paint::panel(ui.painter(), rect, RADIUS_LARGE, colors.code_bg, Stroke::new(1.0, colors.border));
        legend(ui, rect, self.aside);

        let inner = rect.shrink2(vec2(17.0, 0.0));
        #[expect(clippy::cast_precision_loss, reason = "three boxes or so")]
        let count = self.boxes.len().max(1) as f32;
        // A hop is nearly as wide as a box: its words need the room.
        let box_width = (inner.width() / (count + (count - 1.0) * 0.84)).floor();
        let stride = if count > 1.0 { (inner.width() - box_width) / (count - 1.0) } else { 0.0 };
        let top = rect.top() + 50.0;
        let mut clicked = None;
        let mut areas = Vec::new();
        for (index, item) in self.boxes.iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "three boxes or so")]
            let left = inner.left() + stride * index as f32;
            let area = Rect::from_min_size(pos2(left, top), vec2(box_width, BOX_HEIGHT));
            let chosen = self.selected == Some(PathClick::Box(index));
            if path_box(ui, area, item, chosen, false).clicked() {
                clicked = Some(PathClick::Box(index));
            }
            areas.push(area);
        }
        for (index, (hop, pair)) in self.hops.iter().zip(areas.windows(2)).enumerate() {
            let [from, to] = pair else { continue };
            let chosen = self.selected == Some(PathClick::Hop(index));
            if show_hop(ui, *from, *to, hop, index, chosen).clicked() {
                clicked = Some(PathClick::Hop(index));
            }
        }
        if let Some((index, item, aside)) = self.below
            && let Some(over) = areas.get(index)
        {
            let area = Rect::from_min_size(pos2(over.left(), over.bottom() + 16.0), vec2(box_width, 30.0));
            let dashed = Stroke::new(1.0, colors.border_control);
            let ends = [pos2(over.center().x, over.bottom()), pos2(over.center().x, area.top())];
            ui.painter().extend(Shape::dashed_line(&ends, dashed, 4.0, 4.0));
            let chosen = self.selected == Some(PathClick::Below);
            if path_box(ui, area, &item, chosen, true).clicked() {
                clicked = Some(PathClick::Below);
            }
            let words =
                galley(ui, aside, Font::Small, colors.text_muted, Fit::Elide(rect.right() - area.right() - 24.0));
            paint::text_at(ui.painter(), area.right() + 8.0, area.center().y, words);
        }
        clicked
    }
}

fn legend(ui: &mut Ui, rect: Rect, aside: &str) {
    let colors = tokens(ui);
    let mut x = rect.left() + 17.0;
    let y = rect.top() + 20.0;
    for verdict in Verdict::ALL {
        paint::icon(ui.painter(), verdict.icon(), pos2(x + 7.0, y), 14.0, verdict.ink(colors));
        let word = galley(ui, verdict.word(), Font::Small, colors.text_muted, Fit::Line);
        x = paint::text_at(ui.painter(), x + 20.0, y, word) + 16.0;
    }
    if !aside.is_empty() {
        let area = Rect::from_min_max(pos2(x, y - 8.0), pos2(rect.right() - 17.0, y + 8.0));
        let response = ui.interact(area, ui.unique_id().with("path aside"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken(aside)));
        let words = galley(ui, aside, Font::Small, colors.text_muted, Fit::Elide(area.width()));
        paint::text_to(ui.painter(), area.right(), y, words);
    }
}

fn path_box(ui: &Ui, rect: Rect, item: &PathThing<'_>, chosen: bool, flat: bool) -> Response {
    let colors = tokens(ui);
    let response = ui.interact(rect, ui.unique_id().with(("path box", item.name)), Sense::click());
    response.widget_info(|| {
        let said = format!("{}, {}, {}", item.name, item.verdict.word(), item.facts);
        WidgetInfo::selected(Role::Button, true, chosen, spoken(said.trim_end_matches([',', ' '])))
    });
    let painter = ui.painter();
    let fill = if response.hovered() { colors.raised } else { colors.surface };
    if item.verdict == Verdict::Unknown {
        paint::panel(painter, rect, RADIUS_LARGE, if flat { Color32::TRANSPARENT } else { fill }, Stroke::NONE);
        paint::dashed(painter, rect, 8.0, Stroke::new(1.0, colors.border_control));
    } else {
        let outline = if item.verdict == Verdict::Blocked { colors.error } else { colors.border_control };
        paint::panel(painter, rect, RADIUS_LARGE, fill, Stroke::new(1.0, outline));
    }
    if chosen {
        paint::panel(painter, rect, RADIUS_LARGE, Color32::TRANSPARENT, Stroke::new(2.0, colors.accent));
    }
    let y = if flat { rect.center().y } else { rect.top() + 21.0 };
    paint::icon(painter, item.icon, pos2(rect.left() + 21.0, y), 16.0, colors.text_muted);
    paint::icon(painter, item.verdict.icon(), pos2(rect.right() - 21.0, y), 16.0, item.verdict.ink(colors));
    let font = if flat { Font::Small } else { Font::Strong };
    let name = galley(ui, item.name, font, colors.text, Fit::Elide(rect.width() - 76.0));
    paint::text_at(painter, rect.left() + 37.0, y, name);
    if !flat {
        let facts = galley(ui, item.facts, Font::Small, colors.text_muted, Fit::Elide(rect.width() - 26.0));
        paint::text_at(painter, rect.left() + 13.0, rect.top() + 44.0, facts);
    }
    paint::focus_ring(ui, &response, RADIUS_LARGE);
    response
}

fn show_hop(ui: &Ui, from: Rect, to: Rect, hop: &PathWay<'_>, index: usize, chosen: bool) -> Response {
    let colors = tokens(ui);
    let (left, right, y) = (from.right(), to.left(), from.center().y);
    let middle = pos2(f32::midpoint(left, right), y);
    let ink = hop.verdict.ink(colors);
    let area = Rect::from_min_max(pos2(left + 4.0, y - 42.0), pos2(right - 4.0, y + 36.0));
    let response = ui.interact(area, ui.unique_id().with(("hop", index)), Sense::click());
    response.widget_info(|| {
        let said = format!("{}: {}. {}. {}", hop.verdict.word(), hop.above, hop.below, hop.more);
        WidgetInfo::selected(Role::Button, true, chosen, spoken(said.trim_end_matches(['.', ' '])))
    });
    let response = if hop.more.is_empty() { response } else { on_hover(response, &spoken(hop.more)) };
    let painter = ui.painter();
    line(painter, colors, hop.verdict, left, right, y);
    let blocked = hop.verdict == Verdict::Blocked;
    let ground = if blocked { colors.error_soft } else { colors.code_bg };
    let ring = match (blocked, chosen) {
        (_, true) => Stroke::new(2.0, colors.accent),
        (true, false) => Stroke::new(1.0, colors.error),
        (false, false) => Stroke::NONE,
    };
    painter.circle(middle, 11.0, ground, ring);
    paint::icon(painter, hop.verdict.icon(), middle, 16.0, ink);

    let room = right - left - 8.0;
    let above_font = if blocked { Font::SmallStrong } else { Font::Small };
    let above_ink = if blocked { colors.error } else { colors.text };
    let above = galley(ui, hop.above, above_font, above_ink, Fit::Wrap(room));
    let below = galley(ui, hop.below, Font::Small, colors.text_muted, Fit::Wrap(room));
    let above_top = y - 24.0 - above.size().y;
    centered(ui, pos2(middle.x, above_top), &above);
    centered(ui, pos2(middle.x, y + 18.0), &below);
    paint::focus_ring(ui, &response.clone().with_new_rect(Rect::from_center_size(middle, vec2(22.0, 22.0))), 11);
    response
}

/// Lines one below the other, each with its middle at `top.x`.
fn centered(ui: &Ui, top: Pos2, words: &Galley) {
    let mut job = (*words.job).clone();
    job.halign = Align::Center;
    let words = ui.painter().layout_job(job);
    ui.painter().galley(top, words, Color32::PLACEHOLDER);
}

/// The line of a hop: whole with a head, cut at the disc, or dashed.
fn line(painter: &Painter, colors: &Tokens, verdict: Verdict, left: f32, right: f32, y: f32) {
    let middle = f32::midpoint(left, right);
    let stroke = Stroke::new(1.5, verdict.ink(colors));
    let (from, to) = (pos2(left, y), pos2(right - 1.0, y));
    match verdict {
        Verdict::Passes | Verdict::WorksBut => {
            painter.line_segment([from, to], stroke);
            paint::arrow_head(painter, to, stroke);
        }
        Verdict::Blocked => {
            painter.line_segment([from, pos2(middle, y)], Stroke::new(2.0, colors.error));
            let rest = Stroke::new(1.5, colors.border_control);
            painter.extend(Shape::dashed_line(&[pos2(middle + 14.0, y), to], rest, 3.0, 5.0));
        }
        Verdict::Unknown => {
            let dashes = Stroke::new(1.5, colors.border_control);
            painter.extend(Shape::dashed_line(&[from, to], dashes, 4.0, 4.0));
            paint::arrow_head(painter, to, dashes);
        }
    }
}
