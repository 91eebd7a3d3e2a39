//! What is only counted: dots on items, deep dives, the time that is spent and planned, and changes.
//!
//! Whose dots they are is never known. Like the room's place, deep dives and time are no statements, so they are saved
//! but not undone. Only here is anything added to the count of changes, by which versions of a session are ordered.

use super::{Changed, Part, Refusal, Session, Status};
use crate::framework::{Id, Item};
use jiff::civil::Time;

/// The most dots on one item: five from each of 999 people, and far from a number that runs over.
const MOST_DOTS: u16 = 4995;

/// The most time on one stage: a week, in seconds. A clock that says more was not looked at.
pub const MOST_SECONDS: u32 = 7 * 24 * 60 * 60;

/// More deep dives than this make a workshop too long: 50 minutes.
pub(crate) const MOST_DIVES: usize = 10;

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
    /// The dots on an item; 0 where there are none.
    pub fn dots_on(&self, item: &Id) -> u16 {
        self.dots.get(item).copied().unwrap_or(0)
    }

    /// Every dot that was put on anything.
    pub fn dots_placed(&self) -> u32 {
        self.dots.values().fold(0, |sum, dots| sum.saturating_add(u32::from(*dots)))
    }

    /// Records how many dots an item has; 0 takes them off.
    pub fn put_dots(&mut self, item: Item<'_>, dots: u16) -> Changed {
        if dots > MOST_DOTS {
            return Err(Refusal::TooManyDots);
        }
        let before = self.dots_on(item.id());
        if before == dots {
            return Ok(None);
        }
        let sentence = format!("{} dots, {before} to {dots}", item.label());
        self.change(sentence, Part::Dots(item.id().clone(), (dots > 0).then_some(dots)))
    }

    /// Calls a deep dive on an item; one item counts once, however often it is called.
    pub(crate) fn dive(&mut self, feature: &Id) -> Result<(), Refusal> {
        self.is_open()?;
        if self.deep_dives.contains(feature) {
            return Ok(());
        }
        if self.deep_dives.len() >= MOST_DIVES {
            return Err(Refusal::TenDives);
        }
        self.deep_dives.push(feature.clone());
        Ok(())
    }

    /// How many more items can have a deep dive.
    pub(crate) fn dives_left(&self) -> usize {
        MOST_DIVES.saturating_sub(self.deep_dives.len())
    }

    /// Plans the time of day at which the workshop ends; `None` plans none.
    pub(crate) fn plan_finish(&mut self, finish: Option<Time>) -> Result<(), Refusal> {
        self.is_open()?;
        self.finish = finish;
        Ok(())
    }

    /// Books time on a stage.
    pub fn spend(&mut self, stage: Id, seconds: u32) {
        let spent = self.seconds.entry(stage).or_default();
        *spent = spent.saturating_add(seconds).min(MOST_SECONDS);
    }

    fn is_open(&self) -> Result<(), Refusal> {
        if self.status == Status::Finished { Err(Refusal::Finished) } else { Ok(()) }
    }

    /// Counts a change: this is a newer version than before.
    pub fn count_change(&mut self) {
        self.rev = self.rev.saturating_add(1);
    }
}
