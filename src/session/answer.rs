//! What was said on one feature: the decision, the evidence behind it, notes, and how it came about.
//!
//! Shape only; the rules by which a decision may change are in `change`.

use super::{Dissent, OneRatingTwice, Revealed, Round, is_default};
use crate::framework::{Confidence, Level, Rating};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Everything kept on one feature.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answer {
    pub decided: Decided,
    /// How good the evidence is; `None` when the room was not asked.
    #[serde(skip_serializing_if = "is_default")]
    pub confidence: Option<Confidence>,
    /// What was said, for everyone to read.
    #[serde(skip_serializing_if = "is_default")]
    pub note: String,
    /// The facilitator's own; never projected, never exported.
    #[serde(skip_serializing_if = "is_default")]
    pub private_note: String,
    /// Left to come back to.
    #[serde(skip_serializing_if = "is_default")]
    pub parked: bool,
    /// What was voted, oldest first: two rounds at most for each level. Votes inform, the room decides.
    #[serde(skip_serializing_if = "is_default")]
    pub rounds: Vec<Revealed>,
    /// Minority statements, in the order in which they were made.
    #[serde(skip_serializing_if = "is_default")]
    pub dissent: Vec<Dissent>,
    /// Whether so many did not know that it was a blind spot: what a follow-up keeps of last time's votes, and no more.
    #[serde(skip_serializing_if = "is_default")]
    pub unknown_to_many: bool,
    /// Every change of the decision, oldest first.
    #[serde(skip_serializing_if = "is_default")]
    pub history: Vec<Recorded>,
}

impl Answer {
    pub(crate) const BLANK: &'static Self = &Self {
        decided: Decided::Whole(Decision::NotDiscussed),
        confidence: None,
        note: String::new(),
        private_note: String::new(),
        parked: false,
        rounds: Vec::new(),
        dissent: Vec::new(),
        unknown_to_many: false,
        history: Vec::new(),
    };

    /// The rounds at a level, or on the whole, oldest first.
    pub fn rounds_at(&self, level: Option<Level>) -> impl DoubleEndedIterator<Item = &Round> {
        self.rounds.iter().filter(move |revealed| revealed.level == level).map(|revealed| &revealed.round)
    }

    /// Whether the room voted at a level, or on the whole, after what it last decided there.
    pub(crate) fn voted_since_decided(&self, level: Option<Level>) -> bool {
        let decided = self.history.iter().filter(|recorded| recorded.level == level).map(|recorded| recorded.at).max();
        let voted = self.rounds.iter().filter(|revealed| revealed.level == level).map(|revealed| revealed.at).max();
        voted.is_some() && voted > decided
    }

    /// The last round at a level, or on the whole: the one that counts.
    pub fn latest_round(&self, level: Option<Level>) -> Option<&Round> {
        self.rounds_at(level).next_back()
    }
}

/// One decision, or one for each level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Decided {
    Whole(Decision),
    /// The feature names both levels and takes a decision for each.
    Levels {
        /// What those who set direction are agreed to do.
        #[serde(default)]
        strategic: Decision,
        /// What those who do the work are agreed to do.
        #[serde(default)]
        operational: Decision,
    },
}

impl Default for Decided {
    fn default() -> Self {
        Self::Whole(Decision::NotDiscussed)
    }
}

impl Decided {
    /// The decision for a level, or for the whole. Where only a whole was taken, it stands for both levels.
    pub fn at(&self, level: Option<Level>) -> &Decision {
        match (self, level) {
            (Self::Whole(whole), _) => whole,
            (Self::Levels { strategic, .. }, Some(Level::Strategic) | None) => strategic,
            (Self::Levels { operational, .. }, Some(Level::Operational)) => operational,
        }
    }

    pub fn all(&self) -> Vec<(Option<Level>, &Decision)> {
        match self {
            Self::Whole(whole) => vec![(None, whole)],
            Self::Levels { strategic, operational } => {
                vec![(Some(Level::Strategic), strategic), (Some(Level::Operational), operational)]
            }
        }
    }

    /// Whether every decision asked for has been taken.
    pub fn is_complete(&self) -> bool {
        self.all().into_iter().all(|(_, decision)| *decision != Decision::NotDiscussed)
    }

    pub(super) fn set(&mut self, level: Option<Level>, decision: Decision) {
        match level {
            None => *self = Self::Whole(decision),
            Some(level) => {
                if matches!(self, Self::Whole(_)) {
                    *self = Self::Levels { strategic: Decision::NotDiscussed, operational: Decision::NotDiscussed };
                }
                if let Self::Levels { strategic, operational } = self {
                    match level {
                        Level::Strategic => *strategic = decision,
                        Level::Operational => *operational = decision,
                    }
                }
            }
        }
    }
}

/// What the room decided. "Not agreed" is a valid result, not a missing one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Decision {
    #[default]
    NotDiscussed,
    Agreed(Rating),
    /// The room agreed on a rating with which some can live but are not content.
    AgreedWithReservations(Rating),
    /// The room did not agree: the range and both views are kept.
    NotAgreed {
        /// The lowest and the highest rating that somebody stands by.
        range: Range,
        #[serde(default, skip_serializing_if = "is_default")]
        low_view: String,
        #[serde(default, skip_serializing_if = "is_default")]
        high_view: String,
    },
    /// The room does not know.
    DontKnow,
    /// It does not apply to this partnership.
    NotRelevant,
}

/// How firmly a rating is agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// Agreed.
    Full,
    WithReservations,
}

impl Decision {
    pub const NONE: &'static Self = &Self::NotDiscussed;

    pub fn rating(&self) -> Option<Rating> {
        match self {
            Self::Agreed(rating) | Self::AgreedWithReservations(rating) => Some(*rating),
            Self::NotDiscussed | Self::NotAgreed { .. } | Self::DontKnow | Self::NotRelevant => None,
        }
    }

    /// How firmly the rating is agreed, where there is one.
    pub fn agreement(&self) -> Option<Agreement> {
        match self {
            Self::Agreed(_) => Some(Agreement::Full),
            Self::AgreedWithReservations(_) => Some(Agreement::WithReservations),
            Self::NotDiscussed | Self::NotAgreed { .. } | Self::DontKnow | Self::NotRelevant => None,
        }
    }

    /// The name in JSON and tables; part of the command line's contract.
    pub fn key(&self) -> &'static str {
        match self {
            Self::NotDiscussed => "not_discussed",
            Self::Agreed(_) => "agreed",
            Self::AgreedWithReservations(_) => "reservations",
            Self::NotAgreed { .. } => "not_agreed",
            Self::DontKnow => "dont_know",
            Self::NotRelevant => "not_relevant",
        }
    }

    /// Whether both say "not agreed" with the same range, whatever the views.
    pub(crate) fn same_range(&self, other: &Self) -> bool {
        matches!((self, other), (Self::NotAgreed { range, .. }, Self::NotAgreed { range: same, .. }) if range == same)
    }

    /// The decision in a few words: `4`, `4 with reservations`, `not agreed, 2 to 4`.
    pub fn describe(&self) -> String {
        match self {
            Self::NotDiscussed => tr!("not discussed").into(),
            Self::Agreed(rating) => rating.to_string(),
            Self::AgreedWithReservations(rating) => with_reservations(rating),
            Self::NotAgreed { range, .. } => range.not_agreed(),
            Self::DontKnow => tr!("don't know").into(),
            Self::NotRelevant => tr!("not relevant").into(),
        }
    }
}

pub(crate) fn with_reservations(rated: impl fmt::Display) -> String {
    tr!("{rated} with reservations", rated)
}

/// The spread of a rating that is not agreed: the low end is below the high end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "(Rating, Rating)", into = "(Rating, Rating)")]
pub struct Range {
    low: Rating,
    high: Rating,
}

impl Range {
    /// A range between two ratings, in either order; `None` when they are the same.
    pub fn between(one: Rating, other: Rating) -> Option<Self> {
        (one != other).then(|| Self { low: one.min(other), high: one.max(other) })
    }

    /// The lowest rating somebody stands by.
    pub fn low(self) -> Rating {
        self.low
    }

    /// The highest rating somebody stands by.
    pub fn high(self) -> Rating {
        self.high
    }

    /// `not agreed, 2 to 4`.
    pub(crate) fn not_agreed(self) -> String {
        tr!("not agreed, {range}", range = self)
    }

    /// How far apart the ends are, 1 to 4.
    pub(crate) fn gap(self) -> u8 {
        self.high.number() - self.low.number()
    }
}

impl fmt::Display for Range {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&tr!("{low} to {high}", low = self.low, high = self.high))
    }
}

impl TryFrom<(Rating, Rating)> for Range {
    type Error = OneRatingTwice;

    fn try_from((low, high): (Rating, Rating)) -> Result<Self, Self::Error> {
        Self::between(low, high).ok_or(OneRatingTwice(low))
    }
}

impl From<Range> for (Rating, Rating) {
    fn from(range: Range) -> Self {
        (range.low, range.high)
    }
}

/// One change of a decision. Kept for agreed results only, never for single votes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recorded {
    pub at: Timestamp,
    /// For which level, where the feature takes both.
    #[serde(default, skip_serializing_if = "is_default")]
    pub level: Option<Level>,
    pub decision: Decision,
}
