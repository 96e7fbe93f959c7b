//! IAM's wildcards: `*` stands for any run of characters, `?` for one.

/// One piece of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    /// `*`
    Any,
    /// `?`
    One,
    Is(char),
}

/// The pieces of a pattern as it is written.
pub fn tokens(pattern: &str) -> impl Iterator<Item = Token> {
    pattern.chars().map(|c| match c {
        '*' => Token::Any,
        '?' => Token::One,
        c => Token::Is(c),
    })
}

/// Whether the text is as the pattern says, letter by letter.
pub fn glob(pattern: &str, text: &str) -> bool {
    // Most patterns of an account are plain names.
    if !pattern.contains(['*', '?']) {
        return pattern == text;
    }
    fits(&tokens(pattern).collect::<Vec<_>>(), text)
}

/// [`glob`] of a pattern in pieces.
pub fn fits(pattern: &[Token], text: &str) -> bool {
    let text: Vec<char> = text.chars().collect();
    let (mut p, mut t) = (0, 0);
    // Where the last `*` stood and how much text it has swallowed: on a mismatch it takes one more.
    let mut star: Option<(usize, usize)> = None;
    while let Some(&c) = text.get(t) {
        match pattern.get(p) {
            Some(Token::Any) => {
                star = Some((p, t));
                p += 1;
            }
            Some(&want) if want == Token::One || want == Token::Is(c) => {
                p += 1;
                t += 1;
            }
            _ => match star {
                Some((at, taken)) => {
                    star = Some((at, taken + 1));
                    p = at + 1;
                    t = taken + 1;
                }
                None => return false,
            },
        }
    }
    pattern.iter().skip(p).all(|token| *token == Token::Any)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wildcards_match_as_iam_says() {
        for (pattern, text, expected) in [
            ("*", "", true),
            ("rds-db:*", "rds-db:connect", true),
            ("arn:*:dbuser:prx-?/app", "arn:aws:dbuser:prx-1/app", true),
            ("a*b*c", "aXbXbXc", true),
            ("a*b", "aXc", false),
            ("abc", "abcd", false),
            ("a?c", "a\u{e9}c", true),
            ("", "", true),
            ("", "a", false),
        ] {
            assert_eq!(glob(pattern, text), expected, "{pattern} {text}");
        }
    }

    #[test]
    fn many_stars_do_not_take_for_ever() {
        let pattern = "*a".repeat(200);
        assert!(!glob(&pattern, &"a".repeat(199)));
        assert!(glob(&pattern, &"a".repeat(5_000)));
    }
}
