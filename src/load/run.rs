//! Carries a plan out. What was confirmed is the ceiling: no second begins more calls than its share, and none
//! at all after the last second, after Stop, or once a refusal says that the next call would be refused too.

use futures::future::{BoxFuture, FutureExt};
use futures::stream::{FuturesUnordered, StreamExt};
use std::pin::{Pin, pin};
use std::time::Duration;

use super::call::LoadCall;
use super::plan::{Pattern, Plan};
use super::record::Ended;
use crate::cloud::{CloudError, Connection, ErrorKind};

const SECOND: Duration = Duration::from_secs(1);
/// How long the calls of the last second are waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// A clock that leaps from one sleep to the next, as that of a test does, must not leap over answers.
const SLICE: Duration = Duration::from_millis(50);

/// What a load brought.
pub struct Ran {
    pub calls: Vec<LoadCall>,
    /// Calls that had not answered when it ended.
    pub not_awaited: u32,
    pub ended: Ended,
}

/// Calls the function as planned, until the plan is done or `stop` is ready; then it returns at once and leaves
/// calls that have not answered. `tell` hears the calls that came back, at least once a second.
pub async fn run(
    connection: &Connection,
    plan: &Plan,
    payload: &str,
    stop: impl Future<Output = ()> + Send,
    tell: &mut (dyn FnMut(&[LoadCall]) + Send),
) -> Ran {
    let began = connection.clock.monotonic();
    let load = Load { connection, plan, payload, began, under_way: FuturesUnordered::new(), calls: Vec::new() };
    let stop: Pin<&mut (dyn Future<Output = ()> + Send)> = pin!(stop);
    match plan.pattern {
        Pattern::InTurn { calls } => load.in_turn(calls, stop, tell).await,
        Pattern::AtOnce { .. } => load.at_once(stop, tell).await,
    }
}

type Answer = (LoadCall, Option<CloudError>);

struct Load<'a> {
    connection: &'a Connection,
    plan: &'a Plan,
    payload: &'a str,
    /// By the account's clock.
    began: Duration,
    under_way: FuturesUnordered<BoxFuture<'a, Answer>>,
    calls: Vec<LoadCall>,
}

/// What comes next.
enum Next {
    Answer(Box<Answer>),
    Time,
    Stop,
}

impl<'a> Load<'a> {
    async fn in_turn(
        mut self,
        calls: u32,
        mut stop: Pin<&mut (dyn Future<Output = ()> + Send)>,
        tell: &mut (dyn FnMut(&[LoadCall]) + Send),
    ) -> Ran {
        for _ in 0..calls {
            self.begin();
            match self.next(None, stop.as_mut()).await {
                Next::Answer(answer) => {
                    let fatal = self.take(*answer);
                    tell(self.calls.last().map_or(&[], std::slice::from_ref));
                    if let Some(error) = fatal {
                        return self.end(Ended::GaveUp(error));
                    }
                }
                Next::Time | Next::Stop => return self.end(Ended::Stopped),
            }
        }
        self.end(Ended::Finished)
    }

    async fn at_once(
        mut self,
        mut stop: Pin<&mut (dyn Future<Output = ()> + Send)>,
        tell: &mut (dyn FnMut(&[LoadCall]) + Send),
    ) -> Ran {
        let mut told = 0;
        let mut second = 0;
        loop {
            // What a clock that leaps or a machine that sleeps has passed over is not made up for.
            second = second.max(u32::try_from(self.elapsed().as_secs()).unwrap_or(u32::MAX));
            if second >= self.plan.secs() {
                break;
            }
            let free = (self.plan.at_once(second) as usize).saturating_sub(self.under_way.len());
            for _ in 0..free {
                self.begin();
            }
            let fatal = self.until(SECOND * (second + 1), stop.as_mut()).await;
            tell(self.calls.get(told..).unwrap_or_default());
            told = self.calls.len();
            if let Some(ended) = fatal {
                return self.end(ended);
            }
            second += 1;
        }
        let last = self.elapsed() + PATIENCE;
        while !self.under_way.is_empty() {
            match self.next(Some(last), stop.as_mut()).await {
                Next::Answer(answer) => drop(self.take(*answer)),
                Next::Time => break,
                Next::Stop => return self.end(Ended::Stopped),
            }
        }
        tell(self.calls.get(told..).unwrap_or_default());
        self.end(Ended::Finished)
    }

    /// Takes answers in until then; how the load ended, if it did.
    async fn until(&mut self, end: Duration, mut stop: Pin<&mut (dyn Future<Output = ()> + Send)>) -> Option<Ended> {
        loop {
            match self.next(Some(end), stop.as_mut()).await {
                Next::Answer(answer) => {
                    if let Some(error) = self.take(*answer) {
                        return Some(Ended::GaveUp(error));
                    }
                }
                Next::Time => return None,
                Next::Stop => return Some(Ended::Stopped),
            }
        }
    }

    async fn next(&mut self, end: Option<Duration>, stop: Pin<&mut (dyn Future<Output = ()> + Send)>) -> Next {
        let (clock, began, calls) = (&self.connection.clock, self.began, self.under_way.len());
        let time = async {
            let Some(end) = end else { return std::future::pending().await };
            // Whoever was begun is on its way before time goes on.
            for _ in 0..calls {
                tokio::task::yield_now().await;
            }
            loop {
                match end.saturating_sub(clock.monotonic().saturating_sub(began)) {
                    Duration::ZERO => return,
                    rest => clock.sleep(rest.min(SLICE)).await,
                }
            }
        };
        tokio::select! {
            biased;
            () = stop => Next::Stop,
            Some(answer) = self.under_way.next() => Next::Answer(Box::new(answer)),
            () = time => Next::Time,
        }
    }

    fn elapsed(&self) -> Duration {
        self.connection.clock.monotonic().saturating_sub(self.began)
    }

    fn begin(&self) {
        let at = self.elapsed();
        let at_once = u32::try_from(self.under_way.len()).unwrap_or(u32::MAX).saturating_add(1);
        let (connection, plan, payload, began) = (self.connection, self.plan, self.payload, self.began);
        let call = async move {
            let answer = connection.writer.invoke(&plan.function, plan.qualifier.as_deref(), payload).await;
            let took = connection.clock.monotonic().saturating_sub(began).saturating_sub(at);
            let at_ms = u64::try_from(at.as_millis()).unwrap_or(u64::MAX);
            let round_trip_ms = took.as_secs_f64() * 1000.0;
            match answer {
                Ok(invocation) => (LoadCall::new(at_ms, at_once, round_trip_ms, Ok(invocation)), None),
                Err(error) => (LoadCall::new(at_ms, at_once, round_trip_ms, Err(&error)), Some(error)),
            }
        };
        self.under_way.push(call.boxed());
    }

    /// The error that every further call would meet as well, if it is one.
    fn take(&mut self, (call, error): Answer) -> Option<CloudError> {
        self.calls.push(call);
        error.filter(|error| {
            use ErrorKind::{Denied, Expired, NoCredentials, NotFound, Refused};
            matches!(error.kind, Denied | Expired | NoCredentials | NotFound | Refused)
        })
    }

    fn end(self, ended: Ended) -> Ran {
        let not_awaited = u32::try_from(self.under_way.len()).unwrap_or(u32::MAX);
        Ran { calls: self.calls, not_awaited, ended }
    }
}
