//! What the tables hold, for people (`columns.md`) and for Spark (`spark-schema.json`).
//!
//! Both are made from the columns themselves, so that they cannot tell of others.

use super::super::error::Failure;
use super::columns::{Column, Kind, TABLES};
use crate::words::capital;
use serde_json::{Map, Value, json};
use std::fmt::Write as _;
use std::io;

impl Kind {
    /// The word for people.
    fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Whole => "whole number",
            Self::Number => "number",
            Self::Truth => "true or false",
            Self::Day => "day",
            Self::Moment => "moment (UTC)",
        }
    }

    /// The type in Spark.
    fn spark(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Whole => "integer",
            Self::Number => "double",
            Self::Truth => "boolean",
            Self::Day => "date",
            Self::Moment => "timestamp",
        }
    }
}

pub(super) fn columns_page() -> String {
    let mut page = String::from(
        "# The tables\n\n\
         UTF-8, a heading line, commas, quotes doubled inside quotes, no line end inside a row; an empty cell is nothing. \
         Days are 2026-03-12, moments 2026-03-12T09:30:00Z. A text that a spreadsheet would take for a formula has an \
         apostrophe before it.\n\n\
         Not in here: notes, private notes, minority statements' words, organisations and roles of people, and votes \
         that could tell on somebody. Columns keep their names and meanings; new ones come at the end.\n",
    );
    for table in TABLES {
        let key: Vec<&str> = table.columns.iter().take(table.key).map(|column| column.name).collect();
        // Writing to a String cannot fail.
        let _ = writeln!(page, "\n## {}.csv\n\n{}. Key: {}.\n", table.name, capital(table.meaning), key.join(", "));
        page.push_str("| column | holds | may be empty | meaning |\n|---|---|---|---|\n");
        for Column { name, kind, needed, meaning } in table.columns {
            let empty = if *needed { "no" } else { "yes" };
            let _ = writeln!(page, "| `{name}` | {} | {empty} | {meaning} |", kind.word());
        }
    }
    page
}

/// The schemas of all tables, each as Spark's `StructType.fromJson` reads it.
pub(super) fn spark() -> Result<String, Failure> {
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
