//! A mapping that somebody made or confirmed: what headings, answers, sectors and levels of a survey mean.
//!
//! It is a table of three columns that Excel opens, so that a person can correct it.

use super::csv;
use super::error::{CellProblem, VotesError};
use super::table::{Cell, Table, plain};
use std::collections::BTreeMap;
use std::path::Path;

/// What a text stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    Heading,
    Answer,
    Sector,
    Level,
}

impl What {
    const ALL: [Self; 4] = [Self::Heading, Self::Answer, Self::Sector, Self::Level];

    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Answer => "answer",
            Self::Sector => "sector",
            Self::Level => "level",
        }
    }
}

/// Meanings by what they are of and the text as it is compared.
#[derive(Clone, Debug, Default)]
pub struct Mapping {
    table: Table,
    entries: BTreeMap<(What, String), Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    text: String,
    meaning: Cell,
}

impl Mapping {
    /// Reads a mapping: `heading,"How good is our funding?",I1` and so on, below a first row of headings or without one.
    pub(crate) fn read(file: &Path, text: &str) -> Result<Self, VotesError> {
        let rows = csv::readings(text).into_iter().next().unwrap_or(Ok(Vec::new()))?;
        let mut mapping = Self { table: Table::new(file, None, rows), ..Self::default() };
        for row in &mapping.table.rows {
            let filled: Vec<&Cell> = row.iter().filter(|cell| !cell.is_empty()).collect();
            let [what, text, meaning] = filled[..] else {
                return Err(CellProblem::NoMapping.at(&mapping.table, filled.first().copied().unwrap_or(&row[0])));
            };
            let is_heading = plain(&what.text) == HEADINGS[0];
            match What::ALL.into_iter().find(|one| one.key() == what.plain()) {
                _ if is_heading => {}
                Some(one) => {
                    let entry = Entry { text: text.text.clone(), meaning: meaning.clone() };
                    mapping.entries.insert((one, text.plain()), entry);
                }
                None => return Err(CellProblem::NoMapping.at(&mapping.table, what)),
            }
        }
        Ok(mapping)
    }

    /// What a text means, where the mapping says so.
    pub(super) fn get(&self, what: What, plain: &str) -> Option<&Cell> {
        self.entries.get(&(what, plain.to_owned())).map(|entry| &entry.meaning)
    }

    /// Keeps what a person confirmed.
    pub(super) fn keep(&mut self, what: What, text: &str, meaning: &str) {
        let entry = Entry { text: text.to_owned(), meaning: Cell::new(0, 0, meaning) };
        self.entries.insert((what, plain(text)), entry);
    }

    /// A fault in what an entry means.
    pub(super) fn fault(&self, problem: CellProblem, meaning: &Cell) -> VotesError {
        problem.at(&self.table, meaning)
    }

    /// The mapping as a table that Excel opens, in UTF-8 with its mark.
    pub(crate) fn written(&self) -> String {
        let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
        let entries = self.entries.iter();
        let entries = entries.map(|((what, _), entry)| [what.key(), &entry.text, &entry.meaning.text].map(unarmed));
        for row in [HEADINGS.map(str::to_owned)].into_iter().chain(entries) {
            // Into memory nothing fails.
            let _ = writer.write_record(row);
        }
        let bytes = writer.into_inner().unwrap_or_default();
        format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
    }
}

/// A text that Excel takes for no formula; the sign before it is not read.
fn unarmed(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text.to_owned() }
}

const HEADINGS: [&str; 3] = ["what", "text", "meaning"];
