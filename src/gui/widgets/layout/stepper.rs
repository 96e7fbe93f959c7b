//! The way through the wizard: groups of steps down the left side, or a bar when it is narrow.

use eframe::egui::{self, Color32, Popup, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, galley, on_hover, spoken};
use crate::gui::theme::{self, Font, Tokens, tokens};
use crate::gui::widgets::Button;
use crate::text::t;

const ROW: f32 = 44.0;

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepperState {
    /// Its answer is given.
    Done,
    /// Not yet begun.
    ToDo,
    /// An answer is missing or wrong; the value says which.
    NeedsAttention,
    /// An earlier answer changed; the value says what.
    Stale,
    /// Under way; the value says how far.
    Running,
    /// It failed; the value says what.
    Failed,
    /// Not needed on this way.
    Skipped,
}

/// One step.
#[derive(Debug, Clone, Copy)]
pub struct Step<'a> {
    /// Its name.
    pub title: &'a str,
    /// What was chosen, or what is wrong.
    pub value: &'a str,
    /// Where it stands.
    pub state: StepperState,
    /// Why it cannot be opened yet. `None` when it can.
    pub locked: Option<&'a str>,
}

/// Steps that belong together.
#[derive(Debug, Clone, Copy)]
pub struct StepGroup<'a> {
    /// The group's name.
    pub name: &'a str,
    /// Its steps in order.
    pub steps: &'a [Step<'a>],
}

impl StepperState {
    const fn icon(self, current: bool) -> Icon {
        match self {
            Self::NeedsAttention => Icon::TriangleAlert,
            Self::Stale => Icon::RefreshCw,
            Self::Failed => Icon::CircleX,
            Self::Running => Icon::LoaderCircle,
            _ if current => Icon::CircleDot,
            Self::Done => Icon::CircleCheck,
            Self::ToDo => Icon::Circle,
            Self::Skipped => Icon::Minus,
        }
    }

    const fn ink(self, current: bool, colors: &Tokens) -> Color32 {
        match self {
            Self::NeedsAttention | Self::Stale => colors.warn,
            Self::Failed => colors.error,
            Self::Running => colors.accent,
            _ if current => colors.accent,
            Self::Done | Self::Skipped => colors.text_muted,
            Self::ToDo => colors.border_control,
        }
    }

    fn word(self, current: bool) -> &'static str {
        match self {
            Self::NeedsAttention => t!("step-needs-attention"),
            Self::Stale => t!("step-stale"),
            Self::Running => t!("sign-running"),
            Self::Failed => t!("sign-failed"),
            _ if current => t!("step-current"),
            Self::Done => t!("sign-done"),
            Self::ToDo => t!("sign-to-do"),
            Self::Skipped => t!("sign-skipped"),
        }
    }
}

/// Shows all groups; `current` counts over all of them. The answer is the step that was clicked.
pub fn stepper(ui: &mut Ui, groups: &[StepGroup<'_>], current: usize) -> Option<usize> {
    ui.scope(|ui| rows(ui, groups, current)).inner
}

fn rows(ui: &mut Ui, groups: &[StepGroup<'_>], current: usize) -> Option<usize> {
    let colors = tokens(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut clicked = None;
    let mut index = 0;
    for group in groups {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, group.name));
        let words = galley(ui, group.name, Font::Small, colors.text_muted, Fit::Line);
        paint::text_at(ui.painter(), rect.left() + 8.0, rect.top() + 18.0, words);
        for (nth, step) in group.steps.iter().enumerate() {
            let ends = (nth == 0, nth + 1 == group.steps.len());
            if row(ui, step, index == current, ends).clicked() && step.locked.is_none() {
                clicked = Some(index);
            }
            index += 1;
        }
    }
    clicked
}

fn row(ui: &mut Ui, step: &Step<'_>, current: bool, (first, last): (bool, bool)) -> Response {
    let colors = tokens(ui);
    let open = step.locked.is_none();
    let sense = if open { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), sense);
    response.widget_info(|| {
        let said = format!("{}, {}. {}", step.title, step.state.word(current), spoken(step.value));
        WidgetInfo::selected(Role::Button, open, current, said.trim_end_matches(['.', ' ']))
    });
    let painter = ui.painter();
    if current {
        paint::panel(painter, rect, theme::RADIUS, colors.accent_soft, Stroke::NONE);
    } else if response.hovered() && open {
        paint::panel(painter, rect, theme::RADIUS, colors.raised, Stroke::NONE);
    }
    let node = pos2(rect.left() + 16.0, rect.center().y);
    let spine = Stroke::new(1.0, colors.border_strong);
    if !first {
        painter.vline(node.x - 0.5, rect.top()..=node.y - 9.0, spine);
    }
    if !last {
        painter.vline(node.x - 0.5, node.y + 9.0..=rect.bottom(), spine);
    }
    let ink = step.state.ink(current, colors);
    if step.state == StepperState::Running {
        paint::ticking(ui, node, 16.0, ink);
    } else {
        paint::icon(painter, step.state.icon(current), node, 16.0, ink);
    }

    let room = rect.width() - 42.0;
    let font = if current { Font::Strong } else { Font::Body };
    let title_ink = if step.state == StepperState::ToDo && !current { colors.text_muted } else { colors.text };
    let title = galley(ui, step.title, font, title_ink, Fit::Elide(room));
    let left = rect.left() + 34.0;
    if step.value.is_empty() {
        paint::text_at(painter, left, node.y, title);
    } else {
        let warns = matches!(step.state, StepperState::NeedsAttention | StepperState::Stale | StepperState::Failed);
        let value_ink = if warns || current { ink } else { colors.text_muted };
        let value = galley(ui, step.value, Font::Small, value_ink, Fit::Elide(room));
        paint::text_at(painter, left, node.y - 8.0, title);
        paint::text_at(painter, left, node.y + 9.0, value);
    }
    paint::focus_ring(ui, &response.clone().with_new_rect(rect.shrink(2.0)), theme::RADIUS);
    match step.locked {
        Some(why) => on_hover(response, why),
        None => response,
    }
}

/// The same as a bar of 44 for narrow windows: "9 of 12" with a list, the step's name, dots.
pub fn stepper_bar(ui: &mut Ui, groups: &[StepGroup<'_>], current: usize) -> Option<usize> {
    let colors = tokens(ui);
    let steps: Vec<Step<'_>> = groups.iter().flat_map(|group| group.steps).copied().collect();
    let mut clicked = None;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let mut bar = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(rect.shrink2(vec2(16.0, 0.0)))
            .layout(egui::Layout::left_to_right(egui::Align::Center)),
    );
    bar.spacing_mut().item_spacing.x = 12.0;
    let position = t!("step-position", at = current + 1, of = steps.len());
    let button = Button::secondary(&position).trailing(Icon::ChevronDown).compact().show(&mut bar);
    Popup::menu(&button).show(|ui| {
        ui.set_width(216.0);
        if let Some(step) = stepper(ui, groups, current) {
            clicked = Some(step);
            ui.close();
        }
    });
    let title = steps.get(current).map_or("", |step| step.title);
    crate::gui::rich::label(&mut bar, title, Font::Strong, colors.text);

    let gap = 28.0;
    // In a small window the list behind the button says the same.
    if bar.available_width() < gap * 12.0 {
        return clicked;
    }
    #[expect(clippy::cast_precision_loss, reason = "a dozen steps")]
    let mut x = rect.right() - 28.0 - gap * (steps.len().saturating_sub(1)) as f32;
    for (index, step) in steps.iter().enumerate() {
        let center = pos2(x, rect.center().y);
        x += gap;
        let area = Rect::from_center_size(center, vec2(gap, 28.0));
        let open = step.locked.is_none();
        let sense = if open { Sense::click() } else { Sense::hover() };
        let response = ui.interact(area, ui.unique_id().with(("dot", index)), sense);
        response.widget_info(|| {
            let said = format!("{}, {}", step.title, step.state.word(index == current));
            WidgetInfo::selected(Role::Button, open, index == current, said)
        });
        dot(ui, center, step.state, index == current);
        if index + 1 < steps.len() {
            ui.painter().hline(center.x + 8.0..=center.x + gap - 8.0, center.y, Stroke::new(1.0, colors.border_strong));
        }
        paint::focus_ring(ui, &response.clone().with_new_rect(area.shrink(4.0)), 8);
        if response.on_hover_text(step.title).clicked() && open {
            clicked = Some(index);
        }
    }
    clicked
}

fn dot(ui: &Ui, center: egui::Pos2, state: StepperState, current: bool) {
    let colors = tokens(ui);
    let painter = ui.painter();
    let ink = state.ink(current, colors);
    if current {
        painter.circle(center, 6.0, colors.accent_soft, Stroke::new(2.0, ink));
    } else if state == StepperState::Done {
        painter.circle_filled(center, 5.5, ink);
        paint::icon(painter, Icon::Check, center, 8.0, colors.bg_chrome);
    } else if matches!(state, StepperState::ToDo | StepperState::Running | StepperState::Skipped) {
        painter.circle_stroke(center, 5.0, Stroke::new(1.0, ink));
    } else {
        paint::icon(painter, state.icon(current), center, 12.0, ink);
    }
}
