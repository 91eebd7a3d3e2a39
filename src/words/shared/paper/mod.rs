//! What only papers say: the report of a session, what changed, many partnerships together, what is printed before.

pub(crate) mod calendar;
pub(crate) mod check;
pub(crate) mod columns;
pub(crate) mod cover;
pub(crate) mod limits;
pub(crate) mod plan;
pub(crate) mod portfolio;
pub(crate) mod printed;
pub(crate) mod said_and_did;
pub(crate) mod survey;
pub(crate) mod tables;
pub(crate) mod votes;

use super::date;
use crate::analysis::LinkState;
use jiff::civil::Date;

pub(crate) const SKIP: &str = "Skip to the report";
pub(crate) const WHO_WAS_THERE: &str = "Who was in the room";
pub(crate) const WHERE_GROUPS_DIFFER: &str = "Where groups see it differently";
pub(crate) const ON_NOTHING: &str = "On no item in particular";
pub(crate) const ON_ASSUMPTIONS: &str = "Assumptions: the conditions for this to work";
pub(crate) const NO_ASSUMPTIONS: &str = "The assumptions were not discussed.";
pub(crate) const NOTHING_ON_RISKS: &str = "The risks were not discussed.";
pub(crate) const STOP_CARDS_TITLE: &str = "Cards that stop the room";
pub(crate) const STOP_CARDS_ARE_FOR: &str = "Anybody may hold one up at any time, without a word and without a reason. The \
                                             facilitator notes that a card was up, never whose.";
/// A sign, the word, and what the room does then.
pub(crate) const STOP_CARDS: [(&str, &str, &str); 3] = [
    ("\u{25a0}", "Stop", "We stop and ask what is needed."),
    ("\u{25bc}", "Slower", "We go more slowly, and say it once more."),
    ("?", "I don't understand", "We say it again in plain words."),
];
pub(crate) const HOW_TO_READ: &str = "How to read this";
pub(crate) const METHOD_AND_LIMITS: &str = "Method and limits";
pub(crate) const SELF_EVALUATION: &str = "Appendix 1: self-evaluation";
pub(crate) const ACTION_PLAN: &str = "Appendix 2: action plan";
pub(crate) const WHAT_WAS_SAID: &str = "Appendix 3: what was said";
pub(crate) const NOTHING_WAS_SAID: &str = "No notes were taken and no votes were counted.";
pub(crate) const NO_ACTIONS: &str = "No actions were taken at the workshop.";
pub(crate) const NO_WORDING: &str = "Wording to follow";
pub(crate) const STAGE_AT_RISK: &str = "At risk: half or more of it is weak, contested or not known.";
pub(crate) const CHAIN_RESTS_ON_IT: &str = "The chain rests on it";
pub(crate) const RATINGS_PROMPT: &str = "The ratings prompt";

/// What changed between two sessions.
pub(crate) const NOT_IN_USE: &str = "Not in the framework in use";
pub(crate) const NONE_CHANGED: &str = "None of them stands otherwise.";
pub(crate) const WHAT_MOVING_SAYS: &str = "A rating that moved says that the room agreed on another one, not that anything \
                                           caused it. There is no score here: a partnership is not better by the number \
                                           of its steps.";
pub(crate) const PEOPLE_NOT_SAID: &str = "the number of people was not said";

/// `Riverside: self-evaluation of partnership working`.
pub(crate) fn title(partnership: &str) -> String {
    format!("{partnership}: self-evaluation of partnership working")
}

/// `Action 3`.
pub(crate) fn action(number: u32) -> String {
    format!("Action {number}")
}

/// The day of a workshop, or that nobody said it.
pub(crate) fn day(day: Option<Date>) -> String {
    day.map_or("a day that was not said".into(), date)
}

/// When the partnership looks again.
pub(crate) fn review(day: Option<Date>) -> String {
    day.map_or("No day was set to look again.".into(), |day| format!("The partnership looks again on {}.", date(day)))
}

/// How far apart the middles of two groups are.
pub(crate) fn gap(is_strong: bool) -> &'static str {
    if is_strong { "two or more apart" } else { "one or more apart" }
}

pub(crate) fn versions(then: u32, now: u32) -> String {
    format!("The framework was version {then} then and is {now} now; items are matched by their ids.")
}

/// How a link stood or stands, with its leap.
pub(crate) fn link_state(state: LinkState, is_leap: bool) -> String {
    format!("{}{}", state.label(), if is_leap { ", and a leap" } else { "" })
}

/// Where an item was said anything of that the framework in use does not have.
pub(crate) fn when(then: bool, now: bool) -> &'static str {
    match (then, now) {
        (true, true) => "then and now",
        (true, false) => "then only",
        (false, _) => "now only",
    }
}
