//! The second opinion: what the simulator of IAM says of the same question.
//!
//! It sees service control policies, which nothing else here does. It was told no condition key and no
//! policy of a resource, so an allow that hangs on a condition is not held against its refusal.

use crate::domain::observed::Observed;
use crate::domain::role::{Role, Simulated};

use crate::rules::rule::{Gap, Seen, Stop};

use super::{Layer, PolicyAnswer};
use crate::domain::finding::Confidence;
use crate::text::{series, t};

/// The simulator's answer to one question.
pub struct Opinion<'a>(Option<&'a Simulated>);

impl<'a> Opinion<'a> {
    pub fn on(observed: &'a Observed, role: &Role, action: &str, resource: &str) -> Self {
        let same = |one: &&Simulated| {
            one.principal == role.arn && one.action.eq_ignore_ascii_case(action) && one.resource == resource
        };
        Self(observed.simulated.items().iter().find(same))
    }

    /// An organization's policy takes it away, whatever the account's policies say.
    pub fn forbidden_by_organization(&self) -> bool {
        self.0.is_some_and(|one| one.allowed_by_organizations == Some(false))
    }

    /// Our answer, or unknown where we say allowed and the simulator refuses.
    ///
    /// # Errors
    /// Unknown, saying what each of the two says.
    pub fn agree(&self, answer: PolicyAnswer) -> Result<PolicyAnswer, Stop> {
        match (&answer, self.0) {
            (PolicyAnswer::Allowed(by), Some(one)) if one.decision != "allowed" => {
                let told = by.layer == Layer::Identity && !by.conditional;
                let explicit = one.decision.eq_ignore_ascii_case("explicitDeny");
                // A refusal by an organization has a rule of its own.
                if self.forbidden_by_organization() || !(told || explicit) {
                    return Ok(answer);
                }
                Err(Stop::Unknown(Gap {
                    because: t!("seen-iam-allows-but", policy = by.to_string(), said = self.said().unwrap_or_default()),
                    needs: Vec::new(),
                }))
            }
            _ => Ok(answer),
        }
    }

    /// Adds what the simulator says to a finding; where it would allow, the finding is less sure.
    pub fn beside(&self, seen: Seen) -> Seen {
        match (self.0, self.said()) {
            (Some(one), Some(said)) if one.decision == "allowed" => seen.because(said).sure(Confidence::Medium),
            (_, Some(said)) => seen.because(said),
            _ => seen,
        }
    }

    fn said(&self) -> Option<String> {
        let one = self.0?;
        let (decision, action, resource) = (&one.decision, &one.action, &one.resource);
        Some(if one.matched.is_empty() {
            t!("seen-iam-simulator", decision = decision, action = action, resource = resource)
        } else {
            let policies = series(&one.matched);
            t!("seen-iam-simulator-by", decision = decision, policies = policies, action = action, resource = resource)
        })
    }
}
