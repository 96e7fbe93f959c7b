//! A stack as a template of CloudFormation.

mod import;
mod write;

use minijinja::context;

pub(super) use write::template;

use super::attach;
use super::live::Live;
use super::resources::Stack;
use super::resources::cloudformation::stack;
use super::template::{TemplateError, fill};
use super::{CodeLanguage, ExportTarget, File};
use crate::domain::setup::Setup;

pub(super) const TARGET: ExportTarget = ExportTarget {
    id: "cloudformation",
    handler: None,
    how: include_str!("../../assets/export/cloudformation/how.md"),
    render,
    adopt: Some(adopt),
};

fn render(setup: &Setup) -> Result<Vec<File>, TemplateError> {
    files(setup, &stack(setup))
}

fn files(setup: &Setup, stack: &Stack) -> Result<Vec<File>, TemplateError> {
    let text = template(stack, &setup.stack_name());
    let template = File::new("cloudformation/template.yaml", CodeLanguage::Yaml, text);
    let mut files = vec![template.about("every resource, with parameters for what differs between stages")];
    files.extend(attach::file("cloudformation/attach.sh", setup)?);
    Ok(files)
}

fn adopt(setup: &Setup, live: &Live) -> Result<Vec<File>, TemplateError> {
    let stack = import::without_secrets(stack(setup));
    let there = import::of_what_is_there(&stack, setup, live);
    let mut files = files(setup, &stack)?;
    let list = import::resources_to_import(&there, setup, live);
    let script = fill(
        "cloudformation/import.sh",
        include_str!("../../assets/export/cloudformation/import.sh"),
        context! { name => &setup.name, region => &setup.account.region, target => live.target },
    )?;
    files.extend([
        File::new("cloudformation/import.yaml", CodeLanguage::Yaml, template(&there, &setup.name))
            .about("what is there already, for the import"),
        File::new("cloudformation/resources-to-import.json", CodeLanguage::Json, list)
            .about("by which ids it is known"),
        File::new("cloudformation/import.sh", CodeLanguage::Shell, script)
            .about("makes the change set that imports it, for you to look at and to execute"),
    ]);
    Ok(files)
}
