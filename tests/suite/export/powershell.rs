//! The scripts for PowerShell, by its grammar and by the AWS CLI's own parser. Nothing runs them here.

use std::path::{Path, PathBuf};
use std::process::Command;

use rds_proxy_wizard::domain::setup::{SecretSetup, Setup};
use rds_proxy_wizard::export::{self, File};
use serde::Deserialize;

use super::{cases, write};
use crate::printed::{Call, Read, read};
use crate::services::service;

/// What the grammar says of a script.
#[derive(Deserialize)]
struct Script {
    errors: Vec<String>,
    calls: Vec<String>,
}

fn files(setup: &Setup) -> Vec<File> {
    (export::target("powershell").unwrap().render)(setup).unwrap()
}

/// By the grammar; `None` where it is not here.
fn scripts(files: &[File]) -> Option<Vec<Script>> {
    let python = service("RPW_TEST_LINT")?;
    let folder = tempfile::tempdir().unwrap();
    write(files, folder.path());
    let paths: Vec<PathBuf> = files.iter().map(|file| folder.path().join(&file.path)).collect();
    let reader = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/export/read_powershell.py");
    let output = Command::new(python).arg(reader).args(paths).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

/// What the scripts send, but for the waiters, which read again and again; each script must be understood.
fn calls(name: &str, files: &[File]) -> Option<Vec<Call>> {
    let scripts = scripts(files)?;
    for (file, script) in files.iter().zip(&scripts) {
        assert_eq!(script.errors, [""; 0], "{name} {}", file.path);
        assert!(script.calls.len() > 9, "{name} {}: {:?}", file.path, script.calls);
    }
    let lines: Vec<String> = scripts.into_iter().flat_map(|script| script.calls).collect();
    let lines = lines.into_iter().filter(|line| !line.starts_with("aws lambda wait ")).collect();
    let taken = |(line, answer)| match answer {
        Read::Call(call) => call,
        Read::Refused { said } => panic!("{name}: {line}\n{said}"),
    };
    Some(read(lines)?.into_iter().map(taken).collect())
}

#[tokio::test]
async fn its_grammar_and_the_aws_cli_take_each_script() {
    for (name, setup) in cases().await {
        if calls(name, &files(&setup)).is_none() {
            return;
        }
    }
}

/// Of a live setup, the function's rights may be another's: neither script writes them.
#[tokio::test]
async fn a_policy_that_is_not_the_setups_own_is_not_written() {
    for (name, setup) in cases().await {
        for owned in [true, false] {
            let mut setup = setup.clone();
            setup.access.policy_owned = owned;
            let policy = format!("--policy-name {}", setup.access.policy_name);
            for (target, script) in [("powershell", "powershell/setup.ps1"), ("cli", "cli/setup.sh")] {
                let files = (export::target(target).unwrap().render)(&setup).unwrap();
                let text = &files.iter().find(|file| file.path == script).unwrap().text;
                let plain = text.replace('\'', "");
                assert_eq!(plain.contains(&policy), owned, "{name}, {script}");
            }
        }
    }
}

/// Would end a string, a comment, an expression, a block or a line.
const HOSTILE: &str = "a'b\"c`d$(e) ${f} {{ g }} %h% ‘i’ ‚j‛ #> \r\n @' \u{202e} --% $";

#[tokio::test]
async fn hostile_names_reach_the_aws_cli_unharmed() {
    for (case, setup) in cases().await {
        let mut renamed = setup.clone();
        (renamed.name, renamed.database.id) = (HOSTILE.to_owned(), HOSTILE.to_owned());
        (renamed.access.function_name, renamed.access.role_name) = (HOSTILE.to_owned(), HOSTILE.to_owned());
        (renamed.role.name, renamed.role.description) = (HOSTILE.to_owned(), HOSTILE.to_owned());
        renamed.db_user = HOSTILE.to_owned();
        renamed.tags.insert(HOSTILE.to_owned(), HOSTILE.to_owned());
        if let SecretSetup::Owned { name, description, .. } = &mut renamed.secret {
            (*name, *description) = (HOSTILE.to_owned(), HOSTILE.to_owned());
        }
        for group in &mut renamed.network.groups {
            (group.name, group.description) = (HOSTILE.to_owned(), HOSTILE.to_owned());
        }
        for rule in &mut renamed.network.rules {
            rule.description = HOSTILE.to_owned();
        }
        let (plain, hostile) = (files(&setup), files(&renamed));
        for (plain, hostile) in plain.iter().zip(&hostile) {
            assert_eq!(plain.text.lines().count(), hostile.text.lines().count(), "{case} {}", plain.path);
        }
        let (Some(plain), Some(calls)) = (calls(case, &plain), calls(case, &hostile)) else { return };
        assert_eq!(plain.len(), calls.len(), "{case}");
        let mut names = 0;
        for call in &calls {
            for key in ["DBProxyName", "RoleName", "Name", "SecretId", "Description"] {
                let unnamed = |text: &str| text.starts_with("arn:") || setup.access.publish_to_alias.is_some();
                match call.input.get(key).and_then(|value| value.as_str()) {
                    Some(HOSTILE) => names += 1,
                    Some(other) => assert!(unnamed(other), "{case}: {} {key} is {other}", call.operation),
                    None => {}
                }
            }
        }
        assert!(names > 10, "{case}: {names}");
    }
}

/// `service operation` of each call that changes something, in the order of the script, and what it notes.
fn order(script: &str, calls: &[&str], note: &str) -> Vec<String> {
    const CHANGES: [&str; 11] = [
        "create-",
        "put-",
        "tag-",
        "restore-",
        "authorize-",
        "revoke-",
        "modify-",
        "register-",
        "attach-",
        "publish-",
        "update-alias",
    ];
    let mut order = Vec::new();
    for line in script.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
        let line = line.split("die '").next().unwrap();
        for call in calls {
            for (_, rest) in line.match_indices(call).map(|(at, call)| line.split_at(at + call.len())) {
                let rest = rest.trim_start_matches("(Get-SecretText) ").replace('"', "");
                let words: Vec<&str> = rest.split_whitespace().take(2).collect();
                let [service, operation] = words.as_slice() else { continue };
                if CHANGES.iter().any(|change| operation.starts_with(change)) {
                    order.push(format!("{service} {}", operation.split('$').next().unwrap()));
                }
            }
        }
        if let Some((before, noted)) = line.split_once(note)
            && (before.is_empty() || before.ends_with("{ "))
        {
            order.push(format!("noted: {}", noted.split([' ', '"']).find(|word| !word.is_empty()).unwrap()));
        }
    }
    order
}

#[tokio::test]
async fn it_makes_the_same_in_the_same_order_as_the_shell_script() {
    for (name, setup) in cases().await {
        let shell = (export::target("cli").unwrap().render)(&setup).unwrap();
        let ours = files(&setup);
        let of_shell = order(&shell[0].text, &["aws "], "made ");
        let of_ours = order(&ours[0].text, &["Invoke-Aws ", "Send-Aws "], "Add-Note ");
        let of_ours: Vec<String> = of_ours.iter().map(|line| line.replace("$change", "$changes")).collect();
        assert!(of_ours.len() > 12, "{name}: {of_ours:?}");
        assert_eq!(of_ours, of_shell, "{name}");
    }
}

/// Either undo knows each line that either script notes.
#[tokio::test]
async fn both_undo_what_either_notes() {
    for (name, setup) in cases().await {
        let shell = (export::target("cli").unwrap().render)(&setup).unwrap();
        let ours = files(&setup);
        let kind = |line: &str| {
            let (kinds, _) = line.trim().split_once(')')?;
            kinds.chars().all(|c| c.is_ascii_lowercase() || c == '-').then(|| kinds.to_owned())
        };
        let of_shell: Vec<String> = shell[1].text.lines().filter_map(kind).filter(|kind| !kind.is_empty()).collect();
        let of_ours = ours[1].text.lines().filter_map(|line| {
            let (kind, _) = line.strip_prefix("        '")?.split_once("' {")?;
            Some(kind.to_owned())
        });
        let of_ours: Vec<String> = of_ours.collect();
        assert!(of_ours.len() > 12, "{name}: {of_ours:?}");
        assert_eq!(of_ours, of_shell, "{name}");
    }
}
