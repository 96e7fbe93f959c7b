//! The last verdict of each proxy: what is different today is told by it. Codes and subjects only.

use std::io;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::private;
use crate::domain::UnixSeconds;
use crate::domain::json::pretty;
use crate::domain::proxy_at::ProxyAt;
use crate::earlier::{Drift, EarlierProxy};
use crate::rules::Verdict;

/// How the name of a file begins that is being written.
const DRAFT: &str = ".verdict-";

/// A verdict as it is kept.
#[derive(Serialize, Deserialize)]
struct LastVerdict {
    /// When the proxy was read.
    at: UnixSeconds,
    proxy: EarlierProxy,
}

/// Where they are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdicts {
    folder: PathBuf,
}

impl Verdicts {
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// What is different since this proxy was judged the last time; `None` where that is not known. Then the
    /// verdict takes the place of the last one. One that says nothing does not.
    ///
    /// # Errors
    /// It could not be kept.
    pub fn renew(&self, verdict: &Verdict, at: UnixSeconds) -> io::Result<Option<Drift>> {
        if verdict.proxy.is_none() || verdict.says_nothing() {
            return Ok(None);
        }
        let proxy = EarlierProxy::from(verdict);
        let last = self.last(&proxy.at).filter(|last| last.proxy.is_of(verdict));
        let drift = last.map(|last| Drift { since: last.at, difference: last.proxy.until(verdict) });
        private::folder(&self.folder)?;
        let content = pretty(&LastVerdict { at, proxy });
        private::replace(&self.path(&verdict.at()), DRAFT, content.as_bytes())?;
        Ok(drift)
    }

    /// Forgets what is kept of this account, in every region.
    ///
    /// # Errors
    /// The folder could not be read, or a file not be removed.
    pub fn forget(&self, account: &str) -> io::Result<()> {
        let entries = match std::fs::read_dir(&self.folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            entries => entries?,
        };
        for entry in entries {
            let path = entry?.path();
            let kept: Option<LastVerdict> =
                private::read(&path).ok().and_then(|kept| serde_json::from_slice(&kept).ok());
            if kept.is_some_and(|kept| kept.proxy.at.account == account) {
                std::fs::remove_file(path)?;
            }
        }
        Ok(())
    }

    /// A file that cannot be read is none: the next verdict takes its place.
    fn last(&self, at: &ProxyAt) -> Option<LastVerdict> {
        serde_json::from_slice(&private::read(&self.path(at)).ok()?).ok()
    }

    fn path(&self, at: &ProxyAt) -> PathBuf {
        let safe = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' };
        let name: String = format!("{}-{}-{}", at.account, at.region, at.name).chars().map(safe).collect();
        self.folder.join(format!("{name}.json"))
    }
}
