//! On a terminal: rows are wrapped and not cut, and words are in colour; a name of an account adds neither.
#![allow(clippy::unwrap_used)]

use std::process::Command;

use crate::cli::home::Home;
use crate::services::service;

/// Runs the program on a terminal of so many columns; everything it wrote there.
const ON_A_TERMINAL: &str = "
import fcntl, os, pty, struct, sys, termios
child, terminal = pty.fork()
if child == 0:
    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack('HHHH', 40, int(sys.argv[1]), 0, 0))
    os.execv(sys.argv[2], sys.argv[2:])
written = b''
while True:
    try:
        piece = os.read(terminal, 65536)
    except OSError:
        break
    if not piece:
        break
    written += piece
_, status = os.waitpid(child, 0)
sys.stdout.buffer.write(written)
sys.exit(os.waitstatus_to_exitcode(status))
";

fn on_a_terminal(python: &str, home: &Home, columns: u32, line: &str, variable: (&str, &str)) -> String {
    let program = home.command(line);
    let mut command = Command::new(python);
    command.args(["-c", ON_A_TERMINAL, &columns.to_string()]).arg(program.get_program()).args(program.get_args());
    command.env_clear().envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let output = command.env("TERM", "xterm-256color").env(variable.0, variable.1).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// What is seen: without what sets colour or moves the cursor.
fn seen(written: &str) -> String {
    let mut shown = String::new();
    let mut rest = written;
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        shown.push_str(before);
        rest = after.trim_start_matches(|c: char| !c.is_ascii_alphabetic()).get(1..).unwrap_or_default();
    }
    (shown + rest).replace('\r', "")
}

#[test]
fn rows_of_a_run_are_wrapped_on_a_narrow_terminal() {
    let Some(python) = service("RPW_TEST_PYTHON") else { return };
    let home = Home::new();
    let line = "apply --practice --practice-speed 100 --database orders-prod --function orders-api --yes";
    let written = on_a_terminal(&python, &home, 60, line, ("NO_COLOR", "1"));
    let rows: Vec<String> =
        seen(&written).lines().filter(|line| line.starts_with("working ")).map(str::to_owned).collect();
    assert!(!rows.is_empty(), "{written}");
    assert!(rows.iter().all(|row| row.chars().count() < 60), "{rows:#?}");
    // What a row that was cut would not have shown.
    let after = seen(&written).replace("\n             ", " ");
    assert!(after.contains("(usually 3 min to 10 min)") || after.contains("usually"), "{after}");
    assert!(after.contains("AWS is starting proxy hosts in the zones of its subnets."), "{after}");
    assert!(written.contains("\u{1b}[J"), "rows are drawn anew");
    assert!(!written.contains("\u{1b}[32m"), "NO_COLOR");
}

#[test]
fn what_is_wrong_with_the_arguments_is_said_in_the_colour_that_they_ask_for() {
    let home = Home::new();
    let said = |line: &str| {
        let mut command = home.command(line);
        String::from_utf8(command.env("CLICOLOR_FORCE", "1").output().unwrap().stderr).unwrap()
    };
    for plain in ["list nothing --color never", "--color=never list nothing", "plan --no-such --color never"] {
        let said = said(plain);
        assert!(said.contains("error:") && !said.contains('\u{1b}'), "{plain}: {said:?}");
    }
    assert!(home.run("list nothing --color always").stderr.contains('\u{1b}'));
    assert!(!home.run("list nothing").stderr.contains('\u{1b}'));
}

#[test]
fn a_terminal_gets_colour_and_the_same_words() {
    let Some(python) = service("RPW_TEST_PYTHON") else { return };
    let home = Home::new();
    let line = "plan --practice --practice-speed 0 --database orders-prod --function orders-api";
    let plain = home.run(line).ends(0).stdout;
    let colored = on_a_terminal(&python, &home, 200, line, ("LANG", "C"));
    assert!(colored.contains("\u{1b}[32m+\u{1b}[0m Secret"), "{colored}");
    assert_eq!(seen(&colored).trim_end(), plain.trim_end());
    for none in [("NO_COLOR", "1"), ("TERM", "dumb"), ("CLICOLOR", "0")] {
        assert!(!on_a_terminal(&python, &home, 200, line, none).contains('\u{1b}'), "{none:?}");
    }
}
