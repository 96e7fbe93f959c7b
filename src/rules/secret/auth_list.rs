//! The command that gives a proxy another `Auth` list. It always names all of the entries, because
//! `ModifyDBProxy` replaces the list.

use serde_json::json;

use crate::domain::observed::Observed;
use crate::domain::proxy::{Proxy, ProxyAuth};

use crate::rules::command::{Command, aws};

/// With each entry as `new` makes it; one for which it makes none is dropped. `None` where an entry
/// is not understood: it could not be named again.
pub fn modify_auth(
    observed: &Observed,
    proxy: &Proxy,
    new: impl Fn(ProxyAuth) -> Option<ProxyAuth>,
) -> Option<Command> {
    if proxy.unclear_auth().is_some() {
        return None;
    }
    let entries: Vec<_> = proxy
        .auth
        .iter()
        .filter_map(|auth| {
            let ProxyAuth { secret_arn, iam_auth, client_password_auth_type, description } = new(auth.clone())?;
            let mut entry = json!({
                "AuthScheme": "SECRETS", "SecretArn": secret_arn, "IAMAuth": iam_auth.api_name(),
            });
            if let (Some(kind), Some(fields)) = (client_password_auth_type, entry.as_object_mut()) {
                fields.insert("ClientPasswordAuthType".to_owned(), json!(kind));
            }
            if let (Some(text), Some(fields)) = (description, entry.as_object_mut()) {
                fields.insert("Description".to_owned(), json!(text));
            }
            Some(entry)
        })
        .collect();
    Some(
        aws(observed, "rds modify-db-proxy")
            .with("db-proxy-name", &proxy.name)
            .with("auth", &json!(entries).to_string()),
    )
}
