//! "Good to know": everything that design, plan and preflight noticed, before the steps. What warns
//! stands out and is acknowledged beside Apply.

use eframe::egui::{Color32, Frame, Margin, Stroke, Ui, vec2};

use super::rows;
use crate::domain::policy::{Document, Statement};
use crate::domain::setup::Setup;
use crate::gui::command::{Command, Commands};
use crate::gui::rich::{Rich, label};
use crate::gui::steps::WizardStep;
use crate::gui::theme::{Font, RADIUS_LARGE, tokens};
use crate::gui::widgets::{Sign, copy_link, icon_cell, link, rule_above};
use crate::plan::{Notice, Weight};
use crate::text::t;

/// So many warnings stand beside each other, each at least so wide.
const BESIDE: usize = 3;
const NARROWEST: f32 = 200.0;

/// What a link of a notice asks for.
enum NoticeLink {
    Borrow(u32),
    Go(WizardStep),
}

/// Shows the notices; `borrow` is where the link that shortens the borrow timeout writes.
pub fn known(ui: &mut Ui, setup: &Setup, notices: &[Notice], borrow: &mut Option<u32>, commands: &mut Commands) {
    if notices.is_empty() {
        return;
    }
    let (warnings, others): (Vec<&Notice>, Vec<&Notice>) = notices.iter().partition(|notice| notice.is_to_be_read());
    ui.spacing_mut().item_spacing.y = 6.0;
    head(ui, warnings.len());
    let mut cure = None;
    if !warnings.is_empty() {
        let cured = to_be_read(ui, setup, &warnings);
        cure = cure.or(cured);
    }
    if !others.is_empty() {
        rows(ui, |ui| {
            for (nth, notice) in others.into_iter().enumerate() {
                let cured = line(ui, setup, notice, nth == 0);
                cure = cure.take().or(cured);
            }
        });
    }
    ui.add_space(6.0);
    match cure {
        Some(NoticeLink::Borrow(secs)) => *borrow = Some(secs),
        Some(NoticeLink::Go(step)) => commands.push(Command::Go(step)),
        None => {}
    }
}

fn head(ui: &mut Ui, to_be_read: usize) {
    let colors = tokens(ui);
    let mut words = Rich::new().add(t!("review-known"), Font::SmallStrong, colors.text);
    if to_be_read > 0 {
        let count = t!("review-known-read", count = to_be_read);
        words = words.gap(8.0, Font::Small).add(&count, Font::Small, colors.text_muted);
    }
    ui.horizontal(|ui| {
        ui.add_space(4.0);
        words.show(ui);
    });
}

/// Side by side in one box where there is room for it, else one below the other.
fn to_be_read(ui: &mut Ui, setup: &Setup, notices: &[&Notice]) -> Option<NoticeLink> {
    let colors = tokens(ui);
    let fails = notices.iter().any(|notice| notice.weight == Weight::Error);
    let (fill, outline) =
        if fails { (colors.error_soft, colors.error_border) } else { (colors.warn_soft, colors.warn_border) };
    #[expect(clippy::cast_precision_loss, reason = "a few notices")]
    let beside = notices.len() <= BESIDE && ui.available_width() / notices.len() as f32 >= NARROWEST;
    let mut cure = None;
    let frame = Frame::NONE.fill(fill).stroke((1.0, outline)).corner_radius(RADIUS_LARGE);
    let shown = frame.inner_margin(Margin::symmetric(12, 10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(24.0, 10.0);
        if beside {
            ui.columns(notices.len(), |columns| {
                for (column, notice) in columns.iter_mut().zip(notices) {
                    let cured = notice_words(column, setup, notice);
                    cure = cure.take().or(cured);
                }
            });
        } else {
            for notice in notices {
                let cured = notice_words(ui, setup, notice);
                cure = cure.take().or(cured);
            }
        }
    });
    if beside {
        between(ui, shown.response.rect, notices.len(), outline);
    }
    cure
}

/// Hairlines between what stands side by side.
fn between(ui: &Ui, rect: eframe::egui::Rect, count: usize, ink: Color32) {
    #[expect(clippy::cast_precision_loss, reason = "a few notices")]
    for nth in 1..count {
        let x = rect.left() + rect.width() * nth as f32 / count as f32;
        ui.painter().vline(x, rect.y_range(), Stroke::new(1.0, ink));
    }
}

/// What is worth knowing and asks for nothing.
fn line(ui: &mut Ui, setup: &Setup, notice: &Notice, first: bool) -> Option<NoticeLink> {
    let shown = Frame::NONE.inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        notice_words(ui, setup, notice)
    });
    if !first {
        rule_above(ui, shown.response.rect);
    }
    shown.inner
}

const fn sign(weight: Weight) -> Sign {
    match weight {
        Weight::Error => Sign::Error,
        Weight::Warning => Sign::Warning,
        Weight::Unknown => Sign::Unknown,
        Weight::Note => Sign::Note,
    }
}

/// The sign, what it is, what follows from it, and the links out of it.
fn notice_words(ui: &mut Ui, setup: &Setup, notice: &Notice) -> Option<NoticeLink> {
    let colors = tokens(ui);
    let sign = sign(notice.weight);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        icon_cell(ui, sign.icon(), 16.0, 20.0, sign.ink(colors));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
            let font = if notice.is_to_be_read() { Font::Strong } else { Font::Dense };
            label(ui, &notice.title, font, colors.text).on_hover_text(sign.word());
            for line in notice.text.lines() {
                let ink = if notice.is_to_be_read() { colors.text } else { colors.text_muted };
                label(ui, line, if notice.is_to_be_read() { Font::Dense } else { Font::Small }, ink);
            }
            if let Some(permission) = &notice.permission {
                label(ui, &t!("needs-permission", permission = permission.as_str()), Font::Small, colors.text_muted);
                let policy = Document::new(vec![Statement::allow(None, permission.as_str(), "*")]);
                copy_link(ui, t!("copy-policy"), &policy.to_json());
            }
            cure(ui, setup, notice)
        })
        .inner
    })
    .inner
}

/// The link to what would change it, where there is a place for that.
fn cure(ui: &mut Ui, setup: &Setup, notice: &Notice) -> Option<NoticeLink> {
    if notice.check.as_deref() == Some("borrow-timeout") {
        let secs = setup.access.timeout_secs.saturating_sub(5).max(1);
        let set = link(ui, &t!("review-set-borrow", seconds = secs), Font::Small).clicked();
        return set.then_some(NoticeLink::Borrow(secs));
    }
    let step = WizardStep::for_page(notice.page?);
    link(ui, &t!("go-to-page", page = step.title()), Font::Small).clicked().then_some(NoticeLink::Go(step))
}
