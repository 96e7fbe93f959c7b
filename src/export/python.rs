//! A handler for Python, with PyMySQL or psycopg.

use super::handler::{Sources, context, none_for_sqlserver};
use super::template::{TemplateError, fill};
use super::{File, Language, Target};
use crate::domain::setup::Setup;

pub(super) const TARGET: Target = Target {
    id: "python",
    title: "Handler for Python",
    about: "One connection per environment, opened as this setup wants it, with verified TLS",
    runtime: Some("python"),
    render,
};

const SOURCES: Sources = Sources {
    mysql: include_str!("../../assets/export/python/mysql.py"),
    postgresql: include_str!("../../assets/export/python/postgresql.py"),
};

fn render(setup: &Setup) -> Result<Vec<File>, TemplateError> {
    let Some(source) = SOURCES.of(setup.database.family) else { return none_for_sqlserver("python", setup) };
    let needs = include_str!("../../assets/export/python/requirements.txt");
    Ok(vec![
        File::new("python/handler.py", Language::Python, fill("python/handler.py", source, context(setup))?),
        File::new("python/requirements.txt", Language::Text, fill("python/requirements.txt", needs, context(setup))?),
    ])
}
