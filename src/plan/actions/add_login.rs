//! One login more on a proxy that others use too. `ModifyDBProxy` replaces the whole list, so it is read
//! again just before it is written: every other entry goes back as it was read, also in undo.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::create_proxy::{auth_json, usable};
use crate::cloud::{CloudError, CloudResult, ErrorKind, ProxyChange};
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::call::Call;
use crate::domain::console;
use crate::domain::output::Outputs;
use crate::domain::proxy::{Proxy, ProxyAuth};
use crate::domain::secret::name_in_arn;
use crate::plan::action::{Act, Context, Done, Patience, Presence, Settled, Undone, moved_on, taken_back_before};
use crate::plan::describe::{Description, DiffLine, Leftover};
use crate::text::{Sentence, said, t};

const CALL: &str = "rds:ModifyDBProxy";

/// A login and those beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddLogin {
    /// The proxy's name.
    pub proxy: String,
    /// The proxy's ARN.
    pub arn: String,
    /// The database user, for words.
    pub user: String,
    /// What is added; its secret may be a token.
    pub login: ProxyAuth,
    /// The others when the plan was made, for words: what is written is read again.
    pub others: Vec<ProxyAuth>,
}

/// How the proxy stands to the login.
enum LoginEntry {
    Absent,
    /// As it was added.
    Same,
    /// Of this secret, and somebody has changed it.
    Changed,
}

impl AddLogin {
    fn filled(&self, context: &Context<'_>) -> CloudResult<ProxyAuth> {
        Ok(ProxyAuth { secret_arn: context.fill(&self.login.secret_arn)?, ..self.login.clone() })
    }

    fn all(&self) -> Vec<ProxyAuth> {
        self.others.iter().chain([&self.login]).cloned().collect()
    }

    fn call(&self, auth: &[ProxyAuth]) -> Call {
        Call::new("rds", "ModifyDBProxy", json!({ "DBProxyName": self.proxy, "Auth": auth_json(auth) }))
    }

    async fn write(&self, context: &Context<'_>, auth: Vec<ProxyAuth>) -> CloudResult<()> {
        let change = ProxyChange { auth: Some(auth), ..ProxyChange::default() };
        context.cloud.modify_proxy(&self.proxy, change).await
    }
}

/// What AWS sets by itself on an entry is no difference.
fn entry(proxy: &Proxy, login: &ProxyAuth) -> LoginEntry {
    match proxy.auth.iter().find(|entry| entry.secret_arn == login.secret_arn) {
        None => LoginEntry::Absent,
        Some(there) if there.iam_auth == login.iam_auth => LoginEntry::Same,
        Some(_) => LoginEntry::Changed,
    }
}

#[async_trait]
impl Act for AddLogin {
    fn describe(&self, account: &Account, _tags: &Tags) -> Description {
        let call = self.call(&self.all());
        let line = |auth: &ProxyAuth| {
            let kind = auth.client_password_auth_type.as_ref().map(|kind| format!(" {kind}")).unwrap_or_default();
            format!("{} IAMAuth {}{kind}", name_in_arn(&auth.secret_arn), auth.iam_auth.api_name())
        };
        Description {
            title: t!("plan-add-login", user = self.user.as_str(), name = self.proxy.as_str()),
            call: CALL.into(),
            resource: self.arn.clone(),
            input: call.preview(),
            cli: call.command(account).to_string(),
            why: t!("plan-add-login-why", count = self.others.len()),
            diff: vec![DiffLine::added(line(&self.login))],
            undo: t!("plan-add-login-undo", user = self.user.as_str(), name = self.proxy.as_str()),
        }
    }

    fn needed(&self, _account: &Account) -> Vec<(String, String)> {
        vec![(CALL.into(), self.arn.clone())]
    }

    fn needed_to_undo(&self, _account: &Account) -> Vec<(String, String)> {
        vec![(CALL.into(), self.arn.clone())]
    }

    fn patience(&self) -> Patience {
        Patience::minutes(1, 3, 20, 10)
    }

    fn undo_patience(&self) -> Patience {
        self.patience()
    }

    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        let login = self.filled(context)?;
        Ok(match context.cloud.proxy(&self.proxy).await?.map(|proxy| entry(&proxy, &login)) {
            Some(LoginEntry::Same) => Presence::by_content(true),
            Some(LoginEntry::Changed) => Presence::Other,
            Some(LoginEntry::Absent) | None => Presence::Absent,
        })
    }

    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        let login = self.filled(context)?;
        let Some(proxy) = context.cloud.proxy(&self.proxy).await? else {
            return Err(CloudError::not_found(CALL, &self.proxy));
        };
        if let Some(what) = proxy.unclear_auth() {
            let why = said!("plan-add-login-unclear", what = what);
            return Err(CloudError::new(ErrorKind::Refused, CALL, why).on(&self.proxy));
        }
        match entry(&proxy, &login) {
            LoginEntry::Same => {}
            LoginEntry::Changed => return Err(moved_on(CALL, &self.proxy, said!("plan-add-login-moved"))),
            LoginEntry::Absent => {
                let mut auth = proxy.auth;
                auth.push(login);
                self.write(context, auth).await?;
            }
        }
        Ok(Done::default())
    }

    async fn settled(&self, context: &Context<'_>) -> CloudResult<Settled> {
        usable(context.cloud.proxy(&self.proxy).await?.as_ref(), CALL)
    }

    async fn undo(&self, context: &Context<'_>, _done: Option<&Done>) -> CloudResult<Undone> {
        let Ok(login) = self.filled(context) else { return Ok(Undone::AlreadyGone) };
        let Some(proxy) = context.cloud.proxy(&self.proxy).await? else { return Ok(Undone::AlreadyGone) };
        let kept = |why: Sentence| Ok(Undone::Kept { why, in_use: true });
        match entry(&proxy, &login) {
            LoginEntry::Absent => return Ok(taken_back_before(self, context).await),
            LoginEntry::Changed => return kept(said!("plan-add-login-kept")),
            LoginEntry::Same => {}
        }
        if let Some(what) = proxy.unclear_auth() {
            return kept(said!("plan-add-login-unclear", what = what));
        }
        let left: Vec<ProxyAuth> =
            proxy.auth.iter().filter(|entry| entry.secret_arn != login.secret_arn).cloned().collect();
        // RDS refuses a list without logins where there is no other scheme.
        if left.is_empty() && !proxy.default_iam_auth {
            return kept(said!("plan-add-login-last"));
        }
        self.write(context, left).await?;
        Ok(Undone::Removed)
    }

    async fn undo_settled(&self, context: &Context<'_>) -> CloudResult<Settled> {
        match context.cloud.proxy(&self.proxy).await? {
            None => Ok(Settled::ready()),
            Some(proxy) => usable(Some(&proxy), CALL),
        }
    }

    fn leftover(&self, account: &Account, outputs: &Outputs, why: Sentence) -> Leftover {
        let (name, region) = (self.proxy.as_str(), account.region.as_str());
        let secret = outputs.fill_known(&self.login.secret_arn);
        // The list as it is then, without this one.
        let left = format!(
            "aws rds describe-db-proxies --db-proxy-name {name} --query \"DBProxies[0].Auth[?SecretArn!='{secret}']\" \\\n  --output json --region {region}"
        );
        Leftover {
            title: said!("plan-add-login", user = self.user.as_str(), name = name),
            why,
            console_url: console::proxy(account, name),
            cli: format!(
                "auth=$({left})\naws rds modify-db-proxy --db-proxy-name {name} --auth \"$auth\" --region {region}"
            ),
        }
    }
}
