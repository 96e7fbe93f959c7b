//! All rules as Markdown tables, a group each: `docs/rules.md`, and `rules --format markdown`.

use crate::rules::{GROUPS, RULES};
use crate::text::t;

/// The tables, with how many rules there are; ends with a line break.
#[must_use]
pub fn table() -> String {
    let mut text = t!("rules-table-head", rules = RULES.len(), groups = GROUPS.len());
    text.push('\n');
    for group in GROUPS {
        let title = t!("rules-table-group", title = group.title(), count = group.rules.len());
        text.push_str(&format!("\n<details>\n<summary>{title}</summary>\n\n"));
        text.push_str(&format!(
            "| {} | {} | {} |\n|---|---|---|\n",
            t!("rules-table-code"),
            t!("rules-table-worst"),
            t!("rules-table-says")
        ));
        for rule in group.rules {
            text.push_str(&format!("| `{}` | {} | {} |\n", rule.code, rule.severity, rule.title().replace('|', "\\|")));
        }
        text.push_str("\n</details>\n");
    }
    text
}
