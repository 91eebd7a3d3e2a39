//! Undo and redo without limit: whatever was done, every step back and forth is exact.

use crate::support::deeds::{self, Deed};
use crate::support::room::Room;
use jiff::Timestamp;
use plenary::app::Screen;
use plenary::framework::{Framework, Rating};
use plenary::session::{About, ActionStatus, Changed, Decision, Dissent, Group, History, SECTORS, Session, Verdict};
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
    #![proptest_config(crate::support::cases(2_000))]

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
    #![proptest_config(crate::support::cases(500))]

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

/// What a history keeps, as the length of it written out: each byte that is kept is in there.
fn kept(history: &History) -> usize {
    format!("{history:?}").len()
}

/// The change of a turn.
type Change<'item> = dyn Fn(&mut Session, usize) -> Changed + 'item;

/// Makes the same kind of change again and again, each on what the one before left; gives what is kept of them after
/// half of them and after all.
fn grows(what: &str, count: usize, change: impl Fn(&mut Session, usize) -> Changed) -> (usize, usize) {
    let (mut session, mut history) = (deeds::nothing_said(framework()), History::default());
    let mut half = 0;
    for turn in 0..count {
        let edit = change(&mut session, turn).unwrap_or_else(|why| panic!("{what}: {why}"));
        history.record(edit.unwrap_or_else(|| panic!("{what}: turn {turn} changes nothing")), &session);
        if turn + 1 == count / 2 {
            half = kept(&history);
        }
    }
    let (end, all) = (session.clone(), kept(&history));
    while history.undo(&mut session).is_some() {}
    assert_eq!(session, deeds::nothing_said(framework()), "{what}");
    while history.redo(&mut session).is_some() {}
    assert_eq!(session, end, "{what}");
    (half, all)
}

#[test]
fn what_undo_keeps_of_a_change_does_not_grow_with_what_was_said_before() {
    let at = |turn: usize| Timestamp::from_second(1_773_300_000 + i64::try_from(turn).unwrap()).unwrap();
    let feature = deeds::feature(framework(), 0);
    let (assumption, influence) = (&framework().assumptions[0], &framework().influences[0]);
    let risk = &framework().risks[0];
    // A long text that is changed in its middle, by a letter of more than one byte.
    let text = |turn: usize| format!("{}{}{}", "begin ".repeat(500), "é".repeat(turn + 1), " end".repeat(500));
    let kinds: [(&str, Box<Change<'_>>); 12] = [
        (
            "ratings",
            Box::new(|session, turn| session.decide(feature, None, Decision::Agreed(Rating::ALL[turn % 5]), at(turn))),
        ),
        ("note", Box::new(|session, turn| session.note(feature, &text(turn)))),
        (
            "dissent",
            Box::new(|session, turn| {
                session.dissent(feature, Dissent { text: format!("we see {turn}"), ..Dissent::default() })
            }),
        ),
        (
            "assumption",
            Box::new(|session, turn| {
                let note = session.note_assumption(assumption, &text(1))?;
                if note.is_some() { Ok(note) } else { session.judge(assumption, Verdict::ALL[turn % 4]) }
            }),
        ),
        ("assumption's note", Box::new(|session, turn| session.note_assumption(assumption, &text(turn)))),
        ("influence", Box::new(|session, turn| session.note_influence(influence, &text(turn)))),
        ("risk", Box::new(|session, turn| session.note_risk(risk, &text(turn)))),
        (
            "action's log",
            Box::new(|session, turn| match turn {
                0 => session.add_action("Talk", vec![], at(0)),
                turn => session.log_action(1, &format!("line {turn}"), at(turn)),
            }),
        ),
        (
            "action's status",
            Box::new(|session, turn| match turn {
                0 => session.add_action("Talk", vec![], at(0)),
                turn => session.set_action_status(1, ActionStatus::ALL[turn % 4], at(turn)),
            }),
        ),
        (
            "action's place",
            Box::new(|session, turn| match turn {
                0 | 1 => session.add_action(&text(turn), vec![], at(turn)),
                turn => session.move_action(1, (turn + 1) % 2),
            }),
        ),
        ("set-up", Box::new(|session, turn| session.describe(About { purpose: text(turn), ..About::default() }))),
        (
            "register",
            Box::new(|session, turn| {
                let mut register = session.register.clone();
                let (organisation, sector) = (format!("Org {turn}"), SECTORS[0].0.to_owned());
                register.add(Group { organisation, sector, people: 1, ..Group::default() }).unwrap();
                session.count_people(register)
            }),
        ),
    ];
    for (what, change) in &kinds {
        let (half, all) = grows(what, 400, change);
        // What comes later costs what came earlier cost; the first changes of a kind may bring a text of their own.
        assert!(all < 2 * half + 2_000, "{what}: {half} bytes for 200 changes, {all} for 400");
        assert!(all < 400 * 400 + 20_000, "{what}: {all} bytes for 400 changes");
    }
}

#[test]
fn what_was_typed_and_taken_out_again_is_no_step_and_takes_no_step_away() {
    let (mut session, mut history) = (deeds::nothing_said(framework()), History::default());
    let feature = deeds::feature(framework(), 0);
    let first = session.note(feature, "a").unwrap().unwrap();
    history.record(first, &session);
    let typed = session.note(feature, "ab").unwrap().unwrap();
    session.note(feature, "a").unwrap();
    history.record(typed, &session);
    assert!(history.undo(&mut session).is_some() && history.undo(&mut session).is_none());
    assert_eq!(session.answer(&feature.id).note, "");
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
    #![proptest_config(crate::support::cases(60))]

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
                Screen::List(_) | Screen::Compare(_) | Screen::Trend(_) | Screen::LastActions(_) | Screen::Versions(_) => room.keys("Esc"),
                Screen::Start(_) => room.keys("Up Up Up Up Up Up Enter"),
                // A date that cannot be read keeps the room here: take out what was typed into its field.
                Screen::Setup(_) => room.keys("End").keys(&"Backspace ".repeat(40)).keys("PgDn"),
                Screen::Walk(_) | Screen::Overview(_) | Screen::Slides(_) => break,
            };
        }
        let said = |room: &Room| {
            let session = room.session();
            (session.answers.clone(), session.about.clone(), session.register.clone())
        };
        let end = said(&room);
        room.rests().keys("M").rests();
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
    room.app.cx.notice.as_deref().is_some_and(|notice| notice.starts_with("Nothing to "))
}
