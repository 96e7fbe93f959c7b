//! The alarms that watch the proxy, and a dashboard of what they watch.

use serde_json::Value;

use super::super::draft::StackDraft;
use super::super::{Expression, Parameter, ParameterKind, Resource, Scope, attribute, properties};
use crate::design::alarms::{AlarmKind, alarm};
use crate::domain::alarm::{MISSING, MetricAlarm, NAMESPACE, SHARE, Watches};

const TOPIC: &str = "AlarmTopicArn";
const DASHBOARD: &str = "Dashboard";

pub(super) fn cloudformation(draft: &mut StackDraft<'_>) {
    let setup = draft.setup;
    let topic = draft.stack.ask(topic());
    let proxy = attribute("Proxy", "");
    for kind in AlarmKind::ALL {
        let alarm = alarm(kind, &setup.name);
        let Expression::Map(mut members) = of_input(&alarm.input(), &proxy) else { continue };
        members.push(("AlarmActions".to_owned(), tell(&topic)));
        let mut made = Resource::new(&id(kind), "AWS::CloudWatch::Alarm", members);
        made.properties.extend(draft.tags().map(|tags| ("Tags".to_owned(), tags)));
        draft.stack.resources.push(made);
    }
    draft.stack.make(
        DASHBOARD,
        "AWS::CloudWatch::Dashboard",
        [
            ("DashboardName", Some(setup.name.as_str().into())),
            ("DashboardBody", Some(Expression::Joined(json_text(&dashboard(&proxy))))),
        ],
    );
}

pub(super) fn terraform(draft: &mut StackDraft<'_>) {
    let setup = draft.setup;
    let topic = draft.stack.ask(topic());
    let proxy = attribute("Proxy", "name");
    for kind in AlarmKind::ALL {
        let alarm = alarm(kind, &setup.name);
        let mut members = properties([("alarm_name", Some(alarm.name.as_str().into()))]);
        members.extend(watched(&alarm, &proxy));
        members.extend(properties([
            ("evaluation_periods", Some(alarm.periods.into())),
            ("threshold", Some(alarm.threshold.into())),
            ("comparison_operator", Some(alarm.rings.api_name().into())),
            ("treat_missing_data", Some(MISSING.into())),
            ("alarm_actions", Some(tell(&topic))),
            ("tags", draft.tags()),
        ]));
        let made = Resource::new(&id(kind), "aws_cloudwatch_metric_alarm", members);
        draft.stack.resources.push(made);
    }
    draft.stack.make(
        DASHBOARD,
        "aws_cloudwatch_dashboard",
        [
            ("dashboard_name", Some(setup.name.as_str().into())),
            ("dashboard_body", Some(Expression::Document(Box::new(dashboard(&proxy))))),
        ],
    );
}

fn topic() -> Parameter {
    let about = "ARN of the SNS topic that alarms tell, empty for none";
    Parameter { name: TOPIC, kind: ParameterKind::Text, value: "".into(), about }
}

fn tell(topic: &Expression) -> Expression {
    Expression::IfGiven(TOPIC, Box::new(vec![topic.clone()].into()))
}

/// `PoolFullAlarm`
fn id(kind: AlarmKind) -> String {
    format!("{kind:?}Alarm")
}

/// CloudFormation takes what the call takes; the proxy's name comes from the proxy.
fn of_input(input: &Value, proxy: &Expression) -> Expression {
    match input {
        Value::Object(members) if members.get("Name").is_some_and(|name| name == "ProxyName") => {
            Expression::Map(properties([("Name", Some("ProxyName".into())), ("Value", Some(proxy.clone()))]))
        }
        Value::Object(members) => {
            Expression::Map(members.iter().map(|(name, value)| (name.clone(), of_input(value, proxy))).collect())
        }
        Value::Array(items) => Expression::List(items.iter().map(|item| of_input(item, proxy)).collect()),
        Value::Bool(on) => Expression::Bool(*on),
        Value::Number(number) => Expression::Number(number.as_u64().unwrap_or_default()),
        Value::String(text) => text.as_str().into(),
        Value::Null => "".into(),
    }
}

/// What an alarm watches, in Terraform's words.
fn watched(alarm: &MetricAlarm, proxy: &Expression) -> Vec<(String, Expression)> {
    match &alarm.watches {
        Watches::Metric { name, statistic, dimensions } => properties([
            ("namespace", Some(NAMESPACE.into())),
            ("metric_name", Some(name.as_str().into())),
            ("dimensions", Some(by_name(dimensions, proxy))),
            ("statistic", Some(statistic.api_name().into())),
            ("period", Some(alarm.period_secs.into())),
        ]),
        Watches::Share { part, whole, dimensions } => {
            let metric = |id: &str, name: &str| {
                let metric = properties([
                    ("namespace", Some(NAMESPACE.into())),
                    ("metric_name", Some(name.into())),
                    ("dimensions", Some(by_name(dimensions, proxy))),
                    ("period", Some(alarm.period_secs.into())),
                    ("stat", Some("Sum".into())),
                ]);
                properties([
                    ("id", Some(id.into())),
                    ("return_data", Some(false.into())),
                    ("metric", Some(Expression::Block(metric))),
                ])
            };
            let share = properties([
                ("id", Some("share".into())),
                ("expression", Some(SHARE.into())),
                ("label", Some("share".into())),
                ("return_data", Some(true.into())),
            ]);
            let queries = [metric("part", part), metric("whole", whole), share];
            queries.map(|query| ("metric_query".to_owned(), Expression::Block(query))).to_vec()
        }
        Watches::Other(_) => Vec::new(),
    }
}

fn by_name(dimensions: &[(String, String)], proxy: &Expression) -> Expression {
    let value = |name: &str, value: &str| if name == "ProxyName" { proxy.clone() } else { value.into() };
    Expression::Map(dimensions.iter().map(|(name, own)| (name.clone(), value(name, own))).collect())
}

/// What a widget shows: its title and the metrics, each with its statistic.
const WIDGETS: [(&str, &[&str], &str); 6] = [
    ("Clients", &["ClientConnections", "ClientConnectionsReceived"], "Sum"),
    ("Database connections", &["DatabaseConnections", "MaxDatabaseConnectionsAllowed"], "Sum"),
    ("Pinned sessions", &["DatabaseConnectionsCurrentlySessionPinned"], "Sum"),
    ("Wait for a connection, microseconds", &["DatabaseConnectionsBorrowLatency"], "Average"),
    ("Logins refused", &["ClientConnectionsSetupFailedAuth", "DatabaseConnectionsSetupFailed"], "Sum"),
    ("Queries", &["QueryRequests"], "Sum"),
];

/// Two widgets in a row, each half of the 24 columns wide.
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html>
fn dashboard(proxy: &Expression) -> Expression {
    let widget = |(nth, (title, metrics, statistic)): (u32, (&str, &[&str], &str))| {
        let metrics = metrics
            .iter()
            .map(|name| Expression::List(vec![NAMESPACE.into(), (*name).into(), "ProxyName".into(), proxy.clone()]));
        let shown = properties([
            ("title", Some(title.into())),
            ("region", Some(Expression::Scope(Scope::Region))),
            ("stat", Some(statistic.into())),
            ("period", Some(60_u8.into())),
            ("metrics", Some(Expression::List(metrics.collect()))),
        ]);
        Expression::Map(properties([
            ("type", Some("metric".into())),
            ("x", Some((nth % 2 * 12).into())),
            ("y", Some((nth / 2 * 6).into())),
            ("width", Some(12_u8.into())),
            ("height", Some(6_u8.into())),
            ("properties", Some(Expression::Map(shown))),
        ]))
    };
    let widgets = (0..).zip(WIDGETS).map(widget).collect();
    Expression::Map(properties([("widgets", Some(Expression::List(widgets)))]))
}

/// JSON as one text, for a property that takes no object.
fn json_text(value: &Expression) -> Vec<Expression> {
    let between = |items: Vec<Vec<Expression>>| {
        items.into_iter().enumerate().flat_map(|(nth, item)| {
            (nth > 0).then(|| Expression::from(",")).into_iter().chain(item).collect::<Vec<_>>()
        })
    };
    match value {
        Expression::Text(text) => vec![Value::from(text.as_str()).to_string().as_str().into()],
        Expression::Number(number) => vec![number.to_string().as_str().into()],
        Expression::Bool(on) => vec![on.to_string().as_str().into()],
        Expression::List(items) => {
            let items = between(items.iter().map(json_text).collect());
            [Expression::from("[")].into_iter().chain(items).chain(["]".into()]).collect()
        }
        Expression::Map(members) => {
            let members = members.iter().map(|(name, value)| {
                let name = format!("{}:", Value::from(name.as_str()));
                [Expression::from(name.as_str())].into_iter().chain(json_text(value)).collect()
            });
            let members = between(members.collect());
            [Expression::from("{")].into_iter().chain(members).chain(["}".into()]).collect()
        }
        reference => vec!["\"".into(), reference.clone(), "\"".into()],
    }
}
