//! Revealed rounds on the record: the first, one more after the talk, and corrections of what was miscounted.
//!
//! It sees rounds only once they are revealed. That a median was seen changes no decision: the room agrees.

use super::change::{Changed, Refusal};
use super::{Counts, MOST_ROUNDS, Revealed, RevealedStances, Round, Session, StanceCounts, Status, Voters};
use crate::framework::{Assumption, Feature, Level};
use jiff::Timestamp;

impl Session {
    /// Whether the room may vote on a feature now. Ask before a round is opened, so that no votes are taken in vain.
    ///
    /// # Errors
    /// When two rounds are there already, the level does not fit the feature, or the session is finished.
    pub fn may_vote(&self, feature: &Feature, level: Option<Level>) -> Result<(), Refusal> {
        if self.status == Status::Finished {
            return Err(Refusal::Finished);
        }
        if feature.levels != level.is_some() {
            return Err(Refusal::Level);
        }
        once_more(self.answer(&feature.id).rounds_at(level).count())
    }

    /// Whether the room may vote on an assumption now.
    pub(crate) fn may_vote_on_assumption(&self, assumption: &Assumption) -> Result<(), Refusal> {
        if self.status == Status::Finished {
            return Err(Refusal::Finished);
        }
        once_more(self.assumption(&assumption.id).rounds.len())
    }

    /// Records a round on a feature, at one level where it takes both, as one change to undo.
    ///
    /// # Errors
    /// As [`Session::may_vote`], or when nobody voted.
    pub fn reveal(&mut self, feature: &Feature, level: Option<Level>, round: Round, at: Timestamp) -> Changed {
        self.may_vote(feature, level)?;
        let before = self.answer(&feature.id).rounds_at(level).count();
        let round = voted(round)?;
        let sentence = sentence(&feature.label, level, before);
        self.change_answer(&feature.id, sentence, |answer| {
            answer.rounds.push(Revealed { at, level, round, ..Revealed::default() });
        })
    }

    /// Replaces the counts of a revealed round, 0 the first and 1 the second; it keeps its time.
    ///
    /// # Errors
    /// When there is no such round, nobody voted in the new one, or the session is finished.
    pub fn correct(&mut self, feature: &Feature, level: Option<Level>, which: usize, round: Round) -> Changed {
        let round = voted(round)?;
        if self.answer(&feature.id).rounds_at(level).nth(which).is_none() {
            return Err(Refusal::NoRound);
        }
        let sentence = format!("{}, corrected", sentence(&feature.label, level, which));
        self.change_answer(&feature.id, sentence, |answer| {
            let mut rounds = answer.rounds.iter_mut().filter(|revealed| revealed.level == level);
            if let Some(revealed) = rounds.nth(which) {
                revealed.round = round;
                // Who agreed to be heard agreed for the votes that were.
                revealed.heard.clear();
            }
        })
    }

    /// Keeps that a small group said yes, it may be told where it stands in its latest votes on a feature, or no again.
    ///
    /// # Errors
    /// When there are no votes on it, or the session is finished.
    pub fn hear(&mut self, feature: &Feature, level: Option<Level>, voters: &Voters, yes: bool) -> Changed {
        if self.answer(&feature.id).latest_round(level).is_none() {
            return Err(Refusal::NoRound);
        }
        self.change_answer(&feature.id, heard_sentence(&feature.label, level), |answer| {
            if let Some(latest) = answer.rounds.iter_mut().rev().find(|revealed| revealed.level == level) {
                say(&mut latest.heard, voters, yes);
            }
        })
    }

    /// The same of votes on an assumption.
    pub(crate) fn hear_on_assumption(&mut self, assumption: &Assumption, voters: &Voters, yes: bool) -> Changed {
        if self.assumption(&assumption.id).rounds.is_empty() {
            return Err(Refusal::NoRound);
        }
        self.change_assumption(&assumption.id, heard_sentence(&assumption.label, None), |answer| {
            if let Some(latest) = answer.rounds.last_mut() {
                say(&mut latest.heard, voters, yes);
            }
        })
    }

    /// Records a round on an assumption, as one change to undo.
    ///
    /// # Errors
    /// As `Session::may_vote_on_assumption`, or when nobody voted.
    pub fn reveal_stances(&mut self, assumption: &Assumption, round: Round<StanceCounts>, at: Timestamp) -> Changed {
        self.may_vote_on_assumption(assumption)?;
        let round = voted(round)?;
        let sentence = sentence(&assumption.label, None, self.assumption(&assumption.id).rounds.len());
        self.change_assumption(&assumption.id, sentence, |answer| {
            answer.rounds.push(RevealedStances { at, round, ..RevealedStances::default() });
        })
    }

    /// Replaces the counts of a revealed round on an assumption, 0 the first and 1 the second; it keeps its time.
    ///
    /// # Errors
    /// When there is no such round, nobody voted in the new one, or the session is finished.
    pub fn correct_stances(&mut self, assumption: &Assumption, which: usize, round: Round<StanceCounts>) -> Changed {
        let round = voted(round)?;
        if self.assumption(&assumption.id).rounds.get(which).is_none() {
            return Err(Refusal::NoRound);
        }
        let sentence = format!("{}, corrected", sentence(&assumption.label, None, which));
        self.change_assumption(&assumption.id, sentence, |answer| {
            if let Some(revealed) = answer.rounds.get_mut(which) {
                revealed.round = round;
                revealed.heard.clear();
            }
        })
    }
}

fn once_more(rounds: usize) -> Result<(), Refusal> {
    if rounds >= MOST_ROUNDS { Err(Refusal::TwoRounds) } else { Ok(()) }
}

fn voted<C: Counts>(round: Round<C>) -> Result<Round<C>, Refusal> {
    let round = Round::of(round.tallies);
    if round.tallies.is_empty() { Err(Refusal::NobodyVoted) } else { Ok(round) }
}

fn say(heard: &mut Vec<Voters>, voters: &Voters, yes: bool) {
    heard.retain(|one| one != voters);
    if yes {
        heard.push(voters.clone());
        heard.sort();
    }
}

fn heard_sentence(label: &str, level: Option<Level>) -> String {
    let place = level.map_or(String::new(), |level| format!(" ({})", level.word()));
    format!("{label}{place}, who agreed to be heard")
}

fn sentence(label: &str, level: Option<Level>, before: usize) -> String {
    let place = level.map_or(String::new(), |level| format!(" ({})", level.word()));
    format!("{label}{place} votes, round {}", before + 1)
}
