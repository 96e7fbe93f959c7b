//! The licences of everything inside, over the page: the same text as `licences` prints.

use eframe::egui::{Align, Context, Id, Layout, Modal, Role, ScrollArea, Sense, WidgetInfo, vec2};

use crate::gui::icon::Icon;
use crate::gui::rich::{Fit, Rich, label};
use crate::gui::theme::{BACKDROP, CONTROL, Font, tokens};
use crate::gui::widgets::{Button, Filter, Input, copy_made, popup};
use crate::support::licences;
use crate::text::{labelled, t};

const WIDTH: f32 = 720.0;

/// The text by lines, and what is searched in it.
pub struct Shown {
    lines: Vec<String>,
    search: String,
}

impl Shown {
    /// Reads it.
    pub fn read() -> Self {
        let text = licences::all().unwrap_or_else(|error| labelled!(t!("cli-no-licences"), error));
        Self { lines: text.lines().map(str::to_owned).collect(), search: String::new() }
    }
}

/// Shows it over the window; true until it is closed.
pub fn dialog(context: &Context, shown: &mut Shown) -> bool {
    let room = context.content_rect().size() - vec2(48.0, 200.0);
    let modal = Modal::new(Id::unique("licences")).frame(popup(context)).backdrop_color(BACKDROP);
    let dialog = modal.show(context, |ui| {
        ui.set_width(WIDTH.min(room.x) - 36.0);
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        let colors = tokens(ui);
        label(ui, t!("licences-title"), Font::Heading, colors.text);
        let find = Input::new(t!("licences-search")).icon(Icon::Search).hint(t!("licences-hint"));
        find.words().width(ui.available_width()).show(ui, &mut shown.search);
        let filter = Filter::new(&shown.search);
        let all = shown.search.trim().is_empty();
        let fits = |line: &&str| all || filter.matches(&line.to_lowercase());
        let lines: Vec<&str> = shown.lines.iter().map(String::as_str).filter(fits).collect();
        // The height of a row is told with the space after it.
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::both().auto_shrink(false).max_height(room.y);
        area.show_rows(ui, Font::Code.line(), lines.len(), |ui, rows| {
            for line in lines.get(rows).unwrap_or_default() {
                // Rows of one height: nothing is wrapped.
                let words = Rich::new().exact(line, Font::Code, colors.text).galley(ui, Fit::Line);
                let size = vec2(words.size().x.max(1.0), Font::Code.line());
                let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Label, true, line));
                ui.painter().galley(rect.min, words, colors.text);
            }
        });
        ui.add_space(8.0);
        let line = vec2(ui.available_width(), CONTROL);
        let foot = ui.allocate_ui_with_layout(line, Layout::right_to_left(Align::Center), |ui| {
            let closed = Button::primary(t!("close")).show(ui).clicked();
            copy_made(ui, t!("licences-copy"), || Some(shown.lines.join("\n")));
            closed
        });
        foot.inner
    });
    !(dialog.inner || dialog.should_close())
}
