//! A line as it is dictated or only half remembered, as the one that it means here.
//!
//! What is meant is decided by the whole line: of one that says two things nothing is guessed.

use super::dictated::{plain, without};
use super::error::NotTaken;
use super::{expected, lookup};
use crate::app::keymap::{Context, is_text};
use crate::app::{App, Voting};
use crate::session::Way;
use crate::words;
use std::borrow::Cow;

/// An answer to the question in sight: its key and its word.
pub type SpokenAnswer = (char, String);

/// What a line means, given the answers to the question in sight.
pub fn meant<'line>(app: &App, line: &'line str, answers: &[SpokenAnswer]) -> Cow<'line, str> {
    let (line, contexts) = (line.trim(), app.contexts());
    let Some(first) = contexts.first() else { return line.into() };
    if lookup::find(&contexts, line).is_some_and(|(row, rest)| !rest.is_empty() && row.takes_words()) {
        return line.into();
    }
    let plain = plain(line);
    let stands_for = words::stands_for(&plain);
    if is_text(*first) {
        // Words stay as they were written; what is read as a number, a day or a choice needs no full stop behind it.
        let any_words = expected::expects_words(app) || expected::expects_text(app);
        return match stands_for {
            Some(".") if any_words => ".".into(),
            _ if any_words => line.into(),
            _ => plain.into(),
        };
    }
    if *first == Context::ActionStart {
        return line.into();
    }
    // A vote is a digit; nothing else is read into it.
    if let Some(sign) = stands_for {
        let is_vote = *first == Context::Vote && !(sign == "?" && by_keypad(app));
        return if is_vote { plain.into() } else { sign.into() };
    }
    if matches!(first, Context::Ask | Context::Close) && plain.eq_ignore_ascii_case("n") {
        return "no".into();
    }
    let without_commas = plain.replace(',', "");
    if lookup::is_word(&contexts, &without_commas) {
        return without_commas.into();
    }
    let is_found = lookup::find(&contexts, &plain).is_some_and(|(row, rest)| rest.is_empty() || row.digits().is_none());
    match answer(&plain, answers).filter(|_| !is_found) {
        Some(key) => key.to_string().into(),
        None => plain.into(),
    }
}

/// The answer of which a whole line says the word, the number, or both.
fn answer(line: &str, answers: &[SpokenAnswer]) -> Option<char> {
    let line = line.to_lowercase().replace(',', " ");
    let words: Vec<&str> = without(&line, "number").split_whitespace().filter(|word| *word != "-").collect();
    let is_key = |(key, _): &&SpokenAnswer, word: &str| {
        let number = key.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
        let name = number.and_then(|number| words::NUMBERS.get(number.checked_sub(1)?));
        word == key.to_string() || name.is_some_and(|name| *name == word)
    };
    let said = |one: &&SpokenAnswer| one.1.to_lowercase();
    let whole = words.join(" ");
    let by_word = answers.iter().find(|one| said(one) == whole);
    let (first, rest) = words.split_first()?;
    let rest = rest.join(" ");
    let by_number = answers.iter().find(|one| is_key(one, first) && (rest.is_empty() || rest == said(one)));
    by_word.or(by_number).map(|(key, _)| *key)
}

/// Why nothing is read into a line that is the word of an answer and a command as well.
pub fn two_things(app: &App, line: &str, answers: &[SpokenAnswer]) -> Option<String> {
    let line = plain(line);
    let is_command = lookup::is_word(&app.contexts(), &line) && line.chars().count() > 1;
    let is_both = |(key, word): &&SpokenAnswer| is_command && key.is_ascii_digit() && word.eq_ignore_ascii_case(&line);
    let both = answers.iter().find(is_both);
    both.map(|(key, _)| NotTaken::TwoThings(*key).to_string())
}

fn by_keypad(app: &App) -> bool {
    let vote: Option<&Voting> = app.cx.workshop.as_ref().and_then(|workshop| workshop.vote.as_ref());
    vote.is_some_and(|vote| vote.way == Way::Keypad)
}
