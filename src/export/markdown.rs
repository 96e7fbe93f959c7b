//! Names in Markdown.

use crate::domain::outside::one_line;

/// A name as code: no character in it means anything there. The fence is longer than any run of
/// backticks inside. <https://spec.commonmark.org/0.31.2/#code-spans>
pub(super) fn code(name: &str) -> String {
    let name = one_line(name);
    let longest = name.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    // A space at both ends is taken off again: it keeps the name's own ends from the fence.
    let pad = if name.starts_with(['`', ' ']) || name.ends_with(['`', ' ']) || name.is_empty() { " " } else { "" };
    format!("{fence}{pad}{name}{pad}{fence}")
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn no_name_ends_its_code() {
        for (name, shown) in [
            ("orders-proxy", "`orders-proxy`"),
            ("a`b", "``a`b``"),
            ("``a", "``` ``a ```"),
            ("a|b <b>*", "`a|b <b>*`"),
            ("a\n# b", r"`a\n# b`"),
            (" ", "`   `"),
        ] {
            assert_eq!(code(name), shown);
        }
    }
}
