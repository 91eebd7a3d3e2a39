//! A rehearsal: six steps with the sample session, each in one line, over when it was done.

use crate::support::room::Room;
use crate::support::sample;
use plenary::app::{Effect, Msg};

const SIZES: [(u16, u16); 3] = [(60, 17), (80, 24), (120, 36)];

/// Begins a rehearsal on the start page.
fn rehearsing(columns: u16, rows: u16) -> Room {
    let mut room = Room::new(columns, rows);
    room.keys("R");
    assert_eq!(room.effects.last(), Some(&Effect::OpenDemo));
    let file = "/home/you/Plenary/sessions/sample.ron".into();
    room.send(Msg::Opened { session: Box::new(sample("riverside-2026")), file, warning: None, read_only: None });
    room
}

#[test]
fn six_steps_each_go_on_when_they_were_done() {
    for (columns, rows) in SIZES {
        let mut room = rehearsing(columns, rows);
        room.shows("1 of 6: press M").shows("Esc end rehearsal").hides("back to the risk");
        room.keys("N").types("a note").keys("Esc").shows("1 of 6");
        room.keys("M").shows("2 of 6: mark any item");
        room.goes_to("I1").shows("3 of 6: press 1 to 5");
        room.keys("PgDn").shows("3 of 6").keys("PgUp");
        let digit = if room.answer("I1").decided.at(None).rating().map(u8::from) == Some(4) { "3" } else { "4" };
        room.keys(digit).shows("4 of 6: press U");
        room.keys("U").shows("5 of 6: press V");
        room.keys("V").shows("5 of 6").types("02541").keys("F5").shows("6 of 6: press F5");
        room.keys("F5").shows("6 of 6").keys("PgDn").says("That is a workshop.").hides("6 of 6");
        room.keys("PgDn").hides("rehearsal").hides("That is a workshop");
    }
}

#[test]
fn undo_of_a_vote_taken_meanwhile_is_an_undo() {
    let mut room = rehearsing(60, 17);
    room.keys("M").goes_to("I1");
    let digit = if room.answer("I1").decided.at(None).rating().map(u8::from) == Some(4) { "3" } else { "4" };
    room.keys(digit).shows("4 of 6").keys("V").types("02541").keys("F5").shows("4 of 6");
    room.keys("U").shows("5 of 6: press V");
    // The votes are open again: they are revealed, which is a vote.
    room.keys("F5").shows("6 of 6");
}

#[test]
fn esc_ends_it_and_the_sample_stays_open() {
    let mut room = rehearsing(60, 17);
    room.keys("M Esc").says("The rehearsal is over.").hides("of 6:").says("WHERE ARE WE?");
    room.keys("Esc").hides("WHERE ARE WE?").hides("end rehearsal");
    assert!(room.session().demo);
}

#[test]
fn another_session_is_not_coached() {
    let mut room = rehearsing(60, 17);
    room.keys("M Q N").types("Glenside CPP").keys("PgDn").hides("of 6:");
}
