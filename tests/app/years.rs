//! One partnership over all its sessions, and the tables of one day merged into one session.

use crate::support::room::Room;
use crate::support::{sample, scenes};
use plenary::analysis::{Withheld, disclosed};
use plenary::app::{Effect, Msg, Purpose, Read, Screen};
use plenary::framework::{Framework, Id, Rating};
use plenary::session::{Counts5, Decision, Register, Round, Session, Tally};
use std::path::PathBuf;

fn answers(room: &mut Room, purpose: Purpose, sessions: Vec<(&str, Session)>) {
    let sessions = sessions.into_iter().map(|(name, session)| (PathBuf::from(name), session)).collect();
    room.send(Msg::Read(Box::new(Read { purpose, sessions, problems: vec![], id: "ffeeddccbbaa9988".into() })));
}

/// A table of one day: one rating, and a vote of its people.
fn table(id: &str, rating: Rating) -> Session {
    let framework = Framework::built_in().unwrap();
    let at = "2026-03-12T09:30:00Z".parse().unwrap();
    let mut session = Session::new(&framework, id.into(), at);
    session.about.partnership = "Glenside CPP".into();
    session.about.date = Some("2026-03-12".parse().unwrap());
    session.register = Register::parse("statutory=5").unwrap();
    for feature in ["I1", "P3"] {
        let (_, _, feature) = framework.feature(&Id::from(feature)).unwrap();
        let rating = if feature.id == Id::from("P3") { rating } else { Rating::Four };
        session.decide(feature, None, Decision::Agreed(rating), at).unwrap();
    }
    session
}

#[test]
fn the_line_of_a_partnership_asks_for_all_its_sessions_and_no_other() {
    let mut room = scenes::scene("list, previewed", 80, 24);
    room.keys("L");
    let Some(Effect::Read { files, purpose: Purpose::Trend }) = room.effects.last() else {
        panic!("{:?}", room.effects.last())
    };
    assert_eq!(files.len(), 2, "{files:?}");
    let days: Vec<bool> = files.iter().map(|file| file.to_string_lossy().contains("2025")).collect();
    assert_eq!(days, [true, false], "the earliest first");
    answers(&mut room, Purpose::Trend, vec![("a", sample("riverside-2026")), ("b", sample("riverside-2025"))]);
    room.shows("OVER THE YEARS").shows("2 sessions").shows("May 2025").shows("May 2026").shows("People");
    room.keys("End PgUp Home Down")
        .shows("►I2")
        .says("Effective IT systems that enable information sharing (I2): 2 in May 2025, 3 in May 2026");
    room.keys("Esc").shows("SAVED SESSIONS");
}

#[test]
fn a_session_without_a_partnership_has_no_line() {
    let mut room = scenes::scene("list", 80, 24);
    room.keys("End L");
    assert!(!room.effects.iter().any(|effect| matches!(effect, Effect::Read { .. })));
    room.says("names no partnership");
}

#[test]
fn many_sessions_show_the_newest_and_say_so() {
    let mut room = scenes::scene("list, previewed", 60, 17);
    let of_year = |year: i16| {
        let mut session = sample("riverside-2026");
        session.id = format!("{year:016}");
        session.about.date = Some(jiff::civil::date(year, 5, 20));
        session
    };
    let sessions = (2001..2026).map(|year| ("a", of_year(year))).collect();
    answers(&mut room, Purpose::Trend, sessions);
    room.shows("25 sessions").shows("the last ").shows("May 25").hides("May 01");
}

#[test]
fn what_cannot_be_read_is_left_out_of_the_line_and_named() {
    let mut room = scenes::scene("list, previewed", 80, 24);
    let sessions = vec![(PathBuf::from("a"), sample("riverside-2026"))];
    let problems = vec!["old.ron is damaged at line 3, column 7.".to_owned()];
    room.send(Msg::Read(Box::new(Read { purpose: Purpose::Trend, sessions, problems, id: String::new() })));
    room.shows("1 session").says("Left out, as it cannot be read: old.ron");
}

#[test]
fn tables_are_merged_after_one_question_and_what_differs_is_to_be_settled() {
    let mut room = scenes::scene("list, previewed", 80, 24);
    room.keys("G").says("Mark the sessions of two tables").keys("Space Space G").shows("Merge these sessions?");
    room.shows("► Enter  leave them").says("DIFFERENT PARTNERSHIPS").keys("Enter").shows("SAVED SESSIONS").keys("G Y");
    assert!(matches!(room.effects.last(), Some(Effect::Read { files, purpose: Purpose::Merge }) if files.len() == 2));
    let tables = [
        ("/x/blue-table.ron", table("aaaaaaaaaaaaaaaa", Rating::Two)),
        ("/x/red-table.ron", table("bbbbbbbbbbbbbbbb", Rating::Four)),
    ];
    let tables = tables.map(|(file, mut session): (&str, Session)| {
        session.about.table = "Blue or red".into();
        (file, session)
    });
    room.effects.clear();
    answers(&mut room, Purpose::Merge, tables.into());
    room.says("Merged from Blue or red and Blue or red. On 1 item they differ: settle it in the room.")
        .shows("Glenside CPP");
    assert!(room.effects.contains(&Effect::Save));
    assert_eq!(room.session().register.people(), 10);
    assert_eq!(room.session().id, "ffeeddccbbaa9988");
    assert_eq!(room.answer("I1").decided.at(None), &Decision::Agreed(Rating::Four), "what they agree on stands");
    assert_eq!(room.answer("P3").decided.at(None).rating(), None, "what differs is open");
    assert!(room.workshop().is_safe());
}

/// Two tables of four that do not say that they are tables, each with a vote on I1.
fn silent_tables() -> Vec<(&'static str, Session)> {
    let table = |id: &str, counts| {
        let mut session = table(id, Rating::Two);
        let framework = Framework::built_in().unwrap();
        let (_, _, feature) = framework.feature(&Id::from("I1")).unwrap();
        let round =
            Round::of([Tally { sector: Some("statutory".into()), counts: Counts5(counts), ..Tally::default() }]);
        let at = session.created;
        session.reveal((feature, None), round, at).unwrap();
        session
    };
    vec![
        ("/x/blue.ron", table("aaaaaaaaaaaaaaaa", [0, 1, 2, 1, 0])),
        ("/x/red.ron", table("bbbbbbbbbbbbbbbb", [0, 0, 2, 1, 1])),
    ]
}

#[test]
fn tables_that_do_not_say_so_are_merged_after_asking_whether_a_paper_has_gone_out() {
    let i1 = |room: &Room| {
        let (_, _, feature) = room.app.cx.framework.feature(&Id::from("I1")).unwrap();
        disclosed(room.session(), feature, None).rounds[0].clone()
    };
    let mut room = scenes::scene("list, previewed", 80, 24);
    answers(&mut room, Purpose::Merge, silent_tables());
    room.shows("Is it sure that no paper has gone out?").says("They do not say that they are tables: blue, red.");
    room.says("Y yes: mark them as tables");
    room.keys("Enter").says("Merged from blue and red.");
    assert_eq!((i1(&room).room, i1(&room).withheld), (None, Some(Withheld::Papers)));
    // On the day too: somebody in the room may hold such a paper.
    room.keys("PgDn").goes_to("I1").says("papers of the merged sessions may have gone out").hides("median");

    let mut room = scenes::scene("list, previewed", 80, 24);
    answers(&mut room, Purpose::Merge, silent_tables());
    room.keys("Y");
    let Some(Effect::Read { files, purpose: Purpose::MarkAndMerge }) = room.effects.last() else {
        panic!("{:?}", room.effects)
    };
    assert_eq!(files.len(), 2);
    // Their files are marked outside, and come back; one of them could not be.
    let mut tables = silent_tables();
    tables[0].1.about.table = "blue".into();
    let sessions = tables.into_iter().map(|(name, session)| (PathBuf::from(name), session)).collect();
    let problems = vec!["red is not marked as a table: it is open in another window.".to_owned()];
    let id = "ffeeddccbbaa9988".to_owned();
    room.send(Msg::Read(Box::new(Read { purpose: Purpose::MarkAndMerge, sessions, problems, id })));
    room.says("Merged from blue and red.").says("red is not marked as a table");
    assert_eq!(i1(&room).room, None, "of four votes each none is told");

    // Where all are marked they are one room.
    let mut room = scenes::scene("list, previewed", 80, 24);
    let marked = silent_tables().into_iter().map(|(name, mut session)| {
        session.about.table = name.into();
        (name, session)
    });
    answers(&mut room, Purpose::MarkAndMerge, marked.collect());
    assert_eq!(i1(&room).room.map(|room| room.counts), Some(Counts5([0, 1, 4, 2, 1])));
}

#[test]
fn sessions_that_cannot_be_merged_say_why_and_the_list_stays() {
    let mut room = scenes::scene("list, previewed", 80, 24);
    let one = table("aaaaaaaaaaaaaaaa", Rating::Two);
    answers(&mut room, Purpose::Merge, vec![("a.ron", one.clone()), ("b.ron", one)]);
    room.says("there is nothing to merge").shows("SAVED SESSIONS");
    assert!(matches!(room.app.screen, Screen::List(_)) && room.app.cx.workshop.is_none());
}

#[test]
fn marked_sessions_say_which_keys_take_them() {
    let mut room = scenes::scene("list, previewed", 80, 24);
    room.keys("Home Space").hides("marked: ").keys("Space").says("2 marked: C compares them, G merges them");
    room.keys("Space").says("3 marked: G merges them");
}
