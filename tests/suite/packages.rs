//! What `packaging/` makes: built, installed into a root of its own, started, removed without a trace; and the
//! definitions of other systems, held against their forms.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::services::{missing, service};
use crate::window::Window;

fn packaging() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("packaging")
}

/// Runs a program, which has to end well; its standard output.
fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// The test is skipped where one of these programs is not there.
fn has(programs: &[&str]) -> bool {
    let absent = programs.iter().find(|program| Command::new(program).arg("--version").output().is_err());
    if let Some(program) = absent {
        missing(&format!("{program} is not here"));
    }
    absent.is_none()
}

/// Builds a package of the program under test.
fn build(script: &str, out: &Path) -> PathBuf {
    let mut command = Command::new("bash");
    command.arg(packaging().join(script)).args(["--fast", "--binary", env!("CARGO_BIN_EXE_rds-proxy-wizard"), "--out"]);
    let package = PathBuf::from(run(command.arg(out)));
    assert!(package.is_file(), "{}", package.display());
    package
}

/// Every file and folder below, as paths from there.
fn everything(root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut left = vec![root.to_owned()];
    while let Some(folder) = left.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            found.push(path.strip_prefix(root).unwrap().display().to_string());
            if path.is_dir() && !path.is_symlink() {
                left.push(path);
            }
        }
    }
    found.sort();
    found
}

/// What a package of Linux brings, below its prefix.
const BROUGHT: [&str; 11] = [
    "bin/rds-proxy-wizard",
    "share/applications/rds-proxy-wizard.desktop",
    "share/bash-completion/completions/rds-proxy-wizard",
    "share/doc/rds-proxy-wizard/copyright",
    "share/doc/rds-proxy-wizard/licences.txt.gz",
    "share/fish/vendor_completions.d/rds-proxy-wizard.fish",
    "share/icons/hicolor/256x256/apps/rds-proxy-wizard.png",
    "share/icons/hicolor/scalable/apps/rds-proxy-wizard.svg",
    "share/man/man1/rds-proxy-wizard-plan.1.gz",
    "share/metainfo/io.github.rds_proxy_wizard.metainfo.xml",
    "share/zsh/vendor-completions/_rds-proxy-wizard",
];

fn starts(program: &Path) {
    let version = run(Command::new(program).arg("--version").env_clear());
    assert_eq!(version, format!("rds-proxy-wizard {}", env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_debian_package_is_installed_started_and_removed_without_a_trace() {
    if !has(&["dpkg", "dpkg-deb", "dpkg-shlibdeps", "strip"]) {
        return;
    }
    let work = tempfile::tempdir().unwrap();
    let package = build("debian/build.sh", work.path());
    let field = |name: &str| run(Command::new("dpkg-deb").arg("--field").arg(&package).arg(name));
    assert_eq!(field("Version"), env!("CARGO_PKG_VERSION"));
    assert!(field("Depends").contains("libc6 (>= "), "{}", field("Depends"));

    let root = work.path().join("root");
    for folder in ["var/lib/dpkg/info", "var/lib/dpkg/updates", "var/lib/dpkg/triggers", "var/log"] {
        fs::create_dir_all(root.join(folder)).unwrap();
    }
    fs::write(root.join("var/lib/dpkg/status"), "").unwrap();
    let dpkg = |words: &[&str]| {
        let mut command = Command::new("dpkg");
        // The root holds nothing else: what the package depends on is this machine's.
        command.arg(format!("--root={}", root.display())).args(["--force-depends", "--force-not-root"]);
        command.args(["--log=/dev/null"]).args(words);
        // Everybody who may run this has it; a root without a shell has not.
        run(command.env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin"))
    };
    let before = everything(&root);
    dpkg(&["--install", package.to_str().unwrap()]);
    for file in BROUGHT {
        assert!(root.join("usr").join(file).is_file(), "{file}: {:#?}", everything(&root));
    }
    assert!(dpkg(&["--status", "rds-proxy-wizard"]).contains("install ok installed"));
    assert_eq!(dpkg(&["--verify", "rds-proxy-wizard"]), "", "a file is not as the package has it");
    let program = root.join("usr/bin/rds-proxy-wizard");
    starts(&program);
    if let Some(display) = service("RPW_TEST_DISPLAY") {
        let home = tempfile::tempdir().unwrap();
        let (window, id) = Window::open(&program, &display, home.path());
        window.close(&display, &id);
    }

    dpkg(&["--purge", "rds-proxy-wizard"]);
    // dpkg keeps its own books, which are no package's.
    let books = |path: &String| path.starts_with("var/lib/dpkg");
    let left: Vec<String> =
        everything(&root).into_iter().filter(|path| !before.contains(path) && !books(path)).collect();
    assert_eq!(left, [""; 0]);
    let info = everything(&root.join("var/lib/dpkg/info"));
    assert!(info.iter().all(|path| !path.starts_with("rds-proxy-wizard")), "{info:?}");
}

#[test]
fn the_archive_is_installed_under_a_prefix_and_removed_without_a_trace() {
    if !has(&["tar", "strip", "gzip"]) {
        return;
    }
    let work = tempfile::tempdir().unwrap();
    let package = build("linux/tarball.sh", work.path());
    run(Command::new("tar").arg("--extract").arg("--file").arg(&package).arg("--directory").arg(work.path()));
    let folder = PathBuf::from(package.display().to_string().trim_end_matches(".tar.gz"));
    let prefix = work.path().join("prefix");
    let script = |words: &[&str]| {
        run(Command::new("sh").arg(folder.join("install.sh")).args(words).arg("--prefix").arg(&prefix))
    };
    fs::create_dir_all(prefix.join("share/man/man1")).unwrap();
    fs::write(prefix.join("share/man/man1/other.1"), "somebody else's").unwrap();
    script(&[]);
    for file in BROUGHT {
        assert!(prefix.join(file).is_file(), "{file}: {:#?}", everything(&prefix));
    }
    starts(&prefix.join("bin/rds-proxy-wizard"));
    script(&["--remove"]);
    assert_eq!(everything(&prefix), ["share", "share/man", "share/man/man1", "share/man/man1/other.1"]);
}

#[test]
fn the_desktop_entry_the_metadata_and_the_scripts_are_in_order() {
    if let Some(validate) = service("RPW_TEST_DESKTOP_ENTRIES") {
        assert_eq!(run(Command::new(validate).arg(packaging().join("linux/rds-proxy-wizard.desktop"))), "");
    }
    if let Some(appstream) = service("RPW_TEST_APPSTREAM") {
        let folder = tempfile::tempdir().unwrap();
        let name = "io.github.rds_proxy_wizard.metainfo.xml";
        let text = fs::read_to_string(packaging().join("linux").join(name)).unwrap();
        let path = folder.path().join(name);
        fs::write(&path, text.replace("@VERSION@", env!("CARGO_PKG_VERSION")).replace("@DATE@", "2026-11-30")).unwrap();
        run(Command::new(appstream).args(["validate", "--no-net"]).arg(path));
    }
    let Some(shellcheck) = service("RPW_TEST_SHELLCHECK") else { return };
    let scripts = everything(&packaging()).into_iter().filter(|path| path.ends_with(".sh"));
    let mut command = Command::new(shellcheck);
    command.current_dir(env!("CARGO_MANIFEST_DIR")).arg("--external-sources");
    run(command.args(scripts.map(|path| format!("packaging/{path}"))));
}

#[test]
fn the_definitions_for_macos_and_windows_are_well_formed() {
    let Some(python) = service("RPW_TEST_PYTHON") else { return };
    let program = "import plistlib, sys, xml.dom.minidom\n\
                   read = plistlib.load(open(sys.argv[1], 'rb'))\n\
                   print(read['CFBundleExecutable'], read['CFBundlePackageType'])\n\
                   read = xml.dom.minidom.parse(sys.argv[2])\n\
                   print(read.documentElement.tagName, *(file.getAttribute('Source') for file in read.getElementsByTagName('File')))";
    let read = run(Command::new(python)
        .args(["-c", program])
        .arg(packaging().join("macos/Info.plist"))
        .arg(packaging().join("windows/rds-proxy-wizard.wxs")));
    assert_eq!(
        read,
        "rds-proxy-wizard APPL\nWix $(var.Staged)\\rds-proxy-wizard.exe $(var.Staged)\\licences.txt \
         $(var.Staged)\\rds-proxy-wizard.ps1"
    );
    // What the definition takes is what the script lays there.
    let script = fs::read_to_string(packaging().join("windows/build.ps1")).unwrap();
    for file in ["rds-proxy-wizard.exe", "rds-proxy-wizard.ico", "licences.txt", "rds-proxy-wizard.ps1"] {
        assert!(script.contains(&format!("'{file}'")), "{file}");
    }
}

#[test]
fn the_release_is_built_by_these_scripts_with_no_more_rights_than_it_needs() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(".github/workflows/release.yml");
    let text = fs::read_to_string(&path).unwrap();
    for script in ["debian/build.sh", "linux/tarball.sh", "macos/build.sh", "windows/build.ps1"] {
        assert!(text.contains(&format!("packaging/{script}")) && packaging().join(script).is_file(), "{script}");
    }
    for used in text.lines().filter_map(|line| line.trim().trim_start_matches("- ").strip_prefix("uses: ")) {
        let version = used.split_once('@').unwrap().1;
        assert_eq!(version.split('.').count(), 3, "{used} is not pinned to a version");
    }
    assert!(text.contains("\npermissions:\n  contents: read\n"), "the default is reading");
    assert_eq!(text.matches("write").count(), 3, "one job publishes, and has three rights more");
    let Some(checker) = service("RPW_TEST_CI_SCHEMAS") else { return };
    run(Command::new(checker).args(["--builtin-schema", "vendor.github-workflows"]).arg(path));
}
