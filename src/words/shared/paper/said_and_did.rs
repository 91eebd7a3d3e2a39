//! "You said, we did": what became of the actions, on one page for those who were in the room.

use crate::catalogue::Message;
use crate::words::date;
use crate::words::paper::day;
use crate::words::paper::tables::Headed;
use jiff::civil::Date;

pub(crate) const SAID_AND_DONE: Headed<3> = (
    Message("What became of the actions"),
    [Message("You said this matters"), Message("We agreed to"), Message("What we did")],
);
pub(crate) const NOTHING_AGREED: Message = Message("No actions were agreed, so there is nothing to tell.");

pub(crate) fn title(partnership: &str) -> String {
    tr!("{partnership}: you said, we did", partnership)
}

/// `Agreed on 12 March 2026, looked at again on 10 September 2026`.
pub(crate) fn subtitle(agreed: Option<Date>, now: Option<Date>) -> String {
    let again = now.filter(|now| Some(*now) != agreed);
    let again = again.map_or(String::new(), |now| tr!(", looked at again on {date}", date = date(now)));
    tr!("Agreed on {day}{again}", day = day(agreed), again)
}

/// `Of 4 actions: 1 done, 2 under way, 1 not started.`
pub(crate) fn in_short(actions: usize, counts: &str) -> String {
    tr!("Of {actions}: {counts}.", actions = tr_n!(actions, "{count} action", "{count} actions"), counts)
}

/// By when something is to be done that is not done yet.
pub(crate) fn to_be_done(by: Date) -> String {
    tr!("to be done by {date}", date = date(by))
}
