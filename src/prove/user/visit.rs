//! A visit in the database: a look at the user, what was to be done, and a look after it.

use secrecy::SecretString;
use serde::Serialize;

use super::wanted::WantedUser;
use crate::cloud::{Wire, Writer};
use crate::export::{KnownUser, PASSWORD, UserState, with_password};
use crate::probe::inside::LogInWith;
use crate::probe::{self, Attempt, Errand, Opened, ProbeTarget, Returned, SecretPassword, StageEvent, Trust};
use crate::prove::{Unproven, errand_through};

/// What a visit is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deed {
    /// Reads whether the user is there; writes nothing.
    Look,
    /// Makes the user, or grants what one that is there lacks.
    Make,
    /// Takes the user away.
    Drop,
}

/// A statement that was run, [`PASSWORD`] in the password's place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ran {
    pub statement: String,
    /// What the server said against it.
    pub error: Option<String>,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct UserVisit {
    pub deed: Deed,
    /// The connection over which the user was looked at.
    pub attempt: Attempt,
    /// The user before; nothing where it could not be read.
    pub before: Option<KnownUser>,
    /// Ends at the first that failed. A query that failed stands here too.
    pub ran: Vec<Ran>,
    /// The user now; nothing where it could not be read.
    pub after: Option<KnownUser>,
}

impl UserVisit {
    /// What was to be done is done.
    pub fn is_done(&self) -> bool {
        let state = self.after.as_ref().map(|known| &known.state);
        self.ran.iter().all(|ran| ran.error.is_none())
            && match self.deed {
                Deed::Look => state.is_some(),
                Deed::Make => !self.ran.is_empty(),
                Deed::Drop => state == Some(&UserState::Absent),
            }
    }

    /// The login that is wanted is refused by the user that is there.
    pub fn refuses(&self, wanted: &WantedUser) -> bool {
        self.after.as_ref().or(self.before.as_ref()).is_some_and(|known| known.state.refuses(wanted.login))
    }
}

/// From this machine, with passwords that were typed and are kept nowhere.
pub struct Here<'a> {
    pub wire: &'a Wire,
    pub target: &'a ProbeTarget,
    pub trust: &'a Trust,
    pub login: SecretString,
    /// Of the user, where it has one.
    pub password: Option<&'a SecretString>,
    pub on_event: &'a mut (dyn FnMut(StageEvent) + Send),
    /// What was opened for the first errand.
    pub opened: Option<(Attempt, Opened)>,
}

/// By a function inside the VPC, which reads the passwords by itself.
pub struct Inside<'a> {
    pub cloud: &'a dyn Writer,
    /// The function's name.
    pub function: &'a str,
    pub target: &'a ProbeTarget,
    pub login: &'a LogInWith,
    /// The secret with the user's password, where it has one.
    pub password_secret: Option<&'a str>,
    /// PEM text, where the public roots do not do.
    pub ca: Option<&'a str>,
}

/// Where errands are carried out.
pub enum VisitPlace<'a> {
    Here(Box<Here<'a>>),
    Inside(Inside<'a>),
}

impl VisitPlace<'_> {
    async fn carry_out(&mut self, errand: Errand, wanted: &WantedUser) -> Result<Returned, Unproven> {
        match self {
            Self::Here(here) => here.carry_out(&errand, wanted).await,
            Self::Inside(inside) => {
                let secret = inside.password_secret.filter(|_| errand.run.iter().any(|run| run.contains(PASSWORD)));
                let password = secret.map(|secret| SecretPassword {
                    secret: secret.to_owned(),
                    user: wanted.user.clone(),
                    place: PASSWORD.to_owned(),
                });
                let Inside { cloud, function, target, login, ca, .. } = *inside;
                errand_through(cloud, function, target, login, ca, &Errand { password, ..errand }).await
            }
        }
    }
}

impl Here<'_> {
    async fn carry_out(&mut self, errand: &Errand, wanted: &WantedUser) -> Result<Returned, Unproven> {
        if let Wire::Simulated(account) = self.wire {
            let returned = probe::errand_from_here(account.as_ref(), self.target, errand)?;
            // The way there is told once, with the look before.
            if errand.run.is_empty() {
                returned.attempt.stages.iter().for_each(|stage| (self.on_event)(StageEvent::Ended(stage.clone())));
            }
            return Ok(returned);
        }
        if self.opened.is_none() {
            let (attempt, session) = probe::open(self.target, self.trust, self.login.clone(), self.on_event).await;
            let Some(session) = session else {
                return Ok(Returned { attempt, ran: Vec::new(), answers: Vec::new() });
            };
            self.opened = Some((attempt, session));
        }
        let Some((attempt, session)) = &mut self.opened else { return Err(Unproven::NotOpened) };
        let complete = |statement: &str| match self.password {
            Some(password) => with_password(wanted.family, statement, password),
            None => SecretString::from(statement.to_owned()),
        };
        Ok(session.carry_out(errand, attempt.clone(), &complete).await)
    }
}

/// Looks, does it, and looks again. Without the first look nothing is done: a user that is there could be
/// taken for a new one.
///
/// # Errors
/// Where the function that was to do it did not answer.
pub async fn visit(place: &mut VisitPlace<'_>, wanted: &WantedUser, deed: Deed) -> Result<UserVisit, Unproven> {
    let user = wanted.statements();
    let ask = user.questions().unwrap_or_default();
    let look = || Errand { ask: ask.clone(), ..Errand::default() };
    let Returned { attempt, answers, .. } = place.carry_out(look(), wanted).await?;
    let mut made = UserVisit { deed, attempt, before: None, ran: Vec::new(), after: None };
    made.before = known(&answers);
    let Some(before) = made.before.clone() else {
        let refused = ask
            .into_iter()
            .zip(answers)
            .find_map(|(statement, answer)| Some(Ran { statement, error: Some(answer.err()?) }));
        made.ran.extend(refused);
        return Ok(made);
    };
    let run = match deed {
        Deed::Make => user.to_run(&before.state),
        Deed::Drop if before.state != UserState::Absent => user.to_drop(),
        Deed::Look | Deed::Drop => Vec::new(),
    };
    if run.is_empty() {
        made.after = made.before.clone();
        return Ok(made);
    }
    let done = place.carry_out(Errand { run: run.clone(), ..look() }, wanted).await?;
    made.ran = run.into_iter().zip(done.ran).map(|(statement, error)| Ran { statement, error }).collect();
    made.after = known(&done.answers);
    if made.ran.is_empty() {
        // The second connection did not come as far as the first.
        made.attempt = done.attempt;
    }
    Ok(made)
}

/// The user, where it could be looked at. Rights that could not be read stay unknown.
fn known(answers: &[Result<Option<String>, String>]) -> Option<KnownUser> {
    let state = answers.first()?.as_ref().ok()?;
    let rights = answers.get(1).and_then(|answer| answer.as_ref().ok()).and_then(Option::as_deref);
    Some(KnownUser::read(state.as_deref(), rights))
}
