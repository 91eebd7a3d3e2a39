//! Ratings, the words beside them, and the confidence in the evidence behind them.
//!
//! A rating is 1 to 5 by construction: a 0 or a 6 in a file is refused where it is read.

use super::{Id, NoRating, names};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A rating on a five-point scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Rating {
    /// Not yet; none seen.
    One = 1,
    /// Patchy; early signs.
    Two,
    /// Growing; some.
    Three,
    /// Mostly; clear.
    Four,
    /// Firmly; sustained.
    Five,
}

impl Rating {
    /// The five ratings, lowest first.
    pub const ALL: [Self; 5] = [Self::One, Self::Two, Self::Three, Self::Four, Self::Five];

    /// The rating as a number, 1 to 5.
    pub fn number(self) -> u8 {
        self as u8
    }

    /// The rating's place in [`Rating::ALL`], 0 to 4.
    pub fn index(self) -> usize {
        usize::from(self.number()) - 1
    }

    /// The rating a digit key stands for.
    pub fn from_digit(digit: char) -> Option<Self> {
        Self::ALL.into_iter().find(|rating| digit.to_digit(10) == Some(u32::from(rating.number())))
    }
}

impl TryFrom<u8> for Rating {
    type Error = NoRating;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        Self::ALL.into_iter().find(|rating| rating.number() == number).ok_or(NoRating(number))
    }
}

impl From<Rating> for u8 {
    fn from(rating: Rating) -> Self {
        rating.number()
    }
}

impl fmt::Display for Rating {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.number())
    }
}

/// The five words of a scale, each standing beside its digit everywhere.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Scale {
    /// The name by which stages refer to it.
    pub id: Id,
    /// The question the scale answers, in a few words.
    pub title: String,
    /// Five words or short phrases, at most 10 letters each, lowest first.
    pub words: Vec<String>,
}

impl Scale {
    pub fn word(&self, rating: Rating) -> &str {
        self.words.get(rating.index()).map_or("", String::as_str)
    }
}

names! {
    /// How good the evidence behind a rating is, in the group's own view.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
    pub enum Confidence;
    /// Opinion in the room.
    Low: "low", "low";
    /// One named source or example.
    Medium: "medium", "medium";
    /// Two independent sources, one of them from people who use services or from partners outside the lead body.
    High: "high", "high";
}

names! {
    /// Where in the organisations a view comes from. Features that name both levels take a rating for each.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
    pub enum Level;
    /// Those who set direction and hold budgets.
    Strategic: "strategic", "strategic";
    /// Those who do the work with people.
    Operational: "operational", "operational";
}
