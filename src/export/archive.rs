//! An export as one archive: the same bytes for the same files.

use std::io::{Cursor, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::File;

/// The files as a `.zip`, scripts with the right to run.
pub fn archive(files: &[File]) -> Result<Vec<u8>, ZipError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(if file.executable { 0o755 } else { 0o644 });
        archive.start_file(&file.path, options)?;
        archive.write_all(file.text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::io::Read;

    use super::super::CodeLanguage;
    use super::*;

    #[test]
    fn an_archive_holds_the_files_and_is_the_same_twice() {
        let script = File::new("cli/setup.sh", CodeLanguage::Shell, "echo a\n".repeat(100));
        let files = [script, File::new("README.md", CodeLanguage::Text, "# a\n".to_owned())];
        let bytes = archive(&files).unwrap();
        assert_eq!(bytes, archive(&files).unwrap());
        assert!(bytes.len() < 500, "it is packed: {}", bytes.len());
        let mut read = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for file in &files {
            let mut entry = read.by_name(&file.path).unwrap();
            assert_eq!(entry.unix_mode().unwrap() & 0o111 != 0, file.executable);
            let mut text = String::new();
            entry.read_to_string(&mut text).unwrap();
            assert_eq!(text, file.text);
        }
    }
}
