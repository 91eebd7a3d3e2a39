//! What waits to be written and what is known of each file: the saver's memory, between those who hand over work and
//! the two threads that do it.
//!
//! The lock is only ever held for a moment, never while a disk is asked.

use super::Limits;
use super::job::{Rhythm, SaveJob, Unsaved};
use super::record::{Lane, Record, Task};
use super::reopen::Opened;
use super::stamp::Known;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

/// What waits, for both threads.
#[derive(Debug, Default)]
pub(super) struct Work {
    records: BTreeMap<PathBuf, Record>,
    /// Files that somebody else changed, and where their sessions are saved instead.
    beside: BTreeMap<PathBuf, PathBuf>,
    /// What each thread is writing.
    writing: Vec<(Lane, Task, PathBuf)>,
    /// No more work comes: write what waits, at once, and end.
    pub(super) ending: bool,
    /// Threads that have ended.
    pub(super) ended: usize,
    /// What was said of each folder.
    limits: BTreeMap<PathBuf, Limits>,
}

/// Where work waits.
#[derive(Debug, Default)]
pub(super) struct Desk {
    work: Mutex<Work>,
    pub(super) changed: Condvar,
}

impl Desk {
    /// A panic elsewhere must not keep work from being saved, so a poisoned lock is taken all the same.
    pub(super) fn lock(&self) -> MutexGuard<'_, Work> {
        self.work.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next thing for a thread to do; `None` when everything is done at the end.
    pub(super) fn next(&self, lane: Lane) -> Option<(Task, SaveJob)> {
        let mut work = self.lock();
        loop {
            let now = Instant::now();
            work = match work.first(lane) {
                Some((task, target, due)) if work.ending || due <= now => match work.take(lane, task, &target) {
                    Some(job) => return Some((task, job)),
                    None => work,
                },
                Some((.., due)) => self.changed.wait_timeout(work, due - now).unwrap_or_else(PoisonError::into_inner).0,
                None if work.ending && work.waits_for_backups() => {
                    self.changed.wait(work).unwrap_or_else(PoisonError::into_inner)
                }
                None if work.ending && !work.back_up_at_end(lane) => return None,
                None if work.ending => work,
                None => self.changed.wait(work).unwrap_or_else(PoisonError::into_inner),
            };
        }
    }
}

impl Work {
    /// What is known of a file that was handed over.
    pub(super) fn get(&mut self, target: &Path) -> Option<&mut Record> {
        let target = self.place(target);
        self.records.get_mut(&target)
    }

    /// Where the session of a file is saved: there, or beside it once somebody else has changed that.
    pub(super) fn place(&self, target: &Path) -> PathBuf {
        let mut place = target;
        while let Some(beside) = self.beside.get(place) {
            place = beside;
        }
        place.to_owned()
    }

    fn record(&mut self, target: &Path, lane: Lane, rhythm: &Rhythm) -> &mut Record {
        self.records.entry(target.to_owned()).or_insert_with(|| Record::new(lane, rhythm))
    }

    /// Takes in a snapshot; whether a thread must be told.
    pub(super) fn hand_over(&mut self, job: SaveJob, lane: Lane, rhythm: &Rhythm) -> bool {
        let job = SaveJob { target: self.place(&job.target), ..job };
        let record = self.record(&job.target, lane, rhythm);
        record.newest = Some(job.clone());
        let mut news = false;
        if lane == Lane::Elsewhere || record.failing {
            news |= record.keep.waiting.replace(job.clone()).is_none();
        }
        news | record.save.waiting.replace(job).is_none()
    }

    /// Whether a file is held back: nothing is written to it.
    pub(super) fn hold_back(&mut self, target: &Path, lane: Lane, rhythm: &Rhythm, held_back: bool) {
        let target = self.place(target);
        self.record(&target, lane, rhythm).held_back = held_back;
    }

    /// Takes in what was found when a file was opened.
    pub(super) fn opened(&mut self, target: &Path, opened: &Opened, lane: Lane, rhythm: &Rhythm) {
        self.beside.remove(target);
        let record = self.record(target, lane, rhythm);
        // A save of this file may be under way: what it writes is known as well.
        record.known.join(&opened.known);
        record.saved = (!opened.unsaved).then_some(opened.session.rev);
        record.backed_up = record.saved;
        if let Some(copy) = &opened.recovery {
            record.kept = Some((copy.path.clone(), copy.rev));
            record.kept_known.join(&copy.known);
        }
    }

    /// From now on the session of a file is saved beside it. Gives the recovery copy of the file, if all that is in
    /// it was just saved.
    pub(super) fn move_beside(&mut self, target: &Path, beside: &Path, known: Known, rev: u64) -> Option<PathBuf> {
        let mut record = self.records.remove(target)?;
        let turns = [&mut record.save.waiting, &mut record.keep.waiting, &mut record.back_up.waiting];
        for job in turns.into_iter().chain([&mut record.newest]).flatten() {
            beside.clone_into(&mut job.target);
        }
        record.known = known;
        record.kept_known = Known::nothing();
        let (needless, needed) = match record.kept.take() {
            Some((path, kept)) if kept <= rev => (Some(path), None),
            kept => (None, kept.map(|(path, _)| path)),
        };
        record.former.extend(needed);
        self.records.insert(beside.to_owned(), record);
        self.beside.insert(target.to_owned(), beside.to_owned());
        needless
    }

    /// Moves what waits for one file to another; `None` if nothing was ever handed over. A recovery copy of the old
    /// file may be there, or be on its way: `copy` says where.
    pub(super) fn move_to(
        &mut self,
        from: &Path,
        (to, renames): (&Path, bool),
        copy: impl FnOnce(&str, &Path) -> PathBuf,
        lane: Lane,
        rhythm: &Rhythm,
    ) -> Option<bool> {
        let from = self.place(from);
        let mut record = self.records.remove(&from)?;
        let newest = record.newest.take();
        let moved = self.record(to, lane, rhythm);
        moved.former.extend(record.kept.map(|(path, _)| path).into_iter().chain(record.former));
        moved.former.extend(newest.as_ref().map(|job| copy(&job.session.id, &from)));
        moved.renamed_from.extend(renames.then(|| from.clone()).into_iter().chain(record.renamed_from));
        newest.map(|job| self.hand_over(SaveJob { target: to.to_owned(), ..job }, lane, rhythm))
    }

    /// The task whose turn comes first, and whose.
    fn first(&self, lane: Lane) -> Option<(Task, PathBuf, Instant)> {
        let all = self.records.iter().flat_map(|(target, record)| {
            let mine = move |task: &Task| lane == if *task == Task::Save { record.lane } else { Lane::Here };
            Task::ALL.into_iter().filter(mine).filter_map(move |task| Some((task, target, record.due(task)?)))
        });
        let first = if self.ending {
            all.min_by_key(|(task, _, due)| (*task, *due))
        } else {
            all.min_by_key(|(task, _, due)| (*due, *task))
        };
        first.map(|(task, target, due)| (task, target.clone(), due))
    }

    /// Takes a snapshot and sets the earliest time for the next.
    fn take(&mut self, lane: Lane, task: Task, target: &Path) -> Option<SaveJob> {
        let turn = self.records.get_mut(target)?.turn(task);
        turn.not_before = Instant::now() + super::job::PACE;
        let job = turn.waiting.take()?;
        self.writing.push((lane, task, target.to_owned()));
        Some(job)
    }

    /// A thread is done with what it was writing.
    pub(super) fn put_down(&mut self, lane: Lane) {
        self.writing.retain(|(whose, ..)| *whose != lane);
    }

    /// Puts a snapshot that was not written back, unless a newer one has come.
    pub(super) fn put_back(&mut self, task: Task, job: SaveJob, rhythm: &Rhythm) {
        if let Some(record) = self.get(&job.target) {
            let turn = record.turn(task);
            turn.not_before = Instant::now() + rhythm.retry;
            turn.waiting.get_or_insert(job);
        }
    }

    /// A version is on the disk. Every so often it is also to go among the backups.
    pub(super) fn saved(&mut self, job: &SaveJob, rhythm: &Rhythm) {
        let place = self.place(&job.target);
        let Some(record) = self.records.get_mut(&place) else { return };
        record.saved = record.saved.max(Some(job.session.rev));
        record.failing = false;
        record.unsaved = None;
        let now = Instant::now();
        if now >= record.back_up_due && record.backed_up != Some(job.session.rev) {
            record.back_up_due = now + rhythm.backups;
            record.back_up.waiting = Some(SaveJob { target: place, ..job.clone() });
        }
    }

    /// A version is not on the disk; at the end it will not be.
    pub(super) fn not_saved(&mut self, job: SaveJob, reason: &str, last: bool, rhythm: &Rhythm) {
        if let Some(record) = self.get(&job.target) {
            record.failing = true;
            if last {
                record.unsaved = Some(reason.to_owned());
                return;
            }
        }
        self.put_back(Task::Save, job, rhythm);
    }

    /// Notes what a folder did not do; gives what of it is news.
    pub(super) fn noticed(&mut self, folder: &Path, limits: Limits) -> Limits {
        let known = self.limits.entry(folder.to_owned()).or_default();
        let news = limits.beyond(*known);
        *known = known.and(limits);
        news
    }

    /// Whether something was said in a session whose file is still being backed up.
    fn waits_for_backups(&self) -> bool {
        self.records.values().any(|record| record.held_back && record.save.waiting.is_some())
    }

    /// Lets the newest snapshots be backed up as the last thing of all; whether there are any.
    fn back_up_at_end(&mut self, lane: Lane) -> bool {
        let mut any = false;
        for record in self.records.values_mut().filter(|record| lane == Lane::Here && !record.held_back) {
            if let Some(job) = record.newest.as_ref().filter(|job| record.backed_up != Some(job.session.rev)) {
                record.back_up.waiting = Some(job.clone());
                any = true;
            }
        }
        any
    }

    /// The newest snapshots that are not on the disk as the program ends, with the reason.
    pub(super) fn unsaved(&self) -> Vec<Unsaved> {
        let is_writing =
            |target: &PathBuf| self.writing.iter().any(|(_, task, writing)| *task == Task::Save && writing == target);
        let unsaved = |(target, record): (&PathBuf, &Record)| {
            let waits = record.save.waiting.is_some() || is_writing(target);
            let silent = || format!("{} is not saved yet: the disk does not answer.", target.display());
            let reason = record.unsaved.clone().or_else(|| waits.then(silent))?;
            let job = record.newest.clone()?;
            let kept = record.kept.as_ref().filter(|(_, rev)| *rev >= job.session.rev);
            let recovery = kept.map(|(path, _)| path.clone());
            Some(Unsaved { recovery, job, reason, folder: record.known.folder() })
        };
        self.records.iter().filter_map(unsaved).collect()
    }

    /// Recovery copies that nobody needs any more.
    pub(super) fn needless_copies(&self) -> Vec<PathBuf> {
        let safe = self.records.values().filter(|record| record.is_safe());
        safe.flat_map(|record| record.kept.iter().map(|(path, _)| path).chain(&record.former)).cloned().collect()
    }
}
