//! Lists: what stands above and below, the rows in columns, and which of them is marked.

use super::{Body, Frame, Span, Text, Tone, View};
use crate::app::{App, Version, Versions};
use crate::words;
use serde::Serialize;

/// A list of which one row is marked and always in sight.
#[derive(Debug, Default, Serialize)]
pub(crate) struct List {
    /// What stands above the rows and does not scroll.
    pub(crate) above: Text,
    /// How the cells of a row stand under those of the others; none where they follow each other.
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
    /// Whether rows of one line are set apart too, where there is room.
    pub(crate) spaced: bool,
    pub(crate) marked: usize,
    /// What stands at the foot and does not scroll.
    pub(crate) below: Text,
    /// What is said where there are no rows.
    pub(crate) empty: Text,
}

/// A column of a list.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Column {
    /// Its name in the head row; lists without names have no head row.
    pub(crate) name: &'static str,
    /// Its width, with the blank behind it; 0 takes what the others leave.
    pub(crate) width: u16,
    /// The least width of the list from which it is shown.
    pub(crate) from: u16,
    /// Whether numbers stand in it, one under the other.
    pub(crate) right: bool,
}

/// A row of a list. The mark is not part of it: whoever draws it keeps two columns for it.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Row {
    /// Which row it is, whatever it says now.
    pub(crate) key: String,
    /// What stands on its first line.
    pub(crate) cells: Vec<Span>,
    /// What stands below that.
    pub(crate) more: Text,
    /// A heading above it: here a part of the list begins.
    pub(crate) heading: String,
}

impl Column {
    pub(crate) const fn new(width: u16) -> Self {
        Self { name: "", width, from: 0, right: false }
    }

    pub(crate) const fn from(self, from: u16) -> Self {
        Self { from, ..self }
    }

    pub(crate) const fn right(self) -> Self {
        Self { right: true, ..self }
    }
}

const NO_VERSIONS: &str = "There are no earlier versions yet. One is kept each time a session is opened and closed, \
                           and every ten minutes while it changes.";

/// The earlier versions of a session: a row each, with the time, what was done by then, and the size.
pub(super) fn versions<'a>(app: &'a App, versions: &Versions) -> View<'a> {
    let count = match versions.entries.len() {
        0 => String::new(),
        many => format!("{} of {many}", versions.focus.min(many - 1) + 1),
    };
    let row = |version: &Version| {
        let done = format!("{} of {}", version.done, version.of);
        let cells = [saved_at(app, version), done, version.kind.to_owned(), size(version.size)];
        Row {
            key: version.path.display().to_string(),
            cells: cells.map(|cell| Span::new(cell, Tone::Text)).into(),
            ..Row::default()
        }
    };
    let list = List {
        above: Text::of(&versions.title, Tone::Accent),
        columns: vec![
            Column::new(25),
            Column::new(10).right(),
            Column::new(17).from(62),
            Column::new(9).right().from(62),
        ],
        rows: versions.entries.iter().map(row).collect(),
        marked: versions.focus,
        below: Text::of("Restoring keeps the present version among these.", Tone::Muted),
        empty: Text::of(NO_VERSIONS, Tone::Text),
        ..List::default()
    };
    View::new("versions", Frame::new(app, "EARLIER VERSIONS", count), Body::List(list))
}

/// `12 March 2026, 14:32`.
pub(crate) fn saved_at(app: &App, version: &Version) -> String {
    words::day_and_time(&version.saved.to_zoned(app.cx.now.time_zone().clone()))
}

fn size(bytes: u64) -> String {
    format!("{} kB", bytes.div_ceil(1000))
}
