//! The start page, the list of saved sessions and the earlier versions of one, in words: numbered lines.
//!
//! A file that cannot be read is in the list like any other, with the reason.

use super::{Fact, Sight};
use crate::app::{App, List, Listed, Order};
use crate::plain::render;
use crate::view::{Body, View};
use crate::words::{WITHOUT_A_NAME, count, date};

/// Lines of the list that are said at once.
const PAGE: usize = 10;

pub(super) fn start(view: Option<&View>) -> Sight {
    let mut sight = render::list(view, "Start");
    // What needs a screen is left out, as it is where the lines are numbered.
    if let Some(Body::List(list)) = view.map(|view| &view.body) {
        let rows = list.rows.iter().filter(|row| row.key != "RoomCheck").enumerate();
        sight.facts = render::rows(
            list,
            rows.map(|(place, row)| (row.key.clone(), render::row(&format!("{}. ", place + 1), row))),
        );
    }
    sight.heading.push("Write a number. \"help\" says what can be done, here and everywhere.".into());
    sight
}

/// `Glenside CPP, 12 March 2026, in progress, 34 of 36 discussed, 2 not agreed`.
fn listed(entry: &Listed) -> String {
    let day = entry.date.map_or(String::new(), |day| format!(", {}", date(day)));
    let start = format!("{}{day}, {}", entry.described(), entry.kind.words());
    if let Some(problem) = &entry.problem {
        return format!("{start}: {}", problem.trim_end_matches('.'));
    }
    let split = if entry.not_agreed > 0 { format!(", {} not agreed", entry.not_agreed) } else { String::new() };
    let open = if entry.open_actions > 0 {
        format!(", {} open", count(entry.open_actions, "action", "actions"))
    } else {
        String::new()
    };
    format!("{start}, {} of {} discussed{split}{open}", entry.done, entry.of)
}

pub(super) fn list(app: &App) -> Sight {
    let list = &app.cx.list;
    let shown = list.view.shown();
    let first = list.focus / PAGE * PAGE;
    let last = (first + PAGE).min(shown);
    let narrowed = narrowed(list);
    if list.typing {
        return Sight {
            place: "search".into(),
            heading: vec!["Which words? Any part of a partnership's name, a date, a state or a file.".into()],
            prompt: "Search".into(),
            ..Sight::default()
        };
    }
    let mut heading = vec![match shown {
        0 if list.view.count() > 0 => format!("No saved session is like that{narrowed}. \"all\" shows all again."),
        0 => "There are no saved sessions here. \"new\" begins one.".to_owned(),
        _ if first == 0 && last == shown => format!("Saved sessions, {shown}{narrowed}."),
        _ => format!("Saved sessions, {} to {last} of {shown}{narrowed}.", first + 1),
    }];
    let mut facts = Vec::new();
    for place in first..last {
        let Some(entry) = list.view.at(place) else { break };
        heading.push(format!("{}. {}.", place + 1, listed(entry)));
        let day = entry.date.map_or(String::new(), |day| format!(", {}", date(day)));
        let words = format!("{}. {}{day}", place + 1, entry.described());
        let marked = if list.is_chosen(&entry.file) { format!("Marked: {words}.") } else { String::new() };
        facts.push(Fact::new(entry.file.to_string_lossy(), marked).or(format!("No longer marked: {words}.")));
    }
    if last < shown {
        heading.push("Enter says the next ten.".into());
    }
    if shown > 0 {
        heading.push(
            "A number opens a session; \"look\", \"follow up\", \"mark\", \"report\" and more: see \"help\".".into(),
        );
    }
    Sight {
        place: format!("list {first} {shown} {narrowed} {:?}", list.folder),
        heading,
        facts,
        prompt: "Saved sessions".into(),
        ..Sight::default()
    }
}

/// What narrows or orders the list.
fn narrowed(list: &List) -> String {
    let mut said = vec![String::new()];
    let words = list.search.as_ref().map(crate::app::TextField::text).filter(|words| !words.trim().is_empty());
    said.extend(words.map(|words| format!("with {}", words.trim())));
    said.extend(
        list.view.partnership().map(|name| format!("only {}", if name.is_empty() { WITHOUT_A_NAME } else { name })),
    );
    said.extend(list.view.kind().map(|kind| format!("only {}", kind.words())));
    if list.view.order() != Order::Date {
        said.push(list.view.order().words().into());
    }
    said.extend(list.folder.as_ref().map(|folder| format!("in {}", folder.display())));
    said.join(", ")
}

pub(super) fn versions(view: Option<&View>) -> Sight {
    let mut sight = render::list(view, "Earlier versions");
    sight.heading.push("A number restores that version, after one question.".into());
    sight
}
