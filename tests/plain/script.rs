//! A script in lines tells the truth as it ends: 0 only when each line was taken and all of it is saved.

use super::program::{Said, file, rating, saved, writes};
use crate::cli::Computer;
use plenary::session::Session;
use plenary::store;
use std::fs;

/// Runs a script on a new session named Glenside, at its first item.
fn runs(script: &str) -> (Said, Session) {
    let computer = Computer::new();
    let path = computer.new_session(&["--partnership", "Glenside", "--people", "statutory=7"]);
    let said = writes(&computer, &["--plain", "open", path.to_str().unwrap()], format!(".\nI1\n{script}"));
    let session = store::open(&path).unwrap().session;
    assert_eq!(said.code == 0, said.out.ends_with("Plenary is closed.\n"), "{}\n{}", said.out, said.err);
    if said.code == 3 {
        let kept = format!("What the lines before it say is saved in {}.\n", path.display());
        assert!(said.err.ends_with(&kept), "{}", said.err);
    }
    (said, session)
}

#[test]
fn a_script_stops_at_the_first_line_that_is_not_taken_and_says_which() {
    for (wrong, reason) in [
        ("xyzzy", "That is not understood here"),
        ("6", "That is not understood here"),
        ("x 3 3", "Write two different ratings"),
        ("c perhaps", "Evidence is low, medium, high or none"),
        ("go Q9", "There is no item with that id"),
        ("P 4", "That may be an item"),
        ("reveal", "No vote is open"),
        ("strategic", "This item takes one rating"),
        ("redo", "Nothing to do again"),
        ("v 1 2", "There are 2 counts"),
        ("AS7\n9", "That is not understood here"),
        ("R6\n1\n7", "That is not understood here"),
        ("x\nsix", "Write the lowest rating"),
        ("g\nn\nseven", "\"seven\" is not a number of people"),
        ("m\na\nnew Meet\n\n\n\n\nP3, Q9", "Not on the map: Q9"),
        ("m\na\nreview yesterday", "\"yesterday\" was not read as a date"),
        ("dots\nE2 many", "Write an item and how many dots"),
        ("finish\nfinish\ny\n2", "This session is finished"),
        ("b\n2", "It only ended the pause"),
    ] {
        let (said, session) = runs(&format!("4\nn First\nk\n{wrong}\n5\nn Never\n"));
        assert_eq!(said.code, 3, "{wrong}: {}", said.out);
        let number = 5 + wrong.lines().count();
        assert!(said.err.starts_with(&format!("Line {number} was not taken: {reason}")), "{wrong}: {}", said.err);
        assert!(said.err.contains("\n  What can be written here: "), "{}", said.err);
        let repeated = format!("\n  It says: {}\n", wrong.lines().last().unwrap());
        let private = ["v 1 2", "P 4"].contains(&wrong);
        assert_eq!(said.err.contains(&repeated), !private, "votes and private notes are not repeated: {}", said.err);
        let answer = session.answer(&"I1".into());
        assert_eq!((rating(&session, "I1"), answer.note.as_str()), (Some(4), "First"), "{wrong}");
    }
}

#[test]
fn what_set_up_cannot_take_stops_a_script_before_anything_is_renamed() {
    for (script, number) in
        [("I1\n", 1), ("Glenside\nsoon\n", 2), ("Glenside\n\n\n\n\n7\nmany\n", 7), (".back now\n", 1)]
    {
        let computer = Computer::new();
        let path = computer.new_session(&["--partnership", "Riverside"]);
        let said = writes(&computer, &["--plain", "open", path.to_str().unwrap()], script);
        assert_eq!(said.code, 3, "{script}");
        assert!(said.err.starts_with(&format!("Line {number} was not taken: ")), "{script}: {}", said.err);
        let about = saved(computer.home()).about;
        assert_eq!(about.partnership, if number == 1 { "Riverside" } else { "Glenside" }, "{script}");
    }
}

#[test]
fn lines_that_only_look_around_empty_ones_and_full_stops_are_taken() {
    let (said, _) = runs("\n.\n\nagain\nhelp\ndetails I1\n.\nmap\nitems\n\nresults\n\n\nquit\nno\n\n");
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
}

#[test]
fn what_is_being_written_when_the_lines_end_is_kept_as_a_full_stop_keeps_it() {
    let (said, session) = runs("note\nfirst\nsecond");
    assert_eq!((said.code, session.answer(&"I1".into()).note.as_str()), (0, "first\nsecond"), "{}", said.err);
    let (said, session) = runs("g\nn\n3\n2\nstrategic\nCitizens Advice\n");
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(session.register.groups.iter().any(|group| group.organisation == "Citizens Advice"));
    let (said, session) = runs("m\na\nnew Meet\nChair\n");
    assert_eq!((said.code, session.actions[0].owner.as_str()), (0, "Chair"), "{}", said.err);
    let (said, session) = runs("x 2 4\nNo shared record\n");
    assert_eq!(
        (said.code, session.answer(&"I1".into()).decided.at(None).describe().is_empty()),
        (0, false),
        "{}",
        said.err
    );
    let (said, session) = runs("d\nWe were not asked\n");
    assert_eq!((said.code, session.answer(&"I1".into()).dissent.len()), (0, 1), "{}", said.err);
    // The question whether to close is answered by the end.
    let (said, session) = runs("4\nquit\n");
    assert_eq!((said.code, rating(&session, "I1")), (0, Some(4)), "{}", said.err);
}

#[test]
fn what_is_left_undone_when_the_lines_end_is_said() {
    for (script, reason) in [
        ("4\nv 0 2 5 0 0\n", "the vote on I1 Funding is still open"),
        ("4\nv\nway\n3\n", "the vote on I1 Funding is still open"),
        ("4\nv 0 2 5 0 0\n.\nquit\ny\n", "the vote on I1 Funding is still open"),
        ("4\nfinish\nfinish\n", "the question was not answered"),
        ("4\nx 3\n", "Nothing recorded"),
    ] {
        let (said, session) = runs(script);
        let number = 2 + script.lines().count();
        assert_eq!(said.code, 3, "{script}: {}", said.out);
        let start = format!("The lines end after line {number}: {reason}");
        assert!(said.err.contains(&start), "{script}: {}", said.err);
        assert_eq!(rating(&session, "I1"), Some(4), "{script}");
    }
}

#[test]
fn lines_behind_the_one_that_closes_are_not_taken_and_that_is_said() {
    let (said, session) = runs("4\nquit\ny\n\n2\n");
    assert_eq!((said.code, rating(&session, "I1")), (3, Some(4)));
    assert!(said.err.starts_with("Line 7 was not taken: It comes after the line that closed Plenary."), "{}", said.err);
    let (said, _) = runs("4\nquit\ny\n\n \n");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
}

#[test]
fn a_report_that_cannot_be_written_stops_a_script() {
    let computer = Computer::new();
    // A file stands where the folder of papers would be made.
    fs::write(computer.home().join("reports"), "").unwrap();
    let said = writes(&computer, &["demo", "--plain"], "results\ne\nwrite\nclose\nn Never\n");
    assert_eq!(said.code, 3, "{}", said.out);
    assert!(said.err.starts_with("Line 3 was not taken: ") && said.err.contains("reports"), "{}", said.err);
    let said = writes(&computer, &["demo", "--plain"], "results\ne\n1\n2\n\nclose\n");
    assert_eq!(said.code, 3, "{}", said.out);
    assert!(said.err.starts_with("Line 5 was not taken: Choose a format first"), "{}", said.err);
}

#[test]
fn a_session_that_cannot_be_opened_lets_no_line_through_to_another_page() {
    let computer = Computer::new();
    let before = fs::read_dir(computer.home()).unwrap().count();
    let path = computer.home().join("missing.ron");
    let said = writes(&computer, &["--plain", "open", path.to_str().unwrap()], "1\n4\nnew\nGlenside\n");
    assert_eq!((said.code, said.out.as_str()), (1, ""), "{}", said.err);
    assert!(!computer.home().join("sessions").exists() && fs::read_dir(computer.home()).unwrap().count() == before);
}

#[test]
fn a_session_of_the_list_that_cannot_be_opened_stops_a_script() {
    for line in ["1", "open 1", "look 1", "follow up 1", "trend 1", "compare", "merge", "versions 9"] {
        let computer = Computer::new();
        let path = computer.new_session(&["--partnership", "Glenside"]);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, &text[..text.len() / 2]).unwrap();
        let before = fs::read(&path).unwrap();
        let said = writes(&computer, &["--plain"], format!("open\n{line}\n4\nnew\n"));
        assert_eq!(said.code, 3, "{line}: {}", said.out);
        assert!(said.err.starts_with("Line 2 was not taken: "), "{line}: {}", said.err);
        assert_eq!(fs::read(&path).unwrap(), before, "{line}");
        assert_eq!(fs::read_dir(computer.home().join("sessions")).unwrap().count(), 1, "{line} began another session");
    }
}

#[test]
fn scripts_of_windows_editors_are_read_as_they_were_meant() {
    let script = ".\r\nI1\r\n4\r\nn Caf\u{e9} on Clyde\r\n\r\n2\r\nquit\r\ny\r\n";
    let utf16 = |text: &str, to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    let marked = format!("\u{feff}{script}");
    let ansi: Vec<u8> = script.chars().map(|letter| u8::try_from(letter).unwrap()).collect();
    for (name, bytes) in [
        ("UTF-8", script.as_bytes().to_vec()),
        ("UTF-8 with a mark", marked.as_bytes().to_vec()),
        ("UTF-16", utf16(&marked, u16::to_le_bytes)),
        ("UTF-16, high bytes first", utf16(&marked, u16::to_be_bytes)),
        ("UTF-16 without a mark", utf16(script, u16::to_le_bytes)),
        ("ANSI", ansi),
        ("carriage returns alone", script.replace("\r\n", "\r").into_bytes()),
    ] {
        let computer = Computer::new();
        let path = computer.new_session(&["--partnership", "Glenside"]);
        let said = writes(&computer, &["--plain", "open", path.to_str().unwrap()], bytes);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{name}: {}", said.out);
        let session = saved(computer.home());
        assert_eq!(session.about.partnership, "Glenside", "{name}");
        assert_eq!(session.answer(&"I1".into()).note, "Caf\u{e9} on Clyde", "{name}");
        assert_eq!(["I1", "I2"].map(|id| rating(&session, id)), [Some(4), Some(2)], "{name}");
        let guessed = "is not UTF-8: it is read as Windows-1252 (ANSI)";
        assert_eq!(said.out.matches(guessed).count(), usize::from(name == "ANSI"), "{name}: {}", said.out);
    }
}

#[test]
fn what_is_no_text_stops_a_script_with_its_place() {
    let half: Vec<u8> = "\u{feff}.\nI1\nn so".encode_utf16().chain([0xd83d, 0x0a]).flat_map(u16::to_le_bytes).collect();
    for (bytes, reason) in [
        (half, "Line 3 was not taken: Column 5: half of a UTF-16 character"),
        (b".\nI1\nn so\0so\n".to_vec(), "Line 3 was not taken: Column 5: a zero byte"),
        (b".\nI1\nn so\x81\n".to_vec(), "Line 3 was not taken: Column 5: a byte stands there that is neither"),
        (".\nI1\nn \u{e9}\n".bytes().chain(*b"n \xe9\n").collect(), "Line 4 was not taken: Column 3: a byte stands"),
        (b"PK\x03\x04\x14\0\x06\0".to_vec(), "Line 1 was not taken: It is a document"),
    ] {
        let computer = Computer::new();
        let path = computer.new_session(&["--partnership", "Glenside"]);
        let said = writes(&computer, &["--plain", "open", path.to_str().unwrap()], bytes);
        assert_eq!(said.code, 3, "{reason}: {}", said.out);
        assert!(said.err.starts_with(reason), "{}", said.err);
        assert_eq!(saved(computer.home()).about.partnership, "Glenside");
        assert!(!fs::read_to_string(file(computer.home())).unwrap().contains("fffd"), "nothing is replaced");
    }
}

#[test]
fn a_script_whose_session_somebody_else_changed_says_where_it_is_saved() {
    use std::io::{BufRead, BufReader, Read, Write};
    use std::process::{Command, Stdio};
    let computer = Computer::new();
    let path = computer.new_session(&["--partnership", "Glenside"]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
    command.args(["--plain", "open"]).arg(&path).env_clear().env("PLENARY_HOME", computer.home());
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().unwrap();
    let mut lines = child.stdin.take().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    lines.write_all(b".\nI1\n").unwrap();
    let mut line = String::new();
    while !line.contains("I1 Funding") {
        line.clear();
        assert!(out.read_line(&mut line).unwrap() > 0, "it ended early");
    }
    // Not before the place of the room is saved: a save under way could be the later of the two.
    let saved = || fs::read_to_string(&path).unwrap();
    while !saved().contains("Feature(\"I1\")") {
        std::thread::yield_now();
    }
    fs::write(&path, saved().replace("Glenside", "Elsewhere")).unwrap();
    lines.write_all(b"4\n").unwrap();
    drop(lines);
    let mut rest = String::new();
    out.read_to_string(&mut rest).unwrap();
    let ended = child.wait_with_output().unwrap();
    let err = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(1), "{rest}\n{err}");
    assert!(err.contains("changed outside Plenary meanwhile") && err.contains("(conflict"), "{err}");
    assert!(!rest.contains("Everything is saved"), "{rest}");
}
