//! How far the actions are, as it comes back from whoever keeps the plan up to date after the workshop.
//!
//! What was agreed stays closed in a session that is finished; what became of it is added to the log of each action.

use super::{Action, ActionEvent, ActionStatus, Logged, Session};
use jiff::Timestamp;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusTurn {
    pub number: u32,
    pub then: ActionStatus,
    pub now: ActionStatus,
}

impl Session {
    /// What would change by some statuses, in the order of the list. Numbers that no action has change nothing.
    pub fn turns(&self, read: &[(u32, ActionStatus)]) -> Vec<StatusTurn> {
        let turn = |action: &Action| {
            let (number, now) = *read.iter().find(|(number, _)| *number == action.number)?;
            (now != action.status).then_some(StatusTurn { number, then: action.status, now })
        };
        self.actions.iter().filter_map(turn).collect()
    }

    /// Takes them, each into the log of its action.
    pub fn take_turns(&mut self, turns: &[StatusTurn], at: Timestamp) {
        for turn in turns {
            if let Some(action) = self.actions.iter_mut().find(|action| action.number == turn.number) {
                action.status = turn.now;
                action.log.push(Logged { at, event: ActionEvent::Status(turn.now) });
            }
        }
    }
}
