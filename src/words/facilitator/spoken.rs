//! The words in which a line is said: what stands for a sign, what answers another question, and an example a field.

use super::{A_FULL_STOP, SAYS_DONT_KNOW};

/// Signs by their names, and short ways of saying an answer.
const STANDS_FOR: [(&str, &str); 15] = [
    ("question mark", "?"),
    ("minus", "-"),
    ("dash", "-"),
    ("hyphen", "-"),
    ("na", "-"),
    ("n/a", "-"),
    ("not applicable", "-"),
    ("not relevant here", "-"),
    ("slash", "/"),
    ("plus", "+"),
    ("exclamation mark", "!"),
    ("full stop", "."),
    (A_FULL_STOP, "."),
    ("period", "."),
    ("empty line", ""),
];

/// Numbers as they are dictated, from one.
pub(crate) const NUMBERS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Short answers to other questions.
const SHORT_ANSWERS: [&str; 16] = [
    "yes",
    "no",
    "y",
    "n",
    "ok",
    "okay",
    "none",
    "nobody",
    "nothing",
    "anonymous",
    "named",
    "unnamed",
    "comma",
    "full",
    "period",
    "question",
];

/// What somebody says to the program, whatever is asked for.
const TO_THE_PROGRAM: [&str; 14] = [
    "stop",
    "exit",
    "save",
    "cancel",
    "start",
    "begin",
    "continue",
    "escape",
    "here",
    "end",
    "that's it",
    "that is it",
    "that's all",
    "scratch that",
];

/// What somebody says first who names nobody.
const NAMES_NOBODY: [&str; 7] = ["no", "not", "none", "nobody", "nope", "without", "anonymous"];

/// What somebody says behind a command and means nothing by it.
pub(crate) const FILLERS: [&str; 12] =
    ["please", "that", "it", "this", "me", "now", "item", "page", "session", "action", "line", "paragraph"];

/// The sign that a whole line names.
pub(crate) fn stands_for(line: &str) -> Option<&'static str> {
    let is = |words: &&str| words.eq_ignore_ascii_case(line);
    let sign = STANDS_FOR.iter().find(|(words, _)| is(words)).map(|(_, sign)| *sign);
    sign.or_else(|| SAYS_DONT_KNOW.iter().any(is).then_some("?"))
}

/// Whether a line is a short answer, or "no" to what is asked.
pub(crate) fn is_short_answer(line: &str) -> bool {
    let line = line.to_lowercase();
    let bare = line.strip_prefix("no ").or(line.strip_prefix("not ")).unwrap_or(&line);
    SHORT_ANSWERS.contains(&bare) || is_number_word(bare) || stands_for(&line).is_some()
}

/// Whether a line is said to the program, and is no text.
pub(crate) fn is_said_to_the_program(line: &str) -> bool {
    TO_THE_PROGRAM.iter().any(|one| one.eq_ignore_ascii_case(line))
}

/// Whether a line may say that nobody is to be named.
pub(crate) fn may_name_nobody(line: &str) -> bool {
    let first = line.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    NAMES_NOBODY.iter().any(|one| one.eq_ignore_ascii_case(first))
}

/// The digit of a number as it is dictated.
pub(crate) fn digit_of(word: &str) -> Option<char> {
    let place = NUMBERS.iter().position(|one| one.eq_ignore_ascii_case(word))?;
    char::from_digit(u32::try_from(place + 1).ok()?, 10)
}

pub(crate) fn is_number_word(word: &str) -> bool {
    NUMBERS.iter().any(|one| one.eq_ignore_ascii_case(word))
}

pub(crate) const EXAMPLE_PARTNERSHIP: &str = "Glenside Community Planning Partnership";
pub(crate) const EXAMPLE_PURPOSE: &str = "To plan the year";
pub(crate) const EXAMPLE_VENUE: &str = "Town hall";
pub(crate) const EXAMPLE_FACILITATOR: &str = "The partnership manager";
pub(crate) const EXAMPLE_TABLE: &str = "Blue";
pub(crate) const EXAMPLE_ORGANISATION: &str = "Citizens Advice";
pub(crate) const EXAMPLE_ROLE: &str = "Chair of the board";
pub(crate) const EXAMPLE_MEASURE: &str = "Half as many complaints";
pub(crate) const EXAMPLE_ACTION: &str = "Meet night staff each month";
pub(crate) const EXAMPLE_LOG: &str = "The board agreed to pay for it";
pub(crate) const EXAMPLE_NAMED: &str = "the tenants' forum";
pub(crate) const EXAMPLE_SAID: &str = "Two grants end in March";
