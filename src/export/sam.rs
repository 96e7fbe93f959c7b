//! A stack as a template of AWS SAM: CloudFormation's, with the exported handler in it as a function that
//! SAM builds and uploads.

use super::attach;
use super::cloudformation::template;
use super::handlers::run;
use super::resources::cloudformation::{lower, stack};
use super::resources::function::{CODE, ID, POLICY, ROLE};
use super::resources::{Expression, Stack, tag_map};
use super::template::TemplateError;
use super::{CodeLanguage, ExportTarget, File};
use crate::domain::export_part::ExportPart;
use crate::domain::setup::Setup;

pub(super) const TARGET: ExportTarget =
    ExportTarget { id: "sam", handler: None, how: include_str!("../../assets/export/sam/how.md"), render, adopt: None };

fn render(setup: &Setup) -> Result<Vec<File>, TemplateError> {
    let setup = with_function(setup);
    let mut stack = stack(&setup);
    serverless(&mut stack, &setup);
    let template = template(&stack, &setup.stack_name());
    let mut files = vec![
        File::new("sam/template.yaml", CodeLanguage::Yaml, template)
            .about("every resource and the function, with parameters for what differs between stages"),
    ];
    files.extend(attach::file("sam/attach.sh", &setup)?);
    Ok(files)
}

/// The setup with the function in its stack, as SAM always has it.
pub(super) fn with_function(setup: &Setup) -> Setup {
    let mut setup = setup.clone();
    let choices = setup.choices.get_or_insert_default();
    if !choices.export.parts.contains(&ExportPart::Function) {
        choices.export.parts.push(ExportPart::Function);
    }
    setup
}

/// SAM makes the function's role from the policies that the function has, under the name that ours has
/// elsewhere, and finds the archive by a path.
fn serverless(stack: &mut Stack, setup: &Setup) {
    stack.transforms.push("AWS::Serverless-2016-10-31");
    stack.parameters.retain(|parameter| !CODE.contains(&parameter.name));
    let policies: Vec<Expression> = stack
        .resources
        .iter()
        .filter(|resource| resource.id == POLICY)
        .flat_map(|resource| &resource.properties)
        .filter(|(name, _)| name == "PolicyDocument")
        .map(|(_, document)| document.clone())
        .collect();
    stack.resources.retain(|resource| ![ROLE, POLICY].contains(&resource.id.as_str()));
    let Some(function) = stack.resources.iter_mut().find(|resource| resource.id == ID) else { return };
    function.kind = "AWS::Serverless::Function";
    function.properties.retain(|(name, _)| !["Code", "Role", "Tags"].contains(&name.as_str()));
    let mut add = |name: &str, value: Expression| function.properties.push((name.to_owned(), value));
    add("CodeUri", format!("../{}", run(setup).source).as_str().into());
    add("Policies", policies.into());
    add("RolePath", setup.role.path.as_str().into());
    if let Some(boundary) = &setup.role.permissions_boundary {
        add("PermissionsBoundary", lower(&setup.account).text(boundary));
    }
    if !setup.tags.is_empty() {
        add("Tags", tag_map(&setup.tags));
        add("PropagateTags", true.into());
    }
}
