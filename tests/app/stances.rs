//! Votes on assumptions, for rooms that want them: taken like votes on ratings, and never taken for the answer.

use super::voting::room;
use crate::support::room::Room;
use crate::support::sessions::moment;
use plenary::session::{StanceCounts, Verdict};

/// The counts of a round on AS7.
fn counts(room: &Room, round: usize) -> ([u16; 3], u16) {
    let whole = room.session().assumption(&"AS7".into()).rounds[round].round.whole();
    let StanceCounts(counts) = whole.counts;
    (counts, whole.dont_know)
}

/// The room of [`room`] at AS7.
fn at_assumption(columns: u16, rows: u16) -> Room {
    let mut room = room(columns, rows);
    room.goes_to("AS7");
    room
}

#[test]
fn hands_are_counted_on_an_assumption_and_the_room_then_says_what_holds() {
    for (columns, rows) in [(60, 17), (80, 24), (120, 36), (40, 12)] {
        let mut room = at_assumption(columns, rows);
        room.keys("V").says("732; then ?2 for don't-knows.").shows("0 of 12 in");
        room.types("6 3 2 ?1").shows("6 3 2 ?1").keys("Enter").shows("12 of 12 in").says("Everybody is in");
        assert!(room.session().assumption(&"AS7".into()).rounds.is_empty(), "the session knows nothing before reveal");
        room.keys("F5").says("holds 6, partly holds 3, does not hold 2, don't know 1");
        assert_eq!(counts(&room, 0), ([6, 3, 2], 1));
        assert_eq!(room.session().assumption(&"AS7".into()).verdict, Verdict::NotDiscussed, "the room decides");
        room.keys("2").hides("Hear").says("PARTLY HOLDS");
        assert_eq!(room.session().assumption(&"AS7".into()).verdict, Verdict::Partly);
        assert_eq!(counts(&room, 0), ([6, 3, 2], 1), "the answer changes no vote");
    }
}

#[test]
fn both_ends_are_heard_first_and_a_room_of_one_mind_hears_nobody() {
    let mut room = at_assumption(80, 24);
    room.keys("V").types("6 3 3").keys("F5");
    room.says("Hear \"does not hold\" and \"holds\" first, two minutes.");
    room.keys("V").types("0 12 0").keys("F5").says("Key what the room says").hides("Hear");
    room.says("Round 1 6 3 3").says("partly holds 12");
    assert_eq!(counts(&room, 1), ([0, 12, 0], 0));
    // A third vote counts the second anew, and undo takes it back.
    room.keys("V").says("Vote, round 2 again").types("1 11 0").keys("R");
    assert_eq!(counts(&room, 1), ([1, 11, 0], 0));
    room.keys("U").says("Undid: ");
    assert_eq!(counts(&room, 1), ([0, 12, 0], 0));
    assert_eq!(room.session().assumption(&"AS7".into()).rounds.len(), 2);
}

#[test]
fn the_keypad_takes_three_answers_and_dont_know() {
    let mut room = at_assumption(60, 17);
    room.keys("V K").says("1 to 3, or 0 for \"don't know\"").keys("1 1 2 3 0 ?").shows("6 of 12 in");
    room.keys("4").says("Press 1 to 3, or 0").keys("5").shows("6 of 12 in").keys("Backspace").shows("5 of 12 in");
    room.keys("3 3 R R");
    assert_eq!(counts(&room, 0), ([2, 1, 3], 1));
}

#[test]
fn groups_vote_by_themselves_and_later_only_what_is_disclosed_is_seen() {
    let mut room = at_assumption(80, 24);
    room.keys("V G").types("5 2 0").keys("Enter").types("0 2 2").keys("Enter").types("1 0 0").keys("F5");
    room.says("holds 6, partly holds 4, does not hold 2");
    let round = &room.session().assumption(&"AS7".into()).rounds[0].round;
    assert_eq!(round.by_sector().len(), 3);
    // Months later the room's counts are shown, and of the groups what the small-group rule allows.
    let mut later = Room::opened(room.session().clone(), 80, 24);
    later.app.cx.now =
        (moment(0) + jiff::SignedDuration::from_hours(24 * 200)).to_zoned(later.app.cx.now.time_zone().clone());
    later.goes_to("AS7").says("holds 6, partly holds 4, does not hold 2");
    later.keys("F5 Enter").says("HOW THE ROOM VOTED").says("Vote 1, 12 people");
    later
        .says("Statutory (7): holds 5, partly holds 2")
        .says("Everyone else (5): holds 1, partly holds 2, does not hold 2");
    later.hides("Third sector (4): partly");
}

#[test]
fn one_vote_is_open_at_a_time_whatever_it_is_on() {
    let mut room = at_assumption(60, 17);
    room.keys("V K 1 1 Esc").shows("VOTE OPEN  2 of 12 in");
    room.goes_to("P3").hides("VOTE OPEN").keys("V").shows("AS7").says("is still open: reveal it, or discard it");
    room.keys("3 Esc F5 F5").hides("VOTE OPEN");
    assert_eq!(counts(&room, 0), ([2, 0, 1], 0));
    assert!(room.answer("P3").rounds.is_empty());
    // Risks and influencing factors are not voted on.
    room.goes_to("R1").keys("V");
    assert!(room.app.overlays.is_empty() && room.workshop().vote.is_none());
}

#[test]
fn a_finished_session_takes_no_vote_on_an_assumption() {
    let mut room = at_assumption(80, 24);
    room.keys("F4 F4 Y");
    room.goes_to("AS7").keys("V").says("This session is finished");
    assert!(room.workshop().vote.is_none());
}
