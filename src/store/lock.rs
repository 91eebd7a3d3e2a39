//! One program at a time for each session, by a lock that the system frees with the process, however it ends.
//!
//! The session's own file is never locked: a lock on a share or in a cloud folder can outlive its holder, and keeps
//! others from even reading.

use super::Home;
use super::error::not_locked;
use super::files::{FileSystem, Held, Standing};
use super::home::path_hash;
use crate::clean::sanitise_line;
use jiff::Timestamp;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// More of the note about the holder is not shown, in bytes.
const LONGEST: usize = 300;

/// How a lock notes since when it is held, before `UTC`.
pub const NOTED_AT: &str = "%F %R";

/// Whether a session is this program's.
#[derive(Debug)]
pub enum Taken {
    /// It is, as long as the lock lives.
    Held(Lock),
    /// Another program has it open.
    Busy {
        /// Which, in words; only for display. Empty if it left no note.
        holder: String,
    },
}

/// The right to write to a session. Dropping it gives it back.
#[derive(Debug)]
pub struct Lock {
    file: PathBuf,
    /// Where there are no locks: why, as a sentence. Another program is then not noticed.
    warning: Option<String>,
    note: Option<PathBuf>,
    _held: Option<Box<dyn Held>>,
}

impl Lock {
    /// Takes the lock of a session file, without waiting.
    ///
    /// Where the system has no locks, as in some home folders on a network, the session is given all the same, with
    /// a warning: conflicts are then still found when saving.
    pub fn take(files: &dyn FileSystem, home: &Home, path: &Path, now: Timestamp) -> Taken {
        let (lock, note) = lock_and_note(files, home, path);
        let unlocked = |error: std::io::Error| {
            let warning = not_locked(&lock, &error);
            Taken::Held(Self { file: path.to_owned(), warning: Some(warning), note: None, _held: None })
        };
        match home.make_folders(files, &home.locks_folder()).and_then(|()| files.lock(&lock)) {
            Err(error) => unlocked(error),
            Ok(None) => Taken::Busy { holder: noted(files, &note) },
            Ok(Some(held)) => {
                write_note(files, &note, now);
                Taken::Held(Self { file: path.to_owned(), warning: None, note: Some(note), _held: Some(held) })
            }
        }
    }

    /// Who else has a session open, in words that may be empty; `None` when nobody has. What this program itself
    /// holds must not be asked for: it would find itself. Makes nothing.
    pub fn holder(files: &dyn FileSystem, home: &Home, path: &Path) -> Option<String> {
        let (lock, note) = lock_and_note(files, home, path);
        if !matches!(files.look(&lock), Ok(Standing::File { .. })) || !matches!(files.lock(&lock), Ok(None)) {
            return None;
        }
        Some(noted(files, &note))
    }

    pub fn file(&self) -> &Path {
        &self.file
    }

    /// A sentence, where there are no locks.
    pub fn warning(&self) -> Option<&str> {
        self.warning.as_deref()
    }

    pub(super) fn traces(&self) -> Vec<PathBuf> {
        let note = self.note.iter().cloned();
        note.flat_map(|note| [note.with_extension("lock"), note]).collect()
    }
}

/// The file that is locked for a session, and the note beside it.
fn lock_and_note(files: &dyn FileSystem, home: &Home, path: &Path) -> (PathBuf, PathBuf) {
    let lock = home.locks_folder().join(format!("{}.lock", path_hash(&canonical(files, path))));
    let note = lock.with_extension("holder");
    (lock, note)
}

fn noted(files: &dyn FileSystem, note: &Path) -> String {
    let holder = files.read(note, LONGEST).unwrap_or_default();
    sanitise_line(String::from_utf8_lossy(&holder).trim()).into()
}

/// One session has one lock, whichever way leads to it. A file that is not there yet has a folder that is.
fn canonical(files: &dyn FileSystem, path: &Path) -> PathBuf {
    let through_folder = || {
        let folder = files.resolve(super::files::folder_of(path)).ok()?;
        Some(folder.join(path.file_name()?))
    };
    files.resolve(path).ok().or_else(through_folder).unwrap_or_else(|| path.to_owned())
}

/// Who holds the lock, beside it: on Windows nobody else can read a locked file. Only people read it, so a note that
/// cannot be written is no harm, and one that was left behind is replaced.
fn write_note(files: &dyn FileSystem, note: &Path, now: Timestamp) {
    let host = ["COMPUTERNAME", "HOSTNAME"].into_iter().find_map(|name| std::env::var(name).ok());
    let host = host.filter(|host| !host.is_empty()).map(|host| format!(" on {host}")).unwrap_or_default();
    let since = format!("{} UTC", now.strftime(NOTED_AT));
    let _ = files.remove(note);
    if let Ok(mut file) = files.create(note) {
        let _ = writeln!(file, "process {}{host}, since {since}", std::process::id());
    }
}
