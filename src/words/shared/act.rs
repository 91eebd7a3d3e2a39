//! Where to act: why an item is among those places, and what the room chose with its dots.

use super::{count, item_state};
use crate::analysis::{Ground, Priority};
use crate::framework::Framework;
use crate::session::Session;

/// Why it stands there, in a few words.
pub(crate) fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::FailedGate => "a condition for starting fails",
        Ground::RedIssue => "a red risk that is happening",
        Ground::RedRisk => "a red risk",
        Ground::ContestedWithDots => "contested, and it matters",
        Ground::EarliestWeakness => "a weakness early in the chain",
        Ground::LaterWeakness => "a weakness later in the chain",
        Ground::NeedsEvidence => "evidence is needed",
    }
}

pub(crate) const WHAT_THE_ROOM_CHOSE: &str = "What the room chose";

/// `7 dots, contested; also first by its answers`.
pub(crate) fn chosen(framework: &Framework, session: &Session, one: &Priority<'_>) -> String {
    let dots = count(one.dots, "dot", "dots");
    let beside = if one.in_both { "also first by its answers" } else { "by its dots alone" };
    format!("{dots}, {}; {beside}", item_state(framework, session, one.item))
}
