//! A new folder that appears whole or not at all: it is filled under another name and renamed at the end.
//!
//! It never takes the place of anything.

use super::super::failure::Failure;
use crate::store::{RealFiles, TABLES, in_words, sweep};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A folder that is being filled; dropped before its time it takes itself away.
pub(super) struct NewFolder {
    target: PathBuf,
    /// Where it is being filled; empty once it is in its place.
    temporary: PathBuf,
}

impl NewFolder {
    /// A folder for this target, beside it.
    pub(super) fn beside(target: &Path) -> Result<Self, Failure> {
        let target = std::path::absolute(target).map_err(|error| refused(target, &error))?;
        if fs::symlink_metadata(&target).is_ok() {
            return Err(taken(&target));
        }
        let beside = target.parent().unwrap_or(Path::new("."));
        // What killed programs left there; that some of it stays is no reason to write nothing.
        let _ = sweep(&RealFiles, beside);
        let temporary = beside.join(format!("{TABLES}{}", std::process::id()));
        fs::create_dir(&temporary).map_err(|error| refused(&target, &error))?;
        Ok(Self { target, temporary })
    }

    /// A new file in it.
    pub(super) fn create(&self, name: &str) -> Result<File, Failure> {
        File::create_new(self.temporary.join(name)).map_err(|error| self.failed(&error))
    }

    /// A new file in it with this text.
    pub(super) fn write(&self, name: &str, text: &str) -> Result<(), Failure> {
        let mut file = self.create(name)?;
        file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(|error| self.failed(&error))
    }

    /// Puts it in its place.
    pub(super) fn put_in_place(mut self) -> Result<(), Failure> {
        // A rename takes the place of an empty folder on some systems; what came in between is left alone.
        if fs::symlink_metadata(&self.target).is_ok() {
            return Err(taken(&self.target));
        }
        fs::rename(&self.temporary, &self.target).map_err(|error| self.failed(&error))?;
        self.temporary = PathBuf::new();
        Ok(())
    }

    /// That something in it could not be written.
    pub(super) fn failed(&self, error: &io::Error) -> Failure {
        refused(&self.target, error)
    }
}

impl Drop for NewFolder {
    fn drop(&mut self) {
        if !self.temporary.as_os_str().is_empty() {
            // If this fails too a hidden folder stays; the reason worth telling is the first.
            let _ = fs::remove_dir_all(&self.temporary);
        }
    }
}

fn refused(target: &Path, error: &io::Error) -> Failure {
    Failure::new(format!("The tables could not be written to {}: {}.", target.display(), in_words(error)))
}

fn taken(target: &Path) -> Failure {
    let target = target.display();
    Failure::new(format!("{target} is there already, and nothing is written over; choose a folder that is not."))
}
