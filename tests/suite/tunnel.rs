//! A tunnel by the AWS CLI, played by a script of that name which forwards the port to the test database.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use crate::cli::home::Home;
use crate::connect::Servers;
use crate::services::service;

/// Writes its process id and its words down, then forwards until it is interrupted, with a child of its own as
/// the CLI has one. With the file `opening` it does not listen; with `connecting` what it takes gets no answer.
const FORWARD: &str = r#"#!/usr/bin/env python3
import json, os, signal, socket, subprocess, sys, threading, time
folder = os.path.dirname(os.path.abspath(__file__))
def file(name): return os.path.join(folder, name)
def note(name, text):
    open(file(name) + ".new", "w").write(text)
    os.rename(file(name) + ".new", file(name))
def interrupted(*_):
    note("interrupted", "yes")
    sys.exit(130)
signal.signal(signal.SIGINT, interrupted)
subprocess.Popen(["sleep", "600"], preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
note("words", "\n".join(sys.argv[1:]))
note("pid", str(os.getpid()))
if os.path.exists(file("opening")):
    time.sleep(600)
port = json.loads(sys.argv[sys.argv.index("--parameters") + 1])["localPortNumber"][0]
there = open(file("there")).read().split(":")
def copy(one, other):
    try:
        while data := one.recv(65536):
            other.sendall(data)
    except OSError:
        pass
    other.close()
listener = socket.create_server(("127.0.0.1", int(port)))
taken = []
while True:
    near, _ = listener.accept()
    taken.append(near)
    if os.path.exists(file("connecting")):
        # The first is the look whether it listens.
        if len(taken) > 1:
            note("accepted", "yes")
        continue
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
    let line = format!("connect --host {host} --engine mysql --user app_user --database orders --ca {ca} {more}");
    let mut command = home.command(&line);
    command.envs(servers.credentials());
    command.env("PATH", format!("{}:/usr/bin:/bin", home.folder.path().display()));
    command
}

/// A home whose AWS CLI and plugin are there and forward to the test database.
fn forwarding() -> Home {
    let home = Home::new();
    program(home.folder.path(), "aws", FORWARD);
    program(home.folder.path(), "session-manager-plugin", "#!/bin/sh\n");
    home.write("there", &service("RPW_TEST_MYSQL").unwrap());
    home
}

/// The processes of a group that are still there.
fn left_of(group: &str) -> Vec<String> {
    let output = std::process::Command::new("ps").args(["-e", "-o", "pgid=,stat=,args="]).output().unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    let of_group = |line: &&str| {
        let mut words = line.split_whitespace();
        words.next() == Some(group) && words.next().is_some_and(|state| !state.starts_with('Z'))
    };
    lines.lines().filter(of_group).map(str::to_owned).collect()
}

/// Nothing of the group is there any more, at the latest when its guard has used force.
fn gone(group: &str) {
    let deadline = Instant::now() + Duration::from_secs(10);
    while !left_of(group).is_empty() {
        assert!(Instant::now() < deadline, "still there: {:#?}", left_of(group));
        thread::sleep(Duration::from_millis(50));
    }
}

/// Waits for a file, and gives what is in it.
fn written(home: &Home, name: &str) -> String {
    let deadline = Instant::now() + Duration::from_secs(20);
    loop {
        match fs::read_to_string(home.path(name)) {
            Ok(text) if !text.is_empty() => return text,
            _ => assert!(Instant::now() < deadline, "{name} was not written"),
        }
        thread::sleep(Duration::from_millis(20));
    }
}

fn signal(name: &str, pid: u32) {
    assert!(std::process::Command::new("kill").args([name, &pid.to_string()]).status().unwrap().success());
}

#[test]
fn it_is_opened_connected_through_with_the_endpoint_s_own_name_and_ended() {
    let Some(servers) = Servers::find() else { return };
    let home = forwarding();
    let output = home.finish(connect(&home, &servers, "--tunnel i-0abc"), "").ends(0);
    assert!(output.stdout.contains("AWS-StartPortForwardingSessionToRemoteHost"), "{output:#?}");
    assert!(output.stdout.contains("SELECT 1   ok"), "{output:#?}");
    let words = fs::read_to_string(home.path("words")).unwrap();
    assert!(words.starts_with("ssm\nstart-session\n--target\ni-0abc\n"), "{words}");
    gone(&fs::read_to_string(home.path("pid")).unwrap());
    assert!(home.path("interrupted").exists(), "the plugin was not told to end the session");
}

/// Whatever ends the program, at whatever stage, nothing of the tunnel is left.
#[test]
fn no_end_of_the_program_leaves_a_child() {
    let Some(servers) = Servers::find() else { return };
    // It is stopped while the near end does not listen yet, and while the far end says nothing.
    for stage in ["opening", "connecting"] {
        for how in ["-INT", "-TERM", "-KILL"] {
            let home = forwarding();
            home.write(stage, "");
            let mut child = connect(&home, &servers, "--tunnel i-0abc").spawn().unwrap();
            let group = written(&home, "pid");
            if stage == "connecting" {
                written(&home, "accepted");
            }
            signal(how, child.id());
            child.wait().unwrap();
            gone(&group);
        }
    }
}

#[test]
fn one_that_is_kept_tells_other_programs_the_way_and_ends_with_ctrl_c() {
    let Some(servers) = Servers::find() else { return };
    let home = forwarding();
    let mut command = connect(&home, &servers, "--tunnel i-0abc --keep");
    let mut child = command.stdout(std::process::Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut said = Vec::new();
    while !said.last().is_some_and(|line: &String| line.contains("Ctrl-C ends it")) {
        said.push(lines.next().unwrap().unwrap());
    }
    let said = said.join("\n");
    for words in [
        "SELECT 1   ok",
        "MYSQL_PWD=\"$(aws rds generate-db-auth-token --hostname",
        "jdbc:mysql://127.0.0.1:",
        "jdbc:mariadb://127.0.0.1:",
        "valid for 15 minutes",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(!said.contains("X-Amz-Signature"), "{said}");
    let group = fs::read_to_string(home.path("pid")).unwrap();
    assert!(!left_of(&group).is_empty(), "it is open");
    signal("-INT", child.id());
    assert_eq!(child.wait().unwrap().code(), Some(0));
    gone(&group);
}

#[test]
fn one_that_is_lost_is_said() {
    let Some(servers) = Servers::find() else { return };
    let home = forwarding();
    let mut command = connect(&home, &servers, "--tunnel i-0abc --keep");
    let mut child = command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    while !lines.next().unwrap().unwrap().contains("Ctrl-C ends it") {}
    let group = fs::read_to_string(home.path("pid")).unwrap();
    signal("-KILL", group.parse().unwrap());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("ended by itself"), "{said}");
    gone(&group);
}

/// Answers as the AWS CLI does; what is in the file `denied` is refused.
const LIST: &str = r#"#!/usr/bin/env python3
import json, os, sys
folder = os.path.dirname(os.path.abspath(__file__))
verb = " ".join(sys.argv[1:3])
denied = os.path.join(folder, "denied")
if os.path.exists(denied) and verb in open(denied).read():
    sys.exit(f"\nAn error occurred (AccessDeniedException) when calling the operation: no rights to {verb}")
open(os.path.join(folder, "asked"), "a").write(" ".join(sys.argv[1:]) + "\n")
task = {"taskArn": "arn:aws:ecs:eu-west-1:1:task/shop/t1", "clusterArn": "arn:aws:ecs:eu-west-1:1:cluster/shop",
        "group": "service:admin", "lastStatus": "RUNNING", "enableExecuteCommand": True,
        "containers": [{"name": "app", "runtimeId": "t1-7",
                        "managedAgents": [{"name": "ExecuteCommandAgent", "lastStatus": "RUNNING"}]}],
        "attachments": [{"details": [{"name": "subnetId", "value": "subnet-1"}]}]}
print(json.dumps({
    "ssm describe-instance-information": {"InstanceInformationList": [
        {"InstanceId": "i-0bastion", "PingStatus": "Online", "AgentVersion": "3.3.0.0"},
        {"InstanceId": "i-0gone", "PingStatus": "ConnectionLost", "AgentVersion": "3.3.0.0"}]},
    "ec2 describe-instances": {"Reservations": [{"Instances": [
        {"InstanceId": "i-0bastion", "VpcId": "vpc-1", "Tags": [{"Key": "Name", "Value": "bastion"}]}]}]},
    "ecs list-clusters": {"clusterArns": ["arn:aws:ecs:eu-west-1:1:cluster/shop"]},
    "ecs list-tasks": {"taskArns": ["arn:aws:ecs:eu-west-1:1:task/shop/t1"]},
    "ecs describe-tasks": {"tasks": [task]},
    "ec2 describe-subnets": {"Subnets": [{"SubnetId": "subnet-1", "VpcId": "vpc-1"}]},
}[verb]))
"#;

#[test]
fn without_a_name_what_could_carry_it_is_listed_and_what_was_not_read_is_said() {
    let Some(servers) = Servers::find() else { return };
    let home = Home::new();
    program(home.folder.path(), "aws", LIST);
    program(home.folder.path(), "session-manager-plugin", "#!/bin/sh\n");
    let many = home.finish(connect(&home, &servers, "--tunnel"), "").ends(2);
    for words in ["bastion  instance · Online 3.3.0.0 · vpc-1 · i-0bastion", "ecs:shop_t1_t1-7", "ConnectionLost"] {
        assert!(many.stdout.contains(words), "{words}: {many:#?}");
    }
    assert!(many.stderr.contains("2 could carry the tunnel"), "{many:#?}");
    let asked = fs::read_to_string(home.path("asked")).unwrap();
    assert!(asked.lines().all(|line| line.contains("--region eu-west-1")), "{asked}");
    // What may not be read is not "none", and nothing is picked beside it.
    home.write("denied", "ecs list-clusters");
    let gaps = home.finish(connect(&home, &servers, "--tunnel"), "").ends(3);
    for words in ["Not everything could be read", "`ecs:ListClusters`: An error occurred (AccessDeniedException)"] {
        assert!(gaps.stderr.contains(words), "{words}: {gaps:#?}");
    }
    let gaps = home.finish(connect(&home, &servers, "--tunnel --format json"), "").ends(3);
    let list: serde_json::Value = serde_json::from_str(&gaps.stdout).unwrap();
    assert_eq!(list["carriers"][0]["id"], "i-0bastion");
    assert_eq!(list["carriers"][1]["unfit"]["offline"], "ConnectionLost");
    assert_eq!(list["unread"][0]["operation"], "ecs:ListClusters");
    assert_eq!(list["unread"][0]["denied"], true);
}

#[test]
fn what_is_missing_is_named_with_where_to_get_it_and_the_line_to_copy() {
    let Some(servers) = Servers::find() else { return };
    let home = Home::new();
    program(home.folder.path(), "aws", FORWARD);
    let output = home.finish(connect(&home, &servers, "--tunnel i-0abc"), "").ends(1);
    for words in ["session-manager-plugin is not installed", "install-plugin.html", "aws ssm start-session"] {
        assert!(output.stderr.contains(words), "{words}: {output:#?}");
    }
    assert!(!home.path("pid").exists(), "nothing was started");
    // One that ends at once says why.
    program(home.folder.path(), "session-manager-plugin", "#!/bin/sh\n");
    program(home.folder.path(), "aws", "#!/bin/sh\necho 'i-0abc is not connected.' >&2\nexit 254\n");
    let ended = home.finish(connect(&home, &servers, "--tunnel i-0abc"), "").ends(1);
    assert!(ended.stderr.contains("i-0abc is not connected."), "{ended:#?}");
}
