//! `plenary merge`: the sessions of breakout tables into a new one of all.
//!
//! The new file is never written over another; the tables' own files stay as they are.

use super::args::TableFile;
use super::compare::opened;
use super::failure::Failure;
use super::print;
use crate::framework::Framework;
use crate::session::{Merged, Session, Source, merge as merged};
use crate::store::{self, RealFiles, in_words};
use crate::terminal::{clean_line, clean_path, complain, fits};
use jiff::Timestamp;
use std::fs::OpenOptions;
use std::path::Path;

/// Merges the files into a new one.
pub(super) fn merge(tables: &[TableFile], out: &Path, framework: &Framework) -> Result<(), Failure> {
    let mut sessions: Vec<(String, Session)> = Vec::new();
    for table in tables {
        let session = opened(&table.file)?;
        fits(&session, framework).map_err(Failure::new)?;
        sessions.push((table.name.clone(), session));
    }
    let sources: Vec<Source<'_>> = sessions.iter().map(|(name, session)| Source { name, session }).collect();
    let now = Timestamp::now();
    let now = Timestamp::from_second(now.as_second()).unwrap_or(now);
    let merged = merged(&sources, store::new_id()?, now).map_err(|error| Failure::new(error.to_string()))?;
    merged.session.has_room().map_err(|error| Failure::new(format!("Nothing was merged. {error}")))?;
    write_new(out, &merged.session, framework, now)?;
    tell(&merged, out)
}

/// Takes the name with an empty file first, which fails where anything stands, then fills it as every session is saved.
fn write_new(out: &Path, session: &Session, framework: &Framework, now: Timestamp) -> Result<(), Failure> {
    let refused = |error: std::io::Error| {
        let reason = if error.kind() == std::io::ErrorKind::AlreadyExists {
            "there is a file of that name, and nothing is written over; choose another name".to_owned()
        } else {
            in_words(&error)
        };
        Failure::new(format!("{} could not be made: {reason}.", out.display()))
    };
    OpenOptions::new().write(true).create_new(true).open(out).map_err(refused)?;
    store::save(&RealFiles, out, session, framework, now).map_err(|error| {
        // Only the empty file that was just made; the reason worth telling is the save's.
        let _ = std::fs::remove_file(out);
        Failure::new(error.to_string())
    })
}

fn tell(merged: &Merged, out: &Path) -> Result<(), Failure> {
    for name in &merged.already {
        complain(&format!("{name} is in it already and adds nothing."));
    }
    for name in &merged.changed_since {
        complain(&format!("{name} was changed after it had been merged; those changes are not taken in."));
    }
    if merged.other_names {
        complain("The sessions name different partnerships; the first in the alphabet is taken. Change it at set-up.");
    }
    let tables = merged.session.tables.iter().filter(|table| table.holds.is_empty()).count();
    print(|out_stream| {
        writeln!(out_stream, "Merged {tables} tables, {}", clean_line(&merged.session.register.to_string()))?;
        match &merged.to_settle[..] {
            [] => writeln!(out_stream, "The tables differ on nothing")?,
            ids => {
                let ids: Vec<&str> = ids.iter().map(crate::framework::Id::as_str).collect();
                writeln!(out_stream, "To settle, because the tables differ: {}", clean_line(&ids.join(" ")))?;
            }
        }
        writeln!(out_stream, "{}", clean_path(out))
    })
}
