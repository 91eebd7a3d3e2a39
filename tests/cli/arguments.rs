//! What may be written after `plenary` at all, and how it ends.

use super::{Computer, sample};
use plenary::session::FORMAT;
use std::fs;

#[test]
fn what_needs_a_terminal_says_so_and_makes_nothing() {
    let computer = Computer::new();
    let commands: [&[&str]; 4] = [&[], &["new", "--partnership", "Glenside"], &["demo"], &["open", &sample()]];
    for arguments in commands {
        let ran = computer.runs(arguments);
        assert_eq!((ran.code, ran.out.as_str(), ran.err.lines().count()), (2, "", 1), "{}", ran.err);
        assert!(ran.err.contains("needs a terminal"), "{}", ran.err);
    }
    assert_eq!(fs::read_dir(computer.home()).unwrap().count(), 0);
}

#[test]
fn what_cannot_be_meant_gets_one_sentence_and_code_2() {
    let computer = Computer::new();
    let cases: [(&[&str], &str); 6] = [
        (&["rate"], "unrecognized subcommand 'rate'"),
        (&["show"], "<FILE>"),
        (&["list", "--xml"], "--xml"),
        (&["--theme", "neon", "list"], "write one of daylight, dusk, high-contrast, rag-safe, 16, mono"),
        (&["--color", "lots", "list"], "write never, 16 or 256"),
        (&["new", "--date"], "--date"),
    ];
    for (arguments, words) in cases {
        let sentence = computer.refuses(arguments);
        assert!(sentence.contains(words) && sentence.contains("plenary --help"), "{sentence}");
        assert_eq!(computer.runs(arguments).code, 2);
    }
}

#[test]
fn help_and_version_are_answers_not_errors() {
    let computer = Computer::new();
    let help = computer.prints(&["--help"]);
    for command in ["new", "open", "demo", "list", "show", "check", "where", "completions", "man"] {
        assert!(help.contains(&format!("\n  {command} ")), "{help}");
        assert!(computer.prints(&[command, "--help"]).contains("Usage: plenary "), "{command}");
    }
    let version = format!("plenary {}, session format {FORMAT}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(computer.prints(&["--version"]), version);
}

#[test]
#[cfg(unix)]
fn a_reader_that_has_read_enough_is_no_error() {
    let computer = Computer::new();
    let shell = "\"$0\" show \"$1\" --json | head -n 1; \"$0\" show \"$1\" >&-";
    let mut command = std::process::Command::new("/bin/sh");
    command.args(["-c", shell, env!("CARGO_BIN_EXE_plenary"), &sample()]).env("PLENARY_HOME", computer.home());
    let output = command.output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "{\n");
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(err.lines().count() <= 1 && !err.contains("panicked"), "{err}");
}
