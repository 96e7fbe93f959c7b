//! SetupContent was begun on this machine: a row each for runs, drafts and files that cannot be read, with what
//! can be done about them. The likely act stands last, so that the column lines up.

use eframe::egui::{Align, Layout, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::stands::stands;
use crate::accounts::ScenarioOffer;
use crate::apply::{At, Receipt, Standing};
use crate::domain::account::{Account, Mode};
use crate::gui::command::{Command, Commands};
use crate::gui::drafts::Draft;
use crate::gui::icon::Icon;
use crate::gui::pages::times::moment;
use crate::gui::rich::{Fit, Rich, galley, label, on_hover};
use crate::gui::setups::{SetupContent, SetupFile};
use crate::gui::state::State;
use crate::gui::steps::WizardStep;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Button, FAR_PATH, Input, ListRow, Question, Sign, card_frame, icon_cell};
use crate::text::{series, t};
use crate::words::{Confirmation, RunWords, ask_to_undo};

const ROW: f32 = 50.0;
/// In rows wider than this the path stands before the words.
const PATHS: f32 = 640.0;
/// More rows than this are scrolled and searched.
const ROOM: usize = 4;

/// SetupContent the list keeps.
#[derive(Default)]
pub struct SetupsLook {
    search: String,
    asked: Option<SetupQuestion>,
    typed: String,
}

/// A question about one file.
struct SetupQuestion {
    about: SetupFile,
    undo: bool,
}

pub fn setups(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    if state.setups.is_empty() {
        return;
    }
    let look = &mut state.pages.account.setups;
    let scenarios = &state.scenarios;
    let all = state.setups.len();
    let shown: Vec<&SetupFile> = state.setups.iter().filter(|kept| all <= ROOM || kept.matches(&look.search)).collect();
    head(ui, all, shown.len(), &mut look.search);
    card_frame(ui).inner_margin(1).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        if shown.is_empty() {
            ui.add_space(14.0);
            ui.vertical_centered(|ui| label(ui, t!("setups-none"), Font::Body, tokens(ui).text_muted));
            ui.add_space(14.0);
        }
        #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
        let most = ROW * (ROOM as f32 + 0.5);
        ScrollArea::vertical().id_salt("setups").max_height(most).auto_shrink([false, true]).show(ui, |ui| {
            for (nth, kept) in shown.into_iter().enumerate() {
                if let Some(asked) = row(ui, kept, scenarios, nth == 0, commands) {
                    look.asked = Some(asked);
                    look.typed.clear();
                }
            }
        });
    });
    ui.add_space(8.0);
}

fn head(ui: &mut Ui, all: usize, shown: usize, search: &mut String) {
    let colors = tokens(ui);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 32.0), Layout::right_to_left(Align::Center), |ui| {
        if all > ROOM {
            let count = if search.is_empty() { String::new() } else { t!("setups-count", shown = shown, all = all) };
            let input = Input::new(t!("setups-search")).icon(Icon::Search).hint(t!("setups-hint")).after(&count);
            input.prose().width(240.0).show(ui, search);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            label(ui, t!("setups-head"), Font::Heading, colors.text);
            label(ui, &t!("setups-here", count = all), Font::Small, colors.text_muted);
        });
    });
}

/// One file; the question that its buttons raise.
fn row(
    ui: &mut Ui,
    kept: &SetupFile,
    scenarios: &[ScenarioOffer],
    first: bool,
    commands: &mut Commands,
) -> Option<SetupQuestion> {
    let colors = tokens(ui);
    let (sign, says) = standing(kept);
    // A reason is never cut.
    let fit = if matches!(kept.what, SetupContent::Unreadable(_)) {
        Fit::Wrap(ui.available_width() - 46.0)
    } else {
        Fit::Elide(ui.available_width())
    };
    let height = galley(ui, &says, Font::Small, colors.text, fit).size().y + ROW - 16.0;
    let (line, _) = ListRow::new(ui, height.max(ROW), Sense::hover());
    if !first {
        line.rule_above(ui);
    }
    let mut line = line.inset(12.0, 12.0);
    let asked = line.trail(ui, &kept.path, |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        acts(ui, kept, commands)
    });

    let place = kept.account().map(|account| place(account, scenarios)).unwrap_or_default();
    let name = kept.name();
    let mut words = line.room().shrink2(vec2(0.0, 6.0));
    if line.rect().width() > PATHS {
        stands(ui, words, &kept.what);
        words = words.with_min_x(words.left() + FAR_PATH + 16.0);
    }
    let response = ui.interact(words, ui.unique_id().with(("setup", &kept.path)), Sense::hover());
    let spoken = [name.as_str(), &place, &says].map(str::to_owned).into_iter().filter(|part| !part.is_empty());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, series(spoken.clone())));
    text(ui, words, (&name, &place), sign, &says);
    on_hover(response, &says);
    asked
}

/// The account as people know it; practice accounts by what is practised in them.
fn place(account: &Account, scenarios: &[ScenarioOffer]) -> String {
    let of_practice = |offer: &&ScenarioOffer| account.mode == Mode::Practice && offer.account_id == account.id;
    match scenarios.iter().find(of_practice) {
        Some(offer) => format!("{} · {}", t!("practice-name"), offer.title),
        None => format!("{} · {}", account.label(), account.region),
    }
}

/// Name and account, and below them where it stands.
fn text(ui: &mut Ui, words: Rect, (name, place): (&str, &str), sign: Sign, says: &str) {
    let colors = tokens(ui);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(words).id_salt(("words", name)));
    ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
    let head = Rich::new().exact(name, Font::Strong, colors.text).gap(8.0, Font::Small);
    head.add(place, Font::Small, colors.text_muted).line(&mut ui, 0.0);
    let says = Rich::new().add(says, Font::Small, colors.text);
    ui.horizontal_top(|ui| {
        icon_cell(ui, sign.icon(), 14.0, 16.0, sign.ink(colors));
        if words.height() > ROW - 12.0 { says.draw(ui) } else { drop(says.line(ui, 0.0)) }
    });
}

/// Where it stands, in words.
fn standing(kept: &SetupFile) -> (Sign, String) {
    match &kept.what {
        SetupContent::Run(receipt) => run_in_words(receipt),
        SetupContent::Draft(draft) => (Sign::Change, draft_in_words(draft)),
        SetupContent::Unreadable(why) => (Sign::Unknown, t!("setup-unreadable", why = why.as_str())),
    }
}

fn run_in_words(receipt: &Receipt) -> (Sign, String) {
    let sign = match Standing::count(receipt).at {
        At::Finished | At::NothingToDo => Sign::Done,
        At::Undone => Sign::Restored,
        At::NotBegun => Sign::ToDo,
        At::Failed => Sign::Failed,
        At::Applying | At::Stopped | At::NotWorking | At::Undoing | At::LeftBehind => Sign::Warning,
    };
    let badge = RunWords::new(receipt, false).badge;
    (sign, t!("setup-stands", badge = badge, when = moment(receipt.updated_at)))
}

fn draft_in_words(draft: &Draft) -> String {
    let choices = &draft.choices;
    let things = [choices.database.as_str(), choices.function.as_str()];
    let things: Vec<&str> = things.into_iter().filter(|thing| !thing.is_empty()).collect();
    t!("setup-draft", things = things.join(" · "), when = moment(draft.saved_at))
}

/// The buttons, from right to left.
fn acts(ui: &mut Ui, kept: &SetupFile, commands: &mut Commands) -> Option<SetupQuestion> {
    let name = kept.name();
    let path = || kept.path.clone();
    let mut asked = None;
    let button = |ui: &mut Ui, likely: bool, icon: Option<Icon>, words: &str| {
        let spoken = t!("setup-act", act = words.trim_end_matches('…'), name = name.as_str());
        let button = if likely { Button::secondary(words) } else { Button::quiet(words) };
        let button = match icon {
            Some(icon) => button.icon(icon),
            None => button,
        };
        button.compact().named(&spoken).show(ui).clicked()
    };
    match &kept.what {
        SetupContent::Unreadable(_) => {}
        SetupContent::Draft(_) => {
            if button(ui, true, Some(Icon::Play), t!("run-continue")) {
                commands.push(Command::TakeDraft(path()));
            }
            if button(ui, false, None, t!("setup-delete")) {
                asked = Some(SetupQuestion { about: kept.clone(), undo: false });
            }
        }
        SetupContent::Run(receipt) => {
            let Standing { at, to_undo, .. } = Standing::count(receipt);
            let temporary = receipt.plan.is_temporary();
            let undoes = temporary || matches!(at, At::Undoing | At::LeftBehind);
            let open = receipt.is_open();
            let on = if temporary { (Icon::Undo2, t!("lane-left-remove")) } else { (Icon::Play, t!("run-continue")) };
            if open && button(ui, true, Some(on.0), on.1) {
                commands.push(if undoes { Command::Undo(path()) } else { Command::Resume(path()) });
            }
            if button(ui, !open, None, t!("setup-open")) {
                commands.push(Command::Show { receipt: path(), at: WizardStep::Apply });
            }
            let made = !temporary && matches!(at, At::Finished | At::NotWorking | At::NothingToDo);
            if made && button(ui, false, None, t!("setup-check")) {
                commands.push(Command::Show { receipt: path(), at: WizardStep::Check });
            }
            if (made || at == At::Undone)
                && receipt.plan.setup().is_some()
                && button(ui, false, None, t!("step-export"))
            {
                commands.push(Command::Show { receipt: path(), at: WizardStep::Export });
            }
            let may_undo = to_undo > 0 && !undoes;
            if may_undo && button(ui, false, None, t!("run-undo")) {
                asked = Some(SetupQuestion { about: kept.clone(), undo: true });
            }
            // SetupContent is finished and can be undone is not forgotten by a slip.
            if (open || to_undo == 0) && button(ui, false, None, t!("run-discard")) {
                asked = Some(SetupQuestion { about: kept.clone(), undo: false });
            }
        }
    }
    asked
}

/// Asks before a file is forgotten or a run undone.
pub fn questions(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let look = &mut state.pages.account.setups;
    let Some(SetupQuestion { about, undo }) = &look.asked else { return };
    let name = about.name();
    let account = about.account().map(|account| account.label().to_owned()).unwrap_or_default();
    let plain = |question: &str, text: String, yes: &str| Confirmation {
        question: question.to_owned(),
        text,
        yes: yes.to_owned(),
    };
    let ask = match &about.what {
        SetupContent::Run(receipt) if *undo => ask_to_undo(receipt, &account),
        SetupContent::Run(receipt) if receipt.to_undo().is_empty() => {
            plain(t!("discard-head"), t!("forget-text", account = account), t!("discard-yes"))
        }
        SetupContent::Run(_) => plain(t!("discard-head"), t!("discard-text", account = account), t!("discard-yes")),
        SetupContent::Draft(_) | SetupContent::Unreadable(_) => {
            plain(t!("draft-head"), t!("draft-text").to_owned(), t!("draft-yes"))
        }
    };
    let question = Question {
        head: &ask.question,
        text: &ask.text,
        yes: &ask.yes,
        no: t!("cancel"),
        destroys: true,
        // Where something is taken away that nothing brings back.
        name: matches!(&about.what, SetupContent::Run(receipt) if !receipt.to_undo().is_empty())
            .then_some(name.as_str()),
    };
    match question.show(ui.ctx(), &mut look.typed) {
        Some(true) => {
            let path = about.path.clone();
            commands.push(if *undo { Command::Undo(path) } else { Command::Discard(path) });
            look.asked = None;
        }
        Some(false) => look.asked = None,
        None => {}
    }
}
