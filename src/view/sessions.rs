//! The saved sessions: a row each, and more about the marked one.
//!
//! A file that cannot be read stands in the list like any other, with the reason. Only rows around the marked one are
//! given, however long the list is.

use super::marks::short_mark;
use super::{Body, Column, Field, Frame, List, Look, Row, Span, Text, Tone, View};
use crate::analysis::{FeatureState, HeatMap, State};
use crate::app::{App, List as Saved, Listed, Order};
use crate::framework::Framework;
use crate::session::Session;
use crate::words::{self, WITHOUT_A_NAME, count};
use serde::Serialize;

/// Rows that are given at the most, the marked one in their middle where there are more on both sides of it, as in a
/// window: more than any window shows.
const MOST: usize = 100;

/// The most items that are named as strongest, and as weakest.
const NAMED: usize = 3;

/// The list with what narrows it, and more about the marked session.
#[derive(Debug, Serialize)]
pub(crate) struct Sessions<'a> {
    /// The words being searched for, and whether they are being typed.
    pub(crate) search: Option<(Field<'a>, bool)>,
    /// What narrows or orders the list.
    pub(crate) narrowed: Vec<String>,
    pub(crate) list: List,
    /// How many sessions the list has, and how many there would be if nothing narrowed it.
    pub(crate) shown: usize,
    pub(crate) all: usize,
    pub(crate) preview: Preview,
}

/// More about a session: until it has been read, what the first line of its file says, and never more than that.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Preview {
    /// Its stages as rows of marks: each with its name, the name in short, and the marks; no marks until it is read.
    pub(crate) map: Vec<(String, String, Vec<Span>)>,
    pub(crate) title: Text,
    pub(crate) text: Text,
}

pub(super) fn page(app: &App) -> View<'_> {
    let list = &app.cx.list;
    let shown = list.view.shown();
    let focus = list.focus.min(shown.saturating_sub(1));
    let first = focus.saturating_sub(MOST / 2).min(shown.saturating_sub(MOST));
    let rows = (first..shown.min(first + MOST)).filter_map(|place| Some(row(list, list.view.at(place)?))).collect();
    let rows = List {
        columns: vec![
            Column::new(12).named("Date"),
            Column::new(0).named("Partnership"),
            Column::new(7).named("Done"),
            Column::new(14).named("Status").from(50),
        ],
        rows,
        first,
        spaced: true,
        counted: true,
        marked: focus - first,
        empty: nothing(app),
        ..List::default()
    };
    let typed = |field| (Field::line("Search  ", field), list.typing);
    let body = Sessions {
        search: list.search.as_ref().map(typed),
        narrowed: narrowed(list),
        list: rows,
        shown,
        all: list.view.count(),
        preview: list.marked().map_or(Preview::default(), |marked| preview(app, marked)),
    };
    let place = format!("list {:?}", list.folder);
    View::new(place, Frame::new(app, "SAVED SESSIONS", counted(list)), Body::Sessions(Box::new(body)))
}

/// `3 of 120`, or how far reading the folder has come.
fn counted(list: &Saved) -> String {
    let shown = list.view.shown();
    match list.progress.of {
        Some(of) if list.progress.goes_on() => format!("reading {} of {}", grouped(list.progress.read), grouped(of)),
        None if list.progress.goes_on() && list.progress.number > 0 => "reading the folder".into(),
        _ if shown == 0 => String::new(),
        _ => format!("{} of {}", grouped(list.focus.min(shown - 1) + 1), grouped(shown)),
    }
}

/// `10,000`: four digits and more are hard to take in from the back row.
fn grouped(number: usize) -> String {
    if number < 1000 { number.to_string() } else { format!("{},{:03}", grouped(number / 1000), number % 1000) }
}

/// What narrows or orders the list, besides the words being searched for.
fn narrowed(list: &Saved) -> Vec<String> {
    let name = list.view.partnership().map(|name| if name.is_empty() { WITHOUT_A_NAME } else { name });
    let kind = list.view.kind().map(|kind| format!("only {}", kind.words()));
    let order = (list.view.order() != Order::Date).then(|| list.view.order().words().to_owned());
    let folder = list.folder.as_ref().map(|folder| format!("in {}", folder.display()));
    name.map(|name| format!("only {name}")).into_iter().chain(kind).chain(order).chain(folder).collect()
}

fn row(list: &Saved, entry: &Listed) -> Row {
    let words = |words: String| Span::new(words, Tone::Text);
    let date =
        entry.date.map_or_else(|| words("no date".into()), |day| words(words::short_date(day)).or(words::date(day)));
    let status = words(entry.kind.words().into());
    let cells = if let Some(problem) = &entry.problem {
        vec![date, words(entry.name.clone()), Span::default(), status, words(problem.clone())]
    } else {
        let done =
            words(format!("{}/{}", entry.done, entry.of)).or(format!("{} of {} discussed", entry.done, entry.of));
        let open = entry.open_actions;
        let open = if open == 0 { String::new() } else { format!("{} open", count(open, "action", "actions")) };
        vec![date, words(entry.described()), done, status, words(open)]
    };
    let chosen = (!list.chosen.is_empty()).then(|| list.is_chosen(&entry.file));
    Row { key: entry.file.to_string_lossy().into_owned(), chosen, cells, ..Row::default() }
}

/// What to read where no session is in sight.
fn nothing(app: &App) -> Text {
    let list = &app.cx.list;
    let mut text = Text::default();
    if list.view.count() > 0 {
        text.text(0, words::NO_SUCH_SESSION, Tone::Text);
    } else if list.progress.goes_on() {
        text.text(0, "Reading the folder:", Tone::Text);
        text.text(0, folder(app), Tone::Muted);
    } else if list.folder.is_none() {
        text.text(0, "There are no saved sessions yet.", Tone::Text);
        text.text(0, "N begins a new one. Every change is saved at once, in this folder:", Tone::Text);
        text.text(0, folder(app), Tone::Text);
    } else {
        text.text(0, "There are no sessions in this folder:", Tone::Text);
        text.text(0, folder(app), Tone::Text);
    }
    text
}

fn folder(app: &App) -> String {
    app.cx.list.folder.as_ref().map_or_else(|| app.cx.home.folder.clone(), |folder| folder.display().to_string())
}

fn preview(app: &App, entry: &Listed) -> Preview {
    let read = app.cx.list.preview();
    // The file's own word counts for more than its first line's.
    let problem = match read.map(|read| &read.session) {
        Some(Ok(_)) => None,
        Some(Err(problem)) => Some(problem),
        None => entry.problem.as_ref(),
    };
    let date = entry.date.map_or(String::new(), |date| format!(" · {}", words::date(date)));
    let title = Text::of(format!("{}{date} · {}", entry.described(), entry.kind.words()), Tone::Accent);
    if let Some(problem) = problem {
        let title = if entry.partnership.is_empty() { Text::default() } else { title };
        let text = Text::of(format!("Cannot be opened: {problem}"), Tone::Text);
        return Preview { title, text, ..Preview::default() };
    }
    let shows = app.cx.list.shows_results();
    let session = read.and_then(|read| read.session.as_deref().ok()).filter(|_| shows);
    let map = session.map(|session| HeatMap::of(&app.cx.framework, session));
    let mut text = Text::default();
    if let Some(holder) = read.and_then(|read| read.holder.as_deref()) {
        text.text(0, holder, Tone::Alert);
    }
    match session.zip(map.as_ref()) {
        Some((session, map)) => said(&app.cx.framework, session, map, &mut text),
        None => text.text(0, first_line(entry, shows), Tone::Text),
    }
    if !shows {
        text.text(0, "M shows what it says.", Tone::Muted);
    }
    text.text(0, format!("{} in {}", entry.name, folder(app)), Tone::Muted);
    let marks = |row: usize| {
        let readings = map.as_ref().and_then(|map| map.rows.get(row)).map_or(&[][..], |row| &row.readings);
        readings.iter().map(|reading| Span::new(short_mark(*reading), Look::of(*reading).tone())).collect()
    };
    let stages = app.cx.framework.stages.iter().enumerate();
    let rows = stages.map(|(row, stage)| (stage.label.clone(), stage.short.clone(), marks(row)));
    let map = rows.filter(|_| shows).collect();
    Preview { map, title, text }
}

/// What the first line of the file says; how many were not agreed is a result.
fn first_line(entry: &Listed, shows: bool) -> String {
    let not_agreed =
        if entry.not_agreed == 0 || !shows { String::new() } else { format!(", {} not agreed", entry.not_agreed) };
    let people = match entry.people {
        0 => String::new(),
        many => format!("{} · ", count(many, "person", "people")),
    };
    format!("{people}{} of {} features discussed{not_agreed}", entry.done, entry.of)
}

/// What the session itself says: who was in the room, what is strongest and weakest, its actions.
fn said(framework: &Framework, session: &Session, map: &HeatMap, text: &mut Text) {
    let named = |label: &str, reading: FeatureState| format!("{label} {}", reading.mark());
    let strong = map.strengths(framework);
    let strong = strong.iter().take(NAMED).map(|one| named(&one.feature.label, one.reading)).collect();
    let weak = map.at_risk(framework);
    let weak = weak.iter().filter(|one| one.reading.state != State::BlindSpot).take(NAMED);
    let weak = weak.map(|one| named(&one.feature.label, one.reading)).collect();
    text.text(0, words::people(&session.register), Tone::Text);
    text.names("Strongest  ", strong);
    text.names("Weakest    ", weak);
    if !session.actions.is_empty() {
        let words = format!("{} open of {}", session.open_actions().count(), session.actions.len());
        text.hanging("Actions    ", words, Tone::Muted, Tone::Text);
    }
}
