//! Many partnerships together: counts of sessions by item, as far as they may be told.

use crate::analysis::LEAST_PARTNERSHIPS;

pub(crate) const TITLE: &str = "Many partnerships together";
pub(crate) const WHAT_THIS_IS: &str = "What this is";
pub(crate) const MOST_OFTEN_SO: &str = "What is most often so";
pub(crate) const ITEM_BY_ITEM: &str = "Item by item";

/// What a feature may most often be.
pub(crate) const MOST_OFTEN: [&str; 4] = ["in trouble: weak, contested or blind", "weak", "contested", "a blind spot"];

/// What was not counted, for one and for many.
pub(crate) const OTHER_FRAMEWORK: [&str; 2] = ["held with another framework"; 2];
pub(crate) const SAMPLES: [&str; 2] = ["sample session", "sample sessions"];
pub(crate) const NOTHING_SAID: [&str; 2] = ["with nothing said yet"; 2];
pub(crate) const UNREADABLE: [&str; 2] = ["file that could not be read", "files that could not be read"];

/// What it counts, and what nobody can learn from it.
pub(crate) fn what_this_is() -> String {
    format!(
        "Counts of sessions by item. No partnership is named, none is compared with another, and this is no ranking. Where \
         fewer than {LEAST_PARTNERSHIPS} partnerships would be told, several answers stand together, and nothing that is \
         left out follows by subtraction from this paper. Whoever has two portfolios, one with one more session, can take one \
         from the other and learn what that session says: publish them when several sessions are new, and publish either \
         this or the tables of all sessions, which name each."
    )
}

pub(crate) fn too_few() -> String {
    format!("Fewer than {LEAST_PARTNERSHIPS} partnerships: nothing is told of what they said.")
}

pub(crate) fn by_year(years: &str) -> String {
    format!("Sessions by year: {years}.")
}

pub(crate) fn not_told(features: usize) -> String {
    format!("Not told of {features} features.")
}
