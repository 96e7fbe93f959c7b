//! What the program keeps is its owner's alone: folders, receipts, locks, and nothing by way of a link.

#![cfg(unix)]
#![allow(clippy::unwrap_used)]

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

use super::home::{Home, Output, Running};
use super::{ORDERS, QUICK};

const KEPT: &str = "data/rds-proxy-wizard";

/// The program with what it makes open to everybody, where it does not see to it itself.
fn run(home: &Home, umask: &str, line: &str) -> Output {
    let program = home.command(line);
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("umask {umask}; exec \"$@\""), "sh"]).arg(program.get_program());
    shell.args(program.get_args()).current_dir(home.folder.path()).env_clear();
    shell.envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
    home.finish(shell, "")
}

fn mode(path: &Path) -> u32 {
    fs::symlink_metadata(path).unwrap().permissions().mode() & 0o777
}

/// Every folder and file from here on that is open to others.
fn open_to_others(path: &Path) -> Vec<String> {
    let mut open = Vec::new();
    let wanted = if path.is_dir() { 0o700 } else { 0o600 };
    if mode(path) != wanted {
        open.push(format!("{} {:o}", path.display(), mode(path)));
    }
    if path.is_dir() {
        open.extend(fs::read_dir(path).unwrap().flat_map(|entry| open_to_others(&entry.unwrap().path())));
    }
    open
}

#[test]
fn nothing_that_is_kept_is_open_to_others() {
    for umask in ["022", "000"] {
        let home = Home::new();
        run(&home, umask, &format!("apply {QUICK} {ORDERS} --yes")).ends(0);
        run(&home, umask, &format!("undo {QUICK} --name orders-proxy --yes")).ends(0);
        assert_eq!(open_to_others(&home.path(KEPT)), [""; 0], "umask {umask}");
    }
}

#[test]
fn what_an_older_version_left_open_is_closed() {
    let home = Home::new();
    run(&home, "022", &format!("apply {QUICK} {ORDERS} --yes")).ends(0);
    let opened = Command::new("chmod").args(["-R", "go+rX"]).arg(home.path(KEPT)).status().unwrap();
    assert!(opened.success());
    assert!(open_to_others(&home.path(KEPT)).len() > 6);
    // Any command that opens the account, and one that changes nothing.
    run(&home, "022", &format!("plan {QUICK} {ORDERS}")).ends(0);
    assert_eq!(open_to_others(&home.path(KEPT)), [""; 0]);
}

#[test]
fn a_link_in_the_place_of_a_file_is_not_followed() {
    let home = Home::new();
    run(&home, "022", &format!("apply {QUICK} {ORDERS} --yes")).ends(0);
    run(&home, "022", &format!("undo {QUICK} --name orders-proxy --yes")).ends(0);
    let victim = home.write("victim", "theirs");
    fs::set_permissions(&victim, PermissionsExt::from_mode(0o644)).unwrap();
    let kept = |suffix: &str| {
        let folder = fs::read_dir(home.path(KEPT).join("receipts")).unwrap().flatten();
        folder.map(|entry| entry.path()).find(|path| path.to_string_lossy().ends_with(suffix)).unwrap()
    };
    let as_link = |path: &Path| {
        fs::remove_file(path).unwrap();
        symlink(&victim, path).unwrap();
    };
    let is_untouched = || assert_eq!((fs::read_to_string(&victim).unwrap().as_str(), mode(&victim)), ("theirs", 0o644));

    as_link(&kept(".holder"));
    for practice in ["practice/default.time", "practice/default.lock"] {
        let path = home.path(KEPT).join(practice);
        as_link(&path);
        let output = run(&home, "022", &format!("apply {QUICK} {ORDERS} --yes"));
        is_untouched();
        if practice.ends_with("lock") {
            assert_ne!(output.status, 0, "{output:#?}");
            fs::remove_file(path).unwrap();
        } else {
            output.ends(0);
            run(&home, "022", &format!("undo {QUICK} --name orders-proxy --yes")).ends(0);
        }
    }
    as_link(&kept(".lock"));
    let refused = run(&home, "022", &format!("apply {QUICK} {ORDERS} --yes --format text")).ends(1);
    assert!(refused.stderr.contains("could not be written, so nothing more was changed"), "{refused:#?}");
    is_untouched();
}

#[test]
fn drafts_of_killed_runs_are_removed_and_those_of_a_run_at_work_are_not() {
    let home = Home::new();
    let mut at_work =
        Running::start(&home, &format!("apply --practice --practice-speed 1 {ORDERS} --yes --format json"));
    at_work.until(&["step-waiting", "create-proxy"]);
    let stray = home.path(KEPT).join("receipts/.receipt-Xy12ab");
    fs::write(&stray, "half").unwrap();
    home.run(&format!("plan {QUICK} {ORDERS}"));
    assert!(stray.exists(), "it might be that run's own");
    at_work.child.kill().unwrap();
    at_work.child.wait().unwrap();
    let of_practice = home.path(KEPT).join("practice/.default.draft-Xy12ab");
    fs::write(&of_practice, "half").unwrap();
    home.run(&format!("plan {QUICK} {ORDERS}"));
    assert!(!stray.exists() && !of_practice.exists());
    assert_eq!(home.receipts().len(), 1);
}
