//! Only a live account asks once more, by its name, its region and what the change costs.

use eframe::egui::Context;

use crate::domain::account::Account;
use crate::gui::icon::Icon;
use crate::gui::widgets::Confirm;
use crate::plan::{Action, Change, Plan};
use crate::text::{money, t};

/// `None` while it is not answered.
pub fn confirm(context: &Context, plan: &Plan, account: &Account) -> Option<bool> {
    let label = account.label();
    let text = t!(
        "review-confirm-text",
        create = plan.count(Change::Create),
        change = plan.count(Change::Change),
        id = account.grouped_id(),
        region = account.region.as_str(),
    );
    let cost = cost(plan);
    let undo = t!("review-confirm-undo", count = plan.changes().count());
    Confirm {
        head: &t!("review-confirm", account = label),
        text: &text,
        facts: &[
            (Icon::Coins, cost.as_str()),
            (Icon::Undo2, undo.as_str()),
            (Icon::CircleStop, t!("review-confirm-stop")),
        ],
        yes: &t!("review-confirm-yes", account = label),
        no: t!("review-confirm-no"),
    }
    .show(context)
}

fn cost(plan: &Plan) -> String {
    let Some(setup) = plan.setup() else {
        // Of what a repair makes, alarms alone have a price.
        let alarms = plan.changes().filter(|step| matches!(step.action, Action::PutAlarm(_))).count();
        return match alarms {
            0 => t!("review-confirm-free").to_owned(),
            count => t!("review-confirm-alarms", count = count),
        };
    };
    let cost = &setup.cost;
    match cost.usd_per_month() {
        None => t!("review-confirm-cost-unknown").to_owned(),
        Some(usd) if usd == 0.0 && !cost.is_partial() => t!("review-confirm-free").to_owned(),
        Some(usd) if cost.is_partial() => t!("review-confirm-cost-at-least", usd = money(usd)),
        Some(usd) if cost.is_on_top() => t!("review-confirm-cost-on-top", usd = money(usd)),
        Some(usd) => t!("review-confirm-cost", usd = money(usd)),
    }
}
