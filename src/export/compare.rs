//! An export against what is on disk: what each file would be there.

use std::collections::BTreeMap;

use serde::Serialize;

use super::File;
use crate::domain::difference::{Change, Group, There, groups, unified};

/// What would change in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// As a unified diff.
    pub unified: String,
    /// Line by line.
    pub groups: Vec<Group>,
}

impl Difference {
    fn between(old: &str, new: &str) -> Self {
        Self { unified: unified(old, new), groups: groups(old, new) }
    }

    /// Lines that come, and lines that go.
    pub fn counts(&self) -> (usize, usize) {
        let count = |change| self.groups.iter().flatten().filter(|line| line.change == change).count();
        (count(Change::Added), count(Change::Removed))
    }
}

/// How a file stands to the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileStanding {
    /// It is not there yet.
    New,
    /// It is there, byte for byte.
    Equal,
    /// Another one is there; `None` where that is no text, or too long to be shown.
    Differs(Option<Difference>),
    /// It is there, of another export: this one does not have it.
    Left,
}

/// A file's name for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum StandingId {
    New,
    Equal,
    Differs,
    Left,
}

impl FileStanding {
    pub const fn id(&self) -> StandingId {
        match self {
            Self::New => StandingId::New,
            Self::Equal => StandingId::Equal,
            Self::Differs(_) => StandingId::Differs,
            Self::Left => StandingId::Left,
        }
    }
}

/// A file, and how it stands to the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// Relative to the export's folder.
    pub path: String,
    pub standing: FileStanding,
}

/// Every file of the export in its order, then what is there beside it. `there` holds what the folder
/// has at the paths that were asked for.
pub fn compare(files: &[File], there: &BTreeMap<String, There>) -> Vec<Compared> {
    let ours = files.iter().map(|file| Compared {
        path: file.path.clone(),
        standing: match there.get(&file.path) {
            None => FileStanding::New,
            Some(There::Text(old)) if *old == file.text => FileStanding::Equal,
            Some(There::Text(old)) => FileStanding::Differs(Some(Difference::between(old, &file.text))),
            Some(There::Unshown) => FileStanding::Differs(None),
        },
    });
    let is_ours = |path: &str| files.iter().any(|file| file.path == path);
    let left = there.keys().filter(|path| !is_ours(path));
    ours.chain(left.map(|path| Compared { path: path.clone(), standing: FileStanding::Left })).collect()
}

#[cfg(test)]
mod tests {
    use super::super::CodeLanguage;
    use super::*;

    #[test]
    fn each_file_is_new_equal_different_or_left() {
        let file = |path: &str| File::new(path, CodeLanguage::Text, "a\nb\n".to_owned());
        let files = ["new", "equal", "differs", "bytes"].map(file);
        let text = |text: &str| There::Text(text.to_owned());
        let there: BTreeMap<String, There> =
            [("equal", text("a\nb\n")), ("differs", text("a\nc\nd\n")), ("bytes", There::Unshown), ("left", text(""))]
                .map(|(path, there)| (path.to_owned(), there))
                .into();
        let rows = compare(&files, &there);
        let ids: Vec<(&str, StandingId)> = rows.iter().map(|row| (row.path.as_str(), row.standing.id())).collect();
        use StandingId::{Differs, Equal, Left, New};
        assert_eq!(ids, [("new", New), ("equal", Equal), ("differs", Differs), ("bytes", Differs), ("left", Left)]);
        assert!(rows.iter().any(|row| {
            matches!(&row.standing, FileStanding::Differs(Some(difference)) if difference.counts() == (1, 2))
        }));
    }
}
