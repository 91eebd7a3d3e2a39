//! Taking a vote: how it is taken, what is refused, and what becomes of one that is open.

use crate::words::count;
use std::fmt::Display;

pub(crate) const WAYS_TO_VOTE: [&str; 3] = ["G groups", "K hands, keypad", "Backspace take back"];
pub(crate) const NOTHING_TYPED: &str = "Nothing is typed to take in. F5 or R reveals what is in";
pub(crate) const VOTE_DISCARDED: &str = "The open vote is discarded; nobody has seen it";
pub(crate) const COUNTS_TAKEN_BACK: &str = "That line of counts is taken back";
pub(crate) const NO_COUNTS_TO_TAKE_BACK: &str = "No counts are in that could be taken back";
pub(crate) const NO_VOTE_OPEN: &str = "No vote is open: V opens one";
pub(crate) const VOTES_ARE_IN: &str = "Votes are in already: reveal or discard them before they are counted otherwise";
pub(crate) const JUST_REVEALED: &str = "The votes have just been revealed: digits rate again in two seconds";
pub(crate) const ONE_GROUP: &str = "The register has one group only: its lines can say sectors and levels";
pub(crate) const CORRECT_OR_REGISTER: &str =
    "Has somebody been counted twice? Who came later goes into the register: Enter, then F6.";
pub(crate) const NOBODY_TO_HEAR: &str = "After a vote by groups, this asks those of three or four of whom nothing is \
                                         told.";
pub(crate) const NOT_TOLD_YET: &str = "Kept, and not told yet: it would give away how another small group voted that \
                                       did not agree.";

/// That an open vote is in no file: what ends the program loses it.
pub(crate) fn open_vote_not_kept(item: &str, votes: u32) -> String {
    let votes = match votes {
        0 => "counts that are typed".to_owned(),
        many => count(many, "vote", "votes"),
    };
    format!("The open vote on {item} is not kept: {votes}.")
}

pub(crate) fn vote_elsewhere(item: &str) -> String {
    format!("The open vote is on {item}: V goes there")
}

pub(crate) fn vote_still_open(item: &str) -> String {
    format!("The vote on {item} is still open: reveal it, or discard it, before another")
}

/// That some who are present are not in, which does not keep the votes closed.
pub(crate) fn have_not_voted(missing: u32) -> String {
    format!("{} not voted. The next F5 or R reveals", count(missing, "person has", "people have"))
}

/// What undo did, and that it hid votes and lost none.
pub(crate) fn hidden_again(undone: &str) -> String {
    format!("{undone}. The votes are hidden again; F5 shows the same")
}

/// `Counted anew, 5 of 12 in`: as many as before, and how they voted is not said.
pub(crate) fn hands_counted(anew: bool, cast: impl Display) -> String {
    format!("Counted{}, {cast}", if anew { " anew" } else { "" })
}

pub(crate) fn discard_asked(votes: impl Display) -> String {
    format!("{votes}. Del again discards these votes; they cannot be brought back")
}

/// `Vote, round 1`, or that a round is counted anew.
pub(crate) fn vote_title(round: usize, again: bool) -> String {
    format!("Vote, round {}{}", round + 1, if again { " again" } else { "" })
}

pub(crate) fn press_an_answer(answers: usize) -> String {
    format!("Press 1 to {answers}, or 0 for \"don't know\"")
}

/// A line of counts as an example.
pub(crate) fn counts_example(answers: usize) -> &'static str {
    if answers == 3 { "7 3 2" } else { "0 2 5 3 1" }
}

pub(crate) fn only_counts(answers: usize) -> String {
    let example = counts_example(answers);
    format!("Only counts can be taken in: {answers} of them, as {example}, then ?2 for don't-knows")
}

pub(crate) const REVEAL_SHOWS: &str = "\"reveal\" shows the votes.";
pub(crate) const ALL_IN_REVEAL_SHOWS: &str = "Everybody is in; \"reveal\" shows the votes.";

/// How counts are written as a line.
pub(crate) fn write_counts(answers: usize) -> String {
    let asked = if answers == 3 { "gave each of the three answers" } else { "voted 1, 2, 3, 4 and 5" };
    let example = counts_example(answers);
    format!(
        "Write how many {asked}, as in {example}, then ?2 for two who do not know. What you type stays on your screen; \
         nothing of it is said until it is revealed."
    )
}

/// How single votes are written as a line.
pub(crate) fn write_votes(answers: usize) -> String {
    format!(
        "Each person writes one digit, 1 to {answers}, or 0 for \"don't know\". On this screen the digits of those \
         before stay in sight: for a secret vote count hands or paper instead."
    )
}
