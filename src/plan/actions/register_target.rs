//! The database behind the proxy, and the minutes until the proxy has reached it.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::cloud::{CloudResult, DatabaseRef};
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::call::Call;
use crate::domain::console;
use crate::domain::database::DatabaseKind;
use crate::domain::output::Outputs;
use crate::domain::proxy::{Proxy, Target, TargetHealth, TargetReason, TargetState};
use crate::domain::secret::name_in_arn;
use crate::plan::action::{Act, AtLimit, Context, Done, Patience, Presence, Settled, Undone, moved_on};
use crate::plan::describe::{Description, DiffLine, Leftover};
use crate::text::{Sentence, said, t};

const CALL: &str = "rds:RegisterDBProxyTargets";

/// Makes a database the proxy's target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterTarget {
    /// The proxy's name.
    pub proxy: String,
    /// The database.
    pub database: DatabaseRef,
    /// On a proxy of others, the secrets' names of all who log in there by then: whoever comes later
    /// needs the database.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logins: Option<Vec<String>>,
}

/// Whether the database is among a proxy's targets, itself or by its members.
pub(in crate::plan) fn is_registered(targets: &[Target], database: &DatabaseRef) -> bool {
    targets.iter().any(|target| target.id == database.id || target.tracked_cluster.as_deref() == Some(&database.id))
}

impl RegisterTarget {
    fn call(&self, operation: &'static str) -> Call {
        let ids = match self.database.kind {
            DatabaseKind::Instance => "DBInstanceIdentifiers",
            DatabaseKind::Cluster => "DBClusterIdentifiers",
        };
        let input = json!({ "DBProxyName": self.proxy, "TargetGroupName": "default", ids: [self.database.id] });
        Call::new("rds", operation, input)
    }

    /// A login on the proxy of others that came after the registration.
    fn newcomer<'a>(&self, proxy: &'a Proxy) -> Option<&'a str> {
        let logins = self.logins.as_ref()?;
        let mut names = proxy.auth.iter().map(|entry| name_in_arn(&entry.secret_arn));
        names.find(|name| !logins.iter().any(|login| login == name))
    }

    /// Both kinds of database, whichever the target is.
    fn checked_against(&self, account: &Account) -> impl Iterator<Item = String> {
        let id = self.database.id.as_str();
        let kinds = [format!("cluster:{id}"), "db-proxy:*".to_owned(), format!("db:{id}"), "target-group:*".to_owned()];
        kinds.map(|kind| account.arn("rds", &kind)).into_iter()
    }
}

/// What the targets' health means for somebody who waits for the first that is available.
fn verdict(targets: &[Target]) -> Settled {
    let healths: Vec<&TargetHealth> = targets.iter().filter_map(|target| target.health.as_ref()).collect();
    if healths.iter().any(|health| health.is_available()) {
        return Settled::ready();
    }
    let Some(health) = healths.first() else {
        let state = if targets.is_empty() { TargetState::Registering.to_string() } else { "–".to_owned() };
        return Settled::Waiting { state, what: said!("plan-register-target-wait") };
    };
    let state = health.word().to_owned();
    if health.reason == Some(TargetReason::AuthFailure) {
        // No wait mends that: most often the database user is yet to be made.
        return Settled::Stuck { state };
    }
    let what = match &health.reason {
        Some(TargetReason::PendingProxyCapacity) => said!("plan-register-target-wait-capacity"),
        Some(TargetReason::Unreachable | TargetReason::ConnectionFailed) => {
            said!("plan-register-target-wait-unreachable")
        }
        _ => said!("plan-register-target-wait"),
    };
    Settled::Waiting { state, what }
}

#[async_trait]
impl Act for RegisterTarget {
    fn describe(&self, account: &Account, _tags: &Tags) -> Description {
        let call = self.call("RegisterDBProxyTargets");
        let (database, proxy) = (self.database.id.as_str(), self.proxy.as_str());
        Description {
            title: t!("plan-register-target", database = database),
            call: CALL.into(),
            resource: self.proxy.clone(),
            input: call.preview(),
            cli: call.command(account).to_string(),
            why: match self.logins {
                Some(_) => t!("plan-register-target-first-why").into(),
                None => t!("plan-register-target-why").into(),
            },
            diff: vec![DiffLine::added(format!("{} {}", self.database.kind, self.database.id))],
            undo: match self.logins {
                Some(_) => t!("plan-register-target-first-undo", database = database, proxy = proxy),
                None => t!("plan-register-target-undo", database = database, proxy = proxy),
            },
        }
    }

    fn needed(&self, account: &Account) -> Vec<(String, String)> {
        self.checked_against(account).map(|arn| (CALL.into(), arn)).collect()
    }

    fn needed_to_undo(&self, account: &Account) -> Vec<(String, String)> {
        self.checked_against(account).map(|arn| ("rds:DeregisterDBProxyTargets".into(), arn)).collect()
    }

    /// A target that stays unreachable is for the check to explain, not a failed call.
    fn patience(&self) -> Patience {
        Patience { at_limit: AtLimit::Unsettled, ..Patience::minutes(1, 5, 10, 15) }
    }

    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        Ok(Presence::by_content(is_registered(&context.cloud.targets(&self.proxy).await?, &self.database)))
    }

    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        let targets = context.cloud.targets(&self.proxy).await?;
        if is_registered(&targets, &self.database) {
            return Err(moved_on(CALL, &self.proxy, said!("plan-register-target-moved")));
        }
        context.cloud.register_target(&self.proxy, &self.database).await?;
        Ok(Done::default())
    }

    async fn settled(&self, context: &Context<'_>) -> CloudResult<Settled> {
        Ok(verdict(&context.cloud.targets(&self.proxy).await?))
    }

    async fn undo(&self, context: &Context<'_>, _done: Option<&Done>) -> CloudResult<Undone> {
        let Some(proxy) = context.cloud.proxy(&self.proxy).await? else { return Ok(Undone::AlreadyGone) };
        if !is_registered(&context.cloud.targets(&self.proxy).await?, &self.database) {
            return Ok(Undone::AlreadyGone);
        }
        if let Some(login) = self.newcomer(&proxy) {
            return Ok(Undone::Kept { why: said!("plan-register-target-kept", login = login), in_use: true });
        }
        context.cloud.deregister_target(&self.proxy, &self.database).await?;
        Ok(Undone::Removed)
    }

    fn leftover(&self, account: &Account, _outputs: &Outputs, why: Sentence) -> Leftover {
        Leftover {
            title: said!("plan-register-target", database = self.database.id.as_str()),
            why,
            console_url: console::proxy(account, &self.proxy),
            cli: self.call("DeregisterDBProxyTargets").command(account).to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::proxy::TargetKind;

    fn target(state: &str, reason: Option<&str>) -> Target {
        let health = TargetHealth { state: state.into(), reason: reason.map(Into::into), description: None };
        Target {
            kind: TargetKind::RdsInstance,
            id: "orders-1".into(),
            tracked_cluster: Some("orders".into()),
            endpoint: None,
            port: None,
            role: None,
            health: Some(health),
        }
    }

    #[test]
    fn a_refused_login_ends_the_wait_and_capacity_goes_on() {
        assert_eq!(verdict(&[target("AVAILABLE", None)]), Settled::ready());
        let refused = verdict(&[target("UNAVAILABLE", Some("AUTH_FAILURE"))]);
        assert_eq!(refused, Settled::Stuck { state: "AUTH_FAILURE".into() });
        let pending = verdict(&[target("UNAVAILABLE", Some("PENDING_PROXY_CAPACITY"))]);
        assert!(matches!(pending, Settled::Waiting { ref state, .. } if state == "PENDING_PROXY_CAPACITY"));
    }

    #[test]
    fn one_available_member_is_enough() {
        let members = [target("UNAVAILABLE", Some("PENDING_PROXY_CAPACITY")), target("AVAILABLE", None)];
        assert_eq!(verdict(&members), Settled::ready());
    }
}
