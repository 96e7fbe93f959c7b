//! The second door: which proxy is to be checked, and for which function.

use eframe::egui::{Ui, vec2};

use crate::discover::Pickers;
use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Note, PickerItem, PickerItems, Select, Selected, field_label, note, skeleton};
use crate::text::t;

pub fn pick(ui: &mut Ui, state: &mut State) {
    let color = tokens(ui).text;
    label(ui, t!("validate-head"), Font::Heading, color);
    let Some(lists) = state.lists.value() else {
        if state.connection().is_some() {
            skeleton(ui, 1);
        } else {
            note(ui, Note::Why(t!("validate-first")));
        }
        return;
    };
    let version = state.lists_version;
    let look = &mut state.pages.account;
    let proxies = cached(&mut look.proxies, version, || proxies(lists));
    let functions = cached(&mut look.functions, version, || functions(lists));
    if proxies.is_empty() {
        note(ui, Note::Icon(Icon::Info, t!("validate-none")));
        return;
    }
    ui.columns(2, |columns| {
        let [left, right] = columns else { return };
        for column in [&mut *left, &mut *right] {
            column.spacing_mut().item_spacing = vec2(8.0, 6.0);
        }
        field_label(left, t!("validate-proxy"), false);
        let shown = if state.validate.0.is_empty() { t!("validate-choose") } else { state.validate.0.as_str() };
        let select = Select::new(t!("validate-proxy"), shown).hint(t!("validate-proxy-hint"));
        if let Some(Selected::Row(row)) = select.show(left, proxies, &mut look.proxy_picker)
            && let Some(item) = proxies.get(row)
        {
            state.validate.0 = item.name.clone();
        }
        note(left, Note::Why(t!("validate-proxy-why")));
        field_label(right, t!("validate-function"), true);
        let shown = state.validate.1.as_deref().unwrap_or(t!("validate-no-function"));
        let select = Select::new(t!("validate-function"), shown)
            .hint(t!("validate-function-hint"))
            .by_hand(t!("validate-without"));
        match select.show(right, functions, &mut look.function_picker) {
            Some(Selected::Row(row)) => state.validate.1 = functions.get(row).map(|item| item.name.clone()),
            Some(Selected::ByHand) => state.validate.1 = None,
            None => {}
        }
        note(right, Note::Why(t!("validate-function-why")));
    });
}

/// The rows, made anew only when the lists are other ones.
fn cached(
    kept: &mut Option<(u64, PickerItems)>,
    version: u64,
    make: impl FnOnce() -> (Icon, Vec<PickerItem>),
) -> &PickerItems {
    if kept.as_ref().is_none_or(|(of, _)| *of != version) {
        *kept = None;
    }
    &kept
        .get_or_insert_with(|| {
            let (icon, items) = make();
            (version, PickerItems::new(icon, Vec::new(), items, version))
        })
        .1
}

fn proxies(lists: &Pickers) -> (Icon, Vec<PickerItem>) {
    let row = |proxy: &crate::domain::proxy::Proxy| PickerItem {
        name: proxy.name.clone(),
        facts: format!("{} · {}", proxy.engine_family.api_name(), proxy.auth_mode()),
        right: proxy.status.clone(),
        also: proxy.arn.clone(),
        ..PickerItem::default()
    };
    (Icon::Proxy, lists.proxies.iter().map(row).collect())
}

fn functions(lists: &Pickers) -> (Icon, Vec<PickerItem>) {
    let row = |function: &crate::domain::function::Function| PickerItem {
        name: function.name.clone(),
        facts: function.runtime.clone().unwrap_or_default(),
        also: function.arn.clone(),
        ..PickerItem::default()
    };
    (Icon::SquareFunction, lists.functions.iter().map(row).collect())
}
