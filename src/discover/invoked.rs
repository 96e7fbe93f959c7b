//! The function that a question names, as people write it.

use std::fmt;
use std::str::FromStr;

use crate::text::t;

/// A function, and the alias or version of it that is invoked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Invoked {
    pub name: String,
    /// `None` is `$LATEST`.
    pub qualifier: Option<String>,
}

/// The text names no function.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum NotAFunction {
    /// It is not `NAME` or `NAME:QUALIFIER`.
    #[error("{}", t!("error-function-form", text = .0))]
    Form(String),
    /// Web functions and MicroVMs reach a VPC by a network connector that their revision pins, and
    /// have neither a function's network nor its role.
    /// <https://docs.aws.amazon.com/lambda/latest/dg/microvms-networking.html>
    #[error("{}", t!("error-function-not-covered", text = .text, what = *.what))]
    NotCovered { text: String, what: &'static str },
}

/// Resource types of Lambda that are no functions, as their ARNs name them.
const NOT_COVERED: [(&str, &str); 3] =
    [(":web-function:", "web-function"), (":microvm", "microvm"), (":network-connector:", "network-connector")];

impl FromStr for Invoked {
    type Err = NotAFunction;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.starts_with("arn:")
            && let Some((_, what)) = NOT_COVERED.iter().find(|(kind, _)| text.contains(kind))
        {
            return Err(NotAFunction::NotCovered { text: text.to_owned(), what });
        }
        // `arn:aws:lambda:region:account:function:name:qualifier`
        let short = text.rsplit_once(":function:").map_or(text, |(_, short)| short);
        let mut parts = short.split(':');
        match (parts.next(), parts.next(), parts.next()) {
            (Some(name), None, None) if !name.is_empty() => Ok(Self { name: name.to_owned(), qualifier: None }),
            (Some(name), Some(qualifier), None) if !name.is_empty() && !qualifier.is_empty() => {
                Ok(Self { name: name.to_owned(), qualifier: Some(qualifier.to_owned()) })
            }
            _ => Err(NotAFunction::Form(text.to_owned())),
        }
    }
}

impl fmt::Display for Invoked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.qualifier {
            Some(qualifier) => write!(f, "{}:{qualifier}", self.name),
            None => f.write_str(&self.name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_is_named_with_or_without_its_qualifier() {
        for (text, name, qualifier) in [
            ("orders-api", "orders-api", None),
            ("orders-api:live", "orders-api", Some("live")),
            ("arn:aws:lambda:eu-west-1:123456789012:function:orders-api:7", "orders-api", Some("7")),
        ] {
            let invoked: Invoked = text.parse().unwrap();
            assert_eq!((invoked.name.as_str(), invoked.qualifier.as_deref()), (name, qualifier));
        }
        for text in ["", ":live", "a:", "a:b:c"] {
            assert_eq!(text.parse::<Invoked>(), Err(NotAFunction::Form(text.to_owned())));
        }
        for (kind, what) in [("web-function:shop", "web-function"), ("microvm-image:box", "microvm")] {
            let text = format!("arn:aws:lambda:eu-west-1:123456789012:{kind}");
            assert_eq!(text.parse::<Invoked>(), Err(NotAFunction::NotCovered { text: text.clone(), what }));
        }
    }
}
