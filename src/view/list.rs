//! Lists: what stands above and below, the rows in columns, and which of them is marked.

use super::{Span, Text, Tone};
use crate::app::PageStart;
use serde::Serialize;

/// A list of which one row is marked and always in sight.
#[derive(Debug, Default, Serialize)]
pub(crate) struct List {
    /// A name in big letters at the top, where there is room.
    pub(crate) big: &'static str,
    /// What stands above the rows and does not scroll.
    pub(crate) above: Text,
    /// How the cells of a row stand under those of the others; none where they follow each other.
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
    /// The place of the first of these rows among all, where only those around the marked one are given.
    pub(crate) first: usize,
    /// Whether the title says which row of how many is marked.
    pub(crate) counted: bool,
    /// By which numbers the rows go.
    pub(crate) numbers: Numbers,
    /// Whether rows of one line are set apart too, where there is room.
    pub(crate) spaced: bool,
    /// The marked one of these rows.
    pub(crate) marked: usize,
    /// Where what stands below the first line of a row is shown.
    pub(crate) more: More,
    /// What stands at the foot and does not scroll.
    pub(crate) below: Text,
    /// What is said where there are no rows.
    pub(crate) empty: Text,
    /// From where on it is shown, where this is a slide: its rows stand on the wall, whole pages at a time.
    pub(crate) page: Option<PageStart>,
}

/// Where what stands below the first line of a row is shown.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) enum More {
    /// Below each row where the list has so many columns; in a narrower one below the marked row.
    Under(u16),
    /// At the foot, of the marked row.
    AtFoot,
}

impl Default for More {
    fn default() -> Self {
        Self::Under(0)
    }
}

/// By which numbers the rows of a list go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) enum Numbers {
    /// By their places, which only lines say.
    #[default]
    InLines,
    /// By their places, which stand before them on the screen too.
    Shown,
    /// By those that they keep, which stand in their keys and first cells.
    Kept,
}

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
    /// Whether what is too long for it goes on below, as in the last column.
    pub(crate) wraps: bool,
}

/// A row of a list. The mark is not part of it: whoever draws it keeps two columns for it.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Row {
    /// Which row it is, whatever it says now.
    pub(crate) key: String,
    pub(crate) chosen: Option<bool>,
    /// What stands on its first line.
    pub(crate) cells: Vec<Span>,
    /// What stands below that.
    pub(crate) more: Text,
    /// A heading above it: here a part of the list begins.
    pub(crate) heading: String,
    /// How it stands on a slide.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) wall: Option<Wall>,
}

/// A row as the wall shows it, before what stands below its first line.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Wall {
    /// One sign in a bar of its tone; empty where the rows have none.
    pub(crate) sign: Span,
    /// What it is about, in large letters where they have room.
    pub(crate) label: String,
    /// What is said beside it: how it stands, and its code last.
    pub(crate) beside: Vec<String>,
}

impl Wall {
    pub(crate) fn new(sign: Span, label: &str, beside: impl IntoIterator<Item = String>) -> Self {
        let beside = beside.into_iter().map(|words| words.trim().to_owned()).filter(|words| !words.is_empty());
        Self { sign, label: label.to_owned(), beside: beside.collect() }
    }
}

impl Row {
    /// A row of words in one tone.
    pub(crate) fn of<const CELLS: usize>(key: impl Into<String>, cells: [String; CELLS]) -> Self {
        let cells = cells.map(|cell| Span::new(cell, Tone::Text)).into();
        Self { key: key.into(), cells, ..Self::default() }
    }
}

impl Column {
    pub(crate) const fn new(width: u16) -> Self {
        Self { name: "", width, from: 0, right: false, wraps: false }
    }

    /// A column as wide as the words that stand there in any row, and at least so wide.
    pub(crate) fn holding(least: u16, rows: &[Row], place: usize) -> Self {
        let letters = rows.iter().filter_map(|row| u16::try_from(row.cells.get(place)?.text.chars().count()).ok());
        Self::new(letters.max().map_or(least, |letters| least.max(letters + 1)))
    }

    pub(crate) const fn from(self, from: u16) -> Self {
        Self { from, ..self }
    }

    pub(crate) const fn named(self, name: &'static str) -> Self {
        Self { name, ..self }
    }

    /// The last column, which takes what the others leave and as many lines as it needs.
    pub(crate) const fn wrapped() -> Self {
        Self { wraps: true, ..Self::new(0) }
    }

    pub(crate) const fn right(self) -> Self {
        Self { right: true, ..self }
    }
}
