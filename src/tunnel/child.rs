//! The child that carries a tunnel: started, awaited until it listens, ended with everything it has started.
//!
//! A second child of the same group waits for the end of its input, which comes with this program's end,
//! whatever ends it: no tunnel outlives the program.

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
/// How long it may take to end by itself; [`GUARDED`] ends it by force before that.
const FAREWELL: Duration = Duration::from_secs(5);
/// Characters of what it said that are told.
const SAID: usize = 600;

/// Becomes the program of its arguments, with a guard beside it. Once its input ends, the guard interrupts the
/// group: the plugin takes that as "end the session" and tells AWS, which it does on no other signal
/// (`handleControlSignals` in <https://github.com/aws/session-manager-plugin>). Some three seconds later, or
/// once the program is gone, it ends by force what is left. A shell starts the guard deaf to interrupts.
#[cfg(unix)]
const GUARDED: &str = r#"exec 3<&0
(read -r _ <&3; kill -INT 0; n=0
while kill -0 $$ && [ $n -lt 30 ]; do sleep 0.1; n=$((n + 1)); done
kill -KILL 0) >/dev/null 2>&1 &
exec "$0" "$@" 3<&- </dev/null"#;

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
    let mut open = Open { child: carrying(tunnel).stdout(Stdio::null()).stderr(Stdio::piped()).spawn()? };
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

/// The CLI starts the plugin: both, and the guard, are one group.
#[cfg(unix)]
fn carrying(tunnel: &Tunnel) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", GUARDED, Missing::Cli.name()]).args(&tunnel.arguments);
    command.stdin(Stdio::piped()).process_group(0);
    command
}

#[cfg(not(unix))]
fn carrying(tunnel: &Tunnel) -> Command {
    let mut command = Command::new(Missing::Cli.name());
    command.args(&tunnel.arguments).stdin(Stdio::null()).kill_on_drop(true);
    command
}

impl Open {
    /// Ends it, and returns when it is gone.
    pub async fn close(mut self) {
        self.end();
        // By then the guard has ended it.
        let _ = timeout(FAREWELL, self.child.wait()).await;
    }

    /// Waits until it ends by itself; gives what it said.
    pub async fn ended(&mut self) -> String {
        // What cannot be waited for is gone.
        let _ = self.child.wait().await;
        self.said().await
    }

    /// Asks the whole group to end.
    #[cfg(unix)]
    fn end(&mut self) {
        drop(self.child.stdin.take());
    }

    #[cfg(not(unix))]
    fn end(&mut self) {
        // Without an id it has been waited for already.
        let Some(id) = self.child.id() else { return };
        let mut command = std::process::Command::new("taskkill");
        command.args(["/T", "/F", "/PID", &id.to_string()]);
        // What is gone already needs no end.
        let _ = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
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
