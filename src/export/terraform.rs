//! A stack for Terraform and OpenTofu.

mod hcl;
mod write;

use minijinja::context;

use super::attach;
use super::resources::terraform::stack;
use super::template::{TemplateError, fill};
use super::{File, Language, Target};
use crate::domain::setup::Setup;

pub(super) const TARGET: Target = Target {
    id: "terraform",
    title: "Terraform",
    about: "Plain resources for Terraform and OpenTofu",
    handler: None,
    render,
};

fn render(setup: &Setup) -> Result<Vec<File>, TemplateError> {
    let stack = stack(setup);
    let file = |name: &str, text: String| File::new(&format!("terraform/{name}"), Language::Hcl, text);
    let versions = fill(
        "terraform/versions.tf",
        include_str!("../../assets/export/terraform/versions.tf"),
        context! { provider => write::provider(&stack), region => hcl::quoted(&setup.account.region) },
    )?;
    Ok(vec![
        file("versions.tf", versions),
        file("variables.tf", write::variables(&stack)),
        file("main.tf", write::resources(&stack)),
        file("outputs.tf", write::outputs(&stack)),
        attach::file("terraform/attach.sh", setup)?,
    ])
}
