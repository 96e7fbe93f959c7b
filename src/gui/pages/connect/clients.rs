//! The same login for other programs. A token is signed when it is copied, and is never shown.

use eframe::egui::Ui;

use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::login_line::{Client, jdbc_url, terminal_line};
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Button, Code, Language, card, code_block, icon_line};
use crate::probe::{Protocol, Via};
use crate::text::t;

pub fn clients(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let Some(connection) = state.connection() else { return };
    let form = &state.pages.connect.form;
    let Ok(mut target) = state.pages.connect.target(&connection.account) else { return };
    if state.pages.connect.by_password {
        return;
    }
    // The near end of the tunnel whose line is shown.
    if !form.carrier.trim().is_empty()
        && let Some(needs) = state.tunnel
    {
        target = target.via(Some(Via { host: "127.0.0.1".to_owned(), port: needs.port }));
    }
    let colors = tokens(ui);
    label(ui, t!("clients-head"), Font::Strong, colors.text);
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        let name = if target.protocol == Protocol::Mysql { "mysql" } else { "psql" };
        label(ui, &format!("`{name}`"), Font::Dense, colors.text);
        code_block(ui, Code::new(&terminal_line(&target), Language::Shell));
        if Button::secondary(&t!("clients-copy-line", name = name)).icon(Icon::Terminal).show(ui).clicked() {
            commands.push(Command::CopyLogin(Client::Terminal));
        }
        ui.add_space(4.0);
        label(ui, t!("clients-jdbc"), Font::Dense, colors.text);
        code_block(ui, Code::new(&jdbc_url(&target), Language::Text));
        if Button::secondary(t!("clients-copy-token")).icon(Icon::KeyRound).show(ui).clicked() {
            commands.push(Command::CopyLogin(Client::Password));
        }
        icon_line(ui, Icon::Timer, t!("clients-valid"));
        icon_line(ui, Icon::LockKeyhole, t!("clients-hidden"));
    });
}
