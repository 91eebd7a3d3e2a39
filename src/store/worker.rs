//! One saving thread: takes what is next, writes it, and says how it went.
//!
//! It sleeps until something's turn has come, and asks for nothing in between.

use super::backup::{Version, back_up};
use super::codec::{LARGEST, STACK, decode};
use super::conflict::save_conflict_copy;
use super::error::{A_FAULT_IN_SAVING, no_backup, no_copy, step};
use super::expected::ExpectedContents;
use super::file_state::{Task, Worker};
use super::files::{FileSystem, folder_of, make_folders, read_start};
use super::job::{SaveEvent, SaveJob};
use super::queue::{QueueState, SaveQueue};
use super::{Head, Home, Limits, SaveError, save, save_expected};
use jiff::Timestamp;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;

pub(super) struct SaveContext {
    pub(super) queue: Arc<SaveQueue>,
    pub(super) files: Arc<dyn FileSystem + Send + Sync>,
    pub(super) home: Home,
    pub(super) report: Box<dyn Fn(SaveEvent) + Send + Sync>,
}

pub(super) fn start(context: Arc<SaveContext>, worker: Worker, name: &str) -> io::Result<JoinHandle<()>> {
    std::thread::Builder::new().name(name.into()).stack_size(STACK).spawn(move || context.run(worker))
}

impl SaveContext {
    fn run(&self, worker: Worker) {
        // Before it can be gone.
        let _ = catch_unwind(AssertUnwindSafe(|| self.home.see(&*self.files)));
        while let Some((task, job)) = self.queue.next(worker) {
            match task {
                Task::Save => self.save(worker, &job),
                Task::Recovery => {
                    let (recovery, event) = self.save_recovery_copy(&job);
                    let mut state = self.queue.lock();
                    state.complete(worker);
                    if !recovery && !state.ending {
                        state.requeue(Task::Recovery, job);
                    }
                    drop(state);
                    self.tell(event);
                }
                Task::BackUp => {
                    let event = self.back_up(&job);
                    self.queue.lock().complete(worker);
                    self.tell(event);
                }
            }
            // `finish` may be waiting for what was just written.
            self.queue.changed.notify_all();
        }
        self.clear();
        self.queue.lock().ended += 1;
        self.queue.changed.notify_all();
    }

    /// Whatever the listener does, the next save must still happen.
    fn tell(&self, events: impl IntoIterator<Item = SaveEvent>) {
        for event in events {
            let _ = catch_unwind(AssertUnwindSafe(|| (self.report)(event)));
        }
    }

    fn save(&self, worker: Worker, job: &SaveJob) {
        let (target, rev, at) = (job.target.clone(), job.session.rev, now());
        let (mut expected, last) = {
            let mut state = self.queue.lock();
            let expected = state.get(&target).map(|entry| entry.expected.clone()).unwrap_or_default();
            (expected, state.ending)
        };
        let mut limits = Limits::default();
        let result = safely(|| self.write(&target, job, at, &mut expected, &mut limits));
        // It was taken away and nothing else was: the next attempt finds it again.
        let is_remade = result.is_err()
            && self.home.holds(&target)
            && safely(|| Ok(self.home.remake_sessions_folder(&*self.files, expected.folder()))).unwrap_or_default();
        let mut state = self.queue.lock();
        state.complete(worker);
        match result {
            Err(error) => {
                let reason = error.to_string();
                if let Some(entry) = state.get(&target) {
                    entry.expected.join(&expected);
                    if is_remade {
                        entry.expected = std::mem::take(&mut entry.expected).in_folder(None);
                    }
                }
                state.not_saved(job.clone(), &reason, last);
                drop(state);
                let recovery = self.recovery_of(worker, job);
                self.tell([SaveEvent::Failed { target, rev, reason, recovery }]);
            }
            Ok(None) => {
                let mut old = Vec::new();
                if let Some(entry) = state.get(&target) {
                    entry.expected = expected;
                    old = std::mem::take(&mut entry.renamed_from);
                }
                state.saved(job);
                let news = limited(&mut state, &target, limits);
                drop(state);
                self.remove(old.into_iter().filter(|old| *old != target && self.holds_no_more(old, job)));
                self.tell([SaveEvent::Saved { target, rev, at }]);
                self.tell(news);
            }
            Ok(Some(copy)) => {
                let needless = state.move_to_conflict_copy(&target, &copy, expected, rev);
                state.saved(job);
                let news = limited(&mut state, &copy, limits);
                drop(state);
                self.remove(needless);
                let conflict = SaveEvent::Conflict { target, copy: copy.clone(), rev, at };
                self.tell([conflict, SaveEvent::Saved { target: copy, rev, at }]);
                self.tell(news);
            }
        }
    }

    /// Writes a session to its place; gives another place if somebody else has changed that one.
    fn write(
        &self,
        place: &Path,
        job: &SaveJob,
        at: Timestamp,
        expected: &mut ExpectedContents,
        limits: &mut Limits,
    ) -> Result<Option<PathBuf>, SaveError> {
        let bytes = encoded(job, at)?;
        match save_expected(&*self.files, place, &bytes, expected) {
            Err(SaveError::Changed(_)) => {
                let (copy, its, limited) = save_conflict_copy(&*self.files, place, job.session.rev, &bytes)?;
                (*expected, *limits) = (its, limited);
                Ok(Some(copy))
            }
            result => {
                *limits = result?;
                Ok(None)
            }
        }
    }

    /// Where a version that was not saved is safe. The thread that writes recovery copies makes one at once; the
    /// other looks whether that was done, and otherwise a [`SaveEvent::RecoveryCopy`] will say so.
    fn recovery_of(&self, worker: Worker, job: &SaveJob) -> Option<PathBuf> {
        if worker == Worker::Here {
            let (_, event) = self.save_recovery_copy(job);
            self.tell(event);
        }
        let recovery = self.queue.lock().get(&job.target).and_then(|entry| entry.recovery.clone());
        recovery.filter(|(_, rev)| *rev >= job.session.rev).map(|(path, _)| path)
    }

    /// Writes the recovery copy; whether that worked, and what is to be told.
    fn save_recovery_copy(&self, job: &SaveJob) -> (bool, Option<SaveEvent>) {
        let (target, rev, at) = (job.target.clone(), job.session.rev, now());
        let (recovery, mut expected) = {
            let mut state = self.queue.lock();
            let entry = state.get(&target);
            let expected = entry.as_ref().map(|entry| entry.recovery_expected.clone()).unwrap_or_default();
            (entry.and_then(|entry| entry.recovery.clone()).map(|(path, _)| path), expected)
        };
        // Its folder may be made anew; what counts is that the home is there.
        expected = expected.in_folder(None);
        let mut place = recovery.clone().unwrap_or_else(|| self.home.recovery_file(&job.session.id, &target));
        let mut result = safely(|| self.write_copy(&place, job, at, &mut expected));
        if result.is_err() {
            for refuge in self.home.refuge_files(&job.session.id, &target) {
                place = refuge;
                expected = ExpectedContents::nothing();
                result = safely(|| self.write_copy(&place, job, at, &mut expected));
                if result.is_ok() {
                    break;
                }
            }
        }
        let mut state = self.queue.lock();
        // It may have been moved beside its file meanwhile, and then gets a copy of that name.
        let is_moved = state.place(&target) != target;
        match (result, state.get(&target)) {
            (Ok(copy), entry) => {
                let copy = copy.unwrap_or(place);
                match entry {
                    Some(entry) if is_moved => entry.former.push(copy.clone()),
                    Some(entry) => {
                        entry.former.extend(recovery.filter(|recovery| *recovery != copy));
                        entry.recovery = Some((copy.clone(), rev));
                        entry.recovery_expected = expected;
                        entry.told = false;
                    }
                    None => {}
                }
                (true, Some(SaveEvent::RecoveryCopy { target, copy, rev, at }))
            }
            (Err(error), Some(entry)) => {
                entry.recovery_expected.join(&expected);
                let is_news = !std::mem::replace(&mut entry.told, true);
                let reason = no_copy(&error);
                (false, is_news.then_some(SaveEvent::NoCopy { target, reason }))
            }
            (Err(_), None) => (false, None),
        }
    }

    /// Writes a recovery copy, in a folder that is made where it is missing.
    fn write_copy(
        &self,
        place: &Path,
        job: &SaveJob,
        at: Timestamp,
        expected: &mut ExpectedContents,
    ) -> Result<Option<PathBuf>, SaveError> {
        let files = &*self.files;
        let folder = folder_of(place);
        let is_of_home = folder == self.home.recovery_folder();
        let made = if is_of_home { self.home.make_folders(files, folder) } else { make_folders(files, folder) };
        made.map_err(SaveError::step(place, step::MAKE_FOLDER))?;
        self.write(place, job, at, expected, &mut Limits::default())
    }

    /// Puts a version among the backups; an event if that does not work and was not told yet.
    fn back_up(&self, job: &SaveJob) -> Option<SaveEvent> {
        let (session, file, at) = (&job.session, job.target.as_path(), now());
        let result = safely(|| {
            let bytes = encoded(job, at)?;
            let version = Version { id: &session.id, file, rev: session.rev, bytes: &bytes, damaged: false };
            Ok(back_up(&*self.files, &self.home, version, at))
        });
        let result = result.map_err(|error| error.to_string());
        let result = result.and_then(|backed_up| backed_up.map_err(|error| error.to_string()));
        let mut state = self.queue.lock();
        let entry = state.get(file)?;
        // Not tried again at once: the next is in a while, and what is saved is saved.
        entry.backed_up = Some(session.rev);
        let reason = result.err().filter(|_| !std::mem::replace(&mut entry.told, true))?;
        let reason = no_backup(&reason);
        Some(SaveEvent::NoCopy { target: file.to_owned(), reason })
    }

    /// The last thread to be done takes recovery copies away whose sessions are saved. Which of them is the last is
    /// settled under the lock: both may be done at the same moment.
    fn clear(&self) {
        let copies = {
            let mut state = self.queue.lock();
            let is_last = std::mem::replace(&mut state.one_is_done, true);
            if is_last { state.needless_copies() } else { Vec::new() }
        };
        self.remove(copies);
    }

    /// Whether all that is in a file is in a version of the same session that was saved: it is read to find out.
    fn holds_no_more(&self, file: &Path, job: &SaveJob) -> bool {
        let Ok(bytes) = read_start(&*self.files, file, LARGEST + 1) else { return false };
        // An empty one only held the name.
        let session = || decode(&bytes, "").map(|loaded| loaded.session);
        bytes.is_empty()
            || session().is_ok_and(|session| session.id == job.session.id && session.rev <= job.session.rev)
    }

    /// Takes recovery copies away. One that stays is found, and found to be old, when the session is next opened.
    fn remove(&self, copies: impl IntoIterator<Item = PathBuf>) {
        for copy in copies {
            let _ = safely(|| Ok(self.files.remove(&copy)));
        }
    }
}

/// What is to be said of the folder of a file that was saved.
fn limited(state: &mut QueueState, target: &Path, limits: Limits) -> Option<SaveEvent> {
    let limits = state.noticed(folder_of(target), limits);
    (!limits.is_none()).then(|| SaveEvent::Limited { target: target.to_owned(), limits })
}

fn encoded(job: &SaveJob, at: Timestamp) -> Result<Vec<u8>, SaveError> {
    save::encoded_here(&job.session, &Head::of(&job.session, &job.framework, at))
}

/// A panic in an attempt is a failed attempt like any other, and is tried again.
fn safely<T>(attempt: impl FnOnce() -> Result<T, SaveError>) -> Result<T, SaveError> {
    let result = catch_unwind(AssertUnwindSafe(attempt));
    result.unwrap_or_else(|_| Err(SaveError::Text(A_FAULT_IN_SAVING.to_owned())))
}

/// This machine's time to the second.
fn now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_second(now.as_second()).unwrap_or(now)
}
