//! When two things are the same to AWS although they are not written alike.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::output::{NotYetKnown, Outputs};
use crate::domain::policy::{Document, OneOrMany, Principal, Statement};
use crate::domain::proxy::PoolSettings;

/// Whether two documents say the same: order, `Sid`s and the case of actions do not matter.
pub(super) fn same_policy(a: &Document, b: &Document) -> bool {
    let said = |document: &Document| document.statement.iter().map(essence).collect::<BTreeSet<_>>();
    a.version == b.version && said(a) == said(b)
}

/// [`same_policy`], where a policy may be absent.
pub(super) fn same_policies(a: Option<&Document>, b: Option<&Document>) -> bool {
    match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => same_policy(a, b),
        _ => false,
    }
}

/// `current` with what `ours` says added, where it does not say it yet.
pub(super) fn merged(current: &Document, ours: &Document) -> Document {
    let said: BTreeSet<String> = current.statement.iter().map(essence).collect();
    let mut both = current.clone();
    both.statement.extend(ours.statement.iter().filter(|statement| !said.contains(&essence(statement))).cloned());
    // Statement ids are unique inside a policy.
    let mut ids = BTreeSet::new();
    for statement in &mut both.statement {
        statement.sid = statement.sid.take().filter(|sid| ids.insert(sid.clone()));
    }
    both
}

fn essence(statement: &Statement) -> String {
    let sorted = |list: &OneOrMany| list.iter().map(str::to_owned).collect::<BTreeSet<_>>();
    let lower = |list: &OneOrMany| list.iter().map(str::to_ascii_lowercase).collect::<BTreeSet<_>>();
    let principal = statement.principal.as_ref().map(|principal| match principal {
        Principal::Anyone(anyone) => BTreeMap::from([("*".to_owned(), BTreeSet::from([anyone.clone()]))]),
        Principal::Kinds(kinds) => kinds.iter().map(|(kind, ids)| (kind.clone(), sorted(ids))).collect(),
    });
    let condition: BTreeMap<_, BTreeMap<_, _>> = statement
        .condition
        .iter()
        .map(|(operator, keys)| {
            let keys = keys.iter().map(|(key, values)| (key.to_ascii_lowercase(), sorted(values))).collect();
            (operator.clone(), keys)
        })
        .collect();
    serde_json::json!([
        statement.effect,
        principal,
        statement.not_principal,
        lower(&statement.action),
        lower(&statement.not_action),
        sorted(&statement.resource),
        sorted(&statement.not_resource),
        condition,
        statement.other,
    ])
    .to_string()
}

/// Whether two lists name the same things, in whatever order.
pub(super) fn same_set(a: &[String], b: &[String]) -> bool {
    a.iter().collect::<BTreeSet<_>>() == b.iter().collect::<BTreeSet<_>>()
}

/// Whether two pools behave alike: an empty init query is none.
pub(super) fn same_pool(a: &PoolSettings, b: &PoolSettings) -> bool {
    let plain = |pool: &PoolSettings| PoolSettings {
        init_query: pool.init_query.clone().filter(|query| !query.is_empty()),
        ..pool.clone()
    };
    plain(a) == plain(b)
}

/// A document with its tokens filled in.
pub(super) fn fill_document(document: &Document, outputs: &Outputs) -> Result<Document, NotYetKnown> {
    let mut filled = document.clone();
    for statement in &mut filled.statement {
        statement.resource.0 = outputs.fill_all(&statement.resource.0)?;
        for values in statement.condition.values_mut().flat_map(BTreeMap::values_mut) {
            values.0 = outputs.fill_all(&values.0)?;
        }
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn document(text: &str) -> Document {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn a_policy_is_compared_by_what_it_says() {
        let ours = document(
            r#"{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":["rds-db:connect"],"Resource":["a","b"]}]}"#,
        );
        let theirs = document(
            r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"RDS-DB:connect","Resource":["b","a"]}}"#,
        );
        assert!(same_policy(&ours, &theirs));
        let wider = document(
            r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"rds-db:connect","Resource":"*"}}"#,
        );
        assert!(!same_policy(&ours, &wider));
        assert_eq!(merged(&theirs, &ours).statement.len(), 1);
        assert_eq!(merged(&wider, &ours).statement.len(), 2);
    }
}
