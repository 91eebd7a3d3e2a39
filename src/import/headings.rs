//! The row of headings in a table, and what stands below each of them.

use super::answer::{Answer, Answers, Read};
use super::error::{CellProblem, VotesError};
use super::mapping::{Mapping, What};
use super::names::{Named, Names};
use super::people::{self, Whose};
use super::table::{Cell, Table, joined_words, plain, words};
use crate::framework::{Framework, Id, Level, Step};
use crate::session::Register;
use crate::words::{
    self as texts, BELOW_HEADINGS, COMMENTS, IS_LEVEL, IS_SECTOR, LIKE_COMMENTS, MORE_TOTALS, NEVER_KEPT,
    NEVER_KEPT_BEFORE, NO_ITEM, PERSONS_OR_RATINGS, TOTALS, comment_on,
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

    /// Where people stand side by side: that they may be ratings, and the sheet counts of them.
    pub(super) fn doubt(&self, framework: &Framework) -> Result<Option<String>, VotesError> {
        if !self.table.is_turned {
            return Ok(None);
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

/// Finds the headings of one table and what they mean.
pub(super) struct Finder<'all> {
    pub(super) framework: &'all Framework,
    pub(super) names: &'all Names,
    pub(super) mapping: &'all Mapping,
    pub(super) register: &'all Register,
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
        let said_before = |place: usize| {
            let column = found[place].as_ref().map(|(column, _)| column);
            column.is_ok_and(|column| found[..place].iter().flatten().any(|(before, _)| before.is_like(column)))
        };
        let score = |(place, found): (usize, &Result<(Column, bool), CellProblem>)| match found {
            _ if said_before(place) => 0,
            Ok((Column::Votes(_), true)) => 3,
            Err(_) | Ok((Column::Votes(_), false)) => 2,
            Ok((Column::Ignored | Column::Empty, _)) => 0,
            Ok(_) => 1,
        };
        if has_items { found.iter().enumerate().map(score).sum() } else { 0 }
    }

    /// Whether items stand beside the ones that are named in a column, so that they head columns: not where a sector is
    /// called like an item, and not where it is the same item once more.
    pub(super) fn is_across(&self, table: &Table, column: usize) -> bool {
        let item = |cell: &Cell| match self.column(cell) {
            Ok((Column::Votes(step), true)) => step.item().cloned(),
            _ => None,
        };
        table.rows.iter().take(LOOKED_AT).any(|row| {
            let own = row.get(column).and_then(item);
            let mut beside = row.iter().enumerate().filter(|(at, cell)| *at != column && !cell.is_empty());
            beside.any(|(_, cell)| {
                let is_sector = matches!(people::sector(&cell.text, self.register), Whose::Sure(Some(_)));
                !is_sector && item(cell).is_some_and(|beside| own.as_ref() != Some(&beside))
            })
        })
    }

    /// Reads the headings in a row of a table.
    pub(super) fn headed(&self, table: Table, place: usize) -> Result<Headed, VotesError> {
        let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0);
        let row = &table.rows[place];
        let line = row.first().map_or(1, |cell| cell.line);
        let levels = table.rows.get(place + 1).filter(|row| is_row_of_levels(row));
        let is_heading = |row: &Vec<Cell>| is_below_headings(row) || is_row_of_levels(row) || self.is_all_items(row);
        let first = place + 1 + usize::from(table.rows.get(place + 1).is_some_and(is_heading));
        let mut headings: Vec<Heading> = Vec::new();
        for at in 0..columns {
            let level = levels.and_then(|levels| levels.get(at)).filter(|cell| !cell.is_empty());
            let cell = match level {
                Some(level) if is_level(level) => with_level(&table.rows[place], at, level),
                Some(other) if table.rows[place].get(at).is_none_or(Cell::is_empty) => other.clone(),
                _ => heading_at(&table, place, at, line),
            };
            let (column, is_sure) = match self.column(&cell).map_err(|problem| problem.at(&table, &cell))? {
                // Above the items stands who each column is of.
                (Column::Empty, _) if table.is_turned && !self.looks_like_votes(&table, first, at) => {
                    self.unnamed(&table, first, at)
                }
                found => found,
            };
            let mut heading = Heading { cell, column, is_sure };
            if heading.column == Column::Ignored && self.looks_like_votes(&table, first, at) {
                return Err(CellProblem::NoItem(heading.cell.text.clone()).at(&table, &heading.cell));
            }
            if heading.column == Column::Comment(None) {
                heading.column = Column::Comment(self.comment_on(&heading.cell.text));
            }
            if let Some(before) = headings.iter().find(|before| before.column.is_like(&heading.column)) {
                let text = heading.cell.text.clone();
                let problem = if table.is_turned {
                    CellProblem::TwiceBelow { text, line: before.cell.line }
                } else {
                    CellProblem::Twice { text, column: before.cell.column }
                };
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

    /// Whether a row holds names of items and nothing else: headings once more, in another form.
    fn is_all_items(&self, row: &[Cell]) -> bool {
        let filled = row.iter().filter(|cell| !cell.is_empty());
        let is_item = |cell: &&Cell| matches!(self.column(cell), Ok((Column::Votes(_), true)));
        let items = filled.clone().filter(is_item).count();
        items > 1 && items == filled.count()
    }

    /// A column without a heading: the sectors of all, where nothing else stands in it, or who they are.
    fn unnamed(&self, table: &Table, first: usize, at: usize) -> (Column, bool) {
        let mut cells = table.rows.iter().skip(first).filter_map(|row| row.get(at)).filter(|cell| !cell.is_empty());
        let is_sector = |cell: &Cell| matches!(people::sector(&cell.text, self.register), Whose::Sure(Some(_)));
        let said = cells.clone().next().is_some() && cells.all(is_sector);
        (if said { Column::Sector } else { Column::NeverKept }, true)
    }

    /// Whether there are votes in a column, and nothing else.
    fn looks_like_votes(&self, table: &Table, first: usize, at: usize) -> bool {
        let any = Step::Feature(Id::default());
        let answers = Answers::at(&any, self.framework);
        let mut cells = table.rows.iter().skip(first).filter_map(|row| row.get(at)).peekable();
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

/// Whether levels stand in a row: two ratings of each item above them.
fn is_row_of_levels(row: &[Cell]) -> bool {
    let levels = row.iter().filter(|cell| is_level(cell)).count();
    levels > 1 && levels * 2 >= row.iter().filter(|cell| !cell.is_empty()).count()
}

fn is_level(cell: &Cell) -> bool {
    Level::ALL.iter().any(|level| words(&cell.plain()).first() == Some(&level.key()))
}

/// The heading of one of two ratings: a cell that spans both stands above the first.
fn with_level(row: &[Cell], at: usize, level: &Cell) -> Cell {
    let above = row.iter().take(at + 1).rfind(|cell| !cell.is_empty());
    let text = above.map_or_else(String::new, |cell| cell.text.clone());
    Cell::new(level.line, level.column, &format!("{text} {}", level.text))
}

fn is_below_headings(row: &[Cell]) -> bool {
    let mut filled = row.iter().filter(|cell| !cell.is_empty()).peekable();
    filled.peek().is_some() && filled.all(|cell| BELOW_HEADINGS.contains(&plain(&cell.text).as_str()))
}

/// Whether a level is one that a mapping may name.
pub(super) fn level_named(meaning: &str) -> Option<Level> {
    Level::ALL.into_iter().find(|level| level.key() == plain(meaning))
}
