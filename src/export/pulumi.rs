//! A stack as a program of Pulumi, in TypeScript: the same resources as Terraform's, whose provider it
//! is made from.

mod write;

use minijinja::context;

use super::attach;
use super::code::quoted;
use super::resources::terraform::stack;
use super::template::{TemplateError, fill};
use super::{CodeLanguage, ExportTarget, File};
use crate::domain::setup::Setup;

pub(super) const TARGET: ExportTarget = ExportTarget {
    id: "pulumi",
    handler: None,
    how: include_str!("../../assets/export/pulumi/how.md"),
    render,
    adopt: None,
};

fn render(setup: &Setup) -> Result<Vec<File>, TemplateError> {
    let file = |name: &str, language, text: String| File::new(&format!("pulumi/{name}"), language, text);
    let project = fill(
        "pulumi/Pulumi.yaml",
        include_str!("../../assets/export/pulumi/Pulumi.yaml"),
        context! { name => quoted(&setup.stack_name()), region => quoted(&setup.account.region) },
    )?;
    let mut files = vec![
        file("index.ts", CodeLanguage::TypeScript, write::program(&stack(setup))),
        file("Pulumi.yaml", CodeLanguage::Yaml, project),
        file("package.json", CodeLanguage::Json, include_str!("../../assets/export/pulumi/package.json").to_owned()),
        file("tsconfig.json", CodeLanguage::Json, include_str!("../../assets/export/pulumi/tsconfig.json").to_owned()),
    ];
    files.extend(attach::file("pulumi/attach.sh", setup)?);
    Ok(files)
}
