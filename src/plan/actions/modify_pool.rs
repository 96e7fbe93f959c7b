//! Settings of the proxy's `default` target group.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::cloud::{CloudError, CloudResult};
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::call::Call;
use crate::domain::console;
use crate::domain::output::Outputs;
use crate::domain::proxy::PoolSettings;
use crate::plan::action::{Act, Context, Done, Patience, Presence, Settled, Undone, moved_on};
use crate::plan::compare::same_pool;
use crate::plan::describe::{Description, DiffLine, Leftover};
use crate::text::{Sentence, said, t};

const CALL: &str = "rds:ModifyDBProxyTargetGroup";

/// Pool settings and what they were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModifyPool {
    /// The proxy's name.
    pub proxy: String,
    /// What they become.
    pub pool: PoolSettings,
    /// What they were when the plan was made; absent when this plan makes the proxy.
    pub current: Option<PoolSettings>,
}

fn lines(pool: &PoolSettings) -> Vec<String> {
    let config = pool.input();
    config.as_object().into_iter().flatten().map(|(name, value)| format!("{name} {value}")).collect()
}

impl ModifyPool {
    fn call(&self, pool: &PoolSettings) -> Call {
        let input = json!({
            "DBProxyName": self.proxy,
            "TargetGroupName": "default",
            "ConnectionPoolConfig": pool.input(),
        });
        Call::new("rds", "ModifyDBProxyTargetGroup", input)
    }
}

#[async_trait]
impl Act for ModifyPool {
    fn describe(&self, account: &Account, _tags: &Tags) -> Description {
        let old = self.current.as_ref().map(lines).unwrap_or_default();
        let new = lines(&self.pool);
        let mut diff = Vec::new();
        for line in &old {
            diff.push(if new.contains(line) { DiffLine::kept(line) } else { DiffLine::removed(line) });
        }
        diff.extend(new.iter().filter(|line| !old.contains(line)).map(DiffLine::added));
        let call = self.call(&self.pool);
        Description {
            title: t!("plan-modify-pool", proxy = self.proxy.as_str()),
            call: CALL.into(),
            resource: self.proxy.clone(),
            input: call.preview(),
            cli: call.command(account).to_string(),
            why: t!("plan-modify-pool-why").into(),
            diff,
            undo: match self.current {
                Some(_) => t!("plan-modify-pool-undo-restore", proxy = self.proxy.as_str()),
                None => t!("plan-modify-pool-undo-with-proxy", proxy = self.proxy.as_str()),
            },
        }
    }

    fn needed(&self, account: &Account) -> Vec<(String, String)> {
        vec![(CALL.into(), account.arn("rds", "target-group:*"))]
    }

    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        Ok(match (context.cloud.pool(&self.proxy).await?, &self.current) {
            (Some(now), _) if same_pool(&now, &self.pool) => Presence::by_content(true),
            (Some(now), Some(before)) if !same_pool(&now, before) => Presence::Other,
            _ => Presence::Absent,
        })
    }

    fn needed_to_undo(&self, account: &Account) -> Vec<(String, String)> {
        // With a proxy of this run its group goes too.
        if self.current.is_some() { self.needed(account) } else { Vec::new() }
    }

    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        if let Some(before) = &self.current {
            let Some(now) = context.cloud.pool(&self.proxy).await? else {
                return Err(CloudError::not_found(CALL, &self.proxy));
            };
            if !same_pool(&now, before) {
                return Err(moved_on(CALL, &self.proxy, said!("plan-modify-pool-moved")));
            }
        }
        context.cloud.modify_pool(&self.proxy, &self.pool).await?;
        Ok(Done::default())
    }

    async fn settled(&self, context: &Context<'_>) -> CloudResult<Settled> {
        let now = context.cloud.pool(&self.proxy).await?;
        Ok(if now.is_some_and(|now| same_pool(&now, &self.pool)) {
            Settled::ready()
        } else {
            Settled::Waiting { state: "modifying".into(), what: said!("plan-modify-pool-wait") }
        })
    }

    async fn undo(&self, context: &Context<'_>, _done: Option<&Done>) -> CloudResult<Undone> {
        let Some(before) = &self.current else {
            return Ok(Undone::Removed);
        };
        match context.cloud.pool(&self.proxy).await? {
            None => Ok(Undone::AlreadyGone),
            Some(now) if same_pool(&now, before) => Ok(Undone::AlreadyGone),
            Some(now) if same_pool(&now, &self.pool) => {
                context.cloud.modify_pool(&self.proxy, before).await?;
                Ok(Undone::Restored)
            }
            Some(_) => Ok(Undone::Kept { why: said!("plan-modify-pool-kept"), in_use: false }),
        }
    }

    /// The proxy is this run's own and takes its group with it.
    fn goes_with_another(&self) -> bool {
        self.current.is_none()
    }

    fn patience(&self) -> Patience {
        Patience { limit_secs: 600, poll_secs: 5, ..Patience::CALL }
    }

    fn leftover(&self, account: &Account, _outputs: &Outputs, why: Sentence) -> Leftover {
        Leftover {
            title: said!("plan-modify-pool", proxy = self.proxy.as_str()),
            why,
            console_url: console::proxy(account, &self.proxy),
            cli: self.call(self.current.as_ref().unwrap_or(&self.pool)).command(account).to_string(),
        }
    }
}
