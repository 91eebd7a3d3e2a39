//! `plenary delete`: a session with the copies that Plenary made of it, after it was said what goes and what stays.
//!
//! Without a terminal to ask on, only `--yes` deletes.

use super::error::Failure;
use super::versions::lock;
use super::{answer, print};
use crate::store::{self, BEYOND, Deletion, Home, RealFiles};
use crate::terminal::{can_ask, clean_line, clean_path, source_in_words};
use crate::words;
use jiff::Timestamp;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

pub(super) fn delete(home: &Home, file: &Path, yes: bool) -> Result<(), Failure> {
    // What is refused leaves no lock behind.
    store::deletion(&RealFiles, home, file)?;
    if !yes && !can_ask() {
        return Err(Failure::CannotAsk);
    }
    let lock = lock(home, file, Timestamp::now())?;
    let plan = store::deletion(&RealFiles, home, file)?;
    if !yes && !agreed(&plan)? {
        return print(|out| writeln!(out, "{}", words::NOTHING_DELETED));
    }
    let deleted = store::delete(&RealFiles, home, lock, plan)?;
    print(|out| {
        let (session, copies): (Vec<_>, Vec<_>) = deleted.removed.iter().partition(|path| *path == file);
        for path in session.into_iter().chain(copies) {
            writeln!(out, "Deleted  {}", clean_path(path))?;
        }
        stays(out, "Stays  ", &deleted.kept)?;
        writeln!(out, "{BEYOND}")
    })?;
    let left: Vec<String> = deleted.left.iter().map(|(path, reason)| format!("{}: {reason}", path.display())).collect();
    if left.is_empty() { Ok(()) } else { Err(Failure::NotDeleted(left.join("; "))) }
}

/// Says what goes and what stays, and asks.
fn agreed(plan: &Deletion) -> Result<bool, Failure> {
    print(|out| {
        writeln!(out, "{}", words::DELETES_FOR_GOOD)?;
        writeln!(out, "  {}", clean_path(&plan.file))?;
        for (source, path) in &plan.goes {
            writeln!(out, "  {} ({})", clean_path(path), source_in_words(*source))?;
        }
        stays(out, "This stays:", &plan.stays)?;
        write!(out, "{}", words::TYPE_YES_TO_DELETE)
    })?;
    Ok(answer()? == "yes")
}

fn stays(out: &mut dyn Write, label: &str, stays: &[(PathBuf, String)]) -> io::Result<()> {
    stays.iter().try_for_each(|(path, why)| writeln!(out, "{label}  {}: {}", clean_path(path), clean_line(why)))
}
