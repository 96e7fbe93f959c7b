//! The sheet of keys and links behind F1 and the question mark.

use eframe::egui::Context;

use crate::gui::widgets::Question;
use crate::text::t;

/// Shows the sheet; `false` when it was closed.
pub fn help(context: &Context) -> bool {
    let question = Question {
        head: t!("help-title"),
        text: t!("help-text"),
        yes: t!("help-close"),
        no: t!("help-cancel"),
        destroys: false,
        name: None,
    };
    question.show(context, &mut String::new()).is_none()
}
