//! The workshop's pace: the deep dives that were called, and the time at which the room wants to finish.
//!
//! Like the room's place and its clocks these are no statements, so they are counted and saved but not undone.

use super::{Refusal, Session, Status};
use crate::framework::Id;
use jiff::civil::Time;

/// The most time on one stage: a week, in seconds. A clock that says more was not looked at.
pub const MOST_SECONDS: u32 = 7 * 24 * 60 * 60;

/// More deep dives than this make a workshop too long: 50 minutes.
pub(crate) const MOST_DIVES: usize = 10;

impl Session {
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
}
