//! What is to be validated, as it is being chosen. Pure.

use crate::discover::{Existing, Invoked};

/// The function that calls the proxy, and where its name came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FunctionChoice {
    /// Only proxy and database are judged.
    Without,
    /// One of those that seem to use the proxy.
    Suggested(String),
    /// One of the account's others; empty until one is picked.
    Listed(String),
    /// Typed: a name, `NAME:QUALIFIER` or an ARN.
    Typed(String),
}

/// What keeps a question from being asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Incomplete {
    Proxy,
    /// A function was meant, but none is named.
    Function,
    /// What was typed names no function.
    BadFunction,
    /// An alias or version has letters, digits, `-`, `_` and `$` only.
    BadQualifier,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub proxy: String,
    pub function: FunctionChoice,
    /// Alias or version; empty is `$LATEST`.
    pub qualifier: String,
    /// The person allows `secretsmanager:GetSecretValue`.
    pub read_secrets: bool,
    /// The person has chosen the function: suggestions no longer choose it.
    pub touched: bool,
}

impl Default for Question {
    fn default() -> Self {
        Self::about(String::new(), None, false)
    }
}

impl Question {
    /// The question about this proxy. `asked` is the function of the last time, where there was one.
    pub fn about(proxy: String, asked: Option<Option<Invoked>>, read_secrets: bool) -> Self {
        let touched = asked.is_some();
        let (function, qualifier) = match asked.flatten() {
            Some(invoked) => (FunctionChoice::Suggested(invoked.name), invoked.qualifier.unwrap_or_default()),
            None => (FunctionChoice::Without, String::new()),
        };
        Self { proxy, function, qualifier, read_secrets, touched }
    }

    /// Chooses the function. Another function has other aliases.
    pub fn choose(&mut self, function: FunctionChoice) {
        if self.function != function {
            self.qualifier.clear();
        }
        self.function = function;
        self.touched = true;
    }

    /// As `discover` takes it, or what is missing first.
    pub fn complete(&self) -> Result<Existing, Incomplete> {
        let proxy = self.proxy.trim();
        if proxy.is_empty() {
            return Err(Incomplete::Proxy);
        }
        let function = match &self.function {
            FunctionChoice::Without => None,
            FunctionChoice::Suggested(name) | FunctionChoice::Listed(name) | FunctionChoice::Typed(name)
                if name.trim().is_empty() =>
            {
                return Err(Incomplete::Function);
            }
            FunctionChoice::Suggested(name) | FunctionChoice::Listed(name) => {
                Some(Invoked { name: name.clone(), qualifier: None })
            }
            FunctionChoice::Typed(text) => Some(text.trim().parse::<Invoked>().map_err(|_| Incomplete::BadFunction)?),
        };
        let function = match function {
            Some(invoked) => Some(Invoked { qualifier: self.qualifier()?.or(invoked.qualifier), ..invoked }),
            None => None,
        };
        Ok(Existing { proxy: proxy.to_owned(), function, read_secrets: self.read_secrets })
    }

    fn qualifier(&self) -> Result<Option<String>, Incomplete> {
        let text = self.qualifier.trim();
        let good = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '$');
        match text {
            "" | "$LATEST" => Ok(None),
            _ if text.chars().all(good) => Ok(Some(text.to_owned())),
            _ => Err(Incomplete::BadQualifier),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn question(function: FunctionChoice, qualifier: &str) -> Question {
        Question {
            proxy: "orders-proxy".into(),
            function,
            qualifier: qualifier.into(),
            read_secrets: false,
            touched: true,
        }
    }

    #[test]
    fn a_typed_function_may_bring_its_qualifier_and_the_field_overrules_it() {
        let typed = |text: &str| FunctionChoice::Typed(text.into());
        let of = |function, qualifier| question(function, qualifier).complete().map(|existing| existing.function);
        let invoked = |name: &str, qualifier: Option<&str>| {
            Ok(Some(Invoked { name: name.into(), qualifier: qualifier.map(str::to_owned) }))
        };
        assert_eq!(of(typed("orders-api:live"), ""), invoked("orders-api", Some("live")));
        assert_eq!(of(typed("orders-api:live"), "7"), invoked("orders-api", Some("7")));
        assert_eq!(of(typed("orders-api"), "$LATEST"), invoked("orders-api", None));
        assert_eq!(of(typed("a:b:c"), ""), Err(Incomplete::BadFunction));
        assert_eq!(of(FunctionChoice::Listed(" ".into()), ""), Err(Incomplete::Function));
        assert_eq!(of(FunctionChoice::Suggested("orders-api".into()), "li ve"), Err(Incomplete::BadQualifier));
        assert_eq!(of(FunctionChoice::Without, "li ve"), Ok(None));
    }

    #[test]
    fn another_function_forgets_the_alias_of_the_first() {
        let mut asked = question(FunctionChoice::Suggested("orders-api".into()), "live");
        asked.choose(FunctionChoice::Suggested("orders-api".into()));
        assert_eq!(asked.qualifier, "live");
        asked.choose(FunctionChoice::Listed("orders-export".into()));
        assert_eq!(asked.qualifier, "");
    }
}
