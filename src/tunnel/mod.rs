//! A way in from a laptop: a port of this machine that Systems Manager forwards to an endpoint inside a VPC.
//!
//! The AWS CLI and its Session Manager plugin carry it; this program starts them as a child and ends them.
//! What is dialled is the near end, while certificate and token stay the endpoint's ([`crate::probe::Via`]).
//! <https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-working-with-sessions-start.html>

mod candidates;
mod child;
mod look;
mod needs;

pub use candidates::{Candidate, CandidateKind, Candidates, Unfit};
pub use child::{Open, open};
pub use look::candidates;
pub use needs::{Missing, missing};

use std::fmt;
use std::io;
use std::net::TcpListener;
use std::str::FromStr;

use crate::domain::json::on_one_line;
use crate::domain::shell::word;
use crate::export::FORWARDING;
use crate::probe::{ProbeTarget, Via};
use crate::text::{Sentence, said, t};

/// What carries a tunnel: an instance, a managed node or an ECS task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carrier(String);

/// The forms that `StartSession` takes as its target.
impl FromStr for Carrier {
    type Err = TunnelError;

    fn from_str(text: &str) -> Result<Self, TunnelError> {
        let id = text.trim();
        let known = ["i-", "mi-", "ecs:"].iter().any(|prefix| id.len() > prefix.len() && id.starts_with(prefix));
        let plain = id.chars().all(|c| c.is_ascii_alphanumeric() || "-_:".contains(c));
        if known && plain { Ok(Self(id.to_owned())) } else { Err(TunnelError::Carrier(text.to_owned())) }
    }
}

impl fmt::Display for Carrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why there is no tunnel.
#[derive(Debug, thiserror::Error)]
pub enum TunnelError {
    /// Not something that a session can be started on.
    #[error("{}", t!("tunnel-carrier", text = .0.as_str()))]
    Carrier(String),
    /// A program that carries it is not installed.
    #[error("{}", t!("tunnel-missing", name = .0.name()))]
    Missing(Missing),
    /// This machine gave no port, or did not start the program.
    #[error("{}", t!("tunnel-not-started", why = .0.to_string()))]
    Io(#[from] io::Error),
    /// It ended before it listened.
    #[error("{}", t!("tunnel-ended", said = .0.as_str()))]
    Ended(String),
    /// It does not listen.
    #[error("{}", t!("tunnel-silent", secs = .0))]
    Silent(u64),
}

impl TunnelError {
    /// What to do, in a whole sentence.
    pub fn hint(&self) -> Sentence {
        match self {
            Self::Carrier(_) => said!("tunnel-carrier-hint"),
            Self::Missing(missing) => said!("tunnel-missing-hint", name = missing.name(), url = missing.url()),
            Self::Io(_) => said!("tunnel-not-started-hint"),
            Self::Ended(_) | Self::Silent(_) => said!("tunnel-ended-hint"),
        }
    }
}

/// A tunnel that is wanted: through whom, where to, and the port of this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tunnel {
    arguments: Vec<String>,
    port: u16,
}

impl Tunnel {
    /// A tunnel to the target's endpoint at a port of this machine that is free now.
    ///
    /// # Errors
    /// Where no port is free.
    pub fn to(
        target: &ProbeTarget,
        carrier: &Carrier,
        region: &str,
        profile: Option<&str>,
    ) -> Result<Self, TunnelError> {
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        Ok(Self::at(port, target, carrier, region, profile))
    }

    /// The same at this port.
    pub fn at(port: u16, target: &ProbeTarget, carrier: &Carrier, region: &str, profile: Option<&str>) -> Self {
        let parameters = serde_json::json!({
            "host": [target.host], "portNumber": [target.port.to_string()], "localPortNumber": [port.to_string()],
        });
        let carrier = carrier.to_string();
        let parameters = on_one_line(&parameters);
        let mut arguments = vec!["ssm", "start-session", "--target", &carrier, "--document-name", FORWARDING];
        arguments.extend(["--parameters", &parameters, "--region", region]);
        arguments.extend(profile.into_iter().flat_map(|profile| ["--profile", profile]));
        Self { arguments: arguments.into_iter().map(str::to_owned).collect(), port }
    }

    /// The command as a person would type it.
    pub fn line(&self) -> String {
        let words = self.arguments.iter().map(|argument| word(argument));
        std::iter::once("aws".to_owned()).chain(words).collect::<Vec<_>>().join(" ")
    }

    /// The near end, which is dialled.
    pub fn via(&self) -> Via {
        Via { host: "127.0.0.1".to_owned(), port: self.port }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::probe::Protocol;

    #[test]
    fn the_line_is_the_one_of_aws_s_own_guide() {
        let host = "orders.proxy-abc.eu-west-1.rds.amazonaws.com";
        let target = ProbeTarget::new(host, 3306, Protocol::Mysql, "app", "").unwrap();
        let tunnel = Tunnel::at(13306, &target, &"i-0abc".parse().unwrap(), "eu-west-1", Some("work"));
        assert_eq!(
            tunnel.line(),
            format!(
                "aws ssm start-session --target i-0abc --document-name {FORWARDING} --parameters \
                 '{{\"host\":[\"{host}\"],\"portNumber\":[\"3306\"],\"localPortNumber\":[\"13306\"]}}' \
                 --region eu-west-1 --profile work"
            )
        );
        assert_eq!(tunnel.via().to_string(), "127.0.0.1:13306");
    }

    #[test]
    fn what_no_session_can_be_started_on_is_refused() {
        for good in ["i-0abc", "mi-0abc", "ecs:cluster_task_0123-45", " i-0abc "] {
            assert!(good.parse::<Carrier>().is_ok(), "{good}");
        }
        for bad in ["", "i-", "bastion", "--profile", "i-0 abc", "i-$(id)"] {
            assert!(bad.parse::<Carrier>().is_err(), "{bad}");
        }
    }
}
