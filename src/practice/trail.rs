//! CloudTrail: who broke it, in the scenarios where somebody did.

use super::founding::group_id;
use super::state::State;
use crate::domain::UnixSeconds;
use crate::domain::recorded_change::{ChangedField, RecordedChange};

/// Seconds before the account was made that it was broken.
const BEFORE: UnixSeconds = 18 * 3600;

/// The last changes to a thing, the newest first.
pub fn changes(state: &State, resource: &str, now: u64) -> Vec<RecordedChange> {
    let field = |name: &str, old: Option<&str>, new: &str| ChangedField {
        name: name.to_owned(),
        old: old.map(str::to_owned),
        new: new.to_owned(),
    };
    let (call, fields) = match state.scenario.as_str() {
        "broken-closed-door" if resource == group_id(state, "orders-db") => {
            let from = group_id(state, "orders-proxy-sg");
            let rule = format!("tcp 3306-3306 from {from}");
            (
                "ec2:RevokeSecurityGroupIngress",
                vec![field("groupId", None, resource), field("ipPermissions", None, &rule)],
            )
        }
        "broken-tls-off" if resource == "orders-proxy" => {
            ("rds:ModifyDBProxy", vec![field("requireTLS", Some("true"), "false")])
        }
        _ => return Vec::new(),
    };
    vec![RecordedChange {
        at: UnixSeconds::try_from(now).unwrap_or_default() - BEFORE,
        by: format!("arn:aws:sts::{}:assumed-role/PlatformEngineer/sam", state.account.id),
        call: call.to_owned(),
        fields,
    }]
}
