//! What a line probably is, whatever it would be taken for: a command where a text is asked for, a vote, a private note.
//!
//! It only looks; what a line is taken for is decided in `reading`.

use super::reading::{ask, id};
use super::row::Does;
use super::table;
use crate::app::keymap::{Command, Context};
use crate::app::{App, Msg, NoteKind, Overlay};

/// Words that somebody hardly means as a text.
const HARDLY_TEXT: [&str; 8] = ["h", "help", "q", "quit", "undo", "back", "next", "again"];

/// Why a line is hardly meant as the text that is asked for: it is a command here or nearby, an item, or an answer to
/// another question. Written once more it is taken.
pub(super) fn doubt(app: &App, line: &str) -> Option<String> {
    let (line, contexts) = (line.trim(), app.contexts());
    let nearby: &[Context] = match contexts.first()? {
        Context::Setup => &[Context::Card, Context::Session, Context::Letters, Context::Always],
        Context::ActionStart | Context::ActionForm | Context::ActionLine => &[Context::Actions, Context::Always],
        Context::RegisterLine => &[Context::Register, Context::Always],
        Context::Note | Context::NotAgreed | Context::Dissent => &[Context::Always],
        _ => return None,
    };
    // Where nothing may be changed, the app says that of every text.
    let read_only = app.cx.workshop.as_ref().is_some_and(|workshop| workshop.read_only.is_some());
    if line.is_empty() || line == "." || read_only || table::find(&contexts, line).is_some() {
        return None;
    }
    // A full stop before a number is how somebody writes it.
    let is_command = line.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    let is_known = HARDLY_TEXT.iter().any(|word| word.eq_ignore_ascii_case(line));
    let is_elsewhere = || {
        let has_words = line.chars().any(char::is_alphabetic);
        !has_words || id(app, line).is_some() || table::is_word(nearby, line)
    };
    (is_command || is_known || app.asks_for_words() && is_elsewhere()).then(|| DOUBT.into())
}

const DOUBT: &str = "A text is asked for here, and that reads like a command or an answer to something else. Write it \
                     once more if it is the text; commands begin with a full stop here, as in .help or .back.";

/// Whether a line may hold what is not to be repeated: a vote, or a private note.
pub(super) fn is_private(app: &App, line: &str) -> bool {
    let (line, contexts) = (line.trim(), app.contexts());
    let on_top = match app.overlays.last() {
        Some(Overlay::Vote) => true,
        Some(Overlay::Note(note)) => note.kind == NoteKind::Private,
        _ => false,
    };
    let does = table::find(&contexts, line).map(|(row, _)| row.does);
    let word = matches!(does, Some(Does::Vote | Does::Counts | Does::Write(Command::PrivateNote)));
    // Digits in a row are counts, wherever they were written.
    let counts = line.chars().filter(char::is_ascii_digit).count() > 1 && !line.chars().any(char::is_alphabetic);
    on_top || word || counts
}

/// What closes the text that is being written, and keeps it.
pub(super) fn close(app: &App) -> Option<Msg> {
    let writes = matches!(
        app.contexts().first()?,
        Context::Note
            | Context::NotAgreed
            | Context::Dissent
            | Context::RegisterLine
            | Context::ActionForm
            | Context::ActionLine
    );
    writes.then(|| ask(Command::Dismiss))
}
