//! Votes in lines: nothing of them is said before reveal, and a private note is never said at all.

use crate::support::talk::Talk;
use plenary::app::Outcome;
use proptest::prelude::*;

/// A vote on P3 with twelve people in two groups.
fn voting() -> Talk {
    let mut talk = Talk::new();
    talk.writes("new\nGlenside\n\n\n\n\n70\n50\n.\nP3\n");
    talk
}

#[test]
fn counts_in_one_line_stay_unsaid_until_reveal() {
    let mut talk = voting();
    let from = talk.transcript.len();
    talk.line("v 0 21 53 37 9");
    let said = &talk.transcript[from..].replace("v 0 21 53 37 9\n", "");
    assert!(said.contains("120 of 120 in"), "{said}");
    for count in ["21", "53", "37"] {
        assert!(!said.contains(count), "{count} was said:\n{said}");
    }
    for line in ["again", "", "help", "close", "again", "map", "P3"] {
        talk.line(line);
        for count in ["21", "53", "37"] {
            talk.is_silent_on(count);
        }
    }
    talk.says("Vote open: 120 of 120 in.").line("r");
    talk.says("Votes: 0 at 1, 21 at 2, 53 at 3, 37 at 4, 9 at 5.").says("median 3, from 2 to 5, 120 votes.");
    assert_eq!(talk.session().answer(&"P3".into()).rounds.len(), 1);
}

#[test]
fn counts_that_cannot_be_read_are_asked_for_again_and_not_repeated() {
    let mut talk = voting();
    talk.line("v 0 21 53").says("write five").is_silent_on("21").asks("P3").line("v");
    talk.line("0 21 53").says("write five").is_silent_on("21").asks("Counts, whole room");
    talk.line("one 21").says("Only counts").is_silent_on("21").line("0 1 2 x 4").is_silent_on("0 1 2 x");
    talk.line("0 1 2 3 4 ?1").says("Whole room: 11 of 120 in.").line("reveal").says("109 people have not voted");
    assert_eq!(talk.outcome, Outcome::Taken, "a script goes on");
    talk.line("reveal").says("1 don't know");
}

#[test]
fn what_is_counted_anew_or_taken_back_is_said_without_the_counts() {
    for (item, first, second, short) in
        [("P3", "0 0 33 0 0", "33 0 0 0 0", "five"), ("AS1", "33 0 0", "0 33 0", "three")]
    {
        let mut talk = voting();
        talk.line(item).line("v").line(first).says("Whole room: 33 of 120 in.").is_silent_on("anew");
        for line in [second, second, first] {
            talk.line(line).says("Counted anew, 33 of 120 in.").is_silent_on("Nothing has changed");
        }
        talk.line("take back").says("That line of counts is taken back.").says("Whole room: 0 of 120 in.");
        talk.line("take back").says("No counts are in").line("reveal").says("Nobody has voted").is_silent_on(short);
        talk.line(second).says("Whole room: 33 of 120 in.").line("r").line("r").is_silent_on(short);
    }
    let mut talk = voting();
    talk.line("v").line("groups").line("9 0 0 0 0").asks("Counts, Third sector").line("take back");
    talk.says("taken back").says("Statutory: 0 of 70 in.").asks("Counts, Statutory").line("99 0 0 0 0").line("n");
    talk.line("take back").says("No counts are in").line("reveal").says("Nobody has voted");
}

#[test]
fn groups_are_counted_one_after_the_other() {
    let mut talk = voting();
    talk.line("v")
        .line("9")
        .says("There is 1 count;")
        .line("groups")
        .asks("Counts, Statutory")
        .line("0 0 10 20 40")
        .says("Statutory: 70 of 70 in.");
    talk.asks("Counts, Third sector").line("20 20 10 0 0").says("Everybody is in").line("r");
    talk.says("Gap: Third sector 2, Statutory 5: a strong gap").says("Two camps");
}

#[test]
fn the_keypad_says_only_how_many_are_in_and_that_digits_stay_in_sight() {
    let mut talk = voting();
    talk.line("v").line("way").says("the digits of those before stay in sight");
    talk.line("4");
    assert_eq!(talk.answer(), "Whole room: 1 of 120 in.");
    talk.line("5 1 0")
        .says("One vote a line")
        .line("5")
        .line("1")
        .line("0")
        .says("4 of 120 in")
        .line("take back")
        .says("3 of 120 in")
        .line("six")
        .says("1 to 5, or 0");
    talk.line("close").says("Vote open: 3 of 120 in.").line("results").says("A vote is open on this item");
    talk.line("quit")
        .says("The open vote on P3 Joint work is not kept: 3 votes. All else is saved.")
        .line("")
        .line("v")
        .line("discard")
        .says("Del again");
    talk.line("discard").says("discarded").asks("P3");
    assert!(talk.session().answer(&"P3".into()).rounds.is_empty());
}

#[test]
fn a_second_round_says_what_moved_and_there_is_no_third() {
    let mut talk = voting();
    talk.line("v 20 20 20 20 40").line("r").line("v 0 0 20 40 60").line("r");
    talk.says("Votes, round 2: 0 at 1, 0 at 2, 20 at 3").says("Round 2: up from");
    talk.line("v").says("round 2 again");
}

#[test]
fn a_private_note_is_never_said() {
    let secret = "the chair is leaving in May";
    let mut talk = Talk::begun();
    talk.line(&format!("p {secret}")).says("Private note kept.").is_silent_on(secret);
    talk.line("private").says("What you type can be read on this screen").is_silent_on(secret).line("more").line(".");
    let from = talk.transcript.len();
    for line in ["again", "details I1", "items", "map", "results", "next", "next", "u", "I1", "again", "help"] {
        talk.line(line);
    }
    assert!(!talk.transcript[from..].contains(secret), "{}", &talk.transcript[from..]);
    let note = &talk.session().answer(&"I1".into()).private_note;
    assert_eq!(note, secret, "undo took the second line back");

    let mut talk = Talk::full();
    talk.room.keys("P").types(secret).keys("Esc");
    assert!(talk.session().answer(&"I1".into()).private_note.contains(secret));
    for line in ["I1", "items", "details I1", "results", "", "", "", "", "", "", "", "", "dots"] {
        talk.line(line);
    }
    assert!(!talk.transcript.contains(secret));
}

/// What is written while a vote is open, besides votes. None of it reveals.
const MEANWHILE: [&[&str]; 14] = [
    &["again"],
    &["close", "again", "v"],
    &["close", "4", "u", "v"],
    &["close", "map", "items", "P3", "v"],
    &["close", "", "back", "v"],
    &["close", "n words", "v"],
    &["close", "results", "v"],
    &["close", "details P3", "v"],
    &["close", "P4", "v"],
    &["close", "agenda", ".", "v"],
    &["close", "k", "u", "v"],
    &["quit", ""],
    &["help"],
    &["take back"],
];

proptest! {
    #![proptest_config(crate::support::cases(24))]

    /// Two rooms that vote differently, as many votes each, are told the same until they reveal.
    #[test]
    fn nothing_of_an_open_vote_is_told_anywhere(
        turns in prop::collection::vec((prop::option::of((0_u8..6, 0_u8..6)), 0..MEANWHILE.len()), 1..6),
        counts in prop::collection::vec(0_u16..5, 5).prop_filter("three vote", |all| all.iter().sum::<u16>() > 2),
        shift in 1_usize..5,
        keypad in any::<bool>(),
    ) {
        let (mut one, mut other) = (voting(), voting());
        let mut turned = counts.clone();
        turned.rotate_left(shift);
        for (talk, counts) in [(&mut one, &counts), (&mut other, &turned)] {
            let words: Vec<String> = counts.iter().map(u16::to_string).collect();
            talk.line("v").line(if keypad { "way" } else { "groups" });
            // A vote in which nobody voted is not kept open.
            talk.line(&if keypad { "3 3".to_owned() } else { words.join(" ") });
        }
        prop_assert_eq!(one.answer(), other.answer());
        for (vote, meanwhile) in turns {
            if let Some((mine, theirs)) = vote.filter(|_| keypad) {
                one.line(&mine.to_string());
                other.line(&theirs.to_string());
                prop_assert_eq!((one.answer(), one.prompt()), (other.answer(), other.prompt()));
            }
            for line in MEANWHILE[meanwhile] {
                one.line(line);
                other.line(line);
                prop_assert_eq!((one.answer(), one.prompt()), (other.answer(), other.prompt()), "after {}", line);
            }
            prop_assert!(one.session().answer(&"P3".into()).rounds.is_empty());
        }
    }
}

#[test]
fn a_vote_on_an_assumption_is_counted_and_told_the_same_way() {
    let mut talk = voting();
    talk.line("AS7").line("v 71 32 17").says("120 of 120 in").is_silent_on("71").is_silent_on("17");
    talk.line("r").says("Voted: holds 71, partly holds 32, does not hold 17.");
    talk.says("Hear \"does not hold\" and \"holds\" first").line("2").says("The room says: partly holds.");
    talk.line("v").line("way").says("1 to 3, or 0").line("9").says("Each person writes 1 to 3").line("3").line("close");
    talk.says("Vote open: 1 of 120 in.").line("r").line("r").says("Voted again: does not hold 1.");
    talk.line("details AS7").says("Vote 1, 120 people: holds 71").line("u").says("Voted: holds 71");
    talk.line("R6").line("v").says("votes on ratings and assumptions only");
}

#[test]
fn a_private_note_is_heard_again_after_one_question_and_by_nobody_else() {
    let mut talk = Talk::begun();
    talk.line("hear private").says("There is no private note on this item.");
    talk.line("p Ask the chair alone").says("Private note kept.");
    talk.line("hear private").says("would hear the private note").is_silent_on("chair");
    assert!(matches!(talk.outcome, plenary::app::Outcome::Refused(_)), "a script stops there");
    talk.line("again").is_silent_on("chair").line("hear private").is_silent_on("chair");
    talk.line("hear private").says("Private note: Ask the chair alone");
    talk.line("AS7").line("private Nor this").line("hear private").line("hear private").says("Private note: Nor this");
}
