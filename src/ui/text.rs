//! Cutting and wrapping text by the columns it takes, never by bytes or letters, as it will stand on the screen.

use crate::clean::{is_clean, is_pictograph, sanitise, sanitise_line};
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Whether each letter is a sign of its own of one column, and may be drawn: nearly all text, borders and Welsh included.
/// Nothing more need be found out letter by letter then.
pub(super) fn is_simple(text: &str) -> bool {
    let is_one =
        |letter| matches!(letter, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{24f}' | '\u{2500}'..='\u{25fc}');
    text.bytes().all(|byte| matches!(byte, b' '..=b'~')) || text.chars().all(is_one)
}

/// A line as it may be drawn; the same text where nothing is wrong with it, as nearly always.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if is_drawable(text) && !text.contains('\n') {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(apart(&sanitise_line(text)))
    }
}

fn is_drawable(text: &str) -> bool {
    is_clean(text) && (text.is_ascii() || !text.contains(JOINER))
}

const JOINER: char = '\u{200d}';

/// Signs that are made of several are drawn side by side: terminals do not agree on whether a family takes the columns
/// of one sign or of each, and a screen must know where the next letter stands.
fn apart(text: &str) -> String {
    let mut last = None;
    let joins_signs = |letter: char, last: Option<char>| {
        letter == JOINER && last.is_some_and(|last| is_pictograph(last) || last == '\u{fe0f}')
    };
    text.chars().filter(|letter| !joins_signs(*letter, last.replace(*letter))).collect()
}

/// The start of a text that fits some columns.
pub(super) fn cut(text: &str, columns: u16) -> &str {
    let mut room = usize::from(columns);
    for (start, grapheme) in text.grapheme_indices(true) {
        let width = grapheme.width();
        if width > room {
            return &text[..start];
        }
        room -= width;
    }
    text
}

/// The words at the start of a text that fit some columns whole.
pub(super) fn whole_words(text: &str, columns: u16) -> &str {
    let start = cut(text, columns);
    let is_whole = start.len() == text.len() || text[start.len()..].starts_with(' ');
    if is_whole { start } else { start.rsplit_once(' ').map_or("", |(words, _)| words.trim_end()) }
}

/// The start of a text that fits some columns, without the word that is cut, where that leaves three quarters of them.
pub(super) fn cut_at_word(text: &str, columns: u16) -> &str {
    let words = whole_words(text, columns);
    let words = if width(words) * 4 >= columns * 3 { words } else { cut(text, columns) };
    words.trim_end_matches(['.', ',', ';', ' '])
}

/// A text as it is where it fits some columns, and otherwise its start and two dots.
pub(super) fn shortened(text: &str, columns: u16) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    Cow::Owned(format!("{}..", cut_at_word(text, columns.saturating_sub(2))))
}

/// The end of a text that fits some columns.
pub(super) fn end(text: &str, columns: u16) -> &str {
    let mut room = usize::from(columns);
    for (start, grapheme) in text.grapheme_indices(true).rev() {
        let width = grapheme.width();
        if width > room {
            return &text[start + grapheme.len()..];
        }
        room -= width;
    }
    text
}

/// The lines of a text, wrapped at words; its own line breaks stay.
pub(super) fn wrap(text: &str, columns: u16) -> Vec<String> {
    if columns == 0 {
        return Vec::new();
    }
    let text = if is_drawable(text) { Cow::Borrowed(text) } else { Cow::Owned(apart(&sanitise(text))) };
    textwrap::wrap(&text, usize::from(columns)).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// How many rows a text takes when wrapped.
pub(super) fn rows(text: &str, columns: u16) -> u16 {
    u16::try_from(wrap(text, columns).len()).unwrap_or(u16::MAX)
}

pub(super) fn width(text: &str) -> u16 {
    let columns = if is_simple(text) { text.chars().count() } else { clean(text).width() };
    u16::try_from(columns).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_simple_is_drawn_as_it_stands_one_column_a_letter() {
        let simple = (' '..=char::MAX).filter(|letter| is_simple(&letter.to_string()));
        let mut found = 0;
        for letter in simple {
            found += 1;
            let pair = format!("{letter}{letter}");
            assert_eq!((pair.width(), pair.graphemes(true).count()), (2, 2), "{letter}");
            assert!(is_drawable(&pair), "{letter}");
            assert_eq!(sanitise_line(&pair).as_str(), pair);
        }
        assert!(found > 600, "{found}");
    }
}
