//! What happened between the two rounds of a vote: the middle moved, or the room came closer, or neither.
//!
//! Rounds are compared as sums; who changed their vote is not known and not guessed.

use super::agreement::median;
use super::consensus::compare_closeness;
use super::{Median, Word, agreement};
use crate::session::Counts5;
use std::cmp::Ordering;

/// How the second round differs from the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Movement {
    /// The first round's median and the second's.
    pub medians: (Median, Median),
    /// The first round's word and the second's, where there are three votes.
    pub words: (Option<Word>, Option<Word>),
    /// Whether the votes stand closer together (greater), as before, or further apart.
    pub closeness: Ordering,
}

impl Movement {
    /// How far the median moved, in halves, -8 to 8; up is more than 0.
    pub fn halves(&self) -> i8 {
        let (before, after) = self.medians;
        after.halves().cast_signed() - before.halves().cast_signed()
    }
}

/// How a second round differs from a first; `None` where either has no votes.
pub fn movement(first: &Counts5, second: &Counts5) -> Option<Movement> {
    Some(Movement {
        medians: (median(first)?, median(second)?),
        words: (agreement(first), agreement(second)),
        closeness: compare_closeness(first, second)?,
    })
}
