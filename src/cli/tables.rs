//! `plenary tables`: the sessions of a folder as tidy CSV, for a database or a cluster engine.
//!
//! One session is in memory at a time, whatever the folder holds. The new folder appears whole or not at all, and
//! nothing is ever written over. Texts of notes and statements are not in the tables, nor is anybody's name or role.

mod cell;
mod columns;
mod schema;
mod write;

use super::error::Failure;
use super::{print, survey};
use crate::framework::Framework;
use crate::store::{NewFolder, RealFiles, SaveError};
use crate::terminal::clean_path;
use std::io;
use std::path::Path;
use write::Tables;

/// Writes the tables of all sessions in a folder into a new folder.
pub(super) fn tables(sessions: &Path, out: &Path, framework: &Framework) -> Result<(), Failure> {
    let folder = NewFolder::beside(&RealFiles, out).map_err(refused)?;
    let failed = |error: io::Error| refused(folder.failed(error));
    let mut tables = Tables::create(&folder)?;
    let mut other_framework = 0_usize;
    let survey = survey::each(sessions, |session| {
        if session.framework.id != framework.id {
            other_framework += 1;
            return Ok(());
        }
        tables.add(framework, session).map_err(failed)
    })?;
    let rows = tables.finish(&folder)?;
    folder.write("columns.md", &schema::columns_page()).map_err(refused)?;
    folder.write("spark-schema.json", &schema::spark()?).map_err(refused)?;
    folder.put_in_place().map_err(refused)?;
    survey.tell_what_was_left_out();
    print(|stream| {
        for (table, rows) in columns::TABLES.iter().zip(rows) {
            writeln!(stream, "{:<16} {rows}", format!("{}.csv", table.name))?;
        }
        if other_framework > 0 {
            writeln!(stream, "Left out: {other_framework} held with another framework")?;
        }
        writeln!(stream, "{}", clean_path(out))
    })
}

fn refused(error: SaveError) -> Failure {
    match error {
        SaveError::Exists(target) => {
            let target = target.display();
            Failure::new(format!(
                "{target} is there already, and nothing is written over; choose a folder that is not."
            ))
        }
        error => Failure::new(format!("The tables could not be written: {error}")),
    }
}
