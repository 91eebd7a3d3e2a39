//! Phrases that every page shares: ratings with their words, dates, counts, whole sentences.
//!
//! A digit never stands without its word, and no state is a sign.

use crate::app::{App, FieldName};
use crate::session::{Register, Session};

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

/// The name of a set-up field; counts of people say that they are.
pub(super) fn field(name: &FieldName, register: &Register) -> String {
    match name {
        FieldName::People(_) => format!("People, {}", name.title(register).to_lowercase()),
        _ => name.title(register).to_owned(),
    }
}

/// The open session, where there is one.
pub(super) fn session(app: &App) -> Option<&Session> {
    app.cx.workshop.as_ref().map(|workshop| &workshop.session)
}
