//! Counts being typed before they are revealed: kept, and never shown as typed.
//!
//! The screen learns how many entries there are, not which; nor does anything that prints it.

use std::fmt;

/// Longer lines hold no counts.
const LONGEST: usize = 60;

/// A line of counts, hidden.
#[derive(Default)]
pub struct CountLine(String);

impl CountLine {
    /// Takes a character; whether it belongs in a line of counts.
    ///
    /// A number pad has neither a space bar nor a question mark: there `+`, `.` and `-` part the counts, and `*`
    /// stands before the don't-knows.
    pub(super) fn take(&mut self, letter: char) -> bool {
        let kept = match letter {
            '0'..='9' => letter,
            ' ' | '+' | '.' | '-' | ',' | ';' | '\t' => ' ',
            '?' | '*' | '/' => '?',
            _ => return false,
        };
        if self.0.len() < LONGEST {
            self.0.push(kept);
        }
        true
    }

    /// Takes a whole line in the place of what is typed. One with something else than counts leaves nothing typed.
    pub(super) fn replace(&mut self, text: &str) -> bool {
        self.clear();
        let taken = text.chars().all(|letter| self.take(letter));
        if !taken {
            self.clear();
        }
        taken
    }

    pub(super) fn shorten(&mut self) {
        self.0.pop();
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    pub(super) fn text(&self) -> &str {
        &self.0
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// How many counts are typed, and whether don't-knows are among them.
    pub(crate) fn entries(&self) -> (usize, bool) {
        let (votes, unknown) = self.0.split_once('?').map_or((self.0.as_str(), false), |(votes, _)| (votes, true));
        (votes.split_whitespace().count(), unknown)
    }
}

impl fmt::Debug for CountLine {
    /// How many entries, as on screen.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "CountLine({} entries)", self.entries().0)
    }
}
