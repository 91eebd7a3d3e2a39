//! `plenary show`: what a session holds, for people and for scripts, and never what a terminal obeys.

use super::{Computer, sample};
use plenary::session::FORMAT;
use plenary::store;
use serde_json::Value;
use std::fs;

#[test]
fn show_json_keeps_its_promise_to_scripts() {
    let computer = Computer::new();
    let shown = computer.json(&["show", &sample(), "--json"]);
    assert_eq!(shown["partnership"], "Riverside Partnership");
    assert_eq!(shown["date"], "2026-05-20");
    assert_eq!(shown["format"], FORMAT);
    let features = shown["features"].as_array().unwrap();
    assert_eq!(features.len(), 36);
    assert_eq!((&features[0]["id"], &features[0]["stage"]), (&Value::from("I1"), &Value::from("inputs")));
    let states = [
        "not_discussed",
        "not_relevant",
        "blind_spot",
        "contested",
        "strength",
        "untested_strength",
        "mixed",
        "weakness",
        "suspected_weakness",
    ];
    for feature in features {
        assert!(states.iter().any(|state| feature["state"] == *state), "{feature}");
        for key in ["rating", "low", "high"] {
            let number = &feature[key];
            assert!(number.is_null() || (1..=5).contains(&number.as_i64().unwrap()), "{feature}");
        }
        assert_eq!(feature["low"].is_null(), feature["high"].is_null(), "{feature}");
        let confidence = &feature["confidence"];
        assert!(confidence.is_null() || ["low", "medium", "high"].iter().any(|word| confidence == word), "{feature}");
        assert!(feature["note"].is_string() && feature["parked"].is_boolean(), "{feature}");
        let firmness = &feature["firmness"];
        assert_eq!(firmness.is_null(), feature["rating"].is_null(), "{feature}");
        let levels = ["A2", "E1", "S2", "P2", "P4"].iter().any(|id| feature["id"] == *id);
        assert_eq!(feature["strategic"].is_object() && feature["operational"].is_object(), levels, "{feature}");
    }
}

#[test]
fn show_tells_a_disagreement_by_its_range() {
    let computer = Computer::new();
    let file = computer.new_session(&["--partnership", "Glenside CPP"]);
    let text = fs::read_to_string(&file).unwrap();
    let answers = r#"answers: {"I1": (decided: Whole(NotAgreed(range: (2, 4), low_view: "Money stops in May")),
        note: "Ask the board", private_note: "Keep off this", parked: true)},"#;
    let file = computer.file("edited.ron", &text.replace("answers: {},", answers));

    let ran = computer.runs(&["show", &file, "--json"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("changed outside Plenary"), "{}", ran.err);
    let shown: Value = serde_json::from_str(&ran.out).unwrap();
    let feature = &shown["features"][0];
    assert_eq!(feature["state"], "contested");
    assert_eq!((&feature["low"], &feature["high"]), (&Value::from(2), &Value::from(4)));
    assert_eq!(feature["rating"], Value::Null);
    assert_eq!(feature["note"], "Ask the board");
    assert_eq!(feature["parked"], true);
    assert!(!ran.out.contains("Keep off this"), "a private note is never printed");

    let ran = computer.runs(&["show", &file]);
    for words in ["2 to 4, not agreed", "Contested, parked", "Those at 2: Money stops in May", "Ask the board"] {
        assert!(ran.out.contains(words), "{words} is missing in {}", ran.out);
    }
    assert!(!ran.out.contains("Keep off this"), "a private note is never printed");
}

#[test]
fn show_reads_as_plain_text() {
    let computer = Computer::new();
    let shown = computer.prints(&["show", &sample()]);
    assert!(
        shown.starts_with("Riverside Partnership: self-evaluation of partnership working\nWorkshop of 20 May 2026"),
        "{shown}"
    );
    for words in [
        "35 of 36 features were decided",
        "12 people took part",
        "Practices and behaviours",
        "Strategic: 4",
        "medium confidence",
    ] {
        assert!(shown.contains(words), "{words} is missing in {shown}");
    }
    assert!(!shown.contains('\u{1b}'));
}

#[test]
fn nothing_that_a_terminal_obeys_is_printed() {
    let computer = Computer::new();
    let hostile = "\u{1b}[2J\u{9b}31m\u{202e}Glenside\u{7}";
    let file = computer.new_session(&["--partnership", hostile, "--date", "2026-03-12"]);
    let file = file.to_str().unwrap();
    let commands: [&[&str]; 5] =
        [&["list"], &["list", "--json"], &["show", file], &["show", file, "--json"], &["check", file]];
    for arguments in commands {
        let printed = computer.prints(arguments);
        assert!(printed.contains("Glenside"), "{printed}");
        let obeyed = |letter: char| letter != '\n' && (letter.is_control() || letter == '\u{202e}');
        assert!(!printed.contains(obeyed), "{arguments:?} printed {printed:?}");
    }
    // What came with the name is not part of it; only its letters were taken.
    assert_eq!(computer.json(&["show", file, "--json"])["partnership"], "[2J 31mGlenside");
    let sentence = computer.refuses(&["show", "no\u{1b}[31msuch\u{9b}file"]);
    assert!(!sentence.trim_end().contains(char::is_control), "{sentence:?}");
}

#[test]
fn a_session_of_another_framework_asks_for_that_framework() {
    let computer = Computer::new();
    let local = format!("{}/tests/fixtures/two-stages.ron", env!("CARGO_MANIFEST_DIR"));
    let file = computer.new_session(&["--framework", &local, "--partnership", "Glenside"]);
    let file = file.to_str().unwrap();
    let sentence = computer.refuses(&["show", file]);
    assert!(sentence.contains("--framework FILE") && sentence.contains("effective-partnerships"), "{sentence}");
    let shown = computer.json(&["show", file, "--json", "--framework", &local]);
    assert_ne!(shown["features"].as_array().unwrap().len(), 36);
}

#[test]
fn nothing_hostile_in_a_session_reaches_the_terminal() {
    use crate::app::hostile::{HOSTILE, hostile_session};
    let computer = Computer::new();
    let framework = plenary::framework::Framework::built_in().unwrap();
    let home = store::Home::find(Some(computer.home())).unwrap();
    let now = jiff::Timestamp::now();
    let file = store::create(&store::RealFiles, &home, &hostile_session(&framework), &framework, now).unwrap();
    let name = file.to_str().unwrap();
    let commands = [&["show", name][..], &["show", name, "--json"], &["list"], &["list", "--json"], &["check", name]];
    for command in commands {
        let said = computer.prints(command);
        let found = said.chars().find(|letter| *letter != '\n' && plenary::clean::is_unsafe(*letter));
        assert_eq!(found, None, "plenary {command:?}");
        assert!(said.contains("wog"), "plenary {command:?} says nothing: {said}");
    }
    // What is made safe for the eye is whole for programs.
    assert_eq!(computer.json(&["show", name, "--json"])["partnership"], HOSTILE);
}
