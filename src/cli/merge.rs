//! `plenary merge`: the sessions of breakout tables into a new one of all.
//!
//! The new file is never written over another. The tables' own files stay as they are, but where no paper of them has
//! gone out: then they say from now on that they are tables.

use super::args::TableFile;
use super::compare::opened_with;
use super::error::Failure;
use super::{answer, print};
use crate::analysis::merge_tables;
use crate::clean::taken;
use crate::framework::Framework;
use crate::session::{Merged, Session, Source};
use crate::store::{self, Home, RealFiles, SaveError};
use crate::terminal::{can_ask, clean_line, clean_path, print_error};
use crate::words;
use jiff::Timestamp;
use std::path::{Path, PathBuf};

/// A table's session, its file, and what the table is called.
struct Read {
    name: String,
    file: PathBuf,
    session: Session,
}

pub(super) fn merge(
    home: &Home,
    tables: &[TableFile],
    out: &Path,
    papers_went_out: Option<bool>,
    framework: &Framework,
) -> Result<(), Failure> {
    let mut read: Vec<Read> = Vec::new();
    for TableFile { name, file } in tables {
        let session = opened_with(framework, file)?;
        let own = session.table().map(str::to_owned);
        let stem = || file.file_stem().map_or_else(String::new, |stem| taken(&stem.to_string_lossy(), None, false));
        read.push(Read { name: name.clone().or(own).unwrap_or_else(stem), file: super::absolute(file)?, session });
    }
    let now = Timestamp::now();
    let now = Timestamp::from_second(now.as_second()).unwrap_or(now);
    // Before anything is asked or changed it must be clear that they can be merged.
    merged(&read, now)?;
    let silent: Vec<&str> =
        read.iter().filter(|one| one.session.table().is_none()).map(|one| one.name.as_str()).collect();
    if !silent.is_empty() && std::fs::symlink_metadata(out).is_err() {
        match papers_went_out.map_or_else(|| ask(&silent), |out| Ok(Some(out)))? {
            Some(false) => declare(home, framework, &mut read, now),
            Some(true) => {}
            None => print_error(words::PAPERS_NOT_SAID),
        }
    }
    let merged = merged(&read, now)?;
    merged.session.has_room().map_err(Failure::NotMerged)?;
    write_new(out, &merged.session, framework, now)?;
    tell(&merged, out)
}

fn merged(read: &[Read], now: Timestamp) -> Result<Merged, Failure> {
    let sources: Vec<Source<'_>> = read.iter().map(|Read { name, session, .. }| Source { name, session }).collect();
    Ok(merge_tables(&sources, store::new_id()?, now)?)
}

/// Asks whether a paper has gone out; `None` where there is no terminal to ask on.
fn ask(names: &[&str]) -> Result<Option<bool>, Failure> {
    if !can_ask() {
        return Ok(None);
    }
    let names = clean_line(&names.join(", "));
    print(|out| write!(out, "{}", words::did_papers_go_out(&names)))?;
    // What is not understood is the careful answer.
    Ok(Some(answer()? != "no"))
}

/// Marks the sessions as tables in their files, so that no paper of one of them tells its votes from now on.
fn declare(home: &Home, framework: &Framework, read: &mut [Read], now: Timestamp) {
    for one in read.iter_mut().filter(|one| one.session.table().is_none()) {
        let name = one.name.clone();
        match store::alter(&RealFiles, home, framework, &one.file, now, |session| session.about.table = name) {
            Ok(session) => one.session = session,
            Err(why) => print_error(&words::not_marked_as_table(&one.name, &why.to_string())),
        }
    }
}

pub(super) fn write_new(out: &Path, session: &Session, framework: &Framework, now: Timestamp) -> Result<(), Failure> {
    store::create_at(&RealFiles, out, session, framework, now).map_err(|error| match error {
        SaveError::Exists(_) => Failure::IsThere(out.to_owned()),
        error => error.into(),
    })
}

fn tell(merged: &Merged, out: &Path) -> Result<(), Failure> {
    for name in &merged.already {
        print_error(&words::in_it_already(name));
    }
    for name in &merged.changed_since {
        print_error(&words::changed_since(name));
    }
    if merged.other_names {
        print_error(words::OTHER_PARTNERSHIPS);
    }
    let tables = merged.session.tables.iter().filter(|table| table.holds.is_empty()).count();
    print(|out_stream| {
        writeln!(out_stream, "Merged {tables} tables, {}", clean_line(&merged.session.register.to_string()))?;
        match &merged.to_settle[..] {
            [] => writeln!(out_stream, "{}", words::NOTHING_TO_SETTLE)?,
            ids => writeln!(out_stream, "{}", clean_line(&words::to_settle(&words::joined(ids, " "))))?,
        }
        writeln!(out_stream, "{}", clean_path(out))
    })
}
