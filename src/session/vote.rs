//! Revealed rounds on the record: the first, one more after the talk, and corrections of what was miscounted.
//!
//! It sees rounds only once they are revealed. That a median was seen changes no decision: the room agrees.

use super::{
    Changed, Counts, Counts5, Import, MOST_ROUNDS, Refusal, Revealed, Round, Session, StanceCounts, Status, Voters,
};
use crate::framework::{Assumption, Feature, Level};
use jiff::Timestamp;

/// What the room votes on: a feature, at one level where it takes both, or an assumption.
pub trait Subject: Copy {
    type Counts: Counts;

    /// What it is called, with its level.
    fn title(self) -> String;

    fn level(self) -> Option<Level>;

    /// Whether it takes votes at that level.
    fn fits(self) -> bool;

    /// All rounds on the item, of every level.
    fn rounds(self, session: &Session) -> &[Revealed<Self::Counts>];

    /// Whether the room has voted on it or decided it.
    fn is_spoken_of(self, session: &Session) -> bool;

    fn sums(self, import: &Import) -> Option<&Round<Self::Counts>>;

    /// Changes them, as one step to undo.
    fn change(
        self,
        session: &mut Session,
        sentence: String,
        change: impl FnOnce(&mut Vec<Revealed<Self::Counts>>),
    ) -> Changed;
}

impl Subject for (&Feature, Option<Level>) {
    type Counts = Counts5;

    fn title(self) -> String {
        let level = self.1.map_or(String::new(), |level| format!(" ({})", level.label()));
        format!("{}{level}", self.0.label)
    }

    fn level(self) -> Option<Level> {
        self.1
    }

    fn fits(self) -> bool {
        self.0.levels == self.1.is_some()
    }

    fn rounds(self, session: &Session) -> &[Revealed] {
        &session.answer(&self.0.id).rounds
    }

    fn is_spoken_of(self, session: &Session) -> bool {
        session.has_rated(&self.0.id, self.1)
    }

    fn sums(self, import: &Import) -> Option<&Round> {
        let sums = import.ratings.iter().find(|sums| sums.item == self.0.id && sums.level == self.1);
        sums.map(|sums| &sums.round)
    }

    fn change(self, session: &mut Session, sentence: String, change: impl FnOnce(&mut Vec<Revealed>)) -> Changed {
        session.change_answer(&self.0.id, sentence, |answer| change(&mut answer.rounds))
    }
}

impl Subject for &Assumption {
    type Counts = StanceCounts;

    fn title(self) -> String {
        self.label.clone()
    }

    fn level(self) -> Option<Level> {
        None
    }

    fn fits(self) -> bool {
        true
    }

    fn rounds(self, session: &Session) -> &[Revealed<StanceCounts>] {
        &session.assumption(&self.id).rounds
    }

    fn is_spoken_of(self, session: &Session) -> bool {
        session.has_judged(&self.id)
    }

    fn sums(self, import: &Import) -> Option<&Round<StanceCounts>> {
        import.stances.iter().find(|sums| sums.item == self.id).map(|sums| &sums.round)
    }

    fn change(
        self,
        session: &mut Session,
        sentence: String,
        change: impl FnOnce(&mut Vec<Revealed<StanceCounts>>),
    ) -> Changed {
        session.change_assumption(&self.id, sentence, |answer| change(&mut answer.rounds))
    }
}

impl Session {
    /// How many rounds were revealed.
    pub(crate) fn rounds_on(&self, on: impl Subject) -> usize {
        on.rounds(self).iter().filter(|revealed| revealed.level == on.level()).count()
    }

    /// How many were in the room at the last vote, as far as the register said.
    pub(crate) fn present_at_vote(&self, on: impl Subject) -> Option<u32> {
        on.rounds(self).iter().rev().find(|revealed| revealed.level == on.level())?.present
    }

    /// Whether the room may vote now. Ask before a round is opened, so that no votes are taken in vain.
    pub fn may_vote(&self, on: impl Subject) -> Result<(), Refusal> {
        match () {
            () if self.status == Status::Finished => Err(Refusal::Finished),
            () if !on.fits() => Err(Refusal::Level),
            () if self.rounds_on(on) >= MOST_ROUNDS => Err(Refusal::TwoRounds),
            () => Ok(()),
        }
    }

    /// Records a round, as one change to undo.
    pub fn reveal<S: Subject>(&mut self, on: S, round: Round<S::Counts>, at: Timestamp) -> Changed {
        self.may_vote(on)?;
        let round = voted(round)?;
        let sentence = sentence(on, self.rounds_on(on));
        let present = Some(self.register.here()).filter(|present| *present > 0);
        on.change(self, sentence, |rounds| {
            rounds.push(Revealed { at, level: on.level(), round, present, ..Revealed::default() });
        })
    }

    /// Replaces the counts of a revealed round, 0 the first and 1 the second; it keeps its time.
    pub fn correct<S: Subject>(&mut self, on: S, which: usize, round: Round<S::Counts>) -> Changed {
        let round = voted(round)?;
        let sentence = format!("{}, corrected", sentence(on, which));
        // Who agreed to be heard agreed for the votes that were.
        self.change_round(on, Some(which), sentence, |revealed| {
            revealed.round = round;
            revealed.heard.clear();
        })
    }

    /// Keeps that a small group said yes, it may be told where it stands in its latest votes, or no again.
    pub fn hear(&mut self, on: impl Subject, voters: &Voters, yes: bool) -> Changed {
        let consent = if yes { "given" } else { "withdrawn" };
        self.change_round(on, None, format!("{}, consent {consent}", on.title()), |revealed| {
            revealed.heard.retain(|one| one != voters);
            if yes {
                revealed.heard.push(voters.clone());
                revealed.heard.sort();
            }
        })
    }

    /// Changes one of the rounds, the last where it is not said which.
    fn change_round<S: Subject>(
        &mut self,
        on: S,
        which: Option<usize>,
        sentence: String,
        change: impl FnOnce(&mut Revealed<S::Counts>),
    ) -> Changed {
        let rounds = self.rounds_on(on);
        let which = which.or(rounds.checked_sub(1)).filter(|which| *which < rounds).ok_or(Refusal::NoRound)?;
        on.change(self, sentence, |all| {
            if let Some(revealed) = all.iter_mut().filter(|revealed| revealed.level == on.level()).nth(which) {
                change(revealed);
            }
        })
    }
}

fn voted<C: Counts>(round: Round<C>) -> Result<Round<C>, Refusal> {
    let round = Round::of(round.tallies);
    if round.tallies.is_empty() { Err(Refusal::NobodyVoted) } else { Ok(round) }
}

fn sentence(on: impl Subject, before: usize) -> String {
    format!("{} votes, round {}", on.title(), before + 1)
}
