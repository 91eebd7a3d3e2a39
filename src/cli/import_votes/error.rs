//! What is wrong with a file of votes, and in which cell.

use thiserror::Error;

#[derive(Debug, Error)]
pub(super) enum VotesError {
    #[error("the file is empty; its first line names the items, as printed on the ballots.")]
    Empty,
    #[error(
        "there is no vote in it; write 1 to 5, or 0 for \"don't know\", under the items (1 to 3 under an assumption)."
    )]
    NoVote,
    #[error("{item}: {why}.")]
    NotTaken { item: String, why: String },
    #[error("line {line}, column {column}: {problem}")]
    Cell { line: usize, column: usize, problem: CellProblem },
    #[error(transparent)]
    Csv(#[from] CsvError),
}

/// Why a text cannot be told apart into cells.
#[derive(Debug, Error)]
pub(super) enum CsvError {
    /// A quote opens a cell and none closes it: all that follows would be one cell.
    #[error("line {line}, column {column}: the quote that opens here is never closed; close it, or take it away.")]
    Unclosed { line: usize, column: usize },
    /// What the reader itself refuses.
    #[error("{0}.")]
    Reader(#[from] ::csv::Error),
}

/// What is wrong with one cell.
#[derive(Debug, Error)]
pub(super) enum CellProblem {
    #[error("\"{text}\" stands above column {column} already; which of the two counts?")]
    Twice { text: String, column: usize },
    #[error("\"{0}\" is no item; write sector, level, or an item such as P3, P2 strategic or AS1.")]
    NoItem(String),
    #[error("write strategic or operational after the item.")]
    ItemLevel,
    #[error("{item}: {why}.")]
    NoVoteOn { item: String, why: String },
    #[error("there is no heading above this.")]
    NoHeading,
    #[error("\"{0}\" is no level; write strategic or operational, or leave it.")]
    NoLevel(String),
    #[error("\"{text}\" is no vote; write 1 to {most}, or 0 for \"don't know\".")]
    NoVote { text: String, most: usize },
    #[error("{0}.")]
    Refused(String),
    #[error("\"{text}\" is no sector of this session; write {sectors}.")]
    NoSector { text: String, sectors: String },
}

impl CellProblem {
    pub(super) fn at(self, line: usize, column: usize) -> VotesError {
        VotesError::Cell { line, column, problem: self }
    }
}
