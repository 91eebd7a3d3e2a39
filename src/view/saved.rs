//! Saved sessions: the earlier versions of one.

use super::{Body, Column, Frame, List, Row, Text, Tone, View};
use crate::app::{App, Version, Versions};
use crate::words::{self, count};

const NO_VERSIONS: &str = "There are no earlier versions yet. One is kept each time a session is opened and closed, \
                           and every ten minutes while it changes.";

/// The earlier versions of a session: a row each, with the time, what was done by then, and the size.
pub(super) fn versions<'a>(app: &'a App, versions: &Versions) -> View<'a> {
    let row = |(place, version): (usize, &Version)| {
        let done = format!("{} of {}", version.done, version.of);
        let cells = [saved_at(app, version), done, version.kind.to_owned(), size(version.size)];
        Row::of(format!("version {place}"), cells)
    };
    let list = List {
        above: Text::of(&versions.title, Tone::Accent),
        columns: vec![
            Column::new(25),
            Column::new(10).right(),
            Column::new(17).from(62),
            Column::new(9).right().from(62),
        ],
        rows: versions.entries.iter().enumerate().map(row).collect(),
        marked: versions.focus,
        below: Text::of("Restoring keeps the present version among these.", Tone::Muted),
        empty: Text::of(NO_VERSIONS, Tone::Text),
        ..List::default()
    };
    View::new(
        "versions",
        Frame::new(app, "EARLIER VERSIONS", count(versions.entries.len(), "version", "versions")),
        Body::List(list),
    )
    .asking("Earlier versions", "A number restores that version, after one question.")
}

/// `12 March 2026, 14:32`.
pub(super) fn saved_at(app: &App, version: &Version) -> String {
    words::day_and_time(&version.saved.to_zoned(app.cx.now.time_zone().clone()))
}

fn size(bytes: u64) -> String {
    format!("{} kB", bytes.div_ceil(1000))
}
