//! The start page and the list of saved sessions, in words: numbered lines.
//!
//! A file that cannot be read is in the list like any other, with the reason.

use crate::plain::render;
use crate::plain::transcript::{Fact, Transcript};
use crate::view::{List, Row, Sessions, Value, View};
use crate::words;

/// Lines of the list that are said at once.
const PAGE: usize = 10;

pub(super) fn start(view: &View, list: &List) -> Transcript {
    // What needs a screen is left out, as it is where the lines are numbered.
    let rows = list.rows.iter().filter(|row| row.key != "RoomCheck").enumerate();
    let numbered = rows.map(|(place, row)| (row.key.clone(), render::row(&format!("{}. ", place + 1), row)));
    Transcript { facts: render::rows(list, numbered), ..render::list(view) }
}

/// The saved sessions, ten at once.
pub(super) fn list(view: &View, page: &Sessions) -> Transcript {
    let (list, shown) = (&page.list, page.shown);
    if page.search.as_ref().is_some_and(|(_, typing)| *typing) {
        return Transcript {
            place: "search".into(),
            heading: vec![words::SEARCH_LINES.into()],
            prompt: "Search".into(),
            ..Transcript::default()
        };
    }
    let sought = page.search.as_ref().and_then(|(field, _)| match field.value {
        Value::Typed(text, _) => Some(text.text()).filter(|words| !words.trim().is_empty()),
        _ => None,
    });
    let sought = sought.map(|words| format!("with {}", words.trim()));
    let narrowed = std::iter::once("").chain(sought.as_deref()).chain(page.narrowed.iter().map(String::as_str));
    let narrowed = narrowed.collect::<Vec<&str>>().join(", ");
    let first = (list.first + list.marked) / PAGE * PAGE;
    let last = (first + PAGE).min(shown);
    let mut heading = vec![words::sessions_told(first + 1, last, shown, page.all, &narrowed)];
    let mut facts = Vec::new();
    for (place, row) in (list.first..last).zip(&list.rows).filter(|(place, _)| *place >= first) {
        let chosen = row.chosen == Some(true);
        let row = Row { chosen: None, cells: row.cells.clone(), key: row.key.clone(), ..Row::default() };
        let name = format!("{}. ", place + 1);
        heading.extend(render::row(&name, &row));
        let told = format!("{name}{}.", words::commas(row.cells.iter().take(2).rev().map(render::cell)));
        let marked = if chosen { format!("Marked: {told}") } else { String::new() };
        facts.push(Fact::new(row.key, marked).or(words::no_longer_marked(&told)));
    }
    if last < shown {
        heading.push(words::NEXT_TEN.into());
    }
    if shown > 0 {
        heading.push(words::SESSION_LINES.into());
    }
    let place = format!("{} {first} {shown} {narrowed}", view.place);
    Transcript { place, heading, facts, prompt: "Saved sessions".into(), ..Transcript::default() }
}
