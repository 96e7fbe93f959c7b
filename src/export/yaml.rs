//! YAML as CloudFormation and Pulumi read it: block style, with the tags of intrinsic functions.
//!
//! Own, because the writers that are kept well have no tags. What is not a plain word is written in
//! JSON's quotes, which are YAML's too.

/// A document in the making.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    Text(String),
    Number(u64),
    Bool(bool),
    List(Vec<Node>),
    Map(Vec<YamlMember>),
    /// `!Ref name`
    Tagged(&'static str, Box<Node>),
}

/// A member of a map, with a comment above it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct YamlMember {
    pub key: String,
    pub value: Node,
    pub comment: Option<String>,
}

impl YamlMember {
    pub fn new(key: impl Into<String>, value: Node) -> Self {
        Self { key: key.into(), value, comment: None }
    }

    pub fn with_comment(mut self, comment: Option<&str>) -> Self {
        self.comment = comment.map(str::to_owned);
        self
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// The text of a map.
pub(super) fn document(entries: &[YamlMember]) -> String {
    let mut out = String::new();
    map(&mut out, entries, 0);
    out
}

fn map(out: &mut String, entries: &[YamlMember], depth: usize) {
    for (nth, entry) in entries.iter().enumerate() {
        // Sections, and what stands in them, are set apart.
        if nth > 0 && (depth == 0 || (depth == 1 && matches!(entry.value, Node::Map(_)))) {
            out.push('\n');
        }
        if let Some(comment) = &entry.comment {
            out.push_str(&format!("{}# {comment}\n", indent(depth)));
        }
        out.push_str(&format!("{}{}:", indent(depth), word(&entry.key)));
        value(out, &entry.value, depth);
    }
}

/// What follows a key's colon.
fn value(out: &mut String, node: &Node, depth: usize) {
    match node {
        Node::Map(entries) if !entries.is_empty() => {
            out.push('\n');
            map(out, entries, depth + 1);
        }
        Node::List(items) if !items.is_empty() => {
            out.push('\n');
            items.iter().for_each(|item| list_item(out, item, depth + 1));
        }
        Node::Tagged(tag, inner) if matches!(**inner, Node::List(_)) && !is_short(inner) => {
            out.push_str(&format!(" !{tag}"));
            value(out, inner, depth);
        }
        short => out.push_str(&format!(" {}\n", flow(short))),
    }
}

fn list_item(out: &mut String, item: &Node, depth: usize) {
    match item {
        Node::Map(entries) if !entries.is_empty() => {
            let mut inner = String::new();
            map(&mut inner, entries, depth + 1);
            // The first key stands behind the dash.
            let first = inner.trim_start();
            out.push_str(&format!("{}- {first}", indent(depth)));
        }
        short => out.push_str(&format!("{}- {}\n", indent(depth), flow(short))),
    }
}

/// Fits on one line.
fn is_short(node: &Node) -> bool {
    flow(node).len() < 80 && !matches!(node, Node::List(items) if items.iter().any(|item| matches!(item, Node::Map(_))))
}

fn flow(node: &Node) -> String {
    match node {
        Node::Text(text) => word(text),
        Node::Number(number) => number.to_string(),
        Node::Bool(on) => on.to_string(),
        Node::List(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Node::Map(entries) => {
            let members = entries.iter().map(|entry| format!("{}: {}", word(&entry.key), flow(&entry.value)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
        }
        Node::Tagged(tag, inner) => format!("!{tag} {}", flow(inner)),
    }
}

fn indent(depth: usize) -> String {
    "  ".repeat(depth)
}

/// A text as a scalar: plain where every reader takes it for this text, else in quotes.
fn word(text: &str) -> String {
    let is_plain_letter = |c: char| c.is_ascii_alphanumeric() || "_./:- ".contains(c);
    // What YAML 1.1 takes for truth, nothing or a number.
    let other = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    let is_plain = text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(is_plain_letter)
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !other.contains(&text.to_ascii_lowercase().as_str());
    if is_plain { text.to_owned() } else { quoted(text) }
}

/// In double quotes, with everything escaped that is no plain printable letter.
fn quoted(text: &str) -> String {
    let mut word = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => word.extend(['\\', letter]),
            '\n' => word.push_str("\\n"),
            '\t' => word.push_str("\\t"),
            '\r' => word.push_str("\\r"),
            ' '..='~' => word.push(letter),
            other if other.is_alphanumeric() => word.push(other),
            other if u32::from(other) > 0xffff => word.push_str(&format!("\\U{:08x}", u32::from(other))),
            other => word.push_str(&format!("\\u{:04x}", u32::from(other))),
        }
    }
    word.push('"');
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_reads_as_something_else_is_quoted() {
        for (text, written) in [
            ("orders-proxy", "orders-proxy"),
            ("AWS::RDS::DBProxy", "AWS::RDS::DBProxy"),
            ("no", "\"no\""),
            ("2012-10-17", "\"2012-10-17\""),
            ("a: b", "\"a: b\""),
            ("it's # \"x\"\n", "\"it's # \\\"x\\\"\\n\""),
            ("", "\"\""),
            ("\u{2028}\u{85}é", "\"\\u2028\\u0085é\""),
        ] {
            assert_eq!(word(text), written);
        }
    }

    #[test]
    fn lists_and_maps_stand_in_blocks() {
        let group = Node::Tagged("GetAtt", Box::new("Group.GroupId".into()));
        let rule = Node::Map(vec![YamlMember::new("Port", Node::Number(3306)), YamlMember::new("Group", group)]);
        let text = document(&[
            YamlMember::new("Rules", Node::List(vec![rule, "x".into()])).with_comment(Some("why")),
            YamlMember::new("None", Node::List(Vec::new())),
        ]);
        assert_eq!(text, "# why\nRules:\n  - Port: 3306\n    Group: !GetAtt Group.GroupId\n  - x\n\nNone: []\n");
    }
}
