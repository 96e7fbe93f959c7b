//! The log: one file a day in the data folder, the newest few kept.
//!
//! Only what this program says itself is written, never what a library says: the AWS SDK logs requests
//! with all there is in them. What is said is names of operations and resources, kinds of errors and
//! times.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use tracing::level_filters::LevelFilter;
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::reload::{self, Handle};
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{Layer, Registry, fmt};

use crate::disk::private;
use crate::settings::LogLevel;

/// Days that are kept.
const KEPT: usize = 7;
/// How the target of everything in this crate begins.
const OURS: &str = env!("CARGO_CRATE_NAME");

static FILTER: OnceLock<Handle<Targets, Registry>> = OnceLock::new();

/// Its folder within the data folder.
pub fn folder(data: &Path) -> PathBuf {
    data.join("log")
}

/// Begins to write, for as long as the program runs. Where there can be no file there is no log: nothing that
/// the program is for needs one.
pub fn start(data: &Path, level: LogLevel) {
    let folder = folder(data);
    if private::folder(data).is_err() || private::folder(&folder).is_err() {
        return;
    }
    let file = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("rds-proxy-wizard")
        .filename_suffix("log")
        .max_log_files(KEPT)
        .build(&folder);
    let Ok(file) = file else { return };
    let (filter, handle) = reload::Layer::new(targets(level));
    let lines = fmt::layer().with_ansi(false).with_writer(file).with_filter(filter);
    if tracing_subscriber::registry().with(lines).try_init().is_ok() {
        let _ = FILTER.set(handle);
        private::files(&folder);
    }
}

/// Another level from now on.
pub fn set_level(level: LogLevel) {
    if let Some(filter) = FILTER.get() {
        let _ = filter.reload(targets(level));
    }
}

fn targets(level: LogLevel) -> Targets {
    Targets::new().with_target(
        OURS,
        match level {
            LogLevel::Off => LevelFilter::OFF,
            LogLevel::Problems => LevelFilter::WARN,
            LogLevel::Changes => LevelFilter::INFO,
            LogLevel::Everything => LevelFilter::DEBUG,
        },
    )
}
