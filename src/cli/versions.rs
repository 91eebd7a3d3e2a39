//! `plenary backups` and `plenary restore`: the earlier versions of a session, and putting one in its place.
//!
//! Nothing is lost by restoring: the version that stood there is kept first.

use super::error::Failure;
use super::{print, print_text};
use crate::report::json as to_json;
use crate::store::{self, Candidate, Home, Lock, OpenError, RealFiles, Taken, typed_path};
use crate::terminal::{clean_path, kind_in_words};
use crate::words;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use serde::Serialize;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

#[derive(Serialize)]
struct Row {
    number: usize,
    file: String,
    kind: &'static str,
    rev: u64,
    saved: Timestamp,
    done: u16,
    of: u16,
    size: u64,
}

pub(super) fn backups(home: &Home, file: &Path, json: bool) -> Result<(), Failure> {
    let found = store::rescue(&RealFiles, home, file);
    if json {
        let rows: Vec<Row> = (1..).zip(&found).map(|(number, candidate)| row(number, candidate)).collect();
        return print_text(&to_json(&rows));
    }
    print(|out| {
        if found.is_empty() {
            return writeln!(out, "{}", words::no_versions_of(&clean_path(file).clone()));
        }
        (1..).zip(&found).try_for_each(|(number, candidate): (usize, &Candidate)| {
            let Candidate { version, .. } = candidate;
            let (when, kind, path) = (when(version.saved), kind_in_words(candidate), clean_path(&version.path));
            writeln!(out, "{number:>3}  {when}  {:>2} of {:<2}  {kind:<15}  {path}", version.done, version.of)
        })
    })
}

fn row(number: usize, candidate: &Candidate) -> Row {
    let Candidate { version, .. } = candidate;
    Row {
        number,
        file: version.path.display().to_string(),
        kind: kind_in_words(candidate),
        rev: version.rev,
        saved: version.saved,
        done: version.done,
        of: version.of,
        size: version.size,
    }
}

fn when(at: Timestamp) -> String {
    at.to_zoned(TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string()
}

/// Puts a version in the place of the session's file.
pub(super) fn restore(home: &Home, file: &Path, wanted: &str) -> Result<(), Failure> {
    let (path, words) = chosen(home, file, wanted)?;
    let now = Zoned::now().timestamp();
    let lock = lock(home, file, now)?;
    let restored = store::restore(&RealFiles, home, &lock, &path, now)?;
    print(|out| {
        writeln!(out, "{} is now {words}.", clean_path(file))?;
        match &restored.kept {
            Some(kept) => writeln!(out, "{}", words::version_before_kept(&clean_path(kept).clone())),
            None => Ok(()),
        }
    })
}

/// The version that was meant, and what to call it.
fn chosen(home: &Home, file: &Path, wanted: &str) -> Result<(PathBuf, String), Failure> {
    let found = store::rescue(&RealFiles, home, file);
    let number = wanted.parse::<usize>().ok();
    let candidate = match (wanted, number) {
        // What stands in the file already is no earlier version.
        ("newest", _) => {
            let present = store::open(file).ok().map(|loaded| loaded.session.rev);
            found.iter().find(|candidate| Some(candidate.version.rev) != present)
        }
        (_, Some(number)) => number.checked_sub(1).and_then(|place| found.get(place)),
        _ => {
            let path = typed_path(OsStr::new(wanted)).map_err(|error| Failure::new(error.to_string()))?;
            let path = std::path::absolute(path)?;
            return Ok((path.clone(), words::version_in(&path.display().to_string())));
        }
    };
    let file = file.to_owned();
    match candidate {
        Some(Candidate { version, .. }) => {
            Ok((version.path.clone(), words::version_of(&when(version.saved), version.done, version.of)))
        }
        None if found.is_empty() => Err(Failure::NoVersions(file)),
        None => Err(Failure::NoSuchVersion { file, many: found.len() }),
    }
}

/// Takes a session from any other Plenary.
pub(super) fn lock(home: &Home, file: &Path, now: Timestamp) -> Result<Lock, Failure> {
    match Lock::take(&RealFiles, home, file, now) {
        Taken::Held(lock) => Ok(lock),
        Taken::Busy { holder } if holder.is_empty() => Err(Failure::Busy { file: file.to_owned(), holder }),
        Taken::Busy { holder } => Err(Failure::Busy { file: file.to_owned(), holder: format!(" ({holder})") }),
    }
}

/// Why a session cannot be opened, and what there is instead.
pub(super) fn and_what_to_do(home: &Home, file: &Path, error: OpenError) -> Failure {
    if store::rescue(&RealFiles, home, file).is_empty() {
        return error.into();
    }
    Failure::HasVersions(error)
}
