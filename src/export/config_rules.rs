//! What holds the setup after it is deployed: a conformance pack for AWS Config, and rules for templates.
//! Exported only where it was asked for.

use minijinja::context;
use minijinja::value::Value;

use super::template::{TemplateError, fill};
use super::{CodeLanguage, ExportTarget, File};
use crate::domain::setup::Setup;

pub(super) const TARGET: ExportTarget = ExportTarget {
    id: "config-rules",
    handler: None,
    how: include_str!("../../assets/export/config-rules/how.md"),
    render,
    adopt: None,
};

fn render(setup: &Setup) -> Result<Vec<File>, TemplateError> {
    let pack = include_str!("../../assets/export/config-rules/conformance-pack.yaml");
    let guard = include_str!("../../assets/export/config-rules/proxy.guard");
    let context = context(setup);
    Ok(vec![
        File::new(
            "config-rules/conformance-pack.yaml",
            CodeLanguage::Yaml,
            fill("config-rules/conformance-pack.yaml", pack, context.clone())?,
        )
        .about("the rules of AWS Config as a pack, for one account or an organization"),
        File::new("config-rules/proxy.guard", CodeLanguage::Text, fill("config-rules/proxy.guard", guard, context)?)
            .about("the same for templates, before they are deployed"),
    ])
}

fn context(setup: &Setup) -> Value {
    let iam_auth = setup.proxy.auth.first().map(|auth| auth.iam_auth.api_name());
    context! {
        name => &setup.name,
        role => setup.role.owned.then_some(&setup.role.name),
        policy => role_policy(setup).lines().map(str::to_owned).collect::<Vec<_>>(),
        iam_auth,
        end_to_end => setup.proxy.default_iam_auth,
        idle => setup.proxy.idle_client_timeout_secs,
    }
}

/// The rule on the proxy's role in the language of Guard. Config keeps inline policies as IAM gives them,
/// percent-encoded: a text that is nothing but a star is `%22%2A%22`, wherever it stands.
pub(super) fn role_policy(setup: &Setup) -> String {
    format!(
        "rule no_star when resourceType == \"AWS::IAM::Role\" configuration.roleName == \"{}\" {{\n  \
           configuration.rolePolicyList[*].policyDocument != /%22(\\*|%2A)%22/\n}}\n",
        setup.role.name
    )
}
