//! Values in an exported PowerShell script. The only place that quotes for it, as [`super::shell`] is for
//! shells.

use super::output::Output;
use super::outside::misleads;

/// The string that PowerShell reads as `text`, with the token of an output (`${PROXY_SG}`) as the
/// variable that a script has for it. Where there is more than plain text it is a sum in parentheses.
pub fn string_with_variables(text: &str) -> String {
    with_variables(text, misleads)
}

/// The same for a document that this program laid out: its line breaks are broken lines.
pub fn document_with_variables(text: &str) -> String {
    with_variables(text, |c| c != '\n' && misleads(c))
}

fn with_variables(text: &str, is_escaped: fn(char) -> bool) -> String {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, output, after)) = Output::split_at_first(rest) {
        push_literals(&mut parts, before, is_escaped);
        parts.push(format!("${}", output.variable()));
        rest = after;
    }
    push_literals(&mut parts, rest, is_escaped);
    match parts.as_slice() {
        [] => "''".to_owned(),
        [only] => only.clone(),
        // Of a number and a string PowerShell makes a number: what is added is a string from the first on.
        _ if parts.first().is_some_and(|first| first.starts_with('$')) => format!("('' + {})", parts.join(" + ")),
        _ => format!("({})", parts.join(" + ")),
    }
}

/// Single quotes around what is meant as it is, double ones around escapes.
fn push_literals(parts: &mut Vec<String>, text: &str, is_escaped: fn(char) -> bool) {
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let escaped = is_escaped(first);
        let end = rest.find(|c| is_escaped(c) != escaped).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        parts.push(if escaped { escapes(run) } else { quoted(run) });
        rest = after;
    }
}

/// Typographic quotes, too, end such a string, and each stands for itself when it is doubled.
/// <https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules>
fn quoted(text: &str) -> String {
    let mut string = String::from("'");
    for c in text.chars() {
        string.push(c);
        if matches!(c, '\'' | '\u{2018}'..='\u{201b}') {
            string.push(c);
        }
    }
    string + "'"
}

/// NUL, which no argument can hold, becomes `\u{fffd}`.
fn escapes(text: &str) -> String {
    let code = |c: char| if c == '\0' { u32::from(char::REPLACEMENT_CHARACTER) } else { u32::from(c) };
    let escapes: String = text.chars().map(|c| format!("`u{{{:x}}}", code(c))).collect();
    format!("\"{escapes}\"")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;

    #[test]
    fn values_are_quoted_whatever_they_look_like() {
        for (text, expected) in [
            ("", "''"),
            ("sg-0d41c0aa", "'sg-0d41c0aa'"),
            ("it's", "'it''s'"),
            (
                "\u{2018}a\u{2019} \u{201a}b\u{201b}",
                "'\u{2018}\u{2018}a\u{2019}\u{2019} \u{201a}\u{201a}b\u{201b}\u{201b}'",
            ),
            ("$(rm) `x` ${aws:username} \"%\" {{ a }}", "'$(rm) `x` ${aws:username} \"%\" {{ a }}'"),
            ("a\r\nb", "('a' + \"`u{d}`u{a}\" + 'b')"),
            ("\u{1b}[2J\u{e0001}", "(\"`u{1b}\" + '[2J' + \"`u{e0001}\")"),
            ("a\0b", "('a' + \"`u{fffd}\" + 'b')"),
            ("${PROXY_SG}", "$PROXY_SG"),
            ("a'b:${PROXY_ID}/${PROXY_HOST}", "('a''b:' + $PROXY_ID + '/' + $PROXY_HOST)"),
            ("${PROXY_ID}1", "('' + $PROXY_ID + '1')"),
        ] {
            assert_eq!(string_with_variables(text), expected);
        }
    }

    #[test]
    fn a_document_keeps_its_lines() {
        assert_eq!(document_with_variables("{\n  '1'\n}\u{9b}"), "('{\n  ''1''\n}' + \"`u{9b}\")");
    }

    /// What PowerShell's own scanner does with such a string.
    fn read(string: &str) -> String {
        let inner = string.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(string);
        let mut text = String::new();
        let mut rest = inner.chars().peekable();
        while let Some(c) = rest.next() {
            match c {
                ' ' | '+' => {}
                '\'' => loop {
                    let c = rest.next().unwrap();
                    if matches!(c, '\'' | '\u{2018}'..='\u{201b}') {
                        match rest.peek() {
                            Some('\'' | '\u{2018}'..='\u{201b}') => text.push(rest.next().unwrap()),
                            _ => break,
                        }
                    } else {
                        text.push(c);
                    }
                },
                '"' => {
                    let escapes: String = rest.by_ref().take_while(|c| *c != '"').collect();
                    for code in escapes.split("`u{").skip(1) {
                        let code = u32::from_str_radix(code.trim_end_matches('}'), 16).unwrap();
                        text.push(char::from_u32(code).unwrap());
                    }
                }
                '$' => {
                    let mut name = String::new();
                    while let Some(c) = rest.next_if(|c| c.is_ascii_uppercase() || *c == '_') {
                        name.push(c);
                    }
                    text.push_str(&format!("${{{name}}}"));
                }
                other => panic!("`{other}` stands outside of quotes in {string}"),
            }
        }
        text
    }

    #[test]
    fn whatever_goes_in_is_read_back() {
        const PIECES: [&str; 18] = [
            "'",
            "\u{2018}",
            "\u{2019}",
            "\u{201a}",
            "\u{201b}",
            "\"",
            "`",
            "$",
            "$(x)",
            "\n",
            "\r",
            "\u{1b}",
            "${PROXY_SG}",
            "${PROXY_ID",
            "}",
            "{{ a }}",
            "%",
            "ü",
        ];
        let mut seed: u64 = 0x9E37_79B9_7F4A_7C15;
        for _ in 0..20_000 {
            let mut text = String::new();
            for _ in 0..seed % 9 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let piece = usize::try_from(seed >> 33).unwrap() % PIECES.len();
                text.push_str(PIECES.get(piece).unwrap());
            }
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            for string in [string_with_variables(&text), document_with_variables(&text)] {
                assert_eq!(read(&string), text, "{string}");
            }
        }
    }
}
