//! The pane: the function's new policy, its environment, and the calls.

use eframe::egui::Ui;

use crate::domain::setup::AccessSetup;
use crate::domain::setup::Page;
use crate::gui::command::Commands;
use crate::gui::icon::Icon;
use crate::gui::pages::written::{WrittenPolicy, awaited};
use crate::gui::state::State;
use crate::gui::widgets::{Code, Language, PreviewSection, preview};
use crate::plan::{Change, Plan};
use crate::text::t;

/// What the pane shows, with the lines of the last change.
#[derive(Default)]
pub struct AccessTexts {
    policy: WrittenPolicy,
    environment: WrittenPolicy,
}

impl AccessTexts {
    fn update(&mut self, plan: &Plan, access: &AccessSetup) {
        self.policy.update(awaited(Some(plan), &access.policy.to_json()));
        let mut variables = serde_json::Map::new();
        for (name, value) in &access.environment {
            variables.insert(name.clone(), awaited(Some(plan), value).into());
        }
        for name in &access.kept_variables {
            variables.insert(name.clone(), t!("access-kept").into());
        }
        self.environment.update(crate::domain::json::pretty(&variables));
    }
}

pub fn pane(ui: &mut Ui, state: &mut State, _commands: &mut Commands) {
    let State { designed, pages, .. } = state;
    let (Some(plan), Some(setup)) = (&designed.plan, &designed.setup) else { return };
    let access = &setup.access;
    let look = &mut pages.access;
    look.written.update(plan, access);
    let calls: Vec<(String, String)> = plan
        .steps
        .iter()
        .filter(|step| step.page == Page::Access && step.change != Change::AlreadySo)
        .map(|step| plan.describe(step))
        .map(|words| (words.call, awaited(Some(plan), &words.input)))
        .collect();
    let on_role = t!("access-on-role", role = access.role_name.as_str());
    let sections: Vec<PreviewSection<'_>> = match look.tab {
        0 => {
            let text = &look.written.policy;
            let code = Code::new(text.text(), Language::Json).marked(text.marked());
            vec![PreviewSection { head: &access.policy_name, aside: &on_role, code }]
        }
        1 => {
            let text = &look.written.environment;
            let code = Code::new(text.text(), Language::Json).marked(text.marked());
            vec![PreviewSection { head: t!("access-environment"), aside: "", code }]
        }
        _ => calls
            .iter()
            .map(|(call, input)| PreviewSection { head: call, aside: "", code: Code::new(input, Language::Json) })
            .collect(),
    };
    let names = [t!("access-tab-policy"), t!("access-tab-environment"), t!("access-tab-calls")];
    let notes = [(Icon::Info, t!("access-pane-note"))];
    if let Some(tab) = preview(ui, &names, look.tab, &sections, &notes) {
        look.tab = tab;
    }
}
