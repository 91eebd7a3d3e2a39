//! A vote that is open: how it is taken, whose votes come next, and when it is revealed.
//!
//! It lives here and nowhere else until reveal: no part of it is ever in the session, its undo or a notice.

mod count_line;
mod seen;
mod update;

use crate::framework::{Feature, Level};
use crate::session::{Ballots, CastCount, MOST_ROUNDS, Register, Session, UNSORTED, Voters};

pub use count_line::CountLine;

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
    /// How.
    pub way: Way,
    /// Whether groups vote by themselves.
    pub by_group: bool,
}

impl Offer {
    const ALL: [Self; 4] = [
        Self { way: Way::Hands, by_group: false },
        Self { way: Way::Keypad, by_group: false },
        Self { way: Way::Hands, by_group: true },
        Self { way: Way::Keypad, by_group: true },
    ];

    /// The words on screen.
    #[must_use]
    pub fn words(self) -> &'static str {
        match (self.way, self.by_group) {
            (Way::Hands, false) => "Count hands: five counts, whole room",
            (Way::Keypad, false) => "Pass the keypad: one digit a person",
            (Way::Hands, true) => "Count hands, group by group",
            (Way::Keypad, true) => "Pass the keypad, group by group",
        }
    }
}

/// An open vote on one rating.
#[derive(Debug)]
pub struct Voting {
    /// What is voted on.
    pub feature: Feature,
    /// The level that is rated, where the feature takes both.
    pub level: Option<Level>,
    /// Which round it becomes, from 0.
    pub round: usize,
    /// Whether that round is there already and is counted anew.
    pub correcting: bool,
    /// How votes are taken; `None` until it is chosen.
    pub way: Option<Way>,
    /// The ways to choose from.
    pub offers: Vec<Offer>,
    /// The marked way.
    pub offer: usize,
    /// Who votes, one line each: a single one for the whole room.
    pub groups: Vec<Voters>,
    /// The line whose votes are taken.
    pub group: usize,
    /// What is typed of the marked line's counts.
    pub line: CountLine,
    ballots: Ballots,
    /// The next press of the key discards.
    discards: bool,
}

impl Voting {
    /// Opens a vote for the people in the room.
    #[must_use]
    pub fn open(session: &Session, feature: &Feature, level: Option<Level>) -> Self {
        let rounds = session.answer(&feature.id).rounds_at(level).count();
        let groups = groups(&session.register);
        let offers = Offer::ALL.into_iter().filter(|offer| !offer.by_group || groups.len() > 1);
        Self {
            feature: feature.clone(),
            level,
            round: rounds.min(MOST_ROUNDS - 1),
            correcting: rounds >= MOST_ROUNDS,
            way: None,
            offers: offers.collect(),
            offer: 0,
            groups,
            group: 0,
            line: CountLine::default(),
            ballots: Ballots::open(&session.register),
            discards: false,
        }
    }

    /// How many votes are in: all that may be known before reveal.
    #[must_use]
    pub fn cast_count(&self) -> CastCount {
        self.ballots.cast_count()
    }

    /// How many votes are in from the people of one line.
    #[must_use]
    pub fn cast_count_of(&self, voters: &Voters) -> CastCount {
        if self.groups.len() == 1 { self.ballots.cast_count() } else { self.ballots.cast_count_within(voters) }
    }

    /// Whether there is nothing that would be lost.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cast_count().cast == 0 && self.line.is_empty()
    }

    /// Whether it is the vote on this rating.
    #[must_use]
    pub fn is_on(&self, feature: &Feature, level: Option<Level>) -> bool {
        self.feature.id == feature.id && self.level == level
    }

    /// `Round 1`, `Round 2`, or that a round is counted anew.
    #[must_use]
    pub fn title(&self) -> String {
        let number = self.round + 1;
        if self.correcting { format!("Vote, round {number} again") } else { format!("Vote, round {number}") }
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
