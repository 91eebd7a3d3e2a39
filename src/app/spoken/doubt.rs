//! What a line probably is, whatever it would be taken for: a command where a text is asked for, a vote, a private note.
//!
//! It only looks; what a line is taken for is decided beside it.

use super::dictated::{number, plain, without};
use super::error::NotTaken;
use super::{expected, lookup};
use crate::app::keymap::{Command, Context};
use crate::app::{App, Msg, NoteKind, Overlay};
use crate::framework::{Confidence, Level, Rating};
use crate::session::{Bearing, Presence, RiskStatus, Verdict};
use crate::words;

/// Why a line is hardly meant as the text that is asked for: it is a command here or nearby, an item, or an answer to
/// another question. Written once more it is taken.
pub fn doubt(app: &App, line: &str) -> Option<String> {
    let (line, contexts) = (line.trim(), app.contexts());
    let found = lookup::find(&contexts, line);
    if found.is_some_and(|(row, _)| row.command == Command::HearPrivate) {
        let id = app.cx.current_step()?.item()?.clone();
        return app.private_note(&id).map(|_| words::PRIVATE_ASKS.to_owned());
    }
    // Where nothing may be changed, the app says that of every text.
    let read_only = app.cx.workshop.as_ref().is_some_and(|workshop| workshop.read_only.is_some());
    if read_only || line.is_empty() || line == "." {
        return None;
    }
    if names_nobody(app, line) || app.item_named(&plain(line)).is_some() && found.is_some() {
        return None;
    }
    let (is_one_line, is_many) = (expected::expects_words(app), expected::expects_text(app));
    if is_one_line || is_many {
        // A full stop before a number is how somebody writes it.
        let is_command = line.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
        let is_doubted = found.is_none() && (is_command || reads_otherwise(app, line, is_one_line));
        return is_doubted.then(|| NotTaken::HardlyText(expected::example(app)).to_string());
    }
    if let Some(new) = expected::sector_to_add(app, line) {
        let is_doubted = reads_otherwise(app, new, true) || is_command(app, &plain(line));
        return is_doubted.then(|| NotTaken::HardlyAdded.to_string());
    }
    let (row, mut added) = found.filter(|(row, rest)| !rest.is_empty() && row.takes_words())?;
    if row.command == Command::Log {
        added = added.split_once(char::is_whitespace).map_or("", |(_, text)| text.trim());
    }
    let kept =
        matches!(row.command, Command::Note | Command::PrivateNote | Command::Dissent | Command::New | Command::Log);
    let is_doubted = kept && !added.is_empty() && reads_otherwise(app, added, row.command == Command::New);
    is_doubted.then(|| NotTaken::HardlyAdded.to_string())
}

/// Whether a text reads like a command, an item or the answer to another question; of one line also whether it is a
/// day, a number of people or a choice.
fn reads_otherwise(app: &App, line: &str, is_one_line: bool) -> bool {
    let line = plain(line);
    let line = line.strip_suffix(" please").unwrap_or(&line);
    let framework = &app.cx.framework;
    let is = |label: &str| label.eq_ignore_ascii_case(line);
    let is_rating =
        || framework.stages.iter().any(|stage| Rating::ALL.iter().any(|one| is(framework.word(stage, *one))));
    let is_answer = || {
        words::is_short_answer(line)
            || words::is_said_to_the_program(line)
            || is_rating()
            || Verdict::ALL.iter().any(|one| is(one.label()))
            || Bearing::ALL.iter().any(|one| is(one.label()))
            || RiskStatus::ALL.iter().any(|one| is(one.label()))
            || Confidence::ALL.iter().any(|one| is(one.key()))
    };
    let words: Vec<&str> = line.split_whitespace().collect();
    let counts = || matches!(words[..], [count, _] if number(count).is_some() || words::is_number_word(count));
    let is_choice = || Level::ALL.iter().any(|one| is(one.label())) || Presence::ALL.iter().any(|one| is(one.label()));
    let is_sector = || {
        let register = app.cx.workshop.as_ref().map(|workshop| &workshop.session.register);
        let is_line = matches!(app.overlays.last(), Some(Overlay::Register(_)));
        is_line && register.is_some_and(|register| expected::sector_named(register, line).is_some())
    };
    let is_naming = || matches!(app.overlays.last(), Some(Overlay::Dissent(form)) if form.is_naming());
    let is_sign = |letter: char| letter.is_numeric() || letter.is_ascii_graphic();
    !line.contains(char::is_alphabetic) && line.contains(is_sign)
        || is_item(app, line)
        || is_command(app, without(line, "no"))
        || is_answer()
        || is_naming() && words::may_name_nobody(line)
        || is_one_line && (expected::is_day(app, line) || counts() || is_choice() || is_sector())
}

/// Whether a line says that nobody asked to be named, where a name is asked for.
pub(super) fn names_nobody(app: &App, line: &str) -> bool {
    let is_naming = matches!(app.overlays.last(), Some(Overlay::Dissent(form)) if form.is_naming());
    is_naming && words::is_short_answer(&plain(line))
}

/// `P3`, `P 3`, `P3 4`.
fn is_item(app: &App, line: &str) -> bool {
    let (id, rest) = line.split_once([' ', ':']).unwrap_or((line, ""));
    app.item_named(line).is_some() || app.item_named(id).is_some() && !rest.contains(char::is_alphabetic)
}

/// Whether a whole line is a command somewhere, with what may follow it.
pub(super) fn is_command(app: &App, line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or_default();
    let is_letter = word.chars().count() == 1 && !["a", "i", "A", "I"].contains(&word);
    lookup::anywhere(line).any(|(row, rest)| {
        let fills =
            || rest.split_whitespace().all(|word| words::FILLERS.iter().any(|one| one.eq_ignore_ascii_case(word)));
        let fits = match row.takes() {
            "" => false,
            "TEXT" | "WORDS" => is_letter || ["note", "dissent"].iter().any(|one| one.eq_ignore_ascii_case(word)),
            "LEVEL" => Confidence::ALL.iter().any(|one| one.key().eq_ignore_ascii_case(rest)),
            "DATE" => expected::is_day(app, rest),
            _ => is_item(app, without(rest, "to")) || !rest.is_empty() && !rest.contains(char::is_alphabetic),
        };
        fits || fills()
    })
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
