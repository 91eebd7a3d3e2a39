//! Every command of README and manual runs as it stands there, for somebody who has a session, its plan and ballots.

use super::manual::{commands, pages};
use crate::cli::{Computer, Ran, ran};
use std::fs;

/// What draws on a terminal or is another system's; other tests start it.
const NOT_HERE: [&str; 1] = ["wall"];

/// What is worked in; without a terminal it is asked for in lines.
const WORKED_IN: [&str; 4] = ["", "demo", "new", "check-in"];

/// A computer with two sessions, ballots, answers for lines, and what this command needs besides.
fn prepared(command: &str) -> Computer {
    let computer = Computer::new();
    fs::create_dir(computer.home().join("sessions")).unwrap();
    for year in ["2025", "2026"] {
        let sample = format!("{}/content/riverside-{year}.ron", env!("CARGO_MANIFEST_DIR"));
        fs::copy(sample, computer.home().join(format!("sessions/{year}.ron"))).unwrap();
    }
    computer.file("ballots.csv", "O6\n4\n5\n");
    computer.file("answers.txt", "go P3\n");
    match command {
        "restore" => {
            for rating in ["2", "3"] {
                let mut said = computer.command(&["--plain", "open", "sessions/2026.ron"]);
                assert_eq!(ran(said.write_stdin(format!("go I1\n{rating}\n"))).code, 0);
            }
        }
        "tables" => fs::create_dir(computer.home().join("tables")).unwrap(),
        "update" => drop(computer.prints(&["report", "sessions/2026.ron", "-o", "PLAN.xlsx"])),
        _ => {}
    }
    computer
}

/// What a word of a command stands for on that computer.
fn meant(command: &str, word: &str) -> String {
    match (command, word) {
        ("check", "FILE") => format!("{}/content/effective-partnerships.ron", env!("CARGO_MANIFEST_DIR")),
        (_, "FILE...") => "ballots.csv".into(),
        (_, "SESSION" | "FILE" | "session.ron") => "sessions/2026.ron".into(),
        (_, "DIR") => "sessions".into(),
        (_, "...") => "handout".into(),
        _ => word.to_owned(),
    }
}

/// Runs a line of a page on a computer of its own; nothing where it is not for here.
fn run(line: &str) -> Option<Ran> {
    let (line, input) = line.split_once(" < ").map_or((line, None), |(line, input)| (line, Some(input)));
    let words: Vec<&str> = line.split_whitespace().collect();
    let command = words.iter().find(|word| !word.starts_with('-') && **word != "DIR").copied().unwrap_or_default();
    if NOT_HERE.contains(&command) {
        return None;
    }
    let computer = prepared(command);
    let mut arguments: Vec<String> = words.iter().map(|word| meant(command, word)).collect();
    let is_answered = words.iter().any(|word| matches!(*word, "--plain" | "--version" | "--no-open"));
    if WORKED_IN.contains(&command) && !is_answered {
        arguments.push("--plain".into());
    }
    let once = |arguments: &[String]| {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let mut program = computer.command(&arguments);
        if let Some(file) = input {
            program.pipe_stdin(computer.home().join(file)).unwrap();
        }
        ran(&mut program)
    };
    let first = once(&arguments);
    // What asks first says with which option it does not.
    if first.code == 2 && first.err.contains("--yes") {
        arguments.push("--yes".into());
        return Some(once(&arguments));
    }
    Some(first)
}

#[test]
fn each_command_of_readme_and_manual_runs() {
    let (mut tried, mut wrong) = (0, Vec::new());
    for (name, page) in &pages() {
        for line in commands(page) {
            let Some(ran) = run(line) else { continue };
            tried += 1;
            if ran.code != 0 {
                wrong.push(format!("{name}: plenary {line}: {} {}", ran.code, ran.err.trim()));
            }
        }
    }
    assert!(tried > 30, "only {tried} commands found");
    assert_eq!(wrong, Vec::<String>::new());
}
