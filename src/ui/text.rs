//! Cutting and wrapping text by the columns it takes, never by bytes or letters, as it will stand on the screen.

use crate::clean::{MOST_MARKS, is_unsafe, sanitise, sanitise_line};
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;
use unicode_width::UnicodeWidthStr;

/// A line as it may be drawn; the same text where nothing is wrong with it, as nearly always.
#[must_use]
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if is_clean(text, is_unsafe) { Cow::Borrowed(text) } else { Cow::Owned(sanitise_line(text).into()) }
}

fn is_clean(text: &str, is_unsafe: impl Fn(char) -> bool) -> bool {
    let mut marks = 0;
    text.is_ascii() && !text.bytes().any(|byte| is_unsafe(char::from(byte)))
        || text.chars().all(|letter| {
            marks = if letter.width() == Some(0) { marks + 1 } else { 0 };
            marks <= MOST_MARKS && !is_unsafe(letter)
        })
}

/// The start of a text that fits some columns.
#[must_use]
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

/// The lines of a text, wrapped at words; its own line breaks stay.
#[must_use]
pub(super) fn wrap(text: &str, columns: u16) -> Vec<String> {
    if columns == 0 {
        return Vec::new();
    }
    let text = if is_clean(text, |letter| letter != '\n' && is_unsafe(letter)) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(sanitise(text).into())
    };
    textwrap::wrap(&text, usize::from(columns)).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// How many rows a text takes when wrapped.
#[must_use]
pub(super) fn rows(text: &str, columns: u16) -> u16 {
    u16::try_from(wrap(text, columns).len()).unwrap_or(u16::MAX)
}

/// The columns a text takes.
#[must_use]
pub(super) fn width(text: &str) -> u16 {
    u16::try_from(clean(text).width()).unwrap_or(u16::MAX)
}
