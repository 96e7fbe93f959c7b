//! From statements to an answer: which policies count, and how they are put together.
//!
//! An explicit deny wins wherever it stands. Beyond that, inside one account a role's own policies or
//! the resource's suffice, and the boundary limits both; across accounts both sides must allow. A KMS
//! key belongs to its policy: it must allow the role, or leave it to the account's policies.
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html>
//! <https://docs.aws.amazon.com/kms/latest/developerguide/control-access-overview.html>

use crate::domain::observed::Part;
use crate::domain::policy::{Document, Effect, Statement};
use crate::domain::secret::KeyGrant;

use crate::rules::rule::{Gap, Stop};
use crate::text::{labelled, t};

use super::known::Known;
use super::principal::{Meant, meant};
use super::request::Request;
use super::statement::applies;
use super::{By, Layer, PolicyAnswer};

/// What guards a resource beside the policies of who asks.
#[derive(Clone, Copy)]
pub enum Guard<'a> {
    /// Nothing: a login, a network interface.
    Nothing,
    /// The policy of a secret, if it has one.
    Secret(&'a Part<Document>),
    /// The policy of a key, without which nobody may use it, and its grants.
    Key(&'a Part<Document>, &'a Part<Vec<KeyGrant>>),
}

/// How far one side gets.
#[derive(Debug, Clone)]
enum SideAccess {
    Yes(By),
    No(Layer),
    Perhaps(Gap),
}

impl SideAccess {
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No(layer), _) | (_, Self::No(layer)) => Self::No(layer),
            (Self::Perhaps(gap), _) | (_, Self::Perhaps(gap)) => Self::Perhaps(gap),
            // The role's own statement tells most.
            (Self::Yes(_), Self::Yes(by)) if by.layer == Layer::Identity => Self::Yes(by),
            (yes, Self::Yes(_)) => yes,
        }
    }

    /// Where neither gets there, it is the other that says what lacks.
    fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes(by), _) | (_, Self::Yes(by)) => Self::Yes(by),
            (Self::Perhaps(gap), _) | (_, Self::Perhaps(gap)) => Self::Perhaps(gap),
            (Self::No(_), no) => no,
        }
    }
}

/// What some policies say, taken together.
struct Said {
    allows: SideAccess,
    denies: Option<By>,
    perhaps_denies: Option<Gap>,
}

impl Said {
    fn nothing(layer: Layer) -> Self {
        Self { allows: SideAccess::No(layer), denies: None, perhaps_denies: None }
    }

    /// A policy that was not read may say anything.
    fn unread(layer: Layer, gap: &Gap) -> Self {
        Self { allows: SideAccess::Perhaps(gap.clone()), perhaps_denies: Some(gap.clone()), ..Self::nothing(layer) }
    }

    fn read(&mut self, layer: Layer, policy: &str, document: &Document, holds: impl Fn(&Statement) -> Known) {
        for statement in &document.statement {
            let by = || By::new(layer, policy, statement);
            match (statement.effect, holds(statement)) {
                (_, Known::No) => {}
                (Effect::Deny, Known::Yes) => self.denies = self.denies.take().or_else(|| Some(by())),
                (Effect::Allow, Known::Yes) => self.allow(SideAccess::Yes(by())),
                (Effect::Deny, Known::Doubt(gap)) => self.perhaps_deny(in_policy(policy, "deny", gap)),
                (Effect::Allow, Known::Doubt(gap)) => self.allow(SideAccess::Perhaps(in_policy(policy, "allow", gap))),
                (Effect::Unclear, _) => self.perhaps(&unclear(policy, t!("seen-iam-effect-unclear"))),
            }
        }
        if let Some(key) = document.unclear() {
            self.perhaps(&unclear(policy, &t!("seen-iam-key-unclear", key = key)));
        }
    }

    fn allow(&mut self, side: SideAccess) {
        self.allows = side.or(self.allows.clone());
    }

    fn perhaps_deny(&mut self, gap: Gap) {
        self.perhaps_denies.get_or_insert(gap);
    }

    fn perhaps(&mut self, gap: &Gap) {
        self.allow(SideAccess::Perhaps(gap.clone()));
        self.perhaps_deny(gap.clone());
    }
}

fn in_policy(policy: &str, verb: &str, gap: Gap) -> Gap {
    Gap { because: t!("seen-iam-may", policy = policy, verb = verb, because = &gap.because), ..gap }
}

fn unclear(policy: &str, because: &str) -> Gap {
    Gap { because: labelled!(policy, because), needs: Vec::new() }
}

/// The answer for a request on something that is guarded so.
pub fn decide(request: &Request<'_>, guard: Guard<'_>) -> PolicyAnswer {
    let identity = of_role(request);
    let boundary = of_boundary(request);
    let (direct, delegated) = of_resource(request, guard);
    let said = [Some(&identity), boundary.as_ref(), Some(&direct), Some(&delegated)];
    if let Some(by) = said.iter().flatten().find_map(|said| said.denies.clone()) {
        return PolicyAnswer::Denied(by);
    }
    let doubt = said.iter().flatten().find_map(|said| said.perhaps_denies.clone());

    let limited = |side: SideAccess| match &boundary {
        Some(boundary) => side.and(boundary.allows.clone()),
        None => side,
    };
    let own = limited(identity.allows);
    let foreign = Request::account_of(request.resource)
        .is_some_and(|account| Request::account_of(&request.role.arn).is_some_and(|home| home != account));
    let (direct, delegated) = (direct.allows, delegated.allows);
    let side = match guard {
        Guard::Nothing => own,
        Guard::Secret(_) | Guard::Key(..) if foreign => own.and(delegated.or(direct)),
        Guard::Secret(_) => limited(direct).or(own),
        Guard::Key(..) => limited(direct).or(delegated.and(own)),
    };
    match (side, doubt) {
        (SideAccess::No(layer), _) => PolicyAnswer::NotAllowed(layer),
        (SideAccess::Perhaps(gap), _) | (SideAccess::Yes(_), Some(gap)) => PolicyAnswer::Unknown(gap),
        (SideAccess::Yes(by), None) => PolicyAnswer::Allowed(by),
    }
}

fn of_role(request: &Request<'_>) -> Said {
    let role = request.role;
    let mut said = Said::nothing(Layer::Identity);
    for (policy, document) in role.policies() {
        let variables = document.has_variables();
        said.read(Layer::Identity, policy, document, |statement| applies(statement, request, variables));
    }
    for policy in role.attached.iter().filter(|policy| policy.document.is_none()) {
        let gap = not_read(t!("seen-iam-policy-unread", policy = &policy.name));
        said.allow(SideAccess::Perhaps(gap.clone()));
        // Of AWS's own policies only a few, which say so by their name, deny.
        let by_aws = policy.arn.contains(":iam::aws:");
        if !by_aws || policy.arn.contains("Deny") || policy.arn.contains("Quarantine") {
            said.perhaps_deny(gap);
        }
    }
    said
}

fn of_boundary(request: &Request<'_>) -> Option<Said> {
    let name = request.role.permissions_boundary.as_deref()?;
    let Some(document) = &request.role.boundary else {
        let gap = not_read(t!("seen-iam-boundary-unread", boundary = name, role = &request.role.name));
        return Some(Said::unread(Layer::Boundary, &gap));
    };
    let mut said = Said::nothing(Layer::Boundary);
    let variables = document.has_variables();
    said.read(Layer::Boundary, name, document, |statement| applies(statement, request, variables));
    Some(said)
}

fn not_read(because: String) -> Gap {
    Gap { because, needs: vec!["iam:GetPolicy".to_owned(), "iam:GetPolicyVersion".to_owned()] }
}

/// What the resource's policy says of the role itself, and of the role's account.
fn of_resource(request: &Request<'_>, guard: Guard<'_>) -> (Said, Said) {
    let nothing = || (Said::nothing(Layer::Resource), Said::nothing(Layer::Resource));
    let (part, name, permission) = match guard {
        Guard::Nothing => return nothing(),
        Guard::Secret(policy) => (policy, t!("seen-iam-secret-policy"), "secretsmanager:GetResourcePolicy"),
        Guard::Key(policy, _) => (policy, t!("seen-iam-key-policy"), "kms:GetKeyPolicy"),
    };
    let (mut direct, delegated) = match unread(part, name, permission) {
        Some(gap) => (Said::unread(Layer::Resource, &gap), Said::unread(Layer::Resource, &gap)),
        None => {
            let (mut direct, mut delegated) = nothing();
            if let Some(document) = part.present() {
                let variables = document.has_variables();
                let holds = |statement: &Statement, of: fn(Meant) -> Known| {
                    of(meant(statement, request.role)).and(|| applies(statement, request, variables))
                };
                direct.read(Layer::Resource, name, document, |statement| holds(statement, |meant| meant.directly));
                delegated.read(Layer::Resource, name, document, |statement| holds(statement, |meant| meant.by_account));
            }
            (direct, delegated)
        }
    };
    if let Guard::Key(_, grants) = guard {
        direct.allow(granted(request, grants));
    }
    (direct, delegated)
}

fn unread<T>(part: &Part<T>, name: &str, permission: &str) -> Option<Gap> {
    match part {
        Part::Present(_) | Part::Absent => None,
        Part::NotAsked => Some(Gap { because: t!("seen-unread", what = name), needs: vec![permission.to_owned()] }),
        Part::Unreadable(why) => match Stop::from(why) {
            Stop::Unknown(gap) | Stop::Organization(gap) => Some(gap),
            Stop::NotApplicable | Stop::NoConsent => None,
        },
    }
}

/// A grant on the key. Its constraints are not looked at.
fn granted(request: &Request<'_>, grants: &Part<Vec<KeyGrant>>) -> SideAccess {
    if let Some(gap) = unread(grants, t!("seen-iam-key-grants"), "kms:ListGrants") {
        return SideAccess::Perhaps(gap);
    }
    let operation = request.action.rsplit(':').next().unwrap_or_default();
    let ours = |grant: &&KeyGrant| grant.grantee == request.role.arn && grant.operations.iter().any(|o| o == operation);
    match grants.items().iter().find(ours) {
        Some(_) => SideAccess::Yes(By {
            layer: Layer::Resource,
            policy: t!("seen-iam-grant").to_owned(),
            sid: None,
            conditional: false,
        }),
        None => SideAccess::No(Layer::Resource),
    }
}
