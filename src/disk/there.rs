//! What is at the places that files are to go to.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::domain::difference::There;
use crate::text::t;

/// So many bytes of a file are read to show what would change.
const SHOWN: u64 = 1 << 20;
/// How long a folder may take to answer; one over a network that is gone never does.
pub const TIME: Duration = Duration::from_secs(20);

/// What a file holds; `None` where there is none.
///
/// # Errors
/// It cannot be read, or something else than a file is in its place.
pub fn read(path: &Path) -> io::Result<Option<There>> {
    let there = match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
        // A device or a pipe has no end.
        Ok(there) if !there.is_file() => return Err(io::Error::other(t!("error-no-regular-file"))),
        Ok(there) => there,
    };
    if there.len() > SHOWN {
        return Ok(Some(There::Unshown));
    }
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(SHOWN).read_to_end(&mut bytes)?;
    Ok(Some(String::from_utf8(bytes).map_or(There::Unshown, There::Text)))
}

/// What a folder holds at these paths. A folder that is not there holds nothing.
///
/// # Errors
/// The first path that cannot be read, and why.
pub fn in_folder<'a>(
    folder: &Path,
    paths: impl IntoIterator<Item = &'a str>,
) -> Result<BTreeMap<String, There>, (PathBuf, io::Error)> {
    let whole = |error| (folder.to_owned(), error);
    match fs::metadata(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeMap::new()),
        Err(error) => return Err(whole(error)),
        Ok(there) if !there.is_dir() => return Err(whole(io::Error::other(t!("error-no-folder")))),
        Ok(_) => {}
    }
    let read = |path: &str| {
        let place = folder.join(path);
        match read(&place) {
            Ok(there) => there.map(|there| Ok((path.to_owned(), there))),
            Err(error) => Some(Err((place, error))),
        }
    };
    paths.into_iter().filter_map(read).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_folder_is_read_at_the_paths_that_are_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("cli")).unwrap();
        fs::write(folder.path().join("cli/setup.sh"), "a\n").unwrap();
        fs::write(folder.path().join("bytes"), [0xff]).unwrap();
        let there = in_folder(folder.path(), ["cli/setup.sh", "bytes", "absent"]).unwrap();
        let text = There::Text("a\n".to_owned());
        assert_eq!(there, [("bytes".to_owned(), There::Unshown), ("cli/setup.sh".to_owned(), text)].into());
        assert!(in_folder(&folder.path().join("not-there"), ["a"]).unwrap().is_empty());
    }

    #[test]
    fn what_is_no_folder_or_no_file_is_named() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("file"), "").unwrap();
        fs::create_dir(folder.path().join("a")).unwrap();
        let (path, error) = in_folder(&folder.path().join("file"), ["a"]).unwrap_err();
        assert_eq!((path, error.to_string()), (folder.path().join("file"), t!("error-no-folder").to_owned()));
        let (path, error) = in_folder(folder.path(), ["a"]).unwrap_err();
        assert_eq!((path, error.to_string()), (folder.path().join("a"), t!("error-no-regular-file").to_owned()));
    }
}
