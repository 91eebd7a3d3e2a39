//! `plenary tables`: the sessions of a folder as tidy CSV, for a database or a cluster engine.
//!
//! Whoever reads a session makes its rows; in memory there are a few for each core. The new folder appears whole or not at
//! all, and nothing is ever written over. Texts of notes and statements are not in the tables, nor is anybody's name or role.

mod cell;
mod write;

use super::args::Shard;
use super::error::Failure;
use super::print;
use super::sessions::each;
use crate::framework::Framework;
use crate::session::Session;
use crate::store::{NewFolder, RealFiles, SaveError};
use crate::terminal::clean_path;
use crate::words::left_out;
use crate::words::paper::columns::{Column, TABLES, columns_page};
use crate::words::paper::portfolio::other_framework;
use serde_json::{Map, Value, json};
use std::io;
use std::path::Path;
use write::{Rows, Tables};

/// Writes the tables of a folder's sessions, or of a part of them, into a new folder.
pub(super) fn tables(sessions: &Path, out: &Path, shard: Shard, framework: &Framework) -> Result<(), Failure> {
    let folder = NewFolder::beside(&RealFiles, out).map_err(refused)?;
    let failed = |error: io::Error| refused(folder.failed(error));
    let mut tables = Tables::create(&folder)?;
    let mut others = 0_usize;
    let rows = |session: Session| (session.framework.id == framework.id).then(|| Rows::of(framework, &session));
    let taken = each(sessions, shard, rows, |rows| {
        others += usize::from(rows.is_none());
        rows.map_or(Ok(()), |rows| rows.and_then(|rows| tables.add(rows)).map_err(failed))
    })?;
    let rows = tables.finish(&folder)?;
    folder.write("columns.md", &columns_page()).map_err(refused)?;
    folder.write("spark-schema.json", &spark_schema()?).map_err(refused)?;
    folder.put_in_place().map_err(refused)?;
    taken.tell_what_was_left_out();
    print(|stream| {
        for (table, rows) in TABLES.iter().zip(rows) {
            writeln!(stream, "{:<16} {rows}", format!("{}.csv", table.name))?;
        }
        if others > 0 {
            writeln!(stream, "Left out: {}", left_out(&[(others, other_framework)]).concat())?;
        }
        writeln!(stream, "{}", clean_path(out))
    })
}

fn refused(error: SaveError) -> Failure {
    match error {
        SaveError::Exists(target) => Failure::TablesThere(target),
        error => Failure::TablesNotWritten(error),
    }
}

/// The schemas of all tables, each as Spark's `StructType.fromJson` reads it.
fn spark_schema() -> Result<String, Failure> {
    let field = |column: &Column| json!({"name": column.name, "type": column.kind.spark(), "nullable": !column.needed, "metadata": {}});
    let schemas: Map<String, Value> = TABLES
        .iter()
        .map(|table| {
            let fields: Vec<Value> = table.columns.iter().map(field).collect();
            (table.name.to_owned(), json!({"type": "struct", "fields": fields}))
        })
        .collect();
    let text = serde_json::to_string_pretty(&schemas).map_err(io::Error::other)?;
    Ok(format!("{text}\n"))
}
