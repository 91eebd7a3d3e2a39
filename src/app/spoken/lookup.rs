//! Which row of the table a written line means: by its word, or by the name of a key.
//!
//! Where a line is text only words that begin with a full stop are commands.

use super::dictated::number;
use crate::app::Key;
use crate::app::keymap::{self, Binding, Command, Context, NUMBER};

/// What can be written in a context, in the order of help.
pub(super) fn of(context: Context) -> impl Iterator<Item = &'static Binding> {
    keymap::in_context(context).filter(|row| row.is_spoken())
}

/// The row that a line asks for in some contexts, the innermost first, and what follows its word.
pub(super) fn find<'line>(contexts: &[Context], line: &'line str) -> Option<(&'static Binding, &'line str)> {
    let text = contexts.first().is_some_and(|context| keymap::is_text(*context));
    if text && !line.starts_with('.') {
        return None;
    }
    let word = contexts.iter().find_map(|context| by_word(*context, line));
    // In a text, a full stop with more behind it is how somebody writes.
    if text {
        word.filter(|(row, rest)| rest.is_empty() || row.command == Command::Help)
    } else {
        word.or_else(|| by_key(contexts, line))
    }
}

/// Whether a whole line is a word of some contexts.
pub(super) fn is_word(contexts: &[Context], line: &str) -> bool {
    let is_meant = |word: &str| word != NUMBER && word.eq_ignore_ascii_case(line);
    contexts.iter().any(|context| of(*context).any(|row| row.words().any(is_meant)))
}

/// The rows of the whole table that a line could ask for, and what follows their words.
pub(super) fn anywhere(line: &str) -> impl Iterator<Item = (&'static Binding, &str)> {
    let in_one = |context: &Context| by_word(*context, line).or_else(|| by_key(&[*context], line));
    Context::ALL.iter().filter_map(in_one)
}

/// The row with the longest word that a line begins with.
fn by_word(context: Context, line: &str) -> Option<(&'static Binding, &str)> {
    let matches = of(context).flat_map(|row| row.words().filter_map(move |word| Some((row, after(line, word)?))));
    matches.min_by_key(|(_, rest)| rest.len())
}

/// What follows a word at the beginning of a line; of a number, the number itself.
fn after<'line>(line: &'line str, word: &str) -> Option<&'line str> {
    if word == NUMBER {
        // A sign is no part of the numbers that are counted here.
        return number(line).map(|_| line);
    }
    let (first, rest) = line.split_at_checked(word.len())?;
    let ends = rest.is_empty() || rest.starts_with(char::is_whitespace);
    (first.eq_ignore_ascii_case(word) && ends && word.is_empty() == line.is_empty()).then(|| rest.trim_start())
}

/// The row for the key whose name a line begins with: letters, and every other key that a sentence may name.
fn by_key<'line>(contexts: &[Context], line: &'line str) -> Option<(&'static Binding, &'line str)> {
    let (name, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let command = match Key::named(name).filter(|key| !matches!(key, Key::Char('.' | '0')))? {
        // Whoever writes the name of this key means an empty line.
        Key::Enter => return contexts.iter().find_map(|context| by_word(*context, "")),
        key => keymap::find(contexts, key)?.command,
    };
    let row = contexts.iter().find_map(|context| of(*context).find(|row| row.command == command))?;
    Some((row, rest.trim_start()))
}

/// The row that closes what lies on top, for a full stop where nothing is being written.
pub(super) fn closing(contexts: &[Context]) -> Option<&'static Binding> {
    of(*contexts.first()?).find(|row| row.command == Command::Dismiss)
}
