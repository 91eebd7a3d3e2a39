//! Why votes are not taken, and counts cannot be read. No reason says what was voted.

/// Why a vote is not taken. It never says which.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BallotError {
    #[error("There are 999 votes in this group already; take the round back and begin again")]
    TooMany,
    /// More than are present in the group that votes. One question comes before they count.
    #[error("{counted} {} counted, and {present} {} present", is_or_are(*counted), is_or_are(*present))]
    MoreThanPresent {
        /// How many votes that would be.
        counted: u32,
        /// How many the register says are there.
        present: u32,
    },
    #[error("No vote of the keypad is left to take back")]
    NothingToWithdraw,
    #[error(transparent)]
    Counts(#[from] CountError),
}

/// Why a line of counts cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CountError {
    #[error("There {there}; write {asked}, then ?2 for two don't-knows", there = counts_there_are(*.0), asked = .1)]
    NotAsMany(usize, &'static str),
    /// Something that is not a number, at this place from 1. It is not repeated: the wall must not show counts.
    #[error("Entry {0} of the line is not a count; write whole numbers from 0 to 999")]
    NotACount(usize),
    #[error("Write the don't-knows once, after the counts, as ?2; before them {0}")]
    DontKnowElsewhere(&'static str),
    #[error("These counts add up to {0} people; at most 999 can vote")]
    TooMany(u32),
    #[error("Nobody is counted yet; write {0}")]
    Nobody(&'static str),
}

fn is_or_are(many: u32) -> &'static str {
    if many == 1 { "is" } else { "are" }
}

fn counts_there_are(many: usize) -> String {
    if many == 1 { "is 1 count".into() } else { format!("are {many} counts") }
}

pub(super) const FIVE_COUNTS: &str = "five, for 1 to 5, as 0 2 5 3 1";
pub(super) const THREE_COUNTS: &str = "three, for holds, holds in part, does not hold, as 7 3 2";
