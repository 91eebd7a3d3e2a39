//! How many keys the room's moments take, each pressed in the real program.

use super::voting::room;
use crate::support::acting::decided;
use crate::support::room::Room;
use plenary::app::{Overlay, Screen};
use plenary::framework::{Confidence, Id, Rating, Step};
use plenary::session::Presence;

/// How many keys are pressed.
fn presses(room: &mut Room, keys: &str) -> usize {
    room.keys(keys);
    keys.split_whitespace().count()
}

fn is_at(room: &Room, id: &str) -> bool {
    matches!(&room.app.screen, Screen::Walk(walk) if walk.step.item() == Some(&Id::from(id)))
}

/// The votes on joint working (P3) in the last round.
fn counts(room: &Room) -> [u16; 5] {
    room.answer("P3").latest_round(None).unwrap().whole().counts.0
}

#[test]
fn rating_takes_two_keys_and_three_with_the_evidence() {
    let mut room = Room::begun(60, 17);
    room.keys("PgDn");
    assert!(presses(&mut room, "4 PgDn") <= 2);
    assert_eq!(room.answer("I1").decided.at(None).rating(), Some(Rating::Four));
    room.keys("4").shows("Evidence? 7 8 9").keys("U");
    assert!(presses(&mut room, "4 9 PgDn") <= 3);
    assert_eq!(room.answer("I2").confidence, Some(Confidence::High));
    assert!(is_at(&room, "I3"));
    room.keys("8").says("Agree a rating first: 1 to 5");
    assert_eq!(room.answer("I3").confidence, None);
}

#[test]
fn a_vote_takes_few_keys() {
    let mut room = room(60, 17);
    assert!(presses(&mut room, "V 0 2 5 3 2 F5 3 PgDn") <= 9, "hands of the whole room, rate, go on");
    assert_eq!(counts(&room), [0, 2, 5, 3, 2]);
    assert_eq!(room.answer("P3").decided.at(None).rating(), Some(Rating::Three));
    room.keys("PgUp");
    assert!(presses(&mut room, "V 0 1 7 3 1 F5") <= 7, "the second vote");
    assert_eq!(counts(&room), [0, 1, 7, 3, 1]);
    let mut room = self::room(60, 20);
    room.keys("V G Esc");
    let groups = "V 0 0 2 5 0 Enter 1 3 0 0 0 Enter 0 1 0 0 0 F5 2 PgDn";
    assert!(presses(&mut room, groups) <= 21, "three sectors, one after the other");
    assert_eq!(room.answer("P3").latest_round(None).unwrap().by_sector().len(), 3);
    assert_eq!(counts(&room), [1, 4, 2, 5, 0]);
}

#[test]
fn an_action_from_a_starter_takes_five_keys_besides_its_words() {
    let mut room = Room::opened(decided(), 60, 17);
    room.goes_to("E2");
    let mut keys = presses(&mut room, "A 1 Enter");
    room.types("Partnership manager");
    keys += presses(&mut room, "Enter");
    room.types("30 June");
    keys += presses(&mut room, "Esc");
    assert!(keys <= 5, "{keys}");
    let action = &room.session().actions[0];
    assert_eq!((action.owner.as_str(), action.by), ("Partnership manager", Some("2026-06-30".parse().unwrap())));
    assert_eq!(action.what, "Involve all partners in decision making");
}

#[test]
fn leaving_finding_an_item_and_the_start_page_take_few_keys() {
    let mut room = room(60, 17);
    let here = room.session().register.here();
    assert!(presses(&mut room, "G - Esc") <= 3, "somebody leaves");
    assert_eq!(room.session().register.here(), here - 1);
    assert_eq!(room.session().register.groups[0].presence, Presence::Present);

    assert!(presses(&mut room, "J P 4") <= 3, "an item by its name");
    assert!(is_at(&room, "P4") && room.app.overlays.is_empty());
    room.keys("M");
    assert!(presses(&mut room, "Q") <= 1, "the start page from the overview");
    assert!(matches!(room.app.screen, Screen::Start(_)));
}

#[test]
fn an_item_is_gone_to_as_soon_as_no_longer_id_begins_so() {
    let mut room = room(60, 17);
    room.keys("J").shows("Which item?").keys("a").says("items begin with A").keys("s 5");
    assert!(matches!(&room.app.screen, Screen::Walk(walk) if walk.step == Step::Assumption(Id::from("AS5"))));
    room.keys("J x").shows("No item begins with X").keys("Enter").shows("No item begins with X");
    room.keys("Backspace p Enter").says("items begin with P").keys("Esc");
    assert!(is_at(&room, "AS5"));
    // Where nothing is open, nothing is found.
    let mut room = Room::new(60, 17);
    room.keys("J");
    assert!(!room.app.overlays.iter().any(|one| matches!(one, Overlay::Jump(_))));
}

#[test]
fn a_key_that_can_do_nothing_says_why() {
    let mut room = Room::begun(60, 17);
    room.keys("PgDn R").says("No vote is open").keys("L").says("asks those of three or four");
    room.keys("C").says("Agree a rating first").keys("Z").says("No wall is attached");
    room.goes_to("R1").keys("V").says("The room votes on ratings and assumptions only");
    room.keys("F5 PgDn V").says("The views of the groups are on the map");
    room.keys("F2 Del").says("There is no learned key to forget");
}
