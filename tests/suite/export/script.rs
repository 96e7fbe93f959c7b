//! The script, run by the AWS CLI on an emulator: what it makes is what the plan would have made,
//! a second run changes nothing, and its undo gives the account back.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output as Ran};

use rds_proxy_wizard::design::design;
use rds_proxy_wizard::discover::observe;
use rds_proxy_wizard::domain::choices::Choices;
use rds_proxy_wizard::domain::observed::{Observed, Part};
use rds_proxy_wizard::domain::proxy::AuthMode;
use rds_proxy_wizard::export;
use rds_proxy_wizard::plan::build;
use serde_json::Value;

use super::write;
use crate::seed::{PLANTED, World, seed};
use crate::services::service;

/// An exported folder, with an `aws` that talks to the emulator.
struct Scripts {
    folder: tempfile::TempDir,
    account: String,
}

impl Scripts {
    fn run(&self, script: &str) -> Ran {
        Command::new("bash")
            .arg(self.folder.path().join("cli").join(script))
            .env("PATH", format!("{}:{}", self.folder.path().display(), std::env::var("PATH").unwrap()))
            .env("HOME", self.folder.path())
            .env("AWS_ACCESS_KEY_ID", &self.account)
            .env("AWS_SECRET_ACCESS_KEY", "test")
            .env("POLL_SECONDS", "1")
            .output()
            .unwrap()
    }

    fn succeeds(&self, script: &str) {
        let ran = self.run(script);
        assert!(ran.status.success(), "{script}: {}", said(&ran));
        assert!(ran.stdout.is_empty(), "{script}: {}", String::from_utf8_lossy(&ran.stdout));
        assert!(!said(&ran).contains(PLANTED), "{script} shows a variable of the function");
    }

    fn made(&self) -> String {
        let mut files = std::fs::read_dir(self.folder.path().join("cli")).unwrap();
        let path = files.find_map(|entry| {
            let path = entry.unwrap().path();
            (path.extension()? == "made").then_some(path)
        });
        std::fs::read_to_string(path.unwrap()).unwrap()
    }
}

fn said(ran: &Ran) -> String {
    String::from_utf8_lossy(&ran.stderr).into_owned()
}

pub async fn look(world: &World, choices: &Choices) -> Observed {
    observe(world.connection.reader(), &world.connection.account, choices).await
}

pub fn choices(world: &World, database: &str, function: &str, mode: AuthMode) -> Choices {
    let mut choices = super::choices(database, function, mode);
    choices.region = Some(world.connection.account.region.clone());
    choices
}

fn exported(url: &str, aws: &str, choices: &Choices, observed: &Observed) -> Scripts {
    let setup = design(choices, observed).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let folder = tempfile::tempdir().unwrap();
    write(&export::files(&setup).unwrap(), folder.path());
    shim(folder.path(), url, aws);
    Scripts { folder, account: observed.account.id.clone() }
}

/// An `aws` that talks to the emulator. By option: `aws rds` of version 1 overlooks AWS_ENDPOINT_URL.
pub fn shim(folder: &Path, url: &str, aws: &str) {
    let shim = folder.join("aws");
    std::fs::write(&shim, format!("#!/bin/sh\nexec {aws} --endpoint-url {url} \"$@\"\n")).unwrap();
    std::fs::set_permissions(&shim, std::fs::Permissions::from_mode(0o755)).unwrap();
}

/// Part by part, without what differs from call to call. A secret that waits for its deletion
/// counts as gone.
pub fn parts(observed: &Observed) -> serde_json::Map<String, Value> {
    let mut observed = observed.clone();
    if let Part::Present(function) = &mut observed.function {
        function.revision_id = None;
    }
    observed.deleted_secrets.clear();
    serde_json::to_value(observed).unwrap().as_object().unwrap().clone()
}

async fn makes_what_the_plan_would_have_made(mode: AuthMode) {
    let (Some(url), Some(aws)) = (service("RPW_MINISTACK_URL"), service("RPW_TEST_AWS")) else { return };
    let world = seed(&url).await;
    let seeded = &world.seeded;
    let (database, function) = match mode {
        AuthMode::StandardIam => (&seeded.mysql, &seeded.function_in_vpc),
        AuthMode::Password => (&seeded.postgres, &seeded.function_outside),
        AuthMode::EndToEndIam => (&seeded.cluster, &seeded.function_outside),
    };
    let mut choices = choices(&world, database, function, mode);
    choices.access.publish_to_alias = (mode == AuthMode::Password).then(|| "live".into());
    let before = look(&world, &choices).await;
    let scripts = exported(&url, &aws, &choices, &before);

    scripts.succeeds("setup.sh");
    let after = look(&world, &choices).await;
    let again = design(&choices, &after).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let plan = build(&after, &again).unwrap_or_else(|conflicts| panic!("{conflicts:#?}"));
    let left: Vec<_> = plan.changes().map(|step| step.id.to_string()).collect();
    assert_eq!(left, [""; 0]);

    let made = scripts.made();
    assert!(!made.contains(PLANTED), "{made}");
    // The mode that makes most; each call of the AWS CLI takes its second.
    if mode == AuthMode::Password {
        scripts.succeeds("setup.sh");
        assert_eq!(scripts.made(), made, "a second run made something");
    }

    scripts.succeeds("undo.sh");
    let (undone, before) = (parts(&look(&world, &choices).await), parts(&before));
    for (part, was) in &before {
        assert_eq!(&undone[part], was, "{part}");
    }
    let nothing_left = scripts.run("undo.sh");
    assert!(said(&nothing_left).contains("nothing to undo"), "{}", said(&nothing_left));
    if mode.needs_secret() {
        let again = scripts.run("setup.sh");
        assert!(said(&again).contains("restore-secret"), "{}", said(&again));
    }
}

#[tokio::test]
async fn in_standard_iam_it_makes_what_the_plan_would_have_made() {
    makes_what_the_plan_would_have_made(AuthMode::StandardIam).await;
}

/// With a function that moves into the VPC, an endpoint and an alias.
#[tokio::test]
async fn in_password_mode_it_makes_what_the_plan_would_have_made() {
    makes_what_the_plan_would_have_made(AuthMode::Password).await;
}

#[tokio::test]
async fn in_end_to_end_iam_it_makes_what_the_plan_would_have_made() {
    makes_what_the_plan_would_have_made(AuthMode::EndToEndIam).await;
}

/// A second opinion on the calls. moto puts every function into a VPC of its own making, so the
/// setup is designed as if it were the database's.
#[tokio::test]
async fn moto_takes_the_calls_too() {
    let (Some(url), Some(aws)) = (service("RPW_MOTO_URL"), service("RPW_TEST_AWS")) else { return };
    let world = seed(&url).await;
    let choices = choices(&world, &world.seeded.postgres, &world.seeded.function_in_vpc, AuthMode::StandardIam);
    let mut observed = look(&world, &choices).await;
    if let Part::Present(function) = &mut observed.function
        && let Some(vpc) = &mut function.vpc
    {
        vpc.vpc_id.clone_from(&world.seeded.vpc_id);
    }
    let scripts = exported(&url, &aws, &choices, &observed);
    scripts.succeeds("setup.sh");
    scripts.succeeds("undo.sh");
}
