//! The register being written, and sessions of tables being merged.

use super::super::commas;
use crate::session::{CountedBy, Move, Register};
use std::fmt::Display;

/// `counted: by sector`.
pub(crate) fn counted(by: CountedBy) -> String {
    format!("counted: {}", by.label())
}

/// `15:10 Statutory: 1 left`.
pub(crate) fn came_or_left(time: &str, one: &Move, register: &Register) -> String {
    let did = if one.people > 0 { "came" } else { "left" };
    format!("{time} {}: {} {did}", register.name_of(&one.sector), one.people.unsigned_abs())
}

pub(crate) fn line_kept(refused: &str) -> String {
    format!("{refused}. The line is kept, half typed")
}

pub(crate) fn people_kept(typed: &str, kept: u16) -> String {
    format!("\"{typed}\" is not a number of people from 1 to 999; kept as {kept}")
}

pub(crate) fn cannot_be_merged(why: impl Display) -> String {
    format!("These sessions cannot be merged. {why}.")
}

/// How many tables were merged, on how many items they differ, and which were in the session already.
pub(crate) fn merged(tables: &[String], to_settle: usize, already: &[String]) -> String {
    let settle = match to_settle {
        0 => "The tables agree on everything they answered.".to_owned(),
        1 => "On 1 item they differ: settle it in the room.".to_owned(),
        many => format!("On {many} items they differ: settle them in the room."),
    };
    let already = if already.is_empty() { String::new() } else { format!(" Already in it: {}.", commas(already)) };
    format!("Merged from {}. {settle}{already}", super::super::and(tables))
}
