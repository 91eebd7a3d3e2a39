//! What can be written just now, made from the one table: every row, or the names in one line.

use super::lookup;
use crate::app::App;
use crate::app::keymap::{self, Binding, Context};
use crate::words;

/// What can be written here, a line each, the likeliest first.
pub fn help_in_lines(app: &App) -> Vec<String> {
    let contexts = app.contexts();
    let text = contexts.first().is_some_and(|context| keymap::is_text(*context));
    let mut lines = vec![if text { words::TEXT_IS_TAKEN } else { words::CAN_BE_WRITTEN }.to_owned()];
    for row in contexts.iter().flat_map(|context| lookup::of(*context)).filter(|row| app.is_enabled(row.command)) {
        let names: Vec<String> = row.written(text).into_iter().map(quoted).collect();
        if !names.is_empty() {
            lines.push(format!("{}{}: {}.", names.join(" or "), takes(row), row.help));
        }
    }
    if !text {
        lines.push(words::NAMES_OF_KEYS.into());
    }
    lines
}

/// The names of what can be written here, in one line.
pub fn choices_in_short(app: &App) -> String {
    let contexts = app.contexts();
    let Some(first) = contexts.iter().find(|context| **context != Context::Rehearsal) else { return "any line".into() };
    let text = keymap::is_text(*first);
    let rows = lookup::of(*first).filter(|row| app.is_enabled(row.command));
    let mut names: Vec<String> = rows.flat_map(|row| row.written(text)).map(quoted).collect();
    names.push(if text { ".help" } else { "help" }.into());
    format!("{}{}", if text { words::A_TEXT_OR } else { "" }, names.join(", "))
}

/// A name as it is read aloud: signs alone are easily missed.
fn quoted(name: String) -> String {
    match name.as_str() {
        "." => words::A_FULL_STOP.into(),
        "?" => "? (question mark)".into(),
        "-" => "- (minus)".into(),
        "/" => "/ (slash)".into(),
        "+" => "+ (plus)".into(),
        _ => name,
    }
}

fn takes(row: &Binding) -> String {
    if row.takes().is_empty() { String::new() } else { format!(", then {}", row.takes()) }
}
