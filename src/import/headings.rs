//! The row of headings in a table, and what stands below each of them.

use super::answer::{Answer, Answers, Read};
use super::error::{CellProblem, VotesError};
use super::mapping::{Mapping, What};
use super::names::{Named, Names};
use super::table::{Cell, Table, joined_words, plain, words};
use crate::framework::{Framework, Id, Level, Step};
use crate::words::{
    self as texts, BELOW_HEADINGS, COMMENTS, IS_LEVEL, IS_SECTOR, LIKE_COMMENTS, NEVER_KEPT, NEVER_KEPT_BEFORE,
    NO_ITEM, comment_on,
};

/// A row of headings stands among so many rows.
const LOOKED_AT: usize = 30;

/// What a column of a table holds.
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
    fn is_like(&self, other: &Self) -> bool {
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

/// A table whose headings are known.
pub(super) struct Headed {
    pub(super) table: Table,
    pub(super) line: usize,
    pub(super) headings: Vec<Heading>,
    /// The place of the first row of ballots.
    pub(super) first: usize,
}

/// Finds the headings of one table and what they mean.
pub(super) struct Finder<'all> {
    pub(super) framework: &'all Framework,
    pub(super) names: &'all Names,
    pub(super) mapping: &'all Mapping,
}

impl Finder<'_> {
    /// How many headings of items, and of whatever else is known, stand in the row that has the most, and its place.
    pub(super) fn best_row(&self, table: &Table) -> Option<(usize, usize)> {
        let rows = table.rows.iter().take(LOOKED_AT).enumerate();
        let scores = rows.map(|(place, row)| (self.score(row), place)).filter(|(score, _)| *score > 0);
        scores.max_by_key(|(score, place)| (*score, std::cmp::Reverse(*place)))
    }

    fn score(&self, row: &[Cell]) -> usize {
        let found: Vec<Result<(Column, bool), CellProblem>> =
            row.iter().filter(|cell| !cell.is_empty()).map(|cell| self.column(cell)).collect();
        let has_items = found.iter().any(|found| matches!(found, Err(_) | Ok((Column::Votes(_), _))));
        let score = |found: &Result<(Column, bool), CellProblem>| match found {
            Ok((Column::Votes(_), true)) => 3,
            Err(_) | Ok((Column::Votes(_), false)) => 2,
            Ok((Column::Ignored | Column::Empty, _)) => 0,
            Ok(_) => 1,
        };
        if has_items { found.iter().map(score).sum() } else { 0 }
    }

    /// Reads the headings in a row of a table.
    pub(super) fn headed(&self, table: Table, place: usize) -> Result<Headed, VotesError> {
        let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0);
        let row = &table.rows[place];
        let line = row.first().map_or(1, |cell| cell.line);
        let first = place + 1 + usize::from(table.rows.get(place + 1).is_some_and(|row| is_below_headings(row)));
        let mut headings: Vec<Heading> = Vec::new();
        for column in 0..columns {
            let cell = heading_at(&table, place, column, line);
            let (column, is_sure) = self.column(&cell).map_err(|problem| problem.at(&table, &cell))?;
            let mut heading = Heading { cell, column, is_sure };
            if heading.column == Column::Ignored && self.looks_like_votes(&table, first, heading.cell.column) {
                return Err(CellProblem::NoItem(heading.cell.text.clone()).at(&table, &heading.cell));
            }
            if heading.column == Column::Comment(None) {
                heading.column = Column::Comment(self.comment_on(&heading.cell.text));
            }
            if let Some(before) = headings.iter().find(|before| before.column.is_like(&heading.column)) {
                let problem = CellProblem::Twice { text: heading.cell.text.clone(), column: before.cell.column };
                return Err(problem.at(&table, &heading.cell));
            }
            headings.push(heading);
        }
        Ok(Headed { table, line, headings, first })
    }

    /// What a heading stands for, and whether without doubt.
    fn column(&self, cell: &Cell) -> Result<(Column, bool), CellProblem> {
        let heading = cell.plain();
        if heading.is_empty() {
            return Ok((Column::Empty, true));
        }
        if let Some(meaning) = self.mapping.get(What::Heading, &heading) {
            let column = self.meant(&meaning.text);
            return column.map(|column| (column, true)).ok_or_else(|| CellProblem::NoMeaning(meaning.text.clone()));
        }
        let bare = joined_words(&heading);
        let said = words(&bare);
        let holds = |phrase: &str| said.windows(words(phrase).len()).any(|run| run == words(phrase));
        match bare.as_str() {
            IS_SECTOR => return Ok((Column::Sector, true)),
            IS_LEVEL => return Ok((Column::Level, true)),
            _ if heading == "#" || NEVER_KEPT.contains(&bare.as_str()) => return Ok((Column::NeverKept, true)),
            _ if NEVER_KEPT_BEFORE.iter().any(|begin| heading.starts_with(begin)) => {
                return Ok((Column::NeverKept, true));
            }
            _ if COMMENTS.iter().any(|word| said.contains(word)) => return Ok((Column::Comment(None), true)),
            _ => {}
        }
        let named = self.names.find(&cell.text);
        if let Named::Sure(step) = named {
            return Ok((Column::Votes(step), true));
        }
        let asks = |word: &str| {
            said.contains(&word)
                && said.len() <= 12
                && ["which", "what", "your", "you"].iter().any(|one| said.contains(one))
        };
        match named {
            _ if asks(IS_SECTOR) || asks("sectors") => Ok((Column::Sector, true)),
            _ if asks(IS_LEVEL) => Ok((Column::Level, true)),
            _ if LIKE_COMMENTS.iter().any(|phrase| holds(phrase)) => Ok((Column::Comment(None), true)),
            Named::Sure(step) | Named::Near(step) => Ok((Column::Votes(step), false)),
            Named::WhichLevel(id) => Err(CellProblem::WhichLevel(id.to_string())),
            Named::Contradicts(id, other) => {
                let (id, other) = (id.to_string(), other.to_string());
                Err(CellProblem::Contradicts { text: cell.text.clone(), id, other })
            }
            Named::Nothing => Ok((Column::Ignored, false)),
        }
    }

    /// What a mapping says that a heading means.
    fn meant(&self, meaning: &str) -> Option<Column> {
        let bare = joined_words(meaning);
        match words(&bare)[..] {
            ["sector"] => Some(Column::Sector),
            ["level"] => Some(Column::Level),
            ["comment", ref on @ ..] => Some(Column::Comment(self.comment_on(&on.join(" ")))),
            ["ignore"] | ["not", "read"] => Some(Column::NeverKept),
            _ => match self.names.find(meaning) {
                Named::Sure(step) => Some(Column::Votes(step)),
                _ => None,
            },
        }
    }

    /// The item or the stage that a heading of comments names.
    fn comment_on(&self, heading: &str) -> Option<Id> {
        self.names.id_among(heading).or_else(|| {
            let bare = joined_words(heading);
            let said = words(&bare);
            let names = |text: &str| {
                let name = joined_words(text);
                !name.is_empty() && said.windows(words(&name).len()).any(|run| run == words(&name))
            };
            let stage = self.framework.stages.iter().find(|stage| names(&stage.title) || names(&stage.label));
            stage.map(|stage| stage.id.clone())
        })
    }

    /// Whether there are votes in a column, and nothing else.
    fn looks_like_votes(&self, table: &Table, first: usize, column: usize) -> bool {
        let any = Step::Feature(Id::default());
        let answers = Answers::at(&any, self.framework);
        let mut cells = table.rows.iter().skip(first).filter_map(|row| row.get(column - 1)).peekable();
        let is_vote = |cell: &Cell| matches!(answers.read(&cell.plain()), Read::Sure(Answer::Vote(_)));
        let has_vote = cells.clone().any(is_vote);
        has_vote && cells.all(|cell| is_vote(cell) || matches!(answers.read(&cell.plain()), Read::Sure(Answer::Blank)))
    }
}

/// The heading of a column; where a row of groups stands above the headings, of two that are told apart by it.
fn heading_at(table: &Table, place: usize, column: usize, line: usize) -> Cell {
    let at = |place: usize| table.rows.get(place).and_then(|row| row.get(column)).filter(|cell| !cell.is_empty());
    let own = at(place).filter(|cell| !BELOW_HEADINGS.contains(&cell.plain().as_str()));
    let is_row_of_headings = |place: &usize| table.rows[*place].iter().filter(|cell| !cell.is_empty()).count() > 1;
    let above = || place.checked_sub(1).filter(is_row_of_headings).and_then(at);
    own.or_else(above).cloned().unwrap_or_else(|| Cell::new(line, column + 1, ""))
}

fn is_below_headings(row: &[Cell]) -> bool {
    let mut filled = row.iter().filter(|cell| !cell.is_empty()).peekable();
    filled.peek().is_some() && filled.all(|cell| BELOW_HEADINGS.contains(&plain(&cell.text).as_str()))
}

/// Whether a level is one that a mapping may name.
pub(super) fn level_named(meaning: &str) -> Option<Level> {
    Level::ALL.into_iter().find(|level| level.key() == plain(meaning))
}
