//! The role's documents as they will be, with what the last change wrote, and the calls.

use eframe::egui::Ui;

use super::super::{secret, written::awaited};
use crate::domain::setup::Page;
use crate::gui::command::Commands;
use crate::gui::icon::Icon;
use crate::gui::state::State;
use crate::gui::widgets::{Code, Language, PreviewSection, preview};
use crate::text::t;

/// IAM's limit on all inline policies of a role together, in bytes without white space.
const LIMIT: usize = 10_240;

pub fn pane(ui: &mut Ui, state: &mut State, _commands: &mut Commands) {
    let calls = secret::calls(state, Page::Role);
    let plan = state.designed.plan.as_ref();
    let mut bytes = 0;
    if let Some(setup) = &state.designed.setup {
        let look = &mut state.pages.role;
        look.permissions.update(awaited(plan, &setup.role.policy.to_json()));
        look.trust.update(setup.role.trust.to_json());
        bytes = setup.role.policy.to_json_line().len();
    }
    let look = &state.pages.role;
    let count = t!("pane-calls", count = calls.len());
    let names = [t!("pane-permissions"), t!("pane-trust"), count.as_str()];
    let mut sections = Vec::new();
    match look.tab {
        0 => sections.push(section(&look.permissions)),
        1 => sections.push(section(&look.trust)),
        _ => {
            for call in &calls {
                sections.push(PreviewSection {
                    head: &call.call,
                    aside: "",
                    code: Code::new(&call.input, Language::Json),
                });
                sections.push(PreviewSection {
                    head: "",
                    aside: "",
                    code: Code::new(&call.cli, Language::Shell).plain(),
                });
            }
        }
    }
    let existing = state.choices.role.existing;
    let size = t!("pane-policy-size", bytes = bytes, limit = LIMIT);
    let mut notes = Vec::new();
    if existing {
        notes.push((Icon::Info, t!("pane-role-existing")));
    } else {
        notes.push((Icon::FileDiff, t!("pane-marked")));
        notes.push((Icon::Info, size.as_str()));
    }
    if let Some(tab) = preview(ui, &names, look.tab, &sections, &notes) {
        state.pages.role.tab = tab;
    }
}

fn section(written: &super::super::written::WrittenPolicy) -> PreviewSection<'_> {
    PreviewSection { head: "", aside: "", code: Code::new(written.text(), Language::Json).marked(written.marked()) }
}
