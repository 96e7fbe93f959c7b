//! Every library that is linked is listed with its licence. After a change of Cargo.lock:
//! `python3 assets/licences/collect.py`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use eframe::egui::{Theme, vec2};

use crate::app_window::{USUAL, Window};
use crate::cli::home::Home;
use crate::services::missing;

/// Name and version of everything that is linked here, as cargo resolves it.
fn linked() -> Option<BTreeSet<String>> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "--edges", "normal,no-proc-macro", "--prefix", "none"])
        .args(["--no-dedupe", "--format", "{p}"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    if !output.status.success() {
        missing(&format!("cargo tree: {}", String::from_utf8_lossy(&output.stderr).trim()));
        return None;
    }
    let lines = String::from_utf8(output.stdout).unwrap();
    let name = |line: &str| {
        let mut words = line.split(' ');
        let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
        (name != "rds-proxy-wizard").then(|| format!("{name} {version}"))
    };
    Some(lines.lines().filter_map(name).collect())
}

#[test]
fn every_library_that_is_linked_is_listed_with_its_licence() {
    let printed = Home::new().run("licences").ends(0).stdout;
    let listed: BTreeMap<&str, &str> = printed
        .lines()
        .filter_map(|line| line.split_once("  "))
        .filter(|(name, _)| name.split(' ').count() == 2)
        .collect();
    let Some(linked) = linked() else { return };
    assert!(linked.len() > 300, "{}", linked.len());
    let unlisted: Vec<&String> = linked.iter().filter(|name| !listed.contains_key(name.as_str())).collect();
    assert!(unlisted.is_empty(), "run `python3 assets/licences/collect.py`: {unlisted:?}");
    for name in &linked {
        assert!(!listed[name.as_str()].starts_with("see ?"), "{name} has no licence");
    }
}

#[test]
fn the_window_shows_the_same_text_and_finds_in_it() {
    let mut window = Window::open("default", Theme::Light, USUAL);
    window.click("Settings");
    window.click_below("Show licences");
    assert!(window.shows("Permission is hereby granted, free of charge"));
    window.write("Find in the licences", "egui_plot");
    assert!(window.shows("egui_plot ") && !window.shows("Permission is hereby granted"));
    window.harness.run_steps(4);
    window.click("Close");
    assert!(!window.shows("egui_plot "));
}

#[test]
#[ignore = "writes pictures for the eye; run it by hand"]
fn look() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/looks");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, theme) in [("dark", Theme::Dark), ("light", Theme::Light)] {
        for size in [vec2(900.0, 600.0), vec2(1440.0, 900.0)] {
            let mut window = Window::open("default", theme, size);
            window.click("Settings");
            for picture in ["settings", "licences"] {
                if picture == "licences" {
                    window.click_below("Show licences");
                }
                window.harness.run_steps(4);
                let file = folder.join(format!("{picture}-{}-{name}.png", size.x));
                window.harness.render().unwrap().save(file).unwrap();
            }
        }
    }
}

#[test]
fn the_texts_are_there_and_those_of_the_fonts() {
    let printed = Home::new().run("licences").ends(0).stdout;
    for words in [
        "Permission is hereby granted, free of charge",
        "Apache License\n",
        "SIL OPEN FONT LICENSE",
        "Lucide",
        "JetBrains Mono",
    ] {
        assert!(printed.contains(words), "{words}");
    }
    // A number that a library names is the number of a text.
    let libraries = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/licences/libraries.txt");
    let libraries = std::fs::read_to_string(libraries).unwrap();
    let highest = libraries.rsplit('[').filter_map(|rest| rest.split(']').next()?.parse::<u32>().ok()).max().unwrap();
    assert!(printed.contains(&format!("\n[{highest}]\n")), "{highest}");
    assert!(!printed.contains("\\t") && !printed.contains("\\u{"), "a text is not as it was written");
}
