//! What can be written just now, made from the one table: every row, or the names in one line.

use super::lookup;
use crate::app::App;
use crate::app::keymap::{self, Binding, Context};
use crate::words;

/// Rows that help says first; with what stands around them at most eight lines.
const FEW: usize = 6;

/// What can be written here, a line each, the likeliest first.
pub fn help_in_lines(app: &App) -> Vec<String> {
    let text = is_text(app);
    let mut lines = heading(text);
    lines.extend(rows(app).filter_map(|row| described(row, text)));
    if !text {
        lines.push(words::NAMES_OF_KEYS.into());
    }
    lines
}

/// The likeliest of it, and how to hear the rest.
pub fn help_in_short(app: &App) -> Vec<String> {
    let text = is_text(app);
    let all: Vec<String> = rows(app).filter_map(|row| described(row, text)).collect();
    let more = all.len().saturating_sub(FEW);
    let mut lines = heading(text);
    lines.extend(all.into_iter().take(FEW));
    lines.push(words::more_help(more, text));
    lines
}

/// What a word does here, or where it does something.
pub fn help_on(app: &App, word: &str) -> Vec<String> {
    let word = word.trim().trim_start_matches('.').trim_end_matches('.');
    let means = |row: &Binding| {
        let is_word = row.words().any(|one| !one.is_empty() && one.trim_start_matches('.').eq_ignore_ascii_case(word));
        is_word || row.keys().any(|key| key.to_string().eq_ignore_ascii_case(word))
    };
    let here: Vec<String> = rows(app).filter(|row| means(row)).filter_map(|row| described(row, is_text(app))).collect();
    if !here.is_empty() {
        return here;
    }
    let elsewhere = Context::ALL.iter().flat_map(|context| lookup::of(*context)).filter(|row| means(row));
    let mut lines: Vec<String> = elsewhere
        .filter_map(|row| {
            Some(words::help_elsewhere(row.context.title(), &described(row, keymap::is_text(row.context))?))
        })
        .collect();
    lines.truncate(FEW);
    if lines.is_empty() {
        lines.push(words::NO_SUCH_WORD.into());
    }
    lines
}

/// What to write instead of a line that is not understood: where its word belongs, or a few names from here.
pub(in crate::app) fn instead(app: &App, line: &str) -> String {
    let found = lookup::anywhere(line).filter(|(row, rest)| {
        let word = line.len() - rest.len();
        word > 1 && (rest.is_empty() || !row.takes().is_empty())
    });
    let mut places: Vec<&str> = found.map(|(row, _)| row.context.title()).collect();
    places.dedup();
    let few: Vec<String> = names(app).take(FEW).collect();
    words::write_instead(&places, &few)
}

fn is_text(app: &App) -> bool {
    app.contexts().first().is_some_and(|context| keymap::is_text(*context))
}

/// What is possible here, the innermost place first.
fn rows(app: &App) -> impl Iterator<Item = &'static Binding> {
    let rows = app.contexts().into_iter().flat_map(lookup::of);
    rows.filter(|row| app.is_enabled(row.command))
}

fn heading(text: bool) -> Vec<String> {
    vec![if text { words::TEXT_IS_TAKEN } else { words::CAN_BE_WRITTEN }.to_owned()]
}

/// What is written for a row, and what that does.
fn described(row: &Binding, text: bool) -> Option<String> {
    let names: Vec<String> = row.written(text).into_iter().map(quoted).collect();
    (!names.is_empty()).then(|| format!("{}{}: {}.", names.join(" or "), takes(row), row.help))
}

/// What can be written in the innermost place.
fn names(app: &App) -> impl Iterator<Item = String> {
    let first = app.contexts().into_iter().find(|context| *context != Context::Rehearsal);
    let rows = first.into_iter().flat_map(lookup::of).filter(|row| app.is_enabled(row.command));
    rows.flat_map(|row| row.written(keymap::is_text(row.context))).map(quoted)
}

/// The names of what can be written here, in one line.
pub fn choices_in_short(app: &App) -> String {
    let text = is_text(app);
    let mut names: Vec<String> = names(app).collect();
    if app.contexts().is_empty() {
        return "any line".into();
    }
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
        "!" => "! (exclamation mark)".into(),
        _ => name,
    }
}

fn takes(row: &Binding) -> String {
    if row.takes().is_empty() { String::new() } else { format!(", then {}", row.takes()) }
}
