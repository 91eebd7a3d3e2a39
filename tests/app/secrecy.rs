//! An open vote, taken in every way and looked at from everywhere: two rooms that voted differently look the same
//! until they reveal, on every screen, in what is saved, in what is said after an undo, and in a failure report.

use super::voting::{room, seen};
use crate::support::room::Room;
use proptest::prelude::*;

/// What a room does while a vote is open, besides voting. None of it reveals.
const MEANWHILE: [&str; 16] = [
    "Esc",
    "Esc M",
    "Esc PgDn PgUp",
    "Esc N Esc",
    "Esc 4",
    "Esc U",
    "Esc Ctrl+Y",
    "Esc K U",
    "Esc F9 Esc",
    "Esc F1 PgDn F1",
    "Esc G Esc",
    "Esc D Esc",
    "Esc M F5 Enter Esc Esc M",
    "F1 F1",
    "Esc B PgDn",
    "Ctrl+Q Enter",
];

/// One vote or two, then something else; `None` where the last vote is taken back.
type Turn = (Option<(u8, u8)>, usize);

/// Both rooms go back to P3 and on with the vote that is open.
fn go_on(room: &mut Room) {
    room.keys("Esc");
    room.goes_to("P3").keys("V");
}

proptest! {
    #![proptest_config(crate::support::cases(12))]

    #[test]
    fn nothing_of_an_open_vote_shows_from_anywhere(
        turns in prop::collection::vec((prop::option::of((0_u8..6, 0_u8..6)), 0..MEANWHILE.len()), 1..7),
        counts in prop::collection::vec(0_usize..2, 5).prop_filter("three vote", |all| all.iter().sum::<usize>() > 2),
        shift in 1_usize..5,
    ) {
        let turns: Vec<Turn> = turns;
        let (mut one, mut other) = (room(60, 17), room(60, 17));
        let mut turned = counts.clone();
        turned.rotate_left(shift);
        // The statutory sector has pressed its keys, the third sector is at it.
        for (room, counts) in [(&mut one, &counts), (&mut other, &turned)] {
            room.keys("V G K");
            for (digit, count) in ["1", "2", "3", "4", "5"].into_iter().zip(counts) {
                room.keys(&format!("{digit} ").repeat(*count));
            }
            room.keys("Enter");
        }
        prop_assert_eq!(seen(&mut one), seen(&mut other));
        for (vote, meanwhile) in turns {
            let keys = match vote {
                Some((mine, theirs)) => [mine.to_string(), theirs.to_string()],
                None => ["Backspace".to_owned(), "Backspace".to_owned()],
            };
            for (room, key) in [&mut one, &mut other].into_iter().zip(keys) {
                go_on(room);
                room.keys(&key).keys(MEANWHILE[meanwhile]);
                prop_assert!(room.answer("P3").rounds.is_empty(), "only a reveal puts votes on the record");
                prop_assert!(room.answer("P3").history.iter().all(|one| one.level.is_none()));
            }
            prop_assert_eq!(seen(&mut one), seen(&mut other), "after {}", MEANWHILE[meanwhile]);
        }
    }
}
