//! Infrastructure code, read by the tools that others judge it with.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::sync::Arc;

use rds_proxy_wizard::design::adopted;
use rds_proxy_wizard::discover::{Existing, observe_to_adopt};
use rds_proxy_wizard::domain::account::Account;
use rds_proxy_wizard::domain::proxy::AuthMode;
use rds_proxy_wizard::domain::setup::Setup;
use rds_proxy_wizard::export;
use rds_proxy_wizard::practice::{self, Practice, Speed};
use serde_json::{Value, json};

use super::tools::{self, TerraformFolder, passes};
use super::{cases, choices, setup, write};
use crate::services::service;

/// The files of these targets, each case in a folder of its name.
async fn exported(targets: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, setup) in every_case().await {
        for target in targets {
            let files = (export::target(target).unwrap().render)(&setup).unwrap();
            write(&files, &folder.path().join(name));
        }
    }
    folder
}

/// And one whose names are of everything that a format could take for its own.
async fn every_case() -> Vec<(&'static str, Setup)> {
    let mut all = cases().await;
    all.push(("hostile", hostile().await));
    all
}

const HOSTILE: &str = "a'b\"c`d\\e ${f} %{g} {{ h }} $(i) é\u{1f600} #j %k\tl ${AWS::Region}";

async fn hostile() -> Setup {
    let mut hostile = choices("orders-prod", "orders-api", AuthMode::StandardIam);
    hostile.proxy.init_query = Some(format!("SET @x = '{HOSTILE}'"));
    let mut setup = setup(&hostile).await;
    setup.tags.insert("note".into(), HOSTILE.into());
    setup.tags.insert(HOSTILE.into(), "key".into());
    setup
}

fn folders(of: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(of).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[tokio::test]
async fn cfn_lint_has_nothing_to_say_of_a_template() {
    let Some(python) = service("RPW_TEST_LINT") else { return };
    let folder = exported(&["cloudformation"]).await;
    // AWS takes no such tags, and a text that looks like a parameter is taken for a slip.
    let names = folders(folder.path()).into_iter().filter(|name| name != "hostile");
    let templates: Vec<String> = names.map(|name| format!("{name}/cloudformation/template.yaml")).collect();
    lint(&python, &templates, folder.path());
}

/// cfn-lint over these templates; its warnings count.
pub fn lint(python: &str, templates: &[String], folder: &Path) {
    let program = Path::new(python).with_file_name("cfn-lint");
    let mut arguments = vec!["-r", "eu-west-1", "--"];
    arguments.extend(templates.iter().map(String::as_str));
    passes(program.to_str().unwrap(), &arguments, folder, &[]);
}

/// What a template says, in JSON: its tags are functions in their long form.
fn template(python: &str, file: &Path) -> Value {
    let script = "import sys, json, cfnlint.decode.cfn_yaml as y; print(json.dumps(y.load(sys.argv[1])))";
    serde_json::from_str(&passes(python, &["-c", script, file.to_str().unwrap()], Path::new("/"), &[])).unwrap()
}

#[tokio::test]
async fn a_template_holds_every_name_as_it_is() {
    let Some(python) = service("RPW_TEST_LINT") else { return };
    let folder = exported(&["cloudformation"]).await;
    let read = template(&python, &folder.path().join("hostile/cloudformation/template.yaml"));
    let tags = read["Resources"]["Proxy"]["Properties"]["Tags"].as_array().unwrap();
    assert!(tags.contains(&json!({ "Key": "note", "Value": HOSTILE })), "{tags:#?}");
    assert!(tags.contains(&json!({ "Key": HOSTILE, "Value": "key" })), "{tags:#?}");
    let pool = &read["Resources"]["ProxyTargetGroup"]["Properties"]["ConnectionPoolConfigurationInfo"];
    assert_eq!(pool["InitQuery"], format!("SET @x = '{HOSTILE}'"));
}

/// A proxy that is there: what takes it over is in order, and names everything that it imports.
#[tokio::test]
async fn what_takes_over_a_live_proxy_is_in_order() {
    let Some(python) = service("RPW_TEST_LINT") else { return };
    let connection = practice::connection(Arc::new(Practice::open(None, "default", Speed::Instant).unwrap()));
    let existing = Existing { proxy: "auth-proxy".into(), function: None, read_secrets: false };
    let (clock, account) = (connection.clock.as_ref(), &connection.account);
    let observed = observe_to_adopt(connection.reader(), clock, account, &existing).await.unwrap();
    let there = adopted(&observed, None).unwrap_or_else(|why| panic!("{why:#?}"));
    let live = export::live(&there, &observed).unwrap_or_else(|why| panic!("{why:#?}"));
    let folder = tempfile::tempdir().unwrap();
    write(&export::files_of(&there, Some(&live), &export::targets_of(&there)).unwrap(), folder.path());

    let both = ["import.yaml", "template.yaml"].map(|name| format!("cloudformation/{name}"));
    lint(&python, &both, folder.path());
    let list = fs::read_to_string(folder.path().join("cloudformation/resources-to-import.json")).unwrap();
    let list: Value = serde_json::from_str(&list).unwrap();
    let mut named: BTreeSet<String> =
        list.as_array().unwrap().iter().map(|one| one["LogicalResourceId"].as_str().unwrap().to_owned()).collect();
    // Its ARN is asked for by the script.
    named.insert("ProxyTargetGroup".into());
    let imported = template(&python, &folder.path().join("cloudformation/import.yaml"));
    let imported: BTreeSet<String> = imported["Resources"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(named, imported);

    let Some(program) = tools::terraform() else { return };
    passes(&program, &["fmt", "-check", "-diff"], &folder.path().join("terraform"), &[]);
    let terraform = TerraformFolder::new(program, folder.path().join("terraform"), "http://127.0.0.1:9", account);
    terraform.succeeds(&["init", "-input=false"]);
    terraform.succeeds(&["validate"]);
}

/// A role that is used is a parameter, and its value is the role's ARN.
#[tokio::test]
async fn a_parameter_of_a_template_has_the_setups_value() {
    let Some(python) = service("RPW_TEST_LINT") else { return };
    let mut used = setup(&choices("orders-prod", "orders-api", AuthMode::StandardIam)).await;
    used.role.owned = false;
    let folder = tempfile::tempdir().unwrap();
    write(&(export::target("cloudformation").unwrap().render)(&used).unwrap(), folder.path());
    let parameters = template(&python, &folder.path().join("cloudformation/template.yaml"))["Parameters"].clone();
    assert_eq!(parameters["ProxyRoleArn"]["Default"], used.proxy.role_arn);
    for (name, parameter) in parameters.as_object().unwrap() {
        assert_ne!(parameter["Default"], "", "{name}");
    }
}

/// A policy names the proxy by its id, `prx-…`: the mistake that public templates make is its name.
#[tokio::test]
async fn a_template_names_the_proxy_by_its_id() {
    let Some(python) = service("RPW_TEST_LINT") else { return };
    let folder = exported(&["cloudformation"]).await;
    let read = template(&python, &folder.path().join("mysql-standard-iam/cloudformation/template.yaml"));
    let policy = &read["Resources"]["FunctionPolicy"]["Properties"]["PolicyDocument"];
    let resource = &policy["Statement"][0]["Resource"]["Fn::Sub"];
    assert_eq!(resource[0], "arn:${AWS::Partition}:rds-db:${AWS::Region}:${AWS::AccountId}:dbuser:${Id}/lambda_app");
    let id = json!({ "Fn::Select": [6, { "Fn::Split": [":", { "Fn::GetAtt": ["Proxy", "DBProxyArn"] }] }] });
    assert_eq!(resource[1]["Id"], id);
}

#[tokio::test]
async fn terraform_finds_its_code_in_order() {
    let Some(program) = tools::terraform() else { return };
    let folder = exported(&["terraform"]).await;
    passes(&program, &["fmt", "-check", "-diff", "-recursive"], folder.path(), &[]);
    // The provider that is here does not know end-to-end IAM. Its schema takes its time, so one plugin
    // folder serves all.
    let mut first: Option<std::path::PathBuf> = None;
    for name in folders(folder.path()).iter().filter(|name| !name.contains("end-to-end")) {
        let path = folder.path().join(name).join("terraform");
        let terraform = TerraformFolder::new(program.clone(), path.clone(), "http://127.0.0.1:9", &Account::default());
        match &first {
            None => {
                terraform.succeeds(&["init", "-input=false"]);
                first = Some(path);
            }
            Some(first) => {
                symlink(first.join(".terraform"), path.join(".terraform")).unwrap();
                fs::copy(first.join(".terraform.lock.hcl"), path.join(".terraform.lock.hcl")).unwrap();
            }
        }
        terraform.succeeds(&["validate"]);
    }
}

/// What a synthesised template says, without what the CDK adds by itself.
fn synthesised(folder: &Path) -> Value {
    let file = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files = file.filter(|path| path.to_str().unwrap().ends_with(".template.json"));
    let text = fs::read_to_string(files.next().unwrap()).unwrap();
    let mut template: Value = serde_json::from_str(&text).unwrap();
    for resource in template["Resources"].as_object_mut().unwrap().values_mut() {
        resource.as_object_mut().unwrap().remove("Metadata");
    }
    template["Resources"].clone()
}

/// Functions are resolved as far as a template without parameters allows, so that two ways to write the
/// same value are the same: `Fn::Join` and `Fn::Sub` become the text with its references.
fn plain(value: &Value, parameters: &Value) -> Value {
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        other => format!("<{other}>"),
    };
    match value {
        Value::Array(items) => items.iter().map(|item| plain(item, parameters)).collect(),
        Value::Object(members) if members.len() == 1 => {
            let (function, argument) = members.iter().next().unwrap();
            match (function.as_str(), argument) {
                ("Ref", Value::String(name)) if parameters.get(name).is_some() => parameters[name].clone(),
                ("Fn::Join", Value::Array(parts)) => {
                    let parts = parts[1].as_array().unwrap().iter().map(|part| text(&plain(part, parameters)));
                    Value::String(parts.collect())
                }
                ("Fn::Sub", Value::String(template)) => Value::String(filled(template, &json!({}), parameters)),
                ("Fn::Sub", Value::Array(both)) => {
                    Value::String(filled(both[0].as_str().unwrap(), &plain(&both[1], parameters), parameters))
                }
                _ => json!({ function: plain(argument, parameters) }),
            }
        }
        Value::Object(members) => {
            members.iter().map(|(name, value)| (name.clone(), plain(value, parameters))).collect()
        }
        other => other.clone(),
    }
}

fn filled(template: &str, named: &Value, parameters: &Value) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("${") {
        let (name, after) = after.split_once('}').unwrap();
        text.push_str(before);
        text.push_str(&match (name.strip_prefix('!'), named.get(name), name.split_once('.')) {
            (Some(literal), ..) => format!("${{{literal}}}"),
            (_, Some(value), _) => format!("<{value}>"),
            (_, _, Some((resource, attribute))) => format!("<{}>", json!({ "Fn::GetAtt": [resource, attribute] })),
            _ => match plain(&json!({ "Ref": name }), parameters) {
                Value::String(value) => value,
                other => format!("<{other}>"),
            },
        });
        rest = after;
    }
    text + rest
}

/// The parameters' defaults, as what stands for them.
fn defaults(template: &Value) -> Value {
    let default = |parameter: &Value| {
        let text = parameter["Default"].as_str().unwrap();
        let is_list = parameter["Type"].as_str().unwrap().starts_with("List<");
        if is_list { text.split(',').collect() } else { Value::String(text.to_owned()) }
    };
    let mut all: serde_json::Map<String, Value> =
        template["Parameters"].as_object().unwrap().iter().map(|(name, one)| (name.clone(), default(one))).collect();
    // An app of the CDK says where it goes; all of it is the practice account's here.
    all.insert("AWS::Region".into(), json!("eu-west-1"));
    all.insert("AWS::AccountId".into(), json!("000000000000"));
    Value::Object(all)
}

/// Both apps of the CDK synthesise what the template says.
#[tokio::test]
async fn the_cdk_synthesises_the_template() {
    let (Some(node), Some(modules), Some(python), Some(lint)) = (
        service("RPW_TEST_NODE"),
        service("RPW_TEST_CDK_MODULES"),
        service("RPW_TEST_CDK_PYTHON"),
        service("RPW_TEST_LINT"),
    ) else {
        return;
    };
    let folder = exported(&["cdk-typescript", "cdk-python", "cloudformation"]).await;
    let path = std::env::var("PATH").unwrap();
    let path = format!("{}:{path}", Path::new(&node).parent().unwrap().display());
    symlink(&modules, folder.path().join("node_modules")).unwrap();
    let names = folders(folder.path()).into_iter().filter(|name| name != "node_modules");
    let names: Vec<String> = names.collect();
    compile(&node, &modules, folder.path(), names.iter().map(|name| format!("{name}/cdk-typescript/app.ts")));
    // One of each mode, and the hostile one: a synthesis takes its seconds.
    let shown: BTreeSet<&str> =
        ["mysql-standard-iam", "postgresql-end-to-end-iam", "mysql-password", "hostile"].into_iter().collect();
    let mut templates = Vec::new();
    for name in names.iter().filter(|name| shown.contains(name.as_str())) {
        let case = folder.path().join(name);
        let written = template(&lint, &case.join("cloudformation/template.yaml"));
        let mut wanted = plain(&written["Resources"], &defaults(&written));
        for resource in wanted.as_object_mut().unwrap().values_mut() {
            resource.as_object_mut().unwrap().remove("Condition");
        }
        for (target, program, file) in [("cdk-typescript", &node, "app.js"), ("cdk-python", &python, "app.py")] {
            let at = case.join(target);
            let out = at.join("out");
            let variables = [("CDK_OUTDIR", out.to_str().unwrap()), ("PATH", &path)];
            passes(program, &[file], &at, &variables);
            let resources = plain(&synthesised(&out), &json!({}));
            for (id, resource) in wanted.as_object().unwrap() {
                assert_eq!(lines(&resources[id]), lines(resource), "{name}, {target}, {id}");
            }
            assert_eq!(resources.as_object().unwrap().len(), wanted.as_object().unwrap().len());
        }
        if name != "hostile" {
            templates.push(synthesised_path(&case.join("cdk-typescript/out")));
        }
    }
    self::lint(&lint, &templates, folder.path());
}

/// A value by its lines, members in one order, so that a difference is seen where it is.
fn lines(value: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    gather("", value, &mut lines);
    lines.sort();
    lines
}

fn gather(path: &str, value: &Value, lines: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| gather(&format!("{path}.{name}"), value, lines));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(nth, item)| gather(&format!("{path}[{nth}]"), item, lines));
        }
        plain => lines.push(format!("{path} = {plain}")),
    }
}

fn synthesised_path(folder: &Path) -> String {
    let mut files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path().display().to_string());
    files.find(|path| path.ends_with(".template.json")).unwrap()
}

/// TypeScript's compiler over all programs at once: its types take the time.
fn compile(node: &str, modules: &str, folder: &Path, programs: impl Iterator<Item = String>) {
    let options = json!({
        "compilerOptions": {
            "target": "ES2022", "module": "commonjs", "strict": true, "noUnusedLocals": true,
            "skipLibCheck": true, "types": ["node"],
        },
        "files": programs.collect::<Vec<_>>(),
    });
    fs::write(folder.join("tsconfig.json"), options.to_string()).unwrap();
    passes(node, &[&format!("{modules}/typescript/bin/tsc"), "-p", "."], folder, &[]);
}

/// Pulumi's program runs with stand-ins for its engine; what it asks for is in the snapshot.
#[tokio::test]
async fn pulumi_asks_for_the_same_resources() {
    let (Some(node), Some(modules)) = (service("RPW_TEST_NODE"), service("RPW_TEST_PULUMI_MODULES")) else { return };
    let folder = exported(&["pulumi"]).await;
    symlink(&modules, folder.path().join("node_modules")).unwrap();
    let names = folders(folder.path()).into_iter().filter(|name| name != "node_modules");
    let names: Vec<String> = names.collect();
    compile(&node, &modules, folder.path(), names.iter().map(|name| format!("{name}/pulumi/index.ts")));
    let engine = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/export/pulumi_mocks.js");
    for name in ["mysql-standard-iam", "postgresql-end-to-end-iam", "hostile"] {
        let program = folder.path().join(name).join("pulumi/index.js");
        let made = passes(&node, &[engine.to_str().unwrap(), program.to_str().unwrap()], folder.path(), &[]);
        insta::assert_snapshot!(format!("pulumi_{name}"), made);
    }
}
