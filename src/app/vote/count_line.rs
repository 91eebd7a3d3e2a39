//! Counts of hands being typed: shown, because the room has seen the hands, and in nothing else that prints them.

use std::fmt;

/// Longer lines hold no counts.
const LONGEST: usize = 40;

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

    /// Counts one hand more for an answer, and for don't-know behind the last of so many.
    pub(super) fn add(&mut self, answer: usize, answers: usize) {
        let (votes, unknown) =
            self.0.split_once('?').map_or((&*self.0, None), |(votes, unknown)| (votes, Some(unknown)));
        // Where nothing parts them each digit is a count, as where the line is read.
        let mut words: Vec<&str> = votes.split_whitespace().collect();
        if let [run] = words[..] {
            words = run.split("").filter(|digit| !digit.is_empty()).collect();
        }
        let number = |word: &str| word.trim().parse::<u16>().unwrap_or(1);
        let mut counts: Vec<u16> = words.into_iter().map(number).collect();
        counts.resize(answers.max(counts.len()), 0);
        let mut unknown = unknown.map_or(0, number);
        let count = counts.get_mut(answer).unwrap_or(&mut unknown);
        *count = count.saturating_add(1);
        let counts: Vec<String> = counts.iter().map(u16::to_string).collect();
        let unknown = if unknown > 0 { format!(" ?{unknown}") } else { String::new() };
        self.replace(&(counts.join(" ") + &unknown));
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
