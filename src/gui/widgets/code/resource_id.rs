//! An id, ARN or endpoint: mono, the middle cut when it must be, copy, and the console.

use eframe::egui::{OpenUrl, Role, Sense, Ui, WidgetInfo, vec2};

use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, Rich, elide_middle, on_hover};
use crate::gui::theme::{CONTROL_COMPACT, Font, tokens};
use crate::gui::widgets::{Button, copy_icon};
use crate::text::t;

/// Shows `id` over the width there is; the whole of it stands in the tooltip. `console` is the
/// link to it in the AWS console.
pub fn resource_id(ui: &mut Ui, id: &str, console: Option<&str>) {
    let colors = tokens(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let buttons = if console.is_some() { 2.0 } else { 1.0 } * CONTROL_COMPACT;
        let room = ui.available_width() - buttons - 4.0;
        let advance = ui.fonts_mut(|fonts| fonts.glyph_width(&Font::Code.id(), 'm'));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count of columns")]
        let columns = (room / advance).floor().max(8.0) as usize;
        let words = Rich::new().exact(&elide_middle(id, columns), Font::Code, colors.text).galley(ui, Fit::Line);
        let (rect, response) = ui.allocate_exact_size(vec2(words.size().x + 4.0, CONTROL_COMPACT), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, id));
        paint::text_at(ui.painter(), rect.left(), rect.center().y, words);
        on_hover(response, id);
        copy_icon(ui, &t!("copy-what", what = id), id);
        if let Some(url) = console {
            let open = Button::quiet_icon(Icon::ArrowUpRight, t!("open-console")).compact();
            if open.show(ui).clicked() {
                ui.ctx().open_url(OpenUrl::new_tab(url));
            }
        }
    });
}
