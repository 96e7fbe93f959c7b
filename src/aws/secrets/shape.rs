//! A secret's value, reduced to what may be known of it. The value does not leave this file.

use aws_sdk_secretsmanager::Client;
use secrecy::zeroize::Zeroize;
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Map, Value};

use crate::aws::error::failed_on;
use crate::cloud::CloudResult;
use crate::domain::secret::SecretShape;

/// Characters with a meaning in URLs, DSNs or shells.
const SPECIAL: &str = " /@:%#?&<>\"'`\\";

pub async fn shape(client: &Client, id: &str) -> CloudResult<SecretShape> {
    let answer = client.get_secret_value().secret_id(id).send().await;
    let answer = answer.map_err(failed_on("secretsmanager:GetSecretValue", id))?;
    Ok(match answer.secret_string {
        Some(text) => shape_of(&SecretString::from(text)),
        None => SecretShape { is_binary: answer.secret_binary.is_some(), ..SecretShape::default() },
    })
}

fn shape_of(value: &SecretString) -> SecretShape {
    let text = value.expose_secret();
    let parsed: Option<Map<String, Value>> = serde_json::from_str(text).ok();
    let Some(mut fields) = parsed else {
        return SecretShape { double_encoded: double_encoded(text), ..SecretShape::default() };
    };
    let shape = shape_of_fields(&fields);
    for value in fields.values_mut() {
        if let Value::String(text) = value {
            text.zeroize();
        }
    }
    shape
}

fn shape_of_fields(fields: &Map<String, Value>) -> SecretShape {
    let field = |key: &str| fields.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
    let (username, password) = (field("username"), field("password"));
    let mut keys: Vec<String> = fields.keys().cloned().collect();
    keys.sort();
    SecretShape {
        is_json_object: true,
        username: username.map(str::to_owned),
        has_password: password.is_some(),
        is_binary: false,
        double_encoded: false,
        stray_whitespace: username.is_some_and(stray) || password.is_some_and(stray),
        special_characters: password.is_some_and(|password| password.contains(|c| SPECIAL.contains(c))),
        keys,
        host: field("host").map(str::to_owned),
        engine: field("engine").map(str::to_owned),
    }
}

/// A JSON string whose content is JSON itself: encoded once too often.
fn double_encoded(text: &str) -> bool {
    let inner = serde_json::from_str::<String>(text);
    inner.is_ok_and(|inner| serde_json::from_str::<Map<String, Value>>(&inner).is_ok())
}

/// Left behind by `echo`, a file's last line break, or quotes around a quoted value.
fn stray(text: &str) -> bool {
    let odd = |c: char| c.is_whitespace() || matches!(c, '"' | '\'');
    text.starts_with(odd) || text.ends_with(odd)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> SecretShape {
        shape_of(&SecretString::from(text))
    }

    #[test]
    fn the_shape_tells_what_is_there_and_nothing_more() {
        let whole = shape(r#"{"username":"app","password":"hunter2","host":"db","port":3306,"engine":"mysql"}"#);
        let expected = SecretShape {
            is_json_object: true,
            username: Some("app".into()),
            has_password: true,
            keys: ["engine", "host", "password", "port", "username"].map(str::to_owned).to_vec(),
            host: Some("db".into()),
            engine: Some("mysql".into()),
            ..SecretShape::default()
        };
        assert_eq!(whole, expected);
        assert!(!format!("{whole:?}").contains("hunter2"));
        assert!(!shape("hunter2").is_json_object);
        assert!(!shape("[1]").is_json_object);
        assert!(!shape(r#"{"username":"app","password":""}"#).has_password);
    }

    #[test]
    fn values_that_were_written_wrongly_are_recognised() {
        assert!(shape(r#""{\"username\":\"app\",\"password\":\"hunter2\"}""#).double_encoded);
        assert!(!shape(r#""hunter2""#).double_encoded);
        assert!(shape(r#"{"username":"app","password":"hunter2\n"}"#).stray_whitespace);
        assert!(shape(r#"{"username":"\"app\"","password":"hunter2"}"#).stray_whitespace);
        assert!(!shape(r#"{"username":"app","password":"hunter 2"}"#).stray_whitespace);
        assert!(shape(r#"{"username":"app","password":"hunter@2"}"#).special_characters);
        assert!(!shape(r#"{"username":"a@pp","password":"hunter-2_!"}"#).special_characters);
    }
}
