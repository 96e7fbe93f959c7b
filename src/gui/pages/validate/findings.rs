//! What was found of the proxy: the answer as the title, and everything behind it. While it is read
//! for the first time, how far that is.

use std::path::Path;
use std::time::{Duration, Instant};

use eframe::egui::{Margin, Role, Sense, Ui, WidgetInfo};

use crate::domain::finding::Severity;
use crate::domain::observed::Part as Read;
use crate::domain::policy::{Document, Statement};
use crate::earlier::Drift;
use crate::gui::accepting;
use crate::gui::app::tick;
use crate::gui::command::{Command, Commands};
use crate::gui::frame::{page_head, page_head_with};
use crate::gui::icon::Icon;
use crate::gui::pages::findings::{Again, FindingWish, ShownFindings, findings, read_ago};
use crate::gui::pages::save;
use crate::gui::pages::times::moment;
use crate::gui::rich::{Rich, spoken};
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::validation::{Part, Reading, Validated, ValidationAsk, gone_words};
use crate::gui::widgets::{
    Button, Callout, ListRow, PathPart, Sign, card_frame, copy_button, empty_state, share_bar, skeleton,
};
use crate::plan::Wish as Mend;
use crate::rules::{Picture, picture};
use crate::text::{grouped, sentences, t};

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let now = Instant::now();
    let door = &state.validation;
    let at = door.picked();
    let reading = door.reading.as_ref().filter(|reading| reading.at == at);
    let Some(result) = door.result() else {
        match reading {
            Some(reading) => first_reading(ui, reading, now),
            None => nothing(ui, commands),
        }
        return;
    };
    let seen = picture(&result.checked.observed, &result.checked.verdict);
    let rule = reading.and_then(|reading| reading.only.as_deref());
    let whole = reading.filter(|reading| reading.only.is_none());
    let sentence = sentence(ui, result, whole, &seen, now);
    let bundle = door.bundle.as_ref().map(|bundle| bundle_words(&bundle.path, result, &seen));
    let (title, sentence) = answer(result, &seen, bundle.clone().unwrap_or(sentence));
    let drift = result.drift.as_ref().and_then(Drift::summary);
    let sentence = drift
        .map_or_else(|| sentence.clone(), |drift| t!("head-and-text", head = drift.as_str(), text = sentence.as_str()));
    page_head_with(ui, &title, &sentence, |ui| save::report_button(ui, commands));
    unreadable(ui, result, commands);
    let again = bundle.is_none().then_some(Again { result, busy: reading.is_some(), rule, now });
    let aside = aside(result);
    let shown = ShownFindings {
        result: result.number,
        checked: &result.checked,
        picture: &seen,
        aside: &aside,
        mended: &result.mended,
        before: result.before.as_ref(),
        again,
    };
    let look = state.pages.validate.findings.entry(at).or_default();
    match findings(ui, &shown, look) {
        Some(FindingWish::Recheck(code)) => commands.push(Command::Validate(ValidationAsk::Recheck(code))),
        Some(FindingWish::Fix(code)) => {
            commands.push(Command::Validate(ValidationAsk::Repair(Mend::Codes(vec![code]))))
        }
        Some(FindingWish::History(subject)) => commands.push(Command::Validate(ValidationAsk::History(subject))),
        Some(FindingWish::Accept(rule, subject)) => {
            commands.push(Command::Accept(accepting::AcceptingAsk::Accept { rule, subject }));
        }
        Some(FindingWish::ReadSecrets) => {
            state.validation.question.read_secrets = true;
            commands.push(Command::Validate(ValidationAsk::Run));
        }
        None => {}
    }
}

/// Title and sentence: the answer, and what is gone since the last one. Where nothing is in error any
/// more, what is gone is the answer.
fn answer(result: &Validated, seen: &Picture, sentence: String) -> (String, String) {
    match gone_words(&result.mended) {
        None => (seen.title.clone(), sentence),
        Some(gone) if result.checked.verdict.count(Severity::Error) == 0 => {
            (gone, t!("head-and-text", head = seen.title.as_str(), text = sentence))
        }
        Some(gone) => (seen.title.clone(), t!("head-and-text", head = gone, text = sentence)),
    }
}

/// Counts, and how old they are or how far the new reading is.
fn sentence(ui: &Ui, result: &Validated, reading: Option<&Reading>, seen: &Picture, now: Instant) -> String {
    let mut age = match reading {
        Some(reading) => {
            tick(ui, Duration::from_millis(200));
            t!("validate-reading-again", answered = reading.progress.answered(), sent = reading.progress.sent())
        }
        None => {
            let age = read_ago(ui, now.saturating_duration_since(result.at));
            let took = grouped(format!("{:.1}", result.took.as_secs_f32().max(0.1)));
            t!("validate-took", age = age, seconds = took, calls = result.calls)
        }
    };
    if let Some(first) = age.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentences([seen.summary.as_str(), &age])
}

/// Whose findings these are, where they were not read here.
fn bundle_words(path: &Path, result: &Validated, seen: &Picture) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let at = result.checked.observed.at.and_then(|at| u64::try_from(at).ok());
    let read = match at {
        Some(at) => t!("bundle-read-at", name = name, when = moment(at)),
        None => t!("bundle-read", name = name),
    };
    sentences([seen.summary.as_str(), &read])
}

/// Who logs in how, and whose function it is.
fn aside(result: &Validated) -> String {
    let mode = result.checked.verdict.auth_mode.map(|mode| t!("validate-login", mode = mode.to_string()));
    let function = result.question.function.as_ref().map(|function| t!("validate-as", function = function.to_string()));
    [mode, function].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Without the proxy itself nearly nothing can be decided: said before everything else.
fn unreadable(ui: &mut Ui, result: &Validated, commands: &mut Commands) {
    let proxy = result.question.proxy.as_str();
    match &result.checked.observed.proxy {
        Read::Unreadable(why) if why.denied => {
            let policy = Document::new(vec![Statement::allow(None, why.operation.as_str(), "*")]).to_json();
            let head = t!("validate-denied", operation = why.operation.as_str());
            Callout::new(Sign::Unknown, &head, t!("validate-denied-text"))
                .show_with(ui, |ui| drop(copy_button(ui, t!("copy-policy"), &policy)));
        }
        Read::Unreadable(why) => {
            let head = t!("validate-failed", operation = why.operation.as_str());
            Callout::new(Sign::Error, &head, &why.because).show(ui);
        }
        Read::Absent => {
            let head = t!("validate-absent", proxy = proxy);
            Callout::new(Sign::Error, &head, t!("validate-absent-text")).show_with(ui, |ui| {
                if Button::secondary(t!("validate-pick-other")).compact().show(ui).clicked() {
                    commands.push(Command::Validate(ValidationAsk::Show(Part::Question)));
                }
            });
        }
        Read::Present(_) | Read::NotAsked => {}
    }
}

fn nothing(ui: &mut Ui, commands: &mut Commands) {
    page_head(ui, t!("check-none"), t!("check-none-text"), &[PathPart::Proxy]);
    empty_state(ui, Icon::Stethoscope, t!("check-none"), t!("validate-locked"), |ui| {
        if Button::secondary(t!("validate-pick-other")).show(ui).clicked() {
            commands.push(Command::Validate(ValidationAsk::Show(Part::Question)));
        }
    });
}

/// Nothing to show yet but what is being done.
fn first_reading(ui: &mut Ui, reading: &Reading, now: Instant) {
    let title = t!("validate-reading", proxy = reading.question.proxy.as_str());
    page_head(ui, &title, t!("validate-reading-sentence"), &[PathPart::FirstHop, PathPart::Proxy, PathPart::SecondHop]);
    progress(ui, reading, now);
    ui.add_space(8.0);
    skeleton(ui, 5);
}

/// How many calls were answered, the one that was sent last, and how long it has taken.
fn progress(ui: &mut Ui, reading: &Reading, now: Instant) {
    let colors = tokens(ui);
    let (sent, answered) = (reading.progress.sent(), reading.progress.answered());
    let seconds = now.saturating_duration_since(reading.since).as_secs();
    let waiting = reading.progress.waiting_for();
    let waiting = if waiting.is_empty() { waiting } else { t!("validate-waiting-for", call = waiting) };
    let words = t!("validate-progress", answered = answered, sent = sent);
    let time = t!("validate-progress-time", seconds = seconds);
    card_frame(ui).inner_margin(Margin::symmetric(14, 12)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let (mut row, response) = ListRow::new(ui, 20.0, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, spoken(&words)));
        row.spinner(ui);
        row.value(ui, Rich::new().add(&time, Font::Small, colors.text_muted));
        let line = Rich::new().add(&words, Font::Strong, colors.text).gap(10.0, Font::Small);
        row.title(ui, line.add(&waiting, Font::Small, colors.text_muted));
        #[expect(clippy::cast_precision_loss, reason = "counts of calls")]
        let share = answered as f32 / sent.max(1) as f32;
        share_bar(ui, ui.available_width(), share);
    });
}
