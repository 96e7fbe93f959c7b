//! Holds a long reading between two questions, and lets it go on.

use std::sync::Arc;

use tokio::sync::watch;

/// Shared by whoever reads and whoever holds; open at first.
#[derive(Debug, Clone)]
pub struct Gate(Arc<watch::Sender<bool>>);

impl Default for Gate {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(false)))
    }
}

impl Gate {
    /// What was asked is heard out; nothing else is asked.
    pub fn hold(&self) {
        self.0.send_replace(true);
    }

    pub fn go_on(&self) {
        self.0.send_replace(false);
    }

    pub fn is_held(&self) -> bool {
        *self.0.borrow()
    }

    /// Waits while it is held.
    pub async fn pass(&self) {
        // This very gate holds the sender, so the answer comes.
        let _ = self.0.subscribe().wait_for(|held| !held).await;
    }
}
