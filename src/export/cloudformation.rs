//! A stack as a template of CloudFormation.

mod write;

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
    render,
};

fn render(setup: &Setup) -> Result<Vec<File>, TemplateError> {
    let template = write::template(&stack(setup), &setup.name);
    Ok(vec![
        File::new("cloudformation/template.yaml", Language::Yaml, template),
        attach::file("cloudformation/attach.sh", setup)?,
    ])
}
