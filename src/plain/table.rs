//! The one table of plain commands: reading a line, the help and the README's list all come from it.
//!
//! Rows stand in the contexts of the key table, so that both ways of working have the same places and the same rules.

mod acting;
mod finding;
mod walking;
mod writing;

use super::row::{NUMBER, Row};
use crate::app::Key;
use crate::app::keymap::{self, Command, Context};

/// Where a line is text and only words that begin with a full stop are commands.
const TEXTS: [Context; 10] = [
    Context::Setup,
    Context::Note,
    Context::NotAgreed,
    Context::RegisterLine,
    Context::ActionForm,
    Context::ActionLine,
    Context::Dissent,
    Context::SaveAs,
    Context::Folder,
    Context::Search,
];

/// Whether a line written there is text.
#[must_use]
pub(super) fn is_text(context: Context) -> bool {
    TEXTS.contains(&context)
}

/// Every row, in the order of help.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    [walking::ROWS, writing::ROWS, acting::ROWS, finding::ROWS].into_iter().flatten()
}

/// The rows of a context.
pub(super) fn of(context: Context) -> impl Iterator<Item = &'static Row> {
    rows().filter(move |row| row.at == context)
}

/// The row that a line asks for in some contexts, the innermost first, and what follows its word.
#[must_use]
pub(super) fn find<'line>(contexts: &[Context], line: &'line str) -> Option<(&'static Row, &'line str)> {
    let text = contexts.first().is_some_and(|context| is_text(*context));
    if text && !line.starts_with('.') {
        return None;
    }
    let word = contexts.iter().find_map(|context| by_word(*context, line));
    // In a text, a full stop with more behind it is how somebody writes.
    if text { word.filter(|(_, rest)| rest.is_empty()) } else { word.or_else(|| by_key(contexts, line)) }
}

/// Whether a whole line is a word of some contexts.
pub(super) fn is_word(contexts: &[Context], line: &str) -> bool {
    let is_meant = |word: &str| word != NUMBER && word.eq_ignore_ascii_case(line);
    contexts.iter().any(|context| of(*context).any(|row| row.words.iter().any(|word| is_meant(word))))
}

/// The row with the longest word that a line begins with.
fn by_word(context: Context, line: &str) -> Option<(&'static Row, &str)> {
    let matches = of(context).flat_map(|row| row.words.iter().filter_map(move |word| Some((row, after(line, word)?))));
    matches.min_by_key(|(_, rest)| rest.len())
}

/// What follows a word at the beginning of a line; of a number, the number itself.
fn after<'line>(line: &'line str, word: &str) -> Option<&'line str> {
    if word == NUMBER {
        // A sign is no part of the numbers that are counted here.
        let is_number = line.bytes().all(|byte| byte.is_ascii_digit()) && line.parse::<u32>().is_ok();
        return is_number.then_some(line);
    }
    let (first, rest) = line.split_at_checked(word.len())?;
    let ends = rest.is_empty() || rest.starts_with(char::is_whitespace);
    (first.eq_ignore_ascii_case(word) && ends && word.is_empty() == line.is_empty()).then(|| rest.trim_start())
}

/// The row for the key whose name a line begins with: letters, and every other key that a sentence may name.
fn by_key<'line>(contexts: &[Context], line: &'line str) -> Option<(&'static Row, &'line str)> {
    let (name, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let command = match Key::named(name).filter(|key| *key != Key::Char('.'))? {
        // Whoever writes the name of this key means an empty line.
        Key::Enter => return contexts.iter().find_map(|context| by_word(*context, "")),
        key => keymap::find(contexts, key)?.command,
    };
    let row = contexts.iter().find_map(|context| of(*context).find(|row| row.does.command() == Some(command)))?;
    Some((row, rest.trim_start()))
}

/// The row that closes what lies on top, for a full stop where nothing is being written.
#[must_use]
pub(super) fn closing(contexts: &[Context]) -> Option<&'static Row> {
    of(*contexts.first()?).find(|row| row.does.command() == Some(Command::Dismiss))
}
