//! Who changed the things at fault last, from CloudTrail's event history. Asked for only on request: the call
//! is allowed twice a second (<https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html>).

use std::collections::BTreeSet;

use super::part;
use crate::cloud::Reader;
use crate::domain::account::{Account, iam_region};
use crate::domain::arn::short_name;
use crate::domain::finding::{Finding, Subject};
use crate::domain::observed::{Part, Unreadable};
use crate::domain::recorded_change::RecordedChange;
use crate::text::t;

/// What is at fault, and its last changes.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    pub subject: Subject,
    /// Whose event history was asked: IAM's changes are recorded in one region of the partition.
    pub region: String,
    pub changes: Part<Vec<RecordedChange>>,
}

/// The history of each thing that findings are about, each thing once, one after another.
pub async fn histories(reader: &dyn Reader, account: &Account, findings: &[&Finding]) -> Vec<History> {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for finding in findings {
        let subject = &finding.subject;
        if seen.insert((subject.kind.as_str(), subject.id.as_str())) {
            all.push(history(reader, account, subject).await);
        }
    }
    all
}

/// The history of one thing, from the region where its changes are recorded.
pub async fn history(reader: &dyn Reader, account: &Account, subject: &Subject) -> History {
    let recorded = match subject.kind.as_str() {
        "role" => iam_region(&account.partition),
        _ => Some(account.region.as_str()),
    };
    let changes = match recorded {
        // CloudTrail knows things by their names; a secret's is its ARN.
        Some(region) => {
            let name = if subject.kind == "secret" { subject.id.as_str() } else { short_name(&subject.id) };
            part(reader.changes(name, region).await)
        }
        None => Part::Unreadable(Unreadable {
            operation: "cloudtrail:LookupEvents".to_owned(),
            because: t!("history-no-region", partition = account.partition.as_str()),
            denied: false,
            signed_out: false,
            unanswered: false,
        }),
    };
    History { subject: subject.clone(), region: recorded.unwrap_or_default().to_owned(), changes }
}
