//! What keys answer on the way through a workshop: on items, slides and the agenda, and in the room check.

pub(crate) const MARK_A_RATING: &str = "Mark an answer with Left and Right, or key 1 to 5";
pub(crate) const MARK_AN_ANSWER: &str = "Mark an answer with Left and Right, or press its key";
pub(crate) const NOTHING_LINKED: &str = "Nothing is linked with this risk";
pub(crate) const NOTHING_PARKED: &str = "Nothing is parked. K on an item parks it, to come back to";
pub(crate) const NO_LONGER_PARKED: &str = "No longer parked";
pub(crate) const DIVE_OVER: &str = "The deep dive is over. Agree on a rating, or X: not agreed";
pub(crate) const NO_MINUTES_PLANNED: &str = "This framework plans no minutes; the overview (M) shows what is done";
pub(crate) const NO_GROUP_SHOWN: &str = "No group's view can be shown: it takes five votes or more in two groups";
pub(crate) const F4_FINISHES: &str = "F4 finishes the session; PgUp goes back.";
pub(crate) const M_SHOWS_OVERVIEW: &str = "PgUp goes back, M shows the overview.";
pub(crate) const LAST_COMPARISON_SLIDE: &str = "That was the last slide. PgUp goes back, Esc closes the comparison.";
pub(crate) const NO_LEARNED_KEY: &str = "There is no learned key to forget";
pub(crate) const KEYS_FORGOTTEN: &str = "The learned keys are forgotten";
pub(crate) const NO_FOLLOW_UP: &str = "This is no follow-up: F in the list of saved sessions begins one.";

pub(crate) fn deep_dive(number: usize, most: usize) -> String {
    format!("Deep dive {number} of {most}: five minutes. F again ends it")
}

pub(crate) fn no_page_of_its_own(part: &str) -> String {
    format!("{part}: talk about it here; this part has no page of its own")
}

pub(crate) fn last_slide(what_next: &str) -> String {
    format!("That was the last slide. {what_next}")
}

pub(crate) fn learned(key: impl std::fmt::Display, button: &str) -> String {
    format!("Learned: {key} is \"{button}\" from now on, wherever you are not typing")
}

pub(crate) fn mouse(on: bool) -> &'static str {
    if on { "Mouse on: click a digit or a cell" } else { "Mouse off: text can be selected" }
}

/// What a decision was last time and is now; `date` where that is known.
pub(crate) fn last_time_and_now(date: Option<&str>, then: &str, now: &str) -> String {
    let date = date.map_or(String::new(), |date| format!(", {date}"));
    format!("Last time{date}: {then}. Now: {now}")
}
