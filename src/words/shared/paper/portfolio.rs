//! Many partnerships together: counts of sessions by item, as far as they may be told.

use crate::analysis::LEAST_PARTNERSHIPS;
use crate::catalogue::Message;
use crate::words::A_BLIND_SPOT;

pub(crate) const TITLE: Message = Message("Many partnerships together");
pub(crate) const WHAT_THIS_IS: Message = Message("What this is");
pub(crate) const MOST_OFTEN_SO: Message = Message("What is most often so");
pub(crate) const ITEM_BY_ITEM: Message = Message("Item by item");

/// What a feature may most often be.
pub(crate) const MOST_OFTEN: [Message; 4] =
    [Message("in trouble: weak, contested or blind"), Message("weak"), Message("contested"), A_BLIND_SPOT];

/// What was not counted.
pub(crate) fn other_framework(many: usize) -> String {
    tr_n!(many, "{count} held with another framework", "{count} held with another framework")
}

pub(crate) fn samples(many: usize) -> String {
    tr_n!(many, "{count} sample session", "{count} sample sessions")
}

pub(crate) fn nothing_said(many: usize) -> String {
    tr_n!(many, "{count} with nothing said yet", "{count} with nothing said yet")
}

pub(crate) fn unreadable(many: usize) -> String {
    tr_n!(many, "{count} file that could not be read", "{count} files that could not be read")
}

/// What it counts, and what nobody can learn from it.
pub(crate) fn what_this_is() -> String {
    tr!(
        "Counts of sessions by item. No partnership is named, none is compared with another, and this is no ranking. Where \
         fewer than {least_partnerships} partnerships would be told, several answers stand together, and nothing that is \
         left out follows by subtraction from this paper. Whoever has two portfolios, one with one more session, can take one \
         from the other and learn what that session says: publish them when several sessions are new, and publish either \
         this or the tables of all sessions, which name each.",
        least_partnerships = LEAST_PARTNERSHIPS
    )
}

pub(crate) fn too_few() -> String {
    tr!(
        "Fewer than {least_partnerships} partnerships: nothing is told of what they said.",
        least_partnerships = LEAST_PARTNERSHIPS
    )
}

pub(crate) fn by_year(years: &str) -> String {
    tr!("Sessions by year: {years}.", years)
}

pub(crate) fn not_told(features: usize) -> String {
    tr!("Not told of {features} features.", features)
}
