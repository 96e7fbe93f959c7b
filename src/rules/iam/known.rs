//! Yes, no, or a doubt with its reason.

use crate::rules::rule::Gap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    Yes,
    No,
    Doubt(Gap),
}

impl Known {
    /// A doubt that no permission of the caller would end.
    pub fn doubt(because: impl Into<String>) -> Self {
        Self::Doubt(Gap { because: because.into(), needs: Vec::new() })
    }

    /// No wins, then doubt.
    pub fn and(self, other: impl FnOnce() -> Self) -> Self {
        match self {
            Self::No => Self::No,
            Self::Yes => other(),
            Self::Doubt(gap) => match other() {
                Self::No => Self::No,
                _ => Self::Doubt(gap),
            },
        }
    }

    /// Yes wins, then doubt.
    pub fn or(self, other: impl FnOnce() -> Self) -> Self {
        match self {
            Self::Yes => Self::Yes,
            Self::No => other(),
            Self::Doubt(gap) => match other() {
                Self::Yes => Self::Yes,
                _ => Self::Doubt(gap),
            },
        }
    }

    pub fn any(all: impl Iterator<Item = Self>) -> Self {
        all.fold(Self::No, |sum, one| sum.or(|| one))
    }

    pub fn all(all: impl Iterator<Item = Self>) -> Self {
        all.fold(Self::Yes, |sum, one| sum.and(|| one))
    }
}

impl From<bool> for Known {
    fn from(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }
}

impl std::ops::Not for Known {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            doubt => doubt,
        }
    }
}
