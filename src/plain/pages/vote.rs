//! A vote being taken, in words: whose votes come next and how many are in. No count is ever said before reveal.
//!
//! What people type stays on the screen of a line terminal, and that is said.

use crate::plain::transcript::{Fact, Transcript};
use crate::view::{Row, VoteBox};
use crate::words::{ALL_IN_REVEAL_SHOWS, REVEAL_SHOWS, write_counts, write_votes};

pub(super) fn vote(vote: &VoteBox) -> Transcript {
    let mut heading = vec![format!("{}. {}.", vote.title, vote.cast)];
    let place = format!("{} {}", vote.title, vote.by_hands);
    let rows = &vote.list.rows;
    if vote.is_empty {
        let (answers, words) = &vote.answers;
        heading.push(if vote.by_hands { write_counts(*answers) } else { write_votes(*answers) });
        // Two blanks part the answers on a screen; read aloud they need commas.
        heading.push(format!("{}.", words.replace("  ", ", ")));
    }
    heading.push(REVEAL_SHOWS.into());
    let cast = |row: &Row| row.cells.get(1).map_or(String::new(), |cell| cell.text.clone());
    let mut facts: Vec<Fact> =
        rows.iter().map(|row| Fact::new(row.key.clone(), format!("{}: {}.", row.key, cast(row)))).collect();
    facts.push(Fact::new("complete", if vote.is_complete { ALL_IN_REVEAL_SHOWS } else { "" }));
    let who = match &rows[..] {
        [_] => "whole room",
        _ => rows.get(vote.list.marked).map_or("", |row| row.key.as_str()),
    };
    let what = if vote.by_hands { "Counts" } else { "Vote" };
    Transcript { place, heading, facts, quiet: true, prompt: format!("{what}, {who}"), ..Transcript::default() }
}
