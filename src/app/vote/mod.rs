//! A vote that is open: how it is taken, whose votes come next, and when it is revealed.
//!
//! It lives here and nowhere else until reveal: no part of it is ever in the session, its undo or a notice.

mod count_line;
mod guard;
mod heard;
mod in_lines;
mod seen;
mod taken_back;
mod update;

use crate::framework::{Framework, Level, Step};
use crate::session::{CastCount, CountedBy, MOST_ROUNDS, Poll, Register, Session, Shown, Voters, Way};
use crate::words;
use guard::Guard;

pub use count_line::CountLine;
pub(super) use taken_back::VoteState;
pub use update::VoteBox;
pub(super) use update::open;

/// An open vote on one rating, or on one assumption.
#[derive(Debug)]
pub struct Voting {
    poll: Poll,
    /// Which round it becomes, from 0.
    round: usize,
    correcting: bool,
    pub(crate) way: Way,
    counted: CountedBy,
    /// Who votes, one line each: a single one for the whole room.
    pub(crate) groups: Vec<Voters>,
    pub(crate) group: usize,
    /// What is typed of the marked line's counts.
    pub(crate) line: CountLine,
    guard: Guard,
    /// The next press of the key discards.
    discards: bool,
    /// It was said that some have not voted: the next press reveals.
    reveals: bool,
}

impl Voting {
    /// Opens a vote for the people in the room on what is asked at a step; `None` where the room does not vote.
    pub(crate) fn open(framework: &Framework, session: &Session, step: &Step) -> Option<Self> {
        let poll = Poll::open(framework, session, step)?;
        let rounds = poll.rounds(session);
        let mut vote = Self {
            poll,
            round: rounds.min(MOST_ROUNDS - 1),
            correcting: rounds >= MOST_ROUNDS,
            way: session.register.way,
            counted: session.register.counted,
            groups: Vec::new(),
            group: 0,
            line: CountLine::default(),
            guard: Guard::default(),
            discards: false,
            reveals: false,
        };
        vote.seat(&session.register);
        Some(vote)
    }

    /// Opens a vote that was revealed and taken back, with the same votes in; `None` where no round was taken back.
    fn hidden_again(before: &Shown, framework: &Framework, session: &Session) -> Option<Self> {
        let poll = Poll::hidden_again(before, framework, session)?;
        let vote = Self::open(framework, session, &poll.step())?;
        let counted = poll.ballots().counted_by();
        let mut vote = Self { poll, counted, reveals: true, ..vote };
        vote.seat(&session.register);
        Some(vote)
    }

    /// Takes who is in the room now for those who vote, and the way to count them where no vote is in yet.
    fn seat(&mut self, register: &Register) {
        let ballots = self.poll.ballots_mut();
        if ballots.cast_count().cast == 0 {
            (self.way, self.counted) = (register.way, register.counted);
        }
        ballots.seat(register, self.counted);
        let asked = self.groups.get(self.group).cloned();
        self.groups = register.voters(self.counted).into_iter().map(|(voters, _)| voters).collect();
        let place = self.groups.iter().position(|voters| Some(voters) == asked.as_ref());
        self.group = place.unwrap_or(self.group).min(self.groups.len() - 1);
        ballots.ask(self.groups[self.group].clone());
    }

    pub(crate) fn step(&self) -> Step {
        self.poll.step()
    }

    /// What is voted on: `P3 Sharing risk`.
    pub(crate) fn item(&self) -> String {
        self.poll.title()
    }

    /// That it is in no file, in a sentence: what ends the program loses it.
    pub(crate) fn not_kept(&self) -> String {
        words::open_vote_not_kept(&self.item(), self.cast_count().cast)
    }

    /// The level that is rated, where a feature takes both.
    pub(crate) fn level(&self) -> Option<Level> {
        self.step().level()
    }

    /// How many answers there are, don't-knows apart: their keys are 1 and on.
    pub(crate) fn answers(&self) -> usize {
        self.poll.ballots().answers()
    }

    /// What the keys stand for: `1 Not yet`.
    pub(crate) fn answer_words(&self, framework: &Framework) -> Vec<String> {
        self.poll.answers(framework)
    }

    /// How many votes are in: all that may be known before reveal.
    pub(crate) fn cast_count(&self) -> CastCount {
        self.poll.ballots().cast_count()
    }

    /// How many votes are in from the people of one line.
    pub(crate) fn cast_count_of(&self, voters: &Voters) -> CastCount {
        self.poll.ballots().cast_count_of(voters)
    }

    /// Whether everybody is in, of every group. Nobody can say so when the register is empty.
    pub(crate) fn is_complete(&self) -> bool {
        self.cast_count().expected > 0 && self.poll.ballots().missing() == 0
    }

    /// What the people of one line are called.
    pub(crate) fn name_of(&self, voters: &Voters, register: &Register) -> String {
        words::voters(voters, self.counted, self.groups.len() == 1, register)
    }

    /// Whether there is nothing that would be lost.
    pub(crate) fn is_empty(&self) -> bool {
        self.cast_count().cast == 0 && self.line.is_empty()
    }

    /// Whether it is the vote on what is asked at a step.
    pub(crate) fn is_on(&self, step: &Step) -> bool {
        self.step() == *step
    }

    /// `Round 1`, `Round 2`, or that a round is counted anew.
    pub(crate) fn title(&self) -> String {
        words::vote_title(self.round, self.correcting)
    }
}
