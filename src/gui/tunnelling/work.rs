//! The work of it: each function starts a task that answers. The task that opens a tunnel holds it, too.

use std::net::TcpListener;
use std::time::Instant;

use tokio::sync::oneshot;

use super::{OpenTunnel, TunnelAnswer, TunnelAsk, TunnelNeeds};
use crate::cloud::{Connection, Wire};
use crate::gui::state::State;
use crate::gui::tasks::{self, Tasks};
use crate::probe::ProbeTarget;
use crate::report::{Kind, Report};
use crate::text::{Sentence, said};
use crate::tunnel::{self, Carrier, Missing, Open, Tunnel, TunnelError};

/// Carries out what the page asked for.
pub fn carry_out(state: &mut State, tasks: &Tasks, ask: TunnelAsk, now: Instant) {
    match ask {
        TunnelAsk::Find => state.tunnelling.needs = Some(needs()),
        TunnelAsk::Look => look(state, tasks, now),
        TunnelAsk::Open => open(state, tasks, false, now),
        TunnelAsk::OpenAndConnect => open(state, tasks, true, now),
        TunnelAsk::End => state.tunnelling.end(),
    }
}

fn answer(answer: TunnelAnswer) -> tasks::TaskAnswer {
    tasks::TaskAnswer::Tunnelling(Box::new(answer))
}

/// Looks at the search path, and for a free port.
fn needs() -> TunnelNeeds {
    let free = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
    TunnelNeeds { missing: tunnel::missing(), port: free.map_or(13306, |address| address.port()) }
}

fn look(state: &mut State, tasks: &Tasks, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    let vpc = state.seen().and_then(|seen| seen.proxy.present()).map(|proxy| proxy.vpc_id.clone());
    let generation = state.tunnelling.candidates.ask(now);
    tasks.answer(async move {
        let (region, profile) = (&connection.account.region, connection.profile.as_deref());
        let found = tunnel::candidates(&connection.wire, region, profile, vpc.as_deref()).await;
        let lacking = |missing: Missing| {
            let head = said!("tunnel-missing", name = missing.name());
            Report::new(Kind::Input, head).hint(missing.how_to_get())
        };
        answer(TunnelAnswer::Candidates(generation, found.map_err(lacking)))
    });
}

/// Opens it and holds it until it is asked to end, or ends by itself. One that was open ends.
fn open(state: &mut State, tasks: &Tasks, connects: bool, now: Instant) {
    let Some(connection) = state.connection().cloned() else { return };
    state.tunnelling.end();
    let generation = state.tunnelling.tunnel.ask(now);
    let target = state.pages.connect.target(&connection.account);
    let (carrier, target) = match state.pages.connect.carrier().and_then(|carrier| Ok((carrier, target?))) {
        Ok(wanted) => wanted,
        Err(report) => {
            state.tunnelling.tunnel.answer(generation, Err(report), now);
            return;
        }
    };
    let (hold, mut ended) = oneshot::channel();
    state.tunnelling.hold = Some(hold);
    state.tunnelling.connects = connects;
    let port = state.tunnelling.needs.get_or_insert_with(needs).port;
    let outbox = tasks.outbox();
    tasks.answer(async move {
        let opened = tokio::select! {
            opened = dig(&connection, &target, &carrier, port) => opened,
            _ = &mut ended => return answer(TunnelAnswer::Ended(generation, None)),
        };
        let (opened, child) = match opened {
            Ok((opened, child)) => (opened, child),
            Err(report) => return answer(TunnelAnswer::Opened(generation, Box::new(Err(report)))),
        };
        outbox.send(answer(TunnelAnswer::Opened(generation, Box::new(Ok(opened)))));
        let Some(mut child) = child else {
            // Nobody says anything over this channel: it is dropped.
            let _ = ended.await;
            return answer(TunnelAnswer::Ended(generation, None));
        };
        let said = tokio::select! {
            said = child.ended() => Some(said),
            _ = ended => None,
        };
        child.close().await;
        answer(TunnelAnswer::Ended(generation, said))
    });
}

/// Opens a tunnel, where there is a network for it.
async fn dig(
    connection: &Connection,
    target: &ProbeTarget,
    carrier: &Carrier,
    port: u16,
) -> Result<(OpenTunnel, Option<Open>), Report> {
    let region = target.region.as_deref().unwrap_or(&connection.account.region);
    let tunnel = Tunnel::at(port, target, carrier, region, connection.profile.as_deref());
    let refused = |why: TunnelError| {
        let hint = why.hint();
        Report::new(Kind::Input, Sentence::from_error(why)).hint(hint).with_copy(tunnel.line())
    };
    let child = match &connection.wire {
        Wire::Network(_) => Some(tunnel::open(&tunnel).await.map_err(refused)?),
        Wire::Simulated(_) => None,
    };
    let (host, port) = (target.host.clone(), target.port);
    let since = connection.clock.now();
    Ok((OpenTunnel { carrier: carrier.clone(), host, port, via: tunnel.via(), since }, child))
}
