//! A tokenizer just good enough to colour JSON, shell, SQL and the languages of handlers, a line at
//! a time. It never fails: what it does not know is plain.

use super::keywords;

/// What language a text is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Policies and API requests.
    Json,
    /// AWS CLI lines.
    Shell,
    /// Handlers for Node.js, with types or without.
    JavaScript,
    /// Handlers for Python.
    Python,
    /// Handlers for Java.
    Java,
    /// Handlers for Go.
    Go,
    /// Handlers for Rust.
    Rust,
    /// Handlers for .NET.
    CSharp,
    /// Handlers for Ruby.
    Ruby,
    /// Handlers for PHP.
    Php,
    /// Terraform.
    Hcl,
    /// Templates of CloudFormation.
    Yaml,
    /// Scripts for Windows.
    PowerShell,
    /// Statements for a database.
    Sql,
    /// What would change in a file.
    Diff,
    /// Anything else.
    Text,
}

/// What a piece of a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Nothing special.
    Plain,
    /// A key of an object, an option of a command.
    Key,
    /// A quoted string.
    String,
    /// A number or a variable.
    Number,
    /// A word of the language.
    Keyword,
    /// What is called.
    Call,
    /// A comment or punctuation.
    Comment,
}

impl Language {
    const fn keywords(self) -> &'static [&'static str] {
        match self {
            Self::Json => &["true", "false", "null"],
            Self::Shell => &["if", "then", "else", "fi", "for", "in", "do", "done", "while", "set", "export", "local"],
            Self::JavaScript => &[
                "import",
                "from",
                "export",
                "const",
                "let",
                "async",
                "await",
                "function",
                "return",
                "if",
                "else",
                "new",
                "try",
                "catch",
                "finally",
                "throw",
                "true",
                "false",
                "null",
                "undefined",
                "of",
                "for",
            ],
            Self::Python => &[
                "import", "from", "def", "return", "if", "else", "elif", "with", "as", "try", "except", "finally",
                "raise", "None", "True", "False", "global", "not", "in", "for", "lambda", "class", "pass", "is", "and",
                "or",
            ],
            Self::Sql => &[
                "CREATE",
                "USER",
                "ROLE",
                "GRANT",
                "ON",
                "TO",
                "WITH",
                "IDENTIFIED",
                "BY",
                "SELECT",
                "INSERT",
                "UPDATE",
                "DELETE",
                "LOGIN",
                "PASSWORD",
                "ALTER",
                "REQUIRE",
                "SSL",
                "AS",
                "IF",
                "EXISTS",
                "NOT",
                "IN",
                "SCHEMA",
                "TABLES",
                "ALL",
                "DATABASE",
                "CONNECT",
                "USAGE",
            ],
            Self::Hcl => &[
                "terraform",
                "provider",
                "resource",
                "data",
                "ephemeral",
                "variable",
                "output",
                "import",
                "lifecycle",
                "true",
                "false",
                "null",
            ],
            Self::Yaml => &["true", "false", "null"],
            Self::PowerShell => &[
                "function", "param", "if", "else", "elseif", "foreach", "in", "while", "switch", "return", "try",
                "catch", "finally", "throw", "exit",
            ],
            Self::Java => &keywords::JAVA,
            Self::Go => &keywords::GO,
            Self::Rust => &keywords::RUST,
            Self::CSharp => &keywords::CSHARP,
            Self::Ruby => &keywords::RUBY,
            Self::Php => &keywords::PHP,
            Self::Diff | Self::Text => &[],
        }
    }

    const fn comment(self) -> &'static str {
        match self {
            Self::Json | Self::Diff | Self::Text => "\u{0}",
            Self::Shell | Self::Python | Self::Ruby | Self::Hcl | Self::Yaml | Self::PowerShell => "#",
            Self::JavaScript | Self::Java | Self::Go | Self::Rust | Self::CSharp | Self::Php => "//",
            Self::Sql => "--",
        }
    }
}

/// Cuts one line into coloured pieces, in order and without loss.
#[must_use]
pub fn tokens_of(line: &str, language: Language) -> Vec<(TokenKind, &str)> {
    match language {
        Language::Text => return vec![(TokenKind::Plain, line)],
        // The sign says it; green and red are verdicts.
        Language::Diff => {
            let kind = match line.chars().next() {
                Some('+') => TokenKind::Key,
                Some('-') => TokenKind::Call,
                Some('@') => TokenKind::Comment,
                _ => TokenKind::Plain,
            };
            return vec![(kind, line)];
        }
        _ => {}
    }
    let mut pieces = Vec::new();
    let mut rest = line;
    let mut first_word = true;
    while !rest.is_empty() {
        let (kind, length) = next(rest, language, first_word);
        let (piece, tail) = rest.split_at(length);
        first_word &= piece.trim().is_empty() || (language == Language::Shell && piece == "aws");
        pieces.push((kind, piece));
        rest = tail;
    }
    pieces
}

/// TokenKind and length in bytes of the first piece of `rest`.
fn next(rest: &str, language: Language, first_word: bool) -> (TokenKind, usize) {
    let Some(start) = rest.chars().next() else {
        return (TokenKind::Plain, 0);
    };
    let run = |belongs: fn(char) -> bool| rest.find(|c| !belongs(c)).unwrap_or(rest.len());
    if start.is_whitespace() {
        return (TokenKind::Plain, run(char::is_whitespace));
    }
    if rest.starts_with(language.comment()) {
        return (TokenKind::Comment, rest.len());
    }
    if matches!(start, '"' | '\'' | '`') {
        let length = string_length(rest, start);
        let is_key =
            language == Language::Json && rest.get(length..).is_some_and(|tail| tail.trim_start().starts_with(':'));
        return (if is_key { TokenKind::Key } else { TokenKind::String }, length);
    }
    if language == Language::Shell {
        return shell(rest, start, first_word);
    }
    if start == '!' && language == Language::Yaml {
        return (TokenKind::Call, run(|c| c == '!' || c.is_ascii_alphanumeric()));
    }
    if start.is_ascii_digit() {
        return (TokenKind::Number, run(|c| c.is_ascii_alphanumeric() || c == '.'));
    }
    if start.is_alphabetic() || start == '_' || start == '$' {
        let length = run(|c| c.is_alphanumeric() || c == '_' || c == '$');
        let word = rest.get(..length).unwrap_or(rest);
        let tail = rest.get(length..).unwrap_or_default();
        let called = tail.starts_with('(');
        let names = match language {
            Language::Hcl => tail.trim_start().starts_with('='),
            Language::Yaml => tail == ":" || tail.starts_with(": "),
            _ => false,
        };
        let kind = if names {
            TokenKind::Key
        } else if language.keywords().contains(&word) {
            TokenKind::Keyword
        } else if language == Language::PowerShell && start == '$' {
            TokenKind::Number
        } else if called {
            TokenKind::Call
        } else {
            TokenKind::Plain
        };
        return (kind, length);
    }
    (TokenKind::Comment, start.len_utf8())
}

/// Length of a string literal that starts `rest`, to its closing quote or the line's end.
fn string_length(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        if c == quote && !escaped {
            return at + c.len_utf8();
        }
        escaped = c == '\\' && !escaped;
    }
    rest.len()
}

fn shell(rest: &str, start: char, first_word: bool) -> (TokenKind, usize) {
    let run = |belongs: fn(char) -> bool| rest.find(|c| !belongs(c)).unwrap_or(rest.len());
    let word_length =
        run(|c| !c.is_whitespace() && !matches!(c, '"' | '\'' | ')' | ';' | '$' | '|')).max(start.len_utf8());
    let word = rest.get(..word_length).unwrap_or(rest);
    if start == '$' {
        let name = rest.get(1..).unwrap_or("");
        let length =
            name.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '{' || c == '}')).unwrap_or(name.len());
        return (TokenKind::Number, 1 + length);
    }
    if word.starts_with("--") {
        return (TokenKind::Key, word_length);
    }
    if start == '\\' || matches!(start, ')' | ';' | '|') {
        return (TokenKind::Comment, start.len_utf8());
    }
    if Language::Shell.keywords().contains(&word) {
        return (TokenKind::Keyword, word_length);
    }
    (if first_word { TokenKind::Call } else { TokenKind::Plain }, word_length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(line: &str, language: Language) -> Vec<(TokenKind, &str)> {
        tokens_of(line, language).into_iter().filter(|(_, text)| !text.trim().is_empty()).collect()
    }

    #[test]
    fn a_key_is_not_a_string() {
        assert_eq!(
            kinds(r#""Effect": "Allow", true"#, Language::Json),
            [
                (TokenKind::Key, "\"Effect\""),
                (TokenKind::Comment, ":"),
                (TokenKind::String, "\"Allow\""),
                (TokenKind::Comment, ","),
                (TokenKind::Keyword, "true"),
            ]
        );
    }

    #[test]
    fn what_names_a_value_is_a_key() {
        assert_eq!(
            kinds("  name   = var.x", Language::Hcl)[..2],
            [(TokenKind::Key, "name"), (TokenKind::Comment, "=")]
        );
        let yaml = [
            (TokenKind::Key, "RoleArn"),
            (TokenKind::Comment, ":"),
            (TokenKind::Call, "!GetAtt"),
            (TokenKind::Plain, "ProxyRole"),
        ];
        assert_eq!(kinds("RoleArn: !GetAtt ProxyRole.Arn", Language::Yaml)[..4], yaml);
        assert_eq!(kinds("resource \"a\" \"b\" {", Language::Hcl)[0], (TokenKind::Keyword, "resource"));
        assert_eq!(kinds("if ($there) {", Language::PowerShell)[2], (TokenKind::Number, "$there"));
    }

    #[test]
    fn a_cli_line_shows_command_options_and_variables() {
        assert_eq!(
            kinds(r"aws ec2 authorize --port 3306 $PROXY_SG \", Language::Shell),
            [
                (TokenKind::Call, "aws"),
                (TokenKind::Call, "ec2"),
                (TokenKind::Plain, "authorize"),
                (TokenKind::Key, "--port"),
                (TokenKind::Plain, "3306"),
                (TokenKind::Number, "$PROXY_SG"),
                (TokenKind::Comment, "\\"),
            ]
        );
    }

    #[test]
    fn nothing_is_lost_in_any_language() {
        let line = "conn = await pool.get('a\\'b', \"é\", 3.5) // # -- note → $x `y";
        for language in [
            Language::Json,
            Language::Shell,
            Language::JavaScript,
            Language::Python,
            Language::Hcl,
            Language::Yaml,
            Language::PowerShell,
            Language::Sql,
            Language::Text,
        ] {
            let joined: String = tokens_of(line, language).into_iter().map(|(_, text)| text).collect();
            assert_eq!(joined, line);
        }
    }
}
