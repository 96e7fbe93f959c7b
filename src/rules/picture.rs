//! The path function → proxy → database as data for a picture: boxes, hops, a verdict on each.
//!
//! Not here: colours, icons and coordinates (`gui`), and what the findings are.

use crate::domain::arn::short_name;
use crate::domain::finding::{Finding, Hop, Severity};
use crate::domain::observed::{Observed, Part};
use crate::domain::outside::one_line;
use crate::domain::proxy::TargetState;
use crate::text::{series, t};

use super::RULES;
use super::facts::database_port;
use super::login::Login;
use super::path::hop::{self, HopWay, way};
use super::rule::Stop;
use super::unknown::Missing;
use super::user::database_user;
use super::verdict::Verdict;

/// What was found on a part of the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Passage {
    Passes,
    /// It works, with a warning.
    WorksBut,
    /// Something decisive could not be read.
    Unknown,
    Blocked,
}

/// A thing on the path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathBox {
    /// Its name in AWS, or words where it has none.
    pub name: String,
    /// One line of facts: `available · IAM required`.
    pub facts: String,
    pub passage: Passage,
}

/// The way between two boxes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathHop {
    /// Above the line: `no rule lets it in`.
    pub words: String,
    /// Below it: `tcp 3306 · orders_app`.
    pub port: String,
    /// What decides it: `let through by sgr-2: tcp 3306 from sg-1 …`, `missing: …`, or why it is
    /// not known. Empty where nothing of the hop was read.
    pub detail: String,
    pub passage: Passage,
}

impl PathBox {
    fn new(name: String, facts: String, passage: Passage) -> Self {
        Self { name: one_line(&name).into_owned(), facts: one_line(&facts).into_owned(), passage }
    }
}

impl PathHop {
    fn new(words: &str, port: String, detail: String, passage: Passage) -> Self {
        let (port, detail) = (one_line(&port).into_owned(), one_line(&detail).into_owned());
        Self { words: words.to_owned(), port, detail, passage }
    }
}

/// The whole picture. Without a function its box and hop are absent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The answer in one sentence: `The database does not let the proxy in`.
    pub title: String,
    /// `1 of 6 hops is blocked. 64 rules: 58 passed, 2 errors …`
    pub summary: String,
    pub function: Option<PathBox>,
    pub to_proxy: Option<PathHop>,
    pub proxy: PathBox,
    /// `None` where there is no role to speak of.
    pub role_and_secret: Option<PathBox>,
    pub to_database: PathHop,
    pub database: PathBox,
}

impl Picture {
    /// After findings were accepted: title and counts are told anew, without the facts. What is accepted still
    /// stands in the way, so that every part stays as it was.
    pub fn recount(&mut self, verdict: &Verdict) {
        let passages = passages(self);
        // Without a proxy no finding of it is left.
        if self.role_and_secret.is_none() {
            return;
        }
        if let Some(error) = first_error(verdict, None) {
            self.title.clone_from(&error.title);
        } else if !passages.contains(&Passage::Blocked) {
            self.title = open_title(verdict, &passages);
        }
        self.summary = summary(verdict, &passages);
    }
}

/// Draws the path from what was read and what the rules made of it.
#[must_use]
pub fn picture(observed: &Observed, verdict: &Verdict) -> Picture {
    let at = |hop| passage(observed, verdict, hop);
    let has_function = !matches!(observed.function, Part::NotAsked);
    let parts = [
        has_function.then(|| at(Hop::Function)),
        has_function.then(|| at(Hop::FunctionToProxy)),
        Some(at(Hop::Proxy)),
        Some(at(Hop::RoleAndSecret)),
        Some(at(Hop::ProxyToDatabase)),
        Some(at(Hop::Database)),
    ];
    let passages: Vec<Passage> = parts.into_iter().flatten().collect();
    Picture {
        title: title(observed, verdict, &passages),
        summary: summary(verdict, &passages),
        function: has_function.then(|| function(observed, at(Hop::Function))),
        to_proxy: has_function.then(|| to_proxy(observed, verdict, at(Hop::FunctionToProxy))),
        proxy: proxy(observed, at(Hop::Proxy)),
        role_and_secret: observed.proxy.present().map(|_| role(observed, verdict, at(Hop::RoleAndSecret))),
        to_database: to_database(observed, verdict, at(Hop::ProxyToDatabase)),
        database: database(observed, at(Hop::Database)),
    }
}

/// Blocked where an error stands, then unknown where an error could stand, then warned.
fn passage(observed: &Observed, verdict: &Verdict, hop: Hop) -> Passage {
    // What is accepted still stands in the way.
    let worst = verdict.seen().filter(|finding| finding.hop == hop).map(|finding| finding.severity).max();
    let gap = verdict.unknown.iter().any(|unknown| unknown.hop == hop && unknown.is_decisive());
    let missing = match hop {
        Hop::Function => observed.function.is_absent(),
        Hop::Proxy => observed.proxy.is_absent(),
        Hop::Database => observed.database.is_absent(),
        _ => false,
    };
    match worst {
        Some(Severity::Error) => Passage::Blocked,
        _ if missing => Passage::Blocked,
        _ if gap || observed.proxy.present().is_none() || !verdict.asked_at(hop) => Passage::Unknown,
        Some(Severity::Warning) => Passage::WorksBut,
        _ => Passage::Passes,
    }
}

fn first_error(verdict: &Verdict, hop: Option<Hop>) -> Option<&Finding> {
    let errors = || {
        let at = move |finding: &&Finding| hop.is_none_or(|hop| finding.hop == hop);
        verdict.seen().filter(|finding| finding.severity == Severity::Error).filter(at)
    };
    errors().find(|finding| verdict.cause_of(&finding.code).is_none()).or_else(|| errors().next())
}

fn title(observed: &Observed, verdict: &Verdict, passages: &[Passage]) -> String {
    if let Some(finding) = first_error(verdict, None) {
        return finding.title.clone();
    }
    match &observed.proxy {
        Part::Absent => return t!("rules-title-no-proxy").to_owned(),
        Part::Unreadable(why) => return t!("rules-title-proxy-unread", operation = why.operation.as_str()),
        Part::NotAsked | Part::Present(_) => {}
    }
    if observed.function.is_absent() {
        t!("rules-title-no-function").to_owned()
    } else if observed.database.is_absent() {
        t!("rules-title-no-database").to_owned()
    } else {
        open_title(verdict, passages)
    }
}

/// Of a path that nothing blocks.
fn open_title(verdict: &Verdict, passages: &[Passage]) -> String {
    if verdict.tally().rules < RULES.len() {
        // A few rules say nothing of the whole path.
        t!("rules-title-only", rules = verdict.tally().rules, all = RULES.len())
    } else if passages.contains(&Passage::Unknown) {
        t!("rules-title-unknown").to_owned()
    } else if let Some(waiting) = verdict
        .findings
        .iter()
        .find(|finding| matches!(finding.code.as_str(), "proxy-target-registering" | "proxy-target-pending-capacity"))
    {
        waiting.title.clone()
    } else if passages.contains(&Passage::WorksBut) {
        t!("rules-title-open-but", count = verdict.count(Severity::Warning))
    } else {
        t!("rules-title-open").to_owned()
    }
}

fn summary(verdict: &Verdict, passages: &[Passage]) -> String {
    let blocked = passages.iter().filter(|passage| **passage == Passage::Blocked).count();
    let hops = t!("rules-summary-hops", blocked = blocked, hops = passages.len());
    let tally = verdict.tally();
    let mut counts = vec![t!("rules-summary-passed", count = tally.passed)];
    for (count, text) in [
        (tally.errors, t!("rules-summary-errors", count = tally.errors)),
        (tally.warnings, t!("rules-summary-warnings", count = tally.warnings)),
        (tally.notes, t!("rules-summary-notes", count = tally.notes)),
        (tally.accepted, t!("rules-summary-accepted", count = tally.accepted)),
        (tally.unknown, t!("rules-summary-unknown", count = tally.unknown)),
        (tally.not_applicable, t!("rules-summary-not-applicable", count = tally.not_applicable)),
    ] {
        if count > 0 {
            counts.push(text);
        }
    }
    let summary = t!("rules-summary", hops = hops, rules = tally.rules, counts = series(&counts));
    // Said once, here: it is a limit of several verdicts and makes none of them unknown.
    let limited = verdict.unknown.iter().any(|unknown| unknown.missing == Missing::Organization);
    if limited { format!("{summary} {}", t!("rules-summary-organization")) } else { summary }
}

/// The facts of a part that is there, or why there are none.
fn facts<T>(part: &Part<T>, of: impl Fn(&T) -> Vec<String>) -> String {
    match part {
        Part::Present(value) => of(value).join(" \u{b7} "),
        Part::Absent => t!("rules-box-absent").to_owned(),
        Part::Unreadable(why) => t!("rules-box-unread", operation = why.operation.as_str()),
        Part::NotAsked => t!("rules-box-not-asked").to_owned(),
    }
}

fn function(observed: &Observed, passage: Passage) -> PathBox {
    let part = &observed.function;
    let name = part.present().map_or_else(|| t!("rules-box-function").to_owned(), |function| function.name.clone());
    let facts = facts(part, |function| {
        let runtime = function.runtime.clone().unwrap_or_else(|| t!("rules-box-image").to_owned());
        let network = function.vpc.as_ref().filter(|vpc| !vpc.vpc_id.is_empty()).map_or_else(
            || match &function.managed_instances {
                Some(managed) => t!("rules-box-provider", provider = short_name(&managed.capacity_provider)),
                None => t!("rules-box-no-vpc").to_owned(),
            },
            |vpc| {
                let label = |id: &String| {
                    let known = observed.subnets.items().iter().find(|subnet| &subnet.id == id);
                    known.map_or_else(|| id.clone(), |subnet| subnet.label().to_owned())
                };
                series(vpc.subnet_ids.iter().map(label))
            },
        );
        vec![runtime, network]
    });
    PathBox::new(name, facts, passage)
}

fn proxy(observed: &Observed, passage: Passage) -> PathBox {
    let part = &observed.proxy;
    let name = part.present().map_or_else(|| t!("rules-box-proxy").to_owned(), |proxy| proxy.name.clone());
    let facts = facts(part, |proxy| {
        let login = match Login::from_proxy(proxy) {
            Login::StandardIam => t!("rules-box-iam"),
            Login::EndToEndIam => t!("rules-box-iam-both"),
            Login::Password => t!("rules-box-password"),
            Login::Mixed => t!("rules-box-mixed"),
        };
        vec![proxy.status.to_string(), login.to_owned()]
    });
    PathBox::new(name, facts, passage)
}

fn database(observed: &Observed, passage: Passage) -> PathBox {
    let part = &observed.database;
    let name = part.present().map_or_else(|| t!("rules-box-database").to_owned(), |database| database.id.clone());
    let facts = facts(part, |database| {
        // Aurora's own number, not the MySQL release in front of it: `8.0.mysql_aurora.3.08.0`.
        let version = database.engine_version.rsplit_once("aurora.").map_or(&*database.engine_version, |(_, own)| own);
        vec![format!("{} {version}", database.engine), database.status.to_string()]
    });
    PathBox::new(name, facts, passage)
}

fn role(observed: &Observed, verdict: &Verdict, passage: Passage) -> PathBox {
    let end_to_end = verdict.auth_mode == Some(Login::EndToEndIam);
    let name = if end_to_end { t!("rules-box-role") } else { t!("rules-box-role-and-secret") };
    let unknown = verdict.unknown.iter().find(|unknown| unknown.hop == Hop::RoleAndSecret && unknown.is_decisive());
    let facts = match (first_error(verdict, Some(Hop::RoleAndSecret)), passage, unknown) {
        (Some(finding), ..) => finding.title.clone(),
        (None, Passage::Unknown, Some(unknown)) => t!("rules-role-unknown", because = unknown.because.as_str()),
        _ => observed.proxy_role.present().map(|role| role.name.clone()).unwrap_or_default(),
    };
    PathBox::new(name.to_owned(), facts, passage)
}

fn to_proxy(observed: &Observed, verdict: &Verdict, passage: Passage) -> PathHop {
    let uses_token = verdict.auth_mode.is_some_and(Login::takes_tokens);
    let words = match (passage, first_error(verdict, Some(Hop::FunctionToProxy))) {
        (Passage::Blocked, Some(finding)) => words_for(&finding.code),
        (Passage::Unknown, _) => t!("rules-hop-unknown"),
        _ if uses_token => t!("rules-hop-may-connect"),
        _ => t!("rules-hop-open"),
    };
    let port = observed.proxy.present().map_or_else(String::new, |proxy| {
        let port = format!("tcp {}", proxy.engine_family.proxy_port());
        match database_user(observed, proxy) {
            Some(user) => format!("{port} \u{b7} {}", user.name),
            None => port,
        }
    });
    PathHop::new(words, port, detail(observed, hop::to_proxy(observed)), passage)
}

fn to_database(observed: &Observed, verdict: &Verdict, passage: Passage) -> PathHop {
    let words = match (passage, first_error(verdict, Some(Hop::ProxyToDatabase))) {
        (Passage::Blocked, Some(finding)) => words_for(&finding.code),
        (Passage::Unknown, _) => t!("rules-hop-unknown"),
        _ => t!("rules-hop-open"),
    };
    let mut parts = Vec::new();
    if let Some(port) = observed.database.present().and_then(|database| database_port(database).ok()) {
        parts.push(format!("tcp {port}"));
    }
    let states: Vec<&TargetState> =
        observed.targets.items().iter().filter_map(|target| Some(&target.health.as_ref()?.state)).collect();
    let state = if states.contains(&&TargetState::Unavailable) {
        Some(t!("rules-target-unavailable"))
    } else if states.contains(&&TargetState::Registering) {
        Some(t!("rules-target-registering"))
    } else if states.contains(&&TargetState::Available) {
        Some(t!("rules-target-available"))
    } else {
        None
    };
    parts.extend(state.map(str::to_owned));
    let detail = detail(observed, hop::to_database(observed));
    PathHop::new(words, parts.join(" \u{b7} "), detail, passage)
}

/// The network's own answer, whatever the rules say beside it.
fn detail(observed: &Observed, hop: Result<hop::Hop<'_>, Stop>) -> String {
    match hop.map(|hop| way(observed, hop)) {
        Ok(HopWay::Open(by)) => by.first().map_or_else(String::new, |rule| t!("rules-hop-by", rule = rule.as_str())),
        Ok(HopWay::Closed(missing)) => missing,
        Ok(HopWay::Unknown(gap)) | Err(Stop::Unknown(gap)) => t!("rules-hop-because", because = gap.because.as_str()),
        // No way hangs on a secret or on a permission.
        Err(Stop::NotApplicable | Stop::NoConsent | Stop::Organization(_)) => String::new(),
    }
}

/// A few words on the line for an error of a hop.
fn words_for(code: &str) -> &'static str {
    match code {
        "sg-lambda-egress-proxy" | "sg-proxy-egress-db" => t!("rules-hop-no-way-out"),
        "sg-proxy-ingress-lambda" | "sg-db-ingress-proxy" | "sg-shared-without-self-rule" => t!("rules-hop-no-way-in"),
        "lambda-not-in-vpc" => t!("rules-hop-outside"),
        "lambda-vpc-differs-from-proxy" | "proxy-vpc-differs-from-db" => t!("rules-hop-other-vpc"),
        "proxy-no-targets" => t!("rules-hop-no-target"),
        _ if code.starts_with("connect-") => t!("rules-hop-may-not-connect"),
        _ => t!("rules-hop-blocked"),
    }
}

/// The six verdicts in the order of the path, for miniature pictures.
pub fn passages(picture: &Picture) -> Vec<Passage> {
    [
        picture.function.as_ref().map(|part| part.passage),
        picture.to_proxy.as_ref().map(|part| part.passage),
        Some(picture.proxy.passage),
        picture.role_and_secret.as_ref().map(|part| part.passage),
        Some(picture.to_database.passage),
        Some(picture.database.passage),
    ]
    .into_iter()
    .flatten()
    .collect()
}
