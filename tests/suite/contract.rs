//! One contract for every implementation of the port: the AWS adapter on two emulators, and the
//! practice account. What a subject cannot do is named in `lacks`, printed, and left out.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod databases;
mod functions;
mod groups;
mod network;
mod practice;
mod proxies;
mod roles;
mod secrets;

use std::fmt::Debug;
use std::time::Duration;

use rds_proxy_wizard::cloud::{CloudResult, Connection, ErrorKind, Writer};

use super::seed::{Seeded, seed};
use super::services::service;

/// An implementation under test, with a company in it.
pub struct Subject {
    pub name: &'static str,
    pub connection: Connection,
    pub seeded: Seeded,
    /// What it cannot do, by the names that [`Subject::can`] is asked with.
    pub lacks: &'static [&'static str],
}

/// ministack 1.5.33.
const MINISTACK_LACKS: &[&str] = &[
    "refuse a rule that is there",
    "refuse to delete a group that a rule refers to",
    "refuse to revoke what is not there",
    "show an endpoint's groups and private DNS",
    "say that an endpoint is not found",
];
/// moto 5.2.5.
const MOTO_LACKS: &[&str] = &[
    "refuse to delete a group that a rule refers to",
    "simulate a principal's policies",
    "end-to-end IAM",
    "modify a proxy",
    "say that a proxy is not found",
    "clear pinning filters, keep an initial query",
    "refuse a second registration",
    "refuse an unknown target",
    "show a rule's description",
    "say that an endpoint is not found",
    "IAM authentication of a cluster",
];

async fn ministack() -> Option<Subject> {
    emulator("ministack", &service("RPW_MINISTACK_URL")?, MINISTACK_LACKS).await
}

async fn moto() -> Option<Subject> {
    emulator("moto", &service("RPW_MOTO_URL")?, MOTO_LACKS).await
}

async fn practice_account() -> Option<Subject> {
    Some(practice::subject())
}

async fn emulator(name: &'static str, url: &str, lacks: &'static [&'static str]) -> Option<Subject> {
    let world = seed(url).await;
    Some(Subject { name, connection: world.connection, seeded: world.seeded, lacks })
}

/// Every part of the contract, each a test of its own, for each subject.
macro_rules! contract {
    ($($part:ident :: $test:ident),+ $(,)? => $($subject:ident),+) => {
        contract!(@ [$($part :: $test)+] $($subject)+);
    };
    (@ $tests:tt $($subject:ident)+) => { $(contract!(@@ $subject $tests);)+ };
    (@@ $subject:ident [$($part:ident :: $test:ident)+]) => {
        mod $subject {
            $(
                #[tokio::test]
                async fn $test() {
                    if let Some(subject) = super::$subject().await {
                        super::$part::$test(&subject).await;
                    }
                }
            )+
        }
    };
}

contract!(
    databases::databases_are_read_with_their_network,
    databases::iam_authentication_goes_on_and_off,
    functions::functions_are_read_without_their_secrets,
    functions::a_change_keeps_the_rest_of_a_function,
    functions::versions_are_published_pointed_at_and_deleted,
    groups::a_group_starts_empty_and_its_rules_come_and_go,
    groups::a_group_in_use_is_not_deleted,
    network::the_network_is_read,
    network::an_endpoint_is_made_listed_and_deleted,
    proxies::a_proxy_lives_through_all_its_changes,
    proxies::a_proxy_without_secrets,
    proxies::targets_are_registered_once,
    roles::a_role_is_made_filled_read_and_deleted,
    roles::roles_of_proxies_are_told_apart,
    roles::permissions_are_simulated,
    secrets::a_secret_is_made_read_back_and_deleted,
    secrets::a_random_password_keeps_to_its_limits,
    secrets::keys_of_the_customer_are_listed,
    => ministack, moto, practice_account
);

impl Subject {
    fn cloud(&self) -> &dyn Writer {
        self.connection.writer.as_ref()
    }

    /// Whether the subject can do this; where not, says so.
    fn can(&self, what: &str) -> bool {
        let can = !self.lacks.contains(&what);
        if !can {
            println!("skipped: {} cannot do: {what}", self.name);
        }
        can
    }

    /// A name of this test's own.
    fn named(&self, what: &str) -> String {
        format!("{what}-{}", self.seeded.mark)
    }

    /// Repeats a call as long as the answer is "not yet".
    async fn patiently<T, F: Future<Output = CloudResult<T>>>(&self, call: impl Fn() -> F) -> T {
        for _ in 0..200 {
            match call().await {
                Ok(value) => return value,
                Err(error) if error.is(ErrorKind::NotYet) || error.is(ErrorKind::InUse) => self.pause().await,
                Err(error) => panic!("{}: {error}", self.name),
            }
        }
        panic!("{}: still not possible", self.name);
    }

    /// Waits until a reading says so.
    async fn until<F: Future<Output = bool>>(&self, what: &str, reading: impl Fn() -> F) {
        for _ in 0..400 {
            if reading().await {
                return;
            }
            self.pause().await;
        }
        panic!("{}: {what} does not happen", self.name);
    }

    /// Emulators take moments; the practice account's minutes pass on its own clock.
    async fn pause(&self) {
        let pause = if self.name == "practice" { Duration::from_secs(10) } else { Duration::from_millis(50) };
        self.connection.clock.sleep(pause).await;
    }

    /// The call was refused for this reason.
    fn refused<T: Debug>(&self, result: CloudResult<T>, kind: ErrorKind) {
        match result {
            Ok(value) => panic!("{}: {kind:?} expected, and it worked: {value:?}", self.name),
            Err(error) => assert_eq!(error.kind, kind, "{}: {error:?}", self.name),
        }
    }
}
