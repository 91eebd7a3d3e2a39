//! A saved session as the list shows it: what its file says of itself in its first line.
//!
//! It is never trusted over the file: opening or looking at a session reads the session.

use crate::words;
use jiff::civil::Date;
use std::path::PathBuf;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text as it is searched: without capitals, and without marks on letters, however they are written. Few people
/// can type every letter that stands in a name.
pub(super) fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let plain = text.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase);
    let mut folded = String::with_capacity(text.len());
    for letter in plain {
        match letter {
            // Letters of their own in their languages, and typed as these in others.
            'ı' => folded.push('i'),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ł' => folded.push('l'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            '\u{2019}' | '\u{2018}' => folded.push('\''),
            letter => folded.push(letter),
        }
    }
    folded
}

/// A saved session, as the list shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    pub file: PathBuf,
    /// The file's name, for people to read.
    pub name: String,
    /// The partnership's name; empty where none was given or the file cannot be read.
    pub partnership: String,
    /// The breakout table that held it; empty for most.
    pub table: String,
    pub date: Option<Date>,
    pub done: usize,
    /// Features there are.
    pub of: usize,
    /// Features not agreed.
    pub not_agreed: usize,
    pub people: u32,
    /// Actions that are neither done nor dropped.
    pub open_actions: usize,
    pub kind: Kind,
    /// Why its first line cannot be read, if it cannot.
    pub problem: Option<String>,
}

/// What state a saved session is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Being held, or to be carried on with.
    #[default]
    InProgress,
    Finished,
    Demo,
    /// Broken, newer or not Plenary's.
    Unreadable,
}

impl Kind {
    /// All of them, in the order in which the list can be narrowed to them.
    pub const ALL: [Self; 4] = [Self::InProgress, Self::Finished, Self::Demo, Self::Unreadable];

    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::InProgress => "in progress",
            Self::Finished => "finished",
            Self::Demo => "demo",
            Self::Unreadable => "not readable",
        }
    }
}

impl Listed {
    /// The partnership's name, or words that say it is missing; of a file that cannot be read, the file's name.
    pub(crate) fn title(&self) -> &str {
        match (self.partnership.trim().is_empty(), &self.problem) {
            (false, _) => &self.partnership,
            (true, Some(_)) => &self.name,
            (true, None) => "Unnamed partnership",
        }
    }

    /// Its title with its table: `Glenside CPP, table Blue`.
    pub(crate) fn described(&self) -> String {
        let table = if self.table.is_empty() { String::new() } else { format!(", table {}", self.table) };
        format!("{}{table}", self.title())
    }

    /// What a search looks in, [`folded`]: partnership, file name, day and state.
    pub(super) fn searchable(&self) -> String {
        let written = "%-d/%-m/%Y %d/%m/%Y %-d/%-m/%y %d/%m/%y %-d.%-m.%Y %d.%m.%Y %-d %b %Y %-d %b %y";
        let in_all_ways = |date: Date| format!("{} {date} {}", words::date(date), date.strftime(written));
        let date = self.date.map_or(String::new(), in_all_ways);
        folded(&format!("{} {} {} {date} {}", self.partnership, self.table, self.name, self.kind.words()))
    }

    /// Progress as a share, to be compared without fractions: done of so many, in thousandths.
    pub(super) fn progress(&self) -> usize {
        self.done.saturating_mul(1000).checked_div(self.of).unwrap_or(0)
    }
}
