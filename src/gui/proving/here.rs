//! A visit to the database's user from this machine.

use std::time::Instant;

use super::ProvingAnswer;
use crate::cloud::{Connection, Wire};
use crate::gui::pages::user::UserRequest;
use crate::gui::state::State;
use crate::gui::tasks::{self, Tasks};
use crate::probe::Trust;
use crate::prove::{self, Deed, Here, UserVisit, VisitPlace};
use crate::report::{Kind, Report};
use crate::text::{Sentence, said};
use crate::tunnel::{Tunnel, TunnelError, open};

/// Visits the database user from this machine, with the passwords that were typed; they go with the request.
pub fn visit_user(state: &mut State, tasks: &Tasks, deed: Deed, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    let Some(observed) = state.seen().cloned() else { return };
    let generation = state.proving.visited.ask(now);
    let request = match state.pages.user.request(&observed, deed) {
        Ok(request) => request,
        Err(report) => {
            state.proving.visited.answer(generation, Err(report), now);
            return;
        }
    };
    tasks.answer(async move {
        let visit = visit_from_here(&connection, request).await;
        tasks::TaskAnswer::Proving(Box::new(ProvingAnswer::Visited(generation, Box::new(visit))))
    });
}

async fn visit_from_here(connection: &Connection, request: UserRequest) -> Result<UserVisit, Report> {
    let UserRequest { deed, wanted, mut target, ca, login, password, carrier } = request;
    let trust = ca.as_deref().map_or_else(|| Ok(Trust::public()), Trust::read);
    let trust =
        trust.map_err(|why| Report::new(Kind::Input, Sentence::from_error(why)).hint(said!("connect-ca-hint")))?;
    let mut tunnel = None;
    if let Some(carrier) = carrier {
        let (region, profile) = (&connection.account.region, connection.profile.as_deref());
        let wanted = Tunnel::to(&target, &carrier, region, profile).map_err(not_open)?;
        if let Wire::Network(_) = connection.wire {
            tunnel = Some(open(&wanted).await.map_err(|why| not_open(why).with_copy(wanted.line()))?);
        }
        target = target.via(Some(wanted.via()));
    }
    let (wire, password) = (&connection.wire, password.as_ref());
    let on_event = &mut |_| ();
    let here = Here { wire, target: &target, trust: &trust, login, password, on_event, opened: None };
    let visit = prove::visit(&mut VisitPlace::Here(Box::new(here)), &wanted, deed).await;
    if let Some(tunnel) = tunnel {
        tunnel.close().await;
    }
    visit.map_err(|why| Report::new(Kind::Internal, Sentence::from_error(why)))
}

fn not_open(why: TunnelError) -> Report {
    let hint = why.hint();
    Report::new(Kind::Input, Sentence::from_error(why)).hint(hint)
}
