//! The app: receives answers, draws the frame around the page, carries out commands.

use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::Frame;
use eframe::egui::{self, Context, Event, Key, Modifiers, ThemePreference, Ui, UserAttentionType, ViewportCommand};
use secrecy::ExposeSecret;
use tokio::runtime::Handle;

use super::accepting;
use super::act;
use super::command::{Command, Commands};
use super::fleet;
use super::frame::{Chrome, Content, FrameClick, Side, frame};
use super::keys::hear_primary;
use super::live;
use super::notice::LongWork;
use super::pages;
use super::progress::{Words, state_of, step_words};
use super::route::Route;
use super::settings;
use super::state::{Closing, Due, State};
use super::steps::WizardStep;
use super::tasks::Tasks;
use super::validation::ValidationAsk;
use super::widgets::{Choice, Mode, Places, Step, StepGroup, Way};
use crate::accounts::Accounts;
use crate::apply::StopAt;
use crate::domain::account;
use crate::settings::{Last, Settings};
use crate::support::crash;
use crate::text::t;

/// Nobody stays to watch what takes longer.
const LONG: Duration = Duration::from_secs(60);

pub struct App {
    pub state: State,
    tasks: Tasks,
    accounts: Arc<Accounts>,
    /// What the next start would find.
    settings_kept: Settings,
    /// Since when something has been at work that one may wait for elsewhere.
    busy: Option<(LongWork, Instant)>,
    /// Carried out before the next frame.
    asked: Vec<Command>,
}

impl App {
    /// An app that begins by reading profiles and what was begun before. Its work runs on `runtime`.
    pub fn new(context: &Context, accounts: Accounts, runtime: Handle) -> Self {
        let tasks = Tasks::new(context, runtime);
        let (kept, set_aside) = Settings::open(&accounts.folder);
        settings::apply(&kept, context);
        let mut state = State::at_start(Accounts::scenarios(), kept.clone());
        state.set_aside = set_aside;
        state.folder.clone_from(&accounts.folder);
        state.crash = crash::unseen(&accounts.folder, kept.seen_report.as_deref());
        state.practice_times = accounts.practice_times();
        state.validation.verdicts = Some(accounts.verdicts());
        let mut app =
            Self { state, tasks, accounts: Arc::new(accounts), settings_kept: kept, busy: None, asked: Vec::new() };
        for first in [Command::ReloadProfiles, Command::Accept(accepting::AcceptingAsk::Recall)] {
            act::carry_out(&mut app.state, &app.tasks, &app.accounts, context, first);
        }
        app
    }

    /// Carries a command out before the next frame, as if a page had pushed it.
    pub fn ask(&mut self, command: Command) {
        self.asked.push(command);
    }

    /// Everything that happens without a frame being drawn, so that a hidden window goes on.
    pub fn logic(&mut self, context: &Context) {
        let now = Instant::now();
        let mut follow = std::mem::take(&mut self.asked);
        while let Some(answer) = self.tasks.next() {
            follow.extend(act::receive(&mut self.state, answer, now));
        }
        if let Some(login) = self.state.to_copy.take() {
            context.copy_text(login.expose_secret().to_owned());
        }
        let mut when = |due: Due, command: Command| match due {
            Due::Now => follow.push(command),
            Due::In(rest) => context.request_repaint_after(rest.max(Duration::from_millis(100))),
            Due::Not => {}
        };
        when(self.state.observation_due(now), Command::Observe);
        when(self.state.folder_due(now), Command::CompareExport);
        // A window that nobody sees asks nothing.
        if context.input(|input| input.viewport().visible()) != Some(false) {
            when(self.state.monitor_due(now), Command::Validate(ValidationAsk::Monitor));
        }
        if self.state.redesign() {
            self.state.permissions.clear();
        }
        if context.input(|input| input.viewport().close_requested()) && self.state.is_running() {
            context.send_viewport_cmd(ViewportCommand::CancelClose);
            match self.state.closing {
                Closing::No => self.state.closing = Closing::Asking,
                // Asked again, it does not ask the same again.
                Closing::Asking | Closing::Leaving => follow.extend([Command::Stop(StopAt::Now), Command::Close]),
            }
        }
        // Nobody looks at it any more.
        if !self.state.shows_load() {
            self.state.load.stop();
        }
        self.state.tunnelling.is_for(self.state.seen_at());
        act::keep_choices(&mut self.state, &self.accounts);
        if self.state.to_take.is_some() && self.state.connection.ready().is_some() {
            follow.push(Command::TakeChoices);
        }
        self.call_for_attention(context, now);
        self.carry_out(context, follow);
        self.observe_settings(context);
    }

    fn observe_settings(&mut self, context: &Context) {
        settings::observe(&mut self.state.settings, context);
        if self.state.connection.ready().is_some()
            && let Some(source) = &self.state.source
        {
            self.state.settings.account = Some(Last::new(source, self.state.region.as_deref()));
        }
        // The size changes with every frame while the window is dragged: it waits for `save`.
        if !self.state.settings.differ_in_size_alone(&self.settings_kept) {
            self.keep_settings();
        }
    }

    fn keep_settings(&mut self) {
        let settings = &self.state.settings;
        if *settings != self.settings_kept {
            // Not worth a word when it fails: it is in effect, and the next start asks again.
            let _ = settings.save(&self.accounts.folder);
            self.settings_kept = settings.clone();
        }
    }

    /// What has taken minutes is over while somebody looks elsewhere: the window asks to be looked at, and the
    /// desktop says what is over.
    fn call_for_attention(&mut self, context: &Context, now: Instant) {
        if let Some(work) = LongWork::under_way(&self.state) {
            let (_, since) = self.busy.unwrap_or((work, now));
            self.busy = Some((work, since));
            return;
        }
        let Some((work, since)) = self.busy.take() else { return };
        if now.saturating_duration_since(since) >= LONG && !context.input(|input| input.focused) {
            context.send_viewport_cmd(ViewportCommand::RequestUserAttention(UserAttentionType::Informational));
            work.notice(&self.state).show();
        }
    }

    fn carry_out(&mut self, context: &Context, commands: Vec<Command>) {
        for command in commands {
            act::carry_out(&mut self.state, &self.tasks, &self.accounts, context, command);
        }
    }

    /// Draws the window.
    pub fn ui(&mut self, ui: &mut Ui) {
        let mut commands = Commands::default();
        live::name_window(ui.ctx());
        hear_primary(ui);
        shortcuts(ui, &self.state, &mut commands);

        let words: Vec<Words> = WizardStep::ALL.iter().map(|step| step_words(&self.state, *step)).collect();
        let steps: Vec<Step<'_>> = WizardStep::ALL
            .iter()
            .zip(&words)
            .map(|(step, words)| Step {
                title: step.title(),
                value: &words.value,
                state: state_of(&self.state, *step),
                locked: words.locked,
            })
            .collect();
        let names = [t!("group-choose"), t!("group-design"), t!("group-make"), t!("group-prove")];
        let mut rest = steps.as_slice();
        let mut groups = Vec::with_capacity(names.len());
        for (name, count) in names.into_iter().zip(WizardStep::GROUPS) {
            let (own, others) = rest.split_at(count.min(rest.len()));
            groups.push(StepGroup { name, steps: own });
            rest = others;
        }

        let (label, id, region, mode) = match (self.state.shown_bundle(), self.state.connection()) {
            // What is on the page was read elsewhere, and by somebody else.
            (Some(bundle), _) => {
                let account = &bundle.result.checked.observed.account;
                (account.label().to_owned(), account.grouped_id(), account.region.clone(), Mode::ReadOnly)
            }
            (None, Some(connection)) => (
                connection.account.label().to_owned(),
                connection.account.grouped_id(),
                connection.account.region.clone(),
                match connection.account.mode {
                    account::Mode::Practice => Mode::Practice,
                    account::Mode::Live if self.state.beneath().only_reads() => Mode::ReadOnly,
                    account::Mode::Live => Mode::Live,
                },
            ),
            (None, None) => (String::new(), String::new(), String::new(), Mode::ReadOnly),
        };
        let step = self.state.step;
        let may_skip =
            self.state.designed.current_plan().is_some() && step > WizardStep::Function && step < WizardStep::Review;
        let steps =
            Side::Steps { groups: &groups, current: step.index(), skip: may_skip.then(|| t!("skip-to-review")) };
        let route = self.state.route();
        let settings = (route == Route::Settings).then(|| pages::settings::SettingsSide::now(&self.state));
        let door = matches!(route, Route::Proxy(..)).then(|| pages::validate::ProxySide::now(&self.state));
        let chrome = Chrome {
            account: &label,
            account_id: &id,
            region: &region,
            mode,
            side: steps,
            settings: settings.is_some(),
            validate: self.state.connection().is_some() && !self.state.is_running() && door.is_none(),
            pane: pages::pane_width(&self.state),
        };
        let mut shown = StepContent { state: &mut self.state, commands: &mut commands };
        let beside = |places: &Places<'_>| {
            let chrome = Chrome { side: Side::Places(places), ..chrome };
            frame(ui, &chrome, &mut shown)
        };
        let click = match (&settings, &door) {
            (Some(side), _) => side.show(beside),
            (None, Some(side)) => side.show(beside),
            (None, None) => frame(ui, &chrome, &mut shown),
        };
        if click.is_some_and(FrameClick::leads_away) {
            commands.push(Command::CloseSettings);
        }
        match click {
            Some(FrameClick::Step(index)) => {
                let step = WizardStep::at(index);
                if words.get(index).is_some_and(|words| words.locked.is_none()) {
                    commands.push(Command::Go(step));
                }
            }
            Some(FrameClick::Skip) => commands.push(Command::Go(WizardStep::Review)),
            Some(FrameClick::Account | FrameClick::Region) => commands.push(Command::Go(WizardStep::Account)),
            Some(FrameClick::AllProxies) => commands.push(Command::Fleet(fleet::FleetAsk::Open)),
            Some(FrameClick::Validate) => commands.push(Command::Validate(ValidationAsk::Open)),
            Some(FrameClick::Places(click)) => {
                if settings.is_some() {
                    pages::settings::click(&mut self.state, click);
                } else if let Some(side) = &door {
                    commands.0.extend(pages::validate::click(side, &self.state, click));
                }
            }
            Some(FrameClick::Settings) => commands.push(Command::OpenSettings),
            Some(FrameClick::Theme) => commands.push(Command::CycleTheme),
            Some(FrameClick::Help) => commands.push(Command::Help),
            None => {}
        }
        self.questions(ui.ctx(), &mut commands);
        let context = ui.ctx().clone();
        self.carry_out(&context, commands.0);
    }

    /// Dialogs over the page.
    fn questions(&mut self, context: &Context, commands: &mut Commands) {
        if self.state.closing == Closing::Asking {
            let ways = [
                (StopAt::AfterStep, t!("closing-after"), t!("closing-after-text")),
                (StopAt::Now, t!("closing-now"), t!("closing-now-text")),
            ];
            let ways = ways.map(|(when, words, text)| Way { answer: when, words, text });
            let question =
                Choice { head: t!("closing-title"), text: t!("closing-text"), ways: &ways, no: t!("closing-no") };
            match question.show(context) {
                Some(Some(when)) => commands.0.extend([Command::Stop(when), Command::Close]),
                Some(None) => self.state.closing = Closing::No,
                None => {}
            }
        }
        pages::save_dialog(context, &mut self.state, commands);
        pages::accept_dialog(context, &mut self.state, commands);
        pages::sign_in_dialog(context, &mut self.state, commands);
        pages::project_dialog(context, &mut self.state, commands);
        pages::explain_dialog(context, &mut self.state);
        pages::palette_dialog(context, &mut self.state, commands);
        if self.state.help {
            self.state.help = pages::help(context);
        }
    }
}

/// The page of the present step, between header and footer.
struct StepContent<'a> {
    state: &'a mut State,
    commands: &'a mut Commands,
}

impl Content for StepContent<'_> {
    fn page(&mut self, ui: &mut Ui) {
        pages::page(ui, self.state, self.commands);
    }

    fn pane(&mut self, ui: &mut Ui) {
        pages::pane(ui, self.state, self.commands);
    }

    fn news(&mut self, ui: &mut Ui) {
        self.state.toasts.show(ui);
    }

    fn footer(&mut self, ui: &mut Ui) {
        pages::footer(ui, self.state, self.commands);
    }
}

/// Keys that work on every page. The primary button's own key belongs to [`pages::footer`].
fn shortcuts(ui: &Ui, state: &State, commands: &mut Commands) {
    let pressed = |modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if state.closing == Closing::Asking || state.help {
        return;
    }
    if pressed(Modifiers::COMMAND, Key::K) {
        commands.push(Command::Palette);
    }
    if pressed(Modifiers::COMMAND, Key::Comma) {
        commands.push(Command::OpenSettings);
    }
    // In a field it is a sign like any other.
    let asks = |event: &Event| matches!(event, Event::Text(text) if text == "?");
    if !ui.ctx().text_edit_focused() && ui.input(|input| input.events.iter().any(asks)) {
        commands.push(Command::Help);
    }
    let route = state.route();
    match &route {
        Route::Settings => {
            let over = ui.memory(|memory| memory.top_modal_layer().is_some());
            if !over && (pressed(Modifiers::NONE, Key::Escape) || pressed(Modifiers::ALT, Key::ArrowLeft)) {
                commands.push(Command::CloseSettings);
            }
        }
        Route::Proxy(_, part) => commands.0.extend(pages::validate::back(ui, state, *part)),
        Route::SetUp(step) => {
            if pressed(Modifiers::ALT, Key::ArrowLeft) && step.back().is_some() && !state.is_running() {
                commands.push(Command::Back);
            }
        }
    }
    if pressed(Modifiers::NONE, Key::F1) {
        commands.push(Command::Help);
    }
    if pressed(Modifiers::COMMAND, Key::Q) {
        // As if the window's own button had been clicked: a run is asked about first.
        ui.ctx().send_viewport_cmd(ViewportCommand::Close);
    }
    if pressed(Modifiers::NONE, Key::F5) || pressed(Modifiers::COMMAND, Key::R) {
        commands.0.extend(pages::reload(&route));
    }
}

impl eframe::App for App {
    fn logic(&mut self, context: &Context, _frame: &mut Frame) {
        App::logic(self, context);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        App::ui(self, ui);
    }

    /// Now and then, and at the end.
    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        // Earlier versions left the size to eframe, whose own would win over ours.
        storage.remove_string("window");
        self.keep_settings();
    }

    /// egui's memory holds the undo text of fields, passwords among them.
    fn persist_egui_memory(&self) -> bool {
        false
    }
}

/// Light, dark, system, and around again.
pub(super) fn next_theme(context: &Context) -> ThemePreference {
    match context.options(|options| options.theme_preference) {
        ThemePreference::System => ThemePreference::Light,
        ThemePreference::Light => ThemePreference::Dark,
        ThemePreference::Dark => ThemePreference::System,
    }
}

/// Asks egui for another frame after `pause`, where something on the page shows passing time.
pub(super) fn tick(ui: &egui::Ui, pause: Duration) {
    ui.ctx().request_repaint_after(pause);
}
