//! Taking a session away, with the copies that this program made of it: what [`super::deletion`] has found, and no more.
//!
//! What it cannot reach it lists, and never claims that nothing is left.

use super::backup::Name;
use super::codec::LARGEST;
use super::delete_error::{DeleteError, Stays};
use super::expected::ExpectedContents;
use super::files::{FileSystem, Standing, folder_of, unless_refused};
use super::identity::Unseen;
use super::rescue::Source;
use super::settings::forget_last;
use super::{Home, Lock, in_words};
use std::io;
use std::path::PathBuf;

impl From<Unseen> for DeleteError {
    fn from(Unseen { place, error }: Unseen) -> Self {
        Self::Unseen { place, reason: in_words(&error) }
    }
}

/// A session that may be deleted: what goes and what stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deletion {
    pub file: PathBuf,
    /// The session's count of changes; `None` where it is damaged or newer, and so goes alone.
    pub rev: Option<u64>,
    pub goes: Vec<(Source, PathBuf)>,
    /// What has to do with it and stays, each with the reason.
    pub stays: Vec<(PathBuf, String)>,
    /// Notes about it, and the folder of its backups if nothing stays there.
    pub(super) traces: Vec<PathBuf>,
    pub(super) backups: Option<PathBuf>,
    /// Backups that are another file's as well, and the hash of its path.
    pub(super) handed_over: Vec<(Name, String)>,
    /// The file as it was looked at.
    pub(super) expected: ExpectedContents,
}

/// What became of a session's files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deleted {
    pub removed: Vec<PathBuf>,
    /// Still there because it was not to go, each with the reason.
    pub kept: Vec<(PathBuf, String)>,
    /// Still there because it could not be taken away, each with the reason.
    pub left: Vec<(PathBuf, String)>,
}

/// Deletes a session as it was found: its copies, the notes about it, its lock, and at last the file itself, so that
/// whoever is interrupted still finds it and can delete again. [`super::BEYOND`] says what that does not reach.
/// Nothing is deleted where the file is no longer what was looked at.
pub fn delete(files: &dyn FileSystem, home: &Home, lock: Lock, plan: Deletion) -> Result<Deleted, DeleteError> {
    let Deletion { file, goes, stays, traces, backups, expected, handed_over, .. } = plan;
    let is_same = files.read(&file, LARGEST + 1).is_ok_and(|bytes| expected.accepts(&bytes));
    if !is_same || lock.file() != file {
        return Err(DeleteError::Changed(file));
    }
    let mut deleted = Deleted { kept: stays, ..Deleted::default() };
    for (backup, origin) in handed_over {
        // Where that does not work it stays as well, under the name of a file that is no more.
        let _ = backup.hand_over(files, &origin);
    }
    for path in goes.into_iter().map(|(_, path)| path).chain(traces) {
        deleted.remove(files, path);
    }
    if let Some(folder) = backups {
        let result = files.remove_folder(&folder);
        deleted.note(files, folder, result);
    }
    if let Some(path) = forget_last(home, &file) {
        deleted.remove(files, path);
    }
    if deleted.left.is_empty() {
        deleted.remove(files, file);
    } else {
        deleted.left.push((file, Stays::CopiesStay.to_string()));
    }
    let traces = lock.traces();
    drop(lock);
    for path in traces {
        deleted.remove(files, path);
    }
    Ok(deleted)
}

impl Deleted {
    fn remove(&mut self, files: &dyn FileSystem, path: PathBuf) {
        let result = files.remove(&path);
        self.note(files, path, result);
    }

    fn note(&mut self, files: &dyn FileSystem, path: PathBuf, result: io::Result<()>) {
        let result = match result {
            Err(_) if matches!(files.look(&path), Ok(Standing::Nothing)) => return,
            // Without this a power cut could bring it back.
            Ok(()) => unless_refused(files.sync_folder(folder_of(&path))).map(drop),
            failed => failed,
        };
        match result {
            Ok(()) => self.removed.push(path),
            Err(error) => self.left.push((path, in_words(&error))),
        }
    }
}
