//! A round that is open: votes go in, and nothing but their number comes out before it is revealed.
//!
//! It must not be printed, copied, compared or serialised: no file, backup, undo or log may tell a vote.

use super::count_line::read_counts;
use super::vote_error::BallotError;
use super::{Counts, Counts5, MOST_PEOPLE, Register, Round, Tally, UNSORTED, Voters};
use std::collections::BTreeMap;
use std::fmt;

/// One person's vote.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Vote<C: Counts = Counts5> {
    /// One of the answers.
    Answer(C::Answer),
    /// Does not know.
    DontKnow,
}

impl<C: Counts> Vote<C> {
    /// The vote a digit key stands for: 1 and on, and 0 for "don't know".
    pub fn from_digit(digit: char) -> Option<Self> {
        if digit == '0' { Some(Self::DontKnow) } else { C::answer_of(digit).map(Self::Answer) }
    }
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
/// let ballots: Ballots = Ballots::open(&Register::default());
/// let copy = ballots.clone();
/// ```
/// ```compile_fail
/// # use plenary::session::{Ballots, Register};
/// let ballots: Ballots = Ballots::open(&Register::default());
/// println!("{}", ballots);
/// ```
/// ```compile_fail
/// # use plenary::session::{Ballots, Register};
/// let ballots: Ballots = Ballots::open(&Register::default());
/// let text = serde_json::to_string(&ballots);
/// ```
pub struct Ballots<C: Counts = Counts5> {
    /// Sorted by group, so that the order in which groups voted is not kept either.
    tallies: BTreeMap<Voters, Tally<C>>,
    /// People in the room, by group; the round keeps to what the register said when it was opened.
    present: BTreeMap<Voters, u32>,
    voting: Voters,
    last: Option<Vote<C>>,
}

impl<C: Counts> Ballots<C> {
    /// Opens a round for the people in the room.
    pub fn open(register: &Register) -> Self {
        let mut present = BTreeMap::new();
        for group in register.present() {
            let sector = (group.sector != UNSORTED).then(|| group.sector.clone());
            *present.entry(Voters { sector, level: group.level }).or_insert(0) += u32::from(group.people);
        }
        Self { tallies: BTreeMap::new(), present, voting: Voters::default(), last: None }
    }

    /// Whose votes are being taken.
    pub fn voting(&self) -> &Voters {
        &self.voting
    }

    /// Takes one person's vote from the keypad.
    ///
    /// # Errors
    /// At 999 votes in a group.
    pub fn cast(&mut self, vote: Vote<C>) -> Result<(), BallotError> {
        let tally = tally_of(&mut self.tallies, &self.voting);
        if tally.ballots() >= u32::from(MOST_PEOPLE) {
            return Err(BallotError::TooMany);
        }
        *mark(tally, vote) += 1;
        self.last = Some(vote);
        Ok(())
    }

    /// Forgets the votes of the group that is voting, so that it can vote again.
    pub fn start_over(&mut self) {
        self.last = None;
        self.tallies.remove(&self.voting);
    }

    /// How many votes are in from one group. A sector without a level means all of its levels.
    pub fn cast_count_of(&self, voters: &Voters) -> CastCount {
        let belongs = |group: &Voters| {
            (voters.sector.is_none() || voters.sector == group.sector)
                && (voters.level.is_none() || voters.level == group.level)
        };
        let cast = self.tallies.iter().filter(|(group, _)| belongs(group)).map(|(_, tally)| tally.ballots()).sum();
        let expected = self.present.iter().filter(|(group, _)| belongs(group)).map(|(_, people)| people).sum();
        CastCount { cast, expected }
    }

    /// Ends the round and gives the sums. The ballots are gone.
    pub fn reveal(self) -> Round<C> {
        Round::of(self.tallies.into_values())
    }
}

/// Taking votes, whatever they are on: what may be done, and known, before anybody knows what was voted.
pub trait TakesVotes {
    /// Says whose votes come next; to begin with, everybody's. The last vote of the group before stands.
    fn ask(&mut self, voters: Voters);

    /// Takes one person's vote by its digit key; `None` for a digit that is no vote here.
    ///
    /// # Errors
    /// As [`Ballots::cast`].
    fn press(&mut self, digit: char) -> Option<Result<(), BallotError>>;

    /// Takes back the vote that was cast last, without telling it. The one before cannot be taken back:
    /// it is somebody else's.
    ///
    /// # Errors
    /// When nothing was cast since the last withdrawal, change of group or line of counts.
    fn withdraw_last(&mut self) -> Result<(), BallotError>;

    /// Takes counted hands, as `0 2 5 3 1` or `0 2 5 3 1 ?2` on a feature, in place of all votes of the group that is voting.
    ///
    /// # Errors
    /// When the line cannot be read; the votes that were in stay.
    fn count(&mut self, line: &str) -> Result<(), BallotError>;

    /// How many votes are in, of everybody in the room.
    fn cast_count(&self) -> CastCount;

    /// How many votes are in from exactly these voters: of nobody whose sector or level was said, where theirs was not.
    fn cast_count_within(&self, voters: &Voters) -> CastCount;

    /// How many answers there are, don't-knows apart.
    fn answers(&self) -> usize;
}

impl<C: Counts> TakesVotes for Ballots<C> {
    fn ask(&mut self, voters: Voters) {
        if voters != self.voting {
            self.last = None;
            self.voting = voters;
        }
    }

    fn press(&mut self, digit: char) -> Option<Result<(), BallotError>> {
        Vote::from_digit(digit).map(|vote| self.cast(vote))
    }

    fn withdraw_last(&mut self) -> Result<(), BallotError> {
        let vote = self.last.take().ok_or(BallotError::NothingToWithdraw)?;
        let mark = mark(tally_of(&mut self.tallies, &self.voting), vote);
        *mark = mark.saturating_sub(1);
        Ok(())
    }

    fn count(&mut self, line: &str) -> Result<(), BallotError> {
        let tally = read_counts(line, self.voting.clone())?;
        self.last = None;
        self.tallies.insert(self.voting.clone(), tally);
        Ok(())
    }

    fn cast_count(&self) -> CastCount {
        self.cast_count_of(&Voters::default())
    }

    fn cast_count_within(&self, voters: &Voters) -> CastCount {
        CastCount {
            cast: self.tallies.get(voters).map_or(0, Tally::ballots),
            expected: self.present.get(voters).copied().unwrap_or(0),
        }
    }

    fn answers(&self) -> usize {
        C::ANSWERS.len()
    }
}

fn tally_of<'all, C: Counts>(tallies: &'all mut BTreeMap<Voters, Tally<C>>, voters: &Voters) -> &'all mut Tally<C> {
    tallies.entry(voters.clone()).or_insert_with(|| {
        let Voters { sector, level } = voters.clone();
        Tally { sector, level, ..Tally::default() }
    })
}

fn mark<C: Counts>(tally: &mut Tally<C>, vote: Vote<C>) -> &mut u16 {
    match vote {
        Vote::DontKnow => &mut tally.dont_know,
        Vote::Answer(answer) => tally.counts.count_mut(answer),
    }
}

impl<C: Counts> fmt::Debug for Ballots<C> {
    /// Their number only: what is printed may end in a log or a failure report.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Ballots({})", self.cast_count())
    }
}
