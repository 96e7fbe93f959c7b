//! A REST API of API Gateway in front of the function.

use super::super::draft::StackDraft;
use super::super::{Expression, Resource, Scope, attribute, properties};
use super::api::{authorization, source};

const STAGE: &str = "live";
/// The resource below the root.
const PATH: &str = "rows";
const URL: &str = "Where the REST API is called";
const WHY: &str = "A deployment is a copy of the methods at its time, so it waits for them.";

pub(super) fn cloudformation(draft: &mut StackDraft<'_>) {
    let function = draft.called();
    let authorization = draft.stack.ask(authorization());
    let tags = draft.tags();
    let name = draft.setup.name.as_str().into();
    let stack = &mut draft.stack;
    let regional = properties([("Types", Some(vec!["REGIONAL".into()].into()))]);
    stack.make(
        "RestApi",
        "AWS::ApiGateway::RestApi",
        [("Name", Some(name)), ("EndpointConfiguration", Some(Expression::Map(regional))), ("Tags", tags.clone())],
    );
    stack.make(
        "RestResource",
        "AWS::ApiGateway::Resource",
        [
            ("RestApiId", Some(attribute("RestApi", ""))),
            ("ParentId", Some(attribute("RestApi", "RootResourceId"))),
            ("PathPart", Some(PATH.into())),
        ],
    );
    let integration = properties([
        ("Type", Some("AWS_PROXY".into())),
        ("IntegrationHttpMethod", Some("POST".into())),
        ("Uri", Some(uri(function.arn.clone()))),
    ]);
    stack.make(
        "RestMethod",
        "AWS::ApiGateway::Method",
        [
            ("RestApiId", Some(attribute("RestApi", ""))),
            ("ResourceId", Some(attribute("RestResource", ""))),
            ("HttpMethod", Some("GET".into())),
            ("AuthorizationType", Some(authorization)),
            ("Integration", Some(Expression::Map(integration))),
        ],
    );
    let deployment = properties([("RestApiId", Some(attribute("RestApi", "")))]);
    let deployment = Resource::new("RestDeployment", "AWS::ApiGateway::Deployment", deployment);
    stack.resources.push(deployment.after("RestMethod").because(WHY));
    stack.make(
        "RestStage",
        "AWS::ApiGateway::Stage",
        [
            ("RestApiId", Some(attribute("RestApi", ""))),
            ("DeploymentId", Some(attribute("RestDeployment", ""))),
            ("StageName", Some(STAGE.into())),
            ("Tags", tags),
        ],
    );
    stack.make(
        "RestPermission",
        "AWS::Lambda::Permission",
        [
            ("Action", Some("lambda:InvokeFunction".into())),
            ("FunctionName", Some(function.arn)),
            ("Principal", Some("apigateway.amazonaws.com".into())),
            ("SourceArn", Some(source(attribute("RestApi", ""), "/live/GET/rows"))),
        ],
    );
    stack.show("RestApiUrl", url(attribute("RestApi", "")), URL);
}

pub(super) fn terraform(draft: &mut StackDraft<'_>) {
    let function = draft.called();
    let authorization = draft.stack.ask(authorization());
    let tags = draft.tags();
    let name = draft.setup.name.as_str().into();
    let stack = &mut draft.stack;
    let regional = properties([("types", Some(vec!["REGIONAL".into()].into()))]);
    stack.make(
        "RestApi",
        "aws_api_gateway_rest_api",
        [("name", Some(name)), ("endpoint_configuration", Some(Expression::Block(regional))), ("tags", tags.clone())],
    );
    stack.make(
        "RestResource",
        "aws_api_gateway_resource",
        [
            ("rest_api_id", Some(attribute("RestApi", "id"))),
            ("parent_id", Some(attribute("RestApi", "root_resource_id"))),
            ("path_part", Some(PATH.into())),
        ],
    );
    stack.make(
        "RestMethod",
        "aws_api_gateway_method",
        [
            ("rest_api_id", Some(attribute("RestApi", "id"))),
            ("resource_id", Some(attribute("RestResource", "id"))),
            ("http_method", Some("GET".into())),
            ("authorization", Some(authorization)),
        ],
    );
    stack.make(
        "RestIntegration",
        "aws_api_gateway_integration",
        [
            ("rest_api_id", Some(attribute("RestApi", "id"))),
            ("resource_id", Some(attribute("RestResource", "id"))),
            ("http_method", Some(attribute("RestMethod", "http_method"))),
            ("type", Some("AWS_PROXY".into())),
            ("integration_http_method", Some("POST".into())),
            ("uri", Some(uri(function.arn))),
        ],
    );
    let deployment = properties([("rest_api_id", Some(attribute("RestApi", "id")))]);
    let deployment = Resource::new("RestDeployment", "aws_api_gateway_deployment", deployment);
    stack.resources.push(deployment.after("RestIntegration").because(WHY));
    stack.make(
        "RestStage",
        "aws_api_gateway_stage",
        [
            ("rest_api_id", Some(attribute("RestApi", "id"))),
            ("deployment_id", Some(attribute("RestDeployment", "id"))),
            ("stage_name", Some(STAGE.into())),
            ("tags", tags),
        ],
    );
    stack.make(
        "RestPermission",
        "aws_lambda_permission",
        [
            ("action", Some("lambda:InvokeFunction".into())),
            ("function_name", Some(function.name)),
            ("qualifier", function.alias),
            ("principal", Some("apigateway.amazonaws.com".into())),
            ("source_arn", Some(source(attribute("RestApi", "id"), "/live/GET/rows"))),
        ],
    );
    stack.show("RestApiUrl", url(attribute("RestApi", "id")), URL);
}

/// How API Gateway names what invokes a function.
fn uri(function: Expression) -> Expression {
    let mut parts = vec![
        "arn:".into(),
        Expression::Scope(Scope::Partition),
        ":apigateway:".into(),
        Expression::Scope(Scope::Region),
        ":lambda:path/2015-03-31/functions/".into(),
    ];
    match function {
        Expression::Joined(arn) => parts.extend(arn),
        arn => parts.push(arn),
    }
    parts.push("/invocations".into());
    Expression::Joined(parts)
}

fn url(api: Expression) -> Expression {
    Expression::Joined(vec![
        "https://".into(),
        api,
        ".execute-api.".into(),
        Expression::Scope(Scope::Region),
        ".".into(),
        Expression::Scope(Scope::DnsSuffix),
        "/live/rows".into(),
    ])
}
