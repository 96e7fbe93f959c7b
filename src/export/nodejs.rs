//! A handler for Node.js, with mysql2 or pg.

use super::handler::{Sources, context, none_for_sqlserver};
use super::template::{TemplateError, fill};
use super::{File, Language, Target};
use crate::domain::setup::Setup;

pub(super) const TARGET: Target = Target {
    id: "nodejs",
    title: "Handler for Node.js",
    about: "One connection per environment, opened as this setup wants it, with verified TLS",
    runtime: Some("nodejs"),
    render,
};

const SOURCES: Sources = Sources {
    mysql: include_str!("../../assets/export/nodejs/mysql.mjs"),
    postgresql: include_str!("../../assets/export/nodejs/postgresql.mjs"),
};

fn render(setup: &Setup) -> Result<Vec<File>, TemplateError> {
    let Some(source) = SOURCES.of(setup.database.family) else { return none_for_sqlserver("nodejs", setup) };
    let package = include_str!("../../assets/export/nodejs/package.json");
    Ok(vec![
        File::new("nodejs/index.mjs", Language::JavaScript, fill("nodejs/index.mjs", source, context(setup))?),
        File::new("nodejs/package.json", Language::Json, fill("nodejs/package.json", package, context(setup))?),
    ])
}
