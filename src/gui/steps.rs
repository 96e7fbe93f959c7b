//! The wizard's steps: their order, groups and names.

use serde::{Deserialize, Serialize};

use crate::domain::setup::Page;
use crate::text::t;

/// One page of the wizard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WizardStep {
    Account,
    Database,
    Function,
    Secret,
    Role,
    Network,
    Proxy,
    Access,
    Review,
    Apply,
    Check,
    Export,
}

impl WizardStep {
    pub const ALL: [Self; 12] = [
        Self::Account,
        Self::Database,
        Self::Function,
        Self::Secret,
        Self::Role,
        Self::Network,
        Self::Proxy,
        Self::Access,
        Self::Review,
        Self::Apply,
        Self::Check,
        Self::Export,
    ];

    /// Choose, Design, Make, Prove, with how many steps each has.
    pub const GROUPS: [usize; 4] = [3, 5, 2, 2];

    pub fn index(self) -> usize {
        self as usize
    }

    pub fn at(index: usize) -> Self {
        Self::ALL.get(index).copied().unwrap_or(Self::Account)
    }

    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.index() + 1).copied()
    }

    pub fn back(self) -> Option<Self> {
        self.index().checked_sub(1).map(Self::at)
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::Account => t!("step-account"),
            Self::Database => t!("step-database"),
            Self::Function => t!("step-function"),
            Self::Secret => t!("step-secret"),
            Self::Role => t!("step-role"),
            Self::Network => t!("step-network"),
            Self::Proxy => t!("step-proxy"),
            Self::Access => t!("step-access"),
            Self::Review => t!("step-review"),
            Self::Apply => t!("step-apply"),
            Self::Check => t!("step-check"),
            Self::Export => t!("step-export"),
        }
    }

    /// The step whose page a note, problem or action belongs to.
    pub fn for_page(page: Page) -> Self {
        match page {
            Page::Account => Self::Account,
            Page::Database => Self::Database,
            Page::Function => Self::Function,
            Page::Secret => Self::Secret,
            Page::Role => Self::Role,
            Page::Network => Self::Network,
            Page::Proxy => Self::Proxy,
            Page::Access => Self::Access,
        }
    }

    /// The design page of the step, where it has one.
    pub fn page(self) -> Option<Page> {
        Some(match self {
            Self::Account => Page::Account,
            Self::Database => Page::Database,
            Self::Function => Page::Function,
            Self::Secret => Page::Secret,
            Self::Role => Page::Role,
            Self::Network => Page::Network,
            Self::Proxy => Page::Proxy,
            Self::Access => Page::Access,
            Self::Review | Self::Apply | Self::Check | Self::Export => return None,
        })
    }
}
