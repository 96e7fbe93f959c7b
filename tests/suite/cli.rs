//! The program as a person runs it: arguments in, whole standard output, standard error and status
//! out. Each test has a home folder of its own and nothing of the machine's AWS settings.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod again;
mod folders;
pub mod home;
mod memory;
mod runs;

use std::fs;
use std::path::Path;

use crate::seed::{World, seed};
use crate::services::service;
use home::{Home, Output};

const PLANTED: &str = "pl4nted-Pa55word-never-to-be-seen";

/// What most tests set up.
const ORDERS: &str = "--database orders-prod --function orders-api";
/// On the practice account, without waiting.
const QUICK: &str = "--practice --practice-speed 0";

#[test]
fn a_plan_is_shown_whole() {
    let output = Home::new().run(&format!("plan {QUICK} {ORDERS}"));
    insta::assert_snapshot!(output.whole());
}

#[test]
fn a_plan_with_details_says_why_how_and_how_back() {
    let output = Home::new().run(&format!("plan {QUICK} {ORDERS} --details")).ends(0);
    for words in ["Undo: ", "aws rds create-db-proxy", "nobody else has to know it"] {
        assert!(output.stdout.contains(words), "{words}: {}", output.stdout);
    }
}

#[test]
fn a_plan_in_json_is_one_document() {
    let output = Home::new().run(&format!("plan {QUICK} {ORDERS} --format json")).ends(0);
    let plan = output.json();
    assert_eq!(plan["schema"], "rds-proxy-wizard/plan/v1");
    assert_eq!(plan["steps"].as_array().unwrap().len(), 14);
    assert_eq!(plan["steps"][0]["description"]["call"], "secretsmanager:CreateSecret");
    assert_eq!(plan["preflight"][0]["verdict"], "passed");
    assert_eq!(output.stderr, "");
}

#[test]
fn every_example_is_a_plan_on_the_practice_account_as_it_is() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples");
    let mut modes = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let output = Home::new().run(&format!("plan {QUICK} --format json --choices {}", path.display())).ends(0);
        modes.push(output.json()["setup"]["auth_mode"].as_str().unwrap().to_owned());
    }
    modes.sort();
    assert_eq!(modes, ["end-to-end-iam", "password", "standard-iam"]);
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_planned() {
    let output = Home::new().run(&format!("plan --practice=no-permissions --practice-speed 0 {ORDERS}"));
    insta::assert_snapshot!(output.whole());
}

#[test]
fn applying_undoing_and_applying_again_are_shown_line_by_line() {
    let home = Home::new();
    // Nobody watches a terminal: that alone makes nothing JSON.
    let apply = format!("apply {QUICK} {ORDERS} --yes");
    insta::assert_snapshot!("apply", home.run(&apply).whole());

    let again = home.run(&apply).ends(0);
    assert!(again.stdout.contains("Nothing to do: the account is already as the setup wants it."), "{again:#?}");
    assert_eq!(home.receipts().len(), 1, "doing nothing leaves no receipt");

    insta::assert_snapshot!("undo", home.run(&format!("undo {QUICK} --name orders-proxy --yes --format text")).whole());
    home.run(&format!("undo {QUICK} --name orders-proxy --yes")).refused(
        2,
        "error: there is no run of `orders-proxy` to undo in this account and region\n  \
         cause: looked in `[HOME]/data/rds-proxy-wizard/receipts`\n\
         Hint: Name a receipt file, or choose the account and region of the run with `--profile` and `--region`, \
         or `--practice`.",
    );
}

#[test]
fn in_json_a_run_is_a_line_for_each_event_and_a_word_beside() {
    let home = Home::new();
    let output = home.run(&format!("apply {QUICK} {ORDERS} --yes --format json")).ends(0);
    let lines = output.lines();
    let events: Vec<&str> = lines.iter().map(|line| line["event"].as_str().unwrap()).collect();
    assert_eq!(&events[..2], ["planned", "run-started"]);
    assert_eq!(&events[events.len() - 2..], ["finished", "run-ended"]);
    assert_eq!(lines.last().unwrap()["end"], "finished");
    assert_eq!(
        output.stderr,
        "Everything is in place. 12 changes are made. A check proves that they work.\n\
         Receipt: [HOME]/data/rds-proxy-wizard/receipts/[RECEIPT]\n\
         Undo:    rds-proxy-wizard undo [HOME]/data/rds-proxy-wizard/receipts/[RECEIPT] --practice"
    );
    let check = home.run(&format!("validate {QUICK} --proxy orders-proxy --function orders-api --format json")).ends(0);
    let check = check.json();
    let mut findings = check["findings"].as_array().unwrap().iter();
    let notes = findings.all(|finding| finding["severity"] == "info");
    assert!(notes, "{check:#}");
}

#[test]
fn a_step_that_aws_denies_can_be_resumed_or_undone() {
    let home = Home::new();
    let denied = "--practice=denied-write --practice-speed 0";
    let refused = home.run(&format!("apply {denied} {ORDERS} --yes --format text")).ends(1);
    assert!(refused.stderr.starts_with("error: 1 of 24 permissions is missing"), "{refused:#?}");
    assert!(home.receipts().is_empty(), "a check says no before anything is changed");

    let output = home.run(&format!("apply {denied} {ORDERS} --yes --ignore-preflight --format text"));
    insta::assert_snapshot!("apply_denied", output.whole());
    home.run(&format!("resume {denied} --yes")).ends(1);
    home.run(&format!("undo {denied} --yes")).ends(0);
    assert_eq!(home.receipt()["state"], "undone");
}

#[test]
fn a_target_that_never_answers_is_made_and_not_working_and_the_check_comes_next() {
    let home = Home::new();
    let stuck = "--practice=stuck-target --practice-speed 0";
    let output = home.run(&format!("apply {stuck} {ORDERS} --yes --format text")).ends(1);
    for said in [
        "made     11  Register `orders-prod`",
        "(longer than the usual 1 min to 5 min)",
        "What may be the cause: The proxy is waiting for hosts.",
        "(far longer than the usual 1 min to 5 min; the wait ends after 10 min)",
        "Made. The target does not answer yet. All 12 changes are made.",
        "AWS said: PENDING_PROXY_CAPACITY",
        "Waited for: `orders-prod` to be `AVAILABLE`, for 10 min",
        "Not the cause: the login or the security groups",
        "Check:   rds-proxy-wizard validate --proxy orders-proxy --function orders-api --practice=stuck-target",
        "Resume:  rds-proxy-wizard resume ",
    ] {
        assert!(output.stdout.contains(said), "{said}: {}", output.stdout);
    }
    for untrue in ["Everything is in place", "Done:"] {
        assert!(!output.stdout.contains(untrue), "{untrue}: {}", output.stdout);
    }
}

#[test]
fn a_broken_proxy_is_told_by_its_rules() {
    let home = Home::new();
    let line = "validate --practice=broken-closed-door --practice-speed 0 --proxy orders-proxy --function \
                orders-checkout";
    let some = "--only sg-db-ingress-proxy,proxy-target-unreachable,proxy-no-targets,secret-not-json";
    let report = home.run(&format!("{line} {some}")).whole();
    let count = format!("{} rules", rds_proxy_wizard::rules::RULES.len());
    insta::assert_snapshot!("validate", report.replace(&count, "[N] rules"));
    let json = home.run(&format!("{line} --format json")).ends(1).json();
    assert_eq!(json["schema"], "rds-proxy-wizard/findings/v1");
    assert_eq!(json["findings"][0]["code"], "sg-db-ingress-proxy");
}

#[test]
fn export_writes_the_handlers_of_the_languages_that_are_named() {
    let home = Home::new();
    let export = format!("export {QUICK} {ORDERS} --out [HOME]/files");
    let handlers = |line: &str| {
        let _ = fs::remove_dir_all(home.path("files"));
        let json = home.run(&format!("{export} {line} --format json")).ends(0).json();
        let files = json["files"].as_array().unwrap().clone();
        let handler = |file: &serde_json::Value| {
            let path = file.as_str().unwrap().split_once("/files/").unwrap().1.to_owned();
            path.ends_with("/README.md").then(|| path.split_once('/').unwrap().0.to_owned())
        };
        files.iter().filter_map(handler).collect::<Vec<_>>()
    };
    assert_eq!(handlers("--language go --language ruby"), ["go", "ruby"]);
    assert_eq!(handlers("--language all").len(), 9);
    let refused = home.run(&format!("{export} --language cobol")).ends(2);
    assert!(refused.stderr.contains("'cobol'") && refused.stderr.contains("typescript"), "{}", refused.stderr);
}

#[test]
fn export_writes_every_file_and_none_over_another() {
    let home = Home::new();
    let export = format!("export {QUICK} {ORDERS} --out [HOME]/files");
    insta::assert_snapshot!("export", home.run(&export).whole());
    home.run(&export).ends(0);
    let script = home.path("files/cli/setup.sh");
    fs::write(&script, "mine").unwrap();
    let refused = home.run(&export).ends(2);
    assert_eq!(refused.stdout, "");
    assert!(
        refused.stderr.starts_with("--- [HOME]/files/cli/setup.sh\n+++ [HOME]/files/cli/setup.sh\n@@"),
        "{refused:#?}"
    );
    assert!(refused.stderr.contains("\n-mine\n") && refused.stderr.contains("\n+#!/"), "{refused:#?}");
    let ends = "error: a file is there already and differs\n  cause: [HOME]/files/cli/setup.sh\n\
                Hint: Choose another place, or repeat the command with `--yes` to write over what is there.";
    assert!(refused.stderr.ends_with(ends), "{refused:#?}");
    assert_eq!(fs::read_to_string(&script).unwrap(), "mine");
    let written = home.run(&format!("{export} --yes")).ends(0);
    assert!(written.stderr.contains("\n-mine\n"), "what is written over is shown all the same: {written:#?}");
    assert!(fs::read_to_string(&script).unwrap().starts_with("#!/"));
    // A shell leaves this tilde to the program.
    home.run(&format!("export {QUICK} {ORDERS} --out=~/of-home --target policies")).ends(0);
    assert!(home.path("of-home/policies").is_dir());

    let one = home.run(&format!("export {QUICK} {ORDERS} --out [HOME]/one --target policies --format json")).ends(0);
    let is_theirs = |file: &serde_json::Value| {
        let path = file.as_str().unwrap();
        path.contains("/policies/") || path.ends_with("/one/README.md")
    };
    assert!(one.json()["files"].as_array().unwrap().iter().all(is_theirs));
    let two = format!("export {QUICK} {ORDERS} --out [HOME]/two --target cli --target policies");
    home.run(&two).ends(0);
    let mut there: Vec<_> = fs::read_dir(home.path("two")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    there.sort();
    assert_eq!(there, ["README.md", "cli", "policies"]);
    home.run(&format!("export {QUICK} {ORDERS} --out [HOME]/one --target cli --target nope")).refused(
        2,
        "error: there is no export target `nope`\nHint: There are policies, cli, powershell, cloudformation, sam, terraform, \
         cdk-typescript, cdk-python, pulumi, config-rules, database-user, locust, nodejs, typescript, \
         python, java, go, rust, dotnet, ruby, php.",
    );
}

#[test]
fn a_folder_is_held_against_what_would_be_exported_and_nothing_is_written() {
    let home = Home::new();
    let export = format!("export {QUICK} {ORDERS}");
    let check = format!("{export} --check [HOME]/files");
    let states = |out: &serde_json::Value, state: &str| {
        let rows = out["files"].as_array().unwrap().iter().filter(|row| row["state"] == state);
        rows.map(|row| row["path"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let none = home.run(&format!("{check} --format json")).ends(1).json();
    assert_eq!(
        (none["schema"].as_str(), none["equal"].as_bool()),
        (Some("rds-proxy-wizard/export-check/v1"), Some(false))
    );
    assert!(states(&none, "new").contains(&"README.md".to_owned()) && states(&none, "equal").is_empty());
    assert!(!home.path("files").exists());

    home.run(&format!("{export} --out [HOME]/files")).ends(0);
    let equal = home.run(&check).ends(0);
    assert!(equal.stdout.ends_with(" equal, 0 new, 0 differ"), "{}", equal.stdout);
    let script = home.path("files/cli/setup.sh");
    let written = fs::read_to_string(&script).unwrap();
    fs::write(&script, format!("mine\n{written}")).unwrap();
    fs::remove_file(home.path("files/cli/undo.sh")).unwrap();
    let text = home.run(&check).ends(1).stdout;
    assert!(text.contains("--- [HOME]/files/cli/setup.sh\n+++ [HOME]/files/cli/setup.sh\n@@"), "{text}");
    assert!(text.contains("\n-mine\n") && text.contains("\nnew: cli/undo.sh\n"), "{text}");
    assert!(text.ends_with(" equal, 1 new, 1 differs"), "{text}");
    assert!(fs::read_to_string(&script).unwrap().starts_with("mine\n"));
    let json = home.run(&format!("{check} --format json")).ends(1).json();
    assert_eq!(states(&json, "differs"), ["cli/setup.sh"]);
    let row = json["files"].as_array().unwrap().iter().find(|row| row["state"] == "differs").unwrap();
    assert!(row["diff"].as_str().unwrap().contains("\n-mine\n"));
    // Only what is named is looked at.
    home.run(&format!("export {QUICK} {ORDERS} --out [HOME]/some --target policies")).ends(0);
    home.run(&format!("export {QUICK} {ORDERS} --check [HOME]/some --target policies")).ends(0);

    home.run(&format!("{export} --out [HOME]/two --language go")).ends(0);
    let other = home.run(&format!("{export} --check [HOME]/two --language ruby --format json")).ends(1).json();
    assert!(states(&other, "left").contains(&"go/main.go".to_owned()), "{other}");
    assert!(states(&other, "new").contains(&"ruby/handler.rb".to_owned()), "{other}");

    fs::remove_dir_all(home.path("files")).unwrap();
    fs::write(home.path("files"), "").unwrap();
    let refused = home.run(&check).ends(2);
    assert!(refused.stderr.contains("could not be read") && refused.stderr.contains("no folder"), "{refused:#?}");
    let both = home.run(&format!("{check} --out [HOME]/x")).ends(2);
    assert!(both.stderr.contains("--check") && both.stderr.contains("--out"), "{}", both.stderr);
    assert!(home.run(&export).ends(2).stderr.contains("--out"));
}

#[test]
fn parts_around_the_proxy_are_named_and_refused_where_they_do_not_fit() {
    let home = Home::new();
    let export = format!("export {QUICK} {ORDERS} --out [HOME]/files");
    home.run(&format!("{export} --with rotation --with api")).ends(0);
    let readme = fs::read_to_string(home.path("files/README.md")).unwrap();
    assert!(readme.starts_with("# `orders-proxy`\n"), "{readme}");
    let unknown = home.run(&format!("{export} --with nope")).ends(2);
    for part in ["'nope'", "api", "schedule", "function", "network", "rotation", "alarms", "config-rules"] {
        assert!(unknown.stderr.contains(part), "{part}: {}", unknown.stderr);
    }
    fs::write(
        home.path("own.toml"),
        "database = \"orders-prod\"\nfunction = \"orders-api\"\nauth_mode = \"end-to-end-iam\"\n\n[export]\n\
         parts = [\"rotation\"]\n",
    )
    .unwrap();
    home.run(&format!("export {QUICK} --choices [HOME]/own.toml --out [HOME]/own")).refused(
        2,
        "error: the part `rotation` does not fit this setup\n  cause: this setup has no secret to rotate\n\
         Hint: Leave `rotation` out of `--with` and of `parts` in the choices.",
    );
    fs::write(home.path("bad.toml"), "[export]\nparts = [\"nope\"]\n").unwrap();
    let bad = home.run(&format!("export {QUICK} --choices [HOME]/bad.toml --out [HOME]/own")).ends(2);
    assert!(bad.stderr.contains("nope") && bad.stderr.contains("config-rules"), "{}", bad.stderr);
}

#[test]
fn the_practice_account_is_listed_kept_and_reset() {
    let home = Home::new();
    insta::assert_snapshot!("practice_list", home.run("practice list").whole());
    home.run(&format!("apply {QUICK} {ORDERS} --yes")).ends(0);
    home.run(&format!("validate {QUICK} --proxy orders-proxy")).ends(0);
    let reset = "The practice scenario `default` is back at its beginning.";
    home.run("practice reset").prints(0, &format!("{reset}\nThe receipt of its one run is deleted."), "");
    home.run(&format!("undo {QUICK} --yes")).ends(2);
    home.run("practice reset").prints(0, reset, "");
    home.run(&format!("validate {QUICK} --proxy orders-proxy")).refused(
        3,
        "error: `rds:DescribeDBProxies` failed for `orders-proxy`\n  cause: it does not exist\n\
         Hint: Check the name, the account and the region.",
    );
    let unknown = home.run("practice reset nope").ends(2);
    assert!(unknown.stderr.starts_with("error: there is no practice scenario `nope`\nHint: There are default, "));
    assert_eq!(home.run("plan --practice=nope").ends(2).stderr, unknown.stderr);
}

#[test]
fn a_rule_is_explained() {
    let home = Home::new();
    insta::assert_snapshot!("explain", home.run("explain sg-db-ingress-proxy").whole());
    home.run("explain nope").refused(2, "error: there is no rule `nope`\nHint: `rules` lists them.");
    let rules = home.run("rules --format json").ends(0).json();
    assert_eq!(rules.as_array().unwrap().len(), home.run("rules").stdout.lines().count());
}

#[test]
fn a_connection_is_shown_stage_by_stage() {
    let home = Home::new();
    let port = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap().port()
    };
    let line = format!("connect --host 127.0.0.1 --port {port} --engine mysql --user app --password-stdin");
    let output = home.run_with(&line, PLANTED).ends(1);
    let verdicts: Vec<&str> = output.stdout.lines().skip(1).filter(|line| !line.starts_with("     ")).collect();
    assert!(verdicts[0].starts_with("  Resolve    ok"), "{output:#?}");
    assert!(verdicts[1].starts_with("  TCP        failed"), "{output:#?}");
    assert_eq!(
        &verdicts[2..],
        ["  TLS        not tried", "  Credential not tried", "  Login      not tried", "  SELECT 1   not tried"]
    );
    let json = home.run_with(&format!("{line} --format json"), PLANTED).ends(1).json();
    assert_eq!(json["stages"][1]["verdict"], "failed");
    assert_eq!(json["target"]["user"], "app");

    // The practice account says itself how far it would get: it is private, and a tunnel ends inside.
    let private = home.run(&format!("connect {QUICK} --proxy auth-proxy --user auth_app")).ends(1);
    assert!(private.stdout.contains("TCP        not reachable"), "{private:#?}");
    let tunnel = home.run(&format!("connect {QUICK} --proxy auth-proxy --user auth_app --tunnel i-0abc")).ends(0);
    assert!(tunnel.stdout.contains("aws ssm start-session --target i-0abc"), "{tunnel:#?}");
    for wrong in [
        "connect --user app",
        "connect --host h --user app",
        "connect --host h --engine oracle --user app",
        "connect --host h --engine mysql --user app --via nowhere",
        "connect --host h --engine mysql --user app --tunnel bastion",
        "connect --host h --engine mysql --user app --ca [HOME]/none.pem --password-stdin",
        "connect --host https://h --engine mysql --user app --password-stdin",
        "connect --host h --engine mysql --user app --password hunter2",
    ] {
        assert!(home.run_with(wrong, "x").ends(2).stderr.starts_with("error: "), "{wrong}");
    }
}

#[test]
fn with_a_token_a_connection_needs_credentials_and_nothing_else_of_aws() {
    let home = Home::new();
    let line = "connect --host 127.0.0.1 --port 1 --engine postgresql --user app --region eu-west-1";
    // It gets as far as the network does: no AWS endpoint was asked who this is.
    let output = home.run_live(line).ends(1);
    assert!(output.stdout.contains("TCP        failed"), "{output:#?}");
}

#[test]
fn what_is_not_there_is_told_by_name() {
    let home = Home::new();
    home.run(&format!("plan {QUICK} --database nope --function nope-either")).refused(
        2,
        "error: `nope` does not exist in this account and region\n  cause: the choice `database`\n\
         Hint: Check the spelling and the region, or choose one that is listed.\n\
         error: `nope-either` does not exist in this account and region\n  cause: the choice `function`\n\
         Hint: Check the spelling and the region, or choose one that is listed.",
    );
    home.run(&format!("plan {QUICK}")).refused(
        2,
        "error: No database chosen\n  cause: the choice `database`\n\
         Hint: Choose the database that the proxy will stand in front of.\n\
         error: No function chosen\n  cause: the choice `function`\n\
         Hint: Choose the function that will connect through the proxy.",
    );
    let json = home.run(&format!("plan {QUICK} --format json")).ends(2);
    assert_eq!(json.json()["errors"][0]["title"], "No database chosen");
    assert_eq!(json.stderr, "", "in JSON nothing is said beside");
}

#[test]
fn a_choices_file_that_is_wrong_is_told_by_its_line() {
    let home = Home::new();
    home.write("typo.toml", "database = \"orders-prod\"\nfunktion = \"orders-api\"\n");
    home.run(&format!("plan {QUICK} --choices [HOME]/typo.toml")).refused(
        2,
        "error: the choices file `[HOME]/typo.toml` cannot be used\n  \
         cause: line 2, column 1: \
         unknown field `funktion`, expected one of `profile`, `region`, `database`, `database_kind`, `function`, `more_functions`, \
         `auth_mode`, `secret`, `role`, `network`, `proxy`, `access`, `export`\n\
         Hint: Fix that line; the examples in `assets/examples` show every key.",
    );
    home.run(&format!("plan {QUICK} --choices [HOME]/none.toml")).refused(
        2,
        "error: the choices file `[HOME]/none.toml` cannot be used\n  cause: No such file or directory (os error 2)\n\
         Hint: Name a file that can be read; the examples in `assets/examples` are good starts.",
    );
    home.write("name.toml", "[proxy]\nname = \"Orders--Proxy\"\n");
    let name = home.run(&format!("plan {QUICK} {ORDERS} --choices [HOME]/name.toml"));
    insta::assert_snapshot!("refused_name", name.whole());
    home.write(
        "text.toml",
        "[secret]\nsource = \"reuse\"\nname = \"orders/legacy-connection\"\nuser = \"app\"\ncheck_shape = true\n",
    );
    let text = home.run(&format!("plan {QUICK} {ORDERS} --choices [HOME]/text.toml"));
    insta::assert_snapshot!("secret_that_is_not_json", text.whole());
}

#[test]
fn an_account_that_cannot_be_read_ends_with_three() {
    let home = Home::new();
    home.run(&format!("plan --practice=expired {ORDERS}")).refused(
        3,
        "error: `sts:GetCallerIdentity` failed\n  \
         cause: ExpiredTokenException: The security token included in the request is expired\n\
         Hint: Renew the credentials, then retry.",
    );
    fs::create_dir(home.path(".aws")).unwrap();
    home.write(
        ".aws/config",
        "[profile acme]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = Admin\nregion = eu-west-1\n\
         [sso-session corp]\nsso_start_url = https://example.awsapps.com/start\nsso_region = eu-west-1\n",
    );
    let ended = home.run(&format!("plan --profile acme {ORDERS}")).ends(3);
    assert!(ended.stderr.contains("\n    aws sso login --sso-session corp"), "{ended:#?}");

    let none = home.run(&format!("plan --region eu-west-1 {ORDERS}")).ends(3);
    assert!(none.stderr.contains("no credentials were found in environment variables"), "{none:#?}");
    assert!(none.stderr.contains("use the practice account with `--practice`"), "{none:#?}");

    let nowhere = home.run(&format!("plan {ORDERS}")).ends(3);
    assert!(nowhere.stderr.contains("no region is set: name one with `--region`"), "{nowhere:#?}");

    let silent = home.run_live(&format!("plan {ORDERS} --region eu-west-1 --endpoint-url http://127.0.0.1:9")).ends(3);
    assert!(silent.stderr.contains("127.0.0.1:9"), "{silent:#?}");
    let json =
        home.run_live(&format!("plan {ORDERS} --region eu-west-1 --endpoint-url http://127.0.0.1:9 --format json"));
    assert_eq!(json.ends(3).json()["errors"][0]["kind"], "aws");
}

#[test]
fn an_unknown_profile_is_told_with_those_that_are_known() {
    let home = Home::new();
    home.run(&format!("plan --profile acme {ORDERS}")).refused(
        2,
        "error: there is no profile `acme` in the AWS config and credentials files\n\
         Hint: There is none at all: run `aws configure sso` or `aws configure`, or use the practice account with \
         `--practice`.",
    );
    fs::create_dir(home.path(".aws")).unwrap();
    home.write(".aws/config", "[profile team-a]\nregion = eu-west-1\n[profile team-b]\nregion = eu-west-1\n");
    home.run(&format!("plan --profile acme {ORDERS}")).refused(
        2,
        "error: there is no profile `acme` in the AWS config and credentials files\n\
         Hint: There are team-a, team-b.",
    );
}

#[test]
fn nothing_is_changed_without_a_yes() {
    let home = Home::new();
    let unasked = "error: there is no terminal to ask on\n\
                   Hint: Look at the plan with `plan`, then repeat the command with `--yes`.";
    let output = home.run(&format!("apply {QUICK} {ORDERS} --format text")).ends(2);
    assert_eq!(output.stderr, unasked);
    assert!(home.receipts().is_empty());
    home.run(&format!("apply {QUICK} {ORDERS} --password-stdin")).refused(
        2,
        "error: with `--password-stdin` there is nothing left to read an answer from\n\
         Hint: Look at the plan with `plan`, then repeat the command with `--yes`.",
    );
    home.run(&format!("apply {QUICK} {ORDERS} --yes")).ends(0);
    assert_eq!(home.run(&format!("undo {QUICK} --name orders-proxy")).ends(2).stderr, unasked);
    assert_eq!(home.receipt()["state"], "finished");
}

#[test]
fn a_typed_password_reaches_no_file_and_no_output() {
    let home = Home::new();
    let no_password = home.write("typed.toml", "[secret]\npassword = \"typed\"\n");
    let empty = home.run(&format!("apply {QUICK} {ORDERS} --yes --choices {}", no_password.display())).ends(2);
    assert!(empty.stderr.contains("error: a password is needed"), "{empty:#?}");

    let mut said = String::new();
    let mut say = |output: Output| said.push_str(&output.whole());
    let denied = "--practice=denied-write --practice-speed 0 --ignore-preflight";
    say(home.run_with(&format!("apply {denied} {ORDERS} --yes --password-stdin"), PLANTED).ends(1));
    say(home.run_with(&format!("apply {QUICK} {ORDERS} --yes --password-stdin"), PLANTED).ends(0));
    say(home.run(&format!("plan {QUICK} {ORDERS} --format json")).ends(0));
    say(home.run(&format!("export {QUICK} {ORDERS} --out [HOME]/files")).ends(0));
    say(home.run(&format!("validate {QUICK} --proxy orders-proxy --function orders-api")).ends(0));
    say(home.run_with(
        "connect --host 127.0.0.1 --port 1 --engine mysql --user app --password-stdin --format json",
        PLANTED,
    ));
    say(home.run(&format!("undo {QUICK} --name orders-proxy --yes")).ends(0));
    assert!(!said.contains(PLANTED), "{said}");
    let looked = search(home.folder.path());
    assert!(looked > 15, "only {looked} files were looked through");
}

/// Looks for the planted password in every file; returns how many there were.
fn search(folder: &Path) -> usize {
    let mut looked = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            looked += search(&path);
        } else {
            let bytes = fs::read(&path).unwrap();
            assert!(!bytes.windows(PLANTED.len()).any(|part| part == PLANTED.as_bytes()), "{}", path.display());
            looked += 1;
        }
    }
    looked
}

#[test]
fn a_receipt_of_elsewhere_or_of_later_is_refused() {
    let home = Home::new();
    home.run(&format!("apply {QUICK} {ORDERS} --yes")).ends(0);
    let path = home.receipts().remove(0);
    let file = path.display();

    home.run(&format!("undo {file} --yes --practice=unsupported-zone")).refused(
        2,
        "error: the receipt belongs to the practice account `0000-0000-0000` in `eu-west-1`, and this session is \
         connected to the practice account `0000-0000-0008` in `us-east-1`\n\
         Hint: Choose the account, region and mode that the receipt names.",
    );
    home.run(&format!("resume {file} --yes --region eu-west-1"))
        .refused(2, "error: the receipt belongs to the practice account\nHint: Repeat the command with `--practice`.");
    let newer = fs::read_to_string(&path).unwrap().replacen("\"version\": 1", "\"version\": 99", 1);
    home.write("newer.json", &newer);
    home.run(&format!("undo {QUICK} [HOME]/newer.json --yes")).refused(
        2,
        "error: the receipt `[HOME]/newer.json` has form 99, this program knows up to 1; update the program and try again\n\
         Hint: Install the newer version, then try again.",
    );
    home.write("other.json", "{}");
    let other = home.run(&format!("undo {QUICK} [HOME]/other.json --yes")).ends(2);
    assert!(other.stderr.starts_with("error: `[HOME]/other.json` is not a receipt that can be read"), "{other:#?}");
    let open = home.run(&format!("resume {QUICK} --yes")).ends(2);
    assert!(open.stderr.starts_with("error: there is no open run in this account and region"), "{open:#?}");
}

#[test]
fn without_a_place_for_the_receipt_nothing_is_changed() {
    let home = Home::new();
    home.run(&format!("plan {QUICK} {ORDERS}")).ends(0);
    home.write("data/rds-proxy-wizard/receipts", "a file where the folder should be");
    let output = home.run(&format!("apply {QUICK} {ORDERS} --yes")).ends(1);
    assert!(output.stderr.is_empty() || output.stderr.starts_with("error: "), "{output:#?}");
    assert!(output.whole().contains("could not be written"), "{output:#?}");
    fs::remove_file(home.path("data/rds-proxy-wizard/receipts")).unwrap();
    let plan = home.run(&format!("plan {QUICK} {ORDERS} --format json")).ends(0).json();
    assert_eq!(plan["create"], 9, "the account is as it was");
}

#[test]
fn without_a_display_it_walks_the_practice_account() {
    let home = Home::new();
    let output = home.run("--practice-speed 0").ends(0);
    assert!(output.stderr.starts_with("There is no window to open here (no display: "), "{output:#?}");
    assert_eq!(output.stderr.lines().count(), 1);
    for words in ["1. Plan", "2. Apply", "The whole path is open", "4. Export", "cli/setup.sh"] {
        assert!(output.stdout.contains(words), "{words}: {}", output.stdout);
    }
    let folder = output.stdout.lines().find_map(|line| line.split_once(" files in [HOME]/")).unwrap().1;
    assert!(home.path(folder).join("policies").is_dir());
    assert!(home.receipts().is_empty(), "nothing else is kept");
}

#[tokio::test]
async fn a_live_account_is_set_up_checked_and_undone_alike() {
    let Some(url) = service("RPW_MINISTACK_URL") else { return };
    let World { connection, seeded, .. } = seed(&url).await;
    let home = Home::new();
    let live = |line: &str, stdin: &str| {
        let mut command = home.command(&format!("{line} --endpoint-url {url}"));
        // The emulator takes twelve digits for the account of that number.
        command.env("AWS_ACCESS_KEY_ID", &connection.account.id).env("AWS_SECRET_ACCESS_KEY", "test");
        home.finish(command, stdin)
    };
    let here = "--region us-east-1";
    let name = format!("p-{}", seeded.mark);
    home.write(
        "live.toml",
        &format!(
            "database = \"{}\"\nfunction = \"{}\"\n[secret]\nuser = \"app\"\n[proxy]\nname = \"{name}\"\n\
             [access]\ndatabase_name = \"orders\"\n",
            seeded.mysql, seeded.function_in_vpc
        ),
    );
    // The emulator knows no policies of an account's root, so its simulation denies everything.
    let apply = format!("apply {here} --choices [HOME]/live.toml --yes --ignore-preflight --format json");

    let elsewhere = live("plan --region eu-west-1 --choices [HOME]/live.toml", "").ends(2);
    assert!(elsewhere.stderr.contains("does not exist in this account and region"), "{elsewhere:#?}");
    let applied = live(&format!("{apply} --password-stdin"), PLANTED).ends(0);
    assert_eq!(applied.lines().last().unwrap()["end"], "finished");
    let again = live(&apply, "").ends(0);
    assert_eq!(again.lines().len(), 1, "{again:#?}");
    let check = live(&format!("validate {here} --proxy {name} --function {}", seeded.function_in_vpc), "").ends(0);
    let exported = live(&format!("export {here} --choices [HOME]/live.toml --out [HOME]/files"), "").ends(0);
    let connect = live(&format!("connect {here} --proxy {name} --user app --database orders"), "").ends(1);
    assert!(connect.stdout.starts_with(&format!("Connecting to {name}.")), "{connect:#?}");
    let undone = live(&format!("undo {here} --name {name} --yes"), "").ends(0);
    live(&format!("validate {here} --proxy {name}"), "").ends(3);
    for output in [elsewhere, applied, again, check, exported, connect, undone] {
        assert!(!output.whole().contains(PLANTED));
    }
    search(home.folder.path());
}

#[test]
fn a_real_login_passes_every_stage_and_a_wrong_authority_none_beyond_tls() {
    let Some(mysql) = service("RPW_TEST_MYSQL") else { return };
    let get = |name: &str| service(name).unwrap();
    let home = Home::new();
    let connect = |engine: &str, via: &str, ca: &str| {
        let host = get("RPW_TEST_PROXY_HOST");
        let mut command = home.command(&format!(
            "connect --host {host} --engine {engine} --user app_user --database orders --via {via} --ca {ca}"
        ));
        for name in ["ACCESS_KEY_ID", "SECRET_ACCESS_KEY", "SESSION_TOKEN"] {
            command.env(format!("AWS_{name}"), get(&format!("RPW_TEST_{name}")));
        }
        home.finish(command, "")
    };
    for (engine, via) in [("mysql", mysql.clone()), ("postgresql", get("RPW_TEST_POSTGRES"))] {
        let passed = connect(engine, &via, &get("RPW_TEST_CA")).ends(0);
        let verdicts = passed.stdout.lines().filter(|line| line.contains(" ok  ")).count();
        assert_eq!(verdicts, 6, "{passed:#?}");
        assert!(!passed.whole().contains("X-Amz-"), "{passed:#?}");
        let refused = connect(engine, &via, &get("RPW_TEST_OTHER_CA")).ends(1);
        assert!(refused.stdout.contains("TLS        failed"), "{refused:#?}");
        assert!(refused.stdout.contains("Login      not tried"), "{refused:#?}");
    }
}
