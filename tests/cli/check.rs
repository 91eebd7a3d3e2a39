//! `plenary check`: frameworks and sessions, sound or not.

use super::{Computer, sample};
use crate::support::sessions::newer;
use plenary::session::FORMAT;
use std::fs;

#[test]
fn check_counts_the_framework() {
    let counts = "7 stages, 36 features (5 3 3 3 6 9 7), 9 assumptions, 9 risks, 6 influencing factors with 13 findings, \
                  9 improvement points, 3 successful approaches";
    let computer = Computer::new();
    assert!(computer.prints(&["check"]).contains(counts));
    let file = format!("{}/content/effective-partnerships.ron", env!("CARGO_MANIFEST_DIR"));
    for arguments in [["check", &file, ""], ["check", "--framework", &file]] {
        let arguments: Vec<&str> = arguments.into_iter().filter(|argument| !argument.is_empty()).collect();
        assert!(computer.prints(&arguments).contains(counts));
    }
}

#[test]
fn check_names_every_problem_of_a_framework_with_its_place() {
    let computer = Computer::new();
    let file = format!("{}/content/effective-partnerships.ron", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(file).unwrap();
    let broken = text.replacen("label: \"Funding\"", "lable: \"Funding\"", 1);
    let broken = broken.replacen("id: \"I2\"", "id: \"I1\"", 1);
    let ran = computer.runs(&["check", &computer.file("local.ron", &broken)]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.lines().filter(|line| line.contains("line ")).count() >= 2, "{}", ran.err);
    assert!(ran.err.contains("lable"), "{}", ran.err);
    let broken = broken.replacen("stages: [", "stages: ]", 1);
    let ran = computer.runs(&["check", &computer.file("local.ron", &broken)]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("framework file") && ran.err.contains("line "), "{}", ran.err);
}

#[test]
fn check_counts_the_states_of_a_session() {
    let computer = Computer::new();
    let checked = computer.prints(&["check", &sample()]);
    assert!(checked.contains("no problems"), "{checked}");
    assert!(checked.contains("Riverside Partnership, 2026-05-20: 35 of 36 features decided"), "{checked}");
    assert!(checked.contains("blind spot") && checked.contains("contested"), "{checked}");
}

#[test]
fn a_file_that_is_no_session_is_named_with_its_place_and_left_alone() {
    let computer = Computer::new();
    let good = fs::read_to_string(computer.new_session(&["--partnership", "Glenside"])).unwrap();
    let cases = [
        ("empty.ron", String::new(), "empty"),
        ("letter.ron", "Dear all,\n".into(), "not a Plenary session"),
        ("cut.ron", good[..good.len() / 2].into(), "line "),
        ("comma.ron", good.replacen(&format!("format: {FORMAT},"), &format!("format: {FORMAT}"), 1), "line "),
        ("newer.ron", newer(&good, 7), "newer Plenary"),
    ];
    for (name, text, words) in cases {
        let file = computer.file(name, &text);
        for command in ["show", "check"] {
            let sentence = computer.refuses(&[command, &file]);
            assert!(sentence.contains(name) && sentence.contains(words), "{sentence}");
        }
        assert_eq!(fs::read_to_string(&file).unwrap(), text);
    }
    for command in ["show", "check"] {
        let sentence = computer.refuses(&[command, "no-such-file.ron"]);
        assert!(sentence.contains("no-such-file.ron"), "{sentence}");
        let sentence = computer.refuses(&[command, computer.home().to_str().unwrap()]);
        assert!(sentence.contains("folder"), "{sentence}");
    }
}
