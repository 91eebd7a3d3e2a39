//! Words as a paper may hold them, whoever typed them: one cleaning for all formats, so that they cannot disagree.
//!
//! It changes what is handed out and never what is kept.

use crate::clean::sanitise_for_paper;
use jiff::civil::Date;

/// A text for paper. Line ends stay, tabs become spaces, and whatever no document may hold is left out or, where it
/// could do harm, becomes U+FFFD.
pub(super) fn clean(text: &str) -> String {
    sanitise_for_paper(text.replace("\r\n", "\n").replace('\r', "\n").trim())
}

/// [`clean`] in one line.
pub(super) fn clean_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `12 March 2026`.
pub(super) fn day(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// `1 person`, `12 people`.
pub(super) fn count(number: impl Into<u64>, one: &str, many: &str) -> String {
    let number = number.into();
    format!("{number} {}", if number == 1 { one } else { many })
}

/// `one, two and three`.
pub(super) fn and(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The first letter large.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// With one full stop at the end, unless it ends a sentence already.
pub(super) fn sentence(text: &str) -> String {
    let text = capital(text.trim());
    if text.is_empty() || text.ends_with(['.', '!', '?']) { text } else { format!("{text}.") }
}
