//! This test program once more, as a second process that does one thing in a folder.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const FOLDER: &str = "PLENARY_TEST_FOLDER";

/// A command that runs one ignored test in a process of its own.
pub(crate) fn child(test: &str, folder: &Path) -> Command {
    with_folder(Command::new(std::env::current_exe().unwrap()), test, folder)
}

/// The same behind a line of shell that ends with `"$@"`.
#[cfg(unix)]
pub(crate) fn child_in_shell(line: &str, test: &str, folder: &Path) -> Command {
    let mut shell = Command::new("sh");
    shell.args(["-c", line, "sh"]).arg(std::env::current_exe().unwrap());
    with_folder(shell, test, folder)
}

fn with_folder(mut command: Command, test: &str, folder: &Path) -> Command {
    command.args(["--exact", test, "--ignored", "--nocapture", "--test-threads=1"]);
    command.env(FOLDER, folder).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// The folder, in the process that was started so.
pub(crate) fn folder() -> PathBuf {
    std::env::var_os(FOLDER).expect("this is the second process of another test").into()
}

/// Runs it to its end; what it printed.
pub(crate) fn run(mut command: Command) -> String {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("1 passed"), "{}\n{said}", output.status);
    said
}

/// Whether the long versions of tests are wanted.
pub(crate) fn is_long() -> bool {
    std::env::var_os("PLENARY_LONG").is_some()
}
