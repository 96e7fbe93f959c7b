//! The walls between the folders: who may name whom, and where async, files and the SDK live.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use rds_proxy_wizard::cloud::Read;

use crate::sources::{files, root};

/// Words that must not stand in the code under some folders.
struct Wall {
    /// Folders or files of `src`; empty means all of it.
    within: &'static [&'static str],
    /// Where, inside those, it is allowed after all.
    except: &'static [&'static str],
    words: &'static [&'static str],
}

const PURE: &[&str] =
    &["domain", "design", "rules", "monitor", "advise", "plan", "export", "fleet", "baseline", "earlier"];

const WALLS: &[Wall] = &[
    // One place knows the SDK.
    Wall { within: &[], except: &["aws"], words: &["aws_sdk_", "aws_config::", "aws_smithy", "aws_credential_types"] },
    // One place knows the window.
    Wall { within: &[], except: &["gui"], words: &["egui", "eframe", "rfd::"] },
    // Deciding touches no file, no environment, no runtime, no clock.
    Wall {
        within: PURE,
        except: &[],
        words: &[
            "std::fs",
            "tokio",
            "std::env",
            "std::process",
            "std::net::Tcp",
            "Instant::now",
            "SystemTime::now",
            "now_utc",
        ],
    },
    // Acts describe themselves and run against the port; the rest of deciding is not even async.
    Wall { within: PURE, except: &["plan"], words: &["async ", ".await"] },
    // Downward only.
    Wall {
        within: &["domain"],
        except: &["domain/output.rs"],
        words: &["crate::cloud", "crate::design", "crate::rules", "crate::plan", "crate::apply", "crate::export"],
    },
    Wall {
        within: &["cloud"],
        except: &[],
        words: &["crate::design", "crate::rules", "crate::plan", "crate::apply", "crate::export", "crate::discover"],
    },
    Wall {
        within: &[
            "domain", "cloud", "design", "rules", "monitor", "advise", "plan", "export", "apply", "discover", "probe",
            "load", "fleet", "baseline", "earlier", "sweep.rs",
        ],
        except: &[],
        words: &["crate::gui", "crate::cli", "crate::report", "crate::words"],
    },
    // Wording a run is no use case: it decides nothing and does nothing.
    Wall { within: &["words"], except: &[], words: &["crate::gui", "crate::cli", "async ", "std::fs", "tokio"] },
    // Checking cannot change an account: it does not know how.
    Wall {
        within: &["discover", "rules", "monitor", "advise", "probe", "fleet", "baseline", "earlier", "sweep.rs"],
        except: &[],
        words: &["Writer", "crate::apply", "crate::plan"],
    },
    // Nor do the commands that only look.
    Wall {
        within: &["bundle.rs", "cli/validate", "cli/observe.rs"],
        except: &[],
        words: &["Writer", ".writer", "crate::apply", "crate::plan"],
    },
    // What comes from outside passes one place before a shell, a terminal, JSON and the window see it.
    Wall { within: &[], except: &["domain/shell.rs"], words: &[r"'\\''"] },
    Wall { within: &[], except: &["cli", "main.rs"], words: &["println!", "stdout()", "stderr()"] },
    Wall {
        within: &["cli"],
        except: &["cli/output.rs", "cli/progress.rs", "cli/prompt.rs"],
        words: &["println!", "stdout()", "stderr()"],
    },
    Wall { within: &[], except: &["domain/json.rs"], words: &["serde_json::to_string_pretty"] },
    Wall {
        within: &[],
        // The catalogue is held against the source.
        except: &["disk/given.rs", "disk/private.rs", "practice/store.rs", "text/tests.rs"],
        words: &["fs::read(", "fs::read_to_string("],
    },
    Wall {
        within: &[],
        except: &["gui/rich.rs", "gui/widgets/code/text.rs", "gui/widgets/form/input.rs"],
        words: &["LayoutJob"],
    },
    // The front ends never meet.
    Wall { within: &["gui"], except: &[], words: &["crate::cli"] },
    Wall { within: &["cli"], except: &[], words: &["crate::gui"] },
    // Only start-up code says which account it is.
    Wall {
        within: &[],
        except: &["aws", "practice", "main.rs", "lib.rs", "accounts.rs", "text/tests.rs"],
        words: &["crate::aws", "crate::practice", "rds_proxy_wizard::aws", "rds_proxy_wizard::practice"],
    },
];

/// The code without comments, which may speak of anything, and without its own unit tests.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    code.lines().enumerate().map(|(line, text)| (line + 1, text.split("//").next().unwrap_or_default()))
}

fn breaches(wall: &Wall, path: &str, text: &str) -> Vec<String> {
    let inside = |places: &[&str]| places.iter().any(|place| path == *place || path.starts_with(&format!("{place}/")));
    if (!wall.within.is_empty() && !inside(wall.within)) || inside(wall.except) {
        return Vec::new();
    }
    code(text)
        .flat_map(|(line, code)| {
            wall.words
                .iter()
                .filter(move |word| code.contains(**word))
                .map(move |word| format!("src/{path}:{line} says `{word}`"))
        })
        .collect()
}

#[test]
fn no_folder_reaches_over_its_wall() {
    let found = files(&root());
    let mut all = Vec::new();
    for path in &found {
        let text = std::fs::read_to_string(path).unwrap();
        let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        all.extend(WALLS.iter().flat_map(|wall| breaches(wall, &name, &text)));
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn a_breach_is_seen_and_a_comment_is_none() {
    let pure = WALLS.iter().find(|wall| wall.within == PURE).unwrap();
    assert_eq!(breaches(pure, "rules/x.rs", "use std::fs;\n"), ["src/rules/x.rs:1 says `std::fs`"]);
    assert_eq!(breaches(pure, "rules/x.rs", "// not std::fs\n"), [""; 0]);
    assert_eq!(breaches(pure, "apply/x.rs", "use std::fs;\n"), [""; 0]);
}

/// What the adapter names in errors, and so what it asks AWS for, is what the table of reads says.
#[test]
fn the_adapter_reads_what_the_table_says() {
    const VERBS: [&str; 7] = ["BatchGet", "Describe", "Filter", "Get", "List", "Lookup", "Simulate"];
    // Made up by Secrets Manager for a secret that is about to be created: no fact of the account.
    const OF_WRITES: &str = "secretsmanager:GetRandomPassword";
    let adapter = files(&root().join("aws"));
    let texts: Vec<String> = adapter.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let words = texts.iter().flat_map(|text| code(text)).flat_map(|(_, code)| code.split('"').skip(1).step_by(2));
    let reads = |word: &&str| {
        let call = word.split_once(':').map_or("", |(_, call)| call);
        VERBS.iter().any(|verb| call.starts_with(verb)) && call.chars().all(|sign| sign.is_ascii_alphanumeric())
    };
    let asked: BTreeSet<&str> = words.filter(reads).filter(|word| *word != OF_WRITES).collect();
    let told: BTreeSet<&str> = Read::ALL.iter().flat_map(|read| read.actions()).collect();
    assert_eq!(asked, told);
}
