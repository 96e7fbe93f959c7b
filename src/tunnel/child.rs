//! The child that carries a tunnel: started, awaited until it listens, ended with everything it has started.

use std::process::Stdio;
use std::time::Duration;

use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;
use tokio::process::{Child, Command};
use tokio::time::{Instant, sleep, timeout};

use super::{Missing, Tunnel, TunnelError, missing};
use crate::domain::outside::one_line;

/// Seconds until it must listen: a session takes some three, a sign-in on the way more.
const PATIENCE: u64 = 30;
/// Between two looks whether it listens.
const LOOK: Duration = Duration::from_millis(200);
/// How long it may take to end by itself.
const FAREWELL: Duration = Duration::from_secs(3);
/// Characters of what it said that are told.
const SAID: usize = 600;

/// A tunnel that is open. Dropping it ends it.
#[derive(Debug)]
pub struct Open {
    child: Child,
}

/// Opens a tunnel, and returns once its near end listens.
///
/// # Errors
/// A program is missing, or it ended or stayed silent; what it said is in the error.
pub async fn open(tunnel: &Tunnel) -> Result<Open, TunnelError> {
    if let Some(program) = missing() {
        return Err(TunnelError::Missing(program));
    }
    let mut command = Command::new(Missing::Cli.name());
    command.args(&tunnel.arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    // The CLI starts the plugin: both are ended as one group.
    #[cfg(unix)]
    command.process_group(0);
    let mut open = Open { child: command.kill_on_drop(true).spawn()? };
    let deadline = Instant::now() + Duration::from_secs(PATIENCE);
    while Instant::now() < deadline {
        if open.child.try_wait()?.is_some() {
            return Err(TunnelError::Ended(open.said().await));
        }
        if TcpStream::connect(("127.0.0.1", tunnel.port)).await.is_ok() {
            return Ok(open);
        }
        sleep(LOOK).await;
    }
    Err(TunnelError::Silent(PATIENCE))
}

impl Open {
    /// Ends it, and returns when it is gone.
    pub async fn close(mut self) {
        self.end();
        if timeout(FAREWELL, self.child.wait()).await.is_err() {
            // It does not listen to the friendly word.
            let _ = self.child.kill().await;
        }
    }

    /// Asks the whole group to end; the plugin then ends the session on AWS's side too.
    fn end(&self) {
        // Without an id it has been waited for already.
        let Some(id) = self.child.id() else { return };
        #[cfg(unix)]
        let (program, arguments) = ("kill", ["-TERM".to_owned(), "--".to_owned(), format!("-{id}")]);
        #[cfg(not(unix))]
        let (program, arguments) = ("taskkill", ["/T".to_owned(), "/PID".to_owned(), id.to_string()]);
        let mut command = std::process::Command::new(program);
        // What is gone already needs no end.
        let _ = command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    }

    /// What it wrote on standard error before it ended.
    async fn said(&mut self) -> String {
        let mut said = Vec::new();
        if let Some(stderr) = self.child.stderr.take() {
            // A grandchild may hold the other end open.
            let _ = timeout(FAREWELL, stderr.take(16 << 10).read_to_end(&mut said)).await;
        }
        let said = String::from_utf8_lossy(&said);
        one_line(&said.trim().chars().take(SAID).collect::<String>()).into_owned()
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.end();
    }
}
