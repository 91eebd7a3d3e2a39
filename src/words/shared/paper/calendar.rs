//! What stands in a calendar: the actions with the day by which they are due, and the day on which the room looks again.

use crate::catalogue::Message;

pub(crate) const WHO: Message = Message("Who");
pub(crate) const HELPED_BY: Message = Message("Helped by");
pub(crate) const FOR: Message = Message("For");
pub(crate) const STATUS: Message = Message("Status");

/// `Glenside CPP: Offer both groups a seat`.
pub(crate) fn due(partnership: &str, what: &str) -> String {
    format!("{partnership}: {what}")
}

/// `Glenside CPP looks again at its partnership working`.
pub(crate) fn looks_again(partnership: &str) -> String {
    tr!("{partnership} looks again at its partnership working", partnership)
}

/// How far the actions are, of which the room wants to hear again.
pub(crate) fn on_record(actions: &str) -> String {
    tr!("Actions on record: {actions}.", actions)
}
