//! The database is changed only after a question.

use eframe::egui::Ui;

use crate::gui::command::{Command, Commands};
use crate::gui::proving;
use crate::gui::state::State;
use crate::gui::widgets::Question;
use crate::prove::Deed;
use crate::text::t;

pub fn consent(ui: &Ui, state: &mut State, count: usize, commands: &mut Commands) {
    let Some(deed) = state.pages.user.asking else { return };
    let account = state.connection().map_or("", |connection| connection.account.label()).to_owned();
    let database = state.seen().and_then(|observed| observed.database.present()).map(|database| database.id.clone());
    let database = database.unwrap_or_default();
    let look = &mut state.pages.user;
    let (user, login) = (look.user().to_owned(), look.login_as.trim().to_owned());
    let drops = deed == Deed::Drop;
    let head = match drops {
        true => t!("user-ask-drop", user = user.as_str(), database = database.as_str()),
        false => t!("user-ask", count = count, database = database.as_str()),
    };
    let text = match drops {
        true => t!("user-ask-drop-text", user = user.as_str(), login = login.as_str(), account = account.as_str()),
        false => t!("user-ask-text", user = user.as_str(), login = login.as_str(), account = account.as_str()),
    };
    let question = Question {
        head: &head,
        text: &text,
        yes: if drops { t!("user-ask-drop-yes") } else { t!("user-ask-yes") },
        no: t!("own-ask-no"),
        destroys: drops,
        name: None,
    };
    if let Some(yes) = question.show(ui.ctx(), &mut String::new()) {
        look.asking = None;
        if yes {
            commands.push(Command::Prove(proving::ProvingAsk::VisitUser(deed)));
        }
    }
}
