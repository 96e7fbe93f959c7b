//! A stack as an app of the AWS CDK. Its constructs are those of CloudFormation's own types, so what it
//! synthesises is what the template says, and `rds-db:connect` names the proxy by its id: `prx-…`.

mod python;
mod typescript;

use minijinja::context;

pub(super) use typescript::{key, template};

use super::attach;
use super::resources::cloudformation::stack;
use super::resources::{Resource, Stack};
use super::template::{TemplateError, fill};
use super::{CodeLanguage, ExportTarget, File};
use crate::domain::api_name::{pascal, snake};
use crate::domain::setup::Setup;

pub(super) const TYPESCRIPT: ExportTarget = ExportTarget {
    id: "cdk-typescript",
    handler: None,
    how: include_str!("../../assets/export/cdk-typescript/how.md"),
    render: render_typescript,
    adopt: None,
};

pub(super) const PYTHON: ExportTarget = ExportTarget {
    id: "cdk-python",
    handler: None,
    how: include_str!("../../assets/export/cdk-python/how.md"),
    render: render_python,
    adopt: None,
};

fn render_typescript(setup: &Setup) -> Result<Vec<File>, TemplateError> {
    let app = typescript::app(&stack(setup), setup);
    let package = include_str!("../../assets/export/cdk-typescript/package.json");
    let package = fill("cdk-typescript/package.json", package, context! {})?;
    let file = |name: &str, language, text: &str| File::new(&format!("cdk-typescript/{name}"), language, text.into());
    let mut files = vec![
        file("app.ts", CodeLanguage::TypeScript, &app),
        file("package.json", CodeLanguage::Json, &package),
        file("tsconfig.json", CodeLanguage::Json, include_str!("../../assets/export/cdk-typescript/tsconfig.json")),
        file("cdk.json", CodeLanguage::Json, include_str!("../../assets/export/cdk-typescript/cdk.json")),
    ];
    files.extend(attach::file("cdk-typescript/attach.sh", setup)?);
    Ok(files)
}

fn render_python(setup: &Setup) -> Result<Vec<File>, TemplateError> {
    let app = python::app(&stack(setup), setup);
    let file = |name: &str, language, text: &str| File::new(&format!("cdk-python/{name}"), language, text.into());
    let mut files = vec![
        file("app.py", CodeLanguage::Python, &app),
        file("requirements.txt", CodeLanguage::Text, include_str!("../../assets/export/cdk-python/requirements.txt")),
        file("cdk.json", CodeLanguage::Json, include_str!("../../assets/export/cdk-python/cdk.json")),
    ];
    files.extend(attach::file("cdk-python/attach.sh", setup)?);
    Ok(files)
}

/// The module and the class of a type: `AWS::RDS::DBProxy` is `rds` and `CfnDBProxy`.
fn class(kind: &str) -> (String, String) {
    let mut parts = kind.split("::").skip(1);
    let (module, name) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let module = module.to_ascii_lowercase();
    // `lambda` is a word of Python.
    (if module == "lambda" { "lambda_".to_owned() } else { module }, format!("Cfn{name}"))
}

/// The modules of all types, each once.
fn modules(stack: &Stack) -> Vec<String> {
    let mut modules: Vec<String> = stack.resources.iter().map(|resource| class(resource.kind).0).collect();
    modules.sort();
    modules.dedup();
    modules
}

/// `DBProxyArn` as the CDK calls it: `DbProxyArn`.
fn attribute(name: &str) -> String {
    pascal(&snake(name))
}

/// Whether the code speaks of it once it is made.
fn is_named(resource: &Resource, stack: &Stack) -> bool {
    resource.kept || !resource.after.is_empty() || stack.refers_to(&resource.id)
}
