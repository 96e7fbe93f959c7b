//! The line between the program and AWS, and one fault on it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Mutex;

use super::memory::Memory;
use crate::between::{Call, Fault, Message, Script, When};

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    ResetBefore,
    ResetAfter,
    Status500,
    Status500WithError,
    Status503,
    Status503WithError,
    Cut,
    Page,
    HangBefore,
    HangAfter,
    /// The answer is good; the first looks at what it changed show it as it was before.
    Late,
    /// Reset after the effect, and the first looks do not show it.
    LostAndLate,
    Denied,
}

impl Kind {
    pub const OF_WRITES: [Self; 12] = [
        Self::ResetAfter,
        Self::LostAndLate,
        Self::Cut,
        Self::Status500,
        Self::ResetBefore,
        Self::Page,
        Self::Status503WithError,
        Self::HangAfter,
        Self::Late,
        Self::Status500WithError,
        Self::HangBefore,
        Self::Status503,
    ];

    pub const OF_READS: [Self; 8] = [
        Self::ResetAfter,
        Self::Denied,
        Self::Page,
        Self::Cut,
        Self::Status503WithError,
        Self::HangAfter,
        Self::Status500,
        Self::ResetBefore,
    ];

    fn fault(self) -> Option<Fault> {
        Some(match self {
            Self::ResetBefore => Fault::Reset(When::Before),
            Self::ResetAfter | Self::LostAndLate => Fault::Reset(When::After),
            Self::Status500 => Fault::Status { code: 500, with_error: false },
            Self::Status500WithError => Fault::Status { code: 500, with_error: true },
            Self::Status503 => Fault::Status { code: 503, with_error: false },
            Self::Status503WithError => Fault::Status { code: 503, with_error: true },
            Self::Cut => Fault::Cut,
            Self::Page => Fault::Page,
            Self::HangBefore => Fault::Hang(When::Before),
            Self::HangAfter => Fault::Hang(When::After),
            Self::Denied => Fault::AccessDenied,
            Self::Late => return None,
        })
    }

    fn is_late(self) -> bool {
        matches!(self, Self::Late | Self::LostAndLate)
    }
}

/// The n-th call of an operation in a run, from 1.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    /// `rds:CreateDBProxy`.
    pub action: String,
    pub nth: usize,
    pub writes: bool,
}

/// Where it goes wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    At(Point),
    EveryRead,
}

/// A fault at a place: at that call alone, or at all further calls of the operation too, until it is
/// lifted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strike {
    pub place: Place,
    pub kind: Kind,
    pub always: bool,
}

impl Strike {
    fn hits(&self, point: &Point) -> bool {
        match &self.place {
            Place::EveryRead => !point.writes,
            Place::At(at) if self.always => at.action == point.action && point.nth >= at.nth,
            Place::At(at) => at == point,
        }
    }
}

impl fmt::Display for Strike {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let times = if self.always { "always" } else { "once" };
        match &self.place {
            Place::EveryRead => write!(f, "every read: {:?}", self.kind),
            Place::At(Point { action, nth, .. }) => write!(f, "{action} #{nth}: {:?} {times}", self.kind),
        }
    }
}

/// Counts the calls, strikes, and remembers what took effect.
#[derive(Default)]
pub struct Line(Mutex<State>);

#[derive(Default)]
struct State {
    counts: BTreeMap<String, usize>,
    calls: Vec<Point>,
    strike: Option<Strike>,
    has_struck: bool,
    effects: BTreeSet<(String, String)>,
    sent: Vec<(String, Message)>,
    memory: Memory,
    kept: Memory,
}

impl Line {
    /// Nothing goes wrong, and counting starts anew; reads have shown what they showed until
    /// [`Line::keep`].
    pub fn calm(&self) {
        let mut state = self.0.lock().unwrap();
        let kept = state.kept.clone();
        *state = State { memory: kept.clone(), kept, ..State::default() };
    }

    /// What reads have shown until now is how everything was before any setup.
    pub fn keep(&self) {
        let mut state = self.0.lock().unwrap();
        state.kept = state.memory.clone();
    }

    /// Counts from here, from before any setup, and lets this go wrong.
    pub fn arm(&self, strike: Strike) {
        self.calm();
        self.0.lock().unwrap().strike = Some(strike);
    }

    /// Counts from here, after a setup, and lets this go wrong.
    pub fn arm_later(&self, strike: Strike) {
        let mut state = self.0.lock().unwrap();
        state.counts.clear();
        state.strike = Some(strike);
    }

    /// Nothing goes wrong any more; what was late is late for some looks more. `false` where it
    /// never came to it.
    pub fn lift(&self) -> bool {
        let mut state = self.0.lock().unwrap();
        state.strike = None;
        state.memory.renew();
        state.has_struck
    }

    /// Every call since it was calm, in order of arrival.
    pub fn calls(&self) -> Vec<Point> {
        self.0.lock().unwrap().calls.clone()
    }

    /// The requests of the writes that AWS did since it was calm, in order, each with its operation.
    pub fn sent(&self) -> Vec<(String, Message)> {
        self.0.lock().unwrap().sent.clone()
    }

    /// Writes that AWS did since it was calm: each operation with what it changed.
    pub fn effects(&self) -> BTreeSet<(String, String)> {
        self.0.lock().unwrap().effects.clone()
    }
}

impl Script for Line {
    fn fault(&self, call: &Call, request: &Message) -> Option<Fault> {
        let mut state = self.0.lock().unwrap();
        let action = call.action();
        let count = state.counts.entry(action.clone()).or_default();
        *count += 1;
        let point = Point { action, nth: *count, writes: call.is_write() };
        state.calls.push(point.clone());
        if let Some(strike) = state.strike.clone().filter(|strike| strike.hits(&point)) {
            state.has_struck = true;
            if strike.kind.is_late() {
                state.memory.freeze(&point.action);
            }
            return strike.kind.fault();
        }
        state.memory.earlier(&point.action, request).map(Fault::Instead)
    }

    fn answered(&self, call: &Call, request: &Message, answer: &Message) {
        let mut state = self.0.lock().unwrap();
        match call.is_write() {
            true if answer.is_success() => {
                state.effects.insert((call.action(), changed(call, request)));
                state.sent.push((call.action(), request.clone()));
            }
            true => {}
            false => state.memory.remember(&call.action(), request, answer),
        }
    }
}

/// What a write is about: the same for each attempt of it.
fn changed(call: &Call, request: &Message) -> String {
    let body = String::from_utf8_lossy(&request.body);
    match call.service.as_str() {
        "lambda" => call.operation.clone(),
        "secretsmanager" => {
            let input: serde_json::Value = serde_json::from_str(&body).unwrap_or_default();
            let id = [&input["Name"], &input["SecretId"]].into_iter().find_map(|id| id.as_str());
            id.unwrap_or_default().to_owned()
        }
        _ => body.split('&').filter(|pair| !pair.starts_with("ClientToken=")).collect::<Vec<_>>().join("&"),
    }
}
