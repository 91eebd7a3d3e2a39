//! Ending without losing anything, whichever thread does it: save what waits, give the terminal back.
//!
//! Each of the two happens once. It does not decide when or why the program ends.

use super::terminal_guard::TerminalGuard;
use crate::store::{FileSystem, Home, Saver, Unsaved, last_resort};
use crate::words;
use jiff::Timestamp;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Every way to the disk, shared by the threads.
pub(super) type Files = Arc<dyn FileSystem + Send + Sync>;

#[derive(Clone, Copy, Debug)]
pub(super) struct Timeouts {
    /// For the session's own file.
    pub(super) file: Duration,
    /// For each other place, where that did not work.
    pub(super) elsewhere: Duration,
}

/// What ending needs, within reach of every thread.
pub(super) struct Shutdown {
    saver: Mutex<Option<Saver>>,
    taken: Condvar,
    files: Files,
    home: Home,
    pub(super) guard: TerminalGuard,
}

impl Shutdown {
    pub(super) fn new(saver: Saver, files: Files, home: Home, guard: TerminalGuard) -> Self {
        Self { saver: Mutex::new(Some(saver)), taken: Condvar::new(), files, home, guard }
    }

    /// Once the end has begun there is no saver.
    pub(super) fn with_saver<T>(&self, work: impl FnOnce(&Saver) -> T) -> Option<T> {
        self.saver().as_ref().map(work)
    }

    pub(super) fn files(&self) -> Files {
        Arc::clone(&self.files)
    }

    /// Begins the end: writes everything that waits, and what cannot be written in its place somewhere else; waits
    /// for disks only so long. `None` when another thread has begun it.
    pub(super) fn finish(&self, patience: Timeouts) -> Option<Result<(), String>> {
        let saver = self.saver().take();
        self.taken.notify_all();
        let left = saver?.finish(patience.file).err().map_or_else(Vec::new, |left| left.0);
        let lines: Vec<String> = left.into_iter().filter_map(|unsaved| self.keep(&unsaved, patience)).collect();
        Some(if lines.is_empty() { Ok(()) } else { Err(lines.join("\n")) })
    }

    /// The last try for one session; what to tell, unless it then is in its file all the same.
    fn keep(&self, unsaved: &Unsaved, patience: Timeouts) -> Option<String> {
        if unsaved.recovery.is_some() {
            return Some(words::goes_on_from_there(unsaved));
        }
        let Unsaved { job, reason, folder, .. } = unsaved;
        match last_resort(&self.files, &self.home, job, *folder, Timestamp::now(), patience.elsewhere) {
            Ok(path) if path == job.target => None,
            Ok(path) => Some(words::kept_elsewhere(reason, &path)),
            Err(reasons) => Some(words::kept_nowhere(reason, &reasons)),
        }
    }

    /// Waits at most so long for another thread to begin the end; whether one has.
    #[cfg(unix)]
    pub(super) fn begun_within(&self, patience: Duration) -> bool {
        let waited = self.taken.wait_timeout_while(self.saver(), patience, |saver| saver.is_some());
        waited.unwrap_or_else(PoisonError::into_inner).0.is_none()
    }

    /// A panic elsewhere must not keep work from being saved, so a poisoned lock is taken all the same.
    fn saver(&self) -> MutexGuard<'_, Option<Saver>> {
        self.saver.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
