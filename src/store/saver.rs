//! The threads that save: they take snapshots, write the newest of each file, and tell how it went.
//!
//! They must never make the caller wait for a disk. They read the clock themselves, for the time of each save
//! and their own pace: they belong to the shell, like the thread that reads keys.
//!
//! A session outside the sessions folder, and any session that cannot be saved just now, is also written to its
//! recovery copy, by the thread that never touches a share.

use super::error::step;
use super::file_state::Worker;
use super::files::FileSystem;
use super::job::{Intervals, NotSaved, SaveEvent, SaveJob};
use super::queue::SaveQueue;
use super::reopen::Opened;
use super::worker::{self, SaveContext};
use super::{Home, SaveError, StoreError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

/// The saving threads, from the side of those who hand them work. Dropping it lets them write what
/// waits and end by themselves; [`Saver::finish`] waits for that.
#[derive(Debug)]
pub struct Saver {
    queue: Arc<SaveQueue>,
    threads: Vec<JoinHandle<()>>,
}

impl Saver {
    /// Starts the threads. `report` is called on them after every attempt and should only pass the event on.
    pub fn start(
        files: Arc<dyn FileSystem + Send + Sync>,
        home: &Home,
        intervals: Intervals,
        report: impl Fn(SaveEvent) + Send + Sync + 'static,
    ) -> Result<Self, StoreError> {
        let queue = Arc::new(SaveQueue::new(home.clone(), intervals));
        let context = SaveContext { queue: Arc::clone(&queue), files, home: home.clone(), report: Box::new(report) };
        let context = Arc::new(context);
        let start = |(worker, name): (Worker, &str)| worker::start(Arc::clone(&context), worker, name);
        let workers = [(Worker::Here, "saver"), (Worker::Elsewhere, "saver elsewhere")];
        let threads = workers.into_iter().map(start).collect::<io::Result<_>>().map_err(StoreError::Thread)?;
        Ok(Self { queue, threads })
    }

    /// Hands over a snapshot and returns at once. It replaces one of the same file that still waits.
    ///
    /// A file that was opened must first have been made known by [`Saver::opened`]: otherwise only a file that is
    /// not there, or empty, is written, and anything else is taken for somebody's work.
    pub fn save(&self, job: SaveJob) {
        let news = self.queue.lock().enqueue(job);
        // While one waits already the thread knows when its turn comes: a held key does not wake it.
        if news {
            self.queue.changed.notify_all();
        }
    }

    /// Lets nothing be written to a file, or to its recovery copy, while what stands there is still being backed up.
    /// Returns at once.
    pub(crate) fn hold_back(&self, target: &Path) -> HeldBack {
        self.queue.lock().hold_back(target, true);
        HeldBack { queue: Arc::clone(&self.queue), target: target.to_owned() }
    }

    /// Makes known what was found when a file was opened, restored or read again. Returns at once.
    pub fn opened(&self, target: &Path, opened: &Opened) {
        self.queue.lock().opened(target, opened);
    }

    /// "Save as": from now on the session of one file goes to another, which [`reserve_path`] has made. Its newest snapshot
    /// is handed over at once; the old file stays as it was last saved. Returns at once.
    pub fn move_to(&self, from: &Path, to: &Path) {
        self.move_on(from, to, false);
    }

    /// As [`Saver::move_to`], for a session that only gets another name: the old file goes once all that is in it is
    /// safe in the new one. Returns at once.
    pub fn rename(&self, from: &Path, to: &Path) {
        self.move_on(from, to, true);
    }

    fn move_on(&self, from: &Path, to: &Path, renames: bool) {
        let news = self.queue.lock().move_to(from, to, renames);
        if news == Some(true) {
            self.queue.changed.notify_all();
        }
    }

    /// Writes everything that waits, now, and ends the threads; waits for that at most `patience`. With what time is
    /// left the sessions are backed up, and recovery copies that nobody needs any more are taken away.
    /// What is in no recovery copy either is for [`super::last_resort`].
    pub fn finish(mut self, patience: Duration) -> Result<(), NotSaved> {
        self.end();
        let state = self.queue.lock();
        let threads = self.threads.len();
        let (state, _) = self
            .queue
            .changed
            .wait_timeout_while(state, patience, |state| state.ended < threads)
            .unwrap_or_else(PoisonError::into_inner);
        let (has_ended, unsaved) = (state.ended == threads, state.unsaved());
        drop(state);
        if has_ended {
            for thread in self.threads.drain(..) {
                // It has said that it ended; a panic after that has nothing left to lose.
                let _ = thread.join();
            }
        }
        if unsaved.is_empty() { Ok(()) } else { Err(NotSaved(unsaved)) }
    }

    fn end(&self) {
        self.queue.lock().ending = true;
        self.queue.changed.notify_all();
    }
}

/// A file to which nothing is written as long as this lives: see [`Saver::hold_back`].
#[derive(Debug)]
pub(crate) struct HeldBack {
    queue: Arc<SaveQueue>,
    target: PathBuf,
}

impl HeldBack {
    /// Makes known what was found in the file, which may be written from now on. If that is never said, what is there
    /// is not known, and is left as it is.
    pub(crate) fn opened(self, opened: &Opened) {
        self.queue.lock().opened(&self.target, opened);
    }
}

impl Drop for HeldBack {
    fn drop(&mut self) {
        self.queue.lock().hold_back(&self.target, false);
        self.queue.changed.notify_all();
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        self.end();
    }
}

/// Takes a name for a session with an empty file, as "Save as" does: whatever stands there already is refused.
pub fn reserve_path(files: &dyn FileSystem, target: &Path) -> Result<(), SaveError> {
    match files.create(target) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(SaveError::Exists(target.to_owned())),
        Err(error) => Err(SaveError::step(target, step::MAKE_FILE)(error)),
    }
}
