//! Running the program in a home folder of its own, at once or in the background.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

/// A user's home with nothing in it.
pub struct Home {
    pub folder: TempDir,
}

/// How a run of the program ended, with what differs from run to run taken out.
#[derive(Debug)]
pub struct Output {
    pub stdout: String,
    pub stderr: String,
    pub status: i32,
}

impl Home {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, text).unwrap();
        path
    }

    /// The program with these words; `[HOME]` in a word is this folder.
    pub fn command(&self, line: &str) -> Command {
        let home = self.folder.path();
        let mut command = Command::new(env!("CARGO_BIN_EXE_rds-proxy-wizard"));
        command
            .args(line.split_whitespace().map(|word| word.replace("[HOME]", home.to_str().unwrap())))
            .current_dir(home)
            .env_clear()
            .env("HOME", home)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("TMPDIR", home)
            // No question to a metadata service that a test machine may have.
            .env("AWS_EC2_METADATA_DISABLED", "true")
            .stdin(Stdio::null());
        command
    }

    pub fn run(&self, line: &str) -> Output {
        self.finish(self.command(line), "")
    }

    pub fn run_with(&self, line: &str, stdin: &str) -> Output {
        self.finish(self.command(line), stdin)
    }

    /// With credentials that only an emulator takes.
    pub fn run_live(&self, line: &str) -> Output {
        let mut command = self.command(line);
        command.env("AWS_ACCESS_KEY_ID", "test").env("AWS_SECRET_ACCESS_KEY", "test");
        self.finish(command, "")
    }

    pub fn finish(&self, mut command: Command, stdin: &str) -> Output {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // A program that does not read it may be gone already.
        let _ = child.stdin.take().unwrap().write_all(stdin.as_bytes());
        let output = child.wait_with_output().unwrap();
        Output {
            stdout: self.steady(&String::from_utf8(output.stdout).unwrap()),
            stderr: self.steady(&String::from_utf8(output.stderr).unwrap()),
            status: output.status.code().unwrap_or(-1),
        }
    }

    /// Takes this folder, the ids of runs and measured times out of a text.
    pub fn steady(&self, text: &str) -> String {
        let mut text = text.replace(self.folder.path().to_str().unwrap(), "[HOME]");
        while let Some((before, rest)) = text.split_once("orders-proxy-1") {
            let (_, after) = rest.split_once(".json").unwrap();
            text = format!("{before}[RECEIPT]{after}");
        }
        let untimed = |line: &str| match line.rsplit_once("  (") {
            Some((before, time)) if time.ends_with(" s)") || time.ends_with(" min)") => format!("{before}  (…)"),
            _ => line.to_owned(),
        };
        let lines: Vec<String> = text.lines().map(untimed).collect();
        lines.join("\n")
    }

    pub fn receipts(&self) -> Vec<PathBuf> {
        let folder = self.path("data/rds-proxy-wizard/receipts");
        let files = fs::read_dir(folder).map_or_else(|_| Vec::new(), |files| files.flatten().collect());
        let paths = files.into_iter().map(|file| file.path());
        paths.filter(|path| path.extension().is_some_and(|extension| extension == "json")).collect()
    }

    /// The one receipt there is, as JSON.
    pub fn receipt(&self) -> serde_json::Value {
        let paths = self.receipts();
        assert_eq!(paths.len(), 1, "{paths:?}");
        serde_json::from_slice(&fs::read(&paths[0]).unwrap()).unwrap()
    }
}

impl Output {
    pub fn prints(&self, status: i32, stdout: &str, stderr: &str) {
        assert_eq!(self.stdout, stdout, "standard output; standard error is:\n{}", self.stderr);
        assert_eq!(self.stderr, stderr, "standard error");
        assert_eq!(self.status, status, "status");
    }

    pub fn ends(self, status: i32) -> Self {
        assert_eq!(self.status, status, "{self:#?}");
        self
    }

    /// Wrong in a way that one error tells.
    pub fn refused(&self, status: i32, stderr: &str) {
        self.prints(status, "", stderr);
    }

    pub fn whole(&self) -> String {
        format!("{}\n--- standard error ---\n{}\n--- status {} ---", self.stdout, self.stderr, self.status)
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self:#?}"))
    }

    pub fn lines(&self) -> Vec<serde_json::Value> {
        self.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

/// A run in the background, listened to line by line.
pub struct Running {
    pub child: Child,
    pub lines: std::io::Lines<BufReader<std::process::ChildStdout>>,
    pub beside: std::io::Lines<BufReader<std::process::ChildStderr>>,
}

impl Running {
    pub fn start(home: &Home, line: &str) -> Self {
        Self::new(home.command(line).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap())
    }

    pub fn new(mut child: Child) -> Self {
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let beside = BufReader::new(child.stderr.take().unwrap()).lines();
        Self { child, lines, beside }
    }

    /// Reads on until a line holds all of these words.
    pub fn until(&mut self, words: &[&str]) -> String {
        let is_it = |line: &String| words.iter().all(|word| line.contains(word));
        self.lines.by_ref().map_while(Result::ok).find(is_it).unwrap_or_else(|| panic!("{words:?} was never said"))
    }

    /// Ctrl-C twice: to stop after the step under way, and not to wait for it either.
    #[cfg(unix)]
    pub fn stop(&mut self) {
        for answer in ["press Ctrl-C again", "Stopping now"] {
            self.interrupt();
            // Two signals at once would be one.
            assert!(self.beside.by_ref().map_while(Result::ok).any(|line| line.contains(answer)), "{answer}");
        }
    }

    /// Ctrl-C once.
    #[cfg(unix)]
    pub fn interrupt(&self) {
        let killed = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status().unwrap();
        assert!(killed.success());
    }

    pub fn status(mut self) -> i32 {
        // Read to its end, so that it never waits for a reader.
        for line in self.lines.by_ref() {
            drop(line);
        }
        self.child.wait().unwrap().code().unwrap_or(-1)
    }
}
