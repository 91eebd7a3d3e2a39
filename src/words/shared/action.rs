//! An action: what, who, by when, how far it is. What it still lacks is said, because a room forgets an action without
//! an owner or a date.

use super::{commas, date};
use crate::catalogue::Message;
use crate::session::{Action, ActionStatus};

pub(crate) const NO_OPEN_ACTIONS: Message = Message("No action of last time is still open.");
pub(crate) const NO_EARLIER_ACTIONS: Message = Message("No actions were agreed last time.");

pub(crate) const KNOW_BY: Message = Message("We will know by");

/// How long a check-in takes, in minutes.
const CHECK_IN_MINUTES: u32 = 20;

/// How long there is in a check-in for each action that is open.
pub(crate) fn check_in_pace(open: usize) -> String {
    let many = u32::try_from(open).unwrap_or(u32::MAX);
    // What is new and the next day take as long as one action more.
    let each = CHECK_IN_MINUTES.checked_div(many.saturating_add(1)).unwrap_or(0).max(1);
    match open {
        0 => tr!("Every action has been looked at. PgDn: new ones, and the day on which you look again.").into(),
        _ => tr_n!(
            open,
            "Twenty minutes: about {each} for the one open action, then PgDn: new ones, and the day on which you look again.",
            "Twenty minutes: about {each} for each of {count} open actions, then PgDn: new ones, and the day on which you look again.",
            each
        ),
    }
}

pub(crate) fn check_in_clock(used: u32) -> String {
    tr!("{used} of {all} min", used, all = CHECK_IN_MINUTES)
}

pub(crate) fn what(action: &Action) -> &str {
    or(&action.what, tr!("not worded yet"))
}

pub(crate) fn owner(action: &Action) -> &str {
    or(&action.owner, tr!("no owner yet"))
}

fn or<'text>(text: &'text str, missing: &'text str) -> &'text str {
    Some(text.trim()).filter(|text| !text.is_empty()).unwrap_or(missing)
}

pub(crate) fn due(action: &Action) -> String {
    action.by.map_or(tr!("no date yet").into(), date)
}

/// An action in one line: `Ask the board (Housing, by 30 June 2026)`.
pub(crate) fn action(action: &Action) -> String {
    let owner = Some(action.owner.trim()).filter(|owner| !owner.is_empty()).map(str::to_owned);
    let known: Vec<String> = owner.into_iter().chain(action.by.map(|by| tr!("by {date}", date = date(by)))).collect();
    let known = if known.is_empty() { String::new() } else { format!(" ({})", commas(known)) };
    format!("{}{known}", what(action))
}

/// How far actions are: `1 done, 2 under way`.
pub(crate) fn action_counts(all: impl Iterator<Item = ActionStatus>) -> String {
    let all: Vec<ActionStatus> = all.collect();
    let counts = ActionStatus::ALL.map(|status| (all.iter().filter(|one| **one == status).count(), status.label()));
    commas(counts.into_iter().filter(|(many, _)| *many > 0).map(|(many, words)| format!("{many} {words}")))
}
