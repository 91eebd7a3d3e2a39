//! Dots: how many the room put on an item, as counts only.
//!
//! Whose dots they are is never known; 3 to 5 a person is a custom that `analysis` reminds of, not a rule here.

use super::{Changed, Part, Refusal, Session};
use crate::framework::{Id, Item};

/// The most dots on one item: five from each of 999 people, and far from a number that runs over.
pub(crate) const MOST_DOTS: u16 = 4995;

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
    ///
    /// # Errors
    /// When there are more than `MOST_DOTS`, or the session is finished.
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
}
