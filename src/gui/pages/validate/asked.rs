//! The rest of the question, beside the list: which function calls the proxy, as which alias, and
//! whether the secrets may be looked into.

use std::time::Instant;

use eframe::egui::{Frame, Margin, Panel, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::discover::{Existing, Pickers, Reason, Suggestion};
use crate::gui::command::Commands;
use crate::gui::icon::Icon;
use crate::gui::pages::{listing, reached};
use crate::gui::paint;
use crate::gui::rich::{Fit, galley, label, spoken};
use crate::gui::state::State;
use crate::gui::theme::{Font, RADIUS, tokens};
use crate::gui::validation::{FunctionChoice, Incomplete, Question};
use crate::gui::widgets::{
    Field, Note, PickerItem, PickerItems, Select, Selected, check, hairline, icon_line, note, radio, radio_disc,
};
use crate::text::{labelled, t};

/// More suggestions than these are found in the list of all functions.
const SHOWN: usize = 5;
/// From this height on the consent stays in view below the functions.
const TALL: f32 = 480.0;

pub fn pane(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let colors = tokens(ui);
    let tall = ui.available_height() >= TALL;
    if tall {
        consent_panel(ui, &mut state.validation.question);
    }
    ScrollArea::vertical().id_salt("question").auto_shrink(false).show(ui, |ui| {
        Frame::NONE.inner_margin(Margin { left: 20, right: 16, top: 20, bottom: 16 }).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
            label(ui, t!("validate-function-head"), Font::Heading, colors.text);
            label(ui, t!("validate-function-why"), Font::Dense, colors.text_muted);
            ui.add_space(4.0);
            functions(ui, state);
            if state.validation.question.function != FunctionChoice::Without {
                ui.add_space(8.0);
                qualifier(ui, state);
            }
            if let Ok(Existing { function: Some(function), .. }) = state.validation.question.complete() {
                ui.add_space(8.0);
                reached::section(ui, state, &function.name, commands);
            }
        });
        if !tall {
            hairline(ui);
            consent(ui, &mut state.validation.question);
        }
    });
}

/// Suggestions with their reasons, any other function, or none.
fn functions(ui: &mut Ui, state: &mut State) {
    let chosen = state.validation.question.function.clone();
    let mut choose = None;
    if let Some(suggested) = state.validation.suggested.value() {
        for suggestion in suggested.functions.iter().take(SHOWN) {
            let name = &suggestion.function.name;
            let on = matches!(&chosen, FunctionChoice::Suggested(chosen) if chosen == name);
            if suggestion_row(ui, suggestion, on) {
                choose = Some(FunctionChoice::Suggested(name.clone()));
            }
        }
        if suggested.functions.is_empty() {
            icon_line(ui, Icon::Info, t!("validate-no-suggestion"));
        }
    } else if state.validation.suggested.waiting(Instant::now()).is_some() {
        guessing(ui);
    } else if let FunctionChoice::Suggested(name) = &chosen {
        // Of the last time, before the suggestions are read again.
        radio(ui, name, true);
    }
    let other = matches!(chosen, FunctionChoice::Listed(_) | FunctionChoice::Typed(_));
    if radio(ui, t!("validate-another"), other).clicked() && !other {
        choose = Some(FunctionChoice::Listed(String::new()));
    }
    if other {
        Frame::NONE.inner_margin(Margin { left: 24, ..Margin::ZERO }).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            choose = choose.take().or(another(ui, state, &chosen));
        });
    }
    let without = chosen == FunctionChoice::Without && !state.validation.is_guessing();
    if radio(ui, t!("validate-without"), without).clicked() && !without {
        choose = Some(FunctionChoice::Without);
    }
    if let Some(choice) = choose {
        state.validation.question.choose(choice);
        state.pages.validate.missing = None;
    }
    let failed: Vec<_> = state.validation.suggested.value().map(|it| it.unreadable.clone()).unwrap_or_default();
    if !failed.is_empty() {
        ui.add_space(4.0);
        listing::unreadable(ui, &failed.iter().collect::<Vec<_>>());
    }
}

/// Rows of the height to come, and what is being looked at.
fn guessing(ui: &mut Ui) {
    let colors = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, t!("validate-guessing")));
    paint::spinner(ui, pos2(rect.left() + 8.0, rect.center().y), 14.0, colors.accent);
    let words = galley(ui, t!("validate-guessing"), Font::Dense, colors.text_muted, Fit::Elide(rect.width() - 24.0));
    paint::text_at(ui.painter(), rect.left() + 24.0, rect.center().y, words);
}

/// A function that seems to use the proxy, and why it seems so.
fn suggestion_row(ui: &mut Ui, suggestion: &Suggestion, on: bool) -> bool {
    let colors = tokens(ui);
    let width = ui.available_width();
    let reasons: Vec<String> = suggestion.reasons.iter().map(reason).collect();
    let said = reasons.join(" · ");
    let name = galley(ui, &suggestion.function.name, Font::Strong, colors.text, Fit::Elide(width - 52.0));
    let why = galley(ui, &said, Font::Small, colors.text_muted, Fit::Wrap(width - 52.0));
    let height = 9.0 + name.size().y + 2.0 + why.size().y + 10.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| {
        let words = labelled!(suggestion.function.name, spoken(&said));
        WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), on, words)
    });
    let outline = if on { Stroke::new(2.0, colors.accent) } else { Stroke::new(1.0, colors.border) };
    let fill = if response.hovered() && !on { colors.raised } else { colors.surface };
    paint::panel(ui.painter(), rect, RADIUS, fill, outline);
    radio_disc(ui.painter(), colors, pos2(rect.left() + 20.0, rect.top() + 19.0), on);
    let at = rect.min + vec2(38.0, 9.0);
    let below = at + vec2(0.0, name.size().y + 2.0);
    ui.painter().galley(at, name, colors.text);
    ui.painter().galley(below, why, colors.text_muted);
    paint::focus_ring(ui, &response, RADIUS);
    response.clicked() && !on
}

fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Environment(name) => t!("validate-reason-environment", name = format!("`{name}`")),
        Reason::Policy(name) => t!("validate-reason-policy", name = format!("`{name}`")),
        Reason::SecurityGroup(id) => t!("validate-reason-group", id = format!("`{id}`")),
    }
}

/// A select over all functions, or a field for one that cannot be listed.
fn another(ui: &mut Ui, state: &mut State, chosen: &FunctionChoice) -> Option<FunctionChoice> {
    let missing = state.pages.validate.missing;
    if let FunctionChoice::Typed(text) = chosen {
        let mut text = text.clone();
        let line = match missing {
            Some(Incomplete::BadFunction | Incomplete::Function) => Note::Wrong(t!("validate-bad-function"), None),
            _ => Note::Why(t!("validate-function-name-why")),
        };
        let field = Field::new(t!("validate-function-name")).note(line).show(ui, &mut text);
        return field.response.changed().then_some(FunctionChoice::Typed(text));
    }
    let FunctionChoice::Listed(name) = chosen else { return None };
    let lists = state.lists.value()?;
    let version = state.lists_version;
    let look = &mut state.pages.validate;
    if look.functions.as_ref().is_none_or(|(of, _)| *of != version) {
        look.functions = Some((version, rows(lists, version)));
    }
    let (_, items) = look.functions.as_ref()?;
    let shown = if name.is_empty() { t!("validate-choose-function") } else { name.as_str() };
    let select = Select::new(t!("validate-function"), shown)
        .hint(t!("validate-function-hint"))
        .by_hand(t!("validate-function-by-hand"));
    let picked = match select.show(ui, items, &mut look.function_picker) {
        Some(Selected::Row(row)) => items.get(row).map(|item| FunctionChoice::Listed(item.name.clone())),
        Some(Selected::ByHand) => Some(FunctionChoice::Typed(String::new())),
        None => None,
    };
    if missing == Some(Incomplete::Function) {
        note(ui, Note::Wrong(t!("validate-missing-function"), None));
    }
    picked
}

fn rows(lists: &Pickers, version: u64) -> PickerItems {
    let row = |function: &crate::domain::function::Function| PickerItem {
        name: function.name.clone(),
        facts: function.runtime.clone().unwrap_or_default(),
        also: function.arn.clone(),
        ..PickerItem::default()
    };
    PickerItems::new(Icon::SquareFunction, Vec::new(), lists.functions.iter().map(row).collect(), version)
}

fn qualifier(ui: &mut Ui, state: &mut State) {
    let bad = state.pages.validate.missing == Some(Incomplete::BadQualifier);
    let line =
        if bad { Note::Wrong(t!("validate-bad-qualifier"), None) } else { Note::Why(t!("validate-qualifier-why")) };
    let field = Field::new(t!("validate-qualifier")).optional().input(|input| input.hint("$LATEST")).note(line);
    if field.show(ui, &mut state.validation.question.qualifier).response.changed() {
        state.validation.question.touched = true;
        state.pages.validate.missing = None;
    }
}

/// At the foot of the pane, always in view.
fn consent_panel(ui: &mut Ui, question: &mut Question) {
    Panel::bottom("consent").resizable(false).show_separator_line(false).frame(Frame::NONE).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        hairline(ui);
        consent(ui, question);
    });
}

/// What is read only with the person's word.
fn consent(ui: &mut Ui, question: &mut Question) {
    Frame::NONE.inner_margin(Margin { left: 20, right: 16, top: 12, bottom: 14 }).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        check(ui, t!("validate-consent"), &mut question.read_secrets);
        Frame::NONE.inner_margin(Margin { left: 24, ..Margin::ZERO }).show(ui, |ui| {
            label(ui, t!("validate-consent-why"), Font::Small, tokens(ui).text_muted);
        });
    });
}
