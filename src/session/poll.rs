//! What a vote is on: a rating of a feature, or whether an assumption holds. The ballots have the answers of that.
//!
//! No other part of the program pairs an item with ballots, so a rating can never be taken for a stance.

use super::{
    Ballots, Changed, Counts, Import, MOST_ROUNDS, Refusal, Revealed, Session, Stance, StanceCounts, Subject, Sums,
    TakesVotes,
};
use crate::framework::{Assumption, Feature, Framework, Id, Level, Rating, Step};
use jiff::Timestamp;

/// The rounds that are on record of an item.
pub(crate) struct Shown {
    id: Id,
    ratings: Vec<Revealed>,
    stances: Vec<Revealed<StanceCounts>>,
}

impl Shown {
    pub(crate) fn of(session: &Session, id: &Id) -> Self {
        let (ratings, stances) = (session.answer(id).rounds.clone(), session.assumption(id).rounds.clone());
        Self { id: id.clone(), ratings, stances }
    }
}

/// The first round that stood there before and is another one now, or none.
fn gone<'all, C: Counts>(before: &'all [Revealed<C>], now: &[Revealed<C>]) -> Option<&'all Revealed<C>> {
    let stands = |(place, one): (usize, &Revealed<C>)| now.get(place).is_some_and(|now| now.round == one.round);
    before.iter().enumerate().find(|one| !stands(*one)).map(|(_, one)| one)
}

/// An item, with the ballots on it.
#[derive(Debug)]
pub(crate) enum Poll {
    /// How far a feature is in place, at one level where it takes both.
    Rating(Feature, Option<Level>, Ballots),
    Stance(Assumption, Ballots<StanceCounts>),
}

impl Poll {
    /// Opens the ballots on what is asked at a step; `None` where the room does not vote.
    pub(crate) fn open(framework: &Framework, session: &Session, step: &Step) -> Option<Self> {
        match step {
            Step::Feature(id) | Step::Level(id, _) => {
                let (_, _, feature) = framework.feature(id)?;
                Some(Self::Rating(
                    feature.clone(),
                    step.level(),
                    Ballots::open(&session.register, session.register.counted),
                ))
            }
            Step::Assumption(id) => Some(Self::Stance(
                framework.assumption(id)?.clone(),
                Ballots::open(&session.register, session.register.counted),
            )),
            Step::Stage(_) | Step::Section(_) | Step::Influence(_) | Step::Risk(_) => None,
        }
    }

    /// Opens ballots on what was on record of an item before a change and is no longer, with the same votes in.
    pub(crate) fn hidden_again(before: &Shown, framework: &Framework, session: &Session) -> Option<Self> {
        let id = &before.id;
        let rating = gone(&before.ratings, &session.answer(id).rounds);
        let stance = gone(&before.stances, &session.assumption(id).rounds);
        let step = match (rating.map(|rating| rating.level), stance) {
            (Some(Some(level)), _) => Step::Level(id.clone(), level),
            (Some(None), _) => Step::Feature(id.clone()),
            (None, _) => Step::Assumption(id.clone()),
        };
        let mut poll = Self::open(framework, session, &step)?;
        match (&mut poll, rating, stance) {
            (Self::Rating(_, _, ballots), Some(rating), _) => ballots.hide(&rating.round),
            (Self::Stance(_, ballots), _, Some(stance)) => ballots.hide(&stance.round),
            _ => return None,
        }
        Some(poll)
    }

    /// Whether its votes are those of the last round on record.
    pub(crate) fn is_on_record(&self, session: &Session) -> bool {
        match self {
            Self::Rating(feature, level, ballots) => {
                session.answer(&feature.id).latest_round(*level) == Some(&ballots.reveal())
            }
            Self::Stance(assumption, ballots) => {
                session.assumption(&assumption.id).rounds.last().is_some_and(|last| last.round == ballots.reveal())
            }
        }
    }

    /// Whether the room may vote on it now.
    pub(crate) fn may_open(&self, session: &Session) -> Result<(), Refusal> {
        match self {
            Self::Rating(feature, level, _) => session.may_vote((feature, *level)),
            Self::Stance(assumption, _) => session.may_vote(assumption),
        }
    }

    /// The step at which the room votes on it.
    pub(crate) fn step(&self) -> Step {
        match self {
            Self::Rating(feature, None, _) => Step::Feature(feature.id.clone()),
            Self::Rating(feature, Some(level), _) => Step::Level(feature.id.clone(), *level),
            Self::Stance(assumption, _) => Step::Assumption(assumption.id.clone()),
        }
    }

    /// `P3 Sharing risk`
    pub(crate) fn title(&self) -> String {
        match self {
            Self::Rating(feature, ..) => format!("{} {}", feature.id, feature.label),
            Self::Stance(assumption, _) => format!("{} {}", assumption.id, assumption.label),
        }
    }

    /// How many rounds were revealed on it before.
    pub(crate) fn rounds(&self, session: &Session) -> usize {
        match self {
            Self::Rating(feature, level, _) => session.rounds_on((feature, *level)),
            Self::Stance(assumption, _) => session.rounds_on(assumption),
        }
    }

    /// The ballots, to look at their number.
    pub(crate) fn ballots(&self) -> &dyn TakesVotes {
        match self {
            Self::Rating(_, _, ballots) => ballots,
            Self::Stance(_, ballots) => ballots,
        }
    }

    pub(crate) fn ballots_mut(&mut self) -> &mut dyn TakesVotes {
        match self {
            Self::Rating(_, _, ballots) => ballots,
            Self::Stance(_, ballots) => ballots,
        }
    }

    /// What its keys stand for, don't-know apart: `1 Not yet`.
    pub(crate) fn answers(&self, framework: &Framework) -> Vec<String> {
        let words: Vec<&str> = match self {
            Self::Rating(feature, ..) => {
                let stage = framework.feature(&feature.id).map(|(_, stage, _)| stage);
                Rating::ALL.iter().map(|rating| stage.map_or("", |stage| framework.word(stage, *rating))).collect()
            }
            Self::Stance(..) => Stance::ALL.iter().map(|stance| stance.label()).collect(),
        };
        words.iter().enumerate().map(|(place, word)| format!("{} {word}", place + 1)).collect()
    }

    /// Adds the votes to an import, in place of the record.
    pub(crate) fn add_to(&self, import: &mut Import) {
        match self {
            Self::Rating(feature, level, ballots) => {
                import.ratings.push(Sums { item: feature.id.clone(), level: *level, round: ballots.reveal() });
            }
            Self::Stance(assumption, ballots) => {
                import.stances.push(Sums { item: assumption.id.clone(), level: None, round: ballots.reveal() });
            }
        }
    }

    /// Puts the votes on the record: as a new round, or in place of the last where there were two.
    pub(crate) fn reveal(&self, session: &mut Session, now: Timestamp) -> Changed {
        match self {
            Self::Rating(feature, level, ballots) => put(session, (feature, *level), ballots, now),
            Self::Stance(assumption, ballots) => put(session, assumption, ballots, now),
        }
    }
}

fn put<S: Subject>(session: &mut Session, on: S, ballots: &Ballots<S::Counts>, now: Timestamp) -> Changed {
    if session.rounds_on(on) >= MOST_ROUNDS {
        return session.correct(on, MOST_ROUNDS - 1, ballots.reveal());
    }
    session.reveal(on, ballots.reveal(), now)
}
