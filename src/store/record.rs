//! What is known of one session file while it is open: what waits for it, what stands in it, where copies of it are.
//!
//! It decides nothing; `desk` does.

use super::job::{Rhythm, SaveJob};
use super::stamp::Known;
use std::path::PathBuf;
use std::time::Instant;

/// The two threads: what stands under Plenary's own folder does not wait for a share that hangs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lane {
    /// The sessions folder, recovery copies and backups.
    Here,
    /// Everywhere else.
    Elsewhere,
}

/// One thing to write for one file. The order says what comes first when all are due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Task {
    /// The session into its file.
    Save,
    /// The session into its recovery copy.
    Keep,
    /// The session among its backups.
    BackUp,
}

impl Task {
    pub(super) const ALL: [Self; 3] = [Self::Save, Self::Keep, Self::BackUp];
}

/// A snapshot that waits, and the earliest time for it.
#[derive(Debug)]
pub(super) struct Turn {
    pub(super) waiting: Option<SaveJob>,
    pub(super) not_before: Instant,
}

impl Turn {
    fn new(now: Instant) -> Self {
        Self { waiting: None, not_before: now }
    }
}

/// What is known of one file.
#[derive(Debug)]
pub(super) struct Record {
    pub(super) lane: Lane,
    pub(super) save: Turn,
    pub(super) keep: Turn,
    pub(super) back_up: Turn,
    /// The newest snapshot that was handed over.
    pub(super) newest: Option<SaveJob>,
    /// What may be written over.
    pub(super) known: Known,
    /// The version that is on the disk.
    pub(super) saved: Option<u64>,
    pub(super) failing: bool,
    /// Whether what stands in it is still being backed up: nothing is written before.
    pub(super) held_back: bool,
    /// Why it could not be written at the end.
    pub(super) unsaved: Option<String>,
    /// The recovery copy and its version.
    pub(super) kept: Option<(PathBuf, u64)>,
    pub(super) kept_known: Known,
    /// Recovery copies under names that the file had before.
    pub(super) former: Vec<PathBuf>,
    /// Files that the session had under its first name: they go once all that is in them is saved here.
    pub(super) renamed_from: Vec<PathBuf>,
    /// The version that is among the backups.
    pub(super) backed_up: Option<u64>,
    pub(super) back_up_due: Instant,
    /// Whether it was said that copies cannot be written.
    pub(super) told: bool,
}

impl Record {
    pub(super) fn new(lane: Lane, rhythm: &Rhythm) -> Self {
        let now = Instant::now();
        Self {
            lane,
            save: Turn::new(now),
            keep: Turn::new(now),
            back_up: Turn::new(now),
            newest: None,
            known: Known::nothing(),
            saved: None,
            failing: false,
            held_back: false,
            unsaved: None,
            kept: None,
            kept_known: Known::nothing(),
            former: Vec::new(),
            renamed_from: Vec::new(),
            backed_up: None,
            back_up_due: now + rhythm.backups,
            told: false,
        }
    }

    pub(super) fn turn(&mut self, task: Task) -> &mut Turn {
        match task {
            Task::Save => &mut self.save,
            Task::Keep => &mut self.keep,
            Task::BackUp => &mut self.back_up,
        }
    }

    pub(super) fn due(&self, task: Task) -> Option<Instant> {
        let turn = match task {
            Task::Save => &self.save,
            Task::Keep => &self.keep,
            Task::BackUp => &self.back_up,
        };
        turn.waiting.as_ref().filter(|_| !self.held_back).map(|_| turn.not_before)
    }

    /// Copies of a version that is on the disk are not needed any more.
    pub(super) fn is_safe(&self) -> bool {
        let newest = self.newest.as_ref().map(|job| job.session.rev).max(self.kept.as_ref().map(|kept| kept.1));
        self.unsaved.is_none() && self.saved >= newest
    }
}
