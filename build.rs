//! Links the optimised program with mold where that is installed: it leaves out the unwinding tables of functions
//! that are not in the program and folds functions that are equal, which the usual linker does not.

use std::env;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let variable = |name: &str| env::var(name).unwrap_or_default();
    let optimised = variable("PROFILE") == "release" && variable("CARGO_CFG_TARGET_OS") == "linux";
    if optimised && links_with_mold(&env::var("RUSTC_LINKER").unwrap_or_else(|_| "cc".to_owned())) {
        println!("cargo::rustc-link-arg-bins=-fuse-ld=mold");
        println!("cargo::rustc-link-arg-bins=-Wl,--icf=all");
    }
}

/// Whether the compiler that links finds mold: gcc knows its name from 12 on.
fn links_with_mold(compiler: &str) -> bool {
    let asked = Command::new(compiler).args(["-fuse-ld=mold", "-Wl,--version"]).output();
    asked.is_ok_and(|answer| answer.status.success() && String::from_utf8_lossy(&answer.stdout).contains("mold"))
}
