//! Counts of hands being typed: shown, because the room has seen the hands, and in nothing else that prints them.

use std::fmt;

/// Longer lines hold no counts.
const LONGEST: usize = 40;

/// A line of counts.
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

    pub(crate) fn text(&self) -> &str {
        &self.0
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl fmt::Debug for CountLine {
    /// Nothing of it: what is printed may end in a log or a failure report.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("CountLine")
    }
}
