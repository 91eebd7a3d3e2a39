//! One row of CSV: cells of the kinds that columns have, quoted where they must be.
//!
//! A text that a spreadsheet would take for a formula gets an apostrophe before it. Numbers and words of our own need
//! none. Rows never hold a line end inside, so that engines can split a file at any line.

use crate::clean::sanitise_line;
use crate::report::is_formula;
use jiff::Timestamp;
use jiff::civil::Date;
use std::fmt::Display;

/// Cells of one row, as bytes of CSV without the line end.
#[derive(Default)]
pub(super) struct Row {
    text: String,
    cells: usize,
}

impl Row {
    fn cell(&mut self) -> &mut String {
        if self.cells > 0 {
            self.text.push(',');
        }
        self.cells += 1;
        &mut self.text
    }

    /// A text that somebody wrote.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        let safe = guarded(text);
        let quoted = safe.contains([',', '"']) || safe.starts_with(' ') || safe.ends_with(' ');
        let cell = self.cell();
        if quoted {
            cell.push('"');
            cell.push_str(&safe.replace('"', "\"\""));
            cell.push('"');
        } else {
            cell.push_str(&safe);
        }
        self
    }

    /// A word of our own: letters, digits and underscores.
    pub(super) fn word(&mut self, word: Option<&str>) -> &mut Self {
        self.cell().push_str(word.unwrap_or_default());
        self
    }

    /// A number, or nothing.
    pub(super) fn number(&mut self, number: Option<impl Display>) -> &mut Self {
        let text = number.map(|number| number.to_string()).unwrap_or_default();
        self.cell().push_str(&text);
        self
    }

    /// Yes or no.
    pub(super) fn truth(&mut self, truth: bool) -> &mut Self {
        self.word(Some(if truth { "true" } else { "false" }))
    }

    /// A day; one outside of the years 1 to 9999, which no workshop has and engines refuse, is left out.
    pub(super) fn day(&mut self, day: Option<Date>) -> &mut Self {
        self.number(day.filter(|day| day.year() >= 1))
    }

    /// A moment, to the second. Far ends of time are cut to the years that engines take.
    pub(super) fn moment(&mut self, at: Timestamp) -> &mut Self {
        let first = Timestamp::UNIX_EPOCH;
        let at = if at.to_string().starts_with('-') { first } else { at };
        let whole = Timestamp::from_second(at.as_second()).unwrap_or(first);
        self.number(Some(whole))
    }

    /// The row as a line, and how many cells it has.
    pub(super) fn finish(self) -> (String, usize) {
        let Self { mut text, cells } = self;
        text.push('\n');
        (text, cells)
    }
}

/// A text in one line that no spreadsheet takes for a formula.
fn guarded(text: &str) -> String {
    let spaced: String = text.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter }).collect();
    let line: String = sanitise_line(&spaced).into();
    let line = line.trim();
    if is_formula(line) { format!("'{line}") } else { line.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::Row;

    fn line(text: &str) -> String {
        let mut row = Row::default();
        row.text(text).number(Some(-3)).number(None::<u8>).truth(true);
        row.finish().0
    }

    #[test]
    fn texts_are_quoted_where_they_must_be_and_stay_in_one_line() {
        assert_eq!(line("Joint budget"), "Joint budget,-3,,true\n");
        assert_eq!(line("a \"b\", c"), "\"a \"\"b\"\", c\",-3,,true\n");
        assert_eq!(line(" two\nlines\r\n\tand a tab "), "two lines   and a tab,-3,,true\n");
        assert_eq!(line("\u{1b}[31m\u{202e}x"), "\u{fffd}[31m\u{fffd}x,-3,,true\n");
    }

    #[test]
    fn no_text_is_a_formula() {
        for text in ["=1+1", " =cmd|x", "+44", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "\u{a0}=1"] {
            assert!(line(text).starts_with('\''), "{text:?}: {}", line(text));
        }
    }
}
