//! Taking back what a sentence typed beside a field did to an open vote: by the counts alone, for votes are not copied.

use super::Voting;
use crate::session::{CountedBy, Register, Way};

#[derive(Clone, Copy, Debug)]
pub(in crate::app) struct VoteState {
    way: Way,
    counted: CountedBy,
    group: usize,
    typed: usize,
    cast: u32,
    reveals: bool,
}

impl Voting {
    pub(in crate::app) fn state(&self) -> VoteState {
        let Self { way, counted, group, reveals, .. } = *self;
        let (typed, cast) = (self.line.text().len(), self.cast_count().cast);
        VoteState { way, counted, group, typed, cast, reveals }
    }

    /// Takes back what was typed and cast since then.
    pub(in crate::app) fn take_back(&mut self, then: VoteState, register: &Register) {
        while self.line.text().len() > then.typed {
            self.line.shorten();
        }
        while self.cast_count().cast > then.cast && self.poll.ballots_mut().withdraw_last().is_ok() {}
        (self.way, self.counted, self.group) = (then.way, then.counted, then.group);
        (self.reveals, self.discards) = (then.reveals, false);
        self.seat(register);
    }
}
