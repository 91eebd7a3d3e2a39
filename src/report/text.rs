//! Words as a paper may hold them, whoever typed them: one cleaning for all formats, so that they cannot disagree.
//!
//! It changes what is handed out and never what is kept.

use crate::clean::{REPLACEMENT, is_unsafe};
use jiff::civil::Date;

/// A text for paper. Line ends stay, tabs become spaces, and whatever no document may hold becomes U+FFFD: controls,
/// marks that turn the direction of text or hide in it, code points that are no characters. The two joiners stay,
/// because scripts and signs are made with them and nothing on paper obeys them.
pub(super) fn clean(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    let letter = |letter: char| match letter {
        '\n' | '\u{200c}' | '\u{200d}' => letter,
        letter if is_unsafe(letter) || is_no_character(letter) => REPLACEMENT,
        letter => letter,
    };
    lines.trim().chars().map(letter).collect()
}

/// The code points that Unicode keeps free for ever; XML and HTML refuse them.
fn is_no_character(letter: char) -> bool {
    let code = u32::from(letter);
    (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe
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
