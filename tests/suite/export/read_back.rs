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
        let mut files: Vec<export::File> = export::targets().flat_map(|of| (of.render)(&setup).unwrap()).collect();
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

/// Every case's handlers by the parser of their language, as they are and with names that would end
/// a comment, a string or a line.
#[tokio::test]
async fn each_language_reads_its_handlers_whatever_the_names_are() {
    let hostile = "a'b\"c`d$(e) ${f} {{ g }} %h */ ?> \\u000a \\ \"\"\" \n end \u{2028} --";
    let folder = tempfile::tempdir().unwrap();
    for (name, setup) in cases().await.into_iter().filter(|(name, _)| !name.starts_with("sqlserver")) {
        let mut renamed = setup.clone();
        (renamed.name, renamed.database.id) = (hostile.to_owned(), hostile.to_owned());
        renamed.access.function_name = hostile.to_owned();
        for target in export::targets().filter(|target| target.handler.is_some()) {
            let plain = (target.render)(&setup).unwrap();
            let files = (target.render)(&renamed).unwrap();
            write(&files, &folder.path().join(name));
            for (plain, file) in plain.iter().zip(&files).filter(|(plain, _)| !plain.path.ends_with(".md")) {
                let lines = |text: &str| text.lines().count();
                assert_eq!(lines(&plain.text), lines(&file.text), "{name} {}", file.path);
                parses(&folder.path().join(name).join(&file.path));
            }
        }
    }
}

/// By the language's own parser, where one is here.
fn parses(file: &Path) {
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let (program, arguments): (_, &[&str]) = match ending {
        "mjs" => (service("RPW_TEST_NODE"), &["--check"]),
        "py" => (service("RPW_TEST_PYTHON"), &["-B", "-W", "error", "-m", "py_compile"]),
        "rb" => (service("RPW_TEST_RUBY"), &["-wc"]),
        "php" => (service("RPW_TEST_PHP"), &["-l"]),
        "go" => (service("RPW_TEST_GO").map(|go| format!("{go}fmt")), &["-l"]),
        "java" => (service("RPW_TEST_JAVA").map(|java| format!("{java}c")), &["-proc:none", "-Xdiags:compact"]),
        _ => (None, &[]),
    };
    let Some(program) = program else { return };
    let output = Command::new(program).args(arguments).arg(file).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    match ending {
        // It names a file that it would write otherwise.
        "go" => assert_eq!(said, "", "{}", file.display()),
        // Without the drivers only what comes after parsing can fail.
        "java" => assert!(!said.contains("illegal") && !said.contains("expected"), "{said}"),
        _ => assert!(output.status.success(), "{}\n{said}", file.display()),
    }
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
