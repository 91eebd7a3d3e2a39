//! Pace: how long the rest takes as this room works, and a break with the time at which it ends.

use crate::support::room::Room;

#[test]
fn the_time_that_is_left_follows_the_rooms_own_pace() {
    let mut room = Room::begun(80, 24);
    room.keys("M").says("minutes left as planned, to ").keys("M PgDn 4").minutes(2).keys("PgDn 3").minutes(2);
    room.keys("PgDn 3").minutes(2).keys("M").says("About 66 minutes left at this pace, to 15:44");
    room.keys("F3").hides("at this pace");
}

#[test]
fn a_break_says_when_it_ends_and_any_other_key_ends_it() {
    let mut room = Room::begun(60, 17);
    room.keys("F7").shows("Break since 14:32, back at 14:50").keys("F7").shows("back at 14:55");
    room.keys("PgDn").hides("Break").shows("STAGE 1 OF 7");
}
