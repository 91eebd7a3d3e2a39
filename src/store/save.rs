//! One session onto the disk: encode, read back, replace. And the first file of a new session.
//!
//! Every session file is written here; the time is passed in, and nothing is done in the background.

use super::atomic::{save_atomic, save_expected, save_new};
use super::codec::{decode, decode_here, encode};
use super::error::{A_VALUE_CHANGED, doing};
use super::files::FileSystem;
use super::open_error::OpenError;
use super::sweep::sweep_beside;
use super::{Head, Home, Loaded, Lock, NotAltered, SaveError, StoreError, Taken, open_to_edit};
use crate::framework::Framework;
use crate::session::{Session, plausible_count};
use jiff::Timestamp;
use std::io;
use std::path::{Path, PathBuf};

/// Files that are tried for a new session before giving up.
const ATTEMPTS: u32 = 20;

/// Writes a session to its file, whatever stands there: for a file that is the caller's alone, like one that it
/// has just made. When this returns without error it is on the disk.
///
/// The text is read back before it replaces anything: a fault in the writer must not cost the last
/// good version.
pub fn save(
    files: &dyn FileSystem,
    target: &Path,
    session: &Session,
    framework: &Framework,
    saved: Timestamp,
) -> Result<(), SaveError> {
    let bytes = encoded(session, &Head::of(session, framework, saved))?;
    save_atomic(files, target, &bytes).map(|()| sweep_beside(files, target))
}

/// A session as the bytes of its file, which read back as the same session.
pub(super) fn encoded(session: &Session, head: &Head) -> Result<Vec<u8>, SaveError> {
    read_back(session, head, decode)
}

/// [`encoded`] on a thread that has the stack for reading back.
pub(super) fn encoded_here(session: &Session, head: &Head) -> Result<Vec<u8>, SaveError> {
    read_back(session, head, decode_here)
}

fn read_back(
    session: &Session,
    head: &Head,
    decode: impl FnOnce(&[u8], &str) -> Result<Loaded, OpenError>,
) -> Result<Vec<u8>, SaveError> {
    let text = encode(session, head)?;
    let mut back = decode(text.as_bytes(), "The text").map_err(|error| SaveError::NotTheSame(error.to_string()))?;
    // Counted on from the highest count there is: opened again it is counted anew, and nothing else of it changes.
    if back.session.rev == plausible_count(session.rev) {
        back.session.rev = session.rev;
    }
    if back.session != *session {
        let reason = back.warnings.first().map_or_else(|| A_VALUE_CHANGED.to_owned(), ToString::to_string);
        return Err(SaveError::NotTheSame(reason));
    }
    Ok(text.into_bytes())
}

/// Makes a new file of a session, whole or not at all. Where anything stands it fails.
pub fn create_at(
    files: &dyn FileSystem,
    target: &Path,
    session: &Session,
    framework: &Framework,
    saved: Timestamp,
) -> Result<(), SaveError> {
    let bytes = encoded(session, &Head::of(session, framework, saved))?;
    save_new(files, target, &bytes).map(|()| sweep_beside(files, target))
}

/// Makes the file of a new session under its home and gives its path. Two programs that begin at the same moment
/// never write over each other: only one of them gets a name.
pub fn create(
    files: &dyn FileSystem,
    home: &Home,
    session: &Session,
    framework: &Framework,
    saved: Timestamp,
) -> Result<PathBuf, StoreError> {
    home.make_sessions_folder()?;
    let mut path = home.new_session_file(session);
    for _ in 0..ATTEMPTS {
        match create_at(files, &path, session, framework, saved) {
            Err(SaveError::Exists(_)) => path = home.new_session_file(session),
            saved => return Ok(saved.map(|()| path)?),
        }
    }
    Err(SaveError::Exists(path).into())
}

/// Takes the name of a new session's file with an empty file, which only one program can do: what is said meanwhile is
/// written into it by the saver.
pub(crate) fn reserve_new(files: &dyn FileSystem, home: &Home, session: &Session) -> Result<PathBuf, StoreError> {
    let folder = home.sessions_folder();
    home.make_folders(files, &folder).map_err(StoreError::io(doing::MAKING_FOLDER, &folder))?;
    let mut path = home.new_session_file(session);
    for _ in 0..ATTEMPTS {
        match files.create(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => path = home.new_session_file(session),
            made => return made.map(|_| path.clone()).map_err(StoreError::io(doing::MAKING_FILE, &path)),
        }
    }
    Err(SaveError::Exists(path).into())
}

/// Changes a session that nobody has open in its file, backed up as at every opening, and gives it as it now stands
/// there, one change further. What is open, here or in another window, is changed there and never here.
pub(crate) fn alter(
    files: &dyn FileSystem,
    home: &Home,
    framework: &Framework,
    file: &Path,
    now: Timestamp,
    change: impl FnOnce(&mut Session),
) -> Result<Session, NotAltered> {
    // Held until the end: nobody else writes to the session meanwhile.
    let Taken::Held(_lock) = Lock::take(files, home, file, now) else { return Err(NotAltered::Open) };
    let mut opened = open_to_edit(files, home, file, now)?;
    if let Some(reason) = opened.read_only {
        return Err(NotAltered::ReadOnly(reason));
    }
    change(&mut opened.session);
    opened.session.rev = opened.session.rev.saturating_add(1);
    let text = encode(&opened.session, &Head::of(&opened.session, framework, now))?;
    save_expected(files, file, text.as_bytes(), &mut opened.expected)?;
    Ok(opened.session)
}
