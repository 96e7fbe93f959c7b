//! What another program connects with: its line or its password, with a fresh token. The token goes to the
//! clipboard and nowhere else.

use std::sync::Arc;

use secrecy::{ExposeSecret, SecretString};

use super::state::State;
use super::tasks::{TaskAnswer, Tasks};
use crate::cloud::token::TokenRequest;
use crate::cloud::{Connection, Wire};
use crate::domain::shell::word;
use crate::probe::{ProbeTarget, password_variable, terminal_line};
use crate::report::{Kind, Report};
use crate::text::{Sentence, said};

/// A program that connects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoginProgram {
    /// `mysql` or `psql`, by the protocol.
    Terminal,
    /// One that has a field for the password: DBeaver, DataGrip.
    Password,
}

fn with_token(client: LoginProgram, target: &ProbeTarget, token: &str) -> String {
    match client {
        LoginProgram::Password => token.to_owned(),
        // A blank before it keeps it out of the history of most shells.
        LoginProgram::Terminal => {
            format!(" {}={} {}", password_variable(target.protocol), word(token), terminal_line(target))
        }
    }
}

/// Signs a token for what the form says, and copies it as this program wants it.
pub fn copy(state: &mut State, tasks: &Tasks, client: LoginProgram) {
    let Some(connection) = state.connection().cloned() else { return };
    let target = state.pages.connect.target(&connection.account).map(|target| state.tunnelling.through(target));
    tasks.answer(async move {
        TaskAnswer::Login(match target {
            Ok(target) => signed(&connection, &target)
                .await
                .map(|token| SecretString::from(with_token(client, &target, token.expose_secret()))),
            Err(report) => Err(report),
        })
    });
}

async fn signed(connection: &Connection, target: &ProbeTarget) -> Result<SecretString, Report> {
    let Wire::Network(tokens) = &connection.wire else {
        return Err(Report::new(Kind::Input, said!("login-practice")));
    };
    let tokens = Arc::clone(tokens);
    let request = TokenRequest {
        host: target.host.clone(),
        port: target.port,
        user: target.user.clone(),
        region: target.region.clone().unwrap_or_else(|| connection.account.region.clone()),
    };
    tokens.token(&request).await.map_err(|why| Report::new(Kind::Aws, Sentence::from_error(why)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::probe::Protocol;

    fn target(protocol: Protocol) -> ProbeTarget {
        let host = "orders.proxy-abc.eu-west-1.rds.amazonaws.com";
        ProbeTarget::new(host, protocol.proxy_port(), protocol, "o'hara", "orders").unwrap()
    }

    #[test]
    fn no_argument_holds_the_token_and_names_stay_names() {
        for protocol in [Protocol::Mysql, Protocol::Postgresql] {
            let line = with_token(LoginProgram::Terminal, &target(protocol), "TO&KEN");
            let (before, after) = line.split_once("TO&KEN").unwrap();
            assert!(before.ends_with("_PWD='") || before.ends_with("PGPASSWORD='"), "{line}");
            assert!(!after.contains("TO&KEN") && after.contains("o"), "{line}");
            assert_eq!(with_token(LoginProgram::Password, &target(protocol), "TO&KEN"), "TO&KEN");
        }
    }
}
