//! What is known of one session file while it is open: what waits for it, what stands in it, where copies of it are.
//!
//! It decides nothing; `queue` does.

use super::expected::ExpectedContents;
use super::job::{Intervals, SaveJob};
use std::path::PathBuf;
use std::time::Instant;

/// The two threads: what stands under Plenary's own folder does not wait for a share that hangs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Worker {
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
    Recovery,
    /// The session among its backups.
    BackUp,
}

impl Task {
    pub(super) const ALL: [Self; 3] = [Self::Save, Self::Recovery, Self::BackUp];
}

/// A snapshot that waits, and the earliest time for it.
#[derive(Debug)]
pub(super) struct Slot {
    pub(super) waiting: Option<SaveJob>,
    pub(super) not_before: Instant,
}

impl Slot {
    fn new(now: Instant) -> Self {
        Self { waiting: None, not_before: now }
    }
}

/// What is known of one file.
#[derive(Debug)]
pub(super) struct FileState {
    pub(super) worker: Worker,
    pub(super) save: Slot,
    pub(super) recovery_slot: Slot,
    pub(super) back_up: Slot,
    /// The newest snapshot that was handed over.
    pub(super) newest: Option<SaveJob>,
    /// What may be written over.
    pub(super) expected: ExpectedContents,
    /// The version that is on the disk.
    pub(super) saved: Option<u64>,
    pub(super) failing: bool,
    /// Whether what stands in it is still being backed up: nothing is written before.
    pub(super) held_back: bool,
    /// Why it could not be written at the end.
    pub(super) unsaved: Option<String>,
    /// The recovery copy and its version.
    pub(super) recovery: Option<(PathBuf, u64)>,
    pub(super) recovery_expected: ExpectedContents,
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

impl FileState {
    pub(super) fn new(worker: Worker, intervals: &Intervals) -> Self {
        let now = Instant::now();
        Self {
            worker,
            save: Slot::new(now),
            recovery_slot: Slot::new(now),
            back_up: Slot::new(now),
            newest: None,
            expected: ExpectedContents::nothing(),
            saved: None,
            failing: false,
            held_back: false,
            unsaved: None,
            recovery: None,
            recovery_expected: ExpectedContents::nothing(),
            former: Vec::new(),
            renamed_from: Vec::new(),
            backed_up: None,
            back_up_due: now + intervals.backups,
            told: false,
        }
    }

    pub(super) fn slot(&mut self, task: Task) -> &mut Slot {
        match task {
            Task::Save => &mut self.save,
            Task::Recovery => &mut self.recovery_slot,
            Task::BackUp => &mut self.back_up,
        }
    }

    pub(super) fn due(&self, task: Task) -> Option<Instant> {
        let slot = match task {
            Task::Save => &self.save,
            Task::Recovery => &self.recovery_slot,
            Task::BackUp => &self.back_up,
        };
        slot.waiting.as_ref().filter(|_| !self.held_back).map(|_| slot.not_before)
    }

    /// Copies of a version that is on the disk are not needed any more.
    pub(super) fn is_safe(&self) -> bool {
        let newest =
            self.newest.as_ref().map(|job| job.session.rev).max(self.recovery.as_ref().map(|recovery| recovery.1));
        self.unsaved.is_none() && self.saved >= newest
    }
}
