//! Which way one feature went between two sessions.
//!
//! A step up and a step down are ranges by type: they have two different ends. Who moved them is not known here.

use crate::analysis::{FeatureState, State};
use crate::framework::{Rating, names};
use crate::session::Range;

/// Which way a feature went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// From the low end of the range to the high one.
    Up(Range),
    Same(Rating),
    /// From the high end of the range to the low one.
    Down(Range),
    /// Rated now, and not agreed or not known then.
    NewlyAgreed(Rating),
    StillSplit,
    NewlySplit,
    /// Anything else: not discussed, not relevant or not known, then or now.
    Other,
}

names! {
    /// A turn without its numbers, to count and to list by.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum TurnKind;
    Up: "up", "Up";
    Same: "same", "Same";
    Down: "down", "Down";
    /// Rated now, and not agreed or not known then.
    NewlyAgreed: "newly_agreed", "Newly agreed";
    StillSplit: "still_split", "Still split";
    NewlySplit: "newly_split", "Newly split";
    Other: "other", "Other";
}

/// What a reading comes to where only its direction counts.
enum Outcome {
    Rated(Rating),
    Split,
    Unknown,
    Aside,
}

impl Outcome {
    fn of(reading: FeatureState) -> Self {
        match (reading.state, reading.rating) {
            (State::Contested, _) => Self::Split,
            (State::BlindSpot, _) => Self::Unknown,
            (State::NotDiscussed | State::NotRelevant, _) | (_, None) => Self::Aside,
            (_, Some(rating)) => Self::Rated(rating),
        }
    }
}

impl Turn {
    /// The turn from one reading to another. A feature with two levels goes by the lower one, as on the heat map.
    pub fn of(then: FeatureState, now: FeatureState) -> Self {
        match (Outcome::of(then), Outcome::of(now)) {
            (Outcome::Rated(then), Outcome::Rated(now)) => match Range::between(then, now) {
                Some(range) if now > then => Self::Up(range),
                Some(range) => Self::Down(range),
                None => Self::Same(now),
            },
            (Outcome::Split | Outcome::Unknown, Outcome::Rated(now)) => Self::NewlyAgreed(now),
            (Outcome::Split, Outcome::Split) => Self::StillSplit,
            (_, Outcome::Split) => Self::NewlySplit,
            (Outcome::Aside, Outcome::Rated(_)) | (_, Outcome::Unknown | Outcome::Aside) => Self::Other,
        }
    }

    /// The turn without its numbers.
    pub fn kind(self) -> TurnKind {
        match self {
            Self::Up(_) => TurnKind::Up,
            Self::Same(_) => TurnKind::Same,
            Self::Down(_) => TurnKind::Down,
            Self::NewlyAgreed(_) => TurnKind::NewlyAgreed,
            Self::StillSplit => TurnKind::StillSplit,
            Self::NewlySplit => TurnKind::NewlySplit,
            Self::Other => TurnKind::Other,
        }
    }

    /// How far the rating moved, either way: 1 to 4 where it moved, otherwise 0.
    pub fn steps(self) -> u8 {
        match self {
            Self::Up(range) | Self::Down(range) => range.gap(),
            Self::Same(_) | Self::NewlyAgreed(_) | Self::StillSplit | Self::NewlySplit | Self::Other => 0,
        }
    }
}
