//! How a paper is laid out, whatever it says: how long it is, how large its letters are, to whom it goes.

use super::document::Line;
use super::text::clean_line;
use crate::words::date;
use crate::words::paper::cover::{TO_BE_ADDED, head};
use jiff::civil::Date;

/// How a paper is laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Only what a meeting reads: cover, map and plan.
    pub short: bool,
    /// In large print: 16 points.
    pub large: bool,
    /// To which meeting it goes and from whom.
    pub head: Head,
}

/// The lines above a paper to a meeting; empty where nobody said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The board or committee.
    pub to: String,
    /// The day on which it meets.
    pub date: Option<Date>,
    /// Its number on the agenda.
    pub item: String,
    /// The role of whoever puts it forward; never a name that nobody asked for.
    pub author: String,
    /// Where questions go.
    pub contact: String,
}

impl Head {
    /// The lines, each by its name; none where nothing is known, and otherwise all, so that nobody forgets one.
    pub(super) fn lines(&self) -> Vec<Line> {
        if *self == Self::default() {
            return Vec::new();
        }
        let day = self.date.map(date).unwrap_or_default();
        let said = [&self.to, &day, &self.item, &self.author, &self.contact].map(|text| clean_line(text));
        let line =
            |(name, text): (&str, String)| Line::named(name, if text.is_empty() { TO_BE_ADDED.into() } else { text });
        head().into_iter().zip(said).map(line).collect()
    }
}
