//! One row of CSV: cells of the kinds that columns have.
//!
//! A text that a spreadsheet would take for a formula gets an apostrophe before it. Numbers and words of our own need
//! none. Rows never hold a line end inside, so that engines can split a file at any line.

use crate::clean::{is_plain, sanitise_line};
use crate::report::{Value, is_formula};
use csv::{StringRecord, Writer};
use jiff::Timestamp;
use jiff::civil::Date;
use std::borrow::Cow;
use std::fmt::{Display, Write as _};
use std::io;

#[derive(Default)]
pub(super) struct Row {
    cells: StringRecord,
    /// Where a cell is put into words.
    text: String,
}

impl Row {
    /// A text that somebody wrote.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        self.cells.push_field(&guarded(text));
        self
    }

    /// A word of our own: letters, digits and underscores.
    pub(super) fn word(&mut self, word: Option<&str>) -> &mut Self {
        self.cells.push_field(word.unwrap_or_default());
        self
    }

    pub(super) fn number(&mut self, number: Option<impl Display>) -> &mut Self {
        self.text.clear();
        if let Some(number) = number {
            // Writing to a String cannot fail.
            let _ = write!(self.text, "{number}");
        }
        self.cells.push_field(&self.text);
        self
    }

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

    /// What a column of items holds, in the form for programs.
    pub(super) fn value(&mut self, value: Value) {
        match value {
            Value::Nothing => self.word(None),
            Value::Text(text) | Value::Toned(text, _) | Value::Both(text, _) => self.text(&text),
            Value::Number(number) => self.number(Some(number)),
            Value::Date(day) => self.day(Some(day)),
            Value::Truth(is) => self.truth(is),
        };
    }

    /// Writes it, if it has so many cells, and keeps its first one for the next row.
    pub(super) fn write(&mut self, to: &mut Writer<Vec<u8>>, columns: usize) -> io::Result<()> {
        if self.cells.len() != columns {
            return Err(io::ErrorKind::InvalidData.into());
        }
        to.write_byte_record(self.cells.as_byte_record())?;
        self.cells.truncate(1);
        Ok(())
    }
}

/// A text in one line that no spreadsheet takes for a formula.
fn guarded(text: &str) -> Cow<'_, str> {
    let line = if is_plain(text) {
        Cow::Borrowed(text.trim())
    } else {
        let spaced: String = text.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter }).collect();
        Cow::Owned(sanitise_line(&spaced).trim().to_owned())
    };
    if is_formula(&line) { Cow::Owned(format!("'{line}")) } else { line }
}

#[cfg(test)]
mod tests {
    use super::Row;

    fn line(text: &str) -> String {
        let mut row = Row::default();
        row.text(text).number(Some(-3)).number(None::<u8>).truth(true);
        let mut writer = csv::Writer::from_writer(Vec::new());
        let written = row.write(&mut writer, 4).ok().and_then(|()| writer.into_inner().ok());
        String::from_utf8(written.unwrap_or_default()).unwrap_or_default()
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
