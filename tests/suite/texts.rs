//! What a person reads comes from the catalogue, whole, so that it can be said in another language. What
//! programs read stays where it is: commands, and texts that logs and servers are searched for.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::sources::{files, root};

/// Folders and files that say nothing to a person by themselves, and what they hold. This list only shrinks.
const APART: [(&str, &str); 15] = [
    ("aws/code.rs", "AWS's messages, to be told apart"),
    ("cloud/operation.rs", "operations as programs read them"),
    ("domain/database.rs", "AWS's names of engines"),
    ("domain/mask.rs", "names of secrets in logs"),
    ("domain/region.rs", "AWS's names of regions"),
    ("domain/service.rs", "AWS's names of services"),
    ("domain/stored.rs", "what AWS stores"),
    ("export/", "files, which are English"),
    ("gui/theme/font.rs", "names of fonts"),
    ("load/svg.rs", "SVG"),
    ("practice/", "AWS's own words, as the account says them"),
    ("probe/clients.rs", "lines for a terminal"),
    ("probe/known.rs", "messages of servers, to be told apart"),
    ("probe/reading.rs", "messages of servers, to be told apart"),
    ("rules/operation/log_signs.rs", "lines of logs, to be found"),
];

/// What stands before a name, a reason for clippy, or words that are looked for.
const NOT_SHOWN: [&str; 18] = [
    "reason =",
    "must_use =",
    "tracing::",
    "Id::unique(",
    "id_salt(",
    "id().with(",
    "make_persistent_id((self.label,",
    "Panel::top(",
    "Panel::bottom(",
    "Grid::new(",
    "request_discard(",
    ".name(",
    "custom(",
    "CliCommand::new(",
    "contains(",
    "starts_with(",
    "strip_prefix(",
    "split_once(",
];

/// Words of others, which are looked for or quoted, and what programs read. This list only shrinks.
const OF_OTHERS: [&str; 30] = [
    "(made at run time, and left out: it may hold data)",
    "100 * part / whole",
    "Billed Duration",
    "Credentials couldn't be retrieved",
    "IAM authentication rate limit exceeded",
    "IAMDatabaseAuthenticationEnabled false",
    "IAMDatabaseAuthenticationEnabled true",
    "Init Duration",
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "LastUpdateStatus: Failed",
    "Max Memory Used",
    "Memory Size",
    "MultiFactorAuthentication failed",
    "PAM authentication failed for user",
    "Rate Exceeded.",
    "SELECT, INSERT",
    "The client session was pinned",
    "`DefaultAuthScheme = IAM_AUTH`",
    "`IAMAuth = DISABLED`",
    "`IAMAuth = REQUIRED`",
    "end-to-end IAM",
    "no SecretArn",
    "no answer from `{endpoint}`: {cause}",
    "rate of connections exceeded",
    "registered credentials",
    "simultaneous connections exceeded",
    "sso token",
    "standard IAM",
    "too many competing requests",
    r#"{PROGRAM} {}\nsystem: {} {}\nplace: {place}\nmessage: {words}\n\n{trace}\n"#,
];

/// The files of a folder without those of unit tests.
fn program(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    files(folder).into_iter().filter(|path| !path.ends_with("tests.rs"))
}

/// A string literal: its line, what stands before it, and its text.
struct Literal<'a> {
    line: usize,
    before: &'a str,
    text: String,
}

/// Every string literal of the code; comments and unit tests are none of it.
fn literals(source: &str) -> Vec<Literal<'_>> {
    let code = source.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let (mut found, mut rest, mut line) = (Vec::new(), code, 1);
    while let Some(at) = rest.find(['"', '/', '\'']) {
        line += rest[..at].matches('\n').count();
        let tail = &rest[at..];
        rest = if tail.starts_with("//") {
            &tail[tail.find('\n').unwrap_or(tail.len())..]
        } else if let Some(quoted) = tail.strip_prefix("'\"'").or_else(|| tail.strip_prefix("'\\\"'")) {
            quoted
        } else if let Some(text) = tail.strip_prefix('"') {
            let mut escaped = false;
            let end = text.find(|c: char| {
                let ends = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                ends
            });
            let (text, after) = text.split_at(end.unwrap_or(text.len()));
            let before = &code[..code.len() - tail.len()];
            found.push(Literal { line, before, text: text.split("\\\n").map(str::trim_start).collect() });
            line += text.matches('\n').count();
            after.strip_prefix('"').unwrap_or_default()
        } else {
            &tail[1..]
        };
    }
    found
}

/// Two words or more, apart from the values in it.
fn is_sentence(text: &str) -> bool {
    let mut said = String::new();
    let mut depth = 0;
    for c in text.chars() {
        depth += i32::from(c == '{');
        if depth == 0 {
            said.push(c);
        }
        depth -= i32::from(c == '}');
    }
    let is_word = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 1;
    said.split_whitespace().filter(is_word).count() > 1 && !is_command(&said)
}

/// `aws …`, service and operation (`rds modify-db-proxy`), a line of a shell or of a table.
fn is_command(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    ["aws ", "rds-proxy-wizard "].iter().any(|program| text.starts_with(program))
        || ["$(", "|\\n", "; do ", "|---|"].iter().any(|sign| text.contains(sign))
        || matches!(words[..], [service, operation] if operation.contains('-') && !service.contains('{'))
}

/// It is a name inside the window, a reason for clippy, a line of the log, or it is looked for in a text.
fn is_not_shown(before: &str) -> bool {
    let before = before.trim_end().trim_end_matches('(');
    let statement = before.rsplit(';').next().unwrap_or_default();
    NOT_SHOWN.iter().any(|head| before.ends_with(head.trim_end_matches('(')))
        || statement.rfind("tracing::").is_some_and(|at| {
            let call = &statement[at..];
            call.matches('(').count() > call.matches(')').count()
        })
}

fn sentences(name: &str, source: &str) -> Vec<(String, String)> {
    let said = literals(source).into_iter().filter(|said| is_sentence(&said.text) && !is_not_shown(said.before));
    said.map(|Literal { line, text, .. }| (text.clone(), format!("src/{name}:{line} says \"{text}\""))).collect()
}

#[test]
fn what_a_person_reads_stands_in_the_catalogue() {
    let source = root();
    let (mut outside, mut of_others, mut apart) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    for path in program(&source) {
        let name = path.strip_prefix(&source).unwrap().to_string_lossy().replace('\\', "/");
        let found = sentences(&name, &std::fs::read_to_string(path).unwrap());
        if let Some((place, _)) = APART.iter().find(|(place, _)| name.starts_with(place)) {
            apart.extend((!found.is_empty()).then_some(*place));
            continue;
        }
        for (text, place) in found {
            match OF_OTHERS.iter().find(|other| **other == text) {
                Some(other) => _ = of_others.insert(*other),
                None => outside.push(place),
            }
        }
    }
    assert!(outside.is_empty(), "these belong in assets/i18n/en:\n{}", outside.join("\n"));
    assert_eq!(of_others, OF_OTHERS.into(), "what stands nowhere any more leaves the list");
    assert_eq!(apart, APART.map(|(place, _)| place).into(), "what holds nothing any more leaves the list");
}

#[test]
fn a_sentence_is_seen_and_what_programs_read_is_none() {
    let said = |source: &str| sentences("x.rs", source).into_iter().map(|(text, _)| text).collect::<Vec<_>>();
    assert_eq!(said("because(\"no such key\")"), ["no such key"]);
    assert_eq!(said("format!(\"{name} of {}: none\", a)"), ["{name} of {}: none"]);
    assert_eq!(said("\"a \\\"quoted\\\" word\""), ["a \\\"quoted\\\" word"]);
    assert_eq!(said("let c = '\"'; f(\"two words \\\n    and more\")"), ["two words and more"]);
    assert_eq!(said("tracing::warn!(); f(\"two words\")"), ["two words"]);
    for other in [
        "// \"two words\"\n",
        "t!(\"seen-key-gone\", key = key)",
        "aws(observed, \"rds modify-db-proxy\")",
        "format!(\"{name} {}\", a)",
        "format!(\"tcp {port}\")",
        "#[cfg(test)]\nmod tests { \"two words\" }",
        "ScrollArea::vertical().id_salt(\"two words\")",
        "#[expect(clippy::x, reason = \"two words\")]",
        "tracing::warn!(?kinds, \"two words\")",
        "message.contains(\"two words\")",
    ] {
        assert_eq!(said(other), [""; 0], "{other}");
    }
}

/// Every message of the English catalogue, with what stands behind its id.
fn messages() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/i18n/en");
    let (mut found, mut id) = (BTreeMap::<String, String>::new(), String::new());
    for entry in std::fs::read_dir(folder).unwrap() {
        for line in std::fs::read_to_string(entry.unwrap().path()).unwrap().lines() {
            let text = match line.split_once(" =") {
                Some((name, text)) if line.starts_with(|c: char| c.is_ascii_lowercase()) => {
                    id = name.to_owned();
                    text
                }
                _ if line.starts_with('#') => continue,
                _ => line,
            };
            let message = found.entry(id.clone()).or_default();
            message.push_str(text);
            message.push('\n');
        }
    }
    found
}

/// The variables that a message asks for; `$LATEST` and `$0.01` are none.
fn variables(message: &str) -> BTreeSet<&str> {
    message
        .split('$')
        .skip(1)
        .map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default())
        .filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase()))
        .collect()
}

/// Each call of the catalogue in the code: its id, and all that is given to it.
fn calls(source: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for (at, call) in source.match_indices("t!(").chain(source.match_indices("said!(")) {
        let own_word = !source[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let Some(argument) = source[at + call.len()..].trim_start().strip_prefix('"').filter(|_| own_word) else {
            continue;
        };
        let Some((id, rest)) = argument.split_once('"') else { continue };
        let (mut depth, mut quoted, mut escaped) = (1, false, false);
        let end = rest.find(|c: char| {
            quoted ^= c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            depth += i32::from(c == '(' && !quoted) - i32::from(c == ')' && !quoted);
            depth == 0
        });
        found.push((id, &rest[..end.unwrap_or(rest.len())]));
    }
    found
}

fn without_value<'a>(given: &str, message: &'a str) -> Vec<&'a str> {
    let has = |name: &str| {
        given.match_indices(name).any(|(at, _)| {
            let begins = !given[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            begins && given[at + name.len()..].trim_start().starts_with('=')
        })
    };
    variables(message).into_iter().filter(|name| !has(name)).collect()
}

#[test]
fn every_variable_of_a_message_has_a_value_where_it_is_asked_for() {
    let messages = messages();
    let mut lacking = Vec::new();
    for path in program(&root()) {
        let source = std::fs::read_to_string(&path).unwrap();
        for (id, given) in calls(&source) {
            let Some(message) = messages.get(id) else { continue };
            let lacks = without_value(given, message);
            if !lacks.is_empty() {
                lacking.push(format!("{}: {id} without {lacks:?}", path.display()));
            }
        }
    }
    assert!(lacking.is_empty(), "{}", lacking.join("\n"));
}

#[test]
fn a_variable_without_a_value_is_seen() {
    let [(id, given)] = calls("t!(\"seen-x\", a = f(\")\"), b = c); c = 2")[..] else { panic!() };
    assert_eq!(id, "seen-x");
    assert_eq!(without_value(given, "{ $a } of { $c }, $LATEST for $0.01"), ["c"]);
}
