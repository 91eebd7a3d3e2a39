//! Undo and redo without limit: whatever was done, every step back and forth is exact.

use crate::support::deeds::{self, Deed};
use crate::support::room::Room;
use plenary::app::Screen;
use plenary::framework::Framework;
use plenary::session::{History, Session};
use proptest::prelude::*;
use std::sync::OnceLock;

fn framework() -> &'static Framework {
    static FRAMEWORK: OnceLock<Framework> = OnceLock::new();
    FRAMEWORK.get_or_init(deeds::framework)
}

/// Does some deeds and remembers the ones that changed something; gives how many did.
fn does(all: &[Deed], session: &mut Session, history: &mut History) -> usize {
    let mut changes = 0;
    for (second, deed) in (0..).zip(all) {
        if let Ok(Some(edit)) = deed.apply(framework(), session, second) {
            history.record(edit, session);
            changes += 1;
        }
    }
    changes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undoing_everything_is_the_start_and_redoing_everything_the_end(all in prop::collection::vec(deeds::deed(), 0..24)) {
        let start = deeds::nothing_said(framework());
        let (mut session, mut history) = (start.clone(), History::default());
        let changes = does(&all, &mut session, &mut history);
        let end = session.clone();
        for _ in 0..changes {
            prop_assert!(history.undo(&mut session).is_some());
        }
        prop_assert!(history.undo(&mut session).is_none());
        prop_assert_eq!(&session, &start);
        for _ in 0..changes {
            prop_assert!(history.redo(&mut session).is_some());
        }
        prop_assert!(history.redo(&mut session).is_none());
        prop_assert_eq!(&session, &end);
    }
}

/// What a person does next: something new, or a step back or forth.
#[derive(Clone, Debug)]
enum Step {
    Do(Deed),
    Undo,
    Redo,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![2 => deeds::deed().prop_map(Step::Do), 2 => Just(Step::Undo), 1 => Just(Step::Redo)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_step_back_and_forth_stands_where_it_stood(steps in prop::collection::vec(step(), 0..30)) {
        let mut session = deeds::nothing_said(framework());
        let mut history = History::default();
        // What stood after each change; `at` is where we are.
        let (mut stood, mut at) = (vec![session.clone()], 0);
        for (second, step) in (0..).zip(steps) {
            match step {
                Step::Do(deed) => if let Ok(Some(edit)) = deed.apply(framework(), &mut session, second) {
                    history.record(edit, &session);
                    stood.truncate(at + 1);
                    stood.push(session.clone());
                    at += 1;
                },
                Step::Undo if history.undo(&mut session).is_some() => at -= 1,
                Step::Undo => prop_assert_eq!(at, 0),
                Step::Redo if history.redo(&mut session).is_some() => at += 1,
                Step::Redo => prop_assert_eq!(at + 1, stood.len()),
            }
            prop_assert_eq!(&session, &stood[at]);
        }
    }

    #[test]
    fn a_deed_that_is_refused_or_changes_nothing_leaves_the_session_alone(all in prop::collection::vec(deeds::deed(), 1..20)) {
        let mut session = deeds::nothing_said(framework());
        for (second, deed) in (0..).zip(&all) {
            let before = session.clone();
            let changed = matches!(deed.apply(framework(), &mut session, second), Ok(Some(_)));
            prop_assert_eq!(session != before, changed);
        }
    }
}

/// Keys that change an item, and some that move or are text.
const KEYS: [&str; 20] = [
    "1",
    "2",
    "3",
    "4",
    "5",
    "?",
    "-",
    "Del",
    "X 1 4 a Esc",
    "X 5 2 Enter b Esc",
    "Y",
    "C",
    "K",
    "N x y Esc",
    "P z Esc",
    "PgDn",
    "PgUp",
    "Right Enter",
    "M Down Enter",
    "S",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn by_keys_too_everything_can_be_taken_back_and_done_again(keys in prop::collection::vec(prop::sample::select(&KEYS[..]), 0..30)) {
        let mut room = Room::begun(60, 20);
        room.keys(&keys.join(" "));
        // The keys may have led out of the session: back to it from wherever they ended.
        for _ in 0..12 {
            if !room.app.overlays.is_empty() {
                room.keys("Esc");
                continue;
            }
            match room.app.screen {
                Screen::List | Screen::Compare(_) | Screen::Trend(_) | Screen::LastActions { .. } | Screen::Versions(_) => room.keys("Esc"),
                Screen::Start(_) => room.keys("Up Up Up Up Up Up Enter"),
                // A date that cannot be read keeps the room here: take out what was typed into its field.
                Screen::Setup(_) => room.keys("End").keys(&"Backspace ".repeat(40)).keys("PgDn"),
                Screen::Walk(_) | Screen::Overview { .. } | Screen::Slides(_) => break,
            };
        }
        let said = |room: &Room| {
            let session = room.session();
            (session.answers.clone(), session.about.clone(), session.register.clone())
        };
        let end = said(&room);
        room.keys("M");
        let mut steps = 0;
        while !is_at_its_end(&mut room, "U") {
            steps += 1;
            prop_assert!(steps < 200, "undo does not come to its end");
        }
        let (answers, about, register) = said(&room);
        prop_assert!(answers.is_empty() && about.partnership.is_empty() && register.people() == 0);
        for _ in 0..steps {
            room.keys("Ctrl+Y");
        }
        prop_assert_eq!(said(&room), end);
    }
}

/// Presses a key; whether there was nothing left for it to do.
fn is_at_its_end(room: &mut Room, key: &str) -> bool {
    room.keys(key);
    room.app.notice.as_deref().is_some_and(|notice| notice.starts_with("Nothing to "))
}
