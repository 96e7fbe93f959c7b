//! A report as the window shows it: what failed, why, and what to do next, ready to copy.

use eframe::egui::Ui;

use crate::gui::widgets::{Code, ErrorReport, Fact, Language, code_block};
use crate::report::Report;
use crate::text::{Sentence, t};

/// Shows `report` with the caller's buttons, and what there is to copy above them.
pub fn failure<R>(ui: &mut Ui, report: &Report, buttons: impl FnOnce(&mut Ui) -> R) -> R {
    let said = |sentences: &[Sentence]| sentences.iter().map(ToString::to_string).collect::<Vec<_>>();
    let (head, causes, hints) = (report.title.to_string(), said(&report.causes), said(&report.hints));
    let cause = causes.first().map_or("", String::as_str);
    let mut evidence: Vec<Fact<'_>> = causes.iter().skip(1).map(|cause| Fact::new(t!("failure-said"), cause)).collect();
    evidence.extend(hints.iter().map(|hint| Fact::new(t!("failure-next"), hint)));
    let told = ErrorReport { head: &head, cause, evidence: &evidence };
    told.show(ui, |ui| {
        if let Some(copy) = &report.copy {
            ui.vertical(|ui| {
                let language = if copy.starts_with('{') { Language::Json } else { Language::Shell };
                code_block(ui, Code::new(copy, language));
                ui.horizontal(buttons).inner
            })
            .inner
        } else {
            buttons(ui)
        }
    })
}
