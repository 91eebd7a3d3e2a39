//! Taking a session away, with the copies that this program made of it: what [`super::deletion`] has found, and no more.
//!
//! What it cannot reach it lists, and never claims that nothing is left.

use super::atomic::folder_of;
use super::codec::LARGEST;
use super::deletion::{DeleteError, Deletion};
use super::files::{FileSystem, Standing, unless_refused};
use super::settings::forget_last;
use super::{Home, Lock, in_words};
use std::io;
use std::path::PathBuf;

/// What no program on this computer can take away; to be shown whenever a session is deleted.
pub const BEYOND: &str = "Exports, e-mails, printouts, copies that people made, and the earlier versions and waste bins \
     of cloud drives and file servers are not reached by this; nor can a disk be made to forget what it once held.";

/// What became of a session's files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deleted {
    /// Gone.
    pub removed: Vec<PathBuf>,
    /// Still there because it was not to go, each with the reason.
    pub kept: Vec<(PathBuf, String)>,
    /// Still there because it could not be taken away, each with the reason.
    pub left: Vec<(PathBuf, String)>,
}

/// Deletes a session as it was found: its copies, the notes about it, its lock, and at last the file itself, so that
/// whoever is interrupted still finds it and can delete again. [`BEYOND`] says what that does not reach.
///
/// # Errors
/// [`DeleteError::Changed`], when the file is no longer what was looked at; nothing is deleted then.
pub fn delete(files: &dyn FileSystem, home: &Home, lock: Lock, plan: Deletion) -> Result<Deleted, DeleteError> {
    let Deletion { file, goes, stays, traces, backups, known, handed_over, .. } = plan;
    let is_same = files.read(&file, LARGEST + 1).is_ok_and(|bytes| known.accepts(&bytes));
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
        deleted.left.push((file, "it is kept until its copies can be deleted; delete it again then".into()));
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
