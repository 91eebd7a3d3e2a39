//! How many gave one answer, as a number and a bar, and that a vote is open.
//!
//! For ratings and for stances on an assumption alike. It knows no item.

use super::text;
use crate::app::App;

/// The count of one answer with its bar, and the count of the round before where there was one: `2→3 ■■■`.
/// `most` is the largest count of the round.
pub(super) fn bar(before: Option<u16>, votes: u16, most: u16, width: u16) -> String {
    let digits = before.map_or(votes.to_string(), |before| format!("{before}→{votes}"));
    let room = u32::from(width.saturating_sub(text::width(&digits) + 1));
    let most = u32::from(most);
    // A vote is a dot while they fit; then the longest bar fills the room, and nobody's vote vanishes.
    let dots = if most <= room { u32::from(votes) } else { (u32::from(votes) * room).div_ceil(most) };
    let bar = if votes == 0 { "·".to_owned() } else { "■".repeat(usize::try_from(dots).unwrap_or(0)) };
    format!("{digits} {bar}")
}

/// That a vote is open, where its box is closed: a word that stands out, and the rest.
pub(super) fn open_vote(app: &App, step: &crate::framework::Step) -> Option<(String, String)> {
    let vote = app.cx.open_vote(step).filter(|_| app.overlays.is_empty())?;
    Some(("VOTE OPEN: ".to_owned(), format!("{}. V goes on, F5 or R reveals.", vote.cast_count())))
}
