//! Tags of everything that is made.

use super::{Draft, Problem};
use crate::domain::setup::Page;
use crate::domain::{PROGRAM, TAG_MADE_BY, TAG_SETUP, Tags};
use crate::text::t;

/// What every service takes; IAM is the strictest.
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html>
const KEY_LENGTH: usize = 128;
const VALUE_LENGTH: usize = 256;

/// The person's own, and ours.
pub(super) fn design(draft: &mut Draft<'_>) -> Tags {
    let mut tags = draft.choices.proxy.tags.clone();
    if let Some((key, _)) = tags.iter().find(|(key, value)| !is_accepted(key, value)) {
        let title = t!("design-tag", tag = key.as_str());
        draft.problem(Problem::new(Page::Role, "proxy.tags", title, t!("design-tag-cure")));
    }
    tags.insert(TAG_MADE_BY.to_owned(), PROGRAM.to_owned());
    tags.insert(TAG_SETUP.to_owned(), draft.label.clone());
    tags
}

fn is_accepted(key: &str, value: &str) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() || c == ' ' || "_.:/=+-@".contains(c);
    let fits = |text: &str, longest| text.chars().count() <= longest && text.chars().all(is_letter);
    !key.is_empty() && !key.starts_with("aws:") && fits(key, KEY_LENGTH) && fits(value, VALUE_LENGTH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_that_iam_refuses_is_none() {
        for (key, value, accepted) in [
            ("team", "orders", true),
            ("équipe", "a b_.:/=+-@1", true),
            ("team", "", true),
            ("team", "a & b", false),
            ("a`b", "x", false),
            ("", "x", false),
            ("aws:x", "x", false),
        ] {
            assert_eq!(is_accepted(key, value), accepted, "{key} {value}");
        }
        assert!(!is_accepted(&"k".repeat(129), "v") && !is_accepted("k", &"v".repeat(257)));
    }
}
