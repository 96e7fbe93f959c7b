//! Every call to an account as a line of the log: its operation, the resource it names, how long it took and
//! how it ended; never its content.

use std::sync::Arc;
use std::time::Duration;

use crate::cloud::watched::{Call, Watch, Watched};
use crate::cloud::{CloudError, CloudResult, Connection, ErrorKind};
use crate::domain::outside::one_line;

struct Logged;

/// The connection with its calls in the log.
pub fn logged(connection: Connection) -> Connection {
    Connection { writer: Arc::new(Watched::new(connection.writer, Arc::new(Logged))), ..connection }
}

impl Watch for Logged {
    fn after(&self, call: Call<'_>, took: Duration, error: Option<&CloudError>) -> CloudResult<()> {
        let (operation, took_ms) = (call.operation, u64::try_from(took.as_millis()).unwrap_or(u64::MAX));
        let resource = one_line(call.resource);
        match error {
            // The usual answer to a look for what is not there, or not there yet.
            Some(error) if matches!(error.kind, ErrorKind::NotFound | ErrorKind::NotYet) => {
                tracing::debug!(operation, %resource, took_ms, kind = ?error.kind, "call");
            }
            // What AWS says in words may repeat what it was given.
            Some(error) => {
                let code = error.code.as_deref().map(one_line).unwrap_or_default();
                tracing::warn!(operation, %resource, took_ms, kind = ?error.kind, %code, "call failed");
            }
            None if call.writes => tracing::info!(operation, %resource, took_ms, "call"),
            None => tracing::debug!(operation, %resource, took_ms, "call"),
        }
        Ok(())
    }
}
