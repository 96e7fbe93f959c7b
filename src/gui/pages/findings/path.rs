//! The picture over the findings; a click on a part of it shows the first finding there.

use eframe::egui::Ui;

use super::model::Entries;
use super::{FindingsPage, ShownFindings, pair};
use crate::domain::finding::Hop;
use crate::gui::icon::Icon;
use crate::gui::widgets::{PathClick, PathPicture, PathThing, PathWay, Verdict};
use crate::rules::Passage;

pub const fn verdict(passage: Passage) -> Verdict {
    match passage {
        Passage::Passes => Verdict::Passes,
        Passage::WorksBut => Verdict::WorksBut,
        Passage::Unknown => Verdict::Unknown,
        Passage::Blocked => Verdict::Blocked,
    }
}

pub fn path(ui: &mut Ui, shown: &ShownFindings<'_>, entries: &Entries<'_>, look: &mut FindingsPage) {
    if let Some(before) = shown.before {
        return pair::pair(ui, before, shown.picture, entries, look);
    }
    let seen = shown.picture;
    let boxed =
        |icon, part: &crate::rules::PathBox| (icon, part.name.clone(), part.facts.clone(), verdict(part.passage));
    let mut boxes = Vec::new();
    let mut hops = Vec::new();
    let mut box_hops = Vec::new();
    let mut hop_hops = Vec::new();
    if let (Some(function), Some(hop)) = (&seen.function, &seen.to_proxy) {
        boxes.push(boxed(Icon::SquareFunction, function));
        box_hops.push(Hop::Function);
        hops.push(hop);
        hop_hops.push(Hop::FunctionToProxy);
    }
    let proxy_at = boxes.len();
    boxes.push(boxed(Icon::Proxy, &seen.proxy));
    boxes.push(boxed(Icon::Database, &seen.database));
    box_hops.extend([Hop::Proxy, Hop::Database]);
    hops.push(&seen.to_database);
    hop_hops.push(Hop::ProxyToDatabase);
    let drawn: Vec<PathThing<'_>> = boxes
        .iter()
        .map(|(icon, name, facts, verdict)| PathThing { icon: *icon, name, facts, verdict: *verdict })
        .collect();
    let lines: Vec<PathWay<'_>> = hops
        .iter()
        .map(|hop| PathWay { verdict: verdict(hop.passage), above: &hop.words, below: &hop.port, more: &hop.detail })
        .collect();
    let below = seen.role_and_secret.as_ref().map(|role| {
        let item = PathThing { icon: Icon::KeyRound, name: &role.name, facts: "", verdict: verdict(role.passage) };
        (proxy_at, item, role.facts.as_str())
    });
    let part = look.selected.as_ref().and_then(|key| entries.find(key)).map(|entry| entry.hop());
    let selected = part.and_then(|part| {
        let in_box = box_hops.iter().position(|hop| *hop == part).map(PathClick::Box);
        let in_hop = hop_hops.iter().position(|hop| *hop == part).map(PathClick::Hop);
        in_box.or(in_hop).or((part == Hop::RoleAndSecret).then_some(PathClick::Below))
    });
    let picture = PathPicture { boxes: &drawn, hops: &lines, below, selected, aside: shown.aside };
    let clicked = match picture.show(ui) {
        Some(PathClick::Box(at)) => box_hops.get(at),
        Some(PathClick::Hop(at)) => hop_hops.get(at),
        Some(PathClick::Below) => Some(&Hop::RoleAndSecret),
        None => None,
    };
    if let Some(key) = clicked.and_then(|hop| entries.at_hop(*hop)) {
        look.show(key);
    }
}
