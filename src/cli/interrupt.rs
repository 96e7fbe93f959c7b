//! Ctrl-C, and being asked to end, as something a run can listen to.

/// Listens from the moment it is made.
pub struct Interrupts {
    #[cfg(unix)]
    signals: Option<[tokio::signal::unix::Signal; 2]>,
}

impl Interrupts {
    /// Ctrl-C no longer ends the program; [`Interrupts::next`] hears it.
    pub fn listen() -> Self {
        #[cfg(unix)]
        {
            use tokio::signal::unix::{SignalKind, signal};
            let hear = |kind| signal(kind).ok();
            let pair = hear(SignalKind::interrupt()).zip(hear(SignalKind::terminate()));
            Self { signals: pair.map(|(interrupt, terminate)| [interrupt, terminate]) }
        }
        #[cfg(not(unix))]
        Self {}
    }

    /// Returns when somebody asks to stop.
    pub async fn next(&mut self) {
        #[cfg(unix)]
        match &mut self.signals {
            Some([interrupt, terminate]) => {
                tokio::select! {
                    _ = interrupt.recv() => {}
                    _ = terminate.recv() => {}
                }
            }
            None => std::future::pending().await,
        }
        #[cfg(not(unix))]
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
