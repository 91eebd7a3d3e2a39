//! Pace: how long the rest takes as this room works, and a break with the time at which it ends.

use crate::support::room::Room;

#[test]
fn the_time_that_is_left_follows_the_rooms_own_pace() {
    let mut room = Room::begun(80, 24);
    room.keys("M").says("About 150 minutes left as planned, to ").keys("M PgDn 4").minutes(2).keys("PgDn 3").minutes(2);
    room.keys("PgDn 3").minutes(2).keys("M").says("About 111 minutes left at this pace, to 16:44 with break");
    room.keys("F3").hides("at this pace");
}

#[test]
fn a_break_says_when_it_ends_and_any_other_key_ends_it() {
    let mut room = Room::begun(60, 17);
    room.keys("F7").shows("Break since 14:32, back at 14:50").keys("F7").shows("back at 14:55");
    room.keys("PgDn").hides("Break").shows("STAGE 1 OF 7");
}

#[test]
fn the_agenda_says_what_is_used_and_planned_and_goes_anywhere_in_any_order() {
    let mut room = Room::begun(80, 24);
    room.keys("PgDn 4").minutes(6).keys("F9").shows("AGENDA").shows("6 of 14 min").says("1 of 5");
    room.shows("NOW  6 of 14").shows("Welcome and who is in the room").shows("10 of 10 deep dives left");
    // The mark stands where the room is; the last stage is seven parts further on, a break among them.
    room.keys("Down Down Down Down Down Down Down Enter").shows("STAGE 7 OF 7");
    room.keys("F9 Home Enter").shows("SET-UP").keys("PgDn F9 End Up Up Up").keys("Enter").shows("STRENGTHS AND RISKS");
    room.keys("Esc F9 End Enter").says("Read back, review date and close: talk about it here").keys("Esc");
    assert!(room.app.overlays.is_empty());
}

#[test]
fn parts_beside_the_chain_have_cards_and_minutes_of_their_own() {
    let mut room = Room::begun(80, 24);
    room.keys("F9 End Up Up Up Up Enter").minutes(4).keys("F9").shows("NOW  4 of 20 min");
    // 110 minutes of stages and gate, and 80 after them less these 4, from 14:36; the break is behind the room.
    room.says("All done about 17:42").keys("Home Down Down Enter").says("Is a partnership the right way?");
}

/// What is left is what is open, of every kind, and both ends of the agenda are the same end.
#[test]
fn the_agenda_counts_what_the_overview_counts_and_ends_when_its_last_part_does() {
    let mut room = Room::new(120, 36);
    room.keys("N PgDn M").says("0 of 60 done").keys("Esc F9").says("60 items left: 150 min as planned");
    // Read back and close: five minutes.
    room.keys("End").shows("17:52 Read back").says("All done about 17:57");
    // What is answered takes no more of its minutes, and what is open never less than the fast pass.
    room.keys("Esc PgDn 1 PgDn 1 PgDn").minutes(20).keys("1 PgDn F9").shows("20 of 5 min  3 of 3");
    room.says("57 items left: 145 min as planned");
    let mut room = Room::begun(120, 36);
    room.goes_to("A1").minutes(30).keys("3 F9").shows("30 of 10 min");
    // Two of three are open: 150 seconds at the fast pass.
    room.shows("15:05 Engagement").keys("Esc");
}

#[test]
fn the_agenda_goes_by_the_clock_and_counts_every_part() {
    let mut room = Room::begun(80, 24);
    // Six of fourteen minutes are gone, so eight are left from 14:38.
    room.keys("PgDn 4").minutes(6).keys("F9").shows("14:32 Inputs").shows("14:46 Activities").shows("14:56 Engagement");
    room.shows("0 of 3").hides("14:38 ").keys("End").shows("0 of 9").shows("0 of 6");
}

#[test]
fn the_break_is_a_part_of_the_agenda_and_is_counted_until_it_was_taken() {
    let mut room = Room::begun(80, 24);
    // 110 minutes of stages and gate, 80 after them and 15 of break from 14:32.
    room.keys("F9").says("All done about 17:57").shows("15:33 Break").says("0 of 15 min");
    room.keys("Down Down Down Down Down Enter").shows("Break since 14:32, back at 14:50").minutes(15).keys("F9");
    room.hides("Break since").shows("STAGE 1 OF 7");
    room.keys("F9").says("15 of 15 min").says("All done about 17:57").shows("15:48 Break").shows("15:48 Practices");
    // What comes after it needs none.
    room.keys("Down Down Down Down Down Down Enter F9").says("All done about 17:57");
    // A break that nobody took is behind the room as soon as it goes on.
    let mut room = Room::begun(80, 24);
    room.goes_to("P1").keys("F9").says("All done about 17:42").hides("14:32 Break");
}

#[test]
fn the_clock_of_the_agenda_is_right_after_the_file_was_opened_again() {
    let mut room = Room::begun(80, 24);
    room.keys("PgDn 4").minutes(6).goes_to("A1").minutes(5).keys("3");
    let begun = |room: &mut Room| {
        room.keys("F9").shows("14:32 Inputs").shows("14:38 Activities").says("Is a partnership the right way?");
    };
    begun(&mut room);
    let mut room = Room::opened(room.session().clone(), 80, 24);
    room.sleeps(60);
    begun(&mut room);
    // 5 of 10 minutes are left of it, from 15:32.
    room.shows("15:37 Engagement");
    // On another day nothing has begun yet but what the room comes to.
    let mut room = Room::opened(room.session().clone(), 80, 24);
    room.sleeps(24 * 60).keys("F9").hides("14:32 Inputs").hides("14:38 Activities").keys("Esc");
    room.goes_to("I2").minutes(3).keys("F9").shows("14:32 Inputs");
}

#[test]
fn the_agenda_says_what_to_skip_to_be_back_in_time() {
    let mut room = Room::begun(80, 24);
    room.keys("F9 Right").says("3 min in hand").hides("be back in time").keys("Left -").says("7 min over");
    room.says("To be back in time: skip What helps and what hinders (10 min).");
    room.keys("Left Left")
        .says("To be back in time: skip What helps and what hinders (10 min) and What our chain takes");
}

#[test]
fn dots_and_actions_are_a_part_away() {
    let mut room = Room::begun(80, 24);
    room.keys("F9 End Up Enter")
        .hides("AGENDA")
        .says("ACTION")
        .keys("Esc F9 End Up Up Enter")
        .hides("AGENDA")
        .says("DOTS");
}

#[test]
fn a_finish_after_midnight_is_still_a_finish() {
    let mut room = Room::begun(80, 24);
    room.sleeps(6 * 60).keys("F9").says("All done about 23:57, no finish planned");
    room.keys("+ + + + + +").says("planned 00:25: 28 min in hand");
    room.keys("- - - - - - -").says("planned 23:50: 7 min over");
}

#[test]
fn a_finish_is_planned_in_five_minutes_and_says_how_the_room_stands() {
    let mut room = Room::begun(80, 24);
    // 110 minutes of stages and gate, 80 after them and 15 of break from 14:32: 17:57, on a whole five minutes.
    room.keys("F9").says("All done about 17:57, no finish planned").keys("Right").says("planned 18:00: 3 min in hand");
    room.keys("Left -").says("planned 17:50: 7 min over");
    assert_eq!(room.session().finish, Some(jiff::civil::time(17, 50, 0, 0)));
    room.keys("Esc M").says("planned finish 17:50");
    room.keys("W Del").says("no finish planned");
    assert_eq!(room.session().finish, None);
}

#[test]
fn both_speeds_are_reckoned_from_what_is_left() {
    let mut room = Room::begun(120, 36);
    for digit in ["4", "2", "5", "3"] {
        room.keys("PgDn").minutes(3).keys(digit);
    }
    // 32 features at 3 minutes each and 45 minutes for all beside them, or 56 items at 75 seconds each.
    room.keys("F9").says(
        "56 items left: 141 min at this pace, to 17:20 with break · fast pass (75 s each): 70 min, to 16:09 with break",
    );
    let mut small = Room::begun(60, 17);
    small.keys("F9").says(
        "60 items left: 150 min as planned, to 17:17 with break Fast pass (75 s each): 75 min, to 16:02 with break",
    );
}

#[test]
fn a_deep_dive_counts_down_in_minutes_and_never_moves_on() {
    let mut room = Room::begun(60, 17);
    room.keys("PgDn F")
        .says("Deep dive 1 of 10")
        .shows("DEEP DIVE  5 min left")
        .minutes(3)
        .shows("DEEP DIVE  2 min left");
    room.keys("PgDn").hides("DEEP DIVE").keys("PgUp").shows("DEEP DIVE  2 min left");
    room.minutes(9).shows("DEEP DIVE  time is up").shows("I1");
    assert_eq!(room.answer("I1").decided.at(None).rating(), None, "time alone decides nothing");
    room.keys("F").says("The deep dive is over").hides("DEEP DIVE");
    room.keys("F").shows("DEEP DIVE  5 min left").says("Deep dive 1 of 10");
    assert_eq!(room.session().deep_dives.len(), 1, "an item counts once");
    room.resize(40, 12).shows("5 min left");
}

#[test]
fn the_eleventh_deep_dive_is_refused_with_a_way_out() {
    let mut room = Room::begun(80, 24);
    for id in ["I1", "I2", "I3", "I4", "I5", "A1", "A2", "A3", "S1", "S3"] {
        room.goes_to(id).keys("F").shows("DEEP DIVE");
    }
    room.keys("F9").shows("0 of 10 deep dives left").keys("Esc");
    room.goes_to("K1").keys("F").says("Ten items have had a deep dive").hides("DEEP DIVE");
    room.goes_to("I1").keys("F").shows("DEEP DIVE");
    // What was called is in the file.
    let mut room = Room::opened(room.session().clone(), 80, 24);
    room.keys("F9").shows("0 of 10 deep dives left");
}

#[test]
fn parked_items_are_listed_and_enter_goes_there() {
    let mut room = Room::begun(60, 17);
    room.keys("M K").says("Nothing is parked. K on an item parks it").keys("M");
    room.keys("PgDn K").goes_to("P8").keys("K X 1 4 Esc M").says("PARKED 2").keys("K");
    room.shows("2 parked").shows("I1").says("NOT AGREED").keys("Down Enter").shows("P8");
    room.keys("M K K").says("No longer parked: I1").shows("1 parked").keys("U").shows("2 parked");
    room.keys("K K").says("Nothing is parked any more").keys("Esc");
    assert!(room.app.overlays.is_empty() && room.session().parked(&room.app.cx.framework).next().is_none());
}

#[test]
fn a_finished_session_keeps_its_pace() {
    let mut room = crate::support::scenes::finished(80, 24);
    let rev = room.session().rev;
    room.keys("F9 Right").says("finished").keys("Esc");
    room.goes_to("I2").keys("F").says("finished").hides("DEEP DIVE");
    assert_eq!((room.session().finish, room.session().deep_dives.len()), (None, 0));
    assert!(room.session().rev >= rev);
}

#[test]
fn a_card_that_is_up_is_noted_on_any_page_with_when_and_where_and_never_who() {
    let mut room = Room::begun(80, 24);
    room.keys("PgDn !").says("A card is up: let us stop and hear").keys("!").says("That card is noted already");
    room.minutes(2).keys("!").minutes(2).keys("M").minutes(2).keys("!").says("A card is up");
    room.minutes(2).keys("F5").minutes(2).keys("!").says("A card is up");
    let cards = &room.session().cards_up;
    let on: Vec<Option<&str>> = cards.iter().map(|card| card.on.as_ref().map(plenary::framework::Id::as_str)).collect();
    assert_eq!(on[..2], [Some("I1"), Some("I1")]);
    let many = cards.len();
    assert!(many >= 3 && cards[1].at > cards[0].at, "{cards:?}");
    room.keys("U").says("Undid: card up");
    assert_eq!(room.session().cards_up.len(), many - 1);
    // Where a text is written it is a letter of it.
    room.goes_to("I1");
    room.keys("N !");
    assert_eq!(room.session().cards_up.len(), many - 1);
}
