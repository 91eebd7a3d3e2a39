//! "You said, we did": what became of the actions, on one page for those who were in the room.

use crate::words::paper::day;
use crate::words::paper::tables::Headed;
use crate::words::{count, date};
use jiff::civil::Date;

pub(crate) const SAID_AND_DONE: Headed<3> =
    ("What became of the actions", ["You said this matters", "We agreed to", "What we did"]);
pub(crate) const NOTHING_AGREED: &str = "No actions were agreed, so there is nothing to tell.";

pub(crate) fn title(partnership: &str) -> String {
    format!("{partnership}: you said, we did")
}

/// `Agreed on 12 March 2026, looked at again on 10 September 2026`.
pub(crate) fn subtitle(agreed: Option<Date>, now: Option<Date>) -> String {
    let again = now.filter(|now| Some(*now) != agreed);
    let again = again.map_or(String::new(), |now| format!(", looked at again on {}", date(now)));
    format!("Agreed on {}{again}", day(agreed))
}

/// `Of 4 actions: 1 done, 2 under way, 1 not started.`
pub(crate) fn in_short(actions: usize, counts: &str) -> String {
    format!("Of {}: {counts}.", count(actions, "action", "actions"))
}

/// By when something is to be done that is not done yet.
pub(crate) fn to_be_done(by: Date) -> String {
    format!("to be done by {}", date(by))
}
