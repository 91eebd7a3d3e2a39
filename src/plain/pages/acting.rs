//! Actions and dots in words: the list, how an action begins, and last time's in a follow-up.
//!
//! What an action still lacks is said, because a room forgets an action without an owner or a date.

use crate::plain::render;
use crate::plain::transcript::{Fact, Transcript};
use crate::view::{Body, List, Row, View};
use crate::words::{self, sentence};

/// The actions, each by the number that it keeps.
pub(super) fn listed(view: Option<&View>, prompt: &str) -> Transcript {
    let mut told = render::list(view, prompt);
    let Some(Body::List(list)) = view.map(|view| &view.body) else { return told };
    let rows = list.rows.iter().map(|row| (row.key.clone(), render::action(row)));
    told.facts = render::rows(list, rows);
    for fact in told.facts.iter_mut().filter(|fact| fact.about != "below") {
        fact.gone = format!("{} is taken back.", fact.about);
    }
    told
}

pub(super) fn last_actions(view: Option<&View>) -> Transcript {
    let mut told = listed(view, "Last time");
    if !told.facts.is_empty() {
        told.heading.push("Say what became of each, as in done 2, or drop 2. Enter goes on.".into());
    }
    told
}

/// How an action begins.
pub(super) fn starters(place: &str, title: &str, list: &List) -> Transcript {
    let rows = list.rows.iter().enumerate().flat_map(|(number, row)| render::row(&format!("{}. ", number + 1), row));
    let mut heading: Vec<String> = std::iter::once(sentence(title)).chain(rows).collect();
    heading.push(words::WRITE_STARTER.into());
    Transcript { place: place.into(), heading, prompt: "Action".into(), ..Transcript::default() }
}

pub(super) fn actions(view: Option<&View>) -> Transcript {
    let mut told = listed(view, "Actions");
    let Some(Body::List(list)) = view.map(|view| &view.body) else { return told };
    let order: Vec<&str> = list.rows.iter().filter_map(|row| row.cells.first()).map(|cell| cell.text.trim()).collect();
    if !order.is_empty() {
        told.heading
            .push("A number changes an action; \"done 2\", \"log 2\" and a text, \"review\" and a date.".into());
    }
    // Told when it changes: the list itself has told it on arrival.
    if order.len() > 1 {
        let words = format!("In this order: {}.", order.join(", "));
        told.facts.push(Fact::new(format!("order {}", order.len()), words));
    }
    told
}

/// Only what has dots is told.
pub(super) fn dots(view: Option<&View>) -> Transcript {
    let mut told = render::list(view, "Dots");
    told.heading.push(words::WRITE_DOTS.into());
    let Some(View { body: Body::List(list), frame, .. }) = view else { return told };
    let dotted = |row: &Row| row.cells.get(2).is_some_and(|count| !count.full.is_empty());
    let rows = list.rows.iter().map(|row| {
        let said = if dotted(row) { render::row("", row) } else { Vec::new() };
        (row.key.clone(), said)
    });
    told.facts = render::rows(list, rows);
    for (fact, row) in told.facts.iter_mut().zip(&list.rows) {
        fact.gone = format!("{}: no dots.", row.cells.first().map_or(String::new(), render::cell));
    }
    let placed = if list.rows.iter().any(dotted) { format!("{} in all.", frame.right[0]) } else { String::new() };
    told.facts.push(Fact::new("sum", placed));
    told
}
