//! What a view shows, read out in lines: the same words as on the screen, in sentences.
//!
//! What stands above a list is told on arrival; its rows, and what stands below them, also when they change.

use super::transcript::{Fact, Transcript};
use crate::view::{Body, Confirm, List, Row, Span, View};
use crate::words::{capital, commas, sentence};

/// A page that is a list, its rows numbered from 1; nothing for other pages.
pub(super) fn list(view: Option<&View>, prompt: &str) -> Transcript {
    let Some(View { place, body: Body::List(list), .. }) = view else { return Transcript::default() };
    let numbered = |(number, one): (usize, &Row)| (one.key.clone(), row(&format!("{}. ", number + 1), one));
    Transcript {
        place: place.clone(),
        heading: view.map_or(Vec::new(), head),
        facts: rows(list, list.rows.iter().enumerate().map(numbered)),
        prompt: prompt.into(),
        ..Transcript::default()
    }
}

/// Title and what stands above the rows; what is said instead of rows where there are none.
pub(super) fn head(view: &View) -> Vec<String> {
    let mut lines: Vec<String> = title(view).into_iter().collect();
    if let Body::List(list) = &view.body {
        lines.extend(list.above.sentences());
        if list.rows.is_empty() {
            lines.extend(list.empty.sentences());
        }
    }
    lines
}

/// Rows by what each is about, and what stands below them.
pub(super) fn rows(list: &List, rows: impl Iterator<Item = (String, Vec<String>)>) -> Vec<Fact> {
    rows.map(|(key, said)| Fact::lines(key, said)).chain([Fact::lines("below", list.below.sentences())]).collect()
}

/// `Agenda: now 14:32.`
fn title(view: &View) -> Option<String> {
    let frame = &view.frame;
    let big = if let Body::List(list) = &view.body { list.big } else { "" };
    // A word of the title with a digit in it is an id.
    let lower =
        |word: &str| if word.contains(|sign: char| sign.is_ascii_digit()) { word.into() } else { word.to_lowercase() };
    let words = |title: &str| capital(&title.split_whitespace().map(lower).collect::<Vec<String>>().join(" "));
    let parts = [words(&frame.title[0]), words(big), frame.right[0].clone()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Some(sentence(&parts.join(": "))).filter(|title| !title.is_empty())
}

/// A row: its cells in one sentence after its number or name, then what stands below.
pub(super) fn row(name: &str, row: &Row) -> Vec<String> {
    cells(name, &row.cells, row)
}

/// An action by the number that it keeps, which stands in its first cell.
pub(super) fn action(action: &Row) -> Vec<String> {
    cells(&format!("{}, ", action.key), action.cells.get(1..).unwrap_or_default(), action)
}

fn cells(name: &str, cells: &[Span], row: &Row) -> Vec<String> {
    let cells: Vec<String> = cells.iter().map(cell).filter(|cell| !cell.is_empty()).collect();
    let chosen = match row.chosen {
        Some(true) => ": chosen",
        Some(false) => ": not chosen",
        None => "",
    };
    let mut said = format!("{name}{}{chosen}.", commas(cells.iter().map(|cell| cell.trim_end_matches('.'))));
    for words in row.more.sentences() {
        said = format!("{said} {words}");
    }
    vec![said]
}

/// A cell in full, without what is only drawn; what stands out between blanks, in capitals, reads as it is spoken.
pub(super) fn cell(span: &Span) -> String {
    let words = squeezed(&span.in_full().replace('▒', ""));
    match span.text.starts_with(' ') {
        _ if !words.contains(char::is_alphanumeric) => String::new(),
        true => words.to_lowercase(),
        false => words,
    }
}

/// In one line, with one blank between words and without the dots between clauses.
fn squeezed(words: &str) -> String {
    words.replace(" · ", ", ").split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// A question with its two answers in one line.
pub(super) fn question(asked: &Confirm) -> String {
    let parts: Vec<String> = std::iter::once(asked.title.to_owned()).chain(asked.text.sentences()).collect();
    let (yes, no) = (asked.yes.trim_start_matches("yes: "), asked.no.trim_start_matches("no: "));
    format!("{} y: {yes}. Enter: {no}.", parts.join(" "))
}
