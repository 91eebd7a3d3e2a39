//! A round that is open: votes go in, and nothing but their number comes out before it is revealed.
//!
//! It must not be printed, copied, compared or serialised: no file, backup, undo or log may tell a vote.

use super::count_line::read_counts;
use super::vote_error::BallotError;
use super::{CountedBy, Counts, Counts5, MOST_PEOPLE, Register, Round, Tally, Voters};
use std::collections::BTreeMap;
use std::fmt;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Vote<C: Counts = Counts5> {
    Answer(C::Answer),
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
            0 => formatter.write_str(&tr!("{cast} in", cast = self.cast)),
            expected => formatter.write_str(&tr!("{cast} of {expected} in", cast = self.cast, expected)),
        }
    }
}

/// The votes of an open round.
///
/// Only sums are revealed. In which order the keypad took its votes is in memory until then, so that slips of the
/// finger can be taken back unseen; it is in no file, and nothing prints it.
///
/// ```compile_fail
/// # use plenary::session::{Ballots, CountedBy, Register};
/// let ballots: Ballots = Ballots::open(&Register::default(), CountedBy::Room);
/// let copy = ballots.clone();
/// ```
/// ```compile_fail
/// # use plenary::session::{Ballots, CountedBy, Register};
/// let ballots: Ballots = Ballots::open(&Register::default(), CountedBy::Room);
/// println!("{}", ballots);
/// ```
/// ```compile_fail
/// # use plenary::session::{Ballots, CountedBy, Register};
/// let ballots: Ballots = Ballots::open(&Register::default(), CountedBy::Room);
/// let text = serde_json::to_string(&ballots);
/// ```
pub struct Ballots<C: Counts = Counts5> {
    /// Sorted by group, so that the order in which groups voted is not kept.
    tallies: BTreeMap<Voters, Tally<C>>,
    present: Vec<(Voters, u32)>,
    voting: Voters,
    /// What the keypad took from each group, the last one last.
    pressed: BTreeMap<Voters, Vec<Vote<C>>>,
    /// The lines in which hands were counted: the room has seen them.
    lines: BTreeMap<Voters, String>,
}

impl<C: Counts> Ballots<C> {
    /// Opens a round for the people in the room.
    pub fn open(register: &Register, by: CountedBy) -> Self {
        let present = register.voters(by);
        let voting = present.first().map_or_else(Voters::default, |(voters, _)| voters.clone());
        let (tallies, pressed, lines) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Self { tallies, present, voting, pressed, lines }
    }

    /// Hides a round again that was revealed: the same votes are in.
    pub(crate) fn hide(&mut self, round: &Round<C>) {
        self.tallies = round.tallies.iter().map(|tally| (tally.voters(), tally.clone())).collect();
        self.lines = self.tallies.iter().map(|(voters, tally)| (voters.clone(), written(tally))).collect();
    }

    /// Takes one person's vote.
    pub fn cast(&mut self, vote: Vote<C>) -> Result<(), BallotError> {
        let tally = tally_of(&mut self.tallies, &self.voting);
        if tally.ballots() >= u32::from(MOST_PEOPLE) {
            return Err(BallotError::TooMany);
        }
        *mark(tally, vote) += 1;
        self.lines.remove(&self.voting);
        self.pressed.entry(self.voting.clone()).or_default().push(vote);
        Ok(())
    }

    /// The round as the votes that are in make it.
    pub fn reveal(&self) -> Round<C> {
        Round::of(self.tallies.values().cloned())
    }

    /// Holds a number of votes of the group that is voting against how many of it are present.
    fn fits(&self, counted: u32) -> Result<(), BallotError> {
        let present = self.cast_count_of(&self.voting).expected;
        if present > 0 && counted > present { Err(BallotError::MoreThanPresent { counted, present }) } else { Ok(()) }
    }
}

/// Taking votes, whatever they are on: what may be done, and known, before anybody knows what was voted.
pub trait TakesVotes {
    /// Says whose votes come next.
    fn ask(&mut self, voters: Voters);

    /// Takes who is in the room now for present, counted in a way; the votes that are in stay.
    fn seat(&mut self, register: &Register, by: CountedBy);

    /// Takes one person's vote by its digit key, one more than are present only where that is meant; `None` for a digit
    /// that is no vote here.
    fn press(&mut self, digit: char, is_meant: bool) -> Option<Result<(), BallotError>>;

    /// Takes back the vote that the group cast last, without telling it, and so each before it.
    fn withdraw_last(&mut self) -> Result<(), BallotError>;

    /// Takes counted hands, as `0 2 5 3 1` or `02531?2` on a feature, in place of all votes of the group that is voting.
    /// Where it refuses, the votes that were in stay.
    fn count(&mut self, line: &str, is_meant: bool) -> Result<(), BallotError>;

    /// Takes the whole line back that was counted of the group that is voting; whether there was one.
    fn withdraw_line(&mut self) -> bool;

    /// The line that was counted of the group that is voting.
    fn line(&self) -> Option<&str>;

    /// How many votes are in, of everybody in the room.
    fn cast_count(&self) -> CastCount;

    /// How many votes are in from one of the groups that are counted.
    fn cast_count_of(&self, voters: &Voters) -> CastCount;

    /// How many who are present have not voted, group by group.
    fn missing(&self) -> u32;

    /// Whose votes that are in were counted together.
    fn counted_by(&self) -> CountedBy;

    /// How many answers there are, don't-knows apart.
    fn answers(&self) -> usize;
}

impl<C: Counts> TakesVotes for Ballots<C> {
    fn ask(&mut self, voters: Voters) {
        self.voting = voters;
    }

    fn seat(&mut self, register: &Register, by: CountedBy) {
        self.present = register.voters(by);
    }

    fn press(&mut self, digit: char, is_meant: bool) -> Option<Result<(), BallotError>> {
        let vote = Vote::from_digit(digit)?;
        let fits = self.fits(self.cast_count_of(&self.voting).cast + 1);
        Some(fits.or_else(|more| if is_meant { Ok(()) } else { Err(more) }).and_then(|()| self.cast(vote)))
    }

    fn withdraw_last(&mut self) -> Result<(), BallotError> {
        let vote = self.pressed.get_mut(&self.voting).and_then(Vec::pop).ok_or(BallotError::NothingToWithdraw)?;
        let mark = mark(tally_of(&mut self.tallies, &self.voting), vote);
        *mark = mark.saturating_sub(1);
        Ok(())
    }

    fn count(&mut self, line: &str, is_meant: bool) -> Result<(), BallotError> {
        let tally: Tally<C> = read_counts(line, self.voting.clone())?;
        if !is_meant {
            self.fits(tally.ballots())?;
        }
        self.pressed.remove(&self.voting);
        self.lines.insert(self.voting.clone(), line.to_owned());
        self.tallies.insert(self.voting.clone(), tally);
        Ok(())
    }

    fn withdraw_line(&mut self) -> bool {
        let is_counted = self.lines.remove(&self.voting).is_some();
        if is_counted {
            self.tallies.remove(&self.voting);
        }
        is_counted
    }

    fn line(&self) -> Option<&str> {
        self.lines.get(&self.voting).map(String::as_str)
    }

    fn cast_count(&self) -> CastCount {
        let cast = self.tallies.values().map(Tally::ballots).sum();
        CastCount { cast, expected: self.present.iter().map(|(_, people)| people).sum() }
    }

    fn cast_count_of(&self, voters: &Voters) -> CastCount {
        let present = self.present.iter().find(|(group, _)| group == voters);
        let cast = self.tallies.get(voters).map_or(0, Tally::ballots);
        CastCount { cast, expected: present.map_or(0, |(_, people)| *people) }
    }

    fn missing(&self) -> u32 {
        let cast = |group| self.cast_count_of(group).cast;
        self.present.iter().map(|(group, people)| people.saturating_sub(cast(group))).sum()
    }

    fn counted_by(&self) -> CountedBy {
        let voters = || self.tallies.keys();
        match (voters().any(|one| one.sector.is_some()), voters().any(|one| one.level.is_some())) {
            (false, false) => CountedBy::Room,
            (true, false) => CountedBy::Sector,
            (false, true) => CountedBy::Level,
            (true, true) => CountedBy::SectorAndLevel,
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

/// A tally as the line of counts that it can be typed as.
fn written<C: Counts>(tally: &Tally<C>) -> String {
    let counts: Vec<String> = tally.counts.each().iter().map(u16::to_string).collect();
    let unknown = if tally.dont_know > 0 { format!(" ?{}", tally.dont_know) } else { String::new() };
    format!("{}{unknown}", counts.join(" "))
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
