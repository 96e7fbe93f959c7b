//! Everything there is to go to and to do, by its name: pages, proxies, actions, and the rules with what they
//! are about.

use eframe::egui::{Context, Id, Modal, vec2};

use crate::gui::command::{Command, Commands};
use crate::gui::fleet;
use crate::gui::icon::Icon;
use crate::gui::progress::step_words;
use crate::gui::rich::spoken;
use crate::gui::save::{ReportFormat, What};
use crate::gui::state::State;
use crate::gui::steps::WizardStep;
use crate::gui::theme::BACKDROP;
use crate::gui::validation::{Part, ValidationAsk};
use crate::gui::widgets::{PickerItem, PickerItems, PickerLook, PickerState, picker_filter, picker_list, popup};
use crate::rules::RULES;
use crate::text::t;

const WIDTH: f32 = 560.0;
const HEIGHT: f32 = 352.0;

/// What is searched, in the order in which it is shown.
#[derive(Clone, Copy)]
enum PaletteGroup {
    Pages,
    Proxies,
    Actions,
    Rules,
}

/// The list, as it was when it was asked for.
pub struct Palette {
    items: PickerItems,
    commands: Vec<Vec<Command>>,
    picker: PickerState,
    /// It was not there on the frame before: the keyboard goes to it.
    fresh: bool,
}

impl Palette {
    pub fn new(state: &State) -> Self {
        let mut entries: Vec<(PickerItem, Vec<Command>)> = Vec::new();
        let mut add = |group: PaletteGroup, name: &str, facts: &str, commands: Vec<Command>| {
            let item =
                PickerItem { name: spoken(name), facts: spoken(facts), group: group as usize, ..PickerItem::default() };
            entries.push((item, commands));
        };
        pages(state, &mut |name, facts, commands| add(PaletteGroup::Pages, name, facts, commands));
        if !state.is_running() {
            for proxy in state.lists.value().map(|lists| lists.proxies.as_slice()).unwrap_or_default() {
                let judged = state.validation.result_of(&state.validation.at(&proxy.name)).is_some();
                let part = if judged { Part::Findings } else { Part::Question };
                let asks = [ValidationAsk::Open, ValidationAsk::Pick(proxy.name.clone()), ValidationAsk::Show(part)];
                let commands = asks.into_iter().map(Command::Validate).collect();
                add(PaletteGroup::Proxies, &proxy.name, proxy.engine_family.title(), commands);
            }
        }
        actions(state, &mut |name, facts, command| add(PaletteGroup::Actions, name, facts, vec![command]));
        for rule in RULES.iter() {
            add(PaletteGroup::Rules, rule.title(), rule.code, vec![Command::Explain(rule.code)]);
        }
        let groups = [t!("palette-pages"), t!("palette-proxies"), t!("palette-actions"), t!("palette-rules")];
        let (items, commands) = entries.into_iter().unzip();
        Self {
            items: PickerItems::new(Icon::ArrowRight, groups.map(str::to_owned).to_vec(), items, 1),
            commands,
            picker: PickerState::default(),
            fresh: true,
        }
    }
}

type Add<'a, T> = &'a mut dyn FnMut(&str, &str, T);

fn pages(state: &State, add: Add<'_, Vec<Command>>) {
    for step in WizardStep::ALL {
        let said = step_words(state, step);
        if said.locked.is_none() {
            add(step.title(), &said.value, vec![Command::Go(step)]);
        }
    }
    if !state.is_running() {
        add(t!("fleet-page-title"), "", vec![Command::Fleet(fleet::FleetAsk::Open)]);
        if state.connection().is_some() {
            let asks = [ValidationAsk::Open, ValidationAsk::Show(Part::Question)];
            add(t!("header-validate"), "", asks.into_iter().map(Command::Validate).collect());
        }
    }
    if state.validation.result().is_some() && state.validation.bundle.is_none() && !state.is_running() {
        let proxy = state.validation.question.proxy.trim();
        for (title, part) in [
            (t!("validate-part-findings"), Part::Findings),
            (t!("validate-part-connect"), Part::Connect),
            (t!("validate-part-load"), Part::Load),
            (t!("validate-part-monitor"), Part::Monitor),
            (t!("validate-part-user"), Part::User),
            (t!("validate-part-migrate"), Part::Migrate),
            (t!("validate-part-endpoints"), Part::Endpoints),
        ] {
            let asks = [ValidationAsk::Open, ValidationAsk::Show(part)];
            add(title, proxy, asks.into_iter().map(Command::Validate).collect());
        }
    }
    add(t!("settings-title"), "", vec![Command::OpenSettings]);
}

fn actions(state: &State, add: Add<'_, Command>) {
    let save = |what| Command::Save { what, place: None };
    add(t!("palette-open"), t!("palette-open-about"), Command::PickProject);
    if state.can_design() {
        add(t!("save-head-choices"), "", save(What::Choices));
    }
    if state.shown_check().is_some() {
        add(t!("check-save"), "", save(What::Report(ReportFormat::default())));
    }
    add(t!("diagnostics-save"), "", save(What::Diagnostics));
    if !state.is_running() {
        add(t!("palette-reload"), "", Command::ReloadLists);
    }
    add(t!("header-theme"), "", Command::CycleTheme);
    add(t!("settings-folder-show"), t!("settings-folder"), Command::ShowFolder);
    add(t!("help-title"), "", Command::Help);
}

/// Shows it over the window while it is searched.
pub fn dialog(context: &Context, state: &mut State, commands: &mut Commands) {
    let Some(palette) = &mut state.palette else { return };
    let filter_id = Id::unique("palette");
    let room = context.content_rect().size() - vec2(48.0, 160.0);
    let look = PickerLook {
        name: t!("palette-name"),
        hint: t!("palette-hint"),
        height: HEIGHT.min(room.y.max(120.0)),
        row: 44.0,
        filter_id,
    };
    let fresh = std::mem::take(&mut palette.fresh);
    let modal = Modal::new(Id::unique("palette over the window")).frame(popup(context)).backdrop_color(BACKDROP);
    let shown = modal.show(context, |ui| {
        ui.set_width(WIDTH.min(room.x) - 36.0);
        let by_key = picker_filter(ui, look, &palette.items, &mut palette.picker);
        if fresh {
            ui.memory_mut(|memory| memory.request_focus(filter_id));
        }
        ui.add_space(4.0);
        // Always as high, whatever matches: it does not jump while one types.
        let room = vec2(ui.available_width(), look.height);
        let list = ui.allocate_ui(room, |ui| {
            ui.set_min_size(room);
            picker_list(ui, look, &palette.items, &mut palette.picker, None, "")
        });
        by_key.or(list.inner)
    });
    let picked = shown.inner.and_then(|row| palette.commands.get(row)).cloned();
    if shown.should_close() || picked.is_some() {
        state.palette = None;
    }
    if let Some(picked) = picked {
        let leads_away = matches!(
            picked.first(),
            Some(Command::Go(_) | Command::Fleet(_) | Command::Validate(_)) if state.settings_open
        );
        if leads_away {
            commands.push(Command::CloseSettings);
        }
        commands.0.extend(picked);
    }
}
