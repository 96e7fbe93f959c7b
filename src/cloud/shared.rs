//! A [`Reader`] for one look at an account, however wide: each question is asked once, a bounded
//! number at a time, again after throttling, and none any more when nothing is answered for long.

use async_trait::async_trait;
use futures::future::BoxFuture;
use std::any::Any;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::OnceCell;

use super::pace::Pace;
use super::reads::{Read, each_read};
use super::silence::Silence;
use super::{Clock, CloudError, CloudResult, DbCluster, DbSubnetGroup, ErrorKind, Gate, Reader};
use crate::domain::account::Caller;
use crate::domain::alarm::MetricAlarm;
use crate::domain::database::{BlueGreen, Database, GlobalMembership, Parameter};
use crate::domain::function::{AccountConcurrency, Alias, CapacityProvider, Function, ProvisionedConcurrency};
use crate::domain::monitoring::{Alarm, AlarmRing, Event, EventSubscription, LogGroup, LogLine, MetricQuery, Series};
use crate::domain::network::{NetworkAcl, PrefixList, RouteTable, SecurityGroup, Subnet, Vpc, VpcEndpoint, VpcPeering};
use crate::domain::observed::Permission;
use crate::domain::organization::MemberAccount;
use crate::domain::policy::Document;
use crate::domain::proxy::{PoolSettings, Proxy, ProxyEndpoint, Target};
use crate::domain::recorded_change::RecordedChange;
use crate::domain::role::{AttachedPolicy, Role, Simulated};
use crate::domain::secret::{KeyGrant, KmsKey, Secret, SecretShape, SecretVersion};
use crate::domain::trace::TracedCall;
use crate::domain::{Tags, UnixSeconds};
use crate::text::said;

/// Questions under way at once: as many as one validation has for its first wave.
const AT_ONCE: usize = 32;
/// Times a throttled question is asked again, on top of the retries of the SDK.
const AGAIN: u32 = 4;
/// The first pause after throttling; each next one is twice as long.
const PAUSE: Duration = Duration::from_millis(500);

type Slot = Arc<OnceCell<Box<dyn Any + Send + Sync>>>;

/// See the module.
pub struct Shared<'a> {
    inner: &'a dyn Reader,
    clock: &'a dyn Clock,
    silence: Silence,
    gate: Gate,
    answers: Mutex<HashMap<String, Slot>>,
    pace: Pace,
}

impl<'a> Shared<'a> {
    /// Asks `inner`. When nothing at all was answered for `patience`, every open question is given up: a large
    /// account may take its time, and a silent one holds nobody up.
    pub fn new(inner: &'a dyn Reader, clock: &'a dyn Clock, patience: Duration) -> Self {
        Self::gated(inner, clock, patience, Gate::default())
    }

    /// The same, asking nothing while the gate is held.
    pub fn gated(inner: &'a dyn Reader, clock: &'a dyn Clock, patience: Duration, gate: Gate) -> Self {
        Self {
            inner,
            clock,
            silence: Silence::new(patience),
            gate,
            answers: Mutex::default(),
            pace: Pace::new(AT_ONCE),
        }
    }

    /// Lets go of the answers to a question, by the name of its method, where nobody asks it a second time:
    /// what many proxies were told would otherwise be kept until the last one is read.
    pub fn forget(&self, question: &str) {
        let is_one = |key: &String| key.strip_prefix(question).is_some_and(|rest| rest.starts_with('('));
        self.answers.lock().unwrap_or_else(PoisonError::into_inner).retain(|key, _| !is_one(key));
    }

    async fn once<'s, T: Clone + Send + Sync + 'static>(
        &'s self,
        operation: &str,
        key: String,
        ask: impl Fn() -> BoxFuture<'s, CloudResult<T>> + Send + Sync,
    ) -> CloudResult<T> {
        let slot = {
            let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(answers.entry(key).or_default())
        };
        let answer = slot
            .get_or_init(|| async { Box::new(self.patiently(operation, ask).await) as Box<dyn Any + Send + Sync> })
            .await;
        match answer.downcast_ref::<CloudResult<T>>() {
            Some(answer) => answer.clone(),
            None => Err(CloudError::new(ErrorKind::Unexpected, operation, said!("error-two-questions"))),
        }
    }

    async fn patiently<'s, T>(
        &'s self,
        operation: &str,
        ask: impl Fn() -> BoxFuture<'s, CloudResult<T>>,
    ) -> CloudResult<T> {
        let mut pause = PAUSE;
        let work = async {
            for _ in 0..AGAIN {
                let answer = self.ask(&ask).await;
                if !answer.as_ref().is_err_and(|error| error.has_kind(ErrorKind::Throttled)) {
                    return answer;
                }
                // Without a place, so that others go on meanwhile.
                self.clock.sleep(pause).await;
                pause *= 2;
            }
            self.ask(&ask).await
        };
        tokio::select! {
            biased;
            answer = work => answer,
            () = self.silence.lasts() => {
                Err(CloudError::new(ErrorKind::Unreachable, operation, said!("error-no-answer-in-time")))
            }
        }
    }

    async fn ask<'s, T>(&'s self, ask: &impl Fn() -> BoxFuture<'s, CloudResult<T>>) -> CloudResult<T> {
        let place = self.pace.place().await;
        self.gate.pass().await;
        let asked = self.silence.asked();
        let answer = ask().await;
        asked.answered();
        match &answer {
            Err(error) if error.has_kind(ErrorKind::Throttled) => self.pace.throttled(place),
            _ => self.pace.passed(),
        }
        answer
    }
}

macro_rules! share {
    ($($(#[$doc:meta])* $read:ident: $method:ident($($arg:ident: $type:ty),*) -> $answer:ty,
       $needs:tt, $beside:tt, $resource:expr;)*) => {
        #[async_trait]
        impl Reader for Shared<'_> {
            $(async fn $method(&self, $($arg: $type),*) -> CloudResult<$answer> {
                let key = format!("{}{:?}", stringify!($method), ($(&$arg,)*));
                self.once(Read::$read.operation(), key, || Box::pin(self.inner.$method($($arg),*))).await
            })*
        }
    };
}

each_read!(share);

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;
    use crate::cloud::watched::{Call, Watch, Watched};
    use crate::practice::{self, Options, Speed};

    /// Never answers anything.
    struct Silent;

    macro_rules! silent {
        ($($(#[$doc:meta])* $read:ident: $method:ident($($arg:ident: $type:ty),*) -> $answer:ty,
           $needs:tt, $beside:tt, $resource:expr;)*) => {
            #[async_trait]
            impl Reader for Silent {
                $(async fn $method(&self, $($arg: $type),*) -> CloudResult<$answer> {
                    let _ = ($($arg,)*);
                    std::future::pending().await
                })*
            }
        };
    }

    each_read!(silent);

    /// Counts the calls, and throttles the first few.
    struct Gate {
        calls: AtomicU32,
        throttled: u32,
    }

    impl Watch for Gate {
        fn before(&self, call: Call<'_>) -> CloudResult<()> {
            if self.calls.fetch_add(1, Ordering::SeqCst) < self.throttled {
                return Err(CloudError::new(ErrorKind::Throttled, call.operation, "rate exceeded"));
            }
            Ok(())
        }
    }

    fn gated(throttled: u32) -> (Watched, Arc<Gate>, Arc<dyn Clock>) {
        let options = Options { speed: Speed::Instant, ..Options::default() };
        let connection = practice::connect(&options).unwrap();
        let gate = Arc::new(Gate { calls: AtomicU32::new(0), throttled });
        (Watched::new(connection.writer, gate.clone()), gate, connection.clock)
    }

    const LONG: Duration = Duration::from_secs(60);

    #[tokio::test]
    async fn what_never_answers_is_given_up() {
        let clock = crate::cloud::SystemClock;
        let shared = Shared::new(&Silent, &clock, Duration::from_millis(20));
        let (proxies, role) = futures::join!(shared.proxies(), shared.role("r"));
        assert!(proxies.unwrap_err().has_kind(ErrorKind::Unreachable));
        assert_eq!(role.unwrap_err().operation, "iam:GetRole");
    }

    #[tokio::test]
    async fn the_same_question_is_asked_once_and_another_again() {
        let (reader, gate, clock) = gated(0);
        let shared = Shared::new(&reader, clock.as_ref(), LONG);
        let (first, second) = futures::join!(shared.proxies(), shared.proxies());
        assert_eq!(first.unwrap(), second.unwrap());
        assert_eq!(gate.calls.load(Ordering::SeqCst), 1);
        let _ = futures::join!(shared.targets("a"), shared.targets("b"));
        assert_eq!(gate.calls.load(Ordering::SeqCst), 3);
    }

    #[tokio::test]
    async fn what_is_forgotten_is_asked_again_and_nothing_else() {
        let (reader, gate, clock) = gated(0);
        let shared = Shared::new(&reader, clock.as_ref(), LONG);
        let _ = futures::join!(shared.proxies(), shared.proxy("a"));
        shared.forget("proxy");
        let _ = futures::join!(shared.proxies(), shared.proxy("a"));
        assert_eq!(gate.calls.load(Ordering::SeqCst), 3);
    }

    #[tokio::test]
    async fn throttling_is_waited_out_for_a_while() {
        let (reader, gate, clock) = gated(AGAIN);
        let shared = Shared::new(&reader, clock.as_ref(), LONG);
        assert!(shared.proxies().await.is_ok());
        assert_eq!(gate.calls.load(Ordering::SeqCst), AGAIN + 1);
        let (reader, _, clock) = gated(u32::MAX);
        let shared = Shared::new(&reader, clock.as_ref(), LONG);
        assert!(shared.proxies().await.unwrap_err().has_kind(ErrorKind::Throttled));
    }
}
