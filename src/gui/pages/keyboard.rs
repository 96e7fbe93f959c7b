//! The keyboard's way into a page: its first field has the focus, Ctrl F leads to the filter.

use eframe::egui::{Id, Key, Modifiers, Ui};

/// Gives the focus to `field` when the page appears.
pub fn first_focus(ui: &Ui, field: Id) {
    let now = ui.ctx().cumulative_pass_nr();
    let seen = ui.data_mut(|data| data.get_temp_mut_or_default::<Option<u64>>(field.with("seen")).replace(now));
    // Frames may be drawn in two passes; a page that was away has missed more than that.
    if seen.is_none_or(|seen| seen + 3 < now) {
        ui.memory_mut(|memory| memory.request_focus(field));
    }
}

/// Gives the focus to `filter` on Ctrl or Cmd with F.
pub fn find_key(ui: &Ui, filter: Id) {
    if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::F)) {
        ui.memory_mut(|memory| memory.request_focus(filter));
    }
}
