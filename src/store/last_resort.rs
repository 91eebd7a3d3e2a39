//! The last try to keep a session when the program ends and nothing else worked: its file, the recovery folder, the
//! folder for temporary files, the home folder.
//!
//! Each place gets a moment and no more: one that hangs must not take the others' turn.

use super::codec::STACK;
use super::conflict::{self, save_conflict_copy};
use super::error::{NO_ANSWER, not_written};
use super::expected::ExpectedContents;
use super::files::{self, FileSystem, FolderId, folder_of};
use super::home::path_hash;
use super::identity::Unseen;
use super::job::SaveJob;
use super::{Head, Home, SaveError, save, save_expected, slug};
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Duration;

/// How the names of copies in other folders begin.
const BEGIN: &str = "plenary-";

/// Writes the session to the first place that takes it within `patience` each, and gives the path, to be printed
/// when the screen is back. `folder` is the one in which its file was, if that is known: no other is written to.
/// Where none does: each with its reason, one sentence a line.
pub fn last_resort(
    files: &Arc<dyn FileSystem + Send + Sync>,
    home: &Home,
    job: &SaveJob,
    folder: Option<FolderId>,
    now: Timestamp,
    patience: Duration,
) -> Result<PathBuf, String> {
    let places = places(home, job);
    let mut reasons = Vec::new();
    for place in places {
        let (sender, answer) = channel();
        let (files, home, job, its_place) = (Arc::clone(files), home.clone(), job.clone(), place.clone());
        // The thread is left behind if its disk hangs; the process is about to end.
        let thread = std::thread::Builder::new().name("last resort".into()).stack_size(STACK).spawn(move || {
            let _ = sender.send(put(&*files, &home, &its_place, &job, folder, now));
        });
        let result = match thread {
            Ok(_) => answer.recv_timeout(patience).map_err(|_| NO_ANSWER.to_owned()),
            Err(error) => Err(super::in_words(&error)),
        };
        match result {
            Ok(Ok(path)) => return Ok(path),
            Ok(Err(error)) => reasons.push(error.to_string()),
            Err(reason) => reasons.push(not_written(&place, &reason)),
        }
    }
    Err(reasons.join("\n"))
}

/// The session's file, its recovery copy, and a name that any folder takes in each of [`folders`].
fn places(home: &Home, job: &SaveJob) -> Vec<PathBuf> {
    let session = &job.session;
    let (partnership, id) = (slug(&session.about.partnership), slug(&session.id));
    let name = format!("{BEGIN}{partnership}-{id}-{}.ron", path_hash(&job.target));
    let near = [job.target.clone(), home.recovery_file(&session.id, &job.target)];
    near.into_iter().chain(folders().into_iter().map(|folder| folder.join(&name))).collect()
}

/// The folder for temporary files and the home folder.
fn folders() -> Vec<PathBuf> {
    let own = directories::BaseDirs::new().map(|folders| folders.home_dir().to_owned());
    std::iter::once(std::env::temp_dir()).chain(own).collect()
}

/// What the last resort has left of a session, each with the hash of the path of the file that it is a version of; `None`
/// in the names that Plenary gave before it noted this.
pub(super) fn copies(files: &dyn FileSystem, id: &str) -> Result<Vec<(PathBuf, Option<String>)>, Unseen> {
    let whose = |path: PathBuf| {
        let stem = conflict::stem(&path);
        let rest =
            conflict::original(&stem).strip_prefix(BEGIN).filter(|_| path.extension() == Some("ron".as_ref()))?;
        let (before, last) = rest.rsplit_once('-')?;
        if last == id {
            return Some((path, None));
        }
        let path_hash = last.to_owned();
        (before == id || before.ends_with(&format!("-{id}"))).then_some((path, Some(path_hash)))
    };
    let mut found = Vec::new();
    for folder in folders() {
        let inside = files::list(files, &folder).map_err(Unseen::at(&folder))?;
        found.extend(inside.into_iter().filter_map(whose));
    }
    found.sort();
    found.dedup();
    Ok(found)
}

/// Writes to a place, or beside it where something else stands. The session's own file is only written where nothing
/// stands: the saver, which knows what may, has just tried.
fn put(
    files: &dyn FileSystem,
    home: &Home,
    place: &Path,
    job: &SaveJob,
    folder: Option<FolderId>,
    now: Timestamp,
) -> Result<PathBuf, SaveError> {
    let SaveJob { session, framework, target } = job;
    let bytes = save::encoded_here(session, &Head::of(session, framework, now))?;
    let is_target = place == target;
    if folder_of(place) == home.recovery_folder() {
        // If that fails, so does the save, and says why.
        let _ = home.make_folders(files, folder_of(place));
    }
    let mut expected = ExpectedContents::nothing().in_folder(folder.filter(|_| is_target));
    match save_expected(files, place, &bytes, &mut expected) {
        Err(SaveError::Changed(_)) if !is_target => {
            save_conflict_copy(files, place, session.rev, &bytes).map(|(path, ..)| path)
        }
        result => result.map(|_| place.to_owned()),
    }
}
