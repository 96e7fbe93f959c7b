//! Files and folders that are nobody else's business: 0700 and 0600, whatever the umask says and
//! whatever an older version left behind. A link that somebody put in a file's place is not
//! followed.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;

use crate::text::t;
use tempfile::NamedTempFile;

/// Makes the folder, or closes an existing one to others. One that the person has linked to
/// another place is theirs to guard.
pub fn folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)?;
    if std::fs::symlink_metadata(path)?.is_dir() {
        close_to_others(&File::open(path)?, 0o700);
    }
    Ok(())
}

/// Closes the files of a folder to others; there may be no such folder.
pub fn files(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        // Asked before it is opened: opening a pipe or a device may have effects.
        if entry.file_type().is_ok_and(|kind| kind.is_file())
            && let Ok(file) = no_link(OpenOptions::new().read(true)).open(entry.path())
        {
            close_to_others(&file, 0o600);
        }
    }
}

/// A file to hold a lock on. What it holds stays.
pub fn lock_file(path: &Path) -> io::Result<File> {
    let file = no_link(OpenOptions::new().create(true).truncate(false).write(true)).open(path)?;
    if !file.metadata()?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, t!("error-no-file")));
    }
    close_to_others(&file, 0o600);
    Ok(file)
}

/// What a file of ours holds.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut file = no_link(OpenOptions::new().read(true)).open(path)?;
    if !file.metadata()?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, t!("error-no-file")));
    }
    let mut content = Vec::new();
    file.read_to_end(&mut content)?;
    Ok(content)
}

/// Replaces a file, or the link in its place, by this content: a reader sees the old or the new.
/// The draft lies beside it and begins with `prefix`.
pub fn replace(path: &Path, prefix: &str, content: &[u8]) -> io::Result<()> {
    let mut draft = draft(path, prefix)?;
    draft.write_all(content)?;
    draft.persist(path)?;
    Ok(())
}

/// A new file in the same folder, for its owner only, that is gone when it is dropped.
pub fn draft(path: &Path, prefix: &str) -> io::Result<NamedTempFile> {
    tempfile::Builder::new().prefix(prefix).tempfile_in(path.parent().unwrap_or(Path::new(".")))
}

/// Where the system of files knows no modes there is nothing to close.
fn close_to_others(file: &File, mode: u32) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let open = |metadata: std::fs::Metadata| metadata.permissions().mode() & 0o777 != mode;
        if file.metadata().is_ok_and(open) {
            let _ = file.set_permissions(PermissionsExt::from_mode(mode));
        }
    }
    #[cfg(not(unix))]
    let _ = (file, mode);
}

fn no_link(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        // Nor is it waited for the other end of a pipe.
        options.mode(0o600).custom_flags(libc::O_NOFOLLOW | libc::O_NONBLOCK);
    }
    options
}

#[cfg(all(test, unix))]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    fn mode(path: &Path) -> u32 {
        std::fs::symlink_metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn what_is_there_is_closed_and_what_is_made_is_closed_from_the_start() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("a/b");
        folder(&path).unwrap();
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o700, 0o700));
        std::fs::set_permissions(&path, PermissionsExt::from_mode(0o755)).unwrap();
        let file = path.join("receipt.json");
        std::fs::write(&file, "kept").unwrap();
        std::fs::set_permissions(&file, PermissionsExt::from_mode(0o644)).unwrap();
        folder(&path).unwrap();
        files(&path);
        assert_eq!((mode(&path), mode(&file)), (0o700, 0o600));
        drop(lock_file(&file).unwrap());
        assert_eq!(read(&file).unwrap(), b"kept");
    }

    #[test]
    fn a_link_in_a_files_place_is_not_followed() {
        let home = tempfile::tempdir().unwrap();
        let (victim, link) = (home.path().join("victim"), home.path().join(".holder"));
        std::fs::write(&victim, "theirs").unwrap();
        std::fs::set_permissions(&victim, PermissionsExt::from_mode(0o644)).unwrap();
        symlink(&victim, &link).unwrap();
        assert!(lock_file(&link).is_err());
        assert!(read(&link).is_err());
        files(home.path());
        replace(&link, ".draft-", b"ours").unwrap();
        assert_eq!((std::fs::read(&victim).unwrap(), mode(&victim)), (b"theirs".to_vec(), 0o600));
        assert_eq!((read(&link).unwrap(), mode(&link)), (b"ours".to_vec(), 0o600));
    }
}
