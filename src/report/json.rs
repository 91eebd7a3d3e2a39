//! JSON, for programs: every text as it is kept, every letter that could do harm on a screen as an escape.
//!
//! A session's keys are the names in `model`; those of comparisons and portfolios stand where they are made.

use crate::clean::{MOST_MARKS, is_no_character, is_selector, is_unsafe};
use serde::Serialize;
use std::fmt::Write;
use unicode_width::UnicodeWidthChar;

/// A value as JSON, with an end of line. What a screen would clean away is written as an escape, which reads back as
/// the same text; outside of its strings JSON holds no such character.
pub fn json(value: &impl Serialize) -> String {
    // A report is texts, numbers and lists: there is nothing in it that JSON cannot hold.
    let json = serde_json::to_string_pretty(value).unwrap_or_default();
    let mut safe = String::with_capacity(json.len() + 1);
    let mut marks = 0;
    for letter in json.chars() {
        marks = if letter.width() == Some(0) { marks + 1 } else { 0 };
        let odd = is_unsafe(letter) || is_selector(letter) || is_no_character(letter);
        if letter != '\n' && (odd || marks > MOST_MARKS) {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                // Writing to a String cannot fail.
                let _ = write!(safe, "\\u{unit:04x}");
            }
        } else {
            safe.push(letter);
        }
    }
    safe.push('\n');
    safe
}
