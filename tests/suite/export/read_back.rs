//! Syntax and lint: each file by the tool that would read it.

use std::path::{Path, PathBuf};
use std::process::Command;

use rds_proxy_wizard::domain::output::{Output, Outputs};
use rds_proxy_wizard::export;

use super::{cases, write};
use crate::services::service;

/// What AWS has named, put in the place of its tokens as the README says.
fn filled(text: &str) -> String {
    let mut outputs = Outputs::default();
    outputs.set(Output::SecretArn, "arn:aws:secretsmanager:eu-west-1:000000000000:secret:orders/lambda_app-Ab1Cd2");
    outputs.set(Output::ProxyId, "prx-0123456789abcdef0");
    outputs.fill_known(text)
}

/// Writes every case into a folder of its own and gives all files with this ending.
async fn exported(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut paths = Vec::new();
    for (name, setup) in cases().await {
        let mut files = export::files(&setup).unwrap();
        for file in files.iter_mut().filter(|file| file.path.ends_with(".json")) {
            file.text = filled(&file.text);
            // IAM has variables of its own.
            assert!(!file.text.replace("${aws:", "").contains("${"), "{name}: {}", file.path);
        }
        write(&files, &folder.join(name));
        let ours = files.iter().filter(|file| file.path.ends_with(ending));
        paths.extend(ours.map(|file| folder.join(name).join(&file.path)));
    }
    assert!(!paths.is_empty());
    paths
}

fn passes(command: &mut Command) {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}\n{said}");
}

#[tokio::test]
async fn shellcheck_has_nothing_to_say() {
    let Some(shellcheck) = service("RPW_TEST_SHELLCHECK") else { return };
    let folder = tempfile::tempdir().unwrap();
    let scripts = exported(folder.path(), ".sh").await;
    passes(Command::new(shellcheck).args(scripts));
}

#[tokio::test]
async fn json_is_json() {
    let folder = tempfile::tempdir().unwrap();
    for path in exported(folder.path(), ".json").await {
        let text = std::fs::read_to_string(&path).unwrap();
        serde_json::from_str::<serde_json::Value>(&text).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    }
}

#[tokio::test]
async fn node_reads_its_handlers() {
    let Some(node) = service("RPW_TEST_NODE") else { return };
    let folder = tempfile::tempdir().unwrap();
    for handler in exported(folder.path(), ".mjs").await {
        passes(Command::new(&node).arg("--check").arg(handler));
    }
}

#[tokio::test]
async fn python_reads_its_handlers() {
    let Some(python) = service("RPW_TEST_PYTHON") else { return };
    let folder = tempfile::tempdir().unwrap();
    let handlers = exported(folder.path(), ".py").await;
    passes(Command::new(python).args(["-W", "error", "-m", "py_compile"]).args(handlers));
}

/// Trust documents have no resource, which parliament takes for a mistake.
#[tokio::test]
async fn parliament_finds_nothing_wrong_with_the_policies() {
    let Some(python) = service("RPW_TEST_PYTHON") else { return };
    let folder = tempfile::tempdir().unwrap();
    let mut policies = exported(folder.path(), ".json").await;
    policies.retain(|path| path.parent().is_some_and(|folder| folder.ends_with("policies")));
    policies.retain(|path| !path.ends_with("proxy-role-trust.json"));
    let check = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/export/lint_policies.py");
    passes(Command::new(python).args(["-W", "ignore"]).arg(check).args(policies));
}
