//! The policies of the setup as JSON files, with the exact ARNs.

use minijinja::context;

use super::template::{TemplateError, fill};
use super::{CodeLanguage, ExportTarget, File, caller_policy, prove_policy, read_policy};
use crate::domain::output::Output;
use crate::domain::policy::Document;
use crate::domain::setup::{SecretSetup, Setup};

pub(super) const TARGET: ExportTarget = ExportTarget {
    id: "policies",
    how: include_str!("../../assets/export/policies/how.md"),
    handler: None,
    render,
    adopt: None,
};

fn render(setup: &Setup) -> Result<Vec<File>, TemplateError> {
    let json = |path: &str, document: &Document| File::new(path, CodeLanguage::Json, document.to_json() + "\n");
    let mut files = vec![
        json("policies/proxy-role-trust.json", &setup.role.trust).about("who may assume the proxy's role"),
        json("policies/proxy-role.json", &setup.role.policy).about("what the proxy's role may"),
        json("policies/function-role.json", &setup.access.policy).about("what the function's role must be allowed"),
        json("policies/you-validate.json", &Document::new(read_policy::of_setup(setup)))
            .about("what whoever chooses, plans and validates must be allowed; it only reads"),
        json("policies/you-create.json", &caller_policy::create(setup))
            .about("what whoever makes it needs beside `you-validate.json`"),
        json("policies/you-undo.json", &caller_policy::undo(setup))
            .about("what whoever takes it back needs beside `you-validate.json`"),
        json("policies/you-prove.json", &prove_policy::document(setup))
            .about("what a proof by a real login needs beside `you-validate.json`"),
    ];
    let waiting: Vec<&str> = Output::ALL
        .into_iter()
        .filter(|output| files.iter().any(|file| file.text.contains(&output.token())))
        .map(Output::variable)
        .collect();
    let context = context! {
        name => &setup.name,
        auth_mode => setup.auth_mode.to_string(),
        region => &setup.account.region,
        role => &setup.role.name,
        role_owned => setup.role.owned,
        role_adds => setup.role.adds_policy,
        role_policy => &setup.role.policy_name,
        function => &setup.access.function_name,
        function_role => &setup.access.role_name,
        function_policy => &setup.access.policy_name,
        secret => setup.secret.name().filter(|_| matches!(setup.secret, SecretSetup::Owned { .. })).unwrap_or_default(),
        waiting,
    };
    let readme = fill("policies/README.txt", include_str!("../../assets/export/policies/README.txt"), context)?;
    files.push(File::new("policies/README.txt", CodeLanguage::Text, readme).about("where each policy belongs"));
    Ok(files)
}
