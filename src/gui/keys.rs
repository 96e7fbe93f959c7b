//! The key of a page's primary act. It is heard before anything is drawn, so that it is nobody else's:
//! a field would lose the focus by it, and the focused button of the header would be pressed too.

use eframe::egui::{Id, Key, Modifiers, Ui};

fn heard() -> Id {
    Id::unique("primary key")
}

/// Takes Ctrl or Cmd with Enter out of what was pressed. A question over the window keeps its keys.
pub fn hear_primary(ui: &Ui) {
    let asking = ui.memory(|memory| memory.top_modal_layer().is_some());
    let pressed = !asking && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    ui.data_mut(|data| data.insert_temp(heard(), pressed));
}

/// Whether the primary act was asked for by key, and not yet taken by another page.
pub fn primary_key(ui: &Ui) -> bool {
    ui.data_mut(|data| data.remove_temp::<bool>(heard())).unwrap_or_default()
}
