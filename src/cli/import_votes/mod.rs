//! `plenary import-votes`: paper ballots or a survey, one line a person, as one round on each item they voted on.
//!
//! All of a file is taken in or nothing; which line was whose is not kept, only sums by sector and level.

mod csv;

use super::failure::Failure;
use super::{frameworks, print};
use crate::framework::{Feature, Framework, Level};
use crate::session::{Ballots, Register, Session, UNSORTED, Vote, Voters};
use crate::store::{self, Head, Home, Lock, RealFiles, Taken};
use csv::Cell;
use jiff::Timestamp;
use std::path::Path;

/// What a column of the file holds.
enum Column<'framework> {
    /// The voter's sector.
    Sector,
    /// The voter's own level.
    Level,
    /// Votes on a rating.
    Votes(&'framework Feature, Option<Level>, Ballots),
}

/// Takes the votes of a file into a session.
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
    crate::terminal::fits(&opened.session, framework).map_err(Failure::new)?;
    let (rounds, people) = take_in(&text, &mut opened.session, framework, now)
        .map_err(|problem| Failure::new(format!("{}: {problem} Nothing was imported.", file.display())))?;
    opened.session.rev += 1;
    let text =
        store::encode(&opened.session, &Head::of(&opened.session, framework, now)).map_err(|error| refused(&error))?;
    store::save_known(&files, session, text.as_bytes(), &mut opened.known).map_err(|error| refused(&error))?;
    let ballots = if people == 1 { "1 ballot".to_owned() } else { format!("{people} ballots") };
    let items = if rounds == 1 { "1 rating".to_owned() } else { format!("{rounds} ratings") };
    print(|out| writeln!(out, "{ballots} taken in, on {items}"))
}

fn refused(error: &store::SaveError) -> Failure {
    Failure::new(format!("The votes could not be saved: {error}"))
}

/// Adds a round for each rating that was voted on; gives how many there are, and how many people voted.
fn take_in(text: &str, session: &mut Session, framework: &Framework, now: Timestamp) -> Result<(usize, usize), String> {
    let mut rows = csv::rows(text).into_iter();
    let header = rows.next().ok_or("the file is empty; its first line names the items, as printed on the ballots.")?;
    let mut columns = Vec::new();
    for cell in &header {
        columns.push(column(cell, session, framework)?);
    }
    let mut people = 0;
    for row in rows {
        person(&row, &mut columns, &session.register)?;
        people += 1;
    }
    let mut changed = session.clone();
    let mut rounds = 0;
    for column in columns {
        if let Column::Votes(feature, level, ballots) = column
            && ballots.cast_count().cast > 0
        {
            changed.reveal(feature, level, ballots.reveal(), now).map_err(|why| format!("{}: {why}.", feature.id))?;
            rounds += 1;
        }
    }
    if rounds == 0 {
        return Err("there is no vote in it; write 1 to 5, or 0 for \"don't know\", under the items.".into());
    }
    *session = changed;
    Ok((rounds, people))
}

fn at(cell: &Cell, problem: &str) -> String {
    format!("line {}, column {}: {problem}", cell.line, cell.column)
}

/// What stands under a heading: `sector`, `level`, `P3`, or `P2 strategic`.
fn column<'framework>(
    cell: &Cell,
    session: &Session,
    framework: &'framework Framework,
) -> Result<Column<'framework>, String> {
    let words: Vec<&str> = cell.text.split_whitespace().collect();
    let (name, level) = match words[..] {
        ["sector" | "Sector"] => return Ok(Column::Sector),
        ["level" | "Level"] => return Ok(Column::Level),
        [name] => (name, None),
        [name, level] => (name, level_of(level)),
        _ => ("", None),
    };
    let mut features = framework.features().map(|(_, _, feature)| feature);
    let feature = features.find(|feature| feature.id.as_str().eq_ignore_ascii_case(name)).ok_or_else(|| {
        at(cell, &format!("\"{}\" is no item; write sector, level, or an item such as P3 or P2 strategic.", cell.text))
    })?;
    if words.len() == 2 && level.is_none() {
        return Err(at(cell, "write strategic or operational after the item."));
    }
    session.may_vote(feature, level).map_err(|why| at(cell, &format!("{}: {why}.", feature.id)))?;
    Ok(Column::Votes(feature, level, Ballots::open(&session.register)))
}

fn level_of(text: &str) -> Option<Level> {
    Level::ALL.into_iter().find(|level| level.word().eq_ignore_ascii_case(text))
}

/// One line: who, then their votes.
fn person(row: &[Cell], columns: &mut [Column], register: &Register) -> Result<(), String> {
    let mut voters = Voters::default();
    if let Some(cell) = row.get(columns.len()).filter(|cell| !cell.text.is_empty()) {
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
            Column::Votes(..) => {}
        }
    }
    for (cell, column) in row.iter().zip(columns.iter_mut()).filter(|(cell, _)| !cell.text.is_empty()) {
        if let Column::Votes(_, _, ballots) = column {
            let mut letters = cell.text.chars().map(|letter| if letter == '?' { '0' } else { letter });
            let vote = letters.next().filter(|_| letters.next().is_none()).and_then(Vote::from_digit);
            let vote = vote.ok_or_else(|| {
                at(cell, &format!("\"{}\" is no vote; write 1 to 5, or 0 for \"don't know\".", cell.text))
            })?;
            ballots.ask(voters.clone());
            ballots.cast(vote).map_err(|error| at(cell, &format!("{error}.")))?;
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
