//! Where to connect and as whom, filled in from the proxy that was checked or set up.

use eframe::egui::Ui;

use crate::domain::database::EngineFamily;
use crate::domain::proxy::{AuthMode, Proxy};
use crate::domain::proxy_at::ProxyAt;
use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Field, Note, Password, card, field_label, segmented};
use crate::rules;
use crate::text::t;

/// What is typed.
#[derive(Default)]
pub struct ConnectForm {
    pub host: String,
    pub port: String,
    pub user: String,
    pub database: String,
    pub via: String,
    /// What carries a tunnel that is opened first.
    pub carrier: String,
    pub ca: String,
    pub postgresql: bool,
}

/// Fills the form once for each proxy; what was typed since stays.
pub fn fill(state: &mut State) {
    let checked = state.seen();
    let Some(proxy) = checked.and_then(|seen| seen.proxy.present()) else { return };
    let key = format!("{} {}", proxy.arn, proxy.endpoint.as_deref().unwrap_or_default());
    if state.pages.connect.filled_for.as_deref() == Some(&key) {
        return;
    }
    let own = state.designed.setup.as_ref().filter(|setup| {
        let ProxyAt { account, region, name } = state.validation.at(&proxy.name);
        (&setup.account.id, &setup.account.region, &setup.proxy.name) == (&account, &region, &name)
    });
    let shape_user = checked.and_then(|seen| seen.secret_shape.present()).and_then(|shape| shape.username.clone());
    let of_function = checked.and_then(|seen| rules::database_user(seen, proxy)).map(|user| user.name);
    let user = own.map(|setup| setup.db_user.clone()).or(shape_user).or(of_function).unwrap_or_default();
    let database = own
        .and_then(|setup| setup.database.database_name.clone())
        .or_else(|| checked.and_then(|seen| seen.database.present()).and_then(|found| found.database_name.clone()))
        .unwrap_or_default();
    let by_password = proxy.auth_mode() == AuthMode::Password;
    let form = from_proxy(proxy, user, database);
    // What was tried and typed was about another proxy.
    state.attempt.clear();
    state.stages.clear();
    let look = &mut state.pages.connect;
    drop(look.password.take());
    look.form = ConnectForm {
        via: std::mem::take(&mut look.form.via),
        carrier: std::mem::take(&mut look.form.carrier),
        ca: std::mem::take(&mut look.form.ca),
        ..form
    };
    look.by_password = by_password;
    look.filled_for = Some(key);
}

fn from_proxy(proxy: &Proxy, user: String, database: String) -> ConnectForm {
    ConnectForm {
        host: proxy.endpoint.clone().unwrap_or_default(),
        port: proxy.engine_family.proxy_port().to_string(),
        user,
        database,
        via: String::new(),
        carrier: String::new(),
        ca: String::new(),
        postgresql: proxy.engine_family == EngineFamily::Postgresql,
    }
}

pub fn fields(ui: &mut Ui, state: &mut State) {
    let look = &mut state.pages.connect;
    let form = &mut look.form;
    label(ui, t!("connect-where"), Font::Strong, tokens(ui).text);
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 12.0;
        Field::new(t!("connect-host"))
            .input(|input| input.hint("NAME.proxy-….REGION.rds.amazonaws.com"))
            .note(Note::Why(t!("connect-host-why")))
            .show(ui, &mut form.host);
        ui.spacing_mut().item_spacing.x = 12.0;
        ui.columns(3, |cells| {
            let [port, user, database] = cells else { return };
            Field::new(t!("connect-port")).show(port, &mut form.port);
            Field::new(t!("connect-user")).show(user, &mut form.user);
            Field::new(t!("connect-database")).optional().show(database, &mut form.database);
        });
        ui.columns(2, |cells| {
            let [via, ca] = cells else { return };
            Field::new(t!("connect-via"))
                .optional()
                .input(|input| input.hint("127.0.0.1:13306"))
                .note(Note::Icon(Icon::Route, t!("connect-via-why")))
                .show(via, &mut form.via);
            Field::new(t!("connect-ca"))
                .optional()
                .input(|input| input.hint("/path/to/ca.pem"))
                .note(Note::Icon(Icon::BadgeCheck, t!("connect-ca-why")))
                .show(ca, &mut form.ca);
        });
        ui.columns(2, |cells| {
            let [engine, login] = cells else { return };
            engine.spacing_mut().item_spacing.y = 6.0;
            field_label(engine, t!("connect-engine"), false);
            let at = usize::from(form.postgresql);
            if let Some(at) = segmented(engine, t!("connect-engine"), &["MySQL", "PostgreSQL"], at) {
                form.postgresql = at == 1;
            }
            login.spacing_mut().item_spacing.y = 6.0;
            field_label(login, t!("connect-login"), false);
            let at = usize::from(look.by_password);
            let ways = [t!("connect-login-token"), t!("connect-login-password")];
            if let Some(at) = segmented(login, t!("connect-login"), &ways, at) {
                look.by_password = at == 1;
            }
            if look.by_password {
                Password::new(t!("connect-password"))
                    .note(Note::Icon(Icon::LockKeyhole, t!("connect-password-why")))
                    .show(login, &mut look.password);
            }
        });
    });
}
