//! Lambda functions that are made, called and deleted.

use serde::Deserialize;
use serde_json::{Value, json};
use std::time::Duration;

use super::data_plane::{self, Client, Origin};
use super::environments::{CallPlace, Environments, chance};
use super::fault::{error, refused};
use super::iam;
use super::lambda::{account_concurrency, checked_network, find, not_found};
use super::pool;
use super::proxy_endpoints;
use super::state::{FunctionRecord, State, hex};
use super::users::{self, Errand, UserRecord};
use crate::cloud::{CloudError, CloudResult, ErrorKind, Invocation, NewFunction};
use crate::domain::Tags;
use crate::domain::database::EngineFamily;
use crate::domain::function::Function;
use crate::domain::proxy::IamAuth;
use crate::domain::trace::Subsegment;

/// Simulated seconds until a new function in a VPC is `Active`.
const PENDING_SECS: u64 = 20;
/// How much of a call that has its connection the query takes.
const QUERY_SHARE: f64 = 0.8;

/// `lambda:CreateFunction`.
pub fn create(state: &mut State, new: NewFunction, now: u64) -> CloudResult<String> {
    const OPERATION: &str = "lambda:CreateFunction";
    let name = new.name.as_str();
    if find(state, name).is_some() {
        let message = format!("Function already exist: {name}");
        return Err(error(ErrorKind::AlreadyExists, OPERATION, name, "ResourceConflictException", message));
    }
    let Some(role) =
        iam::by_arn(state, &new.role_arn).filter(|record| iam::trusts(&record.role, "lambda.amazonaws.com"))
    else {
        let message = "The role defined for the function cannot be assumed by Lambda.";
        return Err(refused(OPERATION, name, "InvalidParameterValueException", message));
    };
    let role_arn = role.role.arn.clone();
    let vpc = match &new.vpc {
        Some(vpc) => Some(checked_network(state, name, &role_arn, vpc, now)?),
        None => None,
    };
    let arn = state.account.arn("lambda", &format!("function:{name}"));
    state.functions.push(FunctionRecord {
        function: Function {
            name: name.to_owned(),
            arn: arn.clone(),
            runtime: Some(new.runtime),
            architecture: "x86_64".into(),
            role_arn,
            vpc,
            timeout_secs: new.timeout_secs,
            memory_mb: new.memory_mb,
            code_size: new.code.len() as u64,
            ..Function::default()
        },
        environment: Default::default(),
        aliases: Vec::new(),
        versions: Default::default(),
        last_version: 0,
        reserved: None,
        busy_until: now + PENDING_SECS,
        revision: 1,
        tags: new.tags,
        provisioned: Vec::new(),
    });
    Ok(arn)
}

/// `lambda:DeleteFunction`. Its interfaces are those of every function with this network, and stay.
pub fn delete(state: &mut State, name: &str) -> CloudResult<()> {
    let missing = not_found(state, "lambda:DeleteFunction", name);
    let before = state.functions.len();
    state.functions.retain(|record| record.function.name != name);
    if state.functions.len() == before { Err(missing) } else { Ok(()) }
}

/// `logs:CreateLogGroup`.
pub fn create_log_group(state: &mut State, name: &str, tags: &Tags) -> CloudResult<()> {
    if state.log_groups.contains_key(name) {
        let message = "The specified log group already exists";
        let code = "ResourceAlreadyExistsException";
        return Err(error(ErrorKind::AlreadyExists, "logs:CreateLogGroup", name, code, message));
    }
    state.log_groups.insert(name.to_owned(), tags.clone());
    Ok(())
}

/// `logs:DeleteLogGroup`.
pub fn delete_log_group(state: &mut State, name: &str) -> CloudResult<()> {
    match state.log_groups.remove(name) {
        Some(_) => Ok(()),
        None => Err(no_log_group(name)),
    }
}

fn no_log_group(name: &str) -> CloudError {
    let message = "The specified log group does not exist.";
    error(ErrorKind::NotFound, "logs:DeleteLogGroup", name, "ResourceNotFoundException", message)
}

/// The probe's event, as far as it matters here.
#[derive(Deserialize)]
struct ProbeEvent {
    host: String,
    port: u16,
    user: String,
    credential: Value,
    /// The near end of a tunnel.
    via: Option<NearEnd>,
    /// What is done over the login.
    errand: Option<Errand>,
}

#[derive(Deserialize)]
struct NearEnd {
    host: String,
    port: u16,
}

impl ProbeEvent {
    fn login(&self) -> Client<'_> {
        Client {
            host: &self.host,
            port: self.port,
            user: &self.user,
            by_token: self.credential == "token",
            secret: self.credential.get("secret").and_then(Value::as_str),
            password_secret: self.errand.as_ref().and_then(Errand::password_secret),
        }
    }
}

/// The answer of the probe's program.
pub struct Answered {
    pub payload: Value,
    /// The users of databases, where the errand may have changed them.
    pub users: Option<Vec<UserRecord>>,
}

impl Answered {
    fn new(state: &State, from: Origin<'_>, event: &ProbeEvent, now: u64) -> Self {
        let login = event.login();
        let stages = data_plane::connect(state, from, &login, now);
        let failed = stages.last().is_some_and(|stage| stage.get("failure").is_some());
        let served = data_plane::served_at(state, login.host);
        let errand = event.errand.as_ref().filter(|_| !failed);
        match errand.zip(served) {
            None => Self { payload: json!({ "stages": stages }), users: None },
            Some((errand, served)) => {
                let done = users::carry_out(state, served, login.name(state), errand);
                let payload = json!({ "stages": stages, "ran": done.ran, "answers": done.answers });
                Self { payload, users: Some(done.users) }
            }
        }
    }
}

/// What the probe's program answers where it runs on the caller's machine.
pub fn connect(state: &State, question: &str, now: u64) -> Answered {
    // What cannot be read has no stages, and is told as such.
    let Ok(event) = serde_json::from_str::<ProbeEvent>(question) else {
        return Answered { payload: json!({ "stages": [] }), users: None };
    };
    let from = event.via.as_ref().map_or(Origin::Machine, |via| Origin::Tunnel(&via.host, via.port));
    Answered::new(state, from, &event, now)
}

/// A call as it comes in.
pub struct Incoming<'a> {
    pub function: &'a str,
    pub qualifier: Option<&'a str>,
    pub payload: &'a str,
    /// Milliseconds since 1970.
    pub at_ms: u64,
}

/// How a call will end, and after how long.
pub struct Begun {
    pub takes: Duration,
    pub answer: Invocation,
    /// The users of databases, where the call may have changed them.
    pub users: Option<Vec<UserRecord>>,
}

/// What a call does in its environment.
struct CallWork {
    handler_ms: f64,
    /// Of it, until the connection stood; `None` where it was there already, or nothing connected.
    connect_ms: Option<f64>,
    /// Of it, the query.
    query_ms: Option<f64>,
    payload: Value,
    function_error: Option<&'static str>,
}

impl CallWork {
    fn answered(payload: Value, handler_ms: f64) -> Self {
        Self { handler_ms, connect_ms: None, query_ms: None, payload, function_error: None }
    }

    fn failed(payload: Value, handler_ms: f64) -> Self {
        Self { function_error: Some("Unhandled"), ..Self::answered(payload, handler_ms) }
    }

    fn timed_out(request: &str, record: &FunctionRecord) -> Self {
        let secs = record.function.timeout_secs;
        let message = format!("{request} Task timed out after {:.2} seconds", f64::from(secs));
        Self::failed(json!({ "errorMessage": message }), f64::from(secs) * 1000.0)
    }
}

/// `lambda:InvokeFunction`: the probe's answer, or that of a function that reads one row through its proxy.
pub fn invoke(state: &State, environments: &mut Environments, call: &Incoming<'_>, now: u64) -> CloudResult<Begun> {
    const OPERATION: &str = "lambda:InvokeFunction";
    let name = call.function;
    let record = find(state, name).ok_or_else(|| not_found(state, OPERATION, name))?;
    let record = &called(record, call.qualifier);
    if record.tags.contains_key(crate::domain::TAG_PROBE) {
        let (work, users) = probe(state, record, call.payload, now)?;
        return Ok(Begun { users, ..begun(record, call, Some(212.4), work) });
    }
    let key = format!("{name}:{}", call.qualifier.unwrap_or("$LATEST"));
    let limit = record.reserved.unwrap_or_else(|| account_concurrency(state).unreserved);
    let Some(place) = environments.place(&key, limit, call.at_ms) else {
        environments.record(name, "Throttles", call.at_ms, 1.0);
        return Err(error(ErrorKind::Throttled, OPERATION, name, "TooManyRequestsException", "Rate Exceeded."));
    };
    let init = place.cold.then(|| 480.0 + hundredths(&format!("{key}/{}", place.number), 64));
    let work = match own_connection(state, record, now) {
        None => CallWork::answered(json!({ "statusCode": 200, "body": "ok" }), 4.0),
        Some((login, stages)) => at_proxy(state, environments, record, call, &place, &login, &stages),
    };
    environments.record(name, "ConcurrentExecutions", call.at_ms, f64::from(place.busy));
    environments.record(name, "Duration", call.at_ms, work.handler_ms);
    if record.function.active_tracing == Some(true) {
        environments.trace(name, call.at_ms, traced(init, &work));
    }
    let begun = begun(record, call, init, work);
    let until = call.at_ms + u64::try_from(begun.takes.as_millis()).unwrap_or_default();
    environments.occupy(&key, place, until);
    Ok(begun)
}

/// What an alias or a version has frozen is what runs.
fn called(record: &FunctionRecord, qualifier: Option<&str>) -> FunctionRecord {
    let mut called = record.clone();
    let alias = record.aliases.iter().find(|alias| Some(alias.name.as_str()) == qualifier);
    let version = alias.map(|alias| alias.version.as_str()).or(qualifier);
    if let Some(frozen) = version.and_then(|version| record.versions.get(version)) {
        called.function.vpc.clone_from(&frozen.vpc);
        called.environment.clone_from(&frozen.environment);
    }
    called
}

fn begun(record: &FunctionRecord, call: &Incoming<'_>, init_ms: Option<f64>, work: CallWork) -> Begun {
    let request = request(call);
    let takes_ms = work.handler_ms + init_ms.unwrap_or_default();
    let init = init_ms.map(|init| format!("\tInit Duration: {init:.2} ms")).unwrap_or_default();
    let log_tail = format!(
        "START RequestId: {request} Version: $LATEST\nEND RequestId: {request}\nREPORT RequestId: {request}\tDuration: {:.2} ms\tBilled Duration: {:.0} ms\tMemory Size: {} MB\tMax Memory Used: 58 MB{init}\n",
        work.handler_ms,
        takes_ms.ceil(),
        record.function.memory_mb
    );
    Begun {
        takes: Duration::from_secs_f64(takes_ms / 1000.0),
        answer: Invocation {
            function_error: work.function_error.map(str::to_owned),
            payload: work.payload.to_string(),
            log_tail,
            executed_version: Some("$LATEST".into()),
        },
        users: None,
    }
}

fn request(call: &Incoming<'_>) -> String {
    hex(&format!("{}/{}/{}", call.function, call.at_ms, call.payload), 32)
}

fn probe(
    state: &State,
    record: &FunctionRecord,
    payload: &str,
    now: u64,
) -> CloudResult<(CallWork, Option<Vec<UserRecord>>)> {
    let name = record.function.name.as_str();
    let event: ProbeEvent = serde_json::from_str(payload)
        .map_err(|why| refused("lambda:InvokeFunction", name, "InvalidRequestContentException", why.to_string()))?;
    let Answered { payload, users } = Answered::new(state, Origin::Function(record), &event, now);
    let took = took_ms(payload.get("stages").and_then(Value::as_array).map_or(&[], Vec::as_slice));
    Ok((CallWork::answered(payload, took), users))
}

/// A call that reaches the proxy, or does not: one that opens its connection, or one that has it already.
fn at_proxy(
    state: &State,
    environments: &mut Environments,
    record: &FunctionRecord,
    call: &Incoming<'_>,
    place: &CallPlace,
    login: &Client<'_>,
    stages: &[Value],
) -> CallWork {
    let took = took_ms(stages);
    let failure = stages.last().and_then(|stage| stage.get("failure"));
    if let Some(failure) = failure {
        let limit = f64::from(record.function.timeout_secs) * 1000.0;
        return match failure.get("kind").is_some_and(|kind| kind == "timed-out") || took > limit {
            true => CallWork::timed_out(&request(call), record),
            false => CallWork::failed(json!({ "errorType": "Error", "errorMessage": failure.get("message") }), took),
        };
    }
    let words = format!("{}/{}", call.function, place.nth);
    let own = match place.cold {
        true => took + 120.0 + hundredths(&words, 30),
        false => 8.0 + hundredths(&words, 6) + if chance(&words, 20) == 0 { 12.0 } else { 0.0 },
    };
    let waits = pool::share(state, environments, login.host, place, call.at_ms);
    if waits.longest_ms < waits.ms {
        return match waits.longest_ms < f64::from(record.function.timeout_secs) * 1000.0 {
            true => {
                let message = "Timed-out waiting to acquire database connection";
                let error = json!({ "errorType": "OperationalError", "errorMessage": format!("(9501, '{message}')") });
                CallWork::failed(error, waits.longest_ms + own)
            }
            false => CallWork::timed_out(&request(call), record),
        };
    }
    let connection: u32 = stages
        .last()
        .and_then(|stage| stage.pointer("/fact/connection_id")?.as_str()?.parse().ok())
        .unwrap_or_default();
    let body = json!({ "connection_id": connection + place.number, "orders": 12 });
    let connect_ms = place.cold.then_some(took);
    CallWork {
        connect_ms,
        // A wait for a pooled connection is met by the first statement.
        query_ms: Some((own - connect_ms.unwrap_or_default()) * QUERY_SHARE + waits.ms),
        ..CallWork::answered(json!({ "statusCode": 200, "body": body.to_string() }), own + waits.ms)
    }
}

/// The parts of a call that Lambda and the function's code measure for X-Ray.
fn traced(init_ms: Option<f64>, work: &CallWork) -> Vec<Subsegment> {
    let part = |name: &str, is_query, ms: Option<f64>| ms.map(|ms| Subsegment { name: name.to_owned(), is_query, ms });
    let parts = [
        part("Init", false, init_ms),
        part("Invocation", false, Some(work.handler_ms)),
        part("connect", false, work.connect_ms),
        part("query", true, work.query_ms),
    ];
    parts.into_iter().flatten().collect()
}

/// A number below `range`, with two digits after the point.
fn hundredths(words: &str, range: u64) -> f64 {
    let hundredths = u32::try_from(chance(&format!("{words}/hundredths"), range * 100)).unwrap_or_default();
    f64::from(hundredths) / 100.0
}

fn took_ms(stages: &[Value]) -> f64 {
    stages.iter().filter_map(|stage| stage.get("elapsed_ms")?.as_f64()).sum()
}

/// The function's own way to the proxy that its variables name, and how far it comes; `None` where they name
/// none.
fn own_connection<'a>(state: &'a State, record: &'a FunctionRecord, now: u64) -> Option<(Client<'a>, Vec<Value>)> {
    let host =
        record.environment.values().find(|value| value.contains(".proxy-") && value.ends_with(".amazonaws.com"))?;
    let named = proxy_endpoints::with_host(state, host).map(|(record, _)| &record.proxy);
    let by_token = named.is_some_and(|proxy| {
        proxy.default_iam_auth || proxy.auth.iter().any(|auth| auth.iam_auth == IamAuth::Required)
    });
    let user = record.environment.iter().find(|(name, _)| name.to_ascii_uppercase().ends_with("USER"));
    let login = Client {
        host,
        port: named.map_or(EngineFamily::Mysql, |proxy| proxy.engine_family).proxy_port(),
        user: user.map_or("", |(_, value)| value),
        by_token,
        secret: None,
        password_secret: None,
    };
    let stages = data_plane::connect(state, Origin::Function(record), &login, now);
    Some((login, stages))
}
