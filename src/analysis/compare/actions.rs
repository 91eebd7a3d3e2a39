//! What became of the actions of the earlier session.
//!
//! An action is found again by its wording: a later session has numbers of its own.

use crate::session::{Action, ActionStatus, Session};

/// One action of the earlier session, and how far it is.
#[derive(Clone, Copy, Debug)]
pub struct ActionSince<'all> {
    /// The action as the earlier session has it.
    pub action: &'all Action,
    /// The same action in the later session, which then says how far it is.
    pub again: Option<&'all Action>,
}

impl ActionSince<'_> {
    /// How far it is: as the later session says, or else as the earlier one does.
    pub fn status(&self) -> ActionStatus {
        self.again.unwrap_or(self.action).status
    }
}

/// What became of the actions of one session by the time of another, in the order of the first.
pub(crate) fn actions_since<'all>(then: &'all Session, now: &'all Session) -> Vec<ActionSince<'all>> {
    let wording = |action: &Action| action.what.trim().to_lowercase();
    // An action without words yet is known by what it is for.
    let same = |one: &Action, other: &Action| {
        wording(one) == wording(other) && (!wording(one).is_empty() || one.why == other.why)
    };
    let again = |action: &Action| {
        // Of two with the same wording each stands for itself, by its number.
        let mut alike = now.actions.iter().filter(|other| same(action, other));
        alike.clone().find(|other| other.number == action.number).or_else(|| alike.next())
    };
    then.actions.iter().map(|action| ActionSince { action, again: again(action) }).collect()
}
