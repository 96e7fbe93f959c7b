//! What can stand around the proxy, in every format, by the tools of each.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use rds_proxy_wizard::domain::account::Account;
use rds_proxy_wizard::domain::export_part::ExportPart;
use rds_proxy_wizard::domain::proxy::AuthMode;
use rds_proxy_wizard::domain::setup::Setup;
use rds_proxy_wizard::export;
use serde_json::Value;

use super::tools::{self, TerraformFolder, passes};
use super::{choices, iac, setup, write};
use crate::services::service;

const FORMATS: [&str; 6] = ["cloudformation", "sam", "terraform", "cdk-typescript", "cdk-python", "pulumi"];

/// A function with an alias that reads the secret itself, and one that is given a token; an own instance and
/// a cluster; a text that every language has to quote.
async fn setups() -> Vec<(&'static str, Setup)> {
    let mut password = choices("orders-prod", "orders-mailer", AuthMode::Password);
    password.secret.kms_key = Some("alias/orders".into());
    password.access.publish_to_alias = Some("live".into());
    password.proxy.init_query = Some("SET @x = '\"& `returns` ${HOME} $(HOME) {y}'".into());
    let token = choices("billing-pg", "orders-api", AuthMode::StandardIam);
    let end_to_end = choices("orders-reporting", "orders-api", AuthMode::EndToEndIam);
    vec![("password", setup(&password).await), ("token", setup(&token).await), ("iam", setup(&end_to_end).await)]
}

fn with(setup: &Setup, parts: &[ExportPart]) -> Setup {
    let mut setup = setup.clone();
    setup.choices.as_mut().unwrap().export.parts = parts.to_vec();
    setup
}

/// Every setup with all parts that fit it, written into folders.
async fn everything() -> (tempfile::TempDir, Vec<PathBuf>) {
    let folder = tempfile::tempdir().unwrap();
    let mut roots = Vec::new();
    for (name, setup) in setups().await {
        let root = folder.path().join(name);
        write(&export::files(&with(&setup, &ExportPart::ALL)).unwrap(), &root);
        roots.push(root);
    }
    (folder, roots)
}

/// Expands a template of SAM as AWS does, and gives the path of what comes out.
fn expanded(template: &Path) -> Option<PathBuf> {
    const EXPAND: &str = "
import json, sys
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

template = yaml_parse(open(sys.argv[1]).read())
function = template['Resources']['Handler']['Properties']
# What `sam package` does.
assert function['CodeUri'].startswith('../')
function['CodeUri'] = 's3://bucket/key'
json.dump(Translator({}, Parser()).translate(template, {}), open(sys.argv[2], 'w'), default=str)
";
    let python = service("RPW_TEST_LINT")?;
    let out = template.with_extension("json");
    let paths = [template, &out].map(|path| path.to_str().unwrap());
    passes(&python, &["-c", EXPAND, paths[0], paths[1]], Path::new("/"), &[("AWS_DEFAULT_REGION", "eu-west-1")]);
    Some(out)
}

/// Type-checks a program with the modules that this variable names.
fn type_check(folder: &Path, modules: &str) {
    let (Some(node), Some(modules)) = (service("RPW_TEST_NODE"), service(modules)) else { return };
    symlink(modules, folder.join("node_modules")).unwrap();
    passes(&node, &["node_modules/typescript/bin/tsc", "--project", "."], folder, &[]);
}

/// Runs an app of the CDK and gives the template that it makes.
fn synthesised(folder: &Path, program: &str, app: &str, node: &str) -> PathBuf {
    let out = folder.join("out");
    let path = format!("{}:{}", Path::new(node).parent().unwrap().display(), std::env::var("PATH").unwrap());
    passes(program, &[app], folder, &[("CDK_OUTDIR", out.to_str().unwrap()), ("PATH", &path)]);
    let mut made = fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().path());
    made.find(|path| path.to_string_lossy().ends_with(".template.json")).unwrap()
}

#[tokio::test]
async fn each_part_is_in_every_format_and_only_where_it_was_chosen() {
    for (name, setup) in setups().await {
        for part in ExportPart::ALL.into_iter().filter(|part| part.fits(&setup).is_ok()) {
            for format in FORMATS {
                let render = export::target(format).unwrap().render;
                let (without, with) = (render(&setup).unwrap(), render(&with(&setup, &[part])).unwrap());
                let same = without == with;
                let always = format == "sam" && part == ExportPart::Function;
                assert_eq!(same, always, "{name}: {} in {format}", part.id());
            }
        }
    }
}

#[tokio::test]
async fn the_linter_of_cloudformation_has_nothing_to_say() {
    let folder = tempfile::tempdir().unwrap();
    let mut templates = Vec::new();
    for (name, setup) in setups().await {
        for part in ExportPart::ALL.into_iter().filter(|part| part.fits(&setup).is_ok()) {
            let root = folder.path().join(format!("{name}-{}", part.id()));
            let files = (export::target("cloudformation").unwrap().render)(&with(&setup, &[part])).unwrap();
            write(&files, &root);
            templates.push(root.join("cloudformation/template.yaml"));
        }
    }
    let (_kept, roots) = everything().await;
    templates.extend(roots.iter().map(|root| root.join("cloudformation/template.yaml")));
    templates.extend(roots.iter().map(|root| root.join("sam/template.yaml")));
    templates.extend(roots.iter().filter_map(|root| expanded(&root.join("sam/template.yaml"))));
    let Some(python) = service("RPW_TEST_LINT") else { return };
    let templates: Vec<String> = templates.iter().map(|path| path.to_str().unwrap().to_owned()).collect();
    iac::lint(&python, &templates, Path::new("/"));
}

/// SAM makes the role of the function; what else is in the template speaks of it by that name.
#[tokio::test]
async fn sam_makes_the_role_that_the_other_parts_name() {
    let (_kept, roots) = everything().await;
    for root in roots {
        let Some(expanded) = expanded(&root.join("sam/template.yaml")) else { return };
        let template: Value = serde_json::from_str(&fs::read_to_string(expanded).unwrap()).unwrap();
        let role = &template["Resources"]["HandlerRole"];
        assert_eq!(role["Type"], "AWS::IAM::Role");
        let vpc_access = role["Properties"]["ManagedPolicyArns"].to_string();
        assert!(vpc_access.contains("AWSLambdaVPCAccessExecutionRole"), "{vpc_access}");
        let failures = &template["Resources"]["FailurePolicy"]["Properties"]["RoleName"];
        assert_eq!(failures["Ref"], "HandlerRole");
    }
}

#[tokio::test]
async fn terraform_knows_every_argument() {
    let Some(program) = tools::terraform() else { return };
    let (_kept, roots) = everything().await;
    for root in roots {
        let folder = root.join("terraform");
        passes(&program, &["fmt", "-check", "-diff"], &folder, &[]);
        // The provider that lies here is older than end-to-end IAM.
        if !fs::read_to_string(folder.join("versions.tf")).unwrap().contains(">= 6") {
            let terraform =
                TerraformFolder::new(program.clone(), folder.clone(), "http://127.0.0.1:9", &Account::default());
            terraform.succeeds(&["init", "-input=false"]);
            terraform.succeeds(&["validate"]);
        }
    }
}

#[tokio::test]
async fn the_programs_are_typed_and_synthesise_what_the_template_says() {
    let (_kept, roots) = everything().await;
    // A compiler and a synthesis take their seconds: one of each kind of database.
    for root in roots.iter().filter(|root| !root.ends_with("token")) {
        type_check(&root.join("pulumi"), "RPW_TEST_PULUMI_MODULES");
        let typescript = root.join("cdk-typescript");
        type_check(&typescript, "RPW_TEST_CDK_MODULES");
        let (Some(node), Some(python)) = (service("RPW_TEST_NODE"), service("RPW_TEST_CDK_PYTHON")) else { return };
        let made = [
            synthesised(&typescript, &node, "app.js", &node),
            synthesised(&root.join("cdk-python"), &python, "app.py", &node),
        ];
        let template = fs::read_to_string(root.join("cloudformation/template.yaml")).unwrap();
        let resources = template.split("\nResources:\n").nth(1).unwrap();
        let wanted: BTreeSet<&str> =
            resources.lines().filter_map(|line| line.strip_prefix("    Type: AWS::")).collect();
        for made in made {
            let template: Value = serde_json::from_str(&fs::read_to_string(&made).unwrap()).unwrap();
            let resources = template["Resources"].as_object().unwrap();
            let kinds: BTreeSet<&str> = resources
                .values()
                .filter_map(|resource| resource["Type"].as_str()?.strip_prefix("AWS::"))
                .filter(|kind| *kind != "CDK::Metadata")
                .collect();
            assert_eq!(kinds, wanted, "{made:?}");
        }
    }
}

/// A function that the stack brings needs nothing attached; the only thing that is there already is the database.
#[tokio::test]
async fn what_the_stack_brings_is_not_attached() {
    for (name, setup) in setups().await {
        let files = export::files(&with(&setup, &[ExportPart::Function])).unwrap();
        let script = files.iter().find(|file| file.path == "terraform/attach.sh");
        assert_eq!(script.is_some(), setup.database.needs_iam_auth, "{name}");
        let readme = &files.iter().find(|file| file.path == "README.md").unwrap().text;
        assert_eq!(readme.contains("attach.sh"), setup.database.needs_iam_auth, "{name}");
        let template = &files.iter().find(|file| file.path == "cloudformation/template.yaml").unwrap().text;
        assert!(!template.contains("FunctionRoleName"), "{name}");
    }
}

/// With a network of its own a stack asks for none that is there.
#[tokio::test]
async fn a_network_answers_every_question_for_one() {
    for (name, setup) in setups().await {
        let parts = [ExportPart::Network, ExportPart::Database, ExportPart::Function];
        let files = (export::target("cloudformation").unwrap().render)(&with(&setup, &parts)).unwrap();
        for kind in ["AWS::EC2::VPC::Id", "List<AWS::EC2::Subnet::Id>", "AWS::EC2::SecurityGroup::Id", "DatabaseId:"] {
            assert!(!files[0].text.contains(kind), "{name}: {kind}");
        }
    }
}

/// No policy of a part reaches further than what stands in its own stack.
#[tokio::test]
async fn no_statement_names_everything() {
    let (_kept, roots) = everything().await;
    for root in roots {
        for path in ["cloudformation/template.yaml", "sam/template.yaml", "terraform/main.tf", "pulumi/index.ts"] {
            let text = fs::read_to_string(root.join(path)).unwrap();
            for line in text.lines().map(str::trim) {
                let value = line.trim_end_matches(',').trim_matches(['[', ']', ' ']);
                let names = value.starts_with("Resource") || value.starts_with("Action") || value.starts_with("- ");
                assert!(!(names && value.ends_with("\"*\"")), "{path}: {line}");
            }
        }
    }
}

/// No linter knows which macro a hosted rotation needs, nor whose function rotates what.
#[tokio::test]
async fn rotation_is_that_of_the_engine() {
    let setups = setups().await;
    for ((_, setup), engine) in setups.iter().zip(["MySQL", "PostgreSQL"]) {
        let files = export::files(&with(setup, &[ExportPart::Rotation])).unwrap();
        let text = |path: &str| files.iter().find(|file| file.path == path).unwrap().text.clone();
        let template = text("cloudformation/template.yaml");
        assert!(template.contains("\nTransform: AWS::SecretsManager-2024-09-16\n"), "{template}");
        assert!(template.contains(&format!("RotationType: {engine}SingleUser\n")), "{template}");
        let hcl = text("terraform/main.tf");
        assert!(hcl.contains(&format!("applications/SecretsManagerRDS{engine}RotationSingleUser\"")), "{hcl}");
        for member in ["engine", "host", "port", "username", "password"] {
            let value = hcl.split("secret_string_wo").nth(1).unwrap().split("})").next().unwrap();
            assert!(value.contains(&format!(" {member} ")), "{member} in {value}");
        }
    }
}
