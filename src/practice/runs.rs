//! Lambda functions that are made, called and deleted.

use serde::Deserialize;
use serde_json::{Value, json};

use super::data_plane::{self, Client, Origin};
use super::fault::{error, refused};
use super::iam;
use super::lambda::{checked_network, find, not_found};
use super::state::{FunctionRecord, State, hex};
use crate::cloud::{CloudError, CloudResult, ErrorKind, Invocation, NewFunction};
use crate::domain::Tags;
use crate::domain::function::Function;
use crate::domain::proxy::IamAuth;

/// Simulated seconds until a new function in a VPC is `Active`.
const PENDING_SECS: u64 = 20;

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
struct Event {
    host: String,
    port: u16,
    user: String,
    credential: Value,
    /// The near end of a tunnel.
    via: Option<NearEnd>,
}

#[derive(Deserialize)]
struct NearEnd {
    host: String,
    port: u16,
}

impl Event {
    fn login(&self) -> Client<'_> {
        Client {
            host: &self.host,
            port: self.port,
            user: &self.user,
            by_token: self.credential == "token",
            secret: self.credential.get("secret").and_then(Value::as_str),
        }
    }
}

/// The answer of the probe's program where it runs on the caller's machine.
pub fn connect(state: &State, question: &str, now: u64) -> String {
    // What cannot be read has no stages, and is told as such.
    let stages = serde_json::from_str(question).map_or_else(
        |_| Vec::new(),
        |event: Event| {
            let from = event.via.as_ref().map_or(Origin::Machine, |via| Origin::Tunnel(&via.host, via.port));
            data_plane::connect(state, from, &event.login(), now)
        },
    );
    json!({ "stages": stages }).to_string()
}

/// `lambda:InvokeFunction`: the probe's answer, or that of a function that reads one row through its proxy.
pub fn invoke(state: &State, name: &str, payload: &str, now: u64) -> CloudResult<Invocation> {
    let record = find(state, name).ok_or_else(|| not_found(state, "lambda:InvokeFunction", name))?;
    let request = hex(&format!("{name}/{now}/{payload}"), 32);
    let report = |took_ms: u64| {
        format!(
            "START RequestId: {request} Version: $LATEST\nEND RequestId: {request}\nREPORT RequestId: {request}\tDuration: {took_ms}.00 ms\tBilled Duration: {took_ms} ms\tMemory Size: {} MB\tMax Memory Used: 58 MB\tInit Duration: 212.40 ms\n",
            record.function.memory_mb
        )
    };
    let answered = |payload: Value, function_error: Option<&str>, took_ms: u64| Invocation {
        function_error: function_error.map(str::to_owned),
        payload: payload.to_string(),
        log_tail: report(took_ms),
        executed_version: Some("$LATEST".into()),
    };
    if record.tags.contains_key(crate::domain::TAG_PROBE) {
        let event: Event = serde_json::from_str(payload)
            .map_err(|why| refused("lambda:InvokeFunction", name, "InvalidRequestContentException", why.to_string()))?;
        let stages = data_plane::connect(state, Origin::Function(record), &event.login(), now);
        let took = took_ms(&stages);
        return Ok(answered(json!({ "stages": stages }), None, took));
    }
    let Some(stages) = own_connection(state, record, now) else {
        return Ok(answered(json!({ "statusCode": 200, "body": "ok" }), None, 4));
    };
    let took = took_ms(&stages);
    let limit = u64::from(record.function.timeout_secs) * 1000;
    let failure = stages.last().and_then(|stage| stage.get("failure"));
    Ok(match failure {
        None => answered(json!({ "statusCode": 200, "body": "{\"orders\": 12}" }), None, took),
        Some(failure) if failure.get("kind").is_some_and(|kind| kind == "timed-out") || took > limit => {
            let message =
                format!("{request} Task timed out after {:.2} seconds", f64::from(record.function.timeout_secs));
            answered(json!({ "errorMessage": message }), Some("Unhandled"), limit)
        }
        Some(failure) => {
            let error = json!({ "errorType": "Error", "errorMessage": failure.get("message") });
            answered(error, Some("Unhandled"), took)
        }
    })
}

fn took_ms(stages: &[Value]) -> u64 {
    stages.iter().filter_map(|stage| stage.get("elapsed_ms")?.as_u64()).sum()
}

/// The function's own way through the proxy that its variables name; `None` where they name none.
fn own_connection(state: &State, record: &FunctionRecord, now: u64) -> Option<Vec<Value>> {
    let values: Vec<&String> = record.environment.values().collect();
    let proxy = state.proxies.iter().map(|record| &record.proxy).find(|proxy| {
        proxy.endpoint.as_ref().is_some_and(|host| values.iter().any(|value| value.contains(host.as_str())))
    })?;
    let by_token = proxy.default_iam_auth || proxy.auth.iter().any(|auth| auth.iam_auth == IamAuth::Required);
    let user = record.environment.iter().find(|(name, _)| name.to_ascii_uppercase().ends_with("USER"));
    let login = Client {
        host: proxy.endpoint.as_deref()?,
        port: proxy.engine_family.proxy_port(),
        user: user.map_or("", |(_, value)| value),
        by_token,
        secret: None,
    };
    Some(data_plane::connect(state, Origin::Function(record), &login, now))
}
