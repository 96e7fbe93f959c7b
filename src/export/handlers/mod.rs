//! Handler code in many languages: one thin file each, with the templates of its folder in
//! `assets/export/<language>/`. One context holds what differs by engine, mode and language.

mod dotnet;
mod go;
mod java;
mod nodejs;
mod php;
mod python;
mod ruby;
mod run;
mod rust;
mod typescript;

use minijinja::context;
use minijinja::value::Value;

use super::template::{TemplateError, fill_with};
use super::{CodeLanguage, ExportTarget, File};
use crate::domain::database::EngineFamily;
use crate::domain::handler_language::HandlerLanguage;
use crate::domain::outside::one_line;
use crate::domain::proxy::AuthMode;
use crate::domain::secrets_extension::extension_layers;
use crate::domain::setup::Setup;

pub(super) use run::run;

/// The target of each language.
pub(super) const TARGETS: [ExportTarget; HandlerLanguage::ALL.len()] = [
    nodejs::TARGET,
    typescript::TARGET,
    python::TARGET,
    java::TARGET,
    go::TARGET,
    rust::TARGET,
    dotnet::TARGET,
    ruby::TARGET,
    php::TARGET,
];

/// What is done with any of them.
const HOW: &str = include_str!("../../../assets/export/handler/how.md");

/// A file of a handler.
struct Template {
    /// In the language's folder.
    path: &'static str,
    language: CodeLanguage,
    source: TemplateSource,
}

/// Where a file's template is.
enum TemplateSource {
    /// The same for every engine.
    Any(&'static str),
    /// One for MySQL and MariaDB, one for PostgreSQL, and where there is one, for SQL Server.
    PerEngine { mysql: &'static str, postgresql: &'static str, sqlserver: Option<&'static str> },
}

/// A language's handler.
struct Handler {
    language: HandlerLanguage,
    files: &'static [Template],
    /// What templates include by name.
    pieces: &'static [(&'static str, &'static str)],
    /// How it is built and packed, for the folder's README.
    build: &'static str,
}

/// Where the password of a handler comes from, in password mode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PasswordFrom {
    SecretsManager,
    /// The AWS Parameters and Secrets Lambda extension.
    Extension,
}

impl Handler {
    fn render(&self, setup: &Setup) -> Result<Vec<File>, TemplateError> {
        if !self.language.is_written_for(setup.database.family, setup.auth_mode) {
            return none_for_sqlserver(self.language, setup);
        }
        let mut files = self.files_of(setup, PasswordFrom::SecretsManager, self.language.id())?;
        if setup.auth_mode == AuthMode::Password {
            let folder = format!("{}/with-extension", self.language.id());
            files.extend(self.files_of(setup, PasswordFrom::Extension, &folder)?);
        }
        let readme = Template {
            path: "README.md",
            language: CodeLanguage::Text,
            source: TemplateSource::Any(include_str!("../../../assets/export/handler/README.md")),
        };
        files.push(self.file(&readme, setup, PasswordFrom::SecretsManager, self.language.id())?);
        Ok(files)
    }

    fn files_of(&self, setup: &Setup, from: PasswordFrom, folder: &str) -> Result<Vec<File>, TemplateError> {
        self.files.iter().map(|template| self.file(template, setup, from, folder)).collect()
    }

    fn file(
        &self,
        template: &Template,
        setup: &Setup,
        from: PasswordFrom,
        folder: &str,
    ) -> Result<File, TemplateError> {
        let source = match template.source {
            TemplateSource::Any(source) => source,
            TemplateSource::PerEngine { mysql, postgresql, sqlserver } => match setup.database.family {
                EngineFamily::Mysql => mysql,
                EngineFamily::Postgresql => postgresql,
                EngineFamily::Sqlserver => sqlserver.unwrap_or_default(),
            },
        };
        let mut pieces = self.pieces.to_vec();
        pieces.push(("build", self.build));
        let text = fill_with(template.path, source, &pieces, context(setup, self.language, from, template.language))?;
        Ok(File::new(&format!("{folder}/{}", template.path), template.language, text))
    }
}

fn context(setup: &Setup, language: HandlerLanguage, from: PasswordFrom, written_in: CodeLanguage) -> Value {
    let names = &setup.access.variable_names;
    let (layers, layers_of) = extension_layers(&setup.account.region).unzip();
    context! {
        function => named(&setup.access.function_name, written_in),
        proxy => named(&setup.name, written_in),
        database_id => named(&setup.database.id, written_in),
        auth_mode => setup.auth_mode.to_string(),
        token => setup.auth_mode.uses_token(),
        password => setup.auth_mode == AuthMode::Password,
        extension => from == PasswordFrom::Extension,
        sqlserver => setup.database.family == EngineFamily::Sqlserver,
        mysql => setup.database.family == EngineFamily::Mysql,
        typescript => language == HandlerLanguage::Typescript,
        title => language.title(),
        layer_x86_64 => layers.map(|layers| layers.x86_64.as_str()),
        layer_arm64 => layers.and_then(|layers| layers.arm64.as_deref()),
        layers_of => layers_of,
        host => &names.host,
        // Absent where reads go where writes go.
        reader => setup.access.environment.contains_key(&names.reader_host).then_some(&names.reader_host),
        port => &names.port,
        user => &names.user,
        secret => &names.secret,
        // Absent where no database name is known: the handler then connects without one.
        database => setup.access.environment.contains_key(&names.database).then_some(&names.database),
    }
}

/// A name as it may stand in a comment. Java reads `\u` there as anywhere, PHP ends its code at `?>`.
fn named(name: &str, written_in: CodeLanguage) -> String {
    let name = one_line(name);
    match written_in {
        CodeLanguage::Java => name.replace('\\', r"\\"),
        CodeLanguage::Php => name.replace("?>", "? >"),
        _ => name.into_owned(),
    }
}

/// Instead of code that could not work.
fn none_for_sqlserver(language: HandlerLanguage, setup: &Setup) -> Result<Vec<File>, TemplateError> {
    let source = include_str!("../../../assets/export/sqlserver.txt");
    let text = fill_with(
        "sqlserver.txt",
        source,
        &[],
        context(setup, language, PasswordFrom::SecretsManager, CodeLanguage::Text),
    )?;
    Ok(vec![File::new(&format!("{}/README.txt", language.id()), CodeLanguage::Text, text)])
}
