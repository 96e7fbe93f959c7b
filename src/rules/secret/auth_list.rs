//! The command that gives a proxy another list of secrets. It always names all of them, because
//! `ModifyDBProxy` replaces the list.

use serde_json::json;

use crate::domain::observed::Observed;
use crate::domain::proxy::{Proxy, ProxyAuth};

use crate::rules::command::aws;

/// With each entry's secret as `new` names it; an entry for which it names none is dropped.
pub fn modify_auth(observed: &Observed, proxy: &Proxy, new: impl Fn(&ProxyAuth) -> Option<String>) -> String {
    let entries: Vec<_> = proxy
        .auth
        .iter()
        .filter_map(|auth| {
            let mut entry = json!({
                "AuthScheme": "SECRETS", "SecretArn": new(auth)?, "IAMAuth": auth.iam_auth.api_name(),
            });
            if let (Some(kind), Some(fields)) = (&auth.client_password_auth_type, entry.as_object_mut()) {
                fields.insert("ClientPasswordAuthType".to_owned(), json!(kind));
            }
            Some(entry)
        })
        .collect();
    aws(observed, "rds modify-db-proxy")
        .with("db-proxy-name", &proxy.name)
        .with("auth", &json!(entries).to_string())
        .line()
}
