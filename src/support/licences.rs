//! What this program is made of, with every licence. `tests/suite/licences.rs` holds the lists against what is
//! linked.

use std::io::Read;
use zip::ZipArchive;
use zip::result::ZipResult;

use crate::text::t;

/// Each library with its licence, and where its texts are below.
const LIBRARIES: &str = include_str!("../../assets/licences/libraries.txt");
/// The texts, each once, under the numbers that the libraries name.
const TEXTS: &[u8] = include_bytes!("../../assets/licences/texts.zip");
/// The fonts with their licences.
const FONTS: [&str; 4] = [
    include_str!("../../assets/fonts/LICENSES/Inter.txt"),
    include_str!("../../assets/fonts/LICENSES/JetBrainsMono.txt"),
    include_str!("../../assets/fonts/LICENSES/Lucide.txt"),
    include_str!("../../assets/fonts/LICENSES/NotoSansCJK.txt"),
];
const RULE: &str = "================================================================================";

/// The program's own licences, then the libraries', their texts, and the fonts'.
///
/// # Errors
/// The archive inside the program cannot be read.
pub fn all() -> ZipResult<String> {
    let own = include_str!("../../LICENSE-MIT").trim_end();
    let mut all = format!("{own}\n\n{}\n\n{LIBRARIES}\n", t!("cli-licences-own"));
    let mut archive = ZipArchive::new(std::io::Cursor::new(TEXTS))?;
    for at in 0..archive.len() {
        let mut file = archive.by_index(at)?;
        all.push_str(&format!("{RULE}\n[{}]\n\n", file.name()?));
        file.read_to_string(&mut all)?;
        all.push('\n');
    }
    for font in FONTS {
        all.push_str(&format!("\n{RULE}\n{}", font.trim_end()));
    }
    Ok(all)
}
