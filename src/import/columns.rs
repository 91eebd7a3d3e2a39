//! The columns of a table, each with its heading, and the rows below them.

use super::answer::{Answer, Answers, Read};
use super::error::{CellProblem, VotesError};
use super::table::{Cell, Table, joined_words, plain};
use crate::framework::{Framework, Id, Level, Step};
use crate::words::{
    self as texts, HEADS_RATINGS, IS_LEVEL, IS_SECTOR, MORE_TOTALS, NO_ITEM, PERSONS_OR_RATINGS, TOTALS, comment_on,
    persons_or_ratings_below,
};

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Column {
    Sector,
    Level,
    Votes(Step),
    /// What people wrote, on an item or a stage where the heading says on which.
    Comment(Option<Id>),
    /// Who and when, which nobody keeps.
    NeverKept,
    /// What is not understood.
    Ignored,
    /// Nothing: office programs write columns that were once touched.
    Empty,
}

impl Column {
    /// Whether both are about the same; what is not kept may be there many times.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        matches!(self, Self::Sector | Self::Level | Self::Votes(_)) && self == other
    }

    /// What it is called in a mapping, and in what is shown.
    pub(super) fn meaning(&self, framework: &Framework) -> String {
        match self {
            Self::Sector => IS_SECTOR.into(),
            Self::Level => IS_LEVEL.into(),
            Self::Votes(step) => {
                let label = step.item().and_then(|id| framework.item(id)).map_or("", |item| item.label());
                let id = step.item().map_or("", Id::as_str);
                texts::joined([id, label].into_iter().chain(step.level().map(Level::key)), " ")
            }
            Self::Comment(on) => comment_on(on.as_ref().map(Id::as_str)),
            Self::NeverKept | Self::Ignored | Self::Empty => NO_ITEM.into(),
        }
    }
}

/// `P3`, `P2 strategic`.
pub(super) fn step_key(step: &Step) -> String {
    let id = step.item().map_or("", Id::as_str);
    step.level().map_or_else(|| id.to_owned(), |level| format!("{id} {}", level.key()))
}

/// A column with its heading, and whether a person is to confirm what it was taken for.
#[derive(Clone, Debug)]
pub(super) struct Heading {
    pub(super) cell: Cell,
    pub(super) column: Column,
    pub(super) is_sure: bool,
}

/// The first of some cells that are the ratings in order, up or down, four at least: they head rows of counts.
pub(super) fn ratings_in_order<'all>(
    cells: impl Iterator<Item = &'all Cell>,
    framework: &Framework,
) -> Option<&'all Cell> {
    let answers = Answers::at(&Step::Feature(Id::default()), framework);
    let scales: Vec<Vec<String>> =
        framework.scales.iter().map(|scale| scale.words.iter().map(|word| plain(word)).collect()).collect();
    let key = |cell: &Cell| match answers.read(&cell.plain()) {
        Read::Sure(Answer::Vote('0')) => None,
        Read::Sure(Answer::Vote(key)) | Read::Near(Answer::Vote(key)) => Some(key),
        _ => {
            let bare = joined_words(&cell.text);
            let bare = bare.trim_start_matches(|letter: char| letter.is_ascii_digit()).trim();
            scales.iter().find_map(|words| ('1'..='5').zip(words).find(|(_, word)| *word == bare)).map(|(key, _)| key)
        }
    };
    let cells: Vec<&Cell> = cells.collect();
    let keys: Vec<char> = cells.iter().filter_map(|cell| key(cell)).collect();
    let in_order = keys.windows(2).all(|two| two[0] < two[1]) || keys.windows(2).all(|two| two[0] > two[1]);
    (keys.len() > 3 && keys.len() + 1 >= cells.len() && in_order).then(|| cells[0])
}

/// A table whose headings are known.
pub(super) struct Headed {
    pub(super) table: Table,
    pub(super) line: usize,
    pub(super) headings: Vec<Heading>,
    /// The place of the first row of ballots.
    pub(super) first: usize,
}

impl Headed {
    /// Whether a row only adds up the others, as it is called where nobody votes; below one that does, less is enough.
    pub(super) fn is_total(&self, row: &[Cell], is_below: bool) -> bool {
        let mut named = row
            .iter()
            .zip(&self.headings)
            .filter(|(_, heading)| !matches!(heading.column, Column::Votes(_) | Column::Comment(_)));
        named.any(|(cell, _)| {
            let name = joined_words(&cell.text);
            TOTALS.contains(&name.as_str()) || is_below && MORE_TOTALS.contains(&name.as_str())
        })
    }

    /// Whether a row says the headings once more.
    pub(super) fn is_heading(&self, row: &[Cell]) -> bool {
        let mut filled = row.iter().zip(&self.headings).filter(|(cell, _)| !cell.is_empty());
        filled.all(|(cell, heading)| cell.text == heading.cell.text)
    }

    /// Whether a row holds a vote, something written, or what has no place.
    pub(super) fn says_anything(&self, row: &[Cell]) -> bool {
        let says = |column: &Column| matches!(column, Column::Votes(_) | Column::Comment(_) | Column::Empty);
        row.iter().zip(&self.headings).any(|(cell, heading)| !cell.is_empty() && says(&heading.column))
    }

    /// The cell of a row in the first column of this kind.
    pub(super) fn place_of(&self, column: &Column) -> Option<usize> {
        self.headings.iter().position(|heading| heading.column == *column)
    }

    /// Where the ratings stand below each other: that the rows may be no people, or that they are counts.
    fn counts_by_rating(&self, framework: &Framework) -> Result<Option<String>, VotesError> {
        let rows = &self.table.rows[self.first..];
        for (place, heading) in self.headings.iter().enumerate() {
            if !matches!(heading.column, Column::NeverKept | Column::Ignored | Column::Empty) {
                continue;
            }
            let labels = || rows.iter().filter_map(|row| row.get(place)).filter(|cell| !cell.is_empty());
            match ratings_in_order(labels(), framework) {
                Some(cell) if cell.text.contains(char::is_alphabetic) => {
                    return Err(CellProblem::Counts(cell.text.clone()).at(&self.table, cell));
                }
                Some(_) if HEADS_RATINGS.contains(&heading.cell.plain().as_str()) => {
                    return Ok(Some(persons_or_ratings_below(&heading.cell.text)));
                }
                _ => {}
            }
        }
        Ok(None)
    }

    /// Where people stand side by side: that they may be ratings, and the sheet counts of them.
    pub(super) fn doubt(&self, framework: &Framework) -> Result<Option<String>, VotesError> {
        if !self.table.is_turned {
            return self.counts_by_rating(framework);
        }
        let answers = Answers::at(&Step::Feature(Id::default()), framework);
        let scales = || framework.scales.iter().flat_map(|scale| &scale.words).map(|word| plain(word));
        let is_rating = |cell: &Cell| {
            let (said, text) = (cell.plain(), joined_words(&cell.text));
            let word = text.trim_start_matches(|letter: char| letter.is_ascii_digit()).trim();
            said.contains(char::is_alphabetic)
                && (scales().any(|scale| scale == word) || matches!(answers.read(&said), Read::Sure(Answer::Vote(_))))
        };
        let rows = &self.table.rows[self.first..];
        for (place, heading) in self.headings.iter().enumerate() {
            if !matches!(heading.column, Column::NeverKept | Column::Ignored | Column::Empty) {
                continue;
            }
            let labels: Vec<&Cell> = rows.iter().filter_map(|row| row.get(place)).collect();
            if let Some(rating) = labels.iter().find(|cell| is_rating(cell)) {
                return Err(CellProblem::Counts(rating.text.clone()).at(&self.table, rating));
            }
            let labels: Vec<&str> = labels.iter().map(|cell| &*cell.text).filter(|text| !text.is_empty()).collect();
            if ["0", "1", "2", "3", "4", "5", "0"].windows(labels.len().max(5)).any(|run| run == labels) {
                return Ok(Some(PERSONS_OR_RATINGS.to_owned()));
            }
        }
        Ok(None)
    }
}
