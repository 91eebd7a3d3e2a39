//! The row of headings in a table, and what stands below each of them.

use super::answer::{Answer, Answers, Read};
use super::columns::{Column, Headed, Heading, ratings_in_order};
use super::error::{CellProblem, VotesError};
use super::mapping::{Mapping, What};
use super::names::{Named, Names};
use super::people::{self, Whose};
use super::table::{Cell, Table, joined_words, plain, words};
use crate::framework::{Framework, Id, Level, Step};
use crate::session::Register;
use crate::words::{
    BELOW_HEADINGS, COMMENTS, IS_LEVEL, IS_SECTOR, LIKE_COMMENTS, NEVER_KEPT, NEVER_KEPT_AFTER, NEVER_KEPT_BEFORE,
};

/// A row of headings stands among so many rows.
const LOOKED_AT: usize = 30;

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
        // A number and answers such as A1, which may be an item's id too, are somebody's line.
        let is_code = |cell: &Cell| cell.text.len() == 2 && cell.text.starts_with(['A', 'a']);
        let items = || row.iter().filter(|cell| matches!(self.column(cell), Err(_) | Ok((Column::Votes(_), _))));
        if row.iter().any(|cell| cell.text.parse::<f64>().is_ok()) && items().all(is_code) {
            return 0;
        }
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
                _ => heading_at(&table, place, at, first),
            };
            let (column, is_sure) = match self.column(&cell).map_err(|problem| problem.at(&table, &cell))? {
                // Above the items stands who each column is of.
                (Column::Empty, _) if table.is_turned && !self.looks_like_votes(&table, first, at) => {
                    self.unnamed(&table, first, at)
                }
                found => found,
            };
            let mut heading = Heading { cell, column, is_sure };
            let below = || table.rows.iter().skip(first).filter_map(|row| row.get(at)).filter(|cell| !cell.is_empty());
            let words =
                ratings_in_order(below(), self.framework).filter(|cell| cell.text.contains(char::is_alphabetic));
            if let Some(cell) =
                words.filter(|_| !table.is_turned && matches!(heading.column, Column::Ignored | Column::Empty))
            {
                return Err(CellProblem::Counts(cell.text.clone()).at(&table, cell));
            }
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
        let mut headed = Headed { table, line, headings, first };
        self.check_no_answer_heads(&headed)?;
        self.find_people(&mut headed);
        Ok(headed)
    }

    /// Refuses answers that stand below a heading in a row of their own: a column for each, and the votes beside it.
    fn check_no_answer_heads(&self, headed: &Headed) -> Result<(), VotesError> {
        let answers = Answers::at(&Step::Feature(Id::default()), self.framework);
        let Some(row) = headed.table.rows.get(headed.first) else { return Ok(()) };
        let is_word = |cell: &Cell| matches!(answers.read(&cell.plain()), Read::Sure(Answer::Vote(_)) | Read::Near(_));
        let mut words = row.iter().zip(&headed.headings).filter(|(cell, heading)| {
            heading.column == Column::Empty && cell.text.contains(char::is_alphabetic) && is_word(cell)
        });
        match (words.next(), words.next()) {
            (Some((cell, _)), Some(_)) => Err(CellProblem::AnswerHeads(cell.text.clone()).at(&headed.table, cell)),
            _ => Ok(()),
        }
    }

    /// Takes a column for that of sectors or levels where nothing else stands in it, and times for nobody's.
    fn find_people(&self, headed: &mut Headed) {
        for at in 0..headed.headings.len() {
            if headed.headings[at].column != Column::Ignored {
                continue;
            }
            let rows = headed.table.rows[headed.first..].iter();
            let cells: Vec<&Cell> = rows.filter_map(|row| row.get(at)).filter(|cell| !cell.is_empty()).collect();
            let all = |is: &dyn Fn(&Cell) -> bool| !cells.is_empty() && cells.iter().all(|cell| is(cell));
            let has = |column: &Column| headed.headings.iter().any(|heading| heading.column == *column);
            let is_sector = |cell: &Cell| matches!(people::sector(&cell.text, self.register), Whose::Sure(Some(_)));
            let is_level = |cell: &Cell| matches!(people::level(&cell.text), Whose::Sure(Some(_)));
            let (column, is_sure) = if all(&is_sector) && !has(&Column::Sector) {
                (Column::Sector, false)
            } else if all(&is_level) && !has(&Column::Level) {
                (Column::Level, false)
            } else if headed.headings[at].cell.plain().ends_with("time")
                && all(&|cell| cell.text.parse::<f64>().is_ok())
            {
                (Column::NeverKept, true)
            } else {
                continue;
            };
            headed.headings[at].column = column;
            headed.headings[at].is_sure = is_sure;
        }
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
        let bare = joined_words(unnumbered(&heading));
        let said = words(&bare);
        let is_sure_item = || matches!(self.names.find(&cell.text), Named::Sure(_));
        let holds = |phrase: &str| said.windows(words(phrase).len()).any(|run| run == words(phrase));
        match bare.as_str() {
            IS_SECTOR => return Ok((Column::Sector, true)),
            IS_LEVEL => return Ok((Column::Level, true)),
            // An item may be called what a form has a column for.
            _ if heading == "#" || NEVER_KEPT.contains(&bare.as_str()) && !is_sure_item() => {
                return Ok((Column::NeverKept, true));
            }
            _ if NEVER_KEPT_BEFORE.iter().any(|begin| heading.starts_with(begin))
                || NEVER_KEPT_AFTER.iter().any(|end| heading.ends_with(end)) =>
            {
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
fn heading_at(table: &Table, place: usize, column: usize, first: usize) -> Cell {
    let at = |place: usize| table.rows.get(place).and_then(|row| row.get(column)).filter(|cell| !cell.is_empty());
    let own = at(place).filter(|cell| !BELOW_HEADINGS.contains(&cell.plain().as_str()));
    let is_row_of_headings = |place: &usize| table.rows[*place].iter().filter(|cell| !cell.is_empty()).count() > 1;
    let above = || place.checked_sub(1).filter(is_row_of_headings).and_then(at);
    // Where it is the second column of a question it heads itself.
    let other = || (place..first).filter_map(at).find(|cell| cell.plain().starts_with("other"));
    let line = || table.rows[place].first().map_or(1, |cell| cell.line);
    own.or_else(above).or_else(other).cloned().unwrap_or_else(|| Cell::new(line(), column + 1, ""))
}

/// A heading without the number of its question: `1. Sector`, `Q2) Level`.
fn unnumbered(heading: &str) -> &str {
    let rest = heading.strip_prefix("question").or(heading.strip_prefix('q')).unwrap_or(heading).trim_start();
    let name = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
    match name.strip_prefix(['.', ')', ':']) {
        Some(name) if name.len() + 1 < rest.len() => name.trim_start(),
        _ => heading,
    }
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
    let is_below = |cell: &Cell| {
        let text = cell.plain();
        // Qualtrics says what it calls each column.
        BELOW_HEADINGS.contains(&text.as_str()) || text.starts_with("{\"importid\"")
    };
    filled.peek().is_some() && filled.all(is_below)
}

/// Whether a level is one that a mapping may name.
pub(super) fn level_named(meaning: &str) -> Option<Level> {
    Level::ALL.into_iter().find(|level| level.key() == plain(meaning))
}
