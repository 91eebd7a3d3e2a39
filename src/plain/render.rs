//! What a view shows, read out in lines: the same words as on the screen, in sentences.
//!
//! What stands above a list is told on arrival; its rows, and what stands below them, also when they change.

use super::transcript::{Fact, Transcript};
use crate::view::{Body, Confirm, List, Numbers, Row, Span, View};
use crate::words::{capital, commas, sentence, taken_back};

/// A page that is a list, its rows by the numbers that they keep, or numbered from 1; nothing for other pages.
pub(super) fn list(view: &View) -> Transcript {
    let Body::List(list) = &view.body else { return Transcript::default() };
    let numbered = |(number, one): (usize, &Row)| match list.numbers {
        Numbers::Kept => (one.key.clone(), kept(one)),
        Numbers::InLines | Numbers::Shown => (one.key.clone(), row(&format!("{}. ", number + 1), one)),
    };
    let mut facts = rows(list, list.rows.iter().enumerate().map(numbered));
    for fact in facts.iter_mut().filter(|fact| fact.about != "below") {
        let gone = taken_back(&fact.about);
        let told = std::mem::take(fact);
        *fact = match list.numbers {
            Numbers::Kept => told.or(gone).kept(),
            Numbers::InLines | Numbers::Shown => told.kept_whole(),
        };
    }
    page(view, head(view), facts)
}

/// A page with what was told on arrival, then how to go on, and what may change.
pub(super) fn page(view: &View, mut heading: Vec<String>, facts: Vec<Fact>) -> Transcript {
    heading.extend(view.closing.iter().cloned());
    Transcript { place: view.place.clone(), heading, facts, prompt: view.prompt.clone(), ..Transcript::default() }
}

/// How the page is announced, or its title, and what stands above the rows; what is said instead of rows where there
/// are none.
pub(super) fn head(view: &View) -> Vec<String> {
    let mut lines = if view.opening.is_empty() { title(view).into_iter().collect() } else { view.opening.clone() };
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

/// A row by the number that it keeps, which stands in its first cell.
fn kept(row: &Row) -> Vec<String> {
    cells(&format!("{}, ", row.key), row.cells.get(1..).unwrap_or_default(), row)
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
