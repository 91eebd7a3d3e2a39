//! Words as a paper may hold them, whoever typed them: one cleaning for all formats, so that they cannot disagree.
//!
//! It changes what is handed out and never what is kept.

use crate::clean::sanitise_for_paper;

/// A text for paper. Line ends stay, tabs become spaces, and whatever no document may hold is left out or, where it
/// could do harm, becomes U+FFFD.
pub(super) fn clean(text: &str) -> String {
    sanitise_for_paper(text.replace("\r\n", "\n").replace('\r', "\n").trim())
}

/// [`clean`] in one line.
pub(super) fn clean_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
