//! The start page and the list of saved sessions, in words: numbered lines.
//!
//! A file that cannot be read is in the list like any other, with the reason.

use crate::plain::render;
use crate::plain::transcript::{Fact, Transcript};
use crate::view::{List, Row, Sessions, Value, View};

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
            heading: vec!["Which words? Any part of a partnership's name, a date, a state or a file.".into()],
            prompt: "Search".into(),
            ..Transcript::default()
        };
    }
    let words = page.search.as_ref().and_then(|(field, _)| match field.value {
        Value::Typed(text, _) => Some(text.text()).filter(|words| !words.trim().is_empty()),
        _ => None,
    });
    let words = words.map(|words| format!("with {}", words.trim()));
    let narrowed = std::iter::once("").chain(words.as_deref()).chain(page.narrowed.iter().map(String::as_str));
    let narrowed = narrowed.collect::<Vec<&str>>().join(", ");
    let first = (list.first + list.marked) / PAGE * PAGE;
    let last = (first + PAGE).min(shown);
    let mut heading = vec![match shown {
        0 if page.all > 0 => {
            format!("No saved session is like that{narrowed}. \"all\" shows all again.")
        }
        0 => "There are no saved sessions here. \"new\" begins one.".to_owned(),
        _ if first == 0 && last == shown => format!("Saved sessions, {shown}{narrowed}."),
        _ => format!("Saved sessions, {} to {last} of {shown}{narrowed}.", first + 1),
    }];
    let mut facts = Vec::new();
    for (place, row) in (list.first..last).zip(&list.rows).filter(|(place, _)| *place >= first) {
        let chosen = row.chosen == Some(true);
        let row = Row { chosen: None, cells: row.cells.clone(), key: row.key.clone(), ..Row::default() };
        let name = format!("{}. ", place + 1);
        heading.extend(render::row(&name, &row));
        let words: Vec<String> = row.cells.iter().take(2).rev().map(render::cell).collect();
        let words = format!("{name}{}.", words.join(", "));
        let marked = if chosen { format!("Marked: {words}") } else { String::new() };
        facts.push(Fact::new(row.key, marked).or(format!("No longer marked: {words}")));
    }
    if last < shown {
        heading.push("Enter says the next ten.".into());
    }
    if shown > 0 {
        heading.push(
            "A number opens a session; \"look\", \"follow up\", \"mark\", \"report\" and more: see \"help\".".into(),
        );
    }
    let place = format!("{} {first} {shown} {narrowed}", view.place);
    Transcript { place, heading, facts, prompt: "Saved sessions".into(), ..Transcript::default() }
}
