//! `list` shows what the pickers show, in text and in JSON; colour is for terminals, and says nothing by itself.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use serde_json::Value;

use crate::cli::home::Home;

const HERE: &str = "--practice --practice-speed 0";

fn names(list: &Value, what: &str) -> BTreeSet<String> {
    list[what].as_array().unwrap().iter().map(|entry| entry["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn everything_there_is_is_listed_with_the_reason_of_what_cannot_be_used() {
    let home = Home::new();
    insta::assert_snapshot!("list_databases", home.run(&format!("list databases {HERE}")).whole());
    insta::assert_snapshot!("list_proxies", home.run(&format!("list proxies {HERE}")).whole());
    let seen = home.run(&format!("list functions --database orders-prod {HERE}")).ends(0);
    insta::assert_snapshot!("list_functions", seen.whole());
    for what in ["databases", "functions", "proxies"] {
        let text = home.run(&format!("list {what} {HERE}")).ends(0).stdout;
        let list = home.run(&format!("list {what} {HERE} --format json")).ends(0).json();
        assert_eq!(list["schema"], "rds-proxy-wizard/list/v1");
        assert_eq!(list["region"], "eu-west-1");
        assert_eq!(list["unreadable"], serde_json::json!([]));
        for name in names(&list, what) {
            assert!(text.lines().any(|line| line.trim_start().starts_with(&name)), "{name}: {text}");
        }
        for entry in list[what].as_array().unwrap().iter().filter(|entry| entry["can_be_used"] == false) {
            assert!(text.contains(entry["why_not"].as_str().unwrap()), "{entry}: {text}");
        }
    }
}

#[test]
fn what_could_not_be_read_is_said_and_is_no_empty_list() {
    let home = Home::new();
    let line = "list databases --practice=no-permissions --practice-speed 0";
    let denied = home.run(line).ends(3);
    assert!(denied.stdout.contains("  orders-prod "), "what could be read is listed: {denied:#?}");
    assert!(denied.stderr.starts_with("error: `rds:DescribeGlobalClusters` failed"), "{denied:#?}");
    let json = home.run(&format!("{line} --format json")).ends(3).json();
    assert_eq!(json["unreadable"][0]["operation"], "rds:DescribeGlobalClusters");
}

#[test]
fn profiles_are_listed_without_asking_anybody() {
    let home = Home::new();
    let none = home.run("list profiles").ends(0);
    assert!(none.stdout.starts_with("There is none at all"), "{none:#?}");
    std::fs::create_dir(home.path(".aws")).unwrap();
    home.write(".aws/config", "[profile team]\nregion = eu-west-1\nsso_session = corp\nsso_account_id = 1\nsso_role_name = r\n[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = https://x\n");
    let list = home.run("list profiles --format json").ends(0).json();
    assert_eq!(list["profiles"][0]["name"], "team");
    assert_eq!(list["profiles"][0]["kind"], "sso");
    assert_eq!(list["profiles"][0]["sign_in"], "aws sso login --sso-session corp");
    assert!(home.run("list profiles").ends(0).stdout.contains("team  "));
    let practice = home.run("list profiles --practice=organization").ends(0);
    assert!(practice.stdout.lines().count() > 1, "{practice:#?}");
}

#[test]
fn colour_is_only_where_it_is_asked_for_and_takes_no_word_away() {
    let home = Home::new();
    let line = "validate --practice=broken-closed-door --practice-speed 0 --proxy orders-proxy";
    let plain = home.run(line);
    assert!(!plain.whole().contains('\u{1b}'), "{plain:#?}");
    let colored = home.run(&format!("{line} --color always"));
    assert!(colored.stdout.contains("\u{1b}[1m\u{1b}[31merror:\u{1b}[0m "), "{colored:#?}");
    assert_eq!(without_color(&colored.stdout), plain.stdout);
    let refused = home.run("explain nothing-like-it --color always").ends(2);
    assert!(refused.stderr.starts_with("\u{1b}[1m\u{1b}[31merror:\u{1b}[0m"), "{refused:#?}");

    let with = |variable: &str, options: &str| {
        let mut command = home.command(&format!("{line} {options}"));
        command.env(variable, "1");
        home.finish(command, "").stdout.contains('\u{1b}')
    };
    assert!(with("CLICOLOR_FORCE", ""));
    assert!(!with("CLICOLOR_FORCE", "--color never"));
    assert!(!with("NO_COLOR", ""));
    for format in ["json", "markdown", "html", "sarif", "csv"] {
        assert!(!with("CLICOLOR_FORCE", &format!("--format {format}")), "{format}");
    }
    for line in ["read-policy --practice", "completions bash", "man", "licences"] {
        assert!(!home.run(&format!("{line} --color always")).stdout.contains('\u{1b}'), "{line}");
    }
}

/// The text without what sets colour.
fn without_color(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |shown, part| shown + part.split_once('m').unwrap().1)
}

#[test]
fn completions_of_bash_complete_a_verb() {
    let home = Home::new();
    let script = home.run("completions bash").ends(0).stdout;
    let path = home.write("completion.bash", &script);
    let ask = format!(
        "source {} && COMP_WORDS=(rds-proxy-wizard val) COMP_CWORD=1 && \
         _rds__proxy__wizard rds-proxy-wizard val rds-proxy-wizard && echo \"${{COMPREPLY[@]}}\"",
        path.display()
    );
    let answer = std::process::Command::new("bash").args(["--norc", "-c", &ask]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&answer.stdout).trim(), "validate", "{answer:?}");
    for shell in ["zsh", "fish", "powershell", "elvish"] {
        assert!(home.run(&format!("completions {shell}")).ends(0).stdout.contains("validate"), "{shell}");
    }
}

#[test]
fn the_manual_has_a_page_for_each_command_and_each_can_be_set() {
    let home = Home::new();
    home.run("man --out [HOME]/man").ends(0);
    let pages: BTreeSet<String> = std::fs::read_dir(home.path("man"))
        .unwrap()
        .map(|page| page.unwrap().file_name().into_string().unwrap())
        .collect();
    for page in ["rds-proxy-wizard.1", "rds-proxy-wizard-plan.1", "rds-proxy-wizard-practice-reset.1"] {
        assert!(pages.contains(page), "{pages:?}");
    }
    let plan = std::fs::read_to_string(home.path("man/rds-proxy-wizard-plan.1")).unwrap();
    assert_eq!(home.run("man plan").ends(0).stdout.trim_end(), plan.trim_end());
    home.run("man practice reset").ends(0);
    let groff = |page: &str| {
        let path = home.path("man").join(page);
        std::process::Command::new("groff").args(["-man", "-ww", "-z", "-Tutf8"]).arg(path).output()
    };
    for page in &pages {
        let Ok(set) = groff(page) else { return crate::services::missing("groff is not here") };
        assert!(set.status.success() && set.stderr.is_empty(), "{page}: {}", String::from_utf8_lossy(&set.stderr));
    }
}
