//! What a screen reader says by itself: the window's name, and words that appear or change while nobody has gone
//! to them.

use eframe::egui::accesskit::Live;
use eframe::egui::{Context, Response, accesskit_root_id};

use crate::text::t;

/// Says these words when they appear and when they change, after what is being said.
pub fn announce(response: &Response) {
    say(response, Live::Polite);
}

/// The same at once: something went wrong.
pub fn alert(response: &Response) {
    say(response, Live::Assertive);
}

fn say(response: &Response, live: Live) {
    response.ctx.accesskit_node_builder(response.id, |node| node.set_live(live));
}

/// The window is called after the program.
pub fn name_window(context: &Context) {
    context.accesskit_node_builder(accesskit_root_id(), |node| node.set_label(t!("app-name")));
}
