//! Policy variables: `${aws:PrincipalArn}` in a resource or a condition's value.
//!
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>

use crate::domain::policy::{Token, fits, tokens};
use crate::text::t;

use super::known::Known;
use super::request::{Request, Value};

/// A pattern with its variables filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    pub pieces: Vec<Token>,
    /// The key whose value is not known; a `*` stands for it.
    pub open: Option<String>,
    /// A variable has no value at all, so nothing is like this pattern.
    pub never: bool,
}

impl Pattern {
    /// `variables`: whether the document's version has them.
    pub fn parse(text: &str, request: &Request<'_>, variables: bool) -> Self {
        let mut pattern = Self { pieces: Vec::new(), open: None, never: false };
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("${").filter(|_| variables) {
            let Some((variable, after)) = after.split_once('}') else { break };
            pattern.pieces.extend(tokens(before));
            pattern.fill(variable, request);
            rest = after;
        }
        pattern.pieces.extend(tokens(rest));
        pattern
    }

    fn fill(&mut self, variable: &str, request: &Request<'_>) {
        // `${*}` is an asterisk, and no wildcard.
        if matches!(variable, "*" | "?" | "$") {
            return self.literally(variable);
        }
        let (key, default) = match variable.split_once(',') {
            Some((key, default)) => (key.trim(), Some(default.trim().trim_matches('\''))),
            None => (variable.trim(), None),
        };
        match (request.value(key), default) {
            (Value::Is(values), _) => match values.as_slice() {
                [one] => self.literally(one),
                _ => self.leave_open(key),
            },
            (Value::Absent, Some(default)) => self.literally(default),
            (Value::Absent, None) => self.never = true,
            (Value::Elsewhere | Value::Unknown, _) => self.leave_open(key),
        }
    }

    fn literally(&mut self, text: &str) {
        self.pieces.extend(text.chars().map(Token::Is));
    }

    fn leave_open(&mut self, key: &str) {
        self.pieces.push(Token::Any);
        self.open.get_or_insert_with(|| key.to_owned());
    }

    /// Whether the text is like the pattern. With every open variable taken for anything, a miss is
    /// certain and a hit is not.
    pub fn fits(&self, text: &str) -> Known {
        self.judge(fits(&self.pieces, text))
    }

    /// The pattern without the meaning of its wildcards.
    pub fn equals(&self, text: &str, same: fn(&str, &str) -> bool) -> Known {
        let plain: String = self
            .pieces
            .iter()
            .map(|piece| match piece {
                Token::Any => '*',
                Token::One => '?',
                Token::Is(c) => *c,
            })
            .collect();
        // What an open variable stands for is any text.
        self.judge(self.open.is_some() || same(&plain, text))
    }

    pub fn judge(&self, hit: bool) -> Known {
        match &self.open {
            _ if self.never || !hit => Known::No,
            None => Known::Yes,
            Some(key) => Known::doubt(t!("seen-iam-value-unknown", key = key)),
        }
    }
}
