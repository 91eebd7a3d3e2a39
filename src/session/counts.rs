//! What a vote asks for, and how many people gave each answer: 1 to 5 on a feature, a stance on an assumption.
//!
//! Sums only. What they say is the analysis's business; how they come in is the ballots'.

use super::Verdict;
use super::vote_error::{FIVE_COUNTS, THREE_COUNTS};
use crate::framework::Rating;
use serde::{Deserialize, Serialize};
use std::fmt::Debug;

/// How many people gave each answer that a vote offers. Don't-knows are counted beside them.
pub trait Counts: Copy + Debug + Default + PartialEq {
    type Answer: Copy + PartialEq + 'static;

    /// Every answer, in the order of their keys, which are 1 and on.
    const ANSWERS: &'static [Self::Answer];

    /// What to type when hands are counted, to go on "write" or "there are 2 counts; write".
    const ASKED: &'static str;

    fn count_mut(&mut self, answer: Self::Answer) -> &mut u16;

    /// The counts, in the order of the answers.
    fn each(&self) -> &[u16];

    /// How many voted, don't-knows apart.
    fn total(&self) -> u32 {
        self.each().iter().map(|count| u32::from(*count)).sum()
    }

    /// Both together; a count stops at 65,535.
    fn plus(&self, other: &Self) -> Self {
        let mut sum = *self;
        for (answer, more) in Self::ANSWERS.iter().zip(other.each()) {
            let mine = sum.count_mut(*answer);
            *mine = mine.saturating_add(*more);
        }
        sum
    }

    /// Counts in the order of the answers; `None` where there are more or fewer.
    fn from_line(line: &[u16]) -> Option<Self> {
        if line.len() != Self::ANSWERS.len() {
            return None;
        }
        let mut counts = Self::default();
        for (answer, count) in Self::ANSWERS.iter().zip(line) {
            *counts.count_mut(*answer) = *count;
        }
        Some(counts)
    }

    fn answer_of(digit: char) -> Option<Self::Answer> {
        let place = usize::try_from(digit.to_digit(10)?).ok()?.checked_sub(1)?;
        Self::ANSWERS.get(place).copied()
    }
}

/// How many voted 1, 2, 3, 4 and 5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Counts5(pub [u16; 5]);

impl Counts5 {
    /// How many voted, don't-knows apart: 0 to 327,675.
    pub(crate) fn total(&self) -> u32 {
        Counts::total(self)
    }

    /// How many voted for one rating.
    pub fn get(&self, rating: Rating) -> u16 {
        self.0[rating.index()]
    }

    pub fn lowest(&self) -> Option<Rating> {
        Rating::ALL.into_iter().find(|rating| self.get(*rating) > 0)
    }

    pub fn highest(&self) -> Option<Rating> {
        Rating::ALL.into_iter().rev().find(|rating| self.get(*rating) > 0)
    }

    /// The vote at a place from 0 when they stand lowest first; `None` past the last.
    pub(crate) fn nth(&self, place: u32) -> Option<Rating> {
        let mut passed = 0_u32;
        Rating::ALL.into_iter().find(|rating| {
            passed += u32::from(self.get(*rating));
            place < passed
        })
    }
}

impl Counts for Counts5 {
    type Answer = Rating;

    const ANSWERS: &'static [Rating] = &Rating::ALL;

    const ASKED: &'static str = FIVE_COUNTS;

    fn count_mut(&mut self, rating: Rating) -> &mut u16 {
        &mut self.0[rating.index()]
    }

    fn each(&self) -> &[u16] {
        &self.0
    }
}

/// How one person sees an assumption.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    Holds,
    Partly,
    DoesNotHold,
}

impl Stance {
    /// Every stance, the surest first; their keys are 1, 2 and 3.
    pub const ALL: [Self; 3] = [Self::Holds, Self::Partly, Self::DoesNotHold];

    /// The words on screen: those of the verdict that it would be.
    pub fn label(self) -> &'static str {
        Verdict::from(self).label()
    }
}

impl From<Stance> for Verdict {
    /// What the room says if it agrees on this.
    fn from(stance: Stance) -> Self {
        match stance {
            Stance::Holds => Self::Holds,
            Stance::Partly => Self::Partly,
            Stance::DoesNotHold => Self::DoesNotHold,
        }
    }
}

/// How many said that an assumption holds, holds in part, and does not hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StanceCounts(pub [u16; 3]);

impl StanceCounts {
    /// How many take one stance.
    pub fn get(&self, stance: Stance) -> u16 {
        self.0[stance as usize]
    }
}

impl Counts for StanceCounts {
    type Answer = Stance;

    const ANSWERS: &'static [Stance] = &Stance::ALL;

    const ASKED: &'static str = THREE_COUNTS;

    fn count_mut(&mut self, stance: Stance) -> &mut u16 {
        &mut self.0[stance as usize]
    }

    fn each(&self) -> &[u16] {
        &self.0
    }
}
