//! What can be written here, said or as the README's list: both made from the one table.
//!
//! A test compares the README with it, so the list cannot fall behind.

use super::row::Row;
use super::table;
use crate::app::App;
use crate::app::keymap::Context;
use std::fmt::Write;

/// What can be done in sight, a line each, the likeliest first.
pub(super) fn spoken(app: &App) -> Vec<String> {
    let contexts = app.contexts();
    let text = contexts.first().is_some_and(|context| table::is_text(*context));
    let mut lines = vec![if text {
        "What you write here is taken as it is, but for these:".to_owned()
    } else {
        "What can be written here:".to_owned()
    }];
    for row in contexts.iter().flat_map(|context| table::of(*context)).filter(|row| row.is_offered(app)) {
        let names: Vec<String> = row.names(text).into_iter().map(quoted).collect();
        if !names.is_empty() {
            lines.push(format!("{}{}: {}.", names.join(" or "), takes(row), row.help));
        }
    }
    if !text {
        lines.push("The names of keys, as F4 or Esc, mean here what they mean in the full program.".into());
    }
    lines
}

/// The names of what can be done in sight, in one line.
pub(super) fn in_short(app: &App) -> String {
    let contexts = app.contexts();
    let Some(first) = contexts.first() else { return "any line".into() };
    let text = table::is_text(*first);
    let rows = table::of(*first).filter(|row| row.is_offered(app));
    let mut names: Vec<String> = rows.flat_map(|row| row.names(text)).map(quoted).collect();
    names.push(if text { ".help" } else { "help" }.into());
    format!("{}{}", if text { "a text, or " } else { "" }, names.join(", "))
}

/// A name as it is read aloud: signs alone are easily missed.
fn quoted(name: String) -> String {
    match name.as_str() {
        "." => "a full stop".into(),
        "?" => "? (question mark)".into(),
        "-" => "- (minus)".into(),
        "/" => "/ (slash)".into(),
        "+" => "+ (plus)".into(),
        _ => name,
    }
}

fn takes(row: &Row) -> String {
    if row.takes.is_empty() { String::new() } else { format!(", then {}", row.takes) }
}

/// Every row as Markdown: a table line for each context.
#[must_use]
pub fn markdown() -> String {
    let mut text = String::from("\n| where | what can be written |\n|---|---|\n");
    for context in Context::ALL {
        let cell: Vec<String> = table::of(context).map(cell).collect();
        if !cell.is_empty() {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "| **{}** | {} |", context.title(), cell.join(" · "));
        }
    }
    text
}

fn cell(row: &Row) -> String {
    let names: Vec<String> = row
        .names(table::is_text(row.at))
        .into_iter()
        .map(|name| match name.as_str() {
            "Enter" | "a number" => name,
            _ => format!("`{name}`"),
        })
        .collect();
    let takes = if row.takes.is_empty() { String::new() } else { format!(" {}", row.takes) };
    format!("{}{takes} {}", names.join(", "), row.help)
}
