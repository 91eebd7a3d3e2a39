//! One saving thread: takes what is next, writes it, and says how it went.
//!
//! It sleeps until something's turn has come, and asks for nothing in between.

use super::backup::{Version, back_up};
use super::codec::{LARGEST, STACK, decode};
use super::conflict::save_beside;
use super::desk::{Desk, Work};
use super::files::folder_of;
use super::files::read_start;
use super::files::{FileSystem, make_folders};
use super::job::{Rhythm, SaveEvent, SaveJob};
use super::record::{Lane, Task};
use super::stamp::Known;
use super::{Head, Home, Limits, SaveError, save, save_known};
use jiff::Timestamp;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;

/// What both threads work with.
pub(super) struct Hands {
    pub(super) desk: Arc<Desk>,
    pub(super) files: Arc<dyn FileSystem + Send + Sync>,
    pub(super) home: Home,
    pub(super) rhythm: Rhythm,
    pub(super) report: Box<dyn Fn(SaveEvent) + Send + Sync>,
}

/// Starts a thread.
pub(super) fn start(hands: Arc<Hands>, lane: Lane, name: &str) -> io::Result<JoinHandle<()>> {
    std::thread::Builder::new().name(name.into()).stack_size(STACK).spawn(move || hands.run(lane))
}

impl Hands {
    fn run(&self, lane: Lane) {
        // Before it can be gone.
        let _ = catch_unwind(AssertUnwindSafe(|| self.home.see(&*self.files)));
        while let Some((task, job)) = self.desk.next(lane) {
            match task {
                Task::Save => self.save(lane, &job),
                Task::Keep => {
                    let (kept, event) = self.keep(&job);
                    let mut work = self.desk.lock();
                    work.put_down(lane);
                    if !kept && !work.ending {
                        work.put_back(Task::Keep, job, &self.rhythm);
                    }
                    drop(work);
                    self.tell(event);
                }
                Task::BackUp => {
                    let event = self.back_up(&job);
                    self.desk.lock().put_down(lane);
                    self.tell(event);
                }
            }
            // `finish` may be waiting for what was just written.
            self.desk.changed.notify_all();
        }
        self.clear();
        self.desk.lock().ended += 1;
        self.desk.changed.notify_all();
    }

    /// Whatever the listener does, the next save must still happen.
    fn tell(&self, events: impl IntoIterator<Item = SaveEvent>) {
        for event in events {
            let _ = catch_unwind(AssertUnwindSafe(|| (self.report)(event)));
        }
    }

    fn save(&self, lane: Lane, job: &SaveJob) {
        let (target, rev, at) = (job.target.clone(), job.session.rev, now());
        let (mut known, last) = {
            let mut work = self.desk.lock();
            let known = work.get(&target).map(|record| record.known.clone()).unwrap_or_default();
            (known, work.ending)
        };
        let mut limits = Limits::default();
        let result = safely(|| self.write(&target, job, at, &mut known, &mut limits));
        // It was taken away and nothing else was: the next attempt finds it again.
        let is_remade = result.is_err()
            && self.home.holds(&target)
            && safely(|| Ok(self.home.remake_sessions_folder(&*self.files, known.folder()))).unwrap_or_default();
        let mut work = self.desk.lock();
        work.put_down(lane);
        match result {
            Err(error) => {
                let reason = error.to_string();
                if let Some(record) = work.get(&target) {
                    record.known.join(&known);
                    if is_remade {
                        record.known = std::mem::take(&mut record.known).in_folder(None);
                    }
                }
                work.not_saved(job.clone(), &reason, last, &self.rhythm);
                drop(work);
                let recovery = self.recovery_of(lane, job);
                self.tell([SaveEvent::Failed { target, rev, reason, recovery }]);
            }
            Ok(None) => {
                let mut old = Vec::new();
                if let Some(record) = work.get(&target) {
                    record.known = known;
                    old = std::mem::take(&mut record.renamed_from);
                }
                work.saved(job, &self.rhythm);
                let news = limited(&mut work, &target, limits);
                drop(work);
                self.remove(old.into_iter().filter(|old| *old != target && self.holds_no_more(old, job)));
                self.tell([SaveEvent::Saved { target, rev, at }]);
                self.tell(news);
            }
            Ok(Some(beside)) => {
                let needless = work.move_beside(&target, &beside, known, rev);
                work.saved(job, &self.rhythm);
                let news = limited(&mut work, &beside, limits);
                drop(work);
                self.remove(needless);
                let conflict = SaveEvent::Conflict { target, beside: beside.clone(), rev, at };
                self.tell([conflict, SaveEvent::Saved { target: beside, rev, at }]);
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
        known: &mut Known,
        limits: &mut Limits,
    ) -> Result<Option<PathBuf>, SaveError> {
        let bytes = encoded(job, at)?;
        match save_known(&*self.files, place, &bytes, known) {
            Err(SaveError::Changed(_)) => {
                let (beside, its, limited) = save_beside(&*self.files, place, job.session.rev, &bytes)?;
                (*known, *limits) = (its, limited);
                Ok(Some(beside))
            }
            result => {
                *limits = result?;
                Ok(None)
            }
        }
    }

    /// Where a version that was not saved is safe. The thread that writes recovery copies makes one at once; the
    /// other looks whether that was done, and otherwise a [`SaveEvent::Kept`] will say so.
    fn recovery_of(&self, lane: Lane, job: &SaveJob) -> Option<PathBuf> {
        if lane == Lane::Here {
            let (_, event) = self.keep(job);
            self.tell(event);
        }
        let kept = self.desk.lock().get(&job.target).and_then(|record| record.kept.clone());
        kept.filter(|(_, rev)| *rev >= job.session.rev).map(|(path, _)| path)
    }

    /// Writes the recovery copy; whether that worked, and what is to be told.
    fn keep(&self, job: &SaveJob) -> (bool, Option<SaveEvent>) {
        let (target, rev, at) = (job.target.clone(), job.session.rev, now());
        let (kept, mut known) = {
            let mut work = self.desk.lock();
            let record = work.get(&target);
            let known = record.as_ref().map(|record| record.kept_known.clone()).unwrap_or_default();
            (record.and_then(|record| record.kept.clone()).map(|(path, _)| path), known)
        };
        // Its folder may be made anew; what counts is that the home is there.
        known = known.in_folder(None);
        let mut place = kept.clone().unwrap_or_else(|| self.home.recovery_file(&job.session.id, &target));
        let mut result = safely(|| self.write_copy(&place, job, at, &mut known));
        if result.is_err() {
            for refuge in self.home.refuge_files(&job.session.id, &target) {
                place = refuge;
                known = Known::nothing();
                result = safely(|| self.write_copy(&place, job, at, &mut known));
                if result.is_ok() {
                    break;
                }
            }
        }
        let mut work = self.desk.lock();
        // It may have been moved beside its file meanwhile, and then gets a copy of that name.
        let is_moved = work.place(&target) != target;
        match (result, work.get(&target)) {
            (Ok(beside), record) => {
                let copy = beside.unwrap_or(place);
                match record {
                    Some(record) if is_moved => record.former.push(copy.clone()),
                    Some(record) => {
                        record.former.extend(kept.filter(|kept| *kept != copy));
                        record.kept = Some((copy.clone(), rev));
                        record.kept_known = known;
                        record.told = false;
                    }
                    None => {}
                }
                (true, Some(SaveEvent::Kept { target, copy, rev, at }))
            }
            (Err(error), Some(record)) => {
                record.kept_known.join(&known);
                let is_news = !std::mem::replace(&mut record.told, true);
                let reason = format!("No recovery copy could be written: {error}");
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
        known: &mut Known,
    ) -> Result<Option<PathBuf>, SaveError> {
        let files = &*self.files;
        let step = |source| SaveError::Step { target: place.to_owned(), doing: "making its folder", source };
        let folder = folder_of(place);
        let is_of_home = folder == self.home.recovery_folder();
        let made = if is_of_home { self.home.make_folders(files, folder) } else { make_folders(files, folder) };
        made.map_err(step)?;
        self.write(place, job, at, known, &mut Limits::default())
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
        let mut work = self.desk.lock();
        let record = work.get(file)?;
        // Not tried again at once: the next is in a while, and what is saved is saved.
        record.backed_up = Some(session.rev);
        let reason = result.err().filter(|_| !std::mem::replace(&mut record.told, true))?;
        let reason = format!("No backup could be written: {reason}");
        Some(SaveEvent::NoCopy { target: file.to_owned(), reason })
    }

    /// The last thread to end takes recovery copies away whose sessions are saved.
    fn clear(&self) {
        let copies = {
            let work = self.desk.lock();
            if work.ended == 0 { Vec::new() } else { work.needless_copies() }
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
fn limited(work: &mut Work, target: &Path, limits: Limits) -> Option<SaveEvent> {
    let limits = work.noticed(folder_of(target), limits);
    (!limits.is_none()).then(|| SaveEvent::Limited { target: target.to_owned(), limits })
}

fn encoded(job: &SaveJob, at: Timestamp) -> Result<Vec<u8>, SaveError> {
    save::encoded_here(&job.session, &Head::of(&job.session, &job.framework, at))
}

/// A panic in an attempt is a failed attempt like any other, and is tried again.
fn safely<T>(attempt: impl FnOnce() -> Result<T, SaveError>) -> Result<T, SaveError> {
    let result = catch_unwind(AssertUnwindSafe(attempt));
    result.unwrap_or_else(|_| Err(SaveError::Text("saving went wrong inside Plenary".into())))
}

/// This machine's time to the second.
fn now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_second(now.as_second()).unwrap_or(now)
}
