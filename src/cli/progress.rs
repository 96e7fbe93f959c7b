//! A run while it works: rows that are redrawn on a terminal, lines elsewhere, or JSON lines.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;

use super::args::Format;
use super::output;
use super::show::indented;
use super::wrap::wrapped;
use crate::apply::{Event, Receipt};
use crate::domain::outside::one_line;
use crate::plan::{Plan, StepId, Undone};
use crate::report::Report;
use crate::text::{labelled, padded, t};
use crate::words::{NotYet, RunWords, Wait, span};

/// What the steps are called, by their place in the plan.
pub struct Titles(BTreeMap<StepId, (usize, String)>);

impl Titles {
    /// Those of a plan.
    pub fn new(plan: &Plan) -> Self {
        let titled = |(at, step): (usize, &crate::plan::Step)| (step.id.clone(), (at + 1, plan.describe(step).title));
        Self(plan.steps.iter().enumerate().map(titled).collect())
    }

    /// The step's number; steps that are not in the plan come last.
    fn place(&self, step: &StepId) -> usize {
        self.0.get(step).map_or(usize::MAX, |(number, _)| *number)
    }

    fn row(&self, step: &StepId) -> String {
        match self.0.get(step) {
            Some((number, title)) => format!("{number:>3}  {title}"),
            None => format!("     {}", one_line(&step.0)),
        }
    }
}

/// How a run is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Rows that change in place.
    Live,
    /// One line for each thing that happens.
    Lines,
    /// One JSON object a line.
    Json,
}

impl Style {
    /// JSON where it was asked for; else rows on a terminal, and lines for people elsewhere.
    pub fn choose(format: Option<Format>) -> Self {
        match (format, output::is_terminal()) {
            (Some(Format::Json), _) => Self::Json,
            (_, true) => Self::Live,
            (_, false) => Self::Lines,
        }
    }
}

/// The column where the words of a row begin.
const WORDS: usize = 13;

/// Shows the events of one run.
pub struct RunProgress {
    style: Style,
    titles: Titles,
    /// The run as far as it was heard.
    record: Receipt,
    /// By their place in the plan.
    rows: BTreeMap<usize, StepRow>,
    stopping: bool,
    /// Lines on the terminal that the next drawing replaces.
    drawn: usize,
}

/// A step under way.
struct StepRow {
    step: StepId,
    since: u64,
    /// How long it usually takes, or that it takes longer, once that is told.
    usual: String,
    /// What is being waited for.
    words: String,
}

impl RunProgress {
    /// Nothing has happened since `record` was written.
    pub fn new(style: Style, record: Receipt) -> Self {
        let titles = Titles::new(&record.plan);
        Self { style, titles, record, rows: BTreeMap::new(), stopping: false, drawn: 0 }
    }

    /// Shows one event.
    pub fn tell(&mut self, event: &Event, now: u64) {
        if self.style == Style::Json {
            return output::json_line(event);
        }
        let line = self.take_in(event);
        match self.style {
            Style::Live => self.draw(line.as_deref(), now),
            _ => {
                if let Some(line) = line {
                    output::line(&line);
                }
            }
        }
    }

    /// Time has passed.
    pub fn tick(&mut self, now: u64) {
        if self.style == Style::Live {
            self.draw(None, now);
        }
    }

    /// Somebody asked to stop; `again` when not for the first time.
    pub fn stopping(&mut self, again: bool) {
        self.stopping = true;
        let words = if again { t!("cli-stopping-now") } else { t!("cli-stopping") };
        match self.style {
            Style::Live => self.draw(Some(words), 0),
            _ => output::aside(words),
        }
    }

    /// Takes the rows away; what is done stays.
    pub fn end(&mut self) {
        self.rows.clear();
        if self.style == Style::Live {
            self.erase();
        }
    }

    /// Keeps what the event says of the steps under way; returns the line that stays.
    fn take_in(&mut self, event: &Event) -> Option<String> {
        self.record.follow(event);
        match event {
            Event::RunStarted { steps, receipt, .. } => {
                Some(t!("cli-run-started", count = steps.len(), receipt = receipt.display().to_string()))
            }
            Event::StepStarted { at, step } => {
                self.rows.insert(
                    self.titles.place(step),
                    StepRow { step: step.clone(), since: *at, usual: String::new(), words: String::new() },
                );
                None
            }
            Event::StepWaiting { step, state, what, elapsed_secs, usual_secs, usual_max_secs, limit_secs, .. } => {
                let wait = Wait {
                    state,
                    what,
                    elapsed_secs: *elapsed_secs,
                    usual_secs: *usual_secs,
                    usual_max_secs: *usual_max_secs,
                    limit_secs: *limit_secs,
                };
                let what = wait.what_words(self.record.plan.auth_mode());
                self.say(step, wait.pace_words(), labelled!(state, what))
            }
            Event::Retrying { step, attempt, pause_secs, why, .. } => {
                self.say(step, String::new(), t!("cli-retrying", attempt = *attempt, secs = *pause_secs, why = why))
            }
            Event::StepDone { step, unsettled, took_ms, undone, .. } => {
                self.rows.remove(&self.titles.place(step));
                let made = if unsettled.is_some() { t!("cli-made") } else { t!("cli-passed") };
                let verdict = undone.as_ref().map_or(made, undone_word);
                let mut line =
                    format!("{}{}  ({})", word(verdict), self.titles.row(step), span(took_ms.div_ceil(1000)));
                if let Some(Undone::Kept { why, .. }) = undone {
                    let _ = write!(line, "\n{}", indented(&one_line(&why.to_string()), WORDS));
                }
                if let Some(not_yet) = NotYet::all(&self.record).iter().find(|not_yet| not_yet.step == *step) {
                    let _ = write!(line, "\n{}", indented(&not_yet.sentence, WORDS));
                }
                Some(line)
            }
            Event::StepFailed { step, error, .. } => {
                self.rows.remove(&self.titles.place(step));
                let report = Report::from(error.clone()).to_string();
                Some(format!("{}{}\n{}", word(t!("cli-failed")), self.titles.row(step), indented(&report, WORDS)))
            }
            Event::Log { .. } | Event::Saved { .. } | Event::Stopped { .. } | Event::Finished { .. } => None,
        }
    }

    /// Sets a row's words; a line for it where they are new and rows are not redrawn.
    fn say(&mut self, step: &StepId, usual: String, words: String) -> Option<String> {
        let row = self.rows.get_mut(&self.titles.place(step))?;
        // AWS's word for what it waits for; and a row is one line.
        let words = one_line(&words).into_owned();
        let is_new = row.words != words || row.usual != usual;
        row.words = words;
        row.usual = usual;
        (is_new && self.style == Style::Lines).then(|| {
            let title = self.titles.row(step);
            format!("{}{title}{}\n{}", word(t!("cli-waiting")), after(&row.usual), indented(&row.words, WORDS))
        })
    }

    fn erase(&mut self) {
        if self.drawn > 0 {
            let mut out = std::io::stdout().lock();
            let _ = write!(out, "\x1b[{}A\x1b[J", self.drawn);
            let _ = out.flush();
            self.drawn = 0;
        }
    }

    /// Draws `line` to stay, and the rows under it.
    fn draw(&mut self, line: Option<&str>, now: u64) {
        let (width, height) = terminal_size::terminal_size()
            .map_or((80, 24), |(width, height)| (usize::from(width.0), usize::from(height.0)));
        let mut frame = if self.drawn > 0 { format!("\x1b[{}A\x1b[J", self.drawn) } else { String::new() };
        if let Some(line) = line {
            frame.push_str(&output::for_out(line));
            frame.push('\n');
        }
        // A row as wide as the terminal may be followed by an empty one.
        let fit = |line: &str| wrapped(line, width.saturating_sub(1), WORDS);
        let mut lines: Vec<String> = Vec::new();
        for row in self.rows.values() {
            let title = self.titles.row(&row.step);
            let elapsed = span(now.saturating_sub(row.since));
            lines.extend(fit(&format!("{}{title}  {elapsed}{}", word(t!("cli-working")), after(&row.usual))));
            if !row.words.is_empty() {
                lines.extend(fit(&indented(&row.words, WORDS)));
            }
        }
        let badge = if self.stopping { t!("cli-stopping").to_owned() } else { RunWords::new(&self.record, true).badge };
        let badge = fit(&badge);
        // What does not fit could not be erased again.
        lines.truncate(height.saturating_sub(badge.len() + 1));
        lines.extend(badge);
        for line in &lines {
            frame.push_str(&output::for_out(line));
            frame.push('\n');
        }
        self.drawn = lines.len();
        let mut out = std::io::stdout().lock();
        let _ = out.write_all(frame.as_bytes());
        let _ = out.flush();
    }
}

/// What a line says of its step, before the step's number.
fn word(said: &str) -> String {
    padded(said, 8)
}

/// Behind other words, in parentheses; nothing for nothing.
fn after(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!(" ({words})") }
}

fn undone_word(undone: &Undone) -> &'static str {
    match undone {
        Undone::Removed => t!("cli-removed"),
        Undone::Restored => t!("cli-restored"),
        Undone::AlreadyGone => t!("cli-gone"),
        Undone::Kept { .. } => t!("cli-kept"),
    }
}
