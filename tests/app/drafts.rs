//! What is half typed: handed over with the next save, in no record, and there again when the session is opened.

use crate::support::acting::resolved;
use crate::support::room::Room;
use plenary::app::{App, Effect, Msg, NotAgreedPart, Overlay, Screen, Shown};
use plenary::session::{Form, Session};
use plenary::store::{Head, decode, encode};

const SECRET: &str = "zq half typed";

/// The session as the last snapshot that was handed over gives it back; nothing in sight may be newer.
#[track_caller]
pub(crate) fn filed(room: &Room) -> Session {
    let workshop = room.workshop();
    assert!(workshop.is_safe(), "something was typed and no save was asked for");
    let head = Head::of(&workshop.session, &room.app.cx.framework, jiff::Timestamp::UNIX_EPOCH);
    let text = encode(&workshop.session, &head).unwrap();
    decode(text.as_bytes(), "drafts.ron").unwrap().session
}

/// The program killed, and the session opened again from its file.
#[track_caller]
fn reopened(room: &Room, columns: u16, rows: u16) -> Room {
    let session = filed(room);
    let rev = session.rev;
    let mut again = Room::opened(session, columns, rows);
    assert_eq!(again.session().rev, rev, "opening changes nothing");
    again.send(Msg::Resized);
    assert!(!again.effects.contains(&Effect::Save), "and saves nothing");
    again
}

/// Everything that is typed in the form in sight, as the program holds it.
fn form(app: &App) -> String {
    let overlay = app.overlays.last().map(|overlay| format!("{overlay:?}"));
    match (&overlay, &app.screen) {
        (None, Screen::Setup(setup)) => {
            let texts = setup.fields.all.iter().map(|field| (field.text.text(), field.read.clone()));
            format!("{:?} at {}", texts.collect::<Vec<_>>(), setup.fields.focus)
        }
        _ => overlay.unwrap_or_default(),
    }
}

/// Each field of each form: the keys that lead there from P3, what is half typed, and what stands on screen then.
const FIELDS: [(&str, &str, &str); 24] = [
    ("G N", "1x", "1x"),
    ("G N Enter", SECRET, SECRET),
    ("G N Enter Enter Enter", SECRET, SECRET),
    ("G N Enter Enter Enter Enter", SECRET, SECRET),
    ("G Enter Backspace", "12", "12"),
    ("M A N Enter", SECRET, SECRET),
    ("M A N Enter Enter Enter", SECRET, SECRET),
    ("M A N Enter Enter", "30 Ju", "30 Ju"),
    ("M A N Enter Enter", "30 June", "30 June"),
    ("M A N Enter Enter Enter Enter", SECRET, SECRET),
    ("A Down Down Down Down Down Down Down Enter Enter", SECRET, SECRET),
    ("M A Home Enter Enter Enter Enter Enter Enter", ", X9", ", X9"),
    ("M A Home Enter Enter Enter", " soon", "soon"),
    ("M A Home L", SECRET, SECRET),
    ("M A End L", SECRET, SECRET),
    ("M A R", "soon", "soon"),
    ("M A R", "1 January 2020", "1 January 2020"),
    ("X Enter Enter", SECRET, SECRET),
    ("X Enter Enter Enter", SECRET, SECRET),
    ("X 2 Enter Enter", SECRET, SECRET),
    ("X 2 2 Enter", SECRET, SECRET),
    ("D Tab", SECRET, SECRET),
    ("D Tab", "a", "a"),
    ("A Down Down Down Down Down Down Down Enter", SECRET, SECRET),
];

/// Empties the field in focus.
fn clears(room: &mut Room) -> &mut Room {
    for _ in 0..40 {
        room.keys("Backspace");
    }
    room
}

fn at_p3(columns: u16, rows: u16) -> Room {
    let mut room = Room::opened(resolved(), columns, rows);
    room.keys("Esc Esc");
    room.goes_to("P3");
    room.keys("G N").types("7").keys("Esc Esc");
    room
}

#[test]
fn half_typed_text_of_every_field_is_handed_over_and_there_again() {
    for (columns, rows) in [(60, 17), (80, 24), (120, 36)] {
        for (keys, typed, shown) in FIELDS {
            let mut room = at_p3(columns, rows);
            room.keys(keys);
            for letter in typed.chars() {
                room.types(&letter.to_string());
                filed(&room);
            }
            room.says(shown).keys("Ctrl+Q").says("Everything is saved.");
            room.keys("Enter");
            let session = room.session().clone();
            let mut again = reopened(&room, columns, rows);
            assert!(format!("{session:?}").contains(shown), "{keys}: {typed}");
            if keys.starts_with("A Down") {
                assert!(session.drafts.is_empty(), "an action for an item is on the record as it is written");
                continue;
            }
            assert_eq!(session.drafts.len(), 1, "{keys}: {typed}");
            assert_eq!(again.session().drafts, session.drafts, "{keys}: {typed}");
            again.says(shown).says("Half typed when Plenary ended: go on here.");
            // The cursor is where it was: typing goes on.
            again.types("!").says(&format!("{shown}!"));
            filed(&again);
        }
    }
}

#[test]
fn half_typed_text_of_set_up_is_there_again() {
    for (downs, typed) in [(1, " x"), (5, "x"), (6, "7777"), (0, "Glens"), (2, "why"), (3, "where"), (4, "who")] {
        for (columns, rows) in [(60, 17), (80, 24), (120, 36)] {
            let mut room = Room::new(columns, rows);
            room.keys("N");
            for _ in 0..downs {
                room.keys("Down");
            }
            for letter in typed.chars() {
                room.types(&letter.to_string()).hides("Not yet saved");
                filed(&room);
            }
            let mut again = reopened(&room, columns, rows);
            assert_eq!(form(&again.app).split(" at ").next(), form(&room.app).split(" at ").next());
            again.says(typed.trim());
            // What cannot be read waits in its field, and the walk goes on without it.
            again.keys("PgDn PgUp").says(typed.trim());
        }
    }
}

#[test]
fn what_was_taken_in_is_half_typed_no_more() {
    for keys in [
        "G N Enter Enter Enter t e a m Esc",
        "M A N Enter c h a i r Up w r i t e Esc",
        "M A Home L d o n e Enter",
        "M A Home L d o n e Esc",
        "M A R s o o n Backspace Backspace Backspace Backspace Esc",
        "X Enter Enter n o Up Up 2 4 Esc",
        "D Tab m e Tab n o Esc",
        "D Tab m e Tab n o Backspace Backspace Esc",
        "D Tab m e Backspace Backspace Esc",
    ] {
        let mut room = at_p3(80, 24);
        room.keys(keys);
        assert!(room.session().drafts.is_empty(), "{keys}: {:?}", room.session().drafts);
        filed(&room);
        let again = reopened(&room, 80, 24);
        assert!(again.app.overlays.is_empty(), "{keys}: no form opens by itself");
    }
}

#[test]
fn what_cannot_be_read_stays_when_its_form_is_left_and_says_where_it_waits() {
    let mut room = at_p3(80, 24);
    room.keys("M A Home Enter Enter Enter").types(" soon").keys("Esc");
    room.says("was not read as a date")
        .says("It is kept half typed: Enter opens it")
        .keys("R")
        .types("never")
        .keys("Esc");
    room.says("It is kept half typed: R opens it").keys("R");
    clears(&mut room)
        .types("1 January 2020")
        .keys("Esc")
        .says("\"1 January 2020\" is not taken. It is kept half typed");
    clears(room.keys("R")).types("never").keys("Esc").says("was not read as a date").keys("L").types(SECRET);
    let mut again = reopened(&room, 120, 36);
    again.shows(SECRET).says("Half typed when Plenary ended: go on here.");
    again.says("Half typed and kept: action 1 (A); the review date (A, R).");
    again.keys("Enter R").shows("never").keys("Esc Enter Enter Enter").shows("soon").says("try ");
    clears(&mut again).keys("Esc R");
    clears(&mut again).keys("Esc");
    assert!(again.session().drafts.is_empty());
}

#[test]
fn a_name_and_views_wait_for_what_they_belong_to() {
    let mut room = at_p3(80, 24);
    room.keys("D Tab").types("Tenants").keys("Esc").says("A name alone is no statement").keys("X Enter Enter");
    room.types("never met").keys("Esc").says("The views are kept half typed: X opens them");
    let mut again = reopened(&room, 80, 24);
    assert!(again.app.overlays.is_empty(), "both forms were left");
    again.says("Half typed and kept: views on P3").says("a minority statement on P3 (D there).");
    again.keys("D").shows("Tenants").types("We were not asked.").keys("Esc X").shows("never met").keys("Up Up 2 4 Esc");
    assert!(again.session().drafts.is_empty());
    let answer = again.answer("P3");
    assert_eq!(answer.dissent[0].attributed_to.as_deref(), Some("Tenants"));
    assert!(answer.decided.all().iter().any(|(_, decision)| decision.describe().contains('2')));
}

#[test]
fn a_rating_of_not_agreed_waits_for_the_other_while_its_form_is_open() {
    for (keys, low, high) in [("X 2", Some(2), None), ("X Enter 3", None, Some(3)), ("X 1 3 Up Up 3", Some(3), Some(3))]
    {
        let mut room = at_p3(80, 24);
        room.keys(keys);
        let mut again = reopened(&room, 80, 24);
        again.says("Half typed when Plenary ended: go on here.");
        let Some(Overlay::NotAgreed(form)) = again.app.overlays.last() else { panic!("{keys}: the form is not open") };
        let rating = |part| form.rating(part).map(u8::from);
        assert_eq!((rating(NotAgreedPart::Low), rating(NotAgreedPart::High)), (low, high), "{keys}");
        // Left, it says that this is not recorded, and nothing of it waits.
        let said = if keys.contains('1') { "As it was:" } else { "Nothing recorded:" };
        again.keys("Esc").says(said).hides("half typed");
        assert!(filed(&again).drafts.is_empty(), "{keys}");
    }
}

#[test]
fn undo_leaves_what_is_half_typed() {
    let mut room = at_p3(80, 24);
    room.keys("4 X Enter Enter").types(SECRET).keys("Esc U U");
    assert_eq!(room.session().drafts.len(), 1);
    room.keys("X").shows(SECRET);
}

#[test]
fn nothing_is_typed_where_nothing_may_change() {
    let mut room = at_p3(80, 24);
    room.keys("F4 F4 Y");
    for (keys, typed, _) in FIELDS {
        room.goes_to("P3");
        room.keys(keys).types("zq");
        assert!(room.session().drafts.is_empty(), "{keys}: {typed}");
        room.hides("zq");
        for _ in 0..4 {
            if !room.app.overlays.is_empty() {
                room.keys("Esc");
            }
        }
    }
    room.goes_to("P3");
    room.keys("X").says("finished").shows("Finished. Reopen it?").types("z").hides(" z");
}

#[test]
fn in_lines_no_form_opens_by_itself() {
    let mut room = at_p3(80, 24);
    room.keys("M A L").types(SECRET);
    let session = filed(&room);
    let mut again = Room::new(80, 24);
    again.app.cx.shown = Shown::Lines;
    let file = "/home/you/Plenary/sessions/one.ron".into();
    again.send(Msg::Opened { session: Box::new(session), file, warning: None, read_only: None });
    assert!(again.app.overlays.is_empty());
    assert!(again.app.cx.notice.as_deref().unwrap().contains("a log line of action"), "{:?}", again.app.cx.notice);
    assert!(again.session().drafts.keys().any(|form| matches!(form, Form::Log(_))));
    assert!(again.workshop().is_safe());
}

#[test]
fn an_open_vote_is_not_kept_and_all_that_closes_says_so() {
    for (columns, rows) in [(60, 17), (80, 24), (120, 36)] {
        let mut room = at_p3(columns, rows);
        room.hides("vote not kept").keys("V").hides("vote not kept").types("3").shows("vote not kept");
        assert_eq!(room.session().open_vote.as_ref(), room.app.cx.current_step().as_ref());
        room.types(" 0 2 1 0").keys("Enter Esc").shows("vote not kept");
        room.keys("PgDn").shows("vote not kept").keys("Ctrl+Q").hides("Everything is saved");
        room.says("The open vote on P3").says("is not kept: 6 votes.").keys("Enter");
        let mut again = reopened(&room, columns, rows);
        again.says("A vote on P3").says("was open and was not kept: take it again (V there).");
        assert_eq!(again.session().open_vote, None);
        again.hides("vote not kept");
    }
    let kept = |votes: &str| {
        let mut room = at_p3(80, 24);
        room.keys("V K").types(votes);
        format!("{:?}", filed(&room))
    };
    assert_eq!(kept("1"), kept("54321004"), "that it is open is kept, and nothing of what or how many voted");
    let mut room = at_p3(80, 24);
    room.keys("V").types("3 0 2 1 0").keys("Enter R R").hides("vote not kept");
    assert_eq!(room.session().open_vote, None);
    let mut room = at_p3(80, 24);
    room.keys("V").types("3").keys("Del Del").hides("vote not kept");
    assert_eq!(room.session().open_vote, None);
}

#[test]
fn a_follow_up_and_a_merge_take_nothing_half_typed() {
    use plenary::session::{Source, merge};
    let mut room = at_p3(80, 24);
    room.keys("M A L").types(SECRET);
    let one = filed(&room);
    let mut other = resolved();
    other.id = "ffffffffffffffff".into();
    let sources = [Source { name: "Blue", session: &one }, Source { name: "Red", session: &other }];
    let merged = merge(&sources, "1111111111111111".into(), jiff::Timestamp::UNIX_EPOCH).unwrap().session;
    assert!(merged.drafts.is_empty() && merged.open_vote.is_none());
    let next = Session::follow_up(&room.app.cx.framework, &one, "2".repeat(16), jiff::Timestamp::UNIX_EPOCH);
    assert!(next.drafts.is_empty());
    assert!(matches!(room.app.overlays.last(), Some(Overlay::Actions(_))));
}
