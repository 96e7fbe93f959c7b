//! Functions that go past the proxy, or run in a way it cannot mend.

use super::{host_of_database, with_environment, with_function, with_record};
use crate::domain::finding::Severity::{Error, Warning};
use crate::practice::scenarios::{Scenario, broken};

pub const SCENARIOS: &[Scenario] = &[
    broken("broken-frozen-alias", &[("lambda-env-host-is-db", Error)], |state| {
        let host = host_of_database(state);
        with_function(state, |record| {
            for version in record.versions.values_mut() {
                version.environment.remove("DB_PROXY_HOST");
                version.environment.insert("DB_HOST".into(), host.clone());
            }
        });
        super::measured(state, "ClientConnections", 0.0);
    })
    .invoking("orders-checkout:live"),
    broken("broken-weighted-alias", &[("lambda-alias-weighted", Warning)], |state| {
        let host = host_of_database(state);
        with_function(state, |record| {
            for alias in &mut record.aliases {
                alias.weights.insert("4".into(), 0.1);
            }
            if let Some(mut second) = record.versions.values().last().cloned() {
                second.environment.remove("DB_PROXY_HOST");
                second.environment.insert("DB_HOST".into(), host.clone());
                record.versions.insert("4".into(), second);
                record.last_version = 4;
            }
        });
    })
    .invoking("orders-checkout:live"),
    broken("broken-old-host", &[("lambda-env-host-is-db", Warning)], |state| {
        let host = host_of_database(state);
        with_environment(state, &[("DB_HOST", &host)]);
        with_function(state, |record| drop(record.environment.remove("DB_PROXY_HOST")));
        super::measured(state, "ClientConnections", 0.0);
    }),
    broken("broken-unknown-host", &[("lambda-env-host-unknown-proxy", Warning)], |state| {
        let proxies = state.proxies.iter().map(|record| &record.proxy).filter(|proxy| proxy.name == super::PROXY);
        let host: String = proxies.filter_map(|proxy| proxy.endpoint.clone()).collect();
        let old = host.replacen("orders-proxy.", "orders-proxy-v1.", 1);
        with_environment(state, &[("DB_PROXY_HOST", &old)]);
        super::function_says(state, "socket.gaierror: [Errno -2] Name or service not known");
        super::measured(state, "ClientConnections", 0.0);
    }),
    broken("broken-password-in-env", &[("lambda-env-plaintext-password", Warning)], |state| {
        with_environment(state, &[("DB_PASSWORD", "(not shown)")])
    }),
    broken("broken-old-runtime", &[("lambda-runtime-deprecated", Warning)], |state| {
        with_function(state, |record| record.function.runtime = Some("python3.8".into()))
    }),
    broken(
        "broken-three-seconds",
        &[("lambda-timeout-default", Warning), ("proxy-borrow-timeout-exceeds-lambda-timeout", Warning)],
        |state| {
            with_function(state, |record| record.function.timeout_secs = 3);
            super::function_says(state, "2f1c9a5e-77d0-4f0e-9a63-0c5f8b1d7e42 Task timed out after 3.00 seconds");
        },
    ),
    broken("broken-slow-borrow", &[("proxy-borrow-timeout-exceeds-lambda-timeout", Warning)], |state| {
        with_record(state, |record| {
            record.pool.borrow_timeout_secs = 120;
            // So few that a load can fill them.
            record.pool.max_connections_percent = 1;
            record.pool.max_idle_connections_percent = 0;
        });
        super::function_says(state, "2f1c9a5e-77d0-4f0e-9a63-0c5f8b1d7e42 Task timed out after 30.00 seconds");
    }),
];
