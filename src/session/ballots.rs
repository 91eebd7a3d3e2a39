//! A round that is open: votes go in, and nothing but their number comes out before it is revealed.
//!
//! It must not be printed, copied, compared or serialised: no file, backup, undo or log may tell a vote.

use super::count_line::{CountError, read_counts};
use super::{MOST_PEOPLE, Register, Round, Tally, UNSORTED, Voters};
use crate::framework::Rating;
use std::collections::BTreeMap;
use std::fmt;

/// One person's vote.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Vote {
    /// A rating.
    Rating(Rating),
    /// Does not know.
    DontKnow,
}

impl Vote {
    /// The vote a digit key stands for: 1 to 5, and 0 for "don't know".
    #[must_use]
    pub fn from_digit(digit: char) -> Option<Self> {
        if digit == '0' { Some(Self::DontKnow) } else { Rating::from_digit(digit).map(Self::Rating) }
    }
}

/// Why a vote is not taken. It never says which.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BallotError {
    /// More votes than people can be.
    #[error("There are 999 votes in this group already; take the round back and begin again")]
    TooMany,
    /// Nothing was cast just now, or it has been taken back.
    #[error("Only the vote that was cast last can be taken back, and only once")]
    NothingToWithdraw,
    /// The line of counts cannot be read.
    #[error(transparent)]
    Counts(#[from] CountError),
}

/// How many votes are in, of how many people: `7 of 12 in`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CastCount {
    /// Votes that are in, don't-knows among them.
    pub cast: u32,
    /// People who are there to vote; 0 when the register does not say.
    pub expected: u32,
}

impl CastCount {
    /// Whether everybody who is there has voted. Nobody can say so when the register is empty.
    #[must_use]
    pub fn is_complete(self) -> bool {
        self.expected > 0 && self.cast >= self.expected
    }
}

impl fmt::Display for CastCount {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.expected {
            0 => write!(formatter, "{} in", self.cast),
            expected => write!(formatter, "{} of {expected} in", self.cast),
        }
    }
}

/// The votes of an open round.
///
/// Only sums are held, so not even its memory tells who voted what when; the one exception is the last
/// vote, until the next one, so that a slip of the finger can be taken back unseen.
///
/// ```compile_fail
/// # use plenary::session::{Ballots, Register};
/// let ballots = Ballots::open(&Register::default());
/// let copy = ballots.clone();
/// ```
/// ```compile_fail
/// # use plenary::session::{Ballots, Register};
/// println!("{}", Ballots::open(&Register::default()));
/// ```
/// ```compile_fail
/// # use plenary::session::{Ballots, Register};
/// let text = serde_json::to_string(&Ballots::open(&Register::default()));
/// ```
#[derive(Default)]
pub struct Ballots {
    /// Sorted by group, so that the order in which groups voted is not kept either.
    tallies: BTreeMap<Voters, Tally>,
    /// People in the room, by group; the round keeps to what the register said when it was opened.
    present: BTreeMap<Voters, u32>,
    voting: Voters,
    last: Option<Vote>,
}

impl Ballots {
    /// Opens a round for the people in the room.
    #[must_use]
    pub fn open(register: &Register) -> Self {
        let mut present = BTreeMap::new();
        for group in register.present() {
            let sector = (group.sector != UNSORTED).then(|| group.sector.clone());
            *present.entry(Voters { sector, level: group.level }).or_insert(0) += u32::from(group.people);
        }
        Self { present, ..Self::default() }
    }

    /// Says whose votes come next; to begin with, everybody's. The last vote of the group before stands.
    pub fn ask(&mut self, voters: Voters) {
        if voters != self.voting {
            self.last = None;
            self.voting = voters;
        }
    }

    /// Whose votes are being taken.
    #[must_use]
    pub fn voting(&self) -> &Voters {
        &self.voting
    }

    /// Takes one person's vote from the keypad.
    ///
    /// # Errors
    /// At 999 votes in a group.
    pub fn cast(&mut self, vote: Vote) -> Result<(), BallotError> {
        let tally = tally_of(&mut self.tallies, &self.voting);
        if tally.ballots() >= u32::from(MOST_PEOPLE) {
            return Err(BallotError::TooMany);
        }
        *mark(tally, vote) += 1;
        self.last = Some(vote);
        Ok(())
    }

    /// Takes back the vote that was cast last, without telling it. The one before cannot be taken back:
    /// it is somebody else's.
    ///
    /// # Errors
    /// When nothing was cast since the last withdrawal, change of group or line of counts.
    pub fn withdraw_last(&mut self) -> Result<(), BallotError> {
        let vote = self.last.take().ok_or(BallotError::NothingToWithdraw)?;
        let mark = mark(tally_of(&mut self.tallies, &self.voting), vote);
        *mark = mark.saturating_sub(1);
        Ok(())
    }

    /// Takes counted hands, `0 2 5 3 1` or `0 2 5 3 1 ?2`, in place of all votes of the group that is voting.
    ///
    /// # Errors
    /// When the line cannot be read; the votes that were in stay.
    pub fn count(&mut self, line: &str) -> Result<(), BallotError> {
        let tally = read_counts(line, self.voting.clone())?;
        self.last = None;
        self.tallies.insert(self.voting.clone(), tally);
        Ok(())
    }

    /// Forgets the votes of the group that is voting, so that it can vote again.
    pub fn start_over(&mut self) {
        self.last = None;
        self.tallies.remove(&self.voting);
    }

    /// How many votes are in, of everybody in the room.
    #[must_use]
    pub fn cast_count(&self) -> CastCount {
        self.cast_count_of(&Voters::default())
    }

    /// How many votes are in from one group. A sector without a level means all of its levels.
    #[must_use]
    pub fn cast_count_of(&self, voters: &Voters) -> CastCount {
        let belongs = |group: &Voters| {
            (voters.sector.is_none() || voters.sector == group.sector)
                && (voters.level.is_none() || voters.level == group.level)
        };
        let cast = self.tallies.iter().filter(|(group, _)| belongs(group)).map(|(_, tally)| tally.ballots()).sum();
        let expected = self.present.iter().filter(|(group, _)| belongs(group)).map(|(_, people)| people).sum();
        CastCount { cast, expected }
    }

    /// How many votes are in from exactly these voters: of nobody whose sector or level was said, where theirs was not.
    #[must_use]
    pub fn cast_count_within(&self, voters: &Voters) -> CastCount {
        CastCount {
            cast: self.tallies.get(voters).map_or(0, Tally::ballots),
            expected: self.present.get(voters).copied().unwrap_or(0),
        }
    }

    /// Ends the round and gives the sums. The ballots are gone.
    #[must_use]
    pub fn reveal(self) -> Round {
        Round::of(self.tallies.into_values())
    }
}

fn tally_of<'all>(tallies: &'all mut BTreeMap<Voters, Tally>, voters: &Voters) -> &'all mut Tally {
    tallies.entry(voters.clone()).or_insert_with(|| {
        let Voters { sector, level } = voters.clone();
        Tally { sector, level, ..Tally::default() }
    })
}

fn mark(tally: &mut Tally, vote: Vote) -> &mut u16 {
    match vote {
        Vote::DontKnow => &mut tally.dont_know,
        Vote::Rating(rating) => {
            let [one, two, three, four, five] = &mut tally.counts.0;
            match rating {
                Rating::One => one,
                Rating::Two => two,
                Rating::Three => three,
                Rating::Four => four,
                Rating::Five => five,
            }
        }
    }
}

impl fmt::Debug for Ballots {
    /// Their number only: what is printed may end in a log or a failure report.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Ballots({})", self.cast_count())
    }
}
