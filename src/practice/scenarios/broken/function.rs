//! Functions that go past the proxy, or run in a way it cannot mend.

use super::{host_of_database, with_environment, with_function, with_record};
use crate::domain::finding::Severity::{Error, Warning};
use crate::practice::scenarios::{Scenario, broken};

pub const SCENARIOS: &[Scenario] = &[
    broken(
        "broken-frozen-alias",
        "A frozen alias",
        "You changed the function and the proxy still sees no client: the alias `live` calls a version from before.",
        &[("lambda-env-host-is-db", Error)],
        |state| {
            let host = host_of_database(state);
            with_function(state, |record| {
                for version in record.versions.values_mut() {
                    version.environment.remove("DB_PROXY_HOST");
                    version.environment.insert("DB_HOST".into(), host.clone());
                }
            });
            super::measured(state, "ClientConnections", 0.0);
        },
    )
    .invoking("orders-checkout:live"),
    broken(
        "broken-weighted-alias",
        "One call in ten",
        "One call in ten goes past the proxy: the alias `live` gives a share to a version that still names the database.",
        &[("lambda-alias-weighted", Warning)],
        |state| {
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
        },
    )
    .invoking("orders-checkout:live"),
    broken(
        "broken-old-host",
        "Past the proxy",
        "The function works and the proxy's metrics stay flat: its host variable still names the database.",
        &[("lambda-env-host-is-db", Warning)],
        |state| {
            let host = host_of_database(state);
            with_environment(state, &[("DB_HOST", &host)]);
            with_function(state, |record| drop(record.environment.remove("DB_PROXY_HOST")));
            super::measured(state, "ClientConnections", 0.0);
        },
    ),
    broken(
        "broken-unknown-host",
        "A proxy that is no more",
        "`Name or service not known`: the host variable names a proxy that was deleted.",
        &[("lambda-env-host-unknown-proxy", Warning)],
        |state| {
            let proxies = state.proxies.iter().map(|record| &record.proxy).filter(|proxy| proxy.name == super::PROXY);
            let host: String = proxies.filter_map(|proxy| proxy.endpoint.clone()).collect();
            let old = host.replacen("orders-proxy.", "orders-proxy-v1.", 1);
            with_environment(state, &[("DB_PROXY_HOST", &old)]);
            super::function_says(state, "socket.gaierror: [Errno -2] Name or service not known");
            super::measured(state, "ClientConnections", 0.0);
        },
    ),
    broken(
        "broken-password-in-env",
        "A password in plain sight",
        "Everything works, and whoever may look at the function reads the database's password.",
        &[("lambda-env-plaintext-password", Warning)],
        |state| with_environment(state, &[("DB_PASSWORD", "(not shown)")]),
    ),
    broken(
        "broken-old-runtime",
        "A runtime of the past",
        "It runs as ever, and every change is refused: the runtime is no longer supported.",
        &[("lambda-runtime-deprecated", Warning)],
        |state| with_function(state, |record| record.function.runtime = Some("python3.8".into())),
    ),
    broken(
        "broken-three-seconds",
        "Three seconds",
        "`Task timed out after 3.00 seconds` now and then, and no reason: the function gives up before the proxy does.",
        &[("lambda-timeout-default", Warning), ("proxy-borrow-timeout-exceeds-lambda-timeout", Warning)],
        |state| {
            with_function(state, |record| record.function.timeout_secs = 3);
            super::function_says(state, "2f1c9a5e-77d0-4f0e-9a63-0c5f8b1d7e42 Task timed out after 3.00 seconds");
        },
    ),
    broken(
        "broken-slow-borrow",
        "A proxy more patient than its caller",
        "Under load `Task timed out after 30.00 seconds`, where error 9501 would say why: the proxy waits two minutes.",
        &[("proxy-borrow-timeout-exceeds-lambda-timeout", Warning)],
        |state| {
            with_record(state, |record| {
                record.pool.borrow_timeout_secs = 120;
                // So few that a load can fill them.
                record.pool.max_connections_percent = 1;
                record.pool.max_idle_connections_percent = 0;
            });
            super::function_says(state, "2f1c9a5e-77d0-4f0e-9a63-0c5f8b1d7e42 Task timed out after 30.00 seconds");
        },
    ),
];
