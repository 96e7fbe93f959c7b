//! A `locustfile.py` that loads a function's URL or API as this program's own load does the function.

use minijinja::context;

use super::template::{TemplateError, fill};
use super::{CodeLanguage, ExportTarget, File};
use crate::domain::json::on_one_line;
use crate::domain::setup::Setup;
use crate::text::t;

const TEMPLATE: &str = include_str!("../../assets/export/locust/locustfile.py");

/// What the file is made from.
#[derive(Debug, Clone, PartialEq)]
pub struct Locust {
    pub users: u32,
    /// Users that begin in a second.
    pub spawn_rate: u32,
    pub secs: u32,
    /// `https://….lambda-url.eu-west-1.on.aws/`, or that of an API.
    pub url: String,
    /// JSON.
    pub payload: String,
    pub way: LocustAccess,
}

/// How the address lets callers in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LocustAccess {
    /// Everybody.
    Open,
    /// `AuthType: AWS_IAM` of a function URL: each request is signed.
    Iam,
}

impl LocustAccess {
    /// A function's own URL asks for a signature unless somebody opened it.
    pub fn to(url: &str) -> Self {
        if url.contains(".lambda-url.") { Self::Iam } else { Self::Open }
    }
}

/// The file cannot be made from this.
#[derive(Debug, thiserror::Error)]
pub enum NotALocust {
    #[error("{}", t!("load-locust-bad-url", url = .0.as_str()))]
    Url(String),
    #[error("{}", t!("load-bad-payload", why = .0.as_str()))]
    Payload(String),
    #[error("{}", t!("load-locust-bad-numbers"))]
    Numbers,
    #[error(transparent)]
    Template(#[from] TemplateError),
}

impl Locust {
    /// The file's text.
    ///
    /// # Errors
    /// The address is no `http` one, the payload no JSON, or a number nought.
    pub fn text(&self) -> Result<String, NotALocust> {
        let (host, path) = parts(&self.url).ok_or_else(|| NotALocust::Url(self.url.clone()))?;
        let payload: serde_json::Value =
            serde_json::from_str(&self.payload).map_err(|why| NotALocust::Payload(why.to_string()))?;
        if [self.users, self.spawn_rate, self.secs].contains(&0) {
            return Err(NotALocust::Numbers);
        }
        let values = context! {
            what => host,
            signed => self.way == LocustAccess::Iam,
            payload => quoted(&payload.to_string()),
            host => quoted(host),
            path => quoted(path),
            region => quoted(host.split('.').nth(2).unwrap_or_default()),
            users => self.users,
            spawn_rate => self.spawn_rate,
            secs => self.secs,
        };
        Ok(fill("locust/locustfile.py", TEMPLATE, values)?)
    }
}

/// A JSON string is a Python one too: both escape with a backslash, and all else is ASCII here.
fn quoted(text: &str) -> String {
    ascii(&on_one_line(&text))
}

/// The file in an export. Nobody knows the function's address yet: the person who runs the file gives it.
pub(super) const TARGET: ExportTarget = ExportTarget {
    id: "locust",
    how: include_str!("../../assets/export/locust/how.md"),
    handler: None,
    render,
    adopt: None,
};

fn render(setup: &Setup) -> Result<Vec<File>, TemplateError> {
    let values = context! {
        what => &setup.access.function_name,
        signed => false,
        payload => quoted("{}"),
        host => "",
        path => quoted("/"),
        users => USERS,
        spawn_rate => SPAWN_RATE,
        secs => SECS,
    };
    let text = fill("locust/locustfile.py", TEMPLATE, values)?;
    Ok(vec![File::new("locust/locustfile.py", CodeLanguage::Python, text).about("20 users for a minute")])
}

/// A load that shows how the pool behaves and costs cents.
const USERS: u32 = 20;
const SPAWN_RATE: u32 = 2;
const SECS: u32 = 60;

/// Scheme and host, and the rest.
fn parts(url: &str) -> Option<(&str, &str)> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let host = rest.split('/').next().filter(|host| !host.is_empty())?;
    let is_host = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
    if !host.chars().all(is_host) || url.contains(char::is_whitespace) {
        return None;
    }
    let end = url.len() - rest.len() + host.len();
    let (head, path) = url.split_at(end);
    Some((head, if path.is_empty() { "/" } else { path }))
}

fn ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn locust(url: &str, payload: &str) -> Locust {
        Locust {
            users: 50,
            spawn_rate: 2,
            secs: 120,
            url: url.to_owned(),
            payload: payload.to_owned(),
            way: LocustAccess::to(url),
        }
    }

    #[test]
    fn a_function_url_is_signed_for_and_an_api_is_not() {
        let signed = locust("https://abc.lambda-url.eu-west-1.on.aws/", "{}").text().unwrap();
        assert!(signed.contains("SigV4Auth(session.get_credentials(), \"lambda\", \"eu-west-1\")"), "{signed}");
        assert!(signed.contains("num_users=50, spawn_rate=2, run_time=\"120s\""), "{signed}");
        let open = locust("https://api.example.com/prod/orders?x=1", r#"{"a":"\"''\\ ü"}"#).text().unwrap();
        assert!(!open.contains("SigV4"), "{open}");
        assert!(open.contains("self.client.post(\"/prod/orders?x=1\""), "{open}");
    }

    #[test]
    fn what_is_no_address_or_no_json_is_refused() {
        for url in ["", "ftp://a/", "https://", "https://a b/", "https://a\"b/"] {
            assert!(matches!(locust(url, "{}").text(), Err(NotALocust::Url(_))), "{url}");
        }
        assert!(matches!(locust("https://a/", "{").text(), Err(NotALocust::Payload(_))));
        let none = Locust { spawn_rate: 0, ..locust("https://a/", "{}") };
        assert!(matches!(none.text(), Err(NotALocust::Numbers)));
    }
}
