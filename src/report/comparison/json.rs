//! A comparison as JSON: keys and words as in a session's report, each thing then and now.

use super::super::model::{REPORT_FORMAT, headcounts};
use crate::analysis::{Comparison, FeatureChange, FeatureState, ItemStatus, Median, ThenNow, TurnKind, VotesChange};
use crate::framework::{Confidence, Item, Level, Rag};
use crate::session::{Range, Session};
use crate::words::{self, commas};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::cmp::Ordering;

pub(super) fn value(comparison: &Comparison<'_>) -> Value {
    let ThenNow { then, now } = comparison.sessions;
    let counts = TurnKind::ALL.map(|kind| (kind.key().to_owned(), Value::from(comparison.count(kind))));
    let items = |is_wanted: fn(&Item<'_>) -> bool| -> Value {
        let wanted = comparison.conditions.iter().filter(|one| is_wanted(&one.item));
        wanted.map(|one| pair(one.item.id(), stood(one.stands.then), stood(one.stands.now))).collect()
    };
    json!({
        "report_format": REPORT_FORMAT,
        "then": session(then),
        "now": session(now),
        "counts": Map::from_iter(counts),
        "cautions": list(&comparison.cautions(), |one| words::caution(*one).into()),
        "features": list(&comparison.features, feature),
        "links": list(&comparison.links, |one| json!({
            "from": one.from.id,
            "to": one.to.id,
            "then": one.states.then.key(),
            "now": one.states.now.key(),
            "leap_then": one.leaps.then,
            "leap_now": one.leaps.now,
            "reasons": commas(one.reasons.iter().map(words::link_reason)),
        })),
        "assumptions": items(|item| matches!(item, Item::Assumption(_))),
        "influences": items(|item| matches!(item, Item::Influence(_))),
        "risks": items(|item| matches!(item, Item::Risk(_))),
        "room": {"then": room(then), "now": room(now)},
        "actions": list(&comparison.actions, |one| json!({
            "number": one.action.number,
            "what": one.action.what,
            "owner": one.action.owner,
            "status": one.status().key(),
            // Whether the later session has it too.
            "found_again": one.again.is_some(),
        })),
        // Items that the framework in use does not have.
        "unmatched": list(&comparison.unmatched, |one| pair(&one.id, one.said.then, one.said.now)),
    })
}

/// Who was there, as a paper tells it.
fn room(session: &Session) -> Value {
    let (sectors, levels) = headcounts(&session.register);
    json!({"sectors": sectors, "levels": levels})
}

fn list<T>(all: &[T], shown: impl Fn(&T) -> Value) -> Value {
    all.iter().map(shown).collect()
}

fn pair(id: impl Serialize, then: impl Serialize, now: impl Serialize) -> Value {
    json!({"id": id, "then": then, "now": now})
}

fn session(session: &Session) -> Value {
    json!({
        "id": session.id,
        "partnership": session.about.partnership,
        "date": session.about.date,
        "framework_version": session.framework.version,
        "people": session.register.people(),
    })
}

fn feature(change: &FeatureChange<'_>) -> Value {
    let steps = change.turn.steps().cast_signed();
    let mut shown = json!({
        "id": change.feature.id,
        "stage": change.stage.id,
        "turn": change.turn.kind().key(),
        // How far the rating moved: below 0 is down. Only where it is rated then and now.
        "steps": match change.turn.kind() {
            TurnKind::Up | TurnKind::Same => Some(steps),
            TurnKind::Down => Some(-steps),
            _ => None,
        },
        "then": stand(&change.readings.then, change.confidence.then),
        "now": stand(&change.readings.now, change.confidence.now),
        "votes": list(&change.votes, |one| votes(*one)),
    });
    if !change.levels.is_empty() {
        shown["levels"] = list(&change.levels, |one| {
            pair(one.level.key(), one.decisions.then.describe(), one.decisions.now.describe())
        });
    }
    shown
}

fn stand(reading: &FeatureState, confidence: Option<Confidence>) -> Value {
    json!({
        "state": reading.state.key(),
        "rating": reading.rating,
        "low": reading.range.map(Range::low),
        "high": reading.range.map(Range::high),
        "confidence": confidence.map(Confidence::key),
    })
}

fn votes(change: VotesChange) -> Value {
    let number = |median: Median| f64::from(median.halves()) / 2.0;
    let mut shown = json!({
        "median_then": number(change.movement.medians.0),
        "median_now": number(change.movement.medians.1),
        "closeness": match change.movement.closeness {
            Ordering::Greater => "closer",
            Ordering::Equal => "same",
            Ordering::Less => "further",
        },
    });
    if let Some(level) = change.level {
        shown["level"] = Level::key(level).into();
    }
    shown
}

fn stood(stand: ItemStatus) -> Value {
    let ItemStatus::Risk(risk) = stand else { return stand.category().key().into() };
    json!({
        "status": risk.concern.status().key(),
        "likelihood": risk.likelihood,
        "impact": risk.concern.impact(),
        "rag": risk.rag.map(Rag::key),
    })
}
