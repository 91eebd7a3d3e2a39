//! What keys answer on the way through a workshop: on items, slides and the agenda, and in the room check.

use crate::words::count;

pub(crate) const MARK_A_RATING: &str = "Mark an answer with Left and Right, or key 1 to 5";
pub(crate) const MARK_AN_ANSWER: &str = "Mark an answer with Left and Right, or press its key";
pub(crate) const NOTHING_LINKED: &str = "Nothing is linked with this risk";
pub(crate) const NOTHING_PARKED: &str = "Nothing is parked. K on an item parks it, to come back to";
pub(crate) const NOTHING_TO_CLOSE: &str = "Nothing to close here. M shows the overview, PgDn goes on";
pub(crate) const NOTHING_TO_CLEAR: &str = "There is no answer here to take back";
pub(crate) const NOBODY_ON_THE_REGISTER: &str = "Nobody is on the register yet; N adds a line";
pub(crate) const NOTHING_MARKED: &str = "There is nothing on this slide to open";
pub(crate) const NOTHING_TO_VOTE_ON: &str = "The room votes on ratings and assumptions only";
pub(crate) const NO_PLAIN_WORDS: &str = "This framework has no plain words";
pub(crate) const NO_WALL: &str = "No wall is attached: there is nothing to freeze";
pub(crate) const NOBODY_EXPECTED: &str = "Nobody is expected: all on the register are here or have left";
pub(crate) const NO_SILENT_GROUP: &str = "After a vote by groups this asks those of three or four. There is none here";
pub(crate) const VIEWS_ON_THE_MAP: &str = "The views of the groups are on the map, the first slide";
pub(crate) const DETAILS_ON_THE_MAP: &str = "The items are on the first slide; PgUp goes back to it";
pub(crate) const EVIDENCE_OFFERED: [&str; 2] = ["Evidence? 7 low, 8 medium, 9 high", "Evidence? 7 8 9"];
pub(crate) const NO_LONGER_PARKED: &str = "No longer parked";
pub(crate) const NO_SESSION_FOR_CARD: &str = "No session is open, so there is nothing to note a card in.";
pub(crate) const DIVE_OVER: &str = "The deep dive is over. Agree on a rating, or X: not agreed";
pub(crate) const NO_MINUTES_PLANNED: &str = "This framework plans no minutes; the overview (M) shows what is done";
pub(crate) const NO_GROUP_SHOWN: &str = "No group's view can be shown: it takes five votes or more in two groups";
pub(crate) const F4_FINISHES: &str = "F4 finishes the session; PgUp goes back.";
pub(crate) const M_SHOWS_OVERVIEW: &str = "PgUp goes back, M shows the overview.";
pub(crate) const LAST_COMPARISON_SLIDE: &str = "That was the last slide. PgUp goes back, Esc closes the comparison.";
pub(crate) const ON_THE_LAST_SLIDE: &str = "The calendar of the actions is made on the last slide, Actions";
pub(crate) const NO_LEARNED_KEY: &str = "There is no learned key to forget";
pub(crate) const KEYS_FORGOTTEN: &str = "The learned keys are forgotten";
pub(crate) const NO_FOLLOW_UP: &str = "This is no follow-up: F in the list of saved sessions begins one.";

pub(crate) const WHICH_ITEM: &str = "Which item?";

/// How many items have an id that begins with what is typed.
pub(crate) fn begin_so(typed: &str, many: usize) -> String {
    let typed = typed.trim().to_uppercase();
    match many {
        0 => format!("No item begins with {typed}"),
        many => format!("{} with {typed}", count(many, "item begins", "items begin")),
    }
}

/// That a card was up; it is told to the room, so that it stops.
pub(crate) fn card_up_noted(is_new: bool) -> String {
    if is_new { "A card is up: let us stop and hear. Noted, never who" } else { "That card is noted already" }.into()
}

pub(crate) fn deep_dive(number: usize, most: usize) -> String {
    format!("Deep dive {number} of {most}: five minutes. F again ends it")
}

pub(crate) fn no_page_of_its_own(part: &str) -> String {
    format!("{part}: talk about it here; this part has no page of its own")
}

/// `, to 16:32 with break`; nothing where no clock goes that far.
pub(crate) fn to_the_clock(end: &str, has_break: bool) -> String {
    match end {
        "" => String::new(),
        end if has_break => tr!(", to {end} with break", end),
        end => tr!(", to {end}", end),
    }
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

pub(crate) fn timer(shown: bool) -> &'static str {
    if shown { "The timer is shown" } else { "The timer is hidden" }
}

pub(crate) fn plain_words_shown(on: bool) -> &'static str {
    if on { "Plain words on: they stand below each statement" } else { "Plain words off: the statement alone" }
}

/// What a decision was last time and is now; `date` where that is known.
pub(crate) fn last_time_and_now(date: Option<&str>, then: &str, now: &str) -> String {
    let date = date.map_or(String::new(), |date| format!(", {date}"));
    format!("Last time{date}: {then}. Now: {now}")
}

/// Whether the statements are always shown in plain words too.
pub(crate) fn plain_words(always: bool) -> &'static str {
    if always {
        "Plain words stand below every statement"
    } else {
        "Plain words are shown when W is pressed on an item"
    }
}
