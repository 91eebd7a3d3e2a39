//! Why a line is not taken: each says what to write instead. Nothing that was typed is repeated but what was no secret.

use crate::words;
use thiserror::Error;

#[derive(Debug, Error)]
pub(super) enum NotTaken {
    #[error("That is not understood here, and nothing was changed. {0}")]
    Unknown(String),
    #[error("Nothing may follow {0}, and nothing was changed: write it alone.")]
    MoreThanTheWord(String),
    #[error("Of which item? Write its id, for example details P3.")]
    WhichItem,
    #[error("There is no item with that id. Write one as the map names it, for example go P3.")]
    NoItem,
    #[error("{}", words::capital(&words::not_on_the_map(&[.0])))]
    NotOnTheMap(String),
    #[error("That may be an item: its id is written without a blank, as in P4; a whole word adds a text.")]
    MaybeItem,
    #[error("A vote is open on this item: r reveals it first.")]
    VoteOpen,
    #[error("The open vote is taken in another way; v alone goes on with it.")]
    VoteTakenOtherwise,
    #[error("Each person writes 1 to {0}, or 0 for \"don't know\". \"reveal\" shows the votes.")]
    NoVote(usize),
    #[error("This item takes one rating, not one for each level.")]
    OneRating,
    #[error("Write two different ratings, the lowest and the highest, as in x 2 4.")]
    NoRange,
    #[error("Write the {0} rating that somebody stands by, 1 to 5; a full stop closes.")]
    NoRating(&'static str),
    #[error("Lowest and highest are the same: write two different ratings.")]
    SameRatings,
    #[error("Evidence is low, medium, high or none, as in c high.")]
    NoEvidence,
    #[error("Which one? Write its number after the word.")]
    WhichLine,
    #[error("There is no line with that number; there are {0}.")]
    NoChoice(usize),
    #[error("There is no format with that number.")]
    NoFormat,
    #[error("There is no action {0}.")]
    NoAction(u32),
    #[error("There is no line to choose here.")]
    NoLines,
    #[error("There is no line {0}; there is 1.")]
    OneLine(u32),
    #[error("There is no line {number}; there are {many}.")]
    NoLine { number: u32, many: usize },
    #[error("\"{0}\" is not a number of people from 1 to 999")]
    NoPeople(String),
    #[error("Date was not understood: try 12 March 2026. What stood there before stays.")]
    NoDate,
    #[error("Write a whole number from 0 to 999. What stood there before stays.")]
    NoCount,
    #[error("{0}. What stood there before stays.")]
    Stays(String),
    #[error("{}", words::not_read_as_date(.line, .problem))]
    NoDay { line: String, problem: String },
    #[error(
        "No sector is called \"{0}\". Write the number or the name of one; the word new before a name adds it, as in new \
         Faith groups."
    )]
    NoSector(String),
    #[error(
        "One vote a line: each person writes 1 to {0}, or 0 for \"don't know\", and nothing of this line is counted."
    )]
    SeveralVotes(usize),
    #[error("Counts are whole numbers without a sign, as in 0 2 5 3 1.")]
    SignedCount,
    #[error("That is an answer here and a command as well: write {0} for the answer, or Del to take the old one back.")]
    TwoThings(char),
    #[error("Nobody is named by an empty line. A name is written in full, for example {}.", words::EXAMPLE_NAMED)]
    NoName,
    #[error("{0} Commands begin with a full stop here, as in .help or .back.")]
    PerhapsCommand(String),
    #[error("Write one of these, or its number: {0}.")]
    OneOf(String),
    #[error(
        "A text is asked for here, for example \"{0}\", and that reads like a command or an answer to something else. \
         Write it once more if it is the text; commands begin with a full stop here, as in .help or .back."
    )]
    HardlyText(&'static str),
    #[error(
        "What follows the word reads like a command or an answer to something else, and nothing was changed. Write the \
         line once more if it is the text."
    )]
    HardlyAdded,
    #[error("the question was not answered, so nothing of it was done: \"yes\" or \"no\" answers it")]
    NotAnswered,
    #[error("the vote on {0} is still open, and an open vote is not kept: \"reveal\" or \"discard\" ends it")]
    VoteLeftOpen(String),
}
