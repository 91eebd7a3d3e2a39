//! The cover: why the paper is here, what it asks of a meeting, and where it comes from.

use crate::catalogue::Message;
use crate::framework::Item;
use crate::words::{and, date};
use jiff::civil::Date;

pub(crate) const MEETING_IS_ASKED: Message = Message("The meeting is asked to:");
pub(crate) const NOTE_IT: Message = Message("note the self-evaluation in Appendix 1, and whose views it rests on.");
pub(crate) const NOTHING_FIRST: Message = Message("note that the answers so far name nothing to act on first.");
pub(crate) const NAMES_SHOWN: Message = Message("shown, because they were asked for");
pub(crate) const NAMES_LEFT_OUT: Message = Message("left out");

/// What stands for a line of the head of a paper that nobody gave yet.
pub(crate) const TO_BE_ADDED: Message = Message("to be added");

/// What the lines above a paper are called: to whom, when, which item, from whom, who answers.
pub(crate) fn head() -> [&'static str; 5] {
    [tr!("To"), tr!("Meeting on"), tr!("Agenda item"), tr!("Report by"), tr!("Contact")]
}

/// The line below the title: `Workshop of 20 May 2026, The hub. Draft: the session is still open`.
pub(crate) fn subtitle(day: Option<Date>, venue: &str, led_by: &str, is_draft: bool, is_sample: bool) -> String {
    let mut line =
        day.map_or(tr!("Workshop; its day was not said").into(), |day| tr!("Workshop of {date}", date = date(day)));
    if !venue.is_empty() {
        line = format!("{line}, {venue}");
    }
    if !led_by.is_empty() {
        line = tr!("{line}, led by {led_by}", line, led_by);
    }
    if is_draft {
        line += tr!(". Draft: the session is still open");
    }
    if is_sample {
        line += tr!(". A sample: this partnership does not exist");
    }
    line
}

/// What the paper is, before how much was decided.
pub(crate) fn this_paper(partnership: &str, day: &str) -> String {
    tr!(
        "This paper says how {partnership} sees its own partnership working, as the people in the room agreed on {day}, \
         and what it will do next.",
        partnership,
        day
    )
}

pub(crate) fn held_for(purpose: &str) -> String {
    tr!("The workshop was held for this: {purpose}", purpose)
}

pub(crate) fn decided(decided: usize, of: usize) -> String {
    tr_n!(decided, "{count} of {of} features was decided.", "{count} of {of} features were decided.", of)
}

pub(crate) const NOTHING_RATED: Message = Message("Nothing was rated: no feature was decided.");
pub(crate) const ACT_FIRST: Message = Message("act on these first, in this order:");
pub(crate) const PROTECT: Message = Message("protect what works:");

/// An item as somebody reads it who has never seen the framework, its code last.
pub(crate) fn item(item: Item<'_>) -> String {
    let (text, id) = (quoted(item.text()), item.id());
    match item {
        Item::Assumption(_) => tr!("the assumption {text} ({id})", text, id),
        Item::Risk(_) => tr!("the risk {text} ({id})", text, id),
        Item::Influence(_) | Item::Feature(..) => format!("{text} ({id})"),
    }
}

fn quoted(text: &str) -> String {
    format!("\u{201c}{}\u{201d}", text.trim().trim_end_matches('.'))
}

/// Which actions are for an item; nothing planned is said too, because a meeting may want to.
pub(crate) fn planned(numbers: &[u32]) -> String {
    match numbers {
        [] => tr!("No action is planned for it yet.").into(),
        [only] => tr!("For this: action {only}.", only),
        several => {
            tr!("For this: actions {actions}.", actions = and(&several.iter().map(u32::to_string).collect::<Vec<_>>()))
        }
    }
}

pub(crate) fn agree_actions(actions: usize) -> String {
    match actions {
        0 => tr!("agree actions: none were taken at the workshop.").into(),
        actions => tr_n!(actions, "agree the action in Appendix 2:", "agree the {count} actions in Appendix 2:"),
    }
}

/// Actions that stand in the plan only.
pub(crate) fn and_more(more: usize) -> String {
    tr!("and {more} more, in Appendix 2.", more)
}

/// Actions that are done or were dropped: `note that in Appendix 2 are also: 2 done, 1 dropped.`
pub(crate) fn note_the_others(counts: &str) -> String {
    tr!("note what became of other actions in Appendix 2: {counts}.", counts)
}

/// Who does it and by when: `Housing, by 30 June 2026`.
pub(crate) fn who_and_when(owner: &str, by: Option<Date>) -> String {
    let owner = if owner.is_empty() { tr!("nobody named yet") } else { owner };
    by.map_or_else(|| tr!("{owner}, no date yet", owner), |by| tr!("{owner}, by {date}", owner, date = date(by)))
}

pub(crate) fn look_again(day: Option<Date>) -> String {
    day.map_or(tr!("set a day to look again.").into(), |day| tr!("look again on {date}.", date = date(day)))
}

/// How the answers came about, and whose wording was asked.
pub(crate) fn background(people: u32, framework: &str, source: &str) -> String {
    let people = match people {
        0 => tr!("People from the partnership").to_owned(),
        people => tr_n!(people, "{count} person", "{count} people"),
    };
    tr!(
        "{people} walked through the results chain of \u{201c}{framework}\u{201d}, stage by stage. Each rating was agreed in \
         the room; where it was not, both views are kept. Votes, where the room took any, informed the talk and decided \
         nothing. The wording comes from {source}.",
        people,
        framework,
        source
    )
}

/// The same of a session in which no feature was rated, and of a check-in.
pub(crate) fn not_rated(framework: &str, source: &str) -> String {
    tr!("No feature of \u{201c}{framework}\u{201d} was rated; its wording comes from {source}.", framework, source)
}
pub(crate) fn looked_at_actions(framework: &str) -> String {
    tr!(
        "This was a check-in: it looked at the actions only, and nothing of \u{201c}{framework}\u{201d} was rated.",
        framework
    )
}

/// What of names and notes is in the paper.
pub(crate) fn names(are_shown: bool) -> String {
    let names = if are_shown {
        tr!("Names, organisations and roles are shown, because they were asked for when this report was made.")
    } else {
        tr!(
            "The facilitator's name, the names of those who made a minority statement, and the organisations and roles on the \
         register are left out. Owners of actions stay: they are roles or organisations."
        )
    };
    tr!(
        "{names} Notes stand as they were typed: read them before the paper is passed on. The facilitator's private notes \
         are never part of a report.",
        names
    )
}
