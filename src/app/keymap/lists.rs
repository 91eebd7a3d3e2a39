//! The table as a manual lists it: for each context the names of what can be pressed or written, with their help.
//!
//! The README's lists and the man page are made from it. A test compares the README, so that it cannot fall behind.

use super::{Binding, Context, in_context, is_text};
use std::fmt::Write;

type Rows = Vec<(Vec<String>, String)>;

/// Every context with its keys, all of a command named, and what they do.
pub fn keys() -> impl Iterator<Item = (Context, Rows)> {
    listed(|row| match row.digits() {
        Some(_) => (vec![row.name().to_owned()], row.help.to_owned()),
        None => (row.keys().map(|key| key.to_string()).collect(), row.help.to_owned()),
    })
}

/// Every context with what can be written there, and what that does.
pub fn words() -> impl Iterator<Item = (Context, Rows)> {
    listed(|row| (row.written(is_text(row.context)), format!("{} {}", row.takes(), row.help).trim_start().to_owned()))
}

fn listed(list: fn(&Binding) -> (Vec<String>, String)) -> impl Iterator<Item = (Context, Rows)> {
    let rows = move |context| in_context(context).map(list).filter(|(names, _)| !names.is_empty()).collect();
    let all = Context::ALL.iter().map(move |context| (*context, rows(*context)));
    all.filter(|(_, rows): &(Context, Rows)| !rows.is_empty())
}

/// Every key as Markdown: a table line for each context.
pub fn keys_markdown() -> String {
    markdown("keys", keys(), &[])
}

/// Everything that can be written, as Markdown.
pub fn words_markdown() -> String {
    markdown("what can be written", words(), &["Enter", "a number"])
}

fn markdown(head: &str, contexts: impl Iterator<Item = (Context, Rows)>, described: &[&str]) -> String {
    let mut text = format!("\n| where | {head} |\n|---|---|\n");
    let quoted = |name: String| if described.contains(&name.as_str()) { name } else { format!("`{name}`") };
    for (context, rows) in contexts {
        let cell = |(names, help): (Vec<String>, String)| {
            format!("{} {help}", names.into_iter().map(quoted).collect::<Vec<_>>().join(", "))
        };
        let cells: Vec<String> = rows.into_iter().map(cell).collect();
        // Writing to a String cannot fail.
        let _ = writeln!(text, "| **{}** | {} |", context.title(), cells.join(" · "));
    }
    text
}
