//! What a check found: the path with a verdict on each hop, a filter, the findings by hop, and the
//! chosen one in full. The Check page and the second door show the same.
//!
//! Wide, the list stands beside the chosen finding; narrow, the finding opens below its row.

mod detail;
mod evidence;
mod list;
mod model;
mod pair;
mod path;

use std::collections::BTreeMap;
use std::time::Instant;

use eframe::egui::{Layout, Margin, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::keyboard;
use crate::domain::finding::{Severity, Subject};
use crate::gui::checked::Checked;
use crate::gui::frame::page_scroll;
use crate::gui::icon::Icon;
use crate::gui::theme::{CONTROL, tokens};
use crate::gui::validation::{Gone, Validated};
use crate::gui::widgets::{Input, Sign, rule_above, rule_before, segmented, segmented_width};
use crate::rules::Picture;
use crate::text::t;

pub use detail::read_ago;
pub use model::{FindingKind, Key};
pub use path::verdict;

/// From this width on the list and the chosen finding stand side by side.
const SIDE_BY_SIDE: f32 = 900.0;

/// Room for the buttons under a finding.
const FOOT: f32 = 47.0;

/// What a page keeps about looking.
#[derive(Default)]
pub struct FindingsPage {
    /// The result that is looked at.
    result: u64,
    /// The finding, unknown or rule that is shown.
    selected: Option<Key>,
    /// Bring its row into view.
    reveal: bool,
    pub filter: String,
    pub kind: FindingKind,
    passed_open: bool,
    not_applicable_open: bool,
    /// The chosen entry is folded, where it opens below its row.
    closed: bool,
}

impl FindingsPage {
    /// What is selected and unfolded belongs to one result; the filters, which say what is wanted, stay.
    fn begin(&mut self, result: u64) {
        if self.result != result {
            let (filter, kind) = (std::mem::take(&mut self.filter), self.kind);
            *self = Self { result, filter, kind, ..Self::default() };
        }
    }

    /// Shows one entry and brings its row into view, whatever the filters hide.
    fn show(&mut self, key: Key) {
        self.selected = Some(key);
        self.reveal = true;
        self.closed = false;
        self.kind = FindingKind::All;
        self.filter.clear();
    }

    /// A click on a row. Where it opens below itself, a second one closes it.
    fn toggle(&mut self, key: &Key, inline: bool) {
        self.closed = inline && !self.closed && self.selected.as_ref() == Some(key);
        self.selected = Some(key.clone());
    }
}

/// What is shown.
#[derive(Clone, Copy)]
pub struct ShownFindings<'a> {
    /// Which result it is.
    pub result: u64,
    pub checked: &'a Checked,
    pub picture: &'a Picture,
    /// Said at the right of the picture's legend.
    pub aside: &'a str,
    /// Seen before, and not any more.
    pub mended: &'a [Gone],
    /// The picture of the reading before, where something is gone since.
    pub before: Option<&'a Picture>,
    /// Where each rule can be looked at again.
    pub again: Option<Again<'a>>,
}

/// When rules were read, and whether one is being read now.
#[derive(Clone, Copy)]
pub struct Again<'a> {
    pub result: &'a Validated,
    /// Something is being read: only one thing at a time.
    pub busy: bool,
    /// The rule that is being looked at again.
    pub rule: Option<&'a str>,
    pub now: Instant,
}

/// What a finding's own buttons ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FindingWish {
    /// FindingsPage at this rule again.
    Recheck(String),
    /// Plan what mends it.
    Fix(String),
    /// Say who changed the thing at fault last.
    History(Subject),
    /// Accept this rule's finding about this thing for a time.
    Accept(String, String),
    /// FindingsPage again at everything, into the secrets' values too.
    ReadSecrets,
}

/// Shows all of it over the room there is.
pub fn findings(ui: &mut Ui, shown: &ShownFindings<'_>, look: &mut FindingsPage) -> Option<FindingWish> {
    look.begin(shown.result);
    let entries = model::Entries::in_order(shown);
    if look.selected.as_ref().is_none_or(|key| entries.find(key).is_none()) {
        let same_rule = look.selected.as_ref().and_then(|key| entries.of_code(&key.code));
        look.selected = same_rule.or_else(|| entries.first());
        entries.select_shown(look);
    }
    if ui.available_width() >= SIDE_BY_SIDE {
        path::path(ui, shown, &entries, look);
        ui.add_space(4.0);
        toolbar(ui, &entries, look);
        side_by_side(ui, shown, &entries, look)
    } else {
        page_scroll(ui, |ui| {
            path::path(ui, shown, &entries, look);
            ui.add_space(4.0);
            toolbar(ui, &entries, look);
            list::list(ui, shown, &entries, look, true)
        })
    }
}

/// The filter by word, and the counts, which are the filter by severity.
fn toolbar(ui: &mut Ui, entries: &model::Entries<'_>, look: &mut FindingsPage) {
    let filter_id = eframe::egui::Id::unique("filter findings");
    keyboard::find_key(ui, filter_id);
    let counts: BTreeMap<FindingKind, usize> =
        FindingKind::ALL.into_iter().map(|kind| (kind, entries.count(kind))).collect();
    // What there is none of needs no button, unless it is the one that is pressed.
    let kinds: Vec<FindingKind> = FindingKind::ALL
        .into_iter()
        .filter(|kind| {
            *kind == FindingKind::All || *kind == look.kind || counts.get(kind).is_some_and(|count| *count > 0)
        })
        .collect();
    let words: Vec<String> =
        kinds.iter().map(|kind| kind.counted(counts.get(kind).copied().unwrap_or_default())).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let at = kinds.iter().position(|kind| *kind == look.kind).unwrap_or_default();
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), CONTROL),
        Layout::left_to_right(eframe::egui::Align::Center),
        |ui| {
            let room = ui.available_width() - segmented_width(ui, &words) - 12.0;
            ui.spacing_mut().item_spacing.x = 12.0;
            let input =
                Input::new(t!("check-filter")).icon(Icon::Search).hint(t!("check-filter")).prose().id(filter_id);
            ui.allocate_ui(vec2(room.clamp(120.0, 420.0), CONTROL), |ui| input.show(ui, &mut look.filter));
            ui.with_layout(Layout::right_to_left(eframe::egui::Align::Center), |ui| {
                if let Some(kind) = segmented(ui, t!("findings-show"), &words, at).and_then(|at| kinds.get(at)) {
                    look.kind = *kind;
                    entries.select_shown(look);
                }
            });
        },
    );
}

fn side_by_side(
    ui: &mut Ui,
    shown: &ShownFindings<'_>,
    entries: &model::Entries<'_>,
    look: &mut FindingsPage,
) -> Option<FindingWish> {
    let room = ui.available_rect_before_wrap();
    let left = (room.width() * 0.42).clamp(360.0, 460.0);
    let divide = room.left() + left;
    let colors = tokens(ui);
    // From edge to edge of the page, over its padding.
    let edges = room.left() - 24.0..=room.right() + 24.0;
    ui.painter().with_clip_rect(ui.clip_rect().expand2(vec2(24.0, 0.0))).hline(edges, room.top(), (1.0, colors.border));
    rule_before(ui, room.with_min_x(divide));
    let list_area = Rect::from_min_max(pos2(room.left() - 24.0, room.top() + 1.0), pos2(divide - 1.0, room.bottom()));
    let mut wish = ui
        .scope_builder(UiBuilder::new().max_rect(list_area), |ui| {
            ui.set_clip_rect(list_area);
            let mut wish = None;
            ScrollArea::vertical().id_salt(("findings", shown.result)).auto_shrink(false).show(ui, |ui| {
                wish = list::list(ui, shown, entries, look, false);
            });
            wish
        })
        .inner;
    let right = Rect::from_min_max(pos2(divide, room.top() + 1.0), pos2(room.right() + 24.0, room.bottom()));
    let Some(entry) = look.selected.clone().and_then(|key| entries.find(&key)) else { return wish };
    // The way to look again stays in view, however long the finding is.
    let (upper, foot) = right.split_top_bottom_at_y(right.bottom() - FOOT);
    let upper = upper.with_min_x(divide + 20.0).with_max_x(room.right() + 14.0);
    ui.scope_builder(UiBuilder::new().max_rect(upper), |ui| {
        ui.set_clip_rect(upper.expand2(vec2(4.0, 0.0)));
        let margin = Margin { right: 14, ..Margin::ZERO };
        let salt = ("finding", shown.result, look.selected.clone());
        ScrollArea::vertical().id_salt(salt).auto_shrink(false).content_margin(margin).show(ui, |ui| {
            ui.add_space(14.0);
            wish = wish.take().or(detail::detail(ui, shown, entries, &entry, look, false));
            ui.add_space(16.0);
        });
    });
    let inner = foot.with_min_x(divide + 20.0).with_max_x(room.right()).shrink2(vec2(0.0, 9.0));
    ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
        ui.set_clip_rect(foot);
        rule_above(ui, foot);
        wish = wish.take().or(detail::foot(ui, shown, &entry));
    });
    wish
}

/// The state word of a severity.
pub const fn sign(severity: Severity) -> Sign {
    match severity {
        Severity::Error => Sign::Error,
        Severity::Warning => Sign::Warning,
        Severity::Info => Sign::Note,
    }
}
