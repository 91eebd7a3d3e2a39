//! What waits to be written and what is known of each file: the saver's memory, between those who hand over work and
//! the two threads that do it.
//!
//! The lock is only ever held for a moment, never while a disk is asked.

use super::error::not_saved_yet;
use super::expected::ExpectedContents;
use super::file_state::{FileState, Task, Worker};
use super::job::{Intervals, SaveJob, Unsaved};
use super::reopen::Opened;
use super::{Home, Limits};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

/// What waits, for both threads.
#[derive(Debug)]
pub(super) struct QueueState {
    home: Home,
    intervals: Intervals,
    files: BTreeMap<PathBuf, FileState>,
    /// Files that somebody else changed, and where their sessions are saved instead.
    conflict_copies: BTreeMap<PathBuf, PathBuf>,
    writing: Vec<(Worker, Task, PathBuf)>,
    /// No more work comes: write what waits, at once, and end.
    pub(super) ending: bool,
    pub(super) ended: usize,
    /// Whether one of the threads has done all its work.
    pub(super) one_is_done: bool,
    limits: BTreeMap<PathBuf, Limits>,
}

#[derive(Debug)]
pub(super) struct SaveQueue {
    state: Mutex<QueueState>,
    pub(super) changed: Condvar,
}

impl SaveQueue {
    pub(super) fn new(home: Home, intervals: Intervals) -> Self {
        let state = QueueState {
            home,
            intervals,
            files: BTreeMap::new(),
            conflict_copies: BTreeMap::new(),
            writing: Vec::new(),
            ending: false,
            ended: 0,
            one_is_done: false,
            limits: BTreeMap::new(),
        };
        Self { state: Mutex::new(state), changed: Condvar::new() }
    }

    /// A panic elsewhere must not keep work from being saved, so a poisoned lock is taken all the same.
    pub(super) fn lock(&self) -> MutexGuard<'_, QueueState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next thing for a thread to do; `None` when everything is done at the end.
    pub(super) fn next(&self, worker: Worker) -> Option<(Task, SaveJob)> {
        let mut state = self.lock();
        loop {
            let now = Instant::now();
            state = match state.first(worker) {
                Some((task, target, due)) if state.ending || due <= now => match state.take(worker, task, &target) {
                    Some(job) => return Some((task, job)),
                    None => state,
                },
                Some((.., due)) => {
                    self.changed.wait_timeout(state, due - now).unwrap_or_else(PoisonError::into_inner).0
                }
                None if state.ending && state.waits_for_backups() => {
                    self.changed.wait(state).unwrap_or_else(PoisonError::into_inner)
                }
                None if state.ending && !state.back_up_at_end(worker) => return None,
                None if state.ending => state,
                None => self.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
            };
        }
    }
}

impl QueueState {
    /// What is known of a file that was handed over.
    pub(super) fn get(&mut self, target: &Path) -> Option<&mut FileState> {
        let target = self.place(target);
        self.files.get_mut(&target)
    }

    /// Where the session of a file is saved: there, or beside it once somebody else has changed that.
    pub(super) fn place(&self, target: &Path) -> PathBuf {
        let mut place = target;
        while let Some(copy) = self.conflict_copies.get(place) {
            place = copy;
        }
        place.to_owned()
    }

    /// Which thread writes it is told by the spelling of the path alone: the caller must not wait for a disk.
    fn entry(&mut self, target: &Path) -> &mut FileState {
        let worker = if self.home.holds(target) { Worker::Here } else { Worker::Elsewhere };
        self.files.entry(target.to_owned()).or_insert_with(|| FileState::new(worker, &self.intervals))
    }

    /// Takes in a snapshot; whether a thread must be told.
    pub(super) fn enqueue(&mut self, job: SaveJob) -> bool {
        let job = SaveJob { target: self.place(&job.target), ..job };
        let entry = self.entry(&job.target);
        entry.newest = Some(job.clone());
        let mut news = false;
        if entry.worker == Worker::Elsewhere || entry.failing {
            news |= entry.slot(Task::Recovery).waiting.replace(job.clone()).is_none();
        }
        news | entry.slot(Task::Save).waiting.replace(job).is_none()
    }

    /// Whether a file is held back: nothing is written to it.
    pub(super) fn hold_back(&mut self, target: &Path, held_back: bool) {
        let target = self.place(target);
        self.entry(&target).held_back = held_back;
    }

    /// Takes in what was found when a file was opened.
    pub(super) fn opened(&mut self, target: &Path, opened: &Opened) {
        self.conflict_copies.remove(target);
        let entry = self.entry(target);
        // A save of this file may be under way: what it writes is known as well.
        entry.expected.join(&opened.expected);
        entry.saved = (!opened.unsaved).then_some(opened.session.rev);
        entry.backed_up = entry.saved;
        if let Some(copy) = &opened.recovery {
            entry.recovery = Some((copy.path.clone(), copy.rev));
            entry.recovery_expected.join(&copy.expected);
        }
    }

    /// From now on the session of a file is saved beside it. Gives the recovery copy of the file, if all that is in
    /// it was just saved.
    pub(super) fn move_to_conflict_copy(
        &mut self,
        target: &Path,
        copy: &Path,
        expected: ExpectedContents,
        rev: u64,
    ) -> Option<PathBuf> {
        let mut entry = self.files.remove(target)?;
        entry.retarget(copy);
        entry.expected = expected;
        entry.recovery_expected = ExpectedContents::nothing();
        let (needless, needed) = match entry.recovery.take() {
            Some((path, recovery)) if recovery <= rev => (Some(path), None),
            recovery => (None, recovery.map(|(path, _)| path)),
        };
        entry.former.extend(needed);
        self.files.insert(copy.to_owned(), entry);
        self.conflict_copies.insert(target.to_owned(), copy.to_owned());
        needless
    }

    /// Moves what waits for one file to another; whether a thread must be told, `None` if nothing was ever handed over.
    /// A recovery copy of the old file may be there, or be on its way.
    pub(super) fn move_to(&mut self, from: &Path, to: &Path, renames: bool) -> Option<bool> {
        let from = self.place(from);
        let mut entry = self.files.remove(&from)?;
        let newest = entry.newest.take();
        let copy = newest.as_ref().map(|job| self.home.recovery_file(&job.session.id, &from));
        let moved = self.entry(to);
        moved.former.extend(entry.recovery.map(|(path, _)| path).into_iter().chain(entry.former));
        moved.former.extend(copy);
        moved.renamed_from.extend(renames.then(|| from.clone()).into_iter().chain(entry.renamed_from));
        newest.map(|job| self.enqueue(SaveJob { target: to.to_owned(), ..job }))
    }

    /// The task whose turn comes first, and whose.
    fn first(&self, worker: Worker) -> Option<(Task, PathBuf, Instant)> {
        let all = self.files.iter().flat_map(|(target, entry)| {
            let mine = move |task: &Task| worker == if *task == Task::Save { entry.worker } else { Worker::Here };
            Task::ALL.into_iter().filter(mine).filter_map(move |task| Some((task, target, entry.due(task)?)))
        });
        let first = if self.ending {
            all.min_by_key(|(task, _, due)| (*task, *due))
        } else {
            all.min_by_key(|(task, _, due)| (*due, *task))
        };
        first.map(|(task, target, due)| (task, target.clone(), due))
    }

    /// Takes a snapshot and sets the earliest time for the next.
    fn take(&mut self, worker: Worker, task: Task, target: &Path) -> Option<SaveJob> {
        let slot = self.files.get_mut(target)?.slot(task);
        slot.not_before = Instant::now() + super::job::PACE;
        let job = slot.waiting.take()?;
        self.writing.push((worker, task, target.to_owned()));
        Some(job)
    }

    pub(super) fn complete(&mut self, worker: Worker) {
        self.writing.retain(|(whose, ..)| *whose != worker);
    }

    /// Puts a snapshot that was not written back, unless a newer one has come.
    pub(super) fn requeue(&mut self, task: Task, job: SaveJob) {
        let not_before = Instant::now() + self.intervals.retry;
        if let Some(entry) = self.get(&job.target) {
            let slot = entry.slot(task);
            slot.not_before = not_before;
            slot.waiting.get_or_insert(job);
        }
    }

    /// A version is on the disk. Every so often it is also to go among the backups.
    pub(super) fn saved(&mut self, job: &SaveJob) {
        let place = self.place(&job.target);
        let Some(entry) = self.files.get_mut(&place) else { return };
        entry.saved = entry.saved.max(Some(job.session.rev));
        entry.failing = false;
        entry.unsaved = None;
        let now = Instant::now();
        if now >= entry.back_up_due && entry.backed_up != Some(job.session.rev) {
            entry.back_up_due = now + self.intervals.backups;
            entry.slot(Task::BackUp).waiting = Some(SaveJob { target: place, ..job.clone() });
        }
    }

    /// A version is not on the disk; at the end it will not be.
    pub(super) fn not_saved(&mut self, job: SaveJob, reason: &str, last: bool) {
        if let Some(entry) = self.get(&job.target) {
            entry.failing = true;
            if last {
                entry.unsaved = Some(reason.to_owned());
                return;
            }
        }
        self.requeue(Task::Save, job);
    }

    /// Notes what a folder did not do; gives what of it is news.
    pub(super) fn noticed(&mut self, folder: &Path, limits: Limits) -> Limits {
        let noticed = self.limits.entry(folder.to_owned()).or_default();
        let news = limits.beyond(*noticed);
        *noticed = noticed.and(limits);
        news
    }

    /// Whether something was said in a session whose file is still being backed up.
    fn waits_for_backups(&self) -> bool {
        self.files.values().any(|entry| entry.held_back && entry.waits_to_be_saved())
    }

    /// Lets the newest snapshots be backed up as the last thing of all; whether there are any.
    fn back_up_at_end(&mut self, worker: Worker) -> bool {
        let mut any = false;
        for entry in self.files.values_mut().filter(|entry| worker == Worker::Here && !entry.held_back) {
            let newest = entry.newest.clone().filter(|job| entry.backed_up != Some(job.session.rev));
            any |= newest.is_some();
            entry.slot(Task::BackUp).waiting = newest.or(entry.slot(Task::BackUp).waiting.take());
        }
        any
    }

    /// The newest snapshots that are not on the disk as the program ends, with the reason.
    pub(super) fn unsaved(&self) -> Vec<Unsaved> {
        let is_writing =
            |target: &PathBuf| self.writing.iter().any(|(_, task, writing)| *task == Task::Save && writing == target);
        let unsaved = |(target, entry): (&PathBuf, &FileState)| {
            let waits = entry.waits_to_be_saved() || is_writing(target);
            let silent = || not_saved_yet(target);
            let reason = entry.unsaved.clone().or_else(|| waits.then(silent))?;
            let job = entry.newest.clone()?;
            let recovery = entry.recovery.as_ref().filter(|(_, rev)| *rev >= job.session.rev);
            let recovery = recovery.map(|(path, _)| path.clone());
            Some(Unsaved { recovery, job, reason, folder: entry.expected.folder() })
        };
        self.files.iter().filter_map(unsaved).collect()
    }

    /// Recovery copies that nobody needs any more.
    pub(super) fn needless_copies(&self) -> Vec<PathBuf> {
        let safe = self.files.values().filter(|entry| entry.is_safe());
        safe.flat_map(|entry| entry.recovery.iter().map(|(path, _)| path).chain(&entry.former)).cloned().collect()
    }
}
