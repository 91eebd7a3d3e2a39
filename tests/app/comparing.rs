//! Looking at a saved session without changing it, and comparing two: from the list and back to it.

use crate::support::room::Room;
use crate::support::{sample, scenes};
use plenary::app::{Effect, Msg, Purpose, Read, Screen};
use plenary::session::Session;
use std::path::PathBuf;

/// What the reading thread answers.
fn answers(room: &mut Room, purpose: Purpose, sessions: Vec<Session>) {
    let files = (0..).map(|number| PathBuf::from(format!("/home/you/Plenary/sessions/{number}.ron")));
    let sessions = files.zip(sessions).collect();
    room.send(Msg::Read(Box::new(Read { purpose, sessions, problems: vec![], id: "ffeeddccbbaa9988".into() })));
}

#[test]
fn two_marked_sessions_are_compared_and_the_slides_lead_through_what_changed() {
    let mut room = scenes::scene("list, previewed", 80, 24);
    room.keys("Space Down Down Space C");
    let Some(Effect::Read { files, purpose: Purpose::Compare }) = room.effects.last() else {
        panic!("{:?}", room.effects.last())
    };
    assert_eq!(files.len(), 2);
    // In whichever order they were marked, the earlier workshop comes first.
    answers(&mut room, Purpose::Compare, vec![sample("riverside-2026"), sample("riverside-2025")]);
    room.shows("WHAT CHANGED?").shows("May 2025 to").shows("UP ").shows("SAME ").shows("DOWN ");
    room.keys("PgDn").shows("UP AND DOWN").shows("2 of 6").keys("PgDn").shows("NEWLY AGREED");
    room.keys("PgDn")
        .shows("LINKS AND RISKS")
        .keys("PgDn PgDn")
        .shows("LINKS AND RISKS")
        .hides("More below: PgDn   lines 1-");
    room.keys("PgDn").shows("IN THE ROOM").shows("People");
    room.keys("PgDn").shows("ACTIONS OF LAST TIME").keys("PgDn").says("That was the last slide.");
    room.keys("Home PgUp PgUp PgUp PgUp PgUp").shows("1 of 6").keys("PgUp").shows("SAVED SESSIONS");
}

#[test]
fn one_marked_and_one_under_the_mark_are_two_and_one_alone_is_not() {
    let mut room = scenes::scene("list, previewed", 80, 24);
    room.keys("C").says("Mark two sessions with Space, then C compares them.");
    room.keys("Space Down C");
    assert!(matches!(room.effects.last(), Some(Effect::Read { files, .. }) if files.len() == 2));
    let mut room = scenes::scene("list, previewed", 80, 24);
    room.keys("Space Space Space C").says("Mark two sessions");
}

#[test]
fn swapping_turns_ups_into_downs() {
    let mut room = scenes::scene("what changed", 80, 24);
    let count = |room: &mut Room, word: &str| -> String {
        let screen = room.screen();
        let line = screen.lines().nth(1).unwrap().to_owned();
        let parts = line.split("   ").map(|part| part.trim().trim_start_matches(['▲', '▼', '=', ' ']));
        parts.into_iter().find(|part| part.starts_with(word)).unwrap().split(' ').nth(1).unwrap().into()
    };
    let (up, down) = (count(&mut room, "UP"), count(&mut room, "DOWN"));
    assert_ne!(up, down);
    room.keys("Tab");
    assert_eq!((count(&mut room, "DOWN"), count(&mut room, "UP")), (up, down));
}

#[test]
fn the_marked_item_is_read_then_and_now_and_escape_closes_one_thing_at_a_time() {
    let mut room = scenes::scene("what changed", 80, 24);
    room.keys("Down Enter").shows("A1").shows("2025").shows("2026").keys("Esc").shows("WHAT CHANGED?");
    room.keys("Enter Enter").shows("1 of 6").keys("Esc").shows("SAVED SESSIONS");
    assert!(matches!(room.app.screen, Screen::List(_)));
}

#[test]
fn nothing_private_is_on_any_slide_of_a_comparison() {
    let mut then = sample("riverside-2025");
    let mut now = sample("riverside-2026");
    for session in [&mut then, &mut now] {
        for answer in session.answers.values_mut() {
            answer.private_note = "SECRET".into();
        }
    }
    let mut room = scenes::scene("list, previewed", 120, 36);
    answers(&mut room, Purpose::Compare, vec![then, now]);
    for _ in 0..6 {
        room.hides("SECRET").keys("Enter").hides("SECRET").keys("Esc");
        if !matches!(room.app.screen, Screen::Compare(_)) {
            break;
        }
        room.keys("PgDn");
    }
}

#[test]
fn what_cannot_be_read_or_compared_is_said_and_the_list_stays() {
    let mut room = scenes::scene("list, previewed", 80, 24);
    let problems = vec!["old.ron is damaged at line 3, column 7.".to_owned()];
    let read = Read { purpose: Purpose::Compare, sessions: vec![], problems, id: String::new() };
    room.send(Msg::Read(Box::new(read)));
    room.says("old.ron is damaged").shows("SAVED SESSIONS");
    let mut other = sample("riverside-2025");
    other.framework.id = "another".into();
    answers(&mut room, Purpose::Compare, vec![sample("riverside-2026"), other]);
    room.says("different frameworks").shows("SAVED SESSIONS");
    room.keys("Esc");
    answers(&mut room, Purpose::Compare, vec![sample("riverside-2025"), sample("riverside-2026")]);
    room.shows("New session").hides("WHAT CHANGED?");
}

#[test]
fn looking_at_a_session_walks_its_slides_and_changes_nothing() {
    let mut room = scenes::scene("list, previewed", 80, 24);
    room.keys("V");
    assert!(matches!(room.effects.last(), Some(Effect::Read { purpose: Purpose::Look, .. })));
    let session = sample("riverside-2026");
    answers(&mut room, Purpose::Look, vec![session.clone()]);
    room.shows("STRENGTHS AND RISKS").shows("READ ONLY");
    room.effects.clear();
    room.keys("PgDn PgDn PgDn M Enter 5 X Esc N x Esc U F4 F5 Enter");
    assert!(!room.effects.contains(&Effect::Save), "{:?}", room.effects);
    assert_eq!((room.session().rev, &room.session().answers), (session.rev, &session.answers));
}
