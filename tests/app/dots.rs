//! Dots keyed as counts: on any item, one step to undo each, and a warning when there are more than the room has.

use crate::support::acting::decided;
use crate::support::room::Room;
use plenary::app::Slide;
use plenary::framework::Id;

fn on(room: &Room, id: &str) -> u16 {
    room.session().dots_on(&Id::from(id))
}

#[test]
fn digits_are_the_count_and_moving_on_is_enough() {
    let mut room = Room::begun(60, 17);
    room.keys("PgDn O").shows("DOTS").keys("1 2 Enter 3 Down Down 7 Backspace 4 Esc");
    assert_eq!([on(&room, "I1"), on(&room, "I2"), on(&room, "I3"), on(&room, "I4")], [12, 3, 0, 4]);
    room.keys("U");
    assert_eq!(on(&room, "I4"), 0, "one step an item");
    room.keys("Ctrl+Z Ctrl+Z").shows("Undid: Funding dots, 0 to 12");
    assert_eq!(room.session().dots_placed(), 0);
}

#[test]
fn a_count_is_begun_anew_on_coming_back_and_taken_off_with_del() {
    let mut room = Room::opened(decided(), 80, 24);
    room.goes_to("E2").keys("O").shows("35 dots").keys("8");
    assert_eq!(on(&room, "E2"), 8);
    room.keys("Down Up Del").shows("26 dots");
    assert_eq!(on(&room, "E2"), 0);
    room.keys("Ctrl+Z").shows("34 dots").keys("Ctrl+Z Esc");
    assert_eq!(on(&room, "E2"), 9);
}

#[test]
fn every_kind_of_item_takes_dots_and_right_jumps_from_stage_to_stage() {
    let mut room = Room::begun(80, 24);
    room.keys("PgDn O Right 1 Right Right Right Right Right 2 Right 3 Right 4 Right 5 Left 6 End 7 Home 8 Esc");
    let placed: Vec<(&str, u16)> = room.session().dots.iter().map(|(id, dots)| (id.as_str(), *dots)).collect();
    assert_eq!(
        placed,
        [("A1", 1), ("AS1", 3), ("I1", 8), ("IF1", 6), ("O1", 2), ("R1", 5), ("R9", 7)],
        "Left goes back to the factors, and the first digit there begins the count anew"
    );
}

#[test]
fn an_item_is_marked_by_its_id_and_its_count_follows() {
    let mut room = Room::begun(60, 17);
    room.keys("PgDn O").types("R5 11").types("as1 4").keys("p").says("items begin with P").keys("Backspace 2 Esc");
    let placed: Vec<(&str, u16)> = room.session().dots.iter().map(|(id, dots)| (id.as_str(), *dots)).collect();
    assert_eq!(placed, [("AS1", 42), ("R5", 11)]);
    room.keys("U U").says("Few decide");
    // What begins no id counts nothing, whatever follows it.
    room.keys("O").types("all 5 of 7").says("No item begins with ALL").keys("Esc");
    assert_eq!(room.session().dots_placed(), 0);
}

#[test]
fn more_dots_than_the_people_have_are_said_and_kept() {
    let mut room = Room::opened(decided(), 80, 24);
    room.goes_to("I1").keys("O").shows("12 people with 3 to 5 each have 36 to 60 dots").keys("2 6");
    room.says("61 dots are more than the 60 that 12 people with 5 each have");
    assert_eq!(on(&room, "I1"), 26);
    room.keys("Backspace").says("36 to 60 dots");
    room.keys("9 9 9 9 9").says("No item takes more than 4,995 dots");
}

#[test]
fn dots_stand_beside_the_reason_to_act() {
    let mut room = Room::opened(decided(), 120, 36);
    room.goes_to("I1").keys("O 5 Esc").turns_to(Slide::WhereToAct).says("fix upstream first; 5 dots");
}
