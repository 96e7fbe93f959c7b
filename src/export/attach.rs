//! What a deployment cannot do: change what is there already and is in no stack. The function's network
//! and variables, its alias, and IAM authentication of the database.

use minijinja::context;
use minijinja::value::Value;

use super::cli;
use super::template::{TemplateError, fill_with};
use super::{File, Language};
use crate::domain::output::Output;
use crate::domain::setup::Setup;

/// `attach.sh` at this path.
pub(super) fn file(path: &str, setup: &Setup) -> Result<File, TemplateError> {
    let context = context! { needed => needed(setup), ..cli::context(setup) };
    let text =
        fill_with("shell/attach.sh", include_str!("../../assets/export/shell/attach.sh"), &cli::PIECES, context)?;
    Ok(File::new(path, Language::Shell, text)
        .about("changes what is there already: the function, and IAM authentication of the database"))
}

/// What the script takes from the environment.
fn needed(setup: &Setup) -> Vec<Value> {
    outputs(setup).into_iter().map(|output| context! { name => output.variable(), about => about(output) }).collect()
}

/// The outputs that the function's side waits for.
pub(super) fn outputs(setup: &Setup) -> Vec<Output> {
    let access = &setup.access;
    let groups = if access.moves { access.vpc.security_group_ids.join(" ") } else { String::new() };
    let texts = access.environment.values().fold(groups, |texts, value| texts + " " + value);
    Output::in_text(&texts)
}

const fn about(output: Output) -> &'static str {
    match output {
        Output::ProxyHost => "the endpoint of the proxy",
        Output::SecretArn => "the ARN of the secret",
        Output::FunctionGroup => "the id of the security group of the function",
        Output::ProxyGroup | Output::EndpointGroup => "the id of a security group",
        Output::VpcEndpoint => "the id of the endpoint",
        Output::ProxyId => "the id of the proxy, prx-",
        Output::FunctionVersion => "the version of the function",
    }
}

/// What a deployment shows it as.
pub(super) const fn shown(output: Output) -> &'static str {
    match output {
        Output::ProxyHost => "ProxyEndpoint",
        Output::SecretArn => "SecretArn",
        Output::FunctionGroup => "FunctionGroupId",
        Output::ProxyGroup => "ProxyGroupId",
        Output::EndpointGroup => "EndpointGroupId",
        Output::VpcEndpoint => "SecretsEndpointId",
        Output::ProxyId => "ProxyId",
        Output::FunctionVersion => "FunctionVersion",
    }
}
