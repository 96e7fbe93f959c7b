//! Who changed the things at fault last, from CloudTrail's event history. Asked for only on request: the call
//! is allowed twice a second (<https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html>).

use std::collections::BTreeSet;

use super::part;
use crate::cloud::Reader;
use crate::domain::arn::short_name;
use crate::domain::finding::{Finding, Subject};
use crate::domain::observed::{Part, Unreadable};
use crate::domain::recorded_change::RecordedChange;
use crate::text::t;

/// Where IAM's changes are recorded, whatever region they are made from.
/// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html>
const IAM_REGION: &str = "us-east-1";

/// What is at fault, and its last changes.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    pub subject: Subject,
    pub changes: Part<Vec<RecordedChange>>,
}

/// The history of each thing that findings are about, each thing once, one after another.
pub async fn histories(reader: &dyn Reader, region: &str, findings: &[&Finding]) -> Vec<History> {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for finding in findings {
        let subject = &finding.subject;
        if seen.insert((subject.kind.as_str(), subject.id.as_str())) {
            all.push(history(reader, region, subject).await);
        }
    }
    all
}

/// The history of one thing.
pub async fn history(reader: &dyn Reader, region: &str, subject: &Subject) -> History {
    let changes = if subject.kind == "role" && region != IAM_REGION {
        Part::Unreadable(Unreadable {
            operation: "cloudtrail:LookupEvents".to_owned(),
            because: t!("history-iam", region = IAM_REGION),
            denied: false,
            signed_out: false,
            unanswered: false,
        })
    } else {
        // CloudTrail knows things by their names; a secret's is its ARN.
        let name = if subject.kind == "secret" { subject.id.as_str() } else { short_name(&subject.id) };
        part(reader.changes(name).await)
    };
    History { subject: subject.clone(), changes }
}
