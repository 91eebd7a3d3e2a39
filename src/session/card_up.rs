//! That somebody held up a card: stop, slower, I don't understand. Who it was is never asked and never kept.

use super::history::Part;
use super::{Changed, Session};
use crate::framework::Id;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardUp {
    pub at: Timestamp,
    /// On which item; none between two.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub on: Option<Id>,
}

impl Session {
    /// Notes that a card was up; on one item once a minute, for a key may be pressed twice.
    pub fn note_card_up(&mut self, on: Option<Id>, at: Timestamp) -> Changed {
        let is_same = |last: &CardUp| last.on == on && at < last.at.saturating_add(1.minutes()).unwrap_or(last.at);
        if self.cards_up.last().is_some_and(is_same) {
            return Ok(None);
        }
        self.change("card up", Part::CardUp(Some(CardUp { at, on })))
    }

    /// Puts a card in its place or takes the last one away, and gives what takes that back.
    pub(super) fn exchange_card_up(&mut self, card: Option<CardUp>) -> Option<CardUp> {
        match card {
            Some(card) => {
                self.cards_up.push(card);
                None
            }
            None => self.cards_up.pop(),
        }
    }
}
