//! The command line, read like its manual: each command, what it prints, and what it says when it cannot.

mod actions;
mod arguments;
mod backups;
mod ballot_kinds;
mod ballot_sheets;
mod ballots;
mod check;
mod check_in;
mod compare;
mod delete;
mod drafts;
mod easy_papers;
mod follow_up;
mod hostile;
mod hostile_papers;
mod licences;
mod list;
mod manual;
mod many;
mod new;
mod one_telling;
mod paths;
mod places;
mod remind;
mod report;
mod scale;
mod share;
mod show;
mod survey;
mod survey_shapes;
mod tables;
mod update;
mod upgrade;
mod votes;

use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A computer on which Plenary was never started.
pub(crate) struct Computer {
    home: TempDir,
}

/// What a command printed, and how it ended.
pub(crate) struct Ran {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: i32,
}

impl Ran {
    /// The line that says what was done.
    pub(crate) fn last_line(&self) -> &str {
        self.out.lines().last().unwrap_or_default()
    }
}

impl Computer {
    pub(crate) fn new() -> Self {
        Self { home: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// `plenary ARGUMENTS`, with a bare environment.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
        command.env_clear().env("PLENARY_HOME", self.home()).env("TZ", "UTC").current_dir(self.home()).args(arguments);
        command
    }

    pub(crate) fn runs(&self, arguments: &[&str]) -> Ran {
        ran(&mut self.command(arguments))
    }

    /// Runs what must succeed; gives what it printed.
    pub(crate) fn prints(&self, arguments: &[&str]) -> String {
        let ran = self.runs(arguments);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "plenary {arguments:?}");
        ran.out
    }

    /// Runs what must fail with one sentence; gives it.
    pub(crate) fn refuses(&self, arguments: &[&str]) -> String {
        let ran = self.runs(arguments);
        assert_ne!(ran.code, 0, "plenary {arguments:?} printed {}", ran.out);
        assert_eq!(ran.out, "", "plenary {arguments:?}");
        assert_eq!(ran.err.lines().count(), 1, "plenary {arguments:?} said {}", ran.err);
        assert!(ran.err.ends_with(".\n"), "not a sentence: {}", ran.err);
        ran.err
    }

    /// A new session's file.
    pub(crate) fn new_session(&self, arguments: &[&str]) -> PathBuf {
        let out = self.prints(&[&["new", "--no-open"], arguments].concat());
        PathBuf::from(out.lines().last().unwrap())
    }

    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.prints(arguments)).unwrap()
    }

    /// A file with this text.
    pub(crate) fn file(&self, name: &str, text: &str) -> String {
        let path = self.home().join(name);
        fs::write(&path, text).unwrap();
        path.display().to_string()
    }
}

pub(crate) fn ran(command: &mut Command) -> Ran {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { out: text(output.stdout), err: text(output.stderr), code: output.status.code().unwrap() }
}

/// The newer sample session.
fn sample() -> String {
    format!("{}/content/riverside-2026.ron", env!("CARGO_MANIFEST_DIR"))
}
