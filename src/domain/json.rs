//! JSON as it leaves the program. JSON itself escapes only the first 32 control characters; here
//! everything that would do something to a terminal is escaped, so that it can be looked at too.

use serde::Serialize;

use super::outside::misleads;

/// One indented document, without a line break at its end.
pub fn pretty(document: &impl Serialize) -> String {
    // Values of this program are structs, lists and maps with string keys: this cannot fail.
    escaped(serde_json::to_string_pretty(document).unwrap_or_default())
}

/// One document on one line.
pub fn on_one_line(document: &impl Serialize) -> String {
    escaped(serde_json::to_string(document).unwrap_or_default())
}

/// Such characters stand only inside strings, where `\u202e` means the same; line breaks only outside.
fn escaped(json: String) -> String {
    let is_escaped = |c: char| c != '\n' && misleads(c);
    if !json.contains(is_escaped) {
        return json;
    }
    let mut out = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        if is_escaped(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_escaped_is_read_back_as_it_was() {
        let text = "\u{1b}[2J\u{9b}\u{202e}\u{e0041}\n\u{7f}é";
        let json = pretty(&[text]);
        assert!(!json.contains(|c| c != '\n' && misleads(c)), "{json}");
        assert_eq!(serde_json::from_str::<Vec<String>>(&json).unwrap(), [text]);
        assert!(json.contains(r"\u202e\udb40\udc41\n\u007fé"), "{json}");
    }
}
