//! Reading a policy document in whatever shape an account has it.
//!
//! Nothing fails here. IAM takes a value for a list of one, a statement for a list of one and keys in
//! any case; APIs give documents as text, some of them URL-encoded. What is none of that is kept under
//! its own name in `other`, so that the evaluator knows that it does not know.
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html>

use serde_json::{Map, Value};

use super::{Conditions, Document, Effect, OneOrMany, Other, Principal, Statement};

/// IAM takes a document that names no version for one of this.
const FIRST: &str = "2008-10-17";

impl From<Value> for Document {
    fn from(value: Value) -> Self {
        match value {
            Value::Object(fields) => document(fields),
            Value::String(text) => Self::read(&text),
            odd => not_a_document(odd),
        }
    }
}

impl Document {
    /// A document as text, plain or URL-encoded.
    pub fn read(text: &str) -> Self {
        let plain = serde_json::from_str::<Value>(text);
        match plain.or_else(|_| serde_json::from_str(&url_decoded(text))) {
            Ok(Value::String(inner)) if inner.len() < text.len() => Self::read(&inner),
            Ok(Value::Object(fields)) => document(fields),
            Ok(odd) => not_a_document(odd),
            Err(_) => not_a_document(Value::String(text.to_owned())),
        }
    }
}

fn document(fields: Map<String, Value>) -> Document {
    let mut read = Document { version: FIRST.to_owned(), statement: Vec::new(), other: Other::new() };
    let mut said = false;
    for (key, value) in fields {
        match key.to_ascii_lowercase().as_str() {
            "version" => read.version = plain(&value).unwrap_or_default(),
            "statement" if !said => {
                said = true;
                read.statement = match value {
                    Value::Array(statements) => statements.into_iter().map(Statement::from).collect(),
                    one => vec![one.into()],
                };
            }
            _ => drop(read.other.insert(key, value)),
        }
    }
    read
}

fn not_a_document(value: Value) -> Document {
    Document { version: FIRST.to_owned(), statement: vec![not_a_statement(value)], other: Other::new() }
}

fn not_a_statement(value: Value) -> Statement {
    Statement::unclear(Other::from([(String::new(), value)]))
}

impl From<Value> for Statement {
    fn from(value: Value) -> Self {
        let Value::Object(fields) = value else { return not_a_statement(value) };
        let mut read = Self::unclear(Other::new());
        let mut effect = None;
        for (key, value) in fields {
            let taken = match key.to_ascii_lowercase().as_str() {
                "sid" => take(&mut read.sid, plain(&value)),
                "effect" => take(&mut effect, Some(self::effect(&value))),
                "principal" => take(&mut read.principal, principal(&value)),
                "notprincipal" => take(&mut read.not_principal, principal(&value)),
                "action" => fill(&mut read.action, list(&value)),
                "notaction" => fill(&mut read.not_action, list(&value)),
                "resource" => fill(&mut read.resource, list(&value)),
                "notresource" => fill(&mut read.not_resource, list(&value)),
                "condition" if read.condition.is_empty() => {
                    conditions(&value).map(|conditions| read.condition = conditions).is_some()
                }
                _ => false,
            };
            if !taken {
                read.other.insert(key, value);
            }
        }
        read.effect = effect.unwrap_or(Effect::Unclear);
        read
    }
}

/// A second value under the same name in another case is not taken.
fn take<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    let free = place.is_none() && value.is_some();
    if free {
        *place = value;
    }
    free
}

fn fill(place: &mut OneOrMany, value: Option<OneOrMany>) -> bool {
    let free = place.is_empty() && value.is_some();
    if free {
        *place = value.unwrap_or_default();
    }
    free
}

fn effect(value: &Value) -> Effect {
    match value.as_str() {
        Some("Allow") => Effect::Allow,
        Some("Deny") => Effect::Deny,
        // IAM compares the word letter by letter.
        _ => Effect::Unclear,
    }
}

fn list(value: &Value) -> Option<OneOrMany> {
    match value {
        Value::String(one) => Some(OneOrMany::from(one.as_str())),
        Value::Array(items) => {
            items.iter().map(|item| item.as_str().map(str::to_owned)).collect::<Option<_>>().map(OneOrMany)
        }
        _ => None,
    }
}

fn principal(value: &Value) -> Option<Principal> {
    match value {
        Value::String(anyone) => Some(Principal::Anyone(anyone.clone())),
        Value::Object(kinds) => {
            let kinds = kinds.iter().map(|(kind, ids)| Some((kind.clone(), list(ids)?)));
            kinds.collect::<Option<_>>().map(Principal::Kinds)
        }
        _ => None,
    }
}

fn conditions(value: &Value) -> Option<Conditions> {
    let operators = value.as_object()?.iter().map(|(operator, keys)| {
        let keys = keys.as_object()?.iter().map(|(key, values)| Some((key.clone(), plain_list(values)?)));
        Some((operator.clone(), keys.collect::<Option<_>>()?))
    });
    operators.collect()
}

/// Numbers and booleans turn up in conditions.
fn plain_list(value: &Value) -> Option<OneOrMany> {
    match value {
        Value::Array(items) => items.iter().map(plain).collect::<Option<_>>().map(OneOrMany),
        one => plain(one).map(OneOrMany::from),
    }
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        _ => None,
    }
}

/// `%7B` and the like as the bytes they stand for.
fn url_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = after.get(..2).filter(|_| first == b'%').and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As it is read, and as it is read again from what we write.
    fn read(text: &str) -> Document {
        let once = Document::read(text);
        let written: Document = serde_json::from_str(&once.to_json()).unwrap();
        assert_eq!(written, once, "{text}");
        once
    }

    #[test]
    fn single_values_and_lists_are_read_and_single_values_written_as_strings() {
        let text =
            r#"{"Statement":{"Effect":"Allow","Action":["a:b"],"Resource":"*","Condition":{"Bool":{"x":true}}}}"#;
        assert_eq!(
            read(text).to_json_line(),
            r#"{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Action":"a:b","Resource":"*","Condition":{"Bool":{"x":"true"}}}]}"#
        );
    }

    #[test]
    fn keys_in_any_case_and_documents_as_text_are_the_same_document() {
        let plain = r#"{"Version":"2012-10-17","Statement":{"Effect":"Deny","NotAction":"a:b","Resource":"*"}}"#;
        let lower = r#"{"version":"2012-10-17","statement":[{"effect":"Deny","notaction":["a:b"],"RESOURCE":"*"}]}"#;
        let encoded = plain.replace('{', "%7B").replace('}', "%7D").replace('"', "%22").replace(':', "%3a");
        let twice = serde_json::to_string(plain).unwrap();
        for text in [lower, &encoded, &twice] {
            assert_eq!(read(text), read(plain), "{text}");
        }
        assert!(read(plain).statement.iter().all(|statement| statement.other.is_empty()));
    }

    #[test]
    fn what_is_not_understood_is_kept_and_known_as_such() {
        for text in [
            "",
            "null",
            "5",
            "[]",
            "\"x\"",
            "%",
            "%zz",
            "{",
            "[[[",
            "\u{0}",
            r#"{"Statement":null}"#,
            r#"{"Statement":[5]}"#,
            r#"{"Statement":[[{"Effect":"Allow"}]]}"#,
            r#"{"Statement":{"Effect":"Allow","Action":{"a":1},"Resource":"*"}}"#,
            r#"{"Statement":{"Effect":"Allow","Action":["a",5],"Resource":"*"}}"#,
            r#"{"Statement":{"Effect":"Allow","Action":"a","action":"b","Resource":"*"}}"#,
            r#"{"Statement":{"Effect":"Allow","Action":"a","Resource":null}}"#,
            r#"{"Statement":{"Effect":"Allow","Action":"a","Resource":"*","Condition":"no"}}"#,
            r#"{"Statement":{"Effect":"Allow","Action":"a","Resource":"*","Condition":{"Bool":{"x":null}}}}"#,
            r#"{"Statement":{"Effect":"Allow","Action":"a","Resource":"*","Except":"x"}}"#,
            r#"{"Statement":{"Effect":"Allow","Principal":["x"],"Action":"a","Resource":"*"}}"#,
        ] {
            let read = read(text);
            assert!(read.statement.iter().any(|statement| !statement.other.is_empty()), "{text}: {read:?}");
        }
        for effect in [r#""effect":"allow","#, r#""Effect":5,"#, ""] {
            let text = format!(r#"{{"Statement":{{{effect}"Action":"a","Resource":"*"}}}}"#);
            assert_eq!(read(&text).statement.first().map(|one| one.effect), Some(Effect::Unclear), "{text}");
        }
        assert_eq!(read(r#"{"Id":"x","Statements":[]}"#).unclear(), Some("Statements"));
        assert_eq!(read(r#"{"Id":"x"}"#).unclear(), None);
        assert_eq!(read("{}").statement, []);
    }

    #[test]
    fn depth_and_size_are_survived() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(Document::read(&deep).statement.len(), 1);
        let deep = format!(r#"{{"Statement":{}{}}}"#, "{\"a\":".repeat(100_000), "}".repeat(100_000));
        assert!(Document::read(&deep).statement.iter().all(|statement| statement.effect == Effect::Unclear));
        let actions = vec!["a:b"; 200_000].join("\",\"");
        let text = format!(r#"{{"Statement":{{"Effect":"Allow","Action":["{actions}"],"Resource":"*"}}}}"#);
        assert_eq!(Document::read(&text).statement.iter().map(|one| one.action.0.len()).sum::<usize>(), 200_000);
    }

    #[test]
    fn no_cut_or_changed_document_makes_reading_fail() {
        let text = r#"{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Deny","Principal":{"AWS":["1"]},
            "NotAction":"s:G*","Resource":["*"],"Condition":{"StringLike":{"aws:x":["${aws:y}",1,true]}}}]}"#;
        for at in 0..text.len() {
            let (before, after) = text.split_at(at);
            let without_one = format!("{before}{}", after.get(1..).unwrap_or_default());
            for odd in [before.to_owned(), without_one, format!("{before}null{after}"), format!("{before}%{after}")] {
                read(&odd);
            }
        }
    }
}
