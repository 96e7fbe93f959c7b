//! The tools that read infrastructure code, run over what is exported.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rds_proxy_wizard::domain::account::Account;
use serde_json::Value;

use crate::services::{missing, service};

/// Where a machine may have Terraform's providers, so that it needs no network.
const MIRROR: &str = "/opt/tf-plugins";

/// Terraform with a provider, or `None` after the test has been reported as skipped.
pub fn terraform() -> Option<String> {
    let program = service("RPW_TEST_TERRAFORM")?;
    if Path::new(MIRROR).is_dir() {
        return Some(program);
    }
    missing(&format!("Terraform's provider is not in {MIRROR}"));
    None
}

/// A folder of Terraform code, against an emulator.
pub struct TerraformFolder {
    program: String,
    folder: PathBuf,
    url: String,
    account: String,
}

impl TerraformFolder {
    pub fn new(program: String, folder: PathBuf, url: &str, account: &Account) -> Self {
        let settings = format!(
            "disable_checkpoint = true\nprovider_installation {{\n  filesystem_mirror {{\n    path = \"{MIRROR}\"\n    \
             include = [\"registry.terraform.io/*/*\"]\n  }}\n}}\n"
        );
        fs::write(folder.join("terraformrc"), settings).unwrap();
        Self { program, folder, url: url.to_owned(), account: account.id.clone() }
    }

    /// What it prints, without colours.
    pub fn succeeds(&self, arguments: &[&str]) -> String {
        let ran = Command::new(&self.program)
            .args(arguments)
            .current_dir(&self.folder)
            .env("TF_CLI_CONFIG_FILE", self.folder.join("terraformrc"))
            .env("TF_CLI_ARGS", "")
            .env("NO_COLOR", "1")
            .env("AWS_ENDPOINT_URL", &self.url)
            .env("AWS_ACCESS_KEY_ID", &self.account)
            .env("AWS_SECRET_ACCESS_KEY", "test")
            .env("AWS_EC2_METADATA_DISABLED", "true")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&ran.stdout).into_owned();
        assert!(ran.status.success(), "terraform {arguments:?}: {said}{}", String::from_utf8_lossy(&ran.stderr));
        said
    }
}

/// A planned update of nothing but these arguments.
pub fn only_these_differ(address: &str, change: &Value, names: &[&str]) {
    let without = |side: &str| {
        let mut values = change[side].as_object().unwrap().clone();
        values.retain(|name, _| !names.contains(&name.as_str()));
        values
    };
    assert_eq!(without("before"), without("after"), "{address}");
}

/// A program over some files; what it says where it fails.
pub fn passes(program: &str, arguments: &[&str], folder: &Path, variables: &[(&str, &str)]) -> String {
    let ran = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .envs(variables.iter().copied())
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}"));
    let said = format!("{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "{program} {arguments:?}: {said}");
    String::from_utf8_lossy(&ran.stdout).into_owned()
}
