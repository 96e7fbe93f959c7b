//! The same load from elsewhere: a `locustfile.py` for the function's URL or API.

use eframe::egui::Ui;

use crate::export::{Locust, LocustAccess};
use crate::gui::rich::label;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Code, Field, Language, Note, card, code_block};
use crate::text::t;

/// What is typed.
pub struct LocustForm {
    url: String,
    users: String,
    spawn_rate: String,
    secs: String,
}

impl Default for LocustForm {
    fn default() -> Self {
        Self { url: String::new(), users: "10".into(), spawn_rate: "1".into(), secs: "60".into() }
    }
}

pub fn fields(ui: &mut Ui, form: &mut LocustForm) {
    let colors = tokens(ui);
    card(ui, |ui| {
        label(ui, t!("load-locust"), Font::Strong, colors.text);
        label(ui, t!("load-locust-why"), Font::Small, colors.text_muted);
        ui.spacing_mut().item_spacing = eframe::egui::vec2(12.0, 8.0);
        let made = made(form);
        let field = Field::new(t!("load-locust-url")).input(|input| input.hint("https://….lambda-url.REGION.on.aws/"));
        let field = match &made {
            Some(Err(why)) => field.note(Note::Wrong(why, None)),
            _ => field,
        };
        field.show(ui, &mut form.url);
        ui.columns(3, |cells| {
            let [users, spawn, secs] = cells else { return };
            Field::new(t!("load-locust-users")).show(users, &mut form.users);
            Field::new(t!("load-locust-spawn")).show(spawn, &mut form.spawn_rate);
            Field::new(t!("load-locust-secs")).show(secs, &mut form.secs);
        });
        if let Some(Ok(text)) = &made {
            code_block(ui, Code::new(text, Language::Python));
        }
    });
}

/// The file; nothing before an address is typed.
fn made(form: &LocustForm) -> Option<Result<String, String>> {
    let url = form.url.trim();
    if url.is_empty() {
        return None;
    }
    let number = |text: &str| text.trim().parse().unwrap_or_default();
    let locust = Locust {
        users: number(&form.users),
        spawn_rate: number(&form.spawn_rate),
        secs: number(&form.secs),
        url: url.to_owned(),
        payload: "{}".to_owned(),
        way: LocustAccess::to(url),
    };
    Some(locust.text().map_err(|why| why.to_string()))
}
