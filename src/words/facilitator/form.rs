//! What forms say: what a field is for, and what became of what was typed.

use super::super::{count, date};
use jiff::civil::Date;

pub(crate) const HELP_WHAT: &str = "What will be done, in one sentence.";
pub(crate) const HELP_FOR: &str = "What it is for, by the map: P3, R6, AS7.";
pub(crate) const HELP_WHO: &str = "Who answers for it: a role or an organisation, no names of persons.";
pub(crate) const HELP_HELPED_BY: &str = "Who and what helps.";
pub(crate) const HELP_BY_WHEN: &str = "A date: 1/4/28, 30 June, end of June, in 6 weeks.";
pub(crate) const HELP_KNOW_BY: &str = "How the room will know that it worked.";
pub(crate) const NO_ACTION_YET: &str = "There is no action yet. N writes one.";
pub(crate) const NO_SUCH_STARTER: &str =
    "There is no starter with that number; Enter on the last line is your own words";
pub(crate) const NO_ACTION_ADDED: &str = "Nothing was written, so no action was added";
pub(crate) const NAME_ALONE: &str = "A name alone is no statement. It is kept half typed: D opens it";
pub(crate) const PRIVATE_NOTE_SHOWN: &str = "The room can read this now. F4 hides it again.";
pub(crate) const THE_SAME_RATING: &str =
    "Lowest and highest are the same: name two different ratings, or Esc and agree";
pub(crate) const WRITE_WHERE_TO_SAVE: &str = "Write where to save it, for example on a stick.";
pub(crate) const LOOKING_WHETHER_WRITABLE: &str = "Looking whether that can be written to.";
pub(crate) const WRITE_WHICH_FILE: &str = "Write which file, for example one on a stick.";
pub(crate) const OTHERS_WORDS: &str =
    "These are the words of somebody who answered the survey; they are not changed here.";
pub(crate) const READING_FILE: &str = "Reading that file.";
pub(crate) const LOOKING_AT_FOLDER: &str = "Looking at that folder.";
pub(crate) const TYPE_DOTS: &str = "Type how many dots the marked item got: digits";

/// What to write where a date was not understood.
pub(crate) fn no_date(today: Date) -> String {
    format!("try {}", date(today.last_of_month()))
}

pub(crate) fn not_on_the_map(ids: &[&str]) -> String {
    format!("not on the map: {}", ids.join(", "))
}

pub(crate) fn not_read_as_date(typed: &str, why: &str) -> String {
    format!("\"{typed}\" was not read as a date: {why}")
}

pub(crate) fn action_kept_half_typed(unread: &str) -> String {
    format!("{unread}. It is kept half typed: Enter opens it")
}

/// What becomes of a review date that cannot be read, or was refused.
pub(crate) fn review_kept_half_typed(typed: &str, why: Option<&str>) -> String {
    let why = why.map_or_else(|| format!("\"{typed}\" is not taken"), |why| not_read_as_date(typed, why));
    format!("{why}. It is kept half typed: R opens it")
}

/// A disagreement that was left without a range: what still stands, or that nothing does.
pub(crate) fn no_range_recorded(before: Option<&str>, has_views: bool) -> String {
    let still = before.map_or_else(
        || "Nothing recorded: \"not agreed\" needs a lowest and a highest rating".to_owned(),
        |before| format!("As it was: {before}"),
    );
    if has_views { format!("{still}. The views are kept half typed: X opens them") } else { still }
}

pub(crate) fn unread_in_setup(field: &str, typed: &str) -> String {
    format!("{field}: \"{typed}\" is kept in set-up until it can be read; what stood there before counts")
}

/// Why nothing more is taken into a text that holds no more letters than `most`.
pub(crate) fn text_is_full(most: usize) -> String {
    let most = thousands(most);
    format!("This text is full: it has {most} letters, the most that fit. Go on in another place.")
}

pub(crate) fn text_too_long(letters: usize, room: usize) -> String {
    let (letters, room) = (thousands(letters), thousands(room));
    format!(
        "That has {letters} letters, and {room} fit here. Nothing of it was taken: shorten it, or bring it in parts."
    )
}

pub(crate) fn nothing_taken(why: impl std::fmt::Display) -> String {
    format!("Nothing of it was taken. {why}")
}

pub(crate) fn nothing_changed(why: impl std::fmt::Display) -> String {
    format!("Nothing was changed. {why}")
}

/// `65,536`.
fn thousands(number: usize) -> String {
    match (number / 1000, number % 1000) {
        (0, rest) => rest.to_string(),
        (thousand, rest) => format!("{},{rest:03}", thousands(thousand)),
    }
}

pub(crate) fn only_so_many_answers(many: usize) -> String {
    format!("There are {} here: press the key of one of them", count(many, "answer", "answers"))
}
