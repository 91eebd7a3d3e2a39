//! What commands print beside what they were asked for: what was noticed, what was left out, what was done.

use crate::words::{commas, count};

pub(crate) const NOTHING_DELETED: &str = "Nothing was deleted.";
pub(crate) const NOTHING_WRITTEN: &str = "Nothing was written.";
pub(crate) const DELETES_FOR_GOOD: &str = "This deletes for good:";
pub(crate) const TYPE_YES_TO_DELETE: &str = "Notes that Plenary keeps about it go as well. Type yes to delete it: ";
pub(crate) const NOT_MADE_YET: &str = "(not made yet)";
pub(crate) const OPENS_BUT: &str = "it can be opened, but:";
pub(crate) const PAPERS_NOT_SAID: &str = "Nobody says whether a paper of these sessions has gone out, so of their votes \
                                          is told only what no paper gives away. If none has: --papers-went-out no";
pub(crate) const OTHER_PARTNERSHIPS: &str = "The sessions name different partnerships; the first in the alphabet is \
                                             taken. Change it at set-up.";
pub(crate) const NOTHING_TO_SETTLE: &str = "The tables differ on nothing";
/// Before the names of the manual's pages.
pub(crate) const MANUAL_PAGES: &str = "Pages of the manual:";
pub(crate) const KEYS_IN_LINES: &str = "IN LINES (--PLAIN)";
pub(crate) const IN_OWN_WINDOW: &str = "Plenary: Ctrl with the mouse wheel makes letters larger, F11 fills the screen";
pub(crate) const PRESS_A_KEY: &str = "Press any key to close this window.";

pub(crate) fn unreadable(many: usize) -> String {
    format!("{many} could not be read")
}

pub(crate) fn guessed_encoding(file: &str, encoding: &str) -> String {
    format!("{file} is not UTF-8; it was read as {encoding}.")
}

pub(crate) fn features_decided(session: &str, date: &str, done: usize, of: usize, states: &str) -> String {
    format!("{session}, {date}: {done} of {of} features decided, {states}")
}

pub(crate) fn votes_taken_in(people: usize, rounds: usize) -> String {
    format!("{} taken in, on {}", count(people, "ballot", "ballots"), count(rounds, "item", "items"))
}

/// What a copy that is handed on does not hold.
pub(crate) const LEFT_OUT_OF_COPY: &str = "Left out: private notes, who led it, who was named, who stayed away, history, \
                                           drafts, and votes that no paper tells. Texts are as they were typed.";

/// The owners that stay in a copy that is handed on.
pub(crate) fn owners_stay(owners: &[String]) -> String {
    format!("Owners of actions stay: {}. If one is a person, make it with --without-owners.", commas(owners))
}

/// Actions of which it was left out who answers for them.
pub(crate) fn owners_left_out(numbers: &[u32]) -> String {
    let action = if numbers.len() == 1 { "action" } else { "actions" };
    format!("Persons named as owners are left out, of {action} {}.", commas(numbers))
}

/// Why a room comes together between two workshops.
pub(crate) const CHECK_IN: &str = "Check-in: what became of the actions, in twenty minutes";

/// Why no item is opened in it.
pub(crate) const ACTIONS_ONLY: &str = "A check-in looks at the actions only; items are rated in the next workshop.";

pub(crate) const NOTHING_NEW_IN_PLAN: &str = "The plan says nothing new of any action.";

/// What an action becomes: `3. Write down who decides: not started, now done`.
pub(crate) fn turn_of_action(number: u32, what: &str, then: &str, now: &str) -> String {
    format!("{number}. {what}: {then}, now {now}")
}

pub(crate) fn statuses_taken(actions: usize) -> String {
    format!("{} taken in", count(actions, "status", "statuses"))
}

/// A row of the plan that is no action of the session.
pub(crate) fn new_action_in_plan(row: usize) -> String {
    format!("Row {row} has no number, so nothing of it is taken: new actions are begun in Plenary.")
}

/// A row of the plan that says something else.
pub(crate) fn worded_otherwise(number: u32, row: usize) -> String {
    format!("Row {row}: action {number} is worded otherwise in the session, and stays so; only its status is taken.")
}

/// What else of an action was changed in the plan, which is not taken.
pub(crate) fn changed_in_plan(number: u32, row: usize, what: &str) -> String {
    let session = "stays as it is in the session; only the status is taken.";
    format!("Row {row}: what the plan says of action {number} under \"{what}\" is new, and {session}")
}

/// Colours and words on how it goes, for which a session has no place.
pub(crate) fn stays_in_plan(actions: usize) -> String {
    let actions = count(actions, "action", "actions");
    format!(
        "What stands under RAG and Progress, of {actions}, stays in the plan; in Plenary it is the log of an action."
    )
}

/// Actions of the session that the plan has no more.
pub(crate) fn not_in_plan(numbers: &[u32]) -> String {
    let action = if numbers.len() == 1 { "Action" } else { "Actions" };
    let verb = if numbers.len() == 1 { "is" } else { "are" };
    format!("{action} {} {verb} not in the plan, and nothing of that is changed.", commas(numbers))
}

/// Why there is no calendar.
pub(crate) const NOTHING_DATED: &str =
    "No open action has a date, and there is no review day, so there is nothing to put into a calendar.";

/// Actions that no calendar can hold.
pub(crate) fn not_in_it(numbers: &[u32]) -> String {
    let (action, has) = if numbers.len() == 1 { ("action", "has") } else { ("actions", "have") };
    format!("Not in it: {action} {}, which {has} no date.", commas(numbers))
}

/// An action that no calendar can hold.
pub(crate) fn not_in_calendar(number: u32, what: &str) -> String {
    format!("Action {number} has no date and is not in the calendar: {what}")
}

pub(crate) fn no_sessions_in(folder: &str) -> String {
    format!("No saved sessions in {folder}")
}

pub(crate) fn no_versions_of(file: &str) -> String {
    format!("No earlier versions of {file}")
}

pub(crate) fn version_before_kept(file: &str) -> String {
    format!("The version before is kept: {file}")
}

pub(crate) fn version_in(file: &str) -> String {
    format!("the version in {file}")
}

pub(crate) fn version_of(saved: &str, done: u16, of: u16) -> String {
    format!("the version of {saved} ({done} of {of})")
}

/// Asks whether a paper of sessions that are no tables yet has gone out.
pub(crate) fn did_papers_go_out(sessions: &str) -> String {
    format!(
        "These sessions do not say that they are breakout tables: {sessions}.\nHas a paper or a figure of one of them \
         gone out? If not, they are marked as tables, and all votes\nare told together. Type yes or no: "
    )
}

pub(crate) fn not_marked_as_table(session: &str, why: &str) -> String {
    format!("{session} could not be marked as a table, so of its votes is told only what no paper gives away: {why}.")
}

pub(crate) fn in_it_already(table: &str) -> String {
    format!("{table} is in it already and adds nothing.")
}

pub(crate) fn changed_since(table: &str) -> String {
    format!("{table} was changed after it had been merged; those changes are not taken in.")
}

pub(crate) fn to_settle(ids: &str) -> String {
    format!("To settle, because the tables differ: {ids}")
}

/// A file, and so many others, that a report would be written over.
pub(crate) fn are_there(file: &str, others: usize) -> String {
    match others {
        0 => format!("{file} is there already"),
        _ => format!("{file} and {others} more are there already"),
    }
}

pub(crate) fn replace(file: &str, others: usize) -> String {
    let what = if others == 0 { "it" } else { "them" };
    format!("{}. Type yes to replace {what}: ", are_there(file, others))
}

pub(crate) fn version_left_out(file: &str, of: &str) -> String {
    format!("{file} is a version of the session in {of}; left out.")
}

pub(crate) fn table_left_out(file: &str, holder: &str) -> String {
    format!("{file} is a table that {holder} holds; left out.")
}

/// How many sessions were taken, and what was left out.
pub(crate) fn sessions_taken(taken: usize, left_out: &[String]) -> String {
    let sessions = count(taken, "session was taken", "sessions were taken");
    format!("{sessions}; left out: {}.", left_out.join(", "))
}
