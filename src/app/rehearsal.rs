//! A rehearsal: a few steps through the sample session, each asked for in one line and over once it was done.

pub(super) mod steps;

use crate::framework::Rating;
use crate::words;

#[derive(Debug, Default)]
pub(crate) struct Rehearsal {
    /// The step that is asked for, from 0; none until the sample session is open.
    step: Option<usize>,
    /// How the session stood when it was first asked for.
    before: Standing,
}

/// What of a session the steps change.
#[derive(Debug, Default, PartialEq)]
struct Standing {
    ratings: Vec<Option<Rating>>,
    rounds: usize,
}

impl Rehearsal {
    pub(crate) fn coach(&self, in_lines: bool) -> Option<&'static str> {
        words::COACHED[usize::from(in_lines)].get(self.step?).copied()
    }
}
