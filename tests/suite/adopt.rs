//! A proxy that is there, written down as a setup: what was made is what is read back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeSet;

use rds_proxy_wizard::design::{adopted, design};
use rds_proxy_wizard::discover::{Existing, Invoked, observe_proxy};
use rds_proxy_wizard::domain::observed::Observed;
use rds_proxy_wizard::domain::setup::Setup;
use rds_proxy_wizard::export;
use serde_json::Value;

use crate::flow::{Journey, cases};

async fn look(journey: &Journey, proxy: &str, function: &str) -> Observed {
    let connection = journey.connection();
    let function = Some(Invoked { name: function.to_owned(), qualifier: None });
    let existing = Existing { proxy: proxy.to_owned(), function, read_secrets: false };
    observe_proxy(connection.reader(), connection.clock.as_ref(), &connection.account, &existing).await
}

/// Every value of a JSON document by its path.
fn leaves(path: &str, value: &Value, all: &mut BTreeSet<(String, String)>) {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            fields.iter().for_each(|(name, value)| leaves(&format!("{path}.{name}"), value, all));
        }
        Value::Array(items) if !items.is_empty() => {
            items.iter().enumerate().for_each(|(at, value)| leaves(&format!("{path}[{at}]"), value, all));
        }
        value => drop(all.insert((path.to_owned(), value.to_string()))),
    }
}

fn fields(setup: &Setup) -> BTreeSet<(String, String)> {
    let mut all = BTreeSet::new();
    leaves("", &serde_json::to_value(setup).unwrap(), &mut all);
    all
}

#[tokio::test]
async fn what_was_designed_and_applied_is_adopted_field_by_field() {
    for (scenario, choices) in cases() {
        let what = format!("{scenario}, {} from {}, {}", choices.database, choices.function, choices.auth_mode);
        let journey = Journey::new(scenario, choices.clone());
        let designed = design(&choices, &journey.observe().await).unwrap();
        journey.apply().await;
        let observed = look(&journey, &designed.name, &choices.function).await;
        let adopted = match adopted(&observed, None) {
            Ok(a) => a,
            Err(e) => {
                println!("== {what}\n  FAIL {e:#?}");
                continue;
            }
        };
        let (a, d) = (fields(&adopted), fields(&designed));
        println!("== {what}");
        for (p, v) in d.difference(&a) {
            println!("  -{p} {v}");
        }
        for (p, v) in a.difference(&d) {
            println!("  +{p} {v}");
        }
        let live = export::live(&adopted, &observed).unwrap();
        println!("{live:?}");
        export::files_of(&adopted, Some(&live), &export::targets_of(&adopted)).unwrap();
    }
}
