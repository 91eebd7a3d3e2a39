//! A comparison as JSON, for scripts: keys and words as in the other commands.
//!
//! Shape only.

use crate::analysis::{Comparison, FeatureChange, RiskStand, ThenNow, TurnKind};
use crate::framework::Confidence;
use crate::session::{ActionStatus, Decision, Session};
use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Map, Value};
use std::cmp::Ordering;

/// A comparison in JSON.
#[derive(Serialize)]
pub(super) struct Shown<'all> {
    then: ShownSession<'all>,
    now: ShownSession<'all>,
    /// How many features took each turn.
    counts: Map<String, Value>,
    cautions: Vec<&'static str>,
    features: Vec<ShownFeature<'all>>,
    links: Vec<ShownLink<'all>>,
    assumptions: Vec<Pair<'all, &'static str>>,
    influences: Vec<Pair<'all, &'static str>>,
    risks: Vec<Pair<'all, ShownRisk>>,
    room: Room<'all>,
    actions: Vec<ShownAction<'all>>,
    /// Items that the framework in use does not have.
    unmatched: Vec<Pair<'all, bool>>,
}

#[derive(Serialize)]
struct ShownSession<'all> {
    id: &'all str,
    partnership: &'all str,
    date: Option<Date>,
    framework_version: u32,
    people: u32,
}

/// The same thing then and now.
#[derive(Serialize)]
struct Pair<'all, T> {
    id: &'all str,
    then: T,
    now: T,
}

#[derive(Serialize)]
struct ShownFeature<'all> {
    id: &'all str,
    stage: &'all str,
    turn: &'static str,
    /// How far the rating moved: below 0 is down. Only where it is rated then and now.
    steps: Option<i8>,
    then: Stand,
    now: Stand,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    levels: Vec<Pair<'all, String>>,
    votes: Vec<ShownVotes>,
}

/// How a feature stands.
#[derive(Serialize)]
struct Stand {
    state: &'static str,
    rating: Option<u8>,
    low: Option<u8>,
    high: Option<u8>,
    confidence: Option<&'static str>,
}

#[derive(Serialize)]
struct ShownVotes {
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'static str>,
    median_then: f64,
    median_now: f64,
    /// `closer`, `same` or `further`.
    closeness: &'static str,
}

#[derive(Serialize)]
struct ShownLink<'all> {
    from: &'all str,
    to: &'all str,
    then: &'static str,
    now: &'static str,
    leap_then: bool,
    leap_now: bool,
    reasons: &'all str,
}

#[derive(Serialize)]
struct ShownRisk {
    status: &'static str,
    likelihood: Option<u8>,
    impact: Option<u8>,
    rag: Option<&'static str>,
}

#[derive(Serialize)]
struct Room<'all> {
    sectors: Vec<Pair<'all, u32>>,
    levels: Vec<Pair<'all, u32>>,
}

#[derive(Serialize)]
struct ShownAction<'all> {
    number: u32,
    what: &'all str,
    owner: &'all str,
    status: &'static str,
    /// Whether the later session has it too.
    found_again: bool,
}

pub(super) fn shown<'all>(comparison: &'all Comparison<'all>) -> Shown<'all> {
    let count = |kind: TurnKind| (kind.key().to_owned(), Value::from(comparison.count(kind)));
    let ThenNow { then, now } = comparison.sessions;
    Shown {
        then: session(then),
        now: session(now),
        counts: TurnKind::ALL.into_iter().map(count).collect(),
        cautions: comparison.cautions(),
        features: comparison.features.iter().map(feature).collect(),
        links: comparison.links.iter().map(link).collect(),
        assumptions: comparison
            .assumptions
            .iter()
            .map(|one| pair(one.assumption.id.as_str(), one.verdicts.then.key(), one.verdicts.now.key()))
            .collect(),
        influences: comparison
            .influences
            .iter()
            .map(|one| pair(one.influence.id.as_str(), one.bearings.then.key(), one.bearings.now.key()))
            .collect(),
        risks: comparison
            .risks
            .iter()
            .map(|one| pair(one.risk.id.as_str(), risk(one.stands.then), risk(one.stands.now)))
            .collect(),
        room: Room {
            sectors: comparison
                .room
                .sectors
                .iter()
                .map(|one| pair(&one.key, one.people.then, one.people.now))
                .collect(),
            levels: comparison.room.levels.iter().map(|one| pair(&one.key, one.people.then, one.people.now)).collect(),
        },
        actions: comparison.actions.iter().map(|one| action(one.action, one.status(), one.again.is_some())).collect(),
        unmatched: comparison.unmatched.iter().map(|one| pair(one.id.as_str(), one.said.then, one.said.now)).collect(),
    }
}

fn pair<T>(id: &str, then: T, now: T) -> Pair<'_, T> {
    Pair { id, then, now }
}

fn session(session: &Session) -> ShownSession<'_> {
    ShownSession {
        id: &session.id,
        partnership: &session.about.partnership,
        date: session.about.date,
        framework_version: session.framework.version,
        people: session.register.people(),
    }
}

fn feature<'all>(change: &'all FeatureChange<'all>) -> ShownFeature<'all> {
    let stand = |reading: &crate::analysis::Reading, confidence: Option<Confidence>| Stand {
        state: reading.state.key(),
        rating: reading.rating.map(Into::into),
        low: reading.range.map(|range| range.low().into()),
        high: reading.range.map(|range| range.high().into()),
        confidence: confidence.map(Confidence::word),
    };
    let steps = change.turn.steps().cast_signed();
    let levels = change.levels.iter().map(|one| {
        let words = |decision: &Decision| decision.in_words();
        pair(one.level.word(), words(one.decisions.then), words(one.decisions.now))
    });
    ShownFeature {
        id: change.feature.id.as_str(),
        stage: change.stage.id.as_str(),
        turn: change.turn.kind().key(),
        steps: match change.turn.kind() {
            TurnKind::Up | TurnKind::Same => Some(steps),
            TurnKind::Down => Some(-steps),
            _ => None,
        },
        then: stand(&change.readings.then, change.confidence.then),
        now: stand(&change.readings.now, change.confidence.now),
        levels: levels.collect(),
        votes: change.votes.iter().copied().map(votes).collect(),
    }
}

fn votes(change: crate::analysis::VotesChange) -> ShownVotes {
    let (then, now) = change.movement.medians;
    ShownVotes {
        level: change.level.map(crate::framework::Level::word),
        median_then: f64::from(then.halves()) / 2.0,
        median_now: f64::from(now.halves()) / 2.0,
        closeness: match change.movement.closeness {
            Ordering::Greater => "closer",
            Ordering::Equal => "same",
            Ordering::Less => "further",
        },
    }
}

fn link<'all>(change: &'all crate::analysis::LinkChange<'all>) -> ShownLink<'all> {
    ShownLink {
        from: change.from.id.as_str(),
        to: change.to.id.as_str(),
        then: change.states.then.key(),
        now: change.states.now.key(),
        leap_then: change.leaps.then,
        leap_now: change.leaps.now,
        reasons: &change.reasons,
    }
}

fn risk(stand: RiskStand) -> ShownRisk {
    ShownRisk {
        status: stand.concern.status().key(),
        likelihood: stand.likelihood.map(Into::into),
        impact: stand.concern.impact().map(Into::into),
        rag: stand.rag.map(crate::framework::Rag::word),
    }
}

fn action(action: &crate::session::Action, status: ActionStatus, found_again: bool) -> ShownAction<'_> {
    ShownAction { number: action.number, what: &action.what, owner: &action.owner, status: status.key(), found_again }
}
