//! A word from the desktop: what has taken minutes is over while somebody looks elsewhere.

use notify_rust::Notification;

use super::state::State;
use crate::domain::PROGRAM;
use crate::text::t;

/// What the window is busy with for minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LongWork {
    Run,
    Proof,
    Load,
    AllProxies,
}

/// What is said once it is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    title: &'static str,
    text: String,
}

impl LongWork {
    /// What the window is busy with now.
    pub fn under_way(state: &State) -> Option<Self> {
        if state.proving.is_working() {
            Some(Self::Proof)
        } else if state.is_running() {
            Some(Self::Run)
        } else if state.load.running.is_some() {
            Some(Self::Load)
        } else {
            state.all_proxies.reading_since().map(|_| Self::AllProxies)
        }
    }

    /// What came of it.
    pub fn notice(self, state: &State) -> Notice {
        let (title, text) = match self {
            Self::Run => (t!("notice-run"), state.run.as_ref().map(|run| run.in_words().title).unwrap_or_default()),
            Self::Proof => (t!("notice-proof"), String::new()),
            Self::Load => (t!("notice-load"), state.load.title().unwrap_or_default().to_owned()),
            Self::AllProxies => (t!("notice-fleet"), state.all_proxies.fleet.summary()),
        };
        Notice { title, text }
    }
}

impl Notice {
    /// Shows it. Where no desktop shows such words nothing happens. The desktop may take its time, so the window
    /// does not wait for it.
    pub fn show(self) {
        std::thread::spawn(move || {
            let shown = Notification::new().appname(PROGRAM).icon(PROGRAM).summary(self.title).body(&self.text).show();
            if let Err(error) = shown {
                tracing::debug!(%error, "no notification");
            }
        });
    }
}
