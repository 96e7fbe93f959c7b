//! Files that a person asked for: where they go, what they would change there, and writing them.
//!
//! What is there is never written over unseen: [`compare`] tells first. Each file is written so
//! that either the old or the new one is there, whatever happens.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::there;
use crate::domain::difference::{There, unified};

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// Where to.
    pub path: PathBuf,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// It is a script.
    pub executable: bool,
}

/// A file that is there and would become another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The file.
    pub path: PathBuf,
    /// What would change, as a unified diff; `None` where what is there is no text or too long.
    pub diff: Option<String>,
}

/// A typed path, with `~` as the home folder.
pub fn typed(text: &str) -> PathBuf {
    let text = text.trim();
    let home = || directories::UserDirs::new().map(|folders| folders.home_dir().to_owned());
    match text.strip_prefix('~') {
        Some("") => home().unwrap_or_else(|| text.into()),
        Some(rest) if rest.starts_with(['/', std::path::MAIN_SEPARATOR]) => {
            home().map_or_else(|| text.into(), |home| home.join(rest.trim_start_matches(['/', '\\'])))
        }
        _ => text.into(),
    }
}

/// The files that are there already and differ. An error names the file that it is about.
pub fn compare(files: &[NewFile]) -> Result<Vec<Changed>, (PathBuf, io::Error)> {
    files.iter().filter_map(|file| changed(file).map_err(|error| (file.path.clone(), error)).transpose()).collect()
}

fn changed(file: &NewFile) -> io::Result<Option<Changed>> {
    let new = std::str::from_utf8(&file.bytes);
    let diff = match (there::read(&file.path)?, new) {
        (None, _) => return Ok(None),
        (Some(There::Text(old)), _) if old.as_bytes() == file.bytes => return Ok(None),
        (Some(There::Text(old)), Ok(new)) => Some(unified(&old, new)),
        (Some(There::Text(_) | There::Unshown), _) => None,
    };
    Ok(Some(Changed { path: file.path.clone(), diff }))
}

/// Writes them one after another; the folders are made. An error names the file that it is about.
pub fn write(files: &[NewFile]) -> Result<(), (PathBuf, io::Error)> {
    files.iter().try_for_each(|file| write_one(file).map_err(|error| (file.path.clone(), error)))
}

fn write_one(file: &NewFile) -> io::Result<()> {
    let folder = file.path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut draft = tempfile::NamedTempFile::new_in(folder)?;
    draft.write_all(&file.bytes)?;
    // A new one is for its owner and whom they let read it; one that is there keeps its rights.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = if file.executable { 0o755 } else { 0o644 };
        let rights = match fs::metadata(&file.path) {
            Ok(there) => fs::Permissions::from_mode(there.permissions().mode() | (mode & 0o111)),
            Err(_) => fs::Permissions::from_mode(mode),
        };
        draft.as_file().set_permissions(rights)?;
    }
    draft.as_file().sync_all()?;
    draft.persist(&file.path)?;
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn file(path: PathBuf, text: &str) -> NewFile {
        NewFile { path, bytes: text.into(), executable: false }
    }

    #[test]
    fn only_what_differs_is_told_with_its_difference() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let files = [file(at("new.txt"), "a\n"), file(at("same.txt"), "b\n"), file(at("other.txt"), "one\ntwo\n")];
        fs::write(at("same.txt"), "b\n").unwrap();
        fs::write(at("other.txt"), "one\nthree\n").unwrap();
        let changed = compare(&files).unwrap();
        assert_eq!(changed.len(), 1);
        assert_eq!(changed.first().unwrap().path, at("other.txt"));
        assert!(changed.first().unwrap().diff.as_ref().unwrap().contains("-three\n+two\n"), "{changed:?}");
        write(&files).unwrap();
        assert!(compare(&files).unwrap().is_empty());
    }

    #[test]
    fn what_is_no_text_is_told_without_and_what_is_no_file_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let bytes = folder.path().join("bytes");
        fs::write(&bytes, [0xff, 0xfe]).unwrap();
        let changed = compare(&[file(bytes.clone(), "text")]).unwrap();
        assert_eq!(changed, [Changed { path: bytes, diff: None }]);
        let (path, error) = compare(&[file(folder.path().to_owned(), "text")]).unwrap_err();
        assert_eq!(path, folder.path());
        assert!(error.to_string().contains("not a regular file"), "{error}");
    }

    #[test]
    fn a_tilde_is_the_home_folder_and_nothing_else_is() {
        let home = directories::UserDirs::new().unwrap().home_dir().to_owned();
        assert_eq!(typed(" ~ "), home);
        assert_eq!(typed("~/files"), home.join("files"));
        assert_eq!(typed("~other/files"), Path::new("~other/files"));
        assert_eq!(typed("a~b"), Path::new("a~b"));
    }
}
