//! HCL as `terraform fmt` lays it out.
//!
//! Own, because the crates that write HCL do not align it, and `terraform fmt -check` is what a
//! repository runs on it.
//! <https://github.com/hashicorp/hcl/blob/main/hclwrite/format.go>

/// What stands behind an equals sign.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Hcl {
    /// An expression of one line, as it is.
    Plain(String),
    List(Vec<Hcl>),
    Object(Vec<(String, Hcl)>),
    /// `name({ … })`
    Call(&'static str, Box<Hcl>),
}

impl Hcl {
    /// All of it on one line, inside an expression.
    pub fn line(&self) -> String {
        match self {
            Self::Plain(text) => text.clone(),
            Self::List(items) => format!("[{}]", items.iter().map(Self::line).collect::<Vec<_>>().join(", ")),
            Self::Object(members) => {
                let members = members.iter().map(|(name, value)| format!("{} = {}", key(name), value.line()));
                format!("{{ {} }}", members.collect::<Vec<_>>().join(", "))
            }
            Self::Call(name, inner) => format!("{name}({})", inner.line()),
        }
    }
}

/// A line, or more, of a block.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Item {
    Attribute(String, Hcl),
    /// The block's own type.
    Block(String, Vec<Item>),
}

/// A block at the top: `resource "aws_db_proxy" "proxy"` with its body.
pub(super) fn block(header: &str, items: &[Item]) -> String {
    let mut out = format!("{header} {{\n");
    body(&mut out, items, 1);
    out.push_str("}\n");
    out
}

/// A text in quotes: no letter of it begins a template.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}

/// The inside of [`quoted`], for a text that goes on with an interpolation.
pub(super) fn escaped(text: &str) -> String {
    let mut word = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' | '\\' => word.extend(['\\', letter]),
            '\n' => word.push_str("\\n"),
            '\r' => word.push_str("\\r"),
            '\t' => word.push_str("\\t"),
            '$' | '%' if letters.peek() == Some(&'{') => word.extend([letter, letter]),
            ' '..='~' => word.push(letter),
            other if other.is_alphanumeric() => word.push(other),
            other if u32::from(other) > 0xffff => word.push_str(&format!("\\U{:08x}", u32::from(other))),
            other => word.push_str(&format!("\\u{:04x}", u32::from(other))),
        }
    }
    word
}

fn body(out: &mut String, items: &[Item], depth: usize) {
    let mut at = 0;
    while let Some(item) = items.get(at) {
        match item {
            Item::Attribute(name, value) => {
                // Neighbours of one line each have their equals signs below each other.
                let run = items.get(at..).unwrap_or_default().iter().map_while(|item| match item {
                    Item::Attribute(name, value) => Some((name, one_line(value)?)),
                    Item::Block(..) => None,
                });
                let run: Vec<_> = run.collect();
                let width = run.iter().map(|(name, _)| name.chars().count()).max().unwrap_or_default();
                for (name, line) in &run {
                    out.push_str(&format!("{}{name:width$} = {line}\n", indent(depth)));
                }
                at += run.len().max(1);
                if run.is_empty() {
                    out.push_str(&format!("{}{name} = ", indent(depth)));
                    value_of_lines(out, value, depth);
                    out.push('\n');
                }
            }
            Item::Block(name, inner) => {
                if at > 0 {
                    out.push('\n');
                }
                out.push_str(&format!("{}{name} {{\n", indent(depth)));
                body(out, inner, depth + 1);
                out.push_str(&format!("{}}}\n", indent(depth)));
                at += 1;
                if matches!(items.get(at), Some(Item::Attribute(..))) {
                    out.push('\n');
                }
            }
        }
    }
}

/// The value, where it has its place on one line.
fn one_line(value: &Hcl) -> Option<String> {
    match value {
        Hcl::Plain(text) => Some(text.clone()),
        Hcl::List(items) => {
            let items: Option<Vec<String>> = items.iter().map(one_line).collect();
            items.map(|items| format!("[{}]", items.join(", "))).filter(|line| line.len() < 90)
        }
        Hcl::Object(members) if members.is_empty() => Some("{}".to_owned()),
        Hcl::Object(_) => None,
        Hcl::Call(name, inner) => one_line(inner).map(|inner| format!("{name}({inner})")),
    }
}

fn value_of_lines(out: &mut String, value: &Hcl, depth: usize) {
    match value {
        Hcl::Plain(text) => out.push_str(text),
        Hcl::Call(name, inner) => {
            out.push_str(&format!("{name}("));
            value_of_lines(out, inner, depth);
            out.push(')');
        }
        Hcl::Object(members) => {
            let items: Vec<Item> =
                members.iter().map(|(name, value)| Item::Attribute(key(name), value.clone())).collect();
            out.push_str("{\n");
            body(out, &items, depth + 1);
            out.push_str(&format!("{}}}", indent(depth)));
        }
        Hcl::List(items) => {
            out.push_str("[\n");
            for item in items {
                out.push_str(&indent(depth + 1));
                match one_line(item) {
                    Some(line) => out.push_str(&line),
                    None => value_of_lines(out, item, depth + 1),
                }
                out.push_str(",\n");
            }
            out.push_str(&format!("{}]", indent(depth)));
        }
    }
}

/// A member's name: in quotes where it is no identifier.
fn key(name: &str) -> String {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(is_letter) {
        name.to_owned()
    } else {
        quoted(name)
    }
}

fn indent(depth: usize) -> String {
    "  ".repeat(depth)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_begins_no_template() {
        assert_eq!(quoted("${a} %{b} $c \"d\"\n\\"), r#""$${a} %%{b} $c \"d\"\n\\""#);
        assert_eq!(quoted("\u{2028}é\u{1f600}"), "\"\\u2028é\\U0001f600\"");
    }

    #[test]
    fn neighbours_are_aligned_and_what_has_lines_is_not() {
        let plain = |text: &str| Hcl::Plain(text.to_owned());
        let tags = Hcl::Object(vec![("a".into(), plain("1")), ("b:c".into(), plain("2"))]);
        let items = [
            Item::Attribute("name".into(), plain("\"x\"")),
            Item::Attribute("engine_family".into(), plain("\"y\"")),
            Item::Attribute("tags".into(), tags),
            Item::Block("auth".into(), vec![Item::Attribute("z".into(), plain("true"))]),
        ];
        let wanted = "r {\n  name          = \"x\"\n  engine_family = \"y\"\n  tags = {\n    a     = 1\n    \"b:c\" = 2\n  }\n\n  auth {\n    z = true\n  }\n}\n";
        assert_eq!(block("r", &items), wanted);
    }
}
