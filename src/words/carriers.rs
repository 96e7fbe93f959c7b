//! What could carry a tunnel, as people say it.

use crate::domain::observed::Unreadable;
use crate::text::t;
use crate::tunnel::{Candidate, CandidateKind, Unfit};

/// Its name, or its id where it has none.
pub fn carrier_name(candidate: &Candidate) -> String {
    if candidate.name.is_empty() { candidate.id.to_string() } else { candidate.name.clone() }
}

/// What it is and where: `instance, Online 3.3.2299.0, vpc-0abc, i-0abc`.
pub fn carrier_facts(candidate: &Candidate) -> String {
    let kind = match candidate.kind {
        CandidateKind::Instance => t!("carrier-instance"),
        CandidateKind::ManagedNode => t!("carrier-node"),
        CandidateKind::EcsTask => t!("carrier-task"),
    };
    let vpc = candidate.vpc.as_deref().unwrap_or(t!("carrier-vpc-unknown"));
    let id = candidate.id.to_string();
    let parts = [kind, &candidate.status, vpc, &id];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Why it can carry none.
pub fn carrier_unfit(unfit: &Unfit) -> String {
    match unfit {
        Unfit::Offline(status) => t!("carrier-offline", status = status.as_str()),
        Unfit::OldAgent(version) => t!("carrier-old-agent", version = version.as_str()),
        Unfit::NoExec => t!("carrier-no-exec").to_owned(),
        Unfit::NoAgent => t!("carrier-no-agent").to_owned(),
        Unfit::OtherVpc(vpc) => t!("carrier-other-vpc", vpc = vpc.as_str()),
    }
}

/// What was not read, a line each.
pub fn unread_carriers(unread: &[Unreadable]) -> String {
    let line =
        |why: &Unreadable| t!("carriers-unread", operation = why.operation.as_str(), because = why.because.as_str());
    unread.iter().map(line).collect::<Vec<_>>().join("\n")
}
