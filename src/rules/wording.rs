//! How the matter of a rule is said: as a fault ([`Rule::title`]) only where it was seen, as what
//! holds where the rule passed, and as a question everywhere else. The words are one message of the
//! catalogue under the rule's code.

use super::Group;
use super::rule::Rule;
use crate::domain::finding::Subject;
use crate::text::{self, t};

impl Rule {
    /// What is wrong, as a headline without a final period. Only where it was seen: what holds
    /// where the rule passes is [`Rule::holds`].
    #[must_use]
    pub fn title(&self) -> &'static str {
        self.said("")
    }

    /// What holds where it passes, as a headline: `The secret is a JSON object`.
    #[must_use]
    pub fn holds(&self) -> &'static str {
        self.said(".holds")
    }

    /// What follows from it and how it shows, in whole sentences.
    #[must_use]
    pub fn why(&self) -> &'static str {
        self.said(".why")
    }

    /// What to do about it.
    #[must_use]
    pub fn fix(&self) -> &'static str {
        self.said(".fix")
    }

    fn said(&self, part: &str) -> &'static str {
        text::named(&format!("rule-{}{part}", self.code)).unwrap_or(self.code)
    }

    /// What it asks, where it did not decide: `Whether the secret is a JSON object`.
    pub fn whether(&self) -> String {
        t!("rules-whether", clause = clause(self.holds()))
    }
}

impl Group {
    /// As a headline.
    #[must_use]
    pub fn title(&self) -> &'static str {
        text::named(&format!("rules-group-{}", self.name)).unwrap_or(self.name)
    }
}

/// What kind of thing a finding is about, as people say it.
#[must_use]
pub fn subject_word(subject: &Subject) -> &str {
    text::named(&format!("subject-{}", subject.kind)).unwrap_or(&subject.kind)
}

/// The sentence inside another one. Abbreviations keep their capitals.
fn clause(sentence: &str) -> String {
    let (first, rest) = sentence.split_at(sentence.chars().next().map_or(0, char::len_utf8));
    let word = rest.split(' ').next().unwrap_or_default();
    if word.chars().all(char::is_lowercase) { first.to_lowercase() + rest } else { sentence.to_owned() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::BTreeSet;

    use crate::rules::{RULES, rule};

    #[test]
    fn a_question_begins_in_the_middle_of_a_sentence() {
        for (code, expected) in [
            ("secret-not-json", "Whether the secret is a JSON object"),
            ("sg-db-ingress-proxy", "Whether the database lets the proxy in"),
            ("proxy-require-tls-false", "Whether TLS is required"),
            ("proxy-unsupported-engine-version", "Whether RDS Proxy serves this engine version"),
            ("no-alarm-pool-usage", "Whether an alarm watches the proxy's pool"),
            ("proxy-no-writable-target", "Whether a target takes writes"),
        ] {
            assert_eq!(rule(code).unwrap().whether(), expected);
        }
    }

    #[test]
    fn what_holds_is_one_clause_that_can_be_asked_and_never_the_fault_itself() {
        // A name at the beginning would lose its capital in a question.
        let begins: BTreeSet<&str> =
            ["A", "An", "Debug", "Each", "Every", "Neither", "Proxy", "RDS", "Rotation", "TLS", "The"].into();
        let mut said = BTreeSet::new();
        for rule in RULES.iter() {
            let holds = rule.holds();
            assert!(begins.contains(holds.split(' ').next().unwrap()), "{}: {holds}", rule.code);
            assert!(!holds.ends_with('.') && holds.chars().count() < 95, "{}: {holds}", rule.code);
            assert!(!holds.contains(". ") && !holds.contains('`'), "{}: {holds}", rule.code);
            assert_ne!(holds, rule.title());
            assert!(said.insert(holds), "{} holds what another rule holds: {holds}", rule.code);
        }
    }
}
