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
use crate::catalogue::Message;
use jiff::civil::Date;

pub(crate) const SKIP: Message = Message("Skip to the report");
pub(crate) const WHO_WAS_THERE: Message = Message("Who was in the room");
pub(crate) const WHERE_GROUPS_DIFFER: Message = Message("Where groups see it differently");
pub(crate) const ON_NOTHING: Message = Message("On no item in particular");
pub(crate) const ON_ASSUMPTIONS: Message = Message("Assumptions: the conditions for this to work");
pub(crate) const NO_ASSUMPTIONS: Message = Message("The assumptions were not discussed.");
pub(crate) const NOTHING_ON_RISKS: Message = Message("The risks were not discussed.");
pub(crate) const STOP_CARDS_TITLE: Message = Message("Cards that stop the room");
pub(crate) const STOP_CARDS_ARE_FOR: Message = Message(
    "Anybody may hold one up at any time, without a word and without a reason. The \
                                             facilitator notes that a card was up, never whose.",
);
/// A sign, the word, and what the room does then.
pub(crate) const STOP_CARDS: [(&str, Message, Message); 3] = [
    ("\u{25a0}", Message("Stop"), Message("We stop and ask what is needed.")),
    ("\u{25bc}", Message("Slower"), Message("We go more slowly, and say it once more.")),
    ("?", Message("I don't understand"), Message("We say it again in plain words.")),
];
pub(crate) const HOW_TO_READ: Message = Message("How to read this");
pub(crate) const METHOD_AND_LIMITS: Message = Message("Method and limits");
pub(crate) const SELF_EVALUATION: Message = Message("Appendix 1: self-evaluation");
pub(crate) const ACTION_PLAN: Message = Message("Appendix 2: action plan");
pub(crate) const WHAT_WAS_SAID: Message = Message("Appendix 3: what was said");
pub(crate) const NOTHING_WAS_SAID: Message = Message("No notes were taken and no votes were counted.");
pub(crate) const NO_ACTIONS: Message = Message("No actions were taken at the workshop.");
pub(crate) const NO_WORDING: Message = Message("Wording to follow");
pub(crate) const STAGE_AT_RISK: Message = Message("At risk: half or more of it is weak, contested or not known.");
pub(crate) const CHAIN_RESTS_ON_IT: Message = Message("The chain rests on it");
pub(crate) const RATINGS_PROMPT: Message = Message("The ratings prompt");

/// What changed between two sessions.
pub(crate) const NOT_IN_USE: Message = Message("Not in the framework in use");
pub(crate) const NONE_CHANGED: Message = Message("None of them stands otherwise.");
pub(crate) const WHAT_MOVING_SAYS: Message = Message(
    "A rating that moved says that the room agreed on another one, not that anything \
                                           caused it. There is no score here: a partnership is not better by the number \
                                           of its steps.",
);
pub(crate) const PEOPLE_NOT_SAID: Message = Message("the number of people was not said");

/// `Riverside: self-evaluation of partnership working`.
pub(crate) fn title(partnership: &str) -> String {
    tr!("{partnership}: self-evaluation of partnership working", partnership)
}

/// `Action 3`.
pub(crate) fn action(number: u32) -> String {
    tr!("Action {number}", number)
}

/// The day of a workshop, or that nobody said it.
pub(crate) fn day(day: Option<Date>) -> String {
    day.map_or(tr!("a day that was not said").into(), date)
}

/// When the partnership looks again.
pub(crate) fn review(day: Option<Date>) -> String {
    day.map_or(tr!("No day was set to look again.").into(), |day| {
        tr!("The partnership looks again on {date}.", date = date(day))
    })
}

/// How far apart the middles of two groups are.
pub(crate) fn gap(is_strong: bool) -> &'static str {
    if is_strong { tr!("two or more apart") } else { tr!("one or more apart") }
}

pub(crate) fn versions(then: u32, now: u32) -> String {
    tr!("The framework was version {then} then and is {now} now; items are matched by their ids.", then, now)
}

/// How a link stood or stands, with its leap.
pub(crate) fn link_state(state: LinkState, is_leap: bool) -> String {
    format!("{}{}", state.label(), if is_leap { tr!(", and a leap") } else { "" })
}

/// Where an item was said anything of that the framework in use does not have.
pub(crate) fn when(then: bool, now: bool) -> &'static str {
    match (then, now) {
        (true, true) => tr!("then and now"),
        (true, false) => tr!("then only"),
        (false, _) => tr!("now only"),
    }
}
