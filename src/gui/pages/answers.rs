//! A typed answer: its field, the value design would take, what is wrong with it and the cure.

use eframe::egui::{Id, Ui};

use crate::design::Problem;
use crate::gui::widgets::{Field, Note};
use crate::text::t;

/// One choice that can be typed. Absent means what design takes by itself.
pub struct AnsweredField<'a> {
    pub label: &'a str,
    pub optional: bool,
    pub hint: &'a str,
    /// Said below while nothing is wrong.
    pub note: Note<'a>,
    pub problem: Option<&'a Problem>,
    pub id: Option<Id>,
    /// Words of a cure that is no other value: the caller knows it.
    pub way_out: Option<&'a str>,
}

impl<'a> AnsweredField<'a> {
    pub fn new(label: &'a str, note: Note<'a>, problem: Option<&'a Problem>) -> Self {
        Self { label, optional: false, hint: "", note, problem, id: None, way_out: None }
    }

    pub fn optional(mut self, hint: &'a str) -> Self {
        self.optional = true;
        self.hint = hint;
        self
    }

    pub fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    pub fn way_out(mut self, words: &'a str) -> Self {
        self.way_out = Some(words);
        self
    }

    /// Shows the field over `value`; `default` is what stands there while nothing was chosen.
    /// True when the way out was taken.
    pub fn show(self, ui: &mut Ui, value: &mut Option<String>, default: &str) -> bool {
        let mut text = value.clone().unwrap_or_else(|| default.to_owned());
        let wrong = self.problem.map(wrong_words);
        let cure =
            self.problem.and_then(|problem| problem.suggestion.as_deref()).map(|cure| t!("use-this", value = cure));
        let note = match &wrong {
            Some(words) => Note::Wrong(words, cure.as_deref().or(self.way_out)),
            None => self.note,
        };
        let mut field = Field::new(self.label).note(note).input(|input| input.hint(self.hint));
        if let Some(id) = self.id {
            field = field.input(|input| input.id(id));
        }
        if self.optional {
            field = field.optional();
        }
        let reply = field.show(ui, &mut text);
        if reply.response.changed() {
            // The default typed out is still the default; an empty optional field is no answer.
            *value = (text != default && !(self.optional && text.is_empty())).then_some(text);
        }
        if reply.cured && cure.is_some() {
            *value = self.problem.and_then(|problem| problem.suggestion.clone());
        }
        reply.cured && cure.is_none()
    }
}

/// What is wrong and what to do, as it stands under a field.
pub fn wrong_words(problem: &Problem) -> String {
    t!("head-and-text", head = problem.title.as_str(), text = problem.cure.as_str())
}
