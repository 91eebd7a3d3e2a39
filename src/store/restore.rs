//! Putting an earlier version of a session in the place of the present one, which is kept.
//!
//! Nothing is taken back: the earlier version becomes the newest, with a count of changes above all others.

use super::atomic::save_expected;
use super::backup::{Version, back_up, names};
use super::codec::{LARGEST, decode};
use super::error::doing;
use super::expected::ExpectedContents;
use super::files::{FileSystem, read_start};
use super::head::{Head, head_of};
use super::identity::{identity, identity_in, ids_of};
use super::{Home, Lock, OpenError, StoreError, recovery, save};
use crate::session::Session;
use jiff::Timestamp;
use std::io;
use std::path::{Path, PathBuf};

#[derive(Clone, Debug)]
pub struct Restored {
    pub session: Session,
    /// Where the version is that stood there before, if one did.
    pub kept: Option<PathBuf>,
    /// What stands in the file and may be written over.
    pub expected: ExpectedContents,
}

/// Restores a session's file from an earlier version. The lock says which file, and that nobody else writes to it.
/// Where that fails the file is as it was.
pub fn restore(
    files: &dyn FileSystem,
    home: &Home,
    lock: &Lock,
    backup: &Path,
    now: Timestamp,
) -> Result<Restored, StoreError> {
    let file = lock.file();
    let source = read_start(files, backup, LARGEST + 1)?;
    let mut session = decode(&source, &backup.display().to_string())?.session;
    let ids = ids_of(files, home, file).map_err(StoreError::io(doing::READING, file))?;
    if !ids.is_empty() && !ids.contains(&session.id) {
        return Err(StoreError::OtherSession { file: file.to_owned(), backup: backup.to_owned() });
    }
    let present = match read_start(files, file, LARGEST + 1) {
        Ok(bytes) => Some(bytes),
        Err(_) if matches!(files.look(file), Ok(super::Standing::Nothing)) => None,
        Err(error) => return Err(error.into()),
    };
    let present = present.filter(|bytes| !bytes.is_empty());
    let (mut expected, mut kept) = (ExpectedContents::nothing(), None);
    if let Some(bytes) = &present {
        expected = ExpectedContents::of(bytes);
        kept = Some(keep(files, home, &session.id, file, bytes, now)?);
    }
    let highest = highest(files, home, &session, file, present.as_deref());
    let highest = highest.map_err(StoreError::io(doing::FINDING_NEWEST, file))?;
    session.rev = highest;
    session.count_change();
    let head = head_of(&source, "").unwrap_or_else(|_| Head::without_counts(&session, now));
    let bytes = save::encoded(&session, &head.saved_again(&session, now))?;
    if home.holds(file) {
        let folder = super::files::folder_of(file);
        home.make_folders(files, folder).map_err(StoreError::io(doing::MAKING_FOLDER, folder))?;
    }
    save_expected(files, file, &bytes, &mut expected)?;
    Ok(Restored { session, kept, expected })
}

/// The present version goes among the backups, also if it cannot be read.
fn keep(
    files: &dyn FileSystem,
    home: &Home,
    id: &str,
    file: &Path,
    bytes: &[u8],
    now: Timestamp,
) -> Result<PathBuf, StoreError> {
    let (rev, damaged) = match decode(bytes, "") {
        Ok(loaded) => (loaded.session.rev, false),
        Err(newer @ OpenError::Newer { .. }) => return Err(newer.into()),
        Err(_) => (identity(bytes).and_then(|found| found.rev).unwrap_or(0), true),
    };
    back_up(files, home, Version { id, file, rev, bytes, damaged }, now)
}

/// The highest count of changes of any version there is: the next opening takes the highest.
fn highest(
    files: &dyn FileSystem,
    home: &Home,
    session: &Session,
    file: &Path,
    present: Option<&[u8]>,
) -> io::Result<u64> {
    let present = present.and_then(identity).and_then(|found| found.rev);
    let backups = names(files, &home.backups_folder().join(&session.id))?;
    let recovery = recovery::copies(files, home, &session.id, file)?;
    let recovery = recovery.iter().filter_map(|path| identity_in(files, path).ok().flatten()?.rev);
    let backups = backups.into_iter().map(|name| name.rev);
    Ok(present.into_iter().chain(backups).chain(recovery).fold(session.rev, u64::max))
}
