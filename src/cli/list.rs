//! `plenary list`: the saved sessions, newest first, from their first lines; here or in another folder.
//!
//! A file that cannot be opened is listed with the reason, never left out; only such a file is read whole.

use super::error::Failure;
use super::{print, print_text};
use crate::report::json as to_json;
use crate::store::{self, Entry, Head};
use crate::terminal::{clean_line, clean_path, is_shown, status};
use crate::words::no_sessions_in;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use std::io::{self, Write};
use std::path::Path;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The columns of a partnership's name, at least.
const NAME: usize = 30;

/// What a name that is cut ends in.
const DOTS: &str = "...";

#[derive(Serialize)]
struct Row<'entry> {
    file: String,
    id: Option<&'entry str>,
    rev: Option<u64>,
    partnership: Option<&'entry str>,
    /// The breakout table that held it.
    table: Option<&'entry str>,
    date: Option<Date>,
    done: Option<u16>,
    of: Option<u16>,
    not_agreed: Option<u16>,
    people: Option<u32>,
    status: Option<&'static str>,
    demo: Option<bool>,
    saved: Option<Timestamp>,
    problem: Option<&'entry str>,
}

impl<'entry> Row<'entry> {
    fn of(entry: &'entry Entry) -> Self {
        let head = entry.head.as_ref().ok();
        Self {
            file: entry.path.display().to_string(),
            id: head.map(|head| head.id.as_str()),
            rev: head.map(|head| head.rev),
            partnership: head.map(|head| head.partnership.as_str()),
            table: head.map(|head| head.table.as_str()).filter(|table| !table.is_empty()),
            date: entry.date(),
            done: head.map(|head| head.done),
            of: head.map(|head| head.of),
            not_agreed: head.map(|head| head.not_agreed),
            people: head.map(|head| head.people),
            status: head.map(|head| head.status.key()),
            demo: head.map(|head| head.demo),
            saved: head.map(|head| head.saved),
            problem: entry.head.as_ref().err().map(String::as_str),
        }
    }
}

pub(super) fn list(folder: &Path, json: bool) -> Result<(), Failure> {
    let mut entries = store::list(folder)?;
    for entry in &mut entries {
        say_why(entry);
    }
    if json {
        let rows: Vec<Row<'_>> = entries.iter().map(Row::of).collect();
        return print_text(&to_json(&rows));
    }
    print(|out| {
        if entries.is_empty() {
            return writeln!(out, "{}", no_sessions_in(&clean_path(folder).clone()));
        }
        let heads = entries.iter().filter_map(|entry| entry.head.as_ref().ok());
        let widest = heads.map(named).map(|(partnership, table)| partnership.width() + table.width()).max();
        // What is read by a person keeps its columns; what goes into another program keeps its names whole.
        let columns = if is_shown() { NAME } else { widest.unwrap_or(0).max(NAME) };
        entries.iter().try_for_each(|entry| line(out, entry, columns))
    })
}

pub(super) fn elsewhere(folder: &Path, json: bool) -> Result<(), Failure> {
    if !folder.is_dir() {
        return Err(Failure::NoFolder(folder.to_owned()));
    }
    list(folder, json)
}

/// Of a file without a summary, reads the whole: only that tells a damaged session from a letter or a framework.
fn say_why(entry: &mut Entry) {
    if let Err(reason) = &mut entry.head
        && let Err(error) = store::open(&entry.path)
    {
        *reason = error.to_string();
    }
}

/// The partnership's name, or words that say it is missing, and the table, which is never cut off.
fn named(head: &Head) -> (String, String) {
    let is_named = !head.partnership.trim().is_empty();
    let table = if head.table.is_empty() { String::new() } else { format!(", table {}", head.table) };
    (clean_line(if is_named { &head.partnership } else { "Unnamed partnership" }), clean_line(&table))
}

/// A text in so many columns of a terminal, whatever script it is in: what is longer ends in three dots.
fn in_columns(text: &str, columns: usize) -> String {
    let mut cut = String::new();
    if text.width() > columns {
        for letter in text.graphemes(true) {
            if cut.width() + letter.width() > columns.saturating_sub(DOTS.len()) {
                break;
            }
            cut.push_str(letter);
        }
        cut.push_str(DOTS);
    } else {
        cut.push_str(text);
    }
    let blanks = columns.saturating_sub(cut.width());
    cut + &" ".repeat(blanks)
}

/// `2026-03-12  34 of 36  Glenside CPP                  in progress  2026-03-12-glenside-cpp.ron`
fn line(out: &mut dyn Write, entry: &Entry, columns: usize) -> io::Result<()> {
    let date = entry.date().map_or_else(|| "no date".to_owned(), |date| date.to_string());
    let name = clean_line(&entry.path.file_name().unwrap_or_default().to_string_lossy());
    match &entry.head {
        Ok(head) => {
            let (partnership, table) = named(head);
            let room = columns.saturating_sub(table.width()).min(partnership.width());
            let partnership = in_columns(&(in_columns(&partnership, room) + &table), columns);
            let (done, of, status) = (head.done, head.of, status(head));
            writeln!(out, "{date:<10}  {done:>2} of {of:<2}  {partnership}  {status:<11}  {name}")
        }
        Err(problem) => writeln!(out, "{date:<10}  {:<8}  {name}: {}", "-", clean_line(problem)),
    }
}

#[cfg(test)]
mod tests {
    use super::{NAME, in_columns};
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn a_name_takes_its_columns_in_every_script_and_is_cut_between_letters() {
        let long = "n".repeat(60);
        let cut = format!("{}...", "n".repeat(27));
        for (name, shown) in [
            ("Plain name", "Plain name"),
            ("東京都", "東京都"),
            (&"東".repeat(20), "東東東東東東東東東東東東東..."),
            ("Cafe\u{301} Glenside", "Cafe\u{301} Glenside"),
            (&long, &cut),
            (&"e\u{301}".repeat(40), &format!("{}...", "e\u{301}".repeat(27))),
            ("", ""),
        ] {
            let text = in_columns(name, NAME);
            assert_eq!(text.width(), NAME, "{name}");
            assert_eq!(text.trim_end(), shown);
        }
    }
}
