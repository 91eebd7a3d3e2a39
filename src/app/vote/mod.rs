//! A vote that is open: how it is taken, whose votes come next, and when it is revealed.
//!
//! It lives here and nowhere else until reveal: no part of it is ever in the session, its undo or a notice.

mod count_line;
mod heard;
mod seen;
mod update;

use crate::framework::{Framework, Level, Step};
use crate::session::{CastCount, MOST_ROUNDS, Poll, Register, Session, UNSORTED, Voters};
use crate::words;

pub use count_line::CountLine;
pub use update::VoteBox;
pub(super) use update::open;

/// How votes are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Hands or cards are counted, and the five counts typed as one line.
    Hands,
    /// Each person presses one digit.
    Keypad,
}

/// A way to vote, as it is offered: for the whole room, or one group after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    pub(crate) way: Way,
    pub(crate) by_group: bool,
}

impl Offer {
    const ALL: [Self; 4] = [
        Self { way: Way::Hands, by_group: false },
        Self { way: Way::Keypad, by_group: false },
        Self { way: Way::Hands, by_group: true },
        Self { way: Way::Keypad, by_group: true },
    ];

    pub(crate) fn words(self) -> &'static str {
        match (self.way, self.by_group) {
            (Way::Hands, false) => words::HANDS,
            (Way::Keypad, false) => words::KEYPAD,
            (Way::Hands, true) => words::HANDS_BY_GROUP,
            (Way::Keypad, true) => words::KEYPAD_BY_GROUP,
        }
    }
}

/// An open vote on one rating, or on one assumption.
#[derive(Debug)]
pub struct Voting {
    poll: Poll,
    /// Which round it becomes, from 0.
    round: usize,
    correcting: bool,
    /// How votes are taken; `None` until it is chosen.
    pub(crate) way: Option<Way>,
    pub(crate) offers: Vec<Offer>,
    pub(crate) offer: usize,
    /// Who votes, one line each: a single one for the whole room.
    pub(crate) groups: Vec<Voters>,
    /// The line whose votes are taken.
    pub(crate) group: usize,
    /// What is typed of the marked line's counts.
    pub(crate) line: CountLine,
    /// The next press of the key discards.
    discards: bool,
}

impl Voting {
    /// Opens a vote for the people in the room on what is asked at a step; `None` where the room does not vote.
    pub(crate) fn open(framework: &Framework, session: &Session, step: &Step) -> Option<Self> {
        let poll = Poll::open(framework, session, step)?;
        let rounds = poll.rounds(session);
        let groups = groups(&session.register);
        let offers = Offer::ALL.into_iter().filter(|offer| !offer.by_group || groups.len() > 1);
        Some(Self {
            poll,
            round: rounds.min(MOST_ROUNDS - 1),
            correcting: rounds >= MOST_ROUNDS,
            way: None,
            offers: offers.collect(),
            offer: 0,
            groups,
            group: 0,
            line: CountLine::default(),
            discards: false,
        })
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

    /// What the keys stand for, the longest form first.
    pub(crate) fn answer_words(&self, framework: &Framework) -> [String; 2] {
        self.poll.answers(framework)
    }

    /// How many votes are in: all that may be known before reveal.
    pub(crate) fn cast_count(&self) -> CastCount {
        self.poll.ballots().cast_count()
    }

    /// How many votes are in from the people of one line.
    pub(crate) fn cast_count_of(&self, voters: &Voters) -> CastCount {
        let ballots = self.poll.ballots();
        if self.groups.len() == 1 { ballots.cast_count() } else { ballots.cast_count_within(voters) }
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

/// The groups in the room, in the order of the register.
fn groups(register: &Register) -> Vec<Voters> {
    let mut groups: Vec<Voters> = Vec::new();
    for group in register.present() {
        let sector = (group.sector != UNSORTED).then(|| group.sector.clone());
        let voters = Voters { sector, level: group.level };
        if !groups.contains(&voters) {
            groups.push(voters);
        }
    }
    groups
}
