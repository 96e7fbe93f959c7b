//! A stack as a template of CloudFormation.

mod write;

pub(super) use write::template;

use super::attach;
use super::resources::cloudformation::stack;
use super::template::TemplateError;
use super::{File, Language, Target};
use crate::domain::setup::Setup;

pub(super) const TARGET: Target = Target {
    id: "cloudformation",
    title: "CloudFormation",
    about: "A template for one account or, as a StackSet, for many",
    handler: None,
    how: include_str!("../../assets/export/cloudformation/how.md"),
    render,
    adopt: None,
};

fn render(setup: &Setup) -> Result<Vec<File>, TemplateError> {
    let template = template(&stack(setup), &setup.name);
    let mut files = vec![
        File::new("cloudformation/template.yaml", Language::Yaml, template)
            .about("every resource, with parameters for what differs between stages"),
    ];
    files.extend(attach::file("cloudformation/attach.sh", setup)?);
    Ok(files)
}
