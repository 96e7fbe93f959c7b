//! Values laid out in a programming language: on one line where they fit, else one member a line.

/// What stands in the place of a value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Code {
    /// As it is.
    Plain(String),
    List(Vec<Code>),
    /// What opens it, its members behind what names each (`name: `, `name=`), and what closes it.
    Group(String, Vec<(String, Code)>, &'static str),
}

/// How long a line may be.
const WIDTH: usize = 100;

impl Code {
    /// The text, its later lines indented by this much.
    pub fn text(&self, step: usize, depth: usize, before: usize) -> String {
        let line = self.line();
        if step * depth + before + line.chars().count() <= WIDTH && !line.contains('\n') {
            return line;
        }
        match self {
            Self::Plain(text) => text.clone(),
            Self::List(items) => {
                let items = items.iter().map(|item| item.text(step, depth + 1, 1));
                block("[", items, "]", step, depth)
            }
            Self::Group(open, members, close) => {
                let members = members
                    .iter()
                    .map(|(name, value)| format!("{name}{}", value.text(step, depth + 1, name.len() + 1)));
                block(open, members, close, step, depth)
            }
        }
    }

    fn line(&self) -> String {
        match self {
            Self::Plain(text) => text.clone(),
            Self::List(items) => format!("[{}]", items.iter().map(Self::line).collect::<Vec<_>>().join(", ")),
            Self::Group(open, members, close) => {
                let members = members.iter().map(|(name, value)| format!("{name}{}", value.line()));
                let members = members.collect::<Vec<_>>().join(", ");
                // A brace is set apart, and a bracket is not.
                let room = if open == "{" && !members.is_empty() && *close == "}" { " " } else { "" };
                format!("{open}{room}{members}{room}{close}")
            }
        }
    }
}

fn block(open: &str, items: impl Iterator<Item = String>, close: &str, step: usize, depth: usize) -> String {
    let inner = " ".repeat(step * (depth + 1));
    let items: String = items.map(|item| format!("{inner}{item},\n")).collect();
    format!("{open}\n{items}{}{close}", " ".repeat(step * depth))
}

/// A text in double quotes, as JavaScript, Python and JSON read it.
pub(super) fn quoted(text: &str) -> String {
    let mut word = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => word.extend(['\\', letter]),
            other => word.push_str(&plain(other)),
        }
    }
    word.push('"');
    word
}

/// A letter that does nothing, or its escape.
pub(super) fn plain(letter: char) -> String {
    match letter {
        '\n' => "\\n".to_owned(),
        '\r' => "\\r".to_owned(),
        '\t' => "\\t".to_owned(),
        ' '..='~' => letter.to_string(),
        other if other.is_alphanumeric() => other.to_string(),
        // Both languages read a pair of surrogates in different ways, so a letter beyond stays itself.
        other if u32::from(other) > 0xffff => other.to_string(),
        other => format!("\\u{:04x}", u32::from(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_stands_on_one_line() {
        let short = Code::Group("{".into(), vec![("a: ".into(), Code::Plain("1".into()))], "}");
        assert_eq!(short.text(2, 0, 0), "{ a: 1 }");
        let long = Code::List(vec![Code::Plain("x".repeat(60)), Code::Plain("y".repeat(60))]);
        assert_eq!(long.text(2, 1, 0), format!("[\n    {},\n    {},\n  ]", "x".repeat(60), "y".repeat(60)));
    }

    #[test]
    fn quotes_hold_everything() {
        assert_eq!(quoted("a\"b\\c\n\u{2028}${x}`"), r#""a\"b\\c\n\u2028${x}`""#);
    }
}
