//! The count of changes, by which versions of a session are ordered; it must always be able to go on.
//!
//! Only here is anything added to it. Whoever reads one from a file passes it through [`plausible_count`].

use super::Session;

/// Nobody changes a session so often: a hand or a disk put a higher count there. Counting on from here does not run
/// over in the life of a machine, so that every count that is taken as it stands can be counted on and read again.
const HIGHEST_PLAUSIBLE: u64 = 1 << 62;

/// The count that is read in the place of one that cannot be meant: above every count that people reach, and as far
/// below [`HIGHEST_PLAUSIBLE`], so that versions made from then on are newer than the one it was read from.
const COUNTED_ANEW: u64 = 1 << 53;

/// A count of changes as it is to be taken.
pub fn plausible_count(rev: u64) -> u64 {
    if rev > HIGHEST_PLAUSIBLE { COUNTED_ANEW } else { rev }
}

impl Session {
    /// Counts a change: this is a newer version than before.
    pub fn count_change(&mut self) {
        self.rev = self.rev.saturating_add(1);
    }
}
