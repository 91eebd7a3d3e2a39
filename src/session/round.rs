//! One vote by the room, as it is kept: sums by group, never single ballots and never their order.
//!
//! A round here has been revealed. While it is open it is a [`super::Ballots`], which no file ever holds.

use super::{Counts, Counts5, UNSORTED, is_default};
use crate::framework::Level;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A room votes twice at most on one thing: before the talk, and once after it.
pub(crate) const MOST_ROUNDS: usize = 2;

/// Who votes: people of one sector and one level, as far as either was said. Whoever `None` leaves open.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Voters {
    /// The sector's id in the register.
    #[serde(skip_serializing_if = "is_default")]
    pub sector: Option<String>,
    /// Their own level, whichever level they vote on.
    #[serde(skip_serializing_if = "is_default")]
    pub level: Option<Level>,
}

/// The votes of one group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, bound(deserialize = "C: Default + Deserialize<'de>"))]
pub struct Tally<C = Counts5> {
    /// The sector's id in the register; `None` when it was not said.
    #[serde(skip_serializing_if = "is_default")]
    pub sector: Option<String>,
    /// The voters' own level; `None` when it was not said.
    #[serde(skip_serializing_if = "is_default")]
    pub level: Option<Level>,
    /// How many gave each answer: of a feature, how many voted 1 to 5.
    pub counts: C,
    /// How many said that they do not know.
    #[serde(skip_serializing_if = "is_default")]
    pub dont_know: u16,
}

impl<C: Counts> Tally<C> {
    /// How many took part: votes and don't-knows.
    pub fn ballots(&self) -> u32 {
        self.counts.total() + u32::from(self.dont_know)
    }

    /// Whose votes these are. "Sector not said" is no sector.
    pub fn voters(&self) -> Voters {
        Voters { sector: self.sector.clone().filter(|sector| sector != UNSORTED), level: self.level }
    }

    /// Whether these are votes of some group: of a sector at any level, or of a level in any sector.
    pub(crate) fn is_of(&self, voters: &Voters) -> bool {
        let own = self.voters();
        (voters.sector.is_none() || voters.sector == own.sector)
            && (voters.level.is_none() || voters.level == own.level)
    }

    /// Whether don't-knows are a third or more of those who took part.
    pub(crate) fn is_mostly_unknown(&self) -> bool {
        self.dont_know > 0 && u32::from(self.dont_know) * 3 >= self.ballots()
    }

    fn add(&mut self, other: &Self) {
        self.counts = self.counts.plus(&other.counts);
        self.dont_know = self.dont_know.saturating_add(other.dont_know);
    }
}

/// One vote by the room on one thing: a tally for each group that took part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent, bound(deserialize = "C: Default + Deserialize<'de>"))]
pub struct Round<C = Counts5> {
    /// By sector, then level; one whose sector was not said comes first.
    pub tallies: Vec<Tally<C>>,
}

impl<C: Counts> Round<C> {
    /// A round of some tallies in any order: those of one group are added up, empty ones dropped.
    pub fn of(tallies: impl IntoIterator<Item = Tally<C>>) -> Self {
        let mut groups: BTreeMap<Voters, Tally<C>> = BTreeMap::new();
        for tally in tallies.into_iter().filter(|tally| tally.ballots() > 0) {
            let new =
                |voters: &Voters| Tally { sector: voters.sector.clone(), level: voters.level, ..Tally::default() };
            groups.entry(tally.voters()).or_insert_with_key(new).add(&tally);
        }
        Self { tallies: groups.into_values().collect() }
    }

    /// How many took part.
    pub fn ballots(&self) -> u32 {
        self.whole().ballots()
    }

    pub fn whole(&self) -> Tally<C> {
        self.tallies.iter().fold(Tally::default(), |mut sum, tally| {
            sum.add(tally);
            sum
        })
    }

    /// The votes of each sector, over all levels.
    pub fn by_sector(&self) -> Vec<Tally<C>> {
        Self::of(self.tallies.iter().map(|tally| Tally { level: None, ..tally.clone() })).tallies
    }

    /// The votes of each level, over all sectors.
    pub fn by_level(&self) -> Vec<Tally<C>> {
        Self::of(self.tallies.iter().map(|tally| Tally { sector: None, ..tally.clone() })).tallies
    }

    /// The sectors that took part, by id.
    pub fn sectors(&self) -> BTreeSet<&str> {
        self.tallies.iter().filter_map(|tally| tally.sector.as_deref()).collect()
    }
}

/// What may be told of a round that was merged from sessions whose own papers may have gone out: this, as far as the
/// rules for any round allow it, and nothing else. Nothing by default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Published {
    /// The counts of all.
    #[serde(skip_serializing_if = "is_default")]
    pub room: bool,
    /// The counts of these sectors, by id; [`UNSORTED`] are those of whom it was not said.
    #[serde(skip_serializing_if = "is_default")]
    pub sectors: Vec<String>,
    /// The counts of these levels; `None` are those of whom it was not said.
    #[serde(skip_serializing_if = "is_default")]
    pub levels: Vec<Option<Level>>,
}

/// A round with what it was on: a rating, or an assumption.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "C: Default + Deserialize<'de>"))]
pub struct Revealed<C = Counts5> {
    pub at: Timestamp,
    /// The level that was rated, where the feature takes both. Not the voters' own.
    #[serde(default, skip_serializing_if = "is_default")]
    pub level: Option<Level>,
    pub round: Round<C>,
    /// How many people were in the room then, as far as the register said.
    #[serde(default, skip_serializing_if = "is_default")]
    pub present: Option<u32>,
    /// The groups of three or four that said yes, it may be told where they stand: a sector or a level each.
    #[serde(default, skip_serializing_if = "is_default")]
    pub heard: Vec<Voters>,
    /// What alone may be told of it; `None` where the rules for any round say so.
    #[serde(default, skip_serializing_if = "is_default")]
    pub told: Option<Published>,
}
