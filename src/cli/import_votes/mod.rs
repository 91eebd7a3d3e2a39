//! `plenary import-votes`: paper ballots or a survey, one line a person, as one round on each item they voted on.
//!
//! All of a file is taken in or nothing; which line was whose is not kept, only sums by sector and level.

mod csv;

use super::failure::Failure;
use super::{frameworks, print};
use crate::framework::{Framework, Level, Step};
use crate::session::{Poll, Register, Session, UNSORTED, Voters};
use crate::store::{self, Head, Home, Lock, RealFiles, Taken};
use crate::words::count;
use csv::Cell;
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
    let _lock = match Lock::take(&files, home, session, now) {
        Taken::Held(lock) => lock,
        Taken::Busy { .. } => {
            let name = session.display();
            return Err(Failure::new(format!("{name} is open in another window; close it there first.")));
        }
    };
    let mut opened = store::open_to_edit(&files, home, session, now)?;
    if let Some(reason) = opened.read_only {
        return Err(Failure::new(format!("{}: {reason}", session.display())));
    }
    opened.session.check_framework(framework).map_err(Failure::new)?;
    let (rounds, people) = take_in(&text, &mut opened.session, framework, now)
        .map_err(|problem| Failure::new(format!("{}: {problem} Nothing was imported.", file.display())))?;
    opened.session.count_change();
    let text =
        store::encode(&opened.session, &Head::of(&opened.session, framework, now)).map_err(|error| refused(&error))?;
    store::save_expected(&files, session, text.as_bytes(), &mut opened.expected).map_err(|error| refused(&error))?;
    let ballots = count(people, "ballot", "ballots");
    let items = count(rounds, "item", "items");
    print(|out| writeln!(out, "{ballots} taken in, on {items}"))
}

fn refused(error: &store::SaveError) -> Failure {
    Failure::new(format!("The votes could not be saved: {error}"))
}

/// Adds a round for each item that was voted on; gives how many there are, and how many people voted.
fn take_in(text: &str, session: &mut Session, framework: &Framework, now: Timestamp) -> Result<(usize, usize), String> {
    let mut rows = csv::rows(text).map_err(|error| error.to_string())?.into_iter();
    let header = rows.next().ok_or("the file is empty; its first line names the items, as printed on the ballots.")?;
    let mut columns: Vec<Column> = Vec::new();
    for cell in &header {
        let column = column(cell, session, framework)?;
        if let Some(place) = columns.iter().position(|other| other.is_like(&column)) {
            let problem =
                format!("\"{}\" stands above column {} already; which of the two counts?", cell.text, place + 1);
            return Err(at(cell, &problem));
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
            let title = poll.title();
            poll.reveal(&mut changed, now).map_err(|why| format!("{title}: {why}."))?;
            rounds += 1;
        }
    }
    if rounds == 0 {
        return Err("there is no vote in it; write 1 to 5, or 0 for \"don't know\", under the items (1 to 3 under \
                    an assumption)."
            .into());
    }
    *session = changed;
    Ok((rounds, people))
}

fn at(cell: &Cell, problem: &str) -> String {
    format!("line {}, column {}: {problem}", cell.line, cell.column)
}

/// What stands under a heading: `sector`, `level`, `P3`, `P2 strategic` or `AS1`.
fn column(cell: &Cell, session: &Session, framework: &Framework) -> Result<Column, String> {
    let words: Vec<&str> = cell.text.split_whitespace().collect();
    let (name, level) = match words[..] {
        [] => return Ok(Column::Empty),
        [name] if name.eq_ignore_ascii_case("sector") => return Ok(Column::Sector),
        [name] if name.eq_ignore_ascii_case("level") => return Ok(Column::Level),
        [name] => (name, None),
        [name, level] => (name, level_of(level)),
        _ => ("", None),
    };
    let poll =
        step(name, level, framework).and_then(|step| Poll::open(framework, session, &step)).ok_or_else(|| {
            let example = "write sector, level, or an item such as P3, P2 strategic or AS1.";
            at(cell, &format!("\"{}\" is no item; {example}", cell.text))
        })?;
    if words.len() == 2 && level.is_none() {
        return Err(at(cell, "write strategic or operational after the item."));
    }
    poll.may_open(session).map_err(|why| at(cell, &format!("{name}: {why}.")))?;
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
    Level::ALL.into_iter().find(|level| level.word().eq_ignore_ascii_case(text))
}

/// One line: who, then their votes.
fn person(row: &[Cell], columns: &mut [Column], register: &Register) -> Result<(), String> {
    let mut voters = Voters::default();
    let has_heading = |cell: &Cell| columns.get(cell.column - 1).is_some_and(|column| !matches!(column, Column::Empty));
    if let Some(cell) = row.iter().find(|cell| !cell.text.is_empty() && !has_heading(cell)) {
        return Err(at(cell, "there is no heading above this."));
    }
    for (cell, column) in row.iter().zip(columns.iter()).filter(|(cell, _)| !cell.text.is_empty()) {
        match column {
            Column::Sector => voters.sector = sector_of(cell, register)?,
            Column::Level => {
                let level = level_of(&cell.text);
                voters.level = Some(level.ok_or_else(|| {
                    at(cell, &format!("\"{}\" is no level; write strategic or operational, or leave it.", cell.text))
                })?);
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
            let Some(taken) = digit.and_then(|digit| ballots.press(digit)) else {
                let most = ballots.answers();
                let problem = format!("\"{}\" is no vote; write 1 to {most}, or 0 for \"don't know\".", cell.text);
                return Err(at(cell, &problem));
            };
            taken.map_err(|error| at(cell, &format!("{error}.")))?;
        }
    }
    Ok(())
}

/// A sector by its id or its name in the register.
fn sector_of(cell: &Cell, register: &Register) -> Result<Option<String>, String> {
    let named = |id: &str, name: &str| id.eq_ignore_ascii_case(&cell.text) || name.eq_ignore_ascii_case(&cell.text);
    if named(UNSORTED, register.name_of(UNSORTED)) {
        return Ok(None);
    }
    let found = register.sectors.iter().find(|sector| named(&sector.id, &sector.name));
    found.map(|sector| Some(sector.id.clone())).ok_or_else(|| {
        let names: Vec<&str> = register.sectors.iter().map(|sector| sector.id.as_str()).collect();
        at(cell, &format!("\"{}\" is no sector of this session; write {}.", cell.text, names.join(", ")))
    })
}
