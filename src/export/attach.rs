//! What a deployment cannot do: change what is there already and is in no stack. The function's network
//! and variables, its alias, and IAM authentication of the database.

use minijinja::context;
use minijinja::value::Value;

use super::cli;
use super::parts;
use super::resources::is_in_stack;
use super::template::{TemplateError, fill_with};
use super::{CodeLanguage, File};
use crate::domain::export_part::ExportPart;
use crate::domain::output::Output;
use crate::domain::setup::Setup;

/// `attach.sh` at this path, where there is anything to attach.
pub(super) fn file(path: &str, setup: &Setup) -> Result<Option<File>, TemplateError> {
    if !is_needed(setup) {
        return Ok(None);
    }
    let context = context! { needed => needed(setup), in_stack => is_in_stack(setup), ..cli::context(setup) };
    let text =
        fill_with("shell/attach.sh", include_str!("../../assets/export/shell/attach.sh"), &cli::PIECES, context)?;
    let about = if setup.added_login().is_some() {
        "changes what is there already: a login of the proxy, which infrastructure code cannot add, and the function"
    } else if is_in_stack(setup) {
        "changes what is there already: IAM authentication of the database"
    } else {
        "changes what is there already: the function, and IAM authentication of the database"
    };
    Ok(Some(File::new(path, CodeLanguage::Shell, text).about(about)))
}

/// A function of the stack brings all that is its own.
pub(super) fn is_needed(setup: &Setup) -> bool {
    let makes_database = parts(setup).contains(&ExportPart::Database);
    !is_in_stack(setup)
        || setup.added_login().is_some()
        || registers(setup)
        || !setup.more.is_empty()
        || (setup.database.needs_iam_auth && !makes_database)
}

/// The database goes to a proxy that no stack owns, and the target group of a template would set its pool.
pub(super) fn registers(setup: &Setup) -> bool {
    setup.proxy.used.is_some() && setup.registers_database()
}

/// What the script takes from the environment.
fn needed(setup: &Setup) -> Vec<Value> {
    outputs(setup).into_iter().map(|output| context! { name => output.variable(), about => about(output) }).collect()
}

/// The outputs that the function's side waits for.
pub(super) fn outputs(setup: &Setup) -> Vec<Output> {
    let login = setup.added_login().map(|login| login.secret_arn.clone()).unwrap_or_default();
    let first = (!is_in_stack(setup)).then_some(&setup.access);
    let attached = first.into_iter().chain(setup.more.iter().map(|further| &further.access));
    let mut texts = vec![login];
    for access in attached {
        texts.extend(access.moves.then(|| access.vpc.security_group_ids.join(" ")));
        texts.extend(access.environment.values().cloned());
    }
    Output::in_text(&texts.join(" "))
}

const fn about(output: Output) -> &'static str {
    match output {
        Output::ProxyHost => "the endpoint of the proxy",
        Output::SecretArn => "the ARN of the secret",
        Output::FunctionGroup => "the id of the security group of the function",
        Output::ReadOnlyHost => "the read-only endpoint of the proxy",
        Output::FunctionVpcHost => "the endpoint of the proxy in the VPC of the function",
        Output::ProxyGroup | Output::EndpointGroup | Output::ProxyEndpointGroup => "the id of a security group",
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
        Output::ProxyEndpointGroup => "ProxyEndpointGroupId",
        Output::ReadOnlyHost => "ReadOnlyHost",
        Output::FunctionVpcHost => "FunctionVpcHost",
        Output::VpcEndpoint => "SecretsEndpointId",
        Output::ProxyId => "ProxyId",
        Output::FunctionVersion => "FunctionVersion",
    }
}
