//! What the list of saved sessions says, and what comes of its sessions: compared, followed up, written, deleted.

use super::super::{and, count, date};
use jiff::civil::Date;
use std::fmt::Display;
use std::path::Path;

pub(crate) const MARK_TWO: &str = "Mark two sessions with Space, then C compares them.";
pub(crate) const NAMES_NO_PARTNERSHIP: &str = "This session names no partnership, so nothing can be laid beside it.";
pub(crate) const MARK_TABLES: &str = "Mark the sessions of two tables or more with Space, then G merges them.";
pub(crate) const TWO_MARKED: &str = "2 marked: C compares them, G merges them";
pub(crate) const N_BEGINS_SESSION: &str = "There are no saved sessions yet. N begins one.";
pub(crate) const NO_SESSION_HERE: &str = "There is no session here for that. N begins one.";
pub(crate) const NOTHING_TO_SHOW: &str = "There is no session to show.";
pub(crate) const LEAST_DONE_FIRST: &str = "least done first";
pub(crate) const CHOOSE_A_FORMAT: &str = "Choose a format first: Space marks the line.";

pub(crate) fn marked(many: usize) -> String {
    format!("{many} marked: G merges them")
}

/// What should be alike in sessions that are merged and is not: the partnership's name, the day.
pub(crate) fn merge_warning(first: &str, others: &[&str], days: &[Date]) -> Option<String> {
    let mut others = others.to_vec();
    others.dedup();
    let names = (!others.is_empty()).then(|| format!("DIFFERENT PARTNERSHIPS: {first}, and {}.", and(&others)));
    let days: Vec<String> = days.iter().map(|day| date(*day)).collect();
    let days = (days.len() > 1).then(|| format!("DIFFERENT DAYS: {}.", and(&days)));
    let all: Vec<String> = names.into_iter().chain(days).collect();
    (!all.is_empty()).then(|| all.join(" "))
}

pub(crate) fn left_out_unread(problems: &[String]) -> String {
    format!("Left out, as it cannot be read: {}", problems.join(" "))
}

pub(crate) fn no_follow_up_of(why: impl Display) -> String {
    format!("This session cannot be followed up. {why}.")
}

/// What was written and where, and what else is to be said of it.
pub(crate) fn paper_written(paper: &Path, notes: &[String]) -> String {
    let more = match notes {
        [] => String::new(),
        [only] => format!(" {only}"),
        [first, rest @ ..] => format!(" {first} {}", more_to_look_at(rest.len())),
    };
    format!("Written: {}.{more}", paper.display())
}

pub(crate) fn more_to_look_at(more: usize) -> String {
    format!("and {more} more, which \"plenary report FILE\" lists")
}

/// Copies of some kinds, as they are counted: `1 recovery copy and 12 backups in Plenary's own folder`.
pub(crate) fn in_own_folder(kinds: &[(&str, usize)]) -> String {
    let counted = |(kind, many): &(&str, usize)| count(*many, kind, &plural(kind));
    let all: Vec<String> = kinds.iter().map(counted).collect();
    format!("{} in Plenary's own folder", all.join(" and "))
}

pub(crate) fn copy_stays(why: &str) -> String {
    format!("a copy in Plenary's own folder: {why}")
}

/// A copy, a save or a backup, of which there are several.
fn plural(kind: &str) -> String {
    kind.strip_suffix("copy").map_or_else(|| format!("{kind}s"), |start| format!("{start}copies"))
}
