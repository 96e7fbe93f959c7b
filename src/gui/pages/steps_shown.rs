//! Steps of a plan as the Review, Apply and Design pages name them: icon, group, state and wait.

use eframe::egui::Ui;

use crate::domain::json::pretty;
use crate::domain::setup::Page;
use crate::gui::icon::Icon;
use crate::gui::widgets::{CopyWay, Sign, copy_as};
use crate::plan::{Action, Change, Description, DiffLine, NumberedStep, Plan, Step, StepId};
use crate::text::t;

use super::written::awaited;

/// A step in words, with `(after step 7)` for what AWS has yet to name.
#[derive(Debug, Clone)]
pub struct ShownStep {
    pub step: Step,
    /// Its place in the order of the run, from 1.
    pub number: usize,
    /// The change that it waits for, and that one's place.
    pub after: Option<(StepId, usize)>,
    pub title: String,
    pub call: String,
    pub resource: String,
    /// With shell variables, as it would be run.
    pub cli: String,
    pub why: String,
    pub diff: Vec<DiffLine>,
    pub undo: String,
    /// As programs read it.
    described: Description,
}

impl ShownStep {
    /// For a ticket.
    pub fn markdown(&self) -> String {
        let Self { title, why, cli, undo, .. } = self;
        format!("**{title}**\n\n{why}\n\n```sh\n{cli}\n```\n\n{undo}\n")
    }

    /// The same as `plan --format json` prints of it.
    pub fn json(&self) -> String {
        pretty(&NumberedStep { number: self.number, step: &self.step, description: &self.described })
    }
}

/// A menu of ways to copy a step; `words` stand on its button where there is room for them.
pub fn copy_step(ui: &mut Ui, words: Option<&str>, step: &ShownStep) {
    let ways = [
        CopyWay { name: t!("copy-as-markdown"), text: &|| step.markdown() },
        CopyWay { name: t!("copy-as-command"), text: &|| step.cli.clone() },
        CopyWay { name: t!("copy-as-json"), text: &|| step.json() },
    ];
    copy_as(ui, words, &t!("copy-step", number = step.number), &ways);
}

/// Every step of the plan in words.
pub fn shown(plan: &Plan) -> Vec<ShownStep> {
    let say = |text: String| awaited(Some(plan), &text);
    plan.steps
        .iter()
        .zip(1..)
        .map(|(step, number)| {
            let words = plan.describe(step);
            let after = plan.waits_for(step).filter(|_| step.change != Change::AlreadySo);
            let described = words.clone();
            ShownStep {
                described,
                step: step.clone(),
                number,
                after: after.and_then(|after| Some((after.id.clone(), plan.number(&after.id)?))),
                title: say(words.title),
                call: words.call,
                resource: say(words.resource),
                cli: words.cli,
                why: say(words.why),
                diff: words.diff.into_iter().map(|line| DiffLine { text: say(line.text), ..line }).collect(),
                undo: say(words.undo),
            }
        })
        .collect()
}

/// The words of a plan, made once for each design.
#[derive(Default)]
pub struct Cache {
    version: Option<u64>,
    steps: Vec<ShownStep>,
}

impl Cache {
    /// Nothing was put into words yet.
    pub const fn is_empty(&self) -> bool {
        self.version.is_none()
    }

    /// The steps of this version of the design; none while there is no plan.
    pub fn steps(&mut self, version: u64, plan: Option<&Plan>) -> &[ShownStep] {
        if self.version != Some(version) {
            self.steps = plan.map(shown).unwrap_or_default();
            self.version = Some(version);
        }
        &self.steps
    }
}

pub const fn sign(change: Change) -> Sign {
    match change {
        Change::Create => Sign::Create,
        Change::Change => Sign::Change,
        Change::AlreadySo => Sign::AlreadySo,
    }
}

pub const fn icon(action: &Action) -> Icon {
    match action {
        Action::CreateSecret(_) | Action::RestoreSecret(_) => Icon::LockKeyhole,
        Action::CreateRole(_) => Icon::IdCard,
        Action::PutRolePolicy(_) | Action::AttachVpcPolicy(_) => Icon::Braces,
        Action::CreateSecurityGroup(_) => Icon::Shield,
        Action::AuthorizeRule(_) | Action::RevokeRule(_) | Action::AllowInAcl(_) => Icon::ShieldPlus,
        Action::SetVpcAttribute(_) => Icon::Settings2,
        Action::CreateVpcEndpoint(_) | Action::CreateProxyEndpoint(_) | Action::DeleteProxyEndpoint(_) => Icon::Plug,
        Action::CreateProxy(_) => Icon::Proxy,
        Action::AddLogin(_) => Icon::KeyRound,
        Action::ModifyProxy(_) | Action::ModifyPool(_) => Icon::Settings2,
        Action::RegisterTarget(_) => Icon::Database,
        Action::EnableDatabaseIamAuth(_) => Icon::Fingerprint,
        Action::UpdateFunction(_) => Icon::SquareFunction,
        Action::PublishAndMoveAlias(_) => Icon::GitBranch,
        Action::CreateLogGroup(_) | Action::KeepLog(_) | Action::ExportLog(_) => Icon::FileText,
        Action::PutAlarm(_) => Icon::Clock,
        Action::CreateFunction(_) => Icon::Zap,
    }
}

/// What others wait for: `after the proxy`.
pub fn after(action: &Action) -> &'static str {
    match action {
        Action::CreateSecret(_) | Action::RestoreSecret(_) => t!("after-secret"),
        Action::CreateRole(_) => t!("after-role"),
        Action::PutRolePolicy(_) | Action::AttachVpcPolicy(_) => t!("after-policy"),
        Action::CreateSecurityGroup(_) => t!("after-group"),
        Action::AuthorizeRule(_) | Action::RevokeRule(_) => t!("after-rule"),
        Action::AllowInAcl(_) => t!("after-acl-entry"),
        Action::SetVpcAttribute(_) => t!("after-vpc-dns"),
        Action::CreateVpcEndpoint(_) | Action::CreateProxyEndpoint(_) | Action::DeleteProxyEndpoint(_) => {
            t!("after-endpoint")
        }
        Action::CreateProxy(_) | Action::ModifyProxy(_) => t!("after-proxy"),
        Action::AddLogin(_) => t!("after-login"),
        Action::ModifyPool(_) => t!("after-pool"),
        Action::RegisterTarget(_) => t!("after-target"),
        Action::EnableDatabaseIamAuth(_) => t!("after-iam-auth"),
        Action::UpdateFunction(_) => t!("after-function"),
        Action::PublishAndMoveAlias(_) => t!("after-alias"),
        Action::CreateLogGroup(_) | Action::KeepLog(_) | Action::ExportLog(_) => t!("after-log-group"),
        Action::PutAlarm(_) => t!("after-alarm"),
        Action::CreateFunction(_) => t!("after-probe"),
    }
}

/// The heads under which a plan is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanGroup {
    Identity,
    Network,
    Proxy,
    Function,
}

impl PlanGroup {
    pub const ALL: [Self; 4] = [Self::Identity, Self::Network, Self::Proxy, Self::Function];

    pub const fn for_page(page: Page) -> Self {
        match page {
            Page::Account | Page::Secret | Page::Role => Self::Identity,
            Page::Network => Self::Network,
            Page::Database | Page::Proxy => Self::Proxy,
            Page::Function | Page::Access => Self::Function,
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::Identity => t!("plan-group-identity"),
            Self::Network => t!("plan-group-network"),
            Self::Proxy => t!("plan-group-proxy"),
            Self::Function => t!("plan-group-function"),
        }
    }
}

/// `5–10 min` for steps that take minutes, nothing for the others.
pub fn wait(action: &Action) -> String {
    let patience = action.patience();
    if patience.usual_max_secs < 60 {
        return String::new();
    }
    let (from, to) = ((patience.usual_secs / 60).max(1), patience.usual_max_secs.div_ceil(60));
    if from == to { t!("minutes", count = to) } else { t!("minutes-range", from = from, to = to) }
}
