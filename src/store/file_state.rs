//! What is known of one session file while it is open: what waits for it, what stands in it, where copies of it are.
//!
//! It decides nothing; `queue` does.

use super::expected::ExpectedContents;
use super::job::{Intervals, SaveJob};
use std::path::{Path, PathBuf};
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

#[derive(Debug)]
pub(super) struct FileState {
    pub(super) worker: Worker,
    slots: [Slot; 3],
    /// The newest snapshot that was handed over.
    pub(super) newest: Option<SaveJob>,
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
            slots: std::array::from_fn(|_| Slot { waiting: None, not_before: now }),
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
        &mut self.slots[task as usize]
    }

    pub(super) fn due(&self, task: Task) -> Option<Instant> {
        let slot = &self.slots[task as usize];
        (slot.waiting.is_some() && !self.held_back).then_some(slot.not_before)
    }

    pub(super) fn waits_to_be_saved(&self) -> bool {
        self.slots[Task::Save as usize].waiting.is_some()
    }

    /// Everything that waits is for another file from now on.
    pub(super) fn retarget(&mut self, target: &Path) {
        for job in self.slots.iter_mut().map(|slot| &mut slot.waiting).chain([&mut self.newest]).flatten() {
            target.clone_into(&mut job.target);
        }
    }

    /// Copies of a version that is on the disk are not needed any more.
    pub(super) fn is_safe(&self) -> bool {
        let newest =
            self.newest.as_ref().map(|job| job.session.rev).max(self.recovery.as_ref().map(|recovery| recovery.1));
        self.unsaved.is_none() && self.saved >= newest
    }
}
