//! The script for the AWS CLI and its undo once more, for PowerShell.

use super::template::{TemplateError, fill_with};
use super::{CodeLanguage, ExportTarget, File, cli};
use crate::domain::setup::Setup;

pub(super) const TARGET: ExportTarget = ExportTarget {
    id: "powershell",
    how: include_str!("../../assets/export/powershell/how.md"),
    handler: None,
    render,
    adopt: None,
};

fn render(setup: &Setup) -> Result<Vec<File>, TemplateError> {
    const PIECES: [(&str, &str); 1] = [("aws.ps1", include_str!("../../assets/export/powershell/aws.ps1"))];
    let context = cli::context(setup);
    let script = |path, source| {
        Ok::<_, TemplateError>(File::new(
            path,
            CodeLanguage::PowerShell,
            fill_with(path, source, &PIECES, context.clone())?,
        ))
    };
    Ok(vec![
        script("powershell/setup.ps1", include_str!("../../assets/export/powershell/setup.ps1"))?
            .about("makes all of it"),
        script("powershell/undo.ps1", include_str!("../../assets/export/powershell/undo.ps1"))?
            .about("takes back what was made"),
    ])
}
