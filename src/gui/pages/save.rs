//! Saving, over the page: where to, and what would change there. Copying works where no file can be
//! written.

use eframe::egui::{Align, Context, Id, Key, Layout, Modal, ScrollArea, Ui, vec2};

use super::failure::failure;
use crate::disk::saved::Changed;
use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::save::{FleetFormat, ReportFormat, Saving, Stage, What, text};
use crate::gui::state::State;
use crate::gui::theme::{BACKDROP, CONTROL, Font, tokens};
use crate::gui::widgets::{Button, Code, Field, Language, Note, code_block, copy_made, field_label, popup, segmented};
use crate::text::t;

/// Wide enough for the lines of a difference.
const WIDTH: f32 = 560.0;

/// The button that opens it for the check that is shown.
pub fn report_button(ui: &mut Ui, commands: &mut Commands) {
    if Button::secondary(t!("check-save")).icon(Icon::Download).show(ui).clicked() {
        commands.push(Command::Save { what: What::Report(ReportFormat::default()), place: None });
    }
}

/// What the person did.
enum Act {
    Save,
    Browse,
    Format(ReportFormat),
    FleetFormat(FleetFormat),
    Again,
    Close,
}

/// Shows it over the window while there is something to save.
pub fn dialog(context: &Context, state: &mut State, commands: &mut Commands) {
    let Some(saving) = state.saving.clone() else { return };
    // A report is made when it is wanted, not once a frame.
    let shown = &*state;
    let copy = || text(shown, saving.what).and_then(Result::ok);
    let mut place = saving.place.clone();
    let room = context.content_rect().size() - vec2(48.0, 220.0);
    // The second question is a window of its own: in the first one's it would be placed by its size.
    let id = Id::unique(if matches!(saving.stage, Stage::Differs(_)) { "save-over" } else { "save" });
    let modal = Modal::new(id).frame(popup(context)).backdrop_color(BACKDROP).show(context, |ui| {
        ui.set_width(WIDTH.min(room.x) - 36.0);
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        label(ui, head(saving.what), Font::Heading, tokens(ui).text);
        match &saving.stage {
            Stage::Differs(changed) => differs(ui, changed, room.y),
            _ => question(ui, &saving, &mut place, copy),
        }
    });
    if let Some(saving) = &mut state.saving {
        saving.place = place;
        saving.fresh = false;
    }
    let act = if modal.should_close() { Some(Act::Close) } else { modal.inner };
    match act {
        Some(Act::Save) => commands.push(Command::SaveHere),
        Some(Act::Browse) => commands.push(Command::BrowsePlace),
        Some(Act::Format(format)) => crate::gui::save::choose_format(state, format),
        Some(Act::FleetFormat(format)) => crate::gui::save::choose_fleet_format(state, format),
        Some(Act::Again) => {
            if let Some(saving) = &mut state.saving {
                saving.stage = Stage::Asking;
                saving.fresh = true;
            }
        }
        Some(Act::Close) => state.saving = None,
        None => {}
    }
}

fn head(what: What) -> &'static str {
    match what {
        What::Export(_) => t!("save-head-file"),
        What::AllExports => t!("save-head-all"),
        What::Archive => t!("save-head-archive"),
        What::Choices => t!("save-head-choices"),
        What::Log => t!("save-head-log"),
        What::Diagnostics => t!("diagnostics-save"),
        What::Report(_) | What::Connection(_) => t!("check-save"),
        What::Monitor => t!("monitor-save"),
        What::Fleet(_) => t!("fleet-save"),
    }
}

fn format_name(format: ReportFormat) -> &'static str {
    match format {
        ReportFormat::Markdown => t!("report-markdown"),
        ReportFormat::Html => t!("report-html"),
        ReportFormat::Json => t!("report-json"),
    }
}

const fn fleet_format_name(format: FleetFormat) -> &'static str {
    match format {
        FleetFormat::Html => "HTML",
        FleetFormat::Csv => "CSV",
        FleetFormat::Json => "JSON",
        FleetFormat::Sarif => "SARIF",
    }
}

/// Where to.
fn question(ui: &mut Ui, saving: &Saving, place: &mut String, copy: impl FnOnce() -> Option<String>) -> Option<Act> {
    let mut act = None;
    if let Some((format, formats)) = saving.what.formats() {
        let about = match saving.what {
            What::Connection(_) => t!("connection-about"),
            _ => t!("report-about"),
        };
        label(ui, about, Font::Body, tokens(ui).text_muted);
        field_label(ui, t!("report-format"), false);
        let names: Vec<&str> = formats.iter().map(|format| format_name(*format)).collect();
        let at = formats.iter().position(|known| *known == format).unwrap_or_default();
        let chosen = segmented(ui, t!("report-format"), &names, at).and_then(|at| formats.get(at));
        act = chosen.filter(|chosen| **chosen != format).map(|chosen| Act::Format(*chosen));
    }
    if let What::Fleet(format) = saving.what {
        field_label(ui, t!("fleet-format"), false);
        let names = FleetFormat::ALL.map(fleet_format_name);
        let at = FleetFormat::ALL.iter().position(|known| *known == format).unwrap_or_default();
        let chosen = segmented(ui, t!("fleet-format"), &names, at).and_then(|at| FleetFormat::ALL.get(at));
        act = chosen.filter(|chosen| **chosen != format).map(|chosen| Act::FleetFormat(*chosen));
    }
    if let Stage::Failed(report) = &saving.stage {
        failure(ui, report, |_| ());
    }
    let many = saving.what == What::AllExports;
    let words = if many { t!("save-place-folder") } else { t!("save-place") };
    let field = Field::new(words)
        .input(|input| input.icon(Icon::FolderOpen).id(Id::unique("save place")))
        .note(Note::Why(t!("save-place-why")))
        .show(ui, place);
    if saving.fresh {
        field.response.request_focus();
    }
    let enter = field.response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    ui.add_space(8.0);
    let writing = saving.stage == Stage::Writing;
    ui.allocate_ui_with_layout(vec2(ui.available_width(), CONTROL), Layout::right_to_left(Align::Center), |ui| {
        let words = if writing { t!("save-writing") } else { t!("save-yes") };
        let ready = !writing && !place.trim().is_empty();
        if Button::primary(words).enabled(ready).show(ui).clicked() || (enter && ready) {
            act = Some(Act::Save);
        }
        if Button::quiet(t!("cancel")).show(ui).clicked() {
            act = Some(Act::Close);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            if Button::secondary(t!("save-browse")).icon(Icon::FolderOpen).show(ui).clicked() {
                act = Some(Act::Browse);
            }
            if saving.what.is_text() {
                copy_made(ui, t!("report-copy"), copy);
            }
        });
    });
    act
}

/// What is there and would change.
fn differs(ui: &mut Ui, changed: &[Changed], height: f32) -> Option<Act> {
    let colors = tokens(ui);
    label(ui, &t!("save-differs", count = changed.len()), Font::Body, colors.text_muted);
    ScrollArea::vertical().id_salt("differences").max_height(height.max(120.0)).show(ui, |ui| {
        for file in changed {
            label(ui, &format!("`{}`", file.path.display()), Font::Strong, colors.text);
            match &file.diff {
                Some(diff) => code_block(ui, Code::new(diff, Language::Diff).plain()),
                None => drop(label(ui, t!("save-no-diff"), Font::Dense, colors.text_muted)),
            }
        }
    });
    ui.add_space(4.0);
    let mut act = None;
    ui.allocate_ui_with_layout(vec2(ui.available_width(), CONTROL), Layout::right_to_left(Align::Center), |ui| {
        if Button::destroy(&t!("save-over", count = changed.len())).show(ui).clicked() {
            act = Some(Act::Save);
        }
        if Button::secondary(t!("save-elsewhere")).show(ui).clicked() {
            act = Some(Act::Again);
        }
        if Button::quiet(t!("cancel")).show(ui).clicked() {
            act = Some(Act::Close);
        }
    });
    act
}
