//! The gate: the assumptions asked before the chain, of which a failing one leaves a banner.
//!
//! It blocks nothing; whether to go on is for the room.

use crate::framework::{Assumption, Framework};
use crate::session::{Session, Verdict};

/// The gate assumptions that do not hold, in order. Partly, not known and not discussed are no failure.
pub fn failed_gates<'framework>(framework: &'framework Framework, session: &Session) -> Vec<&'framework Assumption> {
    framework.assumptions.iter().filter(|assumption| gate_fails(session, assumption)).collect()
}

/// Whether an assumption is a gate and does not hold.
pub(super) fn gate_fails(session: &Session, assumption: &Assumption) -> bool {
    assumption.gate && session.assumption(&assumption.id).verdict == Verdict::DoesNotHold
}
