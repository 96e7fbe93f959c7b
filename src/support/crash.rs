//! A crash writes a report: version, system, place and backtrace. Words that were put together at run time
//! are left out of it, for they may hold anything.

use std::any::Any;
use std::backtrace::Backtrace;
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::disk::private;
use crate::domain::PROGRAM;
use crate::text::t;

/// Reports that are kept.
const KEPT: usize = 10;

/// Their folder within the data folder.
pub fn folder(data: &Path) -> PathBuf {
    data.join("crashes")
}

/// From here on a crash writes a report into the data folder, and `tell` says where.
pub fn report_to(data: &Path, tell: impl Fn(&str) + Send + Sync + 'static) {
    let folder = folder(data);
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        usual(info);
        let trace = Backtrace::force_capture().to_string();
        if let Ok(path) = write(&folder, &text(info, &trace)) {
            tell(&t!("crash-written", path = path.display().to_string()));
        }
    }));
}

/// The newest report, where it is newer than the one that was seen.
pub fn unseen(data: &Path, seen: Option<&str>) -> Option<PathBuf> {
    let newest = reports(&folder(data)).pop()?;
    let name = newest.file_name()?.to_str()?;
    seen.is_none_or(|seen| name > seen).then_some(newest)
}

/// All reports, the oldest first.
pub fn reports(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut reports: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|kind| kind == "txt")).collect();
    reports.sort();
    reports
}

fn text(info: &PanicHookInfo<'_>, trace: &str) -> String {
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    let words = literal(info.payload()).unwrap_or("(made at run time, and left out: it may hold data)");
    format!(
        "{PROGRAM} {}\nsystem: {} {}\nplace: {place}\nmessage: {words}\n\n{trace}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
    )
}

/// The message where it stands so in the source.
fn literal(payload: &dyn Any) -> Option<&'static str> {
    payload.downcast_ref::<&'static str>().copied()
}

fn write(folder: &Path, text: &str) -> std::io::Result<PathBuf> {
    if let Some(data) = folder.parent() {
        private::folder(data)?;
    }
    private::folder(folder)?;
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let path = folder.join(format!("crash-{:016}.txt", since.as_micros()));
    private::replace(&path, ".crash-", text.as_bytes())?;
    let reports = reports(folder);
    for old in reports.iter().take(reports.len().saturating_sub(KEPT)) {
        let _ = std::fs::remove_file(old);
    }
    Ok(path)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;

    #[test]
    fn a_few_reports_are_kept_and_the_newest_is_told_until_it_was_seen() {
        let data = tempfile::tempdir().unwrap();
        assert_eq!(unseen(data.path(), None), None);
        let paths: Vec<PathBuf> = (0..KEPT + 2).map(|_| write(&folder(data.path()), "text").unwrap()).collect();
        assert_eq!(reports(&folder(data.path())).len(), KEPT);
        let newest = paths.last().unwrap();
        assert_eq!(unseen(data.path(), None).as_ref(), Some(newest));
        let seen = newest.file_name().unwrap().to_str();
        assert_eq!(unseen(data.path(), seen), None);
        let next = write(&folder(data.path()), "text").unwrap();
        assert_eq!(unseen(data.path(), seen), Some(next));
    }

    #[test]
    fn words_made_at_run_time_are_left_out() {
        let literally = panic::catch_unwind(|| panic!("stands in the source")).unwrap_err();
        assert_eq!(literal(literally.as_ref()), Some("stands in the source"));
        let secret = String::from("hunter2");
        let made = panic::catch_unwind(|| panic!("the password is {secret}")).unwrap_err();
        assert_eq!(literal(made.as_ref()), None);
    }
}
