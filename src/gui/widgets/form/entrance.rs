//! Where the keyboard is when a page appears: in its first field, unless somebody has acted since.

use eframe::egui::{Event, Id, Ui};

#[derive(Debug, Clone, Copy)]
struct Entrance {
    /// The page that was entered.
    page: Id,
    /// Its first field has yet to come: what it shows may still be read.
    open: bool,
}

fn key() -> Id {
    Id::unique("entrance")
}

/// Says which page is about to be drawn, and whether one begins to type when it appears.
pub fn enter(ui: &Ui, page: Id, types: bool) {
    let acted = ui.input(|input| {
        let acts = |event: &Event| matches!(event, Event::Key { .. } | Event::Text(_) | Event::PointerButton { .. });
        input.events.iter().any(acts)
    });
    let focused = ui.memory(|memory| memory.focused().is_some());
    ui.data_mut(|data| {
        let known = data.get_temp::<Entrance>(key()).filter(|known| known.page == page);
        let entrance = match known {
            Some(known) => Entrance { open: known.open && !acted && !focused, ..known },
            None => Entrance { page, open: types },
        };
        data.insert_temp(key(), entrance);
    });
}

/// Whether this is the first field of a page that was just entered.
pub(super) fn first(ui: &Ui) -> bool {
    ui.data_mut(|data| {
        let Some(entrance) = data.get_temp::<Entrance>(key()).filter(|entrance| entrance.open) else { return false };
        data.insert_temp(key(), Entrance { open: false, ..entrance });
        true
    })
}
