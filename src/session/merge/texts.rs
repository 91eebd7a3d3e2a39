//! Texts of several tables in one, each with its table's name.
//!
//! No word is changed, cut or left out.

use super::{Source, Table};
use crate::session::error::TablesDiffer;
use std::collections::BTreeSet;

/// Between the texts of two tables on the set-up page.
const BETWEEN: &str = "; ";

/// The texts of all sources on one item, one below the other. A merged session's text has its names already; the line
/// on how its tables differ is left out, because it is made anew.
pub(super) fn entries<'all>(
    sources: &[Source<'all>],
    text: impl Fn(&'all super::Session) -> Option<&'all String>,
    line_of: impl Fn(&[Table]) -> Option<String>,
) -> String {
    let entry = |source: &Source<'all>| {
        let text = text(source.session)?;
        if source.session.tables.is_empty() {
            return (!text.trim().is_empty()).then(|| format!("{}: {}", source.name, text.trim_end()));
        }
        let made = line_of(&source.session.tables);
        let own = made.and_then(|line| text.strip_suffix(line.as_str())).unwrap_or(text).trim_end();
        (!own.is_empty()).then(|| own.to_owned())
    };
    sources.iter().filter_map(entry).collect::<Vec<_>>().join("\n")
}

/// A text with the line on how the tables differ below it.
pub(super) fn with_difference(text: String, line: Option<String>) -> String {
    match line {
        None => text,
        Some(line) if text.is_empty() => line,
        Some(line) => format!("{text}\n{line}"),
    }
}

/// The line on how the tables differ.
pub(super) fn difference(words: Option<String>) -> Option<String> {
    words.map(|words| TablesDiffer(words).to_string())
}

/// The different texts of some set-up pages in one line.
pub(super) fn in_one_line<'all>(texts: impl Iterator<Item = &'all str>) -> String {
    let pieces: BTreeSet<&str> =
        texts.flat_map(|text| text.split(BETWEEN)).map(str::trim).filter(|text| !text.is_empty()).collect();
    pieces.into_iter().collect::<Vec<_>>().join(BETWEEN)
}
