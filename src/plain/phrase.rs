//! Phrases that every page shares: ratings with their words, dates, counts, whole sentences.
//!
//! A digit never stands without its word, and no state is a sign.

/// A text of several lines as sentences, each saying what it belongs to.
pub(super) fn told(what: &str, text: &str) -> Vec<String> {
    let lines = text.trim().lines().filter(|line| !line.trim().is_empty()).enumerate();
    lines
        .map(|(place, line)| match place {
            0 => format!("{what}: {}", line.trim()),
            place => format!("{what}, line {}: {}", place + 1, line.trim()),
        })
        .collect()
}
