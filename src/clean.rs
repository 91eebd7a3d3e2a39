//! Text that may reach a terminal, whoever wrote it: nothing in it is obeyed, turned around or hidden.
//!
//! It changes what is shown and never what is kept.

use std::fmt;
use std::ops::Deref;
use unicode_width::UnicodeWidthChar;

/// What stands for a character that must not reach a terminal.
pub const REPLACEMENT: char = '\u{fffd}';

/// More marks than this on one letter are left out: towers of them paint over other lines.
pub const MOST_MARKS: usize = 4;

/// A text that went through [`sanitise`] or [`sanitise_line`]; there is no other way to make one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Clean(String);

/// A text without anything that a terminal obeys or that hides what it says: control characters (C0, DEL, C1), marks
/// that turn the direction of text, characters of no width that join, separate or fill, and tags become U+FFFD; line
/// ends stay. At most [`MOST_MARKS`] combining marks stay in a row.
#[must_use]
pub fn sanitise(text: &str) -> Clean {
    replaced(text, |letter| letter != '\n' && is_unsafe(letter))
}

/// [`sanitise`] in one line: a line end is a control character like any other.
#[must_use]
pub fn sanitise_line(text: &str) -> Clean {
    replaced(text, is_unsafe)
}

fn replaced(text: &str, is_unsafe: impl Fn(char) -> bool) -> Clean {
    let mut marks = 0;
    let mut clean = String::with_capacity(text.len());
    for letter in text.chars() {
        let letter = if is_unsafe(letter) { REPLACEMENT } else { letter };
        marks = if letter.width() == Some(0) { marks + 1 } else { 0 };
        if marks <= MOST_MARKS {
            clean.push(letter);
        }
    }
    Clean(clean)
}

/// Whether a character must not reach a terminal.
///
/// Besides controls these are the format characters and fillers that Unicode calls ignorable by default (D135), but
/// for the variation selectors, which belong to everyday signs, and the line and paragraph separators.
#[must_use]
pub fn is_unsafe(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e00ff}'
                | '\u{e01f0}'..='\u{e0fff}'
        )
}

impl Clean {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Clean {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Clean {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<Clean> for String {
    fn from(clean: Clean) -> Self {
        clean.0
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}
