//! Actions and dots in words: in which order they stand, how an action begins, and what has dots.
//!
//! What an action still lacks is said, because a room forgets an action without an owner or a date.

use crate::plain::render;
use crate::plain::transcript::{Fact, Transcript};
use crate::view::{List, Row, View};
use crate::words::{self, sentence};

/// How an action begins.
pub(super) fn starters(place: &str, title: &str, list: &List) -> Transcript {
    let rows = list.rows.iter().enumerate().flat_map(|(number, row)| render::row(&format!("{}. ", number + 1), row));
    let mut heading: Vec<String> = std::iter::once(sentence(title)).chain(rows).collect();
    heading.push(words::WRITE_STARTER.into());
    Transcript { place: place.into(), heading, prompt: "Action".into(), ..Transcript::default() }
}

pub(super) fn actions(view: &View, list: &List) -> Transcript {
    let mut told = render::list(view);
    for fact in told.facts.iter_mut().filter(|fact| fact.about == "below") {
        *fact = std::mem::take(fact).kept();
    }
    let order: Vec<&str> = list.rows.iter().filter_map(|row| row.cells.first()).map(|cell| cell.text.trim()).collect();
    // Told when it changes: the list itself has told it on arrival.
    if order.len() > 1 {
        told.facts.push(Fact::new(format!("order {}", order.len()), words::in_this_order(&order)).kept());
    }
    told
}

/// Only what has dots is told.
pub(super) fn dots(view: &View, list: &List) -> Transcript {
    let mut told = render::list(view);
    let dotted = |row: &Row| row.cells.get(2).is_some_and(|count| !count.full.is_empty());
    let rows = list.rows.iter().map(|row| {
        let said = if dotted(row) { render::row("", row) } else { Vec::new() };
        (row.key.clone(), said)
    });
    told.facts = render::rows(list, rows);
    for (fact, row) in told.facts.iter_mut().zip(&list.rows) {
        let gone = format!("{}: no dots.", row.cells.first().map_or(String::new(), render::cell));
        *fact = std::mem::take(fact).or(gone).kept();
    }
    let placed = if list.rows.iter().any(dotted) { format!("{} in all.", view.frame.right[0]) } else { String::new() };
    told.facts.push(Fact::new("sum", placed));
    told
}
