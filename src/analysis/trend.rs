//! One partnership over all its sessions: for each item the line of how it stood, by the day of the workshop.
//!
//! A line of marks to look along. No line is fitted and nothing is averaged: few sessions, other rooms each time.

use super::ItemStatus;
use crate::framework::{Framework, Item};
use crate::session::Session;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// The day of a workshop; where it was not said, the day on which the session was begun.
pub fn day_of(session: &Session) -> Date {
    session.about.date.unwrap_or_else(|| session.created.to_zoned(TimeZone::UTC).date())
}

/// One partnership over all its sessions.
#[derive(Clone, Debug)]
pub struct Trend<'all> {
    /// The sessions, the earliest first; of one that is there twice, the later version.
    pub sessions: Vec<&'all Session>,
    /// A line for each item, in the framework's order.
    pub lines: Vec<TrendLine<'all>>,
    /// Sessions of another framework, which say nothing about these items.
    pub left_out: Vec<&'all Session>,
}

/// How one item stood in each session.
#[derive(Clone, Debug)]
pub struct TrendLine<'all> {
    pub item: Item<'all>,
    /// How it stood, as many as there are sessions.
    pub stands: Vec<ItemStatus>,
}

impl TrendLine<'_> {
    /// Whether it never stood otherwise, where it was discussed.
    pub fn is_steady(&self) -> bool {
        let mut marks = self.stands.iter().filter(|stand| !stand.is_blank()).map(ItemStatus::mark);
        marks.next().is_none_or(|first| marks.all(|mark| mark == first))
    }

    /// Whether it was never discussed.
    pub fn is_blank(&self) -> bool {
        self.stands.iter().all(ItemStatus::is_blank)
    }
}

/// Lays the sessions of one partnership side by side; which sessions those are is the caller's business, see
/// [`super::is_same_partnership`].
pub fn trend<'all>(framework: &'all Framework, sessions: impl IntoIterator<Item = &'all Session>) -> Trend<'all> {
    let mut by_id: BTreeMap<&str, &Session> = BTreeMap::new();
    let mut left_out = Vec::new();
    for session in sessions {
        if session.framework.id == framework.id {
            let kept = by_id.entry(&session.id).or_insert(session);
            if session.rev > kept.rev {
                *kept = session;
            }
        } else {
            left_out.push(session);
        }
    }
    let mut sessions: Vec<&Session> = by_id.into_values().collect();
    sessions.sort_by_key(|session| (day_of(session), session.created));
    let line = |item: Item<'all>| TrendLine {
        item,
        stands: sessions.iter().map(|session| ItemStatus::of(framework, session, item)).collect(),
    };
    Trend { lines: framework.items().map(line).collect(), sessions, left_out }
}

/// A partnership's name as it is compared; `None` for one without a name, which is never the same as another. Only
/// small and large letters, blanks, and the two ways to write an accent are looked past: more would mix them up.
pub fn partnership_key(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" ").nfc().flat_map(char::to_lowercase).collect())
}

/// Whether two names are of one partnership.
pub fn is_same_partnership(one: &str, other: &str) -> bool {
    partnership_key(one).is_some_and(|key| partnership_key(other) == Some(key))
}
