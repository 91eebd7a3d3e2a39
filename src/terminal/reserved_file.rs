//! Reserving a file for a session: an empty file, so that two programs never take the same name, and its lock.

use super::error::Refusal;
use crate::session::Session;
use crate::store::{self, FileSystem, Home, Lock, Taken, reserve_path};
use jiff::Timestamp;
use std::path::{Path, PathBuf};

#[derive(Debug)]
pub(super) struct ReservedFile {
    pub(super) id: String,
    /// Its first file, where this is the name that its partnership's name makes.
    pub(super) from: Option<PathBuf>,
    pub(super) file: PathBuf,
    pub(super) lock: Option<Lock>,
}

impl ReservedFile {
    /// The first file of a session. Where it cannot be reserved its name stands all the same: the saver will say why,
    /// and try again.
    pub(super) fn first(files: &dyn FileSystem, home: &Home, session: &Session, now: Timestamp) -> Self {
        let file = store::reserve_new(files, home, session).unwrap_or_else(|_| home.new_session_file(session));
        // Its name is its own since a moment: nobody can have taken the lock.
        let lock = lock(files, home, &file, now);
        Self { id: session.id.clone(), from: None, file, lock }
    }

    /// The file after the first one; without a lock where it cannot be had, or is the first.
    pub(super) fn next(files: &dyn FileSystem, home: &Home, session: &Session, from: PathBuf, now: Timestamp) -> Self {
        let file = home.new_session_file(session);
        let lock = if file == from { None } else { reserve(files, home, &file, now).ok() };
        Self { id: session.id.clone(), from: Some(from), file, lock }
    }
}

/// Reserves a file that is not there yet; or says, as a sentence, why not.
pub(super) fn reserve(files: &dyn FileSystem, home: &Home, file: &Path, now: Timestamp) -> Result<Lock, String> {
    reserve_path(files, file).map_err(|error| error.to_string())?;
    lock(files, home, file, now).ok_or_else(|| Refusal::NameTaken.into())
}

fn lock(files: &dyn FileSystem, home: &Home, file: &Path, now: Timestamp) -> Option<Lock> {
    match Lock::take(files, home, file, now) {
        Taken::Held(lock) => Some(lock),
        Taken::Busy { .. } => None,
    }
}
