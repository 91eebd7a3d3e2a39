//! A stage at a glance: counts per state, the lowest feature, the median, and whether it is at risk.
//!
//! Medians and counts only; there is no mean and no score to be had here.

use super::{FeatureState, State};
use crate::catalogue::in_halves;
use crate::framework::Rating;
use serde::Serialize;
use std::fmt;

/// How many features are in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts([u16; State::ALL.len()]);

impl Counts {
    pub fn of<'all>(readings: impl IntoIterator<Item = &'all FeatureState>) -> Self {
        let mut counts = Self::default();
        for reading in readings {
            if let Some(place) = State::ALL.iter().position(|state| *state == reading.state) {
                counts.0[place] += 1;
            }
        }
        counts
    }

    pub fn get(&self, state: State) -> u16 {
        State::ALL.iter().position(|known| *known == state).map_or(0, |place| self.0[place])
    }

    /// How many are in any state for which `wanted` holds.
    pub fn sum(&self, wanted: impl Fn(State) -> bool) -> u16 {
        State::ALL.into_iter().zip(self.0).filter(|(state, _)| wanted(*state)).map(|(_, count)| count).sum()
    }

    /// How many are weak, contested or unknown.
    pub(crate) fn troubled(&self) -> u16 {
        self.sum(State::is_at_risk)
    }

    pub(crate) fn relevant(&self) -> u16 {
        self.sum(|state| state != State::NotRelevant)
    }
}

/// The middle of some ratings, in halves: 3 or 3.5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Median {
    halves: u8,
}

impl Median {
    /// The median of some ratings; `None` of none.
    pub fn of(ratings: impl IntoIterator<Item = Rating>) -> Option<Self> {
        let mut sorted: Vec<u8> = ratings.into_iter().map(Rating::number).collect();
        sorted.sort_unstable();
        let upper = *sorted.get(sorted.len() / 2)?;
        let lower = sorted[(sorted.len() - 1) / 2];
        Some(Self { halves: lower + upper })
    }

    /// Twice the median: a whole number from 2 to 10.
    pub fn halves(self) -> u8 {
        self.halves
    }
}

impl fmt::Display for Median {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&in_halves(self.halves))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageSummary {
    /// How many features are in each state.
    pub counts: Counts,
    /// The place of the lowest rated feature in the stage, from 0; the first of equals.
    pub lowest: Option<usize>,
    pub median: Option<Median>,
    /// Whether weak, contested and blind features are half or more of those that are relevant.
    pub at_risk: bool,
}

impl StageSummary {
    /// Sums up the readings of one stage, in its order.
    pub fn of(readings: &[FeatureState]) -> Self {
        let counts = Counts::of(readings);
        let (troubled, relevant) = (counts.troubled(), counts.relevant());
        let lowest = readings
            .iter()
            .enumerate()
            .filter_map(|(place, reading)| Some((reading.rating?, place)))
            .min()
            .map(|(_, place)| place);
        Self {
            counts,
            lowest,
            median: Median::of(readings.iter().filter_map(|reading| reading.rating)),
            at_risk: troubled > 0 && troubled * 2 >= relevant,
        }
    }
}
