//! An HTTP API of API Gateway in front of the function.

use super::super::draft::StackDraft;
use super::super::{Expression, Parameter, ParameterKind, Scope, attribute};
use crate::domain::setup::Setup;
use crate::export::resources::lower::tag_map;

const ROUTE: &str = "GET /";
const STAGE: &str = "$default";
const URL: &str = "Where the API is called";

pub(super) fn cloudformation(draft: &mut StackDraft<'_>) {
    let function = draft.called();
    let authorization = draft.stack.ask(authorization());
    let tags = (!draft.setup.tags.is_empty()).then(|| Expression::Document(Box::new(tag_map(&draft.setup.tags))));
    let stack = &mut draft.stack;
    stack.make(
        "Api",
        "AWS::ApiGatewayV2::Api",
        [("Name", Some(name(draft.setup))), ("ProtocolType", Some("HTTP".into())), ("Tags", tags)],
    );
    stack.make(
        "ApiIntegration",
        "AWS::ApiGatewayV2::Integration",
        [
            ("ApiId", Some(attribute("Api", ""))),
            ("IntegrationType", Some("AWS_PROXY".into())),
            ("IntegrationUri", Some(function.arn.clone())),
            ("PayloadFormatVersion", Some("2.0".into())),
        ],
    );
    stack.make(
        "ApiRoute",
        "AWS::ApiGatewayV2::Route",
        [
            ("ApiId", Some(attribute("Api", ""))),
            ("RouteKey", Some(ROUTE.into())),
            ("AuthorizationType", Some(authorization)),
            ("Target", Some(integration(attribute("ApiIntegration", "")))),
        ],
    );
    stack.make(
        "ApiStage",
        "AWS::ApiGatewayV2::Stage",
        [("ApiId", Some(attribute("Api", ""))), ("StageName", Some(STAGE.into())), ("AutoDeploy", Some(true.into()))],
    );
    stack.make(
        "ApiPermission",
        "AWS::Lambda::Permission",
        [
            ("Action", Some("lambda:InvokeFunction".into())),
            ("FunctionName", Some(function.arn)),
            ("Principal", Some("apigateway.amazonaws.com".into())),
            ("SourceArn", Some(source(attribute("Api", ""), "/$default/GET/"))),
        ],
    );
    stack.show("ApiUrl", attribute("Api", "ApiEndpoint"), URL);
}

pub(super) fn terraform(draft: &mut StackDraft<'_>) {
    let function = draft.called();
    let authorization = draft.stack.ask(authorization());
    let tags = draft.tags();
    let stack = &mut draft.stack;
    stack.make(
        "Api",
        "aws_apigatewayv2_api",
        [("name", Some(name(draft.setup))), ("protocol_type", Some("HTTP".into())), ("tags", tags)],
    );
    stack.make(
        "ApiIntegration",
        "aws_apigatewayv2_integration",
        [
            ("api_id", Some(attribute("Api", "id"))),
            ("integration_type", Some("AWS_PROXY".into())),
            ("integration_uri", Some(function.arn)),
            ("payload_format_version", Some("2.0".into())),
        ],
    );
    stack.make(
        "ApiRoute",
        "aws_apigatewayv2_route",
        [
            ("api_id", Some(attribute("Api", "id"))),
            ("route_key", Some(ROUTE.into())),
            ("authorization_type", Some(authorization)),
            ("target", Some(integration(attribute("ApiIntegration", "id")))),
        ],
    );
    stack.make(
        "ApiStage",
        "aws_apigatewayv2_stage",
        [("api_id", Some(attribute("Api", "id"))), ("name", Some(STAGE.into())), ("auto_deploy", Some(true.into()))],
    );
    stack.make(
        "ApiPermission",
        "aws_lambda_permission",
        [
            ("action", Some("lambda:InvokeFunction".into())),
            ("function_name", Some(function.name)),
            ("qualifier", function.alias),
            ("principal", Some("apigateway.amazonaws.com".into())),
            ("source_arn", Some(source(attribute("Api", "id"), "/$default/GET/"))),
        ],
    );
    stack.show("ApiUrl", attribute("Api", "api_endpoint"), URL);
}

fn name(setup: &Setup) -> Expression {
    setup.name.as_str().into()
}

/// Closed unless it is opened on purpose: a database stands behind it.
pub(super) fn authorization() -> Parameter {
    Parameter {
        name: "ApiAuthorization",
        kind: ParameterKind::Text,
        value: "AWS_IAM".into(),
        about: "AWS_IAM: callers sign their requests; NONE: everyone may call it",
    }
}

fn integration(id: Expression) -> Expression {
    Expression::Joined(vec!["integrations/".into(), id])
}

/// The ARN of one route of an API: nothing else may invoke the function.
pub(super) fn source(api: Expression, route: &str) -> Expression {
    Expression::Joined(vec![
        "arn:".into(),
        Expression::Scope(Scope::Partition),
        ":execute-api:".into(),
        Expression::Scope(Scope::Region),
        ":".into(),
        Expression::Scope(Scope::Account),
        ":".into(),
        api,
        route.into(),
    ])
}
