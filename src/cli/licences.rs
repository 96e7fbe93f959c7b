//! `licences`: what this program is made of. `tests/suite/licences.rs` holds the lists against what is linked.

use std::io::Read;
use zip::ZipArchive;
use zip::result::ZipResult;

use super::output::{self, Ended, Exit, Failure};
use crate::report::{Kind, Report};
use crate::text::t;

/// Each library with its licence, and where its texts are below.
const LIBRARIES: &str = include_str!("../../assets/licences/libraries.txt");
/// The texts, each once, under the numbers that the libraries name.
const TEXTS: &[u8] = include_bytes!("../../assets/licences/texts.zip");
/// The fonts with their licences.
const FONTS: [&str; 4] = [
    include_str!("../../assets/fonts/LICENSES/Inter.txt"),
    include_str!("../../assets/fonts/LICENSES/JetBrainsMono.txt"),
    include_str!("../../assets/fonts/LICENSES/NotoSansCJK.txt"),
    include_str!("../../assets/fonts/LICENSES/Lucide.txt"),
];

/// Prints the program's own licences, then the libraries', their texts, and the fonts'.
pub fn run() -> Ended {
    let texts = texts().map_err(|error| {
        let report = Report::new(Kind::Internal, t!("cli-no-licences")).because(error.to_string());
        Failure::new(Exit::Failed, report)
    })?;
    output::code(include_str!("../../LICENSE-MIT").trim_end());
    output::code(&format!("\n{}\n\n{LIBRARIES}", t!("cli-licences-own")));
    output::code(&texts);
    for font in FONTS {
        output::code(&format!("{RULE}\n{}", font.trim_end()));
    }
    Ok(Exit::Done)
}

const RULE: &str = "================================================================================";

fn texts() -> ZipResult<String> {
    let mut archive = ZipArchive::new(std::io::Cursor::new(TEXTS))?;
    let mut all = String::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at)?;
        all.push_str(&format!("{RULE}\n[{}]\n\n", file.name()?));
        file.read_to_string(&mut all)?;
        all.push('\n');
    }
    Ok(all)
}
