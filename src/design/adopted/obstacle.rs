//! What keeps a proxy that is there from being written down.

use crate::domain::observed::{Part, Unreadable};
use crate::text::t;

/// One thing that a setup needs and that is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// A read failed: `why` names the call and, where it was denied, the permission.
    Unread { of: String, why: Unreadable },
    /// It was read, and leaves something open.
    Open {
        /// Without a final period.
        title: String,
        /// The next act.
        cure: String,
    },
}

impl Obstacle {
    pub(super) fn open(title: impl Into<String>, cure: impl Into<String>) -> Self {
        Self::Open { title: title.into(), cure: cure.into() }
    }

    pub(super) fn unread(of: &str, why: &Unreadable) -> Self {
        Self::Unread { of: of.to_owned(), why: why.clone() }
    }

    /// A thing that something names, and that is not there.
    pub(super) fn missing(of: &str) -> Self {
        Self::open(t!("adopt-missing", of = of), t!("adopt-missing-cure"))
    }
}

/// The part, or why there is no setup without it.
pub(super) fn needed<'a, T>(part: &'a Part<T>, of: &str) -> Result<&'a T, Obstacle> {
    match part {
        Part::Present(value) => Ok(value),
        Part::Unreadable(why) => Err(Obstacle::unread(of, why)),
        Part::Absent | Part::NotAsked => Err(Obstacle::missing(of)),
    }
}
