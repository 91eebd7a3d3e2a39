//! Text that goes to a terminal outside the screen: what commands print, and what goes wrong.
//!
//! Nothing that came from a file, a name or an argument is printed without passing through here.

use crate::clean::{is_unsafe, sanitise, sanitise_line};
use std::fmt::Write as _;
use std::io::{self, Write as _};

/// [`sanitise`] for those who print.
#[must_use]
pub fn clean(text: &str) -> String {
    sanitise(text).into()
}

/// [`sanitise_line`] for those who print.
#[must_use]
pub fn clean_line(text: &str) -> String {
    sanitise_line(text).into()
}

/// JSON as it may be printed: what a terminal would obey is written as an escape, which reads back as the same
/// text. Outside of its strings JSON holds no such character.
#[must_use]
pub fn clean_json(json: &str) -> String {
    let mut clean = String::with_capacity(json.len());
    for letter in json.chars() {
        if letter != '\n' && is_unsafe(letter) {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                // Writing to a String cannot fail.
                let _ = write!(clean, "\\u{unit:04x}");
            }
        } else {
            clean.push(letter);
        }
    }
    clean
}

/// Prints a sentence to the standard error stream; if nobody listens there, nobody does.
pub fn complain(sentence: &str) {
    let _ = writeln!(io::stderr(), "{}", clean(sentence));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_is_left() {
        assert_eq!(clean("a\x1b[31mb\u{9b}2Jc\x07d\re\tf"), "a\u{fffd}[31mb\u{fffd}2Jc\u{fffd}d\u{fffd}e\u{fffd}f");
        assert_eq!(clean("Glas\u{202e}wog\u{200b} \u{e0041}"), "Glas\u{fffd}wog\u{fffd} \u{fffd}");
        assert_eq!(clean("two\nlines"), "two\nlines");
        assert_eq!(clean_line("two\nlines"), "two\u{fffd}lines");
    }

    #[test]
    fn other_people_s_letters_stay() {
        for text in ["Gàidhealtachd", "Cymru", "Łódź", "東京", "e\u{301}", "👍", "ภาษาไทย"] {
            assert_eq!(clean(text), text);
        }
        assert_eq!(clean(&format!("e{}x", "\u{301}".repeat(9))), format!("e{}x", "\u{301}".repeat(4)));
    }

    #[test]
    fn json_reads_back_as_it_was() {
        let value = serde_json::json!({"note": "a\u{1b}\u{9b}\u{202e}\u{e0041}\u{7f}\né"});
        let printed = clean_json(&serde_json::to_string_pretty(&value).unwrap_or_default());
        assert!(printed.chars().all(|letter| letter == '\n' || !is_unsafe(letter)), "{printed}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&printed).ok(), Some(value));
    }
}
