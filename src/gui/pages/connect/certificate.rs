//! The certificate that was shown, and what was sent inside it.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Badge, Fact, Sign, card as frame, facts, hairline, icon_line};
use crate::probe::{Attempt, Stage, StageVerdict};
use crate::text::{series, t};

/// The attempt whose certificate is shown: the function's, else this machine's.
pub fn shown(state: &State) -> Option<&Attempt> {
    let attempts = [state.proving.proof.ready(), state.attempt.ready()];
    attempts.into_iter().flatten().find(|attempt| attempt.certificate.is_some())
}

pub fn card(ui: &mut Ui, attempt: &Attempt, public_roots: bool) {
    let Some(certificate) = &attempt.certificate else { return };
    let colors = tokens(ui);
    frame(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 22.0), Layout::left_to_right(Align::Center), |ui| {
            label(ui, t!("certificate-head"), Font::Strong, colors.text);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| Badge::for_sign(Sign::Passed).show(ui));
        });
        let mono = |text: &str| format!("`{}`", text.replace('`', "'"));
        let names = match certificate.names.as_slice() {
            [] => mono(&certificate.subject),
            names => series(names.iter().map(|name| mono(name))),
        };
        let until = t!("certificate-until", date = certificate.until.as_str());
        label(ui, &names, Font::Dense, colors.text);
        icon_line(ui, Icon::BadgeCheck, &until);
        label(ui, &mono(&certificate.issuer), Font::Dense, colors.text);
        let issuer = if public_roots { t!("certificate-issuer-public") } else { t!("certificate-issuer-given") };
        icon_line(ui, Icon::BadgeCheck, issuer);
        hairline(ui);
        let fact = |stage: Stage| {
            let outcome = attempt.stages.iter().find(|outcome| outcome.stage == stage)?;
            outcome.fact.as_deref().filter(|_| outcome.verdict == StageVerdict::Passed)
        };
        let protocol = fact(Stage::Tls).and_then(|fact| fact.split(',').next()).unwrap_or_default();
        let endpoint = format!("`{}:{}`", attempt.target.host, attempt.target.port);
        let bundle = if public_roots { t!("certificate-bundle-none") } else { t!("certificate-bundle-given") };
        let mut rows =
            vec![Fact::new(t!("certificate-protocol"), protocol), Fact::new(t!("certificate-for"), &endpoint)];
        rows.extend(fact(Stage::Token).map(|fact| Fact::new(t!("certificate-credential"), fact)));
        rows.extend(fact(Stage::Login).map(|fact| Fact::new(t!("certificate-login"), fact)));
        rows.push(Fact::new(t!("certificate-bundle"), bundle));
        facts(ui, &rows);
    });
}
