//! Keys of the keypad that come too soon, or would be one vote too many.
//!
//! Which keys they were is a vote: nothing prints them. The time comes from the messages.

use crate::framework::Rating;
use jiff::{SignedDuration, Timestamp};
use std::fmt;

/// A held key and a trembling finger press again within this time; two people do not.
const BOUNCE: SignedDuration = SignedDuration::from_millis(700);

/// So long after a reveal a digit is still meant as a vote.
pub(super) const AFTER_REVEAL: SignedDuration = SignedDuration::from_secs(2);

/// When each key was pressed last, and the vote that waits for an answer.
#[derive(Default)]
pub(super) struct Guard {
    pressed: [Option<Timestamp>; Rating::ALL.len() + 1],
    /// The vote that is one more than are present.
    pub(super) waiting: Option<char>,
}

impl Guard {
    /// Whether a digit is a press of its own, and not the same one again.
    pub(super) fn takes(&mut self, digit: char, now: Timestamp) -> bool {
        let place = digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
        let Some(pressed) = place.and_then(|place| self.pressed.get_mut(place)) else { return true };
        pressed.replace(now).is_none_or(|before| now.duration_since(before) >= BOUNCE)
    }
}

impl fmt::Debug for Guard {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Guard")
    }
}
