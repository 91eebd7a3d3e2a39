//! How one feature stood then and stands now: the turn it took, the evidence, the levels, and the votes as far as told.
//!
//! Votes come from what is disclosed, never from a round itself: sessions are compared long after the room has gone.

use super::{ThenNow, Turn};
use crate::analysis::{FeatureState, Movement, State, disclosed, movement, reading};
use crate::framework::{Cell, Confidence, Feature, Framework, Level, Stage};
use crate::session::{Decision, Session};
use std::cmp::Ordering;

#[derive(Clone, Debug)]
pub struct FeatureChange<'all> {
    pub cell: Cell,
    pub stage: &'all Stage,
    pub feature: &'all Feature,
    pub readings: ThenNow<FeatureState>,
    pub turn: Turn,
    /// How good the evidence was said to be.
    pub confidence: ThenNow<Option<Confidence>>,
    /// The levels on which the decision is another one; none for features that take one rating.
    pub levels: Vec<LevelChange<'all>>,
    /// The latest votes then and now, for each rating of which both may be told.
    pub votes: Vec<VotesChange>,
}

/// What was decided for one level of a feature, then and now.
#[derive(Clone, Debug)]
pub struct LevelChange<'all> {
    pub level: Level,
    pub decisions: ThenNow<&'all Decision>,
}

/// How the latest votes on one rating differ. These are two rooms: nobody need have changed their mind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VotesChange {
    /// The level that was rated, where the feature takes both.
    pub level: Option<Level>,
    /// Medians, words, and whether the votes stand closer together.
    pub movement: Movement,
}

pub(super) fn changes<'all>(
    framework: &'all Framework,
    then: &'all Session,
    now: &'all Session,
) -> Vec<FeatureChange<'all>> {
    let change = |(cell, stage, feature): (Cell, &'all Stage, &'all Feature)| {
        let answers = ThenNow::read(then, now, |session| session.answer(&feature.id));
        let readings = ThenNow::read(then, now, |session| reading(session, stage, &feature.id));
        let at =
            |level: Option<Level>| ThenNow { then: answers.then.decided.at(level), now: answers.now.decided.at(level) };
        let levels = Level::ALL.into_iter().filter(|_| feature.levels);
        let levels = levels.map(|level| LevelChange { level, decisions: at(Some(level)) });
        FeatureChange {
            cell,
            stage,
            feature,
            turn: Turn::of(readings.then, readings.now),
            readings,
            confidence: ThenNow { then: answers.then.confidence, now: answers.now.confidence },
            levels: levels.filter(|change| change.decisions.differs()).collect(),
            votes: votes(feature, then, now),
        }
    };
    framework.features().map(change).collect()
}

fn votes(feature: &Feature, then: &Session, now: &Session) -> Vec<VotesChange> {
    let levels = feature.rated_at();
    let latest = |session, level| disclosed(session, feature, level).latest().and_then(|round| round.room);
    let change = |level: Option<Level>| {
        let (then, now) = (latest(then, level)?, latest(now, level)?);
        Some(VotesChange { level, movement: movement(&then.counts, &now.counts)? })
    };
    levels.into_iter().filter_map(change).collect()
}

impl FeatureChange<'_> {
    pub fn states(&self) -> ThenNow<State> {
        ThenNow { then: self.readings.then.state, now: self.readings.now.state }
    }

    /// Whether it is rated lower by a room whose votes stand closer together: that can be honest progress.
    pub fn fell_with_closer_votes(&self) -> bool {
        matches!(self.turn, Turn::Down(_)) && self.closeness() == Some(Ordering::Greater)
    }

    /// Whether the votes stand closer together (greater), as before or further apart; `None` where that may not be
    /// told, and where the two levels went different ways.
    pub fn closeness(&self) -> Option<Ordering> {
        let mut all = self.votes.iter().map(|votes| votes.movement.closeness);
        let first = all.next()?;
        all.all(|other| other == first).then_some(first)
    }
}
