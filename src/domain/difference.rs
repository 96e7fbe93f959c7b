//! What would change in a text: as a unified diff, and line by line.

use similar::{ChangeTag, TextDiff};

/// Lines around a change.
const AROUND: usize = 3;

/// What a file holds that is there already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum There {
    Text(String),
    /// No text, or too long to be shown.
    Unshown,
}

/// What happens to a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Kept,
    Removed,
    Added,
}

/// A line of a difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub change: Change,
    /// Its number, in the new text where it is there, else in the old one.
    pub number: usize,
    pub text: String,
}

/// Changes that stand together, with the lines around them.
pub type Group = Vec<Line>;

/// The new text against the old one, as every program of the world writes it.
pub fn unified(old: &str, new: &str) -> String {
    TextDiff::from_lines(old, new).unified_diff().context_radius(AROUND).to_string()
}

/// The same, line by line.
pub fn groups(old: &str, new: &str) -> Vec<Group> {
    let diff = TextDiff::from_lines(old, new);
    let line = |change: similar::Change<&str>| {
        let (number, what) = match change.tag() {
            ChangeTag::Delete => (change.old_index(), Change::Removed),
            ChangeTag::Insert => (change.new_index(), Change::Added),
            ChangeTag::Equal => (change.new_index(), Change::Kept),
        };
        let text = change.value().trim_end_matches(['\n', '\r']).to_owned();
        Line { change: what, number: number.unwrap_or_default() + 1, text }
    };
    let group = |ops: &Vec<similar::DiffOp>| ops.iter().flat_map(|op| diff.iter_changes(op)).map(line).collect();
    diff.grouped_ops(AROUND).iter().map(group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_numbered_where_they_stand_and_far_changes_stand_apart() {
        let old: String = (1..=20).map(|line| format!("{line}\n")).collect();
        let new = old.replace("5\n", "five\n").replace("18\n", "");
        let groups = groups(&old, &new);
        assert_eq!(groups.len(), 2, "5, and 15 with 18: {groups:?}");
        let changed: Vec<(Change, usize, &str)> = groups
            .iter()
            .flatten()
            .filter(|line| line.change != Change::Kept)
            .map(|line| (line.change, line.number, line.text.as_str()))
            .collect();
        assert_eq!(
            changed,
            [
                (Change::Removed, 5, "5"),
                (Change::Added, 5, "five"),
                (Change::Removed, 15, "15"),
                (Change::Added, 15, "1five"),
                (Change::Removed, 18, "18"),
            ]
        );
        assert!(unified(&old, &new).contains("-5\n+five\n"));
    }
}
