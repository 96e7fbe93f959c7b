//! How deep a validation is: no question waits for another one whose answer it does not need, and the
//! neighbours of a proxy do not make it wider.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};

use async_trait::async_trait;
use rds_proxy_wizard::cloud::Writer;
use rds_proxy_wizard::cloud::watched::{Call, Watch, Watched};
use rds_proxy_wizard::discover::{Existing, observe_all, observe_proxy};
use rds_proxy_wizard::domain::observed::Part;
use rds_proxy_wizard::practice::state::State;
use rds_proxy_wizard::practice::{self, Practice, Speed};

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

    fn count(&self) -> usize {
        self.asked.lock().unwrap().iter().map(Vec::len).sum()
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
    let function = Some("orders-checkout".parse().unwrap());
    let existing = Existing { proxy: "orders-proxy".into(), function, read_secrets: true };
    let look = observe_proxy(reader.as_reader(), connection.clock.as_ref(), &connection.account, &existing);
    let observed = waves.run(look).await;
    assert!(observed.proxy.present().is_some() && observed.simulated.present().is_some());
    insta::assert_json_snapshot!(waves.all());
}

/// As many proxies as are asked for, each a copy of the company's own.
fn crowded(proxies: usize) -> impl FnOnce(&mut State) {
    move |state| {
        let own = state.proxies.iter().find(|record| record.proxy.name == "orders-proxy").unwrap().clone();
        for n in 0..proxies {
            let mut record = own.clone();
            record.proxy.name = format!("neighbour-{n}");
            record.proxy.arn = format!("{}{n}", own.proxy.arn);
            record.proxy.endpoint =
                own.proxy.endpoint.as_ref().map(|host| host.replace("orders-proxy", &format!("neighbour-{n}")));
            state.proxies.push(record);
        }
    }
}

#[tokio::test]
async fn neighbours_do_not_make_a_validation_wider() {
    let mut counts = BTreeMap::new();
    for neighbours in [0, 20, 300] {
        let connection = practice::connection(account("broken-key", crowded(neighbours)));
        let waves = Arc::new(Waves::default());
        let reader = Watched::new(connection.writer.clone(), waves.clone());
        let existing = Existing {
            proxy: "orders-proxy".into(),
            function: Some("orders-checkout".parse().unwrap()),
            read_secrets: false,
        };
        let look = observe_proxy(reader.as_reader(), connection.clock.as_ref(), &connection.account, &existing);
        let observed = waves.run(look).await;
        let unasked = observed.other_proxies.items().iter().filter(|other| other.shares_database == Part::NotAsked);
        assert!(unasked.count() >= neighbours.saturating_sub(10), "what was not read is not called absent");
        counts.insert(neighbours, waves.count());
    }
    assert_eq!(counts[&20], counts[&300], "{counts:?}");
    assert!(counts[&300] <= counts[&0] + 20, "{counts:?}");
}

#[tokio::test]
async fn many_proxies_cost_few_questions_each_and_fewer_where_lists_are_allowed() {
    let ask = |refused: &'static [&'static str]| async move {
        let practice = account("broken-key", |state| {
            crowded(60)(state);
            state.knobs.denied.extend(refused.iter().map(|action| (*action).to_owned()));
        });
        let connection = practice::connection(practice);
        let waves = Arc::new(Waves::default());
        let reader = Watched::new(connection.writer.clone(), waves.clone());
        let all = waves
            .run(observe_all(reader.as_reader(), connection.clock.as_ref(), &connection.account, false))
            .await
            .unwrap();
        let operations = waves.all().concat();
        let of = |operation: &str| operations.iter().filter(|asked| asked.split(' ').next() == Some(operation)).count();
        (all.len(), waves.count(), of("cloudwatch:GetMetricData"), of("iam:GetRole"))
    };
    let (proxies, alone, metrics, roles) =
        ask(&["iam:GetAccountAuthorizationDetails", "secretsmanager:ListSecrets"]).await;
    let (_, listed, _, listed_roles) = ask(&[]).await;
    assert!(proxies > 60 && metrics <= proxies / 20 + 1, "{metrics}");
    assert!(listed < alone && listed_roles == 0 && roles > 0, "{listed} {alone} {roles} {listed_roles}");
    insta::assert_snapshot!(format!("{proxies} proxies: {alone} questions, {listed} with the lists"));
}
