//! Taking a session away, with every copy that this program made of it.
//!
//! What it cannot reach it lists, and never claims that nothing is left.

use super::atomic::folder_of;
use super::conflict::copies_of;
use super::files::{FileSystem, Standing, list, unless_refused};
use super::head::head_in;
use super::rescue::ids_of;
use super::settings::forget_last;
use super::temporary::temporaries;
use super::{Home, Lock, in_words, recovery};
use std::io;
use std::path::{Path, PathBuf};

/// What no program on this computer can take away; to be shown whenever a session is deleted.
pub const BEYOND: &str = "Exports, e-mails, printouts, copies that people made, and the earlier versions and waste bins \
     of cloud drives and file servers are not reached by this; nor can a disk be made to forget what it once held.";

/// What became of a session's files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deleted {
    /// Gone.
    pub removed: Vec<PathBuf>,
    /// Still there, each with the reason.
    pub left: Vec<(PathBuf, String)>,
}

/// Deletes a session: its backups (also of damaged versions), recovery copies, versions saved beside it, saves that
/// were broken off, the note that it was last open, its lock, and at last the file itself, so that whoever is
/// interrupted still finds it and can delete again. [`BEYOND`] says what that does not reach.
///
/// Copies of the file share its id and so its backups; those go too.
#[must_use]
pub fn delete(files: &dyn FileSystem, home: &Home, lock: Lock) -> Deleted {
    let mut deleted = Deleted::default();
    deleted.remove_session(files, home, lock.file());
    let traces = lock.traces();
    drop(lock);
    for path in traces {
        deleted.remove(files, path);
    }
    deleted
}

impl Deleted {
    fn remove_session(&mut self, files: &dyn FileSystem, home: &Home, file: &Path) {
        let Some(ids) = self.look(file, ids_of(files, home, file)) else {
            let unseen = || "whether copies are in it cannot be seen while the session cannot be read".to_owned();
            self.left.extend([home.backups_folder(), home.recovery_folder()].map(|folder| (folder, unseen())));
            return;
        };
        let folder = folder_of(file);
        let beside = self.look(folder, copies_of(files, file)).unwrap_or_default();
        let paths = |found: Vec<(PathBuf, _)>| found.into_iter().map(|(path, _)| path);
        let broken_off = paths(self.look(folder, temporaries(files, file)).unwrap_or_default());
        let mut unseen = Vec::new();
        let recovery = home.recovery_folder();
        let copying =
            ids.iter().map(|id| temporaries(files, &home.recovery_file(id, file))).collect::<io::Result<Vec<_>>>();
        let copying = paths(self.look(&recovery, copying).unwrap_or_default().concat());
        for path in beside.into_iter().chain(broken_off).chain(copying) {
            match head_in(files, &path) {
                Ok(head) if ids.contains(&head.id) => self.remove(files, path),
                Ok(_) => {}
                Err(reason) => unseen.push((path, format!("whose it is cannot be seen: {reason}"))),
            }
        }
        for id in &ids {
            let copies = recovery::copies(files, home, id, file);
            for path in self.look(&home.recovery_folder(), copies).unwrap_or_default() {
                self.remove(files, path);
            }
            self.remove_all_in(files, &home.backups_folder().join(id));
        }
        if let Some(path) = forget_last(home, file) {
            self.remove(files, path);
        }
        if self.left.is_empty() {
            self.remove(files, file.to_owned());
        } else {
            self.left
                .push((file.to_owned(), "it is kept until its copies can be deleted; delete it again then".into()));
        }
        self.left.extend(unseen);
    }

    /// What was found at a place; if that could not be looked at, it is noted as left.
    fn look<T>(&mut self, place: &Path, found: io::Result<T>) -> Option<T> {
        found.map_err(|error| self.left.push((place.to_owned(), in_words(&error)))).ok()
    }

    fn remove(&mut self, files: &dyn FileSystem, path: PathBuf) {
        let result = files.remove(&path);
        self.note(files, path, result);
    }

    fn remove_all_in(&mut self, files: &dyn FileSystem, folder: &Path) {
        let Some(inside) = self.look(folder, list(files, folder)) else { return };
        for path in inside {
            self.remove(files, path);
        }
        let result = files.remove_folder(folder);
        self.note(files, folder.to_owned(), result);
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
