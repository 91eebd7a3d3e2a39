//! How groups see it: the slide of conversations, and the map through the eyes of one group.

use crate::support::room::Room;
use crate::support::scenes;

#[test]
fn the_widest_gap_comes_first_and_enter_goes_on_from_there() {
    let mut room = scenes::scene("conversations worth having", 60, 17);
    room.shows("CONVERSATIONS WORTH HAVING").shows("strong gap of 2").shows("gap of 1").hides("K1");
    room.shows("Third sector   2 ·   ○───────■   · 4   Statutory")
        .shows("► Joint work")
        .keys("Up")
        .shows("► Wider say")
        .keys("Enter")
        .shows("P5 WIDER SAY");
}

#[test]
fn the_map_is_seen_through_the_eyes_of_each_group_in_turn() {
    let mut room = scenes::scene("map as one group sees it", 80, 24);
    room.shows("AS THIRD SECTOR SEES IT").says("►K1 Valued 4 MOSTLY the room: 3 GROWING");
    room.keys("V").shows("STRENGTHS AND RISKS").keys("V").shows("AS STATUTORY SEES IT");
    room.keys("Right").says("no vote; the room: not yet discussed").keys("PgDn PgUp").shows("STRENGTHS AND RISKS");
}

#[test]
fn a_small_group_has_no_view_of_its_own() {
    let mut room = Room::begun(80, 24);
    room.keys("PgDn G N").types("7").keys("Esc N").types("2").keys("Enter Right Esc Esc");
    room.goes_to("P3").keys("V G").types("0 0 2 4 1").keys("Enter").types("2 0 0 0 0").keys("F5");
    room.keys("F5 V").says("No group's view can be shown: it takes five votes or more in two groups");
    room.keys("PgDn PgDn PgDn PgDn").says("No two groups are a step or more apart");
}

#[test]
fn the_details_of_an_item_say_how_each_group_voted() {
    let mut room = scenes::scene("conversations worth having", 80, 24);
    room.goes_to("P5").keys("F5 Enter").shows("HOW THE ROOM VOTED").says("Round 1 2 2 3 4 1; median 3, two camps");
    room.says("Statutory (7) 0 0 2 4 1; median 4").says("Third sector (5) 2 2 1 0 0; median 2");
    // Of a room of four only that it voted is told.
    let mut small = Room::begun(80, 24);
    small
        .keys("PgDn M F5 Enter")
        .hides("HOW THE ROOM VOTED")
        .keys("Esc M PgDn V")
        .types("0 2 2 0 0")
        .keys("F5 M F5 Enter");
    small.says("Round 1 4 took part; counts of fewer than five are not shown").hides("0 2 2");
}
