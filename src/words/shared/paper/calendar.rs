//! What stands in a calendar: the actions with the day by which they are due, and the day on which the room looks again.

pub(crate) const WHO: &str = "Who";
pub(crate) const HELPED_BY: &str = "Helped by";
pub(crate) const FOR: &str = "For";
pub(crate) const STATUS: &str = "Status";

/// `Glenside CPP: Offer both groups a seat`.
pub(crate) fn due(partnership: &str, what: &str) -> String {
    format!("{partnership}: {what}")
}

/// `Glenside CPP looks again at its partnership working`.
pub(crate) fn looks_again(partnership: &str) -> String {
    format!("{partnership} looks again at its partnership working")
}

/// How far the actions are, of which the room wants to hear again.
pub(crate) fn on_record(actions: &str) -> String {
    format!("Actions on record: {actions}.")
}
