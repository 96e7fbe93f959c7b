//! A value as one word of a POSIX shell.
//!
//! Tokens of outputs are the script's variables: they stand in double quotes, between the single
//! quotes that keep everything else as it is.

use crate::domain::output::Output;

/// The word that a shell reads as `value`, with its tokens expanded.
pub(super) fn quote(value: &str) -> String {
    let mut word = String::new();
    let mut rest = value;
    while let Some((before, token, after)) = split_at_token(rest) {
        word.push_str(&literal(before));
        word.push_str(&format!("\"{token}\""));
        rest = after;
    }
    word.push_str(&literal(rest));
    if word.is_empty() { "''".to_owned() } else { word }
}

fn split_at_token(text: &str) -> Option<(&str, String, &str)> {
    Output::in_text(text)
        .into_iter()
        .filter_map(|output| {
            let token = output.token();
            let (before, after) = text.split_once(&token)?;
            Some((before, token, after))
        })
        .min_by_key(|(before, ..)| before.len())
}

fn literal(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_./:@=,+-%".contains(c);
    if text.chars().all(plain) { text.to_owned() } else { format!("'{}'", text.replace('\'', r"'\''")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_tokens_are_expanded() {
        for (value, word) in [
            ("", "''"),
            ("sg-1", "sg-1"),
            ("${PROXY_SG}", "\"${PROXY_SG}\""),
            ("$(rm) `x` ${aws:username}", "'$(rm) `x` ${aws:username}'"),
            ("it's", r"'it'\''s'"),
            ("a b:${PROXY_ID}/${PROXY_HOST}", "'a b:'\"${PROXY_ID}\"/\"${PROXY_HOST}\""),
        ] {
            assert_eq!(quote(value), word);
        }
    }
}
