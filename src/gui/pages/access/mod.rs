//! What "attaching" the proxy to the function really is: network, role, IAM, environment.

mod pane;
mod variables;

use eframe::egui::{Align, Layout, Sense, Ui, vec2};

use super::{absent, shared};
use crate::domain::output::Output;
use crate::domain::proxy::{AuthMode, IamAuth, ProxyAuth};
use crate::domain::setup::{Page, Setup};
use crate::gui::command::{Command, Commands};
use crate::gui::frame::{page_head, page_scroll};
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::steps::WizardStep;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Badge, PathPart, Sign, card_frame, hairline, icon_line, link};
use crate::plan::actions::{Action, ModifyProxy};
use crate::plan::{Change, Plan, Step};
use crate::text::{series, t};

pub use pane::pane;

/// What the page keeps about looking.
#[derive(Default)]
pub struct Look {
    tab: usize,
    written: pane::Texts,
}

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    page_head(ui, t!("access-title"), t!("access-sentence"), &[PathPart::Function, PathPart::FirstHop]);
    page_scroll(ui, |ui| {
        shared::problems(ui, state, Page::Access, &variables::FIELDS);
        let State { designed, choices, .. } = state;
        let Some(setup) = &designed.setup else {
            absent::setup(ui, state, commands);
            return;
        };
        ui.spacing_mut().item_spacing.y = 12.0;
        settings(ui, setup, designed.shown_plan(), commands);
        variables::show(ui, designed, setup, choices);
        let note =
            if setup.auth_mode == AuthMode::Password { t!("access-note-secret") } else { t!("access-note-none") };
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            icon_line(ui, Icon::Info, t!("access-note-code"));
            icon_line(ui, Icon::LockKeyhole, note);
        });
        shared::notes(ui, state, Page::Access);
    });
}

/// The settings that together are the attachment.
fn settings(ui: &mut Ui, setup: &Setup, plan: Option<&Plan>, commands: &mut Commands) {
    let access = &setup.access;
    card_frame(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        let place = series(access.vpc.subnet_ids.iter().map(|id| subnet_label(setup, id)));
        let title = t!("access-network", function = access.function_name.as_str());
        let attaches = plan.and_then(|plan| plan.change("attach-vpc-policy"));
        let text = if attaches.is_some_and(|change| change != Change::AlreadySo) {
            t!("access-network-policy")
        } else {
            t!("access-network-has")
        };
        let sign = plan.map(|plan| match attaches {
            _ if plan.moves_function() => Sign::Change,
            Some(change) => sign_of(change),
            None => Sign::AlreadySo,
        });
        setting(ui, Icon::Network, &title, &format!("`{place}`"), text, sign);
        hairline(ui);
        let (what, why) = match setup.auth_mode {
            AuthMode::Password => (t!("access-secret-what").to_owned(), t!("access-secret-why")),
            _ => (
                t!(
                    "access-connect-what",
                    id = Output::ProxyId.token().replace("${PROXY_ID}", "prx-…"),
                    user = setup.db_user.as_str()
                ),
                t!("access-connect-why"),
            ),
        };
        let title = if setup.auth_mode == AuthMode::Password { t!("access-secret") } else { t!("access-connect") };
        setting(
            ui,
            Icon::IdCard,
            title,
            &what,
            why,
            plan.and_then(|plan| plan.change("put-connect-policy")).map(sign_of),
        );
        hairline(ui);
        let (title, what, why) = match setup.auth_mode {
            AuthMode::StandardIam => (t!("access-iam"), "`IAMAuth = REQUIRED`", t!("access-iam-why")),
            AuthMode::Password => (t!("access-iam-off"), "`IAMAuth = DISABLED`", t!("access-iam-off-why")),
            AuthMode::EndToEndIam => (t!("access-iam"), "`DefaultAuthScheme = IAM_AUTH`", t!("access-iam-end-why")),
        };
        setting(ui, Icon::Fingerprint, title, what, why, plan.map(login));
    });
    ui.horizontal(|ui| {
        if link(ui, t!("access-change-mode"), Font::Small).clicked() {
            commands.push(Command::Go(WizardStep::Secret));
        }
    });
}

const fn sign_of(change: Change) -> Sign {
    match change {
        Change::Create => Sign::Create,
        Change::Change => Sign::Change,
        Change::AlreadySo => Sign::AlreadySo,
    }
}

/// What the plan does to the way in which the proxy's clients log in.
fn login(plan: &Plan) -> Sign {
    let changes = |act: &ModifyProxy| {
        let (now, then) = (&act.before, &act.change);
        let iam = |auth: &Option<Vec<ProxyAuth>>| -> Vec<IamAuth> {
            auth.iter().flatten().map(|auth| auth.iam_auth.clone()).collect()
        };
        then.default_iam_auth != now.default_iam_auth || iam(&then.auth) != iam(&now.auth)
    };
    let of_step = |step: &Step| match &step.action {
        Action::CreateProxy(_) => Some(sign_of(step.change)),
        Action::ModifyProxy(act) if changes(act) => Some(sign_of(step.change)),
        _ => None,
    };
    plan.changes().find_map(of_step).unwrap_or(Sign::AlreadySo)
}

fn subnet_label(setup: &Setup, id: &str) -> String {
    let found = setup.network.proxy_subnets.iter().find(|pick| pick.id == id);
    found.map_or_else(|| id.to_owned(), |pick| pick.label.clone())
}

fn setting(ui: &mut Ui, icon: Icon, title: &str, what: &str, why: &str, sign: Option<Sign>) {
    let colors = tokens(ui);
    eframe::egui::Frame::NONE.inner_margin(vec2(14.0, 10.0)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(12.0, 4.0);
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(16.0, 20.0), Sense::hover());
            paint::icon(ui.painter(), icon, rect.center(), 16.0, colors.text_muted);
            ui.vertical(|ui| {
                ui.allocate_ui_with_layout(
                    vec2(ui.available_width(), 20.0),
                    Layout::right_to_left(Align::Center),
                    |ui| {
                        if let Some(sign) = sign {
                            Badge::of(sign).show(ui);
                        }
                        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                            label(ui, title, Font::Strong, colors.text);
                        });
                    },
                );
                label(ui, what, Font::Dense, colors.text);
                label(ui, why, Font::Small, colors.text_muted);
            });
        });
    });
}
