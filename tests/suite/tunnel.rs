//! A tunnel by the AWS CLI, played by a script of that name which forwards the port to the test database.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::cli::home::Home;
use crate::connect::Servers;
use crate::services::service;

/// Writes its process id and its words down, then forwards until it is ended.
const FORWARD: &str = r#"#!/usr/bin/env python3
import json, os, socket, sys, threading
folder = os.path.dirname(os.path.abspath(__file__))
open(os.path.join(folder, "pid"), "w").write(str(os.getpid()))
open(os.path.join(folder, "words"), "w").write("\n".join(sys.argv[1:]))
port = json.loads(sys.argv[sys.argv.index("--parameters") + 1])["localPortNumber"][0]
there = open(os.path.join(folder, "there")).read().split(":")
def copy(one, other):
    try:
        while data := one.recv(65536):
            other.sendall(data)
    except OSError:
        pass
    other.close()
listener = socket.create_server(("127.0.0.1", int(port)))
while True:
    near, _ = listener.accept()
    far = socket.create_connection((there[0], int(there[1])))
    for pair in ((near, far), (far, near)):
        threading.Thread(target=copy, args=pair, daemon=True).start()
"#;

fn program(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
}

fn connect(home: &Home, servers: &Servers, more: &str) -> std::process::Command {
    let (host, ca) = (service("RPW_TEST_PROXY_HOST").unwrap(), service("RPW_TEST_CA").unwrap());
    let line = format!(
        "connect --host {host} --engine mysql --user app_user --database orders --ca {ca} --tunnel i-0abc {more}"
    );
    let mut command = home.command(&line);
    command.envs(servers.credentials());
    command.env("PATH", format!("{}:/usr/bin:/bin", home.folder.path().display()));
    command
}

#[test]
fn it_is_opened_connected_through_with_the_endpoint_s_own_name_and_ended() {
    let Some(servers) = Servers::find() else { return };
    let home = Home::new();
    program(home.folder.path(), "aws", FORWARD);
    program(home.folder.path(), "session-manager-plugin", "#!/bin/sh\n");
    home.write("there", &service("RPW_TEST_MYSQL").unwrap());
    let output = home.finish(connect(&home, &servers, ""), "").ends(0);
    assert!(output.stdout.contains("AWS-StartPortForwardingSessionToRemoteHost"), "{output:#?}");
    assert!(output.stdout.contains("SELECT 1   ok"), "{output:#?}");
    let words = fs::read_to_string(home.path("words")).unwrap();
    assert!(words.starts_with("ssm\nstart-session\n--target\ni-0abc\n"), "{words}");
    let pid = fs::read_to_string(home.path("pid")).unwrap();
    assert!(!Path::new("/proc").join(pid).exists(), "the tunnel is still there");
}

#[test]
fn what_is_missing_is_named_with_where_to_get_it_and_the_line_to_copy() {
    let Some(servers) = Servers::find() else { return };
    let home = Home::new();
    program(home.folder.path(), "aws", FORWARD);
    let output = home.finish(connect(&home, &servers, ""), "").ends(1);
    for words in ["session-manager-plugin is not installed", "install-plugin.html", "aws ssm start-session"] {
        assert!(output.stderr.contains(words), "{words}: {output:#?}");
    }
    assert!(!home.path("pid").exists(), "nothing was started");
    // One that ends at once says why.
    program(home.folder.path(), "session-manager-plugin", "#!/bin/sh\n");
    program(home.folder.path(), "aws", "#!/bin/sh\necho 'i-0abc is not connected.' >&2\nexit 254\n");
    let ended = home.finish(connect(&home, &servers, ""), "").ends(1);
    assert!(ended.stderr.contains("i-0abc is not connected."), "{ended:#?}");
}
