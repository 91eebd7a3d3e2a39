//! Lines where text is being written: each goes into the field in focus, and an empty one leaves the field as it is.
//!
//! Everything is kept line by line, so that nothing of it waits for the end.

use super::error::NotTaken;
use super::{Parsed, key, text};
use crate::app::keymap::Command;
use crate::app::{
    ActionBox, App, DissentForm, DissentPart, LineField, LineForm, Msg, NotAgreed, NotAgreedPart, Overlay, PathKind,
    Screen, Voting,
};
use crate::framework::{Level, Rating};
use crate::session::{Presence, Register, Way};
use crate::words;

/// A text with another line under it.
pub(super) fn joined(before: &str, line: &str) -> String {
    if before.trim().is_empty() { line.to_owned() } else { format!("{before}\n{line}") }
}

/// The one character of a word.
pub(super) fn one_digit(word: &str) -> Option<char> {
    let mut letters = word.chars();
    letters.next().filter(|_| letters.next().is_none())
}

/// A line for the field in focus.
pub(super) fn written(app: &App, line: &str) -> Parsed {
    // Both are known before anything is stored: what a field cannot hold leaves it, and the next one, alone.
    if let Some(problem) = super::expected::problem_with(app, line).filter(|_| !line.is_empty()) {
        let is_command = super::doubt::is_command(app, line);
        return Parsed::Refused(if is_command { NotTaken::PerhapsCommand(problem).to_string() } else { problem });
    }
    if super::doubt::names_nobody(app, line) {
        return Parsed::refuse(&NotTaken::NoName);
    }
    match (app.overlays.last(), &app.screen) {
        (Some(Overlay::Note(note)), _) => Parsed::Messages(vec![text(joined(&note.text(), line))]),
        (Some(Overlay::Dissent(form)), _) => statement(form, line),
        (Some(Overlay::NotAgreed(form)), _) => match form.fields.in_focus().name {
            NotAgreedPart::Low | NotAgreedPart::High => rating(line, form),
            NotAgreedPart::LowView | NotAgreedPart::HighView => field(line, Command::NextField),
        },
        (Some(Overlay::Register(page)), _) => match (&page.form, &app.cx.workshop) {
            (Some(form), Some(workshop)) => register_field(form, &workshop.session.register, line),
            _ => Parsed::nothing(),
        },
        (Some(Overlay::Actions(page)), _) => match page.on_top {
            Some(ActionBox::Form(_)) => field(line, Command::NextField),
            _ => field(line, Command::Choose),
        },
        (Some(Overlay::Path(form)), _) if form.kind == PathKind::SaveAs => field(line, Command::SaveAs),
        (Some(Overlay::Path(_)), _) | (None, Screen::List(_)) => field(line, Command::Choose),
        (None, Screen::Setup(_)) => field(line, Command::NextField),
        _ => Parsed::nothing(),
    }
}

/// A line for a field, and on; an empty one leaves it as it is.
fn field(line: &str, on: Command) -> Parsed {
    let written = (!line.is_empty()).then(|| text(line));
    Parsed::Messages(written.into_iter().chain([Msg::Command(on)]).collect())
}

/// One of the two ratings of a disagreement.
fn rating(line: &str, form: &NotAgreed) -> Parsed {
    let is_last = form.fields.in_focus().name == NotAgreedPart::High;
    let which = if is_last { "highest" } else { "lowest" };
    let example = NotTaken::NoRating(which);
    let digit =
        one_digit(line).or_else(|| words::digit_of(line)).and_then(|digit| Some((digit, Rating::from_digit(digit)?)));
    match digit {
        Some((_, rating)) if is_last && form.rating(NotAgreedPart::Low) == Some(rating) => {
            Parsed::refuse(&NotTaken::SameRatings)
        }
        Some((digit, _)) if is_last => Parsed::Messages(vec![key(digit), Msg::Command(Command::NextField)]),
        Some((digit, _)) => Parsed::Messages(vec![key(digit)]),
        None if line.is_empty() && form.range().is_some() => Parsed::Messages(vec![Msg::Command(Command::NextField)]),
        None if line.is_empty() => Parsed::say(example.to_string()),
        None => Parsed::refuse(&example),
    }
}

/// A line of a minority statement, or who asked to be named.
fn statement(form: &DissentForm, line: &str) -> Parsed {
    match form.is_naming() {
        false => Parsed::Messages(vec![text(joined(&form.fields.text(&DissentPart::Text), line))]),
        true if line.is_empty() => Parsed::Messages(vec![Msg::Command(Command::Dismiss)]),
        true => Parsed::Messages(vec![text(line), Msg::Command(Command::Dismiss)]),
    }
}

/// A full stop: after the words comes the name, after the name the end.
pub(super) fn end_statement(app: &App) -> Parsed {
    let asks_for_name = match app.overlays.last() {
        Some(Overlay::Dissent(form)) => !form.is_naming() && !form.fields.text(&DissentPart::Text).trim().is_empty(),
        _ => false,
    };
    Parsed::Messages(vec![Msg::Command(if asks_for_name { Command::NextField } else { Command::Dismiss })])
}

/// Opens the statements at a new one; words that came with it are the whole of it.
pub(super) fn dissent(app: &App, words: &str) -> Parsed {
    let step = app.cx.current_step();
    let there = match (&app.cx.workshop, step.as_ref().and_then(|step| step.feature())) {
        (Some(workshop), Some(id)) => workshop.session.answer(id).dissent.len(),
        _ => 0,
    };
    let next = std::iter::repeat_with(|| Msg::Command(Command::Next)).take(there);
    let mut msgs: Vec<Msg> = std::iter::once(Msg::Command(Command::Dissent)).chain(next).collect();
    if !words.is_empty() {
        msgs.extend([text(words), Msg::Command(Command::Dismiss)]);
    }
    Parsed::Messages(msgs)
}

/// Opens the vote on the item in sight; counts that came with it are those of the whole room.
pub(super) fn open_vote(app: &App, counts: &str) -> Parsed {
    let mut msgs = vec![Msg::Command(Command::Vote)];
    if counts.is_empty() {
        return Parsed::Messages(msgs);
    }
    if has_signs(counts) {
        return Parsed::refuse(&NotTaken::SignedCount);
    }
    if let Some(problem) = app.cx.problem_with_counts(counts) {
        return Parsed::Refused(problem);
    }
    match app.cx.workshop.as_ref().and_then(|workshop| workshop.vote.as_ref()) {
        // Where the vote is on another item the app says so, and no count is taken in there.
        Some(vote) if !is_here(app, vote) => return Parsed::Messages(msgs),
        Some(vote) if vote.way == Way::Keypad || vote.groups.len() > 1 => {
            return Parsed::refuse(&NotTaken::VoteTakenOtherwise);
        }
        _ => {}
    }
    msgs.extend([text(counts), Msg::Command(Command::Choose)]);
    Parsed::Messages(msgs)
}

/// Whether counts have a sign or a fraction; on a number pad these part them, in a line a blank does.
fn has_signs(counts: &str) -> bool {
    counts.contains(['+', '-', '.', '*', '/'])
}

fn is_here(app: &App, vote: &Voting) -> bool {
    app.cx.current_step().is_some_and(|step| vote.is_on(&step))
}

/// A line while votes are taken: how, five counts, or one digit a person.
pub(super) fn vote(app: &App, line: &str) -> Parsed {
    let Some(vote) = app.cx.workshop.as_ref().and_then(|workshop| workshop.vote.as_ref()) else {
        return Parsed::nothing();
    };
    match vote.way {
        Way::Hands if has_signs(line) => Parsed::refuse(&NotTaken::SignedCount),
        Way::Hands => Parsed::Messages(vec![text(line), Msg::Command(Command::Choose)]),
        Way::Keypad => {
            let answers = vote.answers();
            let is_answer = |digit: u32| usize::try_from(digit).is_ok_and(|digit| digit <= answers);
            let votes =
                |letter: char| letter == '?' || letter.is_whitespace() || letter.to_digit(10).is_some_and(is_answer);
            let mut letters = line.chars().filter(|letter| !letter.is_whitespace());
            match (letters.next(), letters.next()) {
                (Some(vote), None) if votes(vote) => Parsed::Messages(vec![key(vote)]),
                (Some(_), Some(_)) if line.chars().all(votes) => Parsed::refuse(&NotTaken::SeveralVotes(answers)),
                _ => Parsed::refuse(&NotTaken::NoVote(answers)),
            }
        }
    }
}

/// A line for a field of the register; what is chosen from a list may be written by its number or its words.
fn register_field(form: &LineForm, register: &Register, line: &str) -> Parsed {
    if line.is_empty() {
        return Parsed::Messages(vec![Msg::Command(Command::NextField)]);
    }
    match form.fields.in_focus().name {
        LineField::People | LineField::Organisation | LineField::Role => field(line, Command::NextField),
        LineField::Sector => {
            let ids: Vec<&str> = register.sector_ids().collect();
            let names: Vec<&str> = ids.iter().map(|id| register.name_of(id)).collect();
            let at = ids.iter().position(|id| *id == form.sector).unwrap_or(0);
            let known = super::expected::sector_named(register, line).map_or(line, |place| names[place]);
            let new = || match super::expected::new_sector(line) {
                Some(new) => field(new, Command::NextField),
                None => one_of(&names),
            };
            turned(at, &names, known).unwrap_or_else(new)
        }
        LineField::Level => {
            let names: Vec<&str> = std::iter::once("not said").chain(Level::ALL.map(Level::label)).collect();
            let at = form.level().map_or(0, |level| 1 + Level::ALL.iter().position(|one| *one == level).unwrap_or(0));
            turned(at, &names, line).unwrap_or_else(|| one_of(&names))
        }
        LineField::Presence => {
            let names: Vec<&str> = Presence::ALL.iter().map(|one| one.label()).collect();
            let at = Presence::ALL.iter().position(|one| *one == form.presence()).unwrap_or(0);
            turned(at, &names, line).unwrap_or_else(|| one_of(&names))
        }
    }
}

/// As many turns as lead from one choice to the one that is meant, and on to the next field.
fn turned(at: usize, names: &[&str], line: &str) -> Option<Parsed> {
    let by_number = super::dictated::place(line).filter(|to| *to < names.len());
    let to = by_number.or_else(|| names.iter().position(|name| name.eq_ignore_ascii_case(line)))?;
    let turns = (to + names.len() - at) % names.len();
    let turns = std::iter::repeat_with(|| Msg::Command(Command::Right)).take(turns);
    Some(Parsed::Messages(turns.chain([Msg::Command(Command::NextField)]).collect()))
}

fn one_of(names: &[&str]) -> Parsed {
    let numbered: Vec<String> = names.iter().enumerate().map(|(place, name)| format!("{} {name}", place + 1)).collect();
    Parsed::refuse(&NotTaken::OneOf(numbered.join(", ")))
}
