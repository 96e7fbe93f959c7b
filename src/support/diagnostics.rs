//! One archive for whoever is asked for help: log, reports of crashes, settings and versions. The
//! settings go without names of accounts and of a person's folders.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::{crash, log};
use crate::disk::given;
use crate::domain::PROGRAM;
use crate::domain::json::pretty;
use crate::export::{CodeLanguage, File, archive};
use crate::report::{Kind, Report};
use crate::settings::Settings;
use crate::text::{said, t};

/// Its usual name.
pub const NAME: &str = "rds-proxy-wizard-diagnostics.zip";

#[derive(Serialize)]
struct Versions {
    program: &'static str,
    version: &'static str,
    system: &'static str,
    machine: &'static str,
}

/// What is in it.
///
/// # Errors
/// It cannot be packed.
pub fn packed(data: &Path) -> Result<Vec<u8>, Report> {
    let versions = Versions {
        program: PROGRAM,
        version: env!("CARGO_PKG_VERSION"),
        system: std::env::consts::OS,
        machine: std::env::consts::ARCH,
    };
    let mut files = vec![
        File::new("README.txt", CodeLanguage::Text, format!("{}\n", t!("diagnostics-readme"))),
        File::new("versions.json", CodeLanguage::Json, pretty(&versions) + "\n"),
        File::new("settings.json", CodeLanguage::Json, pretty(&Settings::load(data).anonymous()) + "\n"),
    ];
    files.extend(logs(data).iter().filter_map(|path| kept("log", path)));
    files.extend(crash::reports(&crash::folder(data)).iter().filter_map(|path| kept("crashes", path)));
    archive(&files).map_err(|error| Report::new(Kind::Internal, said!("save-not-packed")).because(error.to_string()))
}

/// A file that is gone or cannot be read is left out: it is rotated while this reads.
fn kept(folder: &str, path: &Path) -> Option<File> {
    let name = path.file_name()?.to_str()?;
    Some(File::new(&format!("{folder}/{name}"), CodeLanguage::Text, given::text(path).ok()?))
}

fn logs(data: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(log::folder(data)) else { return Vec::new() };
    let mut logs: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    logs.sort();
    logs
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::io::{Cursor, Read};

    use super::*;
    use crate::settings::Last;

    #[test]
    fn it_holds_log_reports_versions_and_settings_without_the_account() {
        let data = tempfile::tempdir().unwrap();
        let account = Some(Last::Profile { name: Some("acme-prod".into()), region: None });
        Settings { account, save_folder: Some("/home/mara".into()), ..Settings::default() }.save(data.path()).unwrap();
        for (folder, name) in [(log::folder(data.path()), "a.log"), (crash::folder(data.path()), "crash-1.txt")] {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(folder.join(name), "a line").unwrap();
        }
        let mut archive = zip::ZipArchive::new(Cursor::new(packed(data.path()).unwrap())).unwrap();
        let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
        for name in ["README.txt", "versions.json", "settings.json", "log/a.log", "crashes/crash-1.txt"] {
            assert!(names.contains(&name.to_owned()), "{names:?}");
            let mut text = String::new();
            archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
            assert!(!text.contains("acme") && !text.contains("mara"), "{name}: {text}");
        }
    }
}
