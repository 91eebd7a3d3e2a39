//! The one table of keys and words: dispatch, spoken lines, the footer, help and the README all read it.
//!
//! It says what means which command where; what a command does is in the screens' own files.

mod command;
mod context;
mod lists;
mod table;

use super::key::Key;
use std::ops::RangeInclusive;

pub use command::Command;
pub use context::Context;
pub use lists::{keys, keys_page, words, words_page};
pub use table::bindings;

/// Stands for a number among the words of a row.
pub const NUMBER: &str = "#";

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    pub context: Context,
    /// The names of its keys, any of which will do, the one to show first; `1-5` stands for five digits.
    pub keys: &'static str,
    /// The words that mean the same in a line, and in capitals what may follow them; `Enter` is an empty line.
    pub words: &'static str,
    /// What it asks for; of digits, what the first of them asks for.
    pub command: Command,
    /// A few words for the footer; empty keeps it out of the footer.
    pub hint: &'static str,
    /// A line for help and the README.
    pub help: &'static str,
}

impl Binding {
    pub fn name(&self) -> &'static str {
        self.keys.split(' ').next().unwrap_or_default()
    }

    pub fn keys(&self) -> impl Iterator<Item = Key> {
        let digits = self.digits().into_iter().flatten().map(Key::Char);
        let names = if self.digits().is_some() { "" } else { self.keys };
        digits.chain(names.split_whitespace().filter_map(named))
    }

    /// The digits that its keys are, where they are named as `1-5`.
    pub fn digits(&self) -> Option<RangeInclusive<char>> {
        let mut letters = self.keys.chars();
        let (first, between, last) = (letters.next()?, letters.next()?, letters.next()?);
        (between == '-').then_some(first..=last)
    }

    fn has(&self, key: Key, name: &str) -> bool {
        match (self.digits(), key) {
            (Some(digits), Key::Char(letter)) => digits.contains(&letter),
            (Some(_), _) => false,
            (None, _) => self.keys.split(' ').any(|one| one == name || one == "Arrows" && key == Key::Left),
        }
    }

    pub fn command_for(&self, key: Key) -> Command {
        match (self.digits(), key) {
            (Some(_), Key::Char(digit)) => self.command.with_digit(digit),
            _ => self.command,
        }
    }

    pub fn asks_for(&self, command: Command) -> bool {
        self.command == command
            || self.digits().into_iter().flatten().any(|one| self.command.with_digit(one) == command)
    }

    /// The line for the help page, with the keys that its name leaves out.
    pub fn described(&self) -> String {
        match self.keys.split_once(' ') {
            Some((_, others)) => format!("{} (also {})", self.help, others.replace(' ', ", ")),
            None => self.help.to_owned(),
        }
    }

    /// The words of a line that mean it: an empty one is an empty line, [`NUMBER`] a number.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        let words = self.usage().0.split(", ").filter(|word| !word.is_empty());
        words.map(|word| if word == "Enter" { "" } else { word })
    }

    /// What may follow its word in a line, as help calls it; empty where nothing may.
    pub fn takes(&self) -> &'static str {
        self.usage().1.trim_start()
    }

    /// Whether what follows its word is kept as it is written.
    pub fn takes_words(&self) -> bool {
        ["TEXT", "WORDS", "PATH"].iter().any(|what| self.takes().ends_with(what))
    }

    fn usage(&self) -> (&'static str, &'static str) {
        let is_word = |letter: char| !letter.is_ascii_uppercase() && letter != ' ';
        self.words.split_at(self.words.rfind(is_word).map_or(0, |last| last + 1))
    }

    /// Whether it can be written in a line.
    pub fn is_spoken(&self) -> bool {
        !self.words.is_empty() || self.digits().is_some()
    }

    /// What can be written for it, as help names it: `Enter`, `1-5`, letters and words; where a text is being written,
    /// only words that begin with a full stop.
    pub fn written(&self, text: bool) -> Vec<String> {
        let mut names = Vec::new();
        if !text && self.is_spoken() {
            names.extend(self.words().any(str::is_empty).then(|| "Enter".to_owned()));
            match self.digits() {
                Some(_) => names.push(self.name().to_owned()),
                None => names.extend(self.keys().filter_map(letter)),
            }
        }
        // Where nothing is being written a word needs no full stop before it.
        for word in self.words().filter(|word| !word.is_empty() && word.starts_with('.') == text) {
            let word = if word == NUMBER { "a number" } else { word };
            if !names.iter().any(|name| name == word) {
                names.push(word.to_owned());
            }
        }
        names
    }
}

/// A key as it is written in a line. A full stop ends what is being written, a blank is nothing in a line, and a nought
/// is "don't know" on a number pad alone: in a line it is more likely a count.
fn letter(key: Key) -> Option<String> {
    match key {
        Key::Char('.' | ' ' | '0') => None,
        Key::Char(letter) => Some(letter.to_string()),
        _ => None,
    }
}

/// The key with a name. Each arrow has a row of its own; the footer names them together at the first.
fn named(name: &str) -> Option<Key> {
    if name == "Arrows" { Some(Key::Left) } else { Key::named(name) }
}

/// The binding of a key in some contexts, the innermost first.
pub fn find(contexts: &[Context], key: Key) -> Option<&'static Binding> {
    let (key, name) = (key.folded(), key.to_string());
    of(contexts).find(|binding| binding.has(key, &name))
}

/// Whether a key means something somewhere.
pub fn is_bound(key: Key) -> bool {
    let (key, name) = (key.folded(), key.to_string());
    bindings().any(|binding| binding.has(key, &name))
}

/// Whether a line written there is text: then a full stop ends it, and only words that begin with one are commands.
pub fn is_text(context: Context) -> bool {
    in_context(context).any(|row| row.words().any(|word| word == "."))
}

/// The rows of some contexts, in the order of the footer and the help page.
pub fn of(contexts: &[Context]) -> impl Iterator<Item = &'static Binding> {
    contexts.iter().flat_map(|context| in_context(*context))
}

pub fn in_context(context: Context) -> impl Iterator<Item = &'static Binding> {
    bindings().filter(move |row| row.context == context)
}
