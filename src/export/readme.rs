//! The README in the root of an export: what each file is, and what to do with it. It is made from the
//! files themselves, so that it speaks of nothing that is not there.
//!
//! A target's own part is `how.md` in its folder of templates. It sees the same context, `files` as
//! those of its target.

use minijinja::context;
use minijinja::value::Value;

use super::attach;
use super::database_user::{DatabaseUser, PASSWORD, is_there_already};
use super::handlers::run;
use super::resources::function;
use super::sam::with_function;
use super::template::{TemplateError, fill, fill_with};
use super::{CodeLanguage, ExportTarget, File, parts, target_of, targets_of};
use crate::domain::PROGRAM;
use crate::domain::api_name::{camel, snake};
use crate::domain::choices::PasswordSource;
use crate::domain::export_part::ExportPart;
use crate::domain::output::Output;
use crate::domain::proxy::EndpointRole;
use crate::domain::secret::RECOVERY_DAYS;
use crate::domain::setup::{ProxyEndpointSetup, SecretSetup, Setup};

/// What the parts of targets include by name: of infrastructure code, what was chosen beside the proxy.
const PIECES: [(&str, &str); 1] = [("parts.md", include_str!("../../assets/export/parts/parts.md"))];

const TEMPLATE: &str = include_str!("../../assets/export/README.md");

/// The README of these files of these targets.
pub(super) fn render(setup: &Setup, targets: &[&'static ExportTarget], files: &[File]) -> Result<File, TemplateError> {
    let sections = targets.iter().map(|target| section(setup, target, files)).collect::<Result<Vec<_>, _>>()?;
    let handlers = targets.iter().filter(|target| target.handler.is_some());
    let guides: Vec<String> = handlers.filter_map(|target| guide(target.id, files)).map(str::to_owned).collect();
    let sql = files.iter().find(|file| target_of(file).is_some_and(|target| target.id == "database-user"));
    let context = context! {
        targets => sections,
        guides,
        named => named(setup, targets),
        sql => sql.filter(|_| !is_there_already(setup)).map(|file| &file.path),
        sql_password => sql.is_some_and(|file| file.text.contains(PASSWORD)),
        ..about(setup)
    };
    let text = fill("README.md", TEMPLATE, context)?;
    Ok(File::new("README.md", CodeLanguage::Text, text))
}

/// The targets as they must be named again; none where they are what every export of this setup has.
fn named(setup: &Setup, targets: &[&'static ExportTarget]) -> Vec<&'static str> {
    let ids = |targets: &[&'static ExportTarget]| targets.iter().map(|target| target.id).collect::<Vec<_>>();
    let named = ids(targets);
    if named == ids(&targets_of(setup)) { Vec::new() } else { named }
}

/// Where a target's own README is, if it has one: a handler that there is none of for an engine has not.
fn guide<'a>(folder: &str, files: &'a [File]) -> Option<&'a str> {
    files.iter().map(|file| file.path.as_str()).find(|path| *path == format!("{folder}/README.md"))
}

/// What is said of one target.
fn section(setup: &Setup, target: &ExportTarget, files: &[File]) -> Result<Value, TemplateError> {
    let guide = guide(target.id, files);
    let is_live = files.iter().any(|file| ["imports.tf", "import.yaml"].contains(&file.name()));
    let own = files.iter().filter(|file| target_of(file).is_some_and(|of| of.id == target.id));
    let files: Vec<Value> = own.map(|file| context! { path => &file.path, about => file.about }).collect();
    let context = context! {
        guide,
        id => target.id,
        files => files.clone(),
        drop_user => DatabaseUser::of_setup(setup).to_drop(),
        there_already => is_there_already(setup),
        is_live => is_live,
        ..about(setup)
    };
    // Its own part is laid out over lines of its own.
    let how = Value::from_safe_string(fill_with("how.md", target.how, &PIECES, context)?);
    Ok(context! { id => target.id, title => target.title(), about => target.about(), files, how })
}

/// What every part may name.
fn about(setup: &Setup) -> Value {
    context! {
        program => PROGRAM,
        name => &setup.name,
        stack => setup.stack_name(),
        more => setup.more.iter().map(|further| further.access.function_name.clone()).collect::<Vec<_>>(),
        used => setup.proxy.used.is_some(),
        adds_login => setup.added_login().is_some(),
        registers => attach::registers(setup),
        makes_reader => setup.proxy.endpoint(EndpointRole::ReadOnly).is_some_and(ProxyEndpointSetup::owned),
        auth_mode => setup.auth_mode.to_string(),
        account => &setup.account.id,
        region => &setup.account.region,
        database => &setup.database.id,
        database_host => &setup.database.host,
        database_port => setup.database.port,
        family => setup.database.family.api_name(),
        database_name => &setup.database.database_name,
        db_user => &setup.db_user,
        function => &setup.access.function_name,
        password => PASSWORD,
        secret => owned_secret(setup).map(|(name, _)| name),
        typed => owned_secret(setup).is_some_and(|(_, password)| password == PasswordSource::Typed),
        recovery_days => RECOVERY_DAYS,
        attach => attached(setup),
        attaches => attach::is_needed(setup),
        sam_attaches => attach::is_needed(&with_function(setup)),
        run => how_it_runs(setup),
        endpoint => setup.network.endpoint.is_some(),
        parts => parts(setup).into_iter().map(ExportPart::id).collect::<Vec<_>>(),
    }
}

fn owned_secret(setup: &Setup) -> Option<(&str, PasswordSource)> {
    match &setup.secret {
        SecretSetup::Owned { name, password, .. } => Some((name, *password)),
        SecretSetup::Used { .. } | SecretSetup::None => None,
    }
}

/// How a new function gets its archive.
fn how_it_runs(setup: &Setup) -> Value {
    let run = run(setup);
    let key = function::code_key(setup);
    context! { folder => run.language.id(), archive => run.archive, bucket => function::code_bucket(setup), key }
}

/// What `attach.sh` takes from a deployment, and what the deployment calls it.
fn attached(setup: &Setup) -> Vec<Value> {
    let named = |output: Output| {
        let shown = attach::shown(output);
        context! { variable => output.variable(), shown, snake => snake(shown), camel => camel(shown) }
    };
    attach::outputs(setup).into_iter().map(named).collect()
}
