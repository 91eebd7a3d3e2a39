//! The table as a manual lists it: for each context the names of what can be pressed or written, with their help.
//!
//! The manual's lists and the man page are made from it. A test compares the manual's files, so that they cannot fall
//! behind.

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

pub fn keys_page() -> String {
    page("Every key, by page", keys(), &[])
}

/// Everything that can be written, as a page of the manual.
pub fn words_page() -> String {
    page("Every line, by place", words(), &["Enter", "a number"])
}

/// A page in Markdown: a heading for each context, a line for each row.
fn page(title: &str, contexts: impl Iterator<Item = (Context, Rows)>, described: &[&str]) -> String {
    let mut text = format!("# {title}\n");
    let quoted = |name: String| if described.contains(&name.as_str()) { name } else { format!("`{name}`") };
    // Writing to a String cannot fail.
    for (context, rows) in contexts {
        let _ = writeln!(text, "\n## {}\n", context.title());
        for (names, help) in rows {
            let names: Vec<String> = names.into_iter().map(quoted).collect();
            let _ = writeln!(text, "- {}: {help}", names.join(", "));
        }
    }
    text
}
