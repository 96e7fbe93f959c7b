//! The goals to choose from, and the old ways that are left, each with its state.

use eframe::egui::Ui;

use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Button, Field, Note, Sign, card, choice_card, sign_line};
use crate::plan::{Course, Migration, Moves};
use crate::text::t;
use crate::words::migration::{CourseState, course_head, goal_text};

/// Wider, the lines would be hard to read.
const WIDTH: f32 = 860.0;

/// A head over a section, and what the section is for.
pub fn head(ui: &mut Ui, words: &str, text: &str) {
    let colors = tokens(ui);
    ui.add_space(4.0);
    label(ui, words, Font::Heading, colors.text);
    label(ui, text, Font::Dense, colors.text_muted);
}

const fn sign(state: &CourseState<'_>) -> Sign {
    match state {
        CourseState::Here | CourseState::Nothing => Sign::Done,
        CourseState::May(_) => Sign::Passed,
        CourseState::Blocked(_) => Sign::Error,
    }
}

fn lines(ui: &mut Ui, state: CourseState<'_>, wish: &Migration) {
    for line in state.lines(wish) {
        sign_line(ui, sign(&state), &line);
    }
}

/// The goals, and below them what the chosen one asks.
pub fn goals(ui: &mut Ui, moves: &Moves, goal: &mut usize, user: &mut String, function: Option<&str>) {
    ui.spacing_mut().item_spacing.y = 8.0;
    ui.set_max_width(WIDTH.min(ui.available_width()));
    head(ui, t!("migrate-to"), t!("migrate-to-text"));
    for (nth, course) in moves.goals.iter().enumerate() {
        let state = CourseState::new(moves.from, course);
        let name = course_head(&course.wish);
        let card = choice_card(ui, &name, *goal == nth, |ui| {
            let colors = tokens(ui);
            ui.spacing_mut().item_spacing.y = 3.0;
            label(ui, &name, Font::Strong, colors.text);
            label(ui, goal_text(&course.wish), Font::Dense, colors.text_muted);
            lines(ui, state, &course.wish);
        });
        if card.clicked() {
            *goal = nth;
        }
    }
    let Some(Course { wish: Migration::Login { .. }, .. }) = moves.goals.get(*goal) else { return };
    let why = match function {
        Some(function) => t!("migrate-user-why", function = function),
        None => t!("migrate-user-why-alone").to_owned(),
    };
    Field::new(t!("migrate-user")).input(|input| input.width(320.0)).note(Note::Why(&why)).show(ui, user);
}

/// The old ways that are left; the one whose plan is wanted.
pub fn finishes<'a>(ui: &mut Ui, moves: &'a Moves, may_plan: bool) -> Option<&'a Migration> {
    if !moves.logins_read {
        sign_line(ui, Sign::Unknown, t!("migrate-finish-unread"));
    } else if moves.finishes.is_empty() {
        label(ui, t!("migrate-finish-none"), Font::Dense, tokens(ui).text_muted);
    }
    let mut wanted = None;
    for course in &moves.finishes {
        let state = CourseState::new(moves.from, course);
        let name = course_head(&course.wish);
        card(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            label(ui, &name, Font::Strong, tokens(ui).text);
            lines(ui, state, &course.wish);
            let may = may_plan && matches!(state, CourseState::May(_));
            ui.add_space(4.0);
            let words = t!("migrate-finish-review", what = name.as_str());
            if Button::secondary(&words).icon(Icon::ListChecks).enabled(may).show(ui).clicked() {
                wanted = Some(&course.wish);
            }
        });
    }
    wanted
}
