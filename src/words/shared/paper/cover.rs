//! The cover: why the paper is here, what it asks of a meeting, and where it comes from.

use crate::words::{count, date};
use jiff::civil::Date;

pub(crate) const MEETING_IS_ASKED: &str = "The meeting is asked to:";
pub(crate) const NOTE_IT: &str = "note the self-evaluation in Appendix 1, and whose views it rests on";
pub(crate) const NOTHING_FIRST: &str = "note that the answers so far name nothing to act on first";
pub(crate) const NAMES_SHOWN: &str = "shown, because they were asked for";
pub(crate) const NAMES_LEFT_OUT: &str = "left out";

/// The line below the title: `Workshop of 20 May 2026, The hub. Draft: the session is still open`.
pub(crate) fn subtitle(day: Option<Date>, venue: &str, led_by: &str, is_draft: bool, is_sample: bool) -> String {
    let mut line = day.map_or("Workshop; its day was not said".into(), |day| format!("Workshop of {}", date(day)));
    if !venue.is_empty() {
        line = format!("{line}, {venue}");
    }
    if !led_by.is_empty() {
        line = format!("{line}, led by {led_by}");
    }
    if is_draft {
        line += ". Draft: the session is still open";
    }
    if is_sample {
        line += ". A sample: this partnership does not exist";
    }
    line
}

/// What the paper is, before how much was decided.
pub(crate) fn this_paper(partnership: &str, day: &str) -> String {
    format!(
        "This paper says how {partnership} sees its own partnership working, as the people in the room agreed on {day}, \
         and what it will do next. "
    )
}

pub(crate) fn held_for(purpose: &str) -> String {
    format!("The workshop was held for this: {purpose}")
}

pub(crate) fn decided(decided: usize, of: usize) -> String {
    format!("{decided} of {of} features were decided.")
}

pub(crate) fn come_first(items: &str) -> String {
    format!("agree that these come first, in this order: {items}")
}

pub(crate) fn protect(items: &str) -> String {
    format!("protect what works: {items}")
}

pub(crate) fn agree_actions(actions: usize) -> String {
    match u64::try_from(actions).unwrap_or(u64::MAX) {
        0 => "agree actions: none were taken at the workshop".into(),
        actions => format!("agree the action plan in Appendix 2 ({})", count(actions, "action", "actions")),
    }
}

pub(crate) fn look_again(day: Option<Date>) -> String {
    day.map_or("set a day to look again".into(), |day| format!("look again on {}", date(day)))
}

/// How the answers came about, and whose wording was asked.
pub(crate) fn background(people: u32, framework: &str, source: &str) -> String {
    let people = match people {
        0 => "People from the partnership".to_owned(),
        people => count(people, "person", "people"),
    };
    format!(
        "{people} walked through the results chain of \u{201c}{framework}\u{201d}, stage by stage. Each rating was agreed in \
         the room; where it was not, both views are kept. Votes, where the room took any, informed the talk and decided \
         nothing. The wording comes from {source}."
    )
}

/// What of names and notes is in the paper.
pub(crate) fn names(are_shown: bool) -> String {
    let names = if are_shown {
        "Names, organisations and roles are shown, because they were asked for when this report was made."
    } else {
        "The facilitator's name, the names of those who made a minority statement, and the organisations and roles on the \
         register are left out. Owners of actions stay: they are roles or organisations."
    };
    format!(
        "{names} Notes stand as they were typed: read them before the paper is passed on. The facilitator's private notes \
         are never part of a report."
    )
}
