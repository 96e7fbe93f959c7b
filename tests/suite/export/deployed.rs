//! The same setup by Terraform and by CloudFormation, on an emulator: what each makes is what the plan
//! would have made, its undo gives the account back, and Terraform takes over what is live.

use std::path::Path;
use std::process::{Command, Output as Ran};

use rds_proxy_wizard::design::{adopted, design};
use rds_proxy_wizard::discover::{Existing, observe_to_adopt};
use rds_proxy_wizard::domain::choices::Choices;
use rds_proxy_wizard::domain::observed::Observed;
use rds_proxy_wizard::domain::proxy::AuthMode;
use rds_proxy_wizard::domain::setup::Setup;
use rds_proxy_wizard::export::{self, Live};
use rds_proxy_wizard::plan::build;
use serde_json::Value;

use super::script::{choices, look, parts, shim};
use super::tools::{self, TerraformFolder};
use super::write;
use crate::adopt::emulated::make_by_hand;
use crate::seed::{PLANTED, World, seed};
use crate::services::service;

/// Where a deployment runs, and with whose credentials.
struct Stage {
    folder: tempfile::TempDir,
    url: String,
    account: String,
    region: String,
}

impl Stage {
    fn new(world: &World, url: &str, aws: &str, setup: &Setup, live: Option<&Live>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        write(&export::files_of(setup, live, &export::targets_of(setup)).unwrap(), folder.path());
        shim(folder.path(), url, aws);
        let account = &world.connection.account;
        Self { folder, url: url.to_owned(), account: account.id.clone(), region: account.region.clone() }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env("PATH", format!("{}:{}", self.path().display(), std::env::var("PATH").unwrap()))
            .env("HOME", self.path())
            .env("AWS_ENDPOINT_URL", &self.url)
            .env("AWS_ACCESS_KEY_ID", &self.account)
            .env("AWS_SECRET_ACCESS_KEY", "test")
            .env("AWS_DEFAULT_REGION", &self.region)
            .env("AWS_EC2_METADATA_DISABLED", "true")
            .env("POLL_SECONDS", "1");
        command
    }

    /// `attach.sh` of a target, with what its deployment showed.
    fn attach(&self, target: &str, shown: &Value, argument: &str) {
        let mut command = self.command("bash");
        command.arg(self.path().join(target).join("attach.sh"));
        if !argument.is_empty() {
            command.arg(argument);
        }
        for (variable, name) in
            [("PROXY_HOST", "ProxyEndpoint"), ("SECRET_ARN", "SecretArn"), ("FUNCTION_SG", "FunctionGroupId")]
        {
            if let Some(value) = shown[name].as_str() {
                command.env(variable, value);
            }
        }
        let ran = command.output().unwrap();
        succeeded("attach.sh", &ran);
        let said = String::from_utf8_lossy(&ran.stderr).into_owned() + &String::from_utf8_lossy(&ran.stdout);
        assert!(!said.contains(PLANTED), "attach.sh shows a variable of the function");
    }
}

fn succeeded(what: &str, ran: &Ran) {
    let said = format!("{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "{what}: {said}");
}

/// A world with the database and the function of each mode, and its choices.
async fn world_of(url: &str, mode: AuthMode) -> (World, Choices) {
    let world = seed(url).await;
    let seeded = &world.seeded;
    let (database, function) = match mode {
        AuthMode::StandardIam => (&seeded.mysql, &seeded.function_in_vpc),
        AuthMode::Password => (&seeded.postgres, &seeded.function_outside),
        AuthMode::EndToEndIam => (&seeded.cluster, &seeded.function_outside),
    };
    let choices = choices(&world, database, function, mode);
    (world, choices)
}

/// The plan over the account as it is now has nothing to do.
fn nothing_is_left(choices: &Choices, after: &Observed) {
    let again = design(choices, after).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let plan = build(after, &again).unwrap_or_else(|conflicts| panic!("{conflicts:#?}"));
    let left: Vec<_> = plan.changes().map(|step| format!("{} {:#?}", step.id, step)).collect();
    assert_eq!(left, [""; 0]);
}

fn as_before(undone: &Observed, before: &Observed) {
    let (undone, before) = (parts(undone), parts(before));
    for (part, was) in &before {
        assert_eq!(&undone[part], was, "{part}");
    }
}

async fn by_cloudformation(mode: AuthMode) {
    let (Some(url), Some(aws), Some(python)) =
        (service("RPW_MINISTACK_URL"), service("RPW_TEST_AWS"), service("RPW_TEST_LINT"))
    else {
        return;
    };
    let (world, choices) = world_of(&url, mode).await;
    let before = look(&world, &choices).await;
    let setup = design(&choices, &before).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let stage = Stage::new(&world, &url, &aws, &setup, None);
    let deploy = |arguments: &[&str]| {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/export/deploy_template.py");
        let ran = stage.command(&python).arg(script).args(arguments).current_dir(stage.path()).output().unwrap();
        succeeded("deploy_template.py", &ran);
        ran.stdout
    };
    let shown = serde_json::from_slice(&deploy(&["deploy", "cloudformation/template.yaml", "state.json"])).unwrap();
    stage.attach("cloudformation", &shown, "");
    nothing_is_left(&choices, &look(&world, &choices).await);

    stage.attach("cloudformation", &Value::Null, "undo");
    deploy(&["delete", "state.json"]);
    as_before(&look(&world, &choices).await, &before);
}

#[tokio::test]
async fn a_template_makes_what_the_plan_would_have_made_in_standard_iam() {
    by_cloudformation(AuthMode::StandardIam).await;
}

#[tokio::test]
async fn a_template_makes_what_the_plan_would_have_made_in_password_mode() {
    by_cloudformation(AuthMode::Password).await;
}

#[tokio::test]
async fn a_template_makes_what_the_plan_would_have_made_in_end_to_end_iam() {
    by_cloudformation(AuthMode::EndToEndIam).await;
}

/// What Terraform's outputs show, by the names that a template has for them.
fn shown_by(terraform: &TerraformFolder) -> Value {
    let outputs: Value = serde_json::from_str(&terraform.succeeds(&["output", "-json"])).unwrap();
    let name = |snake: &str| {
        let words = snake.split('_').map(|word| word[..1].to_uppercase() + &word[1..]);
        words.collect::<String>()
    };
    outputs.as_object().unwrap().iter().map(|(key, output)| (name(key), output["value"].clone())).collect()
}

/// What a plan would do, by the resource's address.
fn changes(terraform: &TerraformFolder) -> Vec<(String, Value)> {
    terraform.succeeds(&["plan", "-input=false", "-out", "plan"]);
    let plan: Value = serde_json::from_str(&terraform.succeeds(&["show", "-json", "plan"])).unwrap();
    let changes = plan["resource_changes"].as_array().unwrap().iter();
    changes.map(|one| (one["address"].as_str().unwrap().to_owned(), one["change"].clone())).collect()
}

/// The provider that is here does not know end-to-end IAM.
async fn by_terraform(mode: AuthMode) {
    let (Some(url), Some(aws)) = (service("RPW_MINISTACK_URL"), service("RPW_TEST_AWS")) else { return };
    let Some(program) = tools::terraform() else { return };
    let (world, choices) = world_of(&url, mode).await;
    let before = look(&world, &choices).await;
    let setup = design(&choices, &before).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let stage = Stage::new(&world, &url, &aws, &setup, None);
    let terraform = TerraformFolder::new(program, stage.path().join("terraform"), &url, &world.connection.account);
    terraform.succeeds(&["init", "-input=false"]);
    terraform.succeeds(&["apply", "-input=false", "-auto-approve"]);
    let state = std::fs::read_to_string(stage.path().join("terraform/terraform.tfstate")).unwrap();
    assert!(!state.contains("\\\"password\\\""), "the state holds a password");
    stage.attach("terraform", &shown_by(&terraform), "");
    nothing_is_left(&choices, &look(&world, &choices).await);
    for (address, change) in changes(&terraform) {
        match change["actions"][0].as_str().unwrap() {
            "no-op" | "read" => {}
            // The emulator does not keep these two of an endpoint.
            "update" => tools::only_these_differ(&address, &change, &["private_dns_enabled", "security_group_ids"]),
            other => panic!("{address}: {other}"),
        }
    }

    stage.attach("terraform", &Value::Null, "undo");
    terraform.succeeds(&["destroy", "-input=false", "-auto-approve"]);
    as_before(&look(&world, &choices).await, &before);
}

#[tokio::test]
async fn terraform_makes_what_the_plan_would_have_made_in_standard_iam() {
    by_terraform(AuthMode::StandardIam).await;
}

#[tokio::test]
async fn terraform_makes_what_the_plan_would_have_made_in_password_mode() {
    by_terraform(AuthMode::Password).await;
}

/// A live proxy, exported with imports: Terraform plans no change but tags, and imports everything.
async fn taken_over(program: String, world: &World, url: &str, aws: &str, proxy: &str, user: &str) {
    let existing = Existing { proxy: proxy.to_owned(), function: None, read_secrets: true };
    let connection = &world.connection;
    let observed =
        observe_to_adopt(connection.reader(), connection.clock.as_ref(), &connection.account, &existing).await.unwrap();
    let there = adopted(&observed, Some(user)).unwrap_or_else(|why| panic!("{why:#?}"));
    let live = export::live(&there, &observed).unwrap_or_else(|why| panic!("{why:#?}"));
    let stage = Stage::new(world, url, aws, &there, Some(&live));
    let terraform = TerraformFolder::new(program, stage.path().join("terraform"), url, &connection.account);
    terraform.succeeds(&["init", "-input=false"]);
    let mut imported = 0;
    for (address, change) in changes(&terraform) {
        imported += usize::from(change["importing"].is_object());
        let kept_by_aws = ["tags", "tags_all", "private_dns_enabled"];
        match change["actions"][0].as_str().unwrap() {
            "no-op" | "read" => {}
            "update" => tools::only_these_differ(&address, &change, &kept_by_aws),
            other => panic!("{address}: {other}"),
        }
    }
    let owned = std::fs::read_to_string(stage.path().join("terraform/main.tf")).unwrap().matches("\nresource ").count();
    assert_eq!(imported, owned, "everything is imported");
}

/// What the script made is live, and Terraform takes it over without a change but tags.
#[tokio::test]
async fn terraform_takes_over_what_is_live() {
    let (Some(url), Some(aws)) = (service("RPW_MINISTACK_URL"), service("RPW_TEST_AWS")) else { return };
    let Some(program) = tools::terraform() else { return };
    let (world, choices) = world_of(&url, AuthMode::Password).await;
    let before = look(&world, &choices).await;
    let setup = design(&choices, &before).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let made = Stage::new(&world, &url, &aws, &setup, None);
    let ran = made.command("bash").arg(made.path().join("cli/setup.sh")).output().unwrap();
    succeeded("setup.sh", &ran);

    taken_over(program, &world, &url, &aws, &setup.name, &setup.db_user).await;
    let ran = made.command("bash").arg(made.path().join("cli/undo.sh")).output().unwrap();
    succeeded("undo.sh", &ran);
}

#[tokio::test]
async fn terraform_takes_over_what_was_made_by_hand() {
    let (Some(url), Some(aws)) = (service("RPW_MINISTACK_URL"), service("RPW_TEST_AWS")) else { return };
    let Some(program) = tools::terraform() else { return };
    let world = seed(&url).await;
    let made = make_by_hand(&world).await;
    taken_over(program, &world, &url, &aws, &made.name, "cashier").await;
}
