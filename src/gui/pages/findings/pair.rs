//! The path before and the path now, side by side: the parts of the newer one lead to their findings.

use eframe::egui::Ui;

use super::FindingsPage;
use super::model::Entries;
use super::path::verdict;
use crate::domain::finding::Hop;
use crate::gui::icon::Icon;
use crate::gui::widgets::{Badge, PathCard, PathPiece, Tone, path_pair};
use crate::rules::{Passage, PathBox, PathHop, Picture, passages};
use crate::text::t;

/// Both paths over the width there is.
pub fn pair(ui: &mut Ui, before: &Picture, now: &Picture, entries: &Entries<'_>, look: &mut FindingsPage) {
    let (hops, now_pieces): (Vec<Hop>, Vec<PathPiece<'_>>) = pieces(now).into_iter().unzip();
    let before_pieces: Vec<PathPiece<'_>> = pieces(before).into_iter().map(|(_, piece)| piece).collect();
    let before = card(t!("findings-before"), before, &before_pieces);
    let clicked = path_pair(ui, &before, &card(t!("findings-now"), now, &now_pieces));
    let hop = clicked.and_then(|nth| hops.get(nth).copied());
    if let Some(key) = hop.and_then(|hop| entries.at_hop(hop)) {
        look.show(key);
    }
}

fn card<'a>(head: &'a str, picture: &'a Picture, pieces: &'a [PathPiece<'a>]) -> PathCard<'a> {
    PathCard { head, said: &picture.title, badge: badge(picture), pieces }
}

fn thing(hop: Hop, icon: Icon, part: &PathBox) -> (Hop, PathPiece<'_>) {
    let shown = Some((icon, part.name.as_str(), part.facts.as_str()));
    (hop, PathPiece { verdict: verdict(part.passage), shown, words: "" })
}

fn between(hop: Hop, way: &PathHop) -> (Hop, PathPiece<'_>) {
    (hop, PathPiece { verdict: verdict(way.passage), shown: None, words: &way.words })
}

fn pieces(picture: &Picture) -> Vec<(Hop, PathPiece<'_>)> {
    let mut all = Vec::new();
    if let (Some(function), Some(way)) = (&picture.function, &picture.to_proxy) {
        all.extend([thing(Hop::Function, Icon::SquareFunction, function), between(Hop::FunctionToProxy, way)]);
    }
    all.push(thing(Hop::Proxy, Icon::Proxy, &picture.proxy));
    all.push(between(Hop::ProxyToDatabase, &picture.to_database));
    all.push(thing(Hop::Database, Icon::Database, &picture.database));
    all
}

/// What the whole path comes to, as a badge.
fn badge(picture: &Picture) -> Badge<'static> {
    let passages = passages(picture);
    let blocked = passages.iter().filter(|passage| **passage == Passage::Blocked).count();
    match blocked {
        0 if passages.contains(&Passage::Unknown) => {
            Badge::new(Icon::CircleQuestionMark, t!("findings-path-unknown"), Tone::Neutral)
        }
        0 => Badge::new(Icon::Check, t!("findings-path-open"), Tone::Ok),
        1 => Badge::new(Icon::CircleX, t!("findings-path-blocked"), Tone::Error),
        _ => Badge::new(Icon::CircleX, t!("findings-path-blocked-several"), Tone::Error),
    }
}
