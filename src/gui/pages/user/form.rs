//! Whom, in which database, with which rights; and how the proxy logs in where it does not say.

use eframe::egui::{Ui, vec2};

use super::request::{RightsChoice, UserPage};
use crate::domain::database::EngineFamily;
use crate::domain::observed::Observed;
use crate::export::{ProxyLogsIn, Rights};
use crate::gui::widgets::{Callout, Field, Note, Sign, field_label, segmented};
use crate::prove::proxy_logs_in;
use crate::text::t;

/// What the fields depend on.
#[derive(Default)]
pub struct UserFacts {
    family: Option<EngineFamily>,
    /// Asks the proxy how it logs in as a user.
    says_login: Vec<String>,
    asks_login: bool,
}

impl UserFacts {
    pub fn from_observed(observed: &Observed) -> Self {
        let proxy = observed.proxy.present();
        let users = observed.proxy_secrets.iter().filter_map(|secret| secret.shape.present()?.username.clone());
        Self {
            family: proxy.map(|proxy| proxy.engine_family),
            says_login: users.collect(),
            // Of a user whom nothing names.
            asks_login: proxy.is_some_and(|proxy| proxy_logs_in(observed, proxy, "").is_none()),
        }
    }
}

pub fn fields(ui: &mut Ui, look: &mut UserPage, facts: &UserFacts) {
    ui.spacing_mut().item_spacing.x = 16.0;
    ui.columns(2, |cells| {
        let [user, database] = cells else { return };
        Field::new(t!("connect-user")).show(user, &mut look.user);
        Field::new(t!("connect-database")).note(Note::Why(t!("user-database-why"))).show(database, &mut look.database);
    });
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        field_label(ui, t!("user-rights"), false);
        let options = [t!("user-rights-read"), t!("user-rights-read-write"), t!("user-rights-own")];
        let at = match look.rights {
            RightsChoice::Read => 0,
            RightsChoice::ReadWrite => 1,
            RightsChoice::Own => 2,
        };
        if let Some(at) = segmented(ui, t!("user-rights"), &options, at) {
            look.rights = match at {
                0 => RightsChoice::Read,
                1 => RightsChoice::ReadWrite,
                _ => RightsChoice::Own,
            };
        }
    });
    if look.rights == RightsChoice::Own {
        own_list(ui, look, facts.family);
    }
    if facts.asks_login && !facts.says_login.iter().any(|user| user == look.user.trim()) {
        login(ui, look);
    } else {
        look.login_is = None;
    }
    ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
}

fn own_list(ui: &mut Ui, look: &mut UserPage, family: Option<EngineFamily>) {
    let wrong = family.and_then(|family| Rights::parse(&look.own_rights, family).err()).map(|why| why.to_string());
    let note = match &wrong {
        Some(why) if !look.own_rights.trim().is_empty() => Note::Wrong(why, None),
        _ => Note::Why(t!("user-rights-own-why")),
    };
    Field::new(t!("user-rights-list"))
        .input(|input| input.hint("SELECT, INSERT"))
        .note(note)
        .show(ui, &mut look.own_rights);
}

/// Some users of this proxy have a secret of their own, and nobody has looked whose they are.
fn login(ui: &mut Ui, look: &mut UserPage) {
    Callout::new(Sign::Unknown, t!("user-login-unknown"), t!("user-login-unknown-text")).show_with(ui, |ui| {
        let ways = [t!("user-by-password"), t!("user-by-token")];
        let at = match look.login_is {
            Some(ProxyLogsIn::WithPassword) => 0,
            Some(ProxyLogsIn::WithToken) => 1,
            None => usize::MAX,
        };
        match segmented(ui, t!("user-login-unknown"), &ways, at) {
            Some(0) => look.login_is = Some(ProxyLogsIn::WithPassword),
            Some(_) => look.login_is = Some(ProxyLogsIn::WithToken),
            None => {}
        }
    });
}
