//! What a room can decide on one item, and how each is taken back or changed.

use crate::support::room::Room;
use plenary::analysis::{State, read};
use plenary::app::{NotAgreedPart, Overlay};
use plenary::framework::{Confidence, Id, Level, Rating};
use plenary::session::{Decision, Range};

/// A room at the first item, "Adequate and secure funding".
fn at_funding() -> Room {
    let mut room = Room::begun(60, 20);
    room.keys("PgDn");
    room
}

fn decision(room: &Room) -> &Decision {
    room.answer("I1").decided.at(None)
}

fn not_agreed(low: Rating, high: Rating, low_view: &str, high_view: &str) -> Decision {
    let range = Range::between(low, high).unwrap();
    Decision::NotAgreed { range, low_view: low_view.into(), high_view: high_view.into() }
}

#[test]
fn a_digit_is_the_agreed_rating_and_stays_on_its_item() {
    for (key, rating) in ["1", "2", "3", "4", "5"].into_iter().zip(Rating::ALL) {
        let mut room = at_funding();
        room.keys(key).shows("Adequate and secure funding").shows("(agreed)").shows(&format!("Group rating  {key} "));
        assert_eq!(decision(&room), &Decision::Agreed(rating));
    }
}

#[test]
fn an_answer_can_be_marked_with_arrows_and_taken_with_enter() {
    let mut room = at_funding();
    room.keys("Enter").shows("Mark an answer with Left and Right, or key 1 to 5");
    room.keys("Right Right Right").shows("►Growing").shows("Not yet discussed");
    room.keys("Enter").shows("3 GROWING  (agreed)");
    room.keys("Left")
        .shows("►Patchy")
        .shows("3 GROWING  (agreed)")
        .keys("Left Left Enter")
        .shows("1 NOT YET  (agreed)");
}

#[test]
fn agreed_with_reservations_is_switched_on_and_off_and_survives_the_same_digit() {
    let mut room = at_funding();
    room.keys("Y").shows("Agree a rating first: 1 to 5");
    room.keys("4 Y").shows("4 MOSTLY  (agreed with reservations)").keys("4").shows("with reservations");
    assert_eq!(decision(&room), &Decision::AgreedWithReservations(Rating::Four));
    room.keys("Y").shows("4 MOSTLY  (agreed)").keys("Y 3").shows("3 GROWING  (agreed)");
}

#[test]
fn not_agreed_keeps_the_range_and_both_views() {
    let mut room = at_funding();
    room.keys("X").shows("Lowest rating  press 1 to 5").keys("2").shows("2 Patchy").keys("4");
    room.types("nobody told us").keys("Enter").types("the budget is signed").keys("Enter");
    room.shows("NOT AGREED, 2 TO 4")
        .shows("View at 2 Patchy  nobody told us")
        .shows("View at 4 Mostly  the budget is signed");
    let expected = not_agreed(Rating::Two, Rating::Four, "nobody told us", "the budget is signed");
    assert_eq!(decision(&room), &expected);
    assert_eq!(room.answer("I1").history.len(), 1, "typing views is one entry, not one a letter");
    room.keys("U").shows("Undid: Funding not discussed to not agreed, 2 to 4").shows("Not yet discussed");
}

#[test]
fn an_answer_that_is_agreed_no_more_is_not_marked() {
    let mut room = at_funding();
    room.keys("4").shows("►Mostly").keys("X 1 3 Esc").shows("NOT AGREED, 1 TO 3").hides("►Mostly");
}

#[test]
fn a_range_named_the_wrong_way_round_is_turned_with_its_views() {
    let mut room = at_funding();
    room.keys("X 5 2").shows("Lowest rating  2 Patchy").shows("Highest rating 5 Firmly");
    room.types("low").keys("Down").types("high").keys("Esc");
    assert_eq!(decision(&room), &not_agreed(Rating::Two, Rating::Five, "low", "high"));
    room.shows("View at 2 Patchy  low").shows("View at 5 Firmly  high");
}

#[test]
fn the_same_digit_twice_is_no_range_and_says_so() {
    let mut room = at_funding();
    room.keys("X 3 3").shows("Lowest and highest are the same");
    assert_eq!(decision(&room), &Decision::NotDiscussed);
    room.keys("4").hides("are the same").keys("Esc").shows("3 TO 4");
}

#[test]
fn escape_before_two_ratings_are_named_records_nothing_and_keeps_what_was() {
    let mut room = at_funding();
    room.keys("4 X 2 Esc").shows("Nothing recorded").shows("4 MOSTLY  (agreed)");
    assert_eq!(decision(&room), &Decision::Agreed(Rating::Four));
    room.keys("X Esc");
    assert_eq!(room.answer("I1").history.len(), 1);
}

#[test]
fn a_digit_goes_to_the_other_end_never_into_a_view_and_backspace_takes_it_back() {
    let mut room = at_funding();
    room.keys("X 2 4 5").shows("Lowest rating  2 Patchy").shows("Highest rating 5 Firmly");
    room.types("words").keys("Esc");
    assert_eq!(decision(&room), &not_agreed(Rating::Two, Rating::Five, "words", ""));
    room.keys("U X 2 4 Backspace")
        .shows("Highest rating press 1 to 5")
        .keys("Backspace")
        .shows("Lowest rating  press 1 to 5");
    room.keys("1 3 Enter Backspace").shows("Highest rating press 1 to 5").keys("5 Esc");
    assert_eq!(decision(&room), &not_agreed(Rating::One, Rating::Five, "", ""));
}

#[test]
fn not_agreed_can_be_reopened_and_changed() {
    let mut room = at_funding();
    room.keys("X 2 4").types("few").keys("Esc X").shows("2 Patchy").shows("4 Mostly").shows("few");
    room.keys("1 Enter").types(" told").keys("Esc").shows("1 TO 4").shows("View at 1 Not yet  few told");
    room.keys("X 4").shows("are the same").keys("Esc").shows("As it was: not agreed, 1 to 4");
    assert_eq!(decision(&room), &not_agreed(Rating::One, Rating::Four, "few told", ""));
    room.keys("U").shows("2 to 4").keys("U").shows("Not yet discussed");
}

#[test]
fn in_the_form_arrows_change_the_part_and_letters_before_it_do_nothing() {
    let mut room = at_funding();
    room.keys("X x q B").rests().keys("Up Down Down");
    let part = |room: &Room| match room.app.overlays.last() {
        Some(Overlay::NotAgreed(form)) => NotAgreedPart::ALL[form.fields.focus],
        other => panic!("{other:?}"),
    };
    assert_eq!(part(&room), NotAgreedPart::LowView);
    room.keys("Shift+Tab");
    assert_eq!(part(&room), NotAgreedPart::High);
    room.keys("5 Up Up 1 Esc").shows("1 TO 5");
}

#[test]
fn dont_know_not_relevant_and_taking_it_back() {
    let mut room = at_funding();
    room.keys("?").shows("DON'T KNOW  (a blind spot)");
    assert_eq!(decision(&room), &Decision::DontKnow);
    room.keys("-").shows("NOT RELEVANT HERE");
    assert_eq!(decision(&room), &Decision::NotRelevant);
    room.keys("Del").shows("Not yet discussed");
    assert_eq!(decision(&room), &Decision::NotDiscussed);
    let words: Vec<String> = room.answer("I1").history.iter().map(|entry| entry.decision.describe()).collect();
    assert_eq!(words, ["don't know", "not relevant", "not discussed"]);
    room.keys("U U U");
    assert_eq!(room.session().answers.get(&Id::from("I1")), None);
}

#[test]
fn evidence_goes_round_and_is_refused_where_nothing_is_rated() {
    let mut room = at_funding();
    room.keys("C").shows("Agree a rating first: 1 to 5").keys("X 2 4 Esc C").shows("Agree a rating first");
    room.keys("4");
    for (words, confidence) in [
        ("Evidence low: opinion in the room", Some(Confidence::Low)),
        ("Evidence medium: one named source or example", Some(Confidence::Medium)),
        ("Evidence high: two independent sources", Some(Confidence::High)),
    ] {
        room.keys("C").shows(words);
        assert_eq!(room.answer("I1").confidence, confidence);
    }
    room.keys("C").hides("Evidence high").shows("Evidence? 7 low, 8 medium, 9 high");
    assert_eq!(room.answer("I1").confidence, None);
}

#[test]
fn evidence_is_not_shown_where_the_rating_is_gone() {
    let mut room = at_funding();
    room.keys("4 C Del").shows("Not yet discussed").hides("Evidence low").keys("?").hides("Evidence low");
    room.keys("3").shows("Evidence low");
}

#[test]
fn strategic_and_operational_are_rated_apart_by_next_and_by_arrows() {
    let mut room = Room::begun(60, 20);
    room.goes_to("P4").shows("► STRATEGIC").keys("4 PgDn").shows("► OPERATIONAL").shows("Strategic 4").keys("2");
    room.shows("Group rating (operational)  2 PATCHY");
    room.keys("Up").shows("► STRATEGIC 4").keys("Down").shows("► OPERATIONAL 2").keys("Down").shows("► OPERATIONAL 2");
    let decided = &room.answer("P4").decided;
    assert_eq!(decided.at(Some(Level::Strategic)), &Decision::Agreed(Rating::Four));
    assert_eq!(decided.at(Some(Level::Operational)), &Decision::Agreed(Rating::Two));
    let (_, stage, _) = room.app.cx.framework.feature(&Id::from("P4")).unwrap();
    assert_eq!(read(stage, room.answer("P4")).state, State::Contested);
    room.keys("U").shows("Undid: Leadership (operational) not discussed to 2").shows("OPERATIONAL ·");
}

#[test]
fn up_and_down_do_nothing_where_an_item_takes_one_rating() {
    let mut room = at_funding();
    room.keys("3 Up Down Tab").shows("Adequate and secure funding").shows("3 GROWING  (agreed)");
}

#[test]
fn an_item_is_parked_and_taken_off_the_list() {
    let mut room = at_funding();
    room.keys("K").shows("Parked to come back to: I1 Funding").keys("Left").shows("■ Parked to come back to");
    assert!(room.answer("I1").parked);
    room.keys("K").shows("No longer parked: I1 Funding").hides("■ PARKED").keys("U").shows("Undid: Funding unparked");
    assert!(room.answer("I1").parked);
}

#[test]
fn letters_work_in_either_case() {
    let mut room = at_funding();
    room.keys("4 y")
        .shows("with reservations")
        .keys("c")
        .shows("Evidence low")
        .keys("k")
        .shows("Parked to come back to");
    room.keys("x 1 3 Esc").shows("1 TO 3").keys("u").shows("Undid");
    room.keys("m");
    assert!(matches!(room.app.screen, plenary::app::Screen::Overview(_)));
}
