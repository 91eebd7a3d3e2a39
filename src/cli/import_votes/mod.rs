//! `plenary import-votes`: paper ballots or a survey, one line a person, as one round on each item they voted on.
//!
//! All of a file is taken in or nothing; which line was whose is not kept, only sums by sector and level.

mod csv;
mod error;

use super::error::Failure;
use super::versions::lock;
use super::{frameworks, print};
use crate::framework::{Framework, Level, Step};
use crate::session::{Poll, Register, Session, UNSORTED, Voters};
use crate::store::{self, Head, Home, RealFiles};
use crate::words::{commas, votes_taken_in};
use csv::Cell;
use error::{CellProblem, VotesError};
use jiff::Timestamp;
use std::path::Path;

/// What a column of the file holds.
enum Column {
    Sector,
    Level,
    /// Votes on a rating or an assumption.
    Votes(Box<Poll>),
    /// Nothing: office programs write columns that were once touched.
    Empty,
}

impl Column {
    /// Whether both are about the same; columns without anything are about nothing.
    fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Sector, Self::Sector) | (Self::Level, Self::Level) => true,
            (Self::Votes(one), Self::Votes(other)) => one.step() == other.step(),
            _ => false,
        }
    }
}

pub(super) fn import(home: &Home, framework: &Framework, session: &Path, file: &Path) -> Result<(), Failure> {
    let text = frameworks::text_of(file)?;
    let (files, now) = (RealFiles, Timestamp::now());
    // Held until the end: nobody else writes to the session meanwhile.
    let _lock = lock(home, session, now)?;
    let mut opened = store::open_to_edit(&files, home, session, now)?;
    if let Some(reason) = opened.read_only {
        return Err(Failure::new(format!("{}: {reason}", session.display())));
    }
    opened.session.check_framework(framework)?;
    let (rounds, people) = take_in(&text, &mut opened.session, framework, now)
        .map_err(|problem| Failure::NotImported { file: file.to_owned(), problem: problem.to_string() })?;
    opened.session.count_change();
    let head = Head::of(&opened.session, framework, now);
    let text = store::encode(&opened.session, &head).map_err(Failure::VotesNotSaved)?;
    store::save_expected(&files, session, text.as_bytes(), &mut opened.expected).map_err(Failure::VotesNotSaved)?;
    print(|out| writeln!(out, "{}", votes_taken_in(people, rounds)))
}

/// Adds a round for each item that was voted on; gives how many there are, and how many people voted.
fn take_in(
    text: &str,
    session: &mut Session,
    framework: &Framework,
    now: Timestamp,
) -> Result<(usize, usize), VotesError> {
    let mut rows = csv::rows(text)?.into_iter();
    let header = rows.next().ok_or(VotesError::Empty)?;
    let mut columns: Vec<Column> = Vec::new();
    for cell in &header {
        let column = column(cell, session, framework)?;
        if let Some(place) = columns.iter().position(|other| other.is_like(&column)) {
            return Err(CellProblem::Twice { text: cell.text.clone(), column: place + 1 }.at(cell.line, cell.column));
        }
        columns.push(column);
    }
    let mut people = 0;
    for row in rows {
        person(&row, &mut columns, &session.register)?;
        people += 1;
    }
    let mut changed = session.clone();
    let mut rounds = 0;
    for column in columns {
        if let Column::Votes(poll) = column
            && poll.ballots().cast_count().cast > 0
        {
            let item = poll.title();
            poll.reveal(&mut changed, now).map_err(|why| VotesError::NotTaken { item, why: why.to_string() })?;
            rounds += 1;
        }
    }
    if rounds == 0 {
        return Err(VotesError::NoVote);
    }
    *session = changed;
    Ok((rounds, people))
}

/// What stands under a heading: `sector`, `level`, `P3`, `P2 strategic` or `AS1`.
fn column(cell: &Cell, session: &Session, framework: &Framework) -> Result<Column, VotesError> {
    let words: Vec<&str> = cell.text.split_whitespace().collect();
    let (name, level) = match words[..] {
        [] => return Ok(Column::Empty),
        [name] if name.eq_ignore_ascii_case("sector") => return Ok(Column::Sector),
        [name] if name.eq_ignore_ascii_case("level") => return Ok(Column::Level),
        [name] => (name, None),
        [name, level] => (name, level_of(level)),
        _ => ("", None),
    };
    let poll = step(name, level, framework)
        .and_then(|step| Poll::open(framework, session, &step))
        .ok_or_else(|| CellProblem::NoItem(cell.text.clone()).at(cell.line, cell.column))?;
    if words.len() == 2 && level.is_none() {
        return Err(CellProblem::ItemLevel.at(cell.line, cell.column));
    }
    let refused = |why: String| CellProblem::NoVoteOn { item: name.to_owned(), why }.at(cell.line, cell.column);
    poll.may_open(session).map_err(|why| refused(why.to_string()))?;
    Ok(Column::Votes(Box::new(poll)))
}

/// The step at which the room votes on the item of this name.
fn step(name: &str, level: Option<Level>, framework: &Framework) -> Option<Step> {
    let named = |id: &&crate::framework::Id| id.as_str().eq_ignore_ascii_case(name);
    let feature = framework.features().map(|(_, _, feature)| &feature.id).find(named).cloned();
    let assumption = || framework.assumptions.iter().map(|one| &one.id).find(named).cloned();
    match (feature, level) {
        (Some(id), None) => Some(Step::Feature(id)),
        (Some(id), Some(level)) => Some(Step::Level(id, level)),
        (None, _) => assumption().map(Step::Assumption),
    }
}

fn level_of(text: &str) -> Option<Level> {
    Level::ALL.into_iter().find(|level| level.key().eq_ignore_ascii_case(text))
}

/// One line: who, then their votes.
fn person(row: &[Cell], columns: &mut [Column], register: &Register) -> Result<(), VotesError> {
    let mut voters = Voters::default();
    let has_heading = |cell: &Cell| columns.get(cell.column - 1).is_some_and(|column| !matches!(column, Column::Empty));
    if let Some(cell) = row.iter().find(|cell| !cell.text.is_empty() && !has_heading(cell)) {
        return Err(CellProblem::NoHeading.at(cell.line, cell.column));
    }
    for (cell, column) in row.iter().zip(columns.iter()).filter(|(cell, _)| !cell.text.is_empty()) {
        match column {
            Column::Sector => voters.sector = sector_of(cell, register)?,
            Column::Level => {
                let level = level_of(&cell.text);
                voters.level =
                    Some(level.ok_or_else(|| CellProblem::NoLevel(cell.text.clone()).at(cell.line, cell.column))?);
            }
            Column::Votes(_) | Column::Empty => {}
        }
    }
    for (cell, column) in row.iter().zip(columns.iter_mut()).filter(|(cell, _)| !cell.text.is_empty()) {
        if let Column::Votes(poll) = column {
            let mut letters = cell.text.chars().map(|letter| if letter == '?' { '0' } else { letter });
            let digit = letters.next().filter(|_| letters.next().is_none());
            let ballots = poll.ballots_mut();
            ballots.ask(voters.clone());
            let Some(taken) = digit.and_then(|digit| ballots.press(digit, true)) else {
                return Err(
                    CellProblem::NoVote { text: cell.text.clone(), most: ballots.answers() }.at(cell.line, cell.column)
                );
            };
            taken.map_err(|error| CellProblem::Refused(error.to_string()).at(cell.line, cell.column))?;
        }
    }
    Ok(())
}

/// A sector by its id or its name in the register.
fn sector_of(cell: &Cell, register: &Register) -> Result<Option<String>, VotesError> {
    let named = |id: &str, name: &str| id.eq_ignore_ascii_case(&cell.text) || name.eq_ignore_ascii_case(&cell.text);
    if named(UNSORTED, register.name_of(UNSORTED)) {
        return Ok(None);
    }
    let found = register.sectors.iter().find(|sector| named(&sector.id, &sector.name));
    found.map(|sector| Some(sector.id.clone())).ok_or_else(|| {
        let sectors = commas(register.sectors.iter().map(|sector| &sector.id));
        CellProblem::NoSector { text: cell.text.clone(), sectors }.at(cell.line, cell.column)
    })
}
