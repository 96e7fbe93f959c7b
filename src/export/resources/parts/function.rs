//! The function itself, for those who have none: with its own role, in the network of the setup.

use super::super::draft::StackDraft;
use super::super::{Expression, Parameter, ParameterKind, Resource, attribute, properties, texts};
use super::{Called, policy};
use crate::domain::export_part::ExportPart;
use crate::domain::setup::{GroupPart, Setup};
use crate::export::handlers::run;
use crate::export::parts;

/// The function's and its role's ids. SAM gives a function's role the name that this one has.
pub(in crate::export) const ID: &str = "Handler";
pub(in crate::export) const ROLE: &str = "HandlerRole";
/// The inline policy of the role, which every stack of a setup has.
pub(in crate::export) const POLICY: &str = "FunctionPolicy";

/// The parameters that say where the archive is.
pub(in crate::export) const CODE: [&str; 2] = ["CodeBucket", "CodeKey"];

const VPC_ACCESS: &str = "service-role/AWSLambdaVPCAccessExecutionRole";
const MEMORY_MB: u16 = 256;
const LOGS_KEPT_DAYS: u16 = 30;

/// Whether it is in the stack, so that nothing of it has to be attached.
pub(in crate::export) fn is_in_stack(setup: &Setup) -> bool {
    parts(setup).contains(&ExportPart::Function)
}

/// The bucket that archives of functions are expected in.
pub(in crate::export) fn code_bucket(setup: &Setup) -> String {
    format!("code-{}-{}", setup.account.id, setup.account.region)
}

/// Where in the bucket this one is.
pub(in crate::export) fn code_key(setup: &Setup) -> String {
    format!("{}/function.zip", setup.name)
}

pub(super) fn cloudformation(draft: &mut StackDraft<'_>) {
    let setup = draft.setup;
    let role = properties([
        ("Path", Some(setup.role.path.as_str().into())),
        ("PermissionsBoundary", setup.role.permissions_boundary.as_ref().map(|arn| draft.lower.text(arn))),
        ("AssumeRolePolicyDocument", Some(policy::trust_lambda())),
        ("ManagedPolicyArns", Some(vec![vpc_access(draft.setup, |arn| draft.lower.text(arn))].into())),
        ("Tags", draft.tags()),
    ]);
    draft.stack.resources.push(Resource::new(ROLE, "AWS::IAM::Role", role));
    let mut ask = |parameter| draft.stack.ask(parameter);
    let name = ask(name(setup));
    let architecture = ask(architecture(setup));
    let layer = layer(ask(layer_arn()));
    let [bucket, key] = CODE;
    let code = properties([
        ("S3Bucket", Some(ask(text(bucket, &code_bucket(setup), "Bucket with the archive of the handler")))),
        ("S3Key", Some(ask(text(key, &code_key(setup), "Key of the archive of the handler")))),
    ]);
    let subnets = function_subnets(setup);
    let subnets = match subnets {
        Some(own) => draft.stack.ask(own),
        None => draft.subnets(),
    };
    let vpc = properties([
        ("SubnetIds", Some(subnets)),
        ("SecurityGroupIds", Some(vec![draft.group_id(GroupPart::Function)].into())),
    ]);
    draft.stack.make(
        "HandlerLogs",
        "AWS::Logs::LogGroup",
        [
            ("LogGroupName", Some(log_group(&name))),
            ("RetentionInDays", Some(LOGS_KEPT_DAYS.into())),
            ("Tags", draft.tags()),
        ],
    );
    let variables = Expression::Document(Box::new(variables(setup, |text| draft.lower.text(text))));
    let run = run(setup);
    draft.stack.make(
        ID,
        "AWS::Lambda::Function",
        [
            ("FunctionName", Some(name)),
            ("Runtime", Some(run.runtime.as_str().into())),
            ("Handler", Some(run.handler.into())),
            ("Code", Some(Expression::Map(code))),
            ("Layers", Some(layer)),
            ("Architectures", Some(vec![architecture].into())),
            ("Role", Some(attribute(ROLE, "Arn"))),
            ("Timeout", Some(setup.access.timeout_secs.into())),
            ("MemorySize", Some(MEMORY_MB.into())),
            ("VpcConfig", Some(Expression::Map(vpc))),
            ("Environment", Some(Expression::Map(properties([("Variables", Some(variables))])))),
            ("LoggingConfig", Some(Expression::Map(properties([("LogGroup", Some(attribute("HandlerLogs", "")))])))),
            ("Tags", draft.tags()),
        ],
    );
    if !setup.access.policy_owned {
        let document = draft.lower.document(&setup.access.policy);
        let name = setup.access.policy_name.as_str().into();
        draft.stack.make(
            POLICY,
            "AWS::IAM::RolePolicy",
            [("RoleName", Some(attribute(ROLE, ""))), ("PolicyName", Some(name)), ("PolicyDocument", Some(document))],
        );
    }
    draft.stack.answer("FunctionRoleName", &attribute(ROLE, ""));
    draft.stack.show("FunctionArn", attribute(ID, "Arn"), "The function");
}

pub(super) fn terraform(draft: &mut StackDraft<'_>) {
    let setup = draft.setup;
    draft.stack.make(
        ROLE,
        "aws_iam_role",
        [
            ("name_prefix", Some(prefix(setup).as_str().into())),
            ("path", Some(setup.role.path.as_str().into())),
            ("permissions_boundary", setup.role.permissions_boundary.as_ref().map(|arn| draft.lower.text(arn))),
            ("assume_role_policy", Some(policy::trust_lambda())),
            ("tags", draft.tags()),
        ],
    );
    draft.stack.make(
        "HandlerVpcAccess",
        "aws_iam_role_policy_attachment",
        [("role", Some(attribute(ROLE, "name"))), ("policy_arn", Some(vpc_access(setup, |arn| draft.lower.text(arn))))],
    );
    let mut ask = |parameter| draft.stack.ask(parameter);
    let name = ask(name(setup));
    let architecture = ask(architecture(setup));
    let layer = layer(ask(layer_arn()));
    let run = run(setup);
    let archive = format!("../{}", run.archive);
    let about = "The archive of the handler, as its README builds it";
    ask(text("Archive", &archive, about));
    let subnets = function_subnets(setup);
    let subnets = match subnets {
        Some(own) => draft.stack.ask(own),
        None => draft.subnets(),
    };
    let vpc = properties([
        ("subnet_ids", Some(subnets)),
        ("security_group_ids", Some(vec![draft.group_id(GroupPart::Function)].into())),
    ]);
    draft.stack.make(
        "HandlerLogs",
        "aws_cloudwatch_log_group",
        [("name", Some(log_group(&name))), ("retention_in_days", Some(LOGS_KEPT_DAYS.into())), ("tags", draft.tags())],
    );
    let variables = variables(setup, |text| draft.lower.text(text));
    let logging =
        properties([("log_format", Some("Text".into())), ("log_group", Some(attribute("HandlerLogs", "name")))]);
    let function = properties([
        ("function_name", Some(name)),
        ("runtime", Some(run.runtime.as_str().into())),
        ("handler", Some(run.handler.into())),
        ("filename", Some(Expression::Archive("Archive"))),
        ("layers", Some(layer)),
        ("architectures", Some(vec![architecture].into())),
        ("role", Some(attribute(ROLE, "arn"))),
        ("timeout", Some(setup.access.timeout_secs.into())),
        ("memory_size", Some(MEMORY_MB.into())),
        ("vpc_config", Some(Expression::Block(vpc))),
        ("environment", Some(Expression::Block(properties([("variables", Some(variables))])))),
        ("logging_config", Some(Expression::Block(logging))),
        ("tags", draft.tags()),
    ]);
    let function = Resource::new(ID, "aws_lambda_function", function)
        .after("HandlerVpcAccess")
        .because("Without the right to join the VPC it would not be made.");
    draft.stack.resources.push(function);
    if !setup.access.policy_owned {
        let document = draft.lower.document(&setup.access.policy);
        let name = setup.access.policy_name.as_str().into();
        draft.stack.make(
            POLICY,
            "aws_iam_role_policy",
            [("role", Some(attribute(ROLE, "name"))), ("name", Some(name)), ("policy", Some(document))],
        );
    }
    draft.stack.answer("FunctionRoleName", &attribute(ROLE, "name"));
    draft.stack.show("FunctionArn", attribute(ID, "arn"), "The function");
}

fn text(name: &'static str, value: &str, about: &'static str) -> Parameter {
    Parameter { name, kind: ParameterKind::Text, value: value.into(), about }
}

/// The name of the function that is there is taken. Lambda allows 64 letters.
fn name(setup: &Setup) -> Parameter {
    let name: String = setup.name.chars().take(56).collect();
    text("FunctionName", &format!("{name}-handler"), "Name of the function")
}

/// The provider adds 26 letters to it, and IAM allows 64.
fn prefix(setup: &Setup) -> String {
    let name: String = setup.name.chars().take(30).collect();
    format!("{name}-handler")
}

fn architecture(setup: &Setup) -> Parameter {
    text("Architecture", run(setup).architecture, "What the archive is built for: arm64 or x86_64")
}

fn layer_arn() -> Parameter {
    text("LayerArn", "", "ARN of a layer with what the handler needs, empty for none")
}

fn layer(arn: Expression) -> Expression {
    Expression::IfGiven("LayerArn", Box::new(vec![arn].into()))
}

/// Its own subnets, where they are not the proxy's.
fn function_subnets(setup: &Setup) -> Option<Parameter> {
    let ids = &setup.access.vpc.subnet_ids;
    let own = !ids.is_empty() && *ids != setup.network.chosen_subnet_ids();
    let about = "Subnets of the function";
    own.then(|| Parameter { name: "FunctionSubnetIds", kind: ParameterKind::Subnets, value: texts(ids), about })
}

fn log_group(function: &Expression) -> Expression {
    Expression::Joined(vec!["/aws/lambda/".into(), function.clone()])
}

fn vpc_access(setup: &Setup, lower: impl Fn(&str) -> Expression) -> Expression {
    lower(&setup.account.managed_policy_arn(VPC_ACCESS))
}

fn variables(setup: &Setup, lower: impl Fn(&str) -> Expression) -> Expression {
    Expression::Map(setup.access.environment.iter().map(|(name, value)| (name.clone(), lower(value))).collect())
}

impl StackDraft<'_> {
    /// The function that parts stand around.
    pub(super) fn called(&mut self) -> Called {
        if is_in_stack(self.setup) {
            return Called::own(self.dialect.function_name, self.dialect.function_arn);
        }
        Called::there(self.setup, self.stack.ask(existing(self.setup)))
    }

    /// The name of its role.
    pub(super) fn called_role(&mut self) -> Expression {
        if is_in_stack(self.setup) { attribute(ROLE, self.dialect.role_name) } else { self.function_role() }
    }
}

fn existing(setup: &Setup) -> Parameter {
    text("FunctionName", &setup.access.function_name, "Name of the function")
}
