//! The tunnel of the Connect page: what could carry one, and the one that is open. Nothing here awaits;
//! `work` starts what does.

pub mod work;

use std::time::Instant;

use tokio::sync::oneshot;

use super::command::Command;
use super::fetched::{Fetched, Generation};
use super::pages::ConnectPage;
use crate::domain::account::Account;
use crate::domain::proxy_at::ProxyAt;
use crate::probe::{ProbeTarget, Via};
use crate::report::Report;
use crate::tunnel::{Candidates, Carrier, Missing};

/// What the page asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TunnelAsk {
    /// Looks whether a tunnel could be opened from here: programs and a free port.
    Find,
    /// Reads what could carry one.
    Look,
    Open,
    /// Opens it, then connects through it.
    OpenAndConnect,
    End,
}

/// What the tasks answer.
pub enum TunnelAnswer {
    Candidates(Generation, Result<Candidates, Report>),
    Opened(Generation, Box<Result<OpenTunnel, Report>>),
    /// It is over; what it said, where nobody had asked it to end.
    Ended(Generation, Option<String>),
}

/// Whether a tunnel could be opened from here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TunnelNeeds {
    /// The program that is lacking.
    pub missing: Option<Missing>,
    /// A port of this machine that was free.
    pub port: u16,
}

/// A tunnel that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenTunnel {
    pub carrier: Carrier,
    /// The endpoint at its far end.
    pub host: String,
    pub port: u16,
    /// Its near end.
    pub via: Via,
    /// Seconds since 1970.
    pub since: u64,
}

impl OpenTunnel {
    fn leads_to(&self, target: &ProbeTarget) -> bool {
        self.host == target.host && self.port == target.port
    }
}

/// The way in through a tunnel.
#[derive(Default)]
pub struct Tunnelling {
    pub needs: Option<TunnelNeeds>,
    pub candidates: Fetched<Candidates, Report>,
    pub tunnel: Fetched<OpenTunnel, Report>,
    /// Dropped, it ends the tunnel.
    hold: Option<oneshot::Sender<()>>,
    /// An attempt waits for it to be open.
    connects: bool,
    /// The proxy that all of it is about.
    proxy: ProxyAt,
}

impl Tunnelling {
    /// The same target by the tunnel's near end, where one is open to it.
    pub fn through(&self, target: ProbeTarget) -> ProbeTarget {
        match self.tunnel.ready().filter(|open| open.leads_to(&target)) {
            Some(open) => target.via(Some(open.via.clone())),
            None => target,
        }
    }

    /// Whether one is open to what the page's form names.
    pub fn leads_to(&self, look: &ConnectPage, account: &Account) -> bool {
        let target = look.target(account).ok();
        self.tunnel.ready().zip(target).is_some_and(|(open, target)| open.leads_to(&target))
    }

    /// It is being opened.
    pub fn is_opening(&self, now: Instant) -> bool {
        self.tunnel.waiting(now).is_some()
    }

    /// Ends it, and forgets why the last one did not open.
    pub fn end(&mut self) {
        self.hold = None;
        self.connects = false;
        self.tunnel.clear();
    }

    /// Ends it and forgets its carriers once another proxy is looked at.
    pub fn is_for(&mut self, proxy: ProxyAt) {
        if self.proxy != proxy {
            *self = Self { proxy, ..Self::default() };
        }
    }

    /// Takes one answer in; says what follows from it.
    pub fn receive(&mut self, answer: TunnelAnswer, now: Instant) -> Vec<Command> {
        match answer {
            TunnelAnswer::Candidates(generation, candidates) => {
                self.candidates.answer(generation, candidates, now);
            }
            TunnelAnswer::Opened(generation, opened) => {
                let is_open = opened.is_ok();
                if self.tunnel.answer(generation, *opened, now) {
                    let connects = std::mem::take(&mut self.connects);
                    if is_open && connects {
                        return vec![Command::Connect];
                    }
                    if !is_open {
                        // Its port may have been taken.
                        self.needs = None;
                    }
                }
            }
            TunnelAnswer::Ended(generation, _) => {
                if self.tunnel.is_current(generation) {
                    self.end();
                }
            }
        }
        Vec::new()
    }
}

impl TunnelAnswer {
    /// What an open tunnel said that ended by itself.
    pub fn lost<'a>(&'a self, tunnelling: &Tunnelling) -> Option<&'a str> {
        match self {
            Self::Ended(generation, said) if tunnelling.tunnel.is_current(*generation) => said.as_deref(),
            _ => None,
        }
    }
}
