//! One contract for every implementation of the port: the AWS adapter on two emulators, and the
//! practice account. What a subject cannot do is named in `lacks`, printed, and left out.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod databases;
mod functions;
mod groups;
mod network;
mod practice;
mod proxies;
mod recorded;
mod roles;
mod secrets;

use std::fmt::Debug;
use std::time::Duration;

use aws_config::SdkConfig;
use rds_proxy_wizard::cloud::{CloudResult, Connection, ErrorKind, Writer};

use super::seed::{Seeded, seed};
use super::services::service;

/// An implementation under test, with a company in it.
pub struct Subject {
    pub name: &'static str,
    pub connection: Connection,
    pub seeded: Seeded,
    /// Plants in an emulator what the program itself never makes.
    pub sdk: Option<SdkConfig>,
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
    "parameters of a default group",
    "parameters of a default cluster group",
    "a cluster's reader endpoint",
    "search a log for any of several texts",
    "service quotas",
    "event subscriptions",
    "alarms on metric maths",
    "find traces by service",
    "keep traces",
    "export a log",
    "keep the ports of an ACL entry",
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
    "CloudWatch in CBOR",
    "endpoints of all proxies",
    "endpoints of a proxy",
    "parameters of a default cluster group",
    "account concurrency",
    "provisioned concurrency",
    "say who set a parameter",
    "find peering connections by VPC",
    "say that a secret of versions is not found",
    "say that a prefix list is not found",
    "search a log for any of several texts",
    "history of alarms",
    "history of calls",
    "find traces by service",
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
    Some(Subject { name, connection: world.connection, seeded: world.seeded, sdk: Some(world.config), lacks })
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
    databases::a_log_is_exported_and_no_longer,
    databases::parameters_are_read_by_group,
    functions::functions_are_read_without_their_secrets,
    functions::a_change_keeps_the_rest_of_a_function,
    functions::versions_are_published_pointed_at_and_deleted,
    functions::a_function_is_read_as_it_is_invoked,
    groups::a_group_starts_empty_and_its_rules_come_and_go,
    groups::a_group_in_use_is_not_deleted,
    network::the_network_is_read,
    network::an_endpoint_is_made_listed_and_deleted,
    network::what_filters_and_leads_elsewhere_is_read,
    network::an_acl_entry_is_written_and_deleted,
    network::dns_of_a_vpc_is_switched,
    groups::a_rule_of_another_hand_is_revoked_and_written_again,
    functions::a_timeout_is_changed_and_nothing_else,
    proxies::a_proxy_lives_through_all_its_changes,
    proxies::a_proxy_without_secrets,
    proxies::an_endpoint_for_reads_comes_and_goes,
    proxies::targets_are_registered_once,
    recorded::what_never_was_recorded_is_empty,
    recorded::series_come_oldest_first_within_their_window,
    recorded::alarms_on_rds_are_told_from_others,
    recorded::an_alarm_is_read_as_it_was_made_and_goes,
    recorded::topics_are_listed,
    recorded::accounts_of_the_organization_are_listed,
    recorded::nobody_changed_what_is_not_there,
    recorded::an_alarm_that_went_off_is_remembered,
    recorded::parts_of_traced_calls_are_read,
    recorded::a_log_is_kept_as_long_as_it_was_said,
    recorded::lines_with_a_known_text_are_found,
    recorded::lists_and_peerings_are_read,
    recorded::parameters_say_who_set_them,
    roles::a_role_is_made_filled_read_and_deleted,
    roles::roles_of_proxies_are_told_apart,
    roles::permissions_are_simulated,
    roles::a_role_is_read_with_its_boundary,
    secrets::a_secret_is_made_read_back_and_deleted,
    secrets::a_random_password_keeps_to_its_limits,
    secrets::keys_of_the_customer_are_listed,
    secrets::a_secret_is_told_by_its_versions_and_shape,
    secrets::a_key_says_who_may_use_it,
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

    /// The answer; of what the subject lacks, only that it says so in an orderly way.
    fn answer<T: Debug>(&self, what: &str, result: CloudResult<T>) -> Option<T> {
        match result {
            Ok(value) => {
                assert!(!self.lacks.contains(&what), "{} can do it now: {what}: {value:?}", self.name);
                Some(value)
            }
            Err(error) => {
                assert!(!self.can(what), "{}: {what}: {error:?}", self.name);
                let honest = matches!(error.kind, ErrorKind::Unexpected | ErrorKind::Refused | ErrorKind::NotFound);
                assert!(honest && error.operation.contains(':') && !error.message.is_empty(), "{error:?}");
                None
            }
        }
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
                Err(error) if error.has_kind(ErrorKind::NotYet) || error.has_kind(ErrorKind::InUse) => {
                    self.pause().await
                }
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
