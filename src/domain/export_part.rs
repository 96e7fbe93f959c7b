//! What an export can hold around the proxy, beside the proxy itself.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::handler_language::HandlerLanguage;
use super::setup::{SecretSetup, Setup};
use crate::text::{series, t};

/// A part that is exported only where it was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExportPart {
    /// An HTTP API of API Gateway in front of the function.
    Api,
    /// A REST API in front of it.
    RestApi,
    /// EventBridge Scheduler calls the function.
    Schedule,
    /// The function itself, for those who have none.
    Function,
    /// A starter network.
    Network,
    /// A starter database.
    Database,
    /// Rotation of the secret.
    Rotation,
    /// A CloudWatch dashboard and alarms.
    Alarms,
    /// AWS Config rules that keep it so.
    ConfigRules,
}

/// Nothing that can be exported has this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", t!("error-part", part = .0, known = series(ExportPart::ALL.map(ExportPart::id))))]
pub struct NotAPart(pub String);

impl ExportPart {
    /// In the order in which they are listed.
    pub const ALL: [Self; 9] = [
        Self::Api,
        Self::RestApi,
        Self::Schedule,
        Self::Function,
        Self::Network,
        Self::Database,
        Self::Rotation,
        Self::Alarms,
        Self::ConfigRules,
    ];

    /// Stable name, as in choices and on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Api => "api",
            Self::RestApi => "rest-api",
            Self::Schedule => "schedule",
            Self::Function => "function",
            Self::Network => "network",
            Self::Database => "database",
            Self::Rotation => "rotation",
            Self::Alarms => "alarms",
            Self::ConfigRules => "config-rules",
        }
    }

    /// Whether it can stand around this setup; if not, why.
    ///
    /// # Errors
    /// What is in its way, for a person.
    pub fn fits(self, setup: &Setup) -> Result<(), &'static str> {
        match (self, &setup.secret) {
            (Self::Network | Self::Database | Self::Alarms | Self::ConfigRules, _) if setup.proxy.used.is_some() => {
                Err(t!("part-used-proxy"))
            }
            (Self::Rotation, SecretSetup::None) => Err(t!("part-rotation-no-secret")),
            (Self::Rotation, SecretSetup::Used { rds_managed: true, .. }) => Err(t!("part-rotation-managed")),
            (Self::Rotation, SecretSetup::Used { .. }) => Err(t!("part-rotation-not-ours")),
            (Self::Function, _) if !has_handler(setup) => Err(t!("part-function-no-handler")),
            _ => Ok(()),
        }
    }
}

/// There is code for the function, in each of its languages.
fn has_handler(setup: &Setup) -> bool {
    let is_written = |language: HandlerLanguage| language.is_written_for(setup.database.family, setup.auth_mode);
    HandlerLanguage::of_setup(setup).into_iter().all(is_written)
}

impl FromStr for ExportPart {
    type Err = NotAPart;

    fn from_str(text: &str) -> Result<Self, NotAPart> {
        Self::ALL.into_iter().find(|part| part.id() == text).ok_or_else(|| NotAPart(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_part_has_one_name_everywhere() {
        for part in ExportPart::ALL {
            assert_eq!(part.id().parse(), Ok(part));
            assert_eq!(serde_json::to_value(part).unwrap(), part.id());
        }
    }

    #[test]
    fn an_unknown_part_is_told_with_those_that_there_are() {
        let error = "apis".parse::<ExportPart>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "there is no part `apis`; there are api, rest-api, schedule, function, network, database, \
             rotation, alarms, config-rules"
        );
    }
}
