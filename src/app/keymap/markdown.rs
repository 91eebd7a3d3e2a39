//! The lists of the README, made from the one table: of the keys, and of what can be written in lines.
//!
//! A test compares the README with them, so they cannot fall behind.

use super::{Binding, Context, in_context};
use std::fmt::Write;

/// Every key as Markdown: a table line for each context, every key of a command named.
#[must_use]
pub fn keys_markdown() -> String {
    list("keys", |row| match row.digits() {
        Some(_) => vec![format!("`{}`", row.name())],
        None => row.keys().map(|key| format!("`{key}`")).collect(),
    })
}

/// Everything that can be written, as Markdown.
#[must_use]
pub fn words_markdown() -> String {
    list("what can be written", |row| {
        let mut names = row.written(super::is_text(row.context));
        for name in names.iter_mut().filter(|name| !matches!(name.as_str(), "Enter" | "a number")) {
            *name = format!("`{name}`");
        }
        if let Some(last) = names.last_mut().filter(|_| !row.takes().is_empty()) {
            *last = format!("{last} {}", row.takes());
        }
        names
    })
}

fn list(head: &str, names: impl Fn(&Binding) -> Vec<String>) -> String {
    let mut text = format!("\n| where | {head} |\n|---|---|\n");
    for context in Context::ALL {
        let rows = in_context(*context).map(|row| (names(row), row.help));
        let cells =
            rows.filter(|(names, _)| !names.is_empty()).map(|(names, help)| format!("{} {help}", names.join(", ")));
        let cells: Vec<String> = cells.collect();
        if !cells.is_empty() {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "| **{}** | {} |", context.title(), cells.join(" · "));
        }
    }
    text
}
