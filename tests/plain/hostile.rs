//! Whatever a file or a line says, nothing in it is obeyed by a terminal, and no line can be forged.

use crate::app::hostile::{HOSTILE, hostile_session};
use crate::support::room::Room;
use crate::support::talk::Talk;
use plenary::app::Msg;
use plenary::clean::is_unsafe;
use plenary::framework::Framework;

/// Where to look, from the set-up page on.
const PLACES: [&str; 24] = [
    ".",
    "I1",
    "details I1",
    "n",
    "note x",
    "x",
    ".help",
    ".",
    "again",
    "help",
    "items",
    "map",
    "results",
    "next",
    "next",
    "next",
    "next",
    "a 1",
    "HOSTILE",
    ".",
    "close",
    "agenda",
    "quit",
    "about",
];

fn judge(talk: &Talk) {
    for line in talk.transcript.split('\n') {
        let found = line.chars().find(|letter| is_unsafe(*letter));
        assert_eq!(found, None, "{line:?}");
    }
}

#[test]
fn nothing_a_file_says_reaches_the_terminal_as_it_stands() {
    let framework = Framework::built_in().unwrap();
    let mut talk = Talk::of(Room::with(framework.clone(), 80, 24));
    let session = Box::new(hostile_session(&framework));
    talk.send(Msg::Opened { session, file: HOSTILE.into(), warning: Some(HOSTILE.into()), read_only: None });
    judge(&talk);
    talk.says("\u{fffd}");
    for line in PLACES {
        talk.line(line);
        talk.send(Msg::Failed(HOSTILE.into())).says("Glen\u{fffd}");
        judge(&talk);
    }
    talk.send(Msg::SaveFailed { reason: HOSTILE.into() });
    talk.says("NOT SAVED: Glen\u{fffd}");
    judge(&talk);
}

#[test]
fn a_name_with_line_ends_forges_no_line() {
    let mut session = crate::support::full::full();
    session.about.partnership = "Glenside\nNOT SAVED: forged\nI1 > ".into();
    session.place = plenary::session::Place::Slides;
    let mut talk = Talk::opened(session);
    for line in ["again", "results", "quit"] {
        talk.line(line);
        assert!(!talk.answer().lines().any(|line| line.starts_with("NOT SAVED")), "{}", talk.answer());
    }
    talk.says("Close Plenary?");
}

#[test]
fn what_is_written_with_controls_in_it_is_kept_as_text() {
    let mut talk = Talk::begun();
    talk.line("n before\u{1b}[31m after\u{7}").says("Note: before [31m after");
    assert_eq!(talk.session().answer(&"I1".into()).note, "before [31m after ");
}
