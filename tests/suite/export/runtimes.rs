//! What handlers of each language run on: how one is built, and how it is held as Lambda's
//! environment holds it. What AWS's own libraries do where Debian has none, stand-ins in
//! `tests/data/export/<language>` do.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use rds_proxy_wizard::domain::database::EngineFamily;
use rds_proxy_wizard::domain::handler_language::HandlerLanguage::{self, *};
use rds_proxy_wizard::export::File;

use super::write;
use crate::services::service;

/// Where programs from Debian's packages for Go and Java are.
const GO_PATH: &str = "/usr/share/gocode";
const JARS: &str = "/usr/share/java";

/// A process can run several invocations at the same time.
pub fn runs_at_once(language: HandlerLanguage) -> bool {
    matches!(language, Nodejs | Typescript | Python | Java | Go | Ruby)
}

/// The languages whose handlers run here for these engines.
pub fn languages(family: EngineFamily) -> impl Iterator<Item = HandlerLanguage> {
    HandlerLanguage::ALL.into_iter().filter(move |language| language.is_run_in_tests(family))
}

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/export")
}

/// What it runs on; absent programs are reported and give `None`.
pub fn program(language: HandlerLanguage) -> Option<String> {
    service(match language {
        Nodejs => "RPW_TEST_NODE",
        Typescript => "RPW_TEST_TYPESCRIPT_MODULES",
        Python => "RPW_TEST_PYTHON",
        Java => "RPW_TEST_JAVA",
        Go => "RPW_TEST_GO",
        Rust => "RPW_TEST_CARGO",
        Ruby => "RPW_TEST_RUBY",
        Php => "RPW_TEST_PHP",
        Dotnet => return None,
    })
}

/// The variable that adds a root to those the language trusts, and its value.
pub fn trust(language: HandlerLanguage, roots: &str) -> (&'static str, String) {
    match language {
        Nodejs | Typescript => ("NODE_EXTRA_CA_CERTS", roots.into()),
        Java => (
            "JAVA_TOOL_OPTIONS",
            format!(
                "-Djavax.net.ssl.trustStore={} -Djavax.net.ssl.trustStorePassword=changeit",
                trust_store(roots).display()
            ),
        ),
        _ => ("SSL_CERT_FILE", roots.into()),
    }
}

/// Where the client library takes `localhost` for a socket in the file system, another name for it,
/// as a test's environment resolves it.
pub fn by_network(language: HandlerLanguage) -> Vec<(&'static str, String)> {
    if language != Php {
        return Vec::new();
    }
    let name = service("RPW_TEST_PROXY_HOST").unwrap();
    let hosts = kept("hosts", &name, |folder| fs::write(folder.join("hosts"), format!("127.0.0.1 {name}\n")).unwrap());
    vec![
        ("DB_PROXY_HOST", name),
        ("LD_PRELOAD", "libnss_wrapper.so".into()),
        ("NSS_WRAPPER_HOSTS", hosts.join("hosts").display().to_string()),
    ]
}

/// One at a time: tests that run side by side build the same handlers.
static BUILDING: Mutex<()> = Mutex::new(());

/// A folder that is kept from run to run, made by `make` unless it is there.
fn kept(name: &str, of: &impl Hash, make: impl FnOnce(&Path)) -> PathBuf {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("handlers/{name}-{:016x}", hasher.finish()));
    let _turn = BUILDING.lock().unwrap_or_else(|broken| broken.into_inner());
    if !folder.join(".done").exists() {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        make(&folder);
        fs::write(folder.join(".done"), "").unwrap();
    }
    folder
}

fn trust_store(roots: &str) -> PathBuf {
    let store = |folder: &Path| folder.join("roots.p12");
    let folder = kept("roots", &fs::read(roots).unwrap(), |folder| {
        let mut keytool = Command::new("keytool");
        keytool.args([
            "-importcert",
            "-noprompt",
            "-alias",
            "test",
            "-storepass",
            "changeit",
            "-file",
            roots,
            "-keystore",
        ]);
        run(keytool.arg(store(folder)));
    });
    store(&folder)
}

/// Builds the handler in this folder of an export's files, where there is something to build, and
/// says where it is.
pub fn built(language: HandlerLanguage, program: &str, files: &[File], handler: &str) -> PathBuf {
    let ours = files.iter().filter(|file| file.path.starts_with(&format!("{handler}/")));
    let texts: Vec<_> = ours.map(|file| (&file.path, &file.text)).collect();
    // Asked for here, not where it is built: a handler that was kept needs it as much.
    let modules = (language == Nodejs).then(|| service("RPW_TEST_NODE_MODULES").unwrap());
    let folder = kept(language.id(), &(texts, stand_ins(language), &modules), |folder| {
        write(files, folder);
        build(language, modules.as_deref().unwrap_or(program), &folder.join(handler));
    });
    folder.join(handler)
}

/// What the stand-ins are, so that a change of theirs is built.
fn stand_ins(language: HandlerLanguage) -> Vec<u8> {
    let mut text = Vec::new();
    let mut folders = vec![data().join(language.id())];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { text.extend(fs::read(path).unwrap()) }
        }
    }
    text
}

fn build(language: HandlerLanguage, program: &str, folder: &Path) {
    match language {
        Nodejs => symlink(program, folder.join("node_modules")).unwrap(),
        Typescript => {
            symlink(program, folder.join("node_modules")).unwrap();
            let node = service("RPW_TEST_NODE").unwrap();
            run(Command::new(node).arg("node_modules/typescript/bin/tsc").current_dir(folder));
            fs::copy(folder.join("package.json"), folder.join("dist/package.json")).unwrap();
        }
        Java => {
            let mut sources =
                vec![folder.join("src/main/java/example/Handler.java"), data().join("java/boot/Boot.java")];
            sources.push(data().join("java/boot/AwsCli.java"));
            let mut javac = Command::new(Path::new(program).with_file_name("javac"));
            javac.args(["-Xlint:all,-processing", "-Werror", "-cp"]).arg(jars()).arg("-sourcepath");
            run(javac.arg(data().join("java")).arg("-d").arg(folder.join("classes")).args(sources));
        }
        Go => {
            let path = format!("{}:{GO_PATH}", data().join("go").display());
            let mut go = Command::new(program);
            go.env("GO111MODULE", "off").env("GOPATH", path).env("GOFLAGS", "").env("CGO_ENABLED", "0");
            run(go.args(["build", "-o", "bootstrap", "main.go"]).current_dir(folder));
        }
        Rust => {
            let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("handlers/rust-target");
            let mut cargo = Command::new(program);
            cargo.args(["build", "--quiet"]).current_dir(folder).env("CARGO_TARGET_DIR", &target);
            run(cargo.env("CARGO_PROFILE_DEV_DEBUG", "0"));
            fs::copy(target.join("debug/bootstrap"), folder.join("bootstrap")).unwrap();
        }
        Php => symlink(data().join("php/vendor"), folder.join("vendor")).unwrap(),
        Python | Ruby | Dotnet => {}
    }
}

fn jars() -> String {
    let jar = |name| format!("{JARS}/{name}.jar");
    let names = ["mariadb-java-client", "postgresql", "jackson-core", "jackson-databind", "jackson-annotations"];
    names.map(jar).join(":")
}

/// Holds what was built in the folder: each line in is an invocation, each line out an answer.
pub fn boot(language: HandlerLanguage, program: &str, folder: &Path) -> Command {
    let mut command = Command::new(match language {
        Typescript => service("RPW_TEST_NODE").unwrap(),
        Rust => service("RPW_TEST_PYTHON").unwrap(),
        Go => folder.join("bootstrap").display().to_string(),
        _ => program.to_owned(),
    });
    match language {
        Nodejs => command.arg(data().join("boot.mjs")).arg(folder.join("index.mjs")),
        Typescript => command.arg(data().join("boot.mjs")).arg(folder.join("dist/index.js")),
        Python => command.args(["-B", "-W", "ignore"]).arg(data().join("boot.py")).arg(folder.join("handler.py")),
        Java => {
            let classes = format!("{}:{}", folder.join("classes").display(), jars());
            command.args(["-XX:TieredStopAtLevel=1", "-cp", &classes, "boot.Boot"])
        }
        Rust => command.args(["-B"]).arg(data().join("boot_runtime_api.py")).arg(folder.join("bootstrap")),
        Ruby => {
            let ruby = data().join("ruby");
            command.arg("-I").arg(&ruby).arg(ruby.join("boot.rb")).arg(folder.join("handler.rb"))
        }
        Php => command.arg(data().join("php/boot.php")).arg(folder.join("index.php")),
        Go | Dotnet => &mut command,
    };
    command
}

fn run(command: &mut Command) {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}\n{said}");
}
