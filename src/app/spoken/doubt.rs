//! What a line probably is, whatever it would be taken for: a command where a text is asked for, a vote, a private note.
//!
//! It only looks; what a line is taken for is decided beside it.

use super::error::NotTaken;
use super::lookup;
use crate::app::keymap::{Command, Context};
use crate::app::{App, Msg, NoteKind, Overlay};

/// Words that somebody hardly means as a text.
const HARDLY_TEXT: [&str; 8] = ["h", "help", "q", "quit", "undo", "back", "next", "again"];

/// Why a line is hardly meant as the text that is asked for: it is a command here or nearby, an item, or an answer to
/// another question. Written once more it is taken.
pub fn doubt(app: &App, line: &str) -> Option<String> {
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
    if line.is_empty() || line == "." || read_only || lookup::find(&contexts, line).is_some() {
        return None;
    }
    // A full stop before a number is how somebody writes it.
    let is_command = line.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    let is_known = HARDLY_TEXT.iter().any(|word| word.eq_ignore_ascii_case(line));
    let is_elsewhere = || {
        let has_words = line.chars().any(char::is_alphabetic);
        !has_words || app.item_named(line).is_some() || lookup::is_word(nearby, line)
    };
    (is_command || is_known || super::expected::expects_words(app) && is_elsewhere())
        .then(|| NotTaken::HardlyText.to_string())
}

/// Whether a line may hold what is not to be repeated: a vote, or a private note.
pub fn is_private_line(app: &App, line: &str) -> bool {
    let (line, contexts) = (line.trim(), app.contexts());
    let on_top = match app.overlays.last() {
        Some(Overlay::Vote(_)) => true,
        Some(Overlay::Note(note)) => note.kind == NoteKind::Private,
        _ => false,
    };
    let command = lookup::find(&contexts, line).map(|(row, _)| row.command);
    let word = matches!(command, Some(Command::Vote | Command::Counts | Command::PrivateNote));
    // Digits in a row are counts, wherever they were written.
    let counts = line.chars().filter(char::is_ascii_digit).count() > 1 && !line.chars().any(char::is_alphabetic);
    on_top || word || counts
}

/// What closes the text that is being written, and keeps it.
pub fn end_of_text(app: &App) -> Option<Msg> {
    let writes = matches!(
        app.contexts().first()?,
        Context::Note
            | Context::NotAgreed
            | Context::Dissent
            | Context::RegisterLine
            | Context::ActionForm
            | Context::ActionLine
    );
    writes.then_some(Msg::Command(Command::Dismiss))
}

/// What would be left undone if nothing more were said, as a sentence.
pub fn left_open(app: &App) -> Option<String> {
    if let Some(Overlay::Ask(_)) = app.overlays.last() {
        return Some(NotTaken::NotAnswered.to_string());
    }
    let vote = app.cx.workshop.as_ref()?.unkept_vote()?;
    Some(NotTaken::VoteLeftOpen(vote.item().clone()).to_string())
}
