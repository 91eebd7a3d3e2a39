//! Lines where text is being written: each goes into the field in focus, and an empty one leaves the field as it is.
//!
//! Everything is kept line by line, so that nothing of it waits for the end.

use super::reading::{Heard, ask, key, one_digit, text};
use crate::app::keymap::Command;
use crate::app::{
    ActionBox, App, DissentForm, Key, LineField, LineForm, Msg, NotAgreed, NotAgreedPart, Overlay, Screen, Voting, Way,
};
use crate::framework::{Level, Rating};
use crate::session::{Presence, Register, UNSORTED};
use crate::words::sentence;

/// A text with another line under it.
pub(super) fn joined(before: &str, line: &str) -> String {
    if before.trim().is_empty() { line.to_owned() } else { format!("{before}\n{line}") }
}

/// A line for the field in focus.
pub(super) fn written(app: &App, line: &str) -> Heard {
    // Both are known before anything is stored: what a field cannot hold leaves it, and the next one, alone.
    if let Some(problem) = app.problem_with(line).filter(|_| !line.is_empty()) {
        return Heard::Refuse(sentence(&problem));
    }
    match (app.overlays.last(), &app.screen) {
        (Some(Overlay::Note(note)), _) => Heard::Ask(vec![text(joined(&note.field.text(), line))]),
        (Some(Overlay::Dissent(form)), _) => statement(form, line),
        (Some(Overlay::NotAgreed(form)), _) => match form.focus {
            NotAgreedPart::Low | NotAgreedPart::High => rating(line, form),
            NotAgreedPart::LowView | NotAgreedPart::HighView => field(line, Command::NextField),
        },
        (Some(Overlay::Register(page)), _) => match (&page.form, &app.cx.workshop) {
            (Some(form), Some(workshop)) => register_field(form, &workshop.session.register, line),
            _ => Heard::Ask(Vec::new()),
        },
        (Some(Overlay::Actions(page)), _) => match page.on_top {
            Some(ActionBox::Form(_)) => field(line, Command::NextField),
            _ => field(line, Command::Choose),
        },
        (Some(Overlay::SaveAs(_)), _) => field(line, Command::SaveAs),
        (Some(Overlay::Folder(_)), _) | (None, Screen::List) => field(line, Command::Choose),
        (None, Screen::Setup(_)) => field(line, Command::NextField),
        _ => Heard::Ask(Vec::new()),
    }
}

/// A line for a field, and on; an empty one leaves it as it is.
fn field(line: &str, on: Command) -> Heard {
    let written = (!line.is_empty()).then(|| text(line));
    Heard::Ask(written.into_iter().chain([ask(on)]).collect())
}

/// One of the two ratings of a disagreement.
fn rating(line: &str, form: &NotAgreed) -> Heard {
    let is_last = form.focus == NotAgreedPart::High;
    let which = if is_last { "highest" } else { "lowest" };
    let example = format!("Write the {which} rating that somebody stands by, 1 to 5; a full stop closes.");
    let digit = one_digit(line).and_then(|digit| Some((digit, Rating::from_digit(digit)?)));
    match digit {
        Some((_, rating)) if is_last && form.low == Some(rating) => {
            Heard::refuse("Lowest and highest are the same: write two different ratings.")
        }
        Some((digit, _)) => Heard::Ask(vec![key(digit)]),
        None if line.is_empty() && form.range().is_some() => Heard::Ask(vec![ask(Command::NextField)]),
        None if line.is_empty() => Heard::say(example),
        None => Heard::Refuse(example),
    }
}

/// A line of a minority statement, or who asked to be named.
fn statement(form: &DissentForm, line: &str) -> Heard {
    match form.naming {
        false => Heard::Ask(vec![text(joined(&form.text.text(), line))]),
        true if line.is_empty() => Heard::Ask(vec![ask(Command::Dismiss)]),
        true => Heard::Ask(vec![text(line), ask(Command::Dismiss)]),
    }
}

/// A full stop: after the words comes the name, after the name the end.
pub(super) fn end_statement(app: &App) -> Heard {
    let asks_for_name = match app.overlays.last() {
        Some(Overlay::Dissent(form)) => !form.naming && !form.text.text().trim().is_empty(),
        _ => false,
    };
    Heard::Ask(vec![ask(if asks_for_name { Command::NextField } else { Command::Dismiss })])
}

/// Opens the statements at a new one; words that came with it are the whole of it.
pub(super) fn dissent(app: &App, words: &str) -> Heard {
    let step = app.cx.current_step();
    let there = match (&app.cx.workshop, step.as_ref().and_then(|step| step.feature())) {
        (Some(workshop), Some(id)) => workshop.session.answer(id).dissent.len(),
        _ => 0,
    };
    let next = std::iter::repeat_with(|| ask(Command::Next)).take(there);
    let mut msgs: Vec<Msg> = std::iter::once(ask(Command::Dissent)).chain(next).collect();
    if !words.is_empty() {
        msgs.extend([text(words), ask(Command::Dismiss)]);
    }
    Heard::Ask(msgs)
}

/// Opens the vote on the item in sight; counts that came with it are those of the whole room.
pub(super) fn open_vote(app: &App, counts: &str) -> Heard {
    let mut msgs = vec![ask(Command::Vote)];
    if counts.is_empty() {
        return Heard::Ask(msgs);
    }
    if let Some(problem) = app.cx.problem_with_counts(counts) {
        return Heard::Refuse(sentence(&problem));
    }
    match app.cx.workshop.as_ref().and_then(|workshop| workshop.vote.as_ref()) {
        // Where the vote is on another item the app says so, and no count is taken in there.
        Some(vote) if !is_here(app, vote) => return Heard::Ask(msgs),
        Some(Voting { way: Some(Way::Hands), groups, .. }) if groups.len() == 1 => {}
        Some(Voting { way: Some(_), .. }) => {
            return Heard::refuse("The open vote is taken in another way; v alone goes on with it.");
        }
        _ => msgs.push(Msg::Key(Key::Char('1'))),
    }
    msgs.extend([text(counts), ask(Command::Choose)]);
    Heard::Ask(msgs)
}

fn is_here(app: &App, vote: &Voting) -> bool {
    app.cx.current_step().is_some_and(|step| vote.is_on(&step))
}

/// A line while votes are taken: how, five counts, or one digit a person.
pub(super) fn vote(app: &App, line: &str) -> Heard {
    let Some(vote) = app.cx.workshop.as_ref().and_then(|workshop| workshop.vote.as_ref()) else {
        return Heard::Ask(Vec::new());
    };
    match vote.way {
        None => match line.parse::<usize>() {
            Ok(number) if (1..=vote.offers.len()).contains(&number) => Heard::Ask(keys(line)),
            _ => Heard::refuse(format!("How does the room vote? Write a number from 1 to {}.", vote.offers.len())),
        },
        Some(Way::Hands) => Heard::Ask(vec![text(line), ask(Command::Choose)]),
        Some(Way::Keypad) => {
            let answers = vote.answers();
            let is_answer = |digit: u32| usize::try_from(digit).is_ok_and(|digit| digit <= answers);
            let votes =
                |letter: char| letter == '?' || letter.is_whitespace() || letter.to_digit(10).is_some_and(is_answer);
            if line.chars().all(votes) {
                return Heard::Ask(keys(line));
            }
            Heard::refuse(format!(
                "Each person writes 1 to {answers}, or 0 for \"don't know\". \"reveal\" shows the votes."
            ))
        }
    }
}

/// The letters of a line as keys, blanks left out.
fn keys(line: &str) -> Vec<Msg> {
    line.chars().filter(|letter| !letter.is_whitespace()).map(key).collect()
}

/// A line for a field of the register; what is chosen from a list may be written by its number or its words.
fn register_field(form: &LineForm, register: &Register, line: &str) -> Heard {
    if line.is_empty() {
        return Heard::Ask(vec![ask(Command::NextField)]);
    }
    match form.focus {
        LineField::People | LineField::Organisation | LineField::Role => field(line, Command::NextField),
        LineField::Sector => {
            let ids: Vec<&str> = sectors(register);
            let names: Vec<&str> = ids.iter().map(|id| register.name_of(id)).collect();
            let at = ids.iter().position(|id| *id == form.sector).unwrap_or(0);
            let is_number = line.parse::<usize>().is_ok();
            let new = || if is_number { one_of(&names) } else { field(line, Command::NextField) };
            turned(at, &names, line).unwrap_or_else(new)
        }
        LineField::Level => {
            let names: Vec<&str> = std::iter::once("not said").chain(Level::ALL.map(Level::word)).collect();
            let at = form.level.map_or(0, |level| 1 + Level::ALL.iter().position(|one| *one == level).unwrap_or(0));
            turned(at, &names, line).unwrap_or_else(|| one_of(&names))
        }
        LineField::Presence => {
            let names: Vec<&str> = Presence::ALL.iter().map(|one| one.words()).collect();
            let at = Presence::ALL.iter().position(|one| *one == form.presence).unwrap_or(0);
            turned(at, &names, line).unwrap_or_else(|| one_of(&names))
        }
    }
}

/// The sectors to choose from, by id.
pub(super) fn sectors(register: &Register) -> Vec<&str> {
    register.sectors.iter().map(|sector| sector.id.as_str()).chain([UNSORTED]).collect()
}

/// As many turns as lead from one choice to the one that is meant, and on to the next field.
fn turned(at: usize, names: &[&str], line: &str) -> Option<Heard> {
    let by_number = line.parse::<usize>().ok().and_then(|number| number.checked_sub(1)).filter(|to| *to < names.len());
    let to = by_number.or_else(|| names.iter().position(|name| name.eq_ignore_ascii_case(line)))?;
    let turns = (to + names.len() - at) % names.len();
    let turns = std::iter::repeat_with(|| ask(Command::Right)).take(turns);
    Some(Heard::Ask(turns.chain([ask(Command::NextField)]).collect()))
}

fn one_of(names: &[&str]) -> Heard {
    let numbered: Vec<String> = names.iter().enumerate().map(|(place, name)| format!("{} {name}", place + 1)).collect();
    Heard::refuse(format!("Write one of these, or its number: {}.", numbered.join(", ")))
}
