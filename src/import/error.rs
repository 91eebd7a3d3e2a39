//! What is wrong with a file of votes, in which cell, and what to do about it in a spreadsheet's own words.

use super::table::{Cell, Table, letters};
use crate::encoding::DecodeError;
use crate::session::ImportRefusal;
use std::path::PathBuf;
use thiserror::Error;

#[derive(Debug, Error)]
pub(crate) enum VotesError {
    #[error(
        "the file is empty; open the spreadsheet that it came from, check that the ballots are on the sheet in front, and \
         save it again. Its first row names the items, as printed on the ballots."
    )]
    Empty,
    #[error(
        "there is no vote in it, only headings; write 1 to 5, or 0 for \"don't know\", in the rows below the items (1 to \
         3 under an assumption)."
    )]
    NoVote,
    #[error(
        "no heading in it names an item; write sector, level, and items such as P3, P2 strategic or AS1 in the first row, \
         one to a column."
    )]
    NoHeadings,
    #[error(
        "\"{0}\" and \"{1}\" both stand in it, so its scale has seven steps; give each of its answers a number from 1 to 5, \
         in a copy of the file."
    )]
    SevenSteps(String, String),
    #[error("there is no sheet \"{name}\" in it; give one of {sheets}, or all.")]
    NoSheet { name: String, sheets: String },
    #[error("{item}: {why}.")]
    NotTaken { item: String, why: String },
    #[error("{place}: {problem}")]
    Cell { place: String, problem: CellProblem },
    #[error("these ballots came in already on {0}")]
    CameInAlready(String),
    #[error("these may be the same people as those who came in on {0}")]
    PerhapsTheSame(String),
    #[error("{0}.")]
    Import(#[from] ImportRefusal),
    #[error(transparent)]
    Csv(#[from] CsvError),
    #[error(transparent)]
    Read(#[from] ReadError),
}

/// Why a file cannot be read as a table.
#[derive(Debug, Error)]
pub(crate) enum ReadError {
    #[error("it could not be read as text: {0}.")]
    NoText(#[from] DecodeError),
    #[error(
        "it is an Excel workbook under the name of a text file; open it in Excel and choose File, Save As, Excel Workbook \
         (.xlsx) or CSV UTF-8 (Comma delimited), then import that."
    )]
    RenamedWorkbook,
    #[error(
        "it is named as an Excel workbook and is none; open it in Excel and choose File, Save As, Excel Workbook (.xlsx)."
    )]
    NoWorkbook,
    #[error(
        "it is a workbook in a form that is not read; open it in Excel and choose File, Save As, Excel Workbook (.xlsx)."
    )]
    OldWorkbook,
    #[error(
        "it is no workbook but another document; copy its table into Excel and save that as Excel Workbook (.xlsx)."
    )]
    OtherDocument,
    #[error(
        "the workbook is damaged or has a password; open it in Excel, save it without a password as Excel Workbook (.xlsx)."
    )]
    DamagedWorkbook,
    #[error("the workbook is larger than any survey; copy the rows with the ballots into a new one and save that.")]
    TooLargeWorkbook,
    #[error("{}: there is no .csv, .txt or .xlsx file in this folder; save the ballots there, one file or many.", .0.display())]
    EmptyFolder(PathBuf),
}

/// Why a text cannot be told apart into cells.
#[derive(Debug, Error)]
pub(crate) enum CsvError {
    /// A quote opens a cell and none closes it: all that follows would be one cell.
    #[error(
        "line {line}, column {column} ({}): the quote that opens here is never closed; close it, or take it away.",
        letters(*column)
    )]
    Unclosed { line: usize, column: usize },
    /// What the reader itself refuses.
    #[error("{0}.")]
    Reader(#[from] ::csv::Error),
}

#[derive(Debug, Error)]
pub(crate) enum CellProblem {
    #[error(
        "\"{text}\" stands above column {column} ({}) already; delete one of the two columns in the spreadsheet, or give \
         it another heading.",
        letters(*column)
    )]
    Twice { text: String, column: usize },
    #[error("\"{text}\" stands in line {line} already; delete one of the two rows, or give it another heading.")]
    TwiceBelow { text: String, line: usize },
    #[error(
        "\"{0}\" is an answer and no person, so these are counts and not ballots; write one line for each person, or type \
         the counts into the vote on an item."
    )]
    Counts(String),
    #[error("\"{0}\" is no item; write sector, level, or an item such as P3, P2 strategic or AS1.")]
    NoItem(String),
    #[error("\"{text}\" has the id of {id} and the words of {other}; write one of the two ids as the heading.")]
    Contradicts { text: String, id: String, other: String },
    #[error(
        "{0}: This item takes a strategic and an operational rating; write strategic or operational after the item."
    )]
    WhichLevel(String),
    #[error("there is no heading above this; write one, or delete the column.")]
    NoHeading,
    #[error("\"{text}\" is no vote; write 1 to {most}, or 0 for \"don't know\".")]
    NoVote { text: String, most: usize },
    #[error(
        "\"{text}\" is a date or a time: Excel makes one of texts such as 4-5; write the number that was meant, 1 to {most}."
    )]
    Date { text: String, most: usize },
    #[error(
        "\"{0}\" is an answer that heads a column of its own; export one column for each question, with its answer in it \
         (in SurveyMonkey: condensed columns)."
    )]
    AnswerHeads(String),
    #[error("\"{0}\" says two different votes, one as a number and one in words; write the number only.")]
    TwoVotes(String),
    #[error(
        "a mapping has three columns: what (heading, answer, sector or level), its text in the ballots, and what it means."
    )]
    NoMapping,
    #[error("\"{0}\" means nothing here; write an item such as P3 or P2 strategic, sector, level, comment or ignore.")]
    NoMeaning(String),
    #[error("\"{text}\" is no sector of this session; write {sectors}, or nothing.")]
    NoSector { text: String, sectors: String },
    #[error("\"{0}\" is no level; write strategic or operational, or nothing.")]
    NoLevel(String),
}

impl CellProblem {
    /// Says in which cell: as Excel names it, and in a text by its line too.
    pub(super) fn at(self, table: &Table, cell: &Cell) -> VotesError {
        let (line, column) = (cell.line, cell.column);
        let place = match &table.sheet {
            Some(sheet) => format!("sheet \"{sheet}\", cell {}{line}", letters(column)),
            None => format!("line {line}, column {column} ({})", letters(column)),
        };
        VotesError::Cell { place, problem: self }
    }
}
