//! EventBridge Scheduler invokes the function; what it could not deliver, and what the function failed
//! at, each waits in a queue.

use super::super::draft::StackDraft;
use super::super::{Expression, Parameter, ParameterKind, Resource, attribute, properties};
use super::policy::{allow, trust};

const DEAD: &str = "ScheduleDeadLetters";
const FAILED: &str = "FunctionFailures";
const TWO_WEEKS_SECS: u32 = 1_209_600;
const AN_HOUR_SECS: u32 = 3600;
const RETRIES: u8 = 2;
const WHY: &str = "Lambda looks whether the role may send to the queue.";

pub(super) fn cloudformation(draft: &mut StackDraft<'_>) {
    let (function, role) = (draft.called(), draft.called_role());
    let expression = draft.stack.ask(expression());
    let tags = draft.tags();
    let stack = &mut draft.stack;
    for queue in [DEAD, FAILED] {
        stack.make(
            queue,
            "AWS::SQS::Queue",
            [
                ("SqsManagedSseEnabled", Some(true.into())),
                ("MessageRetentionPeriod", Some(TWO_WEEKS_SECS.into())),
                ("Tags", tags.clone()),
            ],
        );
    }
    let policy = properties([
        ("PolicyName", Some("invoke".into())),
        (
            "PolicyDocument",
            Some(allow([("lambda:InvokeFunction", function.arn.clone()), ("sqs:SendMessage", attribute(DEAD, "Arn"))])),
        ),
    ]);
    stack.make(
        "ScheduleRole",
        "AWS::IAM::Role",
        [
            ("AssumeRolePolicyDocument", Some(trust("scheduler.amazonaws.com"))),
            ("Policies", Some(vec![Expression::Map(policy)].into())),
            ("Tags", tags),
        ],
    );
    let target = properties([
        ("Arn", Some(function.arn)),
        ("RoleArn", Some(attribute("ScheduleRole", "Arn"))),
        ("DeadLetterConfig", Some(Expression::Map(properties([("Arn", Some(attribute(DEAD, "Arn")))])))),
        (
            "RetryPolicy",
            Some(Expression::Map(properties([
                ("MaximumEventAgeInSeconds", Some(AN_HOUR_SECS.into())),
                ("MaximumRetryAttempts", Some(RETRIES.into())),
            ]))),
        ),
    ]);
    stack.make(
        "Schedule",
        "AWS::Scheduler::Schedule",
        [
            ("ScheduleExpression", Some(expression)),
            ("FlexibleTimeWindow", Some(Expression::Map(properties([("Mode", Some("OFF".into()))])))),
            ("Target", Some(Expression::Map(target))),
        ],
    );
    stack.make(
        "FailurePolicy",
        "AWS::IAM::RolePolicy",
        [
            ("RoleName", Some(role)),
            ("PolicyName", Some("failures".into())),
            ("PolicyDocument", Some(allow([("sqs:SendMessage", attribute(FAILED, "Arn"))]))),
        ],
    );
    let failure = properties([("Destination", Some(attribute(FAILED, "Arn")))]);
    let destination = properties([("OnFailure", Some(Expression::Map(failure)))]);
    let invoke = properties([
        ("FunctionName", Some(function.name)),
        ("Qualifier", Some(function.alias.unwrap_or_else(|| "$LATEST".into()))),
        ("MaximumRetryAttempts", Some(RETRIES.into())),
        ("DestinationConfig", Some(Expression::Map(destination))),
    ]);
    let invoke = Resource::new("FailureDestination", "AWS::Lambda::EventInvokeConfig", invoke);
    stack.resources.push(invoke.after("FailurePolicy").because(WHY));
    stack.show("FailuresUrl", attribute(FAILED, ""), "The queue of what the function failed at");
}

pub(super) fn terraform(draft: &mut StackDraft<'_>) {
    let (function, role) = (draft.called(), draft.called_role());
    let expression = draft.stack.ask(expression());
    let tags = draft.tags();
    let stack = &mut draft.stack;
    for queue in [DEAD, FAILED] {
        stack.make(
            queue,
            "aws_sqs_queue",
            [
                ("sqs_managed_sse_enabled", Some(true.into())),
                ("message_retention_seconds", Some(TWO_WEEKS_SECS.into())),
                ("tags", tags.clone()),
            ],
        );
    }
    stack.make(
        "ScheduleRole",
        "aws_iam_role",
        [("assume_role_policy", Some(trust("scheduler.amazonaws.com"))), ("tags", tags)],
    );
    stack.make(
        "SchedulePolicy",
        "aws_iam_role_policy",
        [
            ("role", Some(attribute("ScheduleRole", "name"))),
            ("name", Some("invoke".into())),
            (
                "policy",
                Some(allow([
                    ("lambda:InvokeFunction", function.arn.clone()),
                    ("sqs:SendMessage", attribute(DEAD, "arn")),
                ])),
            ),
        ],
    );
    let target = properties([
        ("arn", Some(function.arn)),
        ("role_arn", Some(attribute("ScheduleRole", "arn"))),
        ("dead_letter_config", Some(Expression::Block(properties([("arn", Some(attribute(DEAD, "arn")))])))),
        (
            "retry_policy",
            Some(Expression::Block(properties([
                ("maximum_event_age_in_seconds", Some(AN_HOUR_SECS.into())),
                ("maximum_retry_attempts", Some(RETRIES.into())),
            ]))),
        ),
    ]);
    stack.make(
        "Schedule",
        "aws_scheduler_schedule",
        [
            ("schedule_expression", Some(expression)),
            ("flexible_time_window", Some(Expression::Block(properties([("mode", Some("OFF".into()))])))),
            ("target", Some(Expression::Block(target))),
        ],
    );
    stack.make(
        "FailurePolicy",
        "aws_iam_role_policy",
        [
            ("role", Some(role)),
            ("name", Some("failures".into())),
            ("policy", Some(allow([("sqs:SendMessage", attribute(FAILED, "arn"))]))),
        ],
    );
    let failure = properties([("destination", Some(attribute(FAILED, "arn")))]);
    let destination = properties([("on_failure", Some(Expression::Block(failure)))]);
    let invoke = properties([
        ("function_name", Some(function.name)),
        ("qualifier", function.alias),
        ("maximum_retry_attempts", Some(RETRIES.into())),
        ("destination_config", Some(Expression::Block(destination))),
    ]);
    let invoke = Resource::new("FailureDestination", "aws_lambda_function_event_invoke_config", invoke);
    stack.resources.push(invoke.after("FailurePolicy").because(WHY));
    stack.show("FailuresUrl", attribute(FAILED, "url"), "The queue of what the function failed at");
}

fn expression() -> Parameter {
    Parameter {
        name: "ScheduleExpression",
        kind: ParameterKind::Text,
        value: "rate(5 minutes)".into(),
        about: "How often the function is invoked, as rate(...) or cron(...)",
    }
}
