//! The same login for other programs. A token is signed when it is copied, and is never shown.

use eframe::egui::Ui;

use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::login_line::LoginProgram;
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Button, Code, Language, card, code_block, icon_line};
use crate::probe::{Protocol, jdbc_urls, terminal_line};
use crate::text::t;

pub fn clients(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let Some(connection) = state.connection() else { return };
    let Ok(target) = state.pages.connect.target(&connection.account) else { return };
    if state.pages.connect.by_password {
        return;
    }
    let target = state.tunnelling.through(target);
    let colors = tokens(ui);
    label(ui, t!("clients-head"), Font::Strong, colors.text);
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        let name = if target.protocol == Protocol::Mysql { "mysql" } else { "psql" };
        label(ui, &format!("`{name}`"), Font::Dense, colors.text);
        code_block(ui, Code::new(&terminal_line(&target), Language::Shell));
        if Button::secondary(&t!("clients-copy-line", name = name)).icon(Icon::Terminal).show(ui).clicked() {
            commands.push(Command::CopyLogin(LoginProgram::Terminal));
        }
        ui.add_space(4.0);
        label(ui, t!("clients-jdbc"), Font::Dense, colors.text);
        for (driver, url) in jdbc_urls(&target) {
            label(ui, driver, Font::Small, colors.text_muted);
            code_block(ui, Code::new(&url, Language::Text));
        }
        if Button::secondary(t!("clients-copy-token")).icon(Icon::KeyRound).show(ui).clicked() {
            commands.push(Command::CopyLogin(LoginProgram::Password));
        }
        if target.via.is_some() {
            icon_line(ui, Icon::BadgeCheck, t!("clients-near-end"));
        }
        icon_line(ui, Icon::Timer, t!("clients-valid"));
        icon_line(ui, Icon::LockKeyhole, t!("clients-hidden"));
    });
}
