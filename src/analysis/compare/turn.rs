//! Which way one feature went between two sessions.
//!
//! A step up and a step down are ranges by type: they have two different ends. Who moved them is not known here.

use crate::analysis::{Reading, State};
use crate::framework::Rating;
use crate::session::Range;

/// Which way a feature went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// From the low end of the range to the high one.
    Up(Range),
    /// Rated as before.
    Same(Rating),
    /// From the high end of the range to the low one.
    Down(Range),
    /// Rated now, and not agreed or not known then.
    NewlyAgreed(Rating),
    /// Contested then and now.
    StillSplit,
    /// Contested now, and not then.
    NewlySplit,
    /// Anything else: not discussed, not relevant or not known, then or now.
    Other,
}

/// A turn without its numbers, to count and to list by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TurnKind {
    /// Higher than then.
    Up,
    /// As then.
    Same,
    /// Lower than then.
    Down,
    /// Rated now, and not agreed or not known then.
    NewlyAgreed,
    /// Contested then and now.
    StillSplit,
    /// Contested now, and not then.
    NewlySplit,
    /// Anything else.
    Other,
}

impl TurnKind {
    /// All kinds, in the order in which their counts are shown.
    pub const ALL: [Self; 7] =
        [Self::Up, Self::Same, Self::Down, Self::NewlyAgreed, Self::StillSplit, Self::NewlySplit, Self::Other];

    /// The name in JSON and tables; part of the command line's contract.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Same => "same",
            Self::Down => "down",
            Self::NewlyAgreed => "newly_agreed",
            Self::StillSplit => "still_split",
            Self::NewlySplit => "newly_split",
            Self::Other => "other",
        }
    }

    /// The words on screen.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Up => "Up",
            Self::Same => "Same",
            Self::Down => "Down",
            Self::NewlyAgreed => "Newly agreed",
            Self::StillSplit => "Still split",
            Self::NewlySplit => "Newly split",
            Self::Other => "Other",
        }
    }
}

/// What a reading comes to where only its direction counts.
enum Stand {
    Rated(Rating),
    Split,
    Unknown,
    Aside,
}

impl Stand {
    fn of(reading: Reading) -> Self {
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
    #[must_use]
    pub fn of(then: Reading, now: Reading) -> Self {
        match (Stand::of(then), Stand::of(now)) {
            (Stand::Rated(then), Stand::Rated(now)) => match Range::between(then, now) {
                Some(range) if now > then => Self::Up(range),
                Some(range) => Self::Down(range),
                None => Self::Same(now),
            },
            (Stand::Split | Stand::Unknown, Stand::Rated(now)) => Self::NewlyAgreed(now),
            (Stand::Split, Stand::Split) => Self::StillSplit,
            (_, Stand::Split) => Self::NewlySplit,
            (Stand::Aside, Stand::Rated(_)) | (_, Stand::Unknown | Stand::Aside) => Self::Other,
        }
    }

    /// The turn without its numbers.
    #[must_use]
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
    #[must_use]
    pub fn steps(self) -> u8 {
        match self {
            Self::Up(range) | Self::Down(range) => range.gap(),
            Self::Same(_) | Self::NewlyAgreed(_) | Self::StillSplit | Self::NewlySplit | Self::Other => 0,
        }
    }
}
