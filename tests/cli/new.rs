//! `plenary new`: a file at once, and what it cannot read.

use super::Computer;
use plenary::store;

#[test]
fn new_makes_a_file_at_once_and_prints_where() {
    let computer = Computer::new();
    let file = computer.new_session(&[
        "--partnership",
        "Glenside CPP",
        "--date",
        "2026-03-12",
        "--purpose",
        "Where are we after a year?",
        "--venue",
        "Town hall",
        "--facilitator",
        "Partnership support officer",
        "--people",
        "statutory=7,third-sector=4,community=1",
    ]);
    assert_eq!(file, computer.home().join("sessions/2026-03-12-glenside-cpp.ron"));
    let session = store::open(&file).unwrap().session;
    assert_eq!(session.about.purpose, "Where are we after a year?");
    assert_eq!(session.about.venue, "Town hall");
    assert_eq!(session.about.facilitator, "Partnership support officer");
    assert_eq!(session.register.to_string(), "12 people: 7 statutory, 4 third sector, 1 community");
}

#[test]
fn new_needs_nothing_and_never_takes_another_session_s_file() {
    let computer = Computer::new();
    let (first, second) = (computer.new_session(&[]), computer.new_session(&[]));
    assert_ne!(first, second);
    assert_ne!(store::open(&first).unwrap().session.id, store::open(&second).unwrap().session.id);
    let people = computer.new_session(&["--people", "12"]);
    assert_eq!(store::open(&people).unwrap().session.register.people(), 12);
}

#[test]
fn new_says_what_cannot_be_read() {
    let computer = Computer::new();
    let cases = [
        (["--date", "12/13/2026"], "write the date as 2026-03-12"),
        (["--date", "2026-02-30"], "write the date as 2026-03-12"),
        (["--people", "many"], "\"many\" is not a number of people"),
        (["--people", "health=3"], "\"health\" is not a sector"),
        (["--people", "-3"], "-3"),
    ];
    for (arguments, words) in cases {
        let sentence = computer.refuses(&[&["new", "--no-open"], &arguments[..]].concat());
        assert!(sentence.contains(words), "{sentence}");
    }
    assert!(!computer.home().join("sessions").exists(), "nothing was made");
}
