//! Reads a file that somebody gave, whole and within bounds: a device or a pipe may have no end, or
//! never begin.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

use crate::text::t;

/// Bytes that a file may have; none that this program reads has nearly as many.
const SIZE: u64 = 32 << 20;
/// How long reading one may take.
const TIME: Duration = Duration::from_secs(10);

/// Why a file was not read.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// What the operating system said.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// There is more than the limit.
    #[error("{}", t!("error-file-too-large", most = .0 >> 20))]
    TooLarge(u64),
    /// A pipe that nobody writes to, or one that does not end.
    #[error("{}", t!("error-file-endless", seconds = .0.as_secs()))]
    Endless(Duration),
    /// The text is in another encoding.
    #[error("{}", if *.utf16 { t!("error-file-utf16") } else { t!("error-file-not-text") })]
    NotText {
        /// It begins as UTF-16 does.
        utf16: bool,
    },
}

/// The file's text; a byte order mark in front is none of it.
///
/// # Errors
/// It cannot be read, is no UTF-8, or has no end in sight.
pub fn text(path: &Path) -> Result<String, FileError> {
    decoded(bytes(path)?)
}

/// The file's bytes.
///
/// # Errors
/// It cannot be read or has no end in sight.
pub fn bytes(path: &Path) -> Result<Vec<u8>, FileError> {
    within(path, SIZE, TIME)
}

fn within(path: &Path, size: u64, time: Duration) -> Result<Vec<u8>, FileError> {
    let (sender, receiver) = mpsc::sync_channel(1);
    let path = path.to_owned();
    // Opening a pipe waits for whoever writes to it, and nothing ends that: the thread is left behind.
    std::thread::Builder::new().name("read a file".to_owned()).spawn(move || {
        // Nobody listens any more when the time is over.
        let _ = sender.send(read(&path, size));
    })?;
    receiver.recv_timeout(time).unwrap_or(Err(FileError::Endless(time)))
}

fn read(path: &Path, size: u64) -> Result<Vec<u8>, FileError> {
    let mut bytes = Vec::new();
    File::open(path)?.take(size + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > size { Err(FileError::TooLarge(size)) } else { Ok(bytes) }
}

fn decoded(bytes: Vec<u8>) -> Result<String, FileError> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let utf16 = error.as_bytes().starts_with(&[0xff, 0xfe]) || error.as_bytes().starts_with(&[0xfe, 0xff]);
        FileError::NotText { utf16 }
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_byte_order_mark_is_no_text_and_other_encodings_are_named() {
        assert_eq!(decoded(b"\xef\xbb\xbf{}".to_vec()).unwrap(), "{}");
        assert_eq!(decoded(b"{\xef\xbb\xbf}".to_vec()).unwrap(), "{\u{feff}}");
        for (bytes, words) in [(&b"\xff\xfe{\0}\0"[..], "UTF-16"), (b"\xe9", "it is not UTF-8 text")] {
            assert!(decoded(bytes.to_vec()).unwrap_err().to_string().contains(words));
        }
    }

    #[test]
    fn a_file_may_be_as_large_as_the_limit_and_no_larger() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), [b'x'; 10]).unwrap();
        assert_eq!(within(file.path(), 10, TIME).unwrap().len(), 10);
        assert!(matches!(within(file.path(), 9, TIME), Err(FileError::TooLarge(9))));
    }

    #[cfg(unix)]
    #[test]
    fn what_never_begins_and_what_never_ends_is_given_up() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        assert!(matches!(within(&pipe, 10, Duration::from_millis(20)), Err(FileError::Endless(_))));
        assert!(matches!(bytes(Path::new("/dev/zero")), Err(FileError::TooLarge(SIZE))));
    }
}
