//! Where to act: why an item is among those places, and what the room chose with its dots.

use super::item_state;
use crate::analysis::{Ground, Priority};
use crate::catalogue::Message;
use crate::framework::Framework;
use crate::session::Session;

/// Why it stands there, in a few words.
pub(crate) fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::FailedGate => tr!("a condition for starting fails"),
        Ground::RedIssue => tr!("a red risk that is happening"),
        Ground::RedRisk => tr!("a red risk"),
        Ground::ContestedWithDots => tr!("contested, and it matters"),
        Ground::EarliestWeakness => tr!("a weakness early in the chain"),
        Ground::LaterWeakness => tr!("a weakness later in the chain"),
        Ground::NeedsEvidence => tr!("evidence is needed"),
    }
}

pub(crate) const WHAT_THE_ROOM_CHOSE: Message = Message("What the room chose");

/// `7 dots, contested; also first by its answers`.
pub(crate) fn chosen(framework: &Framework, session: &Session, one: &Priority<'_>) -> String {
    let dots = tr_n!(one.dots, "{count} dot", "{count} dots");
    let beside = if one.in_both { tr!("also first by its answers") } else { tr!("by its dots alone") };
    format!("{dots}, {}; {beside}", item_state(framework, session, one.item))
}
