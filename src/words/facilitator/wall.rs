//! The windows on the wall, as the facilitator hears of them.

use crate::words::commas;

/// Which window this is, for those who set both up.
pub(crate) const WALL: &str = "Wall";
pub(crate) const DESK: &str = "Desk";
pub(crate) const WAITING: &str = "Waiting";
pub(crate) const WALL_WENT: &str = "No wall follows any more: this window is the room's again.";

/// That a window follows now, and which there are: `60x17`.
pub(crate) fn wall_came(sizes: &[String]) -> String {
    let them = commas(sizes);
    format!("The wall follows ({them}). This is the desk: Z freezes the wall, B blanks it.")
}

/// What the facilitator's own window says beside an item, each before its fact.
pub(crate) const ROOM_SAYS: &str = "Room";
pub(crate) const ASK: &str = "Ask";
pub(crate) const LOOKS_LIKE: &str = "Ends";
pub(crate) const VOTE: crate::catalogue::Message = crate::catalogue::Message("Vote");
pub(crate) const NEXT: &str = "Next";
pub(crate) const PRIVATE: &str = "Private";
pub(crate) const PARKED_ITEMS: &str = "Parked";
pub(crate) const PRIVATE_KEPT: &str = "One note is kept: P opens it, hidden from who looks over your shoulder.";
pub(crate) const WALL_FROZEN: &str = "WALL FROZEN";
pub(crate) const WALL_BLANK: &str = "WALL BLANK";

/// Which window follows: `wall: 60x17`; of several, how many.
pub(crate) fn wall_follows(sizes: &[String]) -> String {
    match sizes {
        [size] => format!("wall: {size}"),
        sizes => format!("{} walls", sizes.len()),
    }
}

pub(crate) fn hidden_on_wall(votes: &str) -> String {
    format!("{votes}, hidden on the wall")
}
