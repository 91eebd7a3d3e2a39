//! Votes: each way of taking one, that nothing of it is seen before reveal, and what the room reads after it.

use crate::support::room::Room;
use crate::support::sessions::moment;
use plenary::analysis::{State, reading};
use plenary::app::{Effect, Overlay};
use plenary::framework::{Id, Rating};
use plenary::session::{Counts5, Decision, Register};
use plenary::store::{Head, encode};
use proptest::prelude::*;

/// A room of seven statutory, four from the third sector and one of a community, at P3.
pub(super) fn room(columns: u16, rows: u16) -> Room {
    let mut room = Room::new(columns, rows);
    room.keys("N").types("Glenside CPP").keys("Down Down Down Down Down").types("7").keys("Down").types("4");
    room.keys("Down").types("1").keys("PgDn");
    assert_eq!(room.session().register, Register::parse("statutory=7,third-sector=4,community=1").unwrap());
    room.goes_to("P3");
    room
}

fn counts(room: &Room, round: usize) -> [u16; 5] {
    let Counts5(counts) = room.answer("P3").rounds_at(None).nth(round).unwrap().whole().counts;
    counts
}

#[test]
fn hands_are_counted_in_one_line() {
    let mut room = room(60, 17);
    room.keys("V").shows("joint working").shows("Whole room").shows("0 of 12 in");
    room.types("0 2 5 3 1 ?1").shows("0 2 5 3 1 ?1").keys("Enter").shows("12 of 12 in").says("Everybody is in");
    assert!(room.answer("P3").rounds.is_empty(), "the session knows nothing before reveal");
    room.keys("F5").shows("FEW SEE IT DIFFERENTLY").says("median 3, from 2 to 5, 11 votes, 1 don't know");
    room.says("Hear a 2 and a 5 first, two minutes. Key 3 to agree.");
    assert_eq!(counts(&room, 0), [0, 2, 5, 3, 1]);
    assert_eq!(room.answer("P3").decided.at(None), &Decision::NotDiscussed, "the median is offered, never taken");
    room.keys("3").hides("Hear a 2").shows("3 GROWING");
}

#[test]
fn a_line_that_is_no_count_is_refused_and_keeps_what_was_in() {
    let mut room = room(80, 24);
    room.keys("V").types("0 2 5 3 1").keys("Enter").types("9 9 9").keys("Enter").says("There are 3 counts");
    room.shows("11 of 12 in").keys("Backspace Backspace Backspace Backspace Backspace F5 F5");
    assert_eq!(counts(&room, 0), [0, 2, 5, 3, 1]);
}

#[test]
fn a_number_pad_is_enough_for_a_line_of_counts() {
    let mut room = room(60, 17);
    room.keys("V").types("0+2+5.3-1*1").keys("Enter F5");
    assert_eq!(counts(&room, 0), [0, 2, 5, 3, 1]);
    assert_eq!(room.answer("P3").latest_round(None).unwrap().whole().dont_know, 1);
}

#[test]
fn what_is_typed_and_not_entered_counts_at_reveal() {
    let mut room = room(60, 17);
    room.keys("V").types("0 2 5 3 2").keys("R");
    assert_eq!(counts(&room, 0), [0, 2, 5, 3, 2]);
    let mut room = self::room(60, 17);
    room.keys("V").types("0 2 5 3").keys("R").says("There are 4 counts");
    assert!(room.answer("P3").rounds.is_empty());
}

#[test]
fn hands_are_counted_by_sector() {
    let mut room = room(60, 20);
    room.keys("V G").shows("Statutory").shows("Third sector").shows("Community");
    room.types("0 0 2 5 0").keys("Enter").types("1 3 0 0 0").keys("Enter").shows("11 of 12 in");
    room.types("0 1 0 0 0").keys("Enter F5");
    assert_eq!(counts(&room, 0), [1, 4, 2, 5, 0]);
    let round = room.answer("P3").latest_round(None).unwrap().clone();
    assert_eq!(round.by_sector().len(), 3);
    // Four of the third sector tell where they stand if they agree, here as on every page and paper; their middle never.
    room.resize(120, 36).says("Third sector: may it be told where they stand?").hides("a strong gap");
}

#[test]
fn the_keypad_is_passed_on() {
    let mut room = room(60, 17);
    room.keys("V K 4 4 4 2 3 0 5").says("7 of 12 in: thank you, pass it on").keys("Backspace").shows("6 of 12 in");
    room.keys("Backspace Backspace Backspace Backspace Backspace Backspace").shows("0 of 12 in");
    room.keys("Backspace").says("No vote of the keypad is left to take back").keys("4 4 4 2 3 0");
    room.keys("9").says("Press 1 to 5").keys("4 4 3 4 4 4").shows("12 of 12 in").says("Everybody is in").keys("R");
    assert_eq!(counts(&room, 0), [0, 1, 2, 8, 0]);
    room.shows("FEW SEE IT DIFFERENTLY");
}

#[test]
fn the_keypad_is_passed_on_group_by_group() {
    let mut room = room(60, 20);
    room.keys("V G K 4 4 4 4 3 4 4").shows("7 of 7 in").keys("Enter 1 2 2 2").shows("4 of 4 in").keys("Down 3 R");
    let round = room.answer("P3").latest_round(None).unwrap().clone();
    let sectors: Vec<(Option<String>, u32)> =
        round.by_sector().into_iter().map(|tally| (tally.sector.clone(), tally.ballots())).collect();
    assert_eq!(
        sectors,
        [(Some("community".into()), 1), (Some("statutory".into()), 7), (Some("third-sector".into()), 4)]
    );
}

#[test]
fn escape_keeps_the_vote_open_and_other_items_can_be_rated_meanwhile() {
    let mut room = room(60, 17);
    room.keys("V K 4 4 2 Esc").shows("VOTE OPEN  3 of 12 in");
    room.keys("PgDn").hides("VOTE OPEN").keys("4 R").says("The open vote is on P3 Joint work: V goes there");
    room.keys("Ctrl+Q").says("The open vote on P3 Joint work is not kept: 3 votes.").keys("Esc");
    room.keys("V").shows("P3").says("is still open: reveal it, or discard it, before another");
    room.keys("5 Esc F5 F5").hides("VOTE OPEN");
    assert_eq!(counts(&room, 0), [0, 1, 0, 2, 1]);
}

#[test]
fn an_empty_vote_is_not_kept_and_cannot_be_revealed() {
    let mut room = room(60, 17);
    room.keys("V R").says("Nobody has voted yet").keys("Esc").hides("VOTE OPEN").keys("R").says("No vote is open");
    assert!(room.workshop().vote.is_none());
}

#[test]
fn a_vote_is_discarded_unseen_and_only_when_asked_twice() {
    let mut room = room(60, 17);
    room.keys("V K 4 4 Del").says("Del again discards").keys("4").keys("Del").shows("3 of 12 in").keys("Del");
    room.says("The open vote is discarded");
    assert!(room.workshop().vote.is_none() && room.answer("P3").rounds.is_empty());
}

#[test]
fn two_rounds_stand_side_by_side_with_their_movement() {
    let mut room = room(80, 24);
    room.keys("V").types("1 4 4 2 1").keys("F5 V").shows("round 2").types("0 2 6 4 0").keys("F5");
    room.says("Round 1 1 4 4 2 1").says("ROUND 2 still 3, votes closer");
    // A third press counts the second round anew.
    room.keys("V").shows("round 2 again").types("0 1 6 5 0").keys("F5");
    assert_eq!((counts(&room, 0), counts(&room, 1)), ([1, 4, 4, 2, 1], [0, 1, 6, 5, 0]));
    assert_eq!(room.answer("P3").rounds.len(), 2);
    room.keys("U U U");
    assert!(room.answer("P3").rounds.is_empty());
    room.keys("Ctrl+Y").shows("FEW SEE IT DIFFERENTLY");
}

#[test]
fn on_another_day_only_what_is_disclosed_is_on_the_screen() {
    let mut room = room(80, 24);
    room.keys("V").types("0 1 1 1 0").keys("F5 F5").shows("median 3");
    let session = room.session().clone();
    room = Room::opened(session, 80, 24);
    room.shows("median 3").sleeps(24 * 60).hides("median 3").says("counts of fewer than five are not shown");
}

#[test]
fn missing_voices_are_named_where_they_are_missed() {
    let mut room = Room::begun(60, 17);
    room.goes_to("E2").says("MISSING nobody is on the register yet");
    room.goes_to("I1").hides("MISSING");
    let mut room = self::room(60, 17);
    room.goes_to("E2").hides("MISSING").goes_to("A2").says("MISSING nobody's level is on the register");
    let mut session = room.session().clone();
    session.register = Register::parse("statutory=7").unwrap();
    let mut room = Room::opened(session, 60, 17);
    room.goes_to("E2").says("nobody from third sector or community is present");
}

/// What anybody could see of an open vote: every screen, what is saved, and what a failure report would print.
pub(super) fn seen(room: &mut Room) -> Vec<String> {
    let mut seen = Vec::new();
    for (columns, rows) in [(40, 12), (60, 17), (60, 20), (80, 24), (120, 36)] {
        seen.push(room.resize(columns, rows).screen());
    }
    seen.push(format!("{:?} {:?}", room.app.cx.notice, room.cursor));
    seen.push(encode(room.session(), &Head::of(room.session(), &room.app.cx.framework, moment(0))).unwrap());
    seen.push(format!("{:?}", room.app));
    seen
}

proptest! {
    #![proptest_config(crate::support::cases(24))]

    /// Two rooms that vote differently, key by key, look the same until they reveal.
    #[test]
    fn no_vote_on_the_keypad_shows_before_reveal(
        votes in prop::collection::vec((0_u8..6, 0_u8..6), 1..14),
        withdrawn in prop::collection::vec(any::<bool>(), 14),
    ) {
        let (mut one, mut other) = (room(60, 17), room(60, 17));
        one.keys("V K");
        other.keys("V K");
        for ((mine, theirs), withdrawn) in votes.into_iter().zip(withdrawn) {
            one.keys(&mine.to_string());
            other.keys(&theirs.to_string());
            if withdrawn {
                one.keys("Backspace");
                other.keys("Backspace");
            }
            prop_assert_eq!(seen(&mut one), seen(&mut other));
        }
        one.keys("Esc");
        other.keys("Esc");
        prop_assert_eq!(seen(&mut one), seen(&mut other));
        one.keys("4 U");
        other.keys("4 U");
        prop_assert_eq!(seen(&mut one), seen(&mut other));
        let opened = one.effects.iter().filter(|effect| matches!(effect, Effect::Save)).count();
        prop_assert_eq!(opened, other.effects.iter().filter(|effect| matches!(effect, Effect::Save)).count());
    }

    /// Two lines of the same counts in another order look the same once they are taken, until reveal.
    #[test]
    fn no_line_of_counts_shows_before_reveal(
        counts in prop::collection::vec(0_u16..120, 5).prop_filter("somebody votes", |all| all.iter().sum::<u16>() > 0),
        turn in 0_usize..5,
    ) {
        let mut turned = counts.clone();
        turned.rotate_left(turn);
        let (mut one, mut other) = (room(60, 17), room(60, 17));
        for (room, counts) in [(&mut one, &counts), (&mut other, &turned)] {
            let words: Vec<String> = counts.iter().map(u16::to_string).collect();
            room.keys("V").types(&words.join(" "));
        }
        one.keys("Enter Y");
        other.keys("Enter Y");
        prop_assert_eq!(seen(&mut one), seen(&mut other));
        one.keys("R R");
        prop_assert!(!matches!(one.app.overlays.last(), Some(Overlay::Vote(_))));
        let Counts5(revealed) = one.answer("P3").latest_round(None).unwrap().whole().counts;
        prop_assert_eq!(revealed.to_vec(), counts);
    }
}

#[test]
fn how_groups_are_counted_is_chosen_once_and_kept_with_the_session() {
    let mut room = room(60, 20);
    room.keys("V").shows("Whole room").keys("G").shows("Third sector").keys("G").shows("Whole room").keys("G K Esc");
    room.keys("PgDn V").shows("Third sector").says("Then pass it on").keys("Esc");
    let mut other = self::room(60, 20);
    other.keys("G").says("VOTES counted: whole room").keys("V").says("VOTES counted: by sector");
    other.keys("Esc V").shows("Third sector");
    let mut again = Room::opened(room.session().clone(), 60, 20);
    again.goes_to("P5").keys("V").shows("Third sector").says("Then pass it on");
    again.keys("4 G").says("Votes are in already").shows("Third sector");
}

#[test]
fn more_than_are_present_count_only_after_a_question() {
    let mut room = room(60, 20);
    room.keys("V G")
        .types("00260")
        .keys("Enter")
        .says("More than are present?")
        .says("Statutory: 8 are counted, and 7");
    room.keys("Esc").shows("00260").shows("0 of 7 in").keys("Backspace Backspace 5 0 Enter").shows("7 of 7 in");
    room.types("1 3 1 0 0").keys("F5").says("Third sector: 5 are counted, and 4").keys("Y").shows("5 of 4 in");
    room.hides("Everybody is in").types("1 0 0 0 0").keys("F5");
    assert_eq!(room.answer("P3").latest_round(None).unwrap().ballots(), 13);
}

#[test]
fn a_reveal_with_people_missing_is_asked_once_and_says_how_many_voted() {
    let mut room = room(80, 24);
    room.keys("V").types("0 2 1 0 0").keys("F5").says("9 people have not voted. The next F5 or R reveals");
    assert!(room.answer("P3").rounds.is_empty());
    room.keys("Esc").says("9 people have not voted. The next F5 or R reveals").keys("F5").says("3 of 12 voted");
    assert_eq!(room.answer("P3").rounds[0].present, Some(12));
}

#[test]
fn the_register_is_opened_from_the_box_and_the_vote_knows_who_came() {
    let mut room = room(60, 20);
    room.keys("V G").types("00260").keys("Enter").shows("Who came later").shows("Enter, then F6.");
    room.keys("Enter F6").shows("REGISTER").keys("+").shows("Statutory: 1 came").keys("Esc");
    room.shows("0 of 8 in").shows("00260").keys("Enter").shows("8 of 8 in").shows("► Third sector");
    // Somebody of another group leaves: what is typed stays with the group it was typed for.
    room.types("1 3").keys("F6 Down Down -").keys("F6").shows("0 of 4 in   1 3").hides("Community");
    room.types(" 0 0 0").keys("F5");
    assert_eq!(room.answer("P3").rounds[0].present, Some(12));
}

#[test]
fn a_group_of_which_nobody_knows_is_counted_by_its_don_t_knows_alone() {
    let mut room = room(60, 20);
    room.keys("V G").types("00250").keys("Enter").types("?4").keys("Enter").shows("4 of 4 in").types("?").keys("Enter");
    room.says("Everybody is in").keys("F5").says("don't know");
}

#[test]
fn nobody_is_asked_to_be_heard_where_all_of_two_say_the_same() {
    let mut room = Room::begun(60, 17);
    room.goes_to("P3").keys("V").types("0 0 0 2 0").keys("F5").shows("Key 4 to agree.").hides("Hear a");
    room.keys("V").types("0 1 0 1 0").keys("F5").says("Hear a 2 and a 4 first, two minutes.");
}

#[test]
fn one_is_said_as_one() {
    let mut room = room(60, 20);
    room.keys("V").types("9").keys("Enter").says("There is 1 count; write five").keys("Backspace G Down Down");
    room.types("11000").keys("Enter").says("Community: 2 are counted, and 1 is present.");
}

#[test]
fn the_heading_of_the_box_is_never_cut() {
    for (columns, rows) in [(40, 12), (60, 17), (80, 24), (120, 36)] {
        let mut room = room(columns, rows);
        room.goes_to("P4").keys("V G").shows("0 of 12 in ═").shows("P4").shows("(strategic)");
    }
    let mut room = room(40, 12);
    room.goes_to("P4").keys("V G").shows("► Statutory").shows("  Community").types("10 20 10 10 10");
    room.shows("► Statutory").shows("10 20 10 10 10").keys(&"Backspace ".repeat(14)).shows("0 of 7 in").keys("G");
    room.shows("Esc keep and close").keys("Esc X").shows("═ Not agreed: P4 Leadership ═").keys("Esc 3");
    room.shows("3 GROWING").hides("(ag").keys("U V");
    room.keys("Esc Esc Esc G N 2 Enter").types("Housing").keys("Esc N 1 Enter Right Right Right Esc Esc V G");
    room.shows("► Statutory").shows("  Third sector").shows("1 of 5: more below").keys("Down Down Down Down");
    room.shows("► Housing").shows("5 of 5").hides("more below").shows("Esc keep and close");
    room.keys("G K").shows("5 Firmly").keys("4").shows("Pass it on · 0 don't know").shows("1 of 15 in");
}

#[test]
fn a_key_that_is_held_down_is_one_vote() {
    let mut room = room(60, 17);
    room.keys("V K");
    for _ in 0..25 {
        room.bounces("4", 40);
    }
    room.shows("1 of 12 in").bounces("4", 650).shows("1 of 12 in").bounces("4", 700).shows("2 of 12 in");
    room.bounces("3", 40).shows("3 of 12 in");
}

#[test]
fn the_keypad_stops_at_the_number_of_the_register_and_asks() {
    let mut room = room(60, 20);
    room.keys("V G K 4 4 4 4 4 4 4 5").says("More than are present?").says("Statutory: 8 are counted, and 7");
    room.keys("3 3 Esc").shows("7 of 7 in").keys("5 Y").shows("8 of 7 in").keys("Backspace").shows("7 of 7 in");
}

#[test]
fn digits_do_nothing_for_two_seconds_after_a_reveal() {
    let mut room = room(60, 17);
    room.keys("V K 4 4 F5 F5").bounces("4", 300).says("digits rate again in two seconds").bounces("2", 1600);
    assert_eq!(room.answer("P3").decided.at(None), &Decision::NotDiscussed);
    room.bounces("4", 200);
    assert_eq!(room.answer("P3").decided.at(None).rating(), Some(Rating::Four));
}

#[test]
fn undo_of_a_reveal_hides_the_votes_and_the_next_reveal_shows_the_same() {
    let mut room = room(80, 24);
    room.keys("V G").types("00250").keys("Enter").types("13000").keys("F5 F5 U");
    room.says("The votes are hidden again").shows("VOTE OPEN  11 of 12 in").hides("■");
    assert!(room.answer("P3").rounds.is_empty());
    room.keys("F5");
    assert_eq!(counts(&room, 0), [1, 3, 2, 5, 0]);
    assert_eq!(room.answer("P3").latest_round(None).unwrap().by_sector().len(), 2);
    // So does doing it again, and then no vote is open.
    room.keys("U Ctrl+Y").hides("VOTE OPEN");
    assert!(room.workshop().vote.is_none());
    assert_eq!(counts(&room, 0), [1, 3, 2, 5, 0]);
}

#[test]
fn a_counted_line_is_corrected_with_backspace() {
    let mut room = room(60, 20);
    room.keys("V G").types("0 0 2 5 0").keys("Enter").types("1 3 0 0 0").keys("Enter Up Up Backspace");
    room.shows("0 0 2 5").hides("0 0 2 5 0").keys("Backspace Backspace").types("4 1").keys("F5 F5");
    assert_eq!(counts(&room, 0), [1, 3, 2, 4, 1]);
}

#[test]
fn a_click_rates_nothing_while_a_vote_is_taken() {
    let mut room = room(80, 24);
    room.keys("V K 4");
    room.clicks(10, 12);
    assert_eq!(room.answer("P3").decided.at(None).rating(), None::<Rating>);
}

#[test]
fn the_rating_agreed_before_a_vote_is_agreed_again_by_the_same_digit() {
    let mut room = room(80, 24);
    room.keys("4 C C C").shows("high").minutes(1).keys("V").types("0 0 0 6 0 ?6").keys("Enter F5");
    let state = |room: &Room| {
        let (_, stage, feature) = room.app.cx.framework.feature(&Id::from("P3")).unwrap();
        reading(room.session(), stage, &feature.id).state
    };
    assert_eq!(state(&room), State::BlindSpot, "half of the room does not know");
    room.minutes(1).keys("4").shows("4 MOSTLY  (agreed)");
    assert_eq!(state(&room), State::Strength, "agreed on evidence, by a room that has seen its votes");
    room.keys("U").shows("Undid: Joint work 4, agreed again");
    assert_eq!(state(&room), State::BlindSpot);
    room.keys("Ctrl+Y 4");
    assert_eq!((state(&room), room.answer("P3").history.len()), (State::Strength, 2), "said twice it is agreed once");
}

#[test]
fn a_heading_beside_a_vote_that_is_not_kept_says_no_half_date() {
    for columns in [60, 80, 100] {
        let mut room = room(columns, 24);
        room.keys("V").types("3 0 2 1 0").keys("Enter Esc");
        for key in ["", "M", "Esc W"] {
            room.keys(key).shows("vote not kept");
            let heading = room.screen().lines().next().unwrap_or_default().to_owned();
            let (title, _) = heading.split_once("Saved").unwrap();
            let whole = !title.contains('·') || title.contains("· 12 March 2026 ");
            assert!(whole && title.ends_with("  "), "{heading:?}");
        }
    }
}
