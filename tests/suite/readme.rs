//! What the READMEs and the folder `docs` show is what the program prints. After a change on purpose:
//! `RPW_UPDATE_README=1 cargo test --test suite readme`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::home::Home;

fn path(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(file)
}

/// The part between `<!-- name -->` and `<!-- /name -->` of the file is this text, or becomes it.
fn holds(file: &str, name: &str, text: &str) {
    let readme = fs::read_to_string(path(file)).unwrap();
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let (before, rest) = readme.split_once(&open).unwrap();
    let (there, after) = rest.split_once(&close).unwrap();
    if std::env::var_os("RPW_UPDATE_README").is_some() && there != text {
        fs::write(path(file), format!("{before}{open}{text}{close}{after}")).unwrap();
    } else {
        assert_eq!(there, text, "{name} of {file}");
    }
}

#[test]
fn the_documents_list_every_rule() {
    let printed = Home::new().run("rules --format markdown").ends(0).stdout;
    holds("docs/rules.md", "rules", &format!("\n{}\n\n", printed.trim_end()));
}

#[test]
fn the_documents_go_from_symptom_to_cure_as_the_program_does() {
    let home = Home::new();
    let there = "--practice=broken-closed-door --proxy orders-proxy --function orders-checkout";
    let mut text = "\n```console\n".to_owned();
    for (line, shown) in [("validate", 18), ("repair --yes --format text", 99), ("validate", 2)] {
        let (verb, options) = line.split_once(' ').unwrap_or((line, ""));
        let command = format!("{verb} {there} {options}");
        let output = home.run(&format!("{command} --practice-speed 0"));
        text.push_str(&format!("$ rds-proxy-wizard {}\n", command.trim_end()));
        let lines: Vec<&str> = output.stdout.trim_end().lines().collect();
        for line in lines.iter().take(shown) {
            text.push_str(line);
            text.push('\n');
        }
        if lines.len() > shown {
            text.push_str("…\n");
        }
        text.push('\n');
    }
    holds("docs/validating.md", "symptom-to-cure", &format!("{}\n```\n\n", text.trim_end()));
}

const READMES: [&str; 4] = ["README.md", "README.fr.md", "README.ja.md", "README.ko.md"];

/// The commands of its shell blocks, without comments.
fn commands(text: &str) -> Vec<&str> {
    let blocks = text.split("\n```sh\n").skip(1).filter_map(|rest| rest.split_once("\n```")).map(|(block, _)| block);
    blocks.flat_map(str::lines).map(|line| line.split_once(" #").map_or(line, |(command, _)| command).trim()).collect()
}

#[test]
fn the_readmes_of_all_languages_have_the_same_commands() {
    let [english, others @ ..] = READMES.map(|file| fs::read_to_string(path(file)).unwrap());
    assert!(commands(&english).contains(&"cargo run --release"), "{english}");
    for other in others {
        assert_eq!(commands(&other), commands(&english));
    }
}

#[test]
fn the_readmes_count_rules_and_broken_accounts_as_the_program_does() {
    let home = Home::new();
    let rules: Vec<serde_json::Value> = serde_json::from_str(&home.run("rules --format json").ends(0).stdout).unwrap();
    let scenarios = home.run("practice list").ends(0).stdout;
    let broken = scenarios.lines().filter(|line| line.starts_with("broken-")).count();
    for file in READMES {
        let text = fs::read_to_string(path(file)).unwrap();
        // A figure that is part of no other one.
        let figures: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).collect();
        for count in [rules.len(), broken] {
            assert!(figures.contains(&count.to_string().as_str()), "{file} does not say {count}");
        }
    }
    let validating = fs::read_to_string(path("docs/validating.md")).unwrap();
    assert!(validating.contains(&format!("{broken} broken practice accounts")), "{broken}");
}

#[test]
fn every_link_to_a_file_leads_to_one() {
    let root = path("");
    let documents = fs::read_dir(path("docs")).unwrap().map(|entry| entry.unwrap().path());
    for document in documents.chain(READMES.map(path)).chain([path("packaging/README.md")]) {
        let text = fs::read_to_string(&document).unwrap();
        let links = text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link);
        for link in links.filter(|link| !link.starts_with("http") && !link.starts_with('#')) {
            let file = link.split('#').next().unwrap();
            let there = document.parent().unwrap_or(&root).join(file);
            assert!(there.exists(), "{}: {link}", document.display());
        }
    }
}
