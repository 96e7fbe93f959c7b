//! What is exported, as whole files, and each read back by the tool it is for.
//!
//! The files of a case stand in one snapshot, so that one review shows the whole effect of a
//! change; `INSTA_UPDATE=always` writes them anew.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod deployed;
mod guard;
mod handlers;
mod iac;
mod parts;
mod powershell;
mod read_back;
mod runtimes;
mod script;
mod tools;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use rds_proxy_wizard::design::design;
use rds_proxy_wizard::discover::observe;
use rds_proxy_wizard::domain::choices::{Choices, PasswordSource};
use rds_proxy_wizard::domain::export_part::ExportPart;
use rds_proxy_wizard::domain::handler_language::HandlerLanguage;
use rds_proxy_wizard::domain::proxy::AuthMode;
use rds_proxy_wizard::domain::setup::Setup;
use rds_proxy_wizard::export::{self, File};
use rds_proxy_wizard::practice::{self, Practice, Speed};

/// A setup of the practice account.
async fn setup(choices: &Choices) -> Setup {
    let connection = practice::connection(Arc::new(Practice::open(None, "default", Speed::Instant).unwrap()));
    let observed = observe(connection.reader(), &connection.account, choices).await;
    design(choices, &observed).unwrap()
}

fn choices(database: &str, function: &str, auth_mode: AuthMode) -> Choices {
    let mut choices = Choices { database: database.into(), function: function.into(), auth_mode, ..Choices::default() };
    choices.secret.user = Some("lambda_app".into());
    choices
}

/// Each mode on each family, and between them: a function that moves into the VPC, an alias, an
/// endpoint, a customer's key, a typed password, a bounded role, names of one's own.
async fn cases() -> Vec<(&'static str, Setup)> {
    let mut cases = Vec::new();
    let api = |database, mode| choices(database, "orders-api", mode);
    let mailer = |database, mode| choices(database, "orders-mailer", mode);

    cases.push(("mysql-standard-iam", setup(&api("orders-prod", AuthMode::StandardIam)).await));
    cases.push(("mysql-end-to-end-iam", setup(&mailer("orders-prod", AuthMode::EndToEndIam)).await));
    let mut password = mailer("orders-prod", AuthMode::Password);
    password.secret.password = PasswordSource::Typed;
    password.secret.kms_key = Some("alias/orders".into());
    password.access.publish_to_alias = Some("live".into());
    password.access.env.host = "ORDERS_HOST".into();
    password.access.env.database = "ORDERS_SCHEMA".into();
    password.proxy.init_query = Some("SET @team = 'orders & `returns` $(HOME)'".into());
    password.proxy.exclude_variable_sets = Some(true);
    password.proxy.tags.insert("team".into(), "orders/returns @home".into());
    cases.push(("mysql-password", setup(&password).await));

    let mut standard = mailer("billing-pg", AuthMode::StandardIam);
    standard.role.path = Some("/service/".into());
    standard.role.permissions_boundary = Some("arn:aws:iam::123456789012:policy/boundary".into());
    cases.push(("postgresql-standard-iam", setup(&standard).await));
    cases.push(("postgresql-end-to-end-iam", setup(&api("orders-reporting", AuthMode::EndToEndIam)).await));
    cases.push(("postgresql-password", setup(&mailer("orders-reporting", AuthMode::Password)).await));
    let mut reads = api("orders-prod", AuthMode::StandardIam);
    reads.proxy.read_only_endpoint = true;
    cases.push(("mysql-read-only", setup(&reads).await));
    let mut elsewhere = choices("billing-pg", "orders-report", AuthMode::Password);
    elsewhere.proxy.read_only_endpoint = true;
    elsewhere.proxy.endpoint_in_function_vpc = true;
    cases.push(("postgresql-other-vpc", setup(&elsewhere).await));
    cases.push(("sqlserver-password", setup(&api("ledger-eu", AuthMode::Password)).await));
    cases.push(("sqlserver-standard-iam", setup(&api("ledger-eu", AuthMode::StandardIam)).await));
    cases
}

fn write(files: &[File], folder: &Path) {
    for file in files {
        let path = folder.join(&file.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &file.text).unwrap();
    }
}

/// Infrastructure code and the second script are in trees of their own, so that a difference is small.
const BESIDE: [&str; 4] = ["policies", "cli", "database-user", "locust"];

#[tokio::test]
async fn each_case_exports_these_files() {
    for (name, setup) in cases().await {
        let targets = export::targets_of(&setup).into_iter();
        let targets: Vec<_> =
            targets.filter(|target| target.handler.is_some() || BESIDE.contains(&target.id)).collect();
        let files = export::files_of(&setup, None, &targets).unwrap();
        let tree: Vec<String> = files.iter().map(|file| format!("######## {}\n{}", file.path, file.text)).collect();
        insta::assert_snapshot!(format!("export_{name}"), tree.join("\n"));
    }
}

#[tokio::test]
async fn each_format_is_written_like_this() {
    let shown = [
        "mysql-standard-iam",
        "mysql-password",
        "postgresql-end-to-end-iam",
        "mysql-read-only",
        "postgresql-other-vpc",
    ];
    let cases: Vec<_> = cases().await.into_iter().filter(|(name, _)| shown.contains(name)).collect();
    for target in export::targets().filter(|target| target.handler.is_none() && !BESIDE.contains(&target.id)) {
        let files = cases
            .iter()
            .flat_map(|(name, setup)| (target.render)(setup).unwrap().into_iter().map(move |file| (name, file)));
        let tree: Vec<String> =
            files.map(|(name, file)| format!("######## {name} {}\n{}", file.path, file.text)).collect();
        insta::assert_snapshot!(format!("format_{}", target.id), tree.join("\n"));
    }
}

/// A token for MySQL, and a password for PostgreSQL with and without the extension; both again with a host
/// of their own for reads.
#[tokio::test]
async fn each_language_exports_these_handlers() {
    let shown = ["mysql-standard-iam", "postgresql-password", "mysql-read-only", "postgresql-other-vpc"];
    let cases: Vec<_> = cases().await.into_iter().filter(|(name, _)| shown.contains(name)).collect();
    for target in export::targets().filter(|target| target.handler.is_some()) {
        let files = cases
            .iter()
            .flat_map(|(name, setup)| (target.render)(setup).unwrap().into_iter().map(move |file| (name, file)));
        let tree: Vec<String> =
            files.map(|(name, file)| format!("######## {name} {}\n{}", file.path, file.text)).collect();
        insta::assert_snapshot!(format!("handler_{}", target.id), tree.join("\n"));
    }
}

#[tokio::test]
async fn the_choices_name_the_languages_of_the_handlers() {
    let mut wanted = choices("orders-prod", "orders-api", AuthMode::StandardIam);
    let handlers = |setup: &Setup| {
        let targets = export::targets_of(setup).into_iter();
        targets.filter_map(|target| target.handler).collect::<Vec<_>>()
    };
    let own = HandlerLanguage::of_runtime(setup(&wanted).await.access.runtime.as_deref());
    assert_eq!(handlers(&setup(&wanted).await), own);
    wanted.export.languages = vec![HandlerLanguage::Go, HandlerLanguage::Php];
    assert_eq!(handlers(&setup(&wanted).await), [HandlerLanguage::Go, HandlerLanguage::Php]);
}

#[tokio::test]
async fn paths_are_unique_and_lie_in_their_targets_folder() {
    for (name, setup) in cases().await {
        let mut paths = BTreeSet::new();
        for target in export::targets() {
            for file in (target.render)(&setup).unwrap() {
                assert!(file.path.starts_with(&format!("{}/", target.id)), "{name}: {}", file.path);
                assert!(file.text.ends_with('\n') && !file.text.ends_with("\n\n"), "{name}: {}", file.path);
                assert!(!file.text.lines().any(|line| line.ends_with(' ')), "{name}: {}", file.path);
                assert!(paths.insert(file.path.clone()), "{name}: {} is there twice", file.path);
            }
        }
    }
}

#[tokio::test]
async fn handlers_read_the_variables_that_the_function_gets_under_whatever_name() {
    for (name, setup) in cases().await.into_iter().filter(|(name, _)| !name.starts_with("sqlserver")) {
        for target in export::targets().filter(|target| target.handler.is_some()) {
            let files = (target.render)(&setup).unwrap();
            for variable in setup.access.environment.keys() {
                let word = |c: char| !c.is_ascii_alphanumeric() && c != '_';
                assert!(files[0].text.split(word).any(|found| found == variable), "{name}: {} {variable}", target.id);
            }
        }
    }
}

#[tokio::test]
async fn the_readme_lists_every_file_and_no_other_and_names_what_is_left_to_do() {
    for (name, setup) in cases().await {
        let files = export::files(&setup).unwrap();
        let readme = &files.iter().find(|file| file.path == "README.md").unwrap().text;
        let listed: BTreeSet<&str> = readme
            .lines()
            .filter_map(|line| line.strip_prefix("- `"))
            .filter_map(|rest| rest.split('`').next())
            .filter(|path| path.contains('/'))
            .collect();
        let others = files.iter().map(|file| file.path.as_str()).filter(|path| *path != "README.md");
        assert_eq!(listed, others.collect(), "{name}");
        for word in readme.split([' ', '`', '\n']).filter(|word| word.ends_with("/README.md")) {
            assert!(files.iter().any(|file| file.path == word), "{name}: {word}");
        }
        assert!(readme.contains("StackSet"), "{name}");
        assert_eq!(export::files(&setup).unwrap(), files, "{name}: the same bytes");
    }
    let setup = setup(&choices("orders-prod", "orders-api", AuthMode::StandardIam)).await;
    let script = [export::target("cli").unwrap()];
    let files = export::files_of(&setup, None, &script).unwrap();
    let readme = &files.last().unwrap().text;
    assert!(!readme.contains("StackSet"), "only where there is a stack");
    assert!(readme.contains("bash cli/undo.sh") && readme.contains("--check . --target cli\n"), "{readme}");
    for absent in ["policies/", "By hand", "python/"] {
        assert!(!readme.contains(absent), "{absent}: {readme}");
    }
}

#[tokio::test]
async fn a_name_in_the_readme_is_nothing_but_a_name() {
    let mut setup = setup(&choices("orders-prod", "orders-api", AuthMode::StandardIam)).await;
    setup.access.function_name = "f`x`\n# head\n| a | <img src=x>".into();
    let files = export::files(&setup).unwrap();
    let readme = &files.last().unwrap().text;
    assert!(readme.contains(r"function ``f`x`\n# head\n| a | <img src=x>`` and"), "{readme}");
    assert!(readme.lines().all(|line| !line.starts_with("# head") && !line.starts_with('|')), "{readme}");
    assert!(readme.contains(r"--function $'f`x`\n# head\n| a | <img src=x>'"), "{readme}");
}

/// Lines with a `#` in front of a key are the keys that are not set.
fn with_every_key(example: &str) -> String {
    let key = |line: &str| line.starts_with('#') && line[1..].starts_with(|c: char| c.is_ascii_lowercase());
    example.lines().map(|line| if key(line) { &line[1..] } else { line }).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn example_choices_show_every_key_and_work_on_the_practice_account() {
    let everything = {
        let mut all = choices("d", "f", AuthMode::StandardIam);
        let text = |text: &str| Some(text.to_owned());
        (all.profile, all.region, all.database_kind) =
            (text("p"), text("r"), Some(rds_proxy_wizard::domain::database::DatabaseKind::Cluster));
        (all.secret.name, all.secret.kms_key) = (text("n"), text("k"));
        (all.role.name, all.role.path, all.role.permissions_boundary) = (text("n"), text("/"), text("b"));
        (all.network.proxy_subnets, all.network.function_subnets) = (vec!["s".into()], vec!["s".into()]);
        all.network.proxy_security_group = text("g");
        all.more_functions = vec!["m".into()];
        let proxy = &mut all.proxy;
        (proxy.name, proxy.init_query, proxy.existing) = (text("n"), text("q"), true);
        (proxy.require_tls, proxy.debug_logging, proxy.exclude_variable_sets) = (Some(true), Some(true), Some(true));
        (proxy.idle_client_timeout_secs, proxy.borrow_timeout_secs) = (Some(1), Some(1));
        (proxy.max_connections_percent, proxy.max_idle_connections_percent) = (Some(1), Some(1));
        (proxy.endpoint_network_type, proxy.target_connection_network_type) =
            (Some(Default::default()), Some(Default::default()));
        proxy.tags.insert("k".into(), "v".into());
        (proxy.read_only_endpoint, proxy.endpoint_in_function_vpc) = (true, true);
        all.access.env.reader_host = "H".into();
        (all.access.database_name, all.access.publish_to_alias) = (text("d"), text("a"));
        all.export.languages = vec![HandlerLanguage::Python];
        all.export.parts = vec![ExportPart::Api];
        toml::Table::try_from(all).unwrap()
    };
    let keys = |table: &toml::Table| {
        let mut keys = BTreeSet::new();
        gather(table, "", &mut keys);
        keys.retain(|key| !key.starts_with("proxy.tags."));
        keys
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples");
    let mut modes = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let full: toml::Table = with_every_key(&text).parse().unwrap();
        assert_eq!(keys(&full), keys(&everything), "{}", path.display());
        toml::from_str::<Choices>(&with_every_key(&text)).unwrap();
        let choices: Choices = toml::from_str(&text).unwrap();
        assert_eq!(
            path.file_stem().unwrap().to_str().unwrap(),
            toml::Value::try_from(choices.auth_mode).unwrap().as_str().unwrap()
        );
        modes.insert(choices.auth_mode as u8);
        setup(&choices).await;
    }
    assert_eq!(modes.len(), AuthMode::ALL.len());
}

fn gather(table: &toml::Table, path: &str, keys: &mut BTreeSet<String>) {
    for (key, value) in table {
        match value {
            toml::Value::Table(inner) => gather(inner, &format!("{path}{key}."), keys),
            _ => drop(keys.insert(format!("{path}{key}"))),
        }
    }
}
