//! A line that is not taken: it says why, it changes nothing, and the same question is asked again.

use super::wrong_lines::{DICTATED, WRONG};
use crate::support::scenes;
use crate::support::talk::Talk;
use plenary::app::Msg;
use plenary::app::Outcome;
use plenary::session::{Place, Session};
use std::collections::BTreeMap;

/// A session without what a look around changes.
pub(super) fn said(talk: &Talk) -> Option<Session> {
    let session = talk.room.app.cx.workshop.as_ref().map(|workshop| workshop.session.clone())?;
    // Words that were refused may be kept half typed, and that counts are typed in a vote: neither is on the record.
    let bare =
        Session { rev: 0, place: Place::Setup, seconds: BTreeMap::default(), begun: BTreeMap::default(), ..session };
    Some(Session { drafts: BTreeMap::default(), open_vote: None, ..bare })
}

/// At a place: what leads there from the first item on, from set-up, or the name of a scene.
pub(super) fn at(place: &str) -> Talk {
    let (mut talk, rest) = if let Some(rest) = place.strip_prefix("@setup") {
        let mut talk = Talk::new();
        talk.line("new");
        (talk, rest)
    } else if let Some(scene) = place.strip_prefix('#') {
        (Talk::of(scenes::scene(scene.trim_end(), 80, 24)), "")
    } else {
        (Talk::begun(), place)
    };
    for line in rest.strip_suffix('\n').map_or(vec![], |rest| rest.split('\n').collect()) {
        talk.line(line);
        assert_eq!(talk.outcome, Outcome::Taken, "{place:?} does not lead anywhere: {line:?}");
    }
    talk
}

#[test]
fn no_wrong_line_changes_anything_and_each_is_asked_again() {
    let mut tried = 0;
    for (place, lines) in WRONG.iter().chain(DICTATED) {
        for line in *lines {
            let mut talk = at(place);
            let (before, prompt) = (said(&talk), talk.prompt());
            talk.line(line);
            assert!(matches!(talk.outcome, Outcome::Refused(_)), "{line:?} was taken at {prompt}\n{}", talk.answer());
            assert_eq!(said(&talk), before, "{line:?} at {prompt}");
            // Only the pause is over.
            assert!(talk.prompt() == prompt || *place == "b\n", "{line:?} at {prompt} led to {}", talk.prompt());
            let is_said = !talk.answer().is_empty() || *place == "b\n";
            assert!(is_said, "{line:?} at {prompt} was met with silence");
            tried += 1;
        }
    }
    assert!(tried > 450, "only {tried}");
}

#[test]
fn a_text_is_asked_about_once_and_taken_where_it_is_meant() {
    for (place, line) in [
        ("@setup", "Results"),
        ("", "n next"),
        ("note\n", "map"),
        ("g\nn\n3\n2\n\n", "Third sector"),
        ("m\na\nnew Meet\n", "30 June"),
    ] {
        let mut talk = at(place);
        let before = said(&talk);
        talk.line(line).says("Write");
        assert_eq!(said(&talk), before, "{line}");
        talk.line(line);
        assert_eq!(talk.outcome, Outcome::Taken, "{line}: {}", talk.answer());
    }
}

#[test]
fn what_is_dictated_is_taken_as_it_is_meant() {
    for (place, line, same) in [
        ("", "four", "4"),
        ("", "Mostly.", "4"),
        ("", "4, mostly", "4"),
        ("", "four mostly", "4"),
        ("", "dk", "?"),
        ("", "don\u{2019}t know", "?"),
        ("", "question mark", "?"),
        ("", "na", "-"),
        ("", "minus", "-"),
        ("", "Park.", "k"),
        ("", "x 2, 4", "x 2 4"),
        ("4\n", "c high.", "c high"),
        ("AS7\n", "does not hold", "3"),
        ("AS7\n", "don`t know", "?"),
        ("IF1\n", "Both.", "3"),
        ("R6\n", "could happen", "2"),
        ("O1\n", "some", "3"),
        ("v\n", "0, 2, 5, 3, 1.", "0 2 5 3 1"),
        ("v\nway\n", "dk", "0"),
        ("v\nway\n", "4.", "4"),
        ("dots\n", "E2, 3.", "E2 3"),
        ("g\nn\n3\n", "third sector.", "2"),
        ("g\nn\n3\n", "Third", "2"),
        ("g\nn\n3\n2\n", "strategic.", "2"),
        ("finish\nfinish\n", "n", ""),
        ("finish\nfinish\n", "Yes.", "y"),
    ] {
        let (mut one, mut other) = (at(place), at(place));
        one.line(line);
        other.line(same);
        assert_eq!((one.outcome.clone(), one.prompt()), (Outcome::Taken, other.prompt()), "{line}: {}", one.answer());
        assert_eq!((said(&one), one.answer()), (said(&other), other.answer()), "{line}");
    }
}

#[test]
fn every_change_says_what_stood_there_before() {
    for (place, line, before) in [
        ("@setup\n", "15 March 2026", "Date: 15 March 2026. Before: 12 March 2026."),
        ("@setup\n", "tomorrow", "Date: 13 March 2026. Before: 12 March 2026."),
        ("4\n", "5", "Before: 4 Mostly, agreed."),
        ("4\n", "?", "Before: 4 Mostly, agreed."),
        ("4\n", "clear", "Before: Group rating: 4 Mostly, agreed."),
        ("4\nc low\n", "c high", "Before: Evidence low: opinion in the room."),
        ("4\nx 2 5\nNo\u{20}money\n", "It works", "Before: 4 Mostly, agreed."),
        ("n First words\nn\n.clear\nOther words\n", ".", "Before: First words"),
        ("AS7\n1\n", "3", "Before: holds."),
        ("R6\n1\n3\nquestion before\n", "2", "Before: "),
        ("dots\nE2 3\n", "E2 4", "3 dots."),
        ("g\nn\n3\n2\n.\n1\n", "4", "People: 4. Before: 3."),
        ("g\nn\n3\n2\n.\n1\n4\n", ".", "Before: 1. 3 people, Third sector."),
        ("g\nn\n3\n2\n.\n", "presence 1", "Before: 1. 3 people, Third sector."),
        ("m\na\nnew Meet\n.\n", "done 1", "Before: Action 1, not started, Meet."),
        ("m\na\nnew Meet\n.\n1\n", "Talk", "What: Talk. Before: Meet."),
        ("m\na\nreview 10 September\n", "review 11 September", "Before: 10 September 2026."),
        ("agenda\nlater\n", "later", "Before: All done about"),
    ] {
        let mut talk = at(place);
        talk.line(line);
        assert!(talk.answer().contains(before), "{line:?} after {place:?}: {}", talk.answer());
    }
}

#[test]
fn after_a_wrong_line_the_right_one_is_taken_as_if_nothing_had_been_written() {
    for (place, wrong, right) in [
        ("@setup\n", "soon", "15 March 2026"),
        ("@setup\n\n\n\n\n", "seven", "7"),
        ("", "x 3 3", "x 2 4"),
        ("x\n", "six", "2"),
        ("x 3\n", "3", "5"),
        ("v\n", "1 2 3", "0 2 5 3 1"),
        ("v\nway\n", "4 9", "4"),
        ("g\nn\n", "none", "3"),
        ("g\nn\n3\n", "9", "2"),
        ("m\na\nnew Meet\n\n\n\n\n", "P3, Q9", "P3"),
        ("m\na\nnew Meet\n\n", "soon", "30 June"),
    ] {
        let (mut one, mut other) = (at(place), at(place));
        one.line(wrong).line(right);
        other.line(right);
        assert_eq!((one.outcome.clone(), one.prompt()), (Outcome::Taken, other.prompt()), "{wrong} before {right}");
        assert_eq!(said(&one), said(&other), "{wrong} before {right}");
    }
}

#[test]
fn empty_lines_and_full_stops_are_taken_wherever_they_do_nothing_or_close() {
    for place in [
        "@setup",
        "",
        "AS7\n",
        "R6\n",
        "x\n",
        "note\n",
        "d\n",
        "g\n",
        "dots\n",
        "m\na\n",
        "results\n",
        "m\n",
        "agenda\n",
    ] {
        for line in ["", "."] {
            let mut talk = at(place);
            talk.line(line);
            assert_eq!(talk.outcome, Outcome::Taken, "{line:?} at {place:?}");
        }
    }
}

#[test]
fn what_the_session_refuses_was_not_taken() {
    let mut talk = Talk::full();
    talk.line("finish").line("finish").line("yes");
    for line in ["2", "n more", "k", "x 1 5", "d words", "v 1 2 3 4 5", "p secret"] {
        talk.line(line);
        let refused = matches!(&talk.outcome, Outcome::Refused(reason) if reason.contains("finished"));
        assert!(refused, "{line:?} was taken in a finished session: {}", talk.answer());
        while talk.prompt() != "I1 > " {
            talk.line(".");
        }
    }
    let mut talk = Talk::full();
    let read_only = Some("Read only: open in another Plenary".to_owned());
    let session = Box::new(talk.session().clone());
    talk.send(Msg::Opened { session, file: "/x.ron".into(), warning: None, read_only });
    for line in ["2", "n more", "k", "d words", "u", "finish"] {
        talk.line("I1").line(line);
        assert!(
            matches!(&talk.outcome, Outcome::Refused(why) if why.contains("Read only")),
            "{line:?}: {}",
            talk.answer()
        );
    }
}

#[test]
fn what_fails_outside_was_not_taken() {
    let mut talk = Talk::full();
    talk.line("results").line("e").line("");
    talk.send(Msg::Exported(Err("The disk is full.".into())));
    assert_eq!(talk.outcome, Outcome::Refused("The disk is full.".into()));
    let mut talk = Talk::new();
    talk.line("open").line("folder /nowhere").send(Msg::NoSuchFolder("There is no folder /nowhere.".into()));
    assert_eq!(talk.outcome, Outcome::Refused("There is no folder /nowhere.".into()));
    talk.send(Msg::Failed("It cannot be opened".into()));
    assert_eq!(talk.outcome, Outcome::Refused("It cannot be opened.".into()));
}

#[test]
fn votes_and_private_notes_are_known_as_such() {
    for (place, line) in [
        ("", "v 0 2 5 3 1"),
        ("", "vote 1 2"),
        ("", "0 2 5 3 1 ?1"),
        ("", "p keep quiet"),
        ("", "private x"),
        ("p\n", "words"),
        ("v\n", "x"),
        ("v\nway\n", "4"),
    ] {
        assert!(plenary::app::is_private_line(&at(place).room.app, line), "{line} at {place:?}");
    }
    for line in ["4", "n words", "x 2 4", "xyzzy"] {
        assert!(!plenary::app::is_private_line(&at("").room.app, line), "{line}");
    }
}
