//! A line that is not taken: it says why, it changes nothing, and the same question is asked again.

use crate::support::talk::Talk;
use plenary::app::Msg;
use plenary::app::Outcome;
use plenary::session::{Place, Session};
use std::collections::BTreeMap;

/// What leads to a place from the first item on, and lines that are no answer there.
const WRONG: &[(&str, &[&str])] = &[
    // Set-up: the name, the day, a count.
    (
        "@setup",
        &["I1", "P3", "r6", "4", "12", "?", "-", "2026", "skip", "RESULTS", "go", "quit", ".bakc", "back", "map"],
    ),
    ("@setup\n", &["soon", "i1", "4", "32 March 2026", "12 March 126", "12/13/2026", "q", "?", "x 2 4", "yesterday"]),
    (
        "@setup\n\n\n\n\n",
        &["seven", "-1", "1000", "7.5", "+7", "7 people", "I1", "?", "4 5", "0x7", "n words", "\u{ff17}x"],
    ),
    // A rating.
    (
        "",
        &[
            "6",
            "9",
            "44",
            "4 5",
            "-5",
            "4.5",
            "four fifths",
            "xyzzy",
            "go Q9",
            "go",
            "P 4",
            "p 4",
            "x 3 3",
            "x 2 9",
            "x 2 4 5",
            "x two four",
            "c",
            "evidence",
            "c perhaps",
            "y",
            "yes but",
            "r",
            "reveal",
            "redo",
            "strategic",
            "operational",
            "risk",
            "details Q9",
            "parked",
            "last time",
            "park it",
            "clear all",
            "?!",
            "0 2 5 3 1",
            "v a b c",
            "v 1 2 3",
            "v 0 0 0 0 0",
            "v 1 2 3 4 five",
            "starter",
            "E2 11",
            "yes",
            "no",
            "new",
            "open",
            "report",
            "\u{7}",
            "4\u{1b}[31m",
        ],
    ),
    ("4\n", &["c", "c 3", "evidence good", "c low high", "y n", "4 4", "x 4 4"]),
    // An assumption, a factor, a risk and its questions.
    ("AS7\n", &["4", "5", "0", "9", "-", "x 2 4", "c high", "v 1 2", "3 2", "holds", "impact 3"]),
    ("IF1\n", &["4", "5", "?", "v 1 2 3", "d no", "p secret", "2 1", "helps"]),
    ("R6\n", &["4", "5", "9", "?", "-", "v 1 2 3", "3 3", "likely"]),
    ("R6\n1\n", &["6", "0", "impact", "4 4"]),
    // A disagreement.
    ("x\n", &["six", "0", "6", "4 2", "2-4", "?", "low", "x 2 4", "quit", ".bakc", "help"]),
    ("x 3\n", &["3", "0", "six", "3 4", "?"]),
    ("x 2 4\n", &["next", "P3", "4", "help", ".claer"]),
    // Votes.
    ("v\n", &["9", "0", "hands", "reveal it"]),
    ("v\n", &["1 2 3", "a b c", "1 2 3 4 5 6", "0 0 0 0 0", "1 2 3 4 -5x", "?2 1 2 3 4 5", "999 999 0 0 0", "reveal"]),
    ("v\nway\n", &["6", "9", "4 9", "x", "four", "3,7", "take back"]),
    // The register.
    ("g\n", &["1", "9", "change 1", "remove 1", "presence", "presence two", "new line", "redo"]),
    ("g\nn\n", &["0", "none", "1000", "-3", "+3", "two", "3 people", "I1"]),
    ("g\nn\n3\n", &["9", "0", "77", "quit"]),
    ("g\nn\n3\n\n", &["9", "sideways", "0", "operational manager"]),
    ("g\nn\n3\n\n\n", &["next", "presence", "4", "P3", "remove"]),
    // Dots, the agenda, what is parked.
    ("dots\n", &["E2 many", "Q9 3", "E2", "3", "E2 -1", "E2 70000", "E2 4996", "E2 1.5", "11 E2"]),
    ("agenda\n", &["0", "99", "+1", "sooner", "later on"]),
    ("k\nparked\n", &["0", "2", "off", "off 9", "off I1"]),
    // Actions.
    ("m\na\n", &["1", "done 1", "log 1 words", "status", "up", "review soon"]),
    ("R6\na\n", &["9", "99", "new", "close", "done", "?", "R6"]),
    ("m\na\nnew Meet\n\n\n\n\n", &["Q9", "P3, Q9", "everybody", "?", "11"]),
    ("m\na\nnew Meet\n", &["quit", "new", "4", "R6", "?"]),
    ("m\na\nnew Meet\n\n", &["soon", "4", "31 June 2026", "next", "R6"]),
    ("m\na\nnew Meet\n.\nlog 1\n", &["next", "done", "4", "R6"]),
    ("m\na\nreview\n", &["soon", "31 June 2026", "4", "next"]),
    // The slides, a report, closing.
    ("results\n", &["a 99", "99", "xyzzy", "5", "x 2 4", "c high"]),
    ("results\ne\n", &["0", "9", "99", "pdf", "names on"]),
    ("finish\nfinish\n", &["maybe", "4", "I1", "yes please", "?"]),
    ("quit\n", &["maybe", "4", "I1", "yes please"]),
    ("b\n", &["4", "n words", "quit"]),
];

/// A session without what a look around changes.
pub(super) fn said(talk: &Talk) -> Option<Session> {
    let session = talk.room.app.cx.workshop.as_ref().map(|workshop| workshop.session.clone())?;
    // Words that were refused may be kept half typed, and that counts are typed in a vote: neither is on the record.
    let bare =
        Session { rev: 0, place: Place::Setup, seconds: BTreeMap::default(), begun: BTreeMap::default(), ..session };
    Some(Session { drafts: BTreeMap::default(), open_vote: None, ..bare })
}

fn at(place: &str) -> Talk {
    let (mut talk, rest) = match place.strip_prefix("@setup") {
        Some(rest) => {
            let mut talk = Talk::new();
            talk.line("new");
            (talk, rest)
        }
        None => (Talk::begun(), place),
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
    for (place, lines) in WRONG {
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
    assert!(tried > 200, "only {tried}");
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
