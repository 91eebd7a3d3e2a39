//! Why a session does not take a change, an answer or another session: each a sentence with the next step.

use super::MOST_WITH_TEXT;
use crate::framework::Rating;

/// Why a change was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("This session is finished; reopen it to change it: F4")]
    Finished,
    #[error("This item takes a strategic and an operational rating; choose one with Up and Down")]
    Level,
    #[error("Agree a rating first: 1 to 5")]
    NoRating,
    #[error("The room has voted twice on this; correct a round, or agree on a rating")]
    TwoRounds,
    #[error("Nobody has voted yet; take at least one vote first")]
    NobodyVoted,
    #[error("There is no such round to correct; take a vote first")]
    NoRound,
    #[error("A minority statement needs words; write what those who disagree want on the record")]
    EmptyStatement,
    #[error("There is no such minority statement; it may have been removed")]
    NoStatement,
    #[error("This item takes one rating; leave the level out")]
    OneRating,
    #[error("Say first whether this risk is happening now or could happen")]
    NotPlaced,
    #[error("This risk is happening now, so it has no likelihood; give its impact: 1 to 5")]
    Happening,
    #[error("No item takes more than 4,995 dots; check the count")]
    TooManyDots,
    #[error("Ten items have had a deep dive; go on quickly, or park this one with K to come back to")]
    TenDives,
    #[error("Say what will be done, or choose what it is for")]
    EmptyAction,
    #[error("That action is not in the list; choose another one")]
    NoSuchAction,
    #[error("The review comes after the workshop; choose a later day")]
    ReviewTooEarly,
}

/// Why an import is not taken, or not taken back.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportRefusal {
    /// The room has spoken of these: what came now would lean on that, or what was told would change.
    #[error(
        "the room has voted on or rated {0} already, so no ballots on that are taken any more; to take in the rest, \
         delete these columns in a copy of the file"
    )]
    Spoken(String),
    #[error("the room's votes on {0} are no longer those that came in; undo in the program what was changed")]
    Changed(String),
    #[error("nothing was imported into this session")]
    Nothing,
    #[error(transparent)]
    Refused(#[from] Refusal),
}

/// Why sessions are not merged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MergeRefusal {
    #[error("\"{0}\" and \"{1}\" were held with different frameworks; merge sessions of the same one")]
    OtherFramework(String, String),
    #[error("Everything is in \"{0}\" already; there is nothing to merge")]
    NothingNew(String),
    #[error("\"{0}\" and \"{1}\" both hold the table \"{2}\"; merge the tables themselves instead")]
    Overlap(String, String, String),
    #[error("There is nothing to merge; choose two sessions or more")]
    Nothing,
}

/// The answers of tables that do not agree, by table: the line below the notes on what the room is to settle. Session
/// files hold it: it keeps its words.
#[derive(Debug, thiserror::Error)]
#[error("The tables differ: {0}")]
pub(super) struct TablesDiffer(pub(super) String);

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "This session was held with the framework \"{held_with}\" ({held_with_id}), and Plenary is using \"{in_use}\" \
     ({in_use_id}); start Plenary with --framework FILE, where FILE is the framework \"{held_with_id}\"."
)]
pub(crate) struct OtherFramework {
    pub(super) held_with: String,
    pub(super) held_with_id: String,
    pub(super) in_use: String,
    pub(super) in_use_id: String,
}

impl From<OtherFramework> for String {
    fn from(error: OtherFramework) -> Self {
        error.to_string()
    }
}

/// A range with one rating at both ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a range needs two different ratings, not {0} twice")]
pub struct OneRatingTwice(pub Rating);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "The session would take {} MiB, and its file holds {} MiB, or it could not be opened again: shorten the longest \
     notes",
    tenths(.0.div_ceil(TENTH)),
    tenths(MOST_WITH_TEXT / TENTH)
)]
pub struct TooLarge(pub usize);

const TENTH: usize = 1024 * 1024 / 10;

/// `7.7`.
fn tenths(number: usize) -> String {
    format!("{}.{}", number / 10, number % 10)
}

/// Why a count of people or a line of the register cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PeopleError {
    #[error("\"{0}\" is not a number of people; write a whole number from 0 to 999, for example 12")]
    NotACount(String),
    #[error(
        "\"{0}\" is not a sector; write statutory, third-sector, community or private, for example statutory=7,third-sector=4"
    )]
    NotASector(String),
    #[error("\"{0}\" is not in this register's list of sectors; add it there first")]
    UnlistedSector(String),
    #[error("{0} is not a number of people for a line of the register; write 1 to 999")]
    Nobody(u16),
    #[error("Nobody of this line is in the room")]
    NobodyHere,
    #[error("The register has no line {0}")]
    NoLine(usize),
}
