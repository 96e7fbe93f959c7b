//! How deep a validation is: no question waits for another one whose answer it does not need, and the
//! neighbours of a proxy do not make it wider.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;

use async_trait::async_trait;
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use rds_proxy_wizard::aws::Aws;
use rds_proxy_wizard::aws::session::{Opening, configure};
use rds_proxy_wizard::cloud::watched::{Call, Watch, Watched};
use rds_proxy_wizard::cloud::{ErrorKind, Reader, Writer};
use rds_proxy_wizard::discover::{Existing, observe_all, observe_proxy};
use rds_proxy_wizard::domain::observed::Part;
use rds_proxy_wizard::practice::state::State;
use rds_proxy_wizard::practice::{self, Practice, Speed};

use super::between::{Between, Fault, Rule};
use super::crowd::crowd;
use super::services::service;

const PROXY: &str = "orders-proxy";
const FUNCTION: &str = "orders-checkout";

/// Holds every question until nothing else can be asked: then all that were asked are one wave.
#[derive(Default)]
struct Waves {
    asked: Mutex<Vec<Vec<String>>>,
    held: Mutex<Vec<Waker>>,
    wave: Mutex<usize>,
}

#[async_trait]
impl Watch for Waves {
    async fn hold(&self, call: Call<'_>) {
        let wave = self.note(call);
        poll_fn(|context| {
            if *self.wave.lock().unwrap() > wave {
                return Poll::Ready(());
            }
            self.held.lock().unwrap().push(context.waker().clone());
            Poll::Pending
        })
        .await;
    }
}

#[derive(Default)]
struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::SeqCst);
    }
}

impl Waves {
    fn note(&self, call: Call<'_>) -> usize {
        let wave = *self.wave.lock().unwrap();
        let mut asked = self.asked.lock().unwrap();
        asked.resize(wave + 1, Vec::new());
        let on = if call.resource.is_empty() { String::new() } else { format!(" {}", call.resource) };
        asked[wave].push(format!("{}{on}", call.operation));
        wave
    }

    /// Runs the work, wave by wave.
    async fn run<T>(&self, work: impl Future<Output = T>) -> T {
        let mut work = pin!(tokio::task::unconstrained(work));
        loop {
            if let Some(done) = until_quiet(work.as_mut()) {
                return done;
            }
            *self.wave.lock().unwrap() += 1;
            let held = std::mem::take(&mut *self.held.lock().unwrap());
            assert!(!held.is_empty(), "it waits for something else than an answer: {:?}", self.asked.lock().unwrap());
            held.into_iter().for_each(Waker::wake);
        }
    }

    fn all(&self) -> Vec<Vec<String>> {
        let mut waves = self.asked.lock().unwrap().clone();
        waves.iter_mut().for_each(|wave| wave.sort());
        waves
    }

    fn by_operation(&self) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for asked in self.asked.lock().unwrap().iter().flatten() {
            *counts.entry(asked.split(' ').next().unwrap().to_owned()).or_default() += 1;
        }
        counts
    }

    /// Calls of AWS: behind a few questions there are several.
    fn calls(&self) -> usize {
        let behind = |asked: &String| match asked.split(' ').next() {
            // The default VPC's DNS settings and name servers.
            Some("ec2:DescribeVpcs") => 4,
            // The names, and one policy.
            Some("iam:ListRolePolicies") => 2,
            Some("iam:GetPolicyVersion" | "ec2:DescribeSecurityGroups" | "kms:DescribeKey") => 2,
            // Two windows of time.
            Some("cloudwatch:GetMetricData") => 2,
            // By name, with its tags.
            Some("rds:DescribeDBProxies") if asked.contains(' ') => 2,
            _ => 1,
        };
        self.asked.lock().unwrap().iter().flatten().map(behind).sum()
    }
}

/// Polls as long as anything wakes it.
fn until_quiet<T>(mut work: Pin<&mut impl Future<Output = T>>) -> Option<T> {
    let woken = Arc::new(Woken::default());
    let waker = Waker::from(woken.clone());
    loop {
        woken.0.store(false, Ordering::SeqCst);
        if let Poll::Ready(done) = work.as_mut().poll(&mut Context::from_waker(&waker)) {
            return Some(done);
        }
        if !woken.0.load(Ordering::SeqCst) {
            return None;
        }
    }
}

fn account(scenario: &str, change: impl FnOnce(&mut State)) -> Arc<Practice> {
    let account = Arc::new(Practice::open(None, scenario, Speed::Instant).unwrap());
    account.tamper(change);
    account
}

/// A question is one wave here; behind [`Reader::role`](rds_proxy_wizard::cloud::Reader::role) and a few
/// others are two calls of AWS, one after the other.
#[tokio::test]
async fn a_validation_is_as_deep_as_its_longest_chain() {
    let connection = practice::connection(account("broken-key", |_| ()));
    let waves = Arc::new(Waves::default());
    let reader = Watched::new(connection.writer.clone(), waves.clone());
    let function = Some(FUNCTION.parse().unwrap());
    let existing = Existing { proxy: PROXY.into(), function, read_secrets: true };
    let look = observe_proxy(reader.as_reader(), connection.clock.as_ref(), &connection.account, &existing);
    let observed = waves.run(look).await;
    assert!(observed.proxy.present().is_some() && observed.simulated.present().is_some());
    insta::assert_json_snapshot!(waves.all());
}

#[tokio::test]
async fn neighbours_do_not_make_a_validation_wider() {
    let mut counts = BTreeMap::new();
    for neighbours in [0, 20, 300] {
        let connection = practice::connection(account("broken-key", |state| crowd(state, PROXY, FUNCTION, neighbours)));
        let waves = Arc::new(Waves::default());
        let reader = Watched::new(connection.writer.clone(), waves.clone());
        let existing = Existing { proxy: PROXY.into(), function: Some(FUNCTION.parse().unwrap()), read_secrets: false };
        let look = observe_proxy(reader.as_reader(), connection.clock.as_ref(), &connection.account, &existing);
        let observed = waves.run(look).await;
        let unasked = observed.other_proxies.items().iter().filter(|other| other.shares_database == Part::NotAsked);
        assert!(unasked.count() >= neighbours.saturating_sub(10), "what was not read is not called absent");
        counts.insert(neighbours, waves.calls());
    }
    assert_eq!(counts[&20], counts[&300], "{counts:?}");
    assert!(counts[&300] <= 70, "{counts:?}");
}

#[tokio::test]
async fn many_proxies_cost_few_calls_each_and_fewer_where_lists_are_allowed() {
    const PROXIES: usize = 100;
    let ask = |refused: &'static [&'static str]| async move {
        let practice = account("default", |state| {
            crowd(state, "auth-proxy", "auth-login", PROXIES);
            state.knobs.denied.extend(refused.iter().map(|action| (*action).to_owned()));
        });
        let connection = practice::connection(practice);
        let waves = Arc::new(Waves::default());
        let reader = Watched::new(connection.writer.clone(), waves.clone());
        let all = observe_all(reader.as_reader(), connection.clock.as_ref(), &connection.account, false);
        let all = waves.run(all).await.unwrap();
        let copies = all
            .iter()
            .filter(|observed| observed.proxy.present().is_some_and(|proxy| proxy.name.starts_with("auth-proxy")));
        assert!(copies.clone().count() >= PROXIES);
        for observed in copies {
            assert!(observed.function.present().is_some() && observed.proxy_role.present().is_some());
            assert!(observed.proxy_secrets[0].secret.present().is_some());
        }
        (waves.calls() as f64 / all.len() as f64, waves.by_operation())
    };
    let (alone, by_operation) = ask(&["iam:GetAccountAuthorizationDetails", "secretsmanager:ListSecrets"]).await;
    let (listed, by_operation_listed) = ask(&[]).await;
    println!("{alone:.1} calls a proxy: {by_operation:?}; {listed:.1} with the lists: {by_operation_listed:?}");
    assert!(alone < 21.0, "{alone:.1} calls a proxy: {by_operation:?}");
    assert!(listed < 12.0, "{listed:.1} calls a proxy with the lists: {by_operation_listed:?}");
}

#[tokio::test]
async fn a_broken_service_is_given_up_early_and_a_throttled_one_is_waited_for() {
    let Some(url) = service("RPW_MINISTACK_URL") else { return };
    let rules = [("DescribeVpcs", Fault::Broken), ("DescribeSubnets", Fault::Throttled)]
        .map(|(operation, fault)| Rule { operation, times: 4, fault });
    let between = Between::start(&url, Duration::ZERO, rules.to_vec()).await;
    let opening =
        Opening { region: Some("us-east-1".into()), endpoint_url: Some(between.url.clone()), ..Opening::default() };
    let keys = Credentials::new("100000000007", "test", None, None, "test");
    let config = configure(&opening).await.unwrap().into_builder();
    let config = config.credentials_provider(SharedCredentialsProvider::new(keys)).build();
    let aws = Aws::new(&config);
    let (broken, throttled) = futures::join!(aws.vpcs(), aws.subnets("vpc-0"));
    let broken = broken.unwrap_err();
    assert!(broken.has_kind(ErrorKind::Unexpected) && broken.message.english().contains("500"), "{broken:?}");
    assert_eq!(throttled.unwrap(), []);
    let tries = |operation: &str| between.calls().iter().filter(|call| call.ends_with(operation)).count();
    assert_eq!((tries("DescribeVpcs"), tries("DescribeSubnets")), (3, 5));
}
