//! The cover: why the paper is here, what it asks of a meeting, and where it comes from.

use crate::framework::Item;
use crate::words::{and, count, date};
use jiff::civil::Date;

pub(crate) const MEETING_IS_ASKED: &str = "The meeting is asked to:";
pub(crate) const NOTE_IT: &str = "note the self-evaluation in Appendix 1, and whose views it rests on.";
pub(crate) const NOTHING_FIRST: &str = "note that the answers so far name nothing to act on first.";
pub(crate) const NAMES_SHOWN: &str = "shown, because they were asked for";
pub(crate) const NAMES_LEFT_OUT: &str = "left out";

/// What stands for a line of the head of a paper that nobody gave yet.
pub(crate) const TO_BE_ADDED: &str = "to be added";

/// What the lines above a paper are called: to whom, when, which item, from whom, who answers.
pub(crate) fn head() -> [&'static str; 5] {
    ["To", "Meeting on", "Agenda item", "Report by", "Contact"]
}

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
         and what it will do next."
    )
}

pub(crate) fn held_for(purpose: &str) -> String {
    format!("The workshop was held for this: {purpose}")
}

pub(crate) fn decided(decided: usize, of: usize) -> String {
    let were = if of == 1 { "feature was" } else { "features were" };
    format!("{decided} of {of} {were} decided.")
}

pub(crate) const NOTHING_RATED: &str = "Nothing was rated: no feature was decided.";
pub(crate) const ACT_FIRST: &str = "act on these first, in this order:";
pub(crate) const PROTECT: &str = "protect what works:";

/// An item as somebody reads it who has never seen the framework, its code last.
pub(crate) fn item(item: Item<'_>) -> String {
    let (text, id) = (quoted(item.text()), item.id());
    match item {
        Item::Assumption(_) => format!("the assumption {text} ({id})"),
        Item::Risk(_) => format!("the risk {text} ({id})"),
        Item::Influence(_) | Item::Feature(..) => format!("{text} ({id})"),
    }
}

fn quoted(text: &str) -> String {
    format!("\u{201c}{}\u{201d}", text.trim().trim_end_matches('.'))
}

/// Which actions are for an item; nothing planned is said too, because a meeting may want to.
pub(crate) fn planned(numbers: &[u32]) -> String {
    match numbers {
        [] => "No action is planned for it yet.".into(),
        [only] => format!("For this: action {only}."),
        several => format!("For this: actions {}.", and(&several.iter().map(u32::to_string).collect::<Vec<_>>())),
    }
}

pub(crate) fn agree_actions(actions: usize) -> String {
    match actions {
        0 => "agree actions: none were taken at the workshop.".into(),
        1 => "agree the action in Appendix 2:".into(),
        actions => format!("agree the {actions} actions in Appendix 2:"),
    }
}

/// Who does it and by when: `Housing, by 30 June 2026`.
pub(crate) fn who_and_when(owner: &str, by: Option<Date>) -> String {
    let owner = if owner.is_empty() { "nobody named yet" } else { owner };
    by.map_or_else(|| format!("{owner}, no date yet"), |by| format!("{owner}, by {}", date(by)))
}

pub(crate) fn look_again(day: Option<Date>) -> String {
    day.map_or("set a day to look again.".into(), |day| format!("look again on {}.", date(day)))
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
