//! From where to act to actions: starters, the form, the list, the review date, and undoing all of it.

use crate::support::acting::{decided, resolved};
use crate::support::room::Room;
use crate::support::scenes;
use plenary::app::{Overlay, Screen, Slide};
use plenary::session::{ActionEvent, ActionStatus, Session};

fn whats(session: &Session) -> Vec<&str> {
    session.actions.iter().map(|action| action.what.as_str()).collect()
}

fn slide(room: &Room) -> Option<Slide> {
    match &room.app.screen {
        Screen::Slides(slides) => Some(slides.slide),
        _ => None,
    }
}

#[test]
fn the_slides_go_on_from_the_map_to_the_actions() {
    let mut room = Room::opened(decided(), 80, 24);
    room.keys("F5");
    let mut seen = Vec::new();
    while !room.screen().contains("That was the last slide") {
        seen.extend(slide(&room));
        room.keys("PgDn");
    }
    seen.dedup();
    assert_eq!(seen, Slide::ALL);
    seen.clear();
    while let Some(one) = slide(&room) {
        seen.push(one);
        room.keys("PgUp");
    }
    seen.dedup();
    seen.reverse();
    assert_eq!(seen, Slide::ALL);
}

#[test]
fn a_framework_with_two_stages_and_no_risks_has_no_slide_of_risks() {
    let mut room = Room::with(scenes::two_stages(), 60, 20);
    room.keys("N PgDn PgDn 2 PgDn 4 F5");
    let mut seen = Vec::new();
    while !room.screen().contains("That was the last slide") {
        seen.extend(slide(&room));
        room.keys("PgDn");
    }
    let without_risks: Vec<Slide> = Slide::ALL.into_iter().filter(|slide| *slide != Slide::Risks).collect();
    seen.dedup();
    assert_eq!(seen, without_risks);
    room.keys("PgUp").shows("7 of 8").shows("WHERE TO ACT").says("Arian 2 BYLCHOG · N1").keys("A");
    room.shows("New action for Arian (N1)").types("Gofyn am arian").keys("Esc Esc");
    assert_eq!(room.session().actions[0].why[0].as_str(), "N1");
    room.keys("PgUp").shows("LINKS").says("Adnoddau to Arferion");
    room.keys("M").says("│ leads to").keys("O 3 Esc");
    assert_eq!(room.session().dots_placed(), 3);
}

#[test]
fn each_place_to_act_is_named_with_its_reason_and_enter_shows_the_item() {
    let mut room = Room::opened(decided(), 120, 36);
    room.turns_to(Slide::WhereToAct).shows("WHERE TO ACT FIRST");
    room.says("DOES NOT HOLD · AS2").says("It does not hold, and the whole chain rests on it");
    room.says("RED · R8").says("It is happening now with an impact of 3: red");
    room.says("RED · R6").says("Likelihood 5, impact 5: red; 7 dots");
    room.keys("PgDn").says("TO PROTECT").says("S1").says("Rated 5 (Firmly), on high confidence");
    room.keys("Home Down Down Down Down Enter").shows("I1");
    assert!(matches!(room.app.overlays.last(), Some(Overlay::Details(_))));
}

#[test]
fn what_the_room_chose_stands_beside_what_its_answers_name_first() {
    let mut room = Room::opened(decided(), 120, 36);
    room.turns_to(Slide::WhereToAct).shows("WHERE TO ACT FIRST").keys("End");
    room.says("7 dots, could happen, red; also first by its answers").says("3 dots, strength; by its dots alone");
    room.keys("Enter").shows("P4 LEADERSHIP").keys("Esc PgUp");
    room.shows("WHAT THE ROOM CHOSE").says("12 dots, contested; also first by its answers");
}

#[test]
fn no_slide_hides_that_the_gate_failed() {
    let mut room = Room::opened(decided(), 60, 17);
    for slide in Slide::ALL {
        room.turns_to(slide).shows("Right form DOES NOT HOLD (AS2)");
    }
    room.keys("M").shows("Right form DOES NOT HOLD (AS2)");
}

#[test]
fn how_far_the_room_has_come_counts_all_that_is_asked() {
    let mut room = Room::opened(decided(), 80, 24);
    room.keys("F5").shows("of 60 discussed").keys("F9");
    for (part, done) in [
        ("Is a partnership the right way?", "2 of 3"),
        ("What our chain takes for granted", "4 of 6"),
        ("What helps and what hinders", "1 of 6"),
        ("Risks", "5 of 9"),
    ] {
        let screen = room.screen();
        let line = screen.lines().find(|line| line.contains(part)).unwrap_or_else(|| panic!("{screen}"));
        assert!(line.contains(done), "{line}");
    }
}

#[test]
fn an_action_begins_with_a_starter_and_is_written_field_by_field() {
    let mut room = Room::opened(decided(), 60, 17);
    room.goes_to("E2")
        .keys("A")
        .shows("New action for Community (E2)")
        .shows("1 Involve all partners in decision making");
    room.keys("1");
    assert_eq!(whats(room.session()), ["Involve all partners in decision making"]);
    room.types(": two seats").keys("Enter").types("Partnership manager").keys("Enter");
    room.types("30 June").shows("= 30 June 2026").keys("Enter").types("Both seats are taken").keys("Tab");
    room.types("Third sector interface").keys("Enter").types(", r6").keys("Enter");
    room.shows("ACTIONS").says("1 not started Involve all partners");

    let action = &room.session().actions[0];
    assert_eq!(action.what, "Involve all partners in decision making: two seats");
    assert_eq!(action.why.iter().map(plenary::framework::Id::as_str).collect::<Vec<_>>(), ["E2", "R6"]);
    assert_eq!((action.owner.as_str(), action.support.as_str()), ("Partnership manager", "Third sector interface"));
    assert_eq!((action.by, action.measure.as_str()), (Some("2026-06-30".parse().unwrap()), "Both seats are taken"));
    assert!(room.workshop().is_safe(), "every letter is saved");

    room.keys("U").shows("Undid: action 1 added");
    assert!(room.session().actions.is_empty(), "the whole form is one step");
    room.keys("Ctrl+Y");
    assert_eq!(room.session().actions[0].measure, "Both seats are taken");
    room.keys("Esc").shows("E2");
    assert!(room.app.overlays.is_empty());
}

#[test]
fn own_words_begin_with_any_letter_or_with_enter_on_the_last_line() {
    let mut room = Room::opened(decided(), 80, 24);
    room.goes_to("E2").keys("A").types("Ask the tenants").keys("Esc A");
    assert_eq!(whats(room.session()), ["Ask the tenants"]);
    assert_eq!(room.session().actions[0].why[0].as_str(), "E2");
    room.keys("Esc Esc A Down Down Down Down Down Down Enter").types("2 seats").keys("Esc Esc");
    assert_eq!(whats(room.session()), ["Ask the tenants", "2 seats"]);
    room.goes_to("I1").keys("A 5").shows("There is no starter with that number").keys("Esc Esc");
    assert_eq!(room.session().actions.len(), 2);
}

#[test]
fn nothing_written_is_no_action() {
    let mut room = Room::opened(decided(), 80, 24);
    let rev = room.session().rev;
    room.goes_to("E2");
    let rev_there = room.session().rev;
    room.keys("A Esc Esc A Enter Esc Esc");
    room.keys("A Down Down Down Down Enter Esc Esc");
    assert!(room.session().rev >= rev);
    assert!(room.session().actions.len() <= 1, "only the starter that was taken");
    room.keys("U");
    assert!(room.session().actions.is_empty());
    room.keys("A").types("x").keys("Backspace Esc").says("Nothing was written, so no action was added");
    assert!(room.session().actions.is_empty());
    assert!(room.session().rev > rev_there);
}

#[test]
fn an_owner_alone_waits_for_what_will_be_done() {
    let mut room = Room::begun(60, 17);
    room.keys("A N Enter").types("Chair").keys("Esc").says("Say what will be done");
    room.types("Write the letter").keys("Esc").says("1 not started Write the letter");
    let action = &room.session().actions[0];
    assert_eq!((action.what.as_str(), action.owner.as_str()), ("Write the letter", "Chair"));
}

#[test]
fn what_cannot_be_read_is_said_and_changes_nothing() {
    let mut room = scenes::scene("an action that cannot be read", 80, 24);
    room.shows("try 31 March 2026").shows("not on the map: X9").keys("Esc");
    let action = &room.session().actions[0];
    assert_eq!((action.by, action.why.len()), (None, 1));
    room.says("\"soon\" was not read as a date: try 31 March 2026");
}

#[test]
fn the_list_is_put_in_order_turned_dropped_and_logged() {
    let mut room = Room::opened(resolved(), 60, 20);
    room.keys("M A End").shows("► 3").keys("Left Left");
    assert_eq!(room.session().actions.iter().map(|one| one.number).collect::<Vec<_>>(), [3, 1, 2]);
    room.shows("► 3").keys("Right");
    assert_eq!(room.session().actions.iter().map(|one| one.number).collect::<Vec<_>>(), [1, 3, 2]);
    room.keys("S")
        .says("under way")
        .keys("L")
        .types("Two of nine are gone.")
        .keys("Enter")
        .says("Two of nine are gone.");
    room.keys("Down Del").says("dropped");
    let actions = &room.session().actions;
    assert_eq!(actions[1].status, ActionStatus::UnderWay);
    assert_eq!(actions[1].log.last().unwrap().event, ActionEvent::Note("Two of nine are gone.".into()));
    assert_eq!((actions[2].status, actions.len()), (ActionStatus::Dropped, 3), "dropped, never deleted");
    room.shows("2 of 3 open").keys("U U U U U U");
    assert_eq!(room.session().actions, resolved().actions);
}

#[test]
fn f4_on_the_list_of_actions_looks_back_and_comes_back_to_it() {
    let mut room = Room::opened(resolved(), 80, 24);
    room.keys("M A F4");
    assert!(matches!(room.app.overlays.last(), Some(Overlay::LookBack(_))), "{}", room.screen());
    room.keys("Esc").shows("3 of 3 open").keys("F4 F4 Y").shows("3 of 3 open");
    assert_eq!(room.session().status, plenary::session::Status::Finished);
    room.keys("F4").says("Reopen");
}

#[test]
fn the_review_date_is_typed_read_back_and_undone() {
    let mut room = Room::opened(decided(), 80, 24);
    room.turns_to(Slide::Actions).says("Review no date yet");
    room.keys("A R")
        .types("10 September")
        .shows("= 10 September 2026")
        .keys("Enter")
        .shows("Review  10 September 2026");
    assert_eq!(room.session().review, Some("2026-09-10".parse().unwrap()));
    room.keys("Esc").shows("Review  10 September 2026").keys("A R");
    for _ in 0.."10 September 2026".len() {
        room.keys("Backspace");
    }
    room.types("1 March 2026").says("The review comes after the workshop").keys("Esc U");
    room.keys("U");
    assert_eq!(room.session().review, None);
}

#[test]
fn reading_back_says_what_an_action_lacks_and_enter_opens_the_list_there() {
    let mut room = Room::opened(resolved(), 80, 24);
    room.turns_to(Slide::Actions).shows("3 ACTIONS, READ BACK");
    room.says("Who Partnership manager").says("By when 30 June 2026").says("no owner yet").says("no date yet");
    room.keys("Down Enter").shows("► 2").keys("Enter").shows("Action 2").types("!").keys("Esc Esc");
    assert!(room.session().actions[1].what.ends_with("included!"));
    assert_eq!(slide(&room), Some(Slide::Actions));
}

#[test]
fn a_session_that_can_only_be_looked_at_takes_no_dots_and_no_actions() {
    let mut room = Room::new(80, 24);
    scenes::look_only(&mut room, resolved());
    room.keys("M O 5").says("Read only").keys("Esc A S").says("Read only").keys("N").types("x").says("Read only");
    room.keys("Esc Esc F5");
    let (session, before) = (room.session(), resolved());
    assert_eq!((&session.actions, &session.dots), (&before.actions, &before.dots));
    assert_eq!((session.review, session.rev), (before.review, before.rev));
}
