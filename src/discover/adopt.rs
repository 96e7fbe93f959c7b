//! What a proxy that is there is written down from: everything that hangs on it, and its function.

use super::suggest::{Reason, Suggestion, suggest_functions};
use super::{Existing, Invoked, endpoints, observe_proxy};
use crate::cloud::{Clock, Reader};
use crate::design::Obstacle;
use crate::domain::account::Account;
use crate::domain::observed::{Observed, Unreadable};
use crate::text::{series, t};

/// Reads what [`crate::design::adopted`] needs. Where the question names no function, the account says
/// which one uses the proxy.
///
/// # Errors
/// Several functions could be meant, or what would tell them apart could not be read.
pub async fn observe_to_adopt(
    reader: &dyn Reader,
    clock: &dyn Clock,
    account: &Account,
    existing: &Existing,
) -> Result<Observed, Vec<Obstacle>> {
    let mut existing = existing.clone();
    if existing.function.is_none() {
        existing.function = user_of(reader, &existing.proxy).await?;
    }
    let mut observed = observe_proxy(reader, clock, account, &existing).await;
    let further = observed.proxy_endpoints.items().iter().filter(|endpoint| !endpoint.is_default);
    let names: Vec<String> = further.map(|endpoint| endpoint.name.clone()).collect();
    // Whose they are is told by their tags, which the listing does not have.
    observed.named_endpoints = endpoints::named(reader, &names).await;
    Ok(observed)
}

/// The function that uses the proxy, as far as one does. That the proxy is not there is found when it
/// is read with the rest.
async fn user_of(reader: &dyn Reader, proxy: &str) -> Result<Option<Invoked>, Vec<Obstacle>> {
    let Ok(Some(proxy)) = reader.proxy(proxy).await else { return Ok(None) };
    let (suggestions, unread) = suggest_functions(reader, &proxy).await;
    only_user(&proxy.name, &suggestions, &unread)
}

/// A function that names the proxy surely uses it; one that may merely reach it counts where none does.
fn only_user(proxy: &str, suggestions: &[Suggestion], unread: &[Unreadable]) -> Result<Option<Invoked>, Vec<Obstacle>> {
    if !unread.is_empty() {
        return Err(unread.iter().map(|why| Obstacle::Unread { of: proxy.to_owned(), why: why.clone() }).collect());
    }
    let sure: Vec<&Suggestion> = suggestions.iter().filter(|one| names_the_proxy(one)).collect();
    let meant = if sure.is_empty() { suggestions.iter().collect() } else { sure };
    match meant.as_slice() {
        [] => Ok(None),
        [only] => Ok(Some(Invoked { name: only.function.name.clone(), qualifier: None })),
        [first, ..] => {
            let names: Vec<String> = meant.iter().map(|one| format!("`{}`", one.function.name)).collect();
            let title = t!("adopt-which-function", count = meant.len(), proxy = proxy, names = series(&names));
            let cure = t!("adopt-which-function-cure", first = first.function.name.as_str());
            Err(vec![Obstacle::Open { title, cure }])
        }
    }
}

/// By a variable, or by a policy. A role may be shared with functions that are in no VPC, and reach nothing.
fn names_the_proxy(suggestion: &Suggestion) -> bool {
    suggestion.reasons.iter().any(|reason| match reason {
        Reason::Environment(_) => true,
        Reason::Policy(_) => suggestion.function.vpc.is_some(),
        Reason::SecurityGroup(_) => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::function::Function;

    fn suggested(name: &str, reasons: &[Reason]) -> Suggestion {
        let function = Function { name: name.to_owned(), ..Function::default() };
        Suggestion { function, reasons: reasons.to_vec() }
    }

    #[test]
    fn who_names_the_proxy_is_meant_before_who_may_reach_it() {
        let named = |name| suggested(name, &[Reason::Environment("DB_HOST".into())]);
        let near = |name| suggested(name, &[Reason::SecurityGroup("sg-1".into())]);
        let meant = |all: &[Suggestion]| only_user("p", all, &[]).map(|one| one.map(|one| one.name));
        assert_eq!(meant(&[]), Ok(None));
        assert_eq!(meant(&[near("a")]), Ok(Some("a".into())));
        assert_eq!(meant(&[near("a"), named("b"), near("c")]), Ok(Some("b".into())));
        let by_role = |name| suggested(name, &[Reason::Policy("connect".into())]);
        assert_eq!(meant(&[named("a"), by_role("b")]), Ok(Some("a".into())), "b is in no VPC");
        let mut inside = by_role("b");
        inside.function.vpc = Some(Default::default());
        assert!(meant(&[named("a"), inside]).is_err());
        for several in [[named("a"), named("b")], [near("a"), near("b")]] {
            let obstacles = meant(&several).unwrap_err();
            let Obstacle::Open { title, cure } = &obstacles[0] else { panic!("{obstacles:?}") };
            assert!(title.contains("`a`, `b`") && cure.contains("--function a"), "{title} {cure}");
        }
    }

    #[test]
    fn what_could_not_be_read_may_name_another() {
        let why = Unreadable {
            operation: "iam:GetRole".into(),
            because: "no".into(),
            denied: true,
            signed_out: false,
            unanswered: false,
        };
        let one = [suggested("a", &[Reason::Environment("DB_HOST".into())])];
        let obstacles = only_user("p", &one, std::slice::from_ref(&why)).unwrap_err();
        assert_eq!(obstacles, [Obstacle::Unread { of: "p".into(), why }]);
    }
}
