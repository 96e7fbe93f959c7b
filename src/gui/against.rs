//! The export against the folder that it is to go to. The folder is read in a task: when the page is
//! opened, when files or folder have changed, and when something was saved.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::fetched::Fetched;
use super::state::{Due, State};
use super::tasks::{TaskAnswer, Tasks};
use crate::disk::saved::{self, Changed};
use crate::disk::there;
use crate::export::{Compared, FileStanding, StandingId, compare, other_paths};
use crate::report::{Kind, Report};
use crate::text::{said, t};

/// How long a typed folder must rest before it is read.
const REST: Duration = Duration::from_millis(300);

/// What is to become of a file that differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileChoice {
    /// What is there stays.
    Keep,
    /// It is written over, and not asked about again.
    Take,
}

/// What was asked: the folder, and which rendering of the files.
#[derive(Debug, Clone, PartialEq, Eq)]
struct ComparedWith {
    folder: String,
    rendered: u64,
}

#[derive(Default)]
pub struct Against {
    pub rows: Fetched<Vec<Compared>, Report>,
    asked: Option<ComparedWith>,
    typed_at: Option<Instant>,
    /// The folder that the rows are of.
    folder: String,
    /// By path, with the difference that was looked at: a choice is none about another difference.
    chosen: BTreeMap<String, (FileChoice, Option<String>)>,
}

impl Against {
    /// Whether the folder is to be read now.
    pub fn due(&mut self, folder: &str, rendered: u64, now: Instant) -> Due {
        let wanted = ComparedWith { folder: folder.trim().to_owned(), rendered };
        if self.asked.as_ref() == Some(&wanted) {
            self.typed_at = None;
            return Due::Not;
        }
        if wanted.folder == self.folder {
            return if wanted.folder.is_empty() { Due::Not } else { Due::Now };
        }
        // What is known is of another folder.
        self.rows.clear();
        if wanted.folder.is_empty() {
            self.folder.clear();
            self.asked = None;
            return Due::Not;
        }
        let since = *self.typed_at.get_or_insert(now);
        let rested = now.saturating_duration_since(since);
        if rested >= REST { Due::Now } else { Due::In(REST - rested) }
    }

    /// The folder may have changed: it is read again.
    pub fn read_again(&mut self) {
        self.asked = None;
    }

    fn standing(&self, path: &str) -> Option<&FileStanding> {
        self.rows.value()?.iter().find(|row| row.path == path).map(|row| &row.standing)
    }

    /// How a file stands to the folder, where that is known.
    pub fn id(&self, path: &str) -> Option<StandingId> {
        self.standing(path).map(FileStanding::id)
    }

    /// The files that differ, in their order.
    pub fn differing(&self) -> impl Iterator<Item = &Compared> {
        let rows = self.rows.value().map(Vec::as_slice).unwrap_or_default();
        rows.iter().filter(|row| row.standing.id() == StandingId::Differs)
    }

    /// Files of an earlier export that are no longer exported and still there.
    pub fn left(&self) -> impl Iterator<Item = &str> {
        let rows = self.rows.value().map(Vec::as_slice).unwrap_or_default();
        rows.iter().filter(|row| row.standing.id() == StandingId::Left).map(|row| row.path.as_str())
    }

    /// How many files stand so.
    pub fn count(&self, id: StandingId) -> usize {
        self.rows.value().map_or(0, |rows| rows.iter().filter(|row| row.standing.id() == id).count())
    }

    /// What was chosen about a file that differs as it did then.
    pub fn choice(&self, path: &str) -> Option<FileChoice> {
        let (choice, about) = self.chosen.get(path)?;
        let standing = self.standing(path)?;
        (standing.id() == StandingId::Differs && *about == unified(standing)).then_some(*choice)
    }

    /// Takes a choice, or takes it back where it is the same again.
    pub fn choose(&mut self, path: &str, choice: FileChoice) {
        let Some(standing) = self.standing(path) else { return };
        let (about, same) = (unified(standing), self.choice(path) == Some(choice));
        if same {
            self.chosen.remove(path);
        } else {
            self.chosen.insert(path.to_owned(), (choice, about));
        }
    }

    /// What is kept as it is in this folder.
    pub fn is_kept(&self, folder: &str, path: &str) -> bool {
        folder.trim() == self.folder && self.choice(path) == Some(FileChoice::Keep)
    }

    /// What is agreed to be written over in this folder.
    pub fn agreed(&self, folder: &str) -> Vec<Changed> {
        let place = saved::typed(folder);
        let taken = self.differing().filter(|row| self.choice(&row.path) == Some(FileChoice::Take));
        let changed = taken.map(|row| Changed { path: place.join(&row.path), diff: unified(&row.standing) });
        if folder.trim() == self.folder { changed.collect() } else { Vec::new() }
    }
}

fn unified(standing: &FileStanding) -> Option<String> {
    match standing {
        FileStanding::Differs(Some(difference)) => Some(difference.unified.clone()),
        FileStanding::New | FileStanding::Equal | FileStanding::Differs(None) | FileStanding::Left => None,
    }
}

/// Reads the folder and compares.
pub fn ask(state: &mut State, tasks: &Tasks, now: Instant) {
    let Some(setup) = state.exported().map(|exported| exported.setup.clone()) else { return };
    let look = &mut state.pages.export;
    if look.folder().trim().is_empty() || look.files().is_empty() {
        return;
    }
    let (folder, rendered) = (look.folder().trim().to_owned(), look.rendered());
    let (files, place) = (look.files().to_vec(), saved::typed(&folder));
    let against = &mut look.against;
    let generation = against.rows.ask(now);
    against.typed_at = None;
    against.folder.clone_from(&folder);
    against.asked = Some(ComparedWith { folder, rendered });
    tasks.answer(async move {
        let slow = || unread(place.clone(), t!("export-folder-slow"));
        let work = {
            let place = place.clone();
            move || {
                // Every target is rendered for it, so only where there is a folder, and not on the page.
                let others = other_paths(&setup, &files).map_err(|error| unread(place.clone(), &error.to_string()))?;
                let paths = files.iter().map(|file| &file.path).chain(&others).map(String::as_str);
                let there = there::in_folder(&place, paths);
                there.map(|there| compare(&files, &there)).map_err(|(path, error)| unread(path, &error.to_string()))
            }
        };
        let read = tokio::time::timeout(there::TIME, tokio::task::spawn_blocking(work)).await;
        let rows = match read {
            Ok(Ok(rows)) => rows,
            Ok(Err(error)) => Err(unread(place.clone(), &error.to_string())),
            Err(_) => Err(slow()),
        };
        TaskAnswer::Compared(generation, Box::new(rows))
    });
}

fn unread(path: PathBuf, why: &str) -> Report {
    Report::new(Kind::Input, said!("export-folder-unread", path = path.display().to_string())).because(why)
}

/// Asks the system's own dialog for the folder. Where there is none the typed one stays.
pub fn pick(tasks: &Tasks) {
    tasks.answer(async move {
        let picked = rfd::AsyncFileDialog::new().set_title(t!("dialog-folder")).pick_folder().await;
        TaskAnswer::ExportFolder(picked.map(|picked| picked.path().to_owned()))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Difference;

    fn differs(diff: &str) -> FileStanding {
        FileStanding::Differs(Some(Difference { unified: diff.to_owned(), groups: Vec::new() }))
    }

    fn read(against: &mut Against, standing: FileStanding) {
        let generation = against.rows.ask(Instant::now());
        let row = Compared { path: "a".to_owned(), standing };
        against.rows.answer(generation, Ok(vec![row]), Instant::now());
    }

    #[test]
    fn a_choice_is_about_the_difference_that_was_seen() {
        let mut against = Against { folder: "out".to_owned(), ..Against::default() };
        read(&mut against, differs("-1"));
        against.choose("a", FileChoice::Take);
        assert_eq!(against.agreed("out").len(), 1);
        assert!(against.agreed("elsewhere").is_empty());
        read(&mut against, differs("-2"));
        assert_eq!(against.choice("a"), None);
        assert!(against.agreed("out").is_empty());
        against.choose("a", FileChoice::Keep);
        assert!(against.is_kept("out", "a") && !against.is_kept("elsewhere", "a"));
        against.choose("a", FileChoice::Keep);
        assert!(!against.is_kept("out", "a"), "the same again takes it back");
    }

    #[test]
    fn a_typed_folder_rests_and_another_rendering_is_read_at_once() {
        let mut against = Against::default();
        let now = Instant::now();
        assert_eq!(against.due("", 1, now), Due::Not);
        assert!(matches!(against.due("out", 1, now), Due::In(_)));
        assert_eq!(against.due("out", 1, now + REST), Due::Now);
        against.folder = "out".to_owned();
        against.asked = Some(ComparedWith { folder: "out".to_owned(), rendered: 1 });
        assert_eq!(against.due(" out ", 1, now), Due::Not);
        assert_eq!(against.due("out", 2, now), Due::Now);
        against.asked = Some(ComparedWith { folder: "out".to_owned(), rendered: 2 });
        against.read_again();
        assert_eq!(against.due("out", 2, now), Due::Now);
    }
}
