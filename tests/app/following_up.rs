//! Finishing a session, and coming back to it: the follow-up with last time's actions first and blind rating.

use crate::support::acting::resolved;
use crate::support::room::Room;
use crate::support::{sample, scenes};
use plenary::analysis::{State, reading};
use plenary::app::{Effect, Msg, Purpose, Read, Screen};
use plenary::framework::{Framework, Id, Rating};
use plenary::session::{ActionStatus, Counts5, Decision, Round, Session, Status, Tally};

fn follow_up(earlier: Session) -> Room {
    let mut room = scenes::scene("list, previewed", 80, 24);
    room.keys("F");
    assert!(matches!(room.effects.last(), Some(Effect::Read { purpose: Purpose::FollowUp, .. })));
    let sessions = vec![("/home/you/Plenary/sessions/a.ron".into(), earlier)];
    let read = Read { purpose: Purpose::FollowUp, sessions, problems: vec![], id: "ffeeddccbbaa9988".into() };
    room.send(Msg::Read(Box::new(read)));
    room
}

#[test]
fn a_session_is_finished_after_one_question_and_undo_takes_it_back() {
    let mut room = Room::begun(80, 24);
    room.keys("PgDn 4 F4")
        .shows("BEFORE YOU FINISH")
        .keys("F4")
        .shows("Finish this session?")
        .shows("► Enter  leave it open")
        .keys("Enter");
    assert_eq!(room.session().status, Status::InProgress);
    room.keys("F4 F4 Y").says("Finished.").shows("Finished, saved");
    assert_eq!(room.session().status, Status::Finished);
    room.keys("5").says("reopen it to change it: F4").shows("4 MOSTLY");
    room.keys("U").says("Undid: finished").keys("5").shows("5 FIRMLY");
    room.keys("U U Ctrl+Y Ctrl+Y");
}

/// Presses a key until the line with a text is marked.
fn marks(room: &mut Room, key: &str, text: &str) {
    let is_marked = |room: &mut Room| room.screen().lines().any(|line| line.contains('►') && line.contains(text));
    for _ in 0..20 {
        if is_marked(room) {
            return;
        }
        room.keys(key);
    }
    panic!("{text} is not marked:\n{}", room.screen());
}

#[test]
fn before_it_is_finished_what_is_open_is_listed_and_every_text_can_be_corrected() {
    let mut room = Room::opened(resolved(), 80, 24);
    room.goes_to("P3").keys("N").types("No sharde record.").keys("Esc K");
    room.goes_to("A2")
        .keys("X 2 4")
        .types("Old view")
        .keys("Esc")
        .goes_to("AS2")
        .keys("D")
        .types("Not for us")
        .keys("Esc");
    room.keys("F4")
        .shows("BEFORE YOU FINISH")
        .says("Parked Joint work (P3)")
        .says("Not discussed")
        .says("No date Action 3");
    room.says("GOES INTO A PAPER").says("No sharde record.").says("View, low end").says("Not for us");
    assert_eq!(room.session().status, Status::InProgress);
    // A text opens where it was written, and the list comes back with what it says now.
    marks(&mut room, "Down", "sharde");
    room.keys("Enter").shows("Note: P3");
    for _ in 0.."rde record.".len() {
        room.keys("Backspace");
    }
    room.types("red record.").keys("Esc").shows("BEFORE YOU FINISH").says("No shared record.").hides("sharde");
    assert_eq!(room.answer("P3").note, "No shared record.");
    marks(&mut room, "Up", "Old view");
    room.keys("Enter").shows("Not agreed: A2").types("!").keys("Esc").says("Old view!");
    marks(&mut room, "Up", "No date");
    room.keys("Enter").shows("By when").types("30 June").keys("Esc Esc").shows("BEFORE YOU FINISH").hides("No date");
    room.keys("Home Enter").shows("P3").hides("BEFORE YOU FINISH");
    room.keys("F4 F4").shows("Finish this session?").keys("Y").says("Finished.");
    assert_eq!(room.session().status, Status::Finished);
}

#[test]
fn a_red_risk_without_an_action_is_named_and_enter_begins_one_for_it() {
    let mut room = Room::begun(80, 24);
    room.goes_to("R6").keys("1 5 F4").says("Red, no action Excluded (R6)");
    marks(&mut room, "Down", "R6");
    room.keys("Enter")
        .shows("New action for Excluded (R6)")
        .keys("1 Esc Esc")
        .shows("BEFORE YOU FINISH")
        .hides("Red, no action");
}

#[test]
fn a_finished_session_says_so_when_it_opens_and_is_reopened_after_one_question() {
    let mut room = scenes::finished(80, 24);
    room.says("This session is finished").shows("Finished, saved");
    room.keys("F4").shows("Finished. Reopen it?").shows("► Enter  leave it finished").keys("Esc 5").shows("4 MOSTLY");
    room.keys("F4 Y").says("Reopened").keys("5").shows("5 FIRMLY");
    assert_eq!(room.session().status, Status::InProgress);
}

#[test]
fn reading_a_finished_session_saves_nothing() {
    let mut room = scenes::finished(80, 24);
    let rev = room.session().rev;
    room.effects.clear();
    room.keys("PgDn PgDn M F5 PgDn Esc M PgDn PgUp");
    assert!(!room.effects.contains(&Effect::Save), "{:?}", room.effects);
    assert_eq!(room.session().rev, rev);
}

#[test]
fn a_follow_up_begins_with_the_open_actions_of_last_time_and_keeps_what_became_of_them() {
    let mut room = scenes::scene("actions of last time", 80, 24);
    room.shows("ACTIONS OF LAST TIME").shows("1   not started").hides("Print a leaflet");
    room.keys("D").shows("► 1   done").keys("Down W").shows("► 2   under way");
    let statuses: Vec<ActionStatus> = room.session().actions.iter().map(|action| action.status).collect();
    assert_eq!(statuses, [ActionStatus::Done, ActionStatus::UnderWay]);
    room.keys("U").says("Undid: action").keys("PgDn").shows("SET-UP").shows("Riverside Partnership");
    room.keys("PgDn F10").shows("ACTIONS OF LAST TIME").keys("Esc").shows("BEFORE THE CHAIN");
}

#[test]
fn one_key_answers_whether_everybody_came() {
    let mut room = follow_up(sample("riverside-2026"));
    let expected = room.session().register.expected();
    room.keys("PgDn").shows("SET-UP").says(&format!("In the room {expected} people expected"));
    room.keys("F3").says(&format!("In the room {expected} people"));
    assert_eq!((room.session().register.people(), room.session().register.expected()), (expected, 0));
    room.keys("F6 U").shows("expected").keys("E").hides("expected");
    assert_eq!(room.session().register.people(), expected);
}

#[test]
fn a_follow_up_carries_over_partnership_and_register_and_rates_nothing() {
    let earlier = sample("riverside-2026");
    let room = follow_up(earlier.clone());
    let session = room.session();
    assert_eq!(session.about.partnership, earlier.about.partnership);
    let people = earlier.register.people();
    assert_eq!((session.register.people(), session.register.expected() >= people), (0, true), "nobody is sure to come");
    assert!(session.answers.is_empty() && session.id != earlier.id && session.rev == 1);
    assert_eq!(session.earlier.as_ref().unwrap().id, earlier.id);
    assert!(room.effects.contains(&Effect::Save));
}

#[test]
fn last_time_s_rating_is_shown_after_the_new_one_and_never_before() {
    let mut room = follow_up(sample("riverside-2026"));
    let marks = |room: &mut Room| room.screen().contains("Last time");
    if matches!(room.app.screen, Screen::LastActions(_)) {
        room.keys("PgDn");
    }
    room.keys("PgDn PgDn");
    for id in ["I1", "I2", "P3", "A2"] {
        room.goes_to(id);
        assert!(!marks(&mut room), "{id}");
        room.keys("Enter Esc");
    }
    let then = room.session().earlier.as_ref().unwrap().answers[&Id::from("P3")].decided.at(None).describe();
    room.goes_to("P3").keys("5").says(&format!("Last time, 20 May 2026: {then}. Now: 5"));
    room.keys("PgDn");
    assert!(!marks(&mut room), "the next item is rated blind again");
}

#[test]
fn what_changed_in_a_follow_up_tells_nothing_of_what_is_not_yet_rated_anew() {
    let mut room = follow_up(sample("riverside-2026"));
    // The actions of last time come first, where there are any to come back to; then the set-up.
    if matches!(room.app.screen, Screen::LastActions(_)) {
        room.keys("PgDn");
    }
    room.keys("PgDn F10 C").shows("WHAT CHANGED?").shows("UP 0").shows("DOWN 0").shows("SAME 0");
    let blind = room.screen();
    assert!(!blind.contains('▲') && !blind.contains('▼'));
    room.keys("Enter").says("not yet discussed").hides("MOSTLY").hides("PATCHY").keys("Esc Esc");
    room.keys("Esc").goes_to("I1").keys("5 F10 C").hides("UP 0   SAME 0   DOWN 0").keys("Esc");
    room.shows("ACTIONS OF LAST TIME");
}

/// Nobody counted yet is not nobody there, and what one line cannot hold stands on a slide of its own.
#[test]
fn what_changed_says_nothing_of_a_room_that_is_not_counted_yet_and_cuts_nothing() {
    let mut room = follow_up(sample("riverside-2026"));
    if matches!(room.app.screen, Screen::LastActions(_)) {
        room.keys("PgDn");
    }
    room.keys("PgDn F10 C");
    for (columns, rows) in [(60, 17), (80, 24), (120, 36)] {
        room.resize(columns, rows).hides("0 now").hides("..");
    }
    room.shows("12 then, not said now");
}

#[test]
fn a_session_that_follows_nothing_up_says_so() {
    let mut room = Room::begun(80, 24);
    room.keys("F10").says("This is no follow-up");
}

#[test]
fn what_a_follow_up_keeps_of_last_time_holds_no_note_no_vote_and_no_view() {
    let mut earlier = sample("riverside-2026");
    for answer in earlier.answers.values_mut() {
        answer.note = "WORDS".into();
        answer.private_note = "WORDS".into();
    }
    let room = follow_up(earlier);
    let kept = room.session().earlier.as_ref().unwrap();
    for (id, answer) in &kept.answers {
        assert!(answer.note.is_empty() && answer.private_note.is_empty(), "{id}");
        assert!(answer.rounds.is_empty() && answer.dissent.is_empty() && answer.history.is_empty(), "{id}");
    }
    assert!(!format!("{kept:?}").contains("WORDS"));
}

/// A session in which half of a room did not know and a 4 was agreed all the same, on I1; it may say it is a table.
fn half_did_not_know(table: &str) -> Session {
    let framework = Framework::built_in().unwrap();
    let at = "2026-01-12T09:30:00Z".parse().unwrap();
    let mut earlier = Session::new(&framework, "aaaaaaaaaaaaaaaa".into(), at);
    earlier.about.table = table.into();
    let (_, _, feature) = framework.feature(&Id::from("I1")).unwrap();
    let votes = Tally { counts: Counts5([0, 0, 0, 3, 0]), dont_know: 3, ..Tally::default() };
    earlier.reveal((feature, None), Round::of([votes]), at).unwrap();
    earlier.decide(feature, None, Decision::Agreed(Rating::Four), at).unwrap();
    earlier
}

#[test]
fn what_was_a_blind_spot_by_its_votes_was_one_last_time_too() {
    for (table, then) in [("", State::BlindSpot), ("Blue", State::Strength)] {
        let earlier = half_did_not_know(table);
        let mut room = follow_up(earlier.clone());
        room.keys("PgDn").goes_to("I1").keys("4 C C C").says("Last time").shows("4");
        let framework = room.app.cx.framework.clone();
        let (_, stage, feature) = framework.feature(&Id::from("I1")).unwrap();
        assert_eq!(reading(&earlier, stage, &feature.id).state, then, "as its own map says");
        let kept = room.session().earlier.as_ref().unwrap().seen_from(&framework, room.session());
        assert_eq!(reading(&kept, stage, &feature.id).state, then, "table {table:?}");
        assert_eq!(reading(room.session(), stage, &feature.id).state, State::Strength, "rated anew on evidence");
    }
}

#[test]
fn a_check_in_keeps_to_its_actions_and_twenty_minutes() {
    let framework = Framework::built_in().unwrap();
    let made = Session::follow_up(&framework, &resolved(), "ffeeddccbbaa9988".into(), jiff::Timestamp::UNIX_EPOCH);
    let open = made.actions.len();
    let only = Session { check_in: true, rev: 1, actions: made.actions[..1].to_vec(), ..made.clone() };
    Room::opened(only, 80, 24).shows("about 10 for the one open action, then");
    let mut room = Room::opened(Session { check_in: true, rev: 1, ..made }, 80, 24);
    assert!(open > 0 && matches!(room.app.screen, Screen::LastActions(_)));
    room.shows("0 of 20 min").shows(&format!("for each of {open} open action"));
    room.minutes(3).keys("D").shows("3 of 20 min");
    assert_eq!(room.session().actions[0].status, ActionStatus::Done);
    // New actions and the review date come next, and nothing that rates; no way leads to set-up.
    room.keys("PgDn").shows("Review").keys("Esc");
    for way in ["M", "PgUp", "F5 Esc", "F5 PgUp", "PgDn Esc"] {
        room.keys(way);
        assert!(!matches!(room.app.screen, Screen::Setup(_) | Screen::Walk(_)), "{way}:\n{}", room.screen());
    }
    // Every way to an item says why not.
    for way in ["J", "F5 J"] {
        room.keys(way).says("A check-in looks at the actions only; items are rated in the next workshop.");
        assert!(!matches!(room.app.screen, Screen::Walk(_)), "{way}:\n{}", room.screen());
    }
    room.keys("F10 Esc");
    assert!(matches!(room.app.screen, Screen::Start(_)));
    // The same after it was closed and opened again, though something was done in it.
    let session = room.session().clone();
    let mut room = Room::opened(Session { place: plenary::session::Place::Setup, ..session }, 80, 24);
    assert!(matches!(room.app.screen, Screen::LastActions(_)), "{}", room.screen());
    room.shows("3 of 20 min");
}
