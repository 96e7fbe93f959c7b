//! A stack for Terraform and OpenTofu.

mod hcl;
mod import;
mod write;

use minijinja::context;

use super::attach;
use super::live::Live;
use super::resources::Stack;
use super::resources::terraform::stack;
use super::template::{TemplateError, fill};
use super::{CodeLanguage, ExportTarget, File};
use crate::domain::setup::Setup;

pub(super) const TARGET: ExportTarget = ExportTarget {
    id: "terraform",
    handler: None,
    how: include_str!("../../assets/export/terraform/how.md"),
    render,
    adopt: Some(adopt),
};

fn render(setup: &Setup) -> Result<Vec<File>, TemplateError> {
    files(setup, &stack(setup))
}

fn adopt(setup: &Setup, live: &Live) -> Result<Vec<File>, TemplateError> {
    let stack = import::without_secrets(stack(setup));
    let mut files = files(setup, &stack)?;
    let blocks = import::blocks(&stack, setup, live);
    files.push(File::new("terraform/imports.tf", CodeLanguage::Hcl, blocks).about("what is there and is taken over"));
    Ok(files)
}

fn files(setup: &Setup, stack: &Stack) -> Result<Vec<File>, TemplateError> {
    let file = |name: &str, text: String| File::new(&format!("terraform/{name}"), CodeLanguage::Hcl, text);
    let versions = fill(
        "terraform/versions.tf",
        include_str!("../../assets/export/terraform/versions.tf"),
        context! { provider => write::provider(stack), region => hcl::quoted(&setup.account.region) },
    )?;
    let mut files = vec![
        file("versions.tf", versions).about("the versions, the provider and its region"),
        file("variables.tf", write::variables(stack)).about("what differs between stages"),
        file("main.tf", write::resources(stack)).about("every resource"),
        file("outputs.tf", write::outputs(stack)).about("what a deployment brings"),
    ];
    files.extend(attach::file("terraform/attach.sh", setup)?);
    Ok(files)
}
