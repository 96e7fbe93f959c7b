//! What was typed, and what is made of it.

use std::path::PathBuf;

use secrecy::SecretString;

use crate::domain::database::EngineFamily;
use crate::domain::observed::Observed;
use crate::export::ProxyLogsIn;
use crate::gui::command::{Command, Commands};
use crate::gui::proving;
use crate::gui::widgets::SecretText;
use crate::probe::{ProbeTarget, Via};
use crate::prove::{Deed, InsideUser, NoWanted, WantedUser, database_target};
use crate::report::{Kind, Report};
use crate::text::{said, t};
use crate::tunnel::{Carrier, TunnelError};

/// What was typed.
#[derive(Default)]
pub struct UserPage {
    pub(super) user: String,
    pub(super) database: String,
    /// `read`, `read-write` or an own list.
    pub(super) rights: RightsChoice,
    pub(super) own_rights: String,
    /// Where the proxy does not say it.
    pub(super) login_is: Option<ProxyLogsIn>,
    /// By a temporary function.
    pub(super) inside: bool,
    pub(super) login_as: String,
    pub(super) carrier: String,
    pub(super) via: String,
    pub(super) ca: String,
    /// Of whoever logs in to run it.
    pub(super) login: SecretText,
    /// Of the new user, where it has one.
    pub(super) password: SecretText,
    /// ARN of the secret of whoever may make users.
    pub(super) login_secret: String,
    /// ARN of the user's own secret.
    pub(super) password_secret: String,
    /// The proxy it was filled from.
    filled_for: Option<String>,
    pub(super) asking: Option<Deed>,
    /// What was asked for last.
    asked: Option<Deed>,
    /// Filled in as the user when the page is shown.
    pub(super) named: Option<String>,
}

/// How the rights are given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum RightsChoice {
    Read,
    #[default]
    ReadWrite,
    Own,
}

/// A visit from this machine.
pub struct UserRequest {
    pub deed: Deed,
    pub wanted: WantedUser,
    pub target: ProbeTarget,
    pub ca: Option<PathBuf>,
    pub login: SecretString,
    pub password: Option<SecretString>,
    /// What carries a tunnel that is opened first.
    pub carrier: Option<Carrier>,
}

fn wrong(title: String) -> Report {
    Report::new(Kind::Input, title).hint(said!("user-mend-hint"))
}

fn given(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

impl UserPage {
    /// Filled from what is known of the proxy and its database.
    pub fn filled_from(observed: &Observed, user: String, key: String) -> Self {
        let database = observed.database.present();
        let master = database.and_then(|database| database.master_secret.as_ref());
        Self {
            user,
            database: database.and_then(|database| database.database_name.clone()).unwrap_or_default(),
            login_as: database.and_then(|database| database.master_username.clone()).unwrap_or_default(),
            login_secret: master.map(|secret| secret.arn.clone()).unwrap_or_default(),
            filled_for: Some(key),
            ..Self::default()
        }
    }

    pub fn is_of(&self, key: &str) -> bool {
        self.filled_for.as_deref() == Some(key)
    }

    /// The page is to be about this user.
    pub fn wants(&mut self, user: String) {
        self.named = Some(user);
    }

    pub fn user(&self) -> &str {
        self.user.trim()
    }

    /// Rights as [`crate::export::Rights::parse`] reads them.
    fn rights(&self) -> &str {
        match self.rights {
            RightsChoice::Read => "read",
            RightsChoice::ReadWrite => "read-write",
            RightsChoice::Own => &self.own_rights,
        }
    }

    /// Whose statements they are.
    pub fn wanted(&self, observed: &Observed) -> Result<WantedUser, NoWanted> {
        WantedUser::new(observed, self.user(), given(&self.database), self.rights(), self.login_is)
    }

    /// What was asked for last.
    pub fn asked(&self) -> Deed {
        self.asked.unwrap_or(Deed::Look)
    }

    /// A file of certificates to trust instead of the public roots.
    pub fn ca(&self) -> Option<PathBuf> {
        given(&self.ca).map(PathBuf::from)
    }

    /// Enough is given to try it.
    pub(super) fn can_visit(&self, wanted: &WantedUser) -> bool {
        let by_whom = if self.inside { &self.login_secret } else { &self.login_as };
        !wanted.user.is_empty() && wanted.family != EngineFamily::Sqlserver && given(by_whom).is_some()
    }

    /// Asks for it: what writes from here wants consent, and a temporary function is reviewed.
    pub(super) fn visit(&mut self, deed: Deed, commands: &mut Commands) {
        self.asked = Some(deed);
        match (self.inside, deed) {
            (true, _) => commands.push(Command::Prove(proving::ProvingAsk::ReviewUser(deed))),
            (false, Deed::Look) => commands.push(Command::Prove(proving::ProvingAsk::VisitUser(deed))),
            (false, Deed::Make | Deed::Drop) => self.asking = Some(deed),
        }
    }

    /// What was typed, as a visit from this machine, or what is wrong with it. The passwords are taken out of
    /// their fields.
    pub fn request(&mut self, observed: &Observed, deed: Deed) -> Result<UserRequest, Report> {
        let wanted = self.wanted(observed).map_err(|why| wrong(why.to_string()))?;
        if wanted.user.is_empty() {
            return Err(wrong(t!("sql-empty-user").to_owned()));
        }
        let via: Option<Via> = match given(&self.via) {
            None => None,
            Some(via) => Some(via.parse().map_err(|_| wrong(t!("connect-bad-via", via = via)))?),
        };
        let carrier: Option<Carrier> = match given(&self.carrier) {
            None => None,
            Some(carrier) => Some(carrier.parse().map_err(|why: TunnelError| wrong(why.to_string()))?),
        };
        let target =
            database_target(observed, &wanted, self.login_as.trim()).map_err(|why| wrong(why.to_string()))?.via(via);
        let needs_password = deed == Deed::Make && wanted.login == ProxyLogsIn::WithPassword;
        if self.login.is_empty() || (needs_password && self.password.is_empty()) {
            return Err(wrong(t!("connect-no-password").to_owned()));
        }
        let password = needs_password.then(|| self.password.take());
        Ok(UserRequest { deed, wanted, target, ca: self.ca(), login: self.login.take(), password, carrier })
    }

    /// The same as a visit by a temporary function.
    pub fn inside(&self, observed: &Observed, deed: Deed) -> Result<InsideUser, Report> {
        let wanted = self.wanted(observed).map_err(|why| wrong(why.to_string()))?;
        let (login, password) = (given(&self.login_secret), given(&self.password_secret));
        InsideUser::new(observed, wanted, deed, login, password).map_err(|why| wrong(why.to_string()))
    }
}
