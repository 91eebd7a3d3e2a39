//! Why an item is among those where to act.

use crate::analysis::Ground;

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
