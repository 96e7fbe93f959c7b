//! What discovery asks `iam:SimulatePrincipalPolicy` about both roles: the second opinion.
//!
//! The simulator is asked without resource policies and without context, so its answers are held
//! against the identity side only.

use crate::domain::observed::{Observed, Part};
use crate::domain::proxy::Proxy;
use crate::domain::role::Role;
use crate::domain::secret::KmsKey;

use crate::rules::connect::grants::connect_arn;
use crate::rules::login::function_sends_token;
use crate::rules::user::database_user;

use super::{CONNECT, DECRYPT, READ, allows};

/// Action and resource.
pub type Question = (String, String);

/// For each role (its ARN) what it has to be allowed in this setup.
#[must_use]
pub fn simulated_questions(observed: &Observed) -> Vec<(String, Vec<Question>)> {
    let Some(proxy) = observed.proxy.present() else { return Vec::new() };
    let mut all = Vec::new();
    if let Some(role) = observed.proxy_role.present() {
        all.push((role.arn.clone(), of_proxy_role(observed, proxy, role)));
    }
    if let Some(role) = observed.function_role.present() {
        all.push((role.arn.clone(), of_function_role(observed, proxy, role)));
    }
    all.retain(|(_, questions)| !questions.is_empty());
    all
}

fn of_proxy_role(observed: &Observed, proxy: &Proxy, role: &Role) -> Vec<Question> {
    let mut asked = secrets(observed, proxy);
    if proxy.default_iam_auth
        && let Some(database) = observed.database.present()
    {
        asked.extend(logins(observed, proxy, role, &database.resource_id));
    }
    asked
}

fn of_function_role(observed: &Observed, proxy: &Proxy, role: &Role) -> Vec<Question> {
    let logins = logins(observed, proxy, role, proxy.resource_id()).into_iter();
    match function_sends_token(observed, proxy) {
        Ok(true) => logins.collect(),
        Ok(false) => secrets(observed, proxy),
        // One or the other: the rules that need an answer find it.
        Err(_) => logins.chain(secrets(observed, proxy)).collect(),
    }
}

fn secrets(observed: &Observed, proxy: &Proxy) -> Vec<Question> {
    let named = proxy.auth.iter().filter(|auth| !auth.secret_arn.is_empty());
    let read = named.map(|auth| (READ.to_owned(), auth.secret_arn.clone()));
    let keys = observed.proxy_secrets.iter().filter_map(|secret| customer_key(&secret.key));
    let mut asked: Vec<Question> = read.chain(keys.map(|key| (DECRYPT.to_owned(), key.arn.clone()))).collect();
    asked.sort();
    asked.dedup();
    asked
}

fn customer_key(key: &Part<KmsKey>) -> Option<&KmsKey> {
    key.present().filter(|key| key.customer_managed)
}

/// `rds-db:connect` as the known user, else as the first one that the role is granted.
fn logins(observed: &Observed, proxy: &Proxy, role: &Role, id: &str) -> Option<Question> {
    let granted = || {
        let resources = allows(role).flat_map(|(_, statement)| statement.resource.iter());
        let users = resources.filter_map(|resource| resource.split_once(":dbuser:")?.1.split_once('/'));
        users.map(|(_, user)| user.to_owned()).find(|user| !user.contains(['*', '?', '$']))
    };
    let user = database_user(observed, proxy).map(|user| user.name).or_else(granted)?;
    Some((CONNECT.to_owned(), connect_arn(proxy, id, &user)))
}
