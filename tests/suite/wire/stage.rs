//! One case on a stage: what must be true afterwards.

use std::time::Duration;

use rds_proxy_wizard::apply::{ApplyError, End, Outcome, Receipt, Store};
use rds_proxy_wizard::domain::choices::Choices;
use rds_proxy_wizard::plan::{Action, Plan};
use serde_json::Value;

use super::choice::{Calls, Case, Then};
use super::picture::differences;
use super::strike::{Place, Point, Strike};
use super::world::{Flow, World};

/// Nothing may take longer, even if every read of every step hangs: pauses pass in a moment.
const LIMIT: Duration = Duration::from_secs(300);

/// A world that is used again and again: every case that ends right leaves it as it found it.
pub struct Stage {
    world: World,
    choices: Choices,
    plan: Plan,
    untouched: Value,
    finished: Value,
}

impl Stage {
    /// A new world, and the calls of an uninterrupted run and its undo in it.
    pub async fn rehearsed(url: &str, flow: Flow) -> (Self, Calls) {
        let world = World::open(url, flow).await;
        let choices = world.choices();
        let plan = world.plan(&choices).await;
        assert!(!plan.is_empty(), "{flow:?} has nothing to do");
        world.line.keep();
        let untouched = world.picture(&choices).await;
        world.line.calm();
        let outcome = world.engine().run(plan.clone()).await.unwrap();
        assert_eq!(outcome.end, End::Finished, "{flow:?}: {}", errors(&outcome.receipt));
        let apply = world.line.calls();
        let finished = world.picture(&choices).await;
        world.line.calm();
        let outcome = world.engine().undo(outcome.receipt).await.unwrap();
        assert_eq!(outcome.end, End::Finished, "{flow:?}: {:#?}", outcome.receipt.leftovers);
        let undo = world.line.calls();
        let differ = differences(&world.picture(&choices).await, &untouched);
        assert!(differ.is_empty(), "{flow:?} is not undone: {differ:#?}");
        (Self { world, choices, plan, untouched, finished }, Calls { apply, undo })
    }

    /// Lets it happen. `Err` says what is wrong, and then the world is no more what it was.
    pub async fn play(&self, case: &Case) -> Result<(), String> {
        let run = async {
            self.world.free_names().await;
            match case {
                Case::Apply { strike, then } => self.applied(strike, *then).await,
                Case::Undo { strike } => self.undone(strike).await,
            }
        };
        tokio::time::timeout(LIMIT, run).await.unwrap_or_else(|_| Err(format!("no end after {LIMIT:?}")))
    }

    async fn applied(&self, strike: &Strike, then: Then) -> Result<(), String> {
        let world = &self.world;
        world.line.arm(strike.clone());
        let outcome = world.engine().run(self.plan.clone()).await.map_err(broken)?;
        let effects: Vec<(String, String)> = world.line.effects().into_iter().collect();
        if !world.line.lift() && is_due(strike) {
            return Err("it never came to that call".into());
        }
        let receipt = from_disk(&outcome)?;
        touched(&receipt, &effects)?;
        let receipt = match then {
            Then::Undo => receipt,
            Then::Resume => {
                let resumed = match outcome.end {
                    End::Finished => outcome,
                    _ => world.engine().resume(receipt).await.map_err(broken)?,
                };
                if resumed.end != End::Finished {
                    return Err(format!("resume ends {:?}: {}", resumed.end, errors(&resumed.receipt)));
                }
                let differ = differences(&world.picture(&self.choices).await, &self.finished);
                if !differ.is_empty() {
                    return Err(format!("not as finished: {}", differ.join("; ")));
                }
                world.line.calm();
                resumed.receipt
            }
        };
        let outcome = world.engine().undo(receipt).await.map_err(broken)?;
        self.taken_back(&outcome).await
    }

    async fn undone(&self, strike: &Strike) -> Result<(), String> {
        let world = &self.world;
        world.line.calm();
        let outcome = world.engine().run(self.plan.clone()).await.map_err(broken)?;
        if outcome.end != End::Finished {
            return Err(format!("it is not even applied: {}", errors(&outcome.receipt)));
        }
        world.line.arm_later(strike.clone());
        let outcome = world.engine().undo(outcome.receipt).await.map_err(broken)?;
        if !world.line.lift() && is_due(strike) {
            return Err("it never came to that call".into());
        }
        if outcome.end == End::Finished {
            return self.taken_back(&outcome).await;
        }
        let receipt = from_disk(&outcome)?;
        if receipt.leftovers.is_empty() || !receipt.is_open() {
            return Err(format!("undo ends {:?} and nothing is open, or left", outcome.end));
        }
        for left in &receipt.leftovers {
            if !left.console_url.starts_with("https://") || left.cli.is_empty() || left.cli.contains("${") {
                return Err(format!("a leftover without a way to it: {left:?}"));
            }
        }
        let outcome = world.engine().undo(receipt).await.map_err(broken)?;
        self.taken_back(&outcome).await
    }

    /// What an undo says and what is there.
    async fn taken_back(&self, outcome: &Outcome) -> Result<(), String> {
        let differ = differences(&self.world.picture(&self.choices).await, &self.untouched);
        match (outcome.end, differ.is_empty()) {
            (End::Finished, true) => Ok(()),
            (End::Finished, false) => Err(format!("FALSE UNDONE: {}", differ.join("; "))),
            (end, _) => {
                let left = outcome.receipt.leftovers.iter().map(|left| format!("{} ({})", left.title, left.why));
                let left: Vec<String> = left.collect();
                Err(format!("undo ends {end:?}, left: {}; differs: {}", left.join(", "), differ.join("; ")))
            }
        }
    }
}

/// Reads are repeated by chance, writes are not.
fn is_due(strike: &Strike) -> bool {
    matches!(&strike.place, Place::At(Point { writes: true, .. })) || strike.place == Place::EveryRead
}

/// A write that took effect belongs to a step that says it was touched.
fn touched(receipt: &Receipt, effects: &[(String, String)]) -> Result<(), String> {
    let touched: Vec<&Action> = receipt
        .plan
        .steps
        .iter()
        .filter(|step| receipt.entry(&step.id).is_some_and(|entry| entry.touched))
        .map(|step| &step.action)
        .collect();
    let mut operations: Vec<&str> = effects.iter().map(|(operation, _)| operation.as_str()).collect();
    operations.dedup();
    // A group is made closed, and taken away again where that fails: both are of its making.
    operations.retain(|operation| !operation.contains(":Delete") && !operation.contains(":Revoke"));
    for operation in operations {
        let happened = effects.iter().filter(|(of, _)| of == operation).count();
        let known = touched.iter().filter(|action| makes(action, operation)).count();
        if happened > known {
            return Err(format!("{operation} took effect on {happened} things, and {known} steps are touched"));
        }
    }
    Ok(())
}

/// Whether running an action may make this call.
fn makes(action: &Action, operation: &str) -> bool {
    let (_, operation) = operation.split_once(':').unwrap_or_default();
    match action {
        Action::CreateSecret(_) => operation == "CreateSecret",
        Action::RestoreSecret(_) => matches!(operation, "RestoreSecret" | "TagResource" | "PutSecretValue"),
        Action::CreateRole(_) => operation == "CreateRole",
        Action::PutRolePolicy(_) => operation == "PutRolePolicy",
        Action::AttachVpcPolicy(_) => operation == "AttachRolePolicy",
        Action::CreateSecurityGroup(_) => operation == "CreateSecurityGroup",
        Action::AuthorizeRule(_) => operation.starts_with("AuthorizeSecurityGroup"),
        Action::CreateVpcEndpoint(_) => operation == "CreateVpcEndpoint",
        Action::CreateProxy(_) => operation == "CreateDBProxy",
        Action::CreateProxyEndpoint(_) => operation == "CreateDBProxyEndpoint",
        Action::DeleteProxyEndpoint(_) => operation == "DeleteDBProxyEndpoint",
        Action::AddLogin(_) | Action::ModifyProxy(_) => operation == "ModifyDBProxy",
        Action::ModifyPool(_) => operation == "ModifyDBProxyTargetGroup",
        Action::RegisterTarget(_) => operation == "RegisterDBProxyTargets",
        Action::EnableDatabaseIamAuth(_) => operation.starts_with("ModifyDB"),
        Action::UpdateFunction(_) => operation == "UpdateFunctionConfiguration",
        Action::PublishAndMoveAlias(_) => operation == "PublishVersion" || operation == "UpdateAlias",
        Action::CreateLogGroup(_) => operation == "CreateLogGroup",
        Action::CreateFunction(_) => operation == "CreateFunction",
        Action::PutAlarm(_) => operation == "PutMetricAlarm",
        Action::RevokeRule(_) => operation.starts_with("RevokeSecurityGroup"),
        Action::AllowInAcl(_) => operation == "CreateNetworkAclEntry",
        Action::SetVpcAttribute(_) => operation == "ModifyVpcAttribute",
        Action::KeepLog(_) => operation == "PutRetentionPolicy",
        Action::ExportLog(_) => matches!(operation, "ModifyDBInstance" | "ModifyDBCluster"),
    }
}

fn from_disk(outcome: &Outcome) -> Result<Receipt, String> {
    Store::load(&outcome.path).map_err(broken)
}

fn broken(error: ApplyError) -> String {
    format!("refused: {error}")
}

fn errors(receipt: &Receipt) -> String {
    let said = receipt.steps.iter().filter_map(|entry| {
        let error = entry.error.as_ref()?;
        Some(format!("{} {}: {}", entry.step, error.operation, error.message))
    });
    said.collect::<Vec<_>>().join("; ")
}
